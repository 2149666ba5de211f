/*
 * The log: negotiations, calls, records as they came.
 */
#include <string.h>

#include "base/fail.h"
#include "store/index.h"
#include "store/leave.h"
#include "store/sql.h"

int tvx_store_negotiation(tvx_store *store, const char *key, int64_t *neg, tvx_error *error)
{
    return tvx_run_int(store, TVX_SQL_NEGOTIATION, neg, -1, error, "t", key);
}

int tvx_store_new_negotiation(tvx_store *store, const char *key, int64_t *neg, tvx_error *error)
{
    int code = tvx_run_int(store, TVX_SQL_NEXT_NEGOTIATION, neg, 1, error, "");
    return code != TVX_OK ? code : tvx_run(store, TVX_SQL_ADD_NEGOTIATION, error, "it", *neg, key);
}

int tvx_store_negotiations(tvx_store *store, tvx_arena *arena, tvx_negotiation_entry **out,
                           size_t *n, tvx_error *error)
{
    tvx_rows rows;
    size_t capacity = 0;
    *out = NULL;
    *n = 0;
    tvx_rows_open(&rows, store, TVX_SQL_NEGOTIATIONS, error, "");
    while (tvx_rows_next(&rows)) {
        char *key = tvx_arena_text(arena, tvx_rows_text(&rows, 1));
        if (key == NULL || tvx_arena_grow(arena, out, *n, &capacity, sizeof **out) != TVX_OK) {
            rows.code = tvx_fail_memory(error);
            break;
        }
        (*out)[(*n)++] = (tvx_negotiation_entry){.neg = tvx_rows_int(&rows, 0), .key = key};
    }
    return tvx_rows_close(&rows);
}

int tvx_store_begin_call(tvx_store *store, const char *command, int64_t now, tvx_error *error)
{
    store->call_recorded = now;
    store->call_place = 0;
    store->call_neg = -1;
    store->command = command;
    return tvx_run_int(store, TVX_SQL_NEXT_CALL, &store->call, 1, error, "");
}

void tvx_logged_from(tvx_logged *out, const tvx_rows *rows)
{
    *out = (tvx_logged){
        .neg = tvx_rows_int(rows, 0),
        .kind = (tvx_record_kind)tvx_rows_int(rows, 1),
        .inlined = tvx_rows_int(rows, 4) != 0,
        .call = tvx_rows_int(rows, 5),
        .recorded = tvx_rows_int(rows, 6),
        .command = tvx_rows_text(rows, 7),
    };
    tvx_rows_id(rows, 2, out->id);
    out->body = tvx_rows_bytes(rows, 3, &out->size);
    out->of_this_call = out->call == rows->store->call;
}

/* Hands every row of an open statement to the callback; closes it. */
static int each_logged(tvx_rows *rows, tvx_logged_callback callback, void *payload)
{
    while (tvx_rows_next(rows)) {
        tvx_logged logged;
        tvx_logged_from(&logged, rows);
        rows->code = callback(payload, &logged, rows->error);
    }
    return tvx_rows_close(rows);
}

int tvx_store_log(tvx_store *store, int64_t neg, tvx_logged_callback callback, void *payload,
                  tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_LOG, error, "i", neg);
    return each_logged(&rows, callback, payload);
}

int tvx_log_of_call(tvx_store *store, int64_t call, tvx_logged_callback callback, void *payload,
                    tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_OF_CALL, error, "i", call);
    return each_logged(&rows, callback, payload);
}

int tvx_store_all(tvx_store *store, int64_t neg, tvx_logged_callback callback, void *payload,
                  tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_ALL, error, "i", neg);
    return each_logged(&rows, callback, payload);
}

int tvx_store_of_key(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *key,
                     tvx_logged_callback callback, void *payload, tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_OF_KEY, error, "iit", neg, (int64_t)kind, key);
    return each_logged(&rows, callback, payload);
}

int tvx_store_in_force(tvx_store *store, int64_t neg, tvx_record_kind kind,
                       tvx_logged_callback callback, void *payload, tvx_error *error)
{
    tvx_rows rows;
    if (kind == TVX_RECORD_JUDGEMENT)
        tvx_rows_open(&rows, store, TVX_SQL_JUDGEMENTS, error, "i", neg);
    else
        tvx_rows_open(&rows, store, TVX_SQL_HEADS, error, "ii", neg, (int64_t)kind);
    return each_logged(&rows, callback, payload);
}

/* The call gets its row with the first record that it brings to a negotiation. */
static int enter_call(tvx_store *store, int64_t neg, tvx_error *error)
{
    if (store->call_neg == neg)
        return TVX_OK;
    store->call_neg = neg;
    return tvx_run(store, TVX_SQL_ADD_CALL, error, "iiit", neg, store->call, store->call_recorded,
                   store->command);
}

static int exists(tvx_store *store, tvx_statement which, int64_t neg, const char *id, bool *there,
                  tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, which, error, "ih", neg, id);
    *there = tvx_rows_next(&rows);
    return tvx_rows_close(&rows);
}

int tvx_store_forgotten(tvx_store *store, int64_t neg, const char *id, bool *forgotten,
                        tvx_error *error)
{
    return exists(store, TVX_SQL_FORGOTTEN, neg, id, forgotten, error);
}

int tvx_store_put(tvx_store *store, int64_t neg, const tvx_record *record, const char *body,
                  size_t size, bool inlined, tvx_put *what, tvx_error *error)
{
    bool there = false, forgotten = false;
    int code = exists(store, TVX_SQL_RECORD, neg, record->id, &there, error);
    if (code == TVX_OK && !there && tvx_may_be_forgotten(record))
        code = exists(store, TVX_SQL_FORGOTTEN, neg, record->id, &forgotten, error);
    *what = there ? TVX_PUT_THERE : forgotten ? TVX_PUT_FORGOTTEN : TVX_PUT_ADDED;
    if (code != TVX_OK || *what != TVX_PUT_ADDED)
        return code;
    code = enter_call(store, neg, error);
    if (code == TVX_OK)
        code = tvx_run(store, TVX_SQL_ADD_RECORD, error, "ihibiii", neg, record->id,
                       (int64_t)record->kind, body, size, store->call, store->call_place++,
                       (int64_t)inlined);
    if (code == TVX_OK)
        code = tvx_index_add(store, neg, record, error);
    return code != TVX_OK || !tvx_is_forget(record)
               ? code
               : tvx_forget(store, neg, record->as.judgement.id, error);
}

int tvx_store_get(tvx_store *store, int64_t neg, const char *id, tvx_arena *arena, tvx_logged *out,
                  bool *found, tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_RECORD, error, "ih", neg, id);
    *found = tvx_rows_next(&rows);
    if (*found) {
        tvx_logged_from(out, &rows);
        out->body = tvx_arena_slice(arena, out->body, out->size);
        out->command = tvx_arena_text(arena, out->command);
        if (out->body == NULL || out->command == NULL)
            rows.code = tvx_fail_memory(error);
    }
    return tvx_rows_close(&rows);
}

/* The smallest or the greatest id that begins with the prefix. */
static void fill_id(char out[TVX_ID_HEX + 1], const char *prefix, char digit)
{
    size_t n = strlen(prefix);
    memset(out, digit, TVX_ID_HEX);
    memcpy(out, prefix, n < TVX_ID_HEX ? n : TVX_ID_HEX);
    out[TVX_ID_HEX] = '\0';
}

int tvx_store_find(tvx_store *store, int64_t neg, const char *prefix, int kind, size_t most,
                   tvx_arena *arena, tvx_texts *ids, tvx_error *error)
{
    char low[TVX_ID_HEX + 1], high[TVX_ID_HEX + 1], id[TVX_ID_HEX + 1];
    const char **items = NULL;
    size_t n = 0, capacity = 0;
    tvx_rows rows;
    fill_id(low, prefix, '0');
    fill_id(high, prefix, 'f');
    tvx_rows_open(&rows, store, TVX_SQL_FIND, error, "ihhii", neg, low, high, (int64_t)kind,
                  (int64_t)most);
    while (tvx_rows_next(&rows)) {
        tvx_rows_id(&rows, 0, id);
        if (tvx_arena_grow(arena, &items, n, &capacity, sizeof *items) != TVX_OK ||
            (items[n++] = tvx_arena_text(arena, id)) == NULL)
            rows.code = tvx_fail_memory(error);
    }
    *ids = (tvx_texts){.items = items, .n = n};
    return tvx_rows_close(&rows);
}
