/*
 * Background claims that judgements say are about a draft. They are found once for all drafts: a
 * report may have claims about many.
 */
#include <stdlib.h>
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "codec/pack.h"
#include "model/shape.h"

typedef struct loader {
    tvx_view *view;
    size_t capacity;
    tvx_arena scratch;                /* of the report at hand */
    const tvx_stored_report *claimed; /* a copy of it, once a claim was kept */
} loader;

/* What claims need of their report. */
static int keep_report(loader *l, const tvx_stored_report *stored, tvx_error *error)
{
    const tvx_report *r = &stored->report;
    const tvx_report head = {.outlet = r->outlet,
                             .title = r->title,
                             .url = r->url,
                             .published = r->published,
                             .basis = r->basis,
                             .cites = r->cites,
                             .n_cites = r->n_cites};
    if (l->claimed != NULL)
        return TVX_OK;
    tvx_stored_report *copy = tvx_arena_new(&l->view->arena, 1, sizeof *copy);
    if (copy == NULL)
        return tvx_fail_memory(error);
    copy->number = stored->number;
    memcpy(copy->id, stored->id, sizeof copy->id);
    memcpy(copy->updated, stored->updated, sizeof copy->updated);
    l->claimed = copy;
    return tvx_copy_part(&copy->report, &l->view->arena, tvx_shape_of(TVX_RECORD_REPORT), &head,
                         error);
}

static int keep_claim(loader *l, const tvx_stored_report *stored, const tvx_claim *claim,
                      const tvx_row *row, const tvx_ruling *ruling, tvx_error *error)
{
    tvx_view *view = l->view;
    tvx_claim *copy = tvx_arena_new(&view->arena, 1, sizeof *copy);
    if (copy == NULL || tvx_arena_grow(&view->arena, &view->attributed, view->n_attributed,
                                       &l->capacity, sizeof *view->attributed) != TVX_OK)
        return tvx_fail_memory(error);
    int code = keep_report(l, stored, error);
    if (code == TVX_OK)
        code = tvx_copy_part(copy, &view->arena, tvx_shape_claim(), claim, error);
    view->attributed[view->n_attributed] =
        (tvx_attributed){.draft = tvx_same_shown(&view->standing.same, ruling->judgement->draft),
                         .row = row,
                         .report = l->claimed,
                         .claim = copy,
                         .ruling = ruling,
                         .place = view->n_attributed};
    view->n_attributed++;
    return code;
}

static int load_report(loader *l, const char *id, tvx_error *error)
{
    tvx_view *view = l->view;
    tvx_stored_report stored;
    bool there = false;
    l->claimed = NULL;
    tvx_arena_clear(&l->scratch);
    int code = tvx_store_report(view->store, &view->asked, id, &l->scratch, &stored, &there, error);
    for (size_t i = 0; code == TVX_OK && there && i < stored.report.n_claims; i++) {
        const tvx_claim *claim = &stored.report.claims[i];
        const tvx_row *row = tvx_vocabulary_row(&view->vocabulary, claim->term);
        const tvx_ruling *by = tvx_standing_attribute(&view->standing, id, claim->term);
        if (claim->drafts.n == 0 && row != NULL && by != NULL)
            code = keep_claim(l, &stored, claim, row, by, error);
    }
    return code;
}

static int compare_drafts(const void *a, const void *b)
{
    const tvx_attributed *x = a, *y = b;
    int order = strcmp(x->draft, y->draft);
    return order != 0 ? order : x->place < y->place ? -1 : x->place > y->place;
}

int tvx_view_load_attributed(tvx_view *view, tvx_error *error)
{
    const tvx_standing *standing = &view->standing;
    loader l = {.view = view};
    int code = TVX_OK;
    const char *last = NULL;
    view->attributed = NULL;
    view->n_attributed = 0;
    for (size_t i = 0; i < standing->n_slots && code == TVX_OK; i++) {
        const tvx_slot *slot = &standing->slots[i];
        if (slot->act != TVX_ACT_ATTRIBUTE || (last != NULL && strcmp(last, slot->report) == 0))
            continue;
        last = slot->report;
        code = load_report(&l, slot->report, error);
    }
    if (code == TVX_OK && view->n_attributed > 1)
        qsort(view->attributed, view->n_attributed, sizeof *view->attributed, compare_drafts);
    tvx_arena_dispose(&l.scratch);
    return code;
}

const tvx_attributed *tvx_view_attributed(const tvx_view *view, const char *draft, size_t *n)
{
    size_t low = 0, high = view->n_attributed, end;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(view->attributed[middle].draft, draft) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < view->n_attributed && strcmp(view->attributed[end].draft, draft) == 0;)
        end++;
    *n = end - low;
    return *n > 0 ? view->attributed + low : NULL;
}
