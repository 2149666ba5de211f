#include "diff/redline.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/text.h"

/*
 * How many steps are spent on one redline; two texts of three thousand words each that have
 * nothing in common take fewer. What is not matched by then counts as cut and new.
 */
#define WORK 20000000

enum { CHARACTER = 5 /* bytes of a character, its NUL included */ };

typedef struct word {
    const char *text; /* in the text given, not ended by a NUL */
    size_t n;
    const char *folded;
    ptrdiff_t place; /* among the words of both texts */
} word;

/* One of the two texts, as numbers: words that differ by case alone have the same one. */
typedef struct side {
    const word *words;
    ptrdiff_t n;
    const size_t *numbers;
    bool *kept;
} side;

/* The part of each text that is still to be matched; ends are exclusive. */
typedef struct box {
    ptrdiff_t from, from_end, to, to_end;
} box;

typedef struct matching {
    side from, to;
    /* By diagonal: how far a path came from the front of the box (-1: nowhere yet), and from its
       back. Both point at diagonal 0. */
    ptrdiff_t *forward, *backward;
    ptrdiff_t work;
} matching;

/* --- words --- */

/* Bytes of the character that a text begins with. */
static size_t character(const char *text)
{
    size_t n = 1;
    while (n < CHARACTER - 1 && ((unsigned char)text[n] & 0xc0U) == 0x80U)
        n++;
    return n;
}

/* Bytes of the white space that a text begins with, or 0. */
static size_t space(const char *text)
{
    char one[CHARACTER] = {0};
    if (*text == '\0' || (*text > ' ' && *text < 0x7f))
        return 0;
    size_t n = character(text);
    memcpy(one, text, n);
    return tvx_text_same_words(one, "") ? n : 0;
}

static const char *skip_spaces(const char *text)
{
    for (size_t n; (n = space(text)) > 0;)
        text += n;
    return text;
}

static size_t word_size(const char *text)
{
    size_t n = 0;
    while (text[n] != '\0' && space(text + n) == 0)
        n += character(text + n);
    return n;
}

static int add_word(word *out, tvx_arena *arena, const char *text, size_t n)
{
    char *copy = tvx_arena_slice(arena, text, n);
    *out = (word){.text = text, .n = n};
    if (copy != NULL)
        out->folded = tvx_text_fold(arena, copy);
    return out->folded == NULL ? TVX_ENOMEM : TVX_OK;
}

/* Appends the words of a text to a list. */
static int split(word **words, size_t *n, size_t *capacity, tvx_arena *arena, const char *text)
{
    for (text = skip_spaces(text); *text != '\0'; text = skip_spaces(text)) {
        size_t size = word_size(text);
        if (tvx_arena_grow(arena, words, *n, capacity, sizeof **words) < 0 ||
            add_word(&(*words)[*n], arena, text, size) < 0)
            return TVX_ENOMEM;
        (*words)[*n].place = (ptrdiff_t)*n;
        (*n)++;
        text += size;
    }
    return TVX_OK;
}

static int by_letters(const void *a, const void *b)
{
    const word *left = a, *right = b;
    return strcmp(left->folded, right->folded);
}

/* Numbers the words, equal ones alike; NULL: no memory. */
static size_t *number_words(tvx_arena *arena, const word *words, size_t n)
{
    word *sorted = tvx_arena_new(arena, n, sizeof *sorted);
    size_t *numbers = tvx_arena_new(arena, n, sizeof *numbers), number = 0;
    if (sorted == NULL || numbers == NULL)
        return NULL;
    memcpy(sorted, words, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, by_letters);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && by_letters(&sorted[i - 1], &sorted[i]) != 0)
            number++;
        numbers[sorted[i].place] = number;
    }
    return numbers;
}

/* --- the longest common run: Myers' algorithm in linear space --- */

static bool is_match(const matching *m, ptrdiff_t from, ptrdiff_t to)
{
    return m->from.numbers[from] == m->to.numbers[to];
}

static void keep(matching *m, ptrdiff_t from, ptrdiff_t to)
{
    m->from.kept[from] = true;
    m->to.kept[to] = true;
}

/* Keeps what both parts begin and end with. */
static void trim(matching *m, box *b)
{
    while (b->from < b->from_end && b->to < b->to_end && is_match(m, b->from, b->to))
        keep(m, b->from++, b->to++);
    while (b->from < b->from_end && b->to < b->to_end &&
           is_match(m, b->from_end - 1, b->to_end - 1))
        keep(m, --b->from_end, --b->to_end);
}

static ptrdiff_t larger(ptrdiff_t a, ptrdiff_t b)
{
    return a > b ? a : b;
}

static ptrdiff_t smaller(ptrdiff_t a, ptrdiff_t b)
{
    return a < b ? a : b;
}

/* One edit further along a diagonal from the front; returns how far it comes, -1: nowhere. */
static ptrdiff_t advance(matching *m, const box *b, ptrdiff_t diagonal)
{
    ptrdiff_t n = b->from_end - b->from, rows = b->to_end - b->to;
    ptrdiff_t cut = m->forward[diagonal - 1], added = m->forward[diagonal + 1];
    ptrdiff_t at = m->forward[diagonal];
    if (cut >= 0 && cut < n)
        at = larger(at, cut + 1);
    if (added >= 0 && added - diagonal <= rows)
        at = larger(at, added);
    if (at < 0)
        return at;
    while (at < n && at - diagonal < rows && is_match(m, b->from + at, b->to + at - diagonal)) {
        at++;
        m->work--;
    }
    m->forward[diagonal] = at;
    return at;
}

/* The same from the back; more than the box holds: nowhere. */
static ptrdiff_t retreat(matching *m, const box *b, ptrdiff_t diagonal)
{
    ptrdiff_t n = b->from_end - b->from;
    ptrdiff_t cut = m->backward[diagonal + 1], added = m->backward[diagonal - 1];
    ptrdiff_t at = m->backward[diagonal];
    if (cut <= n && cut > 0)
        at = smaller(at, cut - 1);
    if (added <= n && added - diagonal >= 0)
        at = smaller(at, added);
    if (at > n)
        return at;
    while (at > 0 && at - diagonal > 0 &&
           is_match(m, b->from + at - 1, b->to + at - diagonal - 1)) {
        at--;
        m->work--;
    }
    m->backward[diagonal] = at;
    return at;
}

/* Goes `edits` far from both ends at once; true if the paths meet, at *x of a diagonal. */
static bool meet(matching *m, const box *b, ptrdiff_t edits, ptrdiff_t *x, ptrdiff_t *diagonal)
{
    ptrdiff_t n = b->from_end - b->from, rows = b->to_end - b->to, last = n - rows;
    for (ptrdiff_t d = -edits; d <= edits; d += 2) {
        m->work--;
        if (d < -rows || d > n)
            continue;
        *x = advance(m, b, d);
        *diagonal = d;
        if (*x >= 0 && m->backward[d] <= n && *x >= m->backward[d])
            return true;
    }
    for (ptrdiff_t d = last - edits; d <= last + edits; d += 2) {
        m->work--;
        if (d < -rows || d > n)
            continue;
        *x = retreat(m, b, d);
        *diagonal = d;
        if (*x <= n && m->forward[d] >= *x)
            return true;
    }
    return false;
}

/* Finds a point on a shortest path through a box; false if the work is used up. */
static bool find_middle(matching *m, const box *b, ptrdiff_t *from, ptrdiff_t *to)
{
    ptrdiff_t n = b->from_end - b->from, rows = b->to_end - b->to, x, diagonal;
    for (ptrdiff_t d = -rows - 1; d <= n + 1; d++) {
        m->forward[d] = -1;
        m->backward[d] = n + 1;
    }
    m->work -= n + rows;
    m->forward[0] = 0;
    m->backward[n - rows] = n;
    for (ptrdiff_t edits = 1; m->work > 0; edits++)
        if (meet(m, b, edits, &x, &diagonal)) {
            *from = b->from + x;
            *to = b->to + x - diagonal;
            return true;
        }
    return false;
}

static ptrdiff_t box_size(const box *b)
{
    return b->from_end - b->from + b->to_end - b->to;
}

/* Splits boxes in two until nothing is left of them; the larger half waits, so few ever do. */
static void match(matching *m)
{
    box waiting[sizeof(ptrdiff_t) * 8];
    size_t n = 0;
    waiting[n++] = (box){0, m->from.n, 0, m->to.n};
    while (n > 0) {
        box b = waiting[--n];
        ptrdiff_t from, to;
        trim(m, &b);
        if (b.from == b.from_end || b.to == b.to_end || !find_middle(m, &b, &from, &to))
            continue;
        box front = {b.from, from, b.to, to}, back = {from, b.from_end, to, b.to_end};
        bool front_waits = box_size(&front) > box_size(&back);
        waiting[n++] = front_waits ? front : back;
        waiting[n++] = front_waits ? back : front;
    }
}

/* --- runs --- */

typedef struct runs {
    tvx_arena *arena;
    tvx_redline_run *items;
    size_t n, capacity;
} runs;

static int add_run(runs *out, tvx_redline_op op, const word *words, ptrdiff_t n)
{
    size_t size = 0, at = 0;
    if (n == 0)
        return TVX_OK;
    for (ptrdiff_t i = 0; i < n; i++)
        size += words[i].n + 1;
    char *text = tvx_arena_new(out->arena, size, 1);
    if (text == NULL ||
        tvx_arena_grow(out->arena, &out->items, out->n, &out->capacity, sizeof *out->items) < 0)
        return TVX_ENOMEM;
    for (ptrdiff_t i = 0; i < n; i++) {
        if (i > 0)
            text[at++] = ' ';
        memcpy(text + at, words[i].text, words[i].n);
        at += words[i].n;
    }
    out->items[out->n++] = (tvx_redline_run){.op = op, .text = text};
    return TVX_OK;
}

/* How many words from one on are not kept. */
static ptrdiff_t lone_length(const side *s, ptrdiff_t at)
{
    ptrdiff_t n = 0;
    while (at + n < s->n && !s->kept[at + n])
        n++;
    return n;
}

/* How many words from these two on are kept on both sides. */
static ptrdiff_t kept_length(const matching *m, ptrdiff_t from, ptrdiff_t to)
{
    ptrdiff_t n = 0, most = smaller(m->from.n - from, m->to.n - to);
    while (n < most && m->from.kept[from + n] && m->to.kept[to + n])
        n++;
    return n;
}

static int list_runs(runs *out, const matching *m)
{
    ptrdiff_t from = 0, to = 0;
    while (from < m->from.n || to < m->to.n) {
        ptrdiff_t cut = lone_length(&m->from, from), added = lone_length(&m->to, to);
        ptrdiff_t kept = kept_length(m, from + cut, to + added);
        if (add_run(out, TVX_REDLINE_CUT, m->from.words + from, cut) < 0 ||
            add_run(out, TVX_REDLINE_NEW, m->to.words + to, added) < 0 ||
            add_run(out, TVX_REDLINE_KEEP, m->to.words + to + added, kept) < 0)
            return TVX_ENOMEM;
        from += cut + kept;
        to += added + kept;
    }
    return TVX_OK;
}

static int prepare(matching *m, tvx_arena *arena, const char *from, const char *to)
{
    size_t n = 0, capacity = 1;
    word *words = tvx_arena_new(arena, capacity, sizeof *words);
    if (words == NULL || split(&words, &n, &capacity, arena, from) < 0)
        return TVX_ENOMEM;
    size_t n_from = n;
    if (split(&words, &n, &capacity, arena, to) < 0)
        return TVX_ENOMEM;
    const size_t *numbers = number_words(arena, words, n);
    bool *kept = tvx_arena_new(arena, n, sizeof *kept);
    ptrdiff_t *paths = tvx_arena_new(arena, n + 3, 2 * sizeof *paths);
    if (numbers == NULL || kept == NULL || paths == NULL)
        return TVX_ENOMEM;
    m->work = WORK;
    m->from = (side){words, (ptrdiff_t)n_from, numbers, kept};
    m->to = (side){words + n_from, (ptrdiff_t)(n - n_from), numbers + n_from, kept + n_from};
    m->forward = paths + m->to.n + 1;
    m->backward = m->forward + n + 3;
    return TVX_OK;
}

int tvx_redline_make(const tvx_redline_run **out, size_t *n, tvx_arena *arena, const char *from,
                     const char *to, tvx_error *error)
{
    tvx_arena scratch = {0};
    matching m;
    runs found = {.arena = arena};
    int rc = prepare(&m, &scratch, from, to);
    if (rc == TVX_OK) {
        match(&m);
        rc = list_runs(&found, &m);
    }
    tvx_arena_dispose(&scratch);
    if (rc < 0)
        return tvx_fail_memory(error);
    *out = found.items;
    *n = found.n;
    return TVX_OK;
}
