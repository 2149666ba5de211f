/*
 * Markdown: a report to be read, printed or turned into a document: what the talks are and as of
 * when, the drafts, how each term changed, what reports tell of changes, what the parties said,
 * what happened, what names no draft, how to read all this, and the sources.
 */
#include <string.h>

#include "travaux/date.h"
#include "write/export.h"
#include "write/export_md.h"
#include "write/md.h"
#include "write/md_cells.h"
#include "write/words.h"

/* --- what it is and as of when --- */

typedef struct span {
    size_t reports;
    char first[TVX_DATE_HUMAN], last[TVX_DATE_HUMAN];
} span;

static int count_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    span *s = payload;
    (void)error;
    tvx_human_date(&told->report->published, true, s->last);
    if (s->reports++ == 0)
        memcpy(s->first, s->last, sizeof s->first);
    return TVX_OK;
}

static void put_parties(tvx_buf *text, const tvx_view *view)
{
    const tvx_party *parties;
    size_t n = tvx_view_parties(view, &parties);
    for (size_t i = 0; i < n; i++) {
        tvx_buf_text(text, i == 0 ? "The talks between " : i + 1 == n ? " and " : ", ");
        tvx_md_text(text, parties[i].name);
        tvx_buf_text(text, " (");
        tvx_md_text(text, parties[i].key);
        tvx_buf_char(text, ')');
    }
    tvx_buf_text(text, n == 0 ? "The talks" : "");
}

static void put_limit(tvx_buf *text, const char *before, const char *edtf, const char *after)
{
    tvx_buf words = {0};
    if (edtf == NULL)
        return;
    tvx_words_date(&words, edtf);
    tvx_buf_text(text, before);
    tvx_md_take(text, &words);
    tvx_buf_text(text, after);
}

/* As of when, if that was asked. */
static void put_limits(tvx_buf *text, const tvx_view *view)
{
    put_limit(text, " It holds what could be known by ", tvx_view_known_by(view),
              ", and nothing that came out later.");
    put_limit(text, " It holds what was recorded by ", tvx_view_recorded_by(view),
              ", and nothing that came into the file later.");
}

static void put_note(tvx_buf *text, const char *before, const char *note)
{
    if (note == NULL)
        return;
    tvx_buf_text(text, before);
    tvx_md_text(text, note);
    tvx_buf_text(text, "\n\n");
}

/* "The talks between A (a) and B (b): 19 drafts, as 64 reports of 12 Feb to 8 May 2025 tell …" */
static void put_summary(tvx_md_report *report, const span *s, size_t drafts)
{
    tvx_buf *text = &report->out.text;
    put_parties(text, report->view);
    tvx_buf_text(text, ": ");
    tvx_words_count(text, drafts, "draft", "drafts");
    tvx_buf_text(text, ", as told by ");
    tvx_words_count(text, s->reports, "report", "reports");
    if (s->reports > 1)
        tvx_buf_format(text, ", the first of %s and the last of %s", s->first, s->last);
    else if (s->reports == 1)
        tvx_buf_format(text, " of %s", s->first);
    tvx_buf_char(text, '.');
    put_limits(text, report->view);
    tvx_buf_text(text, "\n\n");
}

int tvx_md_title(tvx_md_report *report, tvx_error *error)
{
    const tvx_negotiation *n = tvx_view_negotiation(report->view);
    const tvx_placed_draft *drafts;
    size_t n_drafts = 0;
    span s = {0};
    int code = tvx_view_drafts(report->view, &drafts, &n_drafts, error);
    if (code == TVX_OK)
        code = tvx_view_reports(report->view, count_report, &s, error);
    tvx_buf_text(&report->out.text, "# ");
    tvx_md_text(&report->out.text, n->title);
    tvx_buf_text(&report->out.text, "\n\n");
    put_summary(report, &s, n_drafts);
    put_note(&report->out.text, "Note: ", n->note);
    return code;
}

/* --- the drafts --- */

/* " (also b, c)": other keys of the draft, and drafts that it may be the same as. */
static void put_others(tvx_buf *words, const char *how, tvx_texts keys)
{
    if (keys.n == 0)
        return;
    tvx_buf_format(words, " (%s ", how);
    tvx_words_list(words, keys, ", ");
    tvx_buf_char(words, ')');
}

static void put_draft(tvx_buf *text, const tvx_placed_draft *placed)
{
    const tvx_draft *draft = placed->draft;
    tvx_buf key = {0};
    tvx_buf_text(&key, draft->key);
    put_others(&key, "also", placed->also);
    put_others(&key, "maybe", draft->maybe_same_as);
    tvx_md_next(text);
    tvx_md_take(text, &key);
    tvx_md_next(text);
    tvx_md_link(text, draft->title == NULL ? draft->url != NULL ? "text" : "" : draft->title,
                draft->url);
    tvx_md_date_cell(text, &draft->dated);
    tvx_md_date_cell(text, &draft->presented);
    tvx_md_list_cell(text, draft->by, ", ");
    tvx_md_list_cell(text, placed->follows, ", ");
    if (placed->implied && placed->follows.n > 0)
        tvx_buf_text(text, " (by date)");
    tvx_md_cell(text, placed->amends);
    tvx_md_cell(text, draft->note);
    tvx_md_end_row(text);
}

int tvx_md_drafts(tvx_md_report *report, tvx_error *error)
{
    static const char *const columns[] = {"Draft", "Title",   "Dated",  "Handed over",
                                          "By",    "Follows", "Amends", "Note"};
    const tvx_placed_draft *drafts = NULL;
    tvx_buf *text = &report->out.text;
    size_t n = 0;
    int code = tvx_view_drafts(report->view, &drafts, &n, error);
    if (code != TVX_OK || n == 0)
        return code;
    tvx_buf_text(text, "## Drafts\n\n");
    tvx_md_head(text, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        put_draft(text, &drafts[i]);
        code = tvx_out_pass(&report->out, error);
    }
    tvx_buf_char(text, '\n');
    return code;
}

/* --- how each term changed --- */

/* One row of the vocabulary; its heading is written once something is to stand under it. */
typedef struct row_run {
    tvx_md_report *report;
    const tvx_row *row;
    bool begun;
} row_run;

static void begin_row(row_run *run)
{
    const tvx_term *term = run->row->term;
    tvx_buf *text = &run->report->out.text;
    tvx_buf title = {0};
    tvx_words_row(&title, run->row);
    tvx_buf_text(text, "### ");
    tvx_md_take(text, &title);
    tvx_buf_text(text, "\n\nTerm: ");
    tvx_md_text(text, run->row->name);
    tvx_buf_char(text, '.');
    if (term->definition != NULL && run->row->variant == NULL) {
        tvx_buf_char(text, ' ');
        tvx_md_text(text, term->definition);
    }
    tvx_buf_text(text, "\n\n");
    tvx_md_changes_head(text, false);
    run->begun = true;
}

/* A term is asked for with its variants: each has a table of its own. */
static int put_change(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    row_run *run = payload;
    if (row->change->row->number != run->row->number)
        return TVX_OK;
    if (!run->begun)
        begin_row(run);
    tvx_md_changes_row(&run->report->out.text, row, false);
    return tvx_out_pass(&run->report->out, error);
}

static int put_row(tvx_md_report *report, const tvx_row *row, tvx_buf *silent, tvx_error *error)
{
    row_run run = {.report = report, .row = row};
    const tvx_changes_filter filter = {.terms = {.items = &row->name, .n = 1}};
    int code = tvx_view_changes(report->view, &filter, put_change, &run, error);
    if (run.begun) {
        tvx_buf_char(&report->out.text, '\n');
        return code;
    }
    tvx_buf_text(silent, silent->size > 0 ? ", " : "");
    tvx_words_row(silent, row);
    return code;
}

int tvx_md_terms(tvx_md_report *report, tvx_error *error)
{
    const tvx_row *rows;
    size_t n = tvx_view_rows(report->view, &rows);
    tvx_buf silent = {0}, *text = &report->out.text;
    int code = TVX_OK;
    if (n > 0)
        tvx_buf_text(text, "## How the terms changed\n\n");
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = put_row(report, &rows[i], &silent, error);
    if (silent.size > 0)
        tvx_buf_text(text, "No report says of any draft what it holds on: ");
    bool any = silent.size > 0;
    tvx_md_take(text, &silent);
    if (any)
        tvx_buf_text(text, ".\n\n");
    return code;
}

/* --- the whole --- */

static const char how_to_read[] =
    "## How to read this\n"
    "\n"
    "- **Silence.** A draft has a line under a term only if a report says how that draft treats "
    "it. No line means that nothing was reported, not that the draft leaves the term out; "
    "*absent* means that a report says it is not there.\n"
    "- **First reported.** Nothing is known of the term in any draft before it, which does not "
    "make it new.\n"
    "- **Brackets.** *\\[50% \\| 100%\\]*: the reports contradict each other. Both answers stand, "
    "the "
    "better founded first; the change is then what all pairs of answers have in common, or "
    "*raised or same* where they differ. *Also:* answers that do not contradict the first.\n"
    "- **Included, deferred.** The draft has the term, but what it says is not reported; the "
    "draft leaves it to a later text or talk.\n"
    "- **Bounds.** *up to*, *at least* and *about* are the reports' words: *up to 50%* may be "
    "less.\n"
    "- **Origins.** Reports that repeat one source count once. *2\xe2\x80\x93"
    "3 origins*: at least "
    "two sources stand behind them, at most three.\n"
    "- **Marks.** + there now, - gone, \\~ another value or wording, ? the two cannot be compared "
    "or the change is not clear, \xc2\xb7 the same. *Incomparable* values are "
    "not known to measure the same thing; *retold* is said in other words, and whether the text "
    "changed is not known.\n"
    "- **Arrows.** \xe2\x86\x92 names the party that gains by the change, where the term says "
    "whom it favours.\n"
    "- **Dates.** *Dated* is the date that the text bears, *handed over* the day on which it was "
    "presented; a report's date is that of its publication. *By date*: that a draft follows "
    "another is not reported, only their dates say so.\n"
    "\n";

static int put_how_to_read(tvx_md_report *report, tvx_error *error)
{
    tvx_buf_text(&report->out.text, how_to_read);
    return tvx_out_pass(&report->out, error);
}

static int (*const sections[])(tvx_md_report *report, tvx_error *error) = {
    tvx_md_title,  tvx_md_drafts,     tvx_md_terms,    tvx_md_told,    tvx_md_positions,
    tvx_md_events, tvx_md_background, put_how_to_read, tvx_md_sources,
};

static int run(tvx_view *view, const tvx_export_options *options, const tvx_sink *sink,
               tvx_error *error)
{
    tvx_md_report report = {.view = view, .out = {.sink = sink}};
    int code = tvx_export_without_claims(options, "md", error);
    for (size_t i = 0; i < sizeof sections / sizeof sections[0] && code == TVX_OK; i++)
        code = sections[i](&report, error);
    return tvx_out_end(&report.out, code, error);
}

const tvx_exporter tvx_export_md = {
    .name = "md",
    .suffix = ".md",
    .says = "a report to be read",
    .run = run,
};
