#include "model/value_parse.h"

#include <string.h>

#include "base/fail.h"
#include "base/text.h"
#include "model/date.h"
#include "model/decimal.h"
#include "model/quantity.h"
#include "model/value.h"
#include "model/value_parts.h"

/* A text on its way through the term's kinds. */
typedef struct reader {
    tvx_arena *arena;
    const tvx_term *term;
    const char *given;
    tvx_span words; /* the same in single blanks */
    bool split;     /* into parts, with this code, for the first kind that asks */
    int split_code;
    tvx_parts parts;
    tvx_error why; /* what a kind knows better than that it is none of its own */
} reader;

/* What is often written instead of a bound or `about`. */
static const struct {
    const char *words, *accepted;
} synonyms[] = {
    {"over", "more than"},      {"above", "more than"},       {"under", "less than"},
    {"below", "less than"},     {"at most", "up to"},         {"no more than", "up to"},
    {"not more than", "up to"}, {"no less than", "at least"}, {"not less than", "at least"},
    {"approximately", "about"}, {"around", "about"},          {"roughly", "about"},
};

static void hint_synonym(tvx_span head, tvx_error *why)
{
    for (size_t i = 0; i < sizeof synonyms / sizeof synonyms[0]; i++)
        if (tvx_span_take(&head, synonyms[i].words))
            tvx_fail_hint(why, "write '%s' instead of '%s'", synonyms[i].accepted,
                          synonyms[i].words);
}

tvx_term tvx_term_of_kind(const tvx_term *term, tvx_kind kind)
{
    tvx_term out = *term;
    out.kinds[0] = kind;
    out.n_kinds = 1;
    return out;
}

/* --- magnitudes --- */

static void set_ends(tvx_value *out, const tvx_range *range, const tvx_bound *bound)
{
    out->ratio = range->ratio;
    out->low = (tvx_end){.bounded = true, .number = range->low};
    out->high = (tvx_end){.bounded = true, .number = range->high};
    if (bound == NULL)
        return;
    tvx_end *end = bound->low ? &out->low : &out->high, *none = bound->low ? &out->high : &out->low;
    end->open = bound->open;
    none->bounded = false;
    if (!range->ratio)
        none->number = (tvx_decimal){.scale = 0};
}

static int set_word(tvx_arena *arena, tvx_span span, const char **out)
{
    *out = tvx_span_empty(span) ? NULL : tvx_span_text(arena, span);
    return *out == NULL && !tvx_span_empty(span) ? TVX_ENOMEM : TVX_OK;
}

static int set_parts(reader *r, tvx_value *out)
{
    const tvx_parts *parts = &r->parts;
    out->when = parts->when;
    out->when_date = parts->when_date;
    int code = set_word(r->arena, parts->per, &out->per);
    if (code == TVX_OK)
        code = set_word(r->arena, parts->base, &out->base);
    if (code == TVX_OK)
        code = tvx_tags_split(r->arena, parts->tags, &out->tags, &r->why);
    if (code != TVX_OK || parts->over.unit == NULL)
        return code;
    out->over = tvx_duration_text(r->arena, &parts->over);
    return out->over == NULL ? TVX_ENOMEM : TVX_OK;
}

/* Reads the head: [BOUND] ["about"] RANGE. */
static int read_head(reader *r, tvx_kind kind, tvx_span head, tvx_range *range, tvx_value *out)
{
    const tvx_span whole = head;
    const tvx_bound *bound = tvx_bound_take(&head);
    out->approx = tvx_span_take(&head, "about");
    int code = tvx_range_read(kind, &head, range, &r->why);
    if (code != TVX_OK || !tvx_span_empty(head)) {
        hint_synonym(whole, &r->why);
        return TVX_EINPUT;
    }
    if (bound != NULL && range->range) {
        tvx_fail(&r->why, TVX_EINPUT, "'%s' does not stand before a range", bound->words);
        tvx_fail_hint(&r->why, "write the range alone, or the bound with one number");
        return TVX_EINPUT;
    }
    set_ends(out, range, bound);
    return TVX_OK;
}

static int split(reader *r)
{
    if (!r->split)
        r->split_code = tvx_parts_split(r->words, &r->parts, &r->why);
    r->split = true;
    return r->split_code;
}

static int read_magnitude(reader *r, tvx_kind kind, tvx_value *out)
{
    tvx_range range;
    int code = split(r);
    if (code == TVX_OK)
        code = read_head(r, kind, r->parts.head, &range, out);
    if (code == TVX_OK && tvx_span_empty(range.unit) && kind != TVX_KIND_NUMBER)
        code = TVX_EINPUT;
    if (code == TVX_OK)
        code = set_word(r->arena, range.unit, &out->unit);
    if (code == TVX_OK)
        code = set_parts(r, out);
    if (code == TVX_OK && out->unit == NULL && !out->ratio && r->term->unit != NULL)
        code = tvx_value_take_unit(r->arena, r->term, range.scaled, out, &r->why);
    return code;
}

static int read_percentage(reader *r, tvx_value *out)
{
    return read_magnitude(r, TVX_KIND_PERCENTAGE, out);
}

static int read_money(reader *r, tvx_value *out)
{
    return read_magnitude(r, TVX_KIND_MONEY, out);
}

static int read_number(reader *r, tvx_value *out)
{
    return read_magnitude(r, TVX_KIND_NUMBER, out);
}

static int read_duration(reader *r, tvx_value *out)
{
    return read_magnitude(r, TVX_KIND_DURATION, out);
}

/* --- words --- */

static int read_date(reader *r, tvx_value *out)
{
    tvx_span rest = r->words;
    tvx_error why = {0};
    const tvx_bound *bound = tvx_bound_take(&rest);
    out->date_bound = bound == NULL ? 0 : bound->date;
    if (tvx_date_parse(&out->date, rest.at, &why) == TVX_OK)
        return TVX_OK;
    if (tvx_span_take(&rest, "about") && tvx_date_parse(&out->date, rest.at, NULL) == TVX_OK)
        tvx_fail_hint(&r->why, "a date bears '~' instead of 'about', as in '2017~'");
    hint_synonym(r->words, &r->why);
    if (r->term->n_kinds == 1 || tvx_span_digit(rest))
        tvx_fail_hint(&r->why, "%s", why.hint);
    return TVX_EINPUT;
}

static int read_level(reader *r, tvx_value *out)
{
    const tvx_texts *levels = &r->term->levels;
    const tvx_span given = tvx_span_of(r->given);
    for (size_t i = 0; i < levels->n; i++) {
        if (strcmp(levels->items[i], r->given) != 0 && strcmp(levels->items[i], r->words.at) != 0)
            continue;
        out->level = i;
        out->text = levels->items[i];
        return TVX_OK;
    }
    const char *nearest = tvx_text_nearest(given.at, levels->items, levels->n);
    if (nearest != NULL)
        tvx_fail_hint(&r->why, "did you mean '%s'?", nearest);
    return TVX_EINPUT;
}

static int read_flag(reader *r, tvx_value *out)
{
    static const char *const words[] = {"no", "yes", "No", "Yes"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(r->words.at, words[i]) != 0)
            continue;
        out->flag = i % 2 == 1;
        return TVX_OK;
    }
    return TVX_EINPUT;
}

static int read_text(reader *r, tvx_value *out)
{
    out->text = tvx_arena_text(r->arena, r->given);
    return out->text == NULL ? TVX_ENOMEM : TVX_OK;
}

/* --- all kinds --- */

static const struct {
    int (*read)(reader *r, tvx_value *out);
    const char *example;
} kinds[TVX_KINDS] = {
    [TVX_KIND_PERCENTAGE] = {read_percentage, "'50%', 'up to 50% of revenue (oil, gas)'"},
    [TVX_KIND_MONEY] = {read_money, "'USD 500 billion', '$20.50 per hour'"},
    [TVX_KIND_NUMBER] = {read_number, "'58 pages', '2:1'"},
    [TVX_KIND_DURATION] = {read_duration, "'10 years', '4 years 8 months'"},
    [TVX_KIND_DATE] = {read_date, "'2025-02-24', 'up to 2017'"},
    [TVX_KIND_LEVEL] = {read_level, NULL}, /* the declared ones */
    [TVX_KIND_FLAG] = {read_flag, "'yes', 'no'"},
    [TVX_KIND_TEXT] = {read_text, "any words"},
};

static void put_levels(tvx_buf *out, const tvx_texts *levels)
{
    enum { SHOWN = 5 };
    for (size_t i = 0; i < levels->n && i < SHOWN; i++)
        tvx_buf_format(out, "%s'%s'", i > 0 ? ", " : "", levels->items[i]);
    if (levels->n > SHOWN)
        tvx_buf_text(out, ", \xe2\x80\xa6");
}

static void hint_examples(const tvx_term *term, tvx_error *error)
{
    tvx_buf hint = {0};
    for (size_t i = 0; i < term->n_kinds; i++) {
        const tvx_kind kind = term->kinds[i];
        tvx_buf_format(&hint, "%s%s: ", i == 0 ? "for example, " : "; ", tvx_kind_name(kind));
        if (kind == TVX_KIND_LEVEL)
            put_levels(&hint, &term->levels);
        else
            tvx_buf_text(&hint, kinds[kind].example);
    }
    if (!hint.failed)
        tvx_fail_hint(error, "%s", tvx_buf_string(&hint));
    tvx_buf_dispose(&hint);
}

static int refuse(const reader *r, tvx_error *error)
{
    char quote[TVX_QUOTE];
    tvx_buf names = {0};
    for (size_t i = 0; i < r->term->n_kinds; i++)
        tvx_buf_format(&names, "%s%s", i > 0 ? " or " : "", tvx_kind_name(r->term->kinds[i]));
    bool known = r->why.message[0] != '\0';
    tvx_fail(error, TVX_EINPUT, "the value '%s' is not of kind %s%s%s",
             tvx_span_quote(tvx_span_of(r->given), quote), tvx_buf_string(&names),
             known ? ": " : "", r->why.message);
    if (r->why.hint[0] != '\0')
        tvx_fail_hint(error, "%s", r->why.hint);
    hint_examples(r->term, error);
    tvx_buf_dispose(&names);
    return TVX_EINPUT;
}

int tvx_value_set_text(tvx_arena *arena, tvx_value *value)
{
    tvx_buf text = {0};
    tvx_value_print(&text, value);
    value->text = text.failed ? NULL : tvx_arena_text(arena, tvx_buf_string(&text));
    tvx_buf_dispose(&text);
    return value->text == NULL ? TVX_ENOMEM : TVX_OK;
}

/* Reads with the first kind that can; *place is its place among the term's kinds. */
static int read_kinds(reader *r, size_t *place, tvx_value *out)
{
    int code = TVX_EINPUT;
    for (size_t i = 0; i < r->term->n_kinds && code == TVX_EINPUT; i++) {
        *place = i;
        *out = (tvx_value){.kind = r->term->kinds[i]};
        code = kinds[out->kind].read(r, out);
    }
    if (code == TVX_OK && out->text == NULL)
        code = tvx_value_set_text(r->arena, out);
    return code;
}

/* What a later kind has read may be written as an earlier one reads it ("5 thousand months" of a
   duration or a number): then it is that, so that reading and writing agree. */
static int read_earlier(tvx_arena *arena, const tvx_term *term, size_t place, tvx_value *value)
{
    tvx_term earlier = *term;
    earlier.n_kinds = place;
    tvx_value other;
    int code = tvx_value_parse(arena, &earlier, value->text, &other, NULL);
    if (code == TVX_OK)
        *value = other;
    return code == TVX_EINPUT ? TVX_OK : code;
}

int tvx_value_parse(tvx_arena *arena, const tvx_term *term, const char *text, tvx_value *out,
                    tvx_error *error)
{
    size_t place = 0;
    const char *words = tvx_value_words(arena, text);
    if (words == NULL)
        return tvx_fail_memory(error);
    reader r = {.arena = arena, .term = term, .given = text, .words = tvx_span_of(words)};
    if (tvx_span_empty(r.words))
        tvx_fail(&r.why, TVX_EINPUT, "it is empty");
    int code = tvx_span_empty(r.words) ? TVX_EINPUT : read_kinds(&r, &place, out);
    if (code == TVX_EINPUT)
        return refuse(&r, error);
    if (code == TVX_OK && place > 0 && strcmp(out->text, text) != 0)
        code = read_earlier(arena, term, place, out);
    return code == TVX_OK ? TVX_OK : tvx_fail_memory(error);
}
