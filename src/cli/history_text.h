/*
 * A history as text: a block a term, a line a draft, and who says so below.
 */
#ifndef TVX_CLI_HISTORY_TEXT_H
#define TVX_CLI_HISTORY_TEXT_H

#include "cli/history.h"

/* all: `same` too. n_alike: the readings left out as the same as before. */
int tvx_cli_history_put(const tvx_cli_history *history, bool all, size_t *n_alike,
                        tvx_error *error);

#endif
