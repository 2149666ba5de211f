/*
 * Exports: which there are, and each of them whole, of a view made by hand. What goes wrong on
 * the way (a sink that fails, memory that runs out) is told, at whatever moment it happens.
 */
#include "write_view.h"

#include <limits.h>

#include "base/mem.h"

/* --- the seam of src/base --- */

static unsigned long allocations;           /* so far */
static unsigned long first_fail, last_fail; /* of these, those that fail; 0: none */

void *tvx_mem_resize(void *p, size_t size)
{
    if (size == 0) {
        free(p);
        return NULL;
    }
    allocations++;
    return allocations >= first_fail && allocations <= last_fail ? NULL : realloc(p, size);
}

static void fail_from(unsigned long first, unsigned long last)
{
    allocations = 0;
    first_fail = first;
    last_fail = last;
}

/* --- what the view holds --- */

#define CNN                                                                                        \
    {                                                                                              \
        ID_A, "CNN", &published                                                                    \
    }
#define NYT                                                                                        \
    {                                                                                              \
        ID_B, "The NYT", &published                                                                \
    }

static const tvx_date published = DAY("2025-02-24T22:12");

static const tvx_position aide = {.parties = TEXTS("US", "UA"),
                                  .stance = TVX_POSITION_OPPOSES,
                                  .term = "aid:loans",
                                  .draft = "us-0221",
                                  .dated = DAY("2025-02"),
                                  .who = "an | aide",
                                  .condition = "signed",
                                  .note = "n"};
static const tvx_position bare = {
    .parties = TEXTS("UA"), .stance = TVX_POSITION_ACCEPTS, .term = NULL};
static const tvx_told_position positions[] = {{.teller = CNN, .position = &aide, .text = "USD 5"},
                                              {.teller = NYT, .position = &bare}};

static const tvx_event signing = {.dated = DAY("2025-04-30"),
                                  .kind = TVX_EVENT_SIGNED,
                                  .what = "by all",
                                  .drafts = TEXTS("us-0212", "us-0221")};
static const tvx_event own_words = {
    .dated = DAY("2025-05"), .kind = TVX_EVENT_OTHER, .what = "not *signed*", .term = "share"};
static const tvx_teller both_tell[] = {CNN, NYT};
static const tvx_told_event events[] = {
    {.event = &signing,
     .places = TEXTS("Kyiv", "Washington"),
     .notes = TEXTS("a"),
     .tellers = both_tell,
     .n_tellers = 2},
    {.event = &own_words, .tellers = both_tell, .n_tellers = 1},
};

static const tvx_cite sources[] = {{.who = "aides", .basis = TVX_BASIS_ANONYMOUS}};
static const tvx_cite agency[] = {{.outlet = "AFP", .basis = TVX_BASIS_NONE}};
static const tvx_form as_object = {.kind = "money"};
static const tvx_claim claims[] = {
    {.drafts = TEXTS("us-0212", "us-0221"),
     .term = "share",
     .value = {.text = "$500bn, or so"},
     .stance = TVX_STANCE_STATED,
     .condition = "if \"signed\"",
     .was = "40%",
     .quote = "q",
     .where = "3.1",
     .basis = TVX_BASIS_TEXT,
     .cites = sources,
     .n_cites = 1,
     .note = "two\nlines"},
    {.term = "aid",
     .stance = TVX_STANCE_DEFERRED,
     .to = TEXTS("later", "talks"),
     .basis = TVX_BASIS_NONE},
    {.term = "aid",
     .value = {.form = &as_object},
     .stance = TVX_STANCE_ABSENT,
     .basis = TVX_BASIS_NONE},
};
static const tvx_report records_of_report[] = {
    {.outlet = "cnn",
     .title = "Aid | *now*",
     .published = DAY("2025-02-24T22:12"),
     .url = "https://example.org/1",
     .basis = TVX_BASIS_SECONDARY,
     .cites = agency,
     .n_cites = 1,
     .claims = claims,
     .n_claims = 3},
    {.outlet = "The NYT",
     .title = "Later",
     .published = DAY("2025-02-27/2025-03-01"),
     .url = "javascript:alert(1)",
     .archived_url = "http://archive.org/2",
     .byline = "A. B.",
     .language = "en",
     .basis = TVX_BASIS_NONE,
     .note = "r"},
};
static const tvx_told_report reports[] = {
    {.id = ID_A, .outlet = "CNN", .report = &records_of_report[0]},
    {.id = ID_B, .outlet = "The NYT", .report = &records_of_report[1]}};

static const tvx_told_background background[] = {
    {.teller = CNN, .row = &rows[1], .claim = &claims[1], .text = "deferred"}};

static const tvx_log_entry records[] = {{.body = "{\"a\":\"1\"}"}, {.body = "{\"b\":\"2\"}"}};

static const tvx_view full = {
    .changes = changes,
    .n_changes = COUNT(changes),
    .positions = positions,
    .n_positions = COUNT(positions),
    .events = events,
    .n_events = COUNT(events),
    .background = background,
    .n_background = COUNT(background),
    .reports = reports,
    .n_reports = COUNT(reports),
    .records = records,
    .n_records = COUNT(records),
};

static int export_to(const tvx_sink *to, const char *name, tvx_view view, bool with_claims,
                     tvx_error *error)
{
    const tvx_exporter *exporter;
    const tvx_export_options options = {.claims = with_claims};
    assert_int_equal(tvx_exporter_find(name, &exporter, NULL), TVX_OK);
    return exporter->run(&view, &options, to, error);
}

/* --- which there are --- */

static void exporters_by_name(void **state)
{
    (void)state;
    static const char *const names[] = {"json", "jsonl", "csv", "md"};
    const tvx_exporter *const *all;
    assert_int_equal(tvx_exporters(&all), COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++) {
        const tvx_exporter *found;
        char suffix[8];
        assert_string_equal(all[i]->name, names[i]);
        snprintf(suffix, sizeof suffix, ".%s", names[i]);
        assert_string_equal(all[i]->suffix, suffix);
        assert_int_equal(tvx_exporter_find(names[i], &found, NULL), TVX_OK);
        assert_ptr_equal(found, all[i]);
    }
}

static void refused(void **state)
{
    (void)state;
    tvx_error error = {0};
    const tvx_exporter *found;
    assert_int_equal(tvx_exporter_find("jsnl", &found, &error), TVX_ENOTFOUND);
    assert_string_equal(error.message, "no export format 'jsnl'");
    assert_non_null(strstr(error.hint, "jsonl"));
    assert_null(found);

    error = (tvx_error){0};
    assert_int_equal(tvx_exporter_find("pdf", &found, &error), TVX_ENOTFOUND);
    assert_non_null(strstr(error.hint, "json, jsonl, csv and md"));

    static const char *const without[] = {"json", "jsonl", "md"};
    for (size_t i = 0; i < COUNT(without); i++) {
        error = (tvx_error){0};
        assert_int_equal(export_to(&sink, without[i], full, true, &error), TVX_EUSAGE);
        assert_non_null(strstr(error.message, without[i]));
        assert_non_null(strstr(error.hint, "csv --claims"));
        assert_written("");
    }
}

/* --- jsonl --- */

static void jsonl_is_every_record(void **state)
{
    (void)state;
    tvx_view view = full;
    tvx_error error = {0};
    assert_int_equal(export_to(&sink, "jsonl", view, false, NULL), TVX_OK);
    assert_written("{\"a\":\"1\"}\n{\"b\":\"2\"}\n");
    view.known_by = "2025-02-23";
    assert_int_equal(export_to(&sink, "jsonl", view, false, &error), TVX_EUSAGE);
    assert_non_null(strstr(error.message, "'2025-02-23'"));
    assert_non_null(strstr(error.hint, "--known-by"));
    assert_written("");
}

/* --- csv --- */

static void csv_is_one_change_a_row(void **state)
{
    (void)state;
    tvx_view view = full;
    tvx_buf answer = {0};
    const tvx_changes_filter filter = {.terms = NO_TEXTS};
    const tvx_sink other = {.write = keep, .payload = &answer};
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_CSV, &other, NULL), TVX_OK);
    assert_int_equal(export_to(&sink, "csv", view, false, NULL), TVX_OK);
    assert_true(answer.size > 0);
    assert_written(tvx_buf_string(&answer));
    tvx_buf_dispose(&answer);
}

static void csv_of_claims_is_one_claim_a_row(void **state)
{
    (void)state;
    assert_int_equal(export_to(&sink, "csv", full, true, NULL), TVX_OK);
    assert_written(
        "report,outlet,published,draft,term,stance,value,condition,to,was,basis,cites,quote,"
        "where,note,url,title,draft_title,draft_date,draft_presented,party,draft_follows,"
        "draft_amends\r\n" ID_A ",CNN,2025-02-24T22:12,us-0212; us-0221,share,stated,"
        "\"$500bn, or so\",\"if \"\"signed\"\"\",,40%,text,who: aides [anonymous],q,3.1,"
        "\"two\nlines\",https://example.org/1,Aid | *now*,,,,,,\r\n" ID_A
        ",CNN,2025-02-24T22:12,,aid,deferred,,,later; talks,,secondary,AFP,,,,"
        "https://example.org/1,Aid | *now*,,,,,,\r\n" ID_A
        ",CNN,2025-02-24T22:12,,aid,absent,USD 500 billion,,,,secondary,AFP,,,,"
        "https://example.org/1,Aid | *now*,,,,,,\r\n");
}

static void csv_of_claims_holds_what_counts(void **state)
{
    static const char head[] =
        "report,outlet,published,draft,term,stance,value,condition,to,was,basis,cites,quote,"
        "where,note,url,title,draft_title,draft_date,draft_presented,party,draft_follows,"
        "draft_amends\r\n";
    (void)state;
    set_aside_term = "aid";
    assert_int_equal(export_to(&sink, "csv", full, true, NULL), TVX_OK);
    set_aside_term = NULL;
    tvx_buf got = written;
    written = (tvx_buf){0};
    assert_non_null(strstr(tvx_buf_string(&got), ",us-0212; us-0221,share,stated,"));
    assert_null(strstr(tvx_buf_string(&got), ",aid,"));
    tvx_buf_dispose(&got);
    set_aside_term = "share";
    assert_int_equal(export_to(&sink, "csv", full, true, NULL), TVX_OK);
    set_aside_term = NULL;
    got = written;
    written = (tvx_buf){0};
    assert_null(strstr(tvx_buf_string(&got), ",share,"));
    assert_non_null(strstr(tvx_buf_string(&got), ",aid,deferred,"));
    tvx_buf_dispose(&got);
    tvx_view view = full;
    tvx_told_report updated = reports[0];
    updated.updated = ID_B;
    view.reports = &updated;
    view.n_reports = 1;
    assert_int_equal(export_to(&sink, "csv", view, true, NULL), TVX_OK);
    assert_written(head);
}

/* --- json --- */

#define TELLER_CNN                                                                                 \
    "\"report\": \"" ID_A "\", \"outlet\": \"CNN\", \"published\": \"2025-02-24T22:12\""
#define TELLER_NYT                                                                                 \
    "\"report\": \"" ID_B "\", \"outlet\": \"The NYT\", \"published\": \"2025-02-24T22:12\""

static void json_is_the_whole_story(void **state)
{
    (void)state;
    tvx_view view = full;
    view.n_changes = 0; /* the same rows as in `changes`: write_answers.c */
    view.known_by = "2025-06";
    assert_int_equal(export_to(&sink, "json", view, false, NULL), TVX_OK);
    assert_written(
        "{\n"
        "  \"format\": \"travaux-timeline/1\",\n"
        "  \"negotiation\": {\"key\": \"minerals\", \"title\": \"Minerals *deal*\", "
        "\"note\": null},\n"
        "  \"known_by\": \"2025-06\",\n"
        "  \"parties\": [\n"
        "    {\"key\": \"UA\", \"name\": \"Ukraine\"},\n"
        "    {\"key\": \"US\", \"name\": \"United States\"}\n"
        "  ],\n"
        "  \"terms\": [\n"
        "    {\"term\": \"share\", \"title\": \"Share of revenue\", \"variant\": null, "
        "\"kinds\": [\"percentage\"], \"favours\": \"US\", \"unit\": null, \"levels\": [], "
        "\"definition\": \"What goes to the fund.\"},\n"
        "    {\"term\": \"aid\", \"title\": \"Past | aid\", \"variant\": null, "
        "\"kinds\": [\"money\", \"text\"], \"favours\": null, \"unit\": null, \"levels\": [], "
        "\"definition\": null},\n"
        "    {\"term\": \"aid:loans\", \"title\": \"Past | aid\", \"variant\": \"loans\", "
        "\"kinds\": [\"money\", \"text\"], \"favours\": null, \"unit\": null, \"levels\": [], "
        "\"definition\": null}\n"
        "  ],\n"
        "  \"drafts\": [\n"
        "    {\"key\": \"us-0212\", \"title\": \"First [draft]\", \"dated\": \"2025-02-12\", "
        "\"presented\": null, \"by\": [\"US\"], \"follows\": [], \"implied\": false, "
        "\"amends\": null, \"also\": [], \"maybe_same_as\": [], \"url\": "
        "\"https://example.org/a(b)\", \"note\": null},\n"
        "    {\"key\": \"us-0221\", \"title\": null, \"dated\": null, "
        "\"presented\": \"2025-02-21\", \"by\": [], \"follows\": [\"us-0212\"], "
        "\"implied\": true, \"amends\": null, \"also\": [\"x-1\"], \"maybe_same_as\": "
        "[\"us-0212\"], \"url\": null, "
        "\"note\": null}\n"
        "  ],\n"
        "  \"changes\": [],\n"
        "  \"positions\": [\n"
        "    {\"dated\": \"2025-02\", \"parties\": [\"US\", \"UA\"], \"stance\": \"opposes\", "
        "\"term\": \"aid:loans\", \"text\": \"USD 5\", \"draft\": \"us-0221\", "
        "\"who\": \"an | aide\", \"condition\": \"signed\", \"note\": \"n\", " TELLER_CNN "},\n"
        "    {\"dated\": null, \"parties\": [\"UA\"], \"stance\": \"accepts\", \"term\": null, "
        "\"text\": null, \"draft\": null, \"who\": null, \"condition\": null, \"note\": "
        "null, " TELLER_NYT "}\n"
        "  ],\n"
        "  \"events\": [\n"
        "    {\"dated\": \"2025-04-30\", \"kind\": \"signed\", \"what\": \"by all\", "
        "\"drafts\": [\"us-0212\", \"us-0221\"], \"term\": null, "
        "\"places\": [\"Kyiv\", \"Washington\"], \"notes\": [\"a\"], "
        "\"reports\": [{" TELLER_CNN "}, {" TELLER_NYT "}]},\n"
        "    {\"dated\": \"2025-05\", \"kind\": \"other\", \"what\": \"not *signed*\", "
        "\"drafts\": [], \"term\": \"share\", \"places\": [], \"notes\": [], "
        "\"reports\": [{" TELLER_CNN "}]}\n"
        "  ],\n"
        "  \"background\": [\n"
        "    {\"term\": \"aid\", \"stance\": \"deferred\", \"text\": \"deferred\", "
        "\"condition\": null, \"to\": [\"later\", \"talks\"], \"was\": null, \"quote\": null, "
        "\"where\": null, \"note\": null, " TELLER_CNN "}\n"
        "  ],\n"
        "  \"reports\": [\n"
        "    {\"id\": \"" ID_A "\", \"outlet\": \"CNN\", \"title\": \"Aid | *now*\", "
        "\"published\": \"2025-02-24T22:12\", \"url\": \"https://example.org/1\", "
        "\"archived_url\": null, \"byline\": null, \"language\": null, \"basis\": \"secondary\", "
        "\"note\": null},\n"
        "    {\"id\": \"" ID_B "\", \"outlet\": \"The NYT\", \"title\": \"Later\", "
        "\"published\": \"2025-02-27/2025-03-01\", \"url\": \"javascript:alert(1)\", "
        "\"archived_url\": \"http://archive.org/2\", \"byline\": \"A. B.\", "
        "\"language\": \"en\", \"basis\": null, \"note\": \"r\"}\n"
        "  ]\n"
        "}\n");
}

static void json_holds_the_rows_of_changes(void **state)
{
    (void)state;
    tvx_view view = full;
    tvx_buf answer = {0};
    const tvx_sink other = {.write = keep, .payload = &answer};
    const tvx_changes_filter filter = {.terms = NO_TEXTS};
    assert_int_equal(tvx_write_changes(&view, &filter, TVX_FORMAT_JSON, &other, NULL), TVX_OK);
    assert_int_equal(export_to(&sink, "json", view, false, NULL), TVX_OK);
    char *list = strstr(answer.data, "  \"changes\": [\n    {");
    assert_non_null(list);
    *strrchr(list, '}') = '\0'; /* the end of the answer */
    *strrchr(list, '\n') = '\0';
    assert_non_null(strstr(tvx_buf_string(&written), list));
    tvx_buf_clear(&written);
    tvx_buf_dispose(&answer);
}

/* --- md --- */

#define HOW_TO_READ "## How to read this\n"

static void md_is_a_report(void **state)
{
    (void)state;
    tvx_view view = full;
    view.known_by = "2025-06-01~";
    assert_int_equal(export_to(&sink, "md", view, false, NULL), TVX_OK);
    char *how = strstr(written.data, HOW_TO_READ), *after = strstr(written.data, "## Sources\n");
    assert_non_null(how);
    assert_non_null(after);
    assert_string_equal(
        after, "## Sources\n\n"
               "- 24 Feb 2025 22:12, CNN: [Aid \\| \\*now\\*](https://example.org/1) (secondary)\n"
               "- 27 Feb – 1 Mar 2025, The NYT: Later, [archived copy](http://archive.org/2)\n");
    *how = '\0';
    assert_string_equal(
        written.data,
        "# Minerals \\*deal\\*\n\n"
        "The talks between Ukraine (UA) and United States (US): 2 drafts, as told by 2 reports, "
        "the first of 24 Feb 2025 22:12 and the last of 27 Feb – 1 Mar 2025. It holds what could "
        "be known by about 1 Jun 2025, and nothing that came out later.\n\n"
        "## Drafts\n\n"
        "| Draft | Title | Dated | Handed over | By | Follows | Amends | Note |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| us-0212 | [First \\[draft\\]](https://example.org/a%28b%29) | 12 Feb 2025 | | US | | | "
        "|\n"
        "| us-0221 (also x-1) (maybe us-0212) | | | 21 Feb 2025 | | us-0212 (by date) | | "
        "|\n\n"
        "## How the terms changed\n\n"
        "### Share of revenue\n\n"
        "Term: share. What goes to the fund.\n\n"
        "| Date | Draft | Reading | Change | Compared with | Reports |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 12 Feb 2025 | us-0212 | 50% of revenue (oil, gas) | + first reported | | "
        "1 report, 1 origin (CNN) |\n"
        "| 21 Feb 2025 | us-0221 | \\[100% \\| 50% of revenue (oil, gas) (if signed)\\] | "
        "? raised or same | us-0212 | 2 reports, 1–2 origins \\| 1 report, origin unknown |\n\n"
        "No report says of any draft what it holds on: Past \\| aid, Past \\| aid: loans.\n\n"
        "## What the parties said\n\n"
        "| Date | Party | Position | Told by | Note |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| Feb 2025 | US, UA (an \\| aide) | opposes Past \\| aid: loans: USD 5, in us-0221 "
        "(if signed) | CNN, 24 Feb 2025 22:12 | n |\n"
        "| | UA | accepts the deal as a whole | The NYT, 24 Feb 2025 22:12 | |\n\n"
        "## What happened\n\n"
        "| Date | Event | Drafts | Place | Told by | Note |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 30 Apr 2025 | signed: by all | us-0212, us-0221 | Kyiv; Washington | "
        "CNN, 24 Feb 2025 22:12; The NYT, 24 Feb 2025 22:12 | a |\n"
        "| May 2025 | not \\*signed\\* (Share of revenue) | | | CNN, 24 Feb 2025 22:12 | |\n\n"
        "## Background\n\n"
        "Said of the talks, but of no draft by name: no part of the tables above.\n\n"
        "| Term | What is said | Told by | Note |\n"
        "| --- | --- | --- | --- |\n"
        "| Past \\| aid | deferred (to later; talks) | CNN, 24 Feb 2025 22:12 | |\n\n");
    tvx_buf_clear(&written);
}

/* A term is asked for with its variants, but each has a table of its own. */
static void md_sets_variants_apart(void **state)
{
    (void)state;
    static const tvx_change loans = {
        .row = &rows[2], .name = TVX_CHANGE_FIRST_REPORTED, .to = &settled};
    static const tvx_changes_row told = {.draft = &drafts[0], .change = &loans};
    const tvx_view view = {.changes = &told, .n_changes = 1};
    assert_int_equal(export_to(&sink, "md", view, false, NULL), TVX_OK);
    assert_null(strstr(written.data, "### Past \\| aid\n"));
    assert_non_null(
        strstr(written.data, "### Past \\| aid: loans\n\nTerm: aid:loans.\n\n| Date |"));
    assert_non_null(strstr(written.data, "holds on: Share of revenue, Past \\| aid.\n"));
    tvx_buf_clear(&written);
}

/* What there is nothing of has no heading. */
static void md_of_nothing(void **state)
{
    (void)state;
    const tvx_view view = {.empty = true};
    assert_int_equal(export_to(&sink, "md", view, false, NULL), TVX_OK);
    char *how = strstr(written.data, HOW_TO_READ);
    assert_non_null(how);
    assert_null(strstr(how + 1, "\n## "));
    *how = '\0';
    assert_string_equal(written.data, "# Minerals \\*deal\\*\n\n"
                                      "The talks: 0 drafts, as told by 0 reports.\n\n");
    tvx_buf_clear(&written);
}

/* --- in pieces --- */

typedef struct counter {
    size_t pieces, bytes, longest;
} counter;

static int count_piece(void *payload, const char *bytes, size_t n, tvx_error *error)
{
    counter *c = payload;
    (void)bytes;
    (void)error;
    c->pieces++;
    c->bytes += n;
    c->longest = n > c->longest ? n : c->longest;
    return TVX_OK;
}

static void pieces_join_to_the_whole(void **state)
{
    (void)state;
    static tvx_log_entry log[10000];
    tvx_view view = {.records = log, .n_records = COUNT(log)};
    counter c = {0};
    const tvx_sink counting = {.write = count_piece, .payload = &c};
    for (size_t i = 0; i < COUNT(log); i++)
        log[i] = records[0];
    assert_int_equal(export_to(&counting, "jsonl", view, false, NULL), TVX_OK);
    assert_int_equal(c.bytes, COUNT(log) * (strlen(records[0].body) + 1));
    assert_in_range(c.pieces, 2, 20);
    assert_true(c.longest < 17 * 1024);
}

/* --- what goes wrong on the way --- */

typedef struct narrow {
    size_t pieces; /* that it takes before it fails */
} narrow;

static int take_some(void *payload, const char *bytes, size_t n, tvx_error *error)
{
    narrow *to = payload;
    (void)bytes;
    assert_true(n > 0);
    return to->pieces-- > 0 ? TVX_OK : tvx_fail(error, TVX_EIO, "the disk is full");
}

/* Long enough to be handed on in several pieces. */
static void a_sink_that_fails(void **state)
{
    (void)state;
    static tvx_changes_row many[200];
    static tvx_told_report told[2000];
    static tvx_log_entry log[4000];
    static const char *const names[] = {"json", "jsonl", "csv", "md"};
    tvx_view view = full;
    for (size_t i = 0; i < COUNT(many); i++)
        many[i] = changes[i % 2];
    for (size_t i = 0; i < COUNT(told); i++)
        told[i] = reports[1];
    for (size_t i = 0; i < COUNT(log); i++)
        log[i] = records[0];
    view.changes = many;
    view.n_changes = COUNT(many);
    view.reports = told;
    view.n_reports = COUNT(told);
    view.records = log;
    view.n_records = COUNT(log);
    for (size_t i = 0; i < COUNT(names); i++)
        for (size_t pieces = 0; pieces < 2; pieces++) {
            narrow to = {.pieces = pieces};
            const tvx_sink failing = {.write = take_some, .payload = &to};
            tvx_error error = {0};
            print_message("  %s after %zu pieces\n", names[i], pieces);
            assert_int_equal(export_to(&failing, names[i], view, false, &error), TVX_EIO);
            assert_string_equal(error.message, "the disk is full");
        }
}

/* Each allocation in turn, alone and with all that come after it. */
static void memory_that_runs_out(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool with_claims;
    } cases[] = {{"json", false}, {"jsonl", false}, {"csv", false}, {"csv", true}, {"md", false}};
    counter c = {0};
    const tvx_sink counting = {.write = count_piece, .payload = &c};
    for (size_t i = 0; i < COUNT(cases); i++) {
        fail_from(0, 0);
        assert_int_equal(export_to(&counting, cases[i].name, full, cases[i].with_claims, NULL),
                         TVX_OK);
        unsigned long needed = allocations;
        print_message("  %s: %lu allocations\n", cases[i].name, needed);
        assert_true(needed > 0);
        for (unsigned long k = 1; k <= 2 * needed; k++) {
            tvx_error error = {0};
            fail_from((k + 1) / 2, k % 2 == 0 ? ULONG_MAX : (k + 1) / 2);
            int code = export_to(&counting, cases[i].name, full, cases[i].with_claims, &error);
            fail_from(0, 0);
            assert_int_equal(code, TVX_ENOMEM);
            assert_string_equal(error.message, "out of memory");
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exporters_by_name),
        cmocka_unit_test(refused),
        cmocka_unit_test(jsonl_is_every_record),
        cmocka_unit_test(csv_is_one_change_a_row),
        cmocka_unit_test(csv_of_claims_is_one_claim_a_row),
        cmocka_unit_test(csv_of_claims_holds_what_counts),
        cmocka_unit_test(json_is_the_whole_story),
        cmocka_unit_test(json_holds_the_rows_of_changes),
        cmocka_unit_test(md_is_a_report),
        cmocka_unit_test(md_sets_variants_apart),
        cmocka_unit_test(md_of_nothing),
        cmocka_unit_test(pieces_join_to_the_whole),
        cmocka_unit_test(a_sink_that_fails),
        cmocka_unit_test(memory_that_runs_out),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    tvx_buf_dispose(&written);
    return failed;
}
