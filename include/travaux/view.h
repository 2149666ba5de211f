/*
 * Views: one negotiation as its file holds it at one moment, as known by a date. Everything that
 * asks about the deal asks a view, and whatever a view answers is borrowed from it: the lists
 * until the view is freed, an answer until the next question.
 */
#ifndef TRAVAUX_VIEW_H
#define TRAVAUX_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/change.h"
#include "travaux/error.h"
#include "travaux/file.h"
#include "travaux/reading.h"
#include "travaux/record.h"

typedef struct tvx_view tvx_view;

/* What is asked. Zero-initialise; NULL members: the only negotiation; all that is known now. */
typedef struct tvx_query {
    const char *negotiation; /* key */
    const char *known_by;    /* an EDTF date: only reports published, and judgements made, by then
                                with certainty */
    const char *recorded_by; /* an EDTF date or time: only what this file held at its latest */
    const char *without; /* a report, by id or unique prefix, or an outlet by any of its names: as
                            if that report, or every claim whose possible origins are all that
                            outlet, were not there. A report goes before an outlet. */
} tvx_query;

/*
 * Opens a view, and with it a read transaction of the file (unless an add is under way: then the
 * view sees what the add has so far). TVX_ENOTFOUND where the negotiation is not there, or is not
 * named and the file holds several or none. Free with tvx_view_free.
 */
int tvx_view_open(tvx_view **out, tvx_file *file, const tvx_query *query, tvx_error *error);
void tvx_view_free(tvx_view *view);

const tvx_negotiation *tvx_view_negotiation(const tvx_view *view);
const char *tvx_view_known_by(const tvx_view *view);    /* as asked, or NULL */
const char *tvx_view_recorded_by(const tvx_view *view); /* likewise */
const char *tvx_view_without(const tvx_view *view); /* the report's whole id or the outlet's shown
                                                       name; or NULL */

/* Parties by key; rows in the vocabulary's order. Returned count; *out is borrowed. */
size_t tvx_view_parties(const tvx_view *view, const tvx_party **out);
size_t tvx_view_rows(const tvx_view *view, const tvx_row **out);

/* A row by its name; TVX_ENOTFOUND with the nearest name. */
int tvx_view_row(const tvx_view *view, const char *name, const tvx_row **out, tvx_error *error);
/* A party by its key; TVX_ENOTFOUND with the nearest key. */
int tvx_view_party(const tvx_view *view, const char *key, const tvx_party **out, tvx_error *error);

/*
 * A draft in its place. Drafts that a judgement makes one (same_draft) are one here: under the
 * shown key, what its record does not say filled in from the others.
 */
typedef struct tvx_placed_draft {
    const char *id; /* of the record in force of its shown key */
    const tvx_draft *draft;
    const tvx_date *date; /* its own: dated, else presented; NULL if undated */
    size_t rank;          /* its place in the order of drafts, from 0 */
    tvx_texts follows;    /* keys of what it follows, implied or not, in order */
    bool implied;         /* some of these are followed by date alone */
    const char *amends;   /* key, or NULL */
    bool cut; /* a circle was cut at this draft: it follows or amends less than its record says */
    tvx_texts also;           /* other keys of the same draft, in byte order */
    const tvx_ruling *joined; /* the latest judgement that makes them one; or NULL */
} tvx_placed_draft;

/* The drafts known, in order. */
int tvx_view_drafts(tvx_view *view, const tvx_placed_draft **out, size_t *n, tvx_error *error);

/* One of them by any of its keys; TVX_ENOTFOUND with the nearest key, or saying that it is not
   known yet. */
int tvx_view_draft(tvx_view *view, const char *key, const tvx_placed_draft **out, tvx_error *error);

/* The name under which an outlet is shown, however it is spelled. */
int tvx_view_outlet(tvx_view *view, const char *spelling, const char **out, tvx_error *error);

/* --- answers --- */

/* A claim that does not count, and what it is on. */
typedef struct tvx_set_aside {
    const tvx_row *row;
    const tvx_evidence *evidence;
} tvx_set_aside;

/* A draft's readings that are not silent, by row; and what was set aside, by row, then report. */
typedef struct tvx_show {
    const tvx_placed_draft *draft;
    const tvx_reading *readings;
    size_t n_readings;
    const tvx_set_aside *set_aside;
    size_t n_set_aside;
    size_t reports;      /* that make claims on the draft, those set aside not counted */
    tvx_origins origins; /* of all these claims */
} tvx_show;
int tvx_view_show(tvx_view *view, const char *draft, tvx_show *out, tvx_error *error);

/* The same of every draft known, in order; each is borrowed until the callback returns, which asks
   the view nothing. What was set aside is left out. */
typedef int (*tvx_show_callback)(void *payload, const tvx_show *show, tvx_error *error);
int tvx_view_shows(tvx_view *view, tvx_show_callback callback, void *payload, tvx_error *error);

/* Two drafts compared; by row; `same` and `not_reported` included. Beside them, the changes that
   reports tell of the second one: against the first, or without saying against which. */
typedef struct tvx_diff {
    const tvx_placed_draft *from, *to;
    const tvx_change *changes;
    size_t n_changes;
    const struct tvx_told_change *told; /* by row, publication, report */
    size_t n_told;
} tvx_diff;
int tvx_view_diff(tvx_view *view, const char *from, const char *to, tvx_diff *out,
                  tvx_error *error);

/* Which changes are asked for. Zero-initialise. */
typedef struct tvx_changes_filter {
    tvx_texts terms;           /* names of rows; a term includes its variants; none: all */
    const char *since, *until; /* EDTF: drafts whose own date is certainly not outside; or NULL */
    const char *by;            /* a party's drafts alone; or NULL */
    const char *toward;        /* changes toward this party alone; or NULL */
} tvx_changes_filter;

/* A change and the drafts that it lies between; from is NULL where nothing goes before. */
typedef struct tvx_changes_row {
    const tvx_placed_draft *draft, *from;
    const tvx_change *change;
} tvx_changes_row;

typedef int (*tvx_changes_callback)(void *payload, const tvx_changes_row *row, tvx_error *error);

/*
 * How the terms changed: by draft in their order, then by row, then by the draft compared with;
 * `same` included. Each is borrowed until the callback returns, which asks the view nothing.
 */
int tvx_view_changes(tvx_view *view, const tvx_changes_filter *filter,
                     tvx_changes_callback callback, void *payload, tvx_error *error);

/* --- brackets --- */

/*
 * A reading that is bracketed. Where alternatives that contradict each other share a possible
 * origin, one story may have been told in two ways: `shared` names it. By alternative of the
 * reading, independent: the outlets with a claim whose possible origins are known and none of them
 * shared; perhaps: the other outlets with a claim of unknown origin, or with possible origins of
 * which some are shared and some are not.
 */
typedef struct tvx_bracket {
    const tvx_reading *reading;
    tvx_texts shared;             /* in byte order; none: nothing is shared */
    const tvx_texts *independent; /* as many as the reading has alternatives; in byte order */
    const tvx_texts *perhaps;     /* likewise */
} tvx_bracket;

/* The brackets of a draft, by row, and how the record stands after it: `open` counts the rows whose
   last reading up to this draft, in the order of drafts, is bracketed. */
typedef struct tvx_draft_brackets {
    const tvx_placed_draft *draft;
    const tvx_bracket *brackets;
    size_t n_brackets;
    size_t open;
    size_t opened, closed; /* since the draft before it in the order */
} tvx_draft_brackets;

typedef int (*tvx_brackets_callback)(void *payload, const tvx_draft_brackets *brackets,
                                     tvx_error *error);

/* Of every draft known, in order, also those without any; borrowed until the callback returns,
   which asks the view nothing. Inherited readings are counted with the draft that is amended alone.
   terms: names of rows that alone are looked at, a term includes its variants; none: all. */
int tvx_view_brackets(tvx_view *view, const tvx_texts *terms, tvx_brackets_callback callback,
                      void *payload, tvx_error *error);

/* --- reports and what they tell beside claims on drafts --- */

/* A report in force and known; outlets in it are as spelled. One that was retracted or updated is
   listed, but nothing that it tells counts. */
typedef struct tvx_told_report {
    const char *id;
    const char *outlet; /* under its shown name */
    const tvx_report *report;
    const tvx_ruling *set_aside; /* the judgement that retracts it; or NULL */
    const char *updated;         /* id of the report that updates it; or NULL */
} tvx_told_report;

typedef int (*tvx_told_report_callback)(void *payload, const tvx_told_report *told,
                                        tvx_error *error);

/* By publication (latest, earliest), then id; borrowed until the callback returns. */
int tvx_view_reports(tvx_view *view, tvx_told_report_callback callback, void *payload,
                     tvx_error *error);

/* Whether what the report says of a term, as it names it, counts: on a draft by any of its keys, or
   as background (NULL). May be called within a callback. */
bool tvx_view_counts(const tvx_view *view, const tvx_told_report *told, const char *draft,
                     const char *term);

/* Who tells something that is no claim on a draft. */
typedef struct tvx_teller {
    const char *report; /* id */
    const char *outlet; /* under its shown name */
    const tvx_date *published;
} tvx_teller;

typedef struct tvx_told_position {
    tvx_teller teller;
    const tvx_position *position;
    const char *text; /* the value in its written form, or NULL */
} tvx_told_position;

/* By its date (its own, else the report's publication), then party, term, report. */
int tvx_view_positions(tvx_view *view, const tvx_told_position **out, size_t *n, tvx_error *error);

/* An event: reports that tell the same (date, kind, words, drafts, term) tell it together. */
typedef struct tvx_told_event {
    const tvx_event *event;    /* as the first of them tells it */
    tvx_texts places, notes;   /* each once, in byte order */
    const tvx_teller *tellers; /* by publication, then id */
    size_t n_tellers;
} tvx_told_event;

/* By date (latest, earliest), then kind, drafts, words. */
int tvx_view_events(tvx_view *view, const tvx_told_event **out, size_t *n, tvx_error *error);

/* A claim that names no draft, and that no judgement attributes to one. */
typedef struct tvx_told_background {
    tvx_teller teller;
    const tvx_row *row;
    const tvx_claim *claim;
    const char *text; /* as a reading would show it: "50% of revenue", "absent" */
} tvx_told_background;

/* By row, then publication, then report. */
int tvx_view_background(tvx_view *view, const tvx_told_background **out, size_t *n,
                        tvx_error *error);

/* --- sources: who said so --- */

/* A claim and the article it stands in. */
typedef struct tvx_source {
    const tvx_evidence *evidence;
    const char *title;
    const char *url;     /* or NULL */
    const char *text;    /* what it says, as an alternative's text */
    tvx_origins origins; /* of this claim alone */
} tvx_source;

typedef struct tvx_source_list {
    const tvx_source *items;
    size_t n;
} tvx_source_list;

/* One row: its reading (silent where all was set aside); by alternative, its claims, the one that
   it speaks through first; what was set aside, by report. */
typedef struct tvx_row_sources {
    const tvx_row *row;
    const tvx_reading *reading;
    const tvx_source_list *alternatives; /* as many as the reading has */
    tvx_source_list set_aside;
} tvx_row_sources;

/* What a report says of a draft itself. */
typedef struct tvx_told_mention {
    tvx_teller teller;
    const tvx_mention *mention;
} tvx_told_mention;

/* A change that a report tells, beside those derived. */
typedef struct tvx_told_change {
    tvx_teller teller;
    const tvx_row *row;
    const tvx_reported_change *change; /* its drafts by the keys that they are shown under */
    const char *text;                  /* the value in its written form, or NULL */
    const tvx_placed_draft *draft;     /* NULL: no such draft is known */
} tvx_told_change;

/*
 * All of them that count, as a filter asks for the drafts that they lead to (toward: none, as no
 * report says whom it favours): by draft in their order, those not known last, by key; then by row,
 * publication, report.
 */
int tvx_view_told_changes(tvx_view *view, const tvx_changes_filter *filter,
                          const tvx_told_change **out, size_t *n, tvx_error *error);

/* Who says what of a draft; mentions and changes by publication, then report. */
typedef struct tvx_sources {
    const tvx_placed_draft *draft;
    const tvx_row_sources *rows;
    size_t n_rows;
    const tvx_told_mention *mentions;
    size_t n_mentions;
    const tvx_told_change *changes; /* to this draft; of the rows asked for */
    size_t n_changes;
} tvx_sources;

/* term: a row by name, a term includes its variants; NULL: every row. */
int tvx_view_sources(tvx_view *view, const char *draft, const char *term, tvx_sources *out,
                     tvx_error *error);

/* Outlets under their shown names, in byte order, with their aliases where a record gives some. */
typedef struct tvx_shown_outlet {
    const char *name;
    tvx_texts aliases;
    bool declared; /* a record names it */
} tvx_shown_outlet;
int tvx_view_outlets(tvx_view *view, const tvx_shown_outlet **out, size_t *n, tvx_error *error);

/* A record of the view's negotiation by id, or by a prefix that is unique among what is known by
   the date asked about; decoded. A report published, a judgement made or a draft named later is
   TVX_ENOTFOUND. */
typedef struct tvx_found_record {
    tvx_record record;
    const char *body; /* canonical JSON */
    int64_t recorded; /* seconds since 1970 */
    bool in_force;
    const tvx_ruling *set_aside; /* of a report in force: what retracts it; of a judgement: what
                                    withdraws it; or NULL */
    const char *updated;         /* of a report in force: id of the one that updates it; or NULL */
} tvx_found_record;
int tvx_view_record(tvx_view *view, const char *id, tvx_found_record *out, tvx_error *error);

/* Every record of the view's negotiation, whatever the view knows, by kind in the order of
 * tvx_record_kind, then id. */
int tvx_view_records(tvx_view *view, tvx_log_callback callback, void *payload, tvx_error *error);

/*
 * A value given for a term (or term:variant) in its written form: the text as given, or the
 * written form of an object; NULL in *out where none is given. Borrowed from what was given, or
 * until the next such call. May be called within a callback.
 */
int tvx_view_written(tvx_view *view, const char *term, const tvx_given *given, const char **out,
                     tvx_error *error);

#endif
