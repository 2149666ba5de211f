/* Claims reduced to answers: the words, keys and parts that section 5 compares. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/text.h"
#include "diff/alternatives.h"
#include "model/decimal.h"
#include "model/vocabulary.h"

static bool is_zero_end(const tvx_end *end)
{
    return end->bounded && tvx_decimal_sign(&end->number) == 0;
}

static bool is_zero(const tvx_value *value)
{
    if (!tvx_value_has_magnitude(value) || value->approx)
        return false;
    if (value->ratio && tvx_decimal_sign(&value->low.number) != 0)
        return false; /* however small: a fraction's magnitude is rounded */
    tvx_interval magnitude = tvx_magnitude(value);
    return is_zero_end(&magnitude.low) && is_zero_end(&magnitude.high);
}

bool tvx_answer_denies(tvx_stance stance, const tvx_value *value)
{
    if (stance == TVX_STANCE_ABSENT)
        return value == NULL;
    if (stance != TVX_STANCE_STATED || value == NULL)
        return false;
    return value->kind == TVX_KIND_FLAG ? !value->flag : is_zero(value);
}

const char *tvx_evidence_text(tvx_arena *arena, const tvx_evidence *evidence)
{
    tvx_stance stance = evidence->claim->stance;
    const char *condition = evidence->claim->condition;
    const char *value = evidence->value == NULL ? NULL : evidence->value->text;
    const char *words =
        stance == TVX_STANCE_STATED && value != NULL ? value : tvx_stance_name(stance);
    if (stance == TVX_STANCE_ABSENT && value != NULL)
        words = tvx_arena_format(arena, "not %s", value);
    if (words != NULL && condition != NULL)
        words = tvx_arena_format(arena, "%s (if %s)", words, condition);
    return words;
}

/* Keys are made of fields that cannot run into each other: lengths stand before free words. */
static void put_words(tvx_buf *key, const char *words)
{
    if (words == NULL)
        tvx_buf_char(key, '-');
    else
        tvx_buf_format(key, "%zu:%s", strlen(words), words);
}

static void put_unit(tvx_buf *key, const char *unit)
{
    if (unit == NULL) {
        tvx_buf_char(key, '-');
        return;
    }
    size_t n = strlen(unit);
    if (n > 0 && unit[n - 1] == 's')
        n--;
    tvx_buf_format(key, "%zu:", n);
    tvx_buf_put(key, unit, n);
}

/* The numbers of a ratio count whatever its bound. */
static void put_end(tvx_buf *key, const tvx_end *end, bool ratio)
{
    char digits[TVX_DECIMAL_TEXT];
    tvx_buf_text(key, !end->bounded ? "~" : end->open ? "(" : "[");
    if (!end->bounded && !ratio)
        return;
    tvx_decimal_print(&end->number, digits);
    tvx_buf_format(key, "%s;", digits);
}

static void put_date(tvx_buf *key, const tvx_date *date)
{
    tvx_buf_format(key, "%lld,%lld,%lld,%lld,%d;", (long long)date->earliest,
                   (long long)date->latest, (long long)date->wide_earliest,
                   (long long)date->wide_latest, (int)date->precision);
}

static void put_amount(tvx_buf *key, const tvx_value *value)
{
    tvx_buf_format(key, "%d%d", value->approx, value->ratio);
    put_end(key, &value->low, value->ratio);
    put_end(key, &value->high, value->ratio);
    put_unit(key, value->unit);
    put_unit(key, value->per);
    put_words(key, value->over);
    tvx_buf_format(key, "w%d", (int)value->when);
    if (value->when != TVX_WHEN_NONE)
        put_date(key, &value->when_date);
}

static void put_value(tvx_buf *key, const tvx_answer *answer)
{
    const tvx_value *value = answer->value;
    tvx_buf_format(key, "k%d", (int)value->kind);
    if (value->kind == TVX_KIND_DATE) {
        tvx_buf_format(key, "%d;", value->date_bound);
        put_date(key, &value->date);
    } else if (value->kind == TVX_KIND_LEVEL || value->kind == TVX_KIND_FLAG) {
        tvx_buf_format(key, "%zu,%d;", value->level, value->flag);
    } else if (value->kind == TVX_KIND_TEXT) {
        put_words(key, answer->wording);
    } else {
        put_amount(key, value);
        tvx_buf_format(key, "b%d", answer->base);
        for (size_t i = 0; i < answer->n_tags; i++)
            tvx_buf_format(key, ",%d", answer->tags[i]);
    }
}

/* Everything by which alternatives are told apart; of denials too, which are grouped without. */
static void put_answer(tvx_buf *key, const tvx_answer *answer)
{
    tvx_buf_format(key, "s%d", (int)answer->stance);
    put_words(key, answer->condition);
    if (answer->value != NULL)
        put_value(key, answer);
}

static int make_keys(tvx_arena *arena, tvx_buf *key, tvx_answer *answer)
{
    tvx_buf_clear(key);
    if (answer->denies)
        put_words(key, answer->condition);
    else
        put_answer(key, answer);
    answer->group = key->failed ? NULL : tvx_arena_text(arena, key->data);
    tvx_buf_clear(key);
    put_answer(key, answer);
    tvx_buf_format(key, "/%d%d%d", answer->of_text, answer->sees_text, answer->only_declared);
    answer->voice = key->failed ? NULL : tvx_arena_text(arena, key->data);
    return answer->group == NULL || answer->voice == NULL ? TVX_ENOMEM : TVX_OK;
}

static int by_number(const void *a, const void *b)
{
    int left = *(const int *)a, right = *(const int *)b;
    return (left > right) - (left < right);
}

static int find_tags(tvx_arena *arena, const tvx_term *term, tvx_answer *answer)
{
    const tvx_texts *words = &answer->value->tags;
    int *tags = tvx_arena_new(arena, words->n, sizeof *tags);
    if (tags == NULL)
        return TVX_ENOMEM;
    size_t found = 0, n = 0;
    for (size_t i = 0; i < words->n; i++) {
        int tag = tvx_term_tag(term, words->items[i]);
        if (tag >= 0)
            tags[found++] = tag;
    }
    answer->extra = answer->extra || found < words->n;
    answer->only_declared = found > 0 && found == words->n;
    qsort(tags, found, sizeof *tags, by_number);
    for (size_t i = 0; i < found; i++)
        if (n == 0 || tags[n - 1] != tags[i])
            tags[n++] = tags[i];
    answer->tags = tags;
    answer->n_tags = n;
    return TVX_OK;
}

static int find_words(tvx_arena *arena, const tvx_term *term, tvx_answer *answer)
{
    const tvx_claim *claim = answer->evidence->claim;
    const tvx_value *value = answer->value;
    if (claim->condition != NULL &&
        (answer->condition = tvx_text_fold_words(arena, claim->condition)) == NULL)
        return TVX_ENOMEM;
    if (value == NULL)
        return TVX_OK;
    if (value->kind == TVX_KIND_TEXT &&
        (answer->wording = tvx_text_fold_words(arena, value->text)) == NULL)
        return TVX_ENOMEM;
    if (value->base != NULL) {
        answer->base = tvx_term_base(term, value->base);
        answer->extra = answer->base < 0;
    }
    return find_tags(arena, term, answer);
}

static int make_answer(tvx_answer *out, tvx_arena *arena, tvx_buf *key, const tvx_term *term,
                       const tvx_evidence *evidence)
{
    *out = (tvx_answer){
        .evidence = evidence,
        .stance = evidence->claim->stance,
        .value = evidence->value,
        .kind = evidence->value == NULL ? TVX_KIND_TEXT : evidence->value->kind,
        .of_text = evidence->basis == TVX_BASIS_TEXT,
        .denies = tvx_answer_denies(evidence->claim->stance, evidence->value),
        .sees_text = evidence->basis <= TVX_BASIS_DOCUMENT,
        .base = -1,
        .text = tvx_evidence_text(arena, evidence),
    };
    if (out->text == NULL || find_words(arena, term, out) < 0)
        return TVX_ENOMEM;
    return make_keys(arena, key, out);
}

int tvx_answers_make(tvx_answer **out, tvx_arena *arena, const tvx_term *term,
                     const tvx_evidence *const *claims, size_t n, tvx_error *error)
{
    tvx_buf key = {0};
    int rc = TVX_OK;
    tvx_answer *answers = tvx_arena_new(arena, n, sizeof *answers);
    if (answers == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n && rc == TVX_OK; i++) {
        rc = make_answer(&answers[i], arena, &key, term, claims[i]);
        answers[i].number = i;
    }
    tvx_buf_dispose(&key);
    if (rc < 0)
        return tvx_fail_memory(error);
    *out = answers;
    return tvx_answers_place(arena, answers, n, error);
}
