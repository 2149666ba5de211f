/*
 * Drafts that are one: the shown one speaks for all of them.
 */
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"

typedef struct joining {
    tvx_arena *arena;
    tvx_stored_draft *stored;
    size_t n;
    const tvx_same *same;
    uint32_t *shown, *next;
    size_t *met; /* by number: the list that named the draft last */
    size_t lists;
} joining;

static uint32_t find(const joining *j, const char *key)
{
    return tvx_stored_find(j->stored, j->n, key);
}

static int make_room(joining *j, tvx_error *error)
{
    j->shown = tvx_arena_new(j->arena, j->n, sizeof *j->shown);
    j->next = tvx_arena_new(j->arena, j->n, sizeof *j->next);
    j->met = tvx_arena_new(j->arena, j->n, sizeof *j->met);
    if (j->shown == NULL || j->next == NULL || j->met == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < j->n; i++) {
        j->shown[i] = (uint32_t)i;
        j->next[i] = TVX_NO_DRAFT;
    }
    return TVX_OK;
}

/* Chains each draft to the shown one, in byte order. One whose shown key nobody declared stands
   alone. */
static void chain(joining *j)
{
    for (size_t i = j->same->n; i-- > 0;) {
        uint32_t number = find(j, j->same->keys[i].key);
        uint32_t shown = find(j, j->same->keys[i].shown);
        if (number == TVX_NO_DRAFT || shown == TVX_NO_DRAFT || number == shown)
            continue;
        j->shown[number] = shown;
        j->next[number] = j->next[shown];
        j->next[shown] = number;
    }
}

/* Fills the shown one in from the others, which are not there any more. */
static int fill(joining *j, uint32_t shown, tvx_error *error)
{
    tvx_draft filled;
    size_t n = 0;
    for (uint32_t i = shown; i != TVX_NO_DRAFT; i = j->next[i])
        n++;
    const tvx_draft **records = tvx_arena_new(j->arena, n, sizeof(const tvx_draft *));
    if (records == NULL)
        return tvx_fail_memory(error);
    n = 0;
    for (uint32_t i = shown; i != TVX_NO_DRAFT; i = j->next[i])
        records[n++] = &j->stored[i].draft;
    int code = tvx_same_fill(&filled, j->arena, j->same, records, n, error);
    if (code != TVX_OK)
        return code;
    for (uint32_t i = j->next[shown]; i != TVX_NO_DRAFT; i = j->next[i]) {
        tvx_stored_draft *other = &j->stored[i];
        j->stored[shown].known |= other->known;
        other->known = false;
        other->draft = (tvx_draft){
            .negotiation = other->draft.negotiation, .key = other->draft.key, .starts_line = true};
    }
    j->stored[shown].draft = filled;
    return TVX_OK;
}

static int fill_all(joining *j, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < j->n && code == TVX_OK; i++)
        if (j->shown[i] == i && j->next[i] != TVX_NO_DRAFT)
            code = fill(j, (uint32_t)i, error);
    return code;
}

/* The key to name in place of one, which may be nobody's. */
static const char *shown_key(const joining *j, const char *key)
{
    uint32_t number = find(j, key);
    return number == TVX_NO_DRAFT ? key : j->stored[j->shown[number]].draft.key;
}

static bool names_other(const joining *j, const tvx_texts *keys)
{
    for (size_t i = 0; i < keys->n; i++)
        if (tvx_same_find(j->same, keys->items[i]) != NULL)
            return true;
    return false;
}

/* True the first time that this list comes to this draft. */
static bool meet(joining *j, const char *key)
{
    uint32_t number = find(j, key);
    bool first = number == TVX_NO_DRAFT || j->met[number] != j->lists;
    if (number != TVX_NO_DRAFT)
        j->met[number] = j->lists;
    return first;
}

static int lead_list(joining *j, tvx_texts *keys, tvx_error *error)
{
    if (!names_other(j, keys))
        return TVX_OK;
    const char **items = tvx_arena_new(j->arena, keys->n, sizeof *items);
    size_t n = 0;
    if (items == NULL)
        return tvx_fail_memory(error);
    j->lists++;
    for (size_t i = 0; i < keys->n; i++) {
        const char *key = shown_key(j, keys->items[i]);
        if (meet(j, key))
            items[n++] = key;
    }
    *keys = (tvx_texts){.items = items, .n = n};
    return TVX_OK;
}

/* Whatever a draft names leads to what is shown. */
static int lead_all(joining *j, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < j->n && code == TVX_OK; i++) {
        tvx_draft *draft = &j->stored[i].draft;
        code = lead_list(j, &draft->follows, error);
        if (code == TVX_OK)
            code = lead_list(j, &draft->maybe_same_as, error);
        if (draft->amends != NULL)
            draft->amends = shown_key(j, draft->amends);
    }
    return code;
}

int tvx_stored_join(tvx_joined *out, tvx_arena *arena, tvx_stored_draft *stored, size_t n,
                    const tvx_same *same, tvx_error *error)
{
    joining j = {.arena = arena, .stored = stored, .n = n, .same = same};
    *out = (tvx_joined){0};
    if (same->n == 0)
        return TVX_OK;
    int code = make_room(&j, error);
    if (code != TVX_OK)
        return code;
    chain(&j);
    code = fill_all(&j, error);
    if (code == TVX_OK)
        code = lead_all(&j, error);
    *out = (tvx_joined){.shown = j.shown, .next = j.next};
    return code;
}
