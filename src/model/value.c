#include "model/value.h"

#include <string.h>

#include "base/fail.h"
#include "model/decimal.h"
#include "model/quantity.h"
#include "model/value_parse.h"
#include "model/words.h"

const char *tvx_kind_name(tvx_kind kind)
{
    return tvx_kind_words[kind];
}

bool tvx_kind_from_name(const char *name, tvx_kind *out)
{
    for (int i = 0; i < TVX_KINDS; i++) {
        if (strcmp(name, tvx_kind_words[i]) != 0)
            continue;
        *out = (tvx_kind)i;
        return true;
    }
    return false;
}

bool tvx_unit_equal(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    return tvx_span_same_unit(tvx_span_of(a), tvx_span_of(b));
}

static bool words_equal(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool tags_equal(const tvx_texts *a, const tvx_texts *b)
{
    if (a->n != b->n)
        return false;
    for (size_t i = 0; i < a->n; i++)
        if (strcmp(a->items[i], b->items[i]) != 0)
            return false;
    return true;
}

/* The numbers of a ratio count whatever its bound. */
static bool ends_equal(const tvx_end *a, const tvx_end *b, bool ratio)
{
    if (a->bounded != b->bounded || a->open != b->open)
        return false;
    return !(a->bounded || ratio) || tvx_decimal_compare(&a->number, &b->number) == 0;
}

bool tvx_value_equal(const tvx_value *a, const tvx_value *b)
{
    return a->kind == b->kind && a->approx == b->approx && a->ratio == b->ratio &&
           ends_equal(&a->low, &b->low, a->ratio) && ends_equal(&a->high, &b->high, a->ratio) &&
           tvx_unit_equal(a->unit, b->unit) && tvx_unit_equal(a->per, b->per) &&
           words_equal(a->base, b->base) && tags_equal(&a->tags, &b->tags) &&
           words_equal(a->over, b->over) && a->when == b->when &&
           words_equal(a->when_date.text, b->when_date.text) && a->date_bound == b->date_bound &&
           words_equal(a->date.text, b->date.text) && a->level == b->level && a->flag == b->flag &&
           (a->kind != TVX_KIND_TEXT || strcmp(a->text, b->text) == 0);
}

int tvx_value_read(tvx_arena *arena, const tvx_term *term, const tvx_given *given, tvx_value *out,
                   tvx_error *error)
{
    return given->form != NULL ? tvx_value_from_form(arena, term, given->form, out, error)
                               : tvx_value_parse(arena, term, given->text, out, error);
}

/* The words of a form: its text, or what the other members come to. */
static int form_words(tvx_arena *arena, const tvx_form *form, const char **out, tvx_error *error)
{
    tvx_term term = {.title = "", .n_kinds = 1};
    tvx_value value = {.text = form->text};
    int code = TVX_OK;
    if (form->text == NULL && !tvx_kind_from_name(form->kind, &term.kinds[0]))
        code = tvx_fail(error, TVX_EINPUT, "unknown kind '%s'", form->kind);
    if (form->text == NULL && code == TVX_OK)
        code = tvx_value_from_form(arena, &term, form, &value, error);
    *out = value.text;
    return code;
}

int tvx_value_wording(tvx_arena *arena, const tvx_given *given, tvx_value *out, tvx_error *error)
{
    const char *words = given->text;
    int code = given->form == NULL ? TVX_OK : form_words(arena, given->form, &words, error);
    *out = (tvx_value){.kind = TVX_KIND_TEXT};
    if (code != TVX_OK)
        return code;
    out->text = tvx_arena_text(arena, words);
    return out->text == NULL ? tvx_fail_memory(error) : TVX_OK;
}
