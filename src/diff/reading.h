/*
 * Making readings: see travaux/reading.h and section 5 of the design.
 */
#ifndef TVX_DIFF_READING_H
#define TVX_DIFF_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/reading.h"

/*
 * Makes the reading of a row from the live claims on it in one draft, in any order; the reading
 * borrows them. No claims: a silent reading. prefer: the judgement by which an editor made a
 * report's (best) alternative lead, or NULL; it says nothing where that report makes no claim.
 */
int tvx_reading_make(tvx_reading *out, tvx_arena *arena, const tvx_row *row,
                     const tvx_evidence *claims, size_t n, const tvx_ruling *prefer,
                     tvx_error *error);

/* True of `absent` that gives no value, a flag's `no` and an amount of exactly 0: one answer. */
bool tvx_alternative_denies(const tvx_alternative *alternative);

#endif
