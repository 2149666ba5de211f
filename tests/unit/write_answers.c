/*
 * Answers as they are written: JSON as section 7 of the design has it, member for member; CSV;
 * Markdown.
 */
#include "write_view.h"

#define HALF_VALUE                                                                                 \
    "{\"kind\": \"percentage\", \"low\": \"50\", \"high\": \"50\", \"low_open\": false, "          \
    "\"high_open\": false, \"approx\": false, \"unit\": \"%\", \"per\": null, "                    \
    "\"base\": \"revenue\", \"tags\": [\"oil\", \"gas\"], \"over\": null, \"when\": null, "        \
    "\"text\": \"50% of revenue (oil, gas)\"}"
#define ALL_VALUE                                                                                  \
    "{\"kind\": \"percentage\", \"low\": \"100\", \"high\": \"100\", \"low_open\": false, "        \
    "\"high_open\": false, \"approx\": false, \"unit\": \"%\", \"per\": null, \"base\": null, "    \
    "\"tags\": [], \"over\": null, \"when\": null, \"text\": \"100%\"}"
#define SETTLED_MEMBERS                                                                            \
    "\"status\": \"settled\", \"stance\": \"stated\", \"value\": " HALF_VALUE ", "                 \
    "\"text\": \"50% of revenue (oil, gas)\", \"inherited\": false, \"reports\": 1, "              \
    "\"origins\": {\"min\": 1, \"max\": 1}, \"alternatives\": [{\"stance\": \"stated\", "          \
    "\"value\": " HALF_VALUE ", \"text\": \"50% of revenue (oil, gas)\", \"condition\": null, "    \
    "\"to\": [], \"basis\": null, \"side\": true, \"reports\": [\"" ID_A "\"], "                   \
    "\"origins\": {\"names\": [\"CNN\"], \"min\": 1, \"max\": 1}}]"
#define BRACKETED_MEMBERS                                                                          \
    "\"status\": \"bracketed\", \"stance\": \"stated\", \"value\": " ALL_VALUE ", "                \
    "\"text\": \"[100% | 50% of revenue (oil, gas) (if signed)]\", \"inherited\": false, "         \
    "\"reports\": 2, \"origins\": {\"min\": 1, \"max\": 3}, "                                      \
    "\"alternatives\": [{\"stance\": \"stated\", \"value\": " ALL_VALUE ", \"text\": \"100%\", "   \
    "\"condition\": null, \"to\": [], \"basis\": \"document\", \"side\": true, "                   \
    "\"reports\": [\"" ID_A "\", \"" ID_B "\"], "                                                  \
    "\"origins\": {\"names\": [\"CNN\", \"NYT\"], \"min\": 1, \"max\": 2}}, "                      \
    "{\"stance\": \"stated\", \"value\": " HALF_VALUE ", "                                         \
    "\"text\": \"50% of revenue (oil, gas) (if signed)\", \"condition\": \"signed\", "             \
    "\"to\": [], \"basis\": \"on_record\", \"side\": true, \"reports\": [\"" ID_B "\"], "          \
    "\"origins\": {\"names\": [], \"min\": 1, \"max\": 1}}]"
#define FIRST_DRAFT                                                                                \
    "{\"key\": \"us-0212\", \"title\": \"First [draft]\", \"dated\": \"2025-02-12\", "             \
    "\"presented\": null, \"by\": [\"US\"], \"follows\": [], \"implied\": false, "                 \
    "\"amends\": null, \"also\": []}"
#define SECOND_DRAFT                                                                               \
    "{\"key\": \"us-0221\", \"title\": null, \"dated\": null, \"presented\": \"2025-02-21\", "     \
    "\"by\": [], \"follows\": [\"us-0212\"], \"implied\": true, \"amends\": null, "                \
    "\"also\": [\"x-1\"]}"
#define UNCLEAR_CHANGE                                                                             \
    "\"term\": \"share\", \"change\": \"unclear\", \"because\": null, "                            \
    "\"possible\": [\"raised\", \"same\"], \"contested\": true, \"toward\": null, "                \
    "\"from\": {" SETTLED_MEMBERS "}, \"to\": {" BRACKETED_MEMBERS "}, \"delta\": null, "          \
    "\"ratio\": null, \"tags\": {\"added\": [], \"removed\": []}, \"redline\": null, "             \
    "\"when\": null, \"over\": null, \"condition\": null"

static void show_in_json(void **state)
{
    (void)state;
    const tvx_view view = {.known_by = NULL};
    const tvx_show show = {.draft = &drafts[1], .readings = &bracketed, .n_readings = 1};
    assert_int_equal(tvx_write_show(&view, &show, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_written("{\n"
                   "  \"negotiation\": \"minerals\",\n"
                   "  \"draft\": " SECOND_DRAFT ",\n"
                   "  \"known_by\": null,\n"
                   "  \"terms\": [\n"
                   "    {\"term\": \"share\", " BRACKETED_MEMBERS "}\n"
                   "  ]\n"
                   "}\n");
}

/* Every facet at once, and a silent reading, which is null. */
static void diff_in_json(void **state)
{
    (void)state;
    static const tvx_reading silent = {.row = &rows[1], .text = ""};
    static const tvx_redline_run redline[] = {
        {TVX_REDLINE_KEEP, "a"}, {TVX_REDLINE_CUT, "b"}, {TVX_REDLINE_NEW, "c"}};
    const tvx_change all[] = {
        {.row = &rows[1],
         .name = TVX_CHANGE_INCOMPARABLE,
         .because = TVX_BECAUSE_BASE,
         .toward = "US",
         .from = &silent,
         .has_delta = true,
         .delta = {.low = OPEN_BOUND(5), .high = {.open = true}, .unit = "points"},
         .ratio = "1.5",
         .tags_added = TEXTS("oil"),
         .tags_removed = TEXTS("gas"),
         .redline = redline,
         .n_redline = 3,
         .when = {true, "by 2022", NULL},
         .over = {true, NULL, "4 years"},
         .condition = {true, "x", "y"}}};
    const tvx_view view = {.known_by = "2025-03"};
    const tvx_diff diff = {.from = &drafts[0], .to = &drafts[1], .changes = all, .n_changes = 1};
    assert_int_equal(tvx_write_diff(&view, &diff, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_written(
        "{\n"
        "  \"negotiation\": \"minerals\",\n"
        "  \"from\": " FIRST_DRAFT ",\n"
        "  \"to\": " SECOND_DRAFT ",\n"
        "  \"known_by\": \"2025-03\",\n"
        "  \"changes\": [\n"
        "    {\"term\": \"aid\", \"change\": \"incomparable\", \"because\": \"base\", "
        "\"possible\": [], \"contested\": false, \"toward\": \"US\", \"from\": null, "
        "\"to\": null, \"delta\": {\"low\": \"5\", \"high\": null, \"low_open\": true, "
        "\"high_open\": false, \"unit\": \"points\"}, \"ratio\": \"1.5\", "
        "\"tags\": {\"added\": [\"oil\"], \"removed\": [\"gas\"]}, "
        "\"redline\": [{\"op\": \"keep\", \"text\": \"a\"}, {\"op\": \"cut\", \"text\": \"b\"}, "
        "{\"op\": \"new\", \"text\": \"c\"}], \"when\": {\"from\": \"by 2022\", \"to\": null}, "
        "\"over\": {\"from\": null, \"to\": \"4 years\"}, "
        "\"condition\": {\"from\": \"x\", \"to\": \"y\"}}\n"
        "  ]\n"
        "}\n");
}

static void changes_in_json(void **state)
{
    (void)state;
    tvx_view view = {.changes = &changes[1], .n_changes = 1};
    const tvx_changes_filter filter = {.terms = NO_TEXTS};
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_written("{\n"
                   "  \"negotiation\": \"minerals\",\n"
                   "  \"known_by\": null,\n"
                   "  \"changes\": [\n"
                   "    {\"draft\": \"us-0221\", \"dated\": \"2025-02-21\", "
                   "\"from_draft\": \"us-0212\", " UNCLEAR_CHANGE "}\n"
                   "  ]\n"
                   "}\n");
    view.n_changes = 0;
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_written("{\n  \"negotiation\": \"minerals\",\n  \"known_by\": null,\n"
                   "  \"changes\": []\n}\n");
}

/* Section 2: reported changes stand beside the derived ones; section 7: its shapes stay as they are
   where there are none. */
static const tvx_date told_on = DAY("2025-02-24");
static const tvx_reported_change lowered = {
    .draft = "us-0221", .from = "us-0212", .change = TVX_CHANGE_LOWERED, .note = "by | half"};
static const tvx_reported_change added = {.draft = "gone", .change = TVX_CHANGE_ADDED};
static const tvx_told_change reported[] = {
    {.teller = {ID_A, "CNN", &told_on},
     .row = &rows[0],
     .change = &lowered,
     .text = "75%",
     .draft = &drafts[1]},
    {.teller = {ID_B, "Babel", &told_on}, .row = &rows[1], .change = &added, .text = "USD 1"}};

#define REPORTED_LOWERED                                                                           \
    "    {\"draft\": \"us-0221\", \"term\": \"share\", \"change\": \"lowered\", "                  \
    "\"from_draft\": \"us-0212\", \"text\": \"75%\", \"note\": \"by | half\", "                    \
    "\"report\": \"" ID_A "\", \"outlet\": \"CNN\", \"published\": \"2025-02-24\"}"

static void reported_changes_in_json(void **state)
{
    (void)state;
    tvx_view view = {.told = reported, .n_told = 2};
    const tvx_changes_filter filter = {.terms = NO_TEXTS};
    const tvx_diff diff = {.from = &drafts[0], .to = &drafts[1], .told = reported, .n_told = 1};
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_written("{\n  \"negotiation\": \"minerals\",\n  \"known_by\": null,\n"
                   "  \"changes\": [],\n  \"reported\": [\n" REPORTED_LOWERED ",\n"
                   "    {\"draft\": \"gone\", \"term\": \"aid\", \"change\": \"added\", "
                   "\"from_draft\": null, \"text\": \"USD 1\", \"note\": null, "
                   "\"report\": \"" ID_B "\", \"outlet\": \"Babel\", "
                   "\"published\": \"2025-02-24\"}\n  ]\n}\n");
    assert_int_equal(tvx_write_diff(&view, &diff, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_written("{\n  \"negotiation\": \"minerals\",\n  \"from\": " FIRST_DRAFT ",\n"
                   "  \"to\": " SECOND_DRAFT ",\n  \"known_by\": null,\n"
                   "  \"changes\": [],\n  \"reported\": [\n" REPORTED_LOWERED "\n  ]\n}\n");
}

/* The object form of section 3: which members a kind has. */
static void values_in_json(void **state)
{
    (void)state;
    static const struct {
        tvx_value value;
        const char *json;
    } cases[] = {
        {{.kind = TVX_KIND_MONEY,
          .approx = true,
          .low = OPEN_BOUND(5),
          .high = {.open = true},
          .unit = "USD",
          .per = "hour",
          .over = "4 years",
          .when = TVX_WHEN_UNTIL,
          .when_date = DAY("2030"),
          .text = "t"},
         "{\"kind\": \"money\", \"low\": \"5\", \"high\": null, \"low_open\": true, "
         "\"high_open\": false, \"approx\": true, \"unit\": \"USD\", \"per\": \"hour\", "
         "\"base\": null, \"tags\": [], \"over\": \"4 years\", \"when\": {\"until\": \"2030\"}, "
         "\"text\": \"t\"}"},
        {{.kind = TVX_KIND_NUMBER, .ratio = true, .low = BOUND(2), .high = BOUND(1), .text = "2:1"},
         "{\"kind\": \"number\", \"low\": null, \"high\": null, \"low_open\": false, "
         "\"high_open\": false, \"approx\": false, \"unit\": null, \"per\": null, "
         "\"base\": null, \"tags\": [], \"over\": null, \"when\": null, \"text\": \"2:1\"}"},
        {{.kind = TVX_KIND_DURATION,
          .low = BOUND(56),
          .high = BOUND(56),
          .unit = "months",
          .when = TVX_WHEN_BY,
          .when_date = DAY("2030-01"),
          .text = "4 years 8 months by 2030-01"},
         "{\"kind\": \"duration\", \"low\": \"56\", \"high\": \"56\", \"low_open\": false, "
         "\"high_open\": false, \"approx\": false, \"unit\": \"months\", \"per\": null, "
         "\"base\": null, \"tags\": [], \"over\": null, \"when\": {\"by\": \"2030-01\"}, "
         "\"text\": \"4 years 8 months by 2030-01\"}"},
        {{.kind = TVX_KIND_FLAG, .flag = true, .low = {.open = true}, .text = "yes"},
         "{\"kind\": \"flag\", \"low\": null, \"high\": null, \"low_open\": false, "
         "\"high_open\": false, \"approx\": false, \"unit\": null, \"per\": null, "
         "\"base\": null, \"tags\": [], \"over\": null, \"when\": null, \"text\": \"yes\"}"},
    };
    const tvx_view view = {.known_by = NULL};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const tvx_alternative lead = {.stance = TVX_STANCE_ABSENT, .value = &cases[i].value};
        const tvx_reading reading = {.row = &rows[0],
                                     .status = TVX_STATUS_SETTLED,
                                     .alternatives = &lead,
                                     .n_alternatives = 1,
                                     .text = "x"};
        const tvx_show show = {.draft = &drafts[0], .readings = &reading, .n_readings = 1};
        char expected[512];
        print_message("  %s\n", cases[i].value.text);
        assert_int_equal(tvx_write_show(&view, &show, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
        snprintf(expected, sizeof expected,
                 "\"stance\": \"absent\", \"value\": %s, \"text\": \"x\"", cases[i].json);
        assert_non_null(strstr(tvx_buf_string(&written), expected));
        tvx_buf_clear(&written);
    }
}

static void answers_in_csv(void **state)
{
    (void)state;
    tvx_view view = {.changes = changes, .n_changes = 2};
    const tvx_show show = {.draft = &drafts[1], .readings = &bracketed, .n_readings = 1};
    const tvx_changes_filter filter = {.terms = NO_TEXTS};
    assert_int_equal(tvx_write_show(&view, &show, TVX_FORMAT_CSV, &sink, NULL), TVX_OK);
    assert_written("draft,term,title,status,stance,text,beside,inherited,reports,origins_min,"
                   "origins_max,origins\r\n"
                   "us-0221,share,Share of revenue,bracketed,stated,"
                   "\"[100% | 50% of revenue (oil, gas) (if signed)]\",,false,2,1,3,CNN; NYT\r\n");
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_CSV, &sink, NULL), TVX_OK);
    assert_written(
        "draft,dated,from_draft,term,title,change,because,possible,contested,toward,from_status,"
        "from,to_status,to,delta_low,delta_high,delta_low_open,delta_high_open,delta_unit,ratio,"
        "tags_added,tags_removed,when_from,when_to,over_from,over_to,condition_from,condition_to,"
        "reports,origins_min,origins_max,origins\r\n"
        "us-0212,2025-02-12,,share,Share of revenue,first_reported,,,false,,,,settled,"
        "\"50% of revenue (oil, gas)\",,,,,,,,,,,,,,,1,1,1,CNN\r\n"
        "us-0221,2025-02-21,us-0212,share,Share of revenue,unclear,,raised; same,true,,settled,"
        "\"50% of revenue (oil, gas)\",bracketed,"
        "\"[100% | 50% of revenue (oil, gas) (if signed)]\",,,,,,,,,,,,,,,2,1,3,CNN; NYT\r\n");
}

static void a_delta_in_csv(void **state)
{
    (void)state;
    const tvx_change raised = {.row = &rows[2],
                               .name = TVX_CHANGE_RAISED,
                               .toward = "US",
                               .from = &settled,
                               DELTA(BOUND(50), {0}, "points"),
                               .ratio = "2",
                               .tags_added = TEXTS("oil", "gas"),
                               .when = {true, NULL, "by 2030"},
                               .condition = {true, "if, so", NULL}};
    const tvx_view view = {.known_by = NULL};
    const tvx_diff diff = {
        .from = &drafts[0], .to = &drafts[1], .changes = &raised, .n_changes = 1};
    assert_int_equal(tvx_write_diff(&view, &diff, TVX_FORMAT_CSV, &sink, NULL), TVX_OK);
    const char *row = strchr(tvx_buf_string(&written), '\n') + 1;
    assert_string_equal(row, "us-0221,2025-02-21,us-0212,aid:loans,Past | aid: loans,raised,,,"
                             "false,US,settled,\"50% of revenue (oil, gas)\",,,50,,false,false,"
                             "points,2,oil; gas,,,by 2030,,,\"if, so\",,,,,\r\n");
    tvx_buf_clear(&written);
}

static void answers_in_markdown(void **state)
{
    (void)state;
    static const tvx_redline_run redline[] = {
        {TVX_REDLINE_KEEP, "the"}, {TVX_REDLINE_CUT, "a|b"}, {TVX_REDLINE_NEW, "new *one*"}};
    static const tvx_change reworded = {.row = &rows[1],
                                        .name = TVX_CHANGE_REWORDED,
                                        .toward = "UA",
                                        .from = &settled,
                                        .to = &settled,
                                        .redline = redline,
                                        .n_redline = 3};
    static const tvx_changes_row told = {&drafts[1], &drafts[0], &reworded};
    tvx_view view = {.known_by = "2025-02-23", .changes = &told, .n_changes = 1};
    const tvx_show show = {.draft = &drafts[1], .readings = &bracketed, .n_readings = 1};
    const tvx_diff diff = {
        .from = &drafts[0], .to = &drafts[1], .changes = &unclear_change, .n_changes = 1};
    const tvx_changes_filter filter = {.terms = NO_TEXTS};
    assert_int_equal(tvx_write_show(&view, &show, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    assert_written("Draft us-0221, 21 Feb 2025, as known by 23 Feb 2025:\n\n"
                   "| Term | Reading | Reports |\n| --- | --- | --- |\n"
                   "| Share of revenue | \\[100% \\| 50% of revenue (oil, gas) (if signed)\\] | "
                   "2 reports, 1–2 origins \\| 1 report, origin unknown |\n");
    assert_int_equal(tvx_write_diff(&view, &diff, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    assert_written("From us-0212, First \\[draft\\], 12 Feb 2025 to us-0221, 21 Feb 2025, as known "
                   "by 23 Feb 2025:\n\n"
                   "| Term | Before | After | Change |\n| --- | --- | --- | --- |\n"
                   "| Share of revenue | 50% of revenue (oil, gas) | "
                   "\\[100% \\| 50% of revenue (oil, gas) (if signed)\\] | ? raised or same |\n");
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    assert_written("| Date | Draft | Term | Reading | Change | Compared with | Reports |\n"
                   "| --- | --- | --- | --- | --- | --- | --- |\n"
                   "| 21 Feb 2025 | us-0221 | Past \\| aid | the ~~a\\|b~~ **new \\*one\\*** | "
                   "\\~ reworded → UA | us-0212 | 1 report, 1 origin (CNN) |\n");
}

static void reported_changes_in_markdown(void **state)
{
    (void)state;
    tvx_view view = {.told = reported, .n_told = 2};
    const tvx_changes_filter filter = {.terms = NO_TEXTS};
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    assert_written(
        "| Date | Draft | Term | Reading | Change | Compared with | Reports |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n\nChanges as reports tell them:\n\n"
        "| Date | Draft | Term | Change | Against | Told by | Note |\n"
        "| --- | --- | --- | --- | --- | --- | --- |\n"
        "| 21 Feb 2025 | us-0221 | Share of revenue | lowered, to 75% | us-0212 | "
        "CNN, 24 Feb 2025 | by \\| half |\n"
        "| | gone | Past \\| aid | added: USD 1 | | Babel, 24 Feb 2025 | |\n");
}

static void text_is_for_the_terminals_owner(void **state)
{
    (void)state;
    tvx_view view = {.known_by = NULL};
    const tvx_show show = {.draft = &drafts[0]};
    const tvx_diff diff = {.from = &drafts[0], .to = &drafts[1]};
    const tvx_changes_filter filter = {.terms = NO_TEXTS};
    const char *const column = "x";
    tvx_table *table;
    assert_int_equal(tvx_write_show(&view, &show, TVX_FORMAT_TEXT, &sink, NULL), TVX_EUSAGE);
    assert_int_equal(tvx_write_diff(&view, &diff, TVX_FORMAT_TEXT, &sink, NULL), TVX_EUSAGE);
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_TEXT, &sink, NULL), TVX_EUSAGE);
    assert_int_equal(tvx_table_begin(&table, NULL, "x", &column, 1, TVX_FORMAT_TEXT, &sink, NULL),
                     TVX_EUSAGE);
    assert_null(table);
    assert_written("");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(show_in_json),
        cmocka_unit_test(diff_in_json),
        cmocka_unit_test(changes_in_json),
        cmocka_unit_test(reported_changes_in_json),
        cmocka_unit_test(reported_changes_in_markdown),
        cmocka_unit_test(values_in_json),
        cmocka_unit_test(answers_in_csv),
        cmocka_unit_test(a_delta_in_csv),
        cmocka_unit_test(answers_in_markdown),
        cmocka_unit_test(text_is_for_the_terminals_owner),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    tvx_buf_dispose(&written);
    return failed;
}
