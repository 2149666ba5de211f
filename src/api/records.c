/*
 * The records of a view's negotiation as they stand, and values in their written form.
 */
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "codec/record.h"
#include "store/index.h"

static int find_id(tvx_view *view, const char *prefix, const char **id, tvx_error *error)
{
    tvx_texts ids;
    int code = tvx_check_prefix(prefix, error);
    if (code != TVX_OK)
        return code;
    code = tvx_store_find(view->store, view->neg, prefix, TVX_RECORD_KINDS, TVX_CANDIDATES,
                          &view->answer, &ids, error);
    if (code != TVX_OK)
        return code;
    if (ids.n == 0)
        return tvx_fail(error, TVX_ENOTFOUND, "no record's id begins with '%s'", prefix);
    if (ids.n > 1)
        return tvx_fail_prefix(view->store, view->neg, &ids, prefix, TVX_RECORD_KINDS, error);
    *id = ids.items[0];
    return TVX_OK;
}

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
