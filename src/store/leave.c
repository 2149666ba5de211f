#include "store/leave.h"

#include <string.h>

#include "base/fail.h"
#include "codec/record.h"
#include "store/index.h"
#include "store/search.h"

bool tvx_may_be_forgotten(const tvx_record *record)
{
    return record->kind == TVX_RECORD_REPORT ||
           (record->kind == TVX_RECORD_JUDGEMENT && !tvx_is_forget(record));
}

/* Of the open call, the full text knows nothing yet. */
int tvx_store_take_back(tvx_store *store, int64_t neg, const tvx_record *record, tvx_error *error)
{
    int code = tvx_run(store, TVX_SQL_DELETE_RECORD, error, "ih", neg, record->id);
    return code != TVX_OK ? code : tvx_index_remove(store, neg, record, error);
}

/* The record of an id, if it is there. */
static int load(tvx_store *store, int64_t neg, const char *id, tvx_arena *arena, tvx_record *out,
                bool *found, tvx_error *error)
{
    tvx_logged logged;
    int code = tvx_store_get(store, neg, id, arena, &logged, found, error);
    return code != TVX_OK || !*found
               ? code
               : tvx_record_decode(out, arena, id, logged.body, logged.size, error);
}

/* --- forgetting --- */

int tvx_forget(tvx_store *store, int64_t neg, const char *id, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_record record;
    bool found = false;
    int code = tvx_run(store, TVX_SQL_ADD_FORGOTTEN, error, "ih", neg, id);
    if (code == TVX_OK)
        code = load(store, neg, id, &arena, &record, &found, error);
    if (code == TVX_OK && found && tvx_may_be_forgotten(&record)) {
        store->forgetting = true;
        code = tvx_store_take_back(store, neg, &record, error);
        if (code == TVX_OK)
            code = tvx_store_search_stale(store, error);
    }
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_sweep_names(tvx_store *store, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_negotiation_entry *all;
    size_t n;
    int code = tvx_store_negotiations(store, &arena, &all, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = tvx_run(store, TVX_SQL_SWEEP_NAMES, error, "i", all[i].neg);
    tvx_arena_dispose(&arena);
    return code;
}

bool tvx_store_forgot(const tvx_store *store)
{
    return store->forgetting || store->forgot;
}

/* Pages that were split keep what was moved from them, whatever is deleted later: only a file
   written anew holds none of it. */
int tvx_store_scrub(tvx_store *store, tvx_error *error)
{
    int code = tvx_run_text(store, "VACUUM", error);
    if (code == TVX_OK)
        store->forgot = false;
    return code;
}

/* --- undoing --- */

typedef struct undone {
    int64_t neg;
    const char *id;
} undone;

/* The records of the last call. */
typedef struct undoing {
    tvx_arena *arena;
    undone *items;
    size_t n, capacity;
} undoing;

static int look_at(void *payload, const tvx_logged *logged, tvx_error *error)
{
    undoing *u = payload;
    tvx_arena arena = {0};
    tvx_record record = {.kind = logged->kind};
    int code =
        logged->kind == TVX_RECORD_JUDGEMENT
            ? tvx_record_decode(&record, &arena, logged->id, logged->body, logged->size, error)
            : TVX_OK;
    if (code == TVX_OK && tvx_is_forget(&record)) {
        code = tvx_fail(error, TVX_EUSAGE, "the last call ('%s') forgot something for good",
                        logged->command);
        tvx_fail_hint(error, "neither it nor what was recorded before can be taken back; mend a "
                             "record with travaux edit");
    }
    tvx_arena_dispose(&arena);
    if (code != TVX_OK)
        return code;
    const char *id = tvx_arena_text(u->arena, logged->id);
    if (id == NULL ||
        tvx_arena_grow(u->arena, &u->items, u->n, &u->capacity, sizeof *u->items) != TVX_OK)
        return tvx_fail_memory(error);
    u->items[u->n++] = (undone){.neg = logged->neg, .id = id};
    return TVX_OK;
}

static int undo_record(tvx_store *store, const undone *item, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_record record;
    bool found = false;
    int code = load(store, item->neg, item->id, &arena, &record, &found, error);
    if (code == TVX_OK && found)
        code = tvx_store_take_back(store, item->neg, &record, error);
    tvx_arena_dispose(&arena);
    return code;
}

/* Nothing is left of a call without records, nor of a negotiation without any. */
static int undo_call(tvx_store *store, int64_t neg, int64_t call, tvx_error *error)
{
    int64_t any = 0;
    int code = tvx_run(store, TVX_SQL_DELETE_CALL, error, "ii", neg, call);
    if (code == TVX_OK)
        code = tvx_run_int(store, TVX_SQL_ANY_RECORD, &any, 0, error, "i", neg);
    if (code != TVX_OK || any != 0)
        return code;
    code = tvx_run(store, TVX_SQL_DELETE_NAMES, error, "i", neg);
    return code != TVX_OK ? code : tvx_run(store, TVX_SQL_DELETE_NEGOTIATION, error, "i", neg);
}

static int take_out(tvx_store *store, const undoing *u, int64_t call, tvx_error *error)
{
    int code = tvx_store_search_stale(store, error);
    for (size_t i = 0; i < u->n && code == TVX_OK; i++)
        code = undo_record(store, &u->items[i], error);
    for (size_t i = 0; i < u->n && code == TVX_OK; i++)
        if (i == 0 || u->items[i].neg != u->items[i - 1].neg)
            code = undo_call(store, u->items[i].neg, call, error);
    return code;
}

int tvx_store_undo(tvx_store *store, tvx_logged_callback callback, void *payload, tvx_error *error)
{
    tvx_arena arena = {0};
    undoing u = {.arena = &arena};
    int64_t call = 0;
    int code = tvx_run_int(store, TVX_SQL_LAST_CALL, &call, 0, error, "");
    if (code == TVX_OK)
        code = tvx_log_of_call(store, call, look_at, &u, error);
    if (code == TVX_OK && u.n == 0) {
        code = tvx_fail(error, TVX_ENOTFOUND, "nothing was recorded in '%s'", store->path);
        tvx_fail_hint(error, "there is nothing to take back");
    }
    if (code == TVX_OK)
        code = tvx_log_of_call(store, call, callback, payload, error);
    if (code == TVX_OK)
        code = take_out(store, &u, call, error);
    tvx_arena_dispose(&arena);
    return code;
}
