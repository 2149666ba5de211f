/* Grouping answers into alternatives: section 5, its first and its last paragraphs. */
#include "diff/alternatives.h"

#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/texts.h"
#include "diff/origins.h"
#include "model/date.h"
#include "model/decimal.h"

static int by_group(const void *a, const void *b)
{
    const tvx_answer *left = *(const tvx_answer *const *)a, *right = *(const tvx_answer *const *)b;
    return strcmp(left->group, right->group);
}

static int by_flag(bool a, bool b)
{
    return (int)b - (int)a;
}

static int by_words(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

/* What one report says twice in other words: any order will do that is always the same. */
static int by_rest(const tvx_answer *a, const tvx_answer *b)
{
    const tvx_claim *left = a->evidence->claim, *right = b->evidence->claim;
    int order = by_words(left->quote, right->quote);
    if (order == 0)
        order = by_words(left->where, right->where);
    if (order == 0)
        order = by_words(left->was, right->was);
    if (order == 0)
        order = by_words(left->note, right->note);
    return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

/* Who speaks first within an alternative. */
static int by_voice(const void *a, const void *b)
{
    const tvx_answer *left = *(const tvx_answer *const *)a, *right = *(const tvx_answer *const *)b;
    const tvx_evidence *said = left->evidence, *other = right->evidence;
    int order = by_flag(left->stance == TVX_STANCE_STATED, right->stance == TVX_STANCE_STATED);
    if (order == 0)
        order = by_flag(left->extra, right->extra);
    if (order == 0)
        order = (int)said->basis - (int)other->basis;
    if (order == 0)
        order = tvx_date_compare(other->published, said->published);
    if (order == 0)
        order = strcmp(left->text, right->text);
    if (order == 0)
        order = strcmp(said->report, other->report);
    return order != 0 ? order : by_rest(left, right);
}

/* A value's width as a bare number; true if it has an open end. */
static bool width_of(const tvx_value *value, tvx_decimal *width)
{
    *width = (tvx_decimal){0};
    if (value == NULL)
        return false;
    if (value->kind == TVX_KIND_DATE) {
        int64_t low, high;
        tvx_value_dates(value, &low, &high);
        if (low == TVX_TIME_MIN || high == TVX_TIME_MAX)
            return true;
        tvx_decimal_from(width, high - low);
    } else if (tvx_value_has_magnitude(value)) {
        tvx_interval magnitude = tvx_magnitude(value);
        if (!magnitude.low.bounded || !magnitude.high.bounded)
            return true;
        /* Numbers that were read always have room for a difference. */
        (void)tvx_decimal_subtract(width, &magnitude.high.number, &magnitude.low.number);
    }
    return false;
}

static int list_claims(tvx_alternative *out, tvx_arena *arena, const tvx_answer *const *answers,
                       size_t n)
{
    const tvx_evidence **claims = tvx_arena_new(arena, n, sizeof(const tvx_evidence *));
    const char **reports = tvx_arena_new(arena, n, sizeof *reports);
    if (claims == NULL || reports == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        claims[i] = answers[i]->evidence;
        reports[i] = claims[i]->report;
    }
    out->claims = claims;
    out->n_claims = n;
    out->reports = (tvx_texts){reports, tvx_texts_sort(reports, n)};
    return TVX_OK;
}

/* What the claims say the term was deferred to. */
static int list_later(tvx_alternative *out, tvx_arena *arena)
{
    size_t n = 0;
    for (size_t i = 0; i < out->n_claims; i++)
        n += out->claims[i]->claim->to.n;
    const char **items = n == 0 ? NULL : tvx_arena_new(arena, n, sizeof *items);
    if (n > 0 && items == NULL)
        return TVX_ENOMEM;
    n = 0;
    for (size_t i = 0; i < out->n_claims; i++) {
        const tvx_texts *to = &out->claims[i]->claim->to;
        for (size_t j = 0; j < to->n; j++)
            items[n++] = to->items[j];
    }
    out->to = (tvx_texts){items, tvx_texts_sort(items, n)};
    return TVX_OK;
}

static void find_best(tvx_candidate *out)
{
    const tvx_alternative *alternative = &out->alternative;
    out->alternative.basis = TVX_BASIS_NONE;
    for (size_t i = 0; i < alternative->n_claims; i++) {
        const tvx_evidence *claim = alternative->claims[i];
        if (claim->basis < out->alternative.basis)
            out->alternative.basis = claim->basis;
        if (out->published == NULL || tvx_date_compare(claim->published, out->published) > 0)
            out->published = claim->published;
    }
}

/* Makes a candidate of the answers of one group, which it puts in speaking order. */
static int make_candidate(tvx_candidate *out, tvx_arena *arena, tvx_arena *scratch,
                          const tvx_answer **answers, size_t n, tvx_error *error)
{
    qsort(answers, n, sizeof(const tvx_answer *), by_voice);
    const tvx_answer *lead = answers[0];
    tvx_alternative *alternative = &out->alternative;
    *alternative = (tvx_alternative){
        .stance = lead->stance,
        .value = lead->value,
        .text = tvx_evidence_text(arena, lead->evidence),
        .condition = lead->evidence->claim->condition,
    };
    out->group = lead->group;
    out->unbounded = width_of(lead->value, &out->width);
    const tvx_answer **voices = tvx_arena_new(scratch, n, sizeof(const tvx_answer *));
    if (alternative->text == NULL || voices == NULL ||
        list_claims(alternative, arena, answers, n) < 0 || list_later(alternative, arena) < 0)
        return tvx_fail_memory(error);
    memcpy(voices, answers, n * sizeof(const tvx_answer *));
    out->n_voices = tvx_answers_voices(voices, n);
    out->voices = voices;
    find_best(out);
    return tvx_origins_count(&alternative->origins, arena, alternative->claims, n, error);
}

/* How many answers from the first on are of its group. */
static size_t run_of(const tvx_answer *const *answers, size_t n)
{
    size_t run = 1;
    while (run < n && strcmp(answers[run]->group, answers[0]->group) == 0)
        run++;
    return run;
}

int tvx_candidates_make(tvx_candidate **out, size_t *n_out, tvx_arena *arena, tvx_arena *scratch,
                        const tvx_answer *answers, size_t n, tvx_error *error)
{
    const tvx_answer **sorted = tvx_arena_new(scratch, n, sizeof(const tvx_answer *));
    if (sorted == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        sorted[i] = &answers[i];
    qsort(sorted, n, sizeof(const tvx_answer *), by_group);
    size_t groups = 0;
    for (size_t i = 0; i < n; i += run_of(sorted + i, n - i))
        groups++;
    *n_out = groups;
    *out = tvx_arena_new(scratch, groups, sizeof **out);
    if (*out == NULL)
        return tvx_fail_memory(error);
    int rc = TVX_OK;
    tvx_candidate *next = *out;
    for (size_t i = 0, run; i < n && rc == TVX_OK; i += run) {
        run = run_of(sorted + i, n - i);
        rc = make_candidate(next++, arena, scratch, sorted + i, run, error);
    }
    return rc;
}
