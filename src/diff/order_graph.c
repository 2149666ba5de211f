#include "diff/order_parts.h"
#include "travaux/error.h"

static size_t count_links(const tvx_graph *graph)
{
    size_t m = 0;
    for (uint32_t i = 0; i < graph->n; i++) {
        for (size_t j = 0; j < tvx_graph_degree(graph, i); j++)
            graph->start[tvx_graph_to(graph, i, j)]++;
        m += tvx_graph_degree(graph, i);
    }
    return m;
}

/* Turns counts into ends, then moves each end to its beginning while filling. */
static void fill_from(const tvx_graph *graph)
{
    for (size_t i = 1; i <= graph->n; i++)
        graph->start[i] += graph->start[i - 1];
    for (uint32_t i = (uint32_t)graph->n; i-- > 0;) {
        for (size_t j = 0; j < tvx_graph_degree(graph, i); j++)
            graph->from[--graph->start[tvx_graph_to(graph, i, j)]] = i;
    }
}

int tvx_graph_make(tvx_graph *graph, tvx_arena *arena, size_t n, const tvx_links *follows,
                   const uint32_t *more)
{
    *graph = (tvx_graph){.n = n, .follows = follows, .more = more};
    graph->start = tvx_arena_new(arena, n + 1, sizeof *graph->start);
    if (graph->start == NULL)
        return TVX_ENOMEM;
    graph->from = tvx_arena_new(arena, count_links(graph), sizeof *graph->from);
    if (graph->from == NULL)
        return TVX_ENOMEM;
    fill_from(graph);
    return TVX_OK;
}

size_t tvx_graph_peel(const tvx_graph *graph, size_t *left, uint32_t *stack)
{
    size_t n_left = graph->n, top = 0;
    for (uint32_t i = 0; i < graph->n; i++) {
        left[i] = tvx_graph_degree(graph, i);
        if (left[i] == 0)
            stack[top++] = i;
    }
    while (top > 0) {
        uint32_t gone = stack[--top];
        n_left--;
        for (size_t j = graph->start[gone]; j < graph->start[gone + 1]; j++) {
            if (--left[graph->from[j]] == 0)
                stack[top++] = graph->from[j];
        }
    }
    return n_left;
}
