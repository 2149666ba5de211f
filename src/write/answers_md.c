#include "write/answers.h"
#include "write/md.h"
#include "write/md_cells.h"
#include "write/out.h"
#include "write/words.h"

static int put_set_aside(tvx_out *out, const tvx_show *show, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < show->n_set_aside && code == TVX_OK; i++) {
        const tvx_evidence *evidence = show->set_aside[i].evidence;
        tvx_buf words = {0};
        if (i == 0)
            tvx_md_set_aside_head(&out->text);
        tvx_words_claim(&words, evidence);
        tvx_words_to(&words, evidence->claim->to);
        tvx_md_row_cell(&out->text, show->set_aside[i].row);
        tvx_md_next(&out->text);
        tvx_md_take(&out->text, &words);
        tvx_md_why_cells(&out->text, evidence);
        code = tvx_out_pass(out, error);
    }
    return code;
}

static int write_show(const tvx_view *view, const tvx_show *show, const tvx_sink *sink,
                      tvx_error *error)
{
    static const char *const columns[] = {"Term", "Reading", "Reports"};
    tvx_out out = {.sink = sink};
    tvx_buf *text = &out.text;
    int code = TVX_OK;
    tvx_md_draft(text, "Draft ", show->draft);
    tvx_md_asked(text, view);
    tvx_md_head(text, columns, 3);
    for (size_t i = 0; i < show->n_readings && code == TVX_OK; i++) {
        tvx_md_row_cell(text, show->readings[i].row);
        tvx_md_reading_cell(text, &show->readings[i]);
        tvx_md_evidence_cell(text, &show->readings[i]);
        tvx_md_end_row(text);
        code = tvx_out_pass(&out, error);
    }
    if (code == TVX_OK)
        code = put_set_aside(&out, show, error);
    return tvx_out_end(&out, code, error);
}

/* Changes as reports tell them, where there are some. */
static int put_reported(tvx_out *out, const tvx_told_change *told, size_t n, bool with_draft,
                        tvx_error *error)
{
    int code = TVX_OK;
    if (n > 0) {
        tvx_buf_text(&out->text, "\nChanges as reports tell them:\n\n");
        tvx_md_told_head(&out->text, with_draft);
    }
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        tvx_md_told_row(&out->text, &told[i], with_draft);
        code = tvx_out_pass(out, error);
    }
    return code;
}

static int write_diff(const tvx_view *view, const tvx_diff *diff, const tvx_sink *sink,
                      tvx_error *error)
{
    static const char *const columns[] = {"Term", "Before", "After", "Change"};
    tvx_out out = {.sink = sink};
    tvx_buf *text = &out.text;
    int code = TVX_OK;
    tvx_md_draft(text, "From ", diff->from);
    tvx_md_draft(text, " to ", diff->to);
    tvx_md_asked(text, view);
    tvx_md_head(text, columns, 4);
    for (size_t i = 0; i < diff->n_changes && code == TVX_OK; i++) {
        tvx_md_row_cell(text, diff->changes[i].row);
        tvx_md_reading_cell(text, diff->changes[i].from);
        tvx_md_reading_cell(text, diff->changes[i].to);
        tvx_md_change_cell(text, &diff->changes[i]);
        tvx_md_end_row(text);
        code = tvx_out_pass(&out, error);
    }
    if (code == TVX_OK)
        code = put_reported(&out, diff->told, diff->n_told, false, error);
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
    const tvx_told_change *told;
    size_t n = 0;
    tvx_md_changes_head(&out.text, true);
    int code = tvx_view_changes(view, filter, put_row, &out, error);
    if (code == TVX_OK)
        code = tvx_view_told_changes(view, filter, &told, &n, error);
    if (code == TVX_OK)
        code = put_reported(&out, told, n, true, error);
    return tvx_out_end(&out, code, error);
}

const tvx_answer_format tvx_answer_md = {
    .show = write_show,
    .diff = write_diff,
    .changes = write_changes,
    .sources = tvx_sources_md,
    .brackets = tvx_brackets_md,
    .coverage = tvx_coverage_md,
};
