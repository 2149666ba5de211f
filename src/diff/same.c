/* Drafts that are one: the keys of all acts, joined. */
#include <stdlib.h>
#include <string.h>

#include "base/texts.h"
#include "diff/standing_parts.h"

/* Sets of keys that grow together. */
typedef struct joining {
    const char **keys; /* in byte order, each once */
    size_t n;
    size_t *root; /* the way to the key that stands for the set */
    size_t *size; /* of its set, there */
    size_t *act;  /* which act of its set holds over the others, there */
} joining;

static size_t find_root(joining *j, size_t key)
{
    while (j->root[key] != key) {
        j->root[key] = j->root[j->root[key]];
        key = j->root[key];
    }
    return key;
}

/* Its place; it is there. */
static size_t find_key(const joining *j, const char *key)
{
    const char **found = bsearch(&key, j->keys, j->n, sizeof *j->keys, tvx_texts_order);
    return (size_t)(found - j->keys);
}

static void join(joining *j, size_t a, size_t b, size_t act)
{
    a = find_root(j, a);
    b = find_root(j, b);
    size_t greater = j->size[a] < j->size[b] ? b : a, other = greater == a ? b : a;
    if (greater != other) {
        j->root[other] = greater;
        j->size[greater] += j->size[other];
    }
    if (j->act[other] < j->act[greater])
        j->act[greater] = j->act[other];
    if (act < j->act[greater])
        j->act[greater] = act;
}

/* The keys of an act; none of any other. */
static tvx_texts keys_of(const tvx_ruling *ruling)
{
    bool joins = ruling->judgement->act == TVX_ACT_SAME_DRAFT;
    return joins ? ruling->judgement->keys : (tvx_texts){0};
}

static int start(joining *j, tvx_arena *scratch, const tvx_rulings *in_effect)
{
    size_t n = 0;
    for (size_t i = 0; i < in_effect->n; i++)
        n += keys_of(in_effect->items[i]).n;
    j->keys = tvx_arena_new(scratch, n, sizeof *j->keys);
    j->root = tvx_arena_new(scratch, n, sizeof *j->root);
    j->size = tvx_arena_new(scratch, n, sizeof *j->size);
    j->act = tvx_arena_new(scratch, n, sizeof *j->act);
    if (j->keys == NULL || j->root == NULL || j->size == NULL || j->act == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < in_effect->n; i++) {
        tvx_texts keys = keys_of(in_effect->items[i]);
        for (size_t k = 0; k < keys.n; k++)
            j->keys[j->n++] = keys.items[k];
    }
    j->n = tvx_texts_sort(j->keys, j->n);
    for (size_t i = 0; i < j->n; i++) {
        j->root[i] = i;
        j->size[i] = 1;
        j->act[i] = SIZE_MAX;
    }
    return TVX_OK;
}

int tvx_same_make(tvx_same *out, tvx_arena *arena, tvx_arena *scratch, const tvx_rulings *in_effect)
{
    joining j = {0};
    if (start(&j, scratch, in_effect) < 0)
        return TVX_ENOMEM;
    for (size_t i = 0; i < in_effect->n; i++) {
        tvx_texts keys = keys_of(in_effect->items[i]);
        for (size_t k = 0; k < keys.n; k++)
            join(&j, find_key(&j, keys.items[0]), find_key(&j, keys.items[k]), i);
    }
    tvx_same_key *entries = tvx_arena_new(arena, j.n, sizeof *entries);
    if (entries == NULL)
        return TVX_ENOMEM;
    *out = (tvx_same){.keys = entries};
    for (size_t i = 0; i < j.n; i++) {
        size_t root = find_root(&j, i);
        if (j.size[root] < 2)
            continue;
        const tvx_ruling *act = in_effect->items[j.act[root]];
        entries[out->n++] = (tvx_same_key){j.keys[i], act->judgement->keys.items[0], act};
    }
    return TVX_OK;
}

static int compare_key(const void *key, const void *entry)
{
    return strcmp(key, ((const tvx_same_key *)entry)->key);
}

const tvx_same_key *tvx_same_find(const tvx_same *same, const char *key)
{
    return same->n == 0 ? NULL : bsearch(key, same->keys, same->n, sizeof *same->keys, compare_key);
}

const char *tvx_same_shown(const tvx_same *same, const char *key)
{
    const tvx_same_key *entry = tvx_same_find(same, key);
    return entry != NULL ? entry->shown : key;
}
