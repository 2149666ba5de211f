/*
 * What the files of this folder share: the insides of a file and of a view.
 */
#ifndef TVX_API_INTERNAL_H
#define TVX_API_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/arena.h"
#include "diff/order.h"
#include "diff/standing.h"
#include "diff/walk.h"
#include "model/vocabulary.h"
#include "store/store.h"
#include "travaux/file.h"
#include "travaux/view.h"

struct tvx_file {
    tvx_store *store;
    dev_t device; /* these two tell which file it is, whatever its path */
    ino_t inode;
    tvx_arena arena; /* of what was last answered about the file itself */
    bool adding;     /* an add is under way: its transaction is open */
};

/* --- ids --- */

enum { TVX_CANDIDATES = 5 }; /* ids to ask tvx_store_find for, to list them in a hint */

/* Describes a prefix that does not name one record: none, or several, which the hint lists. kind:
   as for tvx_store_find. */
int tvx_fail_prefix(tvx_store *store, int64_t neg, const tvx_texts *ids, const char *prefix,
                    int kind, tvx_error *error);

/* --- the log --- */

/* Every record of a negotiation by kind in the order of tvx_record_kind, then id. */
int tvx_entries_all(tvx_store *store, int64_t neg, tvx_log_callback callback, void *payload,
                    tvx_error *error);

/* True if this could be the beginning of an id, or a whole one; and the error where it must be. */
bool tvx_id_prefix(const char *text);
int tvx_check_prefix(const char *prefix, tvx_error *error);

/* --- judgements --- */

/* What the judgements known by a date (see tvx_standing_make) come to, in the arena. */
int tvx_standing_load(tvx_standing *out, tvx_arena *arena, tvx_store *store, int64_t neg,
                      int64_t known_latest, tvx_error *error);

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

/* --- drafts --- */

/* The number of a draft among those stored (which are ordered by key), or TVX_NO_DRAFT. */
uint32_t tvx_stored_find(const tvx_stored_draft *stored, size_t n, const char *key);

/* Drafts that are one, by number. Both NULL where nothing is one with another. */
typedef struct tvx_joined {
    const uint32_t *shown; /* the draft that it is shown as: itself, if it is one alone */
    const uint32_t *next;  /* the next of the same draft, the shown one first; or TVX_NO_DRAFT */
} tvx_joined;

/*
 * Makes one of drafts that are one: the shown one is filled in; the others are left as drafts that
 * nobody knows and that follow nothing; what any draft names in their place is the shown one. In
 * the arena.
 */
int tvx_stored_join(tvx_joined *out, tvx_arena *arena, tvx_stored_draft *stored, size_t n,
                    const tvx_same *same, tvx_error *error);

/* The date of a draft for its order; NULL if it has none. */
const tvx_date *tvx_draft_date(const tvx_draft *draft);

/* Orders drafts by what their records say; nodes are numbered as stored. In the arena. */
int tvx_nodes_make(tvx_node **out, tvx_arena *arena, const tvx_stored_draft *stored, size_t n,
                   tvx_error *error);

/* --- the view --- */

/* A background claim that a judgement says is about a draft. */
typedef struct tvx_attributed {
    const char *draft; /* the key that it is shown under */
    const tvx_row *row;
    const tvx_stored_report *report; /* as of tvx_store_claims */
    const tvx_claim *claim;
    const tvx_ruling *ruling;
    size_t place; /* in the order in which they were found */
} tvx_attributed;

struct tvx_view {
    tvx_file *file;
    tvx_store *store; /* the file's, or one of its own: the file as it was */
    int64_t neg;
    bool transaction;  /* it opened one */
    tvx_arena arena;   /* of lists, which live as long as the view */
    tvx_arena answer;  /* of the last answer */
    tvx_arena written; /* of the last value written out */
    tvx_negotiation negotiation;
    const char *known_by, *recorded_by;
    const char *without; /* what is left out, by its whole id or shown name */
    bool without_outlet; /* that is an outlet */
    tvx_asked asked;
    tvx_vocabulary vocabulary;
    tvx_outlets outlets;
    tvx_standing standing;

    bool ordered;             /* the drafts below were loaded */
    tvx_stored_draft *stored; /* by key */
    size_t n_stored;
    tvx_joined joined;
    tvx_attributed *attributed; /* by draft */
    size_t n_attributed;
    tvx_order order;
    tvx_placed_draft *placed; /* by rank */
    tvx_story story;
};

/* Loads the drafts and their order, once. */
int tvx_view_load_drafts(tvx_view *view, tvx_error *error);

/* The draft shown under any of its keys; see tvx_view_draft. *number: its number. */
int tvx_view_draft_number(tvx_view *view, const char *key, const tvx_placed_draft **out,
                          uint32_t *number, tvx_error *error);

/* The same, or NULL where no such draft is known; the drafts were loaded. */
const tvx_placed_draft *tvx_view_placed(const tvx_view *view, const char *key);

/* The next of the keys of a draft, of which it is shown under the first; TVX_NO_DRAFT: no more. */
uint32_t tvx_view_next_key(const tvx_view *view, uint32_t number);

/* Marks the rows meant by names, by row number: a term with its variants, or one variant; *out is
   NULL, which stands for every row, where none is named. In the answer's arena. */
int tvx_view_wanted_rows(tvx_view *view, const tvx_texts *names, const bool **out,
                         tvx_error *error);

/* Which drafts a filter asks for, its dates read. */
typedef struct tvx_drafts_wanted {
    const tvx_changes_filter *filter;
    tvx_date since, until;
} tvx_drafts_wanted;

/* Reads it, and makes sure that its parties are there. */
int tvx_drafts_wanted_read(tvx_drafts_wanted *out, const tvx_view *view,
                           const tvx_changes_filter *filter, tvx_error *error);

/* True unless the filter rules the draft out with certainty. */
bool tvx_draft_wanted(const tvx_drafts_wanted *wanted, const tvx_placed_draft *draft);

/* The changes to a draft, by number, that reports tell and that may be against another, by the key
   that it is shown under; as tvx_view_told_changes has them, added to the answer. */
int tvx_told_between(tvx_view *view, const char *from, uint32_t to, const tvx_told_change **out,
                     size_t *n, tvx_error *error);

/* Fails with the nearest of several names, or with the command that lists them. */
int tvx_fail_unknown(const char *what, const char *given, const char *const *names, size_t n,
                     const char *list, tvx_error *error);

/* What an id stands for in a view, in the answer's arena; *out stays NULL: nothing that is seen. */
typedef int (*tvx_id_meaning)(tvx_view *view, const char *id, const char **out, tvx_error *error);

/* What ids that begin alike stand for, each once, up to TVX_CANDIDATES, in the answer's arena: what
   is not seen must not make a prefix ambiguous. kind: as for tvx_store_find. */
int tvx_view_find(tvx_view *view, const char *prefix, int kind, tvx_id_meaning meaning,
                  tvx_texts *out, tvx_error *error);

/* --- what is left out --- */

/* Finds out what is to be left out: see tvx_query. */
int tvx_view_leave_out(tvx_view *view, const char *without, tvx_error *error);

/* Whether a claim is left out because all its possible origins are the outlet asked about. */
int tvx_view_leaves_out(const tvx_view *view, const tvx_evidence *evidence, bool *left_out,
                        tvx_error *error);

/* --- evidence --- */

/* A report as its claims need it. */
typedef struct tvx_claimant {
    const tvx_stored_report *report;
    const char *outlet;
    const tvx_cite *cites;
} tvx_claimant;

int tvx_claimant_meet(tvx_view *view, tvx_arena *arena, const tvx_stored_report *report,
                      tvx_claimant *out, tvx_error *error);

/* A claim of a report, on a draft under any of its keys (NULL: background); and whether it counts.
   How it came to its draft is the caller's to fill in. */
int tvx_evidence_make(tvx_view *view, tvx_arena *arena, const tvx_row *row,
                      const tvx_claimant *claimant, const tvx_claim *claim, const char *draft,
                      tvx_evidence *out, tvx_error *error);

/* Finds the background claims that are about a draft, once. */
int tvx_view_load_attributed(tvx_view *view, tvx_error *error);

/* Those about one draft, by the key that it is shown under. */
const tvx_attributed *tvx_view_attributed(const tvx_view *view, const char *draft, size_t *n);

/* The claims on a draft, and the reports that make them. */
typedef struct tvx_draft_claims {
    tvx_row_claims *rows;
    size_t n_rows;
    const tvx_claimant *claimants; /* by id */
    size_t n_claimants;
} tvx_draft_claims;

int tvx_view_draft_claims(tvx_view *view, uint32_t draft, tvx_arena *arena, tvx_draft_claims *out,
                          tvx_error *error);

const tvx_claimant *tvx_claimant_find(const tvx_draft_claims *claims, const char *report);

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
