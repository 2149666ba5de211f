#include "cli/listing.h"
#include "cli/moment.h"
#include "cli/told_text.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_events = {
    .name = "events",
    .group = TVX_CLI_ASKING,
    .summary = "list what happened, by date",
    .examples = "travaux events\n"
                "travaux events --known-by 2025-02-23\n"
                "travaux events --json\n",
    .details = "What several reports tell alike is one event.\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

static const tvx_cli_list_column columns[] = {
    {"dated", TVX_CLI_FOR_PROGRAMS},
    {"date", TVX_CLI_FOR_PEOPLE},
    {"kind", TVX_CLI_FOR_PROGRAMS},
    {"what", TVX_CLI_FOR_PROGRAMS},
    {"drafts", TVX_CLI_FOR_PROGRAMS},
    {"term", TVX_CLI_FOR_PROGRAMS},
    {"event", TVX_CLI_FOR_PEOPLE | TVX_CLI_WRAPS},
    {"places", TVX_CLI_FOR_PROGRAMS},
    {"notes", TVX_CLI_FOR_PROGRAMS},
    {"reports", TVX_CLI_FOR_PROGRAMS},
    {"outlets", TVX_CLI_AS_FAINT | TVX_CLI_WRAPS},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], EVENT = 6 };

/* Who tells it: every report, and the outlets, each once. */
typedef struct told_by {
    tvx_texts reports, outlets;
} told_by;

static int find_tellers(tvx_arena *arena, const tvx_told_event *told, told_by *out,
                        tvx_error *error)
{
    const char **reports = tvx_arena_new(arena, told->n_tellers, sizeof *reports);
    const char **outlets = tvx_arena_new(arena, told->n_tellers, sizeof *outlets);
    if (reports == NULL || outlets == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < told->n_tellers; i++) {
        reports[i] = told->tellers[i].report;
        outlets[i] = told->tellers[i].outlet;
    }
    out->reports = (tvx_texts){reports, told->n_tellers};
    out->outlets = tvx_cli_each_once(outlets, told->n_tellers);
    return TVX_OK;
}

static int list_event(tvx_cli_listing *list, const tvx_told_event *told, const char *says,
                      tvx_error *error)
{
    const tvx_event *event = told->event;
    char date[TVX_DATE_HUMAN];
    told_by by = {0};
    int rc = find_tellers(&list->cli->arena, told, &by, error);
    if (rc != TVX_OK)
        return rc;
    tvx_human_date(&event->dated, true, date);
    const tvx_cell cells[COLUMNS] = {
        tvx_cli_date_cell(&event->dated),
        tvx_cli_text_cell(date),
        tvx_cli_text_cell(tvx_event_kind_name(event->kind)),
        tvx_cli_text_cell(event->what),
        tvx_cli_texts_cell(event->drafts),
        tvx_cli_text_cell(event->term),
        tvx_cli_text_cell(says),
        tvx_cli_texts_cell(told->places),
        tvx_cli_texts_cell(told->notes),
        tvx_cli_texts_cell(by.reports),
        tvx_cli_texts_cell(by.outlets),
    };
    rc = tvx_cli_listing_row(list, cells, error);
    for (size_t i = 0; rc == TVX_OK && i < told->notes.n; i++) {
        tvx_buf note = {0};
        tvx_buf_text(&note, told->notes.items[i]);
        tvx_cli_listing_under(list, EVENT, &note);
    }
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_listing list;
    tvx_view *view;
    const tvx_told_event *told;
    size_t n;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = tvx_view_events(view, &told, &n, error);
    if (rc != TVX_OK)
        return rc;
    rc = tvx_cli_listing_begin(&list, cli, view, "events", columns, COLUMNS, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        tvx_buf says = {0};
        tvx_cli_event_says(&says, view, told[i].event, told[i].places);
        rc = says.failed ? tvx_fail_memory(error)
                         : list_event(&list, &told[i], tvx_buf_string(&says), error);
        tvx_buf_dispose(&says);
    }
    return tvx_cli_listing_end(&list, NULL, rc, error);
}
