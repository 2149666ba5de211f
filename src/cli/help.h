/*
 * Help, printed from the descriptors: at most 80 columns wide, examples first.
 */
#ifndef TVX_CLI_HELP_H
#define TVX_CLI_HELP_H

#include "cli/cli.h"

/* The commands; with all of them, or what a newcomer needs. */
void tvx_cli_help_tool(tvx_cli *cli);
void tvx_cli_help_short(tvx_cli *cli);

void tvx_cli_help_command(tvx_cli *cli, const tvx_cli_command *command);

/* A line of a list within help: a name and what it means. */
void tvx_cli_help_entry(tvx_cli *cli, const char *name, const char *meaning);

#endif
