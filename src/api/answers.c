/*
 * Answers about drafts: a draft's readings, two drafts compared, the changes over all.
 */
#include <stdlib.h>
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/text.h"
#include "diff/origins.h"
#include "model/date.h"
#include "travaux/view.h"

/* --- show --- */

static int compare_tellers(const void *a, const void *b)
{
    const tvx_evidence *const *x = a, *const *y = b;
    return strcmp((*x)->report, (*y)->report);
}

/* The claims behind a draft's own readings, one after another; their number. out may be NULL. */
static size_t own_claims(const tvx_show *show, const tvx_evidence **out)
{
    size_t n = 0;
    for (size_t i = 0; i < show->n_readings; i++) {
        const tvx_reading *reading = &show->readings[i];
        for (size_t j = 0; !reading->inherited && j < reading->n_alternatives; j++)
            for (size_t k = 0; k < reading->alternatives[j].n_claims; k++, n++)
                if (out != NULL)
                    out[n] = reading->alternatives[j].claims[k];
    }
    return n;
}

/* How many reports make claims, and whose origins stand behind all of these. */
static int count_tellers(tvx_view *view, tvx_show *show, tvx_error *error)
{
    size_t n = own_claims(show, NULL);
    const tvx_evidence **all = tvx_arena_new(&view->answer, n, sizeof *all);
    if (all == NULL)
        return tvx_fail_memory(error);
    own_claims(show, all);
    if (n > 1)
        qsort(all, n, sizeof *all, compare_tellers);
    for (size_t i = 0; i < n; i++)
        show->reports += i == 0 || strcmp(all[i - 1]->report, all[i]->report) != 0;
    return tvx_origins_count(&show->origins, &view->answer, all, n, error);
}

static int read_draft(tvx_view *view, uint32_t number, tvx_show *out, tvx_error *error)
{
    int code = tvx_walk_readings(&view->story, number, &view->answer, &out->readings,
                                 &out->n_readings, error);
    return code != TVX_OK ? code : count_tellers(view, out, error);
}

/* By report; of one report, as it says them: what was set aside of one row lies in one array. */
static int compare_set_aside(const void *a, const void *b)
{
    const tvx_set_aside *x = a, *y = b;
    int order = strcmp(x->evidence->report, y->evidence->report);
    return order != 0 ? order : x->evidence < y->evidence ? -1 : x->evidence > y->evidence;
}

/* Lists what does not count, by row, then report. */
static int list_set_aside(tvx_view *view, uint32_t number, tvx_show *show, tvx_error *error)
{
    tvx_row_claims *rows;
    size_t n, all = 0;
    int code = tvx_view_claims(view, number, &view->answer, &rows, &n, error);
    if (code != TVX_OK)
        return code;
    for (size_t i = 0; i < n; i++)
        all += rows[i].n_set_aside;
    tvx_set_aside *items = tvx_arena_new(&view->answer, all, sizeof *items);
    if (items == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        tvx_set_aside *first = items + show->n_set_aside;
        for (size_t j = 0; j < rows[i].n_set_aside; j++)
            first[j] = (tvx_set_aside){.row = rows[i].row, .evidence = &rows[i].set_aside[j]};
        if (rows[i].n_set_aside > 1)
            qsort(first, rows[i].n_set_aside, sizeof *first, compare_set_aside);
        show->n_set_aside += rows[i].n_set_aside;
    }
    show->set_aside = items;
    return TVX_OK;
}

int tvx_view_show(tvx_view *view, const char *draft, tvx_show *out, tvx_error *error)
{
    uint32_t number = 0;
    *out = (tvx_show){0};
    tvx_arena_clear(&view->answer);
    int code = tvx_view_draft_number(view, draft, &out->draft, &number, error);
    if (code == TVX_OK)
        code = read_draft(view, number, out, error);
    return code != TVX_OK ? code : list_set_aside(view, number, out, error);
}

int tvx_view_shows(tvx_view *view, tvx_show_callback callback, void *payload, tvx_error *error)
{
    int code = tvx_view_load_drafts(view, error);
    for (size_t i = 0; code == TVX_OK && i < view->order.n; i++) {
        tvx_show show = {.draft = &view->placed[i]};
        tvx_arena_clear(&view->answer);
        code = read_draft(view, view->order.drafts[i], &show, error);
        if (code == TVX_OK)
            code = callback(payload, &show, error);
    }
    return code;
}

/* --- diff --- */

int tvx_view_diff(tvx_view *view, const char *from, const char *to, tvx_diff *out, tvx_error *error)
{
    uint32_t from_number = 0, to_number = 0;
    *out = (tvx_diff){0};
    tvx_arena_clear(&view->answer);
    int code = tvx_view_draft_number(view, from, &out->from, &from_number, error);
    if (code == TVX_OK)
        code = tvx_view_draft_number(view, to, &out->to, &to_number, error);
    if (code == TVX_OK)
        code = tvx_walk_diff(&view->story, from_number, to_number, &view->answer, &out->changes,
                             &out->n_changes, error);
    return code != TVX_OK ? code
                          : tvx_told_between(view, out->from->draft->key, to_number, &out->told,
                                             &out->n_told, error);
}

/* --- changes --- */

int tvx_drafts_wanted_read(tvx_drafts_wanted *out, const tvx_view *view,
                           const tvx_changes_filter *filter, tvx_error *error)
{
    const tvx_party *party;
    int code = TVX_OK;
    *out = (tvx_drafts_wanted){.filter = filter};
    if (filter->since != NULL)
        code = tvx_date_parse(&out->since, filter->since, error);
    if (code == TVX_OK && filter->until != NULL)
        code = tvx_date_parse(&out->until, filter->until, error);
    if (code == TVX_OK && filter->by != NULL)
        code = tvx_view_party(view, filter->by, &party, error);
    if (code == TVX_OK && filter->toward != NULL)
        code = tvx_view_party(view, filter->toward, &party, error);
    return code;
}

bool tvx_draft_wanted(const tvx_drafts_wanted *wanted, const tvx_placed_draft *draft)
{
    const tvx_changes_filter *f = wanted->filter;
    if (f->by != NULL && !tvx_text_among(f->by, draft->draft->by.items, draft->draft->by.n))
        return false;
    if (draft->date == NULL)
        return true;
    if (f->since != NULL && tvx_date_before(draft->date, &wanted->since))
        return false;
    return f->until == NULL || !tvx_date_before(&wanted->until, draft->date);
}

typedef struct changes_run {
    tvx_view *view;
    tvx_drafts_wanted wanted;
    tvx_changes_callback callback;
    void *payload;
} changes_run;

static int hand_step(void *payload, const tvx_step *step, tvx_error *error)
{
    changes_run *run = payload;
    const tvx_order *order = &run->view->order;
    const char *toward = run->wanted.filter->toward;
    tvx_changes_row row = {.draft = &run->view->placed[order->places[step->draft].rank],
                           .change = step->change};
    if (step->from != TVX_NO_DRAFT)
        row.from = &run->view->placed[order->places[step->from].rank];
    if (!tvx_draft_wanted(&run->wanted, row.draft))
        return TVX_OK;
    if (toward != NULL &&
        (step->change->toward == NULL || strcmp(step->change->toward, toward) != 0))
        return TVX_OK;
    return run->callback(run->payload, &row, error);
}

int tvx_view_changes(tvx_view *view, const tvx_changes_filter *filter,
                     tvx_changes_callback callback, void *payload, tvx_error *error)
{
    changes_run run = {.view = view, .callback = callback, .payload = payload};
    const bool *wanted;
    tvx_arena_clear(&view->answer);
    int code = tvx_drafts_wanted_read(&run.wanted, view, filter, error);
    if (code == TVX_OK)
        code = tvx_view_load_drafts(view, error);
    if (code == TVX_OK)
        code = tvx_view_wanted_rows(view, &filter->terms, &wanted, error);
    return code != TVX_OK ? code : tvx_walk_changes(&view->story, wanted, hand_step, &run, error);
}
