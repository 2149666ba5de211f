#include "model/sought.h"

#include <string.h>

#include "base/fail.h"

/* --- what was typed --- */

static const char WHITE[] = " \t\n\v\f\r";

typedef struct reader {
    tvx_sought *out;
    tvx_arena *arena;
    size_t words;  /* in all terms so far */
    bool any_word; /* one of them is more than a sign */
    tvx_error *error;
} reader;

static int fail_many(tvx_error *error)
{
    int code = tvx_fail(error, TVX_EUSAGE, "more than %d words are sought", TVX_SOUGHT_MOST);
    tvx_fail_hint(error, "a few words that stand together find the same: \"up to 50%%\"");
    return code;
}

/* Takes n bytes as one term, if a word is in them. A * right behind the last word is its mark. */
static int take_term(reader *r, const char *bytes, size_t n)
{
    tvx_sought_term term = {0};
    char *text = tvx_arena_slice(r->arena, bytes, n);
    if (text == NULL)
        return tvx_fail_memory(r->error);
    int code = tvx_tokens_make(&term.tokens, r->arena, text, r->error);
    if (code != TVX_OK || term.tokens.n == 0)
        return code;
    r->words += term.tokens.n;
    if (r->words > TVX_SOUGHT_MOST)
        return fail_many(r->error);
    const tvx_token *last = &term.tokens.items[term.tokens.n - 1];
    term.beginning = !last->sign && text[last->to] == '*';
    for (size_t i = 0; i < term.tokens.n; i++)
        r->any_word = r->any_word || !term.tokens.items[i].sign;
    r->out->terms[r->out->n++] = term;
    return TVX_OK;
}

/* Takes each word between white space as a term of its own. */
static int take_words(reader *r, const char *bytes, size_t n)
{
    int code = TVX_OK;
    for (size_t at = 0; at < n && code == TVX_OK;) {
        size_t length = 0;
        while (at + length < n && strchr(WHITE, bytes[at + length]) == NULL)
            length++;
        if (length > 0)
            code = take_term(r, bytes + at, length);
        at += length + 1;
    }
    return code;
}

/* Between quotation marks stand phrases; one that is never closed ends with the text. */
static int take_quoted(reader *r, const char *text)
{
    int code = TVX_OK;
    for (bool phrase = false; code == TVX_OK; phrase = !phrase) {
        size_t n = strcspn(text, "\"");
        code = phrase ? take_term(r, text, n) : take_words(r, text, n);
        if (text[n] == '\0')
            break;
        text += n + 1;
    }
    return code;
}

static int fail_empty(const tvx_texts *words, tvx_error *error)
{
    int code = words->n == 1
                   ? tvx_fail(error, TVX_EUSAGE, "there is no word in '%s'", words->items[0])
                   : tvx_fail(error, TVX_EUSAGE, "there is no word to search for");
    tvx_fail_hint(error, "name a word, the beginning of one (guarant*), or a phrase in quotation "
                         "marks (\"up to 50%%\")");
    return code;
}

int tvx_sought_make(tvx_sought *out, tvx_arena *arena, const tvx_texts *words, tvx_error *error)
{
    reader r = {.out = out, .arena = arena, .error = error};
    int code = TVX_OK;
    *out = (tvx_sought){0};
    for (size_t i = 0; i < words->n && code == TVX_OK; i++) {
        const char *text = words->items[i];
        code =
            strchr(text, '"') != NULL ? take_quoted(&r, text) : take_term(&r, text, strlen(text));
    }
    return code == TVX_OK && !r.any_word ? fail_empty(words, error) : code;
}

uint64_t tvx_sought_all(const tvx_sought *sought)
{
    return sought->n == 0 ? 0 : UINT64_MAX >> (TVX_SOUGHT_MOST - sought->n);
}

/* --- finding --- */

/* True if a letter's mark goes on here: й is no word that begins with и. */
static bool is_mark(const char *at)
{
    unsigned char first = (unsigned char)at[0], second = first == 0 ? 0 : (unsigned char)at[1];
    return first == 0xcc || (first == 0xcd && second < 0xb0);
}

static bool same_word(const tvx_token *sought, const tvx_token *word, bool beginning)
{
    size_t n = strlen(sought->folded);
    return beginning ? strncmp(sought->folded, word->folded, n) == 0 && !is_mark(word->folded + n)
                     : strcmp(sought->folded, word->folded) == 0;
}

/* True if the term stands in the text from word number `at` on. */
static bool stands_at(const tvx_sought_term *term, const tvx_tokens *text, size_t at)
{
    size_t n = term->tokens.n;
    if (text->n - at < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!same_word(&term->tokens.items[i], &text->items[at + i], term->beginning && i + 1 == n))
            return false;
    return true;
}

/* Marks come by where they begin: one that overlaps the last goes on with it. */
static void add_mark(tvx_finds *out, tvx_mark mark)
{
    tvx_mark *last = out->n_marks == 0 ? NULL : &out->marks[out->n_marks - 1];
    if (last == NULL || mark.from >= last->to)
        out->marks[out->n_marks++] = mark;
    else if (mark.to > last->to)
        last->to = mark.to;
}

int tvx_sought_find(tvx_finds *out, tvx_arena *arena, const tvx_sought *sought, const char *text,
                    tvx_error *error)
{
    tvx_tokens words;
    *out = (tvx_finds){0};
    int code = tvx_tokens_make(&words, arena, text, error);
    if (code != TVX_OK)
        return code;
    out->marks = tvx_arena_new(arena, words.n, sizeof *out->marks);
    if (out->marks == NULL)
        return tvx_fail_memory(error);
    for (size_t at = 0; at < words.n; at++) {
        for (size_t i = 0; i < sought->n; i++) {
            const tvx_sought_term *term = &sought->terms[i];
            if (!stands_at(term, &words, at))
                continue;
            out->terms |= UINT64_C(1) << i;
            add_mark(out, (tvx_mark){.from = words.items[at].from,
                                     .to = words.items[at + term->tokens.n - 1].to});
        }
    }
    return TVX_OK;
}
