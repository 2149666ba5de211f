/*
 * What cli/text.c and cli/grid.c share: texts made tame, broken into lines and styled.
 */
#ifndef TVX_CLI_LAYOUT_H
#define TVX_CLI_LAYOUT_H

#include <stdarg.h>

#include "cli/text.h"

/* The text escaped, tabs and line ends as blanks; NULL, and the answer has failed: no memory. */
char *tvx_cli_tame(tvx_cli *cli, tvx_arena *arena, const char *text);

/* A text made as by printf; NULL, and the answer has failed: no memory. */
char *tvx_cli_made(tvx_cli *cli, tvx_arena *arena, const char *format, va_list args);

/* Bytes of a tame text in a style; blanks. */
void tvx_cli_styled(tvx_cli *cli, tvx_cli_style style, const char *bytes, size_t n);
void tvx_cli_blanks(tvx_cli *cli, size_t n);

/* A line of a redline; inside: what a run that goes on from line to line is, 0 to begin with. */
void tvx_cli_redline_styled(tvx_cli *cli, const char *bytes, size_t n, int *inside);

/* The first line of a tame text that is to be at most so wide, and where the next one begins. A web
 * address is not broken: it may be wider. */
typedef struct tvx_cli_line {
    size_t bytes;
    const char *next;
} tvx_cli_line;
tvx_cli_line tvx_cli_break(const char *text, size_t width);

/* A text from outside as lines of at most this width, on a terminal or not. The first one begins
 * after `indent` columns, `used` of which are written already, the others after `hang`. */
void tvx_cli_wrap(tvx_cli *cli, size_t used, size_t indent, size_t hang, size_t width,
                  tvx_cli_style style, const char *text);

#endif
