/*
 * CSV: one change a row, as `changes --format csv`; or one claim a row, with the report that makes
 * it, so that a spreadsheet of claims can be read, mended and imported. A row has no place for
 * judgements and updates: what does not count by them is in no row, and drafts that are one have
 * one key.
 */
#include "base/arena.h"
#include "base/fail.h"
#include "write/cell.h"
#include "write/export.h"
#include "write/words.h"

enum {
    REPORT,
    OUTLET,
    PUBLISHED,
    DRAFT,
    TERM,
    STANCE,
    VALUE,
    CONDITION,
    TO,
    WAS,
    BASIS,
    CITES,
    QUOTE,
    WHERE,
    NOTE,
    URL,
    TITLE,
    DRAFT_TITLE,
    DATED,
    PRESENTED,
    BY,
    FOLLOWS,
    AMENDS,
    COLUMNS
};

static const char *const columns[COLUMNS] = {
    [REPORT] = "report",
    [OUTLET] = "outlet",
    [PUBLISHED] = "published",
    [DRAFT] = "draft",
    [TERM] = "term",
    [STANCE] = "stance",
    [VALUE] = "value",
    [CONDITION] = "condition",
    [TO] = "to",
    [WAS] = "was",
    [BASIS] = "basis",
    [CITES] = "cites",
    [QUOTE] = "quote",
    [WHERE] = "where",
    [NOTE] = "note",
    [URL] = "url",
    [TITLE] = "title",
    [DRAFT_TITLE] = "draft_title",
    [DATED] = "draft_date",
    [PRESENTED] = "draft_presented",
    [BY] = "party",
    [FOLLOWS] = "draft_follows",
    [AMENDS] = "draft_amends",
};

typedef struct claims_run {
    tvx_view *view;
    tvx_table *table;
    tvx_arena arena; /* of the claim at hand */
    tvx_arena lasting;
    size_t *met;     /* by rank of a draft: the claim that named it last */
    size_t n_claims; /* so far, the one at hand included */
} claims_run;

/* What the record of the draft says of it, in a row about that draft alone: with its claims alone a
   file into which they are imported would not know how drafts follow each other. */
static void put_draft(tvx_cell *cells, const tvx_draft *draft)
{
    static const char *const none[] = {"-"};
    bool starts = draft->starts_line && draft->follows.n == 0;
    cells[DRAFT_TITLE] = tvx_cell_text(draft->title);
    cells[DATED] = tvx_cell_text(draft->dated.text);
    cells[PRESENTED] = tvx_cell_text(draft->presented.text);
    cells[BY] = tvx_cell_list(draft->by);
    cells[FOLLOWS] = tvx_cell_list(starts ? (tvx_texts){.items = none, .n = 1} : draft->follows);
    cells[AMENDS] = tvx_cell_text(draft->amends);
}

/* The drafts on which the claim counts, each once, under the keys that they are shown by; *counts
   is false where there is nothing on which it does. */
static int put_drafts(tvx_cell *cells, claims_run *run, const tvx_told_report *told,
                      const tvx_claim *claim, bool *counts, tvx_error *error)
{
    const tvx_placed_draft *placed = NULL;
    size_t n = 0;
    int code = TVX_OK;
    run->n_claims++;
    tvx_arena_clear(&run->arena);
    const char **keys = tvx_arena_new(&run->arena, claim->drafts.n + 1, sizeof *keys);
    if (keys == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < claim->drafts.n && code == TVX_OK; i++) {
        if (!tvx_view_counts(run->view, told, claim->drafts.items[i], claim->term))
            continue;
        code = tvx_view_draft(run->view, claim->drafts.items[i], &placed, error);
        if (code == TVX_OK && run->met[placed->rank] != run->n_claims) {
            run->met[placed->rank] = run->n_claims;
            keys[n++] = placed->draft->key;
        }
    }
    *counts = claim->drafts.n > 0 ? n > 0 : tvx_view_counts(run->view, told, NULL, claim->term);
    cells[DRAFT] = tvx_cell_list((tvx_texts){.items = keys, .n = n});
    if (code == TVX_OK && n == 1)
        put_draft(cells, placed->draft);
    return code;
}

static int put_claim(claims_run *run, const tvx_told_report *told, const tvx_claim *claim,
                     tvx_error *error)
{
    const tvx_report *report = told->report;
    tvx_cell cells[COLUMNS] = {{.type = TVX_CELL_NONE}};
    tvx_buf cites = {0};
    const char *value = NULL;
    bool counts = false;
    int code = put_drafts(cells, run, told, claim, &counts, error);
    if (code == TVX_OK && counts)
        code = tvx_view_written(run->view, claim->term, &claim->value, &value, error);
    if (code != TVX_OK || !counts)
        return code;
    if (claim->cites != NULL)
        tvx_words_cites(&cites, claim->cites, claim->n_cites);
    else
        tvx_words_cites(&cites, report->cites, report->n_cites);
    cells[REPORT] = tvx_cell_text(told->id);
    cells[OUTLET] = tvx_cell_text(told->outlet);
    cells[PUBLISHED] = tvx_cell_text(report->published.text);
    cells[TERM] = tvx_cell_text(claim->term);
    cells[STANCE] = tvx_cell_text(tvx_stance_name(claim->stance));
    cells[VALUE] = tvx_cell_text(value);
    cells[CONDITION] = tvx_cell_text(claim->condition);
    cells[TO] = tvx_cell_list(claim->to);
    cells[WAS] = tvx_cell_text(claim->was);
    cells[BASIS] = tvx_cell_text(
        tvx_basis_name(claim->basis != TVX_BASIS_NONE ? claim->basis : report->basis));
    cells[CITES] = tvx_cell_text(tvx_buf_string(&cites));
    cells[QUOTE] = tvx_cell_text(claim->quote);
    cells[WHERE] = tvx_cell_text(claim->where);
    cells[NOTE] = tvx_cell_text(claim->note);
    cells[URL] = tvx_cell_text(report->url);
    cells[TITLE] = tvx_cell_text(report->title);
    code = cites.failed ? tvx_fail_memory(error) : tvx_table_row(run->table, cells, error);
    tvx_buf_dispose(&cites);
    return code;
}

static int put_claims(void *payload, const tvx_told_report *told, tvx_error *error)
{
    claims_run *run = payload;
    int code = TVX_OK;
    for (size_t i = 0; i < told->report->n_claims && code == TVX_OK; i++)
        code = put_claim(run, told, &told->report->claims[i], error);
    return code;
}

static int write_claims(tvx_view *view, const tvx_sink *sink, tvx_error *error)
{
    claims_run run = {.view = view};
    const tvx_placed_draft *drafts;
    size_t n;
    int code =
        tvx_table_begin(&run.table, view, "claims", columns, COLUMNS, TVX_FORMAT_CSV, sink, error);
    if (code ==
        TVX_OK) /* they live as long as the view, but loading them is an answer of its own */
        code = tvx_view_drafts(view, &drafts, &n, error);
    if (code == TVX_OK && (run.met = tvx_arena_new(&run.lasting, n + 1, sizeof *run.met)) == NULL)
        code = tvx_fail_memory(error);
    if (code == TVX_OK)
        code = tvx_view_reports(view, put_claims, &run, error);
    if (code == TVX_OK)
        code = tvx_table_end(run.table, error);
    tvx_table_free(run.table);
    tvx_arena_dispose(&run.arena);
    tvx_arena_dispose(&run.lasting);
    return code;
}

static int run(tvx_view *view, const tvx_export_options *options, const tvx_sink *sink,
               tvx_error *error)
{
    const tvx_changes_filter all = {.terms = {NULL, 0}};
    return options->claims ? write_claims(view, sink, error)
                           : tvx_write_changes(view, &all, TVX_FORMAT_CSV, sink, error);
}

const tvx_exporter tvx_export_csv = {
    .name = "csv",
    .suffix = ".csv",
    .says = "one change a row; --claims: one claim a row",
    .run = run,
};
