/*
 * Events, told by one report or by several.
 */
#include <stdlib.h>
#include <string.h>

#include "api/told.h"
#include "base/fail.h"
#include "base/texts.h"
#include "model/date.h"

/* One report's telling, before equal ones are joined. */
typedef struct telling {
    const tvx_event *event;
    tvx_teller teller;
} telling;

typedef struct event_gatherer {
    tvx_gatherer parts;
    size_t *met; /* by key of tvx_same: the list that led to it last */
    size_t lists;
} event_gatherer;

/* True the first time that this list leads to a shown key. */
static bool meet(event_gatherer *g, const char *key)
{
    const tvx_same *same = &g->parts.view->standing.same;
    const tvx_same_key *entry = tvx_same_find(same, key);
    if (entry == NULL)
        return true;
    size_t *met = &g->met[entry - same->keys];
    bool first = *met != g->lists;
    *met = g->lists;
    return first;
}

/* Names the drafts by the keys that they are shown under, of a set the one. */
static int lead_drafts(event_gatherer *g, tvx_texts *drafts, tvx_error *error)
{
    tvx_view *view = g->parts.view;
    const tvx_same *same = &view->standing.same;
    if (same->n == 0 || drafts->n == 0)
        return TVX_OK;
    if (g->met == NULL)
        g->met = tvx_arena_new(&view->answer, same->n, sizeof *g->met);
    const char **keys = tvx_arena_new(&view->answer, drafts->n, sizeof *keys);
    size_t n = 0;
    if (keys == NULL || g->met == NULL)
        return tvx_fail_memory(error);
    g->lists++;
    for (size_t i = 0; i < drafts->n; i++) {
        const char *key = tvx_same_shown(same, drafts->items[i]);
        if (meet(g, key))
            keys[n++] = key;
    }
    *drafts = (tvx_texts){.items = keys, .n = n};
    return TVX_OK;
}

static int gather_events(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    event_gatherer *events = payload;
    tvx_gatherer *g = &events->parts;
    int code = TVX_OK;
    g->met = false;
    if (!tvx_report_counts(g->view, stored))
        return TVX_OK;
    for (size_t i = 0; i < stored->report.n_events && code == TVX_OK; i++) {
        tvx_event *copy;
        code = tvx_gather_keep(g, stored, "events", &stored->report.events[i], &copy,
                               sizeof(telling), error);
        if (code == TVX_OK)
            code = lead_drafts(events, &copy->drafts, error);
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
        order = tvx_told_compare_lists(&a->drafts, &b->drafts);
    if (order == 0)
        order = tvx_told_compare(a->term, b->term);
    return order != 0 ? order : tvx_told_compare(a->what, b->what);
}

static int compare_tellings(const void *a, const void *b)
{
    const telling *x = a, *y = b;
    int order = compare_what(x->event, y->event);
    if (order == 0)
        order = tvx_date_compare(x->teller.published, y->teller.published);
    return order != 0 ? order : strcmp(x->teller.report, y->teller.report);
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
    size_t found = 0;
    if (items == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        if (text(tellings[i].event) != NULL)
            items[found++] = text(tellings[i].event);
    *out = (tvx_texts){.items = items, .n = tvx_texts_sort(items, found)};
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
    event_gatherer g = {0};
    *out = NULL;
    *n = 0;
    int code = tvx_gather(&g.parts, view, gather_events, error);
    if (code != TVX_OK)
        return code;
    telling *all = g.parts.items;
    size_t n_all = g.parts.n;
    if (n_all > 1)
        qsort(all, n_all, sizeof *all, compare_tellings);
    tvx_told_event *events = tvx_arena_new(&view->answer, n_all, sizeof *events);
    if (events == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0, end; i < n_all && code == TVX_OK; i = end) {
        for (end = i + 1; end < n_all && compare_what(all[i].event, all[end].event) == 0; end++)
            ;
        code = join(&view->answer, all + i, end - i, &events[(*n)++], error);
    }
    *out = events;
    return code;
}
