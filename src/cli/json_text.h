/*
 * JSON as text that a person edits. What is given may be anything: what cannot be followed is left
 * as it is, and the library says what is wrong with it.
 */
#ifndef TVX_CLI_JSON_TEXT_H
#define TVX_CLI_JSON_TEXT_H

#include <stdbool.h>

#include "base/buf.h"

/* Appends the object laid out over lines, members in the order in which people read them, without
   the member `supersedes`. */
void tvx_cli_json_lay(tvx_buf *out, const char *json);

/* Appends the object with the id put first into its member `supersedes`; lines stay as they are. */
void tvx_cli_json_supersede(tvx_buf *out, const char *json, const char *id);

/* True if they are the same but for white space between their parts. */
bool tvx_cli_json_same(const char *a, const char *b);

#endif
