/*
 * A report given on the command line of `add`: its options and TERM=VALUE arguments as a record.
 */
#ifndef TVX_CLI_ADD_LINE_H
#define TVX_CLI_ADD_LINE_H

#include "cli/recording.h"

/* TVX_EUSAGE if something is missing or does not go together. */
int tvx_cli_line_needs(const tvx_cli *cli, tvx_error *error);

/* Makes the record, its drafts given inline, and hands it over. */
int tvx_cli_line_take(tvx_cli_recording *recording, tvx_error *error);

#endif
