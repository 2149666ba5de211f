#include <string.h>

#include "base/text.h"
#include "cli/layout.h"
#include "cli/moment.h"
#include "cli/take.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_coverage = {
    .name = "coverage",
    .group = TVX_CLI_ASKING,
    .summary = "terms by drafts at a glance: what is reported of which",
    .examples = "travaux coverage\n"
                "travaux coverage --all\n"
                "travaux coverage --known-by 2025-02-23\n"
                "travaux coverage --format csv\n",
    .details = "Drafts stand side by side, in as many blocks as it takes. A letter says how a\n"
               "draft treats a term, a dot that no report says how. With --all also the terms\n"
               "of which no report speaks. CSV and JSON have a draft a row.\n",
    .common = TVX_CLI_ASKS | TVX_CLI_ALL,
    .run = run,
};

/* Upper case: the draft's own; lower case: of the draft that it amends. */
static const struct {
    char mark;
    const char *meaning;
    tvx_cli_style style;
} marks[TVX_COVERS] = {
    [TVX_COVER_SILENT] = {'.', "not reported", TVX_CLI_DIM},
    [TVX_COVER_STATED] = {'S', "stated", TVX_CLI_STRONG},
    [TVX_COVER_INCLUDED] = {'I', "included", TVX_CLI_PLAIN},
    [TVX_COVER_DEFERRED] = {'D', "deferred", TVX_CLI_TILDE},
    [TVX_COVER_ABSENT] = {'A', "absent", TVX_CLI_MINUS},
    [TVX_COVER_BRACKETED] = {'B', "bracketed", TVX_CLI_QUERY},
};

enum { INDENT = 2, GAP = 2, PITCH = 2 };

/* What is being printed. */
typedef struct printer {
    tvx_cli *cli;
    const tvx_coverage *coverage;
    bool all;
    size_t labels; /* columns that the names of rows take */
    bool inherited;
    size_t first, end; /* the drafts of the block */
} printer;

static tvx_cover cover(const printer *p, size_t row, size_t draft, bool *inherited)
{
    return tvx_coverage_cell(p->coverage, row, draft, inherited);
}

/* True if one of these drafts is reported to treat it. */
static bool speaks(const printer *p, size_t row, size_t first, size_t end)
{
    bool inherited, any = false;
    for (size_t i = first; i < end && !any; i++)
        any = cover(p, row, i, &inherited) != TVX_COVER_SILENT;
    return any;
}

/* --- what fits --- */

/* When a draft was made, or that nobody knows. */
static const char *when(const tvx_placed_draft *placed, char day[TVX_DATE_HUMAN])
{
    tvx_cli_day(placed->date, true, day);
    return placed->date != NULL ? day : "undated";
}

/* Dates stand above the names of rows. Names that would leave too little for the drafts stand on
 * lines of their own. */
static void measure_labels(printer *p)
{
    size_t most = p->cli->screen.width / 2;
    for (size_t i = 0; i < p->coverage->n_drafts; i++) {
        char day[TVX_DATE_HUMAN];
        size_t width = tvx_text_width(when(&p->coverage->drafts[i], day));
        p->labels = width > p->labels ? width : p->labels;
    }
    for (size_t i = 0; i < p->coverage->n_rows; i++) {
        size_t width = tvx_text_width(p->coverage->rows[i].name);
        bool shown = p->all || speaks(p, i, 0, p->coverage->n_drafts);
        if (shown && width <= most && width > p->labels)
            p->labels = width;
    }
}

/* Where the column of a draft of the block begins. */
static size_t column_of(const printer *p, size_t draft)
{
    return INDENT + p->labels + GAP + PITCH * (draft - p->first);
}

/* As many drafts as have room for their keys beside their columns; at least one. */
static void choose_block(printer *p)
{
    p->first = p->end;
    do
        p->end++;
    while (p->end < p->coverage->n_drafts &&
           column_of(p, p->end) + PITCH + tvx_text_width(p->coverage->drafts[p->end].draft->key) <=
               p->cli->screen.width);
}

/* --- a block --- */

/* One line a draft: its date, the columns begun above, and its key at its own. */
static void put_head(const printer *p, size_t draft)
{
    const tvx_placed_draft *placed = &p->coverage->drafts[draft];
    char day[TVX_DATE_HUMAN];
    const char *made = when(placed, day);
    tvx_cli_blanks(p->cli, INDENT);
    tvx_cli_put(p->cli, TVX_CLI_DIM, made);
    tvx_cli_blanks(p->cli, column_of(p, p->first) - INDENT - tvx_text_width(made));
    for (size_t i = p->first; i < draft; i++)
        tvx_cli_put(p->cli, TVX_CLI_DIM, "\xe2\x94\x82 ");
    tvx_cli_put(p->cli, TVX_CLI_DIM, "\xe2\x94\x8c ");
    tvx_cli_put(p->cli, TVX_CLI_STRONG, placed->draft->key);
    tvx_cli_end_line(p->cli);
}

static void put_cell(printer *p, size_t row, size_t draft)
{
    bool inherited;
    tvx_cover is = cover(p, row, draft, &inherited);
    char mark = marks[is].mark;
    const char text[] = {(char)(inherited && mark != '.' ? mark - 'A' + 'a' : mark), '\0'};
    if (draft > p->first)
        tvx_cli_blanks(p->cli, PITCH - 1);
    tvx_cli_put(p->cli, marks[is].style, text);
    p->inherited = p->inherited || inherited;
}

static void put_row(printer *p, size_t row)
{
    const char *name = p->coverage->rows[row].name;
    size_t width = tvx_text_width(name), used = INDENT + width;
    tvx_cli_blanks(p->cli, INDENT);
    tvx_cli_put(p->cli, TVX_CLI_PLAIN, name);
    if (width > p->labels) {
        tvx_cli_end_line(p->cli);
        used = 0;
    }
    tvx_cli_blanks(p->cli, column_of(p, p->first) - used);
    for (size_t i = p->first; i < p->end; i++)
        put_cell(p, row, i);
    tvx_cli_end_line(p->cli);
}

static void put_block(printer *p)
{
    tvx_cli_end_line(p->cli);
    for (size_t i = p->first; i < p->end; i++)
        put_head(p, i);
    for (size_t i = 0; i < p->coverage->n_rows; i++)
        if (p->all || speaks(p, i, p->first, p->end))
            put_row(p, i);
}

/* --- what it means --- */

static void put_legend(const printer *p)
{
    tvx_cli *cli = p->cli;
    tvx_buf line = {0};
    for (size_t i = 1; i <= TVX_COVERS; i++) /* silence last */
        tvx_buf_format(&line, "%s%c %s", i > 1 ? "   " : "", marks[i % TVX_COVERS].mark,
                       marks[i % TVX_COVERS].meaning);
    tvx_cli_end_line(cli);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_PLAIN, &line);
    if (p->inherited)
        tvx_cli_paragraph(cli, 0, 2, TVX_CLI_PLAIN,
                          "a small letter: as in the draft that it amends");
}

static void put_left_out(const printer *p, bool blocks)
{
    const tvx_coverage *coverage = p->coverage;
    size_t silent = 0;
    tvx_buf line = {0};
    for (size_t i = 0; i < coverage->n_rows; i++)
        silent += !speaks(p, i, 0, coverage->n_drafts);
    if (p->all || silent == 0)
        return;
    tvx_cli_count(&line, silent, "term of which no report speaks",
                  "terms of which no report speaks");
    tvx_buf_format(&line, "%s; --all shows %s",
                   blocks ? "; each block leaves out what is silent in it" : "",
                   silent == 1 && !blocks ? "it" : "them");
    tvx_cli_take_paragraph(p->cli, 0, 2, TVX_CLI_DIM, &line);
}

static int put_coverage(tvx_cli *cli, tvx_view *view, const tvx_coverage *coverage,
                        tvx_error *error)
{
    printer p = {.cli = cli, .coverage = coverage, .all = tvx_cli_has(cli, "all")};
    int rc = tvx_cli_deal_heading(cli, view, error);
    if (rc != TVX_OK)
        return rc;
    measure_labels(&p);
    while (p.end < coverage->n_drafts) {
        choose_block(&p);
        put_block(&p);
    }
    put_legend(&p);
    put_left_out(&p, p.first > 0);
    tvx_cli_known_line(cli, view);
    return TVX_OK;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_coverage coverage = {0};
    tvx_view *view;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = tvx_coverage_make(&coverage, view, error);
    if (rc == TVX_OK && cli->format != TVX_FORMAT_TEXT)
        rc = tvx_write_coverage(view, &coverage, cli->format, &cli->sink, error);
    else if (rc == TVX_OK && coverage.n_drafts == 0)
        tvx_cli_nothing(cli, view, "drafts");
    else if (rc == TVX_OK)
        rc = put_coverage(cli, view, &coverage, error);
    tvx_coverage_dispose(&coverage);
    return rc;
}
