#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "model/date.h"
#include "model/decimal.h"
#include "model/duration.h"
#include "model/magnitude.h"
#include "model/quantity.h"
#include "model/value.h"
#include "model/value_parse.h"
#include "model/value_parts.h"

/* A form on its way to a value. */
typedef struct maker {
    tvx_arena *arena;
    tvx_term term; /* as if it had the form's kind alone */
    const tvx_form *form;
    tvx_kind kind;
    tvx_duration time; /* of a duration: what one of its unit is */
    tvx_error *error;
} maker;

/* Refuses a member because of what it says. */
static int refuse(const maker *m, const char *pointer, const char *message, const char *text,
                  const char *hint)
{
    char quote[TVX_QUOTE];
    tvx_fail(m->error, TVX_EINPUT, "%s: '%s'", message, tvx_span_quote(tvx_span_of(text), quote));
    tvx_fail_hint(m->error, "%s", hint);
    tvx_fail_within(m->error, "%s", pointer);
    return TVX_EINPUT;
}

/* Refuses a form because of which members it has. */
static int refuse_members(const maker *m, const char *pointer, const char *message)
{
    tvx_fail(m->error, TVX_EINPUT, "a value of kind %s %s", tvx_kind_name(m->kind), message);
    tvx_fail_within(m->error, "%s", pointer);
    return TVX_EINPUT;
}

/* --- the parts of a magnitude --- */

static int set_end(const maker *m, const char *pointer, const char *text, bool open, tvx_end *out)
{
    if (text == NULL)
        return TVX_OK;
    bool too_long = false;
    *out = (tvx_end){.bounded = true, .open = open};
    if (!tvx_number_plain(text) ||
        tvx_decimal_parse(&out->number, text, strlen(text), &too_long) != TVX_OK)
        return refuse(m, pointer,
                      too_long ? "the number has too many digits" : "this is not a plain number",
                      text, "write it as '50', '-0.5' or '500000000000'");
    int code = TVX_OK;
    if (m->kind == TVX_KIND_DURATION)
        code = tvx_decimal_multiply(&out->number, &out->number, &m->time.number);
    if (code == TVX_OK)
        code = tvx_number_settle(&out->number, m->error);
    if (code == TVX_OK && m->kind == TVX_KIND_DURATION)
        code = tvx_duration_settle(&out->number, m->time.unit, m->error);
    if (code != TVX_OK)
        tvx_fail_within(m->error, "%s", pointer);
    return code;
}

static int set_ends(const maker *m, tvx_value *out)
{
    const tvx_form *form = m->form;
    if (form->low_open && (form->low == NULL || form->high != NULL))
        return refuse_members(m, "/low_open", "has an open low end only with 'low' and no 'high'");
    if (form->high_open && (form->high == NULL || form->low != NULL))
        return refuse_members(m, "/high_open",
                              "has an open high end only with 'high' and no 'low'");
    int code = set_end(m, "/low", form->low, form->low_open, &out->low);
    if (code == TVX_OK)
        code = set_end(m, "/high", form->high, form->high_open, &out->high);
    if (code == TVX_OK && form->low != NULL && form->high != NULL &&
        tvx_decimal_compare(&out->low.number, &out->high.number) > 0)
        return refuse(m, "/low", "the low end is greater than the high one", form->low,
                      "the smaller number is 'low'");
    return code;
}

/* What a kind's unit may be. */
static int check_unit(maker *m, const char *unit)
{
    const tvx_span span = tvx_span_of(unit);
    if (m->kind == TVX_KIND_PERCENTAGE && strcmp(unit, "%") != 0)
        return refuse(m, "/unit", "the unit of a percentage is '%'", unit, "leave it out");
    if (m->kind == TVX_KIND_MONEY && !tvx_currency_code(span))
        return refuse(m, "/unit", "this is not the code of a currency", unit,
                      "three capital letters, as in 'USD'");
    if (m->kind == TVX_KIND_DURATION && !tvx_duration_unit(span, &m->time))
        return refuse(m, "/unit", "this is not a unit of time", unit,
                      "one of 'months', 'days' and 'hours'");
    return TVX_OK;
}

static int set_unit(maker *m, tvx_value *out)
{
    const char *unit = m->form->unit;
    if (unit == NULL && m->kind == TVX_KIND_PERCENTAGE)
        unit = "%";
    if (unit == NULL) {
        bool needed = m->kind == TVX_KIND_MONEY || m->kind == TVX_KIND_DURATION;
        return needed && out->unit == NULL
                   ? refuse_members(m, "", "needs a 'unit', such as 'USD' or 'months'")
                   : TVX_OK;
    }
    int code = check_unit(m, unit);
    if (code != TVX_OK)
        return code;
    out->unit = m->kind == TVX_KIND_DURATION ? m->time.unit : tvx_value_words(m->arena, unit);
    return out->unit == NULL ? tvx_fail_memory(m->error) : TVX_OK;
}

static int set_words(const maker *m, const char *text, const char **out)
{
    if (text == NULL)
        return TVX_OK;
    *out = tvx_value_words(m->arena, text);
    return *out == NULL ? tvx_fail_memory(m->error) : TVX_OK;
}

static int set_tags(const maker *m, tvx_value *out)
{
    const tvx_texts *given = &m->form->tags;
    if (given->n == 0)
        return TVX_OK;
    const char **items = tvx_arena_new(m->arena, given->n, sizeof *items);
    if (items == NULL)
        return tvx_fail_memory(m->error);
    int code = TVX_OK;
    for (size_t i = 0; i < given->n && code == TVX_OK; i++) {
        code = set_words(m, given->items[i], &items[i]);
        if (code != TVX_OK || (items[i][0] != '\0' && strpbrk(items[i], "(),") == NULL))
            continue;
        code = refuse(m, "", "a tag is empty or holds a bracket or a comma", items[i],
                      "give each of several tags by itself");
        tvx_fail_within(m->error, "/tags/%zu", i);
    }
    out->tags = (tvx_texts){items, given->n};
    return code;
}

static int set_over(const maker *m, tvx_value *out)
{
    const char *words = NULL;
    int code = set_words(m, m->form->over, &words);
    if (code != TVX_OK || words == NULL)
        return code;
    tvx_duration over;
    tvx_span rest = tvx_span_of(words);
    if (tvx_duration_read(&rest, &over, NULL) != TVX_OK || !tvx_span_empty(rest))
        return refuse(m, "/over", "this is not a duration", words, "as in '4 years 8 months'");
    out->over = tvx_duration_text(m->arena, &over);
    return out->over == NULL ? tvx_fail_memory(m->error) : TVX_OK;
}

static int set_when(const maker *m, tvx_value *out)
{
    const tvx_form_when *form = m->form->when;
    if (form == NULL)
        return TVX_OK;
    const char *const dates[] = {[TVX_WHEN_BY] = form->by,
                                 [TVX_WHEN_UNTIL] = form->until,
                                 [TVX_WHEN_STARTING] = form->starting};
    const char *date = NULL;
    for (int word = TVX_WHEN_BY; word <= TVX_WHEN_STARTING; word++) {
        if (dates[word] == NULL)
            continue;
        if (date != NULL)
            return refuse_members(m, "/when", "has one date only");
        date = dates[word];
        out->when = (tvx_when_word)word;
    }
    if (date == NULL)
        return refuse_members(m, "/when", "has 'by', 'until' or 'starting' in its 'when'");
    const char *copy = tvx_arena_text(m->arena, date);
    if (copy == NULL)
        return tvx_fail_memory(m->error);
    int code = tvx_date_parse(&out->when_date, copy, m->error);
    if (code != TVX_OK)
        tvx_fail_within(m->error, "/when/%s", tvx_when_name(out->when));
    return code;
}

/* Puts the members given into a value. */
static int set_members(maker *m, bool has_ends, tvx_value *out)
{
    int code = set_unit(m, out);
    if (code == TVX_OK && has_ends)
        code = set_ends(m, out);
    if (code == TVX_OK)
        code = set_words(m, m->form->per, &out->per);
    if (code == TVX_OK)
        code = set_words(m, m->form->base, &out->base);
    if (code == TVX_OK)
        code = set_tags(m, out);
    if (code == TVX_OK)
        code = set_over(m, out);
    if (code == TVX_OK)
        code = set_when(m, out);
    out->approx = out->approx || m->form->approx;
    if (code == TVX_OK && m->kind == TVX_KIND_NUMBER && has_ends && out->unit == NULL &&
        m->term.unit != NULL)
        code = tvx_value_take_unit(m->arena, &m->term, false, out, m->error);
    return code == TVX_ENOMEM ? tvx_fail_memory(m->error) : code;
}

/* --- what cannot be written --- */

/* True in *same if the value's written form is read as the same value under the term. */
static int reads_back(tvx_arena *arena, const tvx_term *term, tvx_value *value, tvx_value *back,
                      bool *same)
{
    int code = tvx_value_set_text(arena, value);
    if (code == TVX_OK)
        code = tvx_value_parse(arena, term, value->text, back, NULL);
    *same = code == TVX_OK && tvx_value_equal(value, back);
    if (code != TVX_OK)
        back->kind = value->kind;
    return code == TVX_ENOMEM ? code : TVX_OK;
}

/* Tries each member with free words by itself, so that the error can name it. */
static int check_words(const maker *m, const tvx_value *value)
{
    const struct {
        const char *pointer, *words, *per, *base;
    } members[] = {
        {"/unit", value->unit, NULL, NULL},
        {"/per", value->per, value->per, NULL},
        {"/base", value->base, NULL, value->base},
    };
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++) {
        if (members[i].words == NULL)
            continue;
        bool same;
        tvx_value back, alone = *value;
        alone.per = members[i].per;
        alone.base = members[i].base;
        alone.tags.n = 0;
        alone.over = NULL;
        alone.when = TVX_WHEN_NONE;
        alone.when_date.text = NULL;
        if (reads_back(m->arena, &m->term, &alone, &back, &same) != TVX_OK)
            return tvx_fail_memory(m->error);
        if (!same)
            return refuse(m, members[i].pointer, "this would be misread in the written form",
                          members[i].words,
                          "key words (per, of, from, for, over, by …) and brackets have members of "
                          "their own; other words go into 'tags'");
    }
    return TVX_OK;
}

static int check_written(maker *m, const tvx_term *term, tvx_value *out)
{
    bool same;
    tvx_value back;
    if (reads_back(m->arena, term, out, &back, &same) != TVX_OK)
        return tvx_fail_memory(m->error);
    if (same)
        return TVX_OK;
    if (back.kind == m->kind)
        return refuse(m, "", "this cannot be written as a value", out->text,
                      "a part of it would be misread; put its words into 'tags'");
    char hint[TVX_QUOTE];
    snprintf(hint, sizeof hint, "under this term it is of kind %s", tvx_kind_name(back.kind));
    return refuse(m, "/kind", "the written form would be read as another kind", out->text, hint);
}

/* --- the whole --- */

static int read_text(const maker *m, tvx_value *out)
{
    int code = tvx_value_parse(m->arena, &m->term, m->form->text, out, m->error);
    if (code == TVX_EINPUT)
        tvx_fail_within(m->error, "/text");
    return code;
}

/* The first member that only magnitudes have; NULL if none is given. */
static const char *magnitude_member(const tvx_form *form)
{
    const struct {
        const char *pointer;
        bool given;
    } members[] = {
        {"/low", form->low != NULL},   {"/high", form->high != NULL},
        {"/low_open", form->low_open}, {"/high_open", form->high_open},
        {"/approx", form->approx},     {"/unit", form->unit != NULL},
        {"/per", form->per != NULL},   {"/base", form->base != NULL},
        {"/tags", form->tags.n > 0},   {"/over", form->over != NULL},
        {"/when", form->when != NULL},
    };
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        if (members[i].given)
            return members[i].pointer;
    return NULL;
}

static int from_words(const maker *m, tvx_value *out)
{
    const char *extra = magnitude_member(m->form);
    if (extra != NULL)
        return refuse_members(m, extra, "has 'text' and nothing else");
    return m->form->text == NULL ? refuse_members(m, "", "needs its 'text'") : read_text(m, out);
}

static int from_parts(maker *m, tvx_value *out)
{
    const tvx_form *form = m->form;
    bool has_ends = form->low != NULL || form->high != NULL;
    tvx_value told = {.kind = m->kind};
    int code = form->text == NULL ? TVX_OK : read_text(m, &told);
    if (code == TVX_OK && !has_ends && form->text == NULL)
        code = refuse_members(m, "", "needs 'low', 'high' or 'text'");
    *out = has_ends ? (tvx_value){.kind = m->kind} : told;
    if (code == TVX_OK)
        code = set_members(m, has_ends, out);
    if (code == TVX_OK)
        code = check_words(m, out);
    if (code == TVX_OK && form->text != NULL && !tvx_value_equal(out, &told))
        code = refuse(m, "/text", "the text says something else than the other members", form->text,
                      "leave one of the two out");
    return code;
}

int tvx_value_from_form(tvx_arena *arena, const tvx_term *term, const tvx_form *form,
                        tvx_value *out, tvx_error *error)
{
    maker m = {.arena = arena, .form = form, .error = error};
    bool known = tvx_kind_from_name(form->kind, &m.kind), has_kind = false;
    for (size_t i = 0; i < term->n_kinds && known; i++)
        has_kind = has_kind || term->kinds[i] == m.kind;
    if (!has_kind)
        return refuse(&m, "/kind",
                      known ? "the term has no values of this kind" : "there is no such kind",
                      form->kind, "give one of the term's kinds");
    m.term = tvx_term_of_kind(term, m.kind);
    *out = (tvx_value){.kind = m.kind};
    int code = tvx_value_has_magnitude(out) ? from_parts(&m, out) : from_words(&m, out);
    return code == TVX_OK ? check_written(&m, term, out) : code;
}
