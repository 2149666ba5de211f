/*
 * Origins: the outlets at the far ends of citing paths, and how many distinct ones there are.
 */
#ifndef TVX_DIFF_ORIGINS_H
#define TVX_DIFF_ORIGINS_H

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/reading.h"

/* The origins of a set of claims. Outlets are compared as they are spelled in the evidence. */
int tvx_origins_count(tvx_origins *out, tvx_arena *arena, const tvx_evidence *const *claims,
                      size_t n, tvx_error *error);

#endif
