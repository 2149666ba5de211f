/*
 * Positions, events and claims as sentences, appended to a buffer, not escaped.
 */
#ifndef TVX_CLI_TOLD_TEXT_H
#define TVX_CLI_TOLD_TEXT_H

#include "base/buf.h"
#include "cli/cli.h"

/*
 * "US (Donald Trump)", "opposes Security guarantees in us-0224: up to 50% (if the war ends)"; value
 * is the position's in its written form, or NULL.
 */
void tvx_cli_position_party(tvx_buf *out, const tvx_position *position);
void tvx_cli_position_says(tvx_buf *out, const tvx_view *view, const tvx_position *position,
                           const char *value);

/* "presented us-0224 in Washington", "received us-0220 officially"; places: where, as reports tell
 * it. */
void tvx_cli_event_says(tvx_buf *out, const tvx_view *view, const tvx_event *event,
                        tvx_texts places);

/* What a claim says of its term, as a reading of it alone would: "50% of revenue", "deferred (to
 * later talks)". */
int tvx_cli_claim_says(tvx_buf *out, tvx_view *view, const tvx_claim *claim, tvx_error *error);

/* What a claim says whose value was read already: the same. */
void tvx_cli_evidence_says(tvx_buf *out, const tvx_evidence *evidence);

/* A source, without those that it cites: "CNN (anonymous) https://…". */
void tvx_cli_cite(tvx_buf *out, const tvx_cite *cite);

/* When and by whom a draft was made, as a report has it: "dated 21 Feb 2025, by US". */
void tvx_cli_mention_says(tvx_buf *out, const tvx_mention *mention);

/* A change that a report tells of: "lowered, to 50% (against us-0214)"; value: in its written form,
 * or NULL. */
void tvx_cli_reported_says(tvx_buf *out, const tvx_reported_change *change, const char *value);

/* The same beside the changes that the readings make: "told: lowered, to 50%, against us-0214 (CNN,
 * 24 Feb 2025; by a half)". only: they make none there. */
void tvx_cli_told_change(tvx_buf *out, const tvx_told_change *told, bool only);

/* Who tells something, and when: "CNN, 24 Feb 2025". */
void tvx_cli_teller(tvx_buf *out, const char *outlet, const tvx_date *published);

/* A term by its title, "Share of revenues: infrastructure"; its name where nothing declares it. */
void tvx_cli_term_title(tvx_buf *out, const tvx_view *view, const char *name);

/* The texts in byte order, each once, in their own array. */
tvx_texts tvx_cli_each_once(const char **texts, size_t n);

/* A word of a record: "on record". */
void tvx_cli_spaced(tvx_buf *out, const char *word);

#endif
