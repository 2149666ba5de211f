/*
 * What CSV has no place for.
 */
#ifndef TVX_CLI_LEFT_OUT_H
#define TVX_CLI_LEFT_OUT_H

#include "cli/cli.h"

/* Says on standard error how much of what the view knows is in no row, if anything. */
int tvx_cli_say_left_out(tvx_cli *cli, tvx_view *view, tvx_error *error);

/* The same of an export as changes, a row of which is one that the readings make. */
int tvx_cli_say_changes_left_out(tvx_cli *cli, tvx_view *view, tvx_error *error);

#endif
