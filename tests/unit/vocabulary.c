/*
 * The vocabulary (section 2 of the design, "order" and "variants"; section 3, "bases" and
 * "tags"): the rows in their order, names looked up and not found, declared words, parties.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "model/vocabulary.h"

/* Stands in the place of the library's own: the allocation that fails, counted down; 0: none. */
static size_t failing;

void *tvx_mem_resize(void *p, size_t size)
{
    if (size == 0) {
        free(p);
        return NULL;
    }
    if (failing > 0 && --failing == 0)
        return NULL;
    return realloc(p, size);
}

/* A vocabulary in notes: terms "key" or "key:variant,variant", their order, old "key:variant". */
typedef struct notes {
    const char *terms[6], *order[6], *old[6], *rows;
} notes;

static tvx_term term_of(tvx_arena *arena, const char *note)
{
    size_t n = strcspn(note, ":"), n_variants = 0;
    const char **variants = tvx_arena_new(arena, strlen(note) + 1, sizeof *variants);
    assert_non_null(variants);
    for (const char *at = note + n; *at != '\0'; at += 1 + strcspn(at + 1, ","))
        variants[n_variants++] = tvx_arena_slice(arena, at + 1, strcspn(at + 1, ","));
    return (tvx_term){.key = tvx_arena_slice(arena, note, n),
                      .variants = {.items = variants, .n = n_variants}};
}

static size_t count(const char *const *texts)
{
    size_t n = 0;
    while (n < 6 && texts[n] != NULL)
        n++;
    return n;
}

/* The vocabulary of the notes, its terms turned by `turn` places; the order must not matter. */
static tvx_vocabulary make(tvx_arena *arena, const notes *from, size_t turn)
{
    size_t n_terms = count(from->terms), n_old = count(from->old);
    tvx_term *terms = tvx_arena_new(arena, n_terms, sizeof *terms);
    tvx_old_variant *old = tvx_arena_new(arena, n_old, sizeof *old);
    assert_true(terms != NULL && old != NULL);
    for (size_t i = 0; i < n_terms; i++)
        terms[(i + turn) % n_terms] = term_of(arena, from->terms[i]);
    for (size_t i = 0; i < n_old; i++) {
        const tvx_term parts = term_of(arena, from->old[i]);
        old[(i + turn) % n_old] =
            (tvx_old_variant){.term = parts.key, .variant = parts.variants.items[0]};
    }
    const tvx_texts order = {.items = from->order, .n = count(from->order)};
    tvx_vocabulary out = {0};
    assert_int_equal(
        tvx_vocabulary_make(&out, arena, terms, n_terms, &order, old, n_old, NULL, 0, NULL),
        TVX_OK);
    return out;
}

static const notes plain = {{"revenue_share", "fund:size,share of losses", "guarantees"},
                            {"revenue_share"},
                            {NULL},
                            "revenue_share fund fund:size fund:share of losses guarantees "};

static void rows_stand_in_order(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        notes notes;
    } cases[] = {
        {"no term at all", {{NULL}, {NULL}, {NULL}, ""}},
        {"by key without an order", {{"b", "a", "c"}, {NULL}, {NULL}, "a b c "}},
        {"those of the order first", {{"a", "b", "c", "d"}, {"d", "b"}, {NULL}, "d b a c "}},
        {"repeats count once", {{"a", "b", "c"}, {"c", "a", "c"}, {NULL}, "c a b "}},
        {"names that are no terms are passed over", {{"a", "b"}, {"x", "b"}, {NULL}, "b a "}},
        {"order holds terms, not variants", {{"a", "b:v"}, {"b:v"}, {NULL}, "a b b:v "}},
        {"bytes decide, not letters", {{"a", "B", "_"}, {NULL}, {NULL}, "B _ a "}},
        {"variants as declared", {{"a:2017,2016", "b"}, {"b"}, {NULL}, "b a a:2017 a:2016 "}},
        {"a variant declared twice", {{"a:y,x,y"}, {NULL}, {NULL}, "a a:y a:x "}},
        {"old ones last, by name", {{"a:y"}, {NULL}, {"a:z", "a:b"}, "a a:y a:b a:z "}},
        {"old ones still in force are skipped",
         {{"a:z,y"}, {NULL}, {"a:y", "a:b", "a:z"}, "a a:z a:y a:b "}},
        {"an old one named twice", {{"a"}, {NULL}, {"a:b", "a:b"}, "a a:b "}},
        {"old ones of their own term", {{"a", "b"}, {NULL}, {"b:x", "a:x"}, "a a:x b b:x "}},
        {"old ones of no term", {{"a"}, {NULL}, {"b:x"}, "a "}},
        {"a name like another's beginning", {{"ab", "a:c"}, {NULL}, {NULL}, "a a:c ab "}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (size_t turn = 0; turn < 4; turn++) {
            print_message("  %s\n", cases[i].rule);
            tvx_arena arena = {0};
            tvx_buf rows = {0};
            tvx_vocabulary v = make(&arena, &cases[i].notes, turn);
            for (size_t row = 0; row < v.n_rows; row++) {
                assert_int_equal(v.rows[row].number, row);
                tvx_buf_format(&rows, "%s ", v.rows[row].name);
            }
            assert_string_equal(tvx_buf_string(&rows), cases[i].notes.rows);
            tvx_buf_dispose(&rows);
            tvx_arena_dispose(&arena);
        }
}

static void rows_are_found_by_name(void **state)
{
    (void)state;
    static const char *const strangers[] = {"",      "fund:", "fund:siz", "Fund", "fund:size ",
                                            ":size", "a",     "zz",       "size", "fund:size:"};
    tvx_arena arena = {0};
    tvx_vocabulary v = make(&arena, &plain, 0), none = {0};
    for (size_t i = 0; i < v.n_rows; i++)
        assert_ptr_equal(tvx_vocabulary_row(&v, v.rows[i].name), &v.rows[i]);
    for (size_t i = 0; i < sizeof strangers / sizeof strangers[0]; i++)
        assert_null(tvx_vocabulary_row(&v, strangers[i]));
    assert_null(tvx_vocabulary_row(&none, "fund"));
    const tvx_row *term = tvx_vocabulary_row(&v, "fund");
    const tvx_row *variant = tvx_vocabulary_row(&v, "fund:size");
    assert_null(term->variant);
    assert_string_equal(variant->variant, "size");
    assert_ptr_equal(variant->term, term->term);
    assert_string_equal(variant->term->key, "fund");
    tvx_arena_dispose(&arena);
}

#define TITLE " --title \"\xe2\x80\xa6\" --kind percentage"

static void unknown_names_end_with_the_line_that_declares_them(void **state)
{
    (void)state;
    static const struct {
        const char *name, *hint;
    } cases[] = {
        {"revenue_shar", "did you mean 'revenue_share'? if not, declare it: "
                         "travaux term add revenue_shar" TITLE},
        {"ports", "declare it: travaux term add ports" TITLE},
        {"fund:siez", "did you mean 'fund:size'? if not, declare it: "
                      "travaux term edit fund --variant size --variant 'share of losses' "
                      "--variant siez"},
        {"guarantees:first", "declare it: travaux term edit guarantees --variant first"},
        {"ports:Odesa", "declare it: travaux term add ports" TITLE " --variant Odesa"},
        {"it's", "declare it: travaux term add 'it'\\''s'" TITLE},
        {"a;b&c", "declare it: travaux term add 'a;b&c'" TITLE},
        {"\xd0\xbf\xd0\xbe\xd1\x80\xd1\x82\xd0\xb8",
         "declare it: travaux term add \xd0\xbf\xd0\xbe\xd1\x80\xd1\x82\xd0\xb8" TITLE},
        {"fund:a$b", "declare it: travaux term edit fund --variant size "
                     "--variant 'share of losses' --variant 'a$b'"},
    };
    tvx_arena arena = {0};
    tvx_vocabulary v = make(&arena, &plain, 0);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].name);
        tvx_error error = {0};
        char message[128];
        snprintf(message, sizeof message, "unknown term '%s'", cases[i].name);
        assert_int_equal(tvx_vocabulary_unknown(&v, cases[i].name, &error), TVX_ENOTFOUND);
        assert_int_equal(error.code, TVX_ENOTFOUND);
        assert_string_equal(error.message, message);
        assert_string_equal(error.hint, cases[i].hint);
    }
    assert_int_equal(tvx_vocabulary_unknown(&v, "ports", NULL), TVX_ENOTFOUND);
    tvx_arena_dispose(&arena);
}

static void the_nearest_of_several_is_named(void **state)
{
    (void)state;
    static const notes several = {{"sharing", "shares", "shared"}, {NULL}, {NULL}, NULL};
    tvx_arena arena = {0};
    tvx_error error = {0};
    tvx_vocabulary v = make(&arena, &several, 0);
    tvx_vocabulary_unknown(&v, "sharess", &error);
    assert_memory_equal(error.hint, "did you mean 'shares'?", 22);
    error = (tvx_error){0};
    tvx_vocabulary_unknown(&v, "sharring", &error);
    assert_memory_equal(error.hint, "did you mean 'sharing'?", 23);
    tvx_arena_dispose(&arena);
}

static void long_unknown_names_are_cut(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    char *name = malloc(SIZE + 1);
    assert_non_null(name);
    memset(name, '\'', SIZE);
    name[SIZE / 2] = ':';
    name[SIZE] = '\0';
    tvx_arena arena = {0};
    tvx_error error = {0};
    tvx_vocabulary v = make(&arena, &plain, 0);
    assert_int_equal(tvx_vocabulary_unknown(&v, name, &error), TVX_ENOTFOUND);
    assert_string_equal(error.hint, "declare it: travaux term add NAME" TITLE " --variant NAME");
    memset(name, '\'', 64);
    name[64] = ':';
    name[129] = '\0';
    error = (tvx_error){0};
    assert_int_equal(tvx_vocabulary_unknown(&v, name, &error), TVX_ENOTFOUND);
    assert_true(strlen(error.hint) < sizeof error.hint);
    tvx_arena_dispose(&arena);
    free(name);
}

static void declared_words_are_known_by_any_name(void **state)
{
    (void)state;
    static const char *const first[] = {"revenue", "revenues from extraction"};
    static const char *const second[] = {"\xd0\xa4\xd0\xbe\xd0\xbd\xd0\xb4", "Stra\xc3\x9f"
                                                                             "e"};
    static const tvx_declared words[] = {
        {.name = "Resource revenues", .aliases = {.items = first, .n = 2}},
        {.name = "the fund", .aliases = {.items = second, .n = 2}},
        {.name = "GDP"},
    };
    static const struct {
        const char *rule, *words;
        int number;
    } cases[] = {
        {"the name itself", "Resource revenues", 0},
        {"in another case", "RESOURCE REVENUES", 0},
        {"an alias", "revenues from extraction", 0},
        {"an alias in another case", "Revenue", 0},
        {"case of other scripts", "\xd1\x84\xd0\x9e\xd0\xbd\xd0\xb4", 1},
        {"full case folding", "STRASSE", 1},
        {"runs of white space", "revenues \t from\n extraction", 0},
        {"a no-break space", "resource\xc2\xa0revenues", 0},
        {"white space at the ends", " \xe3\x80\x80the fund ", 1},
        {"without aliases", "gdp", 2},
        {"a blank too few", "resourcerevenues", -1},
        {"only its beginning", "revenues from", -1},
        {"more words", "revenue from oil", -1},
        {"nothing", "", -1},
        {"blanks alone", "  ", -1},
        {"undeclared", "exports", -1},
    };
    const tvx_term bases = {.bases = words, .n_bases = 3}, tags = {.tags = words, .n_tags = 3};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].rule);
        assert_int_equal(tvx_term_base(&bases, cases[i].words), cases[i].number);
        assert_int_equal(tvx_term_tag(&tags, cases[i].words), cases[i].number);
        assert_int_equal(tvx_term_base(&tags, cases[i].words), -1);
        assert_int_equal(tvx_term_tag(&bases, cases[i].words), -1);
    }
}

static void the_other_party_of_two(void **state)
{
    (void)state;
    static const tvx_party parties[] = {{.key = "US"}, {.key = "UA"}, {.key = "EU"}};
    static const tvx_texts no_order = {0};
    tvx_arena arena = {0};
    tvx_vocabulary v = {0};
    for (size_t n = 0; n <= 3; n++) {
        assert_int_equal(
            tvx_vocabulary_make(&v, &arena, NULL, 0, &no_order, NULL, 0, parties, n, NULL), TVX_OK);
        assert_int_equal(v.n_parties, n);
        for (size_t i = 1; i < n; i++)
            assert_true(strcmp(v.parties[i - 1].key, v.parties[i].key) < 0);
        const char *other = tvx_vocabulary_other_party(&v, "US");
        assert_string_equal(other != NULL ? other : "", n == 2 ? "UA" : "");
        other = tvx_vocabulary_other_party(&v, "UA");
        assert_string_equal(other != NULL ? other : "", n == 2 ? "US" : "");
        assert_null(tvx_vocabulary_other_party(&v, "EU"));
    }
    tvx_arena_dispose(&arena);
}

/* Enough terms for several blocks of the arena, whose allocations fail one after another. */
static void running_out_of_memory_is_told(void **state)
{
    (void)state;
    enum { TERMS = 1000 };
    static tvx_term terms[TERMS];
    static char keys[TERMS][8];
    static const char *const variants[] = {"a", "b"};
    static const tvx_texts no_order = {0};
    static const tvx_party party = {.key = "US"};
    for (size_t i = 0; i < TERMS; i++) {
        snprintf(keys[i], sizeof keys[i], "t%zu", i);
        terms[i] = (tvx_term){.key = keys[i], .variants = {.items = variants, .n = 2}};
    }
    int rc = TVX_ENOMEM;
    size_t k = 0;
    while (rc != TVX_OK) {
        tvx_arena arena = {0};
        tvx_vocabulary v = {0};
        tvx_error error = {0};
        failing = ++k;
        rc = tvx_vocabulary_make(&v, &arena, terms, TERMS, &no_order, NULL, 0, &party, 1, &error);
        assert_int_equal(error.code, rc);
        assert_string_equal(error.message, rc == TVX_OK ? "" : "out of memory");
        assert_int_equal(v.n_rows == 3 * TERMS && v.n_parties == 1, rc == TVX_OK);
        tvx_arena_dispose(&arena);
    }
    failing = 0;
    assert_true(k > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_stand_in_order),
        cmocka_unit_test(rows_are_found_by_name),
        cmocka_unit_test(unknown_names_end_with_the_line_that_declares_them),
        cmocka_unit_test(the_nearest_of_several_is_named),
        cmocka_unit_test(long_unknown_names_are_cut),
        cmocka_unit_test(declared_words_are_known_by_any_name),
        cmocka_unit_test(the_other_party_of_two),
        cmocka_unit_test(running_out_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
