#include <string.h>

#include "cli/evidence_text.h"
#include "cli/moment.h"
#include "cli/ruling_text.h"
#include "cli/show.h"
#include "cli/sources_text.h"
#include "cli/take.h"
#include "cli/told_text.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_sources = {
    .name = "sources",
    .group = TVX_CLI_ASKING,
    .arguments = "DRAFT [TERM]",
    .least = 1,
    .most = 2,
    .summary = "who said so: claims, citing chains, origins",
    .examples = "travaux sources us-0224\n"
                "travaux sources us-0224 security_guarantees\n"
                "travaux sources us-0224 --known-by 2025-03-01\n"
                "travaux sources us-0224 security_guarantees --json\n",
    .details = "Each answer with the claims that give it, the one it is worded after first: the\n"
               "outlet and how it knows, the article, whom it cites and whom those cite in\n"
               "turn, the words of the draft, and where the claim may come from. Reports of\n"
               "one origin count once. What a judgement or an update set aside stands below,\n"
               "with the reason. A term includes its variants.\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

/* Who tells something, and in which report. */
static void put_teller(tvx_cli_grid *grid, const tvx_teller *teller)
{
    tvx_buf line = {0};
    tvx_cli_teller(&line, teller->outlet, teller->published);
    tvx_buf_format(&line, " \xc2\xb7 report %.*s", TVX_CLI_ID_DIGITS, teller->report);
    tvx_cli_take_between(grid, 2, TVX_CLI_PLAIN, &line);
}

/* --- what is said of the draft itself --- */

static void put_mention(tvx_cli_grid *grid, const tvx_placed_draft *draft,
                        const tvx_told_mention *told)
{
    const tvx_mention *mention = told->mention;
    tvx_buf line = {0};
    put_teller(grid, &told->teller);
    if (strcmp(mention->draft, draft->draft->key) != 0)
        tvx_buf_format(&line, "names it %s; ", mention->draft);
    if (mention->as != NULL)
        tvx_buf_format(&line, "calls it \"%s\"; ", mention->as);
    tvx_cli_mention_says(&line, mention);
    if (line.size > 1 && line.data[line.size - 1] == ' ') /* nothing followed */
        line.data[line.size -= 2] = '\0';
    tvx_cli_take_between(grid, 4, TVX_CLI_PLAIN, &line);
    tvx_cli_sources_part(grid, 4, "note: ", mention->note);
}

static void put_change(tvx_cli_grid *grid, const tvx_told_change *told)
{
    tvx_buf line = {0};
    put_teller(grid, &told->teller);
    tvx_cli_row_title(&line, told->row);
    tvx_buf_text(&line, ": ");
    tvx_cli_reported_says(&line, told->change, told->text);
    tvx_cli_take_between(grid, 4, TVX_CLI_PLAIN, &line);
    tvx_cli_sources_part(grid, 4, "note: ", told->change->note);
}

static void put_told(tvx_cli_grid *grid, const tvx_sources *sources, bool mentions)
{
    if (mentions && sources->n_mentions > 0) {
        tvx_cli_grid_blank(grid);
        tvx_cli_grid_heading(grid, "What reports say of the draft itself", "");
    }
    for (size_t i = 0; mentions && i < sources->n_mentions; i++)
        put_mention(grid, sources->draft, &sources->mentions[i]);
    if (sources->n_changes > 0) {
        tvx_cli_grid_blank(grid);
        tvx_cli_grid_heading(grid, "Changes as reports tell them", "");
    }
    for (size_t i = 0; i < sources->n_changes; i++)
        put_change(grid, &sources->changes[i]);
}

/* --- all of it --- */

static void put_heading(tvx_cli *cli, const tvx_placed_draft *placed)
{
    const tvx_draft *draft = placed->draft;
    char day[TVX_DATE_HUMAN];
    tvx_buf left = {0};
    tvx_cli_day(placed->date, true, day);
    tvx_buf_format(&left, "%s%s%s", draft->key, draft->title != NULL ? "  " : "",
                   draft->title != NULL ? draft->title : "");
    tvx_cli_heading(cli, tvx_cli_take(cli, &left), day);
    tvx_cli_show_also(cli, placed);
    tvx_cli_show_maybe(cli, placed);
}

/* What is said of the draft itself is no part of a question about a term; what it does not alter
 * is told of the draft that it amends. */
static void put_left_out(tvx_cli *cli, const tvx_sources *sources, bool narrowed)
{
    tvx_buf mentions = {0}, amended = {0};
    if (narrowed && sources->n_mentions > 0) {
        tvx_cli_count(&mentions, sources->n_mentions, "report speaks", "reports speak");
        tvx_buf_format(&mentions, " of the draft itself: travaux sources %s",
                       sources->draft->draft->key);
    }
    if (sources->draft->amends != NULL)
        tvx_buf_format(&amended, "what it does not alter: travaux sources %s",
                       sources->draft->amends);
    if (mentions.size > 0 || amended.size > 0)
        tvx_cli_end_line(cli);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &mentions);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &amended);
}

static void put_sources(tvx_cli *cli, const tvx_view *view, const tvx_sources *sources,
                        bool narrowed)
{
    tvx_cli_grid grid;
    put_heading(cli, sources->draft);
    tvx_cli_sources_begin(&grid, cli);
    for (size_t i = 0; i < sources->n_rows; i++)
        tvx_cli_sources_row(&grid, &sources->rows[i]);
    put_told(&grid, sources, !narrowed);
    tvx_cli_grid_end(&grid);
    if (sources->n_rows == 0)
        tvx_cli_paragraph(cli, 2, 2, TVX_CLI_DIM,
                          narrowed ? "no report says how the draft treats this"
                                   : "no report tells what it holds");
    put_left_out(cli, sources, narrowed);
    tvx_cli_known_line(cli, view);
}

static int run(tvx_cli *cli, tvx_error *error)
{
    const tvx_texts *given = &cli->arguments;
    const char *term = given->n > 1 ? given->items[1] : NULL;
    tvx_sources sources;
    tvx_view *view;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = tvx_view_sources(view, given->items[0], term, &sources, error);
    if (rc != TVX_OK)
        return rc;
    if (cli->format != TVX_FORMAT_TEXT)
        return tvx_write_sources(view, &sources, cli->format, &cli->sink, error);
    put_sources(cli, view, &sources, term != NULL);
    return TVX_OK;
}
