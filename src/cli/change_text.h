/*
 * Changes as people read them: mark, words, what was and what is. Words are appended to a buffer,
 * not escaped.
 */
#ifndef TVX_CLI_CHANGE_TEXT_H
#define TVX_CLI_CHANGE_TEXT_H

#include <stdbool.h>

#include "base/buf.h"
#include "cli/text.h"
#include "travaux/view.h"

/* The mark as a terminal shows it ("·" for the library's '.'), and its style. */
const char *tvx_cli_mark(tvx_change_name name);
tvx_cli_style tvx_cli_change_style(tvx_change_name name);

/* False of `same` and `not_reported`. */
bool tvx_cli_is_change(tvx_change_name name);

/*
 * What changed, and by how much: "raised by at least 50 points", "lowered by USD 400 billion (ratio
 * 0.2)". The ratio of money and counts is given where two decimals say it exactly.
 */
void tvx_cli_change_words(tvx_buf *out, const tvx_change *change);

/* The same of a change as a report tells it: see tvx_write_told_words. */
void tvx_cli_told_words(tvx_buf *out, const tvx_reported_change *change, const char *value);

/*
 * The whole change on one line: "50% → 100%: raised by 50 points", "yes → not reported (no change
 * is known)". What has nothing before it and what is reworded are told by what is new: "first
 * reported: absent", "reworded: a [-framework-] {+final+} agreement".
 */
void tvx_cli_change_sentence(tvx_buf *out, const tvx_change *change);
tvx_cli_style tvx_cli_sentence_style(tvx_change_name name);

/* Words cut as [-…-], new ones as {+…+}. */
void tvx_cli_redline(tvx_buf *out, const tvx_change *change);

/* "→ US", or nothing; and the style of its party. */
void tvx_cli_toward(tvx_buf *out, const tvx_change *change);
tvx_cli_style tvx_cli_toward_style(const tvx_view *view, const char *party);

#endif
