/*
 * What the parts of the order of drafts share; only order*.c include this.
 *
 * Inside, drafts are numbered by (latest, earliest, key) of their own dates, the undated ones
 * last: a smaller number goes first, the greatest of a circle is the one with the greatest number,
 * and nothing depends on the order in which the drafts were given. Functions here fail for want
 * of memory alone and leave describing it to their caller.
 */
#ifndef TVX_DIFF_ORDER_PARTS_H
#define TVX_DIFF_ORDER_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "diff/order.h"

typedef struct tvx_links {
    uint32_t *items;
    size_t n;
} tvx_links;

typedef struct tvx_ordering {
    tvx_arena *scratch; /* gone when the order is made */
    tvx_arena *arena;   /* the order's own */
    size_t n;
    const tvx_node *nodes; /* as given */
    uint32_t *given;       /* by number inside, as all that follows: the number as given */
    tvx_links *follows;    /* explicit ones; those that close a circle are taken out */
    uint32_t *amends;      /* the same, or TVX_NO_DRAFT */
    uint32_t *ranks;       /* TVX_NO_DRAFT if it is not known */
    uint32_t *listed;      /* by rank: the numbers of the known ones */
    size_t n_listed;
    uint32_t *inside;  /* by number as given: the number inside */
    tvx_place *places; /* by number as given */
} tvx_ordering;

static inline const tvx_node *tvx_ordering_node(const tvx_ordering *ordering, uint32_t draft)
{
    return &ordering->nodes[ordering->given[draft]];
}

/* Why a draft follows what it follows. */
typedef enum tvx_footing {
    TVX_FOOTING_FOLLOWS, /* its record says so (it may say: nothing) */
    TVX_FOOTING_AMENDS,  /* its record says what it amends */
    TVX_FOOTING_DATE     /* by its date alone, if it has one */
} tvx_footing;

tvx_footing tvx_ordering_footing(const tvx_ordering *ordering, uint32_t draft);

/* Numbers the drafts and copies their links; ranks, listed and places are left to others. */
int tvx_ordering_start(tvx_ordering *ordering, const tvx_node *nodes, size_t n);

/* Links from every draft: its `follows` and one more; and where links to a draft come from. */
typedef struct tvx_graph {
    size_t n;
    const tvx_links *follows;
    const uint32_t *more; /* or TVX_NO_DRAFT */
    size_t *start;        /* links to i come from from[start[i]] … from[start[i + 1] - 1] */
    uint32_t *from;
} tvx_graph;

int tvx_graph_make(tvx_graph *graph, tvx_arena *arena, size_t n, const tvx_links *follows,
                   const uint32_t *more);

static inline size_t tvx_graph_degree(const tvx_graph *graph, uint32_t draft)
{
    return graph->follows[draft].n + (graph->more[draft] != TVX_NO_DRAFT ? 1 : 0);
}

static inline uint32_t tvx_graph_to(const tvx_graph *graph, uint32_t draft, size_t i)
{
    const tvx_links *follows = &graph->follows[draft];
    return i < follows->n ? follows->items[i] : graph->more[draft];
}

/*
 * Takes away, as long as there is one, a draft all of whose links lead to drafts taken away.
 * Returns how many are left: each of them has a link to another such one. left: of each draft,
 * how many of its links lead to them.
 */
size_t tvx_graph_peel(const tvx_graph *graph, size_t *left, uint32_t *stack);

/* Takes the links that close a circle out of follows and amends, and says so in places. */
int tvx_order_cut(tvx_ordering *ordering);

/* A link that comes at a time. */
typedef struct tvx_edge {
    uint32_t from, to;
    uint32_t time;
    uint32_t joined; /* the time at which it first lies on a circle, or TVX_NEVER */
    uint32_t *item;  /* for the caller: where it is written down, or NULL */
} tvx_edge;

#define TVX_NEVER UINT32_MAX

/*
 * Finds for each of m edges among n drafts at which time it first lies on a circle of edges that
 * have come by then. Times are at most `last`. The edges change places.
 */
int tvx_edges_join(tvx_edge *edges, size_t m, size_t n, uint32_t last, tvx_arena *scratch);

/* Lists the known drafts: ranks, listed. */
int tvx_order_list(tvx_ordering *ordering);

/* Fills in places: rank, follows, implied, amends. */
int tvx_order_follow(tvx_ordering *ordering);

/*
 * The nearest known drafts certainly before a date, among those listed so far. Lists that hold the
 * same drafts share their memory, for a day of many drafts may follow another such day.
 */
typedef struct tvx_nearest {
    const tvx_ordering *ordering;
    uint32_t rank;                 /* how many drafts are listed so far */
    size_t n;                      /* the known drafts that have a date, by their latest */
    uint32_t *drafts;              /* their numbers inside */
    uint32_t *given;               /* and as given: lists are pieces of it where they can be */
    size_t *runs;                  /* where the run of ascending ranks that ends here begins */
    size_t *counts;                /* Fenwick tree: how many of them are listed so far */
    int64_t *beginnings;           /* Fenwick tree: the greatest `earliest` of those */
    struct tvx_nearest_made *made; /* by how many end before the date: the list made last */
    uint32_t *room;
} tvx_nearest;

int tvx_nearest_start(tvx_nearest *nearest, const tvx_ordering *ordering);

/* The one that comes next in rank is listed. */
void tvx_nearest_list(tvx_nearest *nearest, uint32_t draft);

int tvx_nearest_find(tvx_draft_list *out, tvx_nearest *nearest, const tvx_date *date);

/* Orders numbers for qsort. */
int tvx_order_ascending(const void *a, const void *b);

#endif
