/*
 * Durations: `10 years`, `4 years 8 months`, `4.5 years`, `32 hours`, and ISO 8601's `P10Y`,
 * `P4Y8M`, `P2W`, `PT32H`. Years are counted in months, weeks in days.
 */
#ifndef TVX_MODEL_DURATION_H
#define TVX_MODEL_DURATION_H

#include <stdbool.h>

#include "base/buf.h"
#include "model/value_scan.h"

/* A whole number of what unit says: "months", "days" or "hours". */
typedef struct tvx_duration {
    tvx_decimal number;
    const char *unit;
    int factor; /* how many of them one of the unit written is; 0 if several units were written */
} tvx_duration;

/*
 * Takes a duration. TVX_EINPUT, undescribed if there is none, else saying what is wrong with it
 * (units that do not mix, a fraction that does not come out whole).
 */
int tvx_duration_read(tvx_span *span, tvx_duration *out, tvx_error *why);

/* The unit of time of that name, any of those that durations are written in, once; else false. */
bool tvx_duration_unit(tvx_span word, tvx_duration *out);

/* Brings a number of a duration into its simplest shape; TVX_EINPUT says that it is not whole. */
int tvx_duration_settle(tvx_decimal *number, const char *unit, tvx_error *why);

/* Appends the canonical written form. */
void tvx_duration_print(tvx_buf *out, const tvx_decimal *number, const char *unit);

/* The same as a text in the arena; NULL: no memory. */
char *tvx_duration_text(tvx_arena *arena, const tvx_duration *duration);

#endif
