#include "cli/evidence_text.h"
#include "cli/listing.h"
#include "cli/moment.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_background = {
    .name = "background",
    .group = TVX_CLI_ASKING,
    .summary = "list claims that name no draft, and are never compared",
    .examples = "travaux background\n"
                "travaux background --json\n",
    .details = "A report that speaks of \"the conditions\" without saying of which draft is\n"
               "kept, shown here, and counted nowhere else.\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

static const tvx_cli_list_column columns[] = {
    {"term", TVX_CLI_FOR_PROGRAMS},
    {"term", TVX_CLI_FOR_PEOPLE | TVX_CLI_WRAPS},
    {"stance", TVX_CLI_FOR_PROGRAMS},
    {"text", TVX_CLI_FOR_PROGRAMS},
    {"claim", TVX_CLI_FOR_PEOPLE | TVX_CLI_WRAPS},
    {"condition", TVX_CLI_FOR_PROGRAMS},
    {"to", TVX_CLI_FOR_PROGRAMS},
    {"was", TVX_CLI_FOR_PROGRAMS},
    {"quote", TVX_CLI_FOR_PROGRAMS},
    {"where", TVX_CLI_FOR_PROGRAMS},
    {"note", TVX_CLI_FOR_PROGRAMS},
    {"report", TVX_CLI_FOR_PROGRAMS},
    {"outlet", TVX_CLI_AS_FAINT | TVX_CLI_WRAPS},
    {"published", TVX_CLI_FOR_PROGRAMS},
    {"published", TVX_CLI_FOR_PEOPLE | TVX_CLI_AS_FAINT},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], CLAIM = 4 };

static int list_cells(tvx_cli_listing *list, const tvx_told_background *told, const char *title,
                      const char *says, tvx_error *error)
{
    const tvx_claim *claim = told->claim;
    char day[TVX_DATE_HUMAN];
    tvx_cli_day(told->teller.published, true, day);
    const tvx_cell cells[COLUMNS] = {
        tvx_cli_text_cell(told->row->name),
        tvx_cli_text_cell(title),
        tvx_cli_text_cell(tvx_stance_name(claim->stance)),
        tvx_cli_text_cell(told->text),
        tvx_cli_text_cell(says),
        tvx_cli_text_cell(claim->condition),
        tvx_cli_texts_cell(claim->to),
        tvx_cli_text_cell(claim->was),
        tvx_cli_text_cell(claim->quote),
        tvx_cli_text_cell(claim->where),
        tvx_cli_text_cell(claim->note),
        tvx_cli_text_cell(told->teller.report),
        tvx_cli_text_cell(told->teller.outlet),
        tvx_cli_date_cell(told->teller.published),
        tvx_cli_text_cell(day),
    };
    return tvx_cli_listing_row(list, cells, error);
}

static int list_claim(tvx_cli_listing *list, const tvx_told_background *told, tvx_error *error)
{
    tvx_buf title = {0}, says = {0}, note = {0};
    tvx_cli_row_title(&title, told->row);
    tvx_buf_text(&says, told->text);
    tvx_cli_deferred_to(&says, told->claim->to);
    int rc = title.failed || says.failed
                 ? tvx_fail_memory(error)
                 : list_cells(list, told, tvx_buf_string(&title), tvx_buf_string(&says), error);
    if (told->claim->note != NULL)
        tvx_buf_text(&note, told->claim->note);
    tvx_cli_listing_under(list, CLAIM, &note);
    tvx_buf_dispose(&title);
    tvx_buf_dispose(&says);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_listing list;
    tvx_view *view;
    const tvx_told_background *told;
    size_t n;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = tvx_view_background(view, &told, &n, error);
    if (rc != TVX_OK)
        return rc;
    rc = tvx_cli_listing_begin(&list, cli, view, "background", columns, COLUMNS, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++)
        rc = list_claim(&list, &told[i], error);
    return tvx_cli_listing_end(&list, NULL, rc, error);
}
