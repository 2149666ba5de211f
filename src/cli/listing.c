#include "cli/listing.h"

#include <string.h>

#include "cli/moment.h"
#include "cli/take.h"
#include "cli/told_text.h"

enum { GAP = 2 };

static bool for_programs(const tvx_cli_listing *listing)
{
    return listing->cli->format != TVX_FORMAT_TEXT;
}

static bool shown(const tvx_cli_listing *listing, size_t column)
{
    unsigned other = for_programs(listing) ? TVX_CLI_FOR_PEOPLE : TVX_CLI_FOR_PROGRAMS;
    return (listing->columns[column].traits & other) == 0;
}

static void begin_grid(tvx_cli_listing *listing)
{
    size_t n = 0;
    for (size_t i = 0; i < listing->n_columns && n < TVX_CLI_COLUMNS; i++) {
        unsigned traits = listing->columns[i].traits;
        if (!shown(listing, i))
            continue;
        listing->shapes[n] = (tvx_cli_column){.gap = n == 0 ? 0 : GAP,
                                              .wraps = (traits & TVX_CLI_WRAPS) != 0,
                                              .right = (traits & TVX_CLI_AS_COUNT) != 0};
        n++;
    }
    tvx_cli_grid_begin(&listing->grid, listing->cli, listing->shapes, n);
}

static int begin_table(tvx_cli_listing *listing, const tvx_view *view, tvx_error *error)
{
    const char *names[TVX_CLI_LIST_COLUMNS];
    size_t n = 0;
    for (size_t i = 0; i < listing->n_columns && n < TVX_CLI_LIST_COLUMNS; i++)
        if (shown(listing, i))
            names[n++] = listing->columns[i].name;
    return tvx_table_begin(&listing->table, view, listing->name, names, n, listing->cli->format,
                           &listing->cli->sink, error);
}

int tvx_cli_listing_begin(tvx_cli_listing *listing, tvx_cli *cli, const tvx_view *view,
                          const char *name, const tvx_cli_list_column *columns, size_t n,
                          tvx_error *error)
{
    *listing = (tvx_cli_listing){
        .cli = cli, .view = view, .name = name, .columns = columns, .n_columns = n};
    if (for_programs(listing))
        return begin_table(listing, view, error);
    begin_grid(listing);
    return TVX_OK;
}

/* --- rows --- */

/* What the columns are, once there is something in them. */
static void put_head(tvx_cli_listing *listing)
{
    tvx_cli_grid_row(&listing->grid);
    for (size_t i = 0; i < listing->n_columns; i++)
        if (shown(listing, i))
            tvx_cli_grid_cell(&listing->grid, TVX_CLI_DIM, listing->columns[i].name);
}

static void put_text(tvx_buf *out, const char *text, unsigned traits)
{
    if ((traits & TVX_CLI_AS_ID) != 0)
        tvx_buf_format(out, "%.*s", TVX_CLI_ID_DIGITS, text);
    else if ((traits & TVX_CLI_AS_WORDS) != 0)
        tvx_cli_spaced(out, text);
    else
        tvx_buf_text(out, text);
}

static void put_cell(tvx_cli_listing *listing, const tvx_cell *cell, unsigned traits)
{
    tvx_buf text = {0};
    if (cell->type == TVX_CELL_TEXT)
        put_text(&text, cell->text, traits);
    else if (cell->type == TVX_CELL_LIST)
        tvx_cli_list(&text, cell->list);
    else if (cell->type == TVX_CELL_COUNT)
        tvx_buf_format(&text, "%zu", cell->count);
    else if (cell->type == TVX_CELL_FLAG)
        tvx_buf_text(&text, cell->flag ? "yes" : "no");
    tvx_cli_take_cell(&listing->grid,
                      (traits & TVX_CLI_AS_FAINT) != 0 ? TVX_CLI_DIM : TVX_CLI_PLAIN, &text);
}

static int add_to_table(tvx_cli_listing *listing, const tvx_cell *cells, tvx_error *error)
{
    tvx_cell chosen[TVX_CLI_LIST_COLUMNS];
    size_t n = 0;
    for (size_t i = 0; i < listing->n_columns && n < TVX_CLI_LIST_COLUMNS; i++)
        if (shown(listing, i))
            chosen[n++] = cells[i];
    return tvx_table_row(listing->table, chosen, error);
}

int tvx_cli_listing_row(tvx_cli_listing *listing, const tvx_cell *cells, tvx_error *error)
{
    listing->n_rows++;
    if (for_programs(listing))
        return add_to_table(listing, cells, error);
    if (listing->n_rows == 1)
        put_head(listing);
    tvx_cli_grid_row(&listing->grid);
    for (size_t i = 0; i < listing->n_columns; i++)
        if (shown(listing, i))
            put_cell(listing, &cells[i], listing->columns[i].traits);
    return TVX_OK;
}

void tvx_cli_listing_under(tvx_cli_listing *listing, size_t column, tvx_buf *text)
{
    if (!for_programs(listing) && (text->failed || text->size > 0)) {
        tvx_cli_grid_row(&listing->grid);
        for (size_t i = 0; i < column; i++)
            if (shown(listing, i))
                tvx_cli_grid_cell(&listing->grid, TVX_CLI_PLAIN, "");
        tvx_cli_take_cell(&listing->grid, TVX_CLI_DIM, text);
    }
    tvx_buf_dispose(text);
}

/* What is said beside a list. */
static void put_notes(tvx_cli_listing *listing, const char *note)
{
    if (listing->n_rows == 0) {
        tvx_cli_nothing(listing->cli, listing->view, listing->name);
        return;
    }
    if (note != NULL)
        tvx_cli_paragraph(listing->cli, 0, 2, TVX_CLI_DIM, note);
    tvx_cli_known_line(listing->cli, listing->view);
}

int tvx_cli_listing_end(tvx_cli_listing *listing, const char *note, int code, tvx_error *error)
{
    if (!for_programs(listing)) {
        tvx_cli_grid_end(&listing->grid);
        if (code == TVX_OK)
            put_notes(listing, note);
        return code;
    }
    if (code == TVX_OK)
        code = tvx_table_end(listing->table, error);
    tvx_table_free(listing->table);
    return code;
}

/* --- cells --- */

tvx_cell tvx_cli_text_cell(const char *text)
{
    return (tvx_cell){.type = text != NULL ? TVX_CELL_TEXT : TVX_CELL_NONE, .text = text};
}

tvx_cell tvx_cli_date_cell(const tvx_date *date)
{
    return tvx_cli_text_cell(date != NULL ? date->text : NULL);
}

tvx_cell tvx_cli_texts_cell(tvx_texts texts)
{
    return (tvx_cell){.type = TVX_CELL_LIST, .list = texts};
}

tvx_cell tvx_cli_count_cell(size_t count)
{
    return (tvx_cell){.type = TVX_CELL_COUNT, .count = count};
}

tvx_cell tvx_cli_flag_cell(bool flag)
{
    return (tvx_cell){.type = TVX_CELL_FLAG, .flag = flag};
}
