/* Readings: section 5, sentence by sentence. The cases are in reading_cases.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "diff/reading.h"
#include "limited.h"
#include "model/date.h"
#include "model/value.h"
#include "reading_cases.h"

typedef struct case_list {
    const reading_case *cases;
    size_t n;
} case_list;

#define LIST(cases)                                                                                \
    {                                                                                              \
        cases, sizeof cases / sizeof cases[0]                                                      \
    }
static const case_list LISTS[] = {LIST(GROUPING),   LIST(STANCES),  LIST(DENIALS),
                                  LIST(MAGNITUDES), LIST(PARTS),    LIST(ORDER),
                                  LIST(SIDES),      LIST(SPEAKING), LIST(OTHER_KINDS)};
enum { N_LISTS = sizeof LISTS / sizeof LISTS[0] };

/* The evidence of a case, and what it points to. */
typedef struct scene {
    tvx_arena arena;
    tvx_row row;
    tvx_evidence evidence[MAX_CLAIMS];
    tvx_claim claims[MAX_CLAIMS];
    tvx_cite cites[MAX_CLAIMS];
    tvx_date published[MAX_CLAIMS];
    tvx_value values[MAX_CLAIMS];
    size_t n;
    tvx_ruling prefer;
} scene;

static tvx_basis basis_of(const char *word)
{
    tvx_basis basis = TVX_BASIS_TEXT;
    while (word != NULL && strcmp(tvx_basis_name(basis), word) != 0)
        basis++;
    return word == NULL ? TVX_BASIS_NONE : basis;
}

/* "talks; a law" as a list. */
static tvx_texts listed(tvx_arena *arena, const char *words)
{
    const char **items = tvx_arena_new(arena, strlen(words) + 1, sizeof *items);
    assert_non_null(items);
    size_t n = 0;
    for (const char *end; (end = strstr(words, "; ")) != NULL; words = end + 2)
        items[n++] = tvx_arena_slice(arena, words, (size_t)(end - words));
    items[n++] = words;
    return (tvx_texts){items, n};
}

static void read_value(scene *s, size_t i, const tvx_term *term, const char *text)
{
    tvx_error error = {0};
    if (tvx_value_parse(&s->arena, term, text, &s->values[i], &error) != TVX_OK)
        fail_msg("'%s': %s", text, error.message);
    s->evidence[i].value = &s->values[i];
}

static void read_words(scene *s, size_t i, const tvx_term *term, const char *words)
{
    tvx_claim *claim = &s->claims[i];
    if (strcmp(words, "included") == 0) {
        claim->stance = TVX_STANCE_INCLUDED;
    } else if (strncmp(words, "deferred", 8) == 0) {
        claim->stance = TVX_STANCE_DEFERRED;
        if (words[8] != '\0')
            claim->to = listed(&s->arena, words + strlen("deferred to "));
    } else if (strcmp(words, "absent") == 0) {
        claim->stance = TVX_STANCE_ABSENT;
    } else if (strncmp(words, "not ", 4) == 0) {
        claim->stance = TVX_STANCE_ABSENT;
        read_value(s, i, term, words + 4);
    } else {
        claim->stance = TVX_STANCE_STATED;
        read_value(s, i, term, words);
    }
}

static void add_claim(scene *s, const tvx_term *term, const said *claim)
{
    size_t i = s->n++;
    const char *published = claim->published == NULL ? "2025-02-24" : claim->published;
    assert_int_equal(tvx_date_parse(&s->published[i], published, NULL), TVX_OK);
    s->claims[i].condition = claim->condition;
    s->cites[i].outlet = claim->cites;
    s->evidence[i] = (tvx_evidence){.report = claim->report,
                                    .outlet = claim->report,
                                    .published = &s->published[i],
                                    .claim = &s->claims[i],
                                    .basis = basis_of(claim->basis),
                                    .cites = &s->cites[i],
                                    .n_cites = claim->cites != NULL};
    read_words(s, i, term, claim->says);
}

static void set_scene(scene *s, const reading_case *c)
{
    *s = (scene){.row = {.name = c->term->key, .term = c->term}};
    for (size_t i = 0; i < MAX_CLAIMS && c->claims[i].report != NULL; i++)
        add_claim(s, c->term, &c->claims[i]);
}

static tvx_reading read_scene(scene *s, const reading_case *c)
{
    tvx_reading reading;
    tvx_error error = {0};
    s->prefer = (tvx_ruling){.id = "judgement", .report = c->prefer};
    const tvx_ruling *prefer = c->prefer == NULL ? NULL : &s->prefer;
    assert_int_equal(
        tvx_reading_make(&reading, &s->arena, &s->row, s->evidence, s->n, prefer, &error), TVX_OK);
    return reading;
}

/* A reading says by what its first alternative leads, and only if it does. */
static void check_preferred(const scene *s, const reading_case *c, const tvx_reading *reading)
{
    const tvx_texts *reports = &reading->alternatives[0].reports;
    bool leads = false;
    for (size_t i = 0; i < reports->n && c->prefer != NULL; i++)
        leads = leads || strcmp(reports->items[i], c->prefer) == 0;
    if (reading->preferred != (leads ? &s->prefer : NULL))
        fail_msg("%s: preferred", c->rule);
}

/* "*50% {a b}; included {c}": see reading_cases.h. */
static void put_alternatives(tvx_buf *out, const tvx_reading *reading)
{
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *alternative = &reading->alternatives[i];
        tvx_buf_format(out, "%s%s%s {", i > 0 ? "; " : "", alternative->side ? "*" : "",
                       alternative->text);
        for (size_t j = 0; j < alternative->n_claims; j++)
            tvx_buf_format(out, "%s%s", j > 0 ? " " : "", alternative->claims[j]->report);
        tvx_buf_char(out, '}');
    }
}

static void check_case(const reading_case *c)
{
    scene s;
    set_scene(&s, c);
    tvx_reading reading = read_scene(&s, c);
    tvx_buf alternatives = {0};
    put_alternatives(&alternatives, &reading);
    if (strcmp(tvx_buf_string(&alternatives), c->alternatives) != 0)
        fail_msg("%s: %s, not %s", c->rule, alternatives.data, c->alternatives);
    const char *text = c->bracket == NULL ? reading.alternatives[0].text : c->bracket;
    if (strcmp(reading.text, text) != 0)
        fail_msg("%s: %s, not %s", c->rule, reading.text, text);
    if (reading.status != (c->bracket == NULL ? TVX_STATUS_SETTLED : TVX_STATUS_BRACKETED))
        fail_msg("%s: status %d", c->rule, (int)reading.status);
    check_preferred(&s, c, &reading);
    tvx_buf_dispose(&alternatives);
    tvx_arena_dispose(&s.arena);
}

static void for_every_case(void (*check)(const reading_case *))
{
    for (size_t i = 0; i < N_LISTS; i++)
        for (size_t j = 0; j < LISTS[i].n; j++)
            check(&LISTS[i].cases[j]);
}

static void every_sentence_of_section_5(void **state)
{
    (void)state;
    for_every_case(check_case);
}

static void put_texts(tvx_buf *out, const char *name, const tvx_texts *texts)
{
    tvx_buf_format(out, " %s(", name);
    for (size_t i = 0; i < texts->n; i++)
        tvx_buf_format(out, "%s%s", i > 0 ? "," : "", texts->items[i]);
    tvx_buf_char(out, ')');
}

static void put_origins(tvx_buf *out, const tvx_origins *origins)
{
    put_texts(out, "origins", &origins->names);
    tvx_buf_format(out, " %zu-%zu", origins->min, origins->max);
}

/* Every member of a reading. */
static void put_reading(tvx_buf *out, const tvx_reading *reading)
{
    tvx_buf_format(out, "%s status(%d) inherited(%d) reports(%zu)", reading->text,
                   (int)reading->status, reading->inherited, reading->reports);
    put_origins(out, &reading->origins);
    put_alternatives(out, reading);
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *alternative = &reading->alternatives[i];
        tvx_buf_format(
            out, " / %s value(%s) if(%s) basis(%d)", tvx_stance_name(alternative->stance),
            alternative->value == NULL ? "" : alternative->value->text,
            alternative->condition == NULL ? "" : alternative->condition, (int)alternative->basis);
        put_texts(out, "to", &alternative->to);
        put_texts(out, "reports", &alternative->reports);
        put_origins(out, &alternative->origins);
    }
    assert_false(out->failed);
}

static void shuffle(scene *s, unsigned *seed)
{
    for (size_t i = s->n; i > 1; i--) {
        *seed = *seed * 1103515245U + 12345U;
        size_t j = (*seed >> 16) % i;
        tvx_evidence moved = s->evidence[j];
        s->evidence[j] = s->evidence[i - 1];
        s->evidence[i - 1] = moved;
    }
}

static void check_shuffled(const reading_case *c)
{
    scene s;
    set_scene(&s, c);
    tvx_buf before = {0}, after = {0};
    tvx_reading reading = read_scene(&s, c);
    put_reading(&before, &reading);
    unsigned seed = 1;
    for (int i = 0; i < 20; i++) {
        shuffle(&s, &seed);
        reading = read_scene(&s, c);
        tvx_buf_clear(&after);
        put_reading(&after, &reading);
        if (strcmp(before.data, after.data) != 0)
            fail_msg("%s: %s, then %s", c->rule, before.data, after.data);
    }
    tvx_buf_dispose(&before);
    tvx_buf_dispose(&after);
    tvx_arena_dispose(&s.arena);
}

static void claims_in_any_order_give_the_same_reading(void **state)
{
    (void)state;
    for_every_case(check_shuffled);
}

static const reading_case WHOLE = {
    .rule = "every member",
    .term = &SHARE,
    .claims = {CLAIM_OF("d", "deferred to talks; a law", .cites = "AP", .basis = "secondary",
                        .condition = "ratified"),
               CLAIM_OF("b", "deferred to a law; Annex 2", .basis = "on_record",
                        .condition = "Ratified"),
               CLAIM_OF("b", "deferred", .basis = "unattributed", .condition = "ratified"),
               CLAIM_OF("c", "up to 50% of gold", .basis = "anonymous", .cites = "AP")},
};

static void a_reading_has_every_member(void **state)
{
    (void)state;
    scene s;
    set_scene(&s, &WHOLE);
    tvx_reading reading = read_scene(&s, &WHOLE);
    tvx_buf text = {0};
    put_reading(&text, &reading);
    assert_string_equal(
        text.data,
        "[deferred (if Ratified) | up to 50% of gold] status(2) inherited(0) reports(3)"
        " origins(AP,b) 2-3"
        "*deferred (if Ratified) {b d b}; *up to 50% of gold {c}"
        " / deferred value() if(Ratified) basis(2) to(Annex 2,a law,talks) reports(b,d)"
        " origins(AP,b) 2-3"
        " / stated value(up to 50% of gold) if() basis(3) to() reports(c) origins(AP) 1-1");
    assert_ptr_equal(reading.row, &s.row);
    tvx_buf_dispose(&text);
    tvx_arena_dispose(&s.arena);
}

static void no_claim_is_silence(void **state)
{
    (void)state;
    scene s;
    const reading_case none = {.term = &SHARE};
    set_scene(&s, &none);
    tvx_reading reading = read_scene(&s, &none);
    tvx_buf text = {0};
    put_reading(&text, &reading);
    assert_string_equal(text.data, " status(0) inherited(0) reports(0) origins() 0-0");
    tvx_buf_dispose(&text);
    tvx_arena_dispose(&s.arena);
}

static void a_prefer_whose_report_is_not_there_says_nothing(void **state)
{
    (void)state;
    scene s;
    tvx_reading reading;
    const tvx_ruling prefer = {.id = "judgement"};
    const reading_case c = {.term = &SHARE, .claims = {CLAIM("a", "50%"), CLAIM("b", "100%")}};
    set_scene(&s, &c);
    assert_int_equal(tvx_reading_make(&reading, &s.arena, &s.row, s.evidence, s.n, &prefer, NULL),
                     TVX_OK);
    assert_null(reading.preferred);
    assert_string_equal(reading.text, "[100% | 50%]");
    tvx_arena_dispose(&s.arena);
}

static void denials(void **state)
{
    (void)state;
    static const struct {
        const tvx_term *term;
        const char *says;
        bool denies;
    } CASES[] = {
        {&MIXED, "absent", true},    {&MIXED, "no", true},        {&MIXED, "0%", true},
        {&MONEY, "USD 0", true},     {&MIXED, "not 5%", false},   {&MIXED, "yes", false},
        {&MIXED, "5%", false},       {&MIXED, "deferred", false}, {&MIXED, "0 to 5%", false},
        {&SHARE, "about 0%", false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        scene s;
        const reading_case c = {.term = CASES[i].term, .claims = {CLAIM("a", CASES[i].says)}};
        set_scene(&s, &c);
        tvx_reading reading = read_scene(&s, &c);
        if (tvx_alternative_denies(&reading.alternatives[0]) != CASES[i].denies)
            fail_msg("%s", CASES[i].says);
        tvx_arena_dispose(&s.arena);
    }
}

static void says_when_memory_runs_out(void **state)
{
    (void)state;
    scene s;
    set_scene(&s, &WHOLE);
    int rc = TVX_ENOMEM;
    long k = 0;
    for (; rc != TVX_OK; k++) {
        tvx_arena arena = {0};
        tvx_reading reading;
        tvx_error error = {0};
        allocations_left = k;
        rc = tvx_reading_make(&reading, &arena, &s.row, s.evidence, s.n, NULL, &error);
        allocations_left = -1;
        assert_int_equal(rc, error.code);
        tvx_arena_dispose(&arena);
    }
    assert_true(k > 4);
    tvx_arena_dispose(&s.arena);
}

enum { MANY = 10000, ANSWERS = 2000 };

static void reads_many_claims(void **state)
{
    (void)state;
    scene s;
    const reading_case c = {.term = &SHARE};
    set_scene(&s, &c);
    tvx_evidence *evidence = tvx_arena_new(&s.arena, MANY, sizeof *evidence);
    tvx_value *values = tvx_arena_new(&s.arena, ANSWERS, sizeof *values);
    const tvx_claim claim = {.stance = TVX_STANCE_STATED};
    tvx_date day;
    assert_true(evidence != NULL && values != NULL);
    assert_int_equal(tvx_date_parse(&day, "2025-02-24", NULL), TVX_OK);
    for (size_t i = 0; i < ANSWERS; i++)
        assert_int_equal(tvx_value_parse(&s.arena, &SHARE,
                                         tvx_arena_format(&s.arena, "%zu%%", i + 1), &values[i],
                                         NULL),
                         TVX_OK);
    for (size_t i = 0; i < MANY; i++) {
        const char *report = tvx_arena_format(&s.arena, "%05zu", i);
        evidence[i] = (tvx_evidence){.report = report,
                                     .outlet = report,
                                     .published = &day,
                                     .claim = &claim,
                                     .basis = TVX_BASIS_NONE,
                                     .value = &values[i % ANSWERS]};
    }
    tvx_reading reading;
    assert_int_equal(tvx_reading_make(&reading, &s.arena, &s.row, evidence, MANY, NULL, NULL),
                     TVX_OK);
    assert_int_equal(reading.n_alternatives, ANSWERS);
    assert_int_equal(reading.reports, MANY);
    assert_int_equal(reading.origins.min, MANY);
    for (size_t i = 0; i < ANSWERS; i++) {
        assert_true(reading.alternatives[i].side);
        assert_int_equal(reading.alternatives[i].reports.n, MANY / ANSWERS);
    }
    tvx_arena_dispose(&s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sentence_of_section_5),
        cmocka_unit_test(claims_in_any_order_give_the_same_reading),
        cmocka_unit_test(a_reading_has_every_member),
        cmocka_unit_test(no_claim_is_silence),
        cmocka_unit_test(a_prefer_whose_report_is_not_there_says_nothing),
        cmocka_unit_test(denials),
        cmocka_unit_test(says_when_memory_runs_out),
        cmocka_unit_test(reads_many_claims),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
