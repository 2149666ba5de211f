#include <stdlib.h>

#include "diff/order_parts.h"
#include "travaux/error.h"

struct tvx_nearest_made {
    size_t count; /* how many were listed then */
    tvx_draft_list list;
};

static const tvx_date *date_of(const tvx_nearest *near, size_t i)
{
    return tvx_ordering_node(near->ordering, near->drafts[i])->date;
}

/* How many of the drafts have a latest before the time. */
static size_t ending_before(const tvx_nearest *near, int64_t time)
{
    size_t low = 0, high = near->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_of(near, middle)->latest < time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many of the first n are listed. */
static size_t count_listed(const tvx_nearest *near, size_t n)
{
    size_t count = 0;
    for (; n > 0; n &= n - 1)
        count += near->counts[n];
    return count;
}

/* The greatest `earliest` of those among the first n that are listed. */
static int64_t latest_beginning(const tvx_nearest *near, size_t n)
{
    int64_t beginning = TVX_TIME_MIN;
    for (; n > 0; n &= n - 1)
        beginning = near->beginnings[n] > beginning ? near->beginnings[n] : beginning;
    return beginning;
}

static void collect_dated(tvx_nearest *near)
{
    const tvx_ordering *o = near->ordering;
    for (uint32_t i = 0; i < o->n; i++) {
        if (!tvx_ordering_node(o, i)->known || tvx_ordering_node(o, i)->date == NULL)
            continue;
        near->drafts[near->n] = i;
        near->given[near->n] = o->given[i];
        bool runs_on = near->n > 0 && o->ranks[near->drafts[near->n - 1]] < o->ranks[i];
        near->runs[near->n] = runs_on ? near->runs[near->n - 1] : near->n;
        near->n++;
    }
}

int tvx_nearest_start(tvx_nearest *near, const tvx_ordering *o)
{
    *near = (tvx_nearest){.ordering = o};
    near->drafts = tvx_arena_new(o->scratch, o->n, sizeof *near->drafts);
    near->given = tvx_arena_new(o->arena, o->n, sizeof *near->given);
    near->runs = tvx_arena_new(o->scratch, o->n, sizeof *near->runs);
    near->room = tvx_arena_new(o->scratch, o->n, sizeof *near->room);
    near->counts = tvx_arena_new(o->scratch, o->n + 1, sizeof *near->counts);
    near->beginnings = tvx_arena_new(o->scratch, o->n + 1, sizeof *near->beginnings);
    near->made = tvx_arena_new(o->scratch, o->n + 1, sizeof *near->made);
    if (near->drafts == NULL || near->given == NULL || near->runs == NULL || near->room == NULL ||
        near->counts == NULL || near->beginnings == NULL || near->made == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i <= o->n; i++)
        near->beginnings[i] = TVX_TIME_MIN;
    collect_dated(near);
    return TVX_OK;
}

static size_t index_of(const tvx_nearest *near, uint32_t draft)
{
    size_t low = 0, high = near->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (near->drafts[middle] < draft)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void tvx_nearest_list(tvx_nearest *near, uint32_t draft)
{
    const tvx_date *date = tvx_ordering_node(near->ordering, draft)->date;
    near->rank++;
    if (date == NULL)
        return;
    for (size_t i = index_of(near, draft) + 1; i <= near->n; i += i & (~i + 1)) {
        near->counts[i]++;
        if (date->earliest > near->beginnings[i])
            near->beginnings[i] = date->earliest;
    }
}

/* Those from begin to end that are listed, by rank. */
static int gather(tvx_draft_list *out, tvx_nearest *near, size_t begin, size_t end)
{
    const tvx_ordering *o = near->ordering;
    size_t n = 0;
    for (size_t i = begin; i < end; i++) {
        if (o->ranks[near->drafts[i]] < near->rank)
            near->room[n++] = o->ranks[near->drafts[i]];
    }
    qsort(near->room, n, sizeof *near->room, tvx_order_ascending);
    uint32_t *items = tvx_arena_new(o->arena, n, sizeof *items);
    if (items == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < n; i++)
        items[i] = o->given[o->listed[near->room[i]]];
    *out = (tvx_draft_list){items, n};
    return TVX_OK;
}

int tvx_nearest_find(tvx_draft_list *out, tvx_nearest *near, const tvx_date *date)
{
    *out = (tvx_draft_list){0};
    size_t end = ending_before(near, date->earliest), count = count_listed(near, end);
    if (count == 0)
        return TVX_OK;
    /* More are listed as time goes on, so that as many as before are the same as before. */
    struct tvx_nearest_made *made = &near->made[end];
    if (made->count != count) {
        size_t begin = ending_before(near, latest_beginning(near, end));
        bool all = count - count_listed(near, begin) == end - begin;
        if (all && near->runs[end - 1] <= begin)
            made->list = (tvx_draft_list){near->given + begin, end - begin};
        else if (gather(&made->list, near, begin, end) != TVX_OK)
            return TVX_ENOMEM;
        made->count = count;
    }
    *out = made->list;
    return TVX_OK;
}
