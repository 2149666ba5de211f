/*
 * What the comparing of readings is made of; only compare*.c, contested.c, facets.c and disagree.c
 * include this. A pair is one answer of the earlier reading and one of the later: most readings
 * have but one that speaks, a bracketed one speaks through each of its sides.
 */
#ifndef TVX_DIFF_COMPARE_PARTS_H
#define TVX_DIFF_COMPARE_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "model/magnitude.h"
#include "travaux/change.h"
#include "travaux/error.h"

/* What one alternative says, made ready to be held against many others. */
typedef struct tvx_saying {
    const tvx_alternative *alternative;
    const tvx_value *value; /* stated or denied, or NULL */
    bool stated;            /* the value is said to be there */
    bool refutes;           /* the value is said not to be there */
    bool denies;            /* `absent` without a value, a flag's `no`, an amount of exactly 0 */
    int base;               /* the number of the declared base, or -1 */
    tvx_interval line;      /* where the value lies among others; of no wording and no ratio */
} tvx_saying;

void tvx_saying_make(tvx_saying *out, const tvx_term *term, const tvx_alternative *alternative);

/* True if no words (conditions included) are without regard to case and white space; NULLs are. */
bool tvx_words_equal(const char *a, const char *b);

/* True if they say by when, until when or from when alike; also if neither says so. */
bool tvx_whens_equal(const tvx_value *a, const tvx_value *b);

/* What became of the declared tags. */
typedef struct tvx_tag_shift {
    bool comparable; /* both values give some declared tags */
    bool added, removed;
} tvx_tag_shift;

tvx_tag_shift tvx_tags_compare(const tvx_term *term, const tvx_value *from, const tvx_value *to);

/* True if the value has the declared tag of that number. */
bool tvx_tags_has(const tvx_term *term, const tvx_value *value, size_t number);

/* The name for two stated values; why, if they are incomparable. */
tvx_change_name tvx_values_compare(tvx_because *because, const tvx_term *term,
                                   const tvx_saying *from, const tvx_saying *to);

/* True if a denied value is of what a stated one is of and has some of it: a point, the words. */
bool tvx_values_overlap(const tvx_term *term, const tvx_saying *denied, const tvx_saying *stated);

/* True if the two values say the same and leave the same unsaid. */
bool tvx_values_alike(const tvx_term *term, const tvx_saying *a, const tvx_saying *b);

/* What a pair comes to. */
typedef struct tvx_verdict {
    tvx_change_name name;
    tvx_because because;
    int direction; /* 1 toward the party that the term favours, -1 away from it, 0 neither */
} tvx_verdict;

/* NULL is silence. */
tvx_verdict tvx_pair_judge(const tvx_term *term, const tvx_saying *from, const tvx_saying *to);

/* True unless one of the two is silence against the other. */
bool tvx_pair_applies(const tvx_verdict *verdict);

/*
 * Fills in delta, ratio, tags, when, over and condition of a pair, in the arena. Nothing is left
 * standing of what *out held of these.
 */
int tvx_facets_make(tvx_change *out, tvx_arena *arena, const tvx_term *term, const tvx_saying *from,
                    const tvx_saying *to, tvx_because because, tvx_error *error);

/* Keeps what another pair's facets share; of the delta the hull. */
void tvx_facets_share(tvx_change *shared, const tvx_change *other);

/* Fills in the redline of a pair of wordings. */
int tvx_facets_redline(tvx_change *out, tvx_arena *arena, const tvx_saying *from,
                       const tvx_saying *to, tvx_error *error);

/*
 * Compares where a reading is bracketed and neither is silent: fills in everything of *out but
 * row, from, to, contested and toward, for which *direction is given.
 */
int tvx_contested_compare(tvx_change *out, int *direction, tvx_arena *arena, const tvx_term *term,
                          const tvx_reading *from, const tvx_reading *to, tvx_error *error);

#endif
