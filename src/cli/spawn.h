/*
 * Another program, which the terminal is handed over to.
 */
#ifndef TVX_CLI_SPAWN_H
#define TVX_CLI_SPAWN_H

#include "cli/cli.h"

/* Runs the editor on a file, and waits for it. TVX_EIO if it cannot be run, or fails. */
int tvx_cli_spawn_editor(tvx_cli *cli, const char *path, tvx_error *error);

#endif
