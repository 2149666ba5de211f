/*
 * Taking the last call back.
 */
#include "api/add_internal.h"
#include "base/fail.h"
#include "codec/record.h"

typedef struct undoing {
    tvx_arena *arena;
    tvx_arena record; /* of the one at hand */
    tvx_added_record *records;
    size_t n, capacity;
    tvx_undone *out;
} undoing;

static int list_undone(void *payload, const tvx_logged *logged, tvx_error *error)
{
    undoing *u = payload;
    tvx_record record;
    tvx_arena_clear(&u->record);
    int code =
        tvx_record_decode(&record, &u->record, logged->id, logged->body, logged->size, error);
    if (code != TVX_OK)
        return code;
    u->out->counts[record.kind]++;
    u->out->recorded = logged->recorded;
    if (u->out->command == NULL &&
        (u->out->command = tvx_arena_text(u->arena, logged->command)) == NULL)
        return tvx_fail_memory(error);
    if (u->n >= TVX_ADDED_LISTED)
        return TVX_OK;
    if (tvx_arena_grow(u->arena, &u->records, u->n, &u->capacity, sizeof *u->records) != TVX_OK)
        return tvx_fail_memory(error);
    return tvx_added_describe(&u->records[u->n++], u->arena, &record, error);
}

int tvx_file_undo(tvx_file *file, bool dry, tvx_undone *out, tvx_error *error)
{
    undoing u = {.arena = &file->arena, .out = out};
    *out = (tvx_undone){0};
    tvx_arena_clear(&file->arena);
    int code = tvx_store_begin_write(file->store, error);
    if (code == TVX_OK)
        code = tvx_store_undo(file->store, list_undone, &u, error);
    if (code == TVX_OK && !dry)
        code = tvx_store_commit(file->store, error);
    if (code != TVX_OK || dry)
        tvx_store_rollback(file->store);
    out->records = u.records;
    out->n_records = u.n;
    tvx_arena_dispose(&u.record);
    return code;
}
