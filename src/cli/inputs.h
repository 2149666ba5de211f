/*
 * The files that a command reads, in the order of its arguments; "-" is standard input. What may
 * keep its reader waiting (a person, a pipe, a download) is copied whole into an unlinked temporary
 * file before anything else, so that nobody is waited for while the file is locked.
 */
#ifndef TVX_CLI_INPUTS_H
#define TVX_CLI_INPUTS_H

#include "cli/progress.h"

typedef struct tvx_cli_input {
    const char *name;           /* as errors call it */
    FILE *file;                 /* NULL: a regular file that is not open */
    bool kept;                  /* a copy or standard input: stays open to the end */
    tvx_cli_progress *progress; /* NULL: it is told already */
} tvx_cli_input;

typedef struct tvx_cli_inputs {
    tvx_cli_input *items;
    size_t n;
    tvx_cli_progress progress;
} tvx_cli_inputs;

/* Looks at all arguments, and copies what may be slow. Dispose in any case. */
int tvx_cli_inputs_gather(tvx_cli_inputs *inputs, tvx_cli *cli, tvx_error *error);
void tvx_cli_inputs_dispose(tvx_cli_inputs *inputs, const tvx_cli *cli);

int tvx_cli_input_open(tvx_cli_input *input, tvx_error *error);
void tvx_cli_input_close(tvx_cli_input *input);

/* Reads on, as tvx_add_records wants it; the payload is an open input. */
int tvx_cli_input_read(void *input, char *buffer, size_t size, size_t *got, tvx_error *error);

#endif
