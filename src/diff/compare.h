/*
 * Comparing two readings of one row: section 6 of the design.
 */
#ifndef TVX_DIFF_COMPARE_H
#define TVX_DIFF_COMPARE_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/vocabulary.h"
#include "travaux/change.h"

/*
 * The change between two readings of one row; either may be NULL or silent. In the arena; the
 * readings are borrowed.
 */
int tvx_compare(tvx_change *out, tvx_arena *arena, const tvx_vocabulary *vocabulary,
                const tvx_reading *from, const tvx_reading *to, tvx_error *error);

/*
 * False where `from` says nothing that `to` could be compared with: it is silent, or every pair
 * that could be compared is a denial of a value ("not 500") against an answer it does not touch.
 */
bool tvx_compare_applies(const tvx_reading *from, const tvx_reading *to);

#endif
