/*
 * Answers as text for people. Everything here escapes what it is given (so that text from outside
 * needs no care), shows tabs and line ends as blanks, colours only where asked to, and breaks
 * lines only on a terminal; on a pipe a row is a line. Nothing here fails: see tvx_cli_output.
 */
#ifndef TVX_CLI_TEXT_H
#define TVX_CLI_TEXT_H

#include "cli/cli.h"

/* Colour adds, never carries: whatever has a style says the same in words or marks. */
typedef enum tvx_cli_style {
    TVX_CLI_PLAIN,
    TVX_CLI_STRONG,
    TVX_CLI_DIM,
    TVX_CLI_PLUS, /* the marks of changes: + - ~ ? */
    TVX_CLI_MINUS,
    TVX_CLI_TILDE,
    TVX_CLI_QUERY,
    TVX_CLI_CUT,     /* words that are gone */
    TVX_CLI_REDLINE, /* a cell in a grid: what stands in [-…-] is cut, in {+…+} new */
    TVX_CLI_PARTY    /* the first party; the next ones follow: see tvx_cli_party_style */
} tvx_cli_style;

/* The style of a change by its mark (tvx_change_mark), of a party by its place among them. */
tvx_cli_style tvx_cli_mark_style(char mark);
tvx_cli_style tvx_cli_party_style(size_t party);

/* --- running text --- */

/* A piece of a line, and the end of the line. */
void tvx_cli_put(tvx_cli *cli, tvx_cli_style style, const char *text);
void tvx_cli_putf(tvx_cli *cli, tvx_cli_style style, const char *format, ...) TVX_PRINTF(3, 4);
void tvx_cli_end_line(tvx_cli *cli);

/* A paragraph that begins after `indent` blanks and goes on, where it is broken, after `hang`. */
void tvx_cli_paragraph(tvx_cli *cli, size_t indent, size_t hang, tvx_cli_style style,
                       const char *text);

/* Two texts on one line: at its left, and flush right. */
void tvx_cli_heading(tvx_cli *cli, const char *left, const char *right);

/* --- rows --- */

typedef struct tvx_cli_column {
    size_t gap; /* blanks before it */
    bool wraps; /* may be broken over several lines where the terminal is too narrow */
    bool right; /* flush right: for counts */
} tvx_cli_column;

enum { TVX_CLI_COLUMNS = 8 };

/*
 * A grid of rows in aligned columns. Rows are held back until TVX_CLI_GRID_ROWS are there or the
 * grid ends; these decide how wide the columns are. An empty cell takes no room; a cell that is
 * wider than its column pushes the next ones to the right. The last column is not padded.
 */
typedef struct tvx_cli_grid {
    tvx_cli *cli;
    const tvx_cli_column *columns;
    size_t n_columns;
    /* private */
    struct tvx_cli_grid_row *rows;
    size_t n_rows, capacity;
    size_t widths[TVX_CLI_COLUMNS];
    bool measured; /* widths are settled */
    tvx_arena arena;
} tvx_cli_grid;
enum { TVX_CLI_GRID_ROWS = 1000 };

/* columns: borrowed until tvx_cli_grid_end, which prints what was held back and frees the grid. */
void tvx_cli_grid_begin(tvx_cli_grid *grid, tvx_cli *cli, const tvx_cli_column *columns, size_t n);
void tvx_cli_grid_end(tvx_cli_grid *grid);

/* Begins a row; then its cells from left to right (those not given are empty). */
void tvx_cli_grid_row(tvx_cli_grid *grid);
void tvx_cli_grid_cell(tvx_cli_grid *grid, tvx_cli_style style, const char *text);
void tvx_cli_grid_cellf(tvx_cli_grid *grid, tvx_cli_style style, const char *format, ...)
    TVX_PRINTF(3, 4);

/* Lines between rows that take no part in the columns: a heading, a paragraph, an empty line. */
void tvx_cli_grid_heading(tvx_cli_grid *grid, const char *left, const char *right);
void tvx_cli_grid_paragraph(tvx_cli_grid *grid, size_t indent, tvx_cli_style style,
                            const char *text);
void tvx_cli_grid_blank(tvx_cli_grid *grid);

/* --- words; appended to a buffer, not escaped --- */

/* "1 report", "3 reports". */
void tvx_cli_count(tvx_buf *out, size_t n, const char *one, const char *many);

/* "2–3 origins", "1 origin (CNN)", "origin unknown"; and the same behind "3 reports, ". */
void tvx_cli_origins(tvx_buf *out, const tvx_origins *origins);
void tvx_cli_evidence(tvx_buf *out, size_t reports, const tvx_origins *origins);

/* A list: "a, b, c". */
void tvx_cli_list(tvx_buf *out, tvx_texts texts);

/* What a row of the vocabulary is called: its term's title, and its variant: "Surplus: 2016". */
void tvx_cli_row_title(tvx_buf *out, const tvx_row *row);

/* A reading's text, with what it is deferred to: "deferred (to a later meeting)". */
void tvx_cli_reading(tvx_buf *out, const tvx_reading *reading);

enum { TVX_CLI_ID_DIGITS = 6 }; /* of an id that is shown to people: "%.6s" */

#endif
