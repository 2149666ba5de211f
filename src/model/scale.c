#include "model/scale.h"

#include <stddef.h>

#include "model/decimal.h"

enum { DECIMALS = 3 /* that a scale may leave in the written form */ };

/* The largest first; the last one is not written. */
static const tvx_scale scales[] = {
    {"trillion", "tn", 12},
    {"billion", "bn", 9},
    {"million", "m", 6},
    {"thousand", "k", 3},
};
enum { SCALES = sizeof scales / sizeof scales[0], WRITTEN = SCALES - 1 };

const tvx_scale *tvx_scale_take(tvx_span *span, bool abbreviated)
{
    for (size_t i = 0; i < SCALES; i++)
        if (tvx_span_take(span, scales[i].word) ||
            (abbreviated && tvx_span_take(span, scales[i].abbreviation)))
            return &scales[i];
    return NULL;
}

const tvx_scale *tvx_scale_find(tvx_span word)
{
    for (size_t i = 0; i < SCALES; i++)
        if (tvx_span_is(word, scales[i].word) || tvx_span_is(word, scales[i].abbreviation))
            return &scales[i];
    return NULL;
}

int tvx_scale_of(const tvx_decimal *number)
{
    if (tvx_decimal_sign(number) == 0)
        return 0;
    tvx_decimal size = *number, one;
    int last = tvx_decimal_last_digit(number);
    size.negative = false;
    for (size_t i = 0; i < WRITTEN; i++) {
        tvx_decimal_from(&one, 1);
        tvx_decimal_shift(&one, &one, scales[i].power);
        if (last >= scales[i].power - DECIMALS && tvx_decimal_compare(&size, &one) >= 0)
            return scales[i].power;
    }
    return 0;
}

const char *tvx_scale_word(int power)
{
    for (size_t i = 0; i < SCALES; i++)
        if (scales[i].power == power)
            return scales[i].word;
    return "";
}
