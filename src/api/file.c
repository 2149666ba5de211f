#include "travaux/file.h"

#include <sys/stat.h>
#include <unistd.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/mem.h"
#include "codec/record.h"
#include "store/index.h"
#include "store/search.h"

static int wrap(tvx_file **out, tvx_store *store, const char *path, tvx_error *error)
{
    struct stat info;
    tvx_file *file = tvx_mem_new(1, sizeof *file);
    if (file == NULL) {
        tvx_store_free(store);
        return tvx_fail_memory(error);
    }
    file->store = store;
    if (stat(path, &info) == 0) {
        file->device = info.st_dev;
        file->inode = info.st_ino;
    }
    *out = file;
    return TVX_OK;
}

int tvx_file_create(tvx_file **out, const char *path, tvx_error *error)
{
    tvx_store *store;
    *out = NULL;
    int code = tvx_store_create(&store, path, error);
    if (code == TVX_OK && (code = wrap(out, store, path, error)) != TVX_OK)
        unlink(path);
    return code;
}

int tvx_file_open(tvx_file **out, const char *path, tvx_error *error)
{
    tvx_store *store;
    *out = NULL;
    int code = tvx_store_open(&store, path, error);
    return code != TVX_OK ? code : wrap(out, store, path, error);
}

const char *tvx_file_backup_made(const tvx_file *file)
{
    return tvx_store_backup_made(file->store);
}

void tvx_file_free(tvx_file *file)
{
    if (file == NULL)
        return;
    tvx_store_free(file->store);
    tvx_arena_dispose(&file->arena);
    tvx_mem_free(file);
}

int tvx_file_negotiations(tvx_file *file, tvx_texts *out, tvx_error *error)
{
    tvx_negotiation_entry *all;
    size_t n;
    tvx_arena_clear(&file->arena);
    int code = tvx_store_negotiations(file->store, &file->arena, &all, &n, error);
    if (code != TVX_OK)
        return code;
    const char **keys = tvx_arena_new(&file->arena, n, sizeof *keys);
    if (keys == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        keys[i] = all[i].key;
    *out = (tvx_texts){.items = keys, .n = n};
    return TVX_OK;
}

const char *tvx_record_label(const tvx_record *record)
{
    switch (record->kind) {
    case TVX_RECORD_NEGOTIATION:
        return record->as.negotiation.title;
    case TVX_RECORD_PARTY:
        return record->as.party.name;
    case TVX_RECORD_TERM:
        return record->as.term.title;
    case TVX_RECORD_OUTLET:
        return record->as.outlet.name;
    case TVX_RECORD_DRAFT:
        return record->as.draft.title;
    case TVX_RECORD_REPORT:
        return record->as.report.outlet;
    case TVX_RECORD_JUDGEMENT:
        break;
    }
    return tvx_act_name(record->as.judgement.act);
}

const char *tvx_record_negotiation(const tvx_record *record)
{
    switch (record->kind) {
    case TVX_RECORD_NEGOTIATION:
        return record->as.negotiation.key;
    case TVX_RECORD_PARTY:
        return record->as.party.negotiation;
    case TVX_RECORD_TERM:
        return record->as.term.negotiation;
    case TVX_RECORD_OUTLET:
        return record->as.outlet.negotiation;
    case TVX_RECORD_DRAFT:
        return record->as.draft.negotiation;
    case TVX_RECORD_REPORT:
        return record->as.report.negotiation;
    case TVX_RECORD_JUDGEMENT:
        break;
    }
    return record->as.judgement.negotiation;
}

/* --- the log --- */

typedef struct log_reader {
    tvx_store *store;
    tvx_arena arena; /* of one record */
    tvx_log_callback callback;
    void *payload;
} log_reader;

static int hand_entry(void *payload, const tvx_logged *logged, tvx_error *error)
{
    log_reader *r = payload;
    tvx_record record;
    bool superseded = false;
    tvx_arena_clear(&r->arena);
    int code = tvx_record_decode(&record, &r->arena, logged->id, logged->body, logged->size, error);
    if (code == TVX_OK)
        code = tvx_store_superseded(r->store, logged->neg, record.kind, tvx_record_key(&record),
                                    logged->id, &superseded, error);
    const char *body = tvx_arena_slice(&r->arena, logged->body, logged->size);
    if (code == TVX_OK && body == NULL)
        code = tvx_fail_memory(error);
    if (code != TVX_OK)
        return code;
    tvx_log_entry entry = {.negotiation = tvx_record_negotiation(&record),
                           .kind = record.kind,
                           .id = logged->id,
                           .key = tvx_record_key(&record),
                           .label = tvx_record_label(&record),
                           .body = body,
                           .recorded = logged->recorded,
                           .call = logged->call,
                           .command = logged->command,
                           .in_force = !superseded};
    return r->callback(r->payload, &entry, error);
}

typedef int (*walker)(tvx_store *store, int64_t neg, tvx_logged_callback callback, void *payload,
                      tvx_error *error);

/* Walks the records of one negotiation or of all. */
static int walk_records(tvx_file *file, const char *negotiation, walker walk,
                        tvx_log_callback callback, void *payload, tvx_error *error)
{
    log_reader r = {.store = file->store, .callback = callback, .payload = payload};
    tvx_texts keys = {.items = &negotiation, .n = 1};
    int code = negotiation != NULL ? TVX_OK : tvx_file_negotiations(file, &keys, error);
    for (size_t i = 0; i < keys.n && code == TVX_OK; i++) {
        int64_t neg;
        code = tvx_store_negotiation(file->store, keys.items[i], &neg, error);
        if (code == TVX_OK && neg < 0)
            code =
                tvx_fail(error, TVX_ENOTFOUND, "no negotiation '%s' in this file", keys.items[i]);
        if (code == TVX_OK)
            code = walk(file->store, neg, hand_entry, &r, error);
    }
    tvx_arena_dispose(&r.arena);
    return code;
}

int tvx_entries_all(tvx_store *store, int64_t neg, tvx_log_callback callback, void *payload,
                    tvx_error *error)
{
    log_reader r = {.store = store, .callback = callback, .payload = payload};
    int code = tvx_store_all(store, neg, hand_entry, &r, error);
    tvx_arena_dispose(&r.arena);
    return code;
}

int tvx_file_log(tvx_file *file, const char *negotiation, tvx_log_callback callback, void *payload,
                 tvx_error *error)
{
    return walk_records(file, negotiation, tvx_store_log, callback, payload, error);
}

int tvx_file_records(tvx_file *file, const char *negotiation, tvx_log_callback callback,
                     void *payload, tvx_error *error)
{
    return walk_records(file, negotiation, tvx_store_all, callback, payload, error);
}

int tvx_file_rebuild(tvx_file *file, tvx_error *error)
{
    int code = tvx_store_begin_write(file->store, error);
    if (code == TVX_OK)
        code = tvx_store_rebuild(file->store, error);
    if (code == TVX_OK)
        code = tvx_store_search_stale(file->store, error);
    if (code == TVX_OK)
        code = tvx_store_commit(file->store, error);
    if (code != TVX_OK)
        tvx_store_rollback(file->store);
    return code != TVX_OK ? code : tvx_store_scrub(file->store, error);
}

int tvx_file_copies(tvx_file *file, tvx_texts *out, tvx_error *error)
{
    tvx_arena_clear(&file->arena);
    return tvx_store_backups(file->store, &file->arena, out, error);
}
