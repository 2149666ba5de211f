/*
 * From words on the command line to what a command gets.
 */
#ifndef TVX_CLI_OPTIONS_H
#define TVX_CLI_OPTIONS_H

#include "cli/cli.h"

/* What was given of one option. */
typedef struct tvx_cli_given {
    const tvx_cli_option *option;
    const char **values;
    size_t n, capacity;
} tvx_cli_given;

/*
 * Finds the command (cli->command stays NULL where none is named), its options, which may stand
 * anywhere, and its arguments. TVX_EUSAGE with a hint.
 */
int tvx_cli_parse(tvx_cli *cli, int argc, char **argv, tvx_error *error);

/* The option of a command (NULL: of the tool itself) with a number from 0: its own, then the common
 * ones that go with it; NULL after the last. */
const tvx_cli_option *tvx_cli_option_number(const tvx_cli_command *command, size_t number);

#endif
