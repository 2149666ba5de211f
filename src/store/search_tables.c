/*
 * Full text: its tables as we make them, whether they are to be believed, and dropping them.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "store/search.h"
#include "store/search_parts.h"

/* --- its tables --- */

/*
 * Words are folded by us, so that FTS5 only has to part them at blanks; where in a text they stand
 * it need not know, for what it finds is looked at anew (detail=none: a third of the size).
 * Written as SQLite keeps them: nothing else under these names is ever run.
 */
#define CREATE_SEARCH                                                                              \
    "CREATE VIRTUAL TABLE search USING fts5(words, content='', columnsize=0, detail=none, "        \
    "tokenize='ascii')"
#define CREATE_SEARCHED                                                                            \
    "CREATE TABLE searched (number INTEGER PRIMARY KEY, neg INTEGER NOT NULL, "                    \
    "kind INTEGER NOT NULL, id BLOB NOT NULL)"
#define CREATE_SEARCHED_TO                                                                         \
    "CREATE TABLE searched_to (call INTEGER NOT NULL, records INTEGER NOT NULL)"

const tvx_search_table tvx_search_tables[TVX_SEARCH_TABLES] = {
    {"search", CREATE_SEARCH}, {"searched", CREATE_SEARCHED}, {"searched_to", CREATE_SEARCHED_TO},
    {"search_data", NULL},     {"search_idx", NULL},          {"search_config", NULL},
};

/* They, and whatever lies on them, in the schema; names that differ in case are one to SQLite. */
#define OURS                                                                                       \
    "FROM sqlite_schema WHERE lower(tbl_name) IN ('search', 'searched', 'searched_to', "           \
    "'search_data', 'search_idx', 'search_config')"

int tvx_search_rows(tvx_rows *rows, tvx_store *store, const char *sql, tvx_error *error)
{
    *rows = (tvx_rows){.store = store, .owned = true, .error = error};
    if (sqlite3_prepare_v2(store->db, sql, -1, &rows->statement, NULL) != SQLITE_OK)
        rows->code = tvx_store_fail(store, error);
    return rows->code;
}

int tvx_search_int(tvx_store *store, const char *sql, int64_t *out, tvx_error *error)
{
    tvx_rows rows;
    tvx_search_rows(&rows, store, sql, error);
    *out = tvx_rows_next(&rows) ? tvx_rows_int(&rows, 0) : -1;
    return tvx_rows_close(&rows);
}

/* --- what state it is in --- */

/* A row of the schema that is exactly what we make. */
static bool as_made(const char *name, const char *sql)
{
    for (size_t i = 0; i < TVX_SEARCH_TABLES; i++)
        if (strcmp(tvx_search_tables[i].name, name) == 0)
            return tvx_search_tables[i].sql != NULL ? strcmp(tvx_search_tables[i].sql, sql) == 0
                                                    : strncmp(sql, "CREATE TABLE ", 13) == 0;
    return false;
}

static int all_as_made(tvx_store *store, bool *made, tvx_error *error)
{
    tvx_rows rows;
    size_t n = 0;
    *made = true;
    tvx_search_rows(&rows, store, "SELECT name, sql " OURS, error);
    for (; tvx_rows_next(&rows); n++)
        *made = *made && as_made(tvx_rows_text(&rows, 0), tvx_rows_text(&rows, 1));
    *made = *made && n == TVX_SEARCH_TABLES;
    return tvx_rows_close(&rows);
}

int tvx_search_forgive(int code, bool *usable, tvx_error *error)
{
    if (code == TVX_OK)
        return TVX_OK;
    *usable = false;
    return code == TVX_ENOMEM ? tvx_fail_memory(error) : TVX_OK;
}

/* FTS5 is there and can read what it kept. */
static int probe(tvx_store *store, tvx_search_extent *out, tvx_error *error)
{
    int64_t row;
    return tvx_search_forgive(
        tvx_search_int(store, "SELECT rowid FROM search WHERE search MATCH '\"a\"' LIMIT 1", &row,
                       NULL),
        &out->usable, error);
}

int tvx_search_measure(tvx_store *store, tvx_search_extent *out, tvx_error *error)
{
    int64_t records = -1;
    *out = (tvx_search_extent){0};
    int code = all_as_made(store, &out->usable, error);
    if (code == TVX_OK)
        code = tvx_search_int(store, "SELECT COALESCE(MAX(call), 0) FROM call", &out->last, error);
    if (code != TVX_OK || !out->usable)
        return code;
    code = tvx_search_int(store, "SELECT call FROM searched_to", &out->call, error);
    if (code == TVX_OK)
        code = tvx_search_int(store, "SELECT records FROM searched_to", &out->records, error);
    if (code == TVX_OK)
        code = tvx_search_int(
            store, "SELECT COUNT(*) FROM record WHERE call <= (SELECT call FROM searched_to)",
            &records, error);
    out->usable = out->call >= 0 && out->records == records && out->call <= out->last;
    return code != TVX_OK || !out->usable ? code : probe(store, out, error);
}

/* --- dropping it --- */

enum { NAME_MOST = 16 }; /* more than any of the names */

/* The next table to remove, the virtual one first: with it go those that it keeps. */
static int next_table(tvx_store *store, char name[NAME_MOST], tvx_error *error)
{
    tvx_rows rows;
    name[0] = '\0';
    tvx_search_rows(&rows, store,
                    "SELECT name " OURS " AND type = 'table' ORDER BY rootpage LIMIT 1", error);
    if (tvx_rows_next(&rows))
        snprintf(name, NAME_MOST, "%s", tvx_rows_text(&rows, 0));
    return tvx_rows_close(&rows);
}

static int drop_tables(tvx_store *store, tvx_error *error)
{
    char name[NAME_MOST], sql[NAME_MOST + 32];
    int code;
    while ((code = next_table(store, name, error)) == TVX_OK && name[0] != '\0') {
        snprintf(sql, sizeof sql, "DROP TABLE %s", name);
        if ((code = tvx_run_text(store, sql, error)) != TVX_OK)
            break;
    }
    return code;
}

/*
 * Where the module is not there, or refuses what it finds, its tables cannot be dropped. Emptied
 * they hold no words any more; that SQLite guards them from everybody else is set aside for it.
 * The rows put back are those of an index that holds nothing: the module can drop it one day.
 */
static const struct emptying {
    const char *table, *sql;
    bool may_fail;
} EMPTYING[] = {
    {"search_data", "DELETE FROM search_data", false},
    {"search_data", "INSERT INTO search_data (id, block) VALUES (1, x''), (10, zeroblob(7))", true},
    {"search_idx", "DELETE FROM search_idx", false},
    {"searched", "DELETE FROM searched", false},
    {"searched_to", "DELETE FROM searched_to", false},
};

static int empty_table(tvx_store *store, const struct emptying *how, tvx_error *error)
{
    char sql[128];
    int64_t there;
    snprintf(sql, sizeof sql,
             "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = '%s'", how->table);
    int code = tvx_search_int(store, sql, &there, error);
    if (code != TVX_OK || there <= 0)
        return code;
    code = tvx_run_text(store, how->sql, how->may_fail ? NULL : error);
    return how->may_fail && code == TVX_EFILE ? TVX_OK : code;
}

static int empty_tables(tvx_store *store, tvx_error *error)
{
    int code = TVX_OK;
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    for (size_t i = 0; i < sizeof EMPTYING / sizeof *EMPTYING && code == TVX_OK; i++)
        code = empty_table(store, &EMPTYING[i], error);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    return code;
}

int tvx_store_search_stale(tvx_store *store, tvx_error *error)
{
    tvx_error refused = {0};
    int code = drop_tables(store, &refused);
    if (code == TVX_EFILE) {
        code = empty_tables(store, error);
        return code == TVX_OK && drop_tables(store, NULL) == TVX_ENOMEM ? tvx_fail_memory(error)
                                                                        : code;
    }
    if (code != TVX_OK && error != NULL && error->code == TVX_OK)
        *error = refused;
    return code;
}

/* --- looking it over --- */

/* FTS5's own look at what it kept; a file that may not be written to now is not looked at. */
static int check_words(tvx_store *store, bool *sound, tvx_error *error)
{
    int code = tvx_run_text(store, "INSERT INTO search (search) VALUES ('integrity-check')", NULL);
    *sound = code != TVX_EFILE;
    return code == TVX_ENOMEM ? tvx_fail_memory(error) : TVX_OK;
}

int tvx_store_search_faults(tvx_store *store, tvx_text_callback callback, void *payload,
                            tvx_error *error)
{
    tvx_search_extent now;
    bool sound = true;
    int64_t strays = 0;
    int code = tvx_search_measure(store, &now, error);
    if (code != TVX_OK || !now.usable)
        return code;
    code =
        tvx_search_int(store,
                       "SELECT COUNT(*) FROM searched i WHERE NOT EXISTS (SELECT 1 FROM record r "
                       "WHERE r.neg = i.neg AND r.id = i.id AND r.kind = i.kind)",
                       &strays, error);
    if (code == TVX_OK)
        code = check_words(store, &sound, error);
    if (code == TVX_OK && (!sound || strays > 0))
        code = callback(payload,
                        "the search index is not what the records say: travaux rebuild removes it, "
                        "and the next search makes it anew",
                        error);
    return code;
}
