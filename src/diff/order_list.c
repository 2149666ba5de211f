/*
 * The listing. Drafts are of three sorts here: *anchored* ones are listed by their own place in
 * time as soon as all that they follow is listed; *floating* ones (undated, or dated to a month or
 * year only) go just before the first that needs them; drafts not known are not there, but what
 * leads through them holds. The anchored are listed from front to back; then the whole is put
 * together from back to front, a floating draft as soon as all that need it are placed: the one
 * placed last is then the first in the listing.
 */
#include <stdlib.h>

#include "diff/order_parts.h"
#include "model/date.h"
#include "travaux/error.h"

typedef enum sort { ANCHORED, FLOATING, NOT_THERE } sort;

typedef struct listing {
    tvx_ordering *o;
    tvx_graph graph; /* what goes before what */
    sort *sorts;
    size_t *needs;  /* links to drafts that do not stand yet */
    size_t *needed; /* links from drafts that are not placed yet */
    uint32_t *heap; /* anchored ones free to go, the smallest first */
    size_t n_heap;
    uint32_t *anchored; /* in order */
    size_t n_anchored;
    uint32_t *stack, *inner;
} listing;

static void heap_push(listing *l, uint32_t draft)
{
    size_t at = l->n_heap++;
    for (; at > 0 && l->heap[(at - 1) / 2] > draft; at = (at - 1) / 2)
        l->heap[at] = l->heap[(at - 1) / 2];
    l->heap[at] = draft;
}

static uint32_t heap_pop(listing *l)
{
    uint32_t top = l->heap[0], last = l->heap[--l->n_heap];
    size_t at = 0;
    for (;;) {
        size_t child = 2 * at + 1;
        if (child + 1 < l->n_heap && l->heap[child + 1] < l->heap[child])
            child++;
        if (child >= l->n_heap || l->heap[child] >= last)
            break;
        l->heap[at] = l->heap[child];
        at = child;
    }
    l->heap[at] = last;
    return top;
}

static bool vague(const tvx_node *node)
{
    return node->date == NULL || tvx_date_coarse(node->date);
}

/*
 * The link to what a draft amends: one that it follows for want of `follows`, or one that goes
 * just before it.
 */
static uint32_t amends_link(const tvx_ordering *o, uint32_t draft)
{
    uint32_t amends = o->amends[draft];
    if (amends == TVX_NO_DRAFT || tvx_ordering_footing(o, draft) == TVX_FOOTING_AMENDS)
        return amends;
    bool floats = tvx_ordering_node(o, draft)->known && tvx_ordering_node(o, amends)->known &&
                  vague(tvx_ordering_node(o, amends));
    return floats ? amends : TVX_NO_DRAFT;
}

static int make_graph(listing *l)
{
    tvx_ordering *o = l->o;
    uint32_t *more = tvx_arena_new(o->scratch, o->n, sizeof *more);
    if (more == NULL)
        return TVX_ENOMEM;
    for (uint32_t i = 0; i < o->n; i++)
        more[i] = amends_link(o, i);
    return tvx_graph_make(&l->graph, o->scratch, o->n, o->follows, more);
}

/*
 * What the draft needs is needed once less; puts those now free onto the stack: what is known, or
 * by way of drafts that are not there. Returns how many the stack then holds.
 */
static size_t release(listing *l, uint32_t draft, size_t n_stack)
{
    size_t n_inner = 0;
    l->inner[n_inner++] = draft;
    while (n_inner > 0) {
        uint32_t at = l->inner[--n_inner];
        for (size_t i = 0; i < tvx_graph_degree(&l->graph, at); i++) {
            uint32_t to = tvx_graph_to(&l->graph, at, i);
            if (--l->needed[to] > 0)
                continue;
            if (l->sorts[to] == NOT_THERE)
                l->inner[n_inner++] = to;
            else if (l->sorts[to] == FLOATING)
                l->stack[n_stack++] = to;
        }
    }
    return n_stack;
}

/* Drafts that are not there and that nothing known needs must not make others needed. */
static void sort_out(listing *l)
{
    const tvx_ordering *o = l->o;
    for (uint32_t i = 0; i < o->n; i++) {
        l->needed[i] = l->graph.start[i + 1] - l->graph.start[i];
        l->sorts[i] = tvx_ordering_node(o, i)->known ? ANCHORED : NOT_THERE;
    }
    size_t n = 0;
    for (uint32_t i = 0; i < o->n; i++) {
        if (l->needed[i] == 0 && l->sorts[i] == NOT_THERE)
            l->stack[n++] = i;
    }
    while (n > 0)
        release(l, l->stack[--n], 0);
    for (uint32_t i = 0; i < o->n; i++) {
        if (l->sorts[i] == ANCHORED && l->needed[i] > 0 && vague(tvx_ordering_node(o, i)))
            l->sorts[i] = FLOATING;
    }
}

/* All that the draft needs stands: an anchored one is free to go, others stand with it at once. */
static void stand(listing *l, uint32_t draft)
{
    size_t n = 0;
    if (l->sorts[draft] == ANCHORED)
        heap_push(l, draft);
    else
        l->stack[n++] = draft;
    while (n > 0) {
        uint32_t at = l->stack[--n];
        for (size_t i = l->graph.start[at]; i < l->graph.start[at + 1]; i++) {
            uint32_t from = l->graph.from[i];
            if (--l->needs[from] > 0)
                continue;
            if (l->sorts[from] == ANCHORED)
                heap_push(l, from);
            else
                l->stack[n++] = from;
        }
    }
}

static void list_anchored(listing *l)
{
    size_t n = 0;
    for (uint32_t i = 0; i < l->o->n; i++) {
        l->needs[i] = tvx_graph_degree(&l->graph, i);
        if (l->needs[i] == 0)
            l->inner[n++] = i;
    }
    while (n > 0)
        stand(l, l->inner[--n]);
    while (l->n_heap > 0) {
        uint32_t draft = heap_pop(l);
        l->anchored[l->n_anchored++] = draft;
        for (size_t i = l->graph.start[draft]; i < l->graph.start[draft + 1]; i++) {
            uint32_t from = l->graph.from[i];
            if (--l->needs[from] == 0)
                stand(l, from);
        }
    }
}

/* Of several that go before one draft, the greatest is placed first from behind. */
static void place_all(listing *l, uint32_t rank)
{
    tvx_ordering *o = l->o;
    while (l->n_anchored > 0) {
        size_t n = 0;
        l->stack[n++] = l->anchored[--l->n_anchored];
        while (n > 0) {
            uint32_t draft = l->stack[--n];
            o->listed[--rank] = draft;
            o->ranks[draft] = rank;
            size_t freed = release(l, draft, n);
            qsort(l->stack + n, freed - n, sizeof *l->stack, tvx_order_ascending);
            n = freed;
        }
    }
}

static bool make_room(listing *l)
{
    tvx_ordering *o = l->o;
    uint32_t **lists[] = {&o->ranks, &o->listed, &l->heap, &l->anchored, &l->stack, &l->inner};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        *lists[i] = tvx_arena_new(o->scratch, o->n, sizeof **lists[i]);
        if (*lists[i] == NULL)
            return false;
    }
    l->sorts = tvx_arena_new(o->scratch, o->n, sizeof *l->sorts);
    l->needs = tvx_arena_new(o->scratch, o->n, sizeof *l->needs);
    l->needed = tvx_arena_new(o->scratch, o->n, sizeof *l->needed);
    return l->sorts != NULL && l->needs != NULL && l->needed != NULL;
}

int tvx_order_list(tvx_ordering *o)
{
    listing l = {.o = o};
    if (!make_room(&l))
        return TVX_ENOMEM;
    int rc = make_graph(&l);
    if (rc != TVX_OK)
        return rc;
    sort_out(&l);
    list_anchored(&l);
    for (uint32_t i = 0; i < o->n; i++) {
        o->ranks[i] = TVX_NO_DRAFT;
        o->n_listed += tvx_ordering_node(o, i)->known ? 1 : 0;
    }
    place_all(&l, (uint32_t)o->n_listed);
    return TVX_OK;
}
