/*
 * Dates as people write and read them. Records and machine output keep EDTF.
 */
#ifndef TVX_CLI_DATES_H
#define TVX_CLI_DATES_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"

/*
 * What was typed as EDTF, in the arena: `12 Feb 2025`, `Feb 12, 2025`, `February 2025`, `today`
 * and `yesterday` (by the local calendar) are converted; `02/03/2025` is refused, as nobody can
 * know which is the day; anything else is returned as it is, for the library to judge.
 */
int tvx_cli_typed_date(tvx_arena *arena, const char *typed, const char **out, tvx_error *error);

/*
 * Appends an EDTF date as people read it: "12 Feb 2025", "Feb 2025", "~12 Feb 2025" (approximate),
 * "12 Feb 2025?" (uncertain), "21–24 Feb 2025", "to 12 Feb 2025", "from 12 Feb 2025", "2020s". A
 * time of day is left out. Without year: "12 Feb", where the year is clear from around it. What is
 * no EDTF is appended as it is.
 */
void tvx_cli_show_date(tvx_buf *out, const char *edtf, bool year);

#endif
