/* Origins: the last paragraph of section 5, by the sentences it is made of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "diff/origins.h"
#include "limited.h"

#define BY(id, name) .report = (id), .outlet = (name)
#define CITES(...)                                                                                 \
    .cites = (const tvx_cite[]){__VA_ARGS__},                                                      \
    .n_cites = sizeof((const tvx_cite[]){__VA_ARGS__}) / sizeof(tvx_cite)

enum { MAX_CLAIMS = 6 };

typedef struct origin_case {
    const char *rule;
    tvx_evidence claims[MAX_CLAIMS];
    const char *expected; /* names, then min-max */
} origin_case;

static const origin_case CASES[] = {
    {"no claim has no origin", {{0}}, "0-0"},
    {"a report without cites is its own origin", {{BY("r1", "CNN")}}, "CNN 1-1"},
    {"the basis text is no reason to look further",
     {{BY("r1", "CNN"), .basis = TVX_BASIS_TEXT}},
     "CNN 1-1"},
    {"the last outlet of a path is the origin",
     {{BY("r1", "Komersant"),
       CITES({.outlet = "CNN", CITES({.outlet = "AP", CITES({.outlet = "NYT"})})})}},
     "NYT 1-1"},
    {"people at the end of a path do not hide its last outlet",
     {{BY("r1", "Komersant"),
       CITES({.outlet = "CNN", CITES({.who = "Ukrainian representatives"})})}},
     "CNN 1-1"},
    {"people in the middle of a path neither",
     {{BY("r1", "Komersant"), CITES({.who = "an official", CITES({.outlet = "AP"})})}},
     "AP 1-1"},
    {"a path through people alone begins at the reporting outlet",
     {{BY("r1", "CNN"), CITES({.who = "an official", CITES({.who = "a minister"})})}},
     "CNN 1-1"},
    {"a path through people alone, of basis secondary, too: it has cites",
     {{BY("r1", "CNN"), .basis = TVX_BASIS_SECONDARY, CITES({.who = "an official"})}},
     "CNN 1-1"},
    {"every path of a branching tree gives a possible origin",
     {{BY("r1", "Babel"),
       CITES({.outlet = "Axios", CITES({.who = "a source"}, {.outlet = "Reuters"})},
             {.outlet = "Bloomberg"}, {.who = "a minister"})}},
     "Axios,Babel,Bloomberg,Reuters 1-4"},
    {"two paths to one outlet give it once",
     {{BY("r1", "Babel"), CITES({.outlet = "AP"}, {.outlet = "CNN", CITES({.outlet = "AP"})})}},
     "AP 1-1"},
    {"without cites and of basis secondary the origin is unknown",
     {{BY("r1", "Babel"), .basis = TVX_BASIS_SECONDARY}},
     "1-1"},
    {"without cites and unattributed the origin is unknown",
     {{BY("r1", "Babel"), .basis = TVX_BASIS_UNATTRIBUTED}},
     "1-1"},
    {"without cites and without a basis it is the outlet",
     {{BY("r1", "Babel"), .basis = TVX_BASIS_NONE}},
     "Babel 1-1"},
    {"max counts each report of unknown origin once",
     {{BY("r1", "Babel"), .basis = TVX_BASIS_SECONDARY},
      {BY("r1", "Babel"), .basis = TVX_BASIS_UNATTRIBUTED},
      {BY("r2", "Babel"), .basis = TVX_BASIS_SECONDARY},
      {BY("r3", "CNN")}},
     "CNN 1-3"},
    {"reports that share an origin count once",
     {{BY("r1", "Babel"), CITES({.outlet = "AP"})}, {BY("r2", "CNN"), CITES({.outlet = "AP"})}},
     "AP 1-1"},
    {"outlets are told apart as they are spelled",
     {{BY("r1", "AP")}, {BY("r2", "ap")}},
     "AP,ap 2-2"},
    {"min: sets that share nothing count one each",
     {{BY("r1", "Babel"), CITES({.outlet = "A"}, {.outlet = "B"})},
      {BY("r2", "CNN"), CITES({.outlet = "C"}, {.outlet = "D"})}},
     "A,B,C,D 2-4"},
    {"min: a set that shares one name with those taken does not count",
     {{BY("r1", "Babel"), CITES({.outlet = "A"}, {.outlet = "B"})},
      {BY("r2", "CNN"), CITES({.outlet = "B"}, {.outlet = "C"})}},
     "A,B,C 1-3"},
    {"min: smaller sets first, or the pair would hide both of its names",
     {{BY("r1", "Babel"), CITES({.outlet = "A"}, {.outlet = "B"})},
      {BY("r2", "A")},
      {BY("r3", "B")}},
     "A,B 2-2"},
    {"min: of equal size the set of the smaller names first, which hides the middle one alone",
     {{BY("r1", "X"), CITES({.outlet = "B"}, {.outlet = "C"})},
      {BY("r2", "X"), CITES({.outlet = "A"}, {.outlet = "B"})},
      {BY("r3", "X"), CITES({.outlet = "C"}, {.outlet = "D"})}},
     "A,B,C,D 2-4"},
    {"min: a claim's set holds each name once",
     {{BY("r1", "X"), CITES({.outlet = "B"}, {.outlet = "B"})},
      {BY("r2", "X"), CITES({.outlet = "A"}, {.outlet = "B"})},
      {BY("r3", "X"), CITES({.outlet = "A"}, {.outlet = "C"})}},
     "A,B,C 2-3"},
    {"min: what is not taken hides nothing",
     {{BY("r1", "A")},
      {BY("r2", "X"), CITES({.outlet = "A"}, {.outlet = "B"})},
      {BY("r3", "X"), CITES({.outlet = "B"}, {.outlet = "C"})}},
     "A,B,C 2-3"},
    {"min: reports of unknown origin may all share the known ones'",
     {{BY("r1", "A")}, {BY("r2", "B")}, {BY("r3", "C"), .basis = TVX_BASIS_SECONDARY}},
     "A,B 2-3"},
    {"min: at least 1",
     {{BY("r1", "A"), .basis = TVX_BASIS_SECONDARY}, {BY("r2", "B"), .basis = TVX_BASIS_SECONDARY}},
     "1-2"},
};
enum { N_CASES = sizeof CASES / sizeof CASES[0] };

static size_t claims_of(const origin_case *c, const tvx_evidence *claims[MAX_CLAIMS])
{
    size_t n = 0;
    for (; n < MAX_CLAIMS && c->claims[n].report != NULL; n++)
        claims[n] = &c->claims[n];
    return n;
}

static void describe(char out[256], const tvx_origins *origins)
{
    size_t used = 0;
    for (size_t i = 0; i < origins->names.n; i++)
        used += (size_t)snprintf(out + used, 256 - used, "%s%s", origins->names.items[i],
                                 i + 1 < origins->names.n ? "," : " ");
    snprintf(out + used, 256 - used, "%zu-%zu", origins->min, origins->max);
}

static void check(const origin_case *c, const tvx_evidence *const *claims, size_t n)
{
    tvx_arena arena = {0};
    tvx_origins origins;
    tvx_error error = {0};
    char text[256];
    assert_int_equal(tvx_origins_count(&origins, &arena, claims, n, &error), TVX_OK);
    describe(text, &origins);
    if (strcmp(text, c->expected) != 0)
        fail_msg("%s: %s, not %s", c->rule, text, c->expected);
    tvx_arena_dispose(&arena);
}

static void counts_by_every_sentence(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_CASES; i++) {
        const tvx_evidence *claims[MAX_CLAIMS];
        size_t n = claims_of(&CASES[i], claims);
        check(&CASES[i], claims, n);
        for (size_t a = 0, b = n; a + 1 < b; a++) {
            const tvx_evidence *swapped = claims[a];
            claims[a] = claims[--b];
            claims[b] = swapped;
        }
        check(&CASES[i], claims, n);
    }
}

enum { DEPTH = 100000 };

static void walks_a_tree_of_any_depth(void **state)
{
    (void)state;
    tvx_cite *chain = calloc(DEPTH, sizeof *chain);
    assert_non_null(chain);
    for (size_t i = 0; i < DEPTH; i++) {
        chain[i].outlet = i + 1 < DEPTH ? "CNN" : "AP";
        chain[i].cites = i + 1 < DEPTH ? &chain[i + 1] : NULL;
        chain[i].n_cites = i + 1 < DEPTH;
    }
    const tvx_evidence claim = {BY("r1", "Babel"), .cites = chain, .n_cites = 1};
    const tvx_evidence *claims[] = {&claim};
    const origin_case deep = {"the last of very many", {{0}}, "AP 1-1"};
    check(&deep, claims, 1);
    free(chain);
}

enum { MANY = 10000 };

static void counts_many_claims(void **state)
{
    (void)state;
    tvx_evidence *claims = calloc(MANY, sizeof *claims);
    const tvx_evidence **list = calloc(MANY, sizeof *list);
    tvx_cite *cites = calloc(MANY, 2 * sizeof *cites);
    char(*names)[8] = calloc(MANY, sizeof *names);
    assert_true(claims != NULL && list != NULL && cites != NULL && names != NULL);
    /* Each claim may come from its own outlet or the next one's: every second one counts. */
    for (size_t i = 0; i < MANY; i++)
        snprintf(names[i], sizeof names[i], "o%05zu", i);
    for (size_t i = 0; i < MANY; i++) {
        cites[2 * i].outlet = names[i];
        cites[2 * i + 1].outlet = names[(i + 1) % MANY];
        claims[i] = (tvx_evidence){BY(names[i], "X"), .cites = &cites[2 * i], .n_cites = 2};
        list[i] = &claims[i];
    }
    tvx_arena arena = {0};
    tvx_origins origins;
    assert_int_equal(tvx_origins_count(&origins, &arena, list, MANY, NULL), TVX_OK);
    assert_int_equal(origins.names.n, MANY);
    assert_int_equal(origins.min, MANY / 2);
    assert_int_equal(origins.max, MANY);
    tvx_arena_dispose(&arena);
    free(claims);
    free(list);
    free(cites);
    free(names);
}

static void says_when_memory_runs_out(void **state)
{
    (void)state;
    const tvx_evidence *claims[MAX_CLAIMS];
    size_t n = claims_of(&CASES[8], claims);
    int rc = TVX_ENOMEM;
    long k = 0;
    for (; rc != TVX_OK; k++) {
        tvx_arena arena = {0};
        tvx_origins origins;
        tvx_error error = {0};
        allocations_left = k;
        rc = tvx_origins_count(&origins, &arena, claims, n, &error);
        allocations_left = -1;
        assert_int_equal(rc, error.code);
        tvx_arena_dispose(&arena);
    }
    assert_true(k > 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_by_every_sentence),
        cmocka_unit_test(walks_a_tree_of_any_depth),
        cmocka_unit_test(counts_many_claims),
        cmocka_unit_test(says_when_memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
