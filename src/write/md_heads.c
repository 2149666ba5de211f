/*
 * What stands before tables in Markdown, and the cells of claims that do not count.
 */
#include "travaux/date.h"
#include "write/md.h"
#include "write/md_cells.h"
#include "write/words.h"

void tvx_md_draft(tvx_buf *out, const char *before, const tvx_placed_draft *draft)
{
    char date[TVX_DATE_HUMAN];
    tvx_human_date(draft->date, true, date);
    tvx_buf_text(out, before);
    tvx_md_text(out, draft->draft->key);
    if (draft->draft->title != NULL) {
        tvx_buf_text(out, ", ");
        tvx_md_text(out, draft->draft->title);
    }
    if (date[0] != '\0') {
        tvx_buf_text(out, ", ");
        tvx_md_text(out, date);
    }
}

static void put_by(tvx_buf *out, const char *before, const char *edtf)
{
    tvx_buf words = {0};
    if (edtf == NULL)
        return;
    tvx_words_date(&words, edtf);
    tvx_buf_text(out, before);
    tvx_md_take(out, &words);
}

void tvx_md_asked(tvx_buf *out, const tvx_view *view)
{
    put_by(out, ", as known by ", tvx_view_known_by(view));
    put_by(out, ", as recorded by ", tvx_view_recorded_by(view));
    if (tvx_view_without(view) != NULL) {
        tvx_buf_text(out, ", without ");
        tvx_md_text(out, tvx_view_without(view));
    }
    tvx_buf_text(out, ":\n\n");
}

void tvx_md_set_aside_head(tvx_buf *out)
{
    static const char *const columns[] = {"Term", "Claim", "Told by", "Why it does not count"};
    tvx_buf_text(out, "\nSet aside:\n\n");
    tvx_md_head(out, columns, sizeof columns / sizeof columns[0]);
}

void tvx_md_why_cells(tvx_buf *out, const tvx_evidence *evidence)
{
    tvx_buf words = {0};
    tvx_md_teller_cell(out, evidence->outlet, evidence->published);
    tvx_words_why(&words, evidence);
    tvx_md_next(out);
    tvx_md_take(out, &words);
    tvx_md_end_row(out);
}

void tvx_md_told_head(tvx_buf *out, bool with_draft)
{
    static const char *const columns[] = {"Date",    "Draft",   "Term", "Change",
                                          "Against", "Told by", "Note"};
    size_t from = with_draft ? 0 : 2;
    tvx_md_head(out, columns + from, sizeof columns / sizeof columns[0] - from);
}

void tvx_md_told_row(tvx_buf *out, const tvx_told_change *told, bool with_draft)
{
    const tvx_reported_change *change = told->change;
    tvx_buf words = {0};
    if (with_draft) {
        tvx_md_date_cell(out, told->draft != NULL ? told->draft->date : NULL);
        tvx_md_cell(out, change->draft);
    }
    tvx_md_row_cell(out, told->row);
    tvx_words_told(&words, change, told->text);
    tvx_md_next(out);
    tvx_md_take(out, &words);
    tvx_md_cell(out, change->from);
    tvx_md_teller_cell(out, told->teller.outlet, told->teller.published);
    tvx_md_cell(out, change->note);
    tvx_md_end_row(out);
}

void tvx_md_teller_cell(tvx_buf *out, const char *outlet, const tvx_date *published)
{
    tvx_buf words = {0};
    tvx_words_teller(&words, outlet, published);
    tvx_md_next(out);
    tvx_md_take(out, &words);
}
