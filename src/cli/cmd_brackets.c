#include "base/fail.h"
#include "cli/evidence_text.h"
#include "cli/moment.h"
#include "cli/ruling_text.h"
#include "cli/take.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_brackets = {
    .name = "brackets",
    .group = TVX_CLI_ASKING,
    .arguments = "[TERM\xe2\x80\xa6]",
    .most = TVX_CLI_ANY,
    .summary = "what the reports disagree on, and how that was cleaned",
    .examples = "travaux brackets\n"
                "travaux brackets revenue_share fund_threshold\n"
                "travaux brackets --without 'The New York Times'\n"
                "travaux brackets --known-by 2025-02-25 --json\n",
    .details = "Draft by draft the terms on which reports contradict each other, each answer\n"
               "with those behind it. Where contradicting answers may go back to one outlet,\n"
               "somebody has garbled its story: that is marked, and who has an answer from\n"
               "elsewhere is named; perhaps: where the origin is not known for certain. Below "
               "stands how many brackets are open after each draft:\n"
               "a term whose last reading up to then is bracketed. A term includes its\n"
               "variants. With --all also the drafts that leave the number as it is.\n",
    .common = TVX_CLI_ASKS | TVX_CLI_ALL | TVX_CLI_WITHOUT,
    .run = run,
};

/* The books on one draft. */
typedef struct tally {
    const tvx_placed_draft *draft;
    size_t opened, closed, open;
} tally;

typedef struct printer {
    tvx_cli *cli;
    const char *title, *reports; /* the heading, which comes with the first bracket */
    tally *tallies;              /* of drafts that alter something, or all of them */
    size_t n, capacity;
    size_t left_out, last_open;
    size_t n_brackets, n_drafts; /* brackets printed, and drafts that have some */
} printer;

/* --- one bracket --- */

static const tvx_cli_column answer_columns[] = {{.gap = 4, .wraps = true},
                                                {.gap = 3, .wraps = true}};

/* Who has an answer from elsewhere, where the story is one. */
static void put_elsewhere(tvx_cli_grid *grid, const tvx_bracket *bracket, size_t number)
{
    tvx_texts certain = bracket->independent[number], perhaps = bracket->perhaps[number];
    tvx_buf line = {0};
    if (bracket->shared.n == 0)
        return;
    tvx_buf_text(&line, "from elsewhere: ");
    tvx_buf_text(&line, certain.n > 0 ? "" : perhaps.n > 0 ? "nobody for certain" : "nobody");
    tvx_cli_list(&line, certain);
    tvx_buf_text(&line, perhaps.n > 0 ? "; perhaps: " : "");
    tvx_cli_list(&line, perhaps);
    tvx_cli_take_between(grid, 6, TVX_CLI_DIM, &line);
}

static void put_answers(tvx_cli_grid *grid, const tvx_bracket *bracket, bool sides, size_t *shown)
{
    const tvx_reading *reading = bracket->reading;
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *answer = &reading->alternatives[i];
        tvx_buf text = {0};
        if (answer->side != sides)
            continue;
        tvx_cli_grid_row(grid);
        tvx_cli_marked_alternative(&text, reading, answer, shown);
        tvx_cli_take_cell(grid, sides ? TVX_CLI_PLAIN : TVX_CLI_DIM, &text);
        tvx_cli_alternative_evidence(&text, reading, answer);
        tvx_cli_take_cell(grid, TVX_CLI_DIM, &text);
        put_elsewhere(grid, bracket, i);
    }
}

static void put_bracket(tvx_cli_grid *grid, const tvx_bracket *bracket)
{
    size_t shown = 0;
    tvx_buf line = {0};
    tvx_cli_row_title(&line, bracket->reading->row);
    tvx_buf_format(&line, "  (%s)", bracket->reading->row->name);
    tvx_cli_take_between(grid, 2, TVX_CLI_PLAIN, &line);
    if (bracket->shared.n > 0) {
        tvx_buf_text(&line, "one story told in two ways: ");
        tvx_cli_list(&line, bracket->shared);
        tvx_cli_take_between(grid, 4, TVX_CLI_QUERY, &line);
    }
    put_answers(grid, bracket, true, &shown);
    put_answers(grid, bracket, false, &shown);
    if (bracket->reading->preferred != NULL) {
        tvx_cli_ruling(&line, bracket->reading->preferred);
        tvx_cli_take_between(grid, 4, TVX_CLI_TILDE, &line);
    }
}

/* --- one draft --- */

static void put_draft(printer *p, const tvx_draft_brackets *of)
{
    const tvx_draft *draft = of->draft->draft;
    char day[TVX_DATE_HUMAN];
    tvx_cli_grid grid;
    tvx_buf left = {0};
    tvx_cli_day(of->draft->date, true, day);
    tvx_buf_format(&left, "%s%s%s", draft->key, draft->title != NULL ? "  " : "",
                   draft->title != NULL ? draft->title : "");
    if (p->n_drafts == 0)
        tvx_cli_heading(p->cli, p->title, p->reports);
    tvx_cli_end_line(p->cli);
    tvx_cli_heading(p->cli, tvx_cli_take(p->cli, &left), day);
    tvx_cli_grid_begin(&grid, p->cli, answer_columns,
                       sizeof answer_columns / sizeof answer_columns[0]);
    for (size_t i = 0; i < of->n_brackets; i++)
        put_bracket(&grid, &of->brackets[i]);
    tvx_cli_grid_end(&grid);
    p->n_brackets += of->n_brackets;
    p->n_drafts++;
}

static int keep_draft(void *payload, const tvx_draft_brackets *of, tvx_error *error)
{
    printer *p = payload;
    bool alters = of->opened > 0 || of->closed > 0;
    if (of->n_brackets > 0)
        put_draft(p, of);
    p->last_open = of->open;
    if (!alters && !tvx_cli_has(p->cli, "all")) {
        p->left_out++;
        return TVX_OK;
    }
    if (tvx_arena_grow(&p->cli->arena, &p->tallies, p->n, &p->capacity, sizeof *p->tallies) !=
        TVX_OK)
        return tvx_fail_memory(error);
    p->tallies[p->n++] = (tally){of->draft, of->opened, of->closed, of->open};
    return TVX_OK;
}

/* --- how it went --- */

enum { BAR_MOST = 30 };

static const tvx_cli_column tally_columns[] = {{.gap = 2},
                                               {.gap = 2},
                                               {.gap = 2, .right = true},
                                               {.gap = 2, .right = true},
                                               {.gap = 2, .right = true},
                                               {.gap = 2}};

static void put_count(tvx_cli_grid *grid, size_t count)
{
    tvx_cli_grid_cellf(grid, count > 0 ? TVX_CLI_PLAIN : TVX_CLI_DIM, "%zu", count);
}

/* A sign a bracket, or for as many as it takes to fit. */
static void put_bar(tvx_cli_grid *grid, size_t open, size_t each)
{
    tvx_buf bar = {0};
    for (size_t i = 0; i < open; i += each)
        tvx_buf_char(&bar, '#');
    tvx_cli_take_cell(grid, TVX_CLI_QUERY, &bar);
}

static void put_tally(tvx_cli_grid *grid, const tally *t, size_t each)
{
    char day[TVX_DATE_HUMAN];
    tvx_cli_day(t->draft->date, true, day);
    tvx_cli_grid_row(grid);
    tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, day);
    tvx_cli_grid_cell(grid, TVX_CLI_STRONG, t->draft->draft->key);
    put_count(grid, t->opened);
    put_count(grid, t->closed);
    put_count(grid, t->open);
    put_bar(grid, t->open, each);
}

static void put_tallies(const printer *p)
{
    static const char *const heads[] = {"date", "draft", "opened", "closed", "open"};
    tvx_cli_grid grid;
    size_t most = 0;
    for (size_t i = 0; i < p->n; i++)
        most = p->tallies[i].open > most ? p->tallies[i].open : most;
    size_t each = (most + BAR_MOST - 1) / BAR_MOST;
    tvx_cli_end_line(p->cli);
    tvx_cli_heading(p->cli, "Open after each draft", "");
    tvx_cli_grid_begin(&grid, p->cli, tally_columns,
                       sizeof tally_columns / sizeof tally_columns[0]);
    tvx_cli_grid_row(&grid);
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        tvx_cli_grid_cell(&grid, TVX_CLI_DIM, heads[i]);
    for (size_t i = 0; i < p->n; i++)
        put_tally(&grid, &p->tallies[i], each > 0 ? each : 1);
    tvx_cli_grid_end(&grid);
    if (each > 1)
        tvx_cli_putf(p->cli, TVX_CLI_DIM, "# stands for up to %zu brackets\n", each);
}

static void put_end(printer *p, const tvx_view *view)
{
    tvx_buf line = {0};
    put_tallies(p);
    tvx_cli_end_line(p->cli);
    tvx_cli_count(&line, p->n_brackets, "bracket", "brackets");
    tvx_buf_text(&line, " in ");
    tvx_cli_count(&line, p->n_drafts, "draft", "drafts");
    tvx_buf_format(&line, ", %zu open in the end", p->last_open);
    tvx_cli_take_paragraph(p->cli, 0, 2, TVX_CLI_DIM, &line);
    if (p->left_out > 0)
        tvx_cli_count(&line, p->left_out, "draft opens and closes none; --all lists it too",
                      "drafts open and close none; --all lists them too");
    tvx_cli_take_paragraph(p->cli, 0, 2, TVX_CLI_DIM, &line);
    tvx_cli_known_line(p->cli, view);
}

static int run(tvx_cli *cli, tvx_error *error)
{
    printer p = {.cli = cli};
    tvx_view *view;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK && cli->format != TVX_FORMAT_TEXT)
        return tvx_write_brackets(view, &cli->arguments, cli->format, &cli->sink, error);
    if (rc == TVX_OK)
        rc = tvx_cli_deal_reports(cli, view, &p.reports, error);
    if (rc != TVX_OK)
        return rc;
    p.title = tvx_view_negotiation(view)->title;
    rc = tvx_view_brackets(view, &cli->arguments, keep_draft, &p, error);
    if (rc != TVX_OK)
        return rc;
    if (p.n_brackets == 0)
        tvx_cli_nothing(cli, view, "brackets");
    else
        put_end(&p, view);
    return TVX_OK;
}
