/*
 * The part of an answer that tells how a few drafts differ from those before them.
 */
#ifndef TVX_CLI_ANSWER_CHANGES_H
#define TVX_CLI_ANSWER_CHANGES_H

#include "cli/recording.h"

/* Of every draft in added->drafts what changed in the terms that the new reports speak of, then on
 * what the new ones among them are silent; and how many claims name no draft. */
int tvx_cli_answer_changes(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error);

#endif
