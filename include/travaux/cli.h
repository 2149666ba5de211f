/*
 * The command line, to be run in process: `main` does nothing else.
 */
#ifndef TRAVAUX_CLI_H
#define TRAVAUX_CLI_H

#include <stdio.h>

/*
 * Runs one command. argv[0] is not looked at. Answers go to out, all else to err; none of the
 * three is closed. Returns the exit status: 0 done; 1 `diff --exit-code` found changes or `check`
 * found faults; 2 it could not be done.
 */
int tvx_cli_run(int argc, char **argv, FILE *in, FILE *out, FILE *err);

#endif
