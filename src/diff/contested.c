/* Contested changes: every side of a bracketed reading is compared with every side of the other. */
#include <string.h>

#include "base/fail.h"
#include "diff/compare_parts.h"

/* Through what a reading speaks: its sides, or its lead if it is settled. */
typedef struct speakers {
    tvx_saying *items;
    size_t n;
} speakers;

/* What the pairs so far come to. */
typedef struct tally {
    bool seen[TVX_CHANGE_NAMES];
    size_t names, pairs;
    tvx_verdict shared;          /* because and direction: NONE and 0 unless all pairs share them */
    tvx_change facets;           /* those that all pairs share, as long as there is but one name */
    const tvx_saying *from, *to; /* the first pair */
} tally;

static int find_speakers(speakers *out, tvx_arena *arena, const tvx_term *term,
                         const tvx_reading *reading)
{
    out->n = 0;
    out->items = tvx_arena_new(arena, reading->n_alternatives, sizeof *out->items);
    if (out->items == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < reading->n_alternatives; i++)
        if (reading->alternatives[i].side)
            tvx_saying_make(&out->items[out->n++], term, &reading->alternatives[i]);
    return TVX_OK;
}

/* True if nothing tells the two answers apart. */
static bool is_same_side(const tvx_term *term, const tvx_saying *a, const tvx_saying *b)
{
    const tvx_alternative *left = a->alternative, *right = b->alternative;
    if (!tvx_words_equal(left->condition, right->condition))
        return false;
    if (a->denies && b->denies)
        return true;
    return left->stance == right->stance && tvx_values_alike(term, a, b);
}

/* Sides of one reading contradict each other: no two of them are like one of the other reading. */
static bool have_same_sides(const tvx_term *term, const speakers *from, const speakers *to)
{
    bool same = from->n == to->n;
    for (size_t i = 0; i < from->n && same; i++) {
        size_t j = 0;
        while (j < to->n && !is_same_side(term, &from->items[i], &to->items[j]))
            j++;
        same = j < to->n;
    }
    return same;
}

static void count(tally *t, const tvx_verdict *verdict)
{
    if (t->pairs++ == 0)
        t->shared = *verdict;
    if (t->shared.because != verdict->because)
        t->shared.because = TVX_BECAUSE_NONE;
    if (t->shared.direction != verdict->direction)
        t->shared.direction = 0;
    if (!t->seen[verdict->name])
        t->names++;
    t->seen[verdict->name] = true;
}

/* Takes one pair into account, unless one of the two is silence against the other. */
static int weigh(tally *t, tvx_arena *arena, tvx_arena *scratch, const tvx_term *term,
                 const tvx_saying *from, const tvx_saying *to, tvx_error *error)
{
    tvx_verdict verdict = tvx_pair_judge(term, from, to);
    if (!tvx_pair_applies(&verdict))
        return TVX_OK;
    count(t, &verdict);
    if (t->pairs == 1) {
        t->from = from;
        t->to = to;
        return tvx_facets_make(&t->facets, arena, term, from, to, verdict.because, error);
    }
    if (t->names > 1)
        return TVX_OK;
    tvx_change facets = {0};
    tvx_arena_clear(scratch);
    int rc = tvx_facets_make(&facets, scratch, term, from, to, verdict.because, error);
    if (rc == TVX_OK)
        tvx_facets_share(&t->facets, &facets);
    return rc;
}

static int weigh_all(tally *t, tvx_arena *arena, const tvx_term *term, const speakers *from,
                     const speakers *to, tvx_error *error)
{
    tvx_arena scratch = {0};
    int rc = TVX_OK;
    for (size_t i = 0; i < from->n && rc == TVX_OK; i++)
        for (size_t j = 0; j < to->n && rc == TVX_OK; j++)
            rc = weigh(t, arena, &scratch, term, &from->items[i], &to->items[j], error);
    tvx_arena_dispose(&scratch);
    return rc;
}

static void list_possible(tvx_change *out, const tally *t)
{
    for (int name = 0; name < TVX_CHANGE_NAMES; name++)
        if (t->seen[name])
            out->possible[out->n_possible++] = (tvx_change_name)name;
}

static void copy_facets(tvx_change *out, const tvx_change *facets)
{
    out->has_delta = facets->has_delta;
    out->delta = facets->delta;
    out->ratio = facets->ratio;
    out->tags_added = facets->tags_added;
    out->tags_removed = facets->tags_removed;
    out->when = facets->when;
    out->over = facets->over;
    out->condition = facets->condition;
}

static int conclude(tvx_change *out, tvx_arena *arena, const tally *t, tvx_error *error)
{
    list_possible(out, t);
    out->because = t->shared.because;
    if (t->names > 1) {
        out->name = TVX_CHANGE_UNCLEAR;
        return TVX_OK;
    }
    out->name = out->possible[0];
    out->n_possible = 0;
    copy_facets(out, &t->facets);
    /* Several pairs have several wordings, and never one redline. */
    if (out->name == TVX_CHANGE_REWORDED && t->pairs == 1)
        return tvx_facets_redline(out, arena, t->from, t->to, error);
    return TVX_OK;
}

int tvx_contested_compare(tvx_change *out, int *direction, tvx_arena *arena, const tvx_term *term,
                          const tvx_reading *from, const tvx_reading *to, tvx_error *error)
{
    tvx_arena scratch = {0};
    speakers before, after;
    tally t = {.names = 0};
    int rc = TVX_OK;
    *direction = 0;
    if (find_speakers(&before, &scratch, term, from) < 0 ||
        find_speakers(&after, &scratch, term, to) < 0) {
        rc = tvx_fail_memory(error);
        goto done;
    }
    if (have_same_sides(term, &before, &after)) {
        out->name = TVX_CHANGE_SAME;
        goto done;
    }
    rc = weigh_all(&t, arena, term, &before, &after, error);
    if (rc < 0)
        goto done;
    *direction = t.shared.direction;
    if (t.pairs > 0)
        rc = conclude(out, arena, &t, error);
    else /* the settled one of the two denies what the other does not touch */
        out->name = from->status == TVX_STATUS_SETTLED ? TVX_CHANGE_FIRST_REPORTED
                                                       : TVX_CHANGE_NOT_REPORTED;
done:
    tvx_arena_dispose(&scratch);
    return rc;
}
