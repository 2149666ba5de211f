/*
 * Records: what a travaux file is made of. Each struct mirrors one kind of record, or a part of
 * one, member for member; the members' meaning is published in schema/record.schema.json.
 *
 * A member that may be missing is NULL, an empty list or the enumeration's NONE. Everything
 * pointed to is borrowed: it lives as long as the arena or answer that the record came with.
 */
#ifndef TRAVAUX_RECORD_H
#define TRAVAUX_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/date.h"
#include "travaux/value.h"

#define TVX_ID_BYTES 32 /* SHA-256 */
#define TVX_ID_HEX   64 /* digits of an id as text, its final NUL not counted */
#define TVX_ID_SHORT 4  /* the shortest prefix of an id that is looked up */

typedef enum tvx_record_kind { /* in the order in which jsonl exports list them */
                               TVX_RECORD_NEGOTIATION,
                               TVX_RECORD_PARTY,
                               TVX_RECORD_TERM,
                               TVX_RECORD_OUTLET,
                               TVX_RECORD_DRAFT,
                               TVX_RECORD_REPORT,
                               TVX_RECORD_JUDGEMENT
} tvx_record_kind;
#define TVX_RECORD_KINDS 7

/* Best first, so that a smaller one is a better one. */
typedef enum tvx_basis {
    TVX_BASIS_TEXT,
    TVX_BASIS_DOCUMENT,
    TVX_BASIS_ON_RECORD,
    TVX_BASIS_ANONYMOUS,
    TVX_BASIS_SECONDARY,
    TVX_BASIS_UNATTRIBUTED,
    TVX_BASIS_NONE
} tvx_basis;

/* In the order of "the more telling". */
typedef enum tvx_stance {
    TVX_STANCE_NONE,
    TVX_STANCE_STATED, /* never written: a claim with a value is stated */
    TVX_STANCE_INCLUDED,
    TVX_STANCE_DEFERRED,
    TVX_STANCE_ABSENT
} tvx_stance;

typedef enum tvx_position_stance {
    TVX_POSITION_NONE,
    TVX_POSITION_SEEKS,
    TVX_POSITION_OFFERS,
    TVX_POSITION_ACCEPTS,
    TVX_POSITION_OPPOSES,
    TVX_POSITION_REJECTS,
    TVX_POSITION_DISPUTES,
    TVX_POSITION_RESERVES,
    TVX_POSITION_CONSIDERS,
    TVX_POSITION_WITHDRAWS
} tvx_position_stance;

typedef enum tvx_event_kind {
    TVX_EVENT_NONE,
    TVX_EVENT_PRESENTED,
    TVX_EVENT_REJECTED,
    TVX_EVENT_REVISED,
    TVX_EVENT_AGREED,
    TVX_EVENT_SIGNED,
    TVX_EVENT_RATIFIED,
    TVX_EVENT_MET,
    TVX_EVENT_POSTPONED,
    TVX_EVENT_STATED,
    TVX_EVENT_OTHER
} tvx_event_kind;

typedef enum tvx_act {
    TVX_ACT_NONE,
    TVX_ACT_RETRACT,
    TVX_ACT_DEPRECATE,
    TVX_ACT_PREFER,
    TVX_ACT_ATTRIBUTE,
    TVX_ACT_SAME_DRAFT,
    TVX_ACT_WITHDRAW,
    TVX_ACT_FORGET
} tvx_act;

/* The names of typed changes, in the order in which an unclear change lists them. */
typedef enum tvx_change_name {
    TVX_CHANGE_NONE,
    TVX_CHANGE_FIRST_REPORTED,
    TVX_CHANGE_ADDED,
    TVX_CHANGE_SETTLED,
    TVX_CHANGE_SPECIFIED,
    TVX_CHANGE_REMOVED,
    TVX_CHANGE_DROPPED,
    TVX_CHANGE_DEFERRED,
    TVX_CHANGE_UNSPECIFIED,
    TVX_CHANGE_RAISED,
    TVX_CHANGE_LOWERED,
    TVX_CHANGE_LATER,
    TVX_CHANGE_EARLIER,
    TVX_CHANGE_TIGHTENED,
    TVX_CHANGE_LOOSENED,
    TVX_CHANGE_SHIFTED,
    TVX_CHANGE_WIDENED,
    TVX_CHANGE_NARROWED,
    TVX_CHANGE_RESCOPED,
    TVX_CHANGE_RESCHEDULED,
    TVX_CHANGE_REWORDED,
    TVX_CHANGE_INCOMPARABLE,
    TVX_CHANGE_RETOLD,
    TVX_CHANGE_UNCLEAR,
    TVX_CHANGE_SAME,
    TVX_CHANGE_NOT_REPORTED
} tvx_change_name;
#define TVX_CHANGE_NAMES 26 /* TVX_CHANGE_NONE included */

/* A value as a record gives it: its written form, or the object form, whose members are texts. */
typedef struct tvx_given {
    const char *text; /* the written form, or NULL */
    const struct tvx_form *form;
} tvx_given;

typedef struct tvx_form_when {
    const char *by, *until, *starting;
} tvx_form_when;

/* The object form of a value, as given. */
typedef struct tvx_form {
    const char *kind, *low, *high;
    bool low_open, high_open, approx;
    const char *unit, *per, *base;
    tvx_texts tags;
    const char *over;
    const tvx_form_when *when;
    const char *text;
} tvx_form;

/* A base or a tag that a term declares. */
typedef struct tvx_declared {
    const char *name;
    tvx_texts aliases;
} tvx_declared;

typedef struct tvx_negotiation {
    const char *key, *title;
    tvx_texts order; /* terms listed first */
    bool ordered;    /* order was given, if only as an empty list */
    const char *note;
    tvx_texts supersedes;
} tvx_negotiation;

typedef struct tvx_party {
    const char *negotiation, *key, *name;
    tvx_texts supersedes;
} tvx_party;

typedef struct tvx_term {
    const char *negotiation, *key, *title;
    tvx_kind kinds[TVX_KINDS];
    size_t n_kinds;
    tvx_texts kind_words; /* the same as written */
    const char *favours;  /* a party's key */
    const char *unit;
    tvx_texts levels, variants;
    const tvx_declared *bases;
    size_t n_bases;
    const tvx_declared *tags;
    size_t n_tags;
    const char *definition;
    tvx_texts supersedes;
} tvx_term;

typedef struct tvx_outlet {
    const char *negotiation, *name;
    tvx_texts aliases, supersedes;
} tvx_outlet;

typedef struct tvx_draft {
    const char *negotiation, *key, *title;
    tvx_date dated, presented;
    tvx_texts by, follows;
    bool starts_line; /* follows was given, if only as an empty list */
    const char *amends;
    tvx_texts maybe_same_as;
    const char *url, *note;
    tvx_texts supersedes;
} tvx_draft;

/* A source and the sources that it cites in turn. Either outlet or who is given. */
typedef struct tvx_cite {
    const char *outlet, *who;
    tvx_basis basis;
    const char *url;
    const struct tvx_cite *cites;
    size_t n_cites;
} tvx_cite;

typedef struct tvx_claim {
    tvx_texts drafts; /* empty: background */
    const char *term; /* or term:variant */
    tvx_given value;
    tvx_stance stance; /* STATED where there is a value and no stance */
    tvx_texts to;      /* deferred to what */
    const char *condition, *was, *quote, *where;
    tvx_basis basis;
    const tvx_cite *cites;
    size_t n_cites;
    const char *note;
} tvx_claim;

typedef struct tvx_mention {
    const char *draft, *as;
    tvx_date dated, presented;
    tvx_texts by;
    const char *note;
} tvx_mention;

typedef struct tvx_reported_change {
    const char *draft, *from, *term;
    tvx_change_name change;
    tvx_given value;
    const char *note;
} tvx_reported_change;

typedef struct tvx_position {
    tvx_texts parties;
    tvx_position_stance stance;
    const char *term;
    tvx_given value;
    const char *draft;
    tvx_date dated;
    const char *who, *condition, *note;
} tvx_position;

typedef struct tvx_event {
    tvx_date dated;
    tvx_event_kind kind;
    const char *what;
    tvx_texts drafts;
    const char *term, *place, *note;
} tvx_event;

typedef struct tvx_report {
    const char *negotiation, *outlet, *title;
    tvx_date published;
    const char *url, *archived_url;
    tvx_date accessed;
    const char *byline, *language;
    tvx_basis basis;
    const tvx_cite *cites;
    size_t n_cites;
    const tvx_mention *mentions;
    size_t n_mentions;
    const tvx_claim *claims;
    size_t n_claims;
    const tvx_reported_change *changes;
    size_t n_changes;
    const tvx_position *positions;
    size_t n_positions;
    const tvx_event *events;
    size_t n_events;
    const char *note;
    tvx_texts updates, supersedes;
} tvx_report;

typedef struct tvx_judgement {
    const char *negotiation;
    tvx_act act;
    tvx_date dated;
    const char *reason, *by;
    const char *report, *draft, *term; /* targets, as the act has them */
    tvx_texts keys;
    const char *judgement, *id;
} tvx_judgement;

typedef struct tvx_record {
    tvx_record_kind kind;
    char id[TVX_ID_HEX + 1];
    union {
        tvx_negotiation negotiation;
        tvx_party party;
        tvx_term term;
        tvx_outlet outlet;
        tvx_draft draft;
        tvx_report report;
        tvx_judgement judgement;
    } as;
} tvx_record;

/* Words as records spell them ("on_record"); NULL for NONE. */
const char *tvx_record_kind_name(tvx_record_kind kind);
const char *tvx_basis_name(tvx_basis basis);
const char *tvx_stance_name(tvx_stance stance);
const char *tvx_position_stance_name(tvx_position_stance stance);
const char *tvx_event_kind_name(tvx_event_kind kind);
const char *tvx_act_name(tvx_act act);
const char *tvx_change_name_text(tvx_change_name name);

#endif
