/*
 * What `show` shows to people: a draft, or a record.
 */
#ifndef TVX_CLI_SHOW_H
#define TVX_CLI_SHOW_H

#include "cli/cli.h"
#include "cli/text.h"

/* A draft's readings. */
int tvx_cli_show_draft(tvx_cli *cli, tvx_view *view, const tvx_placed_draft *placed,
                       tvx_error *error);

/* The other keys of a draft, and the judgement that makes them one; nothing where it has none. */
void tvx_cli_show_also(tvx_cli *cli, const tvx_placed_draft *placed);

/* The drafts that it may be the same as; nothing where no record says so. */
void tvx_cli_show_maybe(tvx_cli *cli, const tvx_placed_draft *placed);

/* A record in full; found is looked up anew, once what it is about has been. */
int tvx_cli_show_record(tvx_cli *cli, tvx_view *view, tvx_found_record *found, tvx_error *error);

/* What a report holds beside its own members: sources, mentions, claims and so on, in the grid
 * that its members stand in, three columns wide. */
int tvx_cli_show_parts(tvx_cli_grid *grid, tvx_view *view, const tvx_report *report,
                       tvx_error *error);

#endif
