#include "diff/walk_parts.h"

void tvx_holder_start(tvx_holder *holder, const tvx_story *story, const bool *wanted)
{
    *holder = (tvx_holder){.story = story, .wanted = wanted, .pinned = TVX_NO_DRAFT};
    for (size_t i = 0; i < TVX_HELD_DRAFTS; i++)
        holder->held[i].draft = TVX_NO_DRAFT;
}

static void give_up(tvx_holder *holder, tvx_held *held)
{
    holder->claims -= held->readings.claims;
    tvx_arena_dispose(&held->arena);
    *held = (tvx_held){.draft = TVX_NO_DRAFT};
}

void tvx_holder_dispose(tvx_holder *holder)
{
    for (size_t i = 0; i < TVX_HELD_DRAFTS; i++)
        give_up(holder, &holder->held[i]);
}

static tvx_held *find(tvx_holder *holder, uint32_t draft)
{
    for (size_t i = 0; i < TVX_HELD_DRAFTS; i++) {
        if (holder->held[i].draft == draft)
            return &holder->held[i];
    }
    return NULL;
}

/* The one asked for longest ago, but for the pinned one; NULL: there is no other. */
static tvx_held *oldest(tvx_holder *holder)
{
    tvx_held *found = NULL;
    for (size_t i = 0; i < TVX_HELD_DRAFTS; i++) {
        tvx_held *held = &holder->held[i];
        if (held->draft == TVX_NO_DRAFT || held->draft == holder->pinned)
            continue;
        if (found == NULL || held->asked < found->asked)
            found = held;
    }
    return found;
}

/* An empty place, made by giving up others where that takes it or they hold too many claims. */
static tvx_held *make_place(tvx_holder *holder)
{
    tvx_held *other = oldest(holder), *place = find(holder, TVX_NO_DRAFT);
    while (other != NULL && (place == NULL || holder->claims > TVX_HELD_CLAIMS)) {
        give_up(holder, other);
        place = other;
        other = oldest(holder);
    }
    return place;
}

int tvx_holder_get(const tvx_readings **out, tvx_holder *holder, uint32_t draft, tvx_error *error)
{
    tvx_held *held = find(holder, draft);
    if (held == NULL) {
        held = make_place(holder);
        int rc = tvx_readings_own(&held->readings, holder->story, draft, holder->wanted,
                                  &held->arena, error);
        holder->claims += held->readings.claims;
        held->draft = draft;
        if (rc != TVX_OK) {
            give_up(holder, held);
            return rc;
        }
    }
    held->asked = ++holder->clock;
    *out = &held->readings;
    return TVX_OK;
}
