#include "model/tokens.h"

#include <string.h>
#include <utf8proc.h>

#include "base/fail.h"

enum {
    MODIFIER_APOSTROPHE = 0x2bc, /* a letter to Unicode; it stands for ' in Ukrainian words */
    ZERO_WIDTH_SPACE = 0x200b,   /* a format character to Unicode */
    PER_MILLE = 0x2030,
    BREVE = 0x306,
    DIAERESIS = 0x308,
    CYRILLIC_IE = 0x435,
    DECOMPOSED = 16, /* more than any character becomes */
    FOLDED_MOST = 6  /* bytes for one of the text, at most */
};

typedef enum token_class {
    BETWEEN, /* stands between words */
    WITHIN,  /* a letter or a digit */
    JOINING, /* belongs to the word before it, and begins none: accents; soft hyphens, not kept */
    ALONE,   /* a word by itself: an ideograph */
    SIGN     /* likewise */
} token_class;

static bool is_ideograph(utf8proc_int32_t c)
{
    return (c >= 0x3005 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

static bool is_ascii_word(utf8proc_int32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static token_class class_of(utf8proc_int32_t c)
{
    if (is_ascii_word(c)) /* most of most texts; the tables would say the same */
        return WITHIN;
    if (c == '%' || c == PER_MILLE)
        return SIGN;
    if (c == MODIFIER_APOSTROPHE || c == ZERO_WIDTH_SPACE)
        return BETWEEN;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_SC:
        return SIGN;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_CO:
        return is_ideograph(c) ? ALONE : WITHIN;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return JOINING;
    default:
        return BETWEEN;
    }
}

/* --- folding --- */

/* Where a word's folded form is written, and the letter that a mark would sit on. */
typedef struct folder {
    utf8proc_uint8_t *at;
    utf8proc_int32_t base;
} folder;

static bool is_cyrillic(utf8proc_int32_t c)
{
    return c >= 0x400 && c <= 0x52f;
}

/* False of what does not tell one word from another. */
static bool counts(const folder *f, utf8proc_int32_t c)
{
    if (utf8proc_category(c) == UTF8PROC_CATEGORY_CF)
        return false;
    if (c < 0x300 || c > 0x36f)
        return true;
    return is_cyrillic(f->base) && (c == BREVE || (c == DIAERESIS && f->base != CYRILLIC_IE));
}

/* Writes a character without its case and, in parts, so that a letter and its mark come to the same
   whether they were one character or two. */
static void fold(folder *f, utf8proc_int32_t c)
{
    utf8proc_int32_t parts[DECOMPOSED];
    int boundary = 0;
    if (is_ascii_word(c)) {
        *f->at++ = (utf8proc_uint8_t)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        f->base = c;
        return;
    }
    utf8proc_ssize_t n = utf8proc_decompose_char(c, parts, DECOMPOSED,
                                                 UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && i < DECOMPOSED; i++) {
        if (!counts(f, parts[i]))
            continue;
        f->at += utf8proc_encode_char(parts[i], f->at);
        if (utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_MN)
            f->base = parts[i];
    }
}

/* --- words --- */

typedef struct tokenizer {
    tvx_arena *arena;
    const char *text;
    size_t at;
    tvx_token *items;
    size_t n, capacity;
} tokenizer;

/* The character here and its bytes; a byte that is no UTF-8 is a character that belongs nowhere. */
static size_t look(const tokenizer *t, utf8proc_int32_t *c)
{
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)t->text + t->at, -1, c);
    if (n > 0)
        return (size_t)n;
    *c = 0;
    return 1;
}

/* Takes one word, which begins here with a character of that class. */
static int take(tokenizer *t, token_class first, tvx_error *error)
{
    tvx_token token = {.from = t->at, .sign = first == SIGN};
    utf8proc_int32_t c;
    token_class class = first;
    do {
        t->at += look(t, &c);
        look(t, &c);
        class = class_of(c);
    } while (class == JOINING || (first == WITHIN && class == WITHIN));
    token.to = t->at;
    size_t size = token.to - token.from;
    char *folded = tvx_arena_new(t->arena, size * FOLDED_MOST + 1, 1);
    if (folded == NULL ||
        tvx_arena_grow(t->arena, &t->items, t->n, &t->capacity, sizeof *t->items) != TVX_OK)
        return tvx_fail_memory(error);
    folder f = {.at = (utf8proc_uint8_t *)folded};
    for (t->at = token.from; t->at < token.to;) {
        t->at += look(t, &c);
        fold(&f, c);
    }
    *f.at = '\0';
    token.folded = folded;
    t->items[t->n++] = token;
    return TVX_OK;
}

int tvx_tokens_make(tvx_tokens *out, tvx_arena *arena, const char *text, tvx_error *error)
{
    tokenizer t = {.arena = arena, .text = text};
    int code = TVX_OK;
    while (code == TVX_OK && text[t.at] != '\0') {
        utf8proc_int32_t c;
        size_t n = look(&t, &c);
        token_class class = class_of(c);
        if (class == BETWEEN || class == JOINING)
            t.at += n;
        else
            code = take(&t, class, error);
    }
    *out = (tvx_tokens){.items = t.items, .n = t.n};
    return code;
}
