/*
 * Which command is meant.
 */
#ifndef TVX_CLI_RESOLVE_H
#define TVX_CLI_RESOLVE_H

#include "cli/cli.h"

/* The command named by the first one or two words, and how many of them name it. TVX_EUSAGE with
 * the nearest name. */
int tvx_cli_resolve(const char *const *words, size_t n, const tvx_cli_command **out, size_t *used,
                    tvx_error *error);

#endif
