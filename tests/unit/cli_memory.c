/*
 * Out of memory while a command runs, at one allocation after another: what is answered is true.
 * A command that records says that it is done exactly if it is; TVX_STRIDE=1 tries every one.
 */
#include "cli_run.h"

#include <unistd.h>

#include "faults.h"
#include "travaux/file.h"

static char path[] = "/tmp/travaux-memory-XXXXXX";

static const run_words declares =
    WORDS("init", "--negotiation", "d", "--title", "D", "--party", "US=America", "--term",
          "share=percentage", "--term", "guarantees=text");
static const run_words first =
    WORDS("add", "--outlet", "Babel", "--published", "2025-02-12", "--title", "T", "--draft", "a",
          "--by", "US", "share=50%", "guarantees=none");

/* Commands, and how many records each of them adds. */
static const struct {
    run_words words;
    size_t adds;
} cases[] = {
    {WORDS("add", "--outlet", "CNN", "--published", "13 Feb 2025", "--title", "T", "--draft", "b",
           "--follows", "a", "--cites", "NYT", "share=60%"),
     2},
    {WORDS("term", "edit", "share", "--base", "GDP=output", "--kind", "percentage"), 1},
    {WORDS("draft", "add", "c", "--follows", "a", "--note", "n"), 1},
    {WORDS("import", TVX_TESTS "/formats/claims.csv"), 2},
    {WORDS("import", "--json", TVX_TESTS "/formats/articles.json"), 1},
    {WORDS("export", "--format", "csv", "--claims"), 0},
    {WORDS("judge", "deprecate", "41d1", "--term", "share", "--reason", "r"), 1},
    {WORDS("log", "--format", "csv"), 0},
    {WORDS("help", "add"), 0},
};

static unsigned long stride(void)
{
    const char *given = getenv("TVX_STRIDE");
    return given == NULL ? 41 : strtoul(given, NULL, 10);
}

static int count_entry(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    (void)entry;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

static size_t records(void)
{
    tvx_file *file;
    size_t n = 0;
    assert_int_equal(tvx_file_open(&file, path, NULL), TVX_OK);
    assert_int_equal(tvx_file_log(file, NULL, count_entry, &n, NULL), TVX_OK);
    tvx_file_free(file);
    return n;
}

static void begin(void)
{
    unlink(path);
    assert_int_equal(run(&declares).status, 0);
    assert_int_equal(run(&first).status, 0);
}

/* One try; false: so many allocations were not needed. */
static bool try_at(unsigned long k, const run_words *words, size_t adds, size_t before)
{
    faults_arm(k, true);
    run_result result = run(words);
    unsigned long hit = faults_hit();
    faults_arm(0, false);
    size_t after = records();
    assert_int_equal(after, before + (result.status == 0 ? adds : 0));
    if (result.status != 0) {
        assert_holds(result.err, "travaux: out of memory\n");
        assert_string_equal(result.out, "");
    }
    if (after != before)
        begin();
    return hit > 0;
}

static void what_is_answered_is_true(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        begin();
        size_t before = records();
        unsigned long k = 1;
        while (try_at(k, &cases[i].words, cases[i].adds, before))
            k += stride();
        print_message("  %s: up to allocation %lu\n", cases[i].words.at[0], k);
    }
}

/* What was made for nothing is taken away. */
static void an_init_that_fails_leaves_no_file(void **state)
{
    (void)state;
    unlink(path);
    for (unsigned long k = 1;; k += stride()) {
        faults_arm(k, true);
        run_result result = run(&declares);
        unsigned long hit = faults_hit();
        faults_arm(0, false);
        assert_int_equal(access(path, F_OK) == 0, result.status == 0);
        unlink(path);
        if (hit == 0)
            break;
    }
}

static int set_up(void **state)
{
    (void)state;
    faults_install();
    int descriptor = mkstemp(path);
    if (descriptor < 0)
        return -1;
    close(descriptor);
    return setenv("TRAVAUX_DB", path, 1);
}

static int tear_down(void **state)
{
    char journal[sizeof path + 8];
    (void)state;
    snprintf(journal, sizeof journal, "%s-journal", path);
    unlink(journal);
    unlink(path);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_answered_is_true),
        cmocka_unit_test(an_init_that_fails_leaves_no_file),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
