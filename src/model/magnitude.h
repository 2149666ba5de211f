/*
 * Magnitudes as intervals of the number line: what comparing and contradicting rest on. Open and
 * unbounded ends, `about`, and the rule that percentages, money, counts and durations start at 0
 * unless the value itself goes below.
 */
#ifndef TVX_MODEL_MAGNITUDE_H
#define TVX_MODEL_MAGNITUDE_H

#include <stdbool.h>

#include "travaux/value.h"

typedef struct tvx_interval {
    tvx_end low, high;
} tvx_interval;

typedef enum tvx_relation {
    TVX_RELATION_EQUAL,
    TVX_RELATION_BELOW,  /* all of a below all of b, with no point shared */
    TVX_RELATION_ABOVE,  /* all of a above all of b */
    TVX_RELATION_WITHIN, /* a lies within b and is not equal to it */
    TVX_RELATION_HOLDS,  /* b lies within a and is not equal to it */
    TVX_RELATION_OVERLAP /* they share points, and neither lies within the other */
} tvx_relation;

/* True of the kinds that have one: percentage, money, number (no ratio), duration. Ratios too. */
bool tvx_value_has_magnitude(const tvx_value *value);

/* What is written, with no floor: what deltas are reckoned on. Of a ratio: each end that it has is
   first/second, to six places where that is no decimal (exact comparison of ratios:
   tvx_magnitude_relation). */
tvx_interval tvx_magnitude_written(const tvx_value *value);

/* The same, starting at 0 unless the value itself goes below. */
tvx_interval tvx_magnitude(const tvx_value *value);

/* tvx_magnitude, widened where the value is approximate: half a unit of its last non-zero digit,
   at most a tenth of the number, to either side. For the test of contradiction alone. */
tvx_interval tvx_magnitude_widened(const tvx_value *value);

tvx_relation tvx_interval_relation(const tvx_interval *a, const tvx_interval *b);

/* The relation of the two values' magnitudes; ratios are compared as exact fractions. Units,
   currencies and the like are the caller's business. */
tvx_relation tvx_magnitude_relation(const tvx_value *a, const tvx_value *b);

/* True if two durations are of units that only the calendar relates (months against days). */
bool tvx_calendar_apart(const tvx_value *a, const tvx_value *b);

#endif
