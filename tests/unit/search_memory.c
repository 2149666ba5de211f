/*
 * Searching when memory runs out: the whole answer or none, and an index that is right or is not
 * believed.
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
#include <sqlite3.h>

#include "faults.h"
#include "travaux/add.h"
#include "travaux/search.h"

static char path[] = "/tmp/travaux-search-memory-XXXXXX";

static int read_file(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    (void)error;
    *got = fread(buffer, 1, size, payload);
    return TVX_OK;
}

static void record(void)
{
    FILE *in = fopen(TVX_TESTS "/../fixtures/two-articles.jsonl", "r");
    tvx_file *file;
    tvx_add *add;
    assert_non_null(in);
    assert_int_equal(tvx_file_create(&file, path, NULL), TVX_OK);
    assert_int_equal(tvx_add_begin(&add, file, "add", TVX_ADD_FILES, NULL), TVX_OK);
    assert_int_equal(tvx_add_records(add, "in", read_file, in, NULL), TVX_OK);
    assert_int_equal(tvx_add_check(add, NULL), TVX_OK);
    assert_int_equal(tvx_add_commit(add, NULL), TVX_OK);
    tvx_add_free(add);
    tvx_file_free(file);
    fclose(in);
}

/* The index is to be made anew. */
static void spoil(void)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    sqlite3_exec(db, "DELETE FROM searched_to", NULL, NULL, NULL);
    sqlite3_close(db);
}

static int count_hit(void *payload, const tvx_hit *hit, tvx_error *error)
{
    (void)error;
    *(size_t *)payload += hit->n_marks;
    return TVX_OK;
}

static int search(size_t *found, tvx_error *error)
{
    static const char *const query[] = {"guarantee*", "deal"};
    const tvx_texts words = {.items = query, .n = 2};
    tvx_error why = {0};
    tvx_file *file = NULL;
    tvx_view *view = NULL;
    *found = 0;
    int code = tvx_file_open(&file, path, error);
    if (code == TVX_OK)
        code = tvx_search_prepare(file, &why, error);
    if (code == TVX_OK)
        assert_string_equal(why.message, "");
    if (code == TVX_OK)
        code = tvx_view_open(&view, file, &(tvx_query){0}, error);
    if (code == TVX_OK)
        code = tvx_view_search(view, &words, count_hit, found, error);
    tvx_view_free(view);
    tvx_file_free(file);
    return code;
}

static void the_whole_answer_or_none(void **state)
{
    (void)state;
    size_t whole, found;
    const char *given = getenv("TVX_STRIDE");
    unsigned long stride = given == NULL ? 29 : strtoul(given, NULL, 10);
    assert_int_equal(search(&whole, NULL), TVX_OK);
    assert_true(whole > 1);
    for (int for_good = 0; for_good < 2; for_good++) {
        bool hit = true;
        for (unsigned long k = 1; hit; k += stride) {
            tvx_error error = {0};
            if (k % 2 == 0)
                spoil();
            faults_arm(k, for_good);
            int code = search(&found, &error);
            hit = faults_hit() > 0;
            faults_arm(0, false);
            if (code != TVX_OK && code != TVX_ENOMEM)
                fail_msg("allocation %lu: %d: %s", k, code, error.message);
            if (code == TVX_OK)
                assert_int_equal(found, whole);
            assert_int_equal(search(&found, NULL), TVX_OK);
            assert_int_equal(found, whole);
        }
    }
}

static int set_up(void **state)
{
    (void)state;
    faults_install();
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    close(descriptor);
    unlink(path);
    record();
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_answer_or_none),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
