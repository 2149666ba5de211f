/*
 * What reports tell beside claims on drafts: the reports themselves, positions, events and
 * background.
 */
#include <stdlib.h>
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "codec/pack.h"
#include "diff/reading.h"
#include "model/date.h"
#include "model/shape.h"
#include "travaux/view.h"

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
    tvx_told_report told = {.id = stored->id, .report = &stored->report};
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

/* A list in the view's answer arena, being filled from one report after another. */
typedef struct gatherer {
    tvx_view *view;
    void *items; /* of the kind that is gathered */
    size_t n, capacity;
    tvx_teller teller; /* of the report at hand, once it was needed */
    bool met;
} gatherer;

/* Keeps who tells it: once a report, and only of reports that something is kept of. */
static int meet(gatherer *g, const tvx_stored_report *stored, tvx_error *error)
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

/* A copy of a part (`member` of a report) in *copy, its teller met, and room for one more item. */
static int keep(gatherer *g, const tvx_stored_report *stored, const char *member, const void *part,
                void *copy_pointer, size_t item_size, tvx_error *error)
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

/* Walks all reports with a callback that fills the gatherer; `out` is the list that came of it. */
static int gather(tvx_view *view, tvx_report_callback callback, gatherer *g, tvx_error *error)
{
    *g = (gatherer){.view = view};
    tvx_arena_clear(&view->answer);
    return tvx_store_reports(view->store, &view->asked, callback, g, error);
}

/* --- positions --- */

static int read_position_value(gatherer *g, tvx_told_position *told, tvx_error *error)
{
    const tvx_position *position = told->position;
    const tvx_row *row =
        position->term == NULL ? NULL : tvx_vocabulary_row(&g->view->vocabulary, position->term);
    if (row == NULL)
        return TVX_OK;
    const tvx_value *value;
    int code = tvx_read_value(&g->view->answer, row->term, &position->value, &value, error);
    told->text = code == TVX_OK && value != NULL ? value->text : NULL;
    return code;
}

static int gather_positions(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    gatherer *g = payload;
    int code = TVX_OK;
    g->met = false;
    for (size_t i = 0; i < stored->report.n_positions && code == TVX_OK; i++) {
        tvx_position *copy;
        code = keep(g, stored, "positions", &stored->report.positions[i], &copy,
                    sizeof(tvx_told_position), error);
        if (code != TVX_OK)
            return code;
        tvx_told_position *told = (tvx_told_position *)g->items + g->n++;
        *told = (tvx_told_position){.teller = g->teller, .position = copy};
        code = read_position_value(g, told, error);
    }
    return code;
}

static const tvx_date *position_date(const tvx_told_position *told)
{
    return told->position->dated.text != NULL ? &told->position->dated : told->teller.published;
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare_lists(const tvx_texts *a, const tvx_texts *b)
{
    for (size_t i = 0; i < a->n && i < b->n; i++) {
        int order = strcmp(a->items[i], b->items[i]);
        if (order != 0)
            return order;
    }
    return a->n < b->n ? -1 : a->n > b->n;
}

static int compare_positions(const void *a, const void *b)
{
    const tvx_told_position *x = a, *y = b;
    const tvx_position *p = x->position, *q = y->position;
    int order = tvx_date_compare(position_date(x), position_date(y));
    if (order == 0)
        order = compare_lists(&p->parties, &q->parties);
    if (order == 0)
        order = compare_texts(p->term, q->term);
    if (order == 0)
        order = strcmp(x->teller.report, y->teller.report);
    if (order == 0)
        order = (int)p->stance - (int)q->stance;
    if (order == 0)
        order = compare_texts(x->text, y->text);
    return order != 0 ? order : compare_texts(p->note, q->note);
}

int tvx_view_positions(tvx_view *view, const tvx_told_position **out, size_t *n, tvx_error *error)
{
    gatherer g;
    int code = gather(view, gather_positions, &g, error);
    if (g.n > 1)
        qsort(g.items, g.n, sizeof(tvx_told_position), compare_positions);
    *out = g.items;
    *n = g.n;
    return code;
}

/* --- events --- */

/* One report's telling, before equal ones are joined. */
typedef struct telling {
    const tvx_event *event;
    tvx_teller teller;
} telling;

static int gather_events(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    gatherer *g = payload;
    int code = TVX_OK;
    g->met = false;
    for (size_t i = 0; i < stored->report.n_events && code == TVX_OK; i++) {
        tvx_event *copy;
        code = keep(g, stored, "events", &stored->report.events[i], &copy, sizeof(telling), error);
        if (code == TVX_OK)
            ((telling *)g->items)[g->n++] = (telling){.event = copy, .teller = g->teller};
    }
    return code;
}

/* Equal: told by several reports, but one event. */
static int compare_what(const tvx_event *a, const tvx_event *b)
{
    int order = tvx_date_compare(&a->dated, &b->dated);
    if (order == 0)
        order = strcmp(a->dated.text, b->dated.text);
    if (order == 0)
        order = (int)a->kind - (int)b->kind;
    if (order == 0)
        order = compare_lists(&a->drafts, &b->drafts);
    if (order == 0)
        order = compare_texts(a->term, b->term);
    return order != 0 ? order : compare_texts(a->what, b->what);
}

static int compare_tellings(const void *a, const void *b)
{
    const telling *x = a, *y = b;
    int order = compare_what(x->event, y->event);
    if (order == 0)
        order = tvx_date_compare(x->teller.published, y->teller.published);
    return order != 0 ? order : strcmp(x->teller.report, y->teller.report);
}

static int compare_pointed(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef const char *(*event_text)(const tvx_event *event);

static const char *place_of(const tvx_event *event)
{
    return event->place;
}

static const char *note_of(const tvx_event *event)
{
    return event->note;
}

/* One text of each telling, those that have it, each once, in byte order. */
static int collect_texts(tvx_arena *arena, const telling *tellings, size_t n, event_text text,
                         tvx_texts *out, tvx_error *error)
{
    const char **items = tvx_arena_new(arena, n, sizeof *items);
    size_t found = 0, kept = 0;
    if (items == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        if (text(tellings[i].event) != NULL)
            items[found++] = text(tellings[i].event);
    if (found > 1)
        qsort(items, found, sizeof *items, compare_pointed);
    for (size_t i = 0; i < found; i++)
        if (kept == 0 || strcmp(items[kept - 1], items[i]) != 0)
            items[kept++] = items[i];
    *out = (tvx_texts){.items = items, .n = kept};
    return TVX_OK;
}

/* Joins a run of equal tellings, of which a report that tells it twice counts once. */
static int join(tvx_arena *arena, const telling *run, size_t n, tvx_told_event *out,
                tvx_error *error)
{
    tvx_teller *tellers = tvx_arena_new(arena, n, sizeof *tellers);
    if (tellers == NULL)
        return tvx_fail_memory(error);
    *out = (tvx_told_event){.event = run[0].event, .tellers = tellers};
    for (size_t i = 0; i < n; i++)
        if (i == 0 || strcmp(run[i].teller.report, run[i - 1].teller.report) != 0)
            tellers[out->n_tellers++] = run[i].teller;
    int code = collect_texts(arena, run, n, place_of, &out->places, error);
    return code != TVX_OK ? code : collect_texts(arena, run, n, note_of, &out->notes, error);
}

int tvx_view_events(tvx_view *view, const tvx_told_event **out, size_t *n, tvx_error *error)
{
    gatherer g;
    *out = NULL;
    *n = 0;
    int code = gather(view, gather_events, &g, error);
    if (code != TVX_OK)
        return code;
    telling *all = g.items;
    if (g.n > 1)
        qsort(all, g.n, sizeof *all, compare_tellings);
    tvx_told_event *events = tvx_arena_new(&view->answer, g.n, sizeof *events);
    if (events == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0, end; i < g.n && code == TVX_OK; i = end) {
        for (end = i + 1; end < g.n && compare_what(all[i].event, all[end].event) == 0; end++)
            ;
        code = join(&view->answer, all + i, end - i, &events[(*n)++], error);
    }
    *out = events;
    return code;
}

/* --- background --- */

/* The claim's text, as a reading of this claim alone would show it. */
static int read_background(gatherer *g, tvx_told_background *told, tvx_error *error)
{
    tvx_reading reading;
    tvx_evidence evidence = {.report = told->teller.report,
                             .outlet = told->teller.outlet,
                             .published = told->teller.published,
                             .claim = told->claim,
                             .basis = told->claim->basis};
    int code = tvx_read_value(&g->view->answer, told->row->term, &told->claim->value,
                              &evidence.value, error);
    if (code == TVX_OK)
        code = tvx_reading_make(&reading, &g->view->answer, told->row, &evidence, 1, NULL, error);
    told->text = code == TVX_OK ? reading.text : NULL;
    return code;
}

static int gather_background(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    gatherer *g = payload;
    int code = TVX_OK;
    g->met = false;
    for (size_t i = 0; i < stored->report.n_claims && code == TVX_OK; i++) {
        const tvx_claim *claim = &stored->report.claims[i];
        const tvx_row *row = tvx_vocabulary_row(&g->view->vocabulary, claim->term);
        if (claim->drafts.n > 0 || row == NULL)
            continue;
        tvx_claim *copy;
        code = keep(g, stored, "claims", claim, &copy, sizeof(tvx_told_background), error);
        if (code != TVX_OK)
            return code;
        tvx_told_background *told = (tvx_told_background *)g->items + g->n++;
        *told = (tvx_told_background){.teller = g->teller, .row = row, .claim = copy};
        code = read_background(g, told, error);
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
    return order != 0 ? order : compare_texts(x->claim->note, y->claim->note);
}

int tvx_view_background(tvx_view *view, const tvx_told_background **out, size_t *n,
                        tvx_error *error)
{
    gatherer g;
    int code = gather(view, gather_background, &g, error);
    if (code == TVX_OK && g.n > 1)
        qsort(g.items, g.n, sizeof(tvx_told_background), compare_background);
    *out = g.items;
    *n = g.n;
    return code;
}
