/*
 * What reports tell beside claims on drafts: the reports themselves, positions and background.
 */
#include "api/told.h"

#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "codec/pack.h"
#include "diff/reading.h"
#include "model/date.h"
#include "model/shape.h"

/* --- reports --- */

typedef struct report_reader {
    tvx_view *view;
    tvx_arena arena; /* of one report */
    tvx_told_report_callback callback;
    void *payload;
} report_reader;

static int hand_report(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    report_reader *r = payload;
    tvx_told_report told = {.id = stored->id,
                            .report = &stored->report,
                            .set_aside = tvx_standing_report(&r->view->standing, stored->id),
                            .updated = stored->updated[0] != '\0' ? stored->updated : NULL};
    tvx_arena_clear(&r->arena);
    int code = tvx_view_outlet_in(r->view, stored->report.outlet, &r->arena, &told.outlet, error);
    return code != TVX_OK ? code : r->callback(r->payload, &told, error);
}

int tvx_view_reports(tvx_view *view, tvx_told_report_callback callback, void *payload,
                     tvx_error *error)
{
    report_reader r = {.view = view, .callback = callback, .payload = payload};
    int code = tvx_store_reports(view->store, &view->asked, hand_report, &r, error);
    tvx_arena_dispose(&r.arena);
    return code;
}

/* --- gathering parts of all reports, in order of publication --- */

/* Keeps who tells it: once a report, and only of reports that something is kept of. */
static int meet(tvx_gatherer *g, const tvx_stored_report *stored, tvx_error *error)
{
    tvx_arena *arena = &g->view->answer;
    if (g->met)
        return TVX_OK;
    tvx_date *published = tvx_arena_new(arena, 1, sizeof *published);
    const char *text = tvx_arena_text(arena, stored->report.published.text);
    g->teller.report = tvx_arena_text(arena, stored->id);
    if (published == NULL || text == NULL || g->teller.report == NULL)
        return tvx_fail_memory(error);
    *published = stored->report.published;
    published->text = text;
    g->teller.published = published;
    g->met = true;
    return tvx_view_outlet_in(g->view, stored->report.outlet, arena, &g->teller.outlet, error);
}

int tvx_gather_keep(tvx_gatherer *g, const tvx_stored_report *stored, const char *member,
                    const void *part, void *copy_pointer, size_t item_size, tvx_error *error)
{
    tvx_arena *arena = &g->view->answer;
    const tvx_shape *shape = tvx_shape_member(tvx_shape_of(TVX_RECORD_REPORT), member)->part;
    void *copy = tvx_arena_new(arena, 1, shape->size);
    memcpy(copy_pointer, &copy, sizeof copy);
    if (copy == NULL || tvx_arena_grow(arena, &g->items, g->n, &g->capacity, item_size) != TVX_OK)
        return tvx_fail_memory(error);
    int code = meet(g, stored, error);
    return code != TVX_OK ? code : tvx_copy_part(copy, arena, shape, part, error);
}

int tvx_gather(tvx_gatherer *g, tvx_view *view, tvx_report_callback callback, tvx_error *error)
{
    *g = (tvx_gatherer){.view = view};
    tvx_arena_clear(&view->answer);
    return tvx_store_reports(view->store, &view->asked, callback, g, error);
}

bool tvx_report_counts(const tvx_view *view, const tvx_stored_report *stored)
{
    return stored->updated[0] == '\0' && tvx_standing_report(&view->standing, stored->id) == NULL;
}

int tvx_told_value(tvx_view *view, const tvx_row *row, const tvx_given *given, const char **text,
                   tvx_error *error)
{
    const tvx_value *value;
    *text = NULL;
    if (row == NULL)
        return TVX_OK;
    int code = tvx_read_value(&view->answer, row->term, given, &value, error);
    if (code == TVX_OK && value != NULL)
        *text = value->text;
    return code;
}

int tvx_told_compare(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

int tvx_told_compare_lists(const tvx_texts *a, const tvx_texts *b)
{
    for (size_t i = 0; i < a->n && i < b->n; i++) {
        int order = strcmp(a->items[i], b->items[i]);
        if (order != 0)
            return order;
    }
    return a->n < b->n ? -1 : a->n > b->n;
}

/* --- positions --- */

static int gather_positions(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    tvx_gatherer *g = payload;
    tvx_view *view = g->view;
    int code = TVX_OK;
    g->met = false;
    for (size_t i = 0; tvx_report_counts(view, stored) && i < stored->report.n_positions; i++) {
        const tvx_position *position = &stored->report.positions[i];
        tvx_position *copy;
        code = tvx_gather_keep(g, stored, "positions", position, &copy, sizeof(tvx_told_position),
                               error);
        if (code != TVX_OK)
            return code;
        tvx_told_position *told = (tvx_told_position *)g->items + g->n++;
        *told = (tvx_told_position){.teller = g->teller, .position = copy};
        if (copy->draft != NULL)
            copy->draft = tvx_same_shown(&view->standing.same, copy->draft);
        if (copy->term == NULL)
            continue;
        code = tvx_told_value(view, tvx_vocabulary_row(&view->vocabulary, copy->term), &copy->value,
                              &told->text, error);
        if (code != TVX_OK)
            return code;
    }
    return TVX_OK;
}

static const tvx_date *position_date(const tvx_told_position *told)
{
    return told->position->dated.text != NULL ? &told->position->dated : told->teller.published;
}

static int compare_positions(const void *a, const void *b)
{
    const tvx_told_position *x = a, *y = b;
    const tvx_position *p = x->position, *q = y->position;
    int order = tvx_date_compare(position_date(x), position_date(y));
    if (order == 0)
        order = tvx_told_compare_lists(&p->parties, &q->parties);
    if (order == 0)
        order = tvx_told_compare(p->term, q->term);
    if (order == 0)
        order = strcmp(x->teller.report, y->teller.report);
    if (order == 0)
        order = (int)p->stance - (int)q->stance;
    if (order == 0)
        order = tvx_told_compare(x->text, y->text);
    return order != 0 ? order : tvx_told_compare(p->note, q->note);
}

int tvx_view_positions(tvx_view *view, const tvx_told_position **out, size_t *n, tvx_error *error)
{
    tvx_gatherer g;
    int code = tvx_gather(&g, view, gather_positions, error);
    if (g.n > 1)
        qsort(g.items, g.n, sizeof(tvx_told_position), compare_positions);
    *out = g.items;
    *n = g.n;
    return code;
}

/* --- background --- */

/* Whether the claim is listed: it counts, and no judgement says which draft it is about. */
static int is_background(bool *is, tvx_view *view, const tvx_evidence *evidence, tvx_error *error)
{
    bool left_out;
    int code = tvx_view_leaves_out(view, evidence, &left_out, error);
    *is = !left_out && tvx_evidence_counts(evidence) &&
          tvx_standing_attribute(&view->standing, evidence->report, evidence->claim->term) == NULL;
    return code;
}

/* Lists a claim with its text, as a reading of this claim alone would show it. */
static int list_background(tvx_gatherer *g, const tvx_claimant *claimant, const tvx_row *row,
                           const tvx_claim *claim, tvx_error *error)
{
    tvx_view *view = g->view;
    tvx_evidence evidence;
    tvx_reading reading;
    tvx_claim *copy;
    bool is = false;
    int code = tvx_gather_keep(g, claimant->report, "claims", claim, &copy,
                               sizeof(tvx_told_background), error);
    if (code == TVX_OK)
        code = tvx_evidence_make(view, &view->answer, row, claimant, copy, NULL, &evidence, error);
    if (code == TVX_OK)
        code = is_background(&is, view, &evidence, error);
    if (code == TVX_OK && is)
        code = tvx_reading_make(&reading, &view->answer, row, &evidence, 1, NULL, error);
    if (code == TVX_OK && is)
        ((tvx_told_background *)g->items)[g->n++] = (tvx_told_background){
            .teller = g->teller, .row = row, .claim = copy, .text = reading.text};
    return code;
}

static int gather_background(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    tvx_gatherer *g = payload;
    tvx_claimant claimant = {0};
    int code = TVX_OK;
    g->met = false;
    for (size_t i = 0; i < stored->report.n_claims && code == TVX_OK; i++) {
        const tvx_claim *claim = &stored->report.claims[i];
        const tvx_row *row = tvx_vocabulary_row(&g->view->vocabulary, claim->term);
        if (claim->drafts.n > 0 || row == NULL)
            continue;
        if (claimant.report == NULL) /* once a report */
            code = tvx_claimant_meet(g->view, &g->view->answer, stored, &claimant, error);
        if (code == TVX_OK)
            code = list_background(g, &claimant, row, claim, error);
    }
    return code;
}

static int compare_background(const void *a, const void *b)
{
    const tvx_told_background *x = a, *y = b;
    if (x->row->number != y->row->number)
        return x->row->number < y->row->number ? -1 : 1;
    int order = tvx_date_compare(x->teller.published, y->teller.published);
    if (order == 0)
        order = strcmp(x->teller.report, y->teller.report);
    if (order == 0)
        order = strcmp(x->text, y->text);
    return order != 0 ? order : tvx_told_compare(x->claim->note, y->claim->note);
}

int tvx_view_background(tvx_view *view, const tvx_told_background **out, size_t *n,
                        tvx_error *error)
{
    tvx_gatherer g;
    int code = tvx_gather(&g, view, gather_background, error);
    if (code == TVX_OK && g.n > 1)
        qsort(g.items, g.n, sizeof(tvx_told_background), compare_background);
    *out = g.items;
    *n = g.n;
    return code;
}
