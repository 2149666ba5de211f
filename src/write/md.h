/*
 * Markdown (CommonMark with pipe tables). Text from outside is written so that it shows as it is:
 * whatever Markdown would read is escaped, line breaks are blanks, control and bidirectional
 * characters appear as \u{…}. It may stand anywhere but at the beginning of a line.
 */
#ifndef TVX_WRITE_MD_H
#define TVX_WRITE_MD_H

#include <stddef.h>

#include "base/buf.h"

void tvx_md_text(tvx_buf *out, const char *text);

/* Words that were put together in a buffer of their own, which is freed. */
void tvx_md_take(tvx_buf *out, tvx_buf *words);

/* The text as a link, or just the text unless the address is http or https. url may be NULL. */
void tvx_md_link(tvx_buf *out, const char *text, const char *url);

/* The head of a table, a cell of text (NULL: an empty one), and what ends a row. A cell that is
 * more than text begins with tvx_md_next. */
void tvx_md_head(tvx_buf *out, const char *const *columns, size_t n);
void tvx_md_cell(tvx_buf *out, const char *text);
void tvx_md_next(tvx_buf *out);
void tvx_md_end_row(tvx_buf *out);

#endif
