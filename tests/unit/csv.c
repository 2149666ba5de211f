/* Cutting CSV into rows: issue 4, point 7; formats, 1 (CSV). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/mem.h"
#include "limited.h"
#include "read/csv.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* --- sources and takers --- */

typedef struct source {
    const char *text; /* NULL: a fill without end */
    size_t left, step;
    char fill;
    size_t given; /* bytes handed out */
    bool breaks;  /* fails where it should end */
} source;

static int give(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    source *s = payload;
    if (s->left == 0 && s->breaks)
        return tvx_fail(error, TVX_EIO, "the disk is gone");
    *got = size < s->step ? size : s->step;
    if (*got > s->left)
        *got = s->left;
    s->left -= *got;
    s->given += *got;
    if (s->text == NULL) {
        memset(buffer, s->fill, *got);
        return TVX_OK;
    }
    memcpy(buffer, s->text, *got);
    s->text += *got;
    return TVX_OK;
}

/* Notes each row as "LINE:<CELL><CELL>"; a cell "stop" stops. */
static int take(void *payload, const tvx_csv_row *row, tvx_error *error)
{
    (void)error;
    tvx_buf_format(payload, "%lu:", row->line);
    for (size_t i = 0; i < row->n; i++)
        tvx_buf_format(payload, "<%s>", row->cells[i]);
    return strcmp(row->cells[0], "stop") == 0 ? TVX_ESTOP : TVX_OK;
}

static int read_text(const char *text, size_t n, size_t step, char delimiter, tvx_buf *notes,
                     tvx_error *error)
{
    source s = {.text = text, .left = n, .step = step};
    return tvx_read_csv(give, &s, delimiter, take, notes, error);
}

/* --- what is read --- */

static const struct {
    const char *rule, *text, *rows;
    char delimiter;
} accepted[] = {
    {"a header and a row", "a,b\n1,2\n", "1:<a><b>2:<1><2>", 0},
    {"no line end at the end", "a,b\n1,2", "1:<a><b>2:<1><2>", 0},
    {"a header alone", "a,b\n", "1:<a><b>", 0},
    {"empty cells", "a,b,c\n,,\n1,,\n", "1:<a><b><c>2:<><><>3:<1><><>", 0},
    {"an empty cell at the very end", "a,b\n1,", "1:<a><b>2:<1><>", 0},
    {"CR LF", "a,b\r\n1,2\r\n3,4", "1:<a><b>2:<1><2>3:<3><4>", 0},
    {"CR alone", "a,b\r1,2\r", "1:<a><b>2:<1><2>", 0},
    {"line ends mixed", "a,b\r\n1,2\n3,4\r5,6", "1:<a><b>2:<1><2>3:<3><4>4:<5><6>", 0},
    {"blank lines are no rows", "\n\na,b\n\n1,2\n\r\n\n3,4\n\n", "3:<a><b>5:<1><2>8:<3><4>", 0},
    {"a row of blanks is one", "a\n \n", "1:<a>2:< >", 0},
    {"blanks are kept", " a , b\n 1,2 \n", "1:< a >< b>2:< 1><2 >", 0},
    {"quotes are taken off", "\"a\",\"b c\"\n\"\",\"2\"\n", "1:<a><b c>2:<><2>", 0},
    {"a quoted empty cell alone is a row", "a\n\"\"\n", "1:<a>2:<>", 0},
    {"doubled quotes", "a\n\"\"\"x\"\" and \"\"\"\"\"\n", "1:<a>2:<\"x\" and \"\">", 0},
    {"a quoted delimiter", "a,b\n\"1,2\",3\n", "1:<a><b>2:<1,2><3>", 0},
    {"a quoted line end is text, and counts", "a,b\n\"1\n\n2\",3\n4,5",
     "1:<a><b>2:<1\n\n2><3>5:<4><5>", 0},
    {"a quoted CR LF counts once", "a\n\"1\r\n2\"\n3\n\"4\r5\"\n6",
     "1:<a>2:<1\r\n2>4:<3>5:<4\r5>7:<6>", 0},
    {"CR before a closing quote", "a\n\"1\r\"\n2", "1:<a>2:<1\r>4:<2>", 0},
    {"byte order mark",
     "\xef\xbb\xbf"
     "a,b\n1,2",
     "1:<a><b>2:<1><2>", 0},
    {"byte order mark before a quote", "\xef\xbb\xbf\"a\",b\n1,2", "1:<a><b>2:<1><2>", 0},
    {"text beyond ASCII", "a\nУгода €\n", "1:<a>2:<Угода €>", 0},
    {"semicolons", "a;b\n1,5;2\n", "1:<a><b>2:<1,5><2>", 0},
    {"tabs", "a\tb\n1;5\t2\n", "1:<a><b>2:<1;5><2>", 0},
    {"quoted marks do not count", "\"a,b,c,d\";e\n1;2\n", "1:<a,b,c,d><e>2:<1><2>", 0},
    {"the first row decides", "a;b\n1;\"2,3,4,5\"\n", "1:<a><b>2:<1><2,3,4,5>", 0},
    {"as many of each: a comma", "a,b;c\n1,2\n", "1:<a><b;c>2:<1><2>", 0},
    {"none: one column", "a\n1\n", "1:<a>2:<1>", 0},
    {"a delimiter that is said", "a,b;c\n1;2\n", "1:<a,b><c>2:<1><2>", ';'},
    {"any other", "a|b\n1|2\n", "1:<a><b>2:<1><2>", '|'},
    {"a line by which Excel says it", "sep=;\r\na,x,y;b\r\n1;2\r\n", "2:<a,x,y><b>3:<1><2>", 0},
    {"what is said goes before", "sep=;\na,b\n1,2\n", "2:<a><b>3:<1><2>", ','},
    {"another column named like it", "sep=,b\n1,2\n", "1:<sep=><b>2:<1><2>", 0},
    {"a taker may stop", "a\nstop\n1", "1:<a>2:<stop>", 0},
};

static void cuts_rows(void **state)
{
    (void)state;
    static const size_t steps[] = {1, 2, 3, 7, 1000};
    for (size_t i = 0; i < COUNT(accepted); i++) {
        for (size_t j = 0; j < COUNT(steps); j++) {
            tvx_buf notes = {0};
            tvx_error error = {0};
            const char *text = accepted[i].text;
            int code =
                read_text(text, strlen(text), steps[j], accepted[i].delimiter, &notes, &error);
            if (code != (strstr(text, "stop") == NULL ? TVX_OK : TVX_ESTOP))
                fail_msg("%s: %s", accepted[i].rule, error.message);
            if (strcmp(tvx_buf_string(&notes), accepted[i].rows) != 0)
                fail_msg("%s, %zu at a time: %s", accepted[i].rule, steps[j],
                         tvx_buf_string(&notes));
            tvx_buf_dispose(&notes);
        }
    }
}

/* --- what is refused --- */

#define CLOSED  "text follows the closing quote of a cell"
#define OPENED  "a quote stands within a cell that is not quoted"
#define UNENDED "the quote that begins here is not closed"
#define UTF16   "this is not UTF-8 but UTF-16"
#define NUL     "a NUL byte is not accepted"
#define UTF8    "the cell is not valid UTF-8"

static const struct {
    const char *rule, *text;
    size_t size; /* 0: up to the NUL */
    const char *message;
    unsigned long line;
    const char *place;
} refused[] = {
    {"a row too short", "a,b,c\n1,2,3\n4,5\n", 0, "the row has 2 cells, the header 3", 3,
     "column 3 (c)"},
    {"a row of one cell", "a,b\n1\n", 0, "the row has 1 cell, the header 2", 2, "column 2 (b)"},
    {"a row too long", "a,b\n1,2,3\n", 0, "the row has 3 cells, the header 2", 2, "column 3"},
    {"where a row over several lines begins", "a,b\n\"1\n\n\",2,3\n", 0,
     "the row has 3 cells, the header 2", 2, "column 3"},
    {"a quote that is not closed", "a,b\n1,2\n3,\"4\n5,6\n", 0, UNENDED, 3, "column 2 (b)"},
    {"one that a doubled quote does not close", "a\n\"1\"\"", 0, UNENDED, 2, "column 1 (a)"},
    {"one in the header", "a,\"b\n1,2\n", 0, UNENDED, 1, "column 2"},
    {"text after a closing quote", "a,b\n1,\"2\"x\n", 0, CLOSED, 2, "column 2 (b)"},
    {"a blank after it", "a,b\n\"1\" ,2\n", 0, CLOSED, 2, "column 1 (a)"},
    {"on the line where it stands", "a,b\n\"1\n2\"x,3\n", 0, CLOSED, 3, "column 1 (a)"},
    {"a quote within a cell", "a,b\n1,2\"x\n", 0, OPENED, 2, "column 2 (b)"},
    {"a blank before a quote", "a,b\n1, \"2\"\n", 0, OPENED, 2, "column 2 (b)"},
    {"NUL", "a,b\n1,2\0\n", 9, NUL, 2, "column 2 (b)"},
    {"NUL within quotes", "a\n\"\0\"\n", 5, NUL, 2, "column 1 (a)"},
    {"UTF-16 without a mark", "a\0,\0b\0", 6, NUL, 1, "column 1"},
    {"UTF-16, little end first",
     "\xff\xfe"
     "a\0",
     4, UTF16, 1, ""},
    {"UTF-16, big end first", "\xfe\xff\0a", 4, UTF16, 1, ""},
    {"what is no UTF-8", "a,b\n1,\xe9t\xe9\n", 0, UTF8, 2, "column 2 (b)"},
    {"a character cut short", "a,b\n1,\xe2\x82", 0, UTF8, 2, "column 2 (b)"},
    {"nothing", "", 0, "there is no row in it", 1, ""},
    {"a mark alone", "\xef\xbb\xbf", 0, "there is no row in it", 1, ""},
    {"blank lines alone", "\n\r\n\n", 0, "there is no row in it", 4, ""},
    {"a spreadsheet", "PK\x03\x04zip", 0, "this is a zipped file or a spreadsheet, not CSV", 1, ""},
    {"a travaux file", "SQLite format 3", 16, "this is a travaux or other SQLite file, not CSV", 1,
     ""},
    {"BibTeX", "@article{a,\n", 0, "this is BibTeX, not CSV", 1, ""},
    {"RIS", "TY  - NEWS\n", 0, "this is RIS, not CSV", 1, ""},
    {"a web page", "<!DOCTYPE html>", 0, "this is HTML or XML, not CSV", 1, ""},
};

static void refuses_what_is_not_clear(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        tvx_buf notes = {0};
        tvx_error error = {0};
        size_t n = refused[i].size != 0 ? refused[i].size : strlen(refused[i].text);
        int code = read_text(refused[i].text, n, 1000, 0, &notes, &error);
        if (code != TVX_EINPUT || strcmp(error.message, refused[i].message) != 0)
            fail_msg("%s: %d %s", refused[i].rule, code, error.message);
        if (error.line != refused[i].line || strcmp(error.pointer, refused[i].place) != 0)
            fail_msg("%s: line %lu, '%s'", refused[i].rule, error.line, error.pointer);
        if (error.hint[0] == '\0')
            fail_msg("%s: no hint", refused[i].rule);
        tvx_buf_dispose(&notes);
    }
}

/* --- limits --- */

static const struct {
    const char *rule;
    char fill;
    const char *message;
} endless[] = {
    {"1 GiB in one cell", 'x', "the cell that begins here is longer than 1 MiB"},
    {"1 GiB of cells in one row", ',', "the row has more than 1000 cells"},
};

/* The answer comes as soon as the limit is passed, whatever follows. */
static void bounds_what_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(endless); i++) {
        tvx_buf notes = {0};
        tvx_error error = {0};
        source s = {.left = (size_t)1 << 30, .step = 65536, .fill = endless[i].fill};
        assert_int_equal(tvx_read_csv(give, &s, 0, take, &notes, &error), TVX_EINPUT);
        assert_string_equal(error.message, endless[i].message);
        assert_true(s.given <= TVX_CSV_CELL_MAX + 2 * 65536);
        tvx_buf_dispose(&notes);
    }
}

/* A text of n bytes before an end; the caller frees it. */
static char *filled(size_t n, const char *begin, const char *end)
{
    tvx_buf text = {0};
    tvx_buf_text(&text, begin);
    for (size_t i = 0; i < n; i++)
        tvx_buf_char(&text, 'x');
    tvx_buf_text(&text, end);
    return text.data;
}

static void a_cell_holds_so_much(void **state)
{
    (void)state;
    for (size_t over = 0; over < 2; over++) {
        tvx_buf notes = {0};
        tvx_error error = {0};
        char *text = filled(TVX_CSV_CELL_MAX + over, "a,b\n1,\"", "\"\n");
        int code = read_text(text, strlen(text), 65536, 0, &notes, &error);
        assert_int_equal(code, over == 0 ? TVX_OK : TVX_EINPUT);
        assert_int_equal(error.line, over == 0 ? 0 : 2);
        assert_string_equal(error.pointer, over == 0 ? "" : "column 2 (b)");
        tvx_buf_dispose(&notes);
        tvx_mem_free(text);
    }
}

static void a_row_has_so_many_cells(void **state)
{
    (void)state;
    for (size_t over = 0; over < 2; over++) {
        tvx_buf notes = {0}, text = {0};
        tvx_error error = {0};
        for (size_t i = 1; i < TVX_CSV_COLUMNS_MAX + over; i++)
            tvx_buf_text(&text, "x,");
        tvx_buf_text(&text, "x\n");
        int code = read_text(text.data, text.size, 65536, 0, &notes, &error);
        assert_int_equal(code, over == 0 ? TVX_OK : TVX_EINPUT);
        tvx_buf_dispose(&notes);
        tvx_buf_dispose(&text);
    }
}

/* --- what goes wrong elsewhere --- */

static void passes_on_what_the_source_says(void **state)
{
    (void)state;
    tvx_buf notes = {0};
    tvx_error error = {0};
    source s = {.text = "a,b\n1", .left = 5, .step = 2, .breaks = true};
    assert_int_equal(tvx_read_csv(give, &s, 0, take, &notes, &error), TVX_EIO);
    assert_string_equal(error.message, "the disk is gone");
    tvx_buf_dispose(&notes);
}

static void tells_of_want_of_memory(void **state)
{
    (void)state;
    static const char text[] = "a,b\n\"1\n2\",3\n4,5\n";
    long n = 0;
    for (int code = TVX_ENOMEM; code == TVX_ENOMEM; n++) {
        tvx_buf notes = {0};
        tvx_error error = {0};
        source s = {.text = text, .left = sizeof text - 1, .step = 5};
        allocations_left = n;
        code = tvx_read_csv(give, &s, 0, take, &notes, &error);
        allocations_left = -1;
        if (code != TVX_OK)
            assert_string_equal(error.message, "out of memory");
        tvx_buf_dispose(&notes);
    }
    assert_true(n > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_rows),
        cmocka_unit_test(refuses_what_is_not_clear),
        cmocka_unit_test(bounds_what_is_read),
        cmocka_unit_test(a_cell_holds_so_much),
        cmocka_unit_test(a_row_has_so_many_cells),
        cmocka_unit_test(passes_on_what_the_source_says),
        cmocka_unit_test(tells_of_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
