#include <string.h>

#include "base/text.h"
#include "cli/layout.h"
#include "cli/output.h"

typedef struct cell {
    char *text; /* tame; what of it is still to be written */
    size_t width;
    tvx_cli_style style;
    int inside; /* of a redline */
} grid_cell;

typedef enum row_type { CELLS, HEADING, PARAGRAPH, BLANK } row_type;

typedef struct tvx_cli_grid_row {
    row_type type;
    size_t n;                         /* cells given */
    grid_cell cells[TVX_CLI_COLUMNS]; /* of a heading two, of a paragraph one */
    size_t indent;                    /* of a paragraph */
} grid_row;

enum {
    PADDED_MOST = 48, /* off a terminal a wider cell pushes its row rather than widening all */
    WRAPPED_LEAST = 12
};

void tvx_cli_grid_begin(tvx_cli_grid *grid, tvx_cli *cli, const tvx_cli_column *columns, size_t n)
{
    *grid = (tvx_cli_grid){.cli = cli, .columns = columns, .n_columns = n};
}

/* --- how wide --- */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* A row's last cell needs no padding, so that it decides its column's width only if that is the
 * last column too. */
static void measure_row(tvx_cli_grid *grid, const grid_row *row)
{
    size_t n = row->n;
    while (n > 0 && row->cells[n - 1].width == 0)
        n--;
    for (size_t i = 0; i < n; i++)
        if ((i + 1 < n || i + 1 == grid->n_columns) && row->cells[i].width > grid->widths[i])
            grid->widths[i] = row->cells[i].width;
}

static size_t total_width(const tvx_cli_grid *grid)
{
    size_t total = 0;
    for (size_t i = 0; i < grid->n_columns; i++)
        total += grid->columns[i].gap + grid->widths[i];
    return total;
}

/* The widest column that may be broken and is not yet as narrow as it can be; or n_columns. */
static size_t widest_to_break(const tvx_cli_grid *grid)
{
    size_t widest = grid->n_columns;
    for (size_t i = 0; i < grid->n_columns; i++)
        if (grid->columns[i].wraps && grid->widths[i] > WRAPPED_LEAST &&
            (widest == grid->n_columns || grid->widths[i] > grid->widths[widest]))
            widest = i;
    return widest;
}

static void settle_widths(tvx_cli_grid *grid)
{
    const tvx_cli_screen *screen = &grid->cli->screen;
    for (size_t i = 0; i < grid->n_rows; i++)
        if (grid->rows[i].type == CELLS)
            measure_row(grid, &grid->rows[i]);
    for (size_t i = 0; i < grid->n_columns; i++)
        grid->widths[i] = least(grid->widths[i], screen->terminal ? screen->width : PADDED_MOST);
    while (screen->terminal && total_width(grid) > screen->width) {
        size_t widest = widest_to_break(grid);
        if (widest == grid->n_columns)
            break;
        grid->widths[widest]--;
    }
    grid->measured = true;
}

/* --- rows on paper --- */

/* How many columns a cell may take before it is broken; as much as there is if it is not. */
static size_t room_for(const tvx_cli_grid *grid, size_t column, size_t start, bool last)
{
    const tvx_cli_screen *screen = &grid->cli->screen;
    if (!screen->terminal || !grid->columns[column].wraps)
        return (size_t)-1;
    if (last && screen->width > start + WRAPPED_LEAST)
        return screen->width - start;
    return grid->widths[column] < 1 ? 1 : grid->widths[column];
}

/*
 * Writes as much of a cell as its line has room for and takes that off. start: where its column
 * begins; at: how far the line is written. Returns how far it is written then.
 */
static size_t print_cell(tvx_cli_grid *grid, grid_row *row, size_t column, size_t start, size_t at)
{
    grid_cell *cell = &row->cells[column];
    size_t gap = grid->columns[column].gap, left = at + gap > start ? at + gap : start;
    tvx_cli_line line =
        tvx_cli_break(cell->text, room_for(grid, column, left, column + 1 == row->n));
    char *end = cell->text + line.bytes, kept = *end;
    *end = '\0';
    size_t width = tvx_text_width(cell->text);
    if (grid->columns[column].right && width < grid->widths[column])
        left += grid->widths[column] - width;
    tvx_cli_blanks(grid->cli, left - at);
    if (cell->style == TVX_CLI_REDLINE)
        tvx_cli_redline_styled(grid->cli, cell->text, line.bytes, &cell->inside);
    else
        tvx_cli_styled(grid->cli, cell->style, cell->text, line.bytes);
    *end = kept;
    cell->text += line.next - cell->text;
    return left + width;
}

/* Writes one line of what is left of the row's cells; false: nothing was left. */
static bool print_line(tvx_cli_grid *grid, grid_row *row)
{
    size_t start = 0, at = 0;
    bool any = false;
    for (size_t i = 0; i < row->n; i++) {
        start += grid->columns[i].gap;
        if (row->cells[i].text[0] != '\0') {
            at = print_cell(grid, row, i, start, at);
            any = true;
        }
        start += grid->widths[i];
    }
    if (any)
        tvx_cli_end_line(grid->cli);
    return any;
}

static void print_cells(tvx_cli_grid *grid, grid_row *row)
{
    while (row->n > 0 && row->cells[row->n - 1].width == 0)
        row->n--;
    while (print_line(grid, row))
        continue;
}

static void print_row(tvx_cli_grid *grid, grid_row *row)
{
    switch (row->type) {
    case CELLS:
        print_cells(grid, row);
        break;
    case HEADING:
        tvx_cli_heading(grid->cli, row->cells[0].text, row->cells[1].text);
        break;
    case PARAGRAPH:
        tvx_cli_paragraph(grid->cli, row->indent, row->indent + 2, row->cells[0].style,
                          row->cells[0].text);
        break;
    case BLANK:
        tvx_cli_end_line(grid->cli);
        break;
    }
}

static void print_rows(tvx_cli_grid *grid)
{
    if (!grid->measured)
        settle_widths(grid);
    for (size_t i = 0; i < grid->n_rows && grid->cli->output.failed == TVX_OK; i++)
        print_row(grid, &grid->rows[i]);
    tvx_arena_clear(&grid->arena);
    grid->rows = NULL;
    grid->n_rows = grid->capacity = 0;
}

void tvx_cli_grid_end(tvx_cli_grid *grid)
{
    print_rows(grid);
    tvx_arena_dispose(&grid->arena);
}

/* --- rows given --- */

static grid_row *new_row(tvx_cli_grid *grid, row_type type)
{
    if (grid->n_rows == TVX_CLI_GRID_ROWS)
        print_rows(grid);
    if (tvx_arena_grow(&grid->arena, &grid->rows, grid->n_rows, &grid->capacity,
                       sizeof *grid->rows) != TVX_OK) {
        tvx_cli_output_fail(&grid->cli->output, TVX_ENOMEM, 0);
        return NULL;
    }
    grid_row *row = &grid->rows[grid->n_rows++];
    memset(row, 0, sizeof *row);
    row->type = type;
    return row;
}

void tvx_cli_grid_row(tvx_cli_grid *grid)
{
    new_row(grid, CELLS);
}

/* The next cell of the row begun last. Without one (no memory, too many) it is dropped. */
static void add_cell(tvx_cli_grid *grid, tvx_cli_style style, const char *text)
{
    grid_row *row = grid->n_rows > 0 ? &grid->rows[grid->n_rows - 1] : NULL;
    if (row == NULL || row->n == TVX_CLI_COLUMNS)
        return;
    char *tame = tvx_cli_tame(grid->cli, &grid->arena, text);
    if (tame != NULL)
        row->cells[row->n++] = (grid_cell){tame, tvx_text_width(tame), style, 0};
}

void tvx_cli_grid_cell(tvx_cli_grid *grid, tvx_cli_style style, const char *text)
{
    add_cell(grid, style, text);
}

void tvx_cli_grid_cellf(tvx_cli_grid *grid, tvx_cli_style style, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = tvx_cli_made(grid->cli, &grid->arena, format, args);
    va_end(args);
    if (text != NULL)
        add_cell(grid, style, text);
}

void tvx_cli_grid_heading(tvx_cli_grid *grid, const char *left, const char *right)
{
    if (new_row(grid, HEADING) == NULL)
        return;
    add_cell(grid, TVX_CLI_STRONG, left);
    add_cell(grid, TVX_CLI_DIM, right);
}

void tvx_cli_grid_paragraph(tvx_cli_grid *grid, size_t indent, tvx_cli_style style,
                            const char *text)
{
    grid_row *row = new_row(grid, PARAGRAPH);
    if (row == NULL)
        return;
    row->indent = indent;
    add_cell(grid, style, text);
}

void tvx_cli_grid_blank(tvx_cli_grid *grid)
{
    new_row(grid, BLANK);
}
