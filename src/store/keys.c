/*
 * Names, keys, and which record of a key is in force.
 */
#include <stdio.h>

#include "base/fail.h"
#include "base/text.h"
#include "codec/record.h"
#include "store/index.h"
#include "store/sql.h"

/* In place of the number of a name: the kind has no keys. */
enum { NO_NAME = -1 };

int tvx_index_name(tvx_store *store, int64_t neg, int kind, const char *key, int64_t *name,
                   tvx_error *error)
{
    int code = tvx_run_int(store, TVX_SQL_NAME, name, -1, error, "iit", neg, (int64_t)kind, key);
    if (code != TVX_OK || *name >= 0)
        return code;
    code = tvx_run_int(store, TVX_SQL_NEXT_NAME, name, 0, error, "ii", neg, (int64_t)kind);
    if (code != TVX_OK)
        return code;
    return tvx_run(store, TVX_SQL_ADD_NAME, error, "iiit", neg, (int64_t)kind, *name, key);
}

int tvx_index_outlet(tvx_store *store, int64_t neg, const char *outlet, int64_t *name,
                     tvx_error *error)
{
    tvx_arena arena = {0};
    const char *folded = tvx_text_fold_name(&arena, outlet);
    int code = folded == NULL ? tvx_fail_memory(error)
                              : tvx_index_name(store, neg, TVX_RECORD_OUTLET, folded, name, error);
    tvx_arena_dispose(&arena);
    return code;
}

const char *tvx_record_key(const tvx_record *record)
{
    switch (record->kind) {
    case TVX_RECORD_NEGOTIATION:
        return record->as.negotiation.key;
    case TVX_RECORD_PARTY:
        return record->as.party.key;
    case TVX_RECORD_TERM:
        return record->as.term.key;
    case TVX_RECORD_OUTLET:
        return record->as.outlet.name;
    case TVX_RECORD_DRAFT:
        return record->as.draft.key;
    case TVX_RECORD_REPORT:
    case TVX_RECORD_JUDGEMENT:
        break;
    }
    return NULL;
}

bool tvx_is_forget(const tvx_record *record)
{
    return record->kind == TVX_RECORD_JUDGEMENT && record->as.judgement.act == TVX_ACT_FORGET;
}

const tvx_texts *tvx_record_supersedes(const tvx_record *record)
{
    static const tvx_texts NONE = {0};
    switch (record->kind) {
    case TVX_RECORD_NEGOTIATION:
        return &record->as.negotiation.supersedes;
    case TVX_RECORD_PARTY:
        return &record->as.party.supersedes;
    case TVX_RECORD_TERM:
        return &record->as.term.supersedes;
    case TVX_RECORD_OUTLET:
        return &record->as.outlet.supersedes;
    case TVX_RECORD_DRAFT:
        return &record->as.draft.supersedes;
    case TVX_RECORD_REPORT:
        return &record->as.report.supersedes;
    case TVX_RECORD_JUDGEMENT:
        break;
    }
    return &NONE;
}

int tvx_store_declared(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *key,
                       bool *declared, tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_DECLARED, error, "iit", neg, (int64_t)kind, key);
    *declared = tvx_rows_next(&rows);
    return tvx_rows_close(&rows);
}

int tvx_store_head(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *key,
                   char id[TVX_ID_HEX + 1], tvx_error *error)
{
    tvx_rows rows;
    id[0] = '\0';
    tvx_rows_open(&rows, store, TVX_SQL_HEAD, error, "iit", neg, (int64_t)kind, key);
    if (tvx_rows_next(&rows))
        tvx_rows_id(&rows, 0, id);
    return tvx_rows_close(&rows);
}

int tvx_store_superseded(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *key,
                         const char *id, bool *superseded, tvx_error *error)
{
    tvx_rows rows;
    int64_t name = NO_NAME;
    int code = key == NULL ? TVX_OK
                           : tvx_run_int(store, TVX_SQL_NAME, &name, NO_NAME, error, "iit", neg,
                                         (int64_t)kind, key);
    *superseded = false;
    if (code != TVX_OK)
        return code;
    tvx_rows_open(&rows, store, TVX_SQL_SUPERSEDED, error, "ihii", neg, id, (int64_t)kind, name);
    *superseded = tvx_rows_next(&rows);
    return tvx_rows_close(&rows);
}

/* The head of the key that a record has. */
static int head_of(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                   char out[TVX_ID_HEX + 1], tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    tvx_record record;
    bool found;
    int code = tvx_store_get(store, neg, id, &arena, &logged, &found, error);
    if (code == TVX_OK && found && logged.kind == kind) {
        code = tvx_record_decode(&record, &arena, id, logged.body, logged.size, error);
        if (code == TVX_OK)
            code = tvx_store_head(store, neg, kind, tvx_record_key(&record), out, error);
    }
    tvx_arena_dispose(&arena);
    return code;
}

/* Of heads in conflict one is in force, and stands for itself and its own history alone. */
static int stands_for_report(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                             tvx_arena *arena, const char **out, tvx_error *error)
{
    tvx_texts group, ancestors = {0};
    const char *in_force = "";
    int code = tvx_index_group(store, neg, kind, id, arena, &group, &in_force, error);
    if (code == TVX_OK && in_force[0] != '\0')
        code = tvx_index_ancestors(store, neg, kind, in_force, arena, &ancestors, error);
    *out = code == TVX_OK && tvx_text_among(id, ancestors.items, ancestors.n) ? in_force : "";
    return code;
}

int tvx_store_stands_for(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                         char out[TVX_ID_HEX + 1], tvx_error *error)
{
    tvx_arena arena = {0};
    const char *in_force = "";
    out[0] = '\0';
    if (kind != TVX_RECORD_REPORT && kind != TVX_RECORD_JUDGEMENT)
        return head_of(store, neg, kind, id, out, error);
    int code = stands_for_report(store, neg, kind, id, &arena, &in_force, error);
    if (code == TVX_OK)
        snprintf(out, TVX_ID_HEX + 1, "%s", in_force);
    tvx_arena_dispose(&arena);
    return code;
}
