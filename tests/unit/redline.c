/* Word redlines: the rules of corners.md, and properties of what a redline is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "diff/redline.h"
#include "limited.h"

enum { CASES = 20000, DEFAULT_SEED = 20250224, MOST = 30 };

typedef struct redline_case {
    const char *rule, *from, *to;
    const char *expected; /* kept words plain, cut ones in [-…-], new ones in {+…+} */
} redline_case;

static const redline_case CASE_LIST[] = {
    {"nothing differs", "a joint fund", "a joint fund", "a joint fund"},
    {"nothing is alike", "one two", "three", "[-one two-] {+three+}"},
    {"cut before new", "the old fund", "the new fund", "the [-old-] {+new+} fund"},
    {"at the beginning", "old fund", "new fund", "[-old-] {+new+} fund"},
    {"at the end", "fund grows", "fund", "fund [-grows-]"},
    {"only new", "fund", "a fund of both", "{+a+} fund {+of both+}"},
    {"words that differ by case alone are kept, in the new spelling", "The FUND Straße",
     "the Fund STRASSE", "the Fund STRASSE"},
    {"words that differ by a mark are others", "the fund,", "the fund", "the [-fund,-] {+fund+}"},
    {"white space of any kind and length", " a\t\njoint\u00a0\u2003fund ", "a joint fund",
     "a joint fund"},
    {"other letters than ours", "спільний фонд України", "інший ФОНД України",
     "[-спільний-] {+інший+} ФОНД України"},
    {"the longest common run: all of it", "a b c d e f", "b d f", "[-a-] b [-c-] d [-e-] f"},
    {"the longest common run: not the first that fits", "x a b c", "a b c x", "[-x-] a b c {+x+}"},
    {"the longest common run: over both ends", "a b a b a", "b a b", "[-a-] b a b [-a-]"},
    {"a text without words", "", "a fund", "{+a fund+}"},
    {"a text of white space alone", "a fund", " \n", "[-a fund-]"},
    {"two texts without words", "", " ", ""},
    {"words that repeat", "no no no", "no no", "no no [-no-]"},
};

/* --- a redline as one text --- */

static void put_redline(tvx_buf *out, const tvx_redline_run *runs, size_t n)
{
    static const char *const MARKS[][2] = {[TVX_REDLINE_KEEP] = {"", ""},
                                           [TVX_REDLINE_CUT] = {"[-", "-]"},
                                           [TVX_REDLINE_NEW] = {"{+", "+}"}};
    for (size_t i = 0; i < n; i++)
        tvx_buf_format(out, "%s%s%s%s", i == 0 ? "" : " ", MARKS[runs[i].op][0], runs[i].text,
                       MARKS[runs[i].op][1]);
}

static void rules(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASE_LIST / sizeof CASE_LIST[0]; i++) {
        const redline_case *c = &CASE_LIST[i];
        const tvx_redline_run *runs;
        size_t n;
        tvx_arena arena = {0};
        tvx_buf text = {0};
        print_message("  %s\n", c->rule);
        assert_int_equal(tvx_redline_make(&runs, &n, &arena, c->from, c->to, NULL), TVX_OK);
        put_redline(&text, runs, n);
        assert_string_equal(tvx_buf_string(&text), c->expected);
        tvx_buf_dispose(&text);
        tvx_arena_dispose(&arena);
    }
}

static void out_of_memory(void **state)
{
    (void)state;
    char from[4000] = "", to[4000] = "";
    for (int i = 0; i < 300; i++) {
        snprintf(from + strlen(from), 12, "w%d ", i);
        snprintf(to + strlen(to), 12, "w%d ", i * 2);
    }
    int rc = TVX_ENOMEM;
    for (long k = 0; rc != TVX_OK; k++) {
        const tvx_redline_run *runs;
        size_t n;
        tvx_arena arena = {0};
        tvx_error error = {0};
        allocations_left = k;
        rc = tvx_redline_make(&runs, &n, &arena, from, to, &error);
        allocations_left = -1;
        assert_int_equal(error.code, rc);
        assert_true(rc == TVX_ENOMEM || k > 3);
        tvx_arena_dispose(&arena);
    }
}

/* --- properties --- */

static uint64_t seed_state;

static unsigned draw(unsigned below)
{
    seed_state = seed_state * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(seed_state >> 33) % below;
}

/* Words of one letter: what a text is made of here. */
static size_t draw_words(char *letters, char *text)
{
    size_t n = draw(MOST + 1);
    for (size_t i = 0; i < n; i++) {
        letters[i] = (char)('a' + draw(4));
        text[2 * i] = letters[i];
        text[2 * i + 1] = ' ';
    }
    text[2 * n] = '\0';
    return n;
}

/* The length of the longest common run, by the textbook's table. */
static size_t common_length(const char *a, size_t n, const char *b, size_t m)
{
    size_t table[MOST + 1][MOST + 1] = {{0}};
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++)
            table[i][j] = a[i - 1] == b[j - 1]                ? table[i - 1][j - 1] + 1
                          : table[i - 1][j] > table[i][j - 1] ? table[i - 1][j]
                                                              : table[i][j - 1];
    return table[n][m];
}

/* Joins the words of all runs but those of one kind. */
static void join_without(tvx_buf *out, const tvx_redline_run *runs, size_t n, tvx_redline_op op)
{
    for (size_t i = 0; i < n; i++)
        if (runs[i].op != op)
            tvx_buf_format(out, "%s ", runs[i].text);
}

static size_t count_words(const tvx_redline_run *runs, size_t n, tvx_redline_op op)
{
    size_t words = 0;
    for (size_t i = 0; i < n; i++)
        if (runs[i].op == op)
            words += (strlen(runs[i].text) + 1) / 2;
    return words;
}

static void assert_in_order(const tvx_redline_run *runs, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        assert_true(runs[i].op != runs[i - 1].op);
        assert_false(runs[i - 1].op == TVX_REDLINE_NEW && runs[i].op == TVX_REDLINE_CUT);
    }
}

static void draw_case(void)
{
    char a[MOST + 1], b[MOST + 1], from[2 * MOST + 1], to[2 * MOST + 1];
    size_t n = draw_words(a, from), m = draw_words(b, to), n_runs;
    const tvx_redline_run *runs;
    tvx_arena arena = {0};
    tvx_buf before = {0}, after = {0};
    assert_int_equal(tvx_redline_make(&runs, &n_runs, &arena, from, to, NULL), TVX_OK);
    join_without(&before, runs, n_runs, TVX_REDLINE_NEW);
    join_without(&after, runs, n_runs, TVX_REDLINE_CUT);
    assert_string_equal(tvx_buf_string(&before), from);
    assert_string_equal(tvx_buf_string(&after), to);
    assert_int_equal(count_words(runs, n_runs, TVX_REDLINE_KEEP), common_length(a, n, b, m));
    assert_in_order(runs, n_runs);
    tvx_buf_dispose(&before);
    tvx_buf_dispose(&after);
    tvx_arena_dispose(&arena);
}

static void is_the_longest_and_gives_both_texts_back(void **state)
{
    (void)state;
    const char *given = getenv("TVX_SEED");
    unsigned long long seed = given == NULL ? DEFAULT_SEED : strtoull(given, NULL, 10);
    print_message("TVX_SEED=%llu\n", seed);
    seed_state = seed;
    for (int i = 0; i < CASES; i++)
        draw_case();
}

/* --- long texts --- */

/* begin, then n words that have nothing in common with another stem's, then end. */
static void put_long(tvx_buf *out, const char *stem, size_t n)
{
    tvx_buf_text(out, "begin ");
    for (size_t i = 0; i < n; i++)
        tvx_buf_format(out, "%s%zu ", stem, i);
    tvx_buf_text(out, "end");
}

static size_t long_redline(const tvx_redline_run **runs, tvx_arena *arena, const char *stem,
                           const char *other, size_t words)
{
    tvx_buf from = {0}, to = {0};
    size_t n;
    put_long(&from, stem, words);
    put_long(&to, other, words);
    assert_int_equal(tvx_redline_make(runs, &n, arena, from.data, to.data, NULL), TVX_OK);
    tvx_buf_dispose(&from);
    tvx_buf_dispose(&to);
    return n;
}

static void long_texts_alike_or_not(void **state)
{
    (void)state;
    const tvx_redline_run *runs;
    tvx_arena arena = {0};
    assert_int_equal(long_redline(&runs, &arena, "w", "W", 100000), 1);
    assert_int_equal(runs[0].op, TVX_REDLINE_KEEP);
    /* Over what is spent on it: both ends are kept all the same. */
    assert_int_equal(long_redline(&runs, &arena, "a", "b", 100000), 4);
    assert_int_equal(runs[0].op, TVX_REDLINE_KEEP);
    assert_string_equal(runs[0].text, "begin");
    assert_int_equal(runs[1].op, TVX_REDLINE_CUT);
    assert_int_equal(runs[2].op, TVX_REDLINE_NEW);
    assert_int_equal(runs[3].op, TVX_REDLINE_KEEP);
    assert_string_equal(runs[3].text, "end");
    tvx_arena_dispose(&arena);
}

/* Three thousand words turned round: but one of them can be kept, and it is found. */
static void unlike_texts_are_matched_to_the_end(void **state)
{
    (void)state;
    enum { WORDS = 3000 };
    const tvx_redline_run *runs;
    size_t n, kept = 0;
    tvx_arena arena = {0};
    tvx_buf from = {0}, to = {0};
    for (int i = 0; i < WORDS; i++) {
        tvx_buf_format(&from, "w%d ", i);
        tvx_buf_format(&to, "w%d ", WORDS - 1 - i);
    }
    assert_int_equal(tvx_redline_make(&runs, &n, &arena, from.data, to.data, NULL), TVX_OK);
    for (size_t i = 0; i < n; i++)
        kept += runs[i].op == TVX_REDLINE_KEEP;
    assert_int_equal(kept, 1);
    tvx_buf_dispose(&from);
    tvx_buf_dispose(&to);
    tvx_arena_dispose(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules),
        cmocka_unit_test(out_of_memory),
        cmocka_unit_test(is_the_longest_and_gives_both_texts_back),
        cmocka_unit_test(long_texts_alike_or_not),
        cmocka_unit_test(unlike_texts_are_matched_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
