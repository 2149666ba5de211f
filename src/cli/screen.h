/*
 * What standard output is: a terminal or not, how wide, in colour or not.
 */
#ifndef TVX_CLI_SCREEN_H
#define TVX_CLI_SCREEN_H

#include "cli/cli.h"

/* color: the word given to --color, or NULL. */
tvx_cli_screen tvx_cli_screen_of(FILE *out, const char *color);

#endif
