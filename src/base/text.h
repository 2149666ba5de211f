/*
 * Unicode text: checking, folding, measuring, escaping, and the nearest of several names.
 */
#ifndef TVX_BASE_TEXT_H
#define TVX_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

/* True if the n bytes are well-formed UTF-8 (no overlong forms, no surrogates); NUL is allowed. */
bool tvx_text_valid(const char *bytes, size_t n);

/* Unicode case folding (NFKC_Casefold without the compatibility mappings), in the arena; NULL: no
 * memory. */
char *tvx_text_fold(tvx_arena *arena, const char *text);

/* True of `least` to `most` hexadecimal digits in small letters and nothing else. */
bool tvx_text_hex(const char *text, size_t least, size_t most);

/* Equal without regard to ASCII case: for key words, which are all ASCII. */
bool tvx_text_same_word(const char *a, const char *b);

/*
 * Equal under the same folding, white space aside: any run of it counts as one blank, and none at
 * the ends. Never allocates.
 */
bool tvx_text_same_words(const char *a, const char *b);

/* What texts have in common that are equal so, in the arena; NULL: no memory. */
char *tvx_text_fold_words(tvx_arena *arena, const char *text);

/*
 * What names have in common that look alike: NFKC_Casefold (Unicode 3.13, D147: compatibility
 * forms, case and characters that show nothing aside), any run of white space as one blank, none
 * at the ends. In the arena; NULL: no memory.
 */
char *tvx_text_fold_name(tvx_arena *arena, const char *text);

/* Terminal columns that the text takes: wide characters two, combining ones none. */
size_t tvx_text_width(const char *text);

/* True of control characters (C0, DEL, C1), line separators and bidirectional controls. */
bool tvx_text_unsafe(int32_t c);

/*
 * Appends text from outside for a terminal: control characters (C0 but for the line feed where
 * keep_lines, DEL, C1), bidirectional controls and bytes that are no UTF-8 appear as \u{…} or \xNN.
 */
void tvx_text_escape(tvx_buf *out, const char *text, bool keep_lines);

/* True if the text is one of the n. */
bool tvx_text_among(const char *text, const char *const *texts, size_t n);

/*
 * The name most like the given one, or NULL if none is like enough to be worth suggesting
 * (Damerau-Levenshtein distance of at most 2, and under 0.4 of the length; case aside).
 */
const char *tvx_text_nearest(const char *given, const char *const *names, size_t n);

#endif
