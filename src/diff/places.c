/* Values as places on one line, so that any two are compared as whole numbers. */
#include <stdlib.h>

#include "base/fail.h"
#include "diff/alternatives.h"
#include "model/decimal.h"

enum { RATIO_PLACES = 6 };

/*
 * An end of a magnitude, to be ordered among all others. Of a ratio it is a fraction, so that 1:3
 * needs no rounding. beside: -1 just below the number, 1 just above it (open ends).
 */
typedef struct end {
    tvx_decimal number, over;
    bool fraction;
    int endless; /* -1 before all numbers, 1 after them */
    int beside;
    int64_t *place;
} end;

static int compare_numbers(const end *a, const end *b)
{
    if (!a->fraction && !b->fraction)
        return tvx_decimal_compare(&a->number, &b->number);
    tvx_decimal left = a->number, right = b->number;
    /* Numbers that were read always have room for a product. */
    if (b->fraction)
        (void)tvx_decimal_multiply(&left, &a->number, &b->over);
    if (a->fraction)
        (void)tvx_decimal_multiply(&right, &b->number, &a->over);
    return tvx_decimal_compare(&left, &right);
}

static int compare_ends(const void *a, const void *b)
{
    const end *left = a, *right = b;
    if (left->endless != right->endless)
        return left->endless < right->endless ? -1 : 1;
    int order = left->endless == 0 ? compare_numbers(left, right) : 0;
    return order != 0 ? order : (left->beside > right->beside) - (left->beside < right->beside);
}

/* side: -1 for a lower end, 1 for an upper one. */
static end end_of(const tvx_end *from, int side, int64_t *place)
{
    return (end){.number = from->number,
                 .endless = from->bounded ? 0 : side,
                 .beside = from->open ? -side : 0,
                 .place = place};
}

/* Makes an end of a ratio the fraction itself. */
static void set_fraction(end *out, const tvx_value *ratio)
{
    out->fraction = true;
    out->number = ratio->low.number;
    out->over = ratio->high.number;
    if (tvx_decimal_sign(&out->over) < 0) {
        out->number = tvx_decimal_negated(&out->number);
        out->over = tvx_decimal_negated(&out->over);
    }
}

/* Leaves room for a product with any number that was read. */
static void shorten(tvx_interval *interval)
{
    tvx_decimal one;
    tvx_decimal_from(&one, 1);
    tvx_decimal_divide(&interval->low.number, &interval->low.number, &one, RATIO_PLACES);
    tvx_decimal_divide(&interval->high.number, &interval->high.number, &one, RATIO_PLACES);
}

static void ends_of(end out[2], tvx_answer *answer)
{
    const tvx_value *value = answer->value;
    tvx_interval wide = tvx_magnitude_widened(value);
    if (value->ratio && value->approx)
        shorten(&wide);
    out[0] = end_of(&wide.low, -1, &answer->low);
    out[1] = end_of(&wide.high, 1, &answer->high);
    if (!value->ratio || value->approx)
        return;
    if (value->low.bounded)
        set_fraction(&out[0], value);
    if (value->high.bounded)
        set_fraction(&out[1], value);
}

void tvx_value_dates(const tvx_value *value, int64_t *low, int64_t *high)
{
    *low = value->date.earliest;
    *high = value->date.latest;
    if (value->date_bound == -2)
        *high = *low == TVX_TIME_MIN ? TVX_TIME_MIN : *low - 1;
    if (value->date_bound == 2)
        *low = *high == TVX_TIME_MAX ? TVX_TIME_MAX : *high + 1;
    if (value->date_bound < 0)
        *low = TVX_TIME_MIN;
    if (value->date_bound > 0)
        *high = TVX_TIME_MAX;
}

static int bound_of(bool low, bool high)
{
    return low == high ? 0 : low ? 1 : -1;
}

/* Places what needs no ordering; true if the answer has ends to be ordered. */
static bool place_alone(tvx_answer *answer)
{
    const tvx_value *value = answer->value;
    if (value == NULL || value->kind == TVX_KIND_TEXT)
        return false;
    if (tvx_value_has_magnitude(value)) {
        answer->bound = bound_of(value->low.bounded, value->high.bounded);
        return true;
    }
    if (value->kind == TVX_KIND_DATE) {
        tvx_value_dates(value, &answer->low, &answer->high);
        answer->bound = bound_of(answer->low != TVX_TIME_MIN, answer->high != TVX_TIME_MAX);
    } else {
        answer->low = answer->high =
            value->kind == TVX_KIND_FLAG ? value->flag : (int64_t)value->level;
    }
    return false;
}

int tvx_answers_place(tvx_arena *arena, tvx_answer *answers, size_t n, tvx_error *error)
{
    end *ends = tvx_arena_new(arena, n, 2 * sizeof *ends);
    if (ends == NULL)
        return tvx_fail_memory(error);
    size_t n_ends = 0;
    for (size_t i = 0; i < n; i++) {
        if (!place_alone(&answers[i]))
            continue;
        ends_of(ends + n_ends, &answers[i]);
        n_ends += 2;
    }
    qsort(ends, n_ends, sizeof *ends, compare_ends);
    int64_t place = 0;
    for (size_t i = 0; i < n_ends; i++) {
        if (i > 0 && compare_ends(&ends[i - 1], &ends[i]) != 0)
            place++;
        *ends[i].place = place;
    }
    return TVX_OK;
}
