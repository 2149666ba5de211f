/*
 * Where reports disagree otherwise than by their claims: a change as a report tells it against the
 * one that the readings make, and what several reports say of one draft.
 */
#ifndef TVX_DIFF_DISAGREE_H
#define TVX_DIFF_DISAGREE_H

#include <stdbool.h>

#include "travaux/change.h"

/*
 * True if a report cannot be right in saying `told` where the readings make `derived` (a change of
 * the same row between the same two drafts). Never where the readings leave it open: silence on
 * either side, a denial of one value, `unclear` with `told` among what is possible; of
 * `incomparable` and `retold` no more is known than that the term is in both drafts.
 */
bool tvx_change_disagrees(tvx_change_name told, const tvx_change *derived);

/* True if two dates cannot both be right: neither lies within the other (approximate ends widened).
   False where either is missing. */
bool tvx_dates_disagree(const tvx_date *a, const tvx_date *b);

/* True if two sets of parties, both given, are not the same; each in byte order, each party once
   (see tvx_texts_sort). */
bool tvx_parties_disagree(const tvx_texts *a, const tvx_texts *b);

#endif
