#include "cli/sources_text.h"

#include <string.h>

#include "cli/evidence_text.h"
#include "cli/moment.h"
#include "cli/ruling_text.h"
#include "cli/take.h"
#include "cli/told_text.h"

static const tvx_cli_column columns[] = {{.gap = 2, .wraps = true}, {.gap = 3, .wraps = true}};

enum { COLUMNS = sizeof columns / sizeof columns[0], CLAIM = 4, PART = 6, STEP = 2 };

#define DOT " \xc2\xb7 "

void tvx_cli_sources_begin(tvx_cli_grid *grid, tvx_cli *cli)
{
    tvx_cli_grid_begin(grid, cli, columns, COLUMNS);
}

void tvx_cli_sources_part(tvx_cli_grid *grid, size_t indent, const char *label, const char *text)
{
    tvx_buf line = {0};
    if (text == NULL)
        return;
    tvx_buf_format(&line, "%s%s", label, text);
    tvx_cli_take_between(grid, indent, TVX_CLI_DIM, &line);
}

/* --- one claim --- */

/* A source and those it cites in turn; no deeper than records nest. */
static void put_cites(tvx_cli_grid *grid, const tvx_cite *cites, size_t n, size_t indent)
{
    for (size_t i = 0; i < n; i++) {
        tvx_buf line = {0};
        tvx_buf_text(&line, "cites ");
        tvx_cli_cite(&line, &cites[i]);
        tvx_cli_take_between(grid, indent, TVX_CLI_PLAIN, &line);
        put_cites(grid, cites[i].cites, cites[i].n_cites, indent + STEP);
    }
}

/* "Babel · 24 Feb 2025 · secondary · report 3f9a2c". */
static void put_who(tvx_cli_grid *grid, const tvx_evidence *evidence)
{
    char day[TVX_DATE_HUMAN];
    tvx_buf line = {0};
    tvx_cli_day(evidence->published, true, day);
    tvx_buf_format(&line, "%s" DOT "%s" DOT, evidence->outlet, day);
    if (evidence->basis != TVX_BASIS_NONE) {
        tvx_cli_spaced(&line, tvx_basis_name(evidence->basis));
        tvx_buf_text(&line, DOT);
    }
    tvx_buf_format(&line, "report %.*s", TVX_CLI_ID_DIGITS, evidence->report);
    tvx_cli_take_between(grid, CLAIM, TVX_CLI_PLAIN, &line);
}

/* Where the claim may come from: "origin: CNN", "origin: one of A, B", "origin: not known". */
static void put_origins(tvx_cli_grid *grid, const tvx_origins *origins)
{
    tvx_buf line = {0};
    tvx_buf_text(&line, origins->names.n == 0  ? "origin: not known"
                        : origins->names.n > 1 ? "origin: one or more of "
                                               : "origin: ");
    tvx_cli_list(&line, origins->names);
    tvx_cli_take_between(grid, PART, TVX_CLI_DIM, &line);
}

/* What it says, where that is not just the answer that it stands under (NULL: none). */
static void put_says(tvx_cli_grid *grid, const tvx_source *source, const tvx_alternative *answer)
{
    const tvx_claim *claim = source->evidence->claim;
    tvx_buf line = {0};
    if (answer != NULL && strcmp(answer->text, source->text) == 0 && claim->to.n == answer->to.n)
        return;
    tvx_buf_format(&line, "says: %s", source->text);
    tvx_cli_deferred_to(&line, claim->to);
    tvx_cli_take_between(grid, PART, TVX_CLI_PLAIN, &line);
}

static void put_judged(tvx_cli_grid *grid, const tvx_evidence *evidence)
{
    tvx_buf line = {0};
    tvx_cli_sources_part(grid, PART, "names the draft ", evidence->draft);
    if (evidence->attributed != NULL) {
        tvx_buf_text(&line, "names no draft; ");
        tvx_cli_ruling(&line, evidence->attributed);
        tvx_cli_take_between(grid, PART, TVX_CLI_TILDE, &line);
    }
    tvx_cli_why(&line, evidence->set_aside, evidence->updated);
    tvx_cli_take_between(grid, PART, TVX_CLI_TILDE, &line);
}

static void put_claim(tvx_cli_grid *grid, const tvx_source *source, const tvx_alternative *answer)
{
    const tvx_evidence *evidence = source->evidence;
    const tvx_claim *claim = evidence->claim;
    put_who(grid, evidence);
    tvx_cli_grid_paragraph(grid, PART, TVX_CLI_PLAIN, source->title);
    tvx_cli_sources_part(grid, PART, "", source->url);
    put_says(grid, source, answer);
    put_cites(grid, evidence->cites, evidence->n_cites, PART);
    put_origins(grid, &source->origins);
    tvx_cli_sources_part(grid, PART, "quote: ", claim->quote);
    tvx_cli_sources_part(grid, PART, "where: ", claim->where);
    tvx_cli_sources_part(grid, PART, "was: ", claim->was);
    tvx_cli_sources_part(grid, PART, "note: ", claim->note);
    put_judged(grid, evidence);
}

/* --- one row --- */

/* An answer, a side of a bracket marked as such, and who stands behind it. */
static void put_answer(tvx_cli_grid *grid, const tvx_row_sources *row, size_t number, size_t *shown)
{
    const tvx_reading *reading = row->reading;
    const tvx_alternative *answer = &reading->alternatives[number];
    tvx_buf text = {0};
    tvx_cli_grid_row(grid);
    tvx_cli_marked_alternative(&text, reading, answer, shown);
    tvx_cli_take_cell(grid, answer->side ? TVX_CLI_STRONG : TVX_CLI_PLAIN, &text);
    tvx_cli_alternative_evidence(&text, reading, answer);
    tvx_cli_take_cell(grid, TVX_CLI_DIM, &text);
    if (number == 0 && reading->preferred != NULL) {
        tvx_cli_ruling(&text, reading->preferred);
        tvx_cli_take_between(grid, CLAIM, TVX_CLI_TILDE, &text);
    }
    for (size_t i = 0; i < row->alternatives[number].n; i++)
        put_claim(grid, &row->alternatives[number].items[i], answer);
}

void tvx_cli_sources_row(tvx_cli_grid *grid, const tvx_row_sources *row)
{
    const tvx_reading *reading = row->reading;
    size_t shown = 0;
    tvx_buf title = {0};
    tvx_cli_row_title(&title, row->row);
    tvx_cli_grid_blank(grid);
    tvx_cli_grid_heading(grid, tvx_cli_take(grid->cli, &title), row->row->name);
    for (size_t i = 0; i < reading->n_alternatives; i++)
        if (reading->alternatives[i].side)
            put_answer(grid, row, i, &shown);
    for (size_t i = 0; i < reading->n_alternatives; i++)
        if (!reading->alternatives[i].side)
            put_answer(grid, row, i, &shown);
    if (row->set_aside.n > 0)
        tvx_cli_grid_paragraph(grid, 2, TVX_CLI_STRONG, "set aside");
    for (size_t i = 0; i < row->set_aside.n; i++)
        put_claim(grid, &row->set_aside.items[i], NULL);
}
