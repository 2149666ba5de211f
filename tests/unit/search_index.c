/*
 * The index for searching: brought up to date, dropped without a trace, distrusted, done without.
 */
#include "search_file.h"

#include <time.h>

/* --- bringing it up to date --- */

static void what_came_since_is_found(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    assert_int_equal(candidates(f, "oil"), -1);
    prepare(f);
    assert_int_equal(candidates(f, "oil"), 0);
    add(f, "{'record':'party','negotiation':'n','key':'C','name':'Coal Board'}");
    assert_found(f, "coal", NULL, "C /name Coal Board 0-4\n");
    assert_int_equal(candidates(f, "oil"), 1); /* not taken in yet: looked at in any case */
    prepare(f);
    assert_int_equal(candidates(f, "oil"), 0);
    assert_int_equal(candidates(f, "coal"), 1);
    assert_found(f, "coal", NULL, "C /name Coal Board 0-4\n");
    assert_int_equal(count_of(f, "SELECT COUNT(*) FROM searched"),
                     count_of(f, "SELECT COUNT(*) FROM record"));
}

static void a_view_is_not_disturbed(void **state)
{
    fixture *f = *state;
    const tvx_query asked = {0};
    tvx_view *view;
    add(f, DEAL);
    assert_int_equal(tvx_view_open(&view, f->file, &asked, NULL), TVX_OK);
    prepare(f);
    assert_int_equal(candidates(f, "oil"), -1);
    tvx_view_free(view);
    prepare(f);
    assert_int_equal(candidates(f, "oil"), 0);
}

static void what_is_taken_back_is_not_found(void **state)
{
    fixture *f = *state;
    tvx_undone undone;
    add(f, DEAL);
    add(f, "{'record':'party','negotiation':'n','key':'C','name':'Coal Board'}");
    prepare(f);
    assert_int_equal(tvx_file_undo(f->file, false, &undone, NULL), TVX_OK);
    assert_found(f, "coal", NULL, "");
    add(f, "{'record':'party','negotiation':'n','key':'C','name':'Cole'}");
    for (int again = 0; again < 2; again++) {
        assert_found(f, "cole", NULL, "C /name Cole 0-4\n");
        assert_found(f, "coal", NULL, "");
        prepare(f);
    }
    assert_int_equal(candidates(f, "coal"), 0);
}

/* A record that another program took out of the log: the index is not believed, and made anew. */
static void what_left_unseen_is_noticed(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    prepare(f);
    run_sql(db_of(f), "DELETE FROM judgement; DELETE FROM record WHERE id IN "
                      "(SELECT id FROM report ORDER BY report LIMIT 1)");
    assert_int_equal(candidates(f, "oil"), -1);
    prepare(f);
    assert_int_equal(candidates(f, "oil"), 0);
    assert_int_equal(count_of(f, "SELECT COUNT(*) FROM searched"),
                     count_of(f, "SELECT COUNT(*) FROM record"));
}

/* --- nothing stays --- */

/* True if the file or its journal holds these bytes. */
static bool file_holds(const fixture *f, const char *bytes)
{
    bool held = false;
    size_t n = strlen(bytes);
    for (int journal = 0; journal < 2; journal++) {
        char path[128], *all = calloc(1, 1 << 22);
        snprintf(path, sizeof path, "%s%s", f->path, journal ? "-journal" : "");
        FILE *in = fopen(path, "rb");
        size_t size = in == NULL ? 0 : fread(all, 1, 1 << 22, in);
        for (size_t i = 0; i + n <= size; i++)
            held = held || memcmp(all + i, bytes, n) == 0;
        if (in != NULL)
            fclose(in);
        free(all);
    }
    return held;
}

static const char SECRET[] =
    "{'record':'report','negotiation':'n','outlet':'Insider','title':'Quxzyzzy',"
    "'published':'2025-03-01'}";

/* FTS5 keeps words in lower case: what is looked for is not the body. */
static void a_dropped_index_leaves_nothing(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    add(f, SECRET);
    prepare(f);
    assert_true(file_holds(f, "uxzyzzy"));
    assert_true(file_holds(f, "quxzyzzy"));
    drop_index(f);
    assert_false(file_holds(f, "quxzyzzy"));
    assert_int_equal(count_of(f, "SELECT COUNT(*) FROM sqlite_schema WHERE name LIKE 'search%'"),
                     0);
}

static void what_is_forgotten_leaves_nothing(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    add(f, SECRET);
    prepare(f);
    add_about(f, "Insider",
              "{'record':'judgement','negotiation':'n','act':'forget','id':'%s',"
              "'dated':'2025-03-02','reason':'a source'}");
    assert_false(file_holds(f, "uxzyzzy"));
    assert_found(f, "quxzyzzy", NULL, "");
    prepare(f);
    assert_found(f, "quxzyzzy", NULL, "");
    assert_found(f, "oil", "2025-01-31",
                 "CNN /claims/0/quote no oil 3-6\n"
                 "CNN /note oil and gas 0-3\n");
}

/* --- where there can be no index --- */

static void assert_oil(fixture *f)
{
    assert_found(f, "oil", NULL,
                 "CNN /claims/0/quote no oil 3-6\n"
                 "CNN /note oil and gas 0-3\n"
                 "The Times /title Oil first 0-3\n"
                 "The Times /claims/0/value law of oil 7-10\n");
}

static void another_program_writes(void **state)
{
    fixture *f = *state;
    sqlite3 *other;
    add(f, DEAL);
    assert_int_equal(sqlite3_open(f->path, &other), SQLITE_OK);
    run_sql(other, "BEGIN IMMEDIATE");
    time_t began = time(NULL);
    assert_unprepared(f, TVX_EBUSY, "another program is writing");
    assert_true(time(NULL) - began < 20); /* who records would wait 30 seconds */
    assert_oil(f);
    run_sql(other, "ROLLBACK");
    sqlite3_close(other);
    prepare(f);
    assert_int_equal(candidates(f, "oil"), 0);
    assert_oil(f);
}

static void a_file_that_may_only_be_read(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    run_sql(db_of(f), "PRAGMA query_only = ON");
    assert_unprepared(f, TVX_EIO, "may not be written to");
    assert_oil(f);
    run_sql(db_of(f), "PRAGMA query_only = OFF");
    prepare(f);
    run_sql(db_of(f), "PRAGMA query_only = ON");
    prepare(f); /* there is nothing to write */
    assert_int_equal(candidates(f, "oil"), 0);
    assert_oil(f);
}

static void take_fts5_away(fixture *f)
{
    assert_int_equal(sqlite3_create_module_v2(db_of(f), "fts5", NULL, NULL, NULL), SQLITE_OK);
}

static void reopen(fixture *f)
{
    tvx_file_free(f->file);
    assert_int_equal(tvx_file_open(&f->file, f->path, NULL), TVX_OK);
}

static void sqlite_without_fts5(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    take_fts5_away(f);
    assert_unprepared(f, TVX_EFILE, "without full-text search (FTS5)");
    assert_oil(f);
}

/* An index that an SQLite with FTS5 made: it is not asked, what it holds can be removed, and with
   FTS5 it is made anew. */
static void an_index_without_fts5(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    add(f, SECRET);
    prepare(f);
    reopen(f);
    take_fts5_away(f);
    assert_int_equal(candidates(f, "oil"), -1);
    assert_oil(f);
    drop_index(f);
    assert_false(file_holds(f, "quxzyzzy"));
    reopen(f);
    assert_int_equal(candidates(f, "oil"), -1);
    prepare(f);
    assert_int_equal(candidates(f, "oil"), 0);
    assert_oil(f);
}

/* --- a stranger's file --- */

static const struct planting {
    const char *name, *sql;
} PLANTINGS[] = {
    {"a plain table in its place", "CREATE TABLE search (words, rank)"},
    {"another index in its place", "CREATE VIRTUAL TABLE search USING fts5(words, more)"},
    {"tables of its own alone", "CREATE TABLE search_data (id, block); CREATE TABLE searched (a)"},
    {"a table in another case", "CREATE TABLE Searched (a)"},
    {"an index on its tables", "CREATE INDEX sly ON searched (kind)"},
    {"other columns", "DROP TABLE searched; CREATE TABLE searched (number, neg, kind, id)"},
    {"a state that cannot be", "UPDATE searched_to SET call = 99"},
    {"no state", "DELETE FROM searched_to"},
    {"a record that is not there", "UPDATE searched_to SET records = 99"},
};

static void what_was_planted_is_not_believed(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    for (size_t i = 0; i < sizeof PLANTINGS / sizeof *PLANTINGS; i++) {
        prepare(f);
        if (i < 4) /* what stands in its place */
            drop_index(f);
        run_sql(db_of(f), PLANTINGS[i].sql);
        if (candidates(f, "oil") != -1)
            fail_msg("%s: it is believed", PLANTINGS[i].name);
        assert_oil(f);
        prepare(f);
        if (candidates(f, "oil") != 0)
            fail_msg("%s: it is not made anew", PLANTINGS[i].name);
        assert_oil(f);
    }
}

static int count_fault(void *payload, const char *text, tvx_error *error)
{
    (void)error;
    assert_non_null(strstr(text, "travaux rebuild"));
    ++*(size_t *)payload;
    return TVX_OK;
}

static size_t faults(fixture *f)
{
    size_t n = 0;
    assert_int_equal(tvx_store_search_faults(f->file->store, count_fault, &n, NULL), TVX_OK);
    return n;
}

static void faults_of_the_index(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    assert_int_equal(faults(f), 0);
    prepare(f);
    assert_int_equal(faults(f), 0);
    run_sql(db_of(f), "UPDATE searched SET id = x'00' WHERE number = 1");
    assert_int_equal(faults(f), 1);
    run_sql(db_of(f), "DELETE FROM searched_to");
    assert_int_equal(faults(f), 0); /* it is not believed any more */
}

static int count_finding(void *payload, tvx_finding_level level, const char *text, tvx_error *error)
{
    (void)error;
    *(size_t *)payload += level == TVX_FINDING_FAULT && strstr(text, "search index") != NULL;
    return TVX_OK;
}

static size_t checked(fixture *f)
{
    size_t n = 0;
    assert_int_equal(tvx_file_check(f->file, count_finding, &n, NULL), TVX_OK);
    return n;
}

static void check_sees_it_and_rebuild_removes_it(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    prepare(f);
    assert_int_equal(checked(f), 0);
    assert_int_equal(candidates(f, "oil"), 0); /* check changes nothing */
    run_sql(db_of(f), "UPDATE searched SET id = x'00' WHERE number = 1");
    assert_int_equal(checked(f), 1);
    assert_int_equal(tvx_file_rebuild(f->file, NULL), TVX_OK);
    assert_int_equal(candidates(f, "oil"), -1);
    assert_int_equal(checked(f), 0);
    prepare(f);
    assert_int_equal(candidates(f, "oil"), 0);
}

/* Words that FTS5 cannot read: where it sees that itself the index is not believed, elsewhere check
   sees it. Nothing is missed either way. */
static const struct damage {
    const char *sql;
    size_t faults;
} DAMAGES[] = {
    {"UPDATE search_data SET block = x'ffffffffffff' WHERE id = 10", 0},
    {"UPDATE search_data SET block = x'ffffffffffff' WHERE id > 10", 0},
    {"UPDATE search_data SET block = x'ffffffffffff' WHERE id = (SELECT MAX(id) FROM search_data)",
     1},
};

static void damaged_words(void **state)
{
    fixture *f = *state;
    tvx_buf sound = {0};
    add_minerals(f);
    search_as(f, "z*", NULL, &sound);
    assert_true(sound.size > 0);
    for (size_t i = 0; i < sizeof DAMAGES / sizeof *DAMAGES; i++) {
        prepare(f);
        assert_int_equal(candidates(f, "nosuchword"), 0);
        sqlite3_db_config(db_of(f), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
        run_sql(db_of(f), DAMAGES[i].sql);
        reopen(f);
        assert_int_equal(faults(f), DAMAGES[i].faults);
        assert_found(f, "z*", NULL, tvx_buf_string(&sound));
        drop_index(f);
    }
    tvx_buf_dispose(&sound);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_came_since_is_found),
        TEST(a_view_is_not_disturbed),
        TEST(what_is_taken_back_is_not_found),
        TEST(what_left_unseen_is_noticed),
        TEST(a_dropped_index_leaves_nothing),
        TEST(what_is_forgotten_leaves_nothing),
        TEST(another_program_writes),
        TEST(a_file_that_may_only_be_read),
        TEST(sqlite_without_fts5),
        TEST(an_index_without_fts5),
        TEST(what_was_planted_is_not_believed),
        TEST(faults_of_the_index),
        TEST(check_sees_it_and_rebuild_removes_it),
        TEST(damaged_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
