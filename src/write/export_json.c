/*
 * JSON: one document that holds what `timeline` shows. Its members are stable, always there and in
 * this order; what is missing is null or an empty list, times are EDTF, amounts are texts.
 *
 *     {"format": "travaux-timeline/1",
 *      "negotiation": {"key", "title", "note"},
 *      "known_by": DATE | null, "recorded_by": DATE (only where asked),
 *      "parties":    [{"key", "name"}…]                                    by key
 *      "terms":      [{"term", "title", "variant", "kinds": […], "favours", "unit", "levels": […],
 *                      "definition"}…]                          rows in the vocabulary's order
 *      "drafts":     [{DRAFT, "maybe_same_as": […], "url", "note"}…]       in their order
 *      "changes":    [{"draft", "dated", "from_draft", CHANGE}…]           as `changes --json`
 *      "positions":  [{"dated", "parties": […], "stance", "term", "text", "draft", "who",
 *                      "condition", "note", TELLER}…]
 *      "events":     [{"dated", "kind", "what", "drafts": […], "term", "places": […],
 *                      "notes": […], "reports": [{TELLER}…]}…]
 *      "background": [{"term", "stance", "text", "condition", "to": […], "was", "quote", "where",
 *                      "note", TELLER}…]
 *      "reports":    [{"id", "outlet", "title", "published", "url", "archived_url", "byline",
 *                      "language", "basis", "note"}…]                      by publication
 *      "reported":   [{"draft", "term", "change", "from_draft", "text", "note",
 *                      TELLER}…]            as `changes --json`, only where there are some
 *     }
 *
 * DRAFT and CHANGE stand for their members (schema/answers.schema.json), TELLER for "report" (id),
 * "outlet", "published". A position's `text` is the value of its term, a background claim's what
 * it says.
 */
#include "write/answer_evidence.h"
#include "write/export.h"
#include "write/out.h"

typedef struct document {
    tvx_view *view;
    tvx_out out;
    tvx_json json;
} document;

static void begin_item(document *d)
{
    tvx_json_object(&d->json, TVX_JSON_WITHIN);
}

static int end_item(document *d, tvx_error *error)
{
    tvx_json_end(&d->json);
    return tvx_out_pass(&d->out, error);
}

static void put_head(document *d)
{
    const tvx_negotiation *n = tvx_view_negotiation(d->view);
    tvx_json_member(&d->json, "format", "travaux-timeline/1");
    tvx_json_name(&d->json, "negotiation");
    tvx_json_object(&d->json, TVX_JSON_WITHIN);
    tvx_json_member(&d->json, "key", n->key);
    tvx_json_member(&d->json, "title", n->title);
    tvx_json_member(&d->json, "note", n->note);
    tvx_json_end(&d->json);
    tvx_answer_asked(&d->json, d->view);
}

/* --- the vocabulary --- */

static int put_parties(document *d, tvx_error *error)
{
    const tvx_party *parties;
    size_t n = tvx_view_parties(d->view, &parties);
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        begin_item(d);
        tvx_json_member(&d->json, "key", parties[i].key);
        tvx_json_member(&d->json, "name", parties[i].name);
        code = end_item(d, error);
    }
    return code;
}

static int put_terms(document *d, tvx_error *error)
{
    const tvx_row *rows;
    size_t n = tvx_view_rows(d->view, &rows);
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        const tvx_term *term = rows[i].term;
        begin_item(d);
        tvx_json_member(&d->json, "term", rows[i].name);
        tvx_json_member(&d->json, "title", term->title);
        tvx_json_member(&d->json, "variant", rows[i].variant);
        tvx_answer_texts(&d->json, "kinds", term->kind_words);
        tvx_json_member(&d->json, "favours", term->favours);
        tvx_json_member(&d->json, "unit", term->unit);
        tvx_answer_texts(&d->json, "levels", term->levels);
        tvx_json_member(&d->json, "definition", term->definition);
        code = end_item(d, error);
    }
    return code;
}

/* --- the story --- */

static int put_drafts(document *d, tvx_error *error)
{
    const tvx_placed_draft *drafts = NULL;
    size_t n = 0;
    int code = tvx_view_drafts(d->view, &drafts, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        begin_item(d);
        tvx_answer_draft(&d->json, &drafts[i]);
        tvx_answer_texts(&d->json, "maybe_same_as", drafts[i].draft->maybe_same_as);
        tvx_json_member(&d->json, "url", drafts[i].draft->url);
        tvx_json_member(&d->json, "note", drafts[i].draft->note);
        code = end_item(d, error);
    }
    return code;
}

static int put_change(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    document *d = payload;
    begin_item(d);
    tvx_answer_row(&d->json, row);
    return end_item(d, error);
}

static int put_changes(document *d, tvx_error *error)
{
    const tvx_changes_filter all = {.terms = {NULL, 0}};
    return tvx_view_changes(d->view, &all, put_change, d, error);
}

/* --- what reports tell besides --- */

static int put_positions(document *d, tvx_error *error)
{
    const tvx_told_position *told = NULL;
    size_t n = 0;
    int code = tvx_view_positions(d->view, &told, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        const tvx_position *p = told[i].position;
        begin_item(d);
        tvx_json_member(&d->json, "dated", p->dated.text);
        tvx_answer_texts(&d->json, "parties", p->parties);
        tvx_json_member(&d->json, "stance", tvx_position_stance_name(p->stance));
        tvx_json_member(&d->json, "term", p->term);
        tvx_json_member(&d->json, "text", told[i].text);
        tvx_json_member(&d->json, "draft", p->draft);
        tvx_json_member(&d->json, "who", p->who);
        tvx_json_member(&d->json, "condition", p->condition);
        tvx_json_member(&d->json, "note", p->note);
        tvx_answer_teller(&d->json, &told[i].teller);
        code = end_item(d, error);
    }
    return code;
}

static void put_event(tvx_json *json, const tvx_told_event *told)
{
    const tvx_event *event = told->event;
    tvx_json_member(json, "dated", event->dated.text);
    tvx_json_member(json, "kind", tvx_event_kind_name(event->kind));
    tvx_json_member(json, "what", event->what);
    tvx_answer_texts(json, "drafts", event->drafts);
    tvx_json_member(json, "term", event->term);
    tvx_answer_texts(json, "places", told->places);
    tvx_answer_texts(json, "notes", told->notes);
    tvx_json_name(json, "reports");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < told->n_tellers; i++) {
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_answer_teller(json, &told->tellers[i]);
        tvx_json_end(json);
    }
    tvx_json_end(json);
}

static int put_events(document *d, tvx_error *error)
{
    const tvx_told_event *told = NULL;
    size_t n = 0;
    int code = tvx_view_events(d->view, &told, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        begin_item(d);
        put_event(&d->json, &told[i]);
        code = end_item(d, error);
    }
    return code;
}

static int put_background(document *d, tvx_error *error)
{
    const tvx_told_background *told = NULL;
    size_t n = 0;
    int code = tvx_view_background(d->view, &told, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        const tvx_claim *claim = told[i].claim;
        begin_item(d);
        tvx_json_member(&d->json, "term", told[i].row->name);
        tvx_json_member(&d->json, "stance", tvx_stance_name(claim->stance));
        tvx_json_member(&d->json, "text", told[i].text);
        tvx_json_member(&d->json, "condition", claim->condition);
        tvx_answer_texts(&d->json, "to", claim->to);
        tvx_json_member(&d->json, "was", claim->was);
        tvx_json_member(&d->json, "quote", claim->quote);
        tvx_json_member(&d->json, "where", claim->where);
        tvx_json_member(&d->json, "note", claim->note);
        tvx_answer_teller(&d->json, &told[i].teller);
        code = end_item(d, error);
    }
    return code;
}

static int put_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    document *d = payload;
    const tvx_report *report = told->report;
    begin_item(d);
    tvx_json_member(&d->json, "id", told->id);
    tvx_json_member(&d->json, "outlet", told->outlet);
    tvx_json_member(&d->json, "title", report->title);
    tvx_json_member(&d->json, "published", report->published.text);
    tvx_json_member(&d->json, "url", report->url);
    tvx_json_member(&d->json, "archived_url", report->archived_url);
    tvx_json_member(&d->json, "byline", report->byline);
    tvx_json_member(&d->json, "language", report->language);
    tvx_json_member(&d->json, "basis", tvx_basis_name(report->basis));
    tvx_json_member(&d->json, "note", report->note);
    return end_item(d, error);
}

static int put_reports(document *d, tvx_error *error)
{
    return tvx_view_reports(d->view, put_report, d, error);
}

/* Changes as reports tell them: a member only where there are some. */
static int put_reported(document *d, tvx_error *error)
{
    const tvx_changes_filter all = {.terms = {NULL, 0}};
    const tvx_told_change *told;
    size_t n;
    int code = tvx_view_told_changes(d->view, &all, &told, &n, error);
    if (code != TVX_OK || n == 0)
        return code;
    tvx_json_name(&d->json, "reported");
    tvx_json_list(&d->json, TVX_JSON_LINES);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        begin_item(d);
        tvx_answer_reported(&d->json, &told[i]);
        code = end_item(d, error);
    }
    tvx_json_end(&d->json);
    return code;
}

/* --- the document --- */

static const struct {
    const char *name;
    int (*put)(document *d, tvx_error *error);
} lists[] = {
    {"parties", put_parties},       {"terms", put_terms},         {"drafts", put_drafts},
    {"changes", put_changes},       {"positions", put_positions}, {"events", put_events},
    {"background", put_background}, {"reports", put_reports},
};

static int run(tvx_view *view, const tvx_export_options *options, const tvx_sink *sink,
               tvx_error *error)
{
    document d = {.view = view, .out = {.sink = sink}};
    int code = tvx_export_without_claims(options, "json", error);
    d.json.out = &d.out.text;
    tvx_json_object(&d.json, TVX_JSON_LINES);
    put_head(&d);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0] && code == TVX_OK; i++) {
        tvx_json_name(&d.json, lists[i].name);
        tvx_json_list(&d.json, TVX_JSON_LINES);
        code = lists[i].put(&d, error);
        tvx_json_end(&d.json);
    }
    if (code == TVX_OK)
        code = put_reported(&d, error);
    tvx_json_end(&d.json);
    tvx_buf_char(&d.out.text, '\n');
    return tvx_out_end(&d.out, code, error);
}

const tvx_exporter tvx_export_json = {
    .name = "json",
    .suffix = ".json",
    .says = "one document with the whole story",
    .run = run,
};
