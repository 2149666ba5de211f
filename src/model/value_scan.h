/*
 * Reading a value's text from the left: stretches of it, words, numbers. The text is one of which
 * tvx_value_words has made single blanks of all white space.
 */
#ifndef TVX_MODEL_VALUE_SCAN_H
#define TVX_MODEL_VALUE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "travaux/decimal.h"
#include "travaux/error.h"

/* The bytes from at up to end, which belongs to it no more. */
typedef struct tvx_span {
    const char *at, *end;
} tvx_span;

#define TVX_QUOTE 80 /* bytes of a quotation, its final NUL included */

/* A copy without white space at the ends, each run of it within (Unicode's) being one blank;
   NULL: no memory. */
char *tvx_value_words(tvx_arena *arena, const char *text);

tvx_span tvx_span_of(const char *text);
bool tvx_span_empty(tvx_span span);
size_t tvx_span_size(tvx_span span);

/* True if that is all of it, ASCII case aside. */
bool tvx_span_is(tvx_span span, const char *words);

/* The same without a blank at either end. */
tvx_span tvx_span_trimmed(tvx_span span);

/* The first word: up to the first blank or bracket. */
tvx_span tvx_span_word(tvx_span span);

/* The last word, blanks alone separating. */
tvx_span tvx_span_last_word(tvx_span span);

/* Takes these whole words from the left, ASCII case aside, with the blank that follows. */
bool tvx_span_take(tvx_span *span, const char *words);

/* Takes one blank, if one is there. */
void tvx_span_take_blank(tvx_span *span);

/* Takes exactly these bytes. */
bool tvx_span_take_bytes(tvx_span *span, const char *bytes);

/* True if a number begins there. */
bool tvx_span_digit(tvx_span span);

/*
 * Takes a number. TVX_EINPUT, undescribed if there is none, else saying what is wrong with it (a
 * decimal comma, an exponent, …).
 */
int tvx_span_number(tvx_span *span, tvx_decimal *out, tvx_error *why);

/* True of `12` and `-0.5`: no groups, no plus sign, no superfluous zeros in front. */
bool tvx_number_plain(const char *text);

/* A copy in the arena; NULL: no memory. */
char *tvx_span_text(tvx_arena *arena, tvx_span span);

/* For messages: as much of it as fits, cut at a character boundary. Returns out. */
const char *tvx_span_quote(tvx_span span, char out[TVX_QUOTE]);

#endif
