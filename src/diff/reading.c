/* Readings: alternatives put in order, and what they come to. */
#include "diff/reading.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/texts.h"
#include "diff/alternatives.h"
#include "diff/origins.h"
#include "model/date.h"

/* The greater count first. */
static int by_count(size_t a, size_t b)
{
    return (a < b) - (a > b);
}

static int by_width(const tvx_candidate *a, const tvx_candidate *b)
{
    if (a->unbounded || b->unbounded)
        return (int)a->unbounded - (int)b->unbounded;
    return tvx_decimal_compare(&a->width, &b->width);
}

static int by_names(const tvx_candidate *a, const tvx_candidate *b)
{
    int order = strcmp(a->alternative.text, b->alternative.text);
    if (order == 0)
        order = strcmp(a->alternative.reports.items[0], b->alternative.reports.items[0]);
    return order != 0 ? order : strcmp(a->group, b->group);
}

/* The order of alternatives, but for what an editor prefers. */
static int by_order(const void *a, const void *b)
{
    const tvx_candidate *left = a, *right = b;
    const tvx_alternative *one = &left->alternative, *other = &right->alternative;
    int order = (int)one->basis - (int)other->basis;
    if (order == 0)
        order = by_count(one->origins.min, other->origins.min);
    if (order == 0)
        order = by_count(one->origins.max, other->origins.max);
    if (order == 0)
        order = (int)one->stance - (int)other->stance;
    if (order == 0)
        order = by_width(left, right);
    if (order == 0)
        order = tvx_date_compare(right->published, left->published);
    return order != 0 ? order : by_names(left, right);
}

static bool is_of(const tvx_alternative *alternative, const char *report)
{
    for (size_t i = 0; i < alternative->reports.n; i++)
        if (strcmp(alternative->reports.items[i], report) == 0)
            return true;
    return false;
}

/* Moves the best alternative of the report that an editor prefers to the front, if it has one. */
static bool lead_with(tvx_candidate *candidates, size_t n, const tvx_ruling *prefer)
{
    size_t at = 0;
    if (prefer == NULL || prefer->report == NULL)
        return false;
    while (at < n && !is_of(&candidates[at].alternative, prefer->report))
        at++;
    if (at == n)
        return false;
    tvx_candidate preferred = candidates[at];
    memmove(candidates + 1, candidates, at * sizeof *candidates);
    candidates[0] = preferred;
    return true;
}

static bool contradict(const tvx_candidate *a, const tvx_candidate *b)
{
    return tvx_answers_contradict(a->voices, a->n_voices, b->voices, b->n_voices);
}

/* The first alternative that contradicts some other; n if there is none. */
static size_t first_side(const tvx_candidate *candidates, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++)
            if (contradict(&candidates[i], &candidates[j]))
                return i;
    return n;
}

/* Each that contradicts every side so far; the sides' places are kept in `sides`. */
static size_t choose_sides(size_t *sides, const tvx_candidate *candidates, size_t n)
{
    size_t n_sides = 0;
    for (size_t i = first_side(candidates, n); i < n; i++) {
        size_t against = 0;
        while (against < n_sides && contradict(&candidates[i], &candidates[sides[against]]))
            against++;
        if (against == n_sides)
            sides[n_sides++] = i;
    }
    return n_sides;
}

static const char *bracket(tvx_arena *arena, const tvx_candidate *candidates, const size_t *sides,
                           size_t n)
{
    tvx_buf text = {0};
    for (size_t i = 0; i < n; i++) {
        tvx_buf_text(&text, i == 0 ? "[" : " | ");
        tvx_buf_text(&text, candidates[sides[i]].alternative.text);
    }
    tvx_buf_char(&text, ']');
    const char *out = text.failed ? NULL : tvx_arena_slice(arena, text.data, text.size);
    tvx_buf_dispose(&text);
    return out;
}

/* Decides the status, marks the sides and says it in words. */
static int judge(tvx_reading *out, tvx_arena *arena, tvx_arena *scratch, tvx_candidate *candidates,
                 size_t n)
{
    size_t *sides = tvx_arena_new(scratch, n, sizeof *sides);
    if (sides == NULL)
        return TVX_ENOMEM;
    size_t n_sides = choose_sides(sides, candidates, n);
    for (size_t i = 0; i < n_sides; i++)
        candidates[sides[i]].alternative.side = true;
    out->status = n_sides > 0 ? TVX_STATUS_BRACKETED : TVX_STATUS_SETTLED;
    if (n_sides == 0)
        candidates[0].alternative.side = true;
    out->text =
        n_sides > 0 ? bracket(arena, candidates, sides, n_sides) : candidates[0].alternative.text;
    return out->text == NULL ? TVX_ENOMEM : TVX_OK;
}

static int list(tvx_reading *out, tvx_arena *arena, const tvx_candidate *candidates, size_t n)
{
    tvx_alternative *alternatives = tvx_arena_new(arena, n, sizeof *alternatives);
    if (alternatives == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < n; i++)
        alternatives[i] = candidates[i].alternative;
    out->alternatives = alternatives;
    out->n_alternatives = n;
    return TVX_OK;
}

/* What stands behind the reading as a whole. */
static int count(tvx_reading *out, tvx_arena *arena, tvx_arena *scratch,
                 const tvx_evidence *const *claims, size_t n, tvx_error *error)
{
    const char **reports = tvx_arena_new(scratch, n, sizeof *reports);
    if (reports == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        reports[i] = claims[i]->report;
    out->reports = tvx_texts_sort(reports, n);
    return tvx_origins_count(&out->origins, arena, claims, n, error);
}

static int make(tvx_reading *out, tvx_arena *arena, tvx_arena *scratch,
                const tvx_evidence *evidence, size_t n, const tvx_ruling *prefer, tvx_error *error)
{
    const tvx_evidence **claims = tvx_arena_new(scratch, n, sizeof(const tvx_evidence *));
    if (claims == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        claims[i] = &evidence[i];
    tvx_answer *answers;
    tvx_candidate *candidates;
    size_t n_candidates;
    int rc = tvx_answers_make(&answers, scratch, out->row->term, claims, n, error);
    if (rc == TVX_OK)
        rc = tvx_candidates_make(&candidates, &n_candidates, arena, scratch, answers, n, error);
    if (rc != TVX_OK)
        return rc;
    qsort(candidates, n_candidates, sizeof *candidates, by_order);
    if (lead_with(candidates, n_candidates, prefer))
        out->preferred = prefer;
    if (judge(out, arena, scratch, candidates, n_candidates) < 0 ||
        list(out, arena, candidates, n_candidates) < 0)
        return tvx_fail_memory(error);
    return count(out, arena, scratch, claims, n, error);
}

int tvx_reading_make(tvx_reading *out, tvx_arena *arena, const tvx_row *row,
                     const tvx_evidence *claims, size_t n, const tvx_ruling *prefer,
                     tvx_error *error)
{
    *out = (tvx_reading){.row = row, .status = TVX_STATUS_SILENT, .text = ""};
    if (n == 0)
        return TVX_OK;
    tvx_arena scratch = {0};
    int rc = make(out, arena, &scratch, claims, n, prefer, error);
    tvx_arena_dispose(&scratch);
    return rc;
}
