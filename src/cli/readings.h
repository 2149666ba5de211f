/*
 * What drafts read as before a call and after it: by this a judgement, a merge or a correction
 * tells what follows from it.
 */
#ifndef TVX_CLI_READINGS_H
#define TVX_CLI_READINGS_H

#include "cli/text.h"

/* One row of a draft; or, without a term, the draft itself, which stands before its rows. */
typedef struct tvx_cli_read {
    const char *negotiation, *draft, *term, *title;
    const char *text;
    size_t draft_place, row; /* in the order of drafts, over all negotiations; of rows */
} tvx_cli_read;

/* The readings that are not silent, of all negotiations. Zero-initialise; free in any case. */
typedef struct tvx_cli_readings {
    tvx_arena arena;
    tvx_cli_read *items;
    size_t n, capacity;
    bool too_many; /* drafts: nothing is kept */
    size_t drafts;
} tvx_cli_readings;

/* Within an add under way, as the file is with it so far. */
int tvx_cli_readings_take(tvx_cli_readings *out, tvx_cli *cli, tvx_file *file, tvx_error *error);
void tvx_cli_readings_free(tvx_cli_readings *readings);

/* A reading that is another now; NULL where a side is silent. */
typedef struct tvx_cli_reread {
    const tvx_cli_read *read; /* as it is now, or was where it is silent now */
    const char *from, *to;
} tvx_cli_reread;

typedef struct tvx_cli_rereads {
    tvx_cli_reread *items;
    size_t n, capacity;
} tvx_cli_rereads;

/* What changed in drafts that were there before, by draft and row; in the arena of `before`, whose
   order is lost. */
int tvx_cli_readings_compare(tvx_cli_rereads *out, tvx_cli_readings *before,
                             const tvx_cli_readings *after, tvx_error *error);

#endif
