/*
 * Dates (section 4 of the design): the EDTF subset with the bounds of each form, what is refused
 * with which hint, times of day, certainly before, ends widened for --known-by, coarse dates.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/date.h"

enum { DAY = 86400 };

static tvx_date date(const char *text)
{
    tvx_date d;
    tvx_error error = {0};
    if (tvx_date_parse(&d, text, &error) != TVX_OK)
        fail_msg("%s", error.message);
    return d;
}

/* Midnight at the beginning of a day, by counting days from 1970 one year at a time. */
static int64_t midnight(int year, int month, int day)
{
    static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    int64_t days = before[month - 1] + day - 1;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    days += leap && month > 2;
    for (int y = 1970; y < year; y++)
        days += y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 366 : 365;
    for (int y = year; y < 1970; y++)
        days -= y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 366 : 365;
    return days * DAY;
}

/* "2025-02-24" as its midnight; "-" is open. */
static int64_t first_second(const char *day)
{
    return strcmp(day, "-") == 0 ? TVX_TIME_MIN : midnight(atoi(day), atoi(day + 5), atoi(day + 8));
}

static int64_t last_second(const char *day)
{
    return strcmp(day, "-") == 0 ? TVX_TIME_MAX : first_second(day) + DAY - 1;
}

static void known_days_are_where_they_belong(void **state)
{
    (void)state;
    assert_true(date("1970-01-01").earliest == 0);
    assert_true(date("2025-02-24").earliest == INT64_C(1740355200));
    assert_true(date("2000-03-01").earliest == INT64_C(951868800));
    assert_true(date("0001-01-01").earliest == INT64_C(-62135596800));
    assert_true(date("9999-12-31").latest == INT64_C(253402300799));
}

static const struct {
    const char *text, *min, *max;
    tvx_precision precision;
    bool qualified;
} bounds[] = {
    {"2025-02-24", "2025-02-24", "2025-02-24", TVX_PRECISION_DAY, false},
    {"2025-02", "2025-02-01", "2025-02-28", TVX_PRECISION_MONTH, false},
    {"2024-02", "2024-02-01", "2024-02-29", TVX_PRECISION_MONTH, false},
    {"2025", "2025-01-01", "2025-12-31", TVX_PRECISION_YEAR, false},
    {"2025-02-24?", "2025-02-24", "2025-02-24", TVX_PRECISION_DAY, true},
    {"2025-02-24~", "2025-02-24", "2025-02-24", TVX_PRECISION_DAY, true},
    {"2025-02-24%", "2025-02-24", "2025-02-24", TVX_PRECISION_DAY, true},
    {"2025-02~", "2025-02-01", "2025-02-28", TVX_PRECISION_MONTH, true},
    {"2025-02?", "2025-02-01", "2025-02-28", TVX_PRECISION_MONTH, true},
    {"2025~", "2025-01-01", "2025-12-31", TVX_PRECISION_YEAR, true},
    {"202X", "2020-01-01", "2029-12-31", TVX_PRECISION_YEAR, false},
    {"20XX", "2000-01-01", "2099-12-31", TVX_PRECISION_YEAR, false},
    {"2025-XX", "2025-01-01", "2025-12-31", TVX_PRECISION_YEAR, false},
    {"2025-XX-XX", "2025-01-01", "2025-12-31", TVX_PRECISION_YEAR, false},
    {"2024-02-XX", "2024-02-01", "2024-02-29", TVX_PRECISION_MONTH, false},
    {"2025-02-12/2025-02-24", "2025-02-12", "2025-02-24", TVX_PRECISION_INTERVAL, false},
    {"2025-02/2025-04-30", "2025-02-01", "2025-04-30", TVX_PRECISION_INTERVAL, false},
    {"2025/2025-02", "2025-01-01", "2025-02-28", TVX_PRECISION_INTERVAL, false},
    {"2025-02-24?/2025-03-01~", "2025-02-24", "2025-03-01", TVX_PRECISION_INTERVAL, true},
    {"2025-02-24?/2025-03", "2025-02-24", "2025-03-31", TVX_PRECISION_INTERVAL, true},
    {"2025-02-24/..", "2025-02-24", "-", TVX_PRECISION_INTERVAL, false},
    {"../2025-02-24", "-", "2025-02-24", TVX_PRECISION_INTERVAL, false},
    {"2025-02-24/", "2025-02-24", "-", TVX_PRECISION_INTERVAL, false},
    {"/2025-02-24", "-", "2025-02-24", TVX_PRECISION_INTERVAL, false},
    {"../2025-02-24~", "-", "2025-02-24", TVX_PRECISION_INTERVAL, true},
    {"2025-02-24/2025-02-24", "2025-02-24", "2025-02-24", TVX_PRECISION_INTERVAL, false},
    {"2025-02-24/2025-02", "2025-02-24", "2025-02-28", TVX_PRECISION_INTERVAL, false},
    {"2024-12-XX/202X", "2024-12-01", "2029-12-31", TVX_PRECISION_INTERVAL, false},
    {"2000-02-29", "2000-02-29", "2000-02-29", TVX_PRECISION_DAY, false},
    {"1900-02", "1900-02-01", "1900-02-28", TVX_PRECISION_MONTH, false},
    {"0001", "0001-01-01", "0001-12-31", TVX_PRECISION_YEAR, false},
    {"999X", "9990-01-01", "9999-12-31", TVX_PRECISION_YEAR, false},
};

static void bounds_of_every_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        print_message("  %s\n", bounds[i].text);
        tvx_date d = date(bounds[i].text);
        assert_ptr_equal(d.text, bounds[i].text);
        assert_true(d.earliest == first_second(bounds[i].min));
        assert_true(d.latest == last_second(bounds[i].max));
        assert_int_equal(d.precision, bounds[i].precision);
        assert_int_equal(d.qualified, bounds[i].qualified);
        assert_false(d.zoned);
    }
}

/* Each with the words of its own hint that say what to do. */
static const struct {
    const char *text, *hint;
} refused[] = {
    {"2023-02-29", "ends on 2023-02-28"},
    {"1900-02-29", "ends on 1900-02-28"},
    {"2025-02-30", "ends on 2025-02-28"},
    {"2025-04-31", "ends on 2025-04-30"},
    {"2025-04-00", "ends on 2025-04-30"},
    {"2025-13", "months run from 01 to 12"},
    {"2025-00", "months run from 01 to 12"},
    {"2025-00-01", "months run from 01 to 12"},
    {"0000", "years run from 0001 to 9999"},
    {"000X", "years run from 0001 to 9999"},
    {"00XX", "years run from 0001 to 9999"},
    {"Y12025", "years run from 0001 to 9999"},
    {"-0044", "years run from 0001 to 9999"},
    {"12025-02-03", "years run from 0001 to 9999"},
    {"2025-02-24/2025-02-12", "write 2025-02-12/2025-02-24"},
    {"2025-03/2025-02~", "write 2025-02~/2025-03"},
    {"XXXX", "a decade is 202X"},
    {"XXXX-XX-XX", "a decade is 202X"},
    {"../..", "a date at one end"},
    {"/..", "a date at one end"},
    {"../", "a date at one end"},
    {"/", "a date at one end"},
    {"..", "a date at one end"},
    {"2025-21", "write 2025-03/2025-05"},
    {"2025-22", "write 2025-06/2025-08"},
    {"2025-23~", "write 2025-09/2025-11"},
    {"2025-24", "write 2025-12/2026-02"},
    {"2025-21/2025-08", "write 2025-03/2025-05"},
    {"2016-17", "write 2016/2017"},
    {"2025-02-2X", "2025-02-XX or 2025-02"},
    {"2025?-02", "at the end"},
    {"2025-02~-24", "at the end"},
    {"~2025", "at the end"},
    {"[2025-02-12..2025-02-24]", "with a slash"},
    {"{2025-02-12,2025-02-24}", "with a slash"},
    {"2025-02-12..2025-02-24", "with a slash"},
    {"2025 - 2026", "with a slash"},
    {"2025-XX-24", "2025-XX or 2025"},
    {"201X?", "do not go together"},
    {"2025-02-XX~", "do not go together"},
    {"20250224", "joined by hyphens"},
    {"202502", "as in 2025-02"},
    {"2025/02/24", "joined by hyphens"},
    {"2025.02.24", "joined by hyphens"},
    {"2025-2-4", "two digits"},
    {"2025-2", "two digits"},
    {"2025-02-4", "two digits"},
    {"2025-02-4/2025-03-01", "two digits"},
    {"25-02-24", "the year has four digits"},
    {"24.02.2025", "the year comes first"},
    {"2/3/2025", "the year comes first"},
    {"24-02-2025", "the year comes first"},
    {"2025-W09", "a week is written as its days"},
    {"2025-W09-1", "a week is written as its days"},
    {"2025-055", "a day of the year"},
    {"unknown", "leave the date out"},
    {"open", "2025-02-24/.."},
    {"2025-02-24 ", "blank after"},
    {" 2025-02-24", "blank before"},
    {"2025-02-24\n", "blank after"},
    {"", "leave it out"},
    {"2025-02-24T22:12/2025-02-25", "without a time of day"},
    {"2025-02-24/2025-02-25T22:12", "without a time of day"},
    {"2025-02-24T22:12~", "bears no ~"},
    {"2025-02-24T22", "a time of day is written"},
    {"2025-02-24T22:1", "a time of day is written"},
    {"2025-02-24T22:12:3", "a time of day is written"},
    {"2025-02-24 22:12", "a time of day is written"},
    {"2025-02-24t22:12", "a time of day is written"},
    {"2025-02-24T22:12z", "a time of day is written"},
    {"2025-02-24T22:12+2", "a time of day is written"},
    {"2025-02-24T22:12+14:01", "a time of day is written"},
    {"2025-02-24T22:12+01:60", "a time of day is written"},
    {"2025-02-24T22:12+0200", "an offset is written +02:00"},
    {"2025-02-24T22:12:30.5", "seconds are whole"},
    {"2025-02-24T24:00", "hours run from 00 to 23"},
    {"2025-02-24T22:60", "hours run from 00 to 23"},
    {"2025-02-24T23:59:60", "hours run from 00 to 23"},
    {"2025-02-30T22:12", "ends on 2025-02-28"},
    {"2025-02T22:12", "dates are written"},
    {"Today", "dates are written"},
    {"12 February 2025", "dates are written"},
    {"2025-02-24/2025-02-25/2025-02-26", "dates are written"},
    {"2025--02", "dates are written"},
    {"2025-02-24~~", "dates are written"},
    {"202\xc2\xb3", "dates are written"},
    {"\xff", "dates are written"},
    {"2025-02-24\\", "dates are written"},
};

static void refuses_with_its_own_hint(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        print_message("  %s\n", refused[i].text);
        tvx_date d;
        tvx_error error = {0};
        assert_int_equal(tvx_date_parse(&d, refused[i].text, &error), TVX_EINPUT);
        assert_int_equal(error.code, TVX_EINPUT);
        assert_non_null(strstr(error.message, refused[i].text));
        if (strstr(error.hint, refused[i].hint) == NULL)
            fail_msg("hint is '%s'", error.hint);
        assert_int_equal(tvx_date_parse(&d, refused[i].text, NULL), TVX_EINPUT);
    }
}

static void messages_say_what_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"2025-02-30", "'2025-02-30' is not a date: 2025-02 has no day 30"},
        {"2025-13/2026", "'2025-13/2026' is not a date: there is no month 13"},
        {"2025/2024", "'2025/2024' is not a date: it ends before it begins"},
        {"0000-01", "'0000-01' is not a date: there is no year 0"},
        {"2025-02-24T25:00", "'2025-02-24T25:00' is not a date: there is no such time"},
        {"yesterday", "'yesterday' is not a date"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tvx_date d;
        tvx_error error = {0};
        assert_int_equal(tvx_date_parse(&d, cases[i].text, &error), TVX_EINPUT);
        assert_string_equal(error.message, cases[i].message);
    }
}

/* Seconds after the midnight of 2025-02-24, UTC. */
static void times_of_day(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t first, last;
        bool zoned;
    } cases[] = {
        {"2025-02-24T22:12", 79920, 79979, false},
        {"2025-02-24T22:12:30", 79950, 79950, false},
        {"2025-02-24T22:12Z", 79920, 79979, true},
        {"2025-02-24T22:12:30Z", 79950, 79950, true},
        {"2025-02-24T22:12+02:00", 72720, 72779, true},
        {"2025-02-24T22:12:00+02:00", 72720, 72720, true},
        {"2025-02-24T22:12+02", 72720, 72779, true},
        {"2025-02-24T22:12-05:30", 99720, 99779, true},
        {"2025-02-24T00:00+14:00", -50400, -50341, true},
        {"2025-02-24T00:00", 0, 59, false},
        {"2025-02-24T23:59:59", 86399, 86399, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].text);
        tvx_date d = date(cases[i].text);
        int64_t start = midnight(2025, 2, 24);
        assert_true(d.earliest - start == cases[i].first);
        assert_true(d.latest - start == cases[i].last);
        assert_true(d.wide_earliest == d.earliest && d.wide_latest == d.latest);
        assert_int_equal(d.zoned, cases[i].zoned);
        assert_int_equal(d.precision, TVX_PRECISION_TIME);
    }
}

static void certainly_before(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool before, after;
    } cases[] = {
        {"2025-02-12", "2025-02-13", true, false},
        {"2025-02-12", "2025-02-12", false, false},
        {"2025-02", "2025-02-12", false, false},
        {"2025-02", "2025-03-01", true, false},
        {"2025-02-12", "2025-03", true, false},
        {"2025", "2025-12-31", false, false},
        {"2025-02-12/2025-02-24", "2025-02-20", false, false},
        {"2025-02-12/2025-02-24", "2025-02-25", true, false},
        {"../2025-02-12", "2025-02-13", true, false},
        {"2025-02-12/..", "2099", false, false},
        {"2025-02-12/..", "2025-02-11", false, true},
        {"2025-02-12/", "2025-02-11", false, true},
        {"2025-02-24~", "2025-02-25", true, false}, /* ~ widens for known-by alone */
        {"2025-02-24T22:12", "2025-02-24T22:13", true, false},
        {"2025-02-24T22:12", "2025-02-24T22:12:30", false, false},
        {"2025-02-24T22:12:30", "2025-02-24T22:12:30", false, false},
        {"2025-02-24T22:12:30", "2025-02-24T22:12:31", true, false},
        {"2025-02-24T22:12", "2025-02-24", false, false},
        {"2025-02-24T22:12+02:00", "2025-02-24T21:00", true, false},
        {"2025-02-25T01:00+02:00", "2025-02-25", true, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s, %s\n", cases[i].a, cases[i].b);
        tvx_date a = date(cases[i].a), b = date(cases[i].b);
        assert_int_equal(tvx_date_before(&a, &b), cases[i].before);
        assert_int_equal(tvx_date_before(&b, &a), cases[i].after);
    }
}

static void widened_for_known_by(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text, *min, *max;
    } cases[] = {
        {"a day to its month", "2025-02-24~", "2025-02-01", "2025-02-28"},
        {"uncertain alike", "2024-02-24?", "2024-02-01", "2024-02-29"},
        {"both alike", "2025-12-24%", "2025-12-01", "2025-12-31"},
        {"a month to its year", "2025-02~", "2025-01-01", "2025-12-31"},
        {"a year stays", "2025~", "2025-01-01", "2025-12-31"},
        {"unqualified stays", "2025-02-24", "2025-02-24", "2025-02-24"},
        {"unknown digits are no sign", "2025-02-XX", "2025-02-01", "2025-02-28"},
        {"first end alone", "2025-02-24~/2025-02-26", "2025-02-01", "2025-02-26"},
        {"second end alone", "2025-02-24/2025-02-26?", "2025-02-24", "2025-02-28"},
        {"each end by its own", "2025-02-24%/2025-03~", "2025-02-01", "2025-12-31"},
        {"the open end stays open", "../2025-02-24~", "-", "2025-02-28"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].rule);
        tvx_date d = date(cases[i].text);
        assert_true(d.wide_earliest == first_second(cases[i].min));
        assert_true(d.wide_latest == last_second(cases[i].max));
    }
}

static void within(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool a_in_b, b_in_a;
    } cases[] = {
        {"2025-02-24", "2025-02", true, false},
        {"2025-02", "2025-02-01/2025-02-28", true, true},
        {"2025-02-24", "2025-02-24", true, true},
        {"2025-02", "2025-03", false, false},
        {"2025-02-12/2025-02-24", "2025-02-20/2025-02-28", false, false},
        {"2025-02-24", "../2025-02-24", true, false},
        {"2025-02-24T22:12", "2025-02-24", true, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s, %s\n", cases[i].a, cases[i].b);
        tvx_date a = date(cases[i].a), b = date(cases[i].b);
        assert_int_equal(tvx_date_within(&a, &b), cases[i].a_in_b);
        assert_int_equal(tvx_date_within(&b, &a), cases[i].b_in_a);
    }
}

/* Every date of the list comes before those after it; the missing one is last. */
static void ordered_by_latest_then_earliest(void **state)
{
    (void)state;
    static const char *const sorted[] = {
        "../2025-02-12", "2025-02-12",    "2025-02-13T08:00", "2025-02-12/2025-02-13",
        "2025-02-13",    "2025-02",       "2025-02-28",       "2025",
        "2025-12-31",    "2025-02-12/..", "2025-02-13/",
    };
    enum { N = sizeof sorted / sizeof sorted[0] };
    tvx_date dates[N + 1] = {0};
    for (size_t i = 0; i < N; i++)
        dates[i] = date(sorted[i]);
    for (size_t i = 0; i <= N; i++)
        for (size_t j = 0; j <= N; j++) {
            int order = tvx_date_compare(&dates[i], &dates[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    tvx_date same = date("2025-02-01/2025-02-28");
    assert_int_equal(tvx_date_compare(&dates[5], &same), 0);
}

static void coarse(void **state)
{
    (void)state;
    static const char *const coarse_ones[] = {"2025-02",    "2025-02~", "2025-02-XX",
                                              "2025",       "2025?",    "2025-XX",
                                              "2025-XX-XX", "202X",     "20XX"};
    static const char *const others[] = {"2025-02-24", "2025-02-24~", "2025-02-24T22:12",
                                         "2025-02/2025-03", "2025/.."};
    for (size_t i = 0; i < sizeof coarse_ones / sizeof coarse_ones[0]; i++) {
        tvx_date d = date(coarse_ones[i]);
        assert_true(tvx_date_coarse(&d));
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        tvx_date d = date(others[i]);
        assert_false(tvx_date_coarse(&d));
    }
}

static void a_megabyte_is_refused_at_once(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    static const char fills[] = "0X/T.-\xc3[";
    char *text = malloc(SIZE + 1);
    assert_non_null(text);
    for (size_t i = 0; fills[i] != '\0'; i++) {
        memset(text, fills[i], SIZE);
        text[SIZE] = '\0';
        tvx_date d;
        tvx_error error = {0};
        assert_int_equal(tvx_date_parse(&d, text, &error), TVX_EINPUT);
        assert_non_null(strstr(error.hint, "dates are written"));
    }
    free(text);
}

/* Every day from 0001 to 9999 follows the one before it, and is refused past its month's end. */
static void the_whole_calendar(void **state)
{
    (void)state;
    int64_t expected = midnight(1, 1, 1);
    for (int y = 1; y <= 9999; y++)
        for (int m = 1; m <= 12; m++) {
            char text[32];
            snprintf(text, sizeof text, "%04d-%02d", y, m);
            tvx_date d;
            assert_int_equal(tvx_date_parse(&d, text, NULL), TVX_OK);
            assert_true(d.earliest == expected);
            expected = d.latest + 1;
            int days = (int)((expected - d.earliest) / DAY);
            snprintf(text, sizeof text, "%04d-%02d-%02d", y, m, days);
            assert_int_equal(tvx_date_parse(&d, text, NULL), TVX_OK);
            assert_true(d.latest + 1 == expected);
            snprintf(text, sizeof text, "%04d-%02d-%02d", y, m, days + 1);
            assert_int_equal(tvx_date_parse(&d, text, NULL), TVX_EINPUT);
        }
    assert_true(expected == midnight(10000, 1, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days_are_where_they_belong),
        cmocka_unit_test(bounds_of_every_form),
        cmocka_unit_test(refuses_with_its_own_hint),
        cmocka_unit_test(messages_say_what_is_wrong),
        cmocka_unit_test(times_of_day),
        cmocka_unit_test(certainly_before),
        cmocka_unit_test(widened_for_known_by),
        cmocka_unit_test(within),
        cmocka_unit_test(ordered_by_latest_then_earliest),
        cmocka_unit_test(coarse),
        cmocka_unit_test(a_megabyte_is_refused_at_once),
        cmocka_unit_test(the_whole_calendar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
