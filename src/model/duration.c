#include "model/duration.h"

#include <string.h>

#include "base/fail.h"
#include "model/decimal.h"

enum { YEAR_MONTHS = 12, WEEK_DAYS = 7 };

/* In the order in which a duration names them. */
static const struct {
    const char *word, *words, *unit;
    int factor;
    char letter; /* in ISO 8601 */
    bool clock;  /* stands behind the T there */
} units[] = {
    {"year", "years", "months", YEAR_MONTHS, 'Y', false},
    {"month", "months", "months", 1, 'M', false},
    {"week", "weeks", "days", WEEK_DAYS, 'W', false},
    {"day", "days", "days", 1, 'D', false},
    {"hour", "hours", "hours", 1, 'H', true},
};
enum { UNITS = sizeof units / sizeof units[0], NO_UNIT = -1 };

/* A duration as its parts are added to it. */
typedef struct sum {
    tvx_duration *out;
    int last; /* the unit of the part before */
    bool negative;
} sum;

static int unit_of(tvx_span word)
{
    for (int i = 0; i < UNITS; i++)
        if (tvx_span_is(word, units[i].word) || tvx_span_is(word, units[i].words))
            return i;
    return NO_UNIT;
}

static int unit_of_letter(char letter, bool clock)
{
    for (int i = 0; i < UNITS; i++)
        if (units[i].letter == letter && units[i].clock == clock)
            return i;
    return NO_UNIT;
}

static int refuse_part(const sum *s, int unit, tvx_error *why)
{
    if (strcmp(units[s->last].unit, units[unit].unit) != 0) {
        tvx_fail(why, TVX_EINPUT, "%s and %s do not mix in a duration", units[s->last].words,
                 units[unit].words);
        tvx_fail_hint(why,
                      "years go with months, weeks with days, hours alone: '4 years 8 months'");
    } else if (unit <= s->last) {
        tvx_fail(why, TVX_EINPUT, "%s stand after %s in a duration", units[unit].words,
                 units[s->last].words);
        tvx_fail_hint(why, "the longer unit stands first, and each once: '4 years 8 months'");
    } else {
        tvx_fail(why, TVX_EINPUT, "a negative duration is written in one unit");
        tvx_fail_hint(why, "as in '-56 months'");
    }
    return TVX_EINPUT;
}

/* A decimal that was read has room for these sums and products. */
static int add_part(sum *s, const tvx_decimal *number, int unit, tvx_error *why)
{
    bool negative = tvx_decimal_sign(number) < 0;
    if (s->last != NO_UNIT && (unit <= s->last || negative || s->negative ||
                               strcmp(units[s->last].unit, units[unit].unit) != 0))
        return refuse_part(s, unit, why);
    tvx_decimal factor, part;
    tvx_decimal_from(&factor, units[unit].factor);
    tvx_decimal_multiply(&part, number, &factor);
    tvx_decimal_add(&s->out->number, &s->out->number, &part);
    s->out->unit = units[unit].unit;
    s->out->factor = s->last == NO_UNIT ? units[unit].factor : 0;
    s->last = unit;
    s->negative = negative;
    return TVX_OK;
}

/* Takes `4 years 8 months` after what was added so far, part by part, as far as parts go. */
static int read_words(tvx_span *span, sum *s, tvx_error *why)
{
    for (;;) {
        tvx_span rest = *span;
        tvx_decimal number;
        if (tvx_span_number(&rest, &number, why) != TVX_OK)
            break;
        tvx_span_take_blank(&rest);
        tvx_span word = tvx_span_word(rest);
        int unit = unit_of(word);
        if (unit == NO_UNIT)
            break;
        int code = add_part(s, &number, unit, why);
        if (code != TVX_OK)
            return code;
        rest.at = word.end;
        tvx_span_take_blank(&rest);
        *span = rest;
    }
    return s->last == NO_UNIT ? TVX_EINPUT : TVX_OK;
}

/* Takes `P4Y8M`, the P already taken. */
static int read_iso(tvx_span *span, sum *s, tvx_error *why)
{
    tvx_span word = tvx_span_word(*span);
    bool clock = false;
    while (!tvx_span_empty(word)) {
        tvx_decimal number;
        if (!clock && tvx_span_take_bytes(&word, "T"))
            clock = true;
        if (tvx_span_number(&word, &number, why) != TVX_OK || tvx_span_empty(word))
            return TVX_EINPUT;
        int unit = unit_of_letter(*word.at, clock);
        int code = unit == NO_UNIT ? TVX_EINPUT : add_part(s, &number, unit, why);
        if (code != TVX_OK)
            return code;
        word.at++;
    }
    span->at = word.end;
    tvx_span_take_blank(span);
    return s->last == NO_UNIT ? TVX_EINPUT : TVX_OK;
}

int tvx_duration_read(tvx_span *span, tvx_duration *out, tvx_error *why)
{
    sum s = {.out = out, .last = NO_UNIT};
    *out = (tvx_duration){.unit = NULL};
    tvx_span rest = *span;
    int code =
        tvx_span_take_bytes(&rest, "P") ? read_iso(&rest, &s, why) : read_words(&rest, &s, why);
    if (code == TVX_OK)
        code = tvx_duration_settle(&out->number, out->unit, why);
    if (code == TVX_OK)
        *span = rest;
    return code;
}

bool tvx_duration_unit(tvx_span word, tvx_duration *out)
{
    int unit = unit_of(word);
    if (unit == NO_UNIT)
        return false;
    *out = (tvx_duration){.unit = units[unit].unit, .factor = units[unit].factor};
    tvx_decimal_from(&out->number, units[unit].factor);
    return true;
}

int tvx_duration_settle(tvx_decimal *number, const char *unit, tvx_error *why)
{
    tvx_decimal_normalise(number);
    if (tvx_decimal_whole(number))
        return TVX_OK;
    char digits[TVX_DECIMAL_TEXT];
    tvx_decimal_print(number, digits);
    tvx_fail(why, TVX_EINPUT, "a duration comes out at a fraction: %s %s", digits, unit);
    tvx_fail_hint(why, "years must come out as whole months, weeks as whole days: '4.5 years' is "
                       "54 months");
    return TVX_EINPUT;
}

static void print_part(tvx_buf *out, const tvx_decimal *number, int unit)
{
    char digits[TVX_DECIMAL_TEXT];
    tvx_decimal_print(number, digits);
    bool one = strcmp(digits, "1") == 0 || strcmp(digits, "-1") == 0;
    tvx_buf_format(out, "%s %s", digits, one ? units[unit].word : units[unit].words);
}

/* Whole years in a number of months that is not negative, and the months that are left. */
static void split_months(const tvx_decimal *months, tvx_decimal *years, tvx_decimal *rest)
{
    tvx_decimal twelve, one, whole;
    tvx_decimal_from(&twelve, YEAR_MONTHS);
    tvx_decimal_from(&one, 1);
    tvx_decimal_divide(years, months, &twelve, 0);
    for (;;) {
        tvx_decimal_multiply(&whole, years, &twelve);
        tvx_decimal_subtract(rest, months, &whole);
        if (tvx_decimal_sign(rest) >= 0)
            return;
        tvx_decimal_subtract(years, years, &one); /* the quotient was rounded up */
    }
}

static void print_months(tvx_buf *out, const tvx_decimal *months)
{
    enum { YEAR, MONTH };
    bool negative = tvx_decimal_sign(months) < 0;
    tvx_decimal size = negative ? tvx_decimal_negated(months) : *months, years, rest;
    split_months(&size, &years, &rest);
    bool even = tvx_decimal_sign(&rest) == 0;
    if (tvx_decimal_sign(&years) == 0 || (negative && !even)) {
        print_part(out, months, MONTH);
        return;
    }
    if (negative)
        years = tvx_decimal_negated(&years);
    print_part(out, &years, YEAR);
    if (even)
        return;
    tvx_buf_char(out, ' ');
    print_part(out, &rest, MONTH);
}

void tvx_duration_print(tvx_buf *out, const tvx_decimal *number, const char *unit)
{
    if (strcmp(unit, "months") == 0)
        print_months(out, number);
    else
        print_part(out, number, unit_of(tvx_span_of(unit)));
}

char *tvx_duration_text(tvx_arena *arena, const tvx_duration *duration)
{
    tvx_buf text = {0};
    tvx_duration_print(&text, &duration->number, duration->unit);
    char *out = text.failed ? NULL : tvx_arena_text(arena, tvx_buf_string(&text));
    tvx_buf_dispose(&text);
    return out;
}
