/*
 * The drafts of a view, in their order.
 */
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/mem.h"

uint32_t tvx_stored_find(const tvx_stored_draft *stored, size_t n, const char *key)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(stored[middle].draft.key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && strcmp(stored[low].draft.key, key) == 0 ? (uint32_t)low : TVX_NO_DRAFT;
}

const tvx_date *tvx_draft_date(const tvx_draft *draft)
{
    return draft->dated.text != NULL       ? &draft->dated
           : draft->presented.text != NULL ? &draft->presented
                                           : NULL;
}

/* Drafts named by key, as numbers; those that nobody declared are left out. */
static int find_all(tvx_draft_list *out, tvx_arena *arena, const tvx_texts *keys,
                    const tvx_stored_draft *stored, size_t n, tvx_error *error)
{
    uint32_t *items = tvx_arena_new(arena, keys->n, sizeof *items);
    if (items == NULL)
        return tvx_fail_memory(error);
    size_t found = 0;
    for (size_t i = 0; i < keys->n; i++) {
        uint32_t number = tvx_stored_find(stored, n, keys->items[i]);
        if (number != TVX_NO_DRAFT)
            items[found++] = number;
    }
    *out = (tvx_draft_list){.items = items, .n = found};
    return TVX_OK;
}

int tvx_nodes_make(tvx_node **out, tvx_arena *arena, const tvx_stored_draft *stored, size_t n,
                   tvx_error *error)
{
    tvx_node *nodes = tvx_arena_new(arena, n, sizeof *nodes);
    int code = nodes == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        const tvx_draft *draft = &stored[i].draft;
        nodes[i] = (tvx_node){
            .key = draft->key,
            .date = tvx_draft_date(draft),
            .known = stored[i].known,
            .starts_line = draft->starts_line,
            .amends =
                draft->amends == NULL ? TVX_NO_DRAFT : tvx_stored_find(stored, n, draft->amends),
        };
        code = find_all(&nodes[i].follows, arena, &draft->follows, stored, n, error);
    }
    *out = nodes;
    return code;
}

static int keys_of(tvx_view *view, const tvx_draft_list *drafts, tvx_texts *out, tvx_error *error)
{
    const char **keys = tvx_arena_new(&view->arena, drafts->n, sizeof *keys);
    if (keys == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < drafts->n; i++)
        keys[i] = view->stored[drafts->items[i]].draft.key;
    *out = (tvx_texts){.items = keys, .n = drafts->n};
    return TVX_OK;
}

uint32_t tvx_view_next_key(const tvx_view *view, uint32_t number)
{
    return view->joined.next == NULL ? TVX_NO_DRAFT : view->joined.next[number];
}

/* The other keys that a draft goes by, and what says so. */
static int list_also(tvx_view *view, uint32_t number, tvx_placed_draft *out, tvx_error *error)
{
    size_t n = 0;
    uint32_t first = tvx_view_next_key(view, number);
    if (first == TVX_NO_DRAFT)
        return TVX_OK;
    for (uint32_t i = first; i != TVX_NO_DRAFT; i = tvx_view_next_key(view, i))
        n++;
    const char **keys = tvx_arena_new(&view->arena, n, sizeof *keys);
    if (keys == NULL)
        return tvx_fail_memory(error);
    for (uint32_t i = first; i != TVX_NO_DRAFT; i = tvx_view_next_key(view, i))
        keys[out->also.n++] = view->stored[i].draft.key;
    out->also.items = keys;
    out->joined = tvx_same_find(&view->standing.same, out->draft->key)->joined;
    return TVX_OK;
}

static int place_draft(tvx_view *view, uint32_t number, tvx_placed_draft *out, tvx_error *error)
{
    const tvx_place *place = &view->order.places[number];
    const tvx_stored_draft *stored = &view->stored[number];
    *out = (tvx_placed_draft){
        .id = stored->id,
        .draft = &stored->draft,
        .date = tvx_draft_date(&stored->draft),
        .rank = place->rank,
        .implied = place->implied,
        .amends = place->amends == TVX_NO_DRAFT ? NULL : view->stored[place->amends].draft.key,
        .cut = place->cut_follows || place->cut_amends,
    };
    int code = keys_of(view, &place->follows, &out->follows, error);
    return code != TVX_OK ? code : list_also(view, number, out, error);
}

static int place_drafts(tvx_view *view, tvx_error *error)
{
    view->placed = tvx_arena_new(&view->arena, view->order.n, sizeof *view->placed);
    int code = view->placed == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < view->order.n && code == TVX_OK; i++)
        code = place_draft(view, view->order.drafts[i], &view->placed[i], error);
    return code;
}

/* A draft that a judgement names is known as one that a report names. */
static void know_named(tvx_view *view)
{
    const tvx_texts *named = &view->standing.named;
    for (size_t i = 0; i < named->n; i++) {
        uint32_t number = tvx_stored_find(view->stored, view->n_stored, named->items[i]);
        if (number != TVX_NO_DRAFT)
            view->stored[number].known = true;
    }
}

static int load_stored(tvx_view *view, tvx_error *error)
{
    int code = tvx_store_drafts(view->store, &view->asked, &view->arena, &view->stored,
                                &view->n_stored, error);
    if (code != TVX_OK)
        return code;
    know_named(view);
    return tvx_stored_join(&view->joined, &view->arena, view->stored, view->n_stored,
                           &view->standing.same, error);
}

int tvx_view_load_drafts(tvx_view *view, tvx_error *error)
{
    tvx_node *nodes;
    if (view->ordered)
        return TVX_OK;
    int code = load_stored(view, error);
    if (code == TVX_OK)
        code = tvx_nodes_make(&nodes, &view->arena, view->stored, view->n_stored, error);
    if (code == TVX_OK)
        code = tvx_order_make(&view->order, &view->arena, nodes, view->n_stored, error);
    if (code == TVX_OK)
        code = place_drafts(view, error);
    if (code == TVX_OK)
        code = tvx_view_load_attributed(view, error);
    view->ordered = code == TVX_OK;
    view->story = (tvx_story){.vocabulary = &view->vocabulary,
                              .order = &view->order,
                              .source = {.of_draft = tvx_view_claims, .payload = view}};
    return code;
}

int tvx_view_drafts(tvx_view *view, const tvx_placed_draft **out, size_t *n, tvx_error *error)
{
    int code = tvx_view_load_drafts(view, error);
    *out = view->placed;
    *n = code == TVX_OK ? view->order.n : 0;
    return code;
}

/* Fails with the nearest of the keys that known drafts go by. */
static int fail_unheard(tvx_view *view, const char *key, tvx_error *error)
{
    size_t n = 0;
    const char **names = tvx_mem_new(view->n_stored + 1, sizeof *names);
    if (names == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < view->order.n; i++) {
        names[n++] = view->placed[i].draft->key;
        for (size_t j = 0; j < view->placed[i].also.n; j++)
            names[n++] = view->placed[i].also.items[j];
    }
    int code = tvx_fail_unknown("draft", key, names, n, "drafts", error);
    tvx_mem_free(names);
    return code;
}

/* Fails for a draft that is not there: not known yet, or never heard of. */
static int fail_draft(tvx_view *view, const char *key, bool there, tvx_error *error)
{
    if (there) {
        int code =
            tvx_fail(error, TVX_ENOTFOUND, "draft '%s' is not known by %s", key, view->known_by);
        tvx_fail_hint(error, "no report published by then names it; leave --known-by out");
        return code;
    }
    return fail_unheard(view, key, error);
}

static uint32_t shown_as(const tvx_view *view, uint32_t number)
{
    return number == TVX_NO_DRAFT || view->joined.shown == NULL ? number
                                                                : view->joined.shown[number];
}

int tvx_view_draft_number(tvx_view *view, const char *key, const tvx_placed_draft **out,
                          uint32_t *number, tvx_error *error)
{
    int code = tvx_view_load_drafts(view, error);
    if (code != TVX_OK)
        return code;
    *number = shown_as(view, tvx_stored_find(view->stored, view->n_stored, key));
    bool there = *number != TVX_NO_DRAFT;
    if (!there || view->order.places[*number].rank == TVX_NO_DRAFT)
        return fail_draft(view, key, there, error);
    *out = &view->placed[view->order.places[*number].rank];
    return TVX_OK;
}

const tvx_placed_draft *tvx_view_placed(const tvx_view *view, const char *key)
{
    uint32_t number = shown_as(view, tvx_stored_find(view->stored, view->n_stored, key));
    uint32_t rank = number == TVX_NO_DRAFT ? TVX_NO_DRAFT : view->order.places[number].rank;
    return rank == TVX_NO_DRAFT ? NULL : &view->placed[rank];
}

int tvx_view_draft(tvx_view *view, const char *key, const tvx_placed_draft **out, tvx_error *error)
{
    uint32_t number;
    return tvx_view_draft_number(view, key, out, &number, error);
}
