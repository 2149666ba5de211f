/*
 * The changes over all drafts. Whatever a draft follows is listed before it; so the rows on which
 * drafts have readings are noted as the walk comes by, four bytes a reading, and no draft is read
 * that has none on the row sought. A search goes back over the drafts between a reading and the
 * nearest ones before it, and no further than the first draft that has the row at all.
 */
#include <stdlib.h>

#include "base/fail.h"
#include "diff/compare.h"
#include "diff/walk_parts.h"

/* Where a draft's rows stand in the list of all. */
typedef struct noted {
    size_t begin, n;
} noted;

typedef struct walk {
    const tvx_story *story;
    const tvx_order *order;
    tvx_step_callback callback;
    void *payload;
    tvx_arena arena, step_arena;
    tvx_holder holder;
    noted *noted; /* by draft */
    uint32_t *rows;
    size_t n_rows, rows_capacity;
    uint32_t *first; /* by row: the rank of the first draft that has it, or TVX_NO_DRAFT */
    size_t *met;     /* by draft: the search that met it last */
    size_t search;
    tvx_draft_list met_last; /* the list gone through last */
    uint32_t *stack;         /* drafts to go back from */
    size_t n_stack;
    uint32_t *found; /* ranks */
    size_t n_found;
} walk;

static bool has_row(const walk *w, uint32_t draft, size_t row)
{
    size_t low = w->noted[draft].begin, end = low + w->noted[draft].n, high = end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->rows[middle] < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && w->rows[low] == row;
}

static int note_rows(walk *w, uint32_t draft, const tvx_readings *readings, tvx_error *error)
{
    w->noted[draft] = (noted){w->n_rows, readings->n};
    for (size_t i = 0; i < readings->n; i++) {
        size_t row = readings->items[i].row->number;
        if (tvx_arena_grow(&w->arena, &w->rows, w->n_rows, &w->rows_capacity, sizeof *w->rows) !=
            TVX_OK)
            return tvx_fail_memory(error);
        w->rows[w->n_rows++] = (uint32_t)row;
        if (w->first[row] == TVX_NO_DRAFT)
            w->first[row] = w->order->places[draft].rank;
    }
    return TVX_OK;
}

static void start_search(walk *w)
{
    w->search++;
    w->met_last = (tvx_draft_list){0};
    w->n_stack = 0;
}

/* Puts what a draft follows onto the stack, from a rank on. Drafts in a row often share a list. */
static void go_back(walk *w, uint32_t draft, uint32_t lowest)
{
    const tvx_draft_list *follows = &w->order->places[draft].follows;
    if (follows->n == w->met_last.n && follows->items == w->met_last.items)
        return;
    w->met_last = *follows;
    for (size_t i = follows->n; i-- > 0;) {
        uint32_t before = follows->items[i];
        if (w->order->places[before].rank < lowest)
            return;
        if (w->met[before] == w->search)
            continue;
        w->met[before] = w->search;
        w->stack[w->n_stack++] = before;
    }
}

/* Has the draft a reading of its own that this one can be compared with? */
static int stops_at(bool *stops, walk *w, uint32_t draft, const tvx_reading *to, tvx_error *error)
{
    *stops = false;
    if (!has_row(w, draft, to->row->number))
        return TVX_OK;
    const tvx_readings *readings;
    int rc = tvx_holder_get(&readings, &w->holder, draft, error);
    if (rc == TVX_OK)
        *stops = tvx_compare_applies(tvx_readings_row(readings, to->row->number), to);
    return rc;
}

/* Along every line that the draft follows, the first reading that `to` can be compared with. */
static int find_nearest(walk *w, uint32_t draft, const tvx_reading *to, tvx_error *error)
{
    uint32_t lowest = w->first[to->row->number];
    w->n_found = 0;
    if (lowest == TVX_NO_DRAFT)
        return TVX_OK;
    start_search(w);
    go_back(w, draft, lowest);
    while (w->n_stack > 0) {
        uint32_t at = w->stack[--w->n_stack];
        bool stops;
        int rc = stops_at(&stops, w, at, to, error);
        if (rc != TVX_OK)
            return rc;
        if (stops)
            w->found[w->n_found++] = w->order->places[at].rank;
        else
            go_back(w, at, lowest);
    }
    return TVX_OK;
}

static int by_rank(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Puts what was found in order, without what lies behind another of them. */
static void leave_out_behind(walk *w)
{
    if (w->n_found < 2)
        return;
    qsort(w->found, w->n_found, sizeof *w->found, by_rank);
    uint32_t lowest = w->found[0];
    start_search(w);
    for (size_t i = 0; i < w->n_found; i++)
        go_back(w, w->order->drafts[w->found[i]], lowest);
    while (w->n_stack > 0)
        go_back(w, w->stack[--w->n_stack], lowest);
    size_t n = 0;
    for (size_t i = 0; i < w->n_found; i++) {
        if (w->met[w->order->drafts[w->found[i]]] != w->search)
            w->found[n++] = w->found[i];
    }
    w->n_found = n;
}

static int take_step(walk *w, uint32_t draft, uint32_t from, const tvx_reading *to,
                     tvx_error *error)
{
    const tvx_reading *before = NULL;
    int rc = TVX_OK;
    if (from != TVX_NO_DRAFT) {
        const tvx_readings *readings;
        rc = tvx_holder_get(&readings, &w->holder, from, error);
        before = rc == TVX_OK ? tvx_readings_row(readings, to->row->number) : NULL;
    }
    tvx_change change;
    if (rc == TVX_OK)
        rc = tvx_compare(&change, &w->step_arena, w->story->vocabulary, before, to, error);
    if (rc == TVX_OK)
        rc = w->callback(w->payload, &(tvx_step){draft, from, &change}, error);
    tvx_arena_clear(&w->step_arena);
    return rc;
}

static int walk_reading(walk *w, uint32_t draft, const tvx_reading *to, tvx_error *error)
{
    int rc = find_nearest(w, draft, to, error);
    if (rc != TVX_OK)
        return rc;
    leave_out_behind(w);
    if (w->n_found == 0)
        return take_step(w, draft, TVX_NO_DRAFT, to, error);
    for (size_t i = 0; i < w->n_found && rc == TVX_OK; i++)
        rc = take_step(w, draft, w->order->drafts[w->found[i]], to, error);
    return rc;
}

static int walk_draft(walk *w, uint32_t draft, tvx_error *error)
{
    const tvx_readings *readings;
    w->holder.pinned = draft;
    int rc = tvx_holder_get(&readings, &w->holder, draft, error);
    for (size_t i = 0; rc == TVX_OK && i < readings->n; i++)
        rc = walk_reading(w, draft, &readings->items[i], error);
    return rc == TVX_OK ? note_rows(w, draft, readings, error) : rc;
}

/* Drafts are numbered as given; those not known are among them. */
static uint32_t count_drafts(const tvx_order *order)
{
    uint32_t n = 0;
    for (size_t i = 0; i < order->n; i++)
        n = order->drafts[i] >= n ? order->drafts[i] + 1 : n;
    return n;
}

static int make_room(walk *w)
{
    size_t n = count_drafts(w->order), n_rows = w->story->vocabulary->n_rows;
    w->noted = tvx_arena_new(&w->arena, n, sizeof *w->noted);
    w->met = tvx_arena_new(&w->arena, n, sizeof *w->met);
    w->stack = tvx_arena_new(&w->arena, n, sizeof *w->stack);
    w->found = tvx_arena_new(&w->arena, n, sizeof *w->found);
    w->first = tvx_arena_new(&w->arena, n_rows, sizeof *w->first);
    if (w->noted == NULL || w->met == NULL || w->stack == NULL || w->found == NULL ||
        w->first == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < n_rows; i++)
        w->first[i] = TVX_NO_DRAFT;
    return TVX_OK;
}

int tvx_walk_changes(const tvx_story *story, const bool *wanted, tvx_step_callback callback,
                     void *payload, tvx_error *error)
{
    walk w = {.story = story, .order = story->order, .callback = callback, .payload = payload};
    tvx_holder_start(&w.holder, story, wanted);
    int rc = make_room(&w) == TVX_OK ? TVX_OK : tvx_fail_memory(error);
    for (size_t i = 0; i < w.order->n && rc == TVX_OK; i++)
        rc = walk_draft(&w, w.order->drafts[i], error);
    tvx_holder_dispose(&w.holder);
    tvx_arena_dispose(&w.step_arena);
    tvx_arena_dispose(&w.arena);
    return rc;
}
