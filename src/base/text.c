#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/mem.h"

bool tvx_text_valid(const char *bytes, size_t n)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)bytes;
    while (n > 0) {
        utf8proc_int32_t c;
        utf8proc_ssize_t used = utf8proc_iterate(at, (utf8proc_ssize_t)n, &c);
        if (used <= 0)
            return false;
        at += used;
        n -= (size_t)used;
    }
    return true;
}

/* Folds every character by itself into out, which has room for three bytes for each one of text. */
static size_t fold_into(utf8proc_uint8_t *out, const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    size_t size = 0;
    utf8proc_int32_t c;
    for (utf8proc_ssize_t used; (used = utf8proc_iterate(at, -1, &c)) > 0 && c != 0; at += used) {
        utf8proc_int32_t folded[8];
        int boundary = 0;
        utf8proc_ssize_t n = utf8proc_decompose_char(c, folded, 8, UTF8PROC_CASEFOLD, &boundary);
        for (utf8proc_ssize_t i = 0; i < n && i < 8; i++)
            size += (size_t)utf8proc_encode_char(folded[i], out + size);
    }
    return size;
}

char *tvx_text_fold(tvx_arena *arena, const char *text)
{
    /* Unicode's longest full case folding triples the bytes (U+0390: two bytes become six). */
    char *out = tvx_arena_new(arena, strlen(text) * 3 + 1, 1);
    if (out != NULL)
        out[fold_into((utf8proc_uint8_t *)out, text)] = '\0';
    return out;
}

/* The folded characters of a text, one at a time, each run of white space as one blank. */
typedef struct walker {
    const utf8proc_uint8_t *at;
    utf8proc_int32_t folded[8];
    utf8proc_ssize_t n, next;
} walker;

static bool is_white(utf8proc_int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    return (c >= '\t' && c <= '\r') || c == 0x85 || category == UTF8PROC_CATEGORY_ZS ||
           category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

/* Skips white space; true if there was any. */
static bool skip_white(walker *w)
{
    const utf8proc_uint8_t *from = w->at;
    utf8proc_int32_t c;
    for (utf8proc_ssize_t used; (used = utf8proc_iterate(w->at, -1, &c)) > 0 && is_white(c);)
        w->at += used;
    return w->at > from;
}

/* The next folded character, 0 at the end. */
static utf8proc_int32_t next_folded(walker *w)
{
    while (w->next >= w->n) {
        utf8proc_int32_t c;
        if (skip_white(w) && *w->at != 0)
            return ' ';
        utf8proc_ssize_t used = utf8proc_iterate(w->at, -1, &c);
        if (used <= 0 || c == 0)
            return 0;
        int boundary = 0;
        w->at += used;
        w->n = utf8proc_decompose_char(c, w->folded, 8, UTF8PROC_CASEFOLD, &boundary);
        w->next = 0;
    }
    return w->folded[w->next++];
}

bool tvx_text_same_words(const char *a, const char *b)
{
    walker wa = {.at = (const utf8proc_uint8_t *)a}, wb = {.at = (const utf8proc_uint8_t *)b};
    skip_white(&wa);
    skip_white(&wb);
    utf8proc_int32_t ca, cb;
    do {
        ca = next_folded(&wa);
        cb = next_folded(&wb);
    } while (ca == cb && ca != 0);
    return ca == cb;
}

char *tvx_text_fold_words(tvx_arena *arena, const char *text)
{
    walker w = {.at = (const utf8proc_uint8_t *)text};
    utf8proc_uint8_t *out = tvx_arena_new(arena, strlen(text) * 3 + 1, 1);
    if (out == NULL)
        return NULL;
    size_t size = 0;
    skip_white(&w);
    for (utf8proc_int32_t c; (c = next_folded(&w)) != 0;)
        size += (size_t)utf8proc_encode_char(c, out + size);
    return (char *)out;
}

/* Each run of white space as one blank, none at the ends; returns how many characters are left. */
static utf8proc_ssize_t squeeze(utf8proc_int32_t *characters, utf8proc_ssize_t n)
{
    utf8proc_ssize_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        if (!is_white(characters[i]))
            characters[kept++] = characters[i];
        else if (kept > 0 && characters[kept - 1] != ' ')
            characters[kept++] = ' ';
    }
    return kept > 0 && characters[kept - 1] == ' ' ? kept - 1 : kept;
}

char *tvx_text_fold_name(tvx_arena *arena, const char *text)
{
    const utf8proc_option_t options = UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                      UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text;
    utf8proc_ssize_t n = utf8proc_decompose(bytes, 0, NULL, 0, options);
    if (n < 0) /* no UTF-8, which no record holds: it is like nothing but itself */
        return tvx_arena_text(arena, text);
    utf8proc_int32_t *characters = tvx_arena_new(arena, (size_t)n + 1, sizeof *characters);
    if (characters == NULL)
        return NULL;
    n = squeeze(characters, utf8proc_decompose(bytes, 0, characters, n, options));
    n = utf8proc_reencode(characters, n, options);
    return n < 0 ? tvx_arena_text(arena, text) : (char *)characters;
}

bool tvx_text_hex(const char *text, size_t least, size_t most)
{
    size_t n = strspn(text, "0123456789abcdef");
    return text[n] == '\0' && n >= least && n <= most;
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool tvx_text_same_word(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return *a == *b;
}

size_t tvx_text_width(const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    size_t width = 0;
    utf8proc_int32_t c;
    for (utf8proc_ssize_t used; (used = utf8proc_iterate(at, -1, &c)) > 0 && c != 0; at += used)
        width += (size_t)utf8proc_charwidth(c);
    return width;
}

bool tvx_text_unsafe(int32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

void tvx_text_escape(tvx_buf *out, const char *text, bool keep_lines)
{
    while (*text != '\0') {
        utf8proc_int32_t c;
        utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);
        if (used <= 0) {
            tvx_buf_format(out, "\\x%02x", (unsigned)(unsigned char)*text);
            used = 1;
        } else if (tvx_text_unsafe(c) && !(keep_lines && c == '\n')) {
            tvx_buf_format(out, "\\u{%x}", (unsigned)c);
        } else {
            tvx_buf_put(out, text, (size_t)used);
        }
        text += used;
    }
}

bool tvx_text_among(const char *text, const char *const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(texts[i], text) == 0)
            return true;
    return false;
}

enum { NAME_MAX_BYTES = 64 }; /* longer names are not worth a guess */

static size_t least(size_t a, size_t b, size_t c)
{
    size_t ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Edit distance with swaps of neighbours (optimal string alignment), both under NAME_MAX_BYTES. */
static size_t distance(const char *a, size_t na, const char *b, size_t nb)
{
    size_t row[3][NAME_MAX_BYTES + 1];
    for (size_t j = 0; j <= nb; j++)
        row[0][j] = j;
    for (size_t i = 1; i <= na; i++) {
        size_t *now = row[i % 3], *above = row[(i - 1) % 3], *before = row[(i + 1) % 3];
        now[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            size_t cost = lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1;
            now[j] = least(above[j] + 1, now[j - 1] + 1, above[j - 1] + cost);
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                lower(a[i - 2]) == lower(b[j - 1]) && before[j - 2] + 1 < now[j])
                now[j] = before[j - 2] + 1;
        }
    }
    return row[na % 3][nb];
}

const char *tvx_text_nearest(const char *given, const char *const *names, size_t n)
{
    size_t length = strlen(given);
    const char *nearest = NULL;
    size_t best = 3;
    if (length > NAME_MAX_BYTES)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t other = strlen(names[i]);
        if (other > NAME_MAX_BYTES || other + best <= length || length + best <= other)
            continue;
        size_t d = distance(given, length, names[i], other);
        size_t longer = length > other ? length : other;
        if (d < best && d * 5 < longer * 2) {
            best = d;
            nearest = names[i];
        }
    }
    return nearest;
}
