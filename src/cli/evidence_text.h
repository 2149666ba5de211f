/*
 * Who stands behind a reading, in words appended to a buffer, not escaped.
 */
#ifndef TVX_CLI_EVIDENCE_TEXT_H
#define TVX_CLI_EVIDENCE_TEXT_H

#include "base/buf.h"
#include "travaux/reading.h"

/* "3 reports, 1 origin (CNN)"; of a bracketed reading for each side: "7 reports, 3 origins | 3
 * reports, 1 origin (CNN, also of the other)". */
void tvx_cli_reading_evidence(tvx_buf *out, const tvx_reading *reading);

/* The same of one alternative. A side of a bracket says where all its origins stand behind another
 * side too: then they do not bear each other out. */
void tvx_cli_alternative_evidence(tvx_buf *out, const tvx_reading *reading,
                                  const tvx_alternative *alternative);

/* To what something is deferred: " (to a later meeting; later talks)"; nothing if nobody says. */
void tvx_cli_deferred_to(tvx_buf *out, tvx_texts to);

/* An answer's text, with what it is deferred to: "deferred (to a later meeting)". */
void tvx_cli_alternative(tvx_buf *out, const tvx_alternative *alternative);

/* The same, marked as a side of a bracket or as told beside: "[50%", "| 100%]", "also: about 50%".
 * shown: how many sides were written already; counted on. */
void tvx_cli_marked_alternative(tvx_buf *out, const tvx_reading *reading,
                                const tvx_alternative *alternative, size_t *shown);

/* The other answers of a reading, that it does not speak through: "A; B", or nothing. */
void tvx_cli_beside(tvx_buf *out, const tvx_reading *reading);

#endif
