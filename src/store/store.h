/*
 * The store: the log of records and the indexes over it, in one file. All SQL stays behind this
 * header. Negotiations go by the small number that the file gives them (neg), and so do names
 * within it.
 */
#ifndef TVX_STORE_STORE_H
#define TVX_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/record.h"

typedef struct tvx_store tvx_store;

/* Makes a new file; refuses to touch one that is there. */
int tvx_store_create(tvx_store **out, const char *path, tvx_error *error);

/* Opens a travaux file, bringing an older one up to date after a backup copy. */
int tvx_store_open(tvx_store **out, const char *path, tvx_error *error);

/*
 * Opens a travaux file of this or an older version to read its log and nothing else
 * (tvx_store_negotiations, tvx_store_log, tvx_store_all): it is not written to, nor brought up to
 * date.
 */
int tvx_store_open_log(tvx_store **out, const char *path, tvx_error *error);

/*
 * What the log held at a time (seconds since 1970), as a store of its own in a private temporary
 * file, indexed anew. Within a transaction of `store`, which it does not outlive.
 */
int tvx_store_as_of(tvx_store **out, tvx_store *store, int64_t recorded_by, tvx_error *error);

/* The backup copy that opening this file made, because it was of an older version; or NULL. */
const char *tvx_store_backup_made(const tvx_store *store);

/* The backup copies of this file that are there, in the arena: FILE.backup-v1 and so on. */
int tvx_store_backups(tvx_store *store, tvx_arena *arena, tvx_texts *out, tvx_error *error);

/* Rolls back what was not committed. */
void tvx_store_free(tvx_store *store);

/* One transaction at a time. Writers wait for one another up to 30 seconds. */
int tvx_store_begin_read(tvx_store *store, tvx_error *error);
int tvx_store_begin_write(tvx_store *store, tvx_error *error);
int tvx_store_commit(tvx_store *store, tvx_error *error);
void tvx_store_rollback(tvx_store *store);

/* --- negotiations and calls --- */

/* The number of a negotiation, or -1 in *neg. */
int tvx_store_negotiation(tvx_store *store, const char *key, int64_t *neg, tvx_error *error);
int tvx_store_new_negotiation(tvx_store *store, const char *key, int64_t *neg, tvx_error *error);

/* All of them by key, in the arena. */
typedef struct tvx_negotiation_entry {
    int64_t neg;
    const char *key;
} tvx_negotiation_entry;
int tvx_store_negotiations(tvx_store *store, tvx_arena *arena, tvx_negotiation_entry **out,
                           size_t *n, tvx_error *error);

/* Opens a call: the records put from now on came with it. now: seconds since 1970. */
int tvx_store_begin_call(tvx_store *store, const char *command, int64_t now, tvx_error *error);

/* --- the log --- */

/* A record as the log holds it; borrowed until the next call of the store. */
typedef struct tvx_logged {
    int64_t neg;
    tvx_record_kind kind;
    char id[TVX_ID_HEX + 1];
    const char *body;
    size_t size;
    bool inlined; /* it came within another record and supersedes nothing */
    bool of_this_call;
    int64_t recorded; /* seconds since 1970 */
    int64_t call;
    const char *command;
} tvx_logged;

/* Return TVX_OK to go on; anything else stops and is returned. */
typedef int (*tvx_logged_callback)(void *payload, const tvx_logged *logged, tvx_error *error);

typedef enum tvx_put { TVX_PUT_ADDED, TVX_PUT_THERE, TVX_PUT_FORGOTTEN } tvx_put;

/*
 * Records a body under its id in the open call and brings every index up to date. `record` is the
 * same, decoded. *what says whether it was new. A `forget` removes the body of the report or
 * judgement that it names, now and for good: one that comes later is TVX_PUT_FORGOTTEN. Nothing
 * forgets a `forget`: two files would forget differently, in whatever order they are merged.
 */
int tvx_store_put(tvx_store *store, int64_t neg, const tvx_record *record, const char *body,
                  size_t size, bool inlined, tvx_put *what, tvx_error *error);

/* Takes a record of the open call back out of the log and the indexes. */
int tvx_store_take_back(tvx_store *store, int64_t neg, const tvx_record *record, tvx_error *error);

/*
 * Takes the last call that recorded something back out of the log and the indexes, in a write
 * transaction: calls back with each of its records in the order recorded, before any is gone.
 * TVX_ENOTFOUND where there is none; TVX_EUSAGE where it holds a `forget`.
 */
int tvx_store_undo(tvx_store *store, tvx_logged_callback callback, void *payload, tvx_error *error);

/* True in *forgotten if a `forget` has removed the record of that id for good. */
int tvx_store_forgotten(tvx_store *store, int64_t neg, const char *id, bool *forgotten,
                        tvx_error *error);

/* True from a record's removal by `forget` on until tvx_store_scrub. */
bool tvx_store_forgot(const tvx_store *store);

/* Outside a transaction: leaves nothing of what was removed in the file's free space. */
int tvx_store_scrub(tvx_store *store, tvx_error *error);

/* One record, copied into the arena; *found tells. */
int tvx_store_get(tvx_store *store, int64_t neg, const char *id, tvx_arena *arena, tvx_logged *out,
                  bool *found, tvx_error *error);

/* The ids that begin with a prefix (4 to 64 digits), up to `most`, ascending, in the arena; of one
   kind, or of any (TVX_RECORD_KINDS). */
int tvx_store_find(tvx_store *store, int64_t neg, const char *prefix, int kind, size_t most,
                   tvx_arena *arena, tvx_texts *ids, tvx_error *error);

/* Records in the order recorded. */
int tvx_store_log(tvx_store *store, int64_t neg, tvx_logged_callback callback, void *payload,
                  tvx_error *error);

/* All records by kind, then id. */
int tvx_store_all(tvx_store *store, int64_t neg, tvx_logged_callback callback, void *payload,
                  tvx_error *error);

/* --- keys --- */

/* Every record of a kind and key, in force or not, by id. */
int tvx_store_of_key(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *key,
                     tvx_logged_callback callback, void *payload, tvx_error *error);

/* True if any record of that kind and key was ever recorded. */
int tvx_store_declared(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *key,
                       bool *declared, tvx_error *error);

/* The records in force of a kind that has keys (or judgements: TVX_RECORD_JUDGEMENT), by key. */
int tvx_store_in_force(tvx_store *store, int64_t neg, tvx_record_kind kind,
                       tvx_logged_callback callback, void *payload, tvx_error *error);

/* The id of the record in force of a key; "" if there is none. */
int tvx_store_head(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *key,
                   char id[TVX_ID_HEX + 1], tvx_error *error);

/* True if another record of the same kind and key (NULL: a kind without keys) supersedes this one.
 */
int tvx_store_superseded(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *key,
                         const char *id, bool *superseded, tvx_error *error);

/* Groups of records that are heads in conflict: called with the ids of each group, ascending; by
   kind, then key, or of reports by id. */
typedef int (*tvx_conflict_callback)(void *payload, tvx_record_kind kind, const tvx_texts *ids,
                                     tvx_error *error);
int tvx_store_conflicts(tvx_store *store, int64_t neg, tvx_conflict_callback callback,
                        void *payload, tvx_error *error);

/* The id of the record in force that an id of that kind stands for: its own, or that of a record
   that supersedes it, directly or not; "" where no such record is there, or the one in force is
   another head in conflict. Of kinds with keys: the record in force of its key. */
int tvx_store_stands_for(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                         char out[TVX_ID_HEX + 1], tvx_error *error);

/* --- drafts, reports, claims: what is in force --- */

#define TVX_KNOWN_ALL INT64_MAX /* a date that nothing is later than */
#define TVX_NO_REPORT (-1)      /* the number of no report */

/* What is looked at. */
typedef struct tvx_asked {
    int64_t neg;
    int64_t known_by; /* reports published at the latest by then; TVX_KNOWN_ALL: all */
    int64_t without;  /* a report, by number, that is taken as not there; or TVX_NO_REPORT */
} tvx_asked;

/* A draft in force; known: some report looked at names it. */
typedef struct tvx_stored_draft {
    int64_t name;
    char id[TVX_ID_HEX + 1];
    tvx_draft draft;
    bool known;
} tvx_stored_draft;

/* The drafts in force, by key, in the arena. With TVX_KNOWN_ALL every draft is known. */
int tvx_store_drafts(tvx_store *store, const tvx_asked *asked, tvx_arena *arena,
                     tvx_stored_draft **out, size_t *n, tvx_error *error);

/* True if some draft in force follows or amends this one. */
int tvx_store_followed(tvx_store *store, int64_t neg, const char *key, bool *followed,
                       tvx_error *error);

/* A report in force, or the part of it that claims rest on. */
typedef struct tvx_stored_report {
    int64_t number;
    char id[TVX_ID_HEX + 1];
    char updated[TVX_ID_HEX + 1]; /* the report looked at that updates it: of several the one
                                     published last, then of the smallest id; or "" */
    tvx_report report; /* of tvx_store_claims: outlet, title, url, published, basis, cites alone */
} tvx_stored_report;

/* A claim on a draft. Everything lives in the arena given to tvx_store_claims. */
typedef struct tvx_stored_claim {
    const char *term;
    const tvx_stored_report *report;
    int64_t place; /* within its report */
    tvx_claim claim;
} tvx_stored_claim;

/* The claims on one draft (by its name) of the reports looked at, by term and report; those of
   reports that were updated too. */
int tvx_store_claims(tvx_store *store, const tvx_asked *asked, int64_t draft, tvx_arena *arena,
                     tvx_stored_claim **out, size_t *n, tvx_error *error);

/* Whole reports in force that are looked at, by (latest, earliest) publication, then id; borrowed
   until it returns. Those that were updated too. */
typedef int (*tvx_report_callback)(void *payload, const tvx_stored_report *report,
                                   tvx_error *error);
int tvx_store_reports(tvx_store *store, const tvx_asked *asked, tvx_report_callback callback,
                      void *payload, tvx_error *error);

/* The same of those that name a draft anywhere. */
int tvx_store_naming(tvx_store *store, const tvx_asked *asked, int64_t draft,
                     tvx_report_callback callback, void *payload, tvx_error *error);

/* One of them by its id, in the arena; *found: it is in force and looked at. */
int tvx_store_report(tvx_store *store, const tvx_asked *asked, const char *id, tvx_arena *arena,
                     tvx_stored_report *out, bool *found, tvx_error *error);

/* The smallest spelling of an outlet (given in any) among the reports looked at, in the arena; the
   spelling given if none is recorded. */
int tvx_store_spelling(tvx_store *store, const tvx_asked *asked, const char *outlet,
                       tvx_arena *arena, const char **out, tvx_error *error);

/* All spellings of all outlets used by the reports looked at: called for each outlet's smallest. */
typedef int (*tvx_text_callback)(void *payload, const char *text, tvx_error *error);
int tvx_store_spellings(tvx_store *store, const tvx_asked *asked, tvx_text_callback callback,
                        void *payload, tvx_error *error);

/* The id of a report in force of this URL other than the one given, or "". */
int tvx_store_same_url(tvx_store *store, int64_t neg, const char *url, const char *not_id,
                       char id[TVX_ID_HEX + 1], tvx_error *error);

/* --- the file itself --- */

/* Makes every index anew from the log. Within a write transaction. */
int tvx_store_rebuild(tvx_store *store, tvx_error *error);

/* Calls back with one line for each fault of the file's structure (SQLite's integrity check,
   foreign keys) and of the log (a body that does not hash to its id). */
int tvx_store_faults(tvx_store *store, tvx_text_callback callback, void *payload, tvx_error *error);

/* A digest of the contents of every index: equal indexes have equal digests. */
int tvx_store_index_digest(tvx_store *store, char digest[TVX_ID_HEX + 1], tvx_error *error);

#endif
