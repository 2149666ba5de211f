/*
 * Readings: what the reports known by a date, taken together, say of one term in one draft.
 */
#ifndef TRAVAUX_READING_H
#define TRAVAUX_READING_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/record.h"

/*
 * One row of every table of terms: a term, or one of its variants. Rows are numbered in the
 * vocabulary's order: the negotiation's `order`, then the other terms by key; a term before its
 * variants, variants as declared, those no longer in force last and by name.
 */
typedef struct tvx_row {
    size_t number;
    const char *name; /* "term" or "term:variant" */
    const tvx_term *term;
    const char *variant; /* or NULL */
} tvx_row;

/* A judgement in effect: known by the date asked about, and not withdrawn by then. */
typedef struct tvx_ruling {
    const char *id;
    const tvx_judgement *judgement;
    const char *report; /* the report in force that its target stands for; NULL: none is there */
} tvx_ruling;

/*
 * A claim on one draft and row, with what its report says of itself. It counts unless a judgement
 * sets it aside or its outlet updated the article (see tvx_evidence_counts).
 */
typedef struct tvx_evidence {
    const char *report;        /* the report's id */
    const char *outlet;        /* the report's outlet, under its shown name */
    const tvx_date *published; /* the report's */
    const tvx_claim *claim;
    tvx_basis basis; /* the claim's own, else the report's */
    const tvx_cite *cites;
    size_t n_cites;         /* the claim's own, else the report's; outlets under shown names */
    const tvx_value *value; /* the claim's value as read under its term, or NULL */
    const char *draft; /* the key by which its draft was named, if not the one shown; or NULL */
    const tvx_ruling *attributed; /* what says which draft a background claim is about; or NULL */
    const tvx_ruling *set_aside;  /* the retract or deprecate by which it does not count; or NULL */
    const char *updated;          /* id of the report that updates its report; or NULL */
} tvx_evidence;

bool tvx_evidence_counts(const tvx_evidence *evidence);

/*
 * Who stands behind an alternative or a reading. names: the possible origins, in byte order.
 * min and max bound the number of distinct origins; max counts a report of unknown origin once.
 */
typedef struct tvx_origins {
    tvx_texts names;
    size_t min, max;
} tvx_origins;

/* One of the answers within a reading. */
typedef struct tvx_alternative {
    tvx_stance stance;
    const tvx_value *value; /* its best-spoken claim's; NULL without one */
    const char *text;       /* "50% of revenue", "deferred", "not 500", "(if …)" at the end */
    const char *condition;  /* or NULL */
    tvx_texts to;           /* deferred to what, each once, in byte order */
    tvx_basis basis;        /* the best of its claims' */
    bool side;              /* one of those a bracketed reading speaks through; a settled lead */
    tvx_texts reports;      /* ids, ascending, each once */
    tvx_origins origins;
    const tvx_evidence *const *claims; /* its claims, the one it speaks through first */
    size_t n_claims;
} tvx_alternative;

typedef enum tvx_status { TVX_STATUS_SILENT, TVX_STATUS_SETTLED, TVX_STATUS_BRACKETED } tvx_status;

typedef struct tvx_reading {
    const tvx_row *row;
    tvx_status status;
    const tvx_alternative *alternatives; /* in order: the first leads; none if silent */
    size_t n_alternatives;
    const char *text;            /* the lead's, or "[A | B]" of the sides; "" if silent */
    bool inherited;              /* the amended draft's reading */
    const tvx_ruling *preferred; /* by what the first alternative leads; or NULL */
    size_t reports;              /* how many reports stand behind it */
    tvx_origins origins;
} tvx_reading;

const char *tvx_status_name(tvx_status status);

#endif
