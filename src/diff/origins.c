/* Origins: section 5, its last paragraph. */
#include "diff/origins.h"

#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/texts.h"

/* The possible origins of one claim; none: unknown. */
typedef struct origin_set {
    const char **names; /* in byte order, each once */
    size_t n;
} origin_set;

/* A source on the path being walked, with what it cites and how far that is done. */
typedef struct step {
    const tvx_cite *cites;
    size_t n, done;
    const char *outlet; /* the last one on the path, this source included */
} step;

/* Outlets found so far at ends of paths, and the path being walked. */
typedef struct walk {
    tvx_arena *arena;
    const char **names;
    size_t n_names, names_capacity;
    step *path;
    size_t depth, path_capacity;
} walk;

static int enter(walk *w, const tvx_cite *cites, size_t n, const char *outlet)
{
    if (n == 0) {
        if (tvx_arena_grow(w->arena, &w->names, w->n_names, &w->names_capacity, sizeof *w->names) <
            0)
            return TVX_ENOMEM;
        w->names[w->n_names++] = outlet;
        return TVX_OK;
    }
    if (tvx_arena_grow(w->arena, &w->path, w->depth, &w->path_capacity, sizeof *w->path) < 0)
        return TVX_ENOMEM;
    w->path[w->depth++] = (step){.cites = cites, .n = n, .outlet = outlet};
    return TVX_OK;
}

/* Walks all citing paths of a claim, by hand: how deep they go is not ours to decide. */
static int walk_paths(walk *w, const tvx_evidence *claim)
{
    int rc = enter(w, claim->cites, claim->n_cites, claim->outlet);
    while (rc == TVX_OK && w->depth > 0) {
        step *top = &w->path[w->depth - 1];
        if (top->done == top->n) {
            w->depth--;
            continue;
        }
        const tvx_cite *cite = &top->cites[top->done++];
        rc =
            enter(w, cite->cites, cite->n_cites, cite->outlet != NULL ? cite->outlet : top->outlet);
    }
    return rc;
}

static bool is_unknown(const tvx_evidence *claim)
{
    return claim->n_cites == 0 &&
           (claim->basis == TVX_BASIS_SECONDARY || claim->basis == TVX_BASIS_UNATTRIBUTED);
}

static int find_set(origin_set *out, walk *w, const tvx_evidence *claim)
{
    *out = (origin_set){0};
    if (is_unknown(claim))
        return TVX_OK;
    w->n_names = 0;
    if (walk_paths(w, claim) < 0)
        return TVX_ENOMEM;
    out->n = tvx_texts_sort(w->names, w->n_names);
    out->names = tvx_arena_new(w->arena, out->n, sizeof *out->names);
    if (out->names == NULL)
        return TVX_ENOMEM;
    memcpy(out->names, w->names, out->n * sizeof *out->names);
    return TVX_OK;
}

/* By size, then by name. */
static int by_size(const void *a, const void *b)
{
    const origin_set *left = a, *right = b;
    if (left->n != right->n)
        return left->n < right->n ? -1 : 1;
    int order = 0;
    for (size_t i = 0; i < left->n && order == 0; i++)
        order = strcmp(left->names[i], right->names[i]);
    return order;
}

static size_t place_of(const tvx_texts *names, const char *name)
{
    size_t low = 0, high = names->n;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(names->items[middle], name) <= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Takes the set's names unless one of them is taken already. */
static bool take(bool *taken, const tvx_texts *names, const origin_set *set)
{
    for (size_t i = 0; i < set->n; i++)
        if (taken[place_of(names, set->names[i])])
            return false;
    for (size_t i = 0; i < set->n; i++)
        taken[place_of(names, set->names[i])] = true;
    return set->n > 0;
}

static int name_all(tvx_texts *out, tvx_arena *arena, const origin_set *sets, size_t n)
{
    size_t total = 0;
    for (size_t i = 0; i < n; i++)
        total += sets[i].n;
    const char **names = tvx_arena_new(arena, total, sizeof *names);
    if (names == NULL)
        return TVX_ENOMEM;
    total = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < sets[i].n; j++)
            names[total++] = sets[i].names[j];
    *out = (tvx_texts){names, tvx_texts_sort(names, total)};
    return TVX_OK;
}

static int count_unknown(size_t *out, tvx_arena *scratch, const tvx_evidence *const *claims,
                         size_t n)
{
    const char **reports = tvx_arena_new(scratch, n, sizeof *reports);
    if (reports == NULL)
        return TVX_ENOMEM;
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        if (is_unknown(claims[i]))
            reports[found++] = claims[i]->report;
    *out = tvx_texts_sort(reports, found);
    return TVX_OK;
}

static int count(tvx_origins *out, tvx_arena *arena, tvx_arena *scratch,
                 const tvx_evidence *const *claims, size_t n)
{
    walk w = {.arena = scratch};
    size_t unknown;
    origin_set *sets = tvx_arena_new(scratch, n, sizeof *sets);
    if (sets == NULL || count_unknown(&unknown, scratch, claims, n) < 0)
        return TVX_ENOMEM;
    for (size_t i = 0; i < n; i++)
        if (find_set(&sets[i], &w, claims[i]) < 0)
            return TVX_ENOMEM;
    if (name_all(&out->names, arena, sets, n) < 0)
        return TVX_ENOMEM;
    bool *taken = tvx_arena_new(scratch, out->names.n, sizeof *taken);
    if (taken == NULL)
        return TVX_ENOMEM;
    qsort(sets, n, sizeof *sets, by_size);
    for (size_t i = 0; i < n; i++)
        out->min += take(taken, &out->names, &sets[i]);
    if (out->min == 0 && n > 0)
        out->min = 1;
    out->max = out->names.n + unknown;
    return TVX_OK;
}

int tvx_origins_count(tvx_origins *out, tvx_arena *arena, const tvx_evidence *const *claims,
                      size_t n, tvx_error *error)
{
    tvx_arena scratch = {0};
    *out = (tvx_origins){0};
    int rc = count(out, arena, &scratch, claims, n);
    tvx_arena_dispose(&scratch);
    return rc < 0 ? tvx_fail_memory(error) : TVX_OK;
}
