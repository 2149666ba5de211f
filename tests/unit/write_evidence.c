/*
 * Answers on evidence as they are written: what was asked, what was set aside and why, who says
 * what, brackets, coverage; in JSON (schema/answers.schema.json), CSV and Markdown.
 */
#include "write_view.h"

#define ID_J "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"
#define RULING                                                                                     \
    "{\"id\": \"" ID_J "\", \"act\": \"deprecate\", \"dated\": \"2025-03-03\", "                   \
    "\"by\": \"desk\", \"reason\": \"garbled | it\"}"
#define VALUE                                                                                      \
    "{\"kind\": \"percentage\", \"low\": \"100\", \"high\": \"100\", "                             \
    "\"low_open\": false, \"high_open\": false, \"approx\": false, \"unit\": \"%\", "              \
    "\"per\": null, \"base\": null, \"tags\": [], \"over\": null, \"when\": null, "                \
    "\"text\": \"100%\"}"
#define ORIGIN "{\"names\": [\"CNN\"], \"min\": 1, \"max\": 1}"

/* --- what there is --- */

static const tvx_judgement judgement = {
    .act = TVX_ACT_DEPRECATE, .dated = DAY("2025-03-03"), .by = "desk", .reason = "garbled | it"};
static const tvx_ruling ruling = {.id = ID_J, .judgement = &judgement};
static const tvx_date published = DAY("2025-02-24T22:12");
static const tvx_cite official = {.who = "an official", .basis = TVX_BASIS_ANONYMOUS};
static const tvx_cite cited = {.outlet = "CNN",
                               .basis = TVX_BASIS_NONE,
                               .url = "https://cnn.example/",
                               .cites = &official,
                               .n_cites = 1};
static const tvx_claim plain = {.stance = TVX_STANCE_STATED};
static const tvx_claim full = {.stance = TVX_STANCE_ABSENT,
                               .condition = "signed",
                               .was = "nothing",
                               .quote = "all of it",
                               .where = "Article 2",
                               .note = "net"};
static const tvx_evidence counting = {.report = ID_A,
                                      .outlet = "Babel",
                                      .published = &published,
                                      .claim = &plain,
                                      .basis = TVX_BASIS_SECONDARY,
                                      .cites = &cited,
                                      .n_cites = 1,
                                      .value = &all_of_it,
                                      .draft = "x-1",
                                      .attributed = &ruling};
static const tvx_evidence deprecated = {.report = ID_B,
                                        .outlet = "NV",
                                        .published = &published,
                                        .claim = &full,
                                        .basis = TVX_BASIS_NONE,
                                        .value = &all_of_it,
                                        .set_aside = &ruling};
static const tvx_evidence updated = {.report = ID_B,
                                     .outlet = "NV",
                                     .published = &published,
                                     .claim = &plain,
                                     .basis = TVX_BASIS_NONE,
                                     .value = &all_of_it,
                                     .updated = ID_A};
static const tvx_set_aside set_aside[] = {{&rows[0], &deprecated}, {&rows[1], &updated}};

static const tvx_source source = {.evidence = &counting,
                                  .title = "All | of it",
                                  .url = "https://babel.example/",
                                  .text = "100%",
                                  .origins = {TEXTS("CNN"), 1, 1}};
static const tvx_source garbled = {.evidence = &deprecated,
                                   .title = "T",
                                   .text = "not 100% (if signed)",
                                   .origins = {NO_TEXTS, 1, 1}};
static const tvx_alternative whole[] = {{.stance = TVX_STANCE_STATED,
                                         .value = &all_of_it,
                                         .text = "100%",
                                         .basis = TVX_BASIS_SECONDARY,
                                         .side = true,
                                         .reports = TEXTS(ID_A),
                                         .origins = {TEXTS("CNN"), 1, 1}}};
static const tvx_reading preferred = {.row = &rows[0],
                                      .status = TVX_STATUS_SETTLED,
                                      .alternatives = whole,
                                      .n_alternatives = 1,
                                      .text = "100%",
                                      .preferred = &ruling};
static const tvx_reading silent = {.row = &rows[1], .text = ""};
static const tvx_source_list claims[] = {{&source, 1}};
static const tvx_row_sources row_sources[] = {
    {.row = &rows[0], .reading = &preferred, .alternatives = claims},
    {.row = &rows[1], .reading = &silent, .set_aside = {&garbled, 1}},
};
static const tvx_mention mention = {
    .draft = "x-1", .as = "a paper", .presented = DAY("2025-02-20"), .by = TEXTS("US")};
static const tvx_told_mention mentions[] = {{{ID_A, "Babel", &published}, &mention}};
static const tvx_reported_change reported = {
    .from = "us-0212", .change = TVX_CHANGE_LOWERED, .note = "by half"};
static const tvx_told_change told_changes[] = {
    {.teller = {ID_A, "Babel", &published}, .row = &rows[0], .change = &reported, .text = "50%"}};
static const tvx_sources sources = {.draft = &drafts[1],
                                    .rows = row_sources,
                                    .n_rows = 2,
                                    .mentions = mentions,
                                    .n_mentions = 1,
                                    .changes = told_changes,
                                    .n_changes = 1};

static const tvx_texts independent[] = {TEXTS("NYT"), NO_TEXTS};
static const tvx_texts perhaps[] = {TEXTS("AP"), TEXTS("CNN")};
static const tvx_bracket one_story = {
    .reading = &bracketed, .shared = TEXTS("CNN"), .independent = independent, .perhaps = perhaps};
static const tvx_draft_brackets books[] = {
    {.draft = &drafts[0]},
    {.draft = &drafts[1],
     .brackets = &one_story,
     .n_brackets = 1,
     .open = 2,
     .opened = 2,
     .closed = 1},
};

static const tvx_show shows[] = {
    {.draft = &drafts[0], .readings = &settled, .n_readings = 1},
    {.draft = &drafts[1],
     .readings = (const tvx_reading[]){{.row = &rows[0],
                                        .status = TVX_STATUS_BRACKETED,
                                        .alternatives = both,
                                        .n_alternatives = 2},
                                       {.row = &rows[2],
                                        .status = TVX_STATUS_SETTLED,
                                        .alternatives = whole,
                                        .n_alternatives = 1,
                                        .inherited = true}},
     .n_readings = 2},
};

/* Fails with both texts shown unless this is part of what was written, which is then forgotten. */
static void assert_part_written(const char *part)
{
    if (strstr(tvx_buf_string(&written), part) == NULL)
        fail_msg("no '%s' in:\n%s", part, tvx_buf_string(&written));
    tvx_buf_clear(&written);
}

/* --- what was asked --- */

static void recorded_by_and_without_only_where_asked(void **state)
{
    (void)state;
    const tvx_view plainly = {.known_by = NULL};
    const tvx_view asked = {.known_by = "2025-03", .recorded_by = "2026", .without = "CNN"};
    const tvx_view recorded = {.recorded_by = "2026"};
    const tvx_show show = {.draft = &drafts[0]};
    const char *const column = "n";
    tvx_table *table;
    assert_int_equal(tvx_write_show(&plainly, &show, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_part_written("\n  \"known_by\": null,\n  \"terms\": []\n}\n");
    assert_int_equal(tvx_write_show(&asked, &show, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_part_written("\n  \"known_by\": \"2025-03\",\n  \"recorded_by\": \"2026\",\n"
                        "  \"without\": \"CNN\",\n  \"terms\": []\n}\n");
    assert_int_equal(
        tvx_table_begin(&table, &recorded, "list", &column, 1, TVX_FORMAT_JSON, &sink, NULL),
        TVX_OK);
    assert_int_equal(tvx_table_end(table, NULL), TVX_OK);
    tvx_table_free(table);
    assert_written("{\n  \"negotiation\": \"minerals\",\n  \"known_by\": null,\n"
                   "  \"recorded_by\": \"2026\",\n  \"list\": []\n}\n");
    assert_int_equal(tvx_write_show(&asked, &show, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    assert_part_written(", as known by Mar 2025, as recorded by 2026, without CNN:\n\n");
}

/* --- set aside --- */

static void set_aside_is_the_last_member_of_show(void **state)
{
    (void)state;
    const tvx_view view = {.known_by = NULL};
    const tvx_show show = {.draft = &drafts[0], .set_aside = set_aside, .n_set_aside = 2};
    assert_int_equal(tvx_write_show(&view, &show, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_part_written("  \"terms\": [],\n"
                        "  \"set_aside\": [\n"
                        "    {\"term\": \"share\", \"report\": \"" ID_B "\", \"outlet\": \"NV\", "
                        "\"published\": \"2025-02-24T22:12\", \"stance\": \"absent\", "
                        "\"value\": " VALUE ", \"text\": \"not 100% (if signed)\", "
                        "\"condition\": \"signed\", \"to\": [], \"judgement\": " RULING ", "
                        "\"updated\": null},\n"
                        "    {\"term\": \"aid\", \"report\": \"" ID_B "\", \"outlet\": \"NV\", "
                        "\"published\": \"2025-02-24T22:12\", \"stance\": \"stated\", "
                        "\"value\": " VALUE ", \"text\": \"100%\", \"condition\": null, "
                        "\"to\": [], \"judgement\": null, \"updated\": \"" ID_A "\"}\n"
                        "  ]\n}\n");
    assert_int_equal(tvx_write_show(&view, &show, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    assert_part_written(
        "\nSet aside:\n\n"
        "| Term | Claim | Told by | Why it does not count |\n| --- | --- | --- | --- |\n"
        "| Share of revenue | not 100% (if signed) | NV, 24 Feb 2025 22:12 | deprecated 3 Mar 2025 "
        "by desk: garbled \\| it (judgement cccccc) |\n"
        "| Past \\| aid | 100% | NV, 24 Feb 2025 22:12 | updated by report aaaaaa |\n");
}

/* --- sources --- */

static void sources_in_json(void **state)
{
    (void)state;
    const tvx_view view = {.known_by = NULL};
    assert_int_equal(tvx_write_sources(&view, &sources, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_written(
        "{\n"
        "  \"negotiation\": \"minerals\",\n"
        "  \"draft\": {\"key\": \"us-0221\", \"title\": null, \"dated\": null, "
        "\"presented\": \"2025-02-21\", \"by\": [], \"follows\": [\"us-0212\"], "
        "\"implied\": true, \"amends\": null, \"also\": [\"x-1\"]},\n"
        "  \"joined\": null,\n"
        "  \"known_by\": null,\n"
        "  \"terms\": [\n"
        "    {\"term\": \"share\", \"status\": \"settled\", \"text\": \"100%\", "
        "\"preferred\": " RULING ", \"alternatives\": [{\"stance\": \"stated\", "
        "\"value\": " VALUE ", \"text\": \"100%\", \"condition\": null, \"to\": [], "
        "\"basis\": \"secondary\", \"side\": true, \"reports\": [\"" ID_A "\"], "
        "\"origins\": " ORIGIN ", \"claims\": [{\"report\": \"" ID_A "\", "
        "\"outlet\": \"Babel\", \"published\": \"2025-02-24T22:12\", \"title\": \"All | of it\", "
        "\"url\": \"https://babel.example/\", \"draft\": \"x-1\", \"stance\": \"stated\", "
        "\"value\": " VALUE ", \"text\": \"100%\", \"condition\": null, \"to\": [], "
        "\"was\": null, \"quote\": null, \"where\": null, \"note\": null, "
        "\"basis\": \"secondary\", \"cites\": [{\"outlet\": \"CNN\", \"who\": null, "
        "\"basis\": null, \"url\": \"https://cnn.example/\", \"cites\": [{\"outlet\": null, "
        "\"who\": \"an official\", \"basis\": \"anonymous\", \"url\": null, \"cites\": []}]}], "
        "\"origins\": " ORIGIN ", \"attributed\": " RULING ", \"judgement\": null, "
        "\"updated\": null}]}], \"set_aside\": []},\n"
        "    {\"term\": \"aid\", \"status\": \"silent\", \"text\": null, \"preferred\": null, "
        "\"alternatives\": [], \"set_aside\": [{\"report\": \"" ID_B "\", \"outlet\": \"NV\", "
        "\"published\": \"2025-02-24T22:12\", \"title\": \"T\", \"url\": null, \"draft\": null, "
        "\"stance\": \"absent\", \"value\": " VALUE ", \"text\": \"not 100% (if signed)\", "
        "\"condition\": \"signed\", \"to\": [], \"was\": \"nothing\", \"quote\": \"all of it\", "
        "\"where\": \"Article 2\", \"note\": \"net\", \"basis\": null, \"cites\": [], "
        "\"origins\": {\"names\": [], \"min\": 1, \"max\": 1}, \"attributed\": null, "
        "\"judgement\": " RULING ", \"updated\": null}]}\n"
        "  ],\n"
        "  \"mentions\": [\n"
        "    {\"report\": \"" ID_A "\", \"outlet\": \"Babel\", "
        "\"published\": \"2025-02-24T22:12\", \"draft\": \"x-1\", \"as\": \"a paper\", "
        "\"dated\": null, \"presented\": \"2025-02-20\", \"by\": [\"US\"], \"note\": null}\n"
        "  ],\n"
        "  \"changes\": [\n"
        "    {\"report\": \"" ID_A "\", \"outlet\": \"Babel\", "
        "\"published\": \"2025-02-24T22:12\", \"term\": \"share\", \"change\": \"lowered\", "
        "\"from_draft\": \"us-0212\", \"text\": \"50%\", \"note\": \"by half\"}\n"
        "  ]\n"
        "}\n");
}

static void sources_in_csv_one_claim_a_row(void **state)
{
    (void)state;
    const tvx_view view = {.known_by = NULL};
    assert_int_equal(tvx_write_sources(&view, &sources, TVX_FORMAT_CSV, &sink, NULL), TVX_OK);
    tvx_buf got = written;
    written = (tvx_buf){0};
    const char *line = strstr(tvx_buf_string(&got), "\r\n");
    assert_non_null(line);
    assert_string_equal(
        line + 2,
        "us-0221,x-1,share,100%,true," ID_A ",Babel,2025-02-24T22:12,All | of it,"
        "https://babel.example/,stated,100%,,,,,,,secondary,"
        "CNN [https://cnn.example/] < who: an official [anonymous],CNN,1,1," ID_J "," ID_J ",,\r\n"
        "us-0221,,aid,,," ID_B ",NV,2025-02-24T22:12,T,,absent,not 100% (if signed),signed,,"
        "nothing,all of it,Article 2,net,,,,1,1,,," ID_J ",\r\n");
    tvx_buf_dispose(&got);
}

static void sources_in_markdown(void **state)
{
    (void)state;
    const tvx_view view = {.known_by = NULL};
    assert_int_equal(tvx_write_sources(&view, &sources, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    tvx_buf got = written;
    written = (tvx_buf){0};
    static const char *const parts[] = {
        "Draft us-0221, 21 Feb 2025:\n\nAlso called x-1\n\n| Term | Answer |",
        "| Share of revenue | 100% | Babel, 24 Feb 2025 22:12: "
        "[All \\| of it](https://babel.example/) | secondary | ",
        " | CNN | names the draft: x-1; deprecated 3 Mar 2025 by desk: garbled \\| it (judgement "
        "cccccc) |\n",
        "\nSet aside:\n\n",
        "| Past \\| aid | not 100% (if signed) | NV, 24 Feb 2025 22:12 | deprecated",
        "\nOn Share of revenue: 100%, deprecated 3 Mar 2025",
        "\nWhat reports say of the draft itself:\n\n",
        "| Babel, 24 Feb 2025 22:12 | x-1 | a paper | | 20 Feb 2025 | US | |\n",
        "\nChanges as reports tell them:\n\n",
        "| Share of revenue | lowered, to 50% | us-0212 | Babel, 24 Feb 2025 22:12 | by half |\n",
    };
    const char *at = tvx_buf_string(&got);
    for (size_t i = 0; i < COUNT(parts); i++) {
        at = strstr(at, parts[i]);
        if (at == NULL)
            fail_msg("no '%s', in this order, in:\n%s", parts[i], tvx_buf_string(&got));
    }
    tvx_buf_dispose(&got);
}

/* --- brackets --- */

static void brackets_with_their_books(void **state)
{
    (void)state;
    tvx_view view = {.brackets = books, .n_brackets = 2};
    const tvx_texts all = NO_TEXTS;
    assert_int_equal(tvx_write_brackets(&view, &all, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    tvx_buf got = written;
    written = (tvx_buf){0};
    const char *json = tvx_buf_string(&got);
    assert_non_null(strstr(json, "    {\"draft\": \"us-0212\", \"dated\": \"2025-02-12\", "
                                 "\"opened\": 0, \"closed\": 0, \"open\": 0, \"brackets\": []},\n"
                                 "    {\"draft\": \"us-0221\", \"dated\": \"2025-02-21\", "
                                 "\"opened\": 2, \"closed\": 1, \"open\": 2, \"brackets\": "
                                 "[{\"term\": \"share\", \"text\": "));
    assert_non_null(
        strstr(json, "\"shared\": [\"CNN\"], \"preferred\": null, \"alternatives\": ["));
    assert_non_null(
        strstr(json, "\"max\": 2}, \"independent\": [\"NYT\"], \"perhaps\": [\"AP\"]}, {"));
    assert_non_null(
        strstr(json, "\"max\": 1}, \"independent\": [], \"perhaps\": [\"CNN\"]}]}]}\n  ]\n}\n"));
    tvx_buf_dispose(&got);
    assert_int_equal(tvx_write_brackets(&view, &all, TVX_FORMAT_CSV, &sink, NULL), TVX_OK);
    assert_written(
        "draft,dated,opened,closed,open,term,shared,answer,side,reports,origins_min,origins_max,"
        "origins,independent,perhaps\r\n"
        "us-0212,2025-02-12,0,0,0,,,,,,,,,,\r\n"
        "us-0221,2025-02-21,2,1,2,share,CNN,100%,true,2,1,2,CNN; NYT,NYT,AP\r\n"
        "us-0221,2025-02-21,2,1,2,share,CNN,\"50% of revenue (oil, gas) (if signed)\",true,1,1,1,,"
        ",CNN\r\n");
    assert_int_equal(tvx_write_brackets(&view, &all, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    assert_written("| Draft | Term | Bracket | Also | Reports | Shared origin | Who has it from "
                   "elsewhere |\n| --- | --- | --- | --- | --- | --- | --- |\n"
                   "| us-0221 | Share of revenue | \\[100% \\| 50% of revenue (oil, gas) (if "
                   "signed)\\] | | 2 reports, 1–2 origins \\| 1 report, origin unknown | CNN | "
                   "100%: NYT, perhaps AP; 50% of revenue (oil, gas) (if signed): nobody for "
                   "certain, perhaps CNN |\n"
                   "\nOpen after each draft:\n\n"
                   "| Draft | Date | Opened | Closed | Open |\n| --- | --- | --- | --- | --- |\n"
                   "| us-0212 | 12 Feb 2025 | 0 | 0 | 0 |\n"
                   "| us-0221 | 21 Feb 2025 | 2 | 1 | 2 |\n");
}

/* --- coverage --- */

static void coverage_says_a_cell_a_word(void **state)
{
    (void)state;
    tvx_view view = {.shows = shows, .n_shows = 2};
    tvx_coverage coverage;
    assert_int_equal(tvx_coverage_make(&coverage, &view, NULL), TVX_OK);
    assert_int_equal(tvx_write_coverage(&view, &coverage, TVX_FORMAT_JSON, &sink, NULL), TVX_OK);
    assert_written("{\n"
                   "  \"negotiation\": \"minerals\",\n"
                   "  \"known_by\": null,\n"
                   "  \"terms\": [\"share\", \"aid\", \"aid:loans\"],\n"
                   "  \"drafts\": [\n"
                   "    {\"draft\": \"us-0212\", \"dated\": \"2025-02-12\", \"cells\": "
                   "[{\"term\": \"share\", \"cell\": \"stated\", \"inherited\": false}]},\n"
                   "    {\"draft\": \"us-0221\", \"dated\": \"2025-02-21\", \"cells\": "
                   "[{\"term\": \"share\", \"cell\": \"bracketed\", \"inherited\": false}, "
                   "{\"term\": \"aid:loans\", \"cell\": \"stated\", \"inherited\": true}]}\n"
                   "  ]\n}\n");
    assert_int_equal(tvx_write_coverage(&view, &coverage, TVX_FORMAT_CSV, &sink, NULL), TVX_OK);
    assert_written("draft,dated,share,aid,aid:loans\r\n"
                   "us-0212,2025-02-12,stated,,\r\n"
                   "us-0221,2025-02-21,bracketed,,stated (inherited)\r\n");
    assert_int_equal(tvx_write_coverage(&view, &coverage, TVX_FORMAT_MD, &sink, NULL), TVX_OK);
    assert_written("| Term | us-0212 | us-0221 |\n| --- | --- | --- |\n"
                   "| Share of revenue | stated | bracketed |\n"
                   "| Past \\| aid | | |\n"
                   "| Past \\| aid: loans | | stated (inherited) |\n");
    tvx_coverage_dispose(&coverage);
}

static void each_stance_is_a_cover(void **state)
{
    (void)state;
    static const struct {
        tvx_stance stance;
        tvx_cover cover;
        const char *name;
    } cases[] = {
        {TVX_STANCE_STATED, TVX_COVER_STATED, "stated"},
        {TVX_STANCE_INCLUDED, TVX_COVER_INCLUDED, "included"},
        {TVX_STANCE_DEFERRED, TVX_COVER_DEFERRED, "deferred"},
        {TVX_STANCE_ABSENT, TVX_COVER_ABSENT, "absent"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const tvx_alternative lead = {.stance = cases[i].stance};
        const tvx_reading reading = {.row = &rows[1],
                                     .status = TVX_STATUS_SETTLED,
                                     .alternatives = &lead,
                                     .n_alternatives = 1};
        const tvx_show show = {.draft = &drafts[1], .readings = &reading, .n_readings = 1};
        tvx_view view = {.shows = &show, .n_shows = 1};
        tvx_coverage coverage;
        bool from_amended = true;
        assert_int_equal(tvx_coverage_make(&coverage, &view, NULL), TVX_OK);
        assert_int_equal(tvx_coverage_cell(&coverage, 1, 1, &from_amended), cases[i].cover);
        assert_false(from_amended);
        assert_int_equal(tvx_coverage_cell(&coverage, 1, 0, &from_amended), TVX_COVER_SILENT);
        assert_string_equal(tvx_cover_name(cases[i].cover), cases[i].name);
        tvx_coverage_dispose(&coverage);
    }
    assert_null(tvx_cover_name(TVX_COVER_SILENT));
}

static void text_is_for_the_terminals_owner(void **state)
{
    (void)state;
    tvx_view view = {.known_by = NULL};
    const tvx_texts all = NO_TEXTS;
    const tvx_coverage coverage = {.n_rows = 0};
    assert_int_equal(tvx_write_sources(&view, &sources, TVX_FORMAT_TEXT, &sink, NULL), TVX_EUSAGE);
    assert_int_equal(tvx_write_brackets(&view, &all, TVX_FORMAT_TEXT, &sink, NULL), TVX_EUSAGE);
    assert_int_equal(tvx_write_coverage(&view, &coverage, TVX_FORMAT_TEXT, &sink, NULL),
                     TVX_EUSAGE);
    assert_written("");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recorded_by_and_without_only_where_asked),
        cmocka_unit_test(set_aside_is_the_last_member_of_show),
        cmocka_unit_test(sources_in_json),
        cmocka_unit_test(sources_in_csv_one_claim_a_row),
        cmocka_unit_test(sources_in_markdown),
        cmocka_unit_test(brackets_with_their_books),
        cmocka_unit_test(coverage_says_a_cell_a_word),
        cmocka_unit_test(each_stance_is_a_cover),
        cmocka_unit_test(text_is_for_the_terminals_owner),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    tvx_buf_dispose(&written);
    return failed;
}
