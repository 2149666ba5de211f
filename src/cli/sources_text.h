/*
 * Claims as people follow them back: answer by answer, each claim with its article, whom it cites,
 * its words, and what judgements make of it.
 */
#ifndef TVX_CLI_SOURCES_TEXT_H
#define TVX_CLI_SOURCES_TEXT_H

#include "cli/text.h"

/* The grid that all of it stands in; end it with tvx_cli_grid_end. */
void tvx_cli_sources_begin(tvx_cli_grid *grid, tvx_cli *cli);

/* One row: its answers and their claims, then what was set aside. */
void tvx_cli_sources_row(tvx_cli_grid *grid, const tvx_row_sources *row);

/* A line below a claim or the like: "note: …"; nothing without a text. */
void tvx_cli_sources_part(tvx_cli_grid *grid, size_t indent, const char *label, const char *text);

#endif
