#include "write/document.h"

void tvx_document_begin(tvx_document *d, const tvx_view *view, const tvx_sink *sink)
{
    *d = (tvx_document){.out = {.sink = sink}};
    d->json.out = &d->out.text;
    tvx_json_object(&d->json, TVX_JSON_LINES);
    tvx_json_member(&d->json, "negotiation", tvx_view_negotiation(view)->key);
}

void tvx_document_draft(tvx_document *d, const char *name, const tvx_placed_draft *draft)
{
    tvx_json_name(&d->json, name);
    tvx_json_object(&d->json, TVX_JSON_WITHIN);
    tvx_answer_draft(&d->json, draft);
    tvx_json_end(&d->json);
}

void tvx_document_list(tvx_document *d, const char *name)
{
    tvx_json_name(&d->json, name);
    tvx_json_list(&d->json, TVX_JSON_LINES);
}

void tvx_document_rows(tvx_document *d, const tvx_view *view, const char *name)
{
    tvx_answer_asked(&d->json, view);
    tvx_document_list(d, name);
}

void tvx_document_item(tvx_document *d)
{
    tvx_json_object(&d->json, TVX_JSON_WITHIN);
}

int tvx_document_end_item(tvx_document *d, tvx_error *error)
{
    tvx_json_end(&d->json);
    return tvx_out_pass(&d->out, error);
}

void tvx_document_next(tvx_document *d, const char *name)
{
    tvx_json_end(&d->json);
    tvx_document_list(d, name);
}

int tvx_document_end(tvx_document *d, int code, tvx_error *error)
{
    tvx_json_end(&d->json);
    tvx_json_end(&d->json);
    tvx_buf_char(&d->out.text, '\n');
    return tvx_out_end(&d->out, code, error);
}
