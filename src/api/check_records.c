/*
 * Records that deserve a look: competing ones, ids that lead nowhere, circles, claims that the
 * vocabulary does not read.
 */
#include <string.h>

#include "api/check.h"
#include "base/fail.h"
#include "codec/record.h"
#include "model/value.h"
#include "store/index.h"

/* "draft us-0224", "report CNN, 'Title'". */
static void put_name(const tvx_record *record, tvx_buf *out)
{
    const char *key = tvx_record_key(record);
    tvx_buf_format(out, "%s %s", tvx_record_kind_name(record->kind),
                   key != NULL ? key : tvx_record_label(record));
    if (record->kind == TVX_RECORD_REPORT)
        tvx_buf_format(out, ", '%s'", record->as.report.title);
}

static int tell_conflict(void *payload, tvx_record_kind kind, const tvx_texts *ids,
                         tvx_error *error)
{
    const tvx_inspection *in = payload;
    tvx_arena arena = {0};
    tvx_buf name = {0}, list = {0};
    tvx_logged logged;
    tvx_record used;
    bool found = false;
    (void)kind;
    int code = tvx_store_get(in->file->store, in->view->neg, ids->items[0], &arena, &logged, &found,
                             error);
    if (code == TVX_OK)
        code = tvx_record_decode(&used, &arena, ids->items[0], logged.body, logged.size, error);
    if (code == TVX_OK) {
        put_name(&used, &name);
        for (size_t i = 1; i < ids->n && i < 6; i++)
            tvx_buf_format(&list, "%s%.12s", i == 1 ? "" : ", ", ids->items[i]);
        code = name.failed || list.failed
                   ? tvx_fail_memory(error)
                   : tvx_check_remark(
                         in, error,
                         "heads in conflict: %s: %.12s is used, not %s; record one that supersedes "
                         "them",
                         tvx_buf_string(&name), ids->items[0], tvx_buf_string(&list));
    }
    tvx_buf_dispose(&list);
    tvx_buf_dispose(&name);
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_check_reaches(const tvx_inspection *in, const char *report, const char **wrong,
                      tvx_error *error)
{
    tvx_store *store = in->file->store;
    char stands[TVX_ID_HEX + 1];
    tvx_texts ids = {0};
    tvx_arena arena = {0};
    *wrong = NULL;
    int code = tvx_store_stands_for(store, in->view->neg, TVX_RECORD_REPORT, report, stands, error);
    if (code == TVX_OK && stands[0] == '\0') {
        code =
            tvx_store_find(store, in->view->neg, report, TVX_RECORD_REPORT, 1, &arena, &ids, error);
        *wrong = ids.n == 0 ? "which is no report in this file"
                            : "in place of which another head in conflict is used";
    }
    tvx_arena_dispose(&arena);
    return code;
}

/* A record that supersedes what is not here, or one of another kind or key, which a merge can
 * bring: that has no effect. */
static int look_for_kin(const tvx_inspection *in, const tvx_record *record, const char *id,
                        tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    tvx_record old;
    bool found = false;
    const char *key = tvx_record_key(record);
    int code = tvx_store_get(in->file->store, in->view->neg, id, &arena, &logged, &found, error);
    if (code == TVX_OK && !found)
        code = tvx_check_remark(
            in, error, "record %.12s supersedes %.12s, which is not in this file", record->id, id);
    else if (code == TVX_OK)
        code = tvx_record_decode(&old, &arena, id, logged.body, logged.size, error);
    if (code == TVX_OK && found &&
        (old.kind != record->kind || (key != NULL && strcmp(key, tvx_record_key(&old)) != 0)))
        code = tvx_check_remark(in, error,
                                "record %.12s supersedes %.12s, which is of another kind or key: "
                                "that counts for nothing",
                                record->id, id);
    tvx_arena_dispose(&arena);
    return code;
}

static int look_for_updated(const tvx_inspection *in, const char *by, const char *id,
                            tvx_error *error)
{
    const char *wrong;
    int code = tvx_check_reaches(in, id, &wrong, error);
    if (code != TVX_OK || wrong == NULL)
        return code;
    return tvx_check_remark(in, error, "record %.12s updates %.12s, %s", by, id, wrong);
}

/* Ids that lead nowhere; those of judgements are looked at with what they do. */
static int check_record(void *payload, const tvx_logged *logged, tvx_error *error)
{
    const tvx_inspection *in = payload;
    tvx_arena arena = {0};
    tvx_record record;
    int code = tvx_record_decode(&record, &arena, logged->id, logged->body, logged->size, error);
    const tvx_texts *old = code == TVX_OK ? tvx_record_supersedes(&record) : &(tvx_texts){0};
    for (size_t i = 0; i < old->n && code == TVX_OK; i++)
        code = look_for_kin(in, &record, old->items[i], error);
    if (code == TVX_OK && record.kind == TVX_RECORD_REPORT) {
        const tvx_texts *updates = &record.as.report.updates;
        for (size_t i = 0; i < updates->n && code == TVX_OK; i++)
            code = look_for_updated(in, logged->id, updates->items[i], error);
    }
    tvx_arena_dispose(&arena);
    return code;
}

/* Claims on terms that nobody declared, and values that the term in force does not read. */
static int check_claims(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    const tvx_inspection *in = payload;
    int code = TVX_OK;
    for (size_t i = 0; i < stored->report.n_claims && code == TVX_OK; i++) {
        const tvx_claim *claim = &stored->report.claims[i];
        const tvx_row *row = tvx_vocabulary_row(&in->view->vocabulary, claim->term);
        tvx_arena arena = {0};
        tvx_value value;
        if (row == NULL)
            code = tvx_check_remark(
                in, error, "report %.12s: claim %zu is on '%s', which is no term or variant here",
                stored->id, i + 1, claim->term);
        else if ((claim->value.text != NULL || claim->value.form != NULL) &&
                 tvx_value_read(&arena, row->term, &claim->value, &value, NULL) == TVX_EINPUT)
            code = tvx_check_remark(in, error,
                                    "report %.12s: claim %zu on '%s' is read as wording: its value "
                                    "is of an earlier record of the term",
                                    stored->id, i + 1, claim->term);
        tvx_arena_dispose(&arena);
    }
    return code;
}

static int check_order(const tvx_inspection *in, tvx_error *error)
{
    const tvx_placed_draft *drafts;
    size_t n;
    int code = tvx_view_drafts(in->view, &drafts, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        if (drafts[i].cut)
            code = tvx_check_remark(in, error,
                                    "drafts follow one another in a circle: it was cut at '%s'",
                                    drafts[i].draft->key);
    return code;
}

int tvx_check_records(tvx_inspection *in, tvx_error *error)
{
    tvx_store *store = in->file->store;
    int code = tvx_store_conflicts(store, in->view->neg, tell_conflict, in, error);
    if (code == TVX_OK)
        code = tvx_store_all(store, in->view->neg, check_record, in, error);
    if (code == TVX_OK)
        code = tvx_store_reports(store, &in->view->asked, check_claims, in, error);
    return code != TVX_OK ? code : check_order(in, error);
}
