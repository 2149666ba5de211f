/*
 * What the parts of standing share; only standing*.c and same*.c include this. Functions here fail
 * for want of memory alone and leave describing it to their caller.
 */
#ifndef TVX_DIFF_STANDING_PARTS_H
#define TVX_DIFF_STANDING_PARTS_H

#include "diff/standing.h"

/* Known by a date, of which the latest is given, with certainty. */
static inline bool tvx_ruling_known(const tvx_ruling *ruling, int64_t known_latest)
{
    return ruling->judgement->dated.wide_latest <= known_latest;
}

/* Orders two judgements: the one that holds over the other first. */
int tvx_ruling_compare(const tvx_ruling *a, const tvx_ruling *b);

/* Judgements, the one that holds over all others first. */
typedef struct tvx_rulings {
    const tvx_ruling **items;
    size_t n;
} tvx_rulings;

/* Those in effect, in the arena. */
int tvx_rulings_in_effect(tvx_rulings *out, tvx_arena *arena, const tvx_ruling *rulings, size_t n,
                          int64_t known_latest);

/* The drafts that those in effect make one, in the arena. */
int tvx_same_make(tvx_same *out, tvx_arena *arena, tvx_arena *scratch,
                  const tvx_rulings *in_effect);

#endif
