#include <string.h>

#include "model/decimal.h"
#include "model/duration.h"
#include "model/quantity.h"
#include "model/scale.h"
#include "model/value.h"
#include "model/value_parts.h"

/* Appends d / 10^power, and after it the scale's word where `worded`. */
static void put_number(tvx_buf *out, const tvx_decimal *d, int power, bool worded)
{
    tvx_decimal scaled;
    char digits[TVX_DECIMAL_TEXT];
    tvx_decimal_shift(&scaled, d, -power);
    tvx_decimal_print(&scaled, digits);
    tvx_buf_text(out, digits);
    if (worded && power > 0)
        tvx_buf_format(out, " %s", tvx_scale_word(power));
}

/* Both ends of a range: 0 goes with any scale; where only one end would have one, none has. */
static void put_range(tvx_buf *out, const tvx_decimal *low, const tvx_decimal *high)
{
    int below = tvx_scale_of(low), above = tvx_scale_of(high);
    if (tvx_decimal_sign(low) == 0)
        below = above;
    if (tvx_decimal_sign(high) == 0)
        above = below;
    if (below == 0 || above == 0)
        below = above = 0;
    put_number(out, low, below, below != above);
    tvx_buf_text(out, " to ");
    put_number(out, high, above, true);
}

static bool is_range(const tvx_value *value)
{
    return value->low.bounded && value->high.bounded &&
           tvx_decimal_compare(&value->low.number, &value->high.number) != 0;
}

static void put_percentage(tvx_buf *out, const tvx_value *value, const tvx_decimal *number)
{
    if (is_range(value)) {
        put_number(out, &value->low.number, 0, false);
        tvx_buf_text(out, " to ");
    }
    put_number(out, number, 0, false);
    tvx_buf_char(out, '%');
}

static void put_amount(tvx_buf *out, const tvx_value *value, const tvx_decimal *number)
{
    if (value->kind == TVX_KIND_MONEY)
        tvx_buf_format(out, "%s ", value->unit);
    if (is_range(value))
        put_range(out, &value->low.number, &value->high.number);
    else
        put_number(out, number, tvx_scale_of(number), true);
    if (value->kind == TVX_KIND_NUMBER && value->unit != NULL)
        tvx_buf_format(out, " %s", value->unit);
}

static void put_duration(tvx_buf *out, const tvx_value *value, const tvx_decimal *number)
{
    if (is_range(value)) {
        tvx_duration_print(out, &value->low.number, value->unit);
        tvx_buf_text(out, " to ");
    }
    tvx_duration_print(out, number, value->unit);
}

static void put_bound(tvx_buf *out, const tvx_value *value)
{
    if (value->low.bounded && value->high.bounded)
        return;
    const tvx_end *end = value->low.bounded ? &value->low : &value->high;
    for (size_t i = 0; i < TVX_BOUNDS; i++)
        if (tvx_bounds[i].low == value->low.bounded && tvx_bounds[i].open == end->open)
            tvx_buf_format(out, "%s ", tvx_bounds[i].words);
}

static void put_quantity(tvx_buf *out, const tvx_value *value)
{
    /* Of a range, the upper end. */
    const tvx_decimal *number = value->high.bounded ? &value->high.number : &value->low.number;
    if (value->ratio) {
        put_number(out, &value->low.number, 0, false);
        tvx_buf_char(out, ':');
        put_number(out, &value->high.number, 0, false);
    } else if (value->kind == TVX_KIND_PERCENTAGE) {
        put_percentage(out, value, number);
    } else if (value->kind == TVX_KIND_DURATION) {
        put_duration(out, value, number);
    } else {
        put_amount(out, value, number);
    }
}

static void put_part(tvx_buf *out, const char *key_word, const char *words)
{
    if (words == NULL)
        return;
    tvx_buf_format(out, " %s ", key_word);
    tvx_buf_text(out, words);
}

static void put_tags(tvx_buf *out, const tvx_texts *tags)
{
    for (size_t i = 0; i < tags->n; i++) {
        tvx_buf_text(out, i == 0 ? " (" : ", ");
        tvx_buf_text(out, tags->items[i]);
    }
    if (tags->n > 0)
        tvx_buf_char(out, ')');
}

static void put_magnitude(tvx_buf *out, const tvx_value *value)
{
    put_bound(out, value);
    if (value->approx)
        tvx_buf_text(out, "about ");
    put_quantity(out, value);
    put_part(out, "per", value->per);
    put_part(out, "of", value->base);
    put_tags(out, &value->tags);
    put_part(out, "over", value->over);
    if (value->when != TVX_WHEN_NONE)
        put_part(out, tvx_when_name(value->when), value->when_date.text);
}

static void put_date(tvx_buf *out, const tvx_value *value)
{
    for (size_t i = 0; i < TVX_BOUNDS; i++)
        if (tvx_bounds[i].date == value->date_bound)
            tvx_buf_format(out, "%s ", tvx_bounds[i].words);
    tvx_buf_text(out, value->date.text);
}

void tvx_value_print(tvx_buf *out, const tvx_value *value)
{
    if (value->kind == TVX_KIND_DATE)
        put_date(out, value);
    else if (value->kind == TVX_KIND_FLAG)
        tvx_buf_text(out, value->flag ? "yes" : "no");
    else if (value->kind == TVX_KIND_LEVEL || value->kind == TVX_KIND_TEXT)
        tvx_buf_text(out, value->text);
    else
        put_magnitude(out, value);
}
