#include "model/vocabulary.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/text.h"

/* Of a name in a hint: bytes that are shown, room for them as one quoted word, for a line of such
   words, and how far such a line may name what is declared already. */
enum { SHOWN = 64, WORD = 4 * SHOWN + 3, LINE = 4 * WORD, OLD_VARIANTS = 192 };

#define OLD SIZE_MAX /* the place of a variant that is no longer in force */

/* A row to be, with what orders it: its term's rank, then its place among that term's rows. */
typedef struct entry {
    tvx_row row;
    size_t rank, place; /* place 0: the term itself; from 1: its variants as declared */
} entry;

/* A term with its rank in the vocabulary's order; SIZE_MAX: not ranked yet. */
typedef struct ranked {
    const tvx_term *term;
    size_t rank;
} ranked;

static int by_key(const void *a, const void *b)
{
    const ranked *ra = a, *rb = b;
    return strcmp(ra->term->key, rb->term->key);
}

static int by_name(const void *a, const void *b)
{
    const entry *ea = a, *eb = b;
    int order = strcmp(ea->row.name, eb->row.name);
    if (order != 0)
        return order;
    return (ea->place > eb->place) - (ea->place < eb->place);
}

static int by_rank(const void *a, const void *b)
{
    const entry *ea = a, *eb = b;
    if (ea->rank != eb->rank)
        return ea->rank < eb->rank ? -1 : 1;
    if (ea->place != eb->place)
        return ea->place < eb->place ? -1 : 1;
    return strcmp(ea->row.name, eb->row.name);
}

static int by_row_name(const void *a, const void *b)
{
    const tvx_row *const *ra = a, *const *rb = b;
    return strcmp((*ra)->name, (*rb)->name);
}

static int by_party(const void *a, const void *b)
{
    const tvx_party *pa = a, *pb = b;
    return strcmp(pa->key, pb->key);
}

static ranked *find_term(ranked *terms, size_t n, const char *key)
{
    const tvx_term wanted_term = {.key = key};
    const ranked wanted = {.term = &wanted_term};
    return n == 0 ? NULL : bsearch(&wanted, terms, n, sizeof *terms, by_key);
}

/* The terms ordered by key, each with its rank: those of `order` first, the others by key. */
static ranked *rank_terms(tvx_arena *arena, const tvx_term *terms, size_t n, const tvx_texts *order)
{
    ranked *out = tvx_arena_new(arena, n, sizeof *out);
    if (out == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++)
        out[i] = (ranked){.term = &terms[i], .rank = SIZE_MAX};
    if (n > 0)
        qsort(out, n, sizeof *out, by_key);
    size_t next = 0;
    for (size_t i = 0; i < order->n; i++) {
        ranked *found = find_term(out, n, order->items[i]);
        if (found != NULL && found->rank == SIZE_MAX)
            found->rank = next++;
    }
    for (size_t i = 0; i < n; i++)
        if (out[i].rank == SIZE_MAX)
            out[i].rank = next++;
    return out;
}

static int add_variant(entry *out, tvx_arena *arena, const ranked *term, const char *variant,
                       size_t place)
{
    const char *name = tvx_arena_format(arena, "%s:%s", term->term->key, variant);
    *out = (entry){.row = {.name = name, .term = term->term, .variant = variant},
                   .rank = term->rank,
                   .place = place};
    return name != NULL ? TVX_OK : TVX_ENOMEM;
}

static int add_term(entry *out, size_t *n, tvx_arena *arena, const ranked *term)
{
    const tvx_texts *variants = &term->term->variants;
    out[(*n)++] = (entry){.row = {.name = term->term->key, .term = term->term}, .rank = term->rank};
    int rc = TVX_OK;
    for (size_t i = 0; i < variants->n && rc == TVX_OK; i++)
        rc = add_variant(&out[(*n)++], arena, term, variants->items[i], i + 1);
    return rc;
}

/* Everything that was ever declared, in no order; a variant may stand there several times. */
static int collect(entry *out, size_t *n, tvx_arena *arena, ranked *terms, size_t n_terms,
                   const tvx_old_variant *old, size_t n_old)
{
    int rc = TVX_OK;
    for (size_t i = 0; i < n_terms && rc == TVX_OK; i++)
        rc = add_term(out, n, arena, &terms[i]);
    for (size_t i = 0; i < n_old && rc == TVX_OK; i++) {
        const ranked *term = find_term(terms, n_terms, old[i].term);
        if (term != NULL)
            rc = add_variant(&out[(*n)++], arena, term, old[i].variant, OLD);
    }
    return rc;
}

/* Sorts into the vocabulary's order, keeping of equal names the one that stands first in it. */
static size_t sort_entries(entry *entries, size_t n)
{
    size_t kept = 0;
    if (n == 0)
        return 0;
    qsort(entries, n, sizeof *entries, by_name);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || strcmp(entries[kept - 1].row.name, entries[i].row.name) != 0)
            entries[kept++] = entries[i];
    qsort(entries, kept, sizeof *entries, by_rank);
    return kept;
}

static int set_rows(tvx_vocabulary *out, tvx_arena *arena, const entry *entries, size_t n)
{
    tvx_row *rows = tvx_arena_new(arena, n, sizeof *rows);
    const tvx_row **names = tvx_arena_new(arena, n, sizeof *names);
    if (rows == NULL || names == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        rows[i] = entries[i].row;
        rows[i].number = i;
        names[i] = &rows[i];
    }
    if (n > 0)
        qsort(names, n, sizeof *names, by_row_name);
    out->rows = rows;
    out->n_rows = n;
    out->by_name = names;
    return TVX_OK;
}

static int set_parties(tvx_vocabulary *out, tvx_arena *arena, const tvx_party *parties, size_t n)
{
    tvx_party *sorted = tvx_arena_new(arena, n, sizeof *sorted);
    if (sorted == NULL)
        return TVX_ENOMEM;
    if (n > 0) {
        memcpy(sorted, parties, n * sizeof *sorted);
        qsort(sorted, n, sizeof *sorted, by_party);
    }
    out->parties = sorted;
    out->n_parties = n;
    return TVX_OK;
}

int tvx_vocabulary_make(tvx_vocabulary *out, tvx_arena *arena, const tvx_term *terms,
                        size_t n_terms, const tvx_texts *order, const tvx_old_variant *old,
                        size_t n_old, const tvx_party *parties, size_t n_parties, tvx_error *error)
{
    size_t most = n_terms + n_old, n = 0;
    for (size_t i = 0; i < n_terms; i++)
        most += terms[i].variants.n;
    ranked *ranks = rank_terms(arena, terms, n_terms, order);
    entry *entries = tvx_arena_new(arena, most, sizeof *entries);
    if (ranks == NULL || entries == NULL ||
        collect(entries, &n, arena, ranks, n_terms, old, n_old) != TVX_OK ||
        set_rows(out, arena, entries, sort_entries(entries, n)) != TVX_OK ||
        set_parties(out, arena, parties, n_parties) != TVX_OK)
        return tvx_fail_memory(error);
    return TVX_OK;
}

const tvx_row *tvx_vocabulary_row(const tvx_vocabulary *vocabulary, const char *name)
{
    const tvx_row wanted = {.name = name}, *key = &wanted;
    if (vocabulary->n_rows == 0)
        return NULL;
    const tvx_row *const *found = bsearch(&key, vocabulary->by_name, vocabulary->n_rows,
                                          sizeof *vocabulary->by_name, by_row_name);
    return found != NULL ? *found : NULL;
}

/* The nearest name, found by holding each against the best so far: describing never allocates. */
static const char *nearest(const tvx_vocabulary *vocabulary, const char *name)
{
    const char *pair[2] = {NULL, NULL};
    for (size_t i = 0; i < vocabulary->n_rows; i++) {
        size_t known = pair[0] != NULL;
        pair[known] = vocabulary->rows[i].name;
        pair[0] = tvx_text_nearest(name, pair, known + 1);
    }
    return pair[0];
}

/* The first n bytes of key hold no colon, so that no variant's name equals them. */
static const tvx_term *term_named(const tvx_vocabulary *vocabulary, const char *key, size_t n)
{
    for (size_t i = 0; i < vocabulary->n_rows; i++) {
        const char *name = vocabulary->rows[i].name;
        if (strlen(name) == n && memcmp(name, key, n) == 0)
            return vocabulary->rows[i].term;
    }
    return NULL;
}

static bool is_plain(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c >= 0x80 || strchr("_-.,:/@%+=", c) != NULL;
}

/* The first n bytes as one word of a command line; one too long for a hint is called NAME. */
static const char *shell_word(char out[WORD], const char *text, size_t n)
{
    size_t plain = 0, at = 0;
    if (n > SHOWN)
        return "NAME";
    while (plain < n && is_plain((unsigned char)text[plain]))
        plain++;
    if (plain < n)
        out[at++] = '\'';
    for (size_t i = 0; i < n; i++)
        if (text[i] == '\'') {
            memcpy(out + at, "'\\''", 4);
            at += 4;
        } else {
            out[at++] = text[i];
        }
    if (plain < n)
        out[at++] = '\'';
    out[at] = '\0';
    return out;
}

/* Adds a variant to the line; where a hint has no room for it, an ellipsis. */
static int print_variant(char out[LINE], int at, const char *variant, int room)
{
    char word[WORD];
    const char *shown = shell_word(word, variant, strlen(variant));
    bool fits = at + (int)strlen(shown) < room;
    return at +
           snprintf(out + at, (size_t)(LINE - at), " --variant %s", fits ? shown : "\xe2\x80\xa6");
}

/* The line that would declare a name: a new term, or a variant of one that is there, which is
   given with those that it has, as a list is edited as a whole. */
static void print_declaring(char out[LINE], const tvx_vocabulary *vocabulary, const char *name)
{
    size_t n = strcspn(name, ":");
    char word[WORD];
    const char *key = shell_word(word, name, n), *variant = name + n;
    const tvx_term *term = term_named(vocabulary, name, n);
    int at;
    if (term != NULL)
        at = snprintf(out, LINE, "travaux term edit %s", key);
    else
        at = snprintf(out, LINE, "travaux term add %s --title \"\xe2\x80\xa6\" --kind percentage",
                      key);
    if (*variant != ':')
        return;
    for (size_t i = 0; term != NULL && i < term->variants.n && at < OLD_VARIANTS; i++)
        at = print_variant(out, at, term->variants.items[i], OLD_VARIANTS);
    print_variant(out, at, variant + 1, LINE);
}

int tvx_vocabulary_unknown(const tvx_vocabulary *vocabulary, const char *name, tvx_error *error)
{
    char line[LINE];
    const char *near = nearest(vocabulary, name);
    int rc = tvx_fail(error, TVX_ENOTFOUND, "unknown term '%s'", name);
    print_declaring(line, vocabulary, name);
    if (near != NULL)
        tvx_fail_hint(error, "did you mean '%s'? if not, declare it: %s", near, line);
    else
        tvx_fail_hint(error, "declare it: %s", line);
    return rc;
}

static int find_declared(const tvx_declared *declared, size_t n, const char *words)
{
    for (size_t i = 0; i < n; i++) {
        if (tvx_text_same_words(declared[i].name, words))
            return (int)i;
        for (size_t j = 0; j < declared[i].aliases.n; j++)
            if (tvx_text_same_words(declared[i].aliases.items[j], words))
                return (int)i;
    }
    return -1;
}

int tvx_term_base(const tvx_term *term, const char *words)
{
    return find_declared(term->bases, term->n_bases, words);
}

int tvx_term_tag(const tvx_term *term, const char *words)
{
    return find_declared(term->tags, term->n_tags, words);
}

const char *tvx_vocabulary_other_party(const tvx_vocabulary *vocabulary, const char *party)
{
    const tvx_party *parties = vocabulary->parties;
    if (vocabulary->n_parties != 2)
        return NULL;
    if (strcmp(parties[0].key, party) == 0)
        return parties[1].key;
    return strcmp(parties[1].key, party) == 0 ? parties[0].key : NULL;
}
