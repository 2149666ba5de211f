/*
 * Stories in writing, for the tests of the walk: a graph as order_graph.h says, and claims, one a
 * line: DRAFT ROW ANSWER, where ANSWER is a stance, a level or not-LEVEL, with ! before it if the
 * claim is set aside, and each line is a report of its own.
 */
#ifndef TVX_TESTS_WALK_STORY_H
#define TVX_TESTS_WALK_STORY_H

#include "order_graph.h"

#include "base/fail.h"
#include "diff/walk.h"

/* The rows r, s and t, each a level. */

enum { ROWS = 3 };

static const char *const LEVEL_NAMES[] = {"none", "talks", "treaty"};
static const tvx_term TERMS[ROWS] = {
    {.key = "r", .kinds = {TVX_KIND_LEVEL}, .n_kinds = 1, .levels = {LEVEL_NAMES, 3}},
    {.key = "s", .kinds = {TVX_KIND_LEVEL}, .n_kinds = 1, .levels = {LEVEL_NAMES, 3}},
    {.key = "t", .kinds = {TVX_KIND_LEVEL}, .n_kinds = 1, .levels = {LEVEL_NAMES, 3}}};
static const tvx_row THE_ROWS[ROWS] = {{.number = 0, .name = "r", .term = &TERMS[0]},
                                       {.number = 1, .name = "s", .term = &TERMS[1]},
                                       {.number = 2, .name = "t", .term = &TERMS[2]}};
static const tvx_row *const BY_NAME[ROWS] = {&THE_ROWS[0], &THE_ROWS[1], &THE_ROWS[2]};
static const tvx_vocabulary VOCABULARY = {.rows = THE_ROWS, .n_rows = ROWS, .by_name = BY_NAME};
static const tvx_date PUBLISHED = {.text = "2025-02-24", .precision = TVX_PRECISION_DAY};

static const tvx_value LEVELS[] = {{.kind = TVX_KIND_LEVEL, .level = 0, .text = "none"},
                                   {.kind = TVX_KIND_LEVEL, .level = 1, .text = "talks"},
                                   {.kind = TVX_KIND_LEVEL, .level = 2, .text = "treaty"}};

static tvx_claim read_claim(const char *answer, const tvx_value **value)
{
    static const struct {
        const char *word;
        tvx_stance stance;
    } stances[] = {{"included", TVX_STANCE_INCLUDED},
                   {"absent", TVX_STANCE_ABSENT},
                   {"deferred", TVX_STANCE_DEFERRED}};
    *value = NULL;
    for (size_t i = 0; i < 3; i++) {
        if (strcmp(answer, stances[i].word) == 0)
            return (tvx_claim){.stance = stances[i].stance};
    }
    bool denied = strncmp(answer, "not-", 4) == 0;
    const char *name = answer + (denied ? 4 : 0);
    size_t level = 0;
    while (level < 2 && strcmp(name, LEVEL_NAMES[level]) != 0)
        level++;
    assert_string_equal(name, LEVEL_NAMES[level]);
    *value = &LEVELS[level];
    return (tvx_claim){.stance = denied ? TVX_STANCE_ABSENT : TVX_STANCE_STATED,
                       .value = {.text = LEVEL_NAMES[level]}};
}

typedef struct script {
    graph g;
    const char *claims;
    tvx_order order;
    tvx_arena arena;
    tvx_story story;
} script;

/* The next claim of a text: a report's number, and its words; false at the end. */
static bool next_claim(const char **at, char *draft, char *row, char *answer)
{
    int n = 0;
    if (sscanf(*at, "%15s %1s %15s\n%n", draft, row, answer, &n) != 3)
        return false;
    *at += n;
    return true;
}

static int add_claim(tvx_row_claims *claims, tvx_arena *arena, const char *id, const char *answer)
{
    tvx_evidence *evidence = tvx_arena_new(arena, claims->n + 1, sizeof *evidence);
    tvx_claim *claim = tvx_arena_new(arena, 1, sizeof *claim);
    if (evidence == NULL || claim == NULL)
        return TVX_ENOMEM;
    if (claims->n > 0)
        memcpy(evidence, claims->claims, claims->n * sizeof *evidence);
    evidence[claims->n] = (tvx_evidence){.report = id,
                                         .outlet = id,
                                         .published = &PUBLISHED,
                                         .claim = claim,
                                         .basis = TVX_BASIS_NONE};
    *claim = read_claim(answer, &evidence[claims->n].value);
    claims->claims = evidence;
    claims->n++;
    return TVX_OK;
}

static int of_draft(void *payload, uint32_t draft, tvx_arena *arena, tvx_row_claims **out,
                    size_t *n, tvx_error *error)
{
    script *s = payload;
    char key[16], row[2], answer[16];
    tvx_row_claims all[ROWS] = {{.row = BY_NAME[0]}, {.row = BY_NAME[1]}, {.row = BY_NAME[2]}};
    tvx_row_claims aside[ROWS] = {{.row = NULL}};
    const char *at = s->claims;
    for (size_t i = 0; next_claim(&at, key, row, answer); i++) {
        if (find_key(&s->g, key) != draft)
            continue;
        const char *id = tvx_arena_format(arena, "%03zu", i);
        bool counts = answer[0] != '!';
        tvx_row_claims *claims = counts ? &all[row[0] - 'r'] : &aside[row[0] - 'r'];
        if (id == NULL || add_claim(claims, arena, id, answer + !counts) != TVX_OK)
            return tvx_fail_memory(error);
    }
    *out = tvx_arena_new(arena, ROWS, sizeof **out);
    if (*out == NULL)
        return tvx_fail_memory(error);
    *n = 0;
    for (size_t i = 0; i < ROWS; i++) {
        all[i].set_aside = aside[i].claims;
        all[i].n_set_aside = aside[i].n;
        if (all[i].n + all[i].n_set_aside > 0)
            (*out)[(*n)++] = all[i];
    }
    return TVX_OK;
}

static void start_script(script *s, const char *graph_text, const char *claims)
{
    memset(s, 0, sizeof *s);
    read_graph(&s->g, graph_text);
    s->claims = claims;
    s->story = (tvx_story){.vocabulary = &VOCABULARY, .order = &s->order, .source = {of_draft, s}};
    assert_int_equal(tvx_order_make(&s->order, &s->arena, s->g.nodes, s->g.n, NULL), TVX_OK);
}

#endif
