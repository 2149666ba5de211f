/*
 * The part of an answer that tells what follows from a call: which readings are others now, and
 * what is gone for good.
 */
#ifndef TVX_CLI_ANSWER_FOLLOWS_H
#define TVX_CLI_ANSWER_FOLLOWS_H

#include "cli/recording.h"

/* The readings of a watched recording that are others with it; says so if there are none. */
int tvx_cli_answer_rereads(tvx_cli_recording *recording, tvx_error *error);

/* As the member "readings": null where there are too many drafts to tell. */
int tvx_cli_json_rereads(tvx_cli_recording *recording, tvx_json *json, tvx_error *error);

/* What a `forget` in the call removes, and where it still is; as the members "forgotten" and
   "copies". Nothing where nothing is forgotten. */
int tvx_cli_answer_gone(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error);
int tvx_cli_json_gone(tvx_cli_recording *recording, const tvx_added *added, tvx_json *json,
                      tvx_error *error);

#endif
