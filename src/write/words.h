/*
 * Answers in words, for people; appended as they are: whoever writes them escapes them.
 */
#ifndef TVX_WRITE_WORDS_H
#define TVX_WRITE_WORDS_H

#include "base/buf.h"
#include "travaux/view.h"

/* "raised by at least 50 points": see tvx_write_change_words. */
void tvx_words_change(tvx_buf *out, const tvx_change *change);

/* "50% of revenue", "deferred (to a later meeting)", "50% (also: about 50%)", "[50% | 100%]"; with
 * a word where the draft that it amends says so. */
void tvx_words_reading(tvx_buf *out, const tvx_reading *reading);

/* " (to a later meeting)": to what something is deferred; nothing for an empty list. */
void tvx_words_to(tvx_buf *out, tvx_texts to);

/* "4 reports, 2–3 origins", "1 report, 1 origin (CNN)"; of a bracket for each side, with " | ". */
void tvx_words_evidence(tvx_buf *out, const tvx_reading *reading);

/* The alternatives that a reading does not speak through, with "; " between. */
void tvx_words_beside(tvx_buf *out, const tvx_reading *reading);

/* "Share of resource revenues", "Share of resource revenues: infrastructure". */
void tvx_words_row(tvx_buf *out, const tvx_row *row);

/* A date, "12 Feb 2025", of which no more than its text is known. */
void tvx_words_date(tvx_buf *out, const char *edtf);

/* A word of a record, "on_record", as people read it: "on record"; nothing for NULL. */
void tvx_words_word(tvx_buf *out, const char *word);

/* "a, b, c" or with another text between. */
void tvx_words_list(tvx_buf *out, tvx_texts texts, const char *between);

/*
 * Sources as text that import reads again: "Axios [secondary] < CNN < who: an official
 * [anonymous]"; those that one source cites together stand in parentheses, those side by side
 * behind semicolons, a basis and a URL in brackets, and names that hold such marks in double
 * quotes.
 */
void tvx_words_cites(tvx_buf *out, const tvx_cite *cites, size_t n);

/* What a claim says, as a reading of it alone would: "50% of revenue", "not 500 (if signed)". */
void tvx_words_claim(tvx_buf *out, const tvx_evidence *evidence);

/* Who tells something, and when: "CNN, 24 Feb 2025". */
void tvx_words_teller(tvx_buf *out, const char *outlet, const tvx_date *published);

/* A change as a report tells it: see tvx_write_told_words. */
void tvx_words_told(tvx_buf *out, const tvx_reported_change *change, const char *value);

/* "deprecated 3 Mar 2025 by the desk: garbles the story (judgement 77aa01)"; and why a claim does
 * not count: the same, or "updated by report 3f9a2c". */
void tvx_words_ruling(tvx_buf *out, const tvx_ruling *ruling);
void tvx_words_why(tvx_buf *out, const tvx_evidence *evidence);

/* "3 reports", "1 report". */
void tvx_words_count(tvx_buf *out, size_t n, const char *one, const char *many);

#endif
