/*
 * What the files of this folder share: the insides of a file and of a view.
 */
#ifndef TVX_API_INTERNAL_H
#define TVX_API_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "diff/order.h"
#include "diff/walk.h"
#include "model/vocabulary.h"
#include "store/store.h"
#include "travaux/file.h"
#include "travaux/view.h"

struct tvx_file {
    tvx_store *store;
    tvx_arena arena; /* of what was last answered about the file itself */
    bool adding;     /* an add is under way: its transaction is open */
    bool reading;    /* a view is open, with a transaction of its own */
};

/* --- outlets --- */

/* Outlets by any of their spellings. Zero-initialise; lives in the arena it was loaded in. */
typedef struct tvx_outlets {
    struct tvx_outlet_name {
        const char *folded, *shown;
        const char *id; /* of the record that claims the spelling */
    } * names;          /* ordered by folded */
    size_t n;
    tvx_shown_outlet *declared; /* by name */
    size_t n_declared;
} tvx_outlets;

int tvx_outlets_load(tvx_outlets *out, tvx_arena *arena, tvx_store *store, int64_t neg,
                     tvx_error *error);

/* The declared name that a folded spelling stands for, or NULL. */
const char *tvx_outlets_find(const tvx_outlets *outlets, const char *folded);

/* --- vocabulary --- */

/* The vocabulary in force of a negotiation, in the arena. */
int tvx_vocabulary_load(tvx_vocabulary *out, tvx_arena *arena, tvx_store *store, int64_t neg,
                        const tvx_negotiation *negotiation, tvx_error *error);

/* --- the view --- */

struct tvx_view {
    tvx_file *file;
    tvx_store *store;
    int64_t neg;
    bool transaction;  /* it opened one */
    tvx_arena arena;   /* of lists, which live as long as the view */
    tvx_arena answer;  /* of the last answer */
    tvx_arena written; /* of the last value written out */
    tvx_negotiation negotiation;
    const char *known_by;
    tvx_asked asked;
    tvx_vocabulary vocabulary;
    tvx_outlets outlets;

    bool ordered;             /* the drafts below were loaded */
    tvx_stored_draft *stored; /* by key */
    size_t n_stored;
    tvx_order order;
    tvx_placed_draft *placed; /* by rank */
    tvx_story story;
};

/* Loads the drafts and their order, once. */
int tvx_view_load_drafts(tvx_view *view, tvx_error *error);

/* Orders drafts by what their records say; nodes are numbered as stored. In the arena. */
int tvx_nodes_make(tvx_node **out, tvx_arena *arena, const tvx_stored_draft *stored, size_t n,
                   tvx_error *error);

/* The number of a draft among those stored (which are ordered by key), or TVX_NO_DRAFT. */
uint32_t tvx_stored_find(const tvx_stored_draft *stored, size_t n, const char *key);

/* Callback of tvx_story: the claims on a draft as evidence, by row. payload: the view. */
int tvx_view_claims(void *payload, uint32_t draft, tvx_arena *arena, tvx_row_claims **out,
                    size_t *n, tvx_error *error);

/* The name an outlet is shown under, in the arena. */
int tvx_view_outlet_in(tvx_view *view, const char *spelling, tvx_arena *arena, const char **out,
                       tvx_error *error);

/* Reads a claim's value under its term, as wording where no record in force reads it. *value is
   NULL where the claim gives none. */
int tvx_read_value(tvx_arena *arena, const tvx_term *term, const tvx_given *given,
                   const tvx_value **value, tvx_error *error);

/* A title, a name, an outlet, an act: what a person would know a record by. May be NULL. */
const char *tvx_record_label(const tvx_record *record);
const char *tvx_record_negotiation(const tvx_record *record);

#endif
