/*
 * Files of one's own in $TMPDIR, with a name, for other programs to read and write.
 */
#ifndef TVX_CLI_SCRATCH_H
#define TVX_CLI_SCRATCH_H

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"

/* Makes an empty file that was not there and that nobody else may read (0600), open for writing.
   ending: of its name (".json"). The path lives in the arena. */
int tvx_cli_scratch_make(const char **path, FILE **file, tvx_arena *arena, const char *ending,
                         tvx_error *error);

/* Its whole content by its path, for an editor may have put another file in its place; and again
   with other content. */
int tvx_cli_scratch_read(const char *path, tvx_buf *out, tvx_error *error);
int tvx_cli_scratch_write(const char *path, const tvx_buf *content, tvx_error *error);

/* Writes what was given, all of it, and closes the file. */
int tvx_cli_scratch_close(const char *path, FILE *file, tvx_error *error);

#endif
