/*
 * The insides of an add. Records are put into the log and the indexes as they come, within the
 * call's transaction; what cannot be judged yet, because what it refers to may come later, waits
 * in a list until tvx_add_check.
 */
#ifndef TVX_API_ADD_INTERNAL_H
#define TVX_API_ADD_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "api/internal.h"
#include "base/fail.h"
#include "codec/document.h"
#include "travaux/add.h"

/* Where a record stood. */
typedef struct tvx_origin_place {
    const char *file;   /* NULL: it was made by the program itself */
    unsigned long line; /* the record's first line; 0 without a file */
    char pointer[64];   /* of an inline record, "" otherwise */
} tvx_origin_place;

/* Where an inline record of this call stood, which may yet be taken back. */
typedef struct tvx_inline_place {
    char id[16];        /* its first digits, unterminated */
    const char *file;   /* as in tvx_origin_place */
    unsigned long line; /* likewise */
    const char *pointer;
} tvx_inline_place;

/* A document that waits for others: with an id prefix that nothing answers to yet, or inline and
   not covered by what is there. Owned. */
typedef struct tvx_waiting {
    tvx_document *document;
    tvx_origin_place place;
    bool inlined;
    bool taken_back; /* it was a record: its place is among tvx_add.inlines, by its id */
    tvx_buf text;    /* what it was parsed from, where that will tell a line; empty otherwise */
} tvx_waiting;

/* A recorded record whose references did not all hold when it came. */
typedef struct tvx_unsettled {
    int64_t neg;
    char id[TVX_ID_HEX + 1];
    tvx_origin_place place;
    unsigned long fail_line;  /* of what failed then */
    const char *fail_pointer; /* likewise */
} tvx_unsettled;

/* An id given by a prefix, to be looked at again when everything is there. */
typedef struct tvx_prefix_use {
    int64_t neg;
    const char *prefix;
    const char *pointer; /* within its record */
    int kind;
    tvx_origin_place place;
} tvx_prefix_use;

/* Two reports with one URL, to be looked at again when everything is there. */
typedef struct tvx_same_url {
    int64_t neg;
    char id[TVX_ID_HEX + 1], other[TVX_ID_HEX + 1];
    tvx_origin_place place;
} tvx_same_url;

/* A judgement made by hand, which must have something to judge. */
typedef struct tvx_hand_judgement {
    int64_t neg;
    char id[TVX_ID_HEX + 1];
    tvx_origin_place place;
} tvx_hand_judgement;

/* What is needed of a negotiation to judge references. */
typedef struct tvx_scope {
    int64_t neg;
    const char *key;
    tvx_arena arena; /* of the vocabulary */
    tvx_vocabulary vocabulary;
    bool loaded;  /* the vocabulary is up to date */
    bool circles; /* a draft came that both follows and is followed: here, the first */
    tvx_origin_place circle_place;
} tvx_scope;

/* The growing list behind a tvx_texts. */
typedef struct tvx_text_list {
    const char **items;
    size_t capacity;
} tvx_text_list;

struct tvx_add {
    tvx_file *file;
    tvx_store *store;
    tvx_add_manner manner;
    tvx_arena arena;  /* of lists and summary */
    tvx_arena piece;  /* of the piece of input at hand */
    tvx_arena record; /* of the record at hand */
    tvx_buf body;
    const char *input; /* name of the input at hand */

    tvx_waiting *waiting; /* unresolved ids */
    size_t n_waiting, waiting_capacity;
    tvx_waiting *uncovered; /* inline records that say more than what is there */
    size_t n_uncovered, uncovered_capacity;
    tvx_inline_place *inlines; /* of every inline record that spoke for its key */
    size_t n_inlines, inlines_capacity;
    tvx_unsettled *unsettled;
    size_t n_unsettled, unsettled_capacity;
    tvx_prefix_use *prefixes;
    size_t n_prefixes, prefixes_capacity;
    tvx_same_url *same_urls;
    size_t n_same_urls, same_urls_capacity;
    tvx_hand_judgement *by_hand; /* with TVX_ADD_BY_HAND alone */
    size_t n_by_hand, by_hand_capacity;
    tvx_scope **scopes;
    size_t n_scopes, scopes_capacity;

    tvx_added summary; /* borrows from the lists that follow */
    tvx_added_record *records, *gone;
    size_t records_capacity, gone_capacity;
    tvx_text_list drafts, warnings;
    size_t more_warnings; /* beyond those listed */
};

/* --- add.c --- */

/* Records a document, whose inline records are taken out, and frees it. text (may be NULL) is
   what it was parsed from. */
int tvx_add_take(tvx_add *add, tvx_document *document, const tvx_origin_place *place, bool inlined,
                 const char *text, size_t size, tvx_error *error);

/* The scope of a negotiation, made at its first mention. */
int tvx_add_scope(tvx_add *add, const char *negotiation, tvx_scope **out, tvx_error *error);

/* Puts file, line and pointer into an error of a record. */
void tvx_add_locate(const tvx_origin_place *place, const char *text, size_t size, tvx_error *error);

/* --- add_inline.c --- */

typedef enum tvx_verdict {
    TVX_VERDICT_RECORD,  /* it is a record of its own */
    TVX_VERDICT_NOTHING, /* something there says all it says */
    TVX_VERDICT_WAIT     /* it says more than what is there: something later may say it all */
} tvx_verdict;

/* Judges an inline document against what is recorded of its key; takes back an inline record of
   this call that says less. */
int tvx_add_judge_inline(tvx_add *add, const tvx_scope *scope, const tvx_document *document,
                         tvx_verdict *verdict, tvx_error *error);

/* Remembers where an inline record stood that was recorded now. */
int tvx_add_note_inline(tvx_add *add, const tvx_record *record, const tvx_origin_place *place,
                        tvx_error *error);

/* Takes back inline records of this call of the key of a document that stands by itself: they go
   on waiting unless it says all they say. */
int tvx_add_outrank(tvx_add *add, const tvx_scope *scope, const tvx_document *document,
                    const tvx_origin_place *place, tvx_error *error);

/* Judges, at the end, the inline documents that waited. */
int tvx_add_settle_inline(tvx_add *add, tvx_error *error);

/* --- add_refer.c --- */

/* Checks that what a record names is declared and that its values can be read. Errors bear a
   pointer into the record, and a suggestion if this is the last word (which costs a walk over all
   names). */
int tvx_add_refer(tvx_add *add, tvx_scope *scope, const tvx_record *record, bool last,
                  tvx_error *error);

/* Judges again, at the end, what was unsettled. */
int tvx_add_settle(tvx_add *add, tvx_error *error);

/* --- add_url.c --- */

/* Notes a new report with the URL of another one; warns of it, at the end, unless one of them turns
   out to take the place of the other. */
int tvx_add_note_url(tvx_add *add, const tvx_scope *scope, const tvx_record *record,
                     const tvx_origin_place *place, tvx_error *error);
int tvx_add_warn_urls(tvx_add *add, tvx_error *error);

/* --- add_circle.c --- */

/* Looks, at the end, for circles that new drafts close: refused, or warned of in a merge. */
int tvx_add_check_circles(tvx_add *add, tvx_error *error);

/* TVX_EINPUT if this judgement of the call closes a circle among drafts by making some of them
   one. */
int tvx_add_check_joined(tvx_add *add, int64_t neg, const tvx_texts *keys, tvx_error *error);

/* --- judge.c --- */

/* Judges, at the end, the judgements made by hand. */
int tvx_add_check_judgements(tvx_add *add, tvx_error *error);

/* The report or judgement that a new `forget` removes; *found: there is one. In the call's record
   arena. */
int tvx_add_to_forget(tvx_add *add, const tvx_scope *scope, const tvx_record *record,
                      tvx_record *target, bool *of_this_call, bool *found, tvx_error *error);

/* Warns of what is in force again because what superseded it is gone. */
int tvx_add_warn_revived(tvx_add *add, const tvx_scope *scope, const tvx_record *gone,
                         const tvx_origin_place *place, tvx_error *error);

/* --- merge.c --- */

/* Warns, at the end of a merge, of the heads in conflict that it brought about. */
int tvx_add_tell_conflicts(tvx_add *add, tvx_error *error);

/* --- summary.c --- */

/* Lists a new record, or takes it off the list again. */
int tvx_add_note(tvx_add *add, const tvx_record *record, tvx_error *error);
void tvx_add_unnote(tvx_add *add, const tvx_record *record);

/* Lists a record whose body is gone. */
int tvx_add_note_gone(tvx_add *add, const tvx_record *record, tvx_error *error);

/* Describes a record in the arena, as summaries list it. */
int tvx_added_describe(tvx_added_record *out, tvx_arena *arena, const tvx_record *record,
                       tvx_error *error);
int tvx_add_warn(tvx_add *add, const tvx_origin_place *place, tvx_error *error, const char *format,
                 ...) TVX_PRINTF(4, 5);
int tvx_add_finish_warnings(tvx_add *add, tvx_error *error);

/* A warning that comes whatever else was warned of; and takes the last one back. */
int tvx_add_warn_last(tvx_add *add, const char *text, tvx_error *error);
void tvx_add_unwarn(tvx_add *add);

#endif
