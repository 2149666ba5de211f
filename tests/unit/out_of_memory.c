/*
 * Out of memory, at every allocation in turn: the library says so, loses nothing and leaks
 * nothing. TVX_STRIDE=1 tries every single one; without it every few.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "faults.h"
#include "travaux/add.h"
#include "travaux/view.h"
#include "travaux/write.h"

static char path[] = "/tmp/travaux-memory-XXXXXX";

/* --- a file of records as a source --- */

static int read_file(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    (void)error;
    *got = fread(buffer, 1, size, payload);
    return TVX_OK;
}

static int add_fixture(tvx_file *file, tvx_error *error)
{
    FILE *input = fopen(TVX_TESTS "/../fixtures/two-articles.jsonl", "r");
    tvx_add *add = NULL;
    assert_non_null(input);
    int code = tvx_add_begin(&add, file, "add", TVX_ADD_FILES, error);
    if (code == TVX_OK)
        code = tvx_add_records(add, "two-articles.jsonl", read_file, input, error);
    if (code == TVX_OK)
        code = tvx_add_check(add, error);
    if (code == TVX_OK)
        code = tvx_add_commit(add, error);
    tvx_add_free(add);
    fclose(input);
    return code;
}

static int record(tvx_error *error)
{
    tvx_file *file;
    unlink(path);
    int code = tvx_file_create(&file, path, error);
    if (code == TVX_OK)
        code = add_fixture(file, error);
    tvx_file_free(code == TVX_OK || file != NULL ? file : NULL);
    return code;
}

/* --- asking everything --- */

static int swallow(void *payload, const char *bytes, size_t n, tvx_error *error)
{
    (void)bytes;
    (void)error;
    *(size_t *)payload += n;
    return TVX_OK;
}

static int export_all(tvx_view *view, tvx_error *error)
{
    size_t total = 0;
    const tvx_sink sink = {.write = swallow, .payload = &total};
    const tvx_exporter *const *exporters;
    size_t n = tvx_exporters(&exporters);
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = exporters[i]->run(view, &(tvx_export_options){0}, &sink, error);
    if (code == TVX_OK)
        assert_true(total > 1000);
    return code;
}

static int ask(tvx_error *error)
{
    const tvx_query query = {.known_by = NULL};
    tvx_file *file = NULL;
    tvx_view *view = NULL;
    tvx_show show;
    tvx_diff diff;
    const tvx_shown_outlet *outlets;
    size_t n;
    int code = tvx_file_open(&file, path, error);
    if (code == TVX_OK)
        code = tvx_view_open(&view, file, &query, error);
    if (code == TVX_OK)
        code = tvx_view_show(view, "us-0224", &show, error);
    if (code == TVX_OK)
        code = tvx_view_diff(view, "us-0212", "us-0221", &diff, error);
    if (code == TVX_OK)
        code = tvx_view_outlets(view, &outlets, &n, error);
    if (code == TVX_OK)
        code = export_all(view, error);
    tvx_view_free(view);
    tvx_file_free(file);
    return code;
}

/* --- asking what the evidence is --- */

static const char *const JUDGEMENTS[] = {
    "{\"record\":\"draft\",\"negotiation\":\"us-ukraine-minerals\",\"key\":\"late\",\"amends\":"
    "\"us-0221\"}",
    "{\"record\":\"judgement\",\"negotiation\":\"us-ukraine-minerals\",\"act\":\"same_draft\","
    "\"keys\":[\"us-0224\",\"late\"],\"dated\":\"2025-03-01\",\"reason\":\"one\"}",
    "{\"record\":\"judgement\",\"negotiation\":\"us-ukraine-minerals\",\"act\":\"deprecate\","
    "\"report\":\"d1a90ffc\",\"draft\":\"us-0221\",\"dated\":\"2025-03-01\",\"reason\":\"wrong\"}",
    "{\"record\":\"judgement\",\"negotiation\":\"us-ukraine-minerals\",\"act\":\"attribute\","
    "\"report\":\"082dc145\",\"term\":\"revenue_share\",\"draft\":\"us-0221\",\"dated\":"
    "\"2025-03-01\",\"reason\":\"about it\"}"};

static int judge(tvx_error *error)
{
    tvx_file *file = NULL;
    tvx_add *add = NULL;
    int code = tvx_file_open(&file, path, error);
    if (code == TVX_OK)
        code = tvx_add_begin(&add, file, "judge", TVX_ADD_FILES, error);
    for (size_t i = 0; i < sizeof JUDGEMENTS / sizeof *JUDGEMENTS && code == TVX_OK; i++)
        code = tvx_add_text(add, JUDGEMENTS[i], error);
    if (code == TVX_OK)
        code = tvx_add_check(add, error);
    if (code == TVX_OK)
        code = tvx_add_commit(add, error);
    tvx_add_free(add);
    tvx_file_free(file);
    return code;
}

static int count_shows(void *payload, const tvx_show *show, tvx_error *error)
{
    (void)show;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

static int count_brackets(void *payload, const tvx_draft_brackets *brackets, tvx_error *error)
{
    (void)brackets;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

static int ask_view(tvx_view *view, tvx_error *error)
{
    tvx_show show;
    tvx_sources sources;
    const tvx_told_background *background;
    const tvx_told_change *told;
    size_t n, shows = 0, brackets = 0;
    int code = tvx_view_show(view, "us-0221", &show, error);
    if (code == TVX_OK)
        assert_int_equal(show.n_readings, 1);
    if (code == TVX_OK)
        code = tvx_view_sources(view, "late", NULL, &sources, error);
    if (code == TVX_OK)
        code = tvx_view_background(view, &background, &n, error);
    if (code == TVX_OK)
        code = tvx_view_told_changes(view, &(tvx_changes_filter){0}, &told, &n, error);
    if (code == TVX_OK)
        code = tvx_view_shows(view, count_shows, &shows, error);
    if (code == TVX_OK)
        code = tvx_view_brackets(view, &(tvx_texts){0}, count_brackets, &brackets, error);
    if (code == TVX_OK)
        assert_true(shows == 3 && brackets == 3);
    return code;
}

/* As it was at a time, known by a date, without a report and without an outlet. */
static int ask_evidence(tvx_error *error)
{
    static const tvx_query QUERIES[] = {
        {.known_by = "2025-03", .recorded_by = "2100", .without = "Babel"},
        {.without = "d1a9"},
    };
    tvx_file *file = NULL;
    int code = tvx_file_open(&file, path, error);
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES && code == TVX_OK; i++) {
        tvx_view *view;
        code = tvx_view_open(&view, file, &QUERIES[i], error);
        if (code == TVX_OK)
            code = ask_view(view, error);
        tvx_view_free(view);
    }
    tvx_file_free(file);
    return code;
}

/* --- the loop --- */

/* How many allocations to go on by; a job that takes long tries fewer of them. */
enum { FEW = 17, FEWER = 83 };

static unsigned long stride(unsigned long usual)
{
    const char *given = getenv("TVX_STRIDE");
    return given == NULL ? usual : strtoul(given, NULL, 10);
}

static void fail_in_turn(int (*job)(tvx_error *error), bool for_good, unsigned long usual)
{
    unsigned long tried = 0;
    for (unsigned long k = 1;; k += stride(usual)) {
        tvx_error error = {0};
        faults_arm(k, for_good);
        int code = job(&error);
        unsigned long hit = faults_hit();
        faults_arm(0, false);
        if (hit == 0) {
            assert_int_equal(code, TVX_OK);
            break;
        }
        /* SQLite goes on without memory that it only wished for (a cache, say). */
        if (code != TVX_OK && (code != TVX_ENOMEM || strcmp(error.message, "out of memory") != 0))
            fail_msg("allocation %lu: %d: %s", k, code, error.message);
        tried++;
    }
    print_message("%lu allocations failed in turn\n", tried);
    assert_true(tried > 10);
}

static void recording_says_so_once(void **state)
{
    (void)state;
    fail_in_turn(record, false, FEW);
}

static void recording_says_so_for_good(void **state)
{
    (void)state;
    fail_in_turn(record, true, FEW);
}

static void asking_says_so(void **state)
{
    (void)state;
    tvx_error error = {0};
    assert_int_equal(record(&error), TVX_OK);
    fail_in_turn(ask, false, FEW);
    fail_in_turn(ask, true, FEW);
}

static void asking_for_evidence_says_so(void **state)
{
    (void)state;
    tvx_error error = {0};
    assert_int_equal(record(&error), TVX_OK);
    assert_int_equal(judge(&error), TVX_OK);
    fail_in_turn(ask_evidence, false, FEWER);
    fail_in_turn(ask_evidence, true, FEWER);
}

/* A call that failed has recorded nothing: what it was to add can be added afterwards. */
static void nothing_is_half_done(void **state)
{
    (void)state;
    tvx_file *file;
    tvx_texts keys;
    unlink(path);
    assert_int_equal(tvx_file_create(&file, path, NULL), TVX_OK);
    for (unsigned long k = 50; k < 5000; k += 450) {
        faults_arm(k, true);
        int code = add_fixture(file, NULL);
        faults_arm(0, false);
        if (code == TVX_OK)
            break;
        assert_int_equal(tvx_file_negotiations(file, &keys, NULL), TVX_OK);
        assert_int_equal(keys.n, 0);
    }
    tvx_file_free(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recording_says_so_once), cmocka_unit_test(recording_says_so_for_good),
        cmocka_unit_test(asking_says_so),         cmocka_unit_test(asking_for_evidence_says_so),
        cmocka_unit_test(nothing_is_half_done),
    };
    faults_install();
    int fd = mkstemp(path);
    if (fd < 0)
        return 2;
    close(fd);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    unlink(path);
    return failed;
}
