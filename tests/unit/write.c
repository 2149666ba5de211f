/*
 * What is written: dates as people read them, JSON, CSV and Markdown with texts that try to break
 * out, tables, changes and readings in words. The answers themselves: write_answers.c.
 */
#include "write_view.h"

#include "base/json.h"
#include "model/date.h"
#include "write/md.h"
#include "write/words.h"

/* --- dates --- */

static void dates_as_people_read_them(void **state)
{
    (void)state;
    static const struct {
        const char *edtf, *with_year, *without;
    } cases[] = {
        {"2025-02-12", "12 Feb 2025", "12 Feb"},
        {"2025-02-01", "1 Feb 2025", "1 Feb"},
        {"2025-02", "Feb 2025", "Feb"},
        {"2025", "2025", "2025"},
        {"2025-02-XX", "Feb 2025", "Feb"},
        {"2025-XX", "2025", "2025"},
        {"2025-XX-XX", "2025", "2025"},
        {"202X", "2020s", "2020s"},
        {"20XX", "2000–2099", "2000–2099"},
        {"2025-02-12~", "about 12 Feb 2025", "about 12 Feb"},
        {"2025-02-12?", "12 Feb 2025 (uncertain)", "12 Feb (uncertain)"},
        {"2025-02-12%", "about 12 Feb 2025 (uncertain)", "about 12 Feb (uncertain)"},
        {"2025-02~", "about Feb 2025", "about Feb"},
        {"2025~", "about 2025", "about 2025"},
        {"2025-02-12/2025-02-24", "12–24 Feb 2025", "12–24 Feb"},
        {"2025-02-28/2025-03-03", "28 Feb – 3 Mar 2025", "28 Feb – 3 Mar"},
        {"2024-12-30/2025-01-02", "30 Dec 2024 – 2 Jan 2025", "30 Dec 2024 – 2 Jan 2025"},
        {"2025-02/2025-04", "Feb–Apr 2025", "Feb–Apr"},
        {"2025/2026", "2025–2026", "2025–2026"},
        {"2025-02/2025-04-30", "Feb 2025 – 30 Apr 2025", "Feb – 30 Apr"},
        {"2025-02-24/2025-02-24", "24 Feb 2025", "24 Feb"},
        {"2025-02-12/2025-02-24~", "12 Feb 2025 – about 24 Feb 2025", "12 Feb – about 24 Feb"},
        {"2025-02-12%/2025-02-24%",
         "about 12 Feb 2025 (uncertain) – about 24 Feb 2025 (uncertain)", /* the longest of all */
         "about 12 Feb (uncertain) – about 24 Feb (uncertain)"},
        {"../2025-02-12", "to 12 Feb 2025", "to 12 Feb"},
        {"/2025-02-12", "to 12 Feb 2025", "to 12 Feb"},
        {"2025-02-12/..", "from 12 Feb 2025", "from 12 Feb"},
        {"2025-02~/", "from about Feb 2025", "from about Feb"},
        {"2025-02-24T22:12", "24 Feb 2025 22:12", "24 Feb 22:12"},
        {"2025-02-24T22:12:30", "24 Feb 2025 22:12:30", "24 Feb 22:12:30"},
        {"2025-02-24T22:12Z", "24 Feb 2025 22:12 UTC", "24 Feb 22:12 UTC"},
        {"2025-02-24T22:12+02:00", "24 Feb 2025 20:12 UTC", "24 Feb 20:12 UTC"},
        {"2025-03-01T01:30:05+02:00", "28 Feb 2025 23:30:05 UTC", "28 Feb 23:30:05 UTC"},
        {"2024-02-29T23:30-01:00", "1 Mar 2024 00:30 UTC", "1 Mar 00:30 UTC"},
        {"1969-12-31T23:59Z", "31 Dec 1969 23:59 UTC", "31 Dec 23:59 UTC"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[TVX_DATE_HUMAN];
        tvx_date date;
        print_message("  %s\n", cases[i].edtf);
        assert_int_equal(tvx_date_parse(&date, cases[i].edtf, NULL), TVX_OK);
        tvx_human_date(&date, true, text);
        assert_string_equal(text, cases[i].with_year);
        tvx_human_date(&date, false, text);
        assert_string_equal(text, cases[i].without);
    }
}

static void no_date_is_no_text(void **state)
{
    (void)state;
    char text[TVX_DATE_HUMAN] = "x";
    tvx_human_date(NULL, true, text);
    assert_string_equal(text, "");
    tvx_human_date(&(tvx_date){.text = NULL}, true, text);
    assert_string_equal(text, "");
}

/* --- JSON --- */

static void json_strings(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text, *json;
    } cases[] = {
        {"plain", "Kiew, Київ, 基輔", "\"Kiew, Київ, 基輔\""},
        {"empty", "", "\"\""},
        {"null", NULL, "null"},
        {"quote and backslash", "a\"b\\c", "\"a\\\"b\\\\c\""},
        {"a slash stays", "</script>", "\"</script>\""},
        {"short escapes", "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {"other C0", "\x01\x1b[31m\x1f", "\"\\u0001\\u001b[31m\\u001f\""},
        {"DEL and C1", "\x7f\xc2\x9b", "\"\\u007f\\u009b\""},
        {"line separators", "\xe2\x80\xa8\xe2\x80\xa9", "\"\\u2028\\u2029\""},
        {"bidirectional", "a\xe2\x80\xae", "\"a\\u202e\""},
        {"no UTF-8",
         "a\xff"
         "b",
         "\"a\\ufffdb\""},
        {"cut UTF-8", "a\xe2\x80", "\"a\\ufffd\\ufffd\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tvx_buf out = {0};
        tvx_json json = {.out = &out};
        print_message("  %s\n", cases[i].rule);
        tvx_json_text(&json, cases[i].text);
        assert_string_equal(tvx_buf_string(&out), cases[i].json);
        tvx_buf_dispose(&out);
    }
}

static void json_over_lines_and_within(void **state)
{
    (void)state;
    tvx_buf out = {0};
    tvx_json json = {.out = &out};
    tvx_json_object(&json, TVX_JSON_LINES);
    tvx_json_member(&json, "a", "b");
    tvx_json_name(&json, "none");
    tvx_json_list(&json, TVX_JSON_LINES);
    tvx_json_end(&json);
    tvx_json_name(&json, "list");
    tvx_json_list(&json, TVX_JSON_LINES);
    for (size_t i = 0; i < 2; i++) {
        tvx_json_object(&json, TVX_JSON_WITHIN);
        tvx_json_name(&json, "n");
        tvx_json_count(&json, i);
        tvx_json_name(&json, "flags");
        tvx_json_list(&json, TVX_JSON_WITHIN);
        tvx_json_flag(&json, true);
        tvx_json_flag(&json, false);
        tvx_json_null(&json);
        tvx_json_end(&json);
        tvx_json_end(&json);
    }
    tvx_json_end(&json);
    tvx_json_name(&json, "empty");
    tvx_json_object(&json, TVX_JSON_WITHIN);
    tvx_json_end(&json);
    tvx_json_end(&json);
    assert_string_equal(tvx_buf_string(&out), "{\n"
                                              "  \"a\": \"b\",\n"
                                              "  \"none\": [],\n"
                                              "  \"list\": [\n"
                                              "    {\"n\": 0, \"flags\": [true, false, null]},\n"
                                              "    {\"n\": 1, \"flags\": [true, false, null]}\n"
                                              "  ],\n"
                                              "  \"empty\": {}\n"
                                              "}");
    tvx_buf_dispose(&out);
}

static void json_too_deep_fails(void **state)
{
    (void)state;
    tvx_buf out = {0};
    tvx_json json = {.out = &out};
    for (int i = 0; i < TVX_JSON_DEPTH; i++)
        tvx_json_list(&json, TVX_JSON_WITHIN);
    assert_false(out.failed);
    tvx_json_list(&json, TVX_JSON_WITHIN);
    assert_true(out.failed);
    for (int i = 0; i < TVX_JSON_DEPTH + 3; i++)
        tvx_json_end(&json);
    tvx_buf_dispose(&out);
}

/* --- Markdown --- */

static void markdown_shows_text_as_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text, *md;
    } cases[] = {
        {"plain", "50% of revenue, Київ.", "50% of revenue, Київ."},
        {"the cell's end", "a | b", "a \\| b"},
        {"backslash", "a\\|b", "a\\\\\\|b"},
        {"line breaks", "a\nb\r\nc\td", "a b  c d"},
        {"line separators",
         "a\xe2\x80\xa8"
         "b\xc2\x85"
         "c",
         "a b c"},
        {"code", "`rm`", "\\`rm\\`"},
        {"HTML", "<script>&lt;", "\\<script\\>\\&lt;"},
        {"emphasis", "*a* _b_ ~~c~~", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~"},
        {"underscore within a word", "revenue_share", "revenue_share"},
        {"underscore at the end", "a_ b", "a\\_ b"},
        {"links", "[a](http://b) ![c]", "\\[a\\](http://b) !\\[c\\]"},
        {"headings and references", "# x #", "\\# x \\#"},
        {"formulas", "$500bn to $300bn, x^2^", "\\$500bn to \\$300bn, x\\^2\\^"},
        {"attributes and mentions", "{.a} @b", "\\{.a\\} \\@b"},
        {"control characters", "\x1b[0m", "\\\\u\\{1b\\}\\[0m"},
        {"bidirectional", "\xe2\x80\xae", "\\\\u\\{202e\\}"},
        {"no UTF-8", "a\xff", "a\xef\xbf\xbd"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tvx_buf out = {0};
        print_message("  %s\n", cases[i].rule);
        tvx_md_text(&out, cases[i].text);
        assert_string_equal(tvx_buf_string(&out), cases[i].md);
        tvx_buf_dispose(&out);
    }
}

static void markdown_links_only_to_the_web(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *url, *md;
    } cases[] = {
        {"http", "http://a.org/b", "[a\\|b](http://a.org/b)"},
        {"https in any case", "HTTPS://a.org", "[a\\|b](HTTPS://a.org)"},
        {"none", NULL, "a\\|b"},
        {"script", "javascript:alert(1)", "a\\|b"},
        {"other schemes", "httpx://a", "a\\|b"},
        {"no scheme", "//a.org", "a\\|b"},
        {"half a scheme", "http:/", "a\\|b"},
        {"what would end it", "http://a/ )(<>|\"\n", "[a\\|b](http://a/%20%29%28%3C%3E%7C%22%0A)"},
        {"entities", "http://a/?b&copy;", "[a\\|b](http://a/?b&amp;copy;)"},
        {"beyond ASCII", "http://a/\xc3\xa9", "[a\\|b](http://a/%C3%A9)"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tvx_buf out = {0};
        print_message("  %s\n", cases[i].rule);
        tvx_md_link(&out, "a|b", cases[i].url);
        assert_string_equal(tvx_buf_string(&out), cases[i].md);
        tvx_buf_dispose(&out);
    }
}

/* --- tables --- */

static const char *const columns[] = {"key", "by", "sure", "reports"};

static void write_table(const tvx_view *view, tvx_format format)
{
    const tvx_cell cells[][4] = {
        {{.type = TVX_CELL_TEXT, .text = "a, \"b\""},
         {.type = TVX_CELL_LIST, .list = TEXTS("US", "UA")},
         {.type = TVX_CELL_FLAG, .flag = true},
         {.type = TVX_CELL_COUNT, .count = 12}},
        {{.type = TVX_CELL_NONE},
         {.type = TVX_CELL_LIST},
         {.type = TVX_CELL_FLAG},
         {.type = TVX_CELL_TEXT, .text = "c|d\r\n"}},
    };
    tvx_table *table;
    const char *names[4]; /* a list that need not outlive the beginning */
    memcpy(names, columns, sizeof names);
    assert_int_equal(tvx_table_begin(&table, view, "drafts", names, 4, format, &sink, NULL),
                     TVX_OK);
    memset(names, 0, sizeof names);
    for (size_t i = 0; i < COUNT(cells); i++)
        assert_int_equal(tvx_table_row(table, cells[i], NULL), TVX_OK);
    assert_int_equal(tvx_table_end(table, NULL), TVX_OK);
    tvx_table_free(table);
}

static void tables_in_each_format(void **state)
{
    (void)state;
    const tvx_view view = {.known_by = "2025-02-23"};
    write_table(&view, TVX_FORMAT_JSON);
    assert_written("{\n"
                   "  \"negotiation\": \"minerals\",\n"
                   "  \"known_by\": \"2025-02-23\",\n"
                   "  \"drafts\": [\n"
                   "    {\"key\": \"a, \\\"b\\\"\", \"by\": [\"US\", \"UA\"], \"sure\": true, "
                   "\"reports\": 12},\n"
                   "    {\"key\": null, \"by\": [], \"sure\": false, \"reports\": \"c|d\\r\\n\"}\n"
                   "  ]\n"
                   "}\n");
    write_table(&view, TVX_FORMAT_CSV);
    assert_written("key,by,sure,reports\r\n"
                   "\"a, \"\"b\"\"\",US; UA,true,12\r\n"
                   ",,false,\"c|d\r\n\"\r\n");
    write_table(&view, TVX_FORMAT_MD);
    assert_written("| key | by | sure | reports |\n"
                   "| --- | --- | --- | --- |\n"
                   "| a, \"b\" | US; UA | true | 12 |\n"
                   "| | | false | c\\|d  |\n");
}

static void a_table_of_no_view_is_the_list_alone(void **state)
{
    (void)state;
    tvx_table *table;
    assert_int_equal(tvx_table_begin(&table, NULL, "log", columns, 4, TVX_FORMAT_JSON, &sink, NULL),
                     TVX_OK);
    assert_int_equal(tvx_table_end(table, NULL), TVX_OK);
    tvx_table_free(table);
    assert_written("{\n  \"log\": []\n}\n");
}

static void csv_keeps_text_as_given(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text, *csv;
    } cases[] = {
        {"plain", "a b;c", "a b;c"},
        {"blanks stay", " a ", " a "},
        {"formulas stay", "=1+1", "=1+1"},
        {"a comma", "a,b", "\"a,b\""},
        {"quotes are doubled", "\"a\"\"", "\"\"\"a\"\"\"\"\""},
        {"CR alone", "a\rb", "\"a\rb\""},
        {"LF alone", "a\nb", "\"a\nb\""},
        {"control characters stay", "\x1b", "\x1b"},
    };
    static const char *const one[] = {"x"};
    for (size_t i = 0; i < COUNT(cases); i++) {
        tvx_table *table;
        char expected[64];
        const tvx_cell cell = {.type = TVX_CELL_TEXT, .text = cases[i].text};
        print_message("  %s\n", cases[i].rule);
        tvx_table_begin(&table, NULL, "x", one, 1, TVX_FORMAT_CSV, &sink, NULL);
        tvx_table_row(table, &cell, NULL);
        assert_int_equal(tvx_table_end(table, NULL), TVX_OK);
        tvx_table_free(table);
        snprintf(expected, sizeof expected, "x\r\n%s\r\n", cases[i].csv);
        assert_written(expected);
    }
}

/* --- changes in words --- */

static const tvx_value dollars = {.kind = TVX_KIND_MONEY, .unit = "USD"};
static const tvx_alternative in_dollars[] = {{.value = &dollars}};
static const tvx_reading of_money = {.alternatives = in_dollars, .n_alternatives = 1};

static const struct {
    const char *words;
    tvx_change change;
} in_words[] = {
    {"first reported", {.name = TVX_CHANGE_FIRST_REPORTED}},
    {"not reported", {.name = TVX_CHANGE_NOT_REPORTED}},
    {"raised by 50 points", {.name = TVX_CHANGE_RAISED, DELTA(BOUND(50), BOUND(50), "points")}},
    {"raised by 1 point", {.name = TVX_CHANGE_RAISED, DELTA(BOUND(1), BOUND(1), "points")}},
    {"raised by at least 50 points", {.name = TVX_CHANGE_RAISED, DELTA(BOUND(50), {0}, "points")}},
    {"raised by more than 50 points",
     {.name = TVX_CHANGE_RAISED, DELTA(OPEN_BOUND(50), {0}, "points")}},
    {"raised by 17 to 50 points",
     {.name = TVX_CHANGE_RAISED, DELTA(BOUND(17), BOUND(50), "points")}},
    {"raised by more than 17 and up to 50 points",
     {.name = TVX_CHANGE_RAISED, DELTA(OPEN_BOUND(17), BOUND(50), "points")}},
    {"raised by up to 50 points",
     {.name = TVX_CHANGE_RAISED, DELTA(OPEN_BOUND(0), BOUND(50), "points")}},
    {"raised by less than 50", {.name = TVX_CHANGE_RAISED, DELTA({0}, OPEN_BOUND(50), NULL)}},
    {"raised", {.name = TVX_CHANGE_RAISED, DELTA(OPEN_BOUND(0), {0}, "points")}},
    {"lowered by 17 to 50 points",
     {.name = TVX_CHANGE_LOWERED, DELTA(MINUS(50), MINUS(17), "points")}},
    {"lowered by at least 17 points",
     {.name = TVX_CHANGE_LOWERED, DELTA({0}, MINUS(17), "points")}},
    {"later by 9 days", {.name = TVX_CHANGE_LATER, DELTA(BOUND(9), BOUND(9), "days")}},
    {"earlier by 9 days", {.name = TVX_CHANGE_EARLIER, DELTA(MINUS(9), MINUS(9), "days")}},
    {"raised by USD 150 billion",
     {.name = TVX_CHANGE_RAISED, .to = &of_money, DELTA(BILLIONS(150), BILLIONS(150), "USD")}},
    {"raised by USD 1.5 trillion to 2 trillion",
     {.name = TVX_CHANGE_RAISED, .from = &of_money, DELTA(BILLIONS(1500), BILLIONS(2000), "USD")}},
    {"raised by at least USD 1.234 trillion",
     {.name = TVX_CHANGE_RAISED, .to = &of_money, DELTA(BILLIONS(1234), {0}, "USD")}},
    {"raised by 500 million barrels per day",
     {.name = TVX_CHANGE_RAISED, DELTA(BOUND(500000000), BOUND(500000000), "barrels per day")}},
    {"raised by 999999 barrels",
     {.name = TVX_CHANGE_RAISED, DELTA(BOUND(999999), BOUND(999999), "barrels")}},
    {"tightened", {.name = TVX_CHANGE_TIGHTENED, DELTA(MINUS(5), BOUND(5), "points")}},
    {"widened, with oil, gas", {.name = TVX_CHANGE_WIDENED, .tags_added = TEXTS("oil", "gas")}},
    {"rescoped, with oil, without gas",
     {.name = TVX_CHANGE_RESCOPED, .tags_added = TEXTS("oil"), .tags_removed = TEXTS("gas")}},
    {"incomparable (not known to be of the same thing)",
     {.name = TVX_CHANGE_INCOMPARABLE, .because = TVX_BECAUSE_BASE}},
    {"incomparable (months against days)",
     {.name = TVX_CHANGE_INCOMPARABLE, .because = TVX_BECAUSE_CALENDAR}},
    {"raised or same",
     {.name = TVX_CHANGE_UNCLEAR,
      .possible = {TVX_CHANGE_RAISED, TVX_CHANGE_SAME},
      .n_possible = 2}},
    {"raised, lowered or same",
     {.name = TVX_CHANGE_UNCLEAR,
      .possible = {TVX_CHANGE_RAISED, TVX_CHANGE_LOWERED, TVX_CHANGE_SAME},
      .n_possible = 3}},
};

static void changes_in_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(in_words); i++) {
        print_message("  %s\n", in_words[i].words);
        assert_int_equal(tvx_write_change_words(&in_words[i].change, &sink, NULL), TVX_OK);
        assert_written(in_words[i].words);
    }
}

static void evidence_in_words(void **state)
{
    (void)state;
    const struct {
        const char *words;
        tvx_reading reading;
    } cases[] = {
        {"1 report, 1 origin (CNN)", {.reports = 1, .origins = {TEXTS("CNN"), 1, 1}}},
        {"4 reports, 2–3 origins", {.reports = 4, .origins = {TEXTS("a", "b", "c"), 2, 3}}},
        {"4 reports, 2 origins", {.reports = 4, .origins = {TEXTS("a", "b"), 2, 2}}},
        {"2 reports, origin unknown", {.reports = 2, .origins = {NO_TEXTS, 1, 2}}},
        {"2 reports, 1–2 origins | 1 report, origin unknown",
         {.status = TVX_STATUS_BRACKETED, .alternatives = both, .n_alternatives = 2}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("  %s\n", cases[i].words);
        tvx_words_evidence(&written, &cases[i].reading);
        assert_written(cases[i].words);
    }
}

static void readings_in_words(void **state)
{
    (void)state;
    const tvx_alternative deferred[] = {{.text = "deferred", .side = true, .to = TEXTS("a", "b")}};
    static const tvx_alternative several[] = {
        {.text = "50%", .side = true}, {.text = "about 50%"}, {.text = "included"}};
    const struct {
        const char *words;
        tvx_reading reading;
    } cases[] = {
        {"deferred (to a; b)",
         {.status = TVX_STATUS_SETTLED, .alternatives = deferred, .n_alternatives = 1}},
        {"50% (also: about 50%; included)",
         {.status = TVX_STATUS_SETTLED, .alternatives = several, .n_alternatives = 3}},
        {"50% (of the draft that it amends)",
         {.status = TVX_STATUS_SETTLED,
          .alternatives = several,
          .n_alternatives = 1,
          .inherited = true}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tvx_reading reading = cases[i].reading;
        reading.text = reading.alternatives[0].text;
        print_message("  %s\n", cases[i].words);
        tvx_words_reading(&written, &reading);
        assert_written(cases[i].words);
    }
    tvx_words_reading(&written, &bracketed);
    assert_written("[100% | 50% of revenue (oil, gas) (if signed)]");
}

static void sources_in_words(void **state)
{
    (void)state;
    static const tvx_cite people[] = {{.who = "a Ukrainian official", .basis = TVX_BASIS_ANONYMOUS},
                                      {.outlet = "Axios", .basis = TVX_BASIS_NONE}};
    static const tvx_cite cites[] = {
        {.outlet = "CNN", .basis = TVX_BASIS_NONE, .cites = people, .n_cites = 2},
        {.who = "Trump", .basis = TVX_BASIS_ON_RECORD}};
    tvx_words_cites(&written, cites, 2);
    assert_written("CNN < (who: a Ukrainian official [anonymous]; Axios); "
                   "who: Trump [on_record]");
    tvx_cite chain[100];
    for (size_t i = 0; i < COUNT(chain); i++)
        chain[i] = (tvx_cite){.outlet = "x",
                              .basis = TVX_BASIS_NONE,
                              .cites = i + 1 < COUNT(chain) ? &chain[i + 1] : NULL,
                              .n_cites = i + 1 < COUNT(chain)};
    tvx_words_cites(&written, chain, 1);
    assert_int_equal(strlen(tvx_buf_string(&written)), 32 + 31 * strlen(" < "));
    tvx_buf_clear(&written);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_as_people_read_them),
        cmocka_unit_test(no_date_is_no_text),
        cmocka_unit_test(json_strings),
        cmocka_unit_test(json_over_lines_and_within),
        cmocka_unit_test(json_too_deep_fails),
        cmocka_unit_test(markdown_shows_text_as_it_is),
        cmocka_unit_test(markdown_links_only_to_the_web),
        cmocka_unit_test(tables_in_each_format),
        cmocka_unit_test(a_table_of_no_view_is_the_list_alone),
        cmocka_unit_test(csv_keeps_text_as_given),
        cmocka_unit_test(changes_in_words),
        cmocka_unit_test(evidence_in_words),
        cmocka_unit_test(readings_in_words),
        cmocka_unit_test(sources_in_words),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    tvx_buf_dispose(&written);
    return failed;
}
