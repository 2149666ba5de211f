/*
 * Travaux files: opening them, and what concerns a file as a whole.
 *
 * A tvx_file is used by one thread at a time; several may be open. Everything that asks about the
 * deal itself goes through a view: see travaux/view.h. What is recorded goes through an add: see
 * travaux/add.h.
 */
#ifndef TRAVAUX_FILE_H
#define TRAVAUX_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "travaux/error.h"
#include "travaux/record.h"

typedef struct tvx_file tvx_file;

/* Makes a new, empty file; TVX_EIO if something is there already. Free with tvx_file_free. */
int tvx_file_create(tvx_file **out, const char *path, tvx_error *error);

/* Opens a file that is there. Free with tvx_file_free. */
int tvx_file_open(tvx_file **out, const char *path, tvx_error *error);

void tvx_file_free(tvx_file *file);

/* The keys of the negotiations in the file, in byte order; borrowed until the next call. */
int tvx_file_negotiations(tvx_file *file, tvx_texts *out, tvx_error *error);

/* --- the log --- */

/* A record as it was recorded; borrowed until the callback returns. */
typedef struct tvx_log_entry {
    const char *negotiation;
    tvx_record_kind kind;
    const char *id;
    const char *key;     /* of a record that has one, else NULL */
    const char *label;   /* its title or name; of a judgement its act; may be NULL */
    const char *body;    /* canonical JSON, without a final line feed */
    int64_t recorded;    /* seconds since 1970-01-01T00:00Z */
    int64_t call;        /* ascending; records of one call belong together */
    const char *command; /* what was called */
    bool in_force;       /* not superseded */
} tvx_log_entry;

/* Return TVX_OK to go on; anything else stops and is returned. */
typedef int (*tvx_log_callback)(void *payload, const tvx_log_entry *entry, tvx_error *error);

/* Every record in the order recorded; of one negotiation, or of all (NULL). */
int tvx_file_log(tvx_file *file, const char *negotiation, tvx_log_callback callback, void *payload,
                 tvx_error *error);

/* Every record by kind in the order of tvx_record_kind, then id. */
int tvx_file_records(tvx_file *file, const char *negotiation, tvx_log_callback callback,
                     void *payload, tvx_error *error);

/*
 * One record by its id or a unique prefix of 4 digits or more; of one negotiation, or of any
 * (NULL). in_force: the id of the record in force that it stands for, its own or that of one that
 * supersedes it; "" if another head in conflict is. Borrowed until the file is next asked.
 * TVX_ENOTFOUND, the hint listing the candidates where there are several.
 */
int tvx_file_record(tvx_file *file, const char *negotiation, const char *id, tvx_log_entry *out,
                    const char **in_force, tvx_error *error);

/* --- keeping it sound --- */

typedef enum tvx_finding_level {
    TVX_FINDING_FAULT, /* the file is damaged or its indexes are wrong */
    TVX_FINDING_REMARK /* heads in conflict, ids that lead nowhere, …: worth an editor's look */
} tvx_finding_level;

typedef int (*tvx_finding_callback)(void *payload, tvx_finding_level level, const char *text,
                                    tvx_error *error);

/*
 * Verifies structure, hashes, indexes and vocabulary and lists conflicts, one line a finding, in
 * a fixed order. The indexes are made anew beside the old ones and compared; nothing is changed.
 */
int tvx_file_check(tvx_file *file, tvx_finding_callback callback, void *payload, tvx_error *error);

/* Makes every index anew from the records, and leaves nothing in the file's free space. */
int tvx_file_rebuild(tvx_file *file, tvx_error *error);

/* The backup copy that opening this file made, because it was of an older version and was brought
   up to date; or NULL. Borrowed. */
const char *tvx_file_backup_made(const tvx_file *file);

/* Copies of the file that the program made itself and that still are there (backups of migrations):
   their paths. Borrowed until the file is next asked. */
int tvx_file_copies(tvx_file *file, tvx_texts *out, tvx_error *error);

#endif
