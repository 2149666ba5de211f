#include "store/index.h"

#include <string.h>

#include "base/fail.h"
#include "codec/pack.h"
#include "codec/record.h"
#include "model/shape.h"
#include "store/id_set.h"

/* --- drafts: what the order of drafts rests on --- */

static int link_draft(tvx_store *store, int64_t neg, int64_t draft, const char *target,
                      tvx_error *error)
{
    int64_t name;
    int code = tvx_index_name(store, neg, TVX_RECORD_DRAFT, target, &name, error);
    return code != TVX_OK ? code : tvx_run(store, TVX_SQL_ADD_LINK, error, "iii", neg, name, draft);
}

static int index_draft(tvx_store *store, int64_t neg, int64_t name, const tvx_record *record,
                       tvx_error *error)
{
    const tvx_draft *draft = &record->as.draft;
    tvx_buf_clear(&store->scratch);
    tvx_pack(&store->scratch, tvx_shape_of(TVX_RECORD_DRAFT), draft);
    if (store->scratch.failed)
        return tvx_fail_memory(error);
    int code = tvx_run(store, TVX_SQL_SET_DRAFT, error, "iihb", neg, name, record->id,
                       tvx_buf_string(&store->scratch), store->scratch.size);
    if (code == TVX_OK)
        code = tvx_run(store, TVX_SQL_DELETE_LINKS, error, "ii", neg, name);
    for (size_t i = 0; i < draft->follows.n && code == TVX_OK; i++)
        code = link_draft(store, neg, name, draft->follows.items[i], error);
    if (code == TVX_OK && draft->amends != NULL)
        code = link_draft(store, neg, name, draft->amends, error);
    return code;
}

static int unindex_draft(tvx_store *store, int64_t neg, int64_t name, tvx_error *error)
{
    int code = tvx_run(store, TVX_SQL_DELETE_DRAFT, error, "ii", neg, name);
    return code != TVX_OK ? code : tvx_run(store, TVX_SQL_DELETE_LINKS, error, "ii", neg, name);
}

/* --- records with a key --- */

/* The record of an id: the one at hand if it is that, else read back from the log. */
static int load(tvx_store *store, int64_t neg, const char *id, const tvx_record *at_hand,
                tvx_arena *arena, tvx_record *out, tvx_error *error)
{
    if (at_hand != NULL && strcmp(at_hand->id, id) == 0) {
        *out = *at_hand;
        return TVX_OK;
    }
    tvx_logged logged;
    bool found;
    int code = tvx_store_get(store, neg, id, arena, &logged, &found, error);
    if (code == TVX_OK && !found)
        return tvx_fail(error, TVX_EFILE, "record %s is missing from '%s'", id, store->path);
    return code != TVX_OK ? code
                          : tvx_record_decode(out, arena, id, logged.body, logged.size, error);
}

static int set_head(tvx_store *store, int64_t neg, int kind, int64_t name, const char *id,
                    const tvx_record *at_hand, tvx_error *error)
{
    int code = tvx_run(store, TVX_SQL_SET_HEAD, error, "iiih", neg, (int64_t)kind, name, id);
    if (code != TVX_OK || kind != TVX_RECORD_DRAFT)
        return code;
    tvx_arena arena = {0};
    tvx_record record;
    code = load(store, neg, id, at_hand, &arena, &record, error);
    if (code == TVX_OK)
        code = index_draft(store, neg, name, &record, error);
    tvx_arena_dispose(&arena);
    return code;
}

/* Decides anew which record of a key is in force. */
static int refresh_key(tvx_store *store, int64_t neg, int kind, int64_t name,
                       const tvx_record *at_hand, tvx_error *error)
{
    tvx_rows rows;
    char id[TVX_ID_HEX + 1] = "";
    tvx_rows_open(&rows, store, TVX_SQL_LIVE_OF_NAME, error, "iii", neg, (int64_t)kind, name);
    if (tvx_rows_next(&rows))
        tvx_rows_id(&rows, 0, id);
    int code = tvx_rows_close(&rows);
    if (code != TVX_OK)
        return code;
    if (id[0] != '\0')
        return set_head(store, neg, kind, name, id, at_hand, error);
    code = tvx_run(store, TVX_SQL_DELETE_HEAD, error, "iii", neg, (int64_t)kind, name);
    if (code == TVX_OK && kind == TVX_RECORD_DRAFT)
        code = unindex_draft(store, neg, name, error);
    return code;
}

/* --- reports and judgements, which have none --- */

static int put_in_force(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                        const tvx_record *at_hand, tvx_arena *arena, tvx_error *error)
{
    if (kind == TVX_RECORD_JUDGEMENT)
        return tvx_run(store, TVX_SQL_ADD_JUDGEMENT, error, "ih", neg, id);
    tvx_record record;
    int code = load(store, neg, id, at_hand, arena, &record, error);
    return code != TVX_OK ? code : tvx_index_report_in(store, neg, &record, error);
}

static int put_out_of_force(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                            tvx_error *error)
{
    return kind == TVX_RECORD_JUDGEMENT
               ? tvx_run(store, TVX_SQL_DELETE_JUDGEMENT, error, "ih", neg, id)
               : tvx_index_report_out(store, neg, id, error);
}

/* Decides anew which record of a group is in force; adds the group to the set, if one is given. */
static int refresh_group(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                         const tvx_record *at_hand, tvx_id_set *met, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_texts group;
    const char *in_force;
    bool is_new;
    int code = tvx_index_group(store, neg, kind, id, &arena, &group, &in_force, error);
    for (size_t i = 0; code == TVX_OK && i < group.n; i++) {
        if (strcmp(group.items[i], in_force) != 0)
            code = put_out_of_force(store, neg, kind, group.items[i], error);
        if (code == TVX_OK && met != NULL)
            code = tvx_id_set_add(met, group.items[i], &is_new, error);
    }
    if (code == TVX_OK && in_force[0] != '\0')
        code = put_in_force(store, neg, kind, in_force, at_hand, &arena, error);
    if (code == TVX_OK && kind == TVX_RECORD_REPORT)
        code = tvx_index_updated(store, neg, in_force, error);
    tvx_arena_dispose(&arena);
    return code;
}

/* --- one record --- */

static int refresh(tvx_store *store, int64_t neg, const tvx_record *record,
                   const tvx_record *at_hand, tvx_error *error)
{
    const char *key = tvx_record_key(record);
    if (key == NULL)
        return refresh_group(store, neg, record->kind, record->id, at_hand, NULL, error);
    int64_t name;
    int code = tvx_index_name(store, neg, (int)record->kind, key, &name, error);
    return code != TVX_OK ? code : refresh_key(store, neg, (int)record->kind, name, at_hand, error);
}

int tvx_index_add(tvx_store *store, int64_t neg, const tvx_record *record, tvx_error *error)
{
    int code = TVX_OK;
    int64_t name = -1;
    const char *key = tvx_record_key(record);
    const tvx_texts *old = tvx_record_supersedes(record);
    if (key != NULL) {
        code = tvx_index_name(store, neg, (int)record->kind, key, &name, error);
        if (code == TVX_OK)
            code = tvx_run(store, TVX_SQL_ADD_KEYED, error, "iiih", neg, (int64_t)record->kind,
                           name, record->id);
    }
    for (size_t i = 0; i < old->n && code == TVX_OK; i++)
        code = tvx_run(store, TVX_SQL_ADD_SUCCESSOR, error, "ihhii", neg, old->items[i], record->id,
                       (int64_t)record->kind, name);
    return code != TVX_OK ? code : refresh(store, neg, record, record, error);
}

/* What a record superseded is in force again once it is gone: each decides anew. */
static int refresh_superseded(tvx_store *store, int64_t neg, const tvx_record *record,
                              tvx_error *error)
{
    const tvx_texts *old = tvx_record_supersedes(record);
    tvx_arena arena = {0};
    tvx_id_set met = {.arena = &arena};
    int code = TVX_OK;
    for (size_t i = 0; i < old->n && code == TVX_OK; i++) {
        bool is_new;
        code = tvx_id_set_add(&met, old->items[i], &is_new, error);
        if (code == TVX_OK && is_new)
            code = refresh_group(store, neg, record->kind, old->items[i], NULL, &met, error);
    }
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_index_remove(tvx_store *store, int64_t neg, const tvx_record *record, tvx_error *error)
{
    const char *key = tvx_record_key(record);
    int64_t name;
    int code = tvx_run(store, TVX_SQL_DELETE_SUCCESSORS, error, "ih", neg, record->id);
    if (code == TVX_OK && key != NULL) {
        code = tvx_index_name(store, neg, (int)record->kind, key, &name, error);
        if (code == TVX_OK)
            code = tvx_run(store, TVX_SQL_DELETE_KEYED, error, "iiih", neg, (int64_t)record->kind,
                           name, record->id);
    }
    if (code == TVX_OK)
        code = refresh(store, neg, record, NULL, error);
    return code != TVX_OK || key != NULL ? code : refresh_superseded(store, neg, record, error);
}
