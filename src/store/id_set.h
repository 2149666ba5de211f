/*
 * A set of ids in an arena, in the order in which they came.
 */
#ifndef TVX_STORE_ID_SET_H
#define TVX_STORE_ID_SET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "travaux/error.h"

/* Only the arena needs to be set to begin with. */
typedef struct tvx_id_set {
    tvx_arena *arena;
    const char **items;
    size_t n, capacity;
    size_t *slots; /* places in items plus 1, by hash; 0: free */
    size_t n_slots;
} tvx_id_set;

/* Adds a copy; *is_new: it was not there. */
int tvx_id_set_add(tvx_id_set *set, const char *id, bool *is_new, tvx_error *error);

#endif
