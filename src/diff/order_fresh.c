/*
 * Circles that new links close.
 */
#include "base/fail.h"
#include "diff/order_parts.h"

typedef struct search {
    const tvx_edge *edges; /* those on circles first: n_edges of them */
    size_t n_edges, n;
    size_t *start;     /* edges from i are list[start[i]] … list[start[i + 1] - 1] */
    uint32_t *list;    /* where they lead */
    uint32_t *before;  /* from where a draft was reached + 1; 0: not yet */
    uint32_t *waiting; /* reached, not yet gone on from */
} search;

/* Keeps the edges that lie on a circle. */
static size_t keep_joined(tvx_edge *edges, size_t m)
{
    size_t kept = 0;
    for (size_t i = 0; i < m; i++)
        if (edges[i].joined != TVX_NEVER)
            edges[kept++] = edges[i];
    return kept;
}

/* The fresh edge on a circle that comes first by its drafts; NULL: none. */
static const tvx_edge *first_fresh(const tvx_edge *edges, size_t m)
{
    const tvx_edge *first = NULL;
    for (size_t i = 0; i < m; i++) {
        const tvx_edge *e = &edges[i];
        bool before =
            first == NULL || e->from < first->from || (e->from == first->from && e->to < first->to);
        if (e->time > 0 && before)
            first = e;
    }
    return first;
}

static int list_edges(search *s, tvx_arena *scratch)
{
    s->start = tvx_arena_new(scratch, s->n + 2, sizeof *s->start);
    s->list = tvx_arena_new(scratch, s->n_edges, sizeof *s->list);
    s->before = tvx_arena_new(scratch, s->n, sizeof *s->before);
    s->waiting = tvx_arena_new(scratch, s->n, sizeof *s->waiting);
    if (s->start == NULL || s->list == NULL || s->before == NULL || s->waiting == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < s->n_edges; i++)
        s->start[s->edges[i].from + 2]++;
    for (size_t i = 2; i < s->n + 2; i++)
        s->start[i] += s->start[i - 1];
    for (size_t i = 0; i < s->n_edges; i++)
        s->list[s->start[s->edges[i].from + 1]++] = s->edges[i].to;
    return TVX_OK;
}

/* Goes from a draft on, the nearest first, until the other one is reached; there is a way. */
static void reach(search *s, uint32_t from, uint32_t to)
{
    size_t done = 0, n = 0;
    s->before[from] = from + 1;
    s->waiting[n++] = from;
    while (s->before[to] == 0 && done < n) {
        uint32_t at = s->waiting[done++];
        for (size_t i = s->start[at]; i < s->start[at + 1]; i++) {
            uint32_t next = s->list[i];
            if (s->before[next] > 0)
                continue;
            s->before[next] = at + 1;
            s->waiting[n++] = next;
        }
    }
}

/* The circle of an edge: its beginning, then the way from its end back to there. */
static int write_way(tvx_draft_list *out, tvx_arena *arena, const search *s, const tvx_edge *edge)
{
    size_t n = 1;
    for (uint32_t at = edge->from; at != edge->to; at = s->before[at] - 1)
        n++;
    uint32_t *items = tvx_arena_new(arena, n, sizeof *items);
    if (items == NULL)
        return TVX_ENOMEM;
    uint32_t at = edge->from;
    items[0] = at;
    for (size_t i = n - 1; i > 0; i--)
        items[i] = at = s->before[at] - 1;
    *out = (tvx_draft_list){items, n};
    return TVX_OK;
}

static int find_fresh(tvx_draft_list *out, tvx_arena *arena, tvx_arena *scratch,
                      const tvx_draft_link *links, size_t m, size_t n)
{
    tvx_edge *edges = tvx_arena_new(scratch, m, sizeof *edges);
    if (edges == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < m; i++)
        edges[i] = (tvx_edge){.from = links[i].from, .to = links[i].to, .time = links[i].fresh};
    int rc = tvx_edges_join(edges, m, n, 1, scratch);
    search s = {.edges = edges, .n_edges = rc == TVX_OK ? keep_joined(edges, m) : 0, .n = n};
    const tvx_edge *fresh = first_fresh(edges, s.n_edges);
    if (rc != TVX_OK || fresh == NULL || (rc = list_edges(&s, scratch)) != TVX_OK)
        return rc;
    reach(&s, fresh->to, fresh->from);
    return write_way(out, arena, &s, fresh);
}

int tvx_order_fresh_circle(tvx_draft_list *circle, tvx_arena *arena, const tvx_draft_link *links,
                           size_t m, size_t n, tvx_error *error)
{
    tvx_arena scratch = {0};
    *circle = (tvx_draft_list){0};
    int rc = find_fresh(circle, arena, &scratch, links, m, n);
    tvx_arena_dispose(&scratch);
    return rc == TVX_OK ? TVX_OK : tvx_fail_memory(error);
}
