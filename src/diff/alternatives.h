/*
 * What reading.c is made of, and nobody else's business: claims reduced to answers, the test for
 * contradiction, and the grouping of claims into alternatives.
 */
#ifndef TVX_DIFF_ALTERNATIVES_H
#define TVX_DIFF_ALTERNATIVES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/magnitude.h"
#include "travaux/error.h"
#include "travaux/reading.h"

/*
 * What one claim answers, reduced to what grouping and contradicting look at. What settles most
 * pairs is here itself: with thousands of different answers every pair of them may be tried.
 */
typedef struct tvx_answer {
    const tvx_evidence *evidence;
    tvx_stance stance;      /* the claim's */
    const tvx_value *value; /* the evidence's, or NULL */
    tvx_kind kind;          /* the value's */
    bool denies;            /* `absent` without a value, a flag's `no`, an amount of exactly 0 */
    bool of_text;           /* of basis text */
    bool sees_text;         /* of basis text or document */
    bool extra;             /* has a base or tags that the term does not declare */
    bool only_declared;     /* has declared tags and no others */
    const char *group;      /* equal within one alternative, and nowhere else */
    const char *voice;      /* equal where nothing differs that contradiction looks at */
    const char *condition;  /* case and white space aside, or NULL */
    const char *wording;    /* the same of a value of kind text, or NULL */
    int base;               /* the declared base, or -1 */
    const int *tags;        /* declared ones, ascending, each once */
    size_t n_tags;
    int bound;         /* -1: an upper end alone; 1: a lower one alone; 0: neither */
    int64_t low, high; /* where the value lies among those of the other answers, inclusive */
    const char *text;  /* what it says, as an alternative's text */
    size_t number;     /* its place among the claims given */
} tvx_answer;

/* Makes the answers of n claims on one term, their values placed on one line, in the arena. */
int tvx_answers_make(tvx_answer **out, tvx_arena *arena, const tvx_term *term,
                     const tvx_evidence *const *claims, size_t n, tvx_error *error);

/* Keeps one answer of each voice, in the front of the list; returns how many. */
size_t tvx_answers_voices(const tvx_answer **answers, size_t n);

/* Whether some answer of one list and some answer of the other contradict each other. */
bool tvx_answers_contradict(const tvx_answer *const *a, size_t n_a, const tvx_answer *const *b,
                            size_t n_b);

/* What a claim says in words, its condition included; NULL: no memory. */
const char *tvx_evidence_text(tvx_arena *arena, const tvx_evidence *evidence);

/* The seconds that a value of kind date covers, its bound included: see tvx_date. */
void tvx_value_dates(const tvx_value *value, int64_t *low, int64_t *high);

/* Places the values of n answers on one line, widened where they are approximate. */
int tvx_answers_place(tvx_arena *arena, tvx_answer *answers, size_t n, tvx_error *error);

/* True of `absent` without a value, a flag's `no` and an amount of exactly 0. */
bool tvx_answer_denies(tvx_stance stance, const tvx_value *value);

/* An alternative on its way to its place in the reading. */
typedef struct tvx_candidate {
    tvx_alternative alternative;
    const tvx_answer *const *voices;
    size_t n_voices;
    const char *group;
    const tvx_date *published; /* the latest of its reports */
    bool unbounded;            /* its value has an open end: the widest */
    tvx_decimal width;
} tvx_candidate;

/*
 * Groups answers into alternatives, unordered, none of them a side. Alternatives are made in
 * `arena`; what only ordering needs, and the array, in `scratch`.
 */
int tvx_candidates_make(tvx_candidate **out, size_t *n_out, tvx_arena *arena, tvx_arena *scratch,
                        const tvx_answer *answers, size_t n, tvx_error *error);

#endif
