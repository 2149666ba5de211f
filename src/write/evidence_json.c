/*
 * Answers on evidence in JSON: sources, brackets, coverage.
 */
#include "write/answer_evidence.h"
#include "write/answers.h"
#include "write/document.h"

/* --- sources --- */

static void put_claims(tvx_json *json, const char *name, const tvx_source_list *list)
{
    tvx_json_name(json, name);
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < list->n; i++) {
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_answer_source(json, &list->items[i]);
        tvx_json_end(json);
    }
    tvx_json_end(json);
}

static void put_row(tvx_json *json, const tvx_row_sources *row)
{
    const tvx_reading *reading = row->reading;
    bool silent = reading->status == TVX_STATUS_SILENT;
    tvx_json_member(json, "term", row->row->name);
    tvx_json_member(json, "status", tvx_status_name(reading->status));
    tvx_json_member(json, "text", silent ? NULL : reading->text);
    tvx_answer_ruling(json, "preferred", reading->preferred);
    tvx_json_name(json, "alternatives");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_answer_alternative(json, &reading->alternatives[i]);
        put_claims(json, "claims", &row->alternatives[i]);
        tvx_json_end(json);
    }
    tvx_json_end(json);
    put_claims(json, "set_aside", &row->set_aside);
}

static int put_rows(tvx_document *d, const tvx_sources *sources, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < sources->n_rows && code == TVX_OK; i++) {
        tvx_document_item(d);
        put_row(&d->json, &sources->rows[i]);
        code = tvx_document_end_item(d, error);
    }
    return code;
}

static int put_told(tvx_document *d, const tvx_sources *sources, tvx_error *error)
{
    int code = TVX_OK;
    tvx_document_next(d, "mentions");
    for (size_t i = 0; i < sources->n_mentions && code == TVX_OK; i++) {
        tvx_document_item(d);
        tvx_answer_mention(&d->json, &sources->mentions[i]);
        code = tvx_document_end_item(d, error);
    }
    tvx_document_next(d, "changes");
    for (size_t i = 0; i < sources->n_changes && code == TVX_OK; i++) {
        tvx_document_item(d);
        tvx_answer_told_change(&d->json, &sources->changes[i]);
        code = tvx_document_end_item(d, error);
    }
    return code;
}

int tvx_sources_json(const tvx_view *view, const tvx_sources *sources, const tvx_sink *sink,
                     tvx_error *error)
{
    tvx_document d;
    tvx_document_begin(&d, view, sink);
    tvx_document_draft(&d, "draft", sources->draft);
    tvx_answer_ruling(&d.json, "joined", sources->draft->joined);
    tvx_document_rows(&d, view, "terms");
    int code = put_rows(&d, sources, error);
    if (code == TVX_OK)
        code = put_told(&d, sources, error);
    return tvx_document_end(&d, code, error);
}

/* --- brackets --- */

static void put_bracket(tvx_json *json, const tvx_bracket *bracket)
{
    const tvx_reading *reading = bracket->reading;
    tvx_json_object(json, TVX_JSON_WITHIN);
    tvx_json_member(json, "term", reading->row->name);
    tvx_json_member(json, "text", reading->text);
    tvx_answer_texts(json, "shared", bracket->shared);
    tvx_answer_ruling(json, "preferred", reading->preferred);
    tvx_json_name(json, "alternatives");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_answer_alternative(json, &reading->alternatives[i]);
        tvx_answer_texts(json, "independent", bracket->independent[i]);
        tvx_answer_texts(json, "perhaps", bracket->perhaps[i]);
        tvx_json_end(json);
    }
    tvx_json_end(json);
    tvx_json_end(json);
}

static int put_draft(void *payload, const tvx_draft_brackets *of, tvx_error *error)
{
    tvx_document *d = payload;
    const tvx_placed_draft *draft = of->draft;
    tvx_document_item(d);
    tvx_json_member(&d->json, "draft", draft->draft->key);
    tvx_json_member(&d->json, "dated", draft->date != NULL ? draft->date->text : NULL);
    tvx_answer_count(&d->json, "opened", of->opened);
    tvx_answer_count(&d->json, "closed", of->closed);
    tvx_answer_count(&d->json, "open", of->open);
    tvx_json_name(&d->json, "brackets");
    tvx_json_list(&d->json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < of->n_brackets; i++)
        put_bracket(&d->json, &of->brackets[i]);
    tvx_json_end(&d->json);
    return tvx_document_end_item(d, error);
}

int tvx_brackets_json(tvx_view *view, const tvx_texts *terms, const tvx_sink *sink,
                      tvx_error *error)
{
    tvx_document d;
    tvx_document_begin(&d, view, sink);
    tvx_document_rows(&d, view, "drafts");
    return tvx_document_end(&d, tvx_view_brackets(view, terms, put_draft, &d, error), error);
}

/* --- coverage --- */

static void put_cell(tvx_json *json, const tvx_coverage *coverage, size_t row, size_t draft)
{
    bool inherited;
    const char *name = tvx_cover_name(tvx_coverage_cell(coverage, row, draft, &inherited));
    if (name == NULL)
        return;
    tvx_json_object(json, TVX_JSON_WITHIN);
    tvx_json_member(json, "term", coverage->rows[row].name);
    tvx_json_member(json, "cell", name);
    tvx_answer_flag(json, "inherited", inherited);
    tvx_json_end(json);
}

/* The names of all rows, those of which no report speaks too. */
static void put_names(tvx_json *json, const tvx_coverage *coverage)
{
    tvx_json_name(json, "terms");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < coverage->n_rows; i++)
        tvx_json_text(json, coverage->rows[i].name);
    tvx_json_end(json);
}

int tvx_coverage_json(const tvx_view *view, const tvx_coverage *coverage, const tvx_sink *sink,
                      tvx_error *error)
{
    tvx_document d;
    int code = TVX_OK;
    tvx_document_begin(&d, view, sink);
    tvx_answer_asked(&d.json, view);
    put_names(&d.json, coverage);
    tvx_document_list(&d, "drafts");
    for (size_t i = 0; i < coverage->n_drafts && code == TVX_OK; i++) {
        const tvx_placed_draft *draft = &coverage->drafts[i];
        tvx_document_item(&d);
        tvx_json_member(&d.json, "draft", draft->draft->key);
        tvx_json_member(&d.json, "dated", draft->date != NULL ? draft->date->text : NULL);
        tvx_json_name(&d.json, "cells");
        tvx_json_list(&d.json, TVX_JSON_WITHIN);
        for (size_t j = 0; j < coverage->n_rows; j++)
            put_cell(&d.json, coverage, j, i);
        tvx_json_end(&d.json);
        code = tvx_document_end_item(&d, error);
    }
    return tvx_document_end(&d, code, error);
}
