#include "model/magnitude.h"

#include <string.h>

#include "model/decimal.h"

enum {
    RATIO_PLACES = 6,
    RATIO_EXACT = 36, /* places within which a ratio that is a decimal is looked for */
    YEAR_MONTHS = 12
};

/*
 * No result here needs more digits than a decimal holds, ends having been read as text: 36 digits
 * each, a product of two of them 72. Return codes are looked at only where they tell something.
 */

bool tvx_value_has_magnitude(const tvx_value *value)
{
    return value->kind == TVX_KIND_PERCENTAGE || value->kind == TVX_KIND_MONEY ||
           value->kind == TVX_KIND_NUMBER || value->kind == TVX_KIND_DURATION;
}

/* first / second: exact where that is a decimal, else to six places; false over 0. */
static bool quotient(tvx_decimal *out, const tvx_decimal *first, const tvx_decimal *second)
{
    tvx_decimal back;
    if (tvx_decimal_divide(out, first, second, RATIO_EXACT) == TVX_OK &&
        tvx_decimal_multiply(&back, out, second) == TVX_OK &&
        tvx_decimal_compare(&back, first) == 0)
        return true;
    return tvx_decimal_divide(out, first, second, RATIO_PLACES) == TVX_OK;
}

/* The ends of a ratio's fraction, both at one number. */
static tvx_interval ends_at(const tvx_value *ratio, const tvx_decimal *number)
{
    tvx_interval out = {.low = {.bounded = false}};
    if (ratio->low.bounded)
        out.low = (tvx_end){.bounded = true, .open = ratio->low.open, .number = *number};
    if (ratio->high.bounded)
        out.high = (tvx_end){.bounded = true, .open = ratio->high.open, .number = *number};
    return out;
}

tvx_interval tvx_magnitude_written(const tvx_value *value)
{
    tvx_decimal number;
    if (!value->ratio)
        return (tvx_interval){.low = value->low, .high = value->high};
    if (quotient(&number, &value->low.number, &value->high.number))
        return ends_at(value, &number);
    return (tvx_interval){.low = {.bounded = false}};
}

/* What has no lower end starts at 0, unless nothing of it would be left: "less than 0". */
static void set_floor(tvx_interval *interval)
{
    if (interval->low.bounded)
        return;
    int sign = interval->high.bounded ? tvx_decimal_sign(&interval->high.number) : 1;
    if (sign > 0 || (sign == 0 && !interval->high.open))
        interval->low = (tvx_end){.bounded = true};
}

tvx_interval tvx_magnitude(const tvx_value *value)
{
    tvx_interval interval = tvx_magnitude_written(value);
    set_floor(&interval);
    return interval;
}

/* Half a unit of the last non-zero digit of a number, at most a tenth of the number; 0 for 0. */
static tvx_decimal margin(const tvx_decimal *number)
{
    tvx_decimal half, tenth;
    tvx_decimal_from(&half, 5);
    tvx_decimal_shift(&half, &half, tvx_decimal_last_digit(number) - 1);
    tvx_decimal_shift(&tenth, number, -1);
    tenth.negative = false;
    return tvx_decimal_compare(&half, &tenth) < 0 ? half : tenth;
}

/* The same of a number of months: whole years are written as years, so their digits count. */
static tvx_decimal margin_of_months(const tvx_decimal *months)
{
    tvx_decimal twelve, years, back;
    tvx_decimal_from(&twelve, YEAR_MONTHS);
    tvx_decimal_divide(&years, months, &twelve, 0);
    tvx_decimal_multiply(&back, &years, &twelve);
    if (tvx_decimal_compare(&back, months) != 0)
        return margin(months);
    tvx_decimal of_years = margin(&years);
    tvx_decimal_multiply(&back, &of_years, &twelve);
    return back;
}

/* Moves a number outwards: down where it is a low end, up where it is a high one. */
static void widen(tvx_decimal *number, bool down, bool months)
{
    tvx_decimal by = months ? margin_of_months(number) : margin(number);
    if (down)
        by = tvx_decimal_negated(&by);
    tvx_decimal_add(number, number, &by);
}

/* A ratio is widened by its first number's digits: "about 1:3" is 0.9:3 to 1.1:3. */
static void widen_ratio(tvx_interval *interval, const tvx_value *value)
{
    tvx_value low = *value, high = *value;
    bool falling = tvx_decimal_sign(&value->high.number) < 0;
    widen(&low.low.number, !falling, false);
    widen(&high.low.number, falling, false);
    if (value->low.bounded)
        interval->low = tvx_magnitude_written(&low).low;
    if (value->high.bounded)
        interval->high = tvx_magnitude_written(&high).high;
}

tvx_interval tvx_magnitude_widened(const tvx_value *value)
{
    tvx_interval interval = tvx_magnitude(value);
    if (!value->approx)
        return interval;
    if (value->ratio) {
        widen_ratio(&interval, value);
        return interval;
    }
    bool months = value->kind == TVX_KIND_DURATION && strcmp(value->unit, "months") == 0;
    if (interval.low.bounded)
        widen(&interval.low.number, true, months);
    if (interval.high.bounded)
        widen(&interval.high.number, false, months);
    return interval;
}

/* Which of two low ends begins first; at one number a closed end begins before an open one. */
static int compare_lows(const tvx_end *a, const tvx_end *b)
{
    if (!a->bounded || !b->bounded)
        return a->bounded - b->bounded;
    int order = tvx_decimal_compare(&a->number, &b->number);
    return order != 0 ? order : a->open - b->open;
}

static int compare_highs(const tvx_end *a, const tvx_end *b)
{
    if (!a->bounded || !b->bounded)
        return b->bounded - a->bounded;
    int order = tvx_decimal_compare(&a->number, &b->number);
    return order != 0 ? order : b->open - a->open;
}

/* True if what ends at `high` shares no point with what begins at `low`. */
static bool is_apart(const tvx_end *high, const tvx_end *low)
{
    if (!high->bounded || !low->bounded)
        return false;
    int order = tvx_decimal_compare(&high->number, &low->number);
    return order < 0 || (order == 0 && (high->open || low->open));
}

tvx_relation tvx_interval_relation(const tvx_interval *a, const tvx_interval *b)
{
    int lows = compare_lows(&a->low, &b->low), highs = compare_highs(&a->high, &b->high);
    if (lows == 0 && highs == 0)
        return TVX_RELATION_EQUAL;
    if (is_apart(&a->high, &b->low))
        return TVX_RELATION_BELOW;
    if (is_apart(&b->high, &a->low))
        return TVX_RELATION_ABOVE;
    if (lows >= 0 && highs <= 0)
        return TVX_RELATION_WITHIN;
    return lows <= 0 && highs >= 0 ? TVX_RELATION_HOLDS : TVX_RELATION_OVERLAP;
}

/* A magnitude as numerators over one denominator that is not negative. */
typedef struct fraction {
    tvx_interval over;
    tvx_decimal under;
} fraction;

static fraction fraction_of(const tvx_value *value)
{
    fraction out;
    if (!value->ratio) {
        out.over = tvx_magnitude(value);
        tvx_decimal_from(&out.under, 1);
        return out;
    }
    tvx_decimal first = value->low.number;
    out.under = value->high.number;
    if (tvx_decimal_sign(&out.under) < 0) {
        out.under = tvx_decimal_negated(&out.under);
        first = tvx_decimal_negated(&first);
    }
    out.over = ends_at(value, &first);
    set_floor(&out.over);
    return out;
}

static tvx_interval times(const tvx_interval *interval, const tvx_decimal *factor)
{
    tvx_interval out = *interval;
    tvx_decimal_multiply(&out.low.number, &interval->low.number, factor);
    tvx_decimal_multiply(&out.high.number, &interval->high.number, factor);
    return out;
}

tvx_relation tvx_magnitude_relation(const tvx_value *a, const tvx_value *b)
{
    const fraction fa = fraction_of(a), fb = fraction_of(b);
    const tvx_interval ia = times(&fa.over, &fb.under), ib = times(&fb.over, &fa.under);
    return tvx_interval_relation(&ia, &ib);
}

bool tvx_calendar_apart(const tvx_value *a, const tvx_value *b)
{
    return a->kind == TVX_KIND_DURATION && b->kind == TVX_KIND_DURATION &&
           strcmp(a->unit, b->unit) != 0;
}
