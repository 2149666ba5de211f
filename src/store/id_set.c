#include "store/id_set.h"

#include <stdint.h>
#include <string.h>

#include "base/fail.h"

/* Ids are hashes, but whoever wrote them may have chosen their beginnings: FNV-1a over all. */
static size_t hash(const char *id)
{
    uint64_t h = UINT64_C(14695981039346656037);
    for (; *id != '\0'; id++)
        h = (h ^ (unsigned char)*id) * UINT64_C(1099511628211);
    return (size_t)(h ^ (h >> 32));
}

/* The slot of an id, or the free one where it would be. */
static size_t *find(const tvx_id_set *set, const char *id)
{
    size_t at = hash(id) & (set->n_slots - 1);
    while (set->slots[at] != 0 && strcmp(set->items[set->slots[at] - 1], id) != 0)
        at = (at + 1) & (set->n_slots - 1);
    return &set->slots[at];
}

/* At most half of the slots are taken. */
static int make_room(tvx_id_set *set)
{
    if (set->n < set->n_slots / 2)
        return TVX_OK;
    size_t n = set->n_slots == 0 ? 8 : set->n_slots * 2;
    size_t *slots = tvx_arena_new(set->arena, n, sizeof *slots);
    if (slots == NULL)
        return TVX_ENOMEM;
    set->slots = slots;
    set->n_slots = n;
    for (size_t i = 0; i < set->n; i++)
        *find(set, set->items[i]) = i + 1;
    return TVX_OK;
}

int tvx_id_set_add(tvx_id_set *set, const char *id, bool *is_new, tvx_error *error)
{
    *is_new = false;
    if (make_room(set) != TVX_OK)
        return tvx_fail_memory(error);
    size_t *slot = find(set, id);
    if (*slot != 0)
        return TVX_OK;
    char *copy = tvx_arena_text(set->arena, id);
    if (copy == NULL || tvx_arena_grow(set->arena, &set->items, set->n, &set->capacity,
                                       sizeof *set->items) != TVX_OK)
        return tvx_fail_memory(error);
    set->items[set->n++] = copy;
    *slot = set->n;
    *is_new = true;
    return TVX_OK;
}
