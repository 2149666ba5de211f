/*
 * What stands behind a bracket: the origins that contradicting alternatives share, and which
 * outlets say the same from elsewhere. Cases are claims, one a line: OUTLET [< SOURCES] SAYS, where
 * SOURCES are outlets with commas and SAYS is as in compare_scene.h.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"
#include "compare_scene.h"
#include "diff/bracket.h"
#include "limited.h"

typedef struct bracket_case {
    const char *rule;
    const tvx_term *term;
    const char *claims;
    const char *text;        /* the reading's */
    const char *shared;      /* with commas */
    const char *independent; /* by alternative, in their order; after a ?, perhaps */
} bracket_case;

/* Where nothing else tells them apart, alternatives stand in byte order. */
static const bracket_case CASES[] = {
    {"one story told in two ways", &SHARE, "NYT 50%\nBabel <NYT 100%", "[100% | 50%]", "NYT",
     "100%: ; 50%: "},
    {"who else has an answer", &SHARE, "NYT 50%\nReuters 50%\nBabel <NYT 100%\nKomersant <NYT 100%",
     "[50% | 100%]", "NYT", "50%: Reuters; 100%: "},
    {"nothing shared: everybody is independent", &SHARE, "NYT 50%\nCNN 50%\nReuters 100%",
     "[50% | 100%]", "", "50%: CNN,NYT; 100%: Reuters"},
    {"one of several possible origins is shared", &SHARE, "NYT 50%\nBabel <NYT,AP 100%",
     "[100% | 50%]", "NYT", "100%: ?Babel; 50%: "},
    {"two shared origins", &SHARE, "Babel <NYT,AP 50%\nCNN <AP,NYT 100%\nX <AP 100%",
     "[100% | 50%]", "AP,NYT", "100%: ; 50%: "},
    {"nobody knows whether an unknown origin is one that is shared", &SHARE,
     "NYT 50%\nBabel <NYT 100%\nKomersant secondary 100%", "[100% | 50%]", "NYT",
     "100%: ?Komersant; 50%: "},
    {"one for certain, one perhaps", &SHARE,
     "NYT 50%\nCNN 50%\nKomersant secondary 50%\nBabel <NYT 100%", "[50% | 100%]", "NYT",
     "50%: CNN?Komersant; 100%: "},
    {"an outlet stands with the surest of its claims", &SHARE,
     "NYT 50%\nCNN secondary 50%\nCNN 50%\nBabel <NYT 100%", "[50% | 100%]", "NYT",
     "50%: CNN; 100%: "},
    {"several possible origins, none of them shared", &SHARE, "NYT 50%\nX <AP,CNN 50%\nB <NYT 100%",
     "[50% | 100%]", "NYT", "50%: X; 100%: "},
    {"two of unknown origin share nothing", &SHARE, "Babel secondary 50%\nCNN secondary 100%",
     "[100% | 50%]", "", "100%: ?CNN; 50%: ?Babel"},
    {"one outlet that says both", &SHARE, "NYT 50%\nNYT 100%", "[100% | 50%]", "NYT",
     "100%: ; 50%: "},
    {"what does not contradict shares nothing", &SHARE,
     "NYT 50%\nBabel <NYT up to 50%\nReuters 100%", "[100% | 50%]", "",
     "100%: Reuters; 50%: NYT; up to 50%: Babel"},
    {"an alternative that is no side counts too", &SHARE,
     "NYT 50%\nReuters up to 80%\nCNN up to 80%\nBabel <NYT 100%", "[up to 80% | 100%]", "NYT",
     "up to 80%: CNN,Reuters; 100%: ; 50%: "},
    {"a denial against what it does not touch is no pair", &SHARE,
     "NYT 100%\nBabel <NYT not 50%\nReuters 50%", "[100% | 50%]", "",
     "100%: NYT; 50%: Reuters; not 50%: Babel"},
    {"a denial against what it touches is one", &SHARE, "NYT 50%\nBabel <NYT not 50%",
     "[50% | not 50%]", "NYT", "50%: ; not 50%: "},
    {"stances that contradict", &LEVEL, "NYT a treaty\nBabel <NYT absent\nCNN deferred",
     "[a treaty | deferred]", "NYT", "a treaty: ; deferred: CNN; absent: "},
    {"conditions that are not the same do not contradict", &SHARE,
     "NYT 50% (if ratified)\nBabel <NYT 100% (if signed)\nReuters 20%", "[100% (if signed) | 20%]",
     "", "100% (if signed): Babel; 20%: Reuters; 50% (if ratified): NYT"},
    {"an outlet that says it twice is named once", &SHARE, "CNN 50%\nCNN 50.0%\nNYT 100%",
     "[100% | 50%]", "", "100%: NYT; 50%: CNN"},
    {"an outlet that says it of itself and after another", &SHARE,
     "CNN 50%\nCNN <NYT 50%\nNYT 100%", "[50% | 100%]", "NYT", "50%: CNN; 100%: "},
    {"settled", &SHARE, "NYT 50%\nBabel <NYT 50%", "50%", "", "50%: Babel,NYT"},
};

enum { N_CASES = sizeof CASES / sizeof CASES[0] };

typedef struct scene {
    tvx_arena arena;
    tvx_row row;
    tvx_date published;
    tvx_evidence evidence[MAX_CLAIMS];
    size_t n;
} scene;

static char *next_word(tvx_arena *arena, const char **at, const char *ends)
{
    size_t n = strcspn(*at, ends);
    char *word = tvx_arena_slice(arena, *at, n);
    assert_non_null(word);
    *at += n + ((*at)[n] != '\0');
    return word;
}

static void read_sources(scene *s, tvx_evidence *evidence, const char *sources)
{
    tvx_cite *cites = tvx_arena_new(&s->arena, strlen(sources) + 1, sizeof *cites);
    assert_non_null(cites);
    evidence->cites = cites;
    while (*sources != '\0')
        cites[evidence->n_cites++].outlet = next_word(&s->arena, &sources, ",");
}

static void read_line(scene *s, const char *line)
{
    tvx_evidence *evidence = &s->evidence[s->n++];
    const char *outlet = next_word(&s->arena, &line, " ");
    if (take(&line, "<"))
        read_sources(s, evidence, next_word(&s->arena, &line, " "));
    bool secondary = take(&line, "secondary ");
    read_claim(evidence, &s->arena, s->row.term, line);
    if (secondary)
        evidence->basis = TVX_BASIS_SECONDARY;
    evidence->outlet = outlet;
    evidence->report = tvx_arena_format(&s->arena, "r%zu", s->n);
    evidence->published = &s->published;
    assert_non_null(evidence->report);
}

static void set_scene(scene *s, const bracket_case *c)
{
    const char *lines = c->claims;
    memset(s, 0, sizeof *s);
    s->row = (tvx_row){.name = c->term->key, .term = c->term};
    assert_int_equal(tvx_date_parse(&s->published, "2025-02-24", NULL), TVX_OK);
    while (*lines != '\0')
        read_line(s, next_word(&s->arena, &lines, "\n"));
}

static const char *listed(tvx_buf *out, const tvx_texts *texts)
{
    tvx_buf_clear(out);
    for (size_t i = 0; i < texts->n; i++)
        tvx_buf_format(out, "%s%s", i > 0 ? "," : "", texts->items[i]);
    return tvx_buf_string(out);
}

static void check_text(const char *rule, const char *given, const char *expected)
{
    if (strcmp(given, expected) != 0)
        fail_msg("%s: '%s', not '%s'", rule, given, expected);
}

static void check_case(const bracket_case *c)
{
    scene s;
    tvx_reading reading;
    tvx_bracket bracket;
    tvx_buf text = {0}, list = {0};
    set_scene(&s, c);
    assert_int_equal(tvx_reading_make(&reading, &s.arena, &s.row, s.evidence, s.n, NULL, NULL),
                     TVX_OK);
    assert_int_equal(tvx_bracket_make(&bracket, &s.arena, &reading, NULL), TVX_OK);
    assert_ptr_equal(bracket.reading, &reading);
    check_text(c->rule, reading.text, c->text);
    check_text(c->rule, listed(&list, &bracket.shared), c->shared);
    for (size_t i = 0; i < reading.n_alternatives; i++) {
        tvx_buf_format(&text, "%s%s: %s", i > 0 ? "; " : "", reading.alternatives[i].text,
                       listed(&list, &bracket.independent[i]));
        tvx_buf_format(&text, "%s%s", bracket.perhaps[i].n > 0 ? "?" : "",
                       listed(&list, &bracket.perhaps[i]));
    }
    check_text(c->rule, tvx_buf_string(&text), c->independent);
    tvx_buf_dispose(&text);
    tvx_buf_dispose(&list);
    tvx_arena_dispose(&s.arena);
}

static void brackets_name_what_they_share(void **state)
{
    (void)state;
    for (size_t i = 0; i < N_CASES; i++)
        check_case(&CASES[i]);
}

static void a_silent_reading_shares_nothing(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    const tvx_row row = {.name = "share", .term = &SHARE};
    const tvx_reading silent = read_reading(&arena, &row, NULL);
    tvx_bracket bracket;
    assert_int_equal(tvx_bracket_make(&bracket, &arena, &silent, NULL), TVX_OK);
    assert_int_equal(bracket.shared.n, 0);
    tvx_arena_dispose(&arena);
}

static void want_of_memory_is_reported(void **state)
{
    (void)state;
    scene s;
    tvx_reading reading;
    set_scene(&s, &CASES[1]);
    assert_int_equal(tvx_reading_make(&reading, &s.arena, &s.row, s.evidence, s.n, NULL, NULL),
                     TVX_OK);
    int rc = TVX_ENOMEM;
    long k = 0;
    for (; rc != TVX_OK; k++) {
        tvx_arena arena = {0};
        tvx_error error = {0};
        tvx_bracket bracket;
        allocations_left = k;
        rc = tvx_bracket_make(&bracket, &arena, &reading, &error);
        allocations_left = -1;
        assert_int_equal(rc, error.code);
        tvx_arena_dispose(&arena);
    }
    assert_true(k > 5);
    tvx_arena_dispose(&s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brackets_name_what_they_share),
        cmocka_unit_test(a_silent_reading_shares_nothing),
        cmocka_unit_test(want_of_memory_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
