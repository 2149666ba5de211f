/*
 * Where answers are gathered until no lock is held any more.
 */
#ifndef TVX_CLI_OUTPUT_H
#define TVX_CLI_OUTPUT_H

#include "cli/cli.h"

void tvx_cli_output_begin(tvx_cli_output *output, FILE *out);

/* From here on gathers in any case: what is said is true only once something else has succeeded. */
void tvx_cli_output_hold(tvx_cli_output *output);

/* Notes a failure, unless one is noted. reason: errno, or 0. */
void tvx_cli_output_fail(tvx_cli_output *output, int code, int reason);

void tvx_cli_output_put(tvx_cli_output *output, const char *bytes, size_t n);

/* The failure noted, described; TVX_OK if there is none. */
int tvx_cli_output_check(const tvx_cli_output *output, tvx_error *error);

/* Hands everything on; the first failure, if any. A reader who has gone away is none. */
int tvx_cli_output_finish(tvx_cli_output *output, tvx_error *error);

void tvx_cli_output_dispose(tvx_cli_output *output);

/* The same as a sink for the writers of the library; its payload is the output. */
int tvx_cli_output_sink(void *payload, const char *bytes, size_t n, tvx_error *error);

#endif
