/*
 * One thin layer over SQLite for the files of this folder: statements by number, prepared once a
 * connection; parameters always bound; errors described in the user's words. SQLite's header is
 * included by sql.c, open.c, migrate.c, rebuild.c and the search files alone.
 */
#ifndef TVX_STORE_SQL_H
#define TVX_STORE_SQL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "store/statements.h"
#include "store/store.h"

struct sqlite3;
struct sqlite3_stmt;

struct tvx_store {
    struct sqlite3 *db;
    struct sqlite3_stmt *prepared[TVX_STATEMENTS];
    char *path;
    int64_t call; /* the open call, 0 for none */
    int64_t call_recorded;
    int64_t call_place;  /* of the next record in it */
    const char *command; /* of the open call; borrowed from who began it */
    int64_t call_neg;    /* the negotiation that has a row for the call, -1: none yet */
    tvx_buf scratch;     /* for packing */
    char *backup;        /* the copy made when this file was brought up to date, or NULL */
    bool hurried;        /* waits for no other program */
    bool forgetting;     /* this transaction removed a body by a `forget` */
    bool forgot;         /* one before did, and the free space was not scrubbed since */
};

/* A running statement. Zero-initialise; close always, also after an error. */
typedef struct tvx_rows {
    tvx_store *store;
    struct sqlite3_stmt *statement;
    bool owned; /* the prepared one was in use: this is a second one */
    int code;   /* the first error, described in `error` */
    tvx_error *error;
} tvx_rows;

/*
 * Binds parameters by a letter each: i an int64_t, t a text, h an id of 64 digits (bound as its
 * 32 bytes), b bytes (a const void * and a size_t).
 */
int tvx_rows_open(tvx_rows *rows, tvx_store *store, tvx_statement which, tvx_error *error,
                  const char *types, ...);

/* True while there is a row; false at the end and at an error, which rows->code then tells. */
bool tvx_rows_next(tvx_rows *rows);

/* Ends the statement; returns rows->code. */
int tvx_rows_close(tvx_rows *rows);

int64_t tvx_rows_int(const tvx_rows *rows, int column);
const char *tvx_rows_text(const tvx_rows *rows, int column);             /* borrowed; never NULL */
const char *tvx_rows_bytes(const tvx_rows *rows, int column, size_t *n); /* borrowed */
void tvx_rows_id(const tvx_rows *rows, int column, char id[TVX_ID_HEX + 1]);

/* Makes a statement ready, for when there is no memory to do so. */
int tvx_prepare(tvx_store *store, tvx_statement which, tvx_error *error);

/* Runs a statement that returns nothing. */
int tvx_run(tvx_store *store, tvx_statement which, tvx_error *error, const char *types, ...);

/* Runs a statement of one row with one integer; `otherwise` where there is no row. */
int tvx_run_int(tvx_store *store, tvx_statement which, int64_t *out, int64_t otherwise,
                tvx_error *error, const char *types, ...);

/* Runs SQL text without parameters (settings, the schema). */
int tvx_run_text(tvx_store *store, const char *sql, tvx_error *error);

/* Describes SQLite's last error on the store's connection. */
int tvx_store_fail(tvx_store *store, tvx_error *error);

#endif
