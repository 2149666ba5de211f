#include "write/answer_evidence.h"
#include "write/answers.h"
#include "write/document.h"

/* What does not count, only where there is some: the last member. */
static int put_set_aside(tvx_document *d, const tvx_show *show, tvx_error *error)
{
    int code = TVX_OK;
    if (show->n_set_aside > 0)
        tvx_document_next(d, "set_aside");
    for (size_t i = 0; i < show->n_set_aside && code == TVX_OK; i++) {
        tvx_document_item(d);
        tvx_answer_set_aside(&d->json, &show->set_aside[i]);
        code = tvx_document_end_item(d, error);
    }
    return code;
}

static int write_show(const tvx_view *view, const tvx_show *show, const tvx_sink *sink,
                      tvx_error *error)
{
    tvx_document d;
    int code = TVX_OK;
    tvx_document_begin(&d, view, sink);
    tvx_document_draft(&d, "draft", show->draft);
    tvx_document_rows(&d, view, "terms");
    for (size_t i = 0; i < show->n_readings && code == TVX_OK; i++) {
        tvx_document_item(&d);
        tvx_json_member(&d.json, "term", show->readings[i].row->name);
        tvx_answer_reading(&d.json, &show->readings[i]);
        code = tvx_document_end_item(&d, error);
    }
    if (code == TVX_OK)
        code = put_set_aside(&d, show, error);
    return tvx_document_end(&d, code, error);
}

/* Changes as reports tell them, only where there are some: the last member. */
static int put_reported(tvx_document *d, const tvx_told_change *told, size_t n, tvx_error *error)
{
    int code = TVX_OK;
    if (n > 0)
        tvx_document_next(d, "reported");
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        tvx_document_item(d);
        tvx_answer_reported(&d->json, &told[i]);
        code = tvx_document_end_item(d, error);
    }
    return code;
}

static int write_diff(const tvx_view *view, const tvx_diff *diff, const tvx_sink *sink,
                      tvx_error *error)
{
    tvx_document d;
    int code = TVX_OK;
    tvx_document_begin(&d, view, sink);
    tvx_document_draft(&d, "from", diff->from);
    tvx_document_draft(&d, "to", diff->to);
    tvx_document_rows(&d, view, "changes");
    for (size_t i = 0; i < diff->n_changes && code == TVX_OK; i++) {
        tvx_document_item(&d);
        tvx_answer_change(&d.json, &diff->changes[i]);
        code = tvx_document_end_item(&d, error);
    }
    if (code == TVX_OK)
        code = put_reported(&d, diff->told, diff->n_told, error);
    return tvx_document_end(&d, code, error);
}

static int put_row(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    tvx_document *d = payload;
    tvx_document_item(d);
    tvx_answer_row(&d->json, row);
    return tvx_document_end_item(d, error);
}

static int write_changes(tvx_view *view, const tvx_changes_filter *filter, const tvx_sink *sink,
                         tvx_error *error)
{
    tvx_document d;
    const tvx_told_change *told;
    size_t n = 0;
    tvx_document_begin(&d, view, sink);
    tvx_document_rows(&d, view, "changes");
    int code = tvx_view_changes(view, filter, put_row, &d, error);
    if (code == TVX_OK)
        code = tvx_view_told_changes(view, filter, &told, &n, error);
    if (code == TVX_OK)
        code = put_reported(&d, told, n, error);
    return tvx_document_end(&d, code, error);
}

const tvx_answer_format tvx_answer_json = {
    .show = write_show,
    .diff = write_diff,
    .changes = write_changes,
    .sources = tvx_sources_json,
    .brackets = tvx_brackets_json,
    .coverage = tvx_coverage_json,
};
