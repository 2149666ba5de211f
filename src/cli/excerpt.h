/*
 * What of a text is shown to people who searched: the words around the first that was found, and
 * those found between stars.
 */
#ifndef TVX_CLI_EXCERPT_H
#define TVX_CLI_EXCERPT_H

#include "base/buf.h"
#include "travaux/search.h"

/* Appends it, not escaped: "…the *guarantees* that the draft names…". */
void tvx_cli_excerpt(tvx_buf *out, const tvx_hit *hit);

#endif
