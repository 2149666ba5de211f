/*
 * Recording: one call, all or nothing. Records come in any order, from any number of inputs; they
 * are looked at as a whole by tvx_add_check, and kept by tvx_add_commit.
 */
#ifndef TRAVAUX_ADD_H
#define TRAVAUX_ADD_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/error.h"
#include "travaux/file.h"
#include "travaux/record.h"

typedef struct tvx_add tvx_add;

/* How strictly what is given is held to what is there. */
typedef enum tvx_add_manner {
    TVX_ADD_FILES,   /* a judgement may name what is not there; circles are refused */
    TVX_ADD_BY_HAND, /* likewise, and a judgement must have something to judge: ids that are there,
                        claims that its report makes, drafts that can be one */
    TVX_ADD_MERGE    /* circles that two files make together are kept, and remarked on by check */
} tvx_add_manner;

/*
 * Begins a call: the file is locked for writing (waiting up to 30 s for another writer). command
 * is what the log will call it ("add"). Free with tvx_add_free.
 */
int tvx_add_begin(tvx_add **out, tvx_file *file, const char *command, tvx_add_manner manner,
                  tvx_error *error);

/* Fills the buffer with up to size bytes; *got = 0 at the end. */
typedef int (*tvx_add_source)(void *payload, char *buffer, size_t size, size_t *got,
                              tvx_error *error);

/*
 * Takes records from an input: a JSON object, an array of objects, or JSON Lines. An error names
 * the input, the line and the JSON pointer; after one the call can only be freed.
 */
int tvx_add_records(tvx_add *add, const char *name, tvx_add_source source, void *payload,
                    tvx_error *error);

/*
 * Takes every record of another travaux file, which is only read, and need not be of the newest
 * version; of the file that is added to, all is there already. name: what errors and warnings call
 * it. TVX_EFILE if it is damaged or a body does not match its id; nothing is believed unseen.
 */
int tvx_add_file(tvx_add *add, const char *path, const char *name, tvx_error *error);

/* Takes one record given as JSON text by the program itself: errors name no file and no line. */
int tvx_add_text(tvx_add *add, const char *json, tvx_error *error);

/*
 * Looks at everything that came as a whole: names declared, values read by their terms, inline
 * records that agree, no circle among `follows` and `amends`.
 */
int tvx_add_check(tvx_add *add, tvx_error *error);

/* A record that was new. */
typedef struct tvx_added_record {
    tvx_record_kind kind;
    const char *negotiation;
    const char *id;
    const char *key;       /* NULL for reports and judgements */
    const char *label;     /* title or name; a report's outlet; may be NULL */
    const char *published; /* of a report: EDTF */
} tvx_added_record;

/* What a call brings; borrowed from it. Valid after tvx_add_check. */
typedef struct tvx_added {
    const tvx_added_record *records; /* in the order given; at most TVX_ADDED_LISTED of them */
    size_t n_records;
    size_t counts[TVX_RECORD_KINDS]; /* new records of each kind */
    size_t already;                  /* records given that were there already */
    size_t left_out;                 /* records given that were forgotten */
    tvx_texts drafts;   /* keys of drafts that new reports make claims on, each once, as many
                           as listed; of the negotiation of the first new record */
    tvx_texts warnings; /* one line each */
    const tvx_added_record *gone; /* whose bodies were in the file and are forgotten by the call:
                                     at most TVX_ADDED_LISTED of them */
    size_t n_gone, all_gone;      /* listed, and all */
} tvx_added;
#define TVX_ADDED_LISTED 64

const tvx_added *tvx_add_summary(const tvx_add *add);

/*
 * Keeps it: once this returns TVX_OK, what was added survives a power cut. What was forgotten is
 * then wiped from the file's free space too; where that cannot be done a warning says so.
 */
int tvx_add_commit(tvx_add *add, tvx_error *error);

/* Frees the call; what was not committed is taken back. */
void tvx_add_free(tvx_add *add);

/* --- taking back --- */

/* The call that was taken back. In the file's arena: until it is next asked. */
typedef struct tvx_undone {
    const char *command;             /* what was called */
    int64_t recorded;                /* when, seconds since 1970-01-01T00:00Z */
    const tvx_added_record *records; /* in the order recorded; at most TVX_ADDED_LISTED of them */
    size_t n_records;
    size_t counts[TVX_RECORD_KINDS]; /* of all */
} tvx_undone;

/*
 * Takes back the last call that recorded something, over all negotiations; with dry set it only
 * tells what that is. TVX_ENOTFOUND where nothing is recorded; TVX_EUSAGE where the call held a
 * `forget`, which is for good.
 */
int tvx_file_undo(tvx_file *file, bool dry, tvx_undone *out, tvx_error *error);

#endif
