/*
 * A report given on the command line of `add`: its options and TERM=VALUE arguments as a record.
 */
#ifndef TVX_CLI_ADD_LINE_H
#define TVX_CLI_ADD_LINE_H

#include "cli/recording.h"

/* TVX_EUSAGE if something is missing, unless it is to be edited, or does not go together. */
int tvx_cli_line_needs(const tvx_cli *cli, tvx_error *error);

/* Writes the record to recording->json, its drafts given inline; with --edit also the members that
   are still to be filled in. */
int tvx_cli_line_write(tvx_cli_recording *recording, tvx_error *error);

#endif
