#include "diff/order.h"

#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "diff/order_parts.h"
#include "model/date.h"

typedef struct entry {
    const tvx_node *node;
    uint32_t given;
} entry;

static const tvx_date no_date = {.latest = TVX_TIME_MAX, .earliest = TVX_TIME_MAX};

static int compare_entries(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int by_date = tvx_date_compare(x->node->date != NULL ? x->node->date : &no_date,
                                   y->node->date != NULL ? y->node->date : &no_date);
    if (by_date != 0)
        return by_date;
    int by_key = strcmp(x->node->key, y->node->key);
    return by_key != 0 ? by_key : (x->given > y->given) - (x->given < y->given);
}

int tvx_order_ascending(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static int number_drafts(tvx_ordering *o)
{
    entry *entries = tvx_arena_new(o->scratch, o->n, sizeof *entries);
    if (entries == NULL)
        return TVX_ENOMEM;
    for (uint32_t i = 0; i < o->n; i++)
        entries[i] = (entry){&o->nodes[i], i};
    qsort(entries, o->n, sizeof *entries, compare_entries);
    for (uint32_t i = 0; i < o->n; i++) {
        o->given[i] = entries[i].given;
        o->inside[entries[i].given] = i;
    }
    return TVX_OK;
}

static int copy_links(tvx_ordering *o, uint32_t draft)
{
    const tvx_node *node = tvx_ordering_node(o, draft);
    o->amends[draft] = node->amends == TVX_NO_DRAFT ? TVX_NO_DRAFT : o->inside[node->amends];
    uint32_t *items = tvx_arena_new(o->scratch, node->follows.n, sizeof *items);
    if (items == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < node->follows.n; i++)
        items[i] = o->inside[node->follows.items[i]];
    o->follows[draft] = (tvx_links){items, node->follows.n};
    return TVX_OK;
}

int tvx_ordering_start(tvx_ordering *o, const tvx_node *nodes, size_t n)
{
    o->n = n;
    o->nodes = nodes;
    o->given = tvx_arena_new(o->scratch, n, sizeof *o->given);
    o->inside = tvx_arena_new(o->scratch, n, sizeof *o->inside);
    o->follows = tvx_arena_new(o->scratch, n, sizeof *o->follows);
    o->amends = tvx_arena_new(o->scratch, n, sizeof *o->amends);
    if (o->given == NULL || o->inside == NULL || o->follows == NULL || o->amends == NULL)
        return TVX_ENOMEM;
    int rc = number_drafts(o);
    for (uint32_t i = 0; i < n && rc == TVX_OK; i++)
        rc = copy_links(o, i);
    return rc;
}

tvx_footing tvx_ordering_footing(const tvx_ordering *o, uint32_t draft)
{
    const tvx_node *node = tvx_ordering_node(o, draft);
    if (node->starts_line || node->follows.n > 0)
        return TVX_FOOTING_FOLLOWS;
    return o->amends[draft] != TVX_NO_DRAFT ? TVX_FOOTING_AMENDS : TVX_FOOTING_DATE;
}

static int make(tvx_order *out, tvx_ordering *o, const tvx_node *nodes, size_t n)
{
    o->places = tvx_arena_new(o->arena, n, sizeof *o->places);
    uint32_t *drafts = tvx_arena_new(o->arena, n, sizeof *drafts);
    if (o->places == NULL || drafts == NULL)
        return TVX_ENOMEM;
    int rc = tvx_ordering_start(o, nodes, n);
    if (rc == TVX_OK)
        rc = tvx_order_cut(o);
    if (rc == TVX_OK)
        rc = tvx_order_list(o);
    if (rc == TVX_OK)
        rc = tvx_order_follow(o);
    if (rc != TVX_OK)
        return rc;
    for (size_t i = 0; i < o->n_listed; i++)
        drafts[i] = o->given[o->listed[i]];
    *out = (tvx_order){.drafts = drafts, .n = o->n_listed, .places = o->places};
    return TVX_OK;
}

int tvx_order_make(tvx_order *out, tvx_arena *arena, const tvx_node *nodes, size_t n,
                   tvx_error *error)
{
    tvx_arena scratch = {0};
    tvx_ordering ordering = {.scratch = &scratch, .arena = arena};
    int rc = make(out, &ordering, nodes, n);
    tvx_arena_dispose(&scratch);
    return rc == TVX_OK ? TVX_OK : tvx_fail_memory(error);
}

/* Marks what a draft follows, from a rank on; drafts in a row often follow the same list. */
static void mark_follows(const tvx_order *order, uint32_t draft, uint32_t from, bool *marked,
                         tvx_draft_list *marked_last)
{
    const tvx_draft_list *follows = &order->places[draft].follows;
    if (follows->n == marked_last->n && follows->items == marked_last->items)
        return;
    *marked_last = *follows;
    for (size_t i = follows->n; i-- > 0;) {
        uint32_t rank = order->places[follows->items[i]].rank;
        if (rank < from)
            return;
        marked[rank - from] = true;
    }
}

int tvx_order_behind(const tvx_order *order, uint32_t earlier, uint32_t later, bool *behind,
                     tvx_error *error)
{
    uint32_t from = order->places[earlier].rank, to = order->places[later].rank;
    *behind = false;
    if (from == TVX_NO_DRAFT || to == TVX_NO_DRAFT || from >= to)
        return TVX_OK;
    /* Whatever a draft follows has a smaller rank, so that one pass downwards finds all. */
    bool *marked = tvx_mem_new((size_t)(to - from) + 1, sizeof *marked);
    if (marked == NULL)
        return tvx_fail_memory(error);
    tvx_draft_list marked_last = {0};
    marked[to - from] = true;
    for (uint32_t rank = to; rank > from && !marked[0]; rank--) {
        if (marked[rank - from])
            mark_follows(order, order->drafts[rank], from, marked, &marked_last);
    }
    *behind = marked[0];
    tvx_mem_free(marked);
    return TVX_OK;
}
