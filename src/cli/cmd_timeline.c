#include <string.h>

#include "cli/change_text.h"
#include "cli/moment.h"
#include "cli/story.h"
#include "cli/take.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_timeline = {
    .name = "timeline",
    .group = TVX_CLI_ASKING,
    .summary = "the whole story by date",
    .examples = "travaux timeline\n"
                "travaux timeline --known-by 2025-02-23\n"
                "travaux timeline --json\n",
    .details = "Drafts with what changed in them against the drafts they follow and what\n"
               "reports tell of that, what happened, and what the parties said they want. An\n"
               "undated draft stands where its order puts it. JSON, CSV and Markdown are\n"
               "those of travaux export.\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

static const tvx_cli_column columns[] = {{.gap = 4}, {.gap = 1, .wraps = true}, {.gap = 2}};

enum { COLUMNS = sizeof columns / sizeof columns[0], INDENT = 2 };

static void put_changes(tvx_cli_grid *grid, const tvx_cli_story_item *item)
{
    tvx_buf same = {0};
    for (const tvx_cli_story_change *c = item->changes; c != NULL; c = c->next) {
        tvx_cli_grid_row(grid);
        tvx_cli_grid_cell(grid, tvx_cli_change_style(c->name),
                          c->told ? "" : tvx_cli_mark(c->name));
        tvx_cli_grid_cell(grid, c->told ? TVX_CLI_DIM : tvx_cli_sentence_style(c->name), c->text);
        tvx_cli_grid_cell(grid, c->style, c->toward);
    }
    if (item->n_same == 0)
        return;
    tvx_cli_count(&same, item->n_same, "term the same as before", "terms the same as before");
    tvx_cli_grid_row(grid);
    tvx_cli_grid_cell(grid, TVX_CLI_DIM, tvx_cli_mark(TVX_CHANGE_SAME));
    tvx_cli_take_cell(grid, TVX_CLI_DIM, &same);
}

static void put_story(tvx_cli *cli, const tvx_cli_story *story)
{
    tvx_cli_grid grid;
    const char *day = "";
    tvx_cli_grid_begin(&grid, cli, columns, COLUMNS);
    for (size_t i = 0; i < story->n; i++) {
        const tvx_cli_story_item *item = &story->items[i];
        if (strcmp(item->day, day) != 0) {
            tvx_cli_grid_blank(&grid);
            tvx_cli_grid_heading(&grid, item->day, "");
            day = item->day;
        }
        tvx_cli_grid_paragraph(&grid, INDENT, item->draft ? TVX_CLI_STRONG : TVX_CLI_PLAIN,
                               item->text);
        put_changes(&grid, item);
    }
    tvx_cli_grid_end(&grid);
}

static int export(tvx_cli *cli, tvx_view *view, tvx_error *error)
{
    static const char *const names[] = {
        [TVX_FORMAT_JSON] = "json", [TVX_FORMAT_CSV] = "csv", [TVX_FORMAT_MD] = "md"};
    const tvx_export_options options = {0};
    const tvx_exporter *exporter;
    int rc = tvx_exporter_find(names[cli->format], &exporter, error);
    return rc == TVX_OK ? exporter->run(view, &options, &cli->sink, error) : rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_view *view;
    tvx_cli_story story;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK && cli->format != TVX_FORMAT_TEXT)
        return export(cli, view, error);
    if (rc == TVX_OK)
        rc = tvx_cli_story_make(&story, cli, view, error);
    if (rc != TVX_OK)
        return rc;
    if (story.n == 0) {
        tvx_cli_nothing(cli, view, "drafts, events or positions");
        return TVX_OK;
    }
    rc = tvx_cli_deal_heading(cli, view, error);
    if (rc != TVX_OK)
        return rc;
    put_story(cli, &story);
    if (tvx_cli_asks_less(view))
        tvx_cli_end_line(cli);
    tvx_cli_known_line(cli, view);
    return TVX_OK;
}
