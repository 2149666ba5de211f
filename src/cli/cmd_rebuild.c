#include "cli/text.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_rebuild = {
    .name = "rebuild",
    .group = TVX_CLI_KEEPING,
    .summary = "makes the indexes anew from the records",
    .examples = "travaux rebuild\n",
    .details = "No record is touched. When travaux check finds wrong indexes, this mends them.\n",
    .common = TVX_CLI_DB | TVX_CLI_JSON,
    .run = run,
};

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_file *file;
    int rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK)
        rc = tvx_file_rebuild(file, error);
    if (rc != TVX_OK)
        return rc;
    if (cli->format == TVX_FORMAT_JSON)
        return tvx_cli_json_said(cli, "rebuilt", tvx_cli_path(cli), error);
    tvx_cli_putf(cli, TVX_CLI_PLAIN, "the indexes of %s are made anew", tvx_cli_path(cli));
    tvx_cli_end_line(cli);
    return TVX_OK;
}
