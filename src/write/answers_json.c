#include "write/answer.h"
#include "write/answers.h"
#include "write/out.h"

/* A document on its way: one line a term or a change. */
typedef struct document {
    tvx_out out;
    tvx_json json;
} document;

static void begin(document *d, const tvx_view *view, const tvx_sink *sink)
{
    *d = (document){.out = {.sink = sink}};
    d->json.out = &d->out.text;
    tvx_json_object(&d->json, TVX_JSON_LINES);
    tvx_json_member(&d->json, "negotiation", tvx_view_negotiation(view)->key);
}

static void put_draft(document *d, const char *name, const tvx_placed_draft *draft)
{
    tvx_json_name(&d->json, name);
    tvx_json_object(&d->json, TVX_JSON_WITHIN);
    tvx_answer_draft(&d->json, draft);
    tvx_json_end(&d->json);
}

static void begin_rows(document *d, const tvx_view *view, const char *name)
{
    tvx_json_member(&d->json, "known_by", tvx_view_known_by(view));
    tvx_json_name(&d->json, name);
    tvx_json_list(&d->json, TVX_JSON_LINES);
}

static int end(document *d, int code, tvx_error *error)
{
    tvx_json_end(&d->json);
    tvx_json_end(&d->json);
    tvx_buf_char(&d->out.text, '\n');
    return tvx_out_end(&d->out, code, error);
}

static int write_show(const tvx_view *view, const tvx_show *show, const tvx_sink *sink,
                      tvx_error *error)
{
    document d;
    int code = TVX_OK;
    begin(&d, view, sink);
    put_draft(&d, "draft", show->draft);
    begin_rows(&d, view, "terms");
    for (size_t i = 0; i < show->n_readings && code == TVX_OK; i++) {
        tvx_json_object(&d.json, TVX_JSON_WITHIN);
        tvx_json_member(&d.json, "term", show->readings[i].row->name);
        tvx_answer_reading(&d.json, &show->readings[i]);
        tvx_json_end(&d.json);
        code = tvx_out_pass(&d.out, error);
    }
    return end(&d, code, error);
}

static int write_diff(const tvx_view *view, const tvx_diff *diff, const tvx_sink *sink,
                      tvx_error *error)
{
    document d;
    int code = TVX_OK;
    begin(&d, view, sink);
    put_draft(&d, "from", diff->from);
    put_draft(&d, "to", diff->to);
    begin_rows(&d, view, "changes");
    for (size_t i = 0; i < diff->n_changes && code == TVX_OK; i++) {
        tvx_json_object(&d.json, TVX_JSON_WITHIN);
        tvx_answer_change(&d.json, &diff->changes[i]);
        tvx_json_end(&d.json);
        code = tvx_out_pass(&d.out, error);
    }
    return end(&d, code, error);
}

static int put_row(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    document *d = payload;
    tvx_json_object(&d->json, TVX_JSON_WITHIN);
    tvx_answer_row(&d->json, row);
    tvx_json_end(&d->json);
    return tvx_out_pass(&d->out, error);
}

static int write_changes(tvx_view *view, const tvx_changes_filter *filter, const tvx_sink *sink,
                         tvx_error *error)
{
    document d;
    begin(&d, view, sink);
    begin_rows(&d, view, "changes");
    return end(&d, tvx_view_changes(view, filter, put_row, &d, error), error);
}

const tvx_answer_format tvx_answer_json = {
    .show = write_show, .diff = write_diff, .changes = write_changes};
