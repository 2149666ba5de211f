#include "model/decimal.h"

#include <string.h>

/*
 * Every decimal made here has a scale of at most DIGITS, which is what lets it print into
 * TVX_DECIMAL_TEXT bytes and keeps all that follows within ROOM limbs: a division, the widest of
 * them, multiplies one coefficient by at most 10^(2 * DIGITS).
 */
enum { BASE = 1000000000, LIMB_DIGITS = 9, DIGITS = TVX_DECIMAL_LIMBS * LIMB_DIGITS, ROOM = 32 };

/* A natural number with room for what an operation needs on the way; no leading zero limbs. */
typedef struct wide {
    uint32_t limb[ROOM];
    size_t n;
} wide;

static void wide_trim(wide *w)
{
    while (w->n > 0 && w->limb[w->n - 1] == 0)
        w->n--;
}

static wide wide_of(const tvx_decimal *d)
{
    wide w = {.n = TVX_DECIMAL_LIMBS};
    memcpy(w.limb, d->limb, sizeof d->limb);
    wide_trim(&w);
    return w;
}

/* w * factor + more */
static void wide_scale(wide *w, uint32_t factor, uint32_t more)
{
    uint64_t carry = more;
    for (size_t i = 0; i < w->n; i++) {
        carry += (uint64_t)w->limb[i] * factor;
        w->limb[i] = (uint32_t)(carry % BASE);
        carry /= BASE;
    }
    if (carry > 0)
        w->limb[w->n++] = (uint32_t)carry;
}

static void wide_power(wide *w, int power)
{
    for (; power >= LIMB_DIGITS && w->n > 0; power -= LIMB_DIGITS) {
        memmove(w->limb + 1, w->limb, w->n * sizeof w->limb[0]);
        w->limb[0] = 0;
        w->n++;
    }
    for (; power > 0; power--)
        wide_scale(w, 10, 0);
}

static int wide_compare(const wide *a, const wide *b)
{
    if (a->n != b->n)
        return a->n < b->n ? -1 : 1;
    for (size_t i = a->n; i-- > 0;)
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    return 0;
}

static wide wide_sum(const wide *a, const wide *b)
{
    wide out = {.n = (a->n > b->n ? a->n : b->n) + 1};
    uint32_t carry = 0;
    for (size_t i = 0; i < out.n; i++) {
        carry += (i < a->n ? a->limb[i] : 0) + (i < b->n ? b->limb[i] : 0);
        out.limb[i] = carry % BASE;
        carry /= BASE;
    }
    wide_trim(&out);
    return out;
}

/* Takes factor * b from a, which is not less. */
static void wide_take(wide *a, const wide *b, uint32_t factor)
{
    uint64_t owed = 0;
    for (size_t i = 0; i < a->n; i++) {
        owed += i < b->n ? (uint64_t)b->limb[i] * factor : 0;
        uint32_t low = (uint32_t)(owed % BASE);
        owed /= BASE;
        if (a->limb[i] < low) {
            a->limb[i] += BASE;
            owed++;
        }
        a->limb[i] -= low;
    }
    wide_trim(a);
}

static wide wide_product(const wide *a, const wide *b)
{
    wide out = {.n = a->n + b->n};
    for (size_t i = 0; i < a->n; i++) {
        uint64_t carry = 0;
        for (size_t j = 0; j <= b->n; j++) {
            carry += out.limb[i + j] + (j < b->n ? (uint64_t)a->limb[i] * b->limb[j] : 0);
            out.limb[i + j] = (uint32_t)(carry % BASE);
            carry /= BASE;
        }
    }
    wide_trim(&out);
    return out;
}

/*
 * The next limb of a quotient: how often b goes into *rest, which keeps the remainder. Each guess,
 * two leading limbs over one more than b's first, is at most the truth; b's first limb being at
 * least half of BASE, few guesses are needed.
 */
static uint32_t quotient_limb(wide *rest, const wide *b)
{
    uint32_t limb = 0;
    while (wide_compare(rest, b) >= 0) {
        uint64_t leading = rest->limb[b->n - 1];
        if (rest->n > b->n)
            leading += (uint64_t)rest->limb[b->n] * BASE;
        uint32_t guess = (uint32_t)(leading / (b->limb[b->n - 1] + 1U));
        if (guess == 0)
            guess = 1;
        wide_take(rest, b, guess);
        limb += guess;
    }
    return limb;
}

/* a / b, rounded half up; b is not 0. */
static wide wide_quotient(wide a, wide b)
{
    wide out = {.n = a.n + 1}, rest = {.n = 0};
    uint32_t factor = BASE / (b.limb[b.n - 1] + 1U);
    wide_scale(&a, factor, 0);
    wide_scale(&b, factor, 0);
    for (size_t i = a.n; i-- > 0;) {
        wide_power(&rest, LIMB_DIGITS);
        rest.limb[0] = a.limb[i];
        if (rest.n == 0 && a.limb[i] > 0)
            rest.n = 1;
        out.limb[i] = quotient_limb(&rest, &b);
    }
    wide_trim(&out);
    wide_scale(&rest, 2, 0);
    const wide one = {.limb = {1}, .n = 1};
    return wide_compare(&rest, &b) >= 0 ? wide_sum(&out, &one) : out;
}

/* Divides by ten if that leaves nothing over. */
static bool wide_drop_zero(wide *w)
{
    if (w->n == 0 || w->limb[0] % 10 != 0)
        return false;
    uint32_t over = 0;
    for (size_t i = w->n; i-- > 0;) {
        uint64_t now = (uint64_t)over * BASE + w->limb[i];
        w->limb[i] = (uint32_t)(now / 10);
        over = (uint32_t)(now % 10);
    }
    wide_trim(w);
    return true;
}

/* The normalised decimal of a coefficient and a scale, if it fits. */
static int decimal_of(tvx_decimal *out, wide w, int scale, bool negative)
{
    while (scale > 0 && wide_drop_zero(&w))
        scale--;
    if (w.n == 0)
        scale = 0;
    if (w.n > TVX_DECIMAL_LIMBS || scale > DIGITS)
        return TVX_EINPUT;
    *out = (tvx_decimal){.scale = (uint16_t)scale, .negative = negative && w.n > 0};
    memcpy(out->limb, w.limb, sizeof out->limb);
    return TVX_OK;
}

/* The two coefficients at the greater of the two scales, which is returned. */
static int align(wide *a, wide *b, const tvx_decimal *da, const tvx_decimal *db)
{
    *a = wide_of(da);
    *b = wide_of(db);
    wide_power(a, db->scale - da->scale);
    wide_power(b, da->scale - db->scale);
    return da->scale > db->scale ? da->scale : db->scale;
}

void tvx_decimal_from(tvx_decimal *out, long long whole)
{
    unsigned long long rest =
        whole < 0 ? 0ULL - (unsigned long long)whole : (unsigned long long)whole;
    *out = (tvx_decimal){.negative = whole < 0};
    for (size_t i = 0; rest > 0; i++, rest /= BASE)
        out->limb[i] = (uint32_t)(rest % BASE);
}

int tvx_decimal_sign(const tvx_decimal *d)
{
    wide w = wide_of(d);
    if (w.n == 0)
        return 0;
    return d->negative ? -1 : 1;
}

bool tvx_decimal_whole(const tvx_decimal *d)
{
    tvx_decimal normal = *d;
    tvx_decimal_normalise(&normal);
    return normal.scale == 0;
}

tvx_decimal tvx_decimal_negated(const tvx_decimal *d)
{
    tvx_decimal out = *d;
    out.negative = tvx_decimal_sign(d) > 0;
    return out;
}

void tvx_decimal_normalise(tvx_decimal *d)
{
    /* What fits stays fitting: fewer digits, smaller scale. */
    (void)decimal_of(d, wide_of(d), d->scale, d->negative);
}

int tvx_decimal_compare(const tvx_decimal *a, const tvx_decimal *b)
{
    int sign_a = tvx_decimal_sign(a), sign_b = tvx_decimal_sign(b);
    if (sign_a != sign_b)
        return sign_a < sign_b ? -1 : 1;
    wide wa, wb;
    align(&wa, &wb, a, b);
    return sign_a < 0 ? wide_compare(&wb, &wa) : wide_compare(&wa, &wb);
}

int tvx_decimal_add(tvx_decimal *out, const tvx_decimal *a, const tvx_decimal *b)
{
    wide wa, wb;
    int scale = align(&wa, &wb, a, b);
    if (a->negative == b->negative)
        return decimal_of(out, wide_sum(&wa, &wb), scale, a->negative);
    if (wide_compare(&wa, &wb) >= 0) {
        wide_take(&wa, &wb, 1);
        return decimal_of(out, wa, scale, a->negative);
    }
    wide_take(&wb, &wa, 1);
    return decimal_of(out, wb, scale, b->negative);
}

int tvx_decimal_subtract(tvx_decimal *out, const tvx_decimal *a, const tvx_decimal *b)
{
    tvx_decimal minus_b = tvx_decimal_negated(b);
    return tvx_decimal_add(out, a, &minus_b);
}

int tvx_decimal_multiply(tvx_decimal *out, const tvx_decimal *a, const tvx_decimal *b)
{
    wide wa = wide_of(a), wb = wide_of(b);
    return decimal_of(out, wide_product(&wa, &wb), a->scale + b->scale, a->negative != b->negative);
}

int tvx_decimal_shift(tvx_decimal *out, const tvx_decimal *d, int power)
{
    wide w = wide_of(d);
    if (w.n == 0)
        return decimal_of(out, w, 0, false);
    if (power > 2 * DIGITS || power < -2 * DIGITS)
        return TVX_EINPUT;
    int scale = d->scale - power;
    if (scale < 0)
        wide_power(&w, -scale);
    return decimal_of(out, w, scale < 0 ? 0 : scale, d->negative);
}

int tvx_decimal_divide(tvx_decimal *out, const tvx_decimal *a, const tvx_decimal *b, int places)
{
    wide wa = wide_of(a), wb = wide_of(b);
    if (wb.n == 0 || places < 0 || places > DIGITS)
        return TVX_EINPUT;
    int power = places + b->scale - a->scale;
    wide_power(&wa, power);
    wide_power(&wb, -power);
    return decimal_of(out, wide_quotient(wa, wb), places, a->negative != b->negative);
}

int tvx_decimal_last_digit(const tvx_decimal *d)
{
    wide w = wide_of(d);
    int power = w.n == 0 ? 0 : -d->scale;
    while (wide_drop_zero(&w))
        power++;
    return power;
}

void tvx_decimal_print(const tvx_decimal *d, char out[TVX_DECIMAL_TEXT])
{
    tvx_decimal normal = *d;
    tvx_decimal_normalise(&normal);
    char digits[DIGITS + 1] = "0"; /* one more than the coefficient has, for a scale of DIGITS */
    for (size_t i = DIGITS, at = 0; i > 0; i--, at++) {
        digits[i] = (char)('0' + normal.limb[at / LIMB_DIGITS] % 10);
        normal.limb[at / LIMB_DIGITS] /= 10;
    }
    size_t point = sizeof digits - normal.scale, first = 0;
    while (first + 1 < point && digits[first] == '0')
        first++;
    size_t n = 0;
    if (normal.negative)
        out[n++] = '-';
    for (size_t i = first; i < sizeof digits; i++) {
        if (i == point)
            out[n++] = '.';
        out[n++] = digits[i];
    }
    out[n] = '\0';
}

static size_t digits_at(const char *at, const char *end)
{
    size_t n = 0;
    while (at + n < end && at[n] >= '0' && at[n] <= '9')
        n++;
    return n;
}

/* The length of `12`, `007` or `1,234,567` before anything else; 0 if it does not stand there. */
static size_t integer_at(const char *at, const char *end)
{
    size_t n = digits_at(at, end);
    if (at + n == end || at[n] != ',')
        return n;
    if (n == 0 || n > 3 || at[0] == '0')
        return 0;
    while (at + n < end && at[n] == ',') {
        if (digits_at(at + n + 1, end) != 3)
            return 0;
        n += 4;
    }
    return n;
}

/* Appends the digits, commas skipped, to w; false if they are more than `most`. */
static bool take_digits(wide *w, const char *digits, size_t n, size_t most)
{
    size_t taken = 0;
    for (size_t i = 0; i < n; i++) {
        if (digits[i] == ',')
            continue;
        if (++taken > most)
            return false;
        wide_scale(w, 10, (uint32_t)(digits[i] - '0'));
    }
    return true;
}

int tvx_decimal_parse(tvx_decimal *out, const char *text, size_t n, bool *too_long)
{
    const char *at = text, *end = text + n;
    bool ignored;
    if (too_long == NULL)
        too_long = &ignored;
    *too_long = false;
    bool negative = at < end && *at == '-';
    at += negative;
    size_t whole = integer_at(at, end), fraction = 0;
    const char *point = at + whole;
    if (whole > 0 && point < end && *point == '.')
        fraction = digits_at(point + 1, end);
    if (whole == 0 || point + (fraction > 0 ? 1 + fraction : 0) != end)
        return TVX_EINPUT;
    for (; whole > 0 && *at == '0'; whole--)
        at++;
    wide w = {.n = 0};
    *too_long = !take_digits(&w, at, whole, TVX_DECIMAL_INTEGER) ||
                !take_digits(&w, point + (fraction > 0), fraction, TVX_DECIMAL_FRACTION);
    if (*too_long)
        return TVX_EINPUT;
    *out = (tvx_decimal){.scale = (uint16_t)fraction, .negative = negative && w.n > 0};
    memcpy(out->limb, w.limb, sizeof out->limb);
    return TVX_OK;
}
