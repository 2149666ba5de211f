/*
 * What the parts of the walk share; only walk*.c include this.
 */
#ifndef TVX_DIFF_WALK_PARTS_H
#define TVX_DIFF_WALK_PARTS_H

#include "diff/walk.h"

/* A draft's readings that are not silent, by row. */
typedef struct tvx_readings {
    tvx_reading *items;
    size_t n;
    size_t claims; /* how many were read for them, those set aside too */
} tvx_readings;

/* A draft's own readings, of the rows wanted alone (NULL: all); in the arena. */
int tvx_readings_own(tvx_readings *out, const tvx_story *story, uint32_t draft, const bool *wanted,
                     tvx_arena *arena, tvx_error *error);

/* The reading of that row, or NULL. */
const tvx_reading *tvx_readings_row(const tvx_readings *readings, size_t row);

/*
 * The own readings of the drafts asked for last. Those asked for longest ago give way to another
 * when there are too many drafts, or too many claims were read for them.
 */
enum { TVX_HELD_DRAFTS = 64, TVX_HELD_CLAIMS = 16384 };

typedef struct tvx_held {
    uint32_t draft; /* TVX_NO_DRAFT: nothing is held here */
    uint64_t asked; /* when it was asked for last */
    tvx_arena arena;
    tvx_readings readings;
} tvx_held;

typedef struct tvx_holder {
    const tvx_story *story;
    const bool *wanted;
    uint32_t pinned; /* a draft that does not give way */
    uint64_t clock;
    size_t claims;
    tvx_held held[TVX_HELD_DRAFTS];
} tvx_holder;

void tvx_holder_start(tvx_holder *holder, const tvx_story *story, const bool *wanted);

/* The draft's own readings; they live until another is asked for, the pinned draft's longer. */
int tvx_holder_get(const tvx_readings **out, tvx_holder *holder, uint32_t draft, tvx_error *error);

void tvx_holder_dispose(tvx_holder *holder);

#endif
