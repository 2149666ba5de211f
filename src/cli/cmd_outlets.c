#include "cli/listing.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_outlets = {
    .name = "outlets",
    .group = TVX_CLI_ASKING,
    .summary = "list the outlets that report or are cited",
    .examples = "travaux outlets\n"
                "travaux outlets --json\n",
    .details = "Only an outlet that goes by several names needs a record of its own;\n"
               "travaux outlet add makes one, so that its names count as one.\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

static const tvx_cli_list_column columns[] = {
    {"name", TVX_CLI_WRAPS},
    {"aliases", TVX_CLI_WRAPS},
    {"declared", TVX_CLI_FOR_PROGRAMS},
};

enum { COLUMNS = sizeof columns / sizeof columns[0] };

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_listing list;
    tvx_view *view;
    const tvx_shown_outlet *outlets;
    size_t n;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = tvx_view_outlets(view, &outlets, &n, error);
    if (rc != TVX_OK)
        return rc;
    rc = tvx_cli_listing_begin(&list, cli, view, "outlets", columns, COLUMNS, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        const tvx_cell cells[COLUMNS] = {
            tvx_cli_text_cell(outlets[i].name),
            tvx_cli_texts_cell(outlets[i].aliases),
            tvx_cli_flag_cell(outlets[i].declared),
        };
        rc = tvx_cli_listing_row(&list, cells, error);
    }
    return tvx_cli_listing_end(&list, NULL, rc, error);
}
