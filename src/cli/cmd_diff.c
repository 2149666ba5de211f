#include <stdint.h>
#include <string.h>

#include "cli/change_text.h"
#include "cli/moment.h"
#include "cli/take.h"
#include "cli/told_text.h"

static int run(tvx_cli *cli, tvx_error *error);

static const tvx_cli_option options[] = {
    {.name = "exit-code", .help = "status 1 if a change is known"},
    {0},
};

const tvx_cli_command tvx_cmd_diff = {
    .name = "diff",
    .group = TVX_CLI_ASKING,
    .arguments = "FROM TO",
    .least = 2,
    .most = 2,
    .summary = "what changed between two drafts",
    .examples = "travaux diff us-0212 us-0221\n"
                "travaux diff us-0212 us-0221 --all\n"
                "travaux diff us-0212 us-0221 --exit-code --json\n",
    .details = "Marks: + new, - gone, ~ altered, ? not known how, \xc2\xb7 the same or not\n"
               "reported. What a later draft is not reported to hold is no change: nobody\n"
               "says it is gone. An arrow names the party that gains. What a report tells of\n"
               "the change itself stands beside: told.\n",
    .common = TVX_CLI_ASKS | TVX_CLI_ALL | TVX_CLI_WITHOUT,
    .options = options,
    .run = run,
};

static const tvx_cli_column columns[] = {
    {.gap = 2}, {.gap = 1, .wraps = true}, {.gap = 3, .wraps = true}, {.gap = 2}};

enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* "us-0221 (21 Feb 2025, US)". */
static void put_draft(tvx_buf *out, const tvx_placed_draft *placed, bool with_year)
{
    char day[TVX_DATE_HUMAN];
    tvx_buf inside = {0};
    tvx_cli_day(placed->date, with_year, day);
    tvx_buf_text(&inside, day);
    if (placed->draft->by.n > 0)
        tvx_buf_text(&inside, inside.size > 0 ? ", " : "");
    tvx_cli_list(&inside, placed->draft->by);
    tvx_buf_text(out, placed->draft->key);
    if (inside.size > 0)
        tvx_buf_format(out, " (%s)", tvx_buf_string(&inside));
    out->failed = out->failed || inside.failed;
    tvx_buf_dispose(&inside);
}

/* "us-0221: also called ax-0224; amends us-0212; maybe the same as us-0220"; nothing without. */
static void put_ties(tvx_cli *cli, const tvx_placed_draft *placed)
{
    const tvx_texts amended = {&placed->amends, placed->amends != NULL};
    const struct {
        const char *how;
        tvx_texts keys;
    } ties[] = {{"also called ", placed->also},
                {"amends ", amended},
                {"maybe the same as ", placed->draft->maybe_same_as}};
    tvx_buf line = {0};
    for (size_t i = 0; i < sizeof ties / sizeof ties[0]; i++) {
        if (ties[i].keys.n == 0)
            continue;
        if (line.size == 0)
            tvx_buf_format(&line, "%s: %s", placed->draft->key, ties[i].how);
        else
            tvx_buf_format(&line, "; %s", ties[i].how);
        tvx_cli_list(&line, ties[i].keys);
    }
    tvx_cli_take_paragraph(cli, 2, 4, TVX_CLI_PLAIN, &line);
}

static void put_header(tvx_cli *cli, const tvx_diff *diff)
{
    tvx_buf line = {0};
    put_draft(&line, diff->from, true);
    tvx_buf_text(&line, "  \xe2\x86\x92  ");
    put_draft(&line, diff->to, true);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_STRONG, &line);
    put_ties(cli, diff->from);
    put_ties(cli, diff->to);
}

static void put_change(tvx_cli_grid *grid, const tvx_view *view, const tvx_change *change)
{
    tvx_buf text = {0};
    tvx_cli_grid_row(grid);
    tvx_cli_grid_cell(grid, tvx_cli_change_style(change->name), tvx_cli_mark(change->name));
    tvx_cli_row_title(&text, change->row);
    tvx_cli_take_cell(grid, TVX_CLI_PLAIN, &text);
    tvx_cli_change_sentence(&text, change);
    tvx_cli_take_cell(grid, tvx_cli_sentence_style(change->name), &text);
    tvx_cli_toward(&text, change);
    tvx_cli_take_cell(grid, tvx_cli_toward_style(view, change->toward), &text);
}

/* What reports tell of one row, from `told` on to *end. own: the readings make a change of it. */
static void put_told(tvx_cli_grid *grid, const tvx_told_change *told, const tvx_told_change *end,
                     bool own)
{
    for (const tvx_told_change *t = told; t != end; t++) {
        tvx_buf text = {0};
        tvx_cli_grid_row(grid);
        tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, "");
        if (!own && t == told)
            tvx_cli_row_title(&text, t->row);
        tvx_cli_take_cell(grid, TVX_CLI_PLAIN, &text);
        tvx_cli_told_change(&text, t, !own);
        tvx_cli_take_cell(grid, TVX_CLI_DIM, &text);
    }
}

/* The end of what is told of the row that it begins with; and whether all of it is `same`. */
static const tvx_told_change *same_row(const tvx_diff *diff, const tvx_told_change *told,
                                       bool *all_same)
{
    const tvx_told_change *t = told, *end = diff->told + diff->n_told;
    *all_same = true;
    for (; t != end && t->row == told->row; t++)
        *all_same = *all_same && t->change->change == TVX_CHANGE_SAME;
    return t;
}

/* What is told of rows before one, of which nothing is reported; returns what follows. */
static const tvx_told_change *put_told_only(tvx_cli_grid *grid, const tvx_diff *diff,
                                            const tvx_told_change *told, size_t before)
{
    bool same;
    while (told != diff->told + diff->n_told && told->row->number < before) {
        const tvx_told_change *end = same_row(diff, told, &same);
        put_told(grid, told, end, false);
        told = end;
    }
    return told;
}

/* Returns how many were left out as the same on both sides. */
static size_t put_changes(tvx_cli_grid *grid, const tvx_view *view, const tvx_diff *diff, bool all)
{
    const tvx_told_change *told = diff->told;
    size_t alike = 0;
    for (size_t i = 0; i < diff->n_changes; i++) {
        const tvx_change *change = &diff->changes[i];
        bool same = true;
        told = put_told_only(grid, diff, told, change->row->number);
        const tvx_told_change *end = told;
        if (told != diff->told + diff->n_told && told->row == change->row)
            end = same_row(diff, told, &same);
        if (!all && same && change->name == TVX_CHANGE_SAME) {
            alike++;
        } else {
            put_change(grid, view, change);
            put_told(grid, told, end, true);
        }
        told = end;
    }
    put_told_only(grid, diff, told, SIZE_MAX);
    return alike;
}

static void put_alike(tvx_cli *cli, size_t alike)
{
    tvx_buf line = {0};
    if (alike == 0)
        return;
    tvx_cli_count(&line, alike, "term alike; --all shows it", "terms alike; --all shows them");
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &line);
}

static void put_diff(tvx_cli *cli, const tvx_view *view, const tvx_diff *diff)
{
    tvx_cli_grid grid;
    put_header(cli, diff);
    tvx_cli_grid_begin(&grid, cli, columns, COLUMNS);
    size_t alike = put_changes(&grid, view, diff, tvx_cli_has(cli, "all"));
    tvx_cli_grid_end(&grid);
    if (diff->n_changes == 0 && diff->n_told == 0)
        tvx_cli_paragraph(cli, 2, 2, TVX_CLI_DIM, "nothing is reported of either");
    put_alike(cli, alike);
    tvx_cli_known_line(cli, view);
}

static bool any_change(const tvx_diff *diff)
{
    for (size_t i = 0; i < diff->n_changes; i++)
        if (tvx_cli_is_change(diff->changes[i].name))
            return true;
    return false;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_view *view;
    tvx_diff diff;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = tvx_view_diff(view, cli->arguments.items[0], cli->arguments.items[1], &diff, error);
    if (rc != TVX_OK)
        return rc;
    if (tvx_cli_has(cli, "exit-code") && any_change(&diff))
        cli->status = 1;
    if (cli->format != TVX_FORMAT_TEXT)
        return tvx_write_diff(view, &diff, cli->format, &cli->sink, error);
    put_diff(cli, view, &diff);
    return TVX_OK;
}
