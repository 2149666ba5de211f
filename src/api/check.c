/*
 * Looking a file over: faults of the file, and what an editor would want to know.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "codec/record.h"
#include "model/value.h"
#include "store/index.h"

typedef struct inspection {
    tvx_file *file;
    tvx_view *view; /* of the negotiation being looked over */
    tvx_finding_callback callback;
    void *payload;
} inspection;

static int find(const inspection *in, tvx_finding_level level, tvx_error *error, const char *format,
                ...) TVX_PRINTF(4, 5);

static int find(const inspection *in, tvx_finding_level level, tvx_error *error, const char *format,
                ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return in->callback(in->payload, level, text, error);
}

/* --- the file --- */

static int tell_fault(void *payload, const char *text, tvx_error *error)
{
    return find(payload, TVX_FINDING_FAULT, error, "%s", text);
}

static int compare_indexes(const inspection *in, tvx_error *error)
{
    tvx_store *store = in->file->store;
    char before[TVX_ID_HEX + 1], after[TVX_ID_HEX + 1];
    tvx_error locked = {0};
    int code = tvx_store_begin_write(store, &locked);
    if (code != TVX_OK)
        return find(in, TVX_FINDING_REMARK, error, "the indexes were not compared: %s",
                    locked.message);
    code = tvx_store_index_digest(store, before, error);
    if (code == TVX_OK)
        code = tvx_store_rebuild(store, &locked);
    if (code == TVX_EIO) { /* a file that may be read, but not written to, or no room */
        tvx_store_rollback(store);
        return find(in, TVX_FINDING_REMARK, error, "the indexes were not compared: %s",
                    locked.message);
    }
    if (code != TVX_OK && error != NULL && error->code == TVX_OK)
        *error = locked;
    if (code == TVX_OK)
        code = tvx_store_index_digest(store, after, error);
    tvx_store_rollback(store);
    if (code == TVX_OK && strcmp(before, after) != 0)
        code = find(in, TVX_FINDING_FAULT, error,
                    "the indexes differ from what the records say: travaux rebuild mends them");
    return code;
}

/* --- one negotiation --- */

static int tell_conflict(void *payload, tvx_record_kind kind, const tvx_texts *ids,
                         tvx_error *error)
{
    tvx_buf list = {0};
    for (size_t i = 1; i < ids->n && i < 6; i++)
        tvx_buf_format(&list, "%s%.12s", i == 1 ? "" : ", ", ids->items[i]);
    int code = find(payload, TVX_FINDING_REMARK, error,
                    "heads in conflict: %s %.12s is used, not %s; record one that supersedes them",
                    tvx_record_kind_name(kind), ids->items[0], tvx_buf_string(&list));
    tvx_buf_dispose(&list);
    return code;
}

static int look_for_id(const inspection *in, const char *by, const char *id, const char *what,
                       tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    bool found = false;
    int code = id == NULL ? TVX_OK
                          : tvx_store_get(in->file->store, in->view->neg, id, &arena, &logged,
                                          &found, error);
    tvx_arena_dispose(&arena);
    if (code != TVX_OK || id == NULL || found)
        return code;
    return find(in, TVX_FINDING_REMARK, error, "record %.12s %s %.12s, which is not in this file",
                by, what, id);
}

static int look_for_all(const inspection *in, const char *by, const tvx_texts *ids,
                        const char *what, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < ids->n && code == TVX_OK; i++)
        code = look_for_id(in, by, ids->items[i], what, error);
    return code;
}

/* A record that supersedes one of another kind or key, which a merge can bring: it has no effect.
 */
static int look_for_kin(const inspection *in, const tvx_record *record, const char *id,
                        tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    tvx_record old;
    bool found = false;
    const char *key = tvx_record_key(record);
    int code = tvx_store_get(in->file->store, in->view->neg, id, &arena, &logged, &found, error);
    if (code == TVX_OK && found)
        code = tvx_record_decode(&old, &arena, id, logged.body, logged.size, error);
    if (code == TVX_OK && found &&
        (old.kind != record->kind || (key != NULL && strcmp(key, tvx_record_key(&old)) != 0)))
        code = find(in, TVX_FINDING_REMARK, error,
                    "record %.12s supersedes %.12s, which is of another kind or key: that counts "
                    "for nothing",
                    record->id, id);
    tvx_arena_dispose(&arena);
    return code;
}

static int check_supersedes(const inspection *in, const tvx_record *record, tvx_error *error)
{
    const tvx_texts *ids = tvx_record_supersedes(record);
    int code = look_for_all(in, record->id, ids, "supersedes", error);
    for (size_t i = 0; i < ids->n && code == TVX_OK; i++)
        code = look_for_kin(in, record, ids->items[i], error);
    return code;
}

/* Ids that lead nowhere. */
static int check_record(void *payload, const tvx_logged *logged, tvx_error *error)
{
    const inspection *in = payload;
    tvx_arena arena = {0};
    tvx_record record;
    int code = tvx_record_decode(&record, &arena, logged->id, logged->body, logged->size, error);
    if (code == TVX_OK)
        code = check_supersedes(in, &record, error);
    if (code == TVX_OK && record.kind == TVX_RECORD_REPORT)
        code = look_for_all(in, logged->id, &record.as.report.updates, "updates", error);
    if (code == TVX_OK && record.kind == TVX_RECORD_JUDGEMENT) {
        const tvx_judgement *j = &record.as.judgement;
        code = look_for_id(in, logged->id, j->report, "judges", error);
        if (code == TVX_OK)
            code = look_for_id(in, logged->id, j->judgement, "judges", error);
    }
    tvx_arena_dispose(&arena);
    return code;
}

/* Claims on terms that nobody declared, and values that the term in force does not read. */
static int check_claims(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    const inspection *in = payload;
    int code = TVX_OK;
    for (size_t i = 0; i < stored->report.n_claims && code == TVX_OK; i++) {
        const tvx_claim *claim = &stored->report.claims[i];
        const tvx_row *row = tvx_vocabulary_row(&in->view->vocabulary, claim->term);
        tvx_arena arena = {0};
        tvx_value value;
        if (row == NULL)
            code = find(in, TVX_FINDING_REMARK, error,
                        "report %.12s: claim %zu is on '%s', which is no term or variant here",
                        stored->id, i + 1, claim->term);
        else if ((claim->value.text != NULL || claim->value.form != NULL) &&
                 tvx_value_read(&arena, row->term, &claim->value, &value, NULL) == TVX_EINPUT)
            code = find(in, TVX_FINDING_REMARK, error,
                        "report %.12s: claim %zu on '%s' is read as wording: its value is of an "
                        "earlier record of the term",
                        stored->id, i + 1, claim->term);
        tvx_arena_dispose(&arena);
    }
    return code;
}

static int check_order(const inspection *in, tvx_error *error)
{
    const tvx_placed_draft *drafts;
    size_t n;
    int code = tvx_view_drafts(in->view, &drafts, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        if (drafts[i].cut)
            code = find(in, TVX_FINDING_REMARK, error,
                        "drafts follow one another in a circle: it was cut at '%s'",
                        drafts[i].draft->key);
    return code;
}

static int check_negotiation(inspection *in, const char *key, tvx_error *error)
{
    tvx_query query = {.negotiation = key};
    tvx_store *store = in->file->store;
    int code = tvx_view_open(&in->view, in->file, &query, error);
    if (code == TVX_OK)
        code = tvx_store_conflicts(store, in->view->neg, tell_conflict, in, error);
    if (code == TVX_OK)
        code = tvx_store_all(store, in->view->neg, check_record, in, error);
    if (code == TVX_OK)
        code = tvx_store_reports(store, &in->view->asked, check_claims, in, error);
    if (code == TVX_OK)
        code = check_order(in, error);
    tvx_view_free(in->view);
    in->view = NULL;
    return code;
}

int tvx_file_check(tvx_file *file, tvx_finding_callback callback, void *payload, tvx_error *error)
{
    inspection in = {.file = file, .callback = callback, .payload = payload};
    tvx_texts keys;
    int code = tvx_store_faults(file->store, tell_fault, &in, error);
    if (code == TVX_OK)
        code = compare_indexes(&in, error);
    if (code == TVX_OK)
        code = tvx_file_negotiations(file, &keys, error);
    for (size_t i = 0; code == TVX_OK && i < keys.n; i++)
        code = check_negotiation(&in, keys.items[i], error);
    return code;
}
