/*
 * The file as a whole: making the indexes anew, telling whether two are alike, finding faults.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "codec/record.h"
#include "store/index.h"
#include "store/search.h"
#include "store/sql.h"

/*
 * Every index, and its contents in words: numbers that the program gave to names and reports have
 * no meaning, so that what is compared has none of them.
 */
#define NAME(table, column, kind)                                                                  \
    "(SELECT key FROM name n WHERE n.neg = " table ".neg AND n.kind = " kind                       \
    " AND n.name = " table "." column ")"
#define REPORT(table)                                                                              \
    "(SELECT id FROM report p WHERE p.neg = " table ".neg AND p.report = " table ".report)"

static const struct {
    const char *name, *contents;
} INDEXES[] = {
    {"name", NULL},
    {"keyed", "SELECT neg, kind, " NAME("keyed", "name", "keyed.kind") ", id FROM keyed "
                                                                       "ORDER BY 1, 2, 3, 4"},
    {"head", "SELECT neg, kind, " NAME("head", "name", "head.kind") ", id FROM head "
                                                                    "ORDER BY 1, 2, 3"},
    {"successor", "SELECT neg, old, new, kind FROM successor ORDER BY 1, 2, 3"},
    {"draft", "SELECT neg, " NAME("draft", "draft", "4") ", id, body FROM draft ORDER BY 1, 2"},
    {"link", "SELECT neg, " NAME("link", "target", "4") ", " NAME(
                 "link", "draft", "4") " FROM link ORDER BY 1, 2, 3"},
    {"report", "SELECT neg, id, latest, published_latest, published_earliest, head FROM report "
               "ORDER BY 1, 2"},
    {"claim",
     "SELECT neg, " NAME("claim", "draft", "4") ", " NAME("claim", "term", "2") ", " REPORT(
         "claim") ", claim, body FROM claim ORDER BY 1, 2, 3, 4, 5"},
    {"naming", "SELECT neg, " NAME("naming", "draft", "4") ", latest, " REPORT(
                   "naming") " FROM naming ORDER BY 1, 2, 3, 4"},
    {"spelling", "SELECT neg, " NAME("spelling", "outlet", "3") ", spelling, latest, " REPORT(
                     "spelling") " FROM spelling ORDER BY 1, 2, 3, 4, 5"},
    {"url", "SELECT neg, url, " REPORT("url") " FROM url ORDER BY 1, 2, 3"},
    {"updating", "SELECT neg, old, " REPORT("updating") " FROM updating ORDER BY 1, 2, 3"},
    {"updated", "SELECT neg, " REPORT("updated") ", (SELECT id FROM report q WHERE q.neg = "
                                                 "updated.neg AND q.report = updated.updater) "
                                                 "FROM updated ORDER BY 1, 2, 3"},
    {"judgement", "SELECT neg, id FROM judgement ORDER BY 1, 2"},
};
enum { N_INDEXES = sizeof INDEXES / sizeof *INDEXES };

static int index_again(void *payload, const tvx_logged *logged, tvx_error *error)
{
    tvx_store *store = payload;
    tvx_arena arena = {0};
    tvx_record record;
    int code = tvx_record_decode(&record, &arena, logged->id, logged->body, logged->size, error);
    if (code == TVX_OK)
        code = tvx_index_add(store, logged->neg, &record, error);
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_store_rebuild(tvx_store *store, tvx_error *error)
{
    char sql[64];
    int code = TVX_OK;
    for (size_t i = 0; i < N_INDEXES && code == TVX_OK; i++) {
        snprintf(sql, sizeof sql, "DELETE FROM %s", INDEXES[i].name);
        code = tvx_run_text(store, sql, error);
    }
    tvx_arena arena = {0};
    tvx_negotiation_entry *all = NULL;
    size_t n = 0;
    if (code == TVX_OK)
        code = tvx_store_negotiations(store, &arena, &all, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = tvx_store_log(store, all[i].neg, index_again, store, error);
    tvx_arena_dispose(&arena);
    return code;
}

static void put_column(tvx_buf *out, sqlite3_stmt *statement, int column)
{
    tvx_buf_format(out, "%d:%d:", sqlite3_column_type(statement, column),
                   sqlite3_column_bytes(statement, column));
    const void *bytes = sqlite3_column_blob(statement, column);
    if (bytes != NULL)
        tvx_buf_put(out, bytes, (size_t)sqlite3_column_bytes(statement, column));
}

/* Folds every row into a running digest: hash(hash so far, row). */
static int digest_rows(tvx_store *store, sqlite3_stmt *statement, char digest[TVX_ID_HEX + 1],
                       tvx_error *error)
{
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        tvx_buf_clear(&store->scratch);
        tvx_buf_text(&store->scratch, digest);
        for (int i = 0; i < sqlite3_column_count(statement); i++)
            put_column(&store->scratch, statement, i);
        if (store->scratch.failed)
            return tvx_fail_memory(error);
        tvx_hash(tvx_buf_string(&store->scratch), store->scratch.size, digest);
    }
    return code == SQLITE_DONE ? TVX_OK : tvx_store_fail(store, error);
}

int tvx_store_index_digest(tvx_store *store, char digest[TVX_ID_HEX + 1], tvx_error *error)
{
    int code = TVX_OK;
    digest[0] = '\0';
    for (size_t i = 0; i < N_INDEXES && code == TVX_OK; i++) {
        sqlite3_stmt *statement = NULL;
        if (INDEXES[i].contents == NULL)
            continue;
        if (sqlite3_prepare_v2(store->db, INDEXES[i].contents, -1, &statement, NULL) != SQLITE_OK)
            code = tvx_store_fail(store, error);
        else
            code = digest_rows(store, statement, digest, error);
        sqlite3_finalize(statement);
    }
    return code;
}

/* --- faults --- */

typedef struct inspection {
    tvx_text_callback callback;
    void *payload;
} inspection;

static int check_structure(tvx_store *store, const char *sql, const inspection *to,
                           tvx_error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = TVX_OK, step = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    while (step == SQLITE_OK && code == TVX_OK && (step = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        if (text != NULL && strcmp(text, "ok") != 0)
            code = to->callback(to->payload, text, error);
        step = SQLITE_OK;
    }
    if (code == TVX_OK && step != SQLITE_DONE && step != SQLITE_OK)
        code = tvx_store_fail(store, error);
    sqlite3_finalize(statement);
    return code;
}

static int check_body(void *payload, const tvx_logged *logged, tvx_error *error)
{
    const inspection *to = payload;
    char id[TVX_ID_HEX + 1], line[160];
    tvx_hash(logged->body, logged->size, id);
    if (strcmp(id, logged->id) == 0)
        return TVX_OK;
    snprintf(line, sizeof line, "record %s does not match its id: its body was altered",
             logged->id);
    return to->callback(to->payload, line, error);
}

int tvx_store_faults(tvx_store *store, tvx_text_callback callback, void *payload, tvx_error *error)
{
    inspection to = {.callback = callback, .payload = payload};
    tvx_arena arena = {0};
    tvx_negotiation_entry *all = NULL;
    size_t n = 0;
    int code = check_structure(store, "PRAGMA integrity_check", &to, error);
    if (code == TVX_OK)
        code = check_structure(
            store,
            "SELECT 'a row of ' || \"table\" || ' refers to nothing' FROM pragma_foreign_key_check",
            &to, error);
    if (code == TVX_OK)
        code = tvx_store_negotiations(store, &arena, &all, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = tvx_store_log(store, all[i].neg, check_body, &to, error);
    tvx_arena_dispose(&arena);
    return code != TVX_OK ? code : tvx_store_search_faults(store, callback, payload, error);
}
