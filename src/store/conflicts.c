/*
 * Heads in conflict: several live records of one kind and key, or of one history.
 */
#include <string.h>

#include "base/fail.h"
#include "store/index.h"
#include "store/sql.h"

/* The live records met so far of one kind and key. */
typedef struct group {
    int64_t kind, name;
    const char **ids;
    size_t n, capacity;
    tvx_arena arena;
} group;

static int flush(group *g, tvx_conflict_callback callback, void *payload, tvx_error *error)
{
    int code = TVX_OK;
    if (g->n > 1) {
        tvx_texts ids = {.items = g->ids, .n = g->n};
        code = callback(payload, (tvx_record_kind)g->kind, &ids, error);
    }
    tvx_arena_clear(&g->arena);
    g->ids = NULL;
    g->n = g->capacity = 0;
    return code;
}

static int collect(group *g, const tvx_rows *rows, int column)
{
    char id[TVX_ID_HEX + 1];
    tvx_rows_id(rows, column, id);
    char *copy = tvx_arena_text(&g->arena, id);
    if (copy == NULL ||
        tvx_arena_grow(&g->arena, &g->ids, g->n, &g->capacity, sizeof *g->ids) != TVX_OK)
        return tvx_fail_memory(rows->error);
    g->ids[g->n++] = copy;
    return TVX_OK;
}

static int keyed_conflicts(tvx_store *store, int64_t neg, tvx_conflict_callback callback,
                           void *payload, tvx_error *error)
{
    tvx_rows rows;
    group g = {.kind = -1};
    tvx_rows_open(&rows, store, TVX_SQL_KEY_CONFLICTS, error, "i", neg);
    while (tvx_rows_next(&rows)) {
        int64_t kind = tvx_rows_int(&rows, 0), name = tvx_rows_int(&rows, 1);
        if (kind != g.kind || name != g.name)
            rows.code = flush(&g, callback, payload, error);
        g.kind = kind;
        g.name = name;
        if (rows.code == TVX_OK)
            rows.code = collect(&g, &rows, 2);
    }
    if (rows.code == TVX_OK)
        rows.code = flush(&g, callback, payload, error);
    tvx_arena_dispose(&g.arena);
    return tvx_rows_close(&rows);
}

/* Keeps of a history its live records. */
static int keep_live(tvx_store *store, int64_t neg, tvx_record_kind kind, const tvx_texts *history,
                     tvx_arena *arena, tvx_texts *live, tvx_error *error)
{
    const char **ids = tvx_arena_new(arena, history->n, sizeof *ids);
    size_t n = 0;
    int code = ids == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < history->n && code == TVX_OK; i++) {
        bool is_live = false;
        code = tvx_index_live(store, neg, kind, history->items[i], &is_live, error);
        if (is_live)
            ids[n++] = history->items[i];
    }
    *live = (tvx_texts){.items = ids, .n = n};
    return code;
}

/* The conflict, if any, of the history that a superseding report belongs to. Told once: for the
   first of its live records. */
static int history_conflict(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                            tvx_conflict_callback callback, void *payload, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_texts history, live;
    const char *in_force;
    int code = tvx_index_group(store, neg, kind, id, &arena, &history, &in_force, error);
    if (code == TVX_OK)
        code = keep_live(store, neg, kind, &history, &arena, &live, error);
    if (code == TVX_OK && live.n > 1 && strcmp(live.items[0], id) == 0)
        code = callback(payload, kind, &live, error);
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_store_conflicts(tvx_store *store, int64_t neg, tvx_conflict_callback callback,
                        void *payload, tvx_error *error)
{
    int code = keyed_conflicts(store, neg, callback, payload, error);
    if (code != TVX_OK)
        return code;
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_SUPERSEDERS, error, "i", neg);
    while (tvx_rows_next(&rows)) {
        char id[TVX_ID_HEX + 1];
        tvx_rows_id(&rows, 0, id);
        rows.code = history_conflict(store, neg, (tvx_record_kind)tvx_rows_int(&rows, 1), id,
                                     callback, payload, error);
    }
    return tvx_rows_close(&rows);
}
