/*
 * The sections of the report that tell what the reports say beside drafts: changes,
 * positions, events, background, and the reports themselves.
 */
#include "travaux/date.h"
#include "write/export_md.h"
#include "write/md.h"
#include "write/md_cells.h"
#include "write/words.h"

static void put_tellers_cell(tvx_buf *text, const tvx_teller *tellers, size_t n)
{
    tvx_buf words = {0};
    for (size_t i = 0; i < n; i++) {
        tvx_buf_text(&words, i > 0 ? "; " : "");
        tvx_words_teller(&words, tellers[i].outlet, tellers[i].published);
    }
    tvx_md_next(text);
    tvx_md_take(text, &words);
}

/* The title of a row by its name; the name where it is none of the vocabulary. */
static void put_term(tvx_buf *words, tvx_view *view, const char *name)
{
    const tvx_row *row;
    if (tvx_view_row(view, name, &row, NULL) == TVX_OK)
        tvx_words_row(words, row);
    else
        tvx_buf_text(words, name);
}

/* --- changes as reports tell them --- */

int tvx_md_told(tvx_md_report *report, tvx_error *error)
{
    const tvx_changes_filter all = {.terms = {NULL, 0}};
    const tvx_told_change *told = NULL;
    tvx_buf *text = &report->out.text;
    size_t n = 0;
    int code = tvx_view_told_changes(report->view, &all, &told, &n, error);
    if (code != TVX_OK || n == 0)
        return code;
    tvx_buf_text(text, "## Changes as reports tell them\n\nWhat reports say of a change itself. It "
                       "stands beside the tables above and alters nothing there.\n\n");
    tvx_md_told_head(text, true);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        tvx_md_told_row(text, &told[i], true);
        code = tvx_out_pass(&report->out, error);
    }
    tvx_buf_char(text, '\n');
    return code;
}

/* --- positions --- */

static void put_party_cell(tvx_buf *text, const tvx_position *p)
{
    tvx_buf words = {0};
    tvx_words_list(&words, p->parties, ", ");
    if (p->who != NULL)
        tvx_buf_format(&words, " (%s)", p->who);
    tvx_md_next(text);
    tvx_md_take(text, &words);
}

/* "opposes Security guarantees: commitment, in us-0224 (if …)"; the deal where no term is named. */
static void put_position_cell(tvx_buf *text, tvx_view *view, const tvx_told_position *told)
{
    const tvx_position *p = told->position;
    tvx_buf words = {0};
    tvx_words_word(&words, tvx_position_stance_name(p->stance));
    tvx_buf_char(&words, ' ');
    if (p->term != NULL)
        put_term(&words, view, p->term);
    else
        tvx_buf_text(&words, "the deal as a whole");
    if (told->text != NULL)
        tvx_buf_format(&words, ": %s", told->text);
    if (p->draft != NULL)
        tvx_buf_format(&words, ", in %s", p->draft);
    if (p->condition != NULL)
        tvx_buf_format(&words, " (if %s)", p->condition);
    tvx_md_next(text);
    tvx_md_take(text, &words);
}

int tvx_md_positions(tvx_md_report *report, tvx_error *error)
{
    static const char *const columns[] = {"Date", "Party", "Position", "Told by", "Note"};
    const tvx_told_position *told = NULL;
    tvx_buf *text = &report->out.text;
    size_t n = 0;
    int code = tvx_view_positions(report->view, &told, &n, error);
    if (code != TVX_OK || n == 0)
        return code;
    tvx_buf_text(text, "## What the parties said\n\n");
    tvx_md_head(text, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        tvx_md_date_cell(text, &told[i].position->dated);
        put_party_cell(text, told[i].position);
        put_position_cell(text, report->view, &told[i]);
        put_tellers_cell(text, &told[i].teller, 1);
        tvx_md_cell(text, told[i].position->note);
        tvx_md_end_row(text);
        code = tvx_out_pass(&report->out, error);
    }
    tvx_buf_char(text, '\n');
    return code;
}

/* --- events --- */

/* "signed", the own words of an `other`; with the term it is about. */
static void put_event_cell(tvx_buf *text, tvx_view *view, const tvx_event *event)
{
    tvx_buf words = {0};
    if (event->kind != TVX_EVENT_OTHER || event->what == NULL)
        tvx_words_word(&words, tvx_event_kind_name(event->kind));
    if (event->what != NULL)
        tvx_buf_format(&words, "%s%s", words.size > 0 ? ": " : "", event->what);
    if (event->term != NULL) {
        tvx_buf_text(&words, " (");
        put_term(&words, view, event->term);
        tvx_buf_char(&words, ')');
    }
    tvx_md_next(text);
    tvx_md_take(text, &words);
}

int tvx_md_events(tvx_md_report *report, tvx_error *error)
{
    static const char *const columns[] = {"Date", "Event", "Drafts", "Place", "Told by", "Note"};
    const tvx_told_event *told = NULL;
    tvx_buf *text = &report->out.text;
    size_t n = 0;
    int code = tvx_view_events(report->view, &told, &n, error);
    if (code != TVX_OK || n == 0)
        return code;
    tvx_buf_text(text, "## What happened\n\n");
    tvx_md_head(text, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        tvx_md_date_cell(text, &told[i].event->dated);
        put_event_cell(text, report->view, told[i].event);
        tvx_md_list_cell(text, told[i].event->drafts, ", ");
        tvx_md_list_cell(text, told[i].places, "; ");
        put_tellers_cell(text, told[i].tellers, told[i].n_tellers);
        tvx_md_list_cell(text, told[i].notes, "; ");
        tvx_md_end_row(text);
        code = tvx_out_pass(&report->out, error);
    }
    tvx_buf_char(text, '\n');
    return code;
}

/* --- background --- */

static void put_background_cell(tvx_buf *text, const tvx_told_background *told)
{
    tvx_buf words = {0};
    tvx_buf_text(&words, told->text);
    tvx_words_to(&words, told->claim->to);
    tvx_md_next(text);
    tvx_md_take(text, &words);
}

int tvx_md_background(tvx_md_report *report, tvx_error *error)
{
    static const char *const columns[] = {"Term", "What is said", "Told by", "Note"};
    const tvx_told_background *told = NULL;
    tvx_buf *text = &report->out.text;
    size_t n = 0;
    int code = tvx_view_background(report->view, &told, &n, error);
    if (code != TVX_OK || n == 0)
        return code;
    tvx_buf_text(text, "## Background\n\nSaid of the talks, but of no draft by name: no part of "
                       "the tables above.\n\n");
    tvx_md_head(text, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        tvx_md_row_cell(text, told[i].row);
        put_background_cell(text, &told[i]);
        put_tellers_cell(text, &told[i].teller, 1);
        tvx_md_cell(text, told[i].claim->note);
        tvx_md_end_row(text);
        code = tvx_out_pass(&report->out, error);
    }
    tvx_buf_char(text, '\n');
    return code;
}

/* --- sources --- */

typedef struct sources_run {
    tvx_md_report *report;
    bool begun;
} sources_run;

/* Where nothing that it tells counts: why. */
static void put_fate(tvx_buf *text, const tvx_told_report *told)
{
    const tvx_evidence as_claim = {.set_aside = told->set_aside, .updated = told->updated};
    tvx_buf words = {0};
    if (tvx_evidence_counts(&as_claim))
        return;
    tvx_words_why(&words, &as_claim);
    tvx_buf_text(text, "; ");
    tvx_md_take(text, &words);
}

/* "- 24 Feb 2025, CNN: [Title](address) (anonymous), [archived copy](address)". */
static int put_source(void *payload, const tvx_told_report *told, tvx_error *error)
{
    sources_run *run = payload;
    const tvx_report *r = told->report;
    tvx_buf *text = &run->report->out.text;
    char date[TVX_DATE_HUMAN];
    if (!run->begun)
        tvx_buf_text(text, "## Sources\n\n");
    run->begun = true;
    tvx_human_date(&r->published, true, date);
    tvx_buf_format(text, "- %s, ", date);
    tvx_md_text(text, told->outlet);
    tvx_buf_text(text, ": ");
    tvx_md_link(text, r->title, r->url);
    if (r->basis != TVX_BASIS_NONE) {
        tvx_buf_text(text, " (");
        tvx_words_word(text, tvx_basis_name(r->basis));
        tvx_buf_char(text, ')');
    }
    if (r->archived_url != NULL) {
        tvx_buf_text(text, ", ");
        tvx_md_link(text, "archived copy", r->archived_url);
    }
    put_fate(text, told);
    tvx_buf_char(text, '\n');
    return tvx_out_pass(&run->report->out, error);
}

int tvx_md_sources(tvx_md_report *report, tvx_error *error)
{
    sources_run run = {.report = report};
    return tvx_view_reports(report->view, put_source, &run, error);
}
