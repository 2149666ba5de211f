/*
 * Out of memory while a command answers, at one allocation after another: the answer is the whole
 * one, or none and an error. TVX_STRIDE=1 tries every one.
 */
#include "cli_run.h"

#include <unistd.h>

#include "faults.h"

static char path[] = "/tmp/travaux-answers-XXXXXX";

static const run_words init = WORDS("init", "--quiet");
static const run_words add = WORDS("add", "--quiet", TVX_TESTS "/../fixtures/two-articles.jsonl");

static const run_words asked[] = {
    WORDS("changes"),
    WORDS("changes", "revenue_share", "--all", "--until", "2025-02-22"),
    WORDS("show", "us-0224", "--all"),
    WORDS("show", "082dc1"),
    WORDS("show", "082dc1", "--json"),
    WORDS("diff", "us-0212", "us-0224", "--all"),
    WORDS("diff", "us-0212", "us-0224", "--without", "CNN", "--recorded-by", "2100"),
    WORDS("sources", "us-0224"),
    WORDS("sources", "us-0224", "--json"),
    WORDS("sources", "us-0224", "security_guarantees", "--format", "csv"),
    WORDS("sources", "us-0224", "--format", "md"),
    WORDS("brackets", "--json", "--without", "CNN"),
    WORDS("coverage"),
    WORDS("coverage", "--json"),
    WORDS("coverage", "--format", "csv"),
    WORDS("coverage", "--format", "md"),
    WORDS("timeline"),
    WORDS("timeline", "--format", "md"),
    WORDS("drafts"),
    WORDS("reports"),
    WORDS("terms", "--all"),
    WORDS("positions"),
    WORDS("positions", "--json"),
    WORDS("events"),
    WORDS("background", "--format", "csv"),
    WORDS("background"),
    WORDS("outlets"),
    WORDS("parties"),
};

enum { STRIDE = 89 };

static unsigned long stride(void)
{
    const char *given = getenv("TVX_STRIDE");
    return given == NULL ? STRIDE : strtoul(given, NULL, 10);
}

/* One try; false: so many allocations were not needed. */
static bool try_at(unsigned long k, bool for_good, const run_words *words, const char *whole)
{
    faults_arm(k, for_good);
    run_result result = run(words);
    unsigned long hit = faults_hit();
    faults_arm(0, false);
    if (result.status != 0) {
        assert_holds(result.err, "out of memory\n");
        assert_string_equal(result.out, "");
    } else {
        assert_string_equal(result.out, whole);
    }
    return hit > 0;
}

static void answers_are_whole_or_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        static run_result whole;
        whole = run(&asked[i]);
        assert_int_equal(whole.status, 0);
        assert_true(strlen(whole.out) > 20);
        for (int for_good = 0; for_good < 2; for_good++) {
            unsigned long k = 1 + i % STRIDE;
            while (try_at(k, for_good, &asked[i], whole.out))
                k += stride();
            print_message("  %s: up to allocation %lu\n", asked[i].at[0], k);
        }
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
    unlink(path);
    if (setenv("TRAVAUX_DB", path, 1) != 0)
        return -1;
    return run(&init).status != 0 || run(&add).status != 0;
}

static int tear_down(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_whole_or_none),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
