/*
 * The records of a view's negotiation as they stand, and values in their written form.
 */
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "codec/record.h"
#include "store/index.h"

/* --- which one --- */

/* Whether a record was known by the date asked about; what names and terms are, always is. */
static int is_known(tvx_view *view, const tvx_record *record, bool *known, tvx_error *error)
{
    int64_t known_by = view->asked.known_by;
    *known = true;
    if (record->kind == TVX_RECORD_REPORT)
        *known = record->as.report.published.wide_latest <= known_by;
    else if (record->kind == TVX_RECORD_JUDGEMENT)
        *known = record->as.judgement.dated.wide_latest <= known_by;
    if (record->kind != TVX_RECORD_DRAFT)
        return TVX_OK;
    int code = tvx_view_load_drafts(view, error);
    *known = code == TVX_OK && tvx_view_placed(view, record->as.draft.key) != NULL;
    return code;
}

static int if_known(tvx_view *view, const char *id, const char **out, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    tvx_record record;
    bool found = false, known = true;
    if (view->asked.known_by == TVX_KNOWN_ALL) {
        *out = id;
        return TVX_OK;
    }
    int code = tvx_store_get(view->store, view->neg, id, &arena, &logged, &found, error);
    if (code == TVX_OK)
        code = tvx_record_decode(&record, &arena, id, logged.body, logged.size, error);
    if (code == TVX_OK)
        code = is_known(view, &record, &known, error);
    if (code == TVX_OK && known)
        *out = id;
    tvx_arena_dispose(&arena);
    return code;
}

/* Fails for a prefix that begins no id, or those of records not known yet alone. */
static int fail_unseen(tvx_view *view, const char *prefix, tvx_error *error)
{
    tvx_logged logged;
    tvx_texts ids;
    bool found = false;
    int code = tvx_store_find(view->store, view->neg, prefix, TVX_RECORD_KINDS, 1, &view->answer,
                              &ids, error);
    if (code == TVX_OK && ids.n == 0)
        return tvx_fail(error, TVX_ENOTFOUND, "no record's id begins with '%s'", prefix);
    if (code == TVX_OK)
        code = tvx_store_get(view->store, view->neg, ids.items[0], &view->answer, &logged, &found,
                             error);
    if (code != TVX_OK)
        return code;
    code = tvx_fail(error, TVX_ENOTFOUND, "%s %.6s is not known by %s",
                    tvx_record_kind_name(logged.kind), ids.items[0], view->known_by);
    tvx_fail_hint(error, "%s; leave --known-by out",
                  logged.kind == TVX_RECORD_DRAFT ? "no report published by then names it"
                                                  : "its date is later, or may be");
    return code;
}

static int find_id(tvx_view *view, const char *prefix, const char **id, tvx_error *error)
{
    tvx_texts ids;
    int code = tvx_check_prefix(prefix, error);
    if (code == TVX_OK)
        code = tvx_view_find(view, prefix, TVX_RECORD_KINDS, if_known, &ids, error);
    if (code != TVX_OK)
        return code;
    if (ids.n == 0)
        return fail_unseen(view, prefix, error);
    if (ids.n > 1)
        return tvx_fail_prefix(view->store, view->neg, &ids, prefix, TVX_RECORD_KINDS, error);
    *id = ids.items[0];
    return TVX_OK;
}

/* --- what it is --- */

/* What became of it: what sets it aside, and what updates it. */
static int find_fate(tvx_view *view, tvx_found_record *out, tvx_error *error)
{
    const char *id = out->record.id;
    tvx_stored_report stored;
    bool there = false;
    if (out->record.kind == TVX_RECORD_JUDGEMENT)
        out->set_aside = tvx_standing_withdrawn(&view->standing, id);
    if (out->record.kind != TVX_RECORD_REPORT || !out->in_force)
        return TVX_OK;
    out->set_aside = tvx_standing_report(&view->standing, id);
    int code =
        tvx_store_report(view->store, &view->asked, id, &view->answer, &stored, &there, error);
    if (code == TVX_OK && there && stored.updated[0] != '\0' &&
        (out->updated = tvx_arena_text(&view->answer, stored.updated)) == NULL)
        return tvx_fail_memory(error);
    return code;
}

int tvx_view_record(tvx_view *view, const char *prefix, tvx_found_record *out, tvx_error *error)
{
    const char *id = NULL;
    tvx_logged logged = {0};
    bool found = false, superseded = false;
    tvx_arena_clear(&view->answer);
    *out = (tvx_found_record){.in_force = true};
    int code = find_id(view, prefix, &id, error);
    if (code == TVX_OK)
        code = tvx_store_get(view->store, view->neg, id, &view->answer, &logged, &found, error);
    if (code == TVX_OK)
        code = tvx_record_decode(&out->record, &view->answer, id, logged.body, logged.size, error);
    if (code == TVX_OK)
        code = tvx_store_superseded(view->store, view->neg, out->record.kind,
                                    tvx_record_key(&out->record), id, &superseded, error);
    out->body = logged.body;
    out->recorded = logged.recorded;
    out->in_force = !superseded;
    return code != TVX_OK ? code : find_fate(view, out, error);
}

int tvx_view_records(tvx_view *view, tvx_log_callback callback, void *payload, tvx_error *error)
{
    return tvx_entries_all(view->store, view->neg, callback, payload, error);
}

int tvx_view_written(tvx_view *view, const char *term, const tvx_given *given, const char **out,
                     tvx_error *error)
{
    const tvx_row *row = tvx_vocabulary_row(&view->vocabulary, term);
    *out = given->text;
    if (given->form == NULL || row == NULL)
        return TVX_OK;
    const tvx_value *value;
    tvx_arena_clear(&view->written);
    int code = tvx_read_value(&view->written, row->term, given, &value, error);
    *out = code == TVX_OK ? value->text : NULL;
    return code;
}
