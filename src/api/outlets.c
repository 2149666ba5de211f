/*
 * Outlets under one name, however they are spelled.
 */
#include <stdlib.h>
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/text.h"
#include "codec/record.h"

typedef struct loader {
    tvx_arena *arena;
    tvx_outlets *out;
    size_t capacity, declared_capacity;
} loader;

static int add_name(loader *l, const char *spelling, const char *shown, const char *id,
                    tvx_error *error)
{
    const char *folded = tvx_text_fold_name(l->arena, spelling);
    if (folded == NULL || tvx_arena_grow(l->arena, &l->out->names, l->out->n, &l->capacity,
                                         sizeof *l->out->names) != TVX_OK)
        return tvx_fail_memory(error);
    l->out->names[l->out->n++] =
        (struct tvx_outlet_name){.folded = folded, .shown = shown, .id = id};
    return TVX_OK;
}

static int add_outlet(void *payload, const tvx_logged *logged, tvx_error *error)
{
    loader *l = payload;
    tvx_record record;
    const char *id = tvx_arena_text(l->arena, logged->id);
    int code = tvx_record_decode(&record, l->arena, logged->id, logged->body, logged->size, error);
    if (code == TVX_OK &&
        (id == NULL || tvx_arena_grow(l->arena, &l->out->declared, l->out->n_declared,
                                      &l->declared_capacity, sizeof *l->out->declared) != TVX_OK))
        code = tvx_fail_memory(error);
    if (code != TVX_OK)
        return code;
    const tvx_outlet *outlet = &record.as.outlet;
    l->out->declared[l->out->n_declared++] =
        (tvx_shown_outlet){.name = outlet->name, .aliases = outlet->aliases, .declared = true};
    code = add_name(l, outlet->name, outlet->name, id, error);
    for (size_t i = 0; i < outlet->aliases.n && code == TVX_OK; i++)
        code = add_name(l, outlet->aliases.items[i], outlet->name, id, error);
    return code;
}

/* A spelling that two records claim belongs to the one with the smaller id: it comes first. */
static int compare_names(const void *a, const void *b)
{
    const struct tvx_outlet_name *x = a, *y = b;
    int order = strcmp(x->folded, y->folded);
    return order != 0 ? order : strcmp(x->id, y->id);
}

int tvx_outlets_load(tvx_outlets *out, tvx_arena *arena, tvx_store *store, int64_t neg,
                     tvx_error *error)
{
    loader l = {.arena = arena, .out = out};
    int code = tvx_store_in_force(store, neg, TVX_RECORD_OUTLET, add_outlet, &l, error);
    if (code == TVX_OK && out->n > 1)
        qsort(out->names, out->n, sizeof *out->names, compare_names);
    return code;
}

const char *tvx_outlets_find(const tvx_outlets *outlets, const char *folded)
{
    size_t low = 0, high = outlets->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(outlets->names[middle].folded, folded) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < outlets->n && strcmp(outlets->names[low].folded, folded) == 0
               ? outlets->names[low].shown
               : NULL;
}

int tvx_view_outlet_in(tvx_view *view, const char *spelling, tvx_arena *arena, const char **out,
                       tvx_error *error)
{
    const char *folded = tvx_text_fold_name(arena, spelling);
    if (folded == NULL)
        return tvx_fail_memory(error);
    *out = tvx_outlets_find(&view->outlets, folded);
    return *out != NULL
               ? TVX_OK
               : tvx_store_spelling(view->store, &view->asked, spelling, arena, out, error);
}

int tvx_view_outlet(tvx_view *view, const char *spelling, const char **out, tvx_error *error)
{
    return tvx_view_outlet_in(view, spelling, &view->answer, out, error);
}

/* --- the list of outlets --- */

typedef struct lister {
    tvx_view *view;
    tvx_shown_outlet *items;
    size_t n, capacity;
} lister;

static int list_one(lister *l, const tvx_shown_outlet *outlet, tvx_error *error)
{
    if (tvx_arena_grow(&l->view->answer, &l->items, l->n, &l->capacity, sizeof *l->items) != TVX_OK)
        return tvx_fail_memory(error);
    l->items[l->n++] = *outlet;
    return TVX_OK;
}

static int list_spelling(void *payload, const char *spelling, tvx_error *error)
{
    lister *l = payload;
    const char *folded = tvx_text_fold_name(&l->view->answer, spelling);
    const char *name = tvx_arena_text(&l->view->answer, spelling);
    if (folded == NULL || name == NULL)
        return tvx_fail_memory(error);
    if (tvx_outlets_find(&l->view->outlets, folded) != NULL)
        return TVX_OK; /* listed under its record */
    return list_one(l, &(tvx_shown_outlet){.name = name}, error);
}

static int compare_outlets(const void *a, const void *b)
{
    return strcmp(((const tvx_shown_outlet *)a)->name, ((const tvx_shown_outlet *)b)->name);
}

int tvx_view_outlets(tvx_view *view, const tvx_shown_outlet **out, size_t *n, tvx_error *error)
{
    lister l = {.view = view};
    int code = TVX_OK;
    tvx_arena_clear(&view->answer);
    for (size_t i = 0; i < view->outlets.n_declared && code == TVX_OK; i++)
        code = list_one(&l, &view->outlets.declared[i], error);
    if (code == TVX_OK)
        code = tvx_store_spellings(view->store, &view->asked, list_spelling, &l, error);
    if (l.n > 1)
        qsort(l.items, l.n, sizeof *l.items, compare_outlets);
    *out = l.items;
    *n = l.n;
    return code;
}
