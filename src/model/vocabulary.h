/*
 * The vocabulary of one negotiation: its parties and its terms, as rows in the order in which
 * every table lists them.
 */
#ifndef TVX_MODEL_VOCABULARY_H
#define TVX_MODEL_VOCABULARY_H

#include <stddef.h>

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/reading.h"
#include "travaux/record.h"

/* Zero-initialise; everything is borrowed from the arena it was made in. */
typedef struct tvx_vocabulary {
    const tvx_row *rows;
    size_t n_rows;
    const tvx_row *const *by_name; /* the same, ordered by name */
    const tvx_party *parties;      /* ordered by key */
    size_t n_parties;
} tvx_vocabulary;

/* A variant that an earlier record of its term declared: once declared, it stays declared. */
typedef struct tvx_old_variant {
    const char *term, *variant;
} tvx_old_variant;

/*
 * Numbers the rows. terms: the one in force for each key, in any order; order: the negotiation's
 * `order`; old: declared variants that may be in force no longer (those that are still are
 * skipped).
 */
int tvx_vocabulary_make(tvx_vocabulary *out, tvx_arena *arena, const tvx_term *terms,
                        size_t n_terms, const tvx_texts *order, const tvx_old_variant *old,
                        size_t n_old, const tvx_party *parties, size_t n_parties, tvx_error *error);

/* The row of that name, or NULL. */
const tvx_row *tvx_vocabulary_row(const tvx_vocabulary *vocabulary, const char *name);

/* Describes an unknown term, with the nearest name or the line that would declare it. */
int tvx_vocabulary_unknown(const tvx_vocabulary *vocabulary, const char *name, tvx_error *error);

/* The number of the declared base that these words name (case folded), or -1: undeclared. */
int tvx_term_base(const tvx_term *term, const char *words);

/* The same of a tag. */
int tvx_term_tag(const tvx_term *term, const char *words);

/* In a two-party negotiation the other one; NULL in any other, or for a key that is no party's. */
const char *tvx_vocabulary_other_party(const tvx_vocabulary *vocabulary, const char *party);

#endif
