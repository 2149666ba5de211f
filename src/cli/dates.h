/*
 * Dates as people type them. Records and machine output keep EDTF.
 */
#ifndef TVX_CLI_DATES_H
#define TVX_CLI_DATES_H

#include "base/arena.h"
#include "base/fail.h"

/*
 * What was typed as EDTF, in the arena: `12 Feb 2025`, `Feb 12, 2025`, `February 2025`, `today`
 * and `yesterday` (by the local calendar) are converted; `02/03/2025` is refused, as nobody can
 * know which is the day; anything else is returned as it is, for the library to judge.
 */
int tvx_cli_typed_date(tvx_arena *arena, const char *typed, const char **out, tvx_error *error);

#endif
