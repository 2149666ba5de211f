/*
 * One call that records something, from the lock to the answer: what every recording command does
 * alike. All or nothing; with --dry-run nothing, but with the same answer.
 */
#ifndef TVX_CLI_RECORDING_H
#define TVX_CLI_RECORDING_H

#include "base/json.h"
#include "cli/cli.h"
#include "cli/readings.h"
#include "cli/trace.h"
#include "travaux/add.h"

typedef struct tvx_cli_recording {
    tvx_cli *cli;
    tvx_file *file;
    tvx_add *add;
    bool dry;
    bool watched;            /* what the call changes in readings is to be told */
    tvx_cli_readings before; /* what they were */
    tvx_buf text;            /* the record under way */
    tvx_json json;
    tvx_cli_trace trace;
} tvx_cli_recording;

/* Locks the file. End with tvx_cli_recording_end, also after an error. */
int tvx_cli_recording_begin(tvx_cli_recording *recording, tvx_cli *cli, tvx_file *file,
                            tvx_error *error);

/* The same in a manner of its own; and with what drafts read as kept, so that the answer can tell
   what the call changes in them. */
int tvx_cli_recording_begin_watched(tvx_cli_recording *recording, tvx_cli *cli, tvx_file *file,
                                    tvx_add_manner manner, tvx_error *error);

/* Hands over the record written to recording->json; errors speak of what was typed. */
int tvx_cli_recording_take(tvx_cli_recording *recording, tvx_error *error);

/* Looks at everything as a whole. *out: borrowed until the end. */
int tvx_cli_recording_check(tvx_cli_recording *recording, const tvx_added **out, tvx_error *error);

/* Keeps it, unless it is a dry run or its answer could not be made; says the library's warnings. */
int tvx_cli_recording_commit(tvx_cli_recording *recording, tvx_error *error);

void tvx_cli_recording_end(tvx_cli_recording *recording);

#endif
