/*
 * Who says what of a draft: claims with the articles that they stand in, mentions, and changes as
 * reports tell them.
 */
#include <stdlib.h>
#include <string.h>

#include "api/told.h"
#include "base/fail.h"
#include "diff/reading.h"
#include "model/date.h"

/* --- claims --- */

typedef struct finding {
    tvx_view *view;
    tvx_draft_claims claims;
    tvx_reading *readings; /* as many as rows */
} finding;

/* A claim as a reading of its own, which says its text and its origins. */
static int make_source(const finding *f, const tvx_row *row, const tvx_evidence *evidence,
                       tvx_source *out, tvx_error *error)
{
    tvx_reading alone;
    const tvx_report *report = &tvx_claimant_find(&f->claims, evidence->report)->report->report;
    int code = tvx_reading_make(&alone, &f->view->answer, row, evidence, 1, NULL, error);
    if (code == TVX_OK)
        *out = (tvx_source){.evidence = evidence,
                            .title = report->title,
                            .url = report->url,
                            .text = alone.text,
                            .origins = alone.origins};
    return code;
}

static int list_alternative(const finding *f, const tvx_row *row,
                            const tvx_alternative *alternative, tvx_source_list *out,
                            tvx_error *error)
{
    tvx_source *items = tvx_arena_new(&f->view->answer, alternative->n_claims, sizeof *items);
    int code = items == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < alternative->n_claims && code == TVX_OK; i++)
        code = make_source(f, row, alternative->claims[i], &items[i], error);
    *out = (tvx_source_list){.items = items, .n = alternative->n_claims};
    return code;
}

/* By report; of one report, as it says them: all are of one array. */
static int compare_evidence(const void *a, const void *b)
{
    const tvx_evidence *x = ((const tvx_source *)a)->evidence;
    const tvx_evidence *y = ((const tvx_source *)b)->evidence;
    int order = strcmp(x->report, y->report);
    return order != 0 ? order : x < y ? -1 : x > y;
}

static int list_set_aside(const finding *f, const tvx_row_claims *row, tvx_source_list *out,
                          tvx_error *error)
{
    tvx_source *items = tvx_arena_new(&f->view->answer, row->n_set_aside, sizeof *items);
    int code = items == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < row->n_set_aside && code == TVX_OK; i++)
        code = make_source(f, row->row, &row->set_aside[i], &items[i], error);
    if (code == TVX_OK && row->n_set_aside > 1)
        qsort(items, row->n_set_aside, sizeof *items, compare_evidence);
    *out = (tvx_source_list){.items = items, .n = row->n_set_aside};
    return code;
}

static int list_row(const finding *f, const tvx_row_claims *row, tvx_reading *reading,
                    tvx_row_sources *out, tvx_error *error)
{
    tvx_arena *arena = &f->view->answer;
    int code = tvx_reading_make(reading, arena, row->row, row->claims, row->n, row->prefer, error);
    if (code != TVX_OK)
        return code;
    tvx_source_list *lists = tvx_arena_new(arena, reading->n_alternatives, sizeof *lists);
    if (lists == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < reading->n_alternatives && code == TVX_OK; i++)
        code = list_alternative(f, row->row, &reading->alternatives[i], &lists[i], error);
    *out = (tvx_row_sources){.row = row->row, .reading = reading, .alternatives = lists};
    return code != TVX_OK ? code : list_set_aside(f, row, &out->set_aside, error);
}

static int list_rows(tvx_view *view, uint32_t draft, const bool *wanted, tvx_sources *out,
                     tvx_error *error)
{
    finding f = {.view = view};
    int code = tvx_view_draft_claims(view, draft, &view->answer, &f.claims, error);
    if (code != TVX_OK)
        return code;
    tvx_row_sources *rows = tvx_arena_new(&view->answer, f.claims.n_rows, sizeof *rows);
    f.readings = tvx_arena_new(&view->answer, f.claims.n_rows, sizeof *f.readings);
    if (rows == NULL || f.readings == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < f.claims.n_rows && code == TVX_OK; i++) {
        const tvx_row_claims *row = &f.claims.rows[i];
        if (wanted == NULL || wanted[row->row->number])
            code = list_row(&f, row, &f.readings[i], &rows[out->n_rows++], error);
    }
    out->rows = rows;
    return code;
}

/* --- mentions and reported changes --- */

typedef struct naming {
    tvx_gatherer mentions, changes;
    const char *key;    /* of the draft, as it is named */
    const bool *wanted; /* by row; NULL: all */
} naming;

static int gather_mentions(naming *n, const tvx_stored_report *stored, tvx_error *error)
{
    tvx_gatherer *g = &n->mentions;
    int code = TVX_OK;
    g->met = false;
    for (size_t i = 0; i < stored->report.n_mentions && code == TVX_OK; i++) {
        tvx_mention *copy;
        if (strcmp(stored->report.mentions[i].draft, n->key) != 0)
            continue;
        code = tvx_gather_keep(g, stored, "mentions", &stored->report.mentions[i], &copy,
                               sizeof(tvx_told_mention), error);
        if (code == TVX_OK)
            ((tvx_told_mention *)g->items)[g->n++] =
                (tvx_told_mention){.teller = g->teller, .mention = copy};
    }
    return code;
}

static int gather_report(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    naming *n = payload;
    if (!tvx_report_counts(n->mentions.view, stored))
        return TVX_OK;
    int code = gather_mentions(n, stored, error);
    return code != TVX_OK ? code
                          : tvx_gather_changes(&n->changes, stored, n->key, n->wanted, error);
}

/* By publication, then report, then as gathered: pointers into one list, by the teller with which
   its items begin. */
static int compare_gathered(const void *a, const void *b)
{
    const tvx_teller *x = *(const tvx_teller *const *)a, *y = *(const tvx_teller *const *)b;
    int order = tvx_date_compare(x->published, y->published);
    if (order == 0)
        order = strcmp(x->report, y->report);
    return order != 0 ? order : (const char *)x < (const char *)y ? -1 : x != y;
}

/* What was gathered under one key after another, in one order. */
static int put_in_order(tvx_gatherer *g, size_t item_size, tvx_error *error)
{
    tvx_arena *arena = &g->view->answer;
    const tvx_teller **order = tvx_arena_new(arena, g->n, sizeof(const tvx_teller *));
    char *items = tvx_arena_new(arena, g->n, item_size);
    if (order == NULL || items == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < g->n; i++)
        order[i] = (const void *)((const char *)g->items + i * item_size);
    if (g->n > 1)
        qsort(order, g->n, sizeof(const tvx_teller *), compare_gathered);
    for (size_t i = 0; i < g->n; i++)
        memcpy(items + i * item_size, order[i], item_size);
    g->items = items;
    return TVX_OK;
}

static int list_told(tvx_view *view, uint32_t draft, const bool *wanted, tvx_sources *out,
                     tvx_error *error)
{
    naming n = {.mentions = {.view = view}, .changes = {.view = view}, .wanted = wanted};
    int code = TVX_OK;
    for (uint32_t i = draft; i != TVX_NO_DRAFT && code == TVX_OK; i = tvx_view_next_key(view, i)) {
        n.key = view->stored[i].draft.key;
        code = tvx_store_naming(view->store, &view->asked, view->stored[i].name, gather_report, &n,
                                error);
    }
    if (code == TVX_OK)
        code = put_in_order(&n.mentions, sizeof(tvx_told_mention), error);
    if (code == TVX_OK)
        code = put_in_order(&n.changes, sizeof(tvx_told_change), error);
    out->mentions = n.mentions.items;
    out->n_mentions = n.mentions.n;
    out->changes = n.changes.items;
    out->n_changes = n.changes.n;
    return code;
}

/* --- both --- */

int tvx_view_sources(tvx_view *view, const char *draft, const char *term, tvx_sources *out,
                     tvx_error *error)
{
    uint32_t number = 0;
    const bool *wanted = NULL;
    const tvx_texts terms = {.items = &term, .n = term != NULL ? 1 : 0};
    *out = (tvx_sources){0};
    tvx_arena_clear(&view->answer);
    int code = tvx_view_draft_number(view, draft, &out->draft, &number, error);
    if (code == TVX_OK)
        code = tvx_view_wanted_rows(view, &terms, &wanted, error);
    if (code == TVX_OK)
        code = list_rows(view, number, wanted, out, error);
    return code != TVX_OK ? code : list_told(view, number, wanted, out, error);
}
