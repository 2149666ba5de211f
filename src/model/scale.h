/*
 * The scales of written numbers: thousand, million, billion, trillion; k, m, bn and tn after a
 * currency. The written form uses the largest of million, billion and trillion that leaves at
 * most three decimals; thousand is read, never written.
 */
#ifndef TVX_MODEL_SCALE_H
#define TVX_MODEL_SCALE_H

#include <stdbool.h>

#include "model/value_scan.h"
#include "travaux/decimal.h"

typedef struct tvx_scale {
    const char *word, *abbreviation;
    int power; /* of ten */
} tvx_scale;

/* Takes a scale and the blank after it, abbreviated ones where they are read; NULL if none. */
const tvx_scale *tvx_scale_take(tvx_span *span, bool abbreviated);

/* The scale that this word is, written out or abbreviated; NULL if it is none. */
const tvx_scale *tvx_scale_find(tvx_span word);

/* The power of ten of the scale that the written form of a number uses; 0: none. */
int tvx_scale_of(const tvx_decimal *number);

/* The word of such a power ("million"). */
const char *tvx_scale_word(int power);

#endif
