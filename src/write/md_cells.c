#include "write/md_cells.h"

#include "travaux/date.h"
#include "write/md.h"
#include "write/words.h"

void tvx_md_date_cell(tvx_buf *out, const tvx_date *date)
{
    char text[TVX_DATE_HUMAN];
    tvx_human_date(date, true, text);
    tvx_md_cell(out, text);
}

void tvx_md_reading_cell(tvx_buf *out, const tvx_reading *reading)
{
    tvx_buf words = {0};
    if (reading != NULL && reading->status != TVX_STATUS_SILENT)
        tvx_words_reading(&words, reading);
    tvx_md_next(out);
    tvx_md_take(out, &words);
}

void tvx_md_evidence_cell(tvx_buf *out, const tvx_reading *reading)
{
    tvx_buf words = {0};
    if (reading != NULL && reading->status != TVX_STATUS_SILENT)
        tvx_words_evidence(&words, reading);
    tvx_md_next(out);
    tvx_md_take(out, &words);
}

/* The middle dot is a plain one in what the library gives. */
static void put_mark(tvx_buf *words, char mark)
{
    if (mark == '.')
        tvx_buf_text(words, "\xc2\xb7");
    else
        tvx_buf_char(words, mark);
    tvx_buf_char(words, ' ');
}

void tvx_md_change_cell(tvx_buf *out, const tvx_change *change)
{
    tvx_buf words = {0};
    put_mark(&words, tvx_change_mark(change->name));
    tvx_words_change(&words, change);
    if (change->toward != NULL)
        tvx_buf_format(&words, " \xe2\x86\x92 %s", change->toward);
    tvx_md_next(out);
    tvx_md_take(out, &words);
}

/* What was cut is struck out, what is new is strong. */
static void put_redline(tvx_buf *out, const tvx_change *change)
{
    static const char *const around[] = {
        [TVX_REDLINE_KEEP] = "", [TVX_REDLINE_CUT] = "~~", [TVX_REDLINE_NEW] = "**"};
    tvx_md_next(out);
    for (size_t i = 0; i < change->n_redline; i++) {
        const tvx_redline_run *run = &change->redline[i];
        if (i > 0)
            tvx_buf_char(out, ' ');
        tvx_buf_text(out, around[run->op]);
        tvx_md_text(out, run->text);
        tvx_buf_text(out, around[run->op]);
    }
}

void tvx_md_changes_head(tvx_buf *out, bool with_term)
{
    static const char *const columns[] = {"Date",   "Draft",         "Reading",
                                          "Change", "Compared with", "Reports"};
    static const char *const with[] = {"Date",   "Draft",         "Term",   "Reading",
                                       "Change", "Compared with", "Reports"};
    tvx_md_head(out, with_term ? with : columns, with_term ? 7 : 6);
}

void tvx_md_list_cell(tvx_buf *out, tvx_texts list, const char *between)
{
    tvx_buf words = {0};
    tvx_words_list(&words, list, between);
    tvx_md_next(out);
    tvx_md_take(out, &words);
}

void tvx_md_row_cell(tvx_buf *out, const tvx_row *row)
{
    tvx_buf words = {0};
    tvx_words_row(&words, row);
    tvx_md_next(out);
    tvx_md_take(out, &words);
}

void tvx_md_changes_row(tvx_buf *out, const tvx_changes_row *row, bool with_term)
{
    const tvx_change *change = row->change;
    tvx_md_date_cell(out, row->draft->date);
    tvx_md_cell(out, row->draft->draft->key);
    if (with_term)
        tvx_md_row_cell(out, change->row);
    if (change->redline != NULL)
        put_redline(out, change);
    else
        tvx_md_reading_cell(out, change->to);
    tvx_md_change_cell(out, change);
    tvx_md_cell(out, row->from == NULL ? NULL : row->from->draft->key);
    tvx_md_evidence_cell(out, change->to);
    tvx_md_end_row(out);
}
