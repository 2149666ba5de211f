#include <string.h>

#include "write/words.h"

/* --- amounts --- */

/* The largest scale that leaves at most three decimals, as the written form has it. */
static void put_number(tvx_buf *out, const tvx_decimal *number)
{
    static const struct {
        size_t zeros;
        const char *name;
    } scales[] = {{12, " trillion"}, {9, " billion"}, {6, " million"}};
    char text[TVX_DECIMAL_TEXT];
    tvx_decimal_print(number, text);
    const char *digits = text[0] == '-' ? text + 1 : text;
    size_t whole = strcspn(digits, ".");
    for (size_t i = 0; i < sizeof scales / sizeof scales[0]; i++) {
        size_t zeros = scales[i].zeros, rest = zeros;
        if (whole <= zeros || digits[whole] != '\0')
            continue;
        while (rest > 0 && digits[whole - zeros + rest - 1] == '0')
            rest--;
        if (rest > 3)
            continue;
        tvx_buf_put(out, digits, whole - zeros);
        if (rest > 0)
            tvx_buf_char(out, '.');
        tvx_buf_put(out, digits + whole - zeros, rest);
        tvx_buf_text(out, scales[i].name);
        return;
    }
    tvx_buf_text(out, digits);
}

static bool is_number(const tvx_end *end, const char *text)
{
    char printed[TVX_DECIMAL_TEXT];
    tvx_decimal_print(&end->number, printed);
    return strcmp(printed[0] == '-' ? printed + 1 : printed, text) == 0;
}

static bool reads_money(const tvx_reading *reading)
{
    return reading != NULL && reading->n_alternatives > 0 &&
           reading->alternatives[0].value != NULL &&
           reading->alternatives[0].value->kind == TVX_KIND_MONEY;
}

/* A difference is no more exact than what it lies between. */
static bool reads_about(const tvx_reading *reading)
{
    for (size_t i = 0; reading != NULL && i < reading->n_alternatives; i++)
        if (reading->alternatives[i].value != NULL && reading->alternatives[i].value->approx)
            return true;
    return false;
}

/* One number of a delta, a currency before it. */
static void put_amount(tvx_buf *out, const char *word, bool about, const char *currency,
                       const tvx_end *end)
{
    tvx_buf_text(out, word);
    tvx_buf_text(out, about ? "about " : "");
    if (currency != NULL) {
        tvx_buf_text(out, currency);
        tvx_buf_char(out, ' ');
    }
    put_number(out, &end->number);
}

/* " points", " point" of 1. */
static void put_unit(tvx_buf *out, const char *unit, bool one)
{
    size_t n = strlen(unit);
    tvx_buf_char(out, ' ');
    tvx_buf_put(out, unit, one && n > 1 && unit[n - 1] == 's' ? n - 1 : n);
}

/* How far: from low to high, both above 0, at least one of them there. */
static void put_distance(tvx_buf *out, const tvx_end *low, const tvx_end *high, const char *unit,
                         bool money, bool about)
{
    const char *currency = money ? unit : NULL;
    bool closed = low->bounded && high->bounded && !low->open && !high->open;
    bool one = closed && tvx_decimal_compare(&low->number, &high->number) == 0;
    tvx_buf_text(out, " by ");
    if (low->bounded)
        put_amount(out, closed ? "" : low->open ? "more than " : "at least ", about, currency, low);
    if (low->bounded && high->bounded && !one)
        tvx_buf_text(out, closed ? " to " : " and ");
    if (high->bounded && !one)
        put_amount(out,
                   closed       ? ""
                   : high->open ? "less than "
                                : "up to ",
                   about && !low->bounded, low->bounded ? NULL : currency, high);
    if (!money && unit != NULL)
        put_unit(out, unit, one && is_number(low, "1"));
}

/* A delta below 0 is told as a distance, its ends turned round. */
static void put_delta(tvx_buf *out, const tvx_change *change)
{
    bool up = change->name == TVX_CHANGE_RAISED || change->name == TVX_CHANGE_LATER;
    bool down = change->name == TVX_CHANGE_LOWERED || change->name == TVX_CHANGE_EARLIER;
    if (!change->has_delta || (!up && !down))
        return;
    tvx_end low = up ? change->delta.low : change->delta.high;
    tvx_end high = up ? change->delta.high : change->delta.low;
    if (low.bounded && is_number(&low, "0"))
        low.bounded = false;
    if (low.bounded || high.bounded)
        put_distance(out, &low, &high, change->delta.unit,
                     reads_money(change->to) || reads_money(change->from),
                     reads_about(change->from) || reads_about(change->to));
}

/* --- the rest --- */

static void put_tags(tvx_buf *out, const tvx_change *change)
{
    if (change->tags_added.n > 0) {
        tvx_buf_text(out, ", with ");
        tvx_words_list(out, change->tags_added, ", ");
    }
    if (change->tags_removed.n > 0) {
        tvx_buf_text(out, ", without ");
        tvx_words_list(out, change->tags_removed, ", ");
    }
}

/* "raised, lowered or same". */
static void put_possible(tvx_buf *out, const tvx_change *change)
{
    for (size_t i = 0; i < change->n_possible; i++) {
        if (i > 0)
            tvx_buf_text(out, i + 1 == change->n_possible ? " or " : ", ");
        tvx_words_word(out, tvx_change_name_text(change->possible[i]));
    }
}

static const char *because_words(tvx_because because)
{
    static const char *const words[] = {
        [TVX_BECAUSE_NONE] = "",
        [TVX_BECAUSE_KIND] = " (of different kinds)",
        [TVX_BECAUSE_UNIT] = " (in different units)",
        [TVX_BECAUSE_CURRENCY] = " (in different currencies)",
        [TVX_BECAUSE_PER] = " (per different things)",
        [TVX_BECAUSE_BASE] = " (not known to be of the same thing)",
        [TVX_BECAUSE_CALENDAR] = " (months against days)",
    };
    return words[because];
}

void tvx_words_change(tvx_buf *out, const tvx_change *change)
{
    if (change->name == TVX_CHANGE_UNCLEAR)
        put_possible(out, change);
    else
        tvx_words_word(out, tvx_change_name_text(change->name));
    tvx_buf_text(out, because_words(change->because));
    put_delta(out, change);
    put_tags(out, change);
}

void tvx_words_told(tvx_buf *out, const tvx_reported_change *change, const char *value)
{
    tvx_change_name name = change->change;
    bool stays = name == TVX_CHANGE_ADDED || name == TVX_CHANGE_REMOVED || name == TVX_CHANGE_SAME;
    tvx_words_word(out, tvx_change_name_text(name));
    if (value != NULL)
        tvx_buf_format(out, "%s%s", stays ? ": " : ", to ", value);
}
