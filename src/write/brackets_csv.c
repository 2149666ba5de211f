/*
 * Brackets in CSV, one answer a row; and terms by drafts, one draft a row.
 */
#include "base/fail.h"
#include "base/mem.h"
#include "write/answers.h"
#include "write/cell.h"

/* --- brackets --- */

enum { /* an answer's columns */
       B_DRAFT,
       B_DATED,
       B_OPENED,
       B_CLOSED,
       B_OPEN,
       B_TERM,
       B_SHARED,
       B_ANSWER,
       B_SIDE,
       B_REPORTS,
       B_MIN,
       B_MAX,
       B_ORIGINS,
       B_INDEPENDENT,
       B_PERHAPS,
       B_COLUMNS
};

static const char *const bracket_columns[B_COLUMNS] = {
    [B_DRAFT] = "draft",     [B_DATED] = "dated",
    [B_OPENED] = "opened",   [B_CLOSED] = "closed",
    [B_OPEN] = "open",       [B_TERM] = "term",
    [B_SHARED] = "shared",   [B_ANSWER] = "answer",
    [B_SIDE] = "side",       [B_REPORTS] = "reports",
    [B_MIN] = "origins_min", [B_MAX] = "origins_max",
    [B_ORIGINS] = "origins", [B_INDEPENDENT] = "independent",
    [B_PERHAPS] = "perhaps",
};

static void fill_draft(tvx_cell *cells, const tvx_draft_brackets *of)
{
    const tvx_placed_draft *draft = of->draft;
    cells[B_DRAFT] = tvx_cell_text(draft->draft->key);
    cells[B_DATED] = tvx_cell_text(draft->date != NULL ? draft->date->text : NULL);
    cells[B_OPENED] = tvx_cell_count(of->opened);
    cells[B_CLOSED] = tvx_cell_count(of->closed);
    cells[B_OPEN] = tvx_cell_count(of->open);
}

static int put_bracket(tvx_table *table, const tvx_draft_brackets *of, const tvx_bracket *bracket,
                       tvx_error *error)
{
    const tvx_reading *reading = bracket->reading;
    int code = TVX_OK;
    for (size_t i = 0; i < reading->n_alternatives && code == TVX_OK; i++) {
        const tvx_alternative *answer = &reading->alternatives[i];
        tvx_cell cells[B_COLUMNS];
        fill_draft(cells, of);
        cells[B_TERM] = tvx_cell_text(reading->row->name);
        cells[B_SHARED] = tvx_cell_list(bracket->shared);
        cells[B_ANSWER] = tvx_cell_text(answer->text);
        cells[B_SIDE] = tvx_cell_flag(answer->side);
        cells[B_REPORTS] = tvx_cell_count(answer->reports.n);
        cells[B_MIN] = tvx_cell_count(answer->origins.min);
        cells[B_MAX] = tvx_cell_count(answer->origins.max);
        cells[B_ORIGINS] = tvx_cell_list(answer->origins.names);
        cells[B_INDEPENDENT] = tvx_cell_list(bracket->independent[i]);
        cells[B_PERHAPS] = tvx_cell_list(bracket->perhaps[i]);
        code = tvx_table_row(table, cells, error);
    }
    return code;
}

/* A draft without brackets has one row, of how many are open after it. */
static int put_draft(void *payload, const tvx_draft_brackets *of, tvx_error *error)
{
    tvx_table *table = payload;
    int code = TVX_OK;
    if (of->n_brackets == 0) {
        tvx_cell cells[B_COLUMNS] = {{.type = TVX_CELL_NONE}};
        fill_draft(cells, of);
        return tvx_table_row(table, cells, error);
    }
    for (size_t i = 0; i < of->n_brackets && code == TVX_OK; i++)
        code = put_bracket(table, of, &of->brackets[i], error);
    return code;
}

int tvx_brackets_csv(tvx_view *view, const tvx_texts *terms, const tvx_sink *sink, tvx_error *error)
{
    tvx_table *table;
    int code = tvx_table_begin(&table, view, "brackets", bracket_columns, B_COLUMNS, TVX_FORMAT_CSV,
                               sink, error);
    if (code == TVX_OK)
        code = tvx_view_brackets(view, terms, put_draft, table, error);
    if (code == TVX_OK)
        code = tvx_table_end(table, error);
    tvx_table_free(table);
    return code;
}

/* --- coverage --- */

enum { BEFORE_TERMS = 2 };

/* "stated", "stated (inherited)"; nothing where the draft is silent. */
static tvx_cell cover_cell(const tvx_coverage *coverage, size_t row, size_t draft)
{
    static const char *const inherited_names[TVX_COVERS] = {
        [TVX_COVER_STATED] = "stated (inherited)",
        [TVX_COVER_INCLUDED] = "included (inherited)",
        [TVX_COVER_DEFERRED] = "deferred (inherited)",
        [TVX_COVER_ABSENT] = "absent (inherited)",
        [TVX_COVER_BRACKETED] = "bracketed (inherited)",
    };
    bool inherited;
    tvx_cover cover = tvx_coverage_cell(coverage, row, draft, &inherited);
    return tvx_cell_text(inherited ? inherited_names[cover] : tvx_cover_name(cover));
}

static int put_drafts(tvx_table *table, const tvx_coverage *coverage, tvx_cell *cells,
                      tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < coverage->n_drafts && code == TVX_OK; i++) {
        const tvx_placed_draft *draft = &coverage->drafts[i];
        cells[0] = tvx_cell_text(draft->draft->key);
        cells[1] = tvx_cell_text(draft->date != NULL ? draft->date->text : NULL);
        for (size_t j = 0; j < coverage->n_rows; j++)
            cells[BEFORE_TERMS + j] = cover_cell(coverage, j, i);
        code = tvx_table_row(table, cells, error);
    }
    return code;
}

int tvx_coverage_csv(const tvx_view *view, const tvx_coverage *coverage, const tvx_sink *sink,
                     tvx_error *error)
{
    size_t n = BEFORE_TERMS + coverage->n_rows;
    tvx_table *table = NULL;
    const char **columns = tvx_mem_new(n, sizeof *columns);
    tvx_cell *cells = tvx_mem_new(n, sizeof *cells);
    int code = columns == NULL || cells == NULL ? tvx_fail_memory(error) : TVX_OK;
    if (code == TVX_OK) {
        columns[0] = "draft";
        columns[1] = "dated";
        for (size_t i = 0; i < coverage->n_rows; i++)
            columns[BEFORE_TERMS + i] = coverage->rows[i].name;
        code = tvx_table_begin(&table, view, "drafts", columns, n, TVX_FORMAT_CSV, sink, error);
    }
    if (code == TVX_OK)
        code = put_drafts(table, coverage, cells, error);
    if (code == TVX_OK)
        code = tvx_table_end(table, error);
    tvx_table_free(table);
    tvx_mem_free(cells);
    tvx_mem_free(columns);
    return code;
}
