/*
 * Cells of Markdown tables: readings, changes, and what goes with them.
 */
#ifndef TVX_WRITE_MD_CELLS_H
#define TVX_WRITE_MD_CELLS_H

#include <stdbool.h>

#include "base/buf.h"
#include "travaux/view.h"

/* A cell of what a reading says, in words; empty if it is silent or NULL. */
void tvx_md_reading_cell(tvx_buf *out, const tvx_reading *reading);

/* A cell of how many reports and origins stand behind it. */
void tvx_md_evidence_cell(tvx_buf *out, const tvx_reading *reading);

/* A cell of the change: its mark, its name and how far, the party that gains. */
void tvx_md_change_cell(tvx_buf *out, const tvx_change *change);

/* A row of a table of changes; with_term: a column more. */
void tvx_md_changes_head(tvx_buf *out, bool with_term);
void tvx_md_changes_row(tvx_buf *out, const tvx_changes_row *row, bool with_term);

/* A cell of a list, with a text between. */
void tvx_md_list_cell(tvx_buf *out, tvx_texts list, const char *between);

/* A cell of the title of a row of the vocabulary. */
void tvx_md_row_cell(tvx_buf *out, const tvx_row *row);

/* What a table is about, before it: "Draft us-0221, Tougher draft, 21 Feb 2025"; then as of when,
 * and a colon. Begins with a word of ours, as text from outside must not. */
void tvx_md_draft(tvx_buf *out, const char *before, const tvx_placed_draft *draft);
void tvx_md_asked(tvx_buf *out, const tvx_view *view);

/* The head of the table of claims that do not count; who makes one and why it does not: the last
 * cells of a row. */
void tvx_md_set_aside_head(tvx_buf *out);
void tvx_md_why_cells(tvx_buf *out, const tvx_evidence *evidence);

/* A cell of who tells something, and when. */
void tvx_md_teller_cell(tvx_buf *out, const char *outlet, const tvx_date *published);

/* The head of a table of changes as reports tell them; a row of it. with_draft: two columns more,
 * its date and key. */
void tvx_md_told_head(tvx_buf *out, bool with_draft);
void tvx_md_told_row(tvx_buf *out, const tvx_told_change *told, bool with_draft);

/* A cell of a date; empty for NULL. */
void tvx_md_date_cell(tvx_buf *out, const tvx_date *date);

#endif
