#include <string.h>

#include "base/fail.h"
#include "base/json.h"
#include "base/mem.h"
#include "write/answer.h"
#include "write/answers.h"
#include "write/csv.h"
#include "write/md.h"
#include "write/out.h"
#include "write/words.h"

struct tvx_table {
    tvx_out out;
    tvx_json json;
    tvx_buf cell; /* the text of one */
    const struct layout *layout;
    size_t n;
    const char **columns; /* the list is its own, the names are borrowed */
};

/* How tables look in one format. */
typedef struct layout {
    void (*begin)(tvx_table *table, const tvx_view *view, const char *name);
    void (*row)(tvx_table *table, const tvx_cell *cells);
    void (*end)(tvx_table *table);
} layout;

/* --- JSON --- */

static void begin_json(tvx_table *table, const tvx_view *view, const char *name)
{
    tvx_json *json = &table->json;
    tvx_json_object(json, TVX_JSON_LINES);
    if (view != NULL) {
        tvx_json_member(json, "negotiation", tvx_view_negotiation(view)->key);
        tvx_answer_asked(json, view);
    }
    tvx_json_name(json, name);
    tvx_json_list(json, TVX_JSON_LINES);
}

static void put_json(tvx_json *json, const char *name, const tvx_cell *cell)
{
    switch (cell->type) {
    case TVX_CELL_TEXT:
        tvx_json_member(json, name, cell->text);
        break;
    case TVX_CELL_LIST:
        tvx_answer_texts(json, name, cell->list);
        break;
    case TVX_CELL_FLAG:
        tvx_answer_flag(json, name, cell->flag);
        break;
    case TVX_CELL_COUNT:
        tvx_answer_count(json, name, cell->count);
        break;
    case TVX_CELL_NONE:
        tvx_json_member(json, name, NULL);
        break;
    }
}

static void row_json(tvx_table *table, const tvx_cell *cells)
{
    tvx_json_object(&table->json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < table->n; i++)
        put_json(&table->json, table->columns[i], &cells[i]);
    tvx_json_end(&table->json);
}

static void end_json(tvx_table *table)
{
    tvx_json_end(&table->json);
    tvx_json_end(&table->json);
    tvx_buf_char(&table->out.text, '\n');
}

/* --- CSV and Markdown --- */

/* A cell as text; borrowed from the cell, or until the next one. */
static const char *cell_text(tvx_table *table, const tvx_cell *cell)
{
    tvx_buf *buf = &table->cell;
    tvx_buf_clear(buf);
    switch (cell->type) {
    case TVX_CELL_TEXT:
        return cell->text;
    case TVX_CELL_FLAG:
        return cell->flag ? "true" : "false";
    case TVX_CELL_LIST:
        tvx_words_list(buf, cell->list, "; ");
        break;
    case TVX_CELL_COUNT:
        tvx_buf_format(buf, "%zu", cell->count);
        break;
    case TVX_CELL_NONE:
        break;
    }
    if (buf->failed)
        table->out.text.failed = true;
    return tvx_buf_string(buf);
}

static void begin_csv(tvx_table *table, const tvx_view *view, const char *name)
{
    (void)view;
    (void)name;
    for (size_t i = 0; i < table->n; i++)
        tvx_csv_field(&table->out.text, i == 0, table->columns[i]);
    tvx_csv_end_row(&table->out.text);
}

static void row_csv(tvx_table *table, const tvx_cell *cells)
{
    for (size_t i = 0; i < table->n; i++)
        tvx_csv_field(&table->out.text, i == 0, cell_text(table, &cells[i]));
    tvx_csv_end_row(&table->out.text);
}

static void begin_md(tvx_table *table, const tvx_view *view, const char *name)
{
    (void)view;
    (void)name;
    tvx_md_head(&table->out.text, table->columns, table->n);
}

static void row_md(tvx_table *table, const tvx_cell *cells)
{
    for (size_t i = 0; i < table->n; i++)
        tvx_md_cell(&table->out.text, cell_text(table, &cells[i]));
    tvx_md_end_row(&table->out.text);
}

static void end_nothing(tvx_table *table)
{
    (void)table;
}

static const layout layouts[] = {
    [TVX_FORMAT_TEXT] = {NULL, NULL, NULL},
    [TVX_FORMAT_JSON] = {begin_json, row_json, end_json},
    [TVX_FORMAT_CSV] = {begin_csv, row_csv, end_nothing},
    [TVX_FORMAT_MD] = {begin_md, row_md, end_nothing},
};

/* --- any format --- */

int tvx_table_begin(tvx_table **out, const tvx_view *view, const char *name,
                    const char *const *columns, size_t n, tvx_format format, const tvx_sink *sink,
                    tvx_error *error)
{
    *out = NULL;
    if (format == TVX_FORMAT_TEXT)
        return tvx_no_text(error);
    tvx_table *table = tvx_mem_new(1, sizeof *table);
    const char **copy = tvx_mem_new(n, sizeof *copy);
    if (table == NULL || copy == NULL) {
        tvx_mem_free(table);
        tvx_mem_free(copy);
        return tvx_fail_memory(error);
    }
    memcpy(copy, columns, n * sizeof *copy);
    table->out.sink = sink;
    table->json.out = &table->out.text;
    table->layout = &layouts[format];
    table->n = n;
    table->columns = copy;
    table->layout->begin(table, view, name);
    *out = table;
    return tvx_out_pass(&table->out, error);
}

int tvx_table_row(tvx_table *table, const tvx_cell *cells, tvx_error *error)
{
    table->layout->row(table, cells);
    return tvx_out_pass(&table->out, error);
}

int tvx_table_end(tvx_table *table, tvx_error *error)
{
    table->layout->end(table);
    return tvx_out_end(&table->out, TVX_OK, error);
}

void tvx_table_free(tvx_table *table)
{
    if (table == NULL)
        return;
    tvx_buf_dispose(&table->out.text);
    tvx_buf_dispose(&table->cell);
    tvx_mem_free(table->columns);
    tvx_mem_free(table);
}
