#include "diff/walk.h"

#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "diff/compare.h"
#include "diff/reading.h"
#include "diff/walk_parts.h"

int tvx_readings_own(tvx_readings *out, const tvx_story *story, uint32_t draft, const bool *wanted,
                     tvx_arena *arena, tvx_error *error)
{
    tvx_row_claims *rows = NULL;
    size_t n = 0;
    *out = (tvx_readings){0};
    int rc = story->source.of_draft(story->source.payload, draft, arena, &rows, &n, error);
    if (rc != TVX_OK)
        return rc;
    out->items = tvx_arena_new(arena, n, sizeof *out->items);
    if (out->items == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        const tvx_row_claims *row = &rows[i];
        out->claims += row->n + row->n_set_aside;
        if (row->n == 0 || (wanted != NULL && !wanted[row->row->number]))
            continue;
        rc = tvx_reading_make(&out->items[out->n++], arena, row->row, row->claims, row->n,
                              row->prefer, error);
        if (rc != TVX_OK)
            return rc;
    }
    return TVX_OK;
}

const tvx_reading *tvx_readings_row(const tvx_readings *readings, size_t row)
{
    size_t low = 0, high = readings->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (readings->items[middle].row->number < row)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < readings->n && readings->items[low].row->number == row;
    return found ? &readings->items[low] : NULL;
}

/* What a draft holds and what it inherits, while it is gathered. */
typedef struct gathering {
    const tvx_story *story;
    tvx_arena *arena;
    bool *missing; /* by row */
    tvx_reading *readings;
    size_t n, capacity;
} gathering;

static int add_readings(gathering *g, const tvx_readings *readings, bool inherited,
                        tvx_error *error)
{
    for (size_t i = 0; i < readings->n; i++) {
        if (tvx_arena_grow(g->arena, &g->readings, g->n, &g->capacity, sizeof *g->readings) !=
            TVX_OK)
            return tvx_fail_memory(error);
        g->readings[g->n] = readings->items[i];
        g->readings[g->n++].inherited = inherited;
        g->missing[readings->items[i].row->number] = false;
    }
    return TVX_OK;
}

/* A look at the amended draft's claims first: they are kept only if one of them is wanted. */
static int fills_in(bool *fills, const gathering *g, uint32_t draft, tvx_error *error)
{
    tvx_arena scratch = {0};
    tvx_row_claims *rows = NULL;
    size_t n = 0;
    const tvx_claims_source *source = &g->story->source;
    int rc = source->of_draft(source->payload, draft, &scratch, &rows, &n, error);
    *fills = false;
    for (size_t i = 0; i < n && rc == TVX_OK; i++)
        *fills = *fills || (rows[i].n > 0 && g->missing[rows[i].row->number]);
    tvx_arena_dispose(&scratch);
    return rc;
}

static int gather_own(gathering *g, uint32_t draft, bool inherited, tvx_error *error)
{
    tvx_readings readings;
    int rc = tvx_readings_own(&readings, g->story, draft, g->missing, g->arena, error);
    return rc == TVX_OK ? add_readings(g, &readings, inherited, error) : rc;
}

/* Circles of `amends` are cut, so that the way back comes to an end. */
static int gather_inherited(gathering *g, uint32_t draft, tvx_error *error)
{
    const tvx_place *places = g->story->order->places;
    int rc = TVX_OK;
    for (uint32_t at = places[draft].amends; at != TVX_NO_DRAFT && rc == TVX_OK;
         at = places[at].amends) {
        bool fills;
        rc = fills_in(&fills, g, at, error);
        if (rc == TVX_OK && fills)
            rc = gather_own(g, at, true, error);
    }
    return rc;
}

static int by_row(const void *a, const void *b)
{
    size_t x = ((const tvx_reading *)a)->row->number, y = ((const tvx_reading *)b)->row->number;
    return (x > y) - (x < y);
}

int tvx_walk_readings(const tvx_story *story, uint32_t draft, tvx_arena *arena,
                      const tvx_reading **out, size_t *n, tvx_error *error)
{
    size_t n_rows = story->vocabulary->n_rows;
    gathering g = {.story = story, .arena = arena};
    g.missing = tvx_mem_new(n_rows + 1, sizeof *g.missing);
    if (g.missing == NULL)
        return tvx_fail_memory(error);
    memset(g.missing, true, n_rows);
    int rc = gather_own(&g, draft, false, error);
    if (rc == TVX_OK)
        rc = gather_inherited(&g, draft, error);
    if (g.n > 0)
        qsort(g.readings, g.n, sizeof *g.readings, by_row);
    *out = g.readings;
    *n = g.n;
    tvx_mem_free(g.missing);
    return rc;
}

static size_t row_of(const tvx_reading *readings, size_t n, size_t at)
{
    return at < n ? readings[at].row->number : SIZE_MAX;
}

int tvx_walk_diff(const tvx_story *story, uint32_t from, uint32_t to, tvx_arena *arena,
                  const tvx_change **out, size_t *n, tvx_error *error)
{
    const tvx_reading *a = NULL, *b = NULL;
    size_t n_a = 0, n_b = 0;
    int rc = tvx_walk_readings(story, from, arena, &a, &n_a, error);
    if (rc == TVX_OK)
        rc = tvx_walk_readings(story, to, arena, &b, &n_b, error);
    if (rc != TVX_OK)
        return rc;
    tvx_change *changes = tvx_arena_new(arena, n_a + n_b, sizeof *changes);
    if (changes == NULL)
        return tvx_fail_memory(error);
    *n = 0;
    for (size_t i = 0, j = 0; (i < n_a || j < n_b) && rc == TVX_OK;) {
        size_t row_a = row_of(a, n_a, i), row_b = row_of(b, n_b, j);
        const tvx_reading *before = row_a <= row_b ? &a[i++] : NULL;
        const tvx_reading *after = row_b <= row_a ? &b[j++] : NULL;
        rc = tvx_compare(&changes[(*n)++], arena, story->vocabulary, before, after, error);
    }
    *out = changes;
    return rc;
}
