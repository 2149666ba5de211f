/*
 * Texts as words to search by. A word is a run of letters, digits and the marks that belong to
 * them; a sign of a currency, % and ‰ are words too, and so is each Chinese or Japanese character,
 * since nothing stands between their words. All else stands between words.
 *
 * Words are compared folded: without case; without the accents of Latin and Greek letters and
 * without stress marks, which people leave out when they type; й, ї and ў are letters of their own,
 * ё is е, as most Russian texts write it.
 */
#ifndef TVX_MODEL_TOKENS_H
#define TVX_MODEL_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "travaux/error.h"

typedef struct tvx_token {
    const char *folded;
    size_t from, to; /* its bytes in the text */
    bool sign;       /* of a currency, or % or ‰ */
} tvx_token;

typedef struct tvx_tokens {
    const tvx_token *items;
    size_t n;
} tvx_tokens;

/* The words of a text in their order, in the arena. Bytes that are no UTF-8 stand between words. */
int tvx_tokens_make(tvx_tokens *out, tvx_arena *arena, const char *text, tvx_error *error);

#endif
