/*
 * Changes as reports tell them: what stands beside those that the readings make.
 */
#include <stdlib.h>
#include <string.h>

#include "api/told.h"
#include "model/date.h"

/* --- one of them --- */

/* Whether a report tells it for an outlet that is left out: as a claim without sources of its own
   would be. */
static int is_left_out(bool *out, tvx_view *view, const tvx_stored_report *stored,
                       const tvx_row *row, tvx_error *error)
{
    tvx_claimant claimant;
    tvx_evidence evidence;
    const tvx_claim claim = {.term = row->name};
    *out = false;
    if (!view->without_outlet)
        return TVX_OK;
    int code = tvx_claimant_meet(view, &view->answer, stored, &claimant, error);
    if (code == TVX_OK)
        code =
            tvx_evidence_make(view, &view->answer, row, &claimant, &claim, NULL, &evidence, error);
    return code != TVX_OK ? code : tvx_view_leaves_out(view, &evidence, out, error);
}

static int keep_change(tvx_gatherer *g, const tvx_stored_report *stored, const tvx_row *row,
                       const tvx_reported_change *change, tvx_error *error)
{
    const tvx_same *same = &g->view->standing.same;
    tvx_reported_change *copy;
    const char *text;
    int code = tvx_gather_keep(g, stored, "changes", change, &copy, sizeof(tvx_told_change), error);
    if (code == TVX_OK)
        code = tvx_told_value(g->view, row, &copy->value, &text, error);
    if (code != TVX_OK)
        return code;
    copy->draft = tvx_same_shown(same, copy->draft);
    if (copy->from != NULL)
        copy->from = tvx_same_shown(same, copy->from);
    ((tvx_told_change *)g->items)[g->n++] =
        (tvx_told_change){.teller = g->teller,
                          .row = row,
                          .change = copy,
                          .text = text,
                          .draft = tvx_view_placed(g->view, copy->draft)};
    return TVX_OK;
}

int tvx_gather_changes(tvx_gatherer *g, const tvx_stored_report *stored, const char *draft,
                       const bool *wanted, tvx_error *error)
{
    int code = TVX_OK;
    g->met = false;
    for (size_t i = 0; i < stored->report.n_changes && code == TVX_OK; i++) {
        const tvx_reported_change *change = &stored->report.changes[i];
        const tvx_row *row = tvx_vocabulary_row(&g->view->vocabulary, change->term);
        bool left_out;
        if (row == NULL || (wanted != NULL && !wanted[row->number]) ||
            (draft != NULL && strcmp(change->draft, draft) != 0))
            continue;
        code = is_left_out(&left_out, g->view, stored, row, error);
        if (code == TVX_OK && !left_out)
            code = keep_change(g, stored, row, change, error);
    }
    return code;
}

/* --- their order --- */

static int compare_drafts(const tvx_told_change *x, const tvx_told_change *y)
{
    if (x->draft != NULL && y->draft != NULL && x->draft != y->draft)
        return x->draft->rank < y->draft->rank ? -1 : 1;
    if ((x->draft == NULL) != (y->draft == NULL))
        return x->draft == NULL ? 1 : -1;
    return strcmp(x->change->draft, y->change->draft);
}

static int compare_said(const tvx_told_change *x, const tvx_told_change *y)
{
    int order = (int)x->change->change - (int)y->change->change;
    if (order == 0)
        order = tvx_told_compare(x->change->from, y->change->from);
    if (order == 0)
        order = tvx_told_compare(x->text, y->text);
    return order != 0 ? order : tvx_told_compare(x->change->note, y->change->note);
}

/* By draft, row, publication, report; of one report by what it says. */
static int compare_told(const void *a, const void *b)
{
    const tvx_told_change *x = a, *y = b;
    int order = compare_drafts(x, y);
    if (order == 0 && x->row->number != y->row->number)
        order = x->row->number < y->row->number ? -1 : 1;
    if (order == 0)
        order = tvx_date_compare(x->teller.published, y->teller.published);
    if (order == 0)
        order = strcmp(x->teller.report, y->teller.report);
    return order != 0 ? order : compare_said(x, y);
}

static void hand_over(tvx_gatherer *g, const tvx_told_change **out, size_t *n)
{
    if (g->n > 1)
        qsort(g->items, g->n, sizeof(tvx_told_change), compare_told);
    *out = g->items;
    *n = g->n;
}

/* --- all of them --- */

typedef struct changes_run {
    tvx_gatherer gatherer;
    const bool *wanted;
} changes_run;

static int gather_report(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    changes_run *run = payload;
    return tvx_report_counts(run->gatherer.view, stored)
               ? tvx_gather_changes(&run->gatherer, stored, NULL, run->wanted, error)
               : TVX_OK;
}

/* Keeps those of drafts that are wanted; no party certainly has a draft that is not known. */
static void narrow(tvx_gatherer *g, const tvx_drafts_wanted *filter)
{
    tvx_told_change *items = g->items;
    size_t kept = 0;
    for (size_t i = 0; i < g->n; i++)
        if (items[i].draft != NULL ? tvx_draft_wanted(filter, items[i].draft)
                                   : filter->filter->by == NULL)
            items[kept++] = items[i];
    g->n = kept;
}

int tvx_view_told_changes(tvx_view *view, const tvx_changes_filter *filter,
                          const tvx_told_change **out, size_t *n, tvx_error *error)
{
    changes_run run = {.gatherer = {.view = view}};
    tvx_drafts_wanted drafts;
    *out = NULL;
    *n = 0;
    tvx_arena_clear(&view->answer);
    int code = tvx_drafts_wanted_read(&drafts, view, filter, error);
    if (code == TVX_OK)
        code = tvx_view_load_drafts(view, error);
    if (code == TVX_OK)
        code = tvx_view_wanted_rows(view, &filter->terms, &run.wanted, error);
    if (code == TVX_OK && filter->toward == NULL)
        code = tvx_store_reports(view->store, &view->asked, gather_report, &run, error);
    if (code != TVX_OK)
        return code;
    narrow(&run.gatherer, &drafts);
    hand_over(&run.gatherer, out, n);
    return TVX_OK;
}

/* --- those between two drafts --- */

typedef struct pair_run {
    tvx_gatherer gatherer;
    const char *key; /* of the draft, as it is named */
} pair_run;

static int gather_naming(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    pair_run *run = payload;
    return tvx_report_counts(run->gatherer.view, stored)
               ? tvx_gather_changes(&run->gatherer, stored, run->key, NULL, error)
               : TVX_OK;
}

int tvx_told_between(tvx_view *view, const char *from, uint32_t to, const tvx_told_change **out,
                     size_t *n, tvx_error *error)
{
    pair_run run = {.gatherer = {.view = view}};
    tvx_gatherer *g = &run.gatherer;
    int code = TVX_OK;
    size_t kept = 0;
    for (uint32_t i = to; i != TVX_NO_DRAFT && code == TVX_OK; i = tvx_view_next_key(view, i)) {
        run.key = view->stored[i].draft.key;
        code = tvx_store_naming(view->store, &view->asked, view->stored[i].name, gather_naming,
                                &run, error);
    }
    tvx_told_change *items = g->items;
    for (size_t i = 0; i < g->n; i++)
        if (items[i].change->from == NULL || strcmp(items[i].change->from, from) == 0)
            items[kept++] = items[i];
    g->n = kept;
    hand_over(g, out, n);
    return code;
}
