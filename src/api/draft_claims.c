/*
 * All that is claimed of a draft, under whatever key, and what judgements make of it.
 */
#include <stdlib.h>
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"

/* A claim on its way to being evidence. */
typedef struct found {
    const tvx_row *row;
    const tvx_stored_report *report;
    const tvx_claim *claim;
    const char *draft;            /* the key by which it names the draft, if not the one shown */
    const tvx_ruling *attributed; /* by what it is about the draft, which it does not name */
    int64_t place;                /* within its report; of one attributed -1 */
    size_t number;                /* in the order in which they were found */
} found;

typedef struct gathering {
    tvx_view *view;
    tvx_arena *arena;
    const char *key; /* that the draft is shown under */
    found *items;
    size_t n, capacity;
    bool mixed; /* rows may come more than once */
} gathering;

static int keep(gathering *g, const found *item, tvx_error *error)
{
    if (tvx_arena_grow(g->arena, &g->items, g->n, &g->capacity, sizeof *g->items) != TVX_OK)
        return tvx_fail_memory(error);
    g->items[g->n] = *item;
    g->items[g->n].number = g->n;
    g->n++;
    return TVX_OK;
}

/* Claims that name the draft by one of its keys. They come by term. */
static int gather_named(gathering *g, uint32_t draft, const char *key, tvx_error *error)
{
    tvx_stored_claim *claims;
    size_t n;
    const tvx_row *row = NULL;
    int code = tvx_store_claims(g->view->store, &g->view->asked, g->view->stored[draft].name,
                                g->arena, &claims, &n, error);
    for (size_t i = 0; code == TVX_OK && i < n; i++) {
        if (i == 0 || strcmp(claims[i].term, claims[i - 1].term) != 0)
            row = tvx_vocabulary_row(&g->view->vocabulary, claims[i].term);
        if (row != NULL) /* a merge may bring claims on a term that nobody declared */
            code = keep(g,
                        &(found){.row = row,
                                 .report = claims[i].report,
                                 .claim = &claims[i].claim,
                                 .place = claims[i].place,
                                 .draft = key},
                        error);
    }
    return code;
}

/* Background claims that a judgement says are about the draft. */
static int gather_attributed(gathering *g, tvx_error *error)
{
    size_t n;
    const char *shown = tvx_same_shown(&g->view->standing.same, g->key);
    const tvx_attributed *items = tvx_view_attributed(g->view, shown, &n);
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = keep(g,
                    &(found){.row = items[i].row,
                             .report = items[i].report,
                             .claim = items[i].claim,
                             .place = -1,
                             .attributed = items[i].ruling},
                    error);
    g->mixed |= n > 0;
    return code;
}

static int gather(gathering *g, uint32_t draft, tvx_error *error)
{
    int code = gather_named(g, draft, NULL, error);
    for (uint32_t i = tvx_view_next_key(g->view, draft); i != TVX_NO_DRAFT && code == TVX_OK;
         i = tvx_view_next_key(g->view, i)) {
        code = gather_named(g, i, g->view->stored[i].draft.key, error);
        g->mixed = true;
    }
    return code != TVX_OK ? code : gather_attributed(g, error);
}

/* --- the reports --- */

static int compare_claimants(const void *a, const void *b)
{
    const tvx_claimant *x = a, *y = b;
    return strcmp(x->report->id, y->report->id);
}

/* The reports that make the claims, each once, by id. */
static int meet_claimants(gathering *g, tvx_draft_claims *out, tvx_error *error)
{
    tvx_claimant *all = tvx_arena_new(g->arena, g->n, sizeof *all);
    if (all == NULL)
        return tvx_fail_memory(error);
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < g->n; i++)
        if (i == 0 || g->items[i].report != g->items[i - 1].report)
            all[n++].report = g->items[i].report;
    if (n > 1)
        qsort(all, n, sizeof *all, compare_claimants);
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        if (kept == 0 || compare_claimants(&all[kept - 1], &all[i]) != 0)
            code = tvx_claimant_meet(g->view, g->arena, all[i].report, &all[kept++], error);
    out->claimants = all;
    out->n_claimants = kept;
    return code;
}

static int compare_id(const void *id, const void *claimant)
{
    return strcmp(id, ((const tvx_claimant *)claimant)->report->id);
}

const tvx_claimant *tvx_claimant_find(const tvx_draft_claims *claims, const char *report)
{
    return bsearch(report, claims->claimants, claims->n_claimants, sizeof *claims->claimants,
                   compare_id);
}

/* --- the rows --- */

static int make_one(gathering *g, const tvx_draft_claims *claims, const found *item,
                    tvx_evidence *out, bool *left_out, tvx_error *error)
{
    const tvx_claimant *claimant = tvx_claimant_find(claims, item->report->id);
    int code =
        tvx_evidence_make(g->view, g->arena, item->row, claimant, item->claim, g->key, out, error);
    out->draft = item->draft;
    out->attributed = item->attributed;
    return code != TVX_OK ? code : tvx_view_leaves_out(g->view, out, left_out, error);
}

/* A row: a run of claims on it. Few rows have any that do not count. */
static int make_row(gathering *g, const tvx_draft_claims *claims, const found *items, size_t n,
                    tvx_row_claims *out, tvx_error *error)
{
    tvx_evidence *counting = tvx_arena_new(g->arena, n, sizeof *counting), *aside = NULL;
    int code = counting == NULL ? tvx_fail_memory(error) : TVX_OK;
    *out = (tvx_row_claims){
        .row = items[0].row,
        .claims = counting,
        .prefer = tvx_standing_prefer(&g->view->standing, g->key, items[0].row->name)};
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        tvx_evidence one;
        bool left_out;
        code = make_one(g, claims, &items[i], &one, &left_out, error);
        if (code != TVX_OK || left_out)
            continue;
        if (tvx_evidence_counts(&one)) {
            counting[out->n++] = one;
            continue;
        }
        if (aside == NULL && (aside = tvx_arena_new(g->arena, n - i, sizeof *aside)) == NULL)
            return tvx_fail_memory(error);
        aside[out->n_set_aside++] = one;
    }
    out->set_aside = aside;
    return code;
}

static int compare_found(const void *a, const void *b)
{
    const found *x = a, *y = b;
    if (x->row != y->row)
        return x->row->number < y->row->number ? -1 : 1;
    int order = strcmp(x->report->id, y->report->id);
    if (order == 0)
        order = (x->place > y->place) - (x->place < y->place);
    return order != 0 ? order : (x->number > y->number) - (x->number < y->number);
}

/* Puts the claims of several keys together by row; one that names several of them counts once. */
static void sort_mixed(gathering *g)
{
    size_t kept = 0;
    if (g->n > 1)
        qsort(g->items, g->n, sizeof *g->items, compare_found);
    for (size_t i = 0; i < g->n; i++) {
        const found *last = kept > 0 ? &g->items[kept - 1] : NULL;
        if (last == NULL || g->items[i].place < 0 || last->place != g->items[i].place ||
            last->row != g->items[i].row || strcmp(last->report->id, g->items[i].report->id) != 0)
            g->items[kept++] = g->items[i];
    }
    g->n = kept;
}

static int compare_row_claims(const void *a, const void *b)
{
    size_t x = ((const tvx_row_claims *)a)->row->number;
    size_t y = ((const tvx_row_claims *)b)->row->number;
    return x < y ? -1 : x > y;
}

static int make_rows(gathering *g, tvx_draft_claims *out, tvx_error *error)
{
    out->rows = tvx_arena_new(g->arena, g->n, sizeof *out->rows); /* no more rows than claims */
    if (out->rows == NULL)
        return tvx_fail_memory(error);
    int code = TVX_OK;
    for (size_t i = 0, run; i < g->n && code == TVX_OK; i += run) {
        tvx_row_claims *row = &out->rows[out->n_rows];
        for (run = 1; i + run < g->n && g->items[i + run].row == g->items[i].row; run++)
            ;
        code = make_row(g, out, g->items + i, run, row, error);
        out->n_rows += row->n + row->n_set_aside > 0;
    }
    if (code == TVX_OK && out->n_rows > 1)
        qsort(out->rows, out->n_rows, sizeof *out->rows, compare_row_claims);
    return code;
}

int tvx_view_draft_claims(tvx_view *view, uint32_t draft, tvx_arena *arena, tvx_draft_claims *out,
                          tvx_error *error)
{
    gathering g = {.view = view, .arena = arena, .key = view->stored[draft].draft.key};
    *out = (tvx_draft_claims){0};
    int code = gather(&g, draft, error);
    if (code == TVX_OK && g.mixed)
        sort_mixed(&g);
    if (code == TVX_OK)
        code = meet_claimants(&g, out, error);
    return code != TVX_OK ? code : make_rows(&g, out, error);
}

int tvx_view_claims(void *payload, uint32_t draft, tvx_arena *arena, tvx_row_claims **out,
                    size_t *n, tvx_error *error)
{
    tvx_draft_claims claims;
    int code = tvx_view_draft_claims(payload, draft, arena, &claims, error);
    *out = claims.rows;
    *n = claims.n_rows;
    return code;
}
