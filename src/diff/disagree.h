/*
 * Where reports disagree otherwise than by their claims: a change as a report tells it against the
 * one that the readings make, and what several reports say of one draft.
 */
#ifndef TVX_DIFF_DISAGREE_H
#define TVX_DIFF_DISAGREE_H

#include <stdbool.h>

#include "base/arena.h"
#include "travaux/change.h"
#include "travaux/error.h"

/*
 * True if a report cannot be right in saying `told` where the readings make `derived` (a change of
 * the same row between the same two drafts). Never where the readings leave it open: silence on
 * either side, a denial of one value, `unclear` with `told` among what is possible; of
 * `incomparable` and `retold` no more is known than that the term is in both drafts.
 */
bool tvx_change_disagrees(tvx_change_name told, const tvx_change *derived);

/*
 * Which of n values that reports tell of a row in a draft cannot be right whichever side of its
 * reading is: those that contradict every side, as claims do (section 5). None where the reading
 * is silent. told: as claims that state a value; of each only claim, value and basis are looked at.
 * What is needed on the way lives in the arena.
 */
int tvx_told_contradicts(bool *out, tvx_arena *arena, const tvx_reading *reading,
                         const tvx_evidence *told, size_t n, tvx_error *error);

/* True if two dates cannot both be right: neither lies within the other (approximate ends widened).
   False where either is missing. */
bool tvx_dates_disagree(const tvx_date *a, const tvx_date *b);

/* True if two sets of parties, both given, are not the same; each in byte order, each party once
   (see tvx_texts_sort). */
bool tvx_parties_disagree(const tvx_texts *a, const tvx_texts *b);

#endif
