/*
 * Which claims count: the one place where judgements take effect. A judgement is in effect if it
 * was made, with certainty, by the date asked about, and no `withdraw` in effect revokes it. Where
 * two collide the later one holds (by its latest, then its earliest), then the smaller id.
 */
#ifndef TVX_DIFF_STANDING_H
#define TVX_DIFF_STANDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/reading.h"

/* --- drafts that are one --- */

/* A key and the draft that it stands for. */
typedef struct tvx_same_key {
    const char *key;
    const char *shown;        /* the first key of the latest act that its set has */
    const tvx_ruling *joined; /* that act */
} tvx_same_key;

/* Keys that some `same_draft` in effect makes one draft with another, by key. */
typedef struct tvx_same {
    const tvx_same_key *keys;
    size_t n;
} tvx_same;

/* The key that a draft is shown under: the one given, if nothing makes it one with another. */
const char *tvx_same_shown(const tvx_same *same, const char *key);

/* The entry of a key, or NULL. */
const tvx_same_key *tvx_same_find(const tvx_same *same, const char *key);

/*
 * One draft of several records: the shown one's members, what it does not say taken from the
 * others in the order of the act's keys, then by key. `follows` and `amends` that name only drafts
 * of the set say nothing; such names are left out of all lists. records: of the set, at least one,
 * in any order. Where the shown one is not among them (a merge may bring an act without it), its
 * key stands all the same. In the arena.
 */
int tvx_same_fill(tvx_draft *out, tvx_arena *arena, const tvx_same *same,
                  const tvx_draft *const *records, size_t n, tvx_error *error);

/* --- what counts --- */

/* What a judgement reaches: a report (of a withdraw: the judgement), a draft under its shown key, a
   term; NULL: any, or none. */
typedef struct tvx_slot {
    tvx_act act;
    const char *report, *draft, *term;
    const tvx_ruling *ruling; /* of all that reach just this the one that holds */
} tvx_slot;

/* The judgements in effect. Lives in the arena; borrows the rulings given. */
typedef struct tvx_standing {
    tvx_same same;
    const tvx_slot *slots; /* by act, report, draft, term */
    size_t n_slots;
    tvx_texts named; /* keys of drafts that some judgement known by then names, withdrawn or
                             not: they are known; in byte order, each once */
} tvx_standing;

/*
 * known_latest: as tvx_date.latest of the date asked about; INT64_MAX: all judgements. rulings:
 * each id once, in any order. A withdraw may be withdrawn; withdraws that revoke each other in a
 * circle, which ids do not allow, are not in effect.
 */
int tvx_standing_make(tvx_standing *out, tvx_arena *arena, const tvx_ruling *rulings, size_t n,
                      int64_t known_latest, tvx_error *error);

/* The judgement that retracts a report (by the id of the record in force); or NULL. */
const tvx_ruling *tvx_standing_report(const tvx_standing *standing, const char *report);

/* The judgement in effect that withdraws another one, by its id; or NULL. */
const tvx_ruling *tvx_standing_withdrawn(const tvx_standing *standing, const char *judgement);

/*
 * The judgement by which a claim does not count: a retract of its report, else a deprecate that
 * covers it; or NULL. draft: any key of the draft it is on, NULL of a background claim. term: as
 * the claim names it; a judgement on a term covers its variants.
 */
const tvx_ruling *tvx_standing_claim(const tvx_standing *standing, const char *report,
                                     const char *draft, const char *term);

/* The judgement that says which draft a background claim is about; or NULL. */
const tvx_ruling *tvx_standing_attribute(const tvx_standing *standing, const char *report,
                                         const char *term);

/* The judgement that makes a report's alternative lead in a draft (any key of it) and row; or NULL.
   It holds over an earlier one even if its own report is not there. */
const tvx_ruling *tvx_standing_prefer(const tvx_standing *standing, const char *draft,
                                      const char *row);

#endif
