/*
 * Looking a file over when memory runs out, at every few allocations in turn (TVX_STRIDE=1: at
 * every one): the library says so, and leaks nothing.
 */
#include "check_file.h"
#include "faults.h"

static int count(void *payload, tvx_finding_level level, const char *text, tvx_error *error)
{
    (void)level;
    (void)text;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

static int check(const char *path, tvx_error *error)
{
    tvx_file *file = NULL;
    size_t remarks = 0;
    int code = tvx_file_open(&file, path, error);
    if (code == TVX_OK)
        code = tvx_file_check(file, count, &remarks, error);
    tvx_file_free(file);
    assert_true(code != TVX_OK || remarks > 0);
    return code;
}

static void fail_in_turn(const check_case *c)
{
    const char *given = getenv("TVX_STRIDE");
    unsigned long stride = given == NULL ? 61 : strtoul(given, NULL, 10), hit = 1;
    fixture f;
    record_case(&f, c);
    for (unsigned long k = 1; hit > 0; k += stride) {
        tvx_error error = {0};
        faults_arm(k, true);
        int code = check(f.path, &error);
        hit = faults_hit();
        faults_arm(0, false);
        /* SQLite goes on without memory that it only wished for. */
        if (code != TVX_OK && (code != TVX_ENOMEM || strcmp(error.message, "out of memory") != 0))
            fail_msg("allocation %lu: %d: %s", k, code, error.message);
    }
    close_file(&f);
}

static void checking_says_so(void **state)
{
    (void)state;
    fail_in_turn(&MEMBERS[0]);
    fail_in_turn(&CHANGES[0]);
    fail_in_turn(&JUDGEMENTS[1]);
    fail_in_turn(&RECORDS[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(checking_says_so)};
    faults_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
