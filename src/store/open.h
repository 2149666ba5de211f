/*
 * Connections and the version of a file.
 */
#ifndef TVX_STORE_OPEN_H
#define TVX_STORE_OPEN_H

#include "store/sql.h"

/* "trvx", so that file(1) and SQLite's own tools can tell whose file it is. */
enum { TVX_APPLICATION_ID = 0x74727678 };

/* A path that SQLite takes for nothing but a file's: ":memory:" is a name like any other. Freed
   with tvx_mem_free; NULL: no memory. */
char *tvx_plain_path(const char *path);

/* A private file without a name, empty but for the schema; `path` is named in errors. */
int tvx_open_private(tvx_store **out, const char *path, tvx_error *error);

/* The version of a file; TVX_EFILE if it is none of ours, or newer than we are. */
int tvx_file_version(tvx_store *store, int64_t *version, tvx_error *error);

/* Lays out the newest schema in an empty file. */
int tvx_lay_out(tvx_store *store, tvx_error *error);

/* Brings a file of an older version up to date: a backup copy first, then all in one transaction.
 */
int tvx_bring_up_to_date(tvx_store *store, tvx_error *error);

#endif
