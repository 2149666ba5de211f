/*
 * What stands behind a bracket: whether alternatives that contradict each other share a possible
 * origin, so that one story may have been told in two ways.
 */
#ifndef TVX_DIFF_BRACKET_H
#define TVX_DIFF_BRACKET_H

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/view.h"

/* Fills in shared, independent and perhaps of a bracketed reading, in the arena. */
int tvx_bracket_make(tvx_bracket *out, tvx_arena *arena, const tvx_reading *reading,
                     tvx_error *error);

#endif
