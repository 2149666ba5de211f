/*
 * Exact decimal numbers. Nothing here is ever a binary floating-point number.
 */
#ifndef TRAVAUX_DECIMAL_H
#define TRAVAUX_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TVX_DECIMAL_LIMBS    9  /* of nine digits each: room for a product of two numbers read */
#define TVX_DECIMAL_INTEGER  24 /* digits before the point that are read at most */
#define TVX_DECIMAL_FRACTION 12 /* digits after the point that are read at most */
#define TVX_DECIMAL_TEXT     88 /* bytes that hold any printed decimal, its final NUL included */

/*
 * coefficient / 10^scale, negative or not. Equal numbers may differ in scale (2 and 2.0): compare
 * with tvx_decimal_compare only. The zero-initialised decimal is 0; 0 is never negative.
 */
typedef struct tvx_decimal {
    uint32_t limb[TVX_DECIMAL_LIMBS]; /* the coefficient, base 10^9, least significant first */
    uint16_t scale;                   /* digits after the point */
    bool negative;
} tvx_decimal;

/* Less than, equal to or greater than 0 as a is less than, equal to or greater than b. */
int tvx_decimal_compare(const tvx_decimal *a, const tvx_decimal *b);

/* Writes the canonical form: no plus sign, no superfluous zeros, no exponent, `-0.5`, `12`. */
void tvx_decimal_print(const tvx_decimal *d, char out[TVX_DECIMAL_TEXT]);

#endif
