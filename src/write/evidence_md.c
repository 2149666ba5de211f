/*
 * Sources in Markdown: who says what of a draft.
 */
#include "write/answers.h"
#include "write/md.h"
#include "write/md_cells.h"
#include "write/out.h"
#include "write/words.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* A paragraph of our own before a further table. */
static void begin_table(tvx_buf *text, const char *title, const char *const *columns, size_t n)
{
    tvx_buf_format(text, "\n%s:\n\n", title);
    tvx_md_head(text, columns, n);
}

static void put_made_cell(tvx_buf *text, tvx_buf *words)
{
    tvx_md_next(text);
    tvx_md_take(text, words);
}

/* --- sources --- */

static void put_answer_cell(tvx_buf *text, const char *answer, tvx_texts to)
{
    tvx_buf words = {0};
    tvx_buf_text(&words, answer);
    tvx_words_to(&words, to);
    put_made_cell(text, &words);
}

/* "Babel, 24 Feb 2025: [Title](address)". */
static void put_article_cell(tvx_buf *text, const tvx_source *source)
{
    tvx_md_teller_cell(text, source->evidence->outlet, source->evidence->published);
    tvx_buf_text(text, ": ");
    tvx_md_link(text, source->title, source->url);
}

static void put_part(tvx_buf *words, const char *label, const char *part)
{
    if (part != NULL)
        tvx_buf_format(words, "%s%s: %s", words->size > 0 ? "; " : "", label, part);
}

/* What it says beside: its words, where they stand, notes, how it came to the draft. */
static void put_beside_cell(tvx_buf *text, const tvx_evidence *evidence)
{
    const tvx_claim *claim = evidence->claim;
    tvx_buf words = {0};
    put_part(&words, "quote", claim->quote);
    put_part(&words, "where", claim->where);
    put_part(&words, "was", claim->was);
    put_part(&words, "note", claim->note);
    put_part(&words, "names the draft", evidence->draft);
    if (evidence->attributed != NULL) {
        tvx_buf_text(&words, words.size > 0 ? "; " : "");
        tvx_words_ruling(&words, evidence->attributed);
    }
    put_made_cell(text, &words);
}

static void put_claim(tvx_buf *text, const tvx_row *row, const char *answer,
                      const tvx_source *source)
{
    const tvx_evidence *evidence = source->evidence;
    tvx_buf words = {0};
    tvx_md_row_cell(text, row);
    put_answer_cell(text, answer, evidence->claim->to);
    put_article_cell(text, source);
    tvx_words_word(&words, tvx_basis_name(evidence->basis));
    put_made_cell(text, &words);
    tvx_words_cites(&words, evidence->cites, evidence->n_cites);
    put_made_cell(text, &words);
    if (source->origins.names.n > 0)
        tvx_md_list_cell(text, source->origins.names, ", ");
    else
        tvx_md_cell(text, "unknown");
    put_beside_cell(text, evidence);
    tvx_md_end_row(text);
}

static int put_claims(tvx_out *out, const tvx_sources *sources, tvx_error *error)
{
    static const char *const columns[] = {"Term",  "Answer",  "Told by",        "Basis",
                                          "Cites", "Origins", "Words and notes"};
    int code = TVX_OK;
    tvx_md_head(&out->text, columns, COUNT(columns));
    for (size_t i = 0; i < sources->n_rows; i++) {
        const tvx_row_sources *row = &sources->rows[i];
        for (size_t j = 0; j < row->reading->n_alternatives; j++)
            for (size_t k = 0; k < row->alternatives[j].n && code == TVX_OK; k++) {
                put_claim(&out->text, row->row, row->reading->alternatives[j].text,
                          &row->alternatives[j].items[k]);
                code = tvx_out_pass(out, error);
            }
    }
    return code;
}

/* What does not count, and which answers lead because an editor says so. */
static int put_judged(tvx_out *out, const tvx_sources *sources, tvx_error *error)
{
    bool begun = false;
    int code = TVX_OK;
    for (size_t i = 0; i < sources->n_rows && code == TVX_OK; i++) {
        const tvx_row_sources *row = &sources->rows[i];
        for (size_t j = 0; j < row->set_aside.n; j++) {
            const tvx_source *source = &row->set_aside.items[j];
            if (!begun)
                tvx_md_set_aside_head(&out->text);
            begun = true;
            tvx_md_row_cell(&out->text, row->row);
            put_answer_cell(&out->text, source->text, source->evidence->claim->to);
            tvx_md_why_cells(&out->text, source->evidence);
        }
        code = tvx_out_pass(out, error);
    }
    for (size_t i = 0; i < sources->n_rows && code == TVX_OK; i++) {
        const tvx_row_sources *row = &sources->rows[i];
        tvx_buf words = {0};
        if (row->reading->preferred == NULL)
            continue;
        tvx_words_row(&words, row->row);
        tvx_buf_format(&words, ": %s, ", row->reading->alternatives[0].text);
        tvx_words_ruling(&words, row->reading->preferred);
        tvx_buf_text(&out->text, "\nOn ");
        tvx_md_take(&out->text, &words);
        tvx_buf_char(&out->text, '\n');
        code = tvx_out_pass(out, error);
    }
    return code;
}

static void put_mention(tvx_buf *text, const tvx_told_mention *told)
{
    const tvx_mention *mention = told->mention;
    tvx_md_teller_cell(text, told->teller.outlet, told->teller.published);
    tvx_md_cell(text, mention->draft);
    tvx_md_cell(text, mention->as);
    tvx_md_date_cell(text, &mention->dated);
    tvx_md_date_cell(text, &mention->presented);
    tvx_md_list_cell(text, mention->by, ", ");
    tvx_md_cell(text, mention->note);
    tvx_md_end_row(text);
}

static int put_told(tvx_out *out, const tvx_sources *sources, tvx_error *error)
{
    static const char *const of_draft[] = {"Told by",     "Names it", "Calls it", "Dated",
                                           "Handed over", "By",       "Note"};
    int code = TVX_OK;
    if (sources->n_mentions > 0)
        begin_table(&out->text, "What reports say of the draft itself", of_draft, COUNT(of_draft));
    for (size_t i = 0; i < sources->n_mentions && code == TVX_OK; i++) {
        put_mention(&out->text, &sources->mentions[i]);
        code = tvx_out_pass(out, error);
    }
    if (sources->n_changes > 0) {
        tvx_buf_text(&out->text, "\nChanges as reports tell them:\n\n");
        tvx_md_told_head(&out->text, false);
    }
    for (size_t i = 0; i < sources->n_changes && code == TVX_OK; i++) {
        tvx_md_told_row(&out->text, &sources->changes[i], false);
        code = tvx_out_pass(out, error);
    }
    return code;
}

/* Its other keys, and why they are its own. */
static void put_also(tvx_buf *text, const tvx_placed_draft *draft)
{
    tvx_buf words = {0};
    if (draft->also.n == 0)
        return;
    tvx_words_list(&words, draft->also, ", ");
    if (draft->joined != NULL) {
        tvx_buf_text(&words, "; ");
        tvx_words_ruling(&words, draft->joined);
    }
    tvx_buf_text(text, "Also called ");
    tvx_md_take(text, &words);
    tvx_buf_text(text, "\n\n");
}

int tvx_sources_md(const tvx_view *view, const tvx_sources *sources, const tvx_sink *sink,
                   tvx_error *error)
{
    tvx_out out = {.sink = sink};
    tvx_md_draft(&out.text, "Draft ", sources->draft);
    tvx_md_asked(&out.text, view);
    put_also(&out.text, sources->draft);
    int code = put_claims(&out, sources, error);
    if (code == TVX_OK)
        code = put_judged(&out, sources, error);
    if (code == TVX_OK)
        code = put_told(&out, sources, error);
    return tvx_out_end(&out, code, error);
}
