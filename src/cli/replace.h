/*
 * Files written beside their target, which they replace when they are whole. Nothing but a regular
 * file is ever replaced.
 */
#ifndef TVX_CLI_REPLACE_H
#define TVX_CLI_REPLACE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/fail.h"

typedef struct tvx_cli_replacement {
    const char *target;
    const char *beside; /* where it is written; NULL: nothing is there to be taken away */
    FILE *file;
} tvx_cli_replacement;

/* target: borrowed until the end. */
int tvx_cli_replacement_begin(tvx_cli_replacement *file, tvx_arena *arena, const char *target,
                              tvx_error *error);

/* For a tvx_sink whose payload is the replacement. */
int tvx_cli_replacement_write(void *payload, const char *bytes, size_t n, tvx_error *error);

/* Puts it where the target is: from now on whole, also after a power cut. */
int tvx_cli_replacement_commit(tvx_cli_replacement *file, tvx_error *error);

/* Takes away what was not committed. */
void tvx_cli_replacement_end(tvx_cli_replacement *file);

#endif
