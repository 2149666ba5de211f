#include "cli/form.h"

static int run_add(tvx_cli *cli, tvx_error *error);
static int run_edit(tvx_cli *cli, tvx_error *error);

static const tvx_cli_option options[] = {
    {.name = "alias",
     .value = "NAME",
     .help = "another name that it goes by",
     .traits = TVX_CLI_MANY},
    {0},
};

const tvx_cli_command tvx_cmd_outlet_add = {
    .name = "outlet add",
    .group = TVX_CLI_RECORDING,
    .arguments = "NAME",
    .least = 1,
    .most = 1,
    .summary = "declares an outlet that goes by several names",
    .examples = "travaux outlet add 'The New York Times' --alias NYT --alias 'New York Times'\n",
    .details = "An outlet that always goes by one name needs no record.\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run_add,
};

const tvx_cli_command tvx_cmd_outlet_edit = {
    .name = "outlet edit",
    .group = TVX_CLI_RECORDING,
    .arguments = "NAME",
    .least = 1,
    .most = 1,
    .summary = "changes the names of an outlet",
    .examples = "travaux outlet edit 'The New York Times' --alias NYT\n",
    .details = "What no option names stays as it is. A list is given anew as a whole; "
               "an empty value takes a member away: --alias ''.\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run_edit,
};

static const tvx_cli_field fields[] = {
    {.member = "aliases",
     .option = "alias",
     .type = TVX_CLI_FIELD_LIST,
     .offset = offsetof(tvx_outlet, aliases),
     .needed = true},
};

static const tvx_cli_form form = {TVX_RECORD_OUTLET, "name", fields,
                                  sizeof fields / sizeof fields[0]};

static int run_add(tvx_cli *cli, tvx_error *error)
{
    return tvx_cli_form_add(&form, cli, error);
}

static int run_edit(tvx_cli *cli, tvx_error *error)
{
    return tvx_cli_form_edit(&form, cli, error);
}
