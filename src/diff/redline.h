/*
 * Word redlines: the longest common run of words kept, what was cut before what is new.
 */
#ifndef TVX_DIFF_REDLINE_H
#define TVX_DIFF_REDLINE_H

#include "base/arena.h"
#include "travaux/change.h"
#include "travaux/error.h"

/*
 * Words are kept in the new spelling where they differ by case alone. In the arena. The work is
 * bounded (20 million steps): of texts of several thousand words each that have next to nothing in
 * common, what is not matched by then counts as cut and new; how they begin and end is kept.
 */
int tvx_redline_make(const tvx_redline_run **out, size_t *n, tvx_arena *arena, const char *from,
                     const char *to, tvx_error *error);

#endif
