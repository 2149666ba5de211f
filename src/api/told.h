/*
 * Gathering what reports tell beside claims on drafts.
 */
#ifndef TVX_API_TOLD_H
#define TVX_API_TOLD_H

#include "api/internal.h"

/* A list in the view's answer arena, being filled from one report after another. */
typedef struct tvx_gatherer {
    tvx_view *view;
    void *items; /* of the kind that is gathered */
    size_t n, capacity;
    tvx_teller teller; /* of the report at hand, once it was needed */
    bool met;
} tvx_gatherer;

/* A copy of a part (`member` of a report) in *copy, its teller met, and room for one more item. */
int tvx_gather_keep(tvx_gatherer *g, const tvx_stored_report *stored, const char *member,
                    const void *part, void *copy_pointer, size_t item_size, tvx_error *error);

/* Walks all reports with a callback that fills the gatherer; the answer before is forgotten. */
int tvx_gather(tvx_gatherer *g, tvx_view *view, tvx_report_callback callback, tvx_error *error);

/* True unless all that the report tells is set aside. */
bool tvx_report_counts(const tvx_view *view, const tvx_stored_report *stored);

/* Keeps the changes that a report tells, to a draft by one of its keys (NULL: to any), on the rows
   wanted (by number; NULL: all): tvx_told_change. The drafts were loaded. */
int tvx_gather_changes(tvx_gatherer *g, const tvx_stored_report *stored, const char *draft,
                       const bool *wanted, tvx_error *error);

/* The written form of a value given for a row (NULL: of a term that nobody declared), in the
   answer's arena; NULL in *text where there is none. */
int tvx_told_value(tvx_view *view, const tvx_row *row, const tvx_given *given, const char **text,
                   tvx_error *error);

/* Orders two texts, no text being an empty one; and two lists of texts. */
int tvx_told_compare(const char *a, const char *b);
int tvx_told_compare_lists(const tvx_texts *a, const tvx_texts *b);

#endif
