/*
 * Sources in CSV: one claim a row.
 */
#include "base/fail.h"
#include "write/answers.h"
#include "write/cell.h"
#include "write/words.h"

static const char *id_of(const tvx_ruling *ruling)
{
    return ruling != NULL ? ruling->id : NULL;
}

/* --- sources --- */

enum { /* a claim's columns */
       S_DRAFT,
       S_NAMED,
       S_TERM,
       S_ANSWER,
       S_SIDE,
       S_REPORT,
       S_OUTLET,
       S_PUBLISHED,
       S_HEADLINE,
       S_URL,
       S_STANCE,
       S_TEXT,
       S_CONDITION,
       S_TO,
       S_WAS,
       S_QUOTE,
       S_WHERE,
       S_NOTE,
       S_BASIS,
       S_CITES,
       S_ORIGINS,
       S_MIN,
       S_MAX,
       S_ATTRIBUTED,
       S_PREFERRED,
       S_SET_ASIDE,
       S_UPDATED,
       S_COLUMNS
};

static const char *const source_columns[S_COLUMNS] = {
    [S_DRAFT] = "draft",
    [S_NAMED] = "named_as",
    [S_TERM] = "term",
    [S_ANSWER] = "answer",
    [S_SIDE] = "side",
    [S_REPORT] = "report",
    [S_OUTLET] = "outlet",
    [S_PUBLISHED] = "published",
    [S_HEADLINE] = "title",
    [S_URL] = "url",
    [S_STANCE] = "stance",
    [S_TEXT] = "text",
    [S_CONDITION] = "condition",
    [S_TO] = "to",
    [S_WAS] = "was",
    [S_QUOTE] = "quote",
    [S_WHERE] = "where",
    [S_NOTE] = "note",
    [S_BASIS] = "basis",
    [S_CITES] = "cites",
    [S_ORIGINS] = "origins",
    [S_MIN] = "origins_min",
    [S_MAX] = "origins_max",
    [S_ATTRIBUTED] = "attributed",
    [S_PREFERRED] = "preferred",
    [S_SET_ASIDE] = "set_aside",
    [S_UPDATED] = "updated",
};

static void fill_claim(tvx_cell *cells, const tvx_source *source)
{
    const tvx_evidence *evidence = source->evidence;
    const tvx_claim *claim = evidence->claim;
    cells[S_NAMED] = tvx_cell_text(evidence->draft);
    cells[S_REPORT] = tvx_cell_text(evidence->report);
    cells[S_OUTLET] = tvx_cell_text(evidence->outlet);
    cells[S_PUBLISHED] = tvx_cell_text(evidence->published->text);
    cells[S_HEADLINE] = tvx_cell_text(source->title);
    cells[S_URL] = tvx_cell_text(source->url);
    cells[S_STANCE] = tvx_cell_text(tvx_stance_name(claim->stance));
    cells[S_TEXT] = tvx_cell_text(source->text);
    cells[S_CONDITION] = tvx_cell_text(claim->condition);
    cells[S_TO] = tvx_cell_list(claim->to);
    cells[S_WAS] = tvx_cell_text(claim->was);
    cells[S_QUOTE] = tvx_cell_text(claim->quote);
    cells[S_WHERE] = tvx_cell_text(claim->where);
    cells[S_NOTE] = tvx_cell_text(claim->note);
    cells[S_BASIS] = tvx_cell_text(tvx_basis_name(evidence->basis));
    cells[S_ORIGINS] = tvx_cell_list(source->origins.names);
    cells[S_MIN] = tvx_cell_count(source->origins.min);
    cells[S_MAX] = tvx_cell_count(source->origins.max);
    cells[S_ATTRIBUTED] = tvx_cell_text(id_of(evidence->attributed));
    cells[S_SET_ASIDE] = tvx_cell_text(id_of(evidence->set_aside));
    cells[S_UPDATED] = tvx_cell_text(evidence->updated);
}

/* Claims of one answer, or those that were set aside (NULL). */
static int put_claims(tvx_table *table, const tvx_sources *sources, const tvx_row_sources *row,
                      const tvx_alternative *answer, const tvx_source_list *list, tvx_error *error)
{
    const tvx_ruling *preferred = row->reading->preferred;
    int code = TVX_OK;
    for (size_t i = 0; i < list->n && code == TVX_OK; i++) {
        tvx_cell cells[S_COLUMNS] = {{.type = TVX_CELL_NONE}};
        tvx_buf cites = {0};
        fill_claim(cells, &list->items[i]);
        tvx_words_cites(&cites, list->items[i].evidence->cites, list->items[i].evidence->n_cites);
        cells[S_CITES] = tvx_cell_text(tvx_buf_string(&cites));
        cells[S_DRAFT] = tvx_cell_text(sources->draft->draft->key);
        cells[S_TERM] = tvx_cell_text(row->row->name);
        if (answer != NULL) {
            cells[S_ANSWER] = tvx_cell_text(answer->text);
            cells[S_SIDE] = tvx_cell_flag(answer->side);
            if (answer == row->reading->alternatives)
                cells[S_PREFERRED] = tvx_cell_text(id_of(preferred));
        }
        code = cites.failed ? tvx_fail_memory(error) : tvx_table_row(table, cells, error);
        tvx_buf_dispose(&cites);
    }
    return code;
}

static int put_row(tvx_table *table, const tvx_sources *sources, const tvx_row_sources *row,
                   tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < row->reading->n_alternatives && code == TVX_OK; i++)
        code = put_claims(table, sources, row, &row->reading->alternatives[i],
                          &row->alternatives[i], error);
    return code != TVX_OK ? code : put_claims(table, sources, row, NULL, &row->set_aside, error);
}

int tvx_sources_csv(const tvx_view *view, const tvx_sources *sources, const tvx_sink *sink,
                    tvx_error *error)
{
    tvx_table *table;
    int code = tvx_table_begin(&table, view, "claims", source_columns, S_COLUMNS, TVX_FORMAT_CSV,
                               sink, error);
    for (size_t i = 0; i < sources->n_rows && code == TVX_OK; i++)
        code = put_row(table, sources, &sources->rows[i], error);
    if (code == TVX_OK)
        code = tvx_table_end(table, error);
    tvx_table_free(table);
    return code;
}
