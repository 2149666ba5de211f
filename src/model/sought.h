/*
 * What is sought, and where a text holds it: the one place that decides what is found.
 */
#ifndef TVX_MODEL_SOUGHT_H
#define TVX_MODEL_SOUGHT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/tokens.h"
#include "travaux/record.h"
#include "travaux/search.h"

/* A word or a phrase. */
typedef struct tvx_sought_term {
    tvx_tokens tokens;
    bool beginning; /* the last of them is the beginning of a word */
} tvx_sought_term;

enum { TVX_SOUGHT_MOST = 64 }; /* words in all terms, so that a set of terms is 64 bits */

typedef struct tvx_sought {
    tvx_sought_term terms[TVX_SOUGHT_MOST];
    size_t n;
} tvx_sought;

/* Reads what was typed: see tvx_view_search. Lives in the arena. TVX_EUSAGE where no word is in it,
   or more than TVX_SOUGHT_MOST. */
int tvx_sought_make(tvx_sought *out, tvx_arena *arena, const tvx_texts *words, tvx_error *error);

/* The set of all terms; term number i is bit i. */
uint64_t tvx_sought_all(const tvx_sought *sought);

/* What one text holds. */
typedef struct tvx_finds {
    uint64_t terms;  /* those that stand in it */
    tvx_mark *marks; /* in order, apart from each other; in the arena */
    size_t n_marks;
} tvx_finds;
int tvx_sought_find(tvx_finds *out, tvx_arena *arena, const tvx_sought *sought, const char *text,
                    tvx_error *error);

#endif
