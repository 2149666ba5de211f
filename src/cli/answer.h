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

/* "report 3f9a2c CNN, 24 Feb 2025", "term share: Share of revenues". */
void tvx_cli_record(tvx_buf *line, const tvx_added_record *record);

/* The records of a call: the one that the others belong to, which is then true, or how many of each
   kind. records: the first n of them. */
bool tvx_cli_records(tvx_buf *line, const tvx_added_record *records, size_t n,
                     const size_t counts[TVX_RECORD_KINDS]);

/* Members of an answer as JSON. */
void tvx_cli_json_records(tvx_json *json, const char *name, const tvx_added_record *records,
                          size_t n);
void tvx_cli_json_texts(tvx_json *json, const char *name, const tvx_texts *texts);
void tvx_cli_json_counts(tvx_json *json, const char *name, const size_t counts[TVX_RECORD_KINDS]);

#endif
