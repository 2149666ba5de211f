/*
 * Exact decimal arithmetic: see travaux/decimal.h. Operations whose result needs more digits than
 * a tvx_decimal holds return TVX_EINPUT; with numbers read by tvx_decimal_parse, and sums,
 * products of two and multiples by a scale of these, that cannot happen.
 */
#ifndef TVX_MODEL_DECIMAL_H
#define TVX_MODEL_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/decimal.h"
#include "travaux/error.h"

/*
 * Reads `-12`, `0.5`, `12.50`, `80,000` (groups of three, kept out of the number) from exactly n
 * bytes. TVX_EINPUT, with no description, for anything else: the caller knows the context. Too
 * many digits are told apart by *too_long (may be NULL).
 */
int tvx_decimal_parse(tvx_decimal *out, const char *text, size_t n, bool *too_long);

void tvx_decimal_from(tvx_decimal *out, long long whole);
int tvx_decimal_sign(const tvx_decimal *d); /* -1, 0 or 1 */
bool tvx_decimal_whole(const tvx_decimal *d);
tvx_decimal tvx_decimal_negated(const tvx_decimal *d);

/* Removes superfluous zeros after the point, so that scale is the number of decimals needed. */
void tvx_decimal_normalise(tvx_decimal *d);

int tvx_decimal_add(tvx_decimal *out, const tvx_decimal *a, const tvx_decimal *b);
int tvx_decimal_subtract(tvx_decimal *out, const tvx_decimal *a, const tvx_decimal *b);
int tvx_decimal_multiply(tvx_decimal *out, const tvx_decimal *a, const tvx_decimal *b);

/* d * 10^power; power may be negative. */
int tvx_decimal_shift(tvx_decimal *out, const tvx_decimal *d, int power);

/* a / b to `places` decimals, rounded half away from zero, normalised; b must not be 0. */
int tvx_decimal_divide(tvx_decimal *out, const tvx_decimal *a, const tvx_decimal *b, int places);

/* The power of ten of the last non-zero digit: 2 for 1200, -1 for 0.5; 0 for 0. */
int tvx_decimal_last_digit(const tvx_decimal *d);

#endif
