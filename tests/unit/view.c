/*
 * Views (sections 2, 4, 5): judgements, updates, drafts that are one, --known-by, --recorded-by,
 * --without, sources and brackets, on real files.
 */
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "travaux/add.h"
#include "travaux/view.h"
#include "view_answers.h"

/* --- the scenes --- */

static int check(const question *q, const char *recorded_by)
{
    const char *expected = spell(q->expected, '\'');
    const char *is = ask_file(q, recorded_by);
    if (strcmp(is, expected) == 0)
        return 0;
    print_error("%s\n  is       %s\n  expected %s\n", q->rule, is, expected);
    return 1;
}

static int play(const scene *scenes, size_t n)
{
    int wrong = 0;
    for (size_t i = 0; i < n; i++) {
        setup(NULL);
        record_all(scenes[i].records, MAX_RECORDS);
        for (size_t j = 0; j < MAX_QUESTIONS && scenes[i].questions[j].ask != ASK_NOTHING; j++)
            wrong += check(&scenes[i].questions[j], NULL);
        teardown(NULL);
    }
    return wrong;
}

#define PLAYED(scenes) assert_int_equal(play(scenes, sizeof scenes / sizeof scenes[0]), 0)

static void judgements(void **state)
{
    (void)state;
    PLAYED(JUDGED);
}

static void updates(void **state)
{
    (void)state;
    PLAYED(UPDATED);
}

static void drafts_that_are_one(void **state)
{
    (void)state;
    PLAYED(SAME);
}

static void without(void **state)
{
    (void)state;
    PLAYED(LEFT_OUT);
}

static void brackets(void **state)
{
    (void)state;
    PLAYED(BRACKETS);
}

/* --- what the file held --- */

/* Puts the call that came last to a time; the file must not be open. */
static void date_last_call(const char *seconds)
{
    char sql[160];
    sqlite3 *db;
    tvx_file_free(now.file);
    snprintf(sql, sizeof sql,
             "UPDATE call SET recorded = %s WHERE call = (SELECT MAX(call) FROM call)", seconds);
    assert_int_equal(sqlite3_open(now.path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    assert_int_equal(tvx_file_open(&now.file, now.path, NULL), TVX_OK);
}

/* 2025-03-10T12:00Z and 2025-03-11T12:00Z. */
#define NOON        "1741608000"
#define A_DAY_LATER "1741694400"

static void record_dated(const char *const *records, size_t n, const char *seconds)
{
    record_all(records, n);
    date_last_call(seconds);
}

static int count_record(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    (void)entry;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

static size_t records_by(const char *recorded_by)
{
    tvx_view *view;
    size_t n = 0;
    const tvx_query query = {.recorded_by = recorded_by};
    assert_int_equal(tvx_view_open(&view, now.file, &query, NULL), TVX_OK);
    assert_string_equal(tvx_view_recorded_by(view), recorded_by);
    assert_int_equal(tvx_view_records(view, count_record, &n, NULL), TVX_OK);
    tvx_view_free(view);
    return n;
}

static const char *const FIRST_CALL[] = {BASE, TWO_SHARES};
static const char *const SECOND_CALL[] = {
    JUDGE("gone", "retract", "03-01", ",'report':'@A@'"),
    REPORT("C", "ABC", "03-10", CLAIMS(CLAIM("d1", "aid", "USD 5")))};

static void recorded_by_answers_what_the_file_held_then(void **state)
{
    static const struct {
        const char *recorded_by, *known_by, *expected;
    } CASES[] = {
        {"2025-03-10T11:59", NULL,
         "!this file holds no negotiation by 2025-03-10T11:59 (travaux log tells what was recorded "
         "when)"},
        {"2025-03-10T12:00", NULL, "share [100% | 50%] (BBC / CNN)"},
        {"2025-03-10T14:00+02:00", NULL, "share [100% | 50%] (BBC / CNN)"},
        {"2025-03-10~", NULL, "share [100% | 50%] (BBC / CNN)"},
        {"2025-03-11T11:59", NULL, "share [100% | 50%] (BBC / CNN)"},
        {"2025-03-11T12:00", NULL,
         "aid USD 5 (ABC); share 100% (BBC); not share 50% (CNN) retract gone"},
        {"2025-03", "2025-03-09", "share 100% (BBC); not share 50% (CNN) retract gone"},
        {"2025-03-10", "2025-02-02", "share 50% (CNN)"},
        {"yesterday", NULL, "!"},
    };
    (void)state;
    record_dated(FIRST_CALL, 6, NOON);
    record_dated(SECOND_CALL, 2, A_DAY_LATER);
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        const question q = {.ask = ASK_SHOW, .of = "d1", .known_by = CASES[i].known_by};
        const char *is = ask_file(&q, CASES[i].recorded_by);
        if (strcmp(CASES[i].expected, "!") == 0)
            assert_int_equal(is[0], '!');
        else
            assert_string_equal(is, CASES[i].expected);
    }
    assert_int_equal(records_by("2025-03-11"), records_by("2025-03-10") + 2);
}

/* An add sees what the file held before it, and the copy does not hold it up. */
static void recorded_by_while_an_add_is_under_way(void **state)
{
    const question q = {.ask = ASK_SHOW, .of = "d1"};
    tvx_add *add;
    (void)state;
    record_dated(FIRST_CALL, 6, NOON);
    assert_int_equal(tvx_add_begin(&add, now.file, "test", TVX_ADD_FILES, NULL), TVX_OK);
    take(add, SECOND_CALL[1]);
    assert_string_equal(ask_file(&q, NULL), "aid USD 5 (ABC); share [100% | 50%] (BBC / CNN)");
    assert_string_equal(ask_file(&q, "2025-03-10T12:00"), "share [100% | 50%] (BBC / CNN)");
    assert_int_equal(tvx_add_commit(add, NULL), TVX_OK);
    tvx_add_free(add);
}

/* --- the rest --- */

static void without_says_what_it_left_out(void **state)
{
    tvx_view *view;
    sought a;
    (void)state;
    record_all(FIRST_CALL, 6);
    find_id("A", 1, &a);
    char prefix[TVX_ID_SHORT + 1] = "";
    memcpy(prefix, a.id, TVX_ID_SHORT);
    const struct {
        const char *asked, *said;
    } CASES[] = {{prefix, a.id}, {"nyt", "The New York Times"}, {"cnn", "CNN"}};
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        const tvx_query query = {.without = CASES[i].asked};
        assert_int_equal(tvx_view_open(&view, now.file, &query, NULL), TVX_OK);
        assert_string_equal(tvx_view_without(view), CASES[i].said);
        tvx_view_free(view);
    }
}

static int compare_show(void *payload, const tvx_show *show, tvx_error *error)
{
    (void)error;
    ++*(size_t *)payload;
    part();
    tvx_buf_format(&answer, "%s of %zu reports", show->draft->draft->key, show->reports);
    for (size_t i = 0; i < show->n_readings; i++)
        put_reading(&show->readings[i]);
    return TVX_OK;
}

static void shows_are_those_of_every_draft_in_order(void **state)
{
    static const char *const MORE[] = {DRAFT("d4", ",'dated':'2025-02-25','amends':'d1'"),
                                       JUDGE("gone", "retract", "03-01", ",'report':'@A@'")};
    tvx_view *view;
    size_t n = 0;
    (void)state;
    record_all(FIRST_CALL, 6);
    record_all(MORE, 2);
    tvx_buf_clear(&answer);
    assert_int_equal(tvx_view_open(&view, now.file, &(tvx_query){0}, NULL), TVX_OK);
    assert_int_equal(tvx_view_shows(view, compare_show, &n, NULL), TVX_OK);
    tvx_view_free(view);
    assert_int_equal(n, 4);
    assert_string_equal(tvx_buf_string(&answer),
                        "d1 of 1 reports; share 100% (BBC); d2 of 0 reports; d3 of 0 reports; "
                        "d4 of 0 reports; share 100% (BBC) inherited");
}

static void sources_of_a_term_include_its_variants(void **state)
{
    static const char *const RECORDS[] = {
        BASE, REPORT("A", "CNN", "02-02",
                     CLAIMS(CLAIM("d1", "roy", "5%") "," CLAIM("d1", "roy:oil", "6%") "," CLAIM(
                         "d1", "share", "7%")) ",'changes':[{'draft':'d1','term':'share','change':"
                                               "'raised','value':'8%'}]")};
    static const struct {
        const char *term;
        size_t rows, changes;
    } CASES[] = {{"roy", 2, 0}, {"roy:oil", 1, 0}, {"share", 1, 1}, {NULL, 3, 1}};
    tvx_view *view;
    tvx_sources sources;
    (void)state;
    record_all(RECORDS, 5);
    assert_int_equal(tvx_view_open(&view, now.file, &(tvx_query){0}, NULL), TVX_OK);
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        assert_int_equal(tvx_view_sources(view, "d1", CASES[i].term, &sources, NULL), TVX_OK);
        assert_int_equal(sources.n_rows, CASES[i].rows);
        assert_int_equal(sources.n_changes, CASES[i].changes);
    }
    assert_string_equal(sources.changes[0].text, "8%");
    assert_int_equal(tvx_view_sources(view, "d1", "shore", &sources, NULL), TVX_ENOTFOUND);
    tvx_view_free(view);
}

/* "OUTLET DRAFT ROW CHANGE FROM; …" */
static const char *told_text(tvx_view *view, const tvx_changes_filter *filter)
{
    static char text[500];
    const tvx_told_change *told;
    size_t n, size = 0;
    text[0] = '\0';
    assert_int_equal(tvx_view_told_changes(view, filter, &told, &n, NULL), TVX_OK);
    for (size_t i = 0; i < n; i++) {
        const tvx_reported_change *change = told[i].change;
        assert_non_null(told[i].draft);
        assert_string_equal(told[i].draft->draft->key, change->draft);
        size += (size_t)snprintf(text + size, sizeof text - size, "%s%s %s %s %s%s%s",
                                 i > 0 ? "; " : "", told[i].teller.outlet, change->draft,
                                 told[i].row->name, tvx_change_name_text(change->change),
                                 change->from != NULL ? " " : "",
                                 change->from != NULL ? change->from : "");
    }
    return text;
}

#define TOLD(draft, more) "{'draft':'" draft "','change':'raised'," more "}"

/* Section 2: reported changes are kept beside the derived ones, in the order of drafts. */
static void changes_that_reports_tell(void **state)
{
    static const char *const RECORDS[] = {
        BASE,
        DRAFT("d2b", ",'presented':'2025-02-10'"),
        REPORT(
            "A", "CNN", "02-22",
            CHANGES(AND(TOLD("d3", "'term':'aid','from':'d2b'"), TOLD("d2b", "'term':'roy:gas'")))),
        REPORT("B", "BBC", "02-21",
               ",'cites':[{'outlet':'CNN'}]" CHANGES(
                   AND(TOLD("d3", "'term':'aid'"), TOLD("d1", "'term':'share'")))),
        REPORT("C", "AP", "02-23", ",'updates':'@B@'" CHANGES(TOLD("d2", "'term':'share'"))),
        JUDGE("one", "same_draft", "03-01", ",'keys':['d2','d2b']"),
        JUDGE("gone", "retract", "03-02", ",'report':'@A@'"),
    };
    static const struct {
        const char *known_by, *without;
        tvx_changes_filter filter;
        const char *told;
    } CASES[] = {
        {"2025-02-22",
         NULL,
         {.by = NULL},
         "BBC d1 share raised; CNN d2b roy:gas raised; BBC d3 aid raised; CNN d3 aid raised d2b"},
        {"2025-02-22",
         NULL,
         {.until = "2025-02-10"},
         "BBC d1 share raised; CNN d2b roy:gas raised"},
        {"2025-02-22", NULL, {.since = "2025-02-20"}, "BBC d3 aid raised; CNN d3 aid raised d2b"},
        {"2025-02-22", NULL, {.by = "US"}, ""},
        {"2025-02-22", NULL, {.toward = "US"}, ""},
        {"2025-02-22", "CNN", {.by = NULL}, ""},
        {"2025-02-22",
         "BBC",
         {.by = NULL},
         "BBC d1 share raised; CNN d2b roy:gas raised; BBC d3 aid raised; CNN d3 aid raised d2b"},
        {"2025-03-01",
         NULL,
         {.by = NULL},
         "CNN d2 roy:gas raised; AP d2 share raised; CNN d3 aid raised d2"},
        {NULL, NULL, {.by = NULL}, "AP d2 share raised"},
    };
    const char *roy = "roy";
    const tvx_changes_filter of_roy = {.terms = {&roy, 1}};
    tvx_view *view;
    (void)state;
    record_all(RECORDS, sizeof RECORDS / sizeof RECORDS[0]);
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        const tvx_query query = {.known_by = CASES[i].known_by, .without = CASES[i].without};
        assert_int_equal(tvx_view_open(&view, now.file, &query, NULL), TVX_OK);
        assert_string_equal(told_text(view, &CASES[i].filter), CASES[i].told);
        tvx_view_free(view);
    }
    assert_int_equal(tvx_view_open(&view, now.file, &(tvx_query){.known_by = "2025-03-01"}, NULL),
                     TVX_OK);
    assert_string_equal(told_text(view, &of_roy), "CNN d2 roy:gas raised");
    tvx_view_free(view);
}

static const tvx_ruling *fate_of(tvx_view *view, const char *name, const char **updated)
{
    sought s;
    tvx_found_record found;
    find_id(name, strlen(name), &s);
    assert_int_equal(tvx_view_record(view, s.id, &found, NULL), TVX_OK);
    *updated = found.updated;
    return found.set_aside;
}

static void a_record_says_what_became_of_it(void **state)
{
    static const char *const MORE[] = {JUDGE("gone", "retract", "03-01", ",'report':'@A@'"),
                                       JUDGE("sorry", "withdraw", "03-05", ",'judgement':'@gone@'"),
                                       REPORT("B2", "BBC", "03-02", ",'updates':'@B@'")};
    static const struct {
        const char *known_by, *name, *by;
        bool updated;
    } CASES[] = {{"2025-03-04", "A", "gone", false},  {NULL, "A", NULL, false},
                 {"2025-02-28", "A", NULL, false},    {NULL, "gone", "sorry", false},
                 {"2025-03-04", "gone", NULL, false}, {NULL, "B", NULL, true},
                 {"2025-03-01", "B", NULL, false}};
    (void)state;
    record_all(FIRST_CALL, 6);
    record_all(MORE, 3);
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        tvx_view *view;
        const char *updated;
        const tvx_query query = {.known_by = CASES[i].known_by};
        assert_int_equal(tvx_view_open(&view, now.file, &query, NULL), TVX_OK);
        const tvx_ruling *by = fate_of(view, CASES[i].name, &updated);
        if (CASES[i].by == NULL)
            assert_null(by);
        else
            assert_string_equal(by->judgement->reason, CASES[i].by);
        assert_int_equal(updated != NULL, CASES[i].updated);
        tvx_view_free(view);
    }
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judgements),
        cmocka_unit_test(updates),
        cmocka_unit_test(drafts_that_are_one),
        cmocka_unit_test(without),
        cmocka_unit_test(brackets),
        CASE(recorded_by_answers_what_the_file_held_then),
        CASE(recorded_by_while_an_add_is_under_way),
        CASE(without_says_what_it_left_out),
        CASE(shows_are_those_of_every_draft_in_order),
        CASE(sources_of_a_term_include_its_variants),
        CASE(a_record_says_what_became_of_it),
        CASE(changes_that_reports_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
