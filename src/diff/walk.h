/*
 * Walking the drafts: a draft's readings, the difference of two drafts, and the changes over all.
 * Claims are pulled through callbacks, so that no more than a few drafts' claims are ever held.
 */
#ifndef TVX_DIFF_WALK_H
#define TVX_DIFF_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "diff/order.h"
#include "model/vocabulary.h"
#include "travaux/change.h"

/* The claims on one row of one draft: those that count, and those set aside; and the judgement by
   which an editor prefers a report there (or NULL). */
typedef struct tvx_row_claims {
    const tvx_row *row;
    const tvx_evidence *claims;
    size_t n;
    const tvx_evidence *set_aside;
    size_t n_set_aside;
    const tvx_ruling *prefer;
} tvx_row_claims;

typedef struct tvx_claims_source {
    /* The known claims of a draft, one entry a row that has any, by row number (n may be 0 where
       all are set aside); made in the arena. */
    int (*of_draft)(void *payload, uint32_t draft, tvx_arena *arena, tvx_row_claims **out,
                    size_t *n, tvx_error *error);
    void *payload;
} tvx_claims_source;

/* A negotiation as the walk sees it. */
typedef struct tvx_story {
    const tvx_vocabulary *vocabulary;
    const tvx_order *order;
    tvx_claims_source source;
} tvx_story;

/* A draft's readings that are not silent, inherited ones included, by row; in the arena. */
int tvx_walk_readings(const tvx_story *story, uint32_t draft, tvx_arena *arena,
                      const tvx_reading **out, size_t *n, tvx_error *error);

/* Every row that either draft has a reading for, compared; by row; in the arena. */
int tvx_walk_diff(const tvx_story *story, uint32_t from, uint32_t to, tvx_arena *arena,
                  const tvx_change **out, size_t *n, tvx_error *error);

/* One row of `changes`. `from` is TVX_NO_DRAFT where nothing goes before. */
typedef struct tvx_step {
    uint32_t draft, from;
    const tvx_change *change;
} tvx_step;

/* Called for each step in order; what it is given lives until it returns. Not TVX_OK: stop. */
typedef int (*tvx_step_callback)(void *payload, const tvx_step *step, tvx_error *error);

/*
 * The changes of all rows over all drafts: each reading that is neither silent nor inherited
 * against the nearest such readings along every line that its draft follows, leaving out any that
 * lies behind another of them; and passing over those to which tvx_compare_applies says no.
 * wanted: by row number, or NULL for every row.
 */
int tvx_walk_changes(const tvx_story *story, const bool *wanted, tvx_step_callback callback,
                     void *payload, tvx_error *error);

#endif
