/*
 * When edges that come one after another first lie on a circle. Halving the span of time: the
 * edges that lie on a circle by the middle of it have their time in the first half, all others
 * in the second, where the ends of the former count as one. Each edge is looked at once in each
 * of the log(last) halvings.
 */
#include <string.h>

#include "diff/order_parts.h"
#include "travaux/error.h"

/* The edges from `begin` to `end` are joined at a time from `low` to `high`. */
typedef struct span {
    size_t begin, end;
    uint64_t low, high;
} span;

enum { SPANS = 72 }; /* two for each halving of a 32-bit span of time are enough */

typedef struct joining {
    tvx_edge *edges, *spare;
    uint32_t *root;        /* drafts that count as one: the way to the one they count as */
    size_t *head, *next;   /* edges from a draft: edge + 1, or 0 */
    uint32_t *seen, *low;  /* Tarjan: when it was seen (0: not yet), how far back it leads */
    uint32_t *circle;      /* which strong component it lies in; 0 while it is open */
    uint32_t *path, *open; /* drafts on the way, drafts whose component is open */
    size_t n_path, n_open;
    uint32_t n_seen, n_circles;
} joining;

static uint32_t find(joining *j, uint32_t draft)
{
    while (j->root[draft] != draft) {
        j->root[draft] = j->root[j->root[draft]];
        draft = j->root[draft];
    }
    return draft;
}

static void enter(joining *j, uint32_t draft)
{
    j->seen[draft] = j->low[draft] = ++j->n_seen;
    j->circle[draft] = 0;
    j->path[j->n_path++] = draft;
    j->open[j->n_open++] = draft;
}

static void close_component(joining *j, uint32_t draft)
{
    uint32_t member;
    j->n_circles++;
    do {
        member = j->open[--j->n_open];
        j->circle[member] = j->n_circles;
    } while (member != draft);
}

static void leave(joining *j, uint32_t draft)
{
    j->n_path--;
    if (j->low[draft] == j->seen[draft])
        close_component(j, draft);
    if (j->n_path == 0)
        return;
    uint32_t before = j->path[j->n_path - 1];
    if (j->low[draft] < j->low[before])
        j->low[before] = j->low[draft];
}

/* Finds the strong components of all that the draft leads to. */
static void explore(joining *j, uint32_t draft)
{
    enter(j, draft);
    while (j->n_path > 0) {
        uint32_t at = j->path[j->n_path - 1];
        if (j->head[at] == 0) {
            leave(j, at);
            continue;
        }
        size_t edge = j->head[at] - 1;
        j->head[at] = j->next[edge];
        uint32_t to = find(j, j->edges[edge].to);
        if (j->seen[to] == 0)
            enter(j, to);
        else if (j->circle[to] == 0 && j->seen[to] < j->low[at])
            j->low[at] = j->seen[to];
    }
}

static void find_components(joining *j, const span *s, uint64_t middle)
{
    j->n_seen = j->n_circles = 0;
    for (size_t i = s->begin; i < s->end; i++) {
        uint32_t from = find(j, j->edges[i].from), to = find(j, j->edges[i].to);
        j->seen[from] = j->seen[to] = 0;
        j->head[from] = j->head[to] = 0;
    }
    for (size_t i = s->begin; i < s->end; i++) {
        if (j->edges[i].time > middle)
            continue;
        uint32_t from = find(j, j->edges[i].from);
        j->next[i] = j->head[from];
        j->head[from] = i + 1;
    }
    for (size_t i = s->begin; i < s->end; i++) {
        if (j->edges[i].time <= middle && j->seen[find(j, j->edges[i].from)] == 0)
            explore(j, find(j, j->edges[i].from));
    }
}

static bool on_circle(joining *j, const tvx_edge *edge, uint64_t middle)
{
    return edge->time <= middle && j->circle[find(j, edge->from)] == j->circle[find(j, edge->to)];
}

/* Puts those on a circle by the middle before the others; returns where the others begin. */
static size_t part(joining *j, const span *s, uint64_t middle)
{
    size_t kept = s->begin, spared = 0;
    for (size_t i = s->begin; i < s->end; i++) {
        tvx_edge edge = j->edges[i];
        if (on_circle(j, &edge, middle))
            j->edges[kept++] = edge;
        else
            j->spare[spared++] = edge;
    }
    if (spared > 0)
        memcpy(j->edges + kept, j->spare, spared * sizeof *j->spare);
    return kept;
}

static void settle(joining *j, const span *s, uint64_t never)
{
    for (size_t i = s->begin; i < s->end && s->low < never; i++) {
        j->edges[i].joined = (uint32_t)s->low;
        j->root[find(j, j->edges[i].from)] = find(j, j->edges[i].to);
    }
}

static void halve(joining *j, span all)
{
    span spans[SPANS] = {all};
    size_t n = 1;
    while (n > 0) {
        span s = spans[--n];
        if (s.begin == s.end)
            continue;
        if (s.low == s.high) {
            settle(j, &s, all.high);
            continue;
        }
        uint64_t middle = (s.low + s.high) / 2;
        find_components(j, &s, middle);
        size_t others = part(j, &s, middle);
        /* The first half is dealt with first: the second needs to know which ends count as one. */
        spans[n++] = (span){others, s.end, middle + 1, s.high};
        spans[n++] = (span){s.begin, others, s.low, middle};
    }
}

static bool make_room(joining *j, size_t m, size_t n, tvx_arena *scratch)
{
    uint32_t **lists[] = {&j->root, &j->seen, &j->low, &j->circle, &j->path, &j->open};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        *lists[i] = tvx_arena_new(scratch, n, sizeof **lists[i]);
        if (*lists[i] == NULL)
            return false;
    }
    j->head = tvx_arena_new(scratch, n, sizeof *j->head);
    j->next = tvx_arena_new(scratch, m, sizeof *j->next);
    j->spare = tvx_arena_new(scratch, m, sizeof *j->spare);
    return j->head != NULL && j->next != NULL && j->spare != NULL;
}

int tvx_edges_join(tvx_edge *edges, size_t m, size_t n, uint32_t last, tvx_arena *scratch)
{
    joining j = {.edges = edges};
    if (!make_room(&j, m, n, scratch))
        return TVX_ENOMEM;
    for (uint32_t i = 0; i < n; i++)
        j.root[i] = i;
    for (size_t i = 0; i < m; i++)
        edges[i].joined = TVX_NEVER;
    halve(&j, (span){0, m, 0, (uint64_t)last + 1});
    return TVX_OK;
}
