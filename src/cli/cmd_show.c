#include <string.h>

#include "base/text.h"
#include "cli/show.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_show = {
    .name = "show",
    .group = TVX_CLI_ASKING,
    .arguments = "DRAFT|ID",
    .least = 1,
    .most = 1,
    .summary = "a draft's readings; a report or another record",
    .examples = "travaux show us-0224\n"
                "travaux show us-0224 --known-by 2025-02-26\n"
                "travaux show 3f9a2c\n"
                "travaux show 3f9a2c --json\n",
    .details = "[A | B] are reports that contradict each other, each with those behind it.\n"
               "What a judgement or an update set aside stands below, with the reason. Of a\n"
               "record 4 or more digits of its id are enough; its JSON is what was recorded.\n"
               "With --all also the names of the terms that a draft is silent on.\n",
    .common = TVX_CLI_ASKS | TVX_CLI_ALL | TVX_CLI_WITHOUT,
    .run = run,
};

static int show_draft(tvx_cli *cli, tvx_view *view, const tvx_placed_draft *placed,
                      tvx_error *error)
{
    tvx_show show;
    if (cli->format == TVX_FORMAT_TEXT)
        return tvx_cli_show_draft(cli, view, placed, error);
    int rc = tvx_view_show(view, placed->draft->key, &show, error);
    return rc == TVX_OK ? tvx_write_show(view, &show, cli->format, &cli->sink, error) : rc;
}

static int show_record(tvx_cli *cli, tvx_view *view, const char *id, tvx_error *error)
{
    tvx_found_record found;
    int rc = tvx_view_record(view, id, &found, error);
    if (rc != TVX_OK)
        return rc;
    if (cli->format == TVX_FORMAT_TEXT)
        return tvx_cli_show_record(cli, view, &found, error);
    if (cli->format != TVX_FORMAT_JSON) {
        rc = tvx_fail(error, TVX_EUSAGE, "a record is shown as text or JSON only");
        tvx_fail_hint(error, "leave --format out, or write --json");
        return rc;
    }
    tvx_cli_write(cli, found.body, strlen(found.body));
    tvx_cli_write(cli, "\n", 1);
    return TVX_OK;
}

/* A key goes before an id that is spelled the same. */
static int run(tvx_cli *cli, tvx_error *error)
{
    const char *name = cli->arguments.items[0];
    const tvx_placed_draft *placed;
    tvx_error no_draft = {0};
    tvx_view *view;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc != TVX_OK)
        return rc;
    rc = tvx_view_draft(view, name, &placed, &no_draft);
    if (rc == TVX_OK)
        return show_draft(cli, view, placed, error);
    if (rc == TVX_ENOTFOUND && tvx_text_hex(name, TVX_ID_SHORT, TVX_ID_HEX))
        return show_record(cli, view, name, error);
    *error = no_draft;
    return rc;
}
