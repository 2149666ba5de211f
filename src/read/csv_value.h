/*
 * What a cell says of a term.
 */
#ifndef TVX_READ_CSV_VALUE_H
#define TVX_READ_CSV_VALUE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "travaux/error.h"

/*
 * A value with the unit that stands in a column of its own put where values have it, unless it is
 * there: 50 and % are 50%, `up to 300` and USD million are `up to USD 300 million`, 58 and pages
 * are 58 pages. In the arena; NULL: no memory.
 */
const char *tvx_csv_value(tvx_arena *arena, const char *value, const char *unit);

/*
 * Appends what is said as members of a claim. Without a status `included`, `absent`, `deferred` and
 * `deferred to X` stand for themselves, and all else is a value; status is one of these or
 * `stated`. value and status may be NULL; TVX_EINPUT where both are, or a status is none.
 */
int tvx_csv_put_said(tvx_buf *out, const char *value, const char *status, tvx_error *error);

/* True of a status that there is, and of none (NULL). */
bool tvx_csv_is_status(const char *status);

#endif
