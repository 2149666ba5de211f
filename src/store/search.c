/*
 * Full text: asking the index.
 */
#include "store/search.h"

#include <sqlite3.h>

#include "base/fail.h"
#include "store/search_parts.h"

/* The records that may hold the words $1: those that the index says, and those it does not know. */
#define CANDIDATES(more)                                                                           \
    "SELECT i.id FROM search f JOIN searched i ON i.number = f.rowid "                             \
    "WHERE f.search MATCH $1 AND i.neg = $2 AND " more(                                            \
        "i") " UNION "                                                                             \
             "SELECT r.id FROM record r WHERE r.neg = $2 AND r.call > (SELECT call FROM "          \
             "searched_to) "                                                                       \
             "AND " more("r")
#define NO_REPORT(table)   table ".kind <> 5"
#define ONLY_REPORT(table) table ".kind = 5"

static const char SQL_RECORDS[] = CANDIDATES(NO_REPORT);
static const char SQL_REPORTS[] = "SELECT p.id FROM (" CANDIDATES(
    ONLY_REPORT) ") c JOIN report p ON p.neg = $2 AND p.id = c.id "
                 "WHERE p.latest <= $3 ORDER BY p.published_latest, p.published_earliest, p.id";

enum { ASKED_MOST = 16 }; /* words that FTS5 is asked for; what it finds is looked at in any case */

/* Every word between quotation marks, so that none is read as anything else. None holds one. */
static void put_query(tvx_buf *out, const tvx_sought *sought)
{
    size_t n = 0;
    for (size_t i = 0; i < sought->n; i++) {
        const tvx_sought_term *term = &sought->terms[i];
        for (size_t j = 0; j < term->tokens.n && n < ASKED_MOST; j++) {
            bool beginning = term->beginning && j + 1 == term->tokens.n;
            if (!term->tokens.items[j].sign)
                tvx_buf_format(out, "%s\"%s\"%s", n++ == 0 ? "" : " AND ",
                               term->tokens.items[j].folded, beginning ? " *" : "");
        }
    }
}

/* Opens one of the statements above, its words bound. TVX_OK and !*usable: there is no index. */
static int ask(tvx_rows *rows, tvx_store *store, const char *sql, const tvx_asked *asked,
               const tvx_sought *sought, bool *usable, tvx_error *error)
{
    tvx_search_extent now;
    tvx_buf query = {0};
    *rows = (tvx_rows){.owned = true};
    int code = tvx_search_measure(store, &now, error);
    *usable = now.usable;
    if (code != TVX_OK || !now.usable)
        return code;
    put_query(&query, sought);
    code = query.failed ? tvx_fail_memory(error) : tvx_search_rows(rows, store, sql, NULL);
    if (code == TVX_OK) {
        sqlite3_stmt *s = rows->statement;
        if (sqlite3_bind_text64(s, 1, tvx_buf_string(&query), query.size, SQLITE_TRANSIENT,
                                SQLITE_UTF8) != SQLITE_OK ||
            sqlite3_bind_int64(s, 2, asked->neg) != SQLITE_OK)
            code = rows->code = tvx_store_fail(store, NULL);
        if (sqlite3_bind_parameter_count(s) > 2)
            sqlite3_bind_int64(s, 3, asked->known_by);
    }
    tvx_buf_dispose(&query);
    return tvx_search_forgive(code, usable, error);
}

int tvx_store_search_records(tvx_store *store, int64_t neg, const tvx_sought *sought,
                             tvx_text_callback callback, void *payload, bool *narrowed,
                             tvx_error *error)
{
    const tvx_asked asked = {.neg = neg};
    tvx_rows rows;
    char id[TVX_ID_HEX + 1];
    int code = ask(&rows, store, SQL_RECORDS, &asked, sought, narrowed, error);
    while (code == TVX_OK && *narrowed && tvx_rows_next(&rows)) {
        tvx_rows_id(&rows, 0, id);
        code = callback(payload, id, error);
    }
    int asking = tvx_rows_close(&rows);
    return code != TVX_OK ? code : tvx_search_forgive(asking, narrowed, error);
}

static int hand_report(const tvx_rows *rows, const tvx_asked *asked, tvx_arena *arena,
                       tvx_report_callback callback, void *payload, tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    tvx_stored_report stored;
    bool found = false;
    tvx_arena_clear(arena);
    tvx_rows_id(rows, 0, id);
    int code = tvx_store_report(rows->store, asked, id, arena, &stored, &found, error);
    return code != TVX_OK || !found ? code : callback(payload, &stored, error);
}

/* The order is found before the first row is: an index that fails does so before any is handed on,
   and all reports can still be. */
int tvx_store_search_reports(tvx_store *store, const tvx_asked *asked, const tvx_sought *sought,
                             tvx_report_callback callback, void *payload, tvx_error *error)
{
    tvx_rows rows;
    tvx_arena arena = {0};
    bool usable = false, any = false;
    int code = ask(&rows, store, SQL_REPORTS, asked, sought, &usable, error);
    while (code == TVX_OK && usable && tvx_rows_next(&rows)) {
        any = true;
        code = hand_report(&rows, asked, &arena, callback, payload, error);
    }
    int asking = tvx_rows_close(&rows);
    tvx_arena_dispose(&arena);
    if (code != TVX_OK)
        return code;
    if (asking != TVX_OK && any)
        return tvx_fail(error, asking,
                        "the search index of '%s' is damaged: travaux rebuild "
                        "removes it",
                        store->path);
    code = tvx_search_forgive(asking, &usable, error);
    return code != TVX_OK || usable ? code
                                    : tvx_store_reports(store, asked, callback, payload, error);
}
