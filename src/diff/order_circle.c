#include <string.h>

#include "base/fail.h"
#include "diff/order_parts.h"

/* Cuts the circle of `amends` that the draft lies on. */
static void cut_amends(tvx_ordering *o, uint32_t draft)
{
    uint32_t greatest = draft;
    for (uint32_t at = o->amends[draft]; at != draft; at = o->amends[at])
        greatest = at > greatest ? at : greatest;
    o->amends[greatest] = TVX_NO_DRAFT;
    o->places[o->given[greatest]].cut_amends = true;
}

/* A draft amends at most one, so that every way ends, or runs into one circle. */
static void cut_all_amends(tvx_ordering *o, uint32_t *walk)
{
    for (uint32_t i = 0; i < o->n; i++) {
        uint32_t at = i;
        while (at != TVX_NO_DRAFT && walk[at] == 0) {
            walk[at] = i + 1;
            at = o->amends[at];
        }
        if (at != TVX_NO_DRAFT && walk[at] == i + 1)
            cut_amends(o, at);
    }
}

/* The links among the drafts left, those of a greater draft coming later, `amends` at once. */
static size_t collect_edges(const tvx_ordering *o, const size_t *left, tvx_edge *edges)
{
    size_t m = 0;
    for (uint32_t i = 0; i < o->n; i++) {
        if (left[i] == 0)
            continue;
        for (size_t j = 0; j < o->follows[i].n; j++) {
            uint32_t *item = &o->follows[i].items[j];
            if (left[*item] > 0)
                edges[m++] = (tvx_edge){.from = i, .to = *item, .time = i + 1, .item = item};
        }
        if (o->amends[i] != TVX_NO_DRAFT && left[o->amends[i]] > 0)
            edges[m++] = (tvx_edge){.from = i, .to = o->amends[i], .time = 0};
    }
    return m;
}

static void take_out(tvx_links *links)
{
    size_t n = 0;
    for (size_t i = 0; i < links->n; i++) {
        if (links->items[i] != TVX_NO_DRAFT)
            links->items[n++] = links->items[i];
    }
    links->n = n;
}

/*
 * A `follows` is cut if some circle has it as that of its greatest draft, that is, if it lies on a
 * circle as soon as it comes.
 */
static int cut_follows(tvx_ordering *o, const size_t *left)
{
    size_t room = 0;
    for (size_t i = 0; i < o->n; i++)
        room += left[i];
    tvx_edge *edges = tvx_arena_new(o->scratch, room, sizeof *edges);
    if (edges == NULL)
        return TVX_ENOMEM;
    size_t m = collect_edges(o, left, edges);
    int rc = tvx_edges_join(edges, m, o->n, (uint32_t)o->n, o->scratch);
    if (rc != TVX_OK)
        return rc;
    for (size_t i = 0; i < m; i++) {
        if (edges[i].item == NULL || edges[i].joined != edges[i].time)
            continue;
        *edges[i].item = TVX_NO_DRAFT;
        o->places[o->given[edges[i].from]].cut_follows = true;
    }
    for (size_t i = 0; i < o->n; i++)
        take_out(&o->follows[i]);
    return TVX_OK;
}

int tvx_order_cut(tvx_ordering *o)
{
    size_t *left = tvx_arena_new(o->scratch, o->n, sizeof *left);
    uint32_t *room = tvx_arena_new(o->scratch, o->n, sizeof *room);
    if (left == NULL || room == NULL)
        return TVX_ENOMEM;
    cut_all_amends(o, room);
    tvx_graph graph;
    int rc = tvx_graph_make(&graph, o->scratch, o->n, o->follows, o->amends);
    if (rc != TVX_OK)
        return rc;
    return tvx_graph_peel(&graph, left, room) > 0 ? cut_follows(o, left) : TVX_OK;
}

static uint32_t next_on_circle(const tvx_graph *graph, const size_t *left, uint32_t draft)
{
    uint32_t next = TVX_NO_DRAFT;
    for (size_t i = 0; i < tvx_graph_degree(graph, draft); i++) {
        uint32_t to = tvx_graph_to(graph, draft, i);
        if (left[to] > 0 && to < next)
            next = to;
    }
    return next;
}

/* From the first draft left, on and on, until one comes again: the way between is a circle. */
static tvx_draft_list walk_circle(const tvx_graph *graph, const size_t *left, uint32_t *way,
                                  size_t *step)
{
    uint32_t at = 0;
    size_t n = 0;
    while (left[at] == 0)
        at++;
    for (; step[at] == 0; at = next_on_circle(graph, left, at)) {
        way[n++] = at;
        step[at] = n;
    }
    size_t begin = step[at] - 1;
    return (tvx_draft_list){way + begin, n - begin};
}

/* The circle from its smallest draft on, in the numbers as given. */
static int write_circle(tvx_draft_list *out, tvx_arena *arena, const tvx_ordering *o,
                        tvx_draft_list circle)
{
    size_t first = 0;
    for (size_t i = 1; i < circle.n; i++)
        first = circle.items[i] < circle.items[first] ? i : first;
    uint32_t *items = tvx_arena_new(arena, circle.n, sizeof *items);
    if (items == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < circle.n; i++)
        items[i] = o->given[circle.items[(first + i) % circle.n]];
    *out = (tvx_draft_list){items, circle.n};
    return TVX_OK;
}

static int find_circle(tvx_draft_list *out, tvx_arena *arena, const tvx_ordering *o)
{
    size_t *left = tvx_arena_new(o->scratch, o->n, sizeof *left);
    size_t *step = tvx_arena_new(o->scratch, o->n, sizeof *step);
    uint32_t *way = tvx_arena_new(o->scratch, o->n, sizeof *way);
    if (left == NULL || step == NULL || way == NULL)
        return TVX_ENOMEM;
    tvx_graph graph;
    int rc = tvx_graph_make(&graph, o->scratch, o->n, o->follows, o->amends);
    if (rc != TVX_OK || tvx_graph_peel(&graph, left, way) == 0)
        return rc;
    return write_circle(out, arena, o, walk_circle(&graph, left, way, step));
}

int tvx_order_circle(tvx_draft_list *circle, tvx_arena *arena, const tvx_node *nodes, size_t n,
                     tvx_error *error)
{
    tvx_arena scratch = {0};
    tvx_ordering ordering = {.scratch = &scratch};
    *circle = (tvx_draft_list){0};
    int rc = tvx_ordering_start(&ordering, nodes, n);
    if (rc == TVX_OK)
        rc = find_circle(circle, arena, &ordering);
    tvx_arena_dispose(&scratch);
    return rc == TVX_OK ? TVX_OK : tvx_fail_memory(error);
}
