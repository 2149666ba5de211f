/*
 * Quantities and ranges of them, as each kind of magnitude writes them: `33 to 50%`,
 * `USD 300 to 350 million`, `58 pages`, `2:1`, `4 years to 5 years`.
 */
#ifndef TVX_MODEL_QUANTITY_H
#define TVX_MODEL_QUANTITY_H

#include <stdbool.h>

#include "model/value_scan.h"
#include "travaux/value.h"

/* What may stand before a quantity or a date. */
typedef struct tvx_bound {
    const char *words;
    bool low; /* the quantity is the lower end; else the upper one */
    bool open;
    int date; /* as in tvx_value.date_bound */
} tvx_bound;
#define TVX_BOUNDS 4
extern const tvx_bound tvx_bounds[TVX_BOUNDS];

/* Takes a bound and the blank after it; NULL if none stands there. */
const tvx_bound *tvx_bound_take(tvx_span *span);

/* One number, or a range from low to high; of a ratio the first and the second number. */
typedef struct tvx_range {
    tvx_decimal low, high;
    bool range, ratio;
    bool scaled;   /* a scale was written */
    tvx_span unit; /* "%", a currency code, the words of a unit, "months"; empty: none given */
} tvx_range;

/*
 * Takes a quantity or a range. A scale, unit or currency given once counts for both ends.
 * TVX_EINPUT, undescribed if there is none of this kind, else saying what is wrong with it.
 */
int tvx_range_read(tvx_kind kind, tvx_span *span, tvx_range *out, tvx_error *why);

/* True of three capital letters. */
bool tvx_currency_code(tvx_span span);

/* Brings a number into its simplest shape; TVX_EINPUT says that it has become too long. */
int tvx_number_settle(tvx_decimal *number, tvx_error *why);

/* Equal but for a final s; case counts. */
bool tvx_span_same_unit(tvx_span a, tvx_span b);

#endif
