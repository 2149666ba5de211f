/*
 * A line on standard error that tells how far long work is; only on a terminal, only after a
 * while, and gone at the end.
 */
#ifndef TVX_CLI_PROGRESS_H
#define TVX_CLI_PROGRESS_H

#include <time.h>

#include "cli/cli.h"

typedef struct tvx_cli_progress {
    FILE *err; /* NULL: nobody is shown anything */
    time_t told;
    size_t bytes;
    bool shown;
} tvx_cli_progress;

void tvx_cli_progress_begin(tvx_cli_progress *progress, const tvx_cli *cli);
void tvx_cli_progress_read(tvx_cli_progress *progress, size_t bytes);
void tvx_cli_progress_end(tvx_cli_progress *progress);

#endif
