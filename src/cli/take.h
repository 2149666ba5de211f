/*
 * Texts made in a buffer, on their way into an answer: each of these takes what the buffer holds
 * and empties it, and notes a failure of it as one of the answer.
 */
#ifndef TVX_CLI_TAKE_H
#define TVX_CLI_TAKE_H

#include "cli/text.h"

/* A copy in the cli's arena; "" if it failed, or the text is not there. */
const char *tvx_cli_take(tvx_cli *cli, tvx_buf *text);
const char *tvx_cli_copy(tvx_cli *cli, const char *text);

/* A cell; a paragraph, in a grid or outside one, if there is text. */
void tvx_cli_take_cell(tvx_cli_grid *grid, tvx_cli_style style, tvx_buf *text);
void tvx_cli_take_between(tvx_cli_grid *grid, size_t indent, tvx_cli_style style, tvx_buf *text);
void tvx_cli_take_paragraph(tvx_cli *cli, size_t indent, size_t hang, tvx_cli_style style,
                            tvx_buf *text);

#endif
