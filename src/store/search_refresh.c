/*
 * Full text: bringing the index up to date.
 */
#include <sqlite3.h>
#include <string.h>

#include "base/fail.h"
#include "codec/record.h"
#include "model/record_texts.h"
#include "store/search.h"
#include "store/search_parts.h"

/* What indexes one record after another. */
typedef struct indexer {
    tvx_store *store;
    tvx_rows words, place; /* the statements that put a record in */
    int64_t number;        /* of the last record put in */
    tvx_arena arena;       /* of one record */
    tvx_buf text;          /* its words */
} indexer;

static int put_words(void *payload, const tvx_record_text *text, tvx_error *error)
{
    indexer *x = payload;
    tvx_tokens tokens;
    int code = tvx_tokens_make(&tokens, &x->arena, text->text, error);
    for (size_t i = 0; i < tokens.n && code == TVX_OK; i++) {
        if (tokens.items[i].sign)
            continue;
        tvx_buf_text(&x->text, tokens.items[i].folded);
        tvx_buf_char(&x->text, ' ');
    }
    return code;
}

static int step(tvx_store *store, sqlite3_stmt *statement, tvx_error *error)
{
    int code = sqlite3_step(statement) == SQLITE_DONE ? TVX_OK : tvx_store_fail(store, error);
    sqlite3_reset(statement);
    return code;
}

static int put_row(indexer *x, const tvx_rows *from, tvx_error *error)
{
    sqlite3_stmt *words = x->words.statement, *place = x->place.statement;
    size_t n;
    const char *id = tvx_rows_bytes(from, 2, &n);
    x->number++;
    if (x->text.failed)
        return tvx_fail_memory(error);
    sqlite3_bind_int64(place, 1, x->number);
    sqlite3_bind_int64(place, 2, tvx_rows_int(from, 0));
    sqlite3_bind_int64(place, 3, tvx_rows_int(from, 1));
    sqlite3_bind_int64(words, 1, x->number);
    if (sqlite3_bind_blob(place, 4, id, (int)n, SQLITE_STATIC) != SQLITE_OK ||
        sqlite3_bind_text64(words, 2, tvx_buf_string(&x->text), x->text.size, SQLITE_STATIC,
                            SQLITE_UTF8) != SQLITE_OK)
        return tvx_store_fail(x->store, error);
    int code = step(x->store, place, error);
    return code != TVX_OK ? code : step(x->store, words, error);
}

static int index_record(indexer *x, const tvx_rows *from, tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    tvx_record record;
    size_t n;
    tvx_arena_clear(&x->arena);
    tvx_buf_clear(&x->text);
    tvx_rows_id(from, 2, id);
    const char *body = tvx_rows_bytes(from, 3, &n);
    int code = tvx_record_decode(&record, &x->arena, id, body, n, error);
    if (code == TVX_OK)
        code = tvx_record_texts(&record, put_words, x, error);
    return code != TVX_OK ? code : put_row(x, from, error);
}

/* Every record that came in a call after the last one taken in. */
static int index_new(indexer *x, tvx_error *error)
{
    tvx_rows rows;
    tvx_search_rows(&x->words, x->store, "INSERT INTO search (rowid, words) VALUES (?, ?)", error);
    tvx_search_rows(&x->place, x->store,
                    "INSERT INTO searched (number, neg, kind, id) VALUES (?, ?, ?, ?)", error);
    tvx_search_rows(&rows, x->store,
                    "SELECT r.neg, r.kind, r.id, r.body FROM negotiation n "
                    "JOIN record r ON r.neg = n.neg AND r.call > (SELECT call FROM searched_to)",
                    error);
    if (rows.code == TVX_OK)
        rows.code = x->words.code != TVX_OK ? x->words.code : x->place.code;
    while (tvx_rows_next(&rows))
        rows.code = index_record(x, &rows, error);
    tvx_rows_close(&x->words);
    tvx_rows_close(&x->place);
    return tvx_rows_close(&rows);
}

static int create_table(tvx_store *store, const char *sql, tvx_error *error)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
        return TVX_OK;
    if (strstr(sqlite3_errmsg(store->db), "no such module") != NULL)
        return tvx_fail(error, TVX_EFILE, "SQLite was built without full-text search (FTS5) here");
    return tvx_store_fail(store, error);
}

static int make_anew(tvx_store *store, tvx_error *error)
{
    int code = tvx_store_search_stale(store, error);
    for (size_t i = 0; i < TVX_SEARCH_TABLES && code == TVX_OK; i++)
        if (tvx_search_tables[i].sql != NULL)
            code = create_table(store, tvx_search_tables[i].sql, error);
    return code != TVX_OK ? code
                          : tvx_run_text(store, "INSERT INTO searched_to VALUES (0, 0)", error);
}

static int take_in(tvx_store *store, tvx_error *error)
{
    tvx_search_extent now;
    int code = tvx_search_measure(store, &now, error);
    if (code == TVX_OK && !now.usable)
        code = make_anew(store, error);
    indexer x = {.store = store, .number = now.usable ? now.records : 0};
    if (code == TVX_OK)
        code = index_new(&x, error);
    if (code == TVX_OK)
        code = tvx_run_text(store,
                            "UPDATE searched_to SET call = (SELECT COALESCE(MAX(call), 0) "
                            "FROM call), records = (SELECT COUNT(*) FROM searched)",
                            error);
    tvx_buf_dispose(&x.text);
    tvx_arena_dispose(&x.arena);
    return code;
}

/* Whether there is anything to do is asked without a lock that keeps writers out. */
static int is_current(tvx_store *store, bool *current, tvx_error *error)
{
    tvx_search_extent now = {0};
    int code = tvx_store_begin_read(store, error);
    if (code == TVX_OK)
        code = tvx_search_measure(store, &now, error);
    if (code == TVX_OK)
        code = tvx_store_commit(store, error);
    if (code != TVX_OK)
        tvx_store_rollback(store);
    *current = code == TVX_OK && now.usable && now.call == now.last;
    return code;
}

int tvx_store_search_refresh(tvx_store *store, tvx_error *why, tvx_error *error)
{
    bool current = false;
    *why = (tvx_error){0};
    if (!sqlite3_get_autocommit(store->db))
        return TVX_OK;
    int code = is_current(store, &current, error);
    if (code != TVX_OK || current)
        return code;
    store->hurried = true;
    code = tvx_store_begin_write(store, why);
    if (code == TVX_OK)
        code = take_in(store, why);
    if (code == TVX_OK)
        code = tvx_store_commit(store, why);
    if (code != TVX_OK)
        tvx_store_rollback(store);
    store->hurried = false;
    return code == TVX_ENOMEM ? tvx_fail_memory(error) : TVX_OK;
}
