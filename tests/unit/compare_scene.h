/*
 * Readings for the tests of comparing, from claims in short: "50% | text:100% (if ratified)" is two
 * claims of two outlets, of which the second is of basis `text` and has a condition. `quoted:`
 * marks one that quotes the draft; `deferred`, `included`, `absent` and "not VALUE" are what they
 * say. No claims, or NULL: silence.
 */
#ifndef TESTS_UNIT_COMPARE_SCENE_H
#define TESTS_UNIT_COMPARE_SCENE_H

#include <string.h>

#include "base/arena.h"
#include "diff/reading.h"
#include "model/date.h"
#include "model/value.h"
#include "travaux/reading.h"

enum { MAX_CLAIMS = 6 };

#define TEXTS(...)                                                                                 \
    {                                                                                              \
        (const char *const[]){__VA_ARGS__}, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *) \
    }
#define KINDS(...)                                                                                 \
    .kinds = {__VA_ARGS__}, .n_kinds = sizeof((tvx_kind[]){__VA_ARGS__}) / sizeof(tvx_kind)

static const tvx_declared BASES[] = {{"revenue", TEXTS("income")}, {"profits", {0}}};
static const tvx_declared TAGS[] = {{"oil", {0}}, {"gas", TEXTS("natural gas")}, {"ports", {0}}};

static const tvx_term SHARE = {.key = "share",
                               KINDS(TVX_KIND_PERCENTAGE),
                               .favours = "US",
                               .bases = BASES,
                               .n_bases = 2,
                               .tags = TAGS,
                               .n_tags = 3};
static const tvx_term MONEY = {.key = "money", KINDS(TVX_KIND_MONEY), .favours = "US"};
static const tvx_term NUMBER = {.key = "number", KINDS(TVX_KIND_NUMBER)};
static const tvx_term SPAN = {.key = "span", KINDS(TVX_KIND_DURATION)};
static const tvx_term DAY = {.key = "day", KINDS(TVX_KIND_DATE), .favours = "UA"};
static const tvx_term LEVEL = {.key = "level",
                               KINDS(TVX_KIND_LEVEL),
                               .favours = "UA",
                               .levels = TEXTS("talks", "consultations", "a treaty")};
static const tvx_term FLAG = {.key = "flag", KINDS(TVX_KIND_FLAG), .favours = "UA"};
static const tvx_term EITHER = {.key = "either", KINDS(TVX_KIND_FLAG, TVX_KIND_PERCENTAGE)};
static const tvx_term WORDS = {.key = "words", KINDS(TVX_KIND_TEXT), .favours = "US"};
static const tvx_term MIXED = {.key = "mixed",
                               KINDS(TVX_KIND_PERCENTAGE, TVX_KIND_MONEY, TVX_KIND_TEXT)};

/* Takes a word that the text begins with away from it. */
static bool take(const char **text, const char *word)
{
    size_t n = strlen(word);
    if (strncmp(*text, word, n) != 0)
        return false;
    *text += n;
    return true;
}

/* Takes "(if …)" away from the end. */
static const char *take_condition(tvx_arena *arena, char *text)
{
    char *at = strstr(text, " (if ");
    if (at == NULL)
        return NULL;
    *at = '\0';
    at += strlen(" (if ");
    return tvx_arena_slice(arena, at, strlen(at) - 1);
}

static const tvx_value *read_value(tvx_arena *arena, const tvx_term *term, const char *text)
{
    tvx_error error = {0};
    tvx_value *value = tvx_arena_new(arena, 1, sizeof *value);
    if (value == NULL || tvx_value_parse(arena, term, text, value, &error) != TVX_OK)
        fail_msg("'%s': %s", text, error.message);
    return value;
}

static void read_claim(tvx_evidence *out, tvx_arena *arena, const tvx_term *term, const char *given)
{
    static const char *const STANCES[] = {"included", "deferred", "absent"};
    tvx_claim *claim = tvx_arena_new(arena, 1, sizeof *claim);
    char *copy = tvx_arena_text(arena, given);
    const char *text = copy;
    claim->condition = take_condition(arena, copy);
    out->claim = claim;
    out->basis = take(&text, "text:")       ? TVX_BASIS_TEXT
                 : take(&text, "document:") ? TVX_BASIS_DOCUMENT
                                            : TVX_BASIS_NONE;
    claim->quote = take(&text, "quoted:") ? text : NULL;
    for (size_t i = 0; i < 3; i++)
        if (strcmp(text, STANCES[i]) == 0) {
            claim->stance = (tvx_stance)(TVX_STANCE_INCLUDED + (int)i);
            return;
        }
    claim->stance = take(&text, "not ") ? TVX_STANCE_ABSENT : TVX_STANCE_STATED;
    out->value = read_value(arena, term, text);
}

static tvx_reading read_reading(tvx_arena *arena, const tvx_row *row, const char *claims)
{
    static const char *const REPORTS[MAX_CLAIMS] = {"a", "b", "c", "d", "e", "f"};
    static tvx_date published;
    tvx_reading reading;
    tvx_evidence *evidence = tvx_arena_new(arena, MAX_CLAIMS, sizeof *evidence);
    char *rest = claims == NULL ? NULL : tvx_arena_text(arena, claims);
    size_t n = 0;
    assert_int_equal(tvx_date_parse(&published, "2025-02-24", NULL), TVX_OK);
    while (rest != NULL && n < MAX_CLAIMS) {
        char *end = strstr(rest, " | ");
        if (end != NULL)
            *end = '\0';
        evidence[n].report = evidence[n].outlet = REPORTS[n];
        evidence[n].published = &published;
        read_claim(&evidence[n++], arena, row->term, rest);
        rest = end == NULL ? NULL : end + strlen(" | ");
    }
    assert_int_equal(tvx_reading_make(&reading, arena, row, evidence, n, NULL, NULL), TVX_OK);
    return reading;
}

#endif
