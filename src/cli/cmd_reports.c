#include "cli/listing.h"
#include "cli/moment.h"
#include "cli/ruling_text.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_reports = {
    .name = "reports",
    .group = TVX_CLI_ASKING,
    .summary = "list the reports by publication",
    .examples = "travaux reports\n"
                "travaux reports --known-by '23 Feb 2025'\n"
                "travaux reports --json\n",
    .details = "An id is shown by its first digits: travaux show ID tells all of a report.\n"
               "Basis is how the outlet knows; claims counts those it makes. A report that a\n"
               "judgement retracts, or that its outlet updated, says so: nothing of it counts.\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

static const tvx_cli_list_column columns[] = {
    {"id", TVX_CLI_AS_ID},
    {"published", TVX_CLI_FOR_PEOPLE},
    {"outlet", TVX_CLI_WRAPS},
    {"title", TVX_CLI_WRAPS},
    {"published", TVX_CLI_FOR_PROGRAMS},
    {"url", TVX_CLI_FOR_PROGRAMS},
    {"language", TVX_CLI_FOR_PROGRAMS},
    {"basis", TVX_CLI_AS_WORDS},
    {"claims", TVX_CLI_AS_COUNT},
    {"positions", TVX_CLI_FOR_PROGRAMS},
    {"events", TVX_CLI_FOR_PROGRAMS},
    {"updates", TVX_CLI_FOR_PROGRAMS},
    {"retracted", TVX_CLI_FOR_PROGRAMS},
    {"updated", TVX_CLI_FOR_PROGRAMS},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], TITLE = 3 };

/* Where nothing that it tells counts: why. */
static void put_fate(tvx_cli_listing *list, const tvx_told_report *told)
{
    tvx_buf line = {0};
    tvx_cli_why(&line, told->set_aside, told->updated);
    tvx_cli_listing_under(list, TITLE, &line);
}

static int list_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    const tvx_report *report = told->report;
    char day[TVX_DATE_HUMAN];
    tvx_cli_day(&report->published, true, day);
    const tvx_cell cells[COLUMNS] = {
        tvx_cli_text_cell(told->id),
        tvx_cli_text_cell(day),
        tvx_cli_text_cell(told->outlet),
        tvx_cli_text_cell(report->title),
        tvx_cli_date_cell(&report->published),
        tvx_cli_text_cell(report->url),
        tvx_cli_text_cell(report->language),
        tvx_cli_text_cell(tvx_basis_name(report->basis)),
        tvx_cli_count_cell(report->n_claims),
        tvx_cli_count_cell(report->n_positions),
        tvx_cli_count_cell(report->n_events),
        tvx_cli_texts_cell(report->updates),
        tvx_cli_text_cell(told->set_aside != NULL ? told->set_aside->id : NULL),
        tvx_cli_text_cell(told->updated),
    };
    int rc = tvx_cli_listing_row(payload, cells, error);
    put_fate(payload, told);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_listing list;
    tvx_view *view;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc != TVX_OK)
        return rc;
    rc = tvx_cli_listing_begin(&list, cli, view, "reports", columns, COLUMNS, error);
    if (rc == TVX_OK)
        rc = tvx_view_reports(view, list_report, &list, error);
    return tvx_cli_listing_end(&list, NULL, rc, error);
}
