/* Cutting input into records: section 2 (forms of input), section 7 (add), corners 2 (lines). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/mem.h"
#include "limited.h"
#include "read/pieces.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* --- sources and takers --- */

typedef struct source {
    const char *text;
    size_t left, step; /* bytes handed out at a time */
    bool breaks;       /* fails where it should end */
} source;

static int give(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    source *s = payload;
    if (s->left == 0 && s->breaks)
        return tvx_fail(error, TVX_EIO, "the disk is gone");
    *got = size < s->step ? size : s->step;
    if (*got > s->left)
        *got = s->left;
    memcpy(buffer, s->text, *got);
    s->text += *got;
    s->left -= *got;
    return TVX_OK;
}

/* Notes each piece as "LINE:TEXT|"; a piece "{stop}" stops. */
static int take(void *payload, const char *text, size_t n, unsigned long line, tvx_error *error)
{
    (void)error;
    assert_int_equal(strlen(text), n);
    tvx_buf_format(payload, "%lu:", line);
    tvx_buf_put(payload, text, n);
    tvx_buf_char(payload, '|');
    return strcmp(text, "{stop}") == 0 ? TVX_ESTOP : TVX_OK;
}

static int read_text(const char *text, size_t n, size_t step, tvx_buf *notes, tvx_error *error)
{
    source s = {.text = text, .left = n, .step = step};
    return tvx_read_pieces(give, &s, take, notes, error);
}

/* --- what is read --- */

static const struct {
    const char *rule, *text, *pieces;
} accepted[] = {
    {"one object", "{\"a\": \"b\"}", "1:{\"a\": \"b\"}|"},
    {"one object over several lines", "\n {\n}\n", "2:{\n}|"},
    {"a list", "[{},{\"a\":[]} , {}]", "1:{}|1:{\"a\":[]}|1:{}|"},
    {"a list over several lines", "[\n{},\n\n{\n}\n]\n", "2:{}|4:{\n}|"},
    {"an empty list (no record, but meant so)", " [ \n ] ", ""},
    {"JSON Lines", "{\"a\":\"1\"}\n{\"b\":\"2\"}\n", "1:{\"a\":\"1\"}|2:{\"b\":\"2\"}|"},
    {"JSON Lines, blank lines (corners, 2)", "\n{}\n\n \t\n{}\n\n", "2:{}|5:{}|"},
    {"JSON Lines, no line feed at the end", "{}\n{}", "1:{}|2:{}|"},
    {"line ends of Windows count once", "{}\r\n{\r\n}\r\n{}", "1:{}|2:{\r\n}|4:{}|"},
    {"objects one after another", "{}{} {}", "1:{}|1:{}|1:{}|"},
    {"byte order mark", "\xef\xbb\xbf{}", "1:{}|"},
    {"brackets in strings are text", "{\"]}\":\"[{\"}{}", "1:{\"]}\":\"[{\"}|1:{}|"},
    {"quotes in strings", "{\"\\\"}\\\\\":\"\"}{}", "1:{\"\\\"}\\\\\":\"\"}|1:{}|"},
    {"line feeds in a piece count", "{\"a\n\"}\n{}", "1:{\"a\n\"}|3:{}|"},
    {"what is within is for others to judge", "{ ] {x}", "1:{ ]|1:{x}|"},
    {"a taker may stop", "{a}{stop}{b}", "1:{a}|1:{stop}|"},
};

static void cuts_records(void **state)
{
    (void)state;
    static const size_t steps[] = {1, 2, 3, 7, 1000};
    for (size_t i = 0; i < COUNT(accepted); i++) {
        for (size_t j = 0; j < COUNT(steps); j++) {
            tvx_buf notes = {0};
            tvx_error error = {0};
            const char *text = accepted[i].text;
            int code = read_text(text, strlen(text), steps[j], &notes, &error);
            if (code != (strstr(text, "{stop}") == NULL ? TVX_OK : TVX_ESTOP))
                fail_msg("%s: %s", accepted[i].rule, error.message);
            if (strcmp(tvx_buf_string(&notes), accepted[i].pieces) != 0)
                fail_msg("%s, %zu at a time: %s", accepted[i].rule, steps[j],
                         tvx_buf_string(&notes));
            tvx_buf_dispose(&notes);
        }
    }
}

/* --- what is refused --- */

#define FORMS "a file holds one object, a list of objects, or one object a line"
#define COMMA "commas stand between the records of a list, [{…}, {…}]"

static const struct {
    const char *rule, *text;
    size_t size; /* 0: up to the NUL */
    const char *message, *hint;
    unsigned long line;
} refused[] = {
    {"an empty file", "", 0, "there is no record in it", FORMS, 1},
    {"blank lines alone", "\n\n", 0, "there is no record in it", FORMS, 3},
    {"a byte order mark alone", "\xef\xbb\xbf", 0, "there is no record in it", FORMS, 1},
    {"a word", "\nhello", 0, "a record begins with '{', not 'h'", FORMS, 2},
    {"a number", "12", 0, "a record begins with '{', not '1'", FORMS, 1},
    {"a string", "\"a\"", 0, "a record begins with '{', not '\"'", FORMS, 1},
    {"a character beyond ASCII", "\xe2\x80\x9c{}", 0,
     "a record begins with '{', not '\xe2\x80\x9c'", FORMS, 1},
    {"a byte that is no text", "\xff{}", 0, "a record begins with '{', not '0xff'", FORMS, 1},
    {"a character cut short", "\xe2\x80", 0, "a record begins with '{', not '0xe2'", FORMS, 1},
    {"a control character", "{}\n\x01", 0, "a record begins with '{', not '0x01'", FORMS, 2},
    {"NUL", "\0", 1, "a record begins with '{', not '0x00'", FORMS, 1},
    {"after a record", "{}\n}", 0, "a record begins with '{', not '}'", FORMS, 2},
    {"a list after a record", "{}\n[{}]", 0, "a record begins with '{', not '['", FORMS, 2},
    {"a list within a list", "[[{}]]", 0, "a record begins with '{', not '['", FORMS, 1},
    {"a string in a list", "[{},\n\"a\"]", 0, "a record begins with '{', not '\"'", FORMS, 2},
    {"a bracket out of place", "{}]", 0, "a record begins with '{', not ']'", FORMS, 1},
    {"a missing comma", "[{}\n{}]", 0, "a comma is missing before this record", COMMA, 2},
    {"a comma at the end of a list", "[{}\n,]", 0, "a comma stands before the end of the list",
     "leave it out", 2},
    {"a comma at the beginning of a list", "[,{}]", 0, "a comma is out of place", COMMA, 1},
    {"two commas", "[{},\n,{}]", 0, "a comma is out of place", COMMA, 2},
    {"a comma between objects of no list", "{},\n{}", 0, "a comma is out of place", COMMA, 1},
    {"a comma before all", ",{}", 0, "a comma is out of place", COMMA, 1},
    {"a list not closed", "[{}\n", 0, "the list is not closed", "it ends with ']'", 2},
    {"a list not closed, after a comma", "[{},", 0, "the list is not closed", "it ends with ']'",
     1},
    {"a list only begun", "[", 0, "the list is not closed", "it ends with ']'", 1},
    {"a record after the list", "[{}]\n{}", 0, "nothing may follow the list, but there is '{'",
     FORMS, 2},
    {"a comma after the list", "[{}],", 0, "nothing may follow the list, but there is ','", FORMS,
     1},
    {"a record not finished", "{}\n{\"a\": {}\n\n", 0,
     "the record that begins here is not finished", "a closing bracket or quote is missing", 2},
    {"a string not finished", "{\"a}\n{}", 0, "the record that begins here is not finished",
     "a closing bracket or quote is missing", 1},
    {"SQLite's file", "SQLite format 3\0\x10\0", 18,
     "this is a travaux or other SQLite file, not JSON",
     "take its records in with merge, or export them as jsonl first", 1},
    {"a file that only begins like SQLite's", "SQLite", 0, "a record begins with '{', not 'S'",
     FORMS, 1},
    {"UTF-16, little end first", "\xff\xfe{\0}\0", 6, "this is not UTF-8 but UTF-16",
     "save the file as UTF-8", 1},
    {"UTF-16, big end first", "\xfe\xff\0{\0}", 6, "this is not UTF-8 but UTF-16",
     "save the file as UTF-8", 1},
    {"a spreadsheet", "PK\x03\x04zipped", 0, "this is a zipped file or a spreadsheet, not JSON",
     "save it as text", 1},
};

static void refuses_what_is_no_record(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        for (size_t step = 1; step <= 1000; step += 999) {
            tvx_buf notes = {0};
            tvx_error error = {0};
            const char *text = refused[i].text;
            size_t n = refused[i].size > 0 ? refused[i].size : strlen(text);
            int code = read_text(text, n, step, &notes, &error);
            if (code != TVX_EINPUT || strcmp(error.message, refused[i].message) != 0 ||
                strcmp(error.hint, refused[i].hint) != 0 || error.line != refused[i].line)
                fail_msg("%s: %d, line %lu: %s (%s)", refused[i].rule, code, error.line,
                         error.message, error.hint);
            tvx_buf_dispose(&notes);
        }
    }
}

static void records_before_the_fault_are_handed_over(void **state)
{
    (void)state;
    tvx_buf notes = {0};
    assert_int_equal(read_text("{}\n{\"a\"}\n,", 10, 1000, &notes, NULL), TVX_EINPUT);
    assert_string_equal(notes.data, "1:{}|2:{\"a\"}|");
    tvx_buf_dispose(&notes);
}

static void a_source_that_fails_is_heard(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "{}", "{\"a\"", "[{}", "\xe2"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        tvx_buf notes = {0};
        tvx_error error = {0};
        source s = {.text = texts[i], .left = strlen(texts[i]), .step = 1, .breaks = true};
        assert_int_equal(tvx_read_pieces(give, &s, take, &notes, &error), TVX_EIO);
        assert_string_equal(error.message, "the disk is gone");
        tvx_buf_dispose(&notes);
    }
}

static void every_want_of_memory_is_told(void **state)
{
    (void)state;
    static char text[200000];
    memset(text, ' ', sizeof text);
    text[0] = '{';
    text[sizeof text - 1] = '}';
    int code = TVX_ENOMEM;
    long k = 0;
    for (; code != TVX_OK; k++) {
        tvx_buf notes = {0};
        source s = {.text = text, .left = sizeof text, .step = 1000};
        allocations_left = k;
        code = tvx_read_pieces(give, &s, take, &notes, NULL);
        allocations_left = -1;
        assert_true(code == TVX_OK || code == TVX_ENOMEM);
        tvx_buf_dispose(&notes);
    }
    assert_true(k > 3);
}

/* --- long input --- */

/* `{"a":"xxx…"}` of a length, without end. */
typedef struct endless {
    size_t given;
} endless;

static int give_endless(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    (void)error;
    endless *e = payload;
    memset(buffer, 'x', size);
    if (e->given == 0)
        memcpy(buffer, "\n{\"", 3);
    e->given += size;
    *got = size;
    return TVX_OK;
}

static void a_record_too_long_is_refused(void **state)
{
    (void)state;
    tvx_buf notes = {0};
    tvx_error error = {0};
    endless e = {0};
    assert_int_equal(tvx_read_pieces(give_endless, &e, take, &notes, &error), TVX_EINPUT);
    assert_string_equal(error.message, "the record that begins here is longer than 256 MiB");
    assert_int_equal(error.line, 2);
    assert_true(e.given < TVX_PIECE_MAX + 1024 * 1024);
}

static int count_piece(void *payload, const char *text, size_t n, unsigned long line,
                       tvx_error *error)
{
    (void)error;
    size_t *count = payload;
    assert_int_equal(line, ++*count);
    assert_int_equal(n, *count % 2000 + 2);
    assert_int_equal(text[n - 1], '}');
    return TVX_OK;
}

/* Records longer and shorter, so that every place in a chunk is an end of one. */
static void records_may_lie_across_chunks(void **state)
{
    (void)state;
    tvx_buf text = {0};
    size_t count = 0;
    for (size_t i = 1; i <= 5000; i++)
        tvx_buf_format(&text, "{%*s}\n", (int)(i % 2000), "");
    source s = {.text = text.data, .left = text.size, .step = 1000000};
    assert_int_equal(tvx_read_pieces(give, &s, count_piece, &count, NULL), TVX_OK);
    assert_int_equal(count, 5000);
    tvx_buf_dispose(&text);
}

/* --- lines of pointers --- */

static const char record[] = "{\n"                           /* 1 */
                             "  \"key\": \"a\",\r\n"         /* 2 */
                             "  \"claims\": [\n"             /* 3 */
                             "    {\"term\":\n"              /* 4 */
                             "      \"x\\\"]}\"},\n"         /* 5 */
                             "    {\n"                       /* 6 */
                             "      \"to\" : [ [ ], true,\n" /* 7 */
                             "        {\"n\": -1e5} ],\n"    /* 8 */
                             "      \"value\": \"50%\"\n"    /* 9 */
                             "    }\n"                       /* 10 */
                             "  ],\n"                        /* 11 */
                             "  \"a/b\": \"s\", \"m~n\":\n"  /* 12 */
                             "   \"t\", \"\": {\n"           /* 13 */
                             "   \"x\": \"y\"}\n"            /* 14 */
                             "}\n";

static const struct {
    const char *rule, *pointer;
    unsigned long line;
} lines[] = {
    {"the whole", "", 1},
    {"a member", "/key", 2},
    {"a list begins at its bracket", "/claims", 3},
    {"an element", "/claims/0", 4},
    {"a value on the line after its name", "/claims/0/term", 5},
    {"a later element", "/claims/1", 6},
    {"a member of it", "/claims/1/value", 9},
    {"blanks before the colon", "/claims/1/to", 7},
    {"an empty list", "/claims/1/to/0", 7},
    {"a word", "/claims/1/to/1", 7},
    {"an element on another line", "/claims/1/to/2", 8},
    {"a number", "/claims/1/to/2/n", 8},
    {"~1 is a slash", "/a~1b", 12},
    {"~0 is a tilde", "/m~0n", 13},
    {"an empty name", "/", 13},
    {"within an empty name", "//x", 14},
    {"leads nowhere: unknown member", "/nothing", 1},
    {"leads nowhere: a name that only begins so", "/ke", 1},
    {"leads nowhere: a longer name", "/keys", 1},
    {"leads nowhere: within an element", "/claims/1/value/x", 9},
    {"leads nowhere: no such element", "/claims/2", 3},
    {"leads nowhere: no such element in an empty list", "/claims/1/to/0/0", 7},
    {"leads nowhere: no number", "/claims/x", 3},
    {"leads nowhere: a number too large", "/claims/18446744073709551616", 3},
    {"leads nowhere: no pointer", "key", 1},
    {"a pointer that was cut", "/claims/1/va\xe2\x80\xa6", 6},
};

static void finds_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        unsigned long line = tvx_read_line(record, strlen(record), lines[i].pointer, 1);
        if (line != lines[i].line)
            fail_msg("%s: %lu", lines[i].rule, line);
        line = tvx_read_line(record, strlen(record), lines[i].pointer, 101);
        assert_int_equal(line, lines[i].line + 100);
    }
}

static void an_empty_list_has_no_first_element(void **state)
{
    (void)state;
    assert_int_equal(tvx_read_line("[\n]", 3, "/0", 1), 1);
    assert_int_equal(tvx_read_line("[\n\"a\"]", 6, "/0", 1), 2);
}

static void what_is_no_json_has_lines_too(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",  "{",       "{\"a\"",   "{\"a\":", "{\"a\":\"", "[",    "[\"x\"", "[,",
        "}", "{\"a\"}", "{\"a\":}", "{:::}",   "{,,}",      "[]]]", "[{]",    "{\"a\":[\"x\"",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_int_equal(tvx_read_line(texts[i], strlen(texts[i]), "/a/0", 7), 7);
        assert_int_equal(tvx_read_line(texts[i], strlen(texts[i]), "/0/a", 7), 7);
        assert_int_equal(tvx_read_line(texts[i], strlen(texts[i]), "/1", 7), 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_records),
        cmocka_unit_test(refuses_what_is_no_record),
        cmocka_unit_test(records_before_the_fault_are_handed_over),
        cmocka_unit_test(a_source_that_fails_is_heard),
        cmocka_unit_test(every_want_of_memory_is_told),
        cmocka_unit_test(a_record_too_long_is_refused),
        cmocka_unit_test(records_may_lie_across_chunks),
        cmocka_unit_test(finds_lines),
        cmocka_unit_test(an_empty_list_has_no_first_element),
        cmocka_unit_test(what_is_no_json_has_lines_too),
    };
    return cmocka_run_group_tests_name("pieces", tests, NULL, NULL);
}
