/*
 * Judgements in words: what was done, when, by whom and why. Appended to a buffer, not escaped.
 */
#ifndef TVX_CLI_RULING_TEXT_H
#define TVX_CLI_RULING_TEXT_H

#include "base/buf.h"
#include "travaux/view.h"

/* What an act does: "deprecated". */
const char *tvx_cli_act_done(tvx_act act);

/* "deprecated 3 Mar 2025 by the desk: garbles the story (judgement 77aa01)". */
void tvx_cli_ruling(tvx_buf *out, const tvx_ruling *ruling);

/* Why something does not count: the same, or "updated by report 3f9a2c"; either may be NULL. */
void tvx_cli_why(tvx_buf *out, const tvx_ruling *set_aside, const char *updated);

#endif
