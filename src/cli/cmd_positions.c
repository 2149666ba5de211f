#include "cli/listing.h"
#include "cli/moment.h"
#include "cli/told_text.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_positions = {
    .name = "positions",
    .group = TVX_CLI_ASKING,
    .summary = "list what the parties say they want",
    .examples = "travaux positions\n"
                "travaux positions --known-by 2025-02-23\n"
                "travaux positions --json\n",
    .details = "Where a report gives no day, that of the report stands in ( ).\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

static const tvx_cli_list_column columns[] = {
    {"dated", TVX_CLI_FOR_PROGRAMS},
    {"date", TVX_CLI_FOR_PEOPLE},
    {"parties", TVX_CLI_FOR_PROGRAMS},
    {"party", TVX_CLI_FOR_PEOPLE | TVX_CLI_WRAPS},
    {"stance", TVX_CLI_FOR_PROGRAMS},
    {"term", TVX_CLI_FOR_PROGRAMS},
    {"text", TVX_CLI_FOR_PROGRAMS},
    {"draft", TVX_CLI_FOR_PROGRAMS},
    {"position", TVX_CLI_FOR_PEOPLE | TVX_CLI_WRAPS},
    {"who", TVX_CLI_FOR_PROGRAMS},
    {"condition", TVX_CLI_FOR_PROGRAMS},
    {"note", TVX_CLI_FOR_PROGRAMS},
    {"report", TVX_CLI_FOR_PROGRAMS},
    {"outlet", TVX_CLI_AS_FAINT | TVX_CLI_WRAPS},
    {"published", TVX_CLI_FOR_PROGRAMS},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], POSITION = 8 };

static void put_date(tvx_buf *out, const tvx_told_position *told)
{
    char day[TVX_DATE_HUMAN];
    bool own = told->position->dated.text != NULL;
    tvx_cli_day(own ? &told->position->dated : told->teller.published, true, day);
    tvx_buf_format(out, own ? "%s" : "(%s)", day);
}

static int list_cells(tvx_cli_listing *list, const tvx_told_position *told, const char *date,
                      const char *party, const char *says, tvx_error *error)
{
    const tvx_position *position = told->position;
    const tvx_cell cells[COLUMNS] = {
        tvx_cli_date_cell(&position->dated),
        tvx_cli_text_cell(date),
        tvx_cli_texts_cell(position->parties),
        tvx_cli_text_cell(party),
        tvx_cli_text_cell(tvx_position_stance_name(position->stance)),
        tvx_cli_text_cell(position->term),
        tvx_cli_text_cell(told->text),
        tvx_cli_text_cell(position->draft),
        tvx_cli_text_cell(says),
        tvx_cli_text_cell(position->who),
        tvx_cli_text_cell(position->condition),
        tvx_cli_text_cell(position->note),
        tvx_cli_text_cell(told->teller.report),
        tvx_cli_text_cell(told->teller.outlet),
        tvx_cli_date_cell(told->teller.published),
    };
    return tvx_cli_listing_row(list, cells, error);
}

static int list_position(tvx_cli_listing *list, const tvx_told_position *told, tvx_error *error)
{
    tvx_buf date = {0}, party = {0}, says = {0}, note = {0};
    put_date(&date, told);
    tvx_cli_position_party(&party, told->position);
    tvx_cli_position_says(&says, list->view, told->position, told->text);
    int rc = date.failed || party.failed || says.failed
                 ? tvx_fail_memory(error)
                 : list_cells(list, told, tvx_buf_string(&date), tvx_buf_string(&party),
                              tvx_buf_string(&says), error);
    if (told->position->note != NULL)
        tvx_buf_text(&note, told->position->note);
    tvx_cli_listing_under(list, POSITION, &note);
    tvx_buf_dispose(&date);
    tvx_buf_dispose(&party);
    tvx_buf_dispose(&says);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_listing list;
    tvx_view *view;
    const tvx_told_position *told;
    size_t n;
    bool undated = false;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = tvx_view_positions(view, &told, &n, error);
    if (rc != TVX_OK)
        return rc;
    rc = tvx_cli_listing_begin(&list, cli, view, "positions", columns, COLUMNS, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        undated = undated || told[i].position->dated.text == NULL;
        rc = list_position(&list, &told[i], error);
    }
    return tvx_cli_listing_end(&list, undated ? "( ) no day is given: that of the report" : NULL,
                               rc, error);
}
