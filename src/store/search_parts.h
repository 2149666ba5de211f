/*
 * What the files of full text share: its tables, and what state they are in. `search` is FTS5's and
 * holds the words of each record that it knows by number, `searched` says which record that is, and
 * `searched_to` the last call that was taken in.
 */
#ifndef TVX_STORE_SEARCH_PARTS_H
#define TVX_STORE_SEARCH_PARTS_H

#include "store/sql.h"

/* A table that we make, and how; NULL: FTS5's own business, as long as it is a plain table. */
typedef struct tvx_search_table {
    const char *name, *sql;
} tvx_search_table;
enum { TVX_SEARCH_TABLES = 6 };
extern const tvx_search_table tvx_search_tables[TVX_SEARCH_TABLES];

/* A statement that is prepared for once; close it as any other. */
int tvx_search_rows(tvx_rows *rows, tvx_store *store, const char *sql, tvx_error *error);

/* A statement of one integer; -1 where there is no row. */
int tvx_search_int(tvx_store *store, const char *sql, int64_t *out, tvx_error *error);

/* How far the index goes. */
typedef struct tvx_search_extent {
    bool usable;
    int64_t call, records; /* the last call taken in, and how many records in all */
    int64_t last;          /* the last call there is */
} tvx_search_extent;

/*
 * An index is believed if it has the tables that we make and holds as many records as the calls
 * that it took in brought (a record that left the log without our knowing shows), and if FTS5 is
 * there and reads it.
 */
int tvx_search_measure(tvx_store *store, tvx_search_extent *out, tvx_error *error);

/* A statement of the index that failed with this code says that the index is of no use, unless
   memory is short. */
int tvx_search_forgive(int code, bool *usable, tvx_error *error);

#endif
