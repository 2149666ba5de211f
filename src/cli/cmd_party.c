#include "cli/form.h"

static int run_add(tvx_cli *cli, tvx_error *error);
static int run_edit(tvx_cli *cli, tvx_error *error);

static const tvx_cli_option options[] = {
    {.name = "name", .value = "NAME", .help = "what it is called"},
    {0},
};

const tvx_cli_command tvx_cmd_party_add = {
    .name = "party add",
    .group = TVX_CLI_RECORDING,
    .arguments = "KEY",
    .least = 1,
    .most = 1,
    .summary = "declares who negotiates",
    .examples = "travaux party add EU --name 'European Union'\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run_add,
};

const tvx_cli_command tvx_cmd_party_edit = {
    .name = "party edit",
    .group = TVX_CLI_RECORDING,
    .arguments = "KEY",
    .least = 1,
    .most = 1,
    .summary = "changes what is recorded of a party",
    .examples = "travaux party edit EU --name 'European Union, all 27'\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run_edit,
};

static const tvx_cli_field fields[] = {
    {.member = "name",
     .option = "name",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_party, name),
     .needed = true},
};

static const tvx_cli_form form = {TVX_RECORD_PARTY, "key", fields,
                                  sizeof fields / sizeof fields[0]};

static int run_add(tvx_cli *cli, tvx_error *error)
{
    return tvx_cli_form_add(&form, cli, error);
}

static int run_edit(tvx_cli *cli, tvx_error *error)
{
    return tvx_cli_form_edit(&form, cli, error);
}
