#include "cli/listing.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_parties = {
    .name = "parties",
    .group = TVX_CLI_ASKING,
    .summary = "list who negotiates",
    .examples = "travaux parties\n"
                "travaux parties --json\n",
    .common = TVX_CLI_DB | TVX_CLI_NEGOTIATION | TVX_CLI_FORMAT | TVX_CLI_RECORDED_BY,
    .run = run,
};

static const tvx_cli_list_column columns[] = {{"key", 0}, {"name", TVX_CLI_WRAPS}};

enum { COLUMNS = sizeof columns / sizeof columns[0] };

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_listing list;
    tvx_view *view;
    const tvx_party *parties;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc != TVX_OK)
        return rc;
    size_t n = tvx_view_parties(view, &parties);
    rc = tvx_cli_listing_begin(&list, cli, view, "parties", columns, COLUMNS, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        const tvx_cell cells[COLUMNS] = {tvx_cli_text_cell(parties[i].key),
                                         tvx_cli_text_cell(parties[i].name)};
        rc = tvx_cli_listing_row(&list, cells, error);
    }
    return tvx_cli_listing_end(&list, NULL, rc, error);
}
