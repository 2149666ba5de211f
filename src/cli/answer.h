/*
 * What a recording command answers: what is new, in the user's words.
 */
#ifndef TVX_CLI_ANSWER_H
#define TVX_CLI_ANSWER_H

#include "cli/recording.h"

/*
 * Says what the call brings: the record, or how many of each kind; of a few drafts how their terms
 * changed against the drafts compared with, and on what a new one is silent. As JSON: the counts,
 * the records and the drafts. The recording must have been checked and not yet be committed.
 */
int tvx_cli_answer(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error);

#endif
