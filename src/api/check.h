/*
 * Looking a file over: what check*.c share.
 */
#ifndef TVX_API_CHECK_H
#define TVX_API_CHECK_H

#include "api/internal.h"
#include "base/buf.h"

typedef struct tvx_inspection {
    tvx_file *file;
    tvx_view *view; /* of the negotiation being looked over: all that is known */
    tvx_finding_callback callback;
    void *payload;
} tvx_inspection;

/* Hands over one remark. */
int tvx_check_remark(const tvx_inspection *in, tvx_error *error, const char *format, ...)
    TVX_PRINTF(3, 4);

/* Records that compete, ids that lead nowhere, circles, claims that the vocabulary does not read.
 */
int tvx_check_records(tvx_inspection *in, tvx_error *error);

/* Why what names a report reaches none in force, in words; NULL in *wrong: it does. */
int tvx_check_reaches(const tvx_inspection *in, const char *report, const char **wrong,
                      tvx_error *error);

/* Judgements that lead nowhere, and those in effect that change nothing. */
int tvx_check_judgements(tvx_inspection *in, tvx_error *error);

/* What reports tell otherwise than by claims, where it cannot all be right. */
int tvx_check_disagreements(tvx_inspection *in, tvx_error *error);

/* --- what reports say of drafts --- */

/* Who says it, and when. */
typedef struct tvx_sayer {
    const char *outlet, *report; /* as shown; its id; NULL both: the draft's own record */
    size_t order;                /* by publication, then as the report has it; the record first */
} tvx_sayer;

typedef enum tvx_draft_member {
    TVX_DRAFT_DATED,
    TVX_DRAFT_PRESENTED,
    TVX_DRAFT_BY
} tvx_draft_member;
#define TVX_DRAFT_MEMBERS 3

/* What is said of a draft: a member of it, in a mention or its own record, a change to it, or the
   value that a change led to. */
typedef struct tvx_saying {
    uint32_t draft; /* its rank */
    tvx_sayer sayer;
    tvx_draft_member member;
    const char *text;       /* of a member: as it is told; equal texts say the same */
    tvx_date date;          /* of dated and presented */
    tvx_texts parties;      /* of by: in byte order, each once */
    const tvx_row *row;     /* of a change */
    uint32_t from;          /* the rank of the draft that it is from; TVX_NO_DRAFT: none is named */
    tvx_change_name name;   /* as it is told */
    const tvx_value *value; /* the one that the change led to; `text` is its written form */
    tvx_basis basis;        /* of the report that tells the value */
} tvx_saying;

/* "says CNN (3f9a2c01b2d4)", "say its record, CNN (3f9a2c01b2d4) and 4 others". */
void tvx_sayers_put(const tvx_saying *sayings, size_t n, tvx_buf *out);

typedef struct tvx_sayings {
    tvx_saying *items;
    size_t n, capacity;
} tvx_sayings;

/* What is said of a few drafts. Lives in the arena. */
typedef struct tvx_said {
    const tvx_inspection *in;
    tvx_arena *arena;
    tvx_sayings members, changes, values;
} tvx_said;

/* Remarks on the members of a draft that are told in ways that cannot all be right: a line each. */
int tvx_check_members(const tvx_said *said, tvx_error *error);

/* Remarks on reported changes that cannot be what the readings make, a line for each change; and on
   values that they led to which contradict every side of the reading, a line for each value. */
int tvx_check_changes(const tvx_said *said, tvx_error *error);

#endif
