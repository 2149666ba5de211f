/*
 * A text that a person edits in an editor of theirs: until it is recorded, given up or unchanged.
 */
#ifndef TVX_CLI_EDITOR_H
#define TVX_CLI_EDITOR_H

#include "cli/cli.h"

/* Records what came back, an object as JSON: TVX_OK ends the editing. What fails as TVX_EINPUT or
   TVX_ENOTFOUND is offered again with the error on top. */
typedef int (*tvx_cli_edited)(void *payload, const char *json, tvx_error *error);

/*
 * Opens $VISUAL, else $EDITOR, else vi (words, split at blanks; no shell) on the object laid out,
 * below `help`, whose lines are made comments. No lock may be held. TVX_EINPUT if the text comes
 * back empty or unchanged; TVX_EIO if the editor fails. Where it fails with a text that was
 * changed, or the same faulty one comes back twice, the text is kept and the hint names its file.
 */
int tvx_cli_edit(tvx_cli *cli, const char *json, const char *help, tvx_cli_edited edited,
                 void *payload, tvx_error *error);

#endif
