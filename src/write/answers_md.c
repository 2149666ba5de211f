#include "write/answers.h"
#include "write/md.h"
#include "write/md_cells.h"
#include "write/out.h"
#include "write/words.h"

/* "Draft us-0221, 21 Feb 2025": begins with a word of ours, as text from outside must not. */
static void put_draft(tvx_buf *out, const char *before, const tvx_placed_draft *draft)
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

static void put_known_by(tvx_buf *out, const tvx_view *view)
{
    tvx_buf words = {0};
    if (tvx_view_known_by(view) == NULL)
        return;
    tvx_words_date(&words, tvx_view_known_by(view));
    tvx_buf_text(out, ", as known by ");
    tvx_md_take(out, &words);
}

static int write_show(const tvx_view *view, const tvx_show *show, const tvx_sink *sink,
                      tvx_error *error)
{
    static const char *const columns[] = {"Term", "Reading", "Reports"};
    tvx_out out = {.sink = sink};
    tvx_buf *text = &out.text;
    int code = TVX_OK;
    put_draft(text, "Draft ", show->draft);
    put_known_by(text, view);
    tvx_buf_text(text, ":\n\n");
    tvx_md_head(text, columns, 3);
    for (size_t i = 0; i < show->n_readings && code == TVX_OK; i++) {
        tvx_md_row_cell(text, show->readings[i].row);
        tvx_md_reading_cell(text, &show->readings[i]);
        tvx_md_evidence_cell(text, &show->readings[i]);
        tvx_md_end_row(text);
        code = tvx_out_pass(&out, error);
    }
    return tvx_out_end(&out, code, error);
}

static int write_diff(const tvx_view *view, const tvx_diff *diff, const tvx_sink *sink,
                      tvx_error *error)
{
    static const char *const columns[] = {"Term", "Before", "After", "Change"};
    tvx_out out = {.sink = sink};
    tvx_buf *text = &out.text;
    int code = TVX_OK;
    put_draft(text, "From ", diff->from);
    put_draft(text, " to ", diff->to);
    put_known_by(text, view);
    tvx_buf_text(text, ":\n\n");
    tvx_md_head(text, columns, 4);
    for (size_t i = 0; i < diff->n_changes && code == TVX_OK; i++) {
        tvx_md_row_cell(text, diff->changes[i].row);
        tvx_md_reading_cell(text, diff->changes[i].from);
        tvx_md_reading_cell(text, diff->changes[i].to);
        tvx_md_change_cell(text, &diff->changes[i]);
        tvx_md_end_row(text);
        code = tvx_out_pass(&out, error);
    }
    return tvx_out_end(&out, code, error);
}

static int put_row(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    tvx_out *out = payload;
    tvx_md_changes_row(&out->text, row, true);
    return tvx_out_pass(out, error);
}

static int write_changes(tvx_view *view, const tvx_changes_filter *filter, const tvx_sink *sink,
                         tvx_error *error)
{
    tvx_out out = {.sink = sink};
    tvx_md_changes_head(&out.text, true);
    return tvx_out_end(&out, tvx_view_changes(view, filter, put_row, &out, error), error);
}

const tvx_answer_format tvx_answer_md = {
    .show = write_show, .diff = write_diff, .changes = write_changes};
