#include "cli/help.h"
#include "cli/resolve.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_help = {
    .name = "help",
    .group = TVX_CLI_KEEPING,
    .arguments = "[COMMAND]",
    .most = 2,
    .summary = "the commands, or one of them with examples and options",
    .examples = "travaux help\n"
                "travaux help changes\n"
                "travaux help term add\n",
    .run = run,
};

static int run(tvx_cli *cli, tvx_error *error)
{
    const tvx_cli_command *command = NULL;
    size_t used = 0;
    if (cli->arguments.n == 0) {
        tvx_cli_help_tool(cli);
        return TVX_OK;
    }
    int rc = tvx_cli_resolve(cli->arguments.items, cli->arguments.n, &command, &used, error);
    if (rc == TVX_OK)
        tvx_cli_help_command(cli, command);
    return rc;
}
