/* What stands behind a bracket: origins that contradicting alternatives share, and who else. */
#include "diff/bracket.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/texts.h"
#include "diff/alternatives.h"
#include "diff/origins.h"

/* The answers of one alternative, one of each voice. */
typedef struct voices {
    const tvx_answer **items;
    size_t n;
} voices;

/* That an alternative has a possible origin. */
typedef struct has_origin {
    const char *name;
    size_t alternative;
} has_origin;

static int by_name(const void *a, const void *b)
{
    const has_origin *left = a, *right = b;
    int order = strcmp(left->name, right->name);
    return order != 0 ? order
                      : (left->alternative > right->alternative) -
                            (left->alternative < right->alternative);
}

/* Reduces the claims of all alternatives to answers, placed on one line as in the reading. */
static int make_voices(voices *out, tvx_arena *arena, const tvx_reading *reading, tvx_error *error)
{
    size_t n = 0;
    for (size_t i = 0; i < reading->n_alternatives; i++)
        n += reading->alternatives[i].n_claims;
    const tvx_evidence **claims = tvx_arena_new(arena, n, sizeof(const tvx_evidence *));
    const tvx_answer **list = tvx_arena_new(arena, n, sizeof(const tvx_answer *));
    if (claims == NULL || list == NULL)
        return tvx_fail_memory(error);
    n = 0;
    for (size_t i = 0; i < reading->n_alternatives; i++)
        for (size_t k = 0; k < reading->alternatives[i].n_claims; k++)
            claims[n++] = reading->alternatives[i].claims[k];
    tvx_answer *answers;
    int rc = tvx_answers_make(&answers, arena, reading->row->term, claims, n, error);
    if (rc != TVX_OK)
        return rc;
    for (size_t i = 0; i < n; i++)
        list[i] = &answers[i];
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        size_t n_claims = reading->alternatives[i].n_claims;
        out[i] = (voices){list, tvx_answers_voices(list, n_claims)};
        list += n_claims;
    }
    return TVX_OK;
}

/* All origins of all alternatives, by name. */
static int list_origins(has_origin **out, size_t *n, tvx_arena *arena, const tvx_reading *reading)
{
    *n = 0;
    for (size_t i = 0; i < reading->n_alternatives; i++)
        *n += reading->alternatives[i].origins.names.n;
    *out = tvx_arena_new(arena, *n, sizeof **out);
    if (*out == NULL)
        return TVX_ENOMEM;
    has_origin *next = *out;
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_texts *names = &reading->alternatives[i].origins.names;
        for (size_t k = 0; k < names->n; k++)
            *next++ = (has_origin){names->items[k], i};
    }
    qsort(*out, *n, sizeof **out, by_name);
    return TVX_OK;
}

/* Whether any two of the n alternatives that have one origin contradict each other. */
static bool any_contradict(const has_origin *with, size_t n, const voices *all)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            const voices *a = &all[with[i].alternative], *b = &all[with[k].alternative];
            if (tvx_answers_contradict(a->items, a->n, b->items, b->n))
                return true;
        }
    return false;
}

static int find_shared(tvx_texts *out, tvx_arena *arena, tvx_arena *scratch,
                       const tvx_reading *reading, const voices *all)
{
    has_origin *origins;
    size_t n, end;
    if (list_origins(&origins, &n, scratch, reading) < 0)
        return TVX_ENOMEM;
    const char **names = tvx_arena_new(arena, reading->origins.names.n, sizeof *names);
    if (names == NULL)
        return TVX_ENOMEM;
    *out = (tvx_texts){.items = names};
    for (size_t i = 0; i < n; i = end) {
        end = i + 1;
        while (end < n && strcmp(origins[end].name, origins[i].name) == 0)
            end++;
        if (any_contradict(origins + i, end - i, all))
            names[out->n++] = origins[i].name;
    }
    return TVX_OK;
}

/* Whether a claim comes from elsewhere than the shared origins. */
typedef enum elsewhere { NOT, PERHAPS, CERTAINLY } elsewhere;

static bool is_among(const char *name, const tvx_texts *names)
{
    return names->n > 0 &&
           bsearch(&name, names->items, names->n, sizeof *names->items, tvx_texts_order) != NULL;
}

static int find_whence(elsewhere *out, tvx_arena *scratch, const tvx_evidence *claim,
                       const tvx_texts *shared, tvx_error *error)
{
    tvx_origins origins;
    size_t n_shared = 0;
    int rc = tvx_origins_count(&origins, scratch, &claim, 1, error);
    if (rc != TVX_OK)
        return rc;
    for (size_t i = 0; i < origins.names.n; i++)
        n_shared += is_among(origins.names.items[i], shared);
    bool known = origins.names.n > 0;
    *out = known && n_shared == 0                 ? CERTAINLY
           : known && n_shared == origins.names.n ? NOT
                                                  : PERHAPS;
    return TVX_OK;
}

/* The outlets by how sure it is that they have the alternative from elsewhere: each stands with
   the surest of its claims. */
static int list_outlets(tvx_texts *independent, tvx_texts *perhaps, tvx_arena *arena,
                        const tvx_alternative *alternative, const tvx_texts *shared,
                        tvx_error *error)
{
    tvx_arena scratch = {0};
    size_t n_certain = 0, n_perhaps = 0, n = 0;
    int rc = TVX_OK;
    const char **certain = tvx_arena_new(arena, alternative->n_claims, sizeof *certain);
    const char **others = tvx_arena_new(arena, alternative->n_claims, sizeof *others);
    if (certain == NULL || others == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < alternative->n_claims && rc == TVX_OK; i++) {
        elsewhere whence = NOT;
        tvx_arena_clear(&scratch);
        rc = find_whence(&whence, &scratch, alternative->claims[i], shared, error);
        if (whence == CERTAINLY)
            certain[n_certain++] = alternative->claims[i]->outlet;
        else if (whence == PERHAPS)
            others[n_perhaps++] = alternative->claims[i]->outlet;
    }
    tvx_arena_dispose(&scratch);
    *independent = (tvx_texts){certain, tvx_texts_sort(certain, n_certain)};
    n_perhaps = tvx_texts_sort(others, n_perhaps);
    for (size_t i = 0; i < n_perhaps; i++)
        if (!is_among(others[i], independent))
            others[n++] = others[i];
    *perhaps = (tvx_texts){others, n};
    return rc;
}

int tvx_bracket_make(tvx_bracket *out, tvx_arena *arena, const tvx_reading *reading,
                     tvx_error *error)
{
    tvx_arena scratch = {0};
    size_t n = reading->n_alternatives;
    *out = (tvx_bracket){.reading = reading};
    voices *all = tvx_arena_new(&scratch, n, sizeof *all);
    tvx_texts *independent = tvx_arena_new(arena, n, sizeof *independent);
    tvx_texts *perhaps = tvx_arena_new(arena, n, sizeof *perhaps);
    bool lost = all == NULL || independent == NULL || perhaps == NULL;
    int rc = lost ? tvx_fail_memory(error) : TVX_OK;
    if (rc == TVX_OK)
        rc = make_voices(all, &scratch, reading, error);
    if (rc == TVX_OK && find_shared(&out->shared, arena, &scratch, reading, all) < 0)
        rc = tvx_fail_memory(error);
    for (size_t i = 0; i < n && rc == TVX_OK; i++)
        rc = list_outlets(&independent[i], &perhaps[i], arena, &reading->alternatives[i],
                          &out->shared, error);
    out->independent = independent;
    out->perhaps = perhaps;
    tvx_arena_dispose(&scratch);
    return rc;
}
