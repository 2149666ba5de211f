#include "model/quantity.h"

#include <string.h>

#include "base/fail.h"
#include "model/decimal.h"
#include "model/duration.h"
#include "model/scale.h"
#include "model/value.h"

static const struct {
    const char *sign, *code;
} signs[] = {{"$", "USD"}, {"\xe2\x82\xac", "EUR"}, {"\xc2\xa3", "GBP"}};

const tvx_bound tvx_bounds[TVX_BOUNDS] = {
    {"up to", false, false, -1},
    {"less than", false, true, -2},
    {"at least", true, false, 1},
    {"more than", true, true, 2},
};

/* A quantity as written: the scale and what is missing are settled with the other end's. */
typedef struct quantity {
    tvx_decimal number, second; /* second: of a ratio */
    bool ratio;
    int power;  /* of the scale, 0: none */
    int factor; /* of a duration's unit, 0: none or several */
    tvx_span unit;
} quantity;

const tvx_bound *tvx_bound_take(tvx_span *span)
{
    for (size_t i = 0; i < TVX_BOUNDS; i++)
        if (tvx_span_take(span, tvx_bounds[i].words))
            return &tvx_bounds[i];
    return NULL;
}

/* --- scales, units and currencies --- */

/* Takes a scale, if one is there. */
static void take_scale(tvx_span *span, bool abbreviated, quantity *out)
{
    const tvx_scale *scale = tvx_scale_take(span, abbreviated);
    out->power = scale == NULL ? 0 : scale->power;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

bool tvx_currency_code(tvx_span span)
{
    for (const char *at = span.at; at < span.end; at++)
        if (*at < 'A' || *at > 'Z')
            return false;
    return tvx_span_size(span) == 3;
}

/* Takes a currency's sign or code, if one is there. */
static void take_currency(tvx_span *span, quantity *out)
{
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (tvx_span_take_bytes(span, signs[i].sign))
            out->unit = tvx_span_of(signs[i].code);
    tvx_span code = {span->at, span->at + (tvx_span_size(*span) < 3 ? 0 : 3)};
    if (tvx_span_empty(out->unit) && tvx_currency_code(code)) {
        out->unit = code;
        span->at = code.end;
    }
    if (!tvx_span_empty(out->unit))
        tvx_span_take_blank(span);
}

static tvx_span without_s(tvx_span unit)
{
    if (!tvx_span_empty(unit) && unit.end[-1] == 's')
        unit.end--;
    return unit;
}

bool tvx_span_same_unit(tvx_span a, tvx_span b)
{
    a = without_s(a);
    b = without_s(b);
    return tvx_span_size(a) == tvx_span_size(b) && memcmp(a.at, b.at, tvx_span_size(a)) == 0;
}

/* True where a range goes on: "to" and a number. */
static bool is_range_word(tvx_span span)
{
    return tvx_span_take(&span, "to") && tvx_span_digit(span);
}

/*
 * What would be misread, or be missed as a scale: `5 bn barrels`, `5 k pages`, `50 per cent`,
 * `5 000`. A lone m or k may be a unit.
 */
static int check_unit(tvx_span unit, tvx_error *why)
{
    char quote[TVX_QUOTE];
    tvx_span word = tvx_span_word(unit);
    if (!is_letter(*unit.at) || tvx_span_is(word, "percent") || tvx_span_is(word, "per"))
        return TVX_EINPUT;
    const tvx_scale *scale = tvx_scale_find(word);
    if (scale == NULL || (word.end == unit.end && tvx_span_size(word) == 1))
        return TVX_OK;
    if (tvx_span_is(word, scale->word))
        return tvx_fail(why, TVX_EINPUT, "a number has one scale");
    tvx_fail(why, TVX_EINPUT, "'%s' stands for a scale after a currency only",
             tvx_span_quote(word, quote));
    tvx_fail_hint(why, "write '%s'", scale->word);
    return TVX_EINPUT;
}

/* Takes the words of a unit, up to where a range goes on. */
static int take_unit(tvx_span *span, quantity *out, tvx_error *why)
{
    tvx_span rest = *span;
    while (!tvx_span_empty(rest) && !is_range_word(rest)) {
        while (!tvx_span_empty(rest) && *rest.at != ' ')
            rest.at++;
        tvx_span_take_blank(&rest);
    }
    out->unit = tvx_span_trimmed((tvx_span){span->at, rest.at});
    span->at = rest.at;
    return tvx_span_empty(out->unit) ? TVX_OK : check_unit(out->unit, why);
}

/* --- one quantity of each kind --- */

static int read_percentage(tvx_span *span, quantity *out, tvx_error *why)
{
    int code = tvx_span_number(span, &out->number, why);
    if (code != TVX_OK)
        return code;
    tvx_span_take_blank(span);
    if (tvx_span_take_bytes(span, "%")) {
        out->unit = tvx_span_of("%");
        tvx_span_take_blank(span);
    } else if (tvx_span_take(span, "percent") || tvx_span_take(span, "per cent")) {
        out->unit = tvx_span_of("%");
    }
    return TVX_OK;
}

static int read_money(tvx_span *span, quantity *out, tvx_error *why)
{
    take_currency(span, out);
    int code = tvx_span_number(span, &out->number, why);
    if (code != TVX_OK)
        return code;
    tvx_span_take_blank(span);
    take_scale(span, true, out);
    return TVX_OK;
}

static int read_ratio(tvx_span *span, quantity *out, tvx_error *why)
{
    out->ratio = true;
    int code = tvx_span_number(span, &out->second, why);
    if (code != TVX_OK)
        return code;
    if (tvx_decimal_sign(&out->second) == 0)
        return tvx_fail(why, TVX_EINPUT, "a ratio to 0 is no fraction");
    if (tvx_span_empty(*span))
        return TVX_OK;
    tvx_fail(why, TVX_EINPUT, "a ratio has no unit, no scale and no range");
    tvx_fail_hint(why, "write it alone, as in '2:1'; what it is of goes behind 'of'");
    return TVX_EINPUT;
}

static int read_number(tvx_span *span, quantity *out, tvx_error *why)
{
    int code = tvx_span_number(span, &out->number, why);
    if (code != TVX_OK)
        return code;
    if (tvx_span_take_bytes(span, ":"))
        return read_ratio(span, out, why);
    if (!tvx_span_empty(*span) && *span->at != ' ')
        return TVX_EINPUT;
    tvx_span_take_blank(span);
    take_scale(span, false, out);
    return take_unit(span, out, why);
}

/* A number alone is the end of a range whose other end has the unit. */
static int read_duration(tvx_span *span, quantity *out, tvx_error *why)
{
    tvx_span bare = *span;
    if (tvx_span_number(&bare, &out->number, why) == TVX_OK) {
        tvx_span_take_blank(&bare);
        if (tvx_span_empty(bare) || is_range_word(bare)) {
            *span = bare;
            return TVX_OK;
        }
    }
    tvx_duration duration;
    int code = tvx_duration_read(span, &duration, why);
    if (code != TVX_OK)
        return code;
    out->number = duration.number;
    out->unit = tvx_span_of(duration.unit);
    out->factor = duration.factor;
    return TVX_OK;
}

static int (*const readers[])(tvx_span *, quantity *, tvx_error *) = {
    [TVX_KIND_PERCENTAGE] = read_percentage,
    [TVX_KIND_MONEY] = read_money,
    [TVX_KIND_NUMBER] = read_number,
    [TVX_KIND_DURATION] = read_duration,
};

/* --- ranges --- */

/* Gives one end what only the other has. */
static void share(quantity *to, const quantity *from)
{
    if (to->power == 0)
        to->power = from->power;
    if (!tvx_span_empty(to->unit) || tvx_span_empty(from->unit))
        return;
    to->unit = from->unit;
    to->factor = from->factor;
    if (from->factor > 1) {
        tvx_decimal factor;
        tvx_decimal_from(&factor, from->factor);
        tvx_decimal_multiply(&to->number, &to->number, &factor);
    }
}

static int refuse_units(const quantity *low, const quantity *high, tvx_error *why)
{
    char one[TVX_QUOTE], other[TVX_QUOTE];
    tvx_fail(why, TVX_EINPUT, "the ends of the range are of different units: '%s' and '%s'",
             tvx_span_quote(low->unit, one), tvx_span_quote(high->unit, other));
    tvx_fail_hint(why, "write both ends in one unit; given once, it counts for both");
    return TVX_EINPUT;
}

/* True if one end lacks a unit that the other's several units do not tell. */
static bool is_unclear(const quantity *a, const quantity *b)
{
    return tvx_span_empty(a->unit) && !tvx_span_empty(b->unit) && b->factor == 0;
}

static int join(tvx_kind kind, quantity *low, quantity *high, tvx_error *why)
{
    if (low->ratio || high->ratio)
        return tvx_fail(why, TVX_EINPUT, "a range has no ratio at its ends");
    if (kind == TVX_KIND_DURATION && (is_unclear(low, high) || is_unclear(high, low))) {
        tvx_fail(why, TVX_EINPUT, "an end of the range has no unit");
        tvx_fail_hint(why, "as in '4 years to 5 years 8 months'");
        return TVX_EINPUT;
    }
    share(low, high);
    share(high, low);
    return tvx_span_same_unit(low->unit, high->unit) ? TVX_OK : refuse_units(low, high, why);
}

int tvx_number_settle(tvx_decimal *number, tvx_error *why)
{
    tvx_decimal limit, size = *number;
    tvx_decimal_normalise(number);
    tvx_decimal_from(&limit, 1);
    tvx_decimal_shift(&limit, &limit, TVX_DECIMAL_INTEGER);
    size.negative = false;
    if (tvx_decimal_compare(&size, &limit) < 0)
        return TVX_OK;
    tvx_fail(why, TVX_EINPUT, "the number has too many digits");
    tvx_fail_hint(why, "numbers have up to %d digits before the point", TVX_DECIMAL_INTEGER);
    return TVX_EINPUT;
}

/* Works the scale into the number. */
static int settle(tvx_kind kind, tvx_decimal *number, const quantity *q, tvx_error *why)
{
    char unit[TVX_QUOTE];
    tvx_decimal_shift(number, number, q->power);
    int code = tvx_number_settle(number, why);
    if (code == TVX_OK && kind == TVX_KIND_DURATION && !tvx_span_empty(q->unit))
        code = tvx_duration_settle(number, tvx_span_quote(q->unit, unit), why);
    return code;
}

static int check_order(const tvx_range *range, tvx_error *why)
{
    if (!range->range || tvx_decimal_compare(&range->low, &range->high) <= 0)
        return TVX_OK;
    char low[TVX_DECIMAL_TEXT], high[TVX_DECIMAL_TEXT];
    tvx_decimal_print(&range->low, low);
    tvx_decimal_print(&range->high, high);
    tvx_fail(why, TVX_EINPUT, "the range runs down, from %s to %s", low, high);
    tvx_fail_hint(why, "the smaller end stands first; a scale given once counts for both ends");
    return TVX_EINPUT;
}

int tvx_range_read(tvx_kind kind, tvx_span *span, tvx_range *out, tvx_error *why)
{
    quantity low = {.unit = {span->at, span->at}}, high = low;
    int code = readers[kind](span, &low, why);
    *out = (tvx_range){.range = code == TVX_OK && tvx_span_take(span, "to")};
    if (out->range)
        code = readers[kind](span, &high, why);
    if (code == TVX_OK && out->range)
        code = join(kind, &low, &high, why);
    if (code != TVX_OK)
        return code;
    out->ratio = low.ratio;
    out->scaled = low.power > 0;
    out->unit = low.unit;
    out->low = low.number;
    out->high = low.ratio ? low.second : out->range ? high.number : low.number;
    code = settle(kind, &out->low, &low, why);
    if (code == TVX_OK)
        code = settle(kind, &out->high, out->range ? &high : &low, why);
    return code == TVX_OK ? check_order(out, why) : code;
}
