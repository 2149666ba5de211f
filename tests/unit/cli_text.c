/*
 * Answers as text for people: changes and evidence in words, days, positions and events. The
 * readings and changes are made by hand; the words follow looks.md's rules and sections 5 and 6.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/change_text.h"
#include "cli/evidence_text.h"
#include "cli/layout.h"
#include "cli/moment.h"
#include "cli/output.h"
#include "cli/told_text.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define TEXTS(...)                                                                                 \
    {                                                                                              \
        (const char *const[]){__VA_ARGS__}, COUNT(((const char *const[]){__VA_ARGS__}))            \
    }
#define ORIGINS(least, most, ...)                                                                  \
    {                                                                                              \
        .names = TEXTS(__VA_ARGS__), .min = least, .max = most                                     \
    }
#define END(...)                                                                                   \
    {                                                                                              \
        .bounded = true, .number = {.limb = {__VA_ARGS__} }                                        \
    }
#define MINUS(...)                                                                                 \
    {                                                                                              \
        .bounded = true, .number = {.limb = {__VA_ARGS__}, .negative = true }                      \
    }
#define NO_END                                                                                     \
    {                                                                                              \
        .bounded = false                                                                           \
    }
#define DELTA(least, most, of) .has_delta = true, .delta = {.low = least, .high = most, .unit = of}

static tvx_buf written;

static void assert_written(const char *expected)
{
    assert_false(written.failed);
    assert_string_equal(tvx_buf_string(&written), expected);
    tvx_buf_dispose(&written);
}

/* --- changes --- */

#define READING(words)                                                                             \
    {                                                                                              \
        .status = TVX_STATUS_SETTLED, .text = words,                                               \
        .alternatives = (const tvx_alternative[]){{.text = words, .side = true}},                  \
        .n_alternatives = 1                                                                        \
    }

static const tvx_value money = {.kind = TVX_KIND_MONEY, .unit = "USD"};

#define MONEY(words)                                                                               \
    {                                                                                              \
        .status = TVX_STATUS_SETTLED, .text = words, .n_alternatives = 1,                          \
        .alternatives = (const tvx_alternative[])                                                  \
        {                                                                                          \
            {                                                                                      \
                .text = words, .value = &money, .side = true                                       \
            }                                                                                      \
        }                                                                                          \
    }

static const tvx_reading half = READING("50%"), whole = READING("100%"),
                         up_to_half = READING("up to 50%"), absent = READING("absent"),
                         half_of_income = READING("50% of income"),
                         bracketed = {.status = TVX_STATUS_BRACKETED, .text = "[50% | 100%]"},
                         inherited = {.status = TVX_STATUS_SETTLED,
                                      .text = "100%",
                                      .inherited = true},
                         deferred = {.status = TVX_STATUS_SETTLED,
                                     .text = "deferred",
                                     .alternatives =
                                         (const tvx_alternative[]){
                                             {.text = "deferred", .to = TEXTS("a", "b")}},
                                     .n_alternatives = 1},
                         big = MONEY("USD 500 billion"), small = MONEY("USD 100 billion");

static const tvx_redline_run runs[] = {{TVX_REDLINE_KEEP, "a"},
                                       {TVX_REDLINE_CUT, "framework"},
                                       {TVX_REDLINE_NEW, "final"},
                                       {TVX_REDLINE_KEEP, "agreement"}};

static const struct {
    const char *rule;
    tvx_change change;
    const char *mark, *sentence, *toward;
} sentences[] = {
    {"first_reported",
     {.name = TVX_CHANGE_FIRST_REPORTED, .to = &whole},
     "+",
     "first reported: 100%",
     ""},
    {"raised, in points without a ratio",
     {.name = TVX_CHANGE_RAISED,
      .from = &half,
      .to = &whole,
      .toward = "US",
      .ratio = "2",
      DELTA(END(50), END(50), "points")},
     "~",
     "50% \u2192 100%: raised by 50 points",
     "\u2192 US"},
    {"raised from a bound",
     {.name = TVX_CHANGE_RAISED,
      .from = &up_to_half,
      .to = &whole,
      DELTA(END(50), NO_END, "points")},
     "~",
     "up to 50% \u2192 100%: raised by at least 50 points",
     ""},
    {"lowered, with a ratio",
     {.name = TVX_CHANGE_LOWERED,
      .from = &big,
      .to = &small,
      .toward = "UA",
      .ratio = "0.2",
      DELTA(MINUS(0, 400), MINUS(0, 400), "USD")},
     "~",
     "USD 500 billion \u2192 USD 100 billion: lowered by USD 400 billion (ratio 0.2)",
     "\u2192 UA"},
    {"a ratio that needs more than two decimals",
     {.name = TVX_CHANGE_LOWERED,
      .from = &big,
      .to = &small,
      .ratio = "0.203",
      DELTA(MINUS(0, 400), MINUS(0, 400), "USD")},
     "~",
     "USD 500 billion \u2192 USD 100 billion: lowered by USD 400 billion",
     ""},
    {"a ratio of what did not move",
     {.name = TVX_CHANGE_SAME,
      .from = &big,
      .to = &big,
      .ratio = "1",
      DELTA(END(0), END(0), "USD")},
     "\u00b7",
     "USD 500 billion: same",
     ""},
    {"removed",
     {.name = TVX_CHANGE_REMOVED, .from = &half, .to = &absent},
     "-",
     "50% \u2192 absent: removed",
     ""},
    {"not_reported",
     {.name = TVX_CHANGE_NOT_REPORTED, .from = &half},
     "\u00b7",
     "50% \u2192 not reported (no change is known)",
     ""},
    {"same in other words",
     {.name = TVX_CHANGE_SAME, .from = &half, .to = &half_of_income},
     "\u00b7",
     "50% \u2192 50% of income: same",
     ""},
    {"unclear",
     {.name = TVX_CHANGE_UNCLEAR,
      .possible = {TVX_CHANGE_LOWERED, TVX_CHANGE_SAME},
      .n_possible = 2,
      .from = &bracketed,
      .to = &half},
     "?",
     "[50% | 100%] \u2192 50%: lowered or same",
     ""},
    {"incomparable",
     {.name = TVX_CHANGE_INCOMPARABLE, .because = TVX_BECAUSE_BASE, .from = &half, .to = &whole},
     "?",
     "50% \u2192 100%: incomparable (not known to be of the same thing)",
     ""},
    {"deferred, and to what",
     {.name = TVX_CHANGE_DEFERRED, .from = &absent, .to = &deferred},
     "~",
     "absent \u2192 deferred (to a; b): deferred",
     ""},
    {"inherited",
     {.name = TVX_CHANGE_RETOLD, .from = &half, .to = &inherited},
     "?",
     "50% \u2192 100% (inherited): retold",
     ""},
    {"reworded",
     {.name = TVX_CHANGE_REWORDED,
      .from = &half,
      .to = &whole,
      .redline = runs,
      .n_redline = COUNT(runs)},
     "~",
     "reworded: a [-framework-] {+final+} agreement",
     ""},
};

static void changes_as_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sentences); i++) {
        print_message("  %s\n", sentences[i].rule);
        tvx_cli_change_sentence(&written, &sentences[i].change);
        assert_written(sentences[i].sentence);
        assert_string_equal(tvx_cli_mark(sentences[i].change.name), sentences[i].mark);
        tvx_cli_toward(&written, &sentences[i].change);
        assert_written(sentences[i].toward);
    }
}

static void same_and_silence_are_no_change(void **state)
{
    (void)state;
    for (int name = TVX_CHANGE_FIRST_REPORTED; name < TVX_CHANGE_NAMES; name++)
        assert_int_equal(tvx_cli_is_change((tvx_change_name)name),
                         name != TVX_CHANGE_SAME && name != TVX_CHANGE_NOT_REPORTED);
}

/* --- redlines in colour --- */

static const struct {
    const char *lines[3], *coloured;
} redlines[] = {
    {{"no signs"}, "no signs"},
    {{"a [-b-] {+c+} d"}, "a \033[9;31m[-b-]\033[m \033[32m{+c+}\033[m d"},
    {{"{+a+} [-b-]"}, "\033[32m{+a+}\033[m \033[9;31m[-b-]\033[m"},
    {{"a [-b", "c", "d-] e"}, "a \033[9;31m[-b\033[m\033[9;31mc\033[m\033[9;31md-]\033[m e"},
    {{"a -] b +}"}, "a -] b +}"},
    {{"[-{+-] x"}, "\033[9;31m[-{+-]\033[m x"},
};

static void redlines_are_coloured_over_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(redlines); i++) {
        tvx_cli cli = {.screen = {.terminal = true, .colour = true, .width = 80}};
        int inside = 0;
        for (size_t j = 0; j < 3 && redlines[i].lines[j] != NULL; j++)
            tvx_cli_redline_styled(&cli, redlines[i].lines[j], strlen(redlines[i].lines[j]),
                                   &inside);
        assert_string_equal(tvx_buf_string(&cli.output.memory), redlines[i].coloured);
        assert_int_equal(inside, 0);
        tvx_cli_output_dispose(&cli.output);
    }
}

/* --- evidence --- */

#define IDS(n)                                                                                     \
    {                                                                                              \
        NULL, n                                                                                    \
    }
#define SIDE(words, n, ...)                                                                        \
    {                                                                                              \
        .text = words, .side = true, .reports = IDS(n), .origins = ORIGINS(__VA_ARGS__)            \
    }
#define BRACKET(...)                                                                               \
    {                                                                                              \
        .status = TVX_STATUS_BRACKETED, .alternatives = (const tvx_alternative[]){__VA_ARGS__},    \
        .n_alternatives = COUNT(((const tvx_alternative[]){__VA_ARGS__}))                          \
    }

static const struct {
    const char *rule;
    tvx_reading reading;
    const char *words;
} evidence[] = {
    {"one origin by its name",
     {.status = TVX_STATUS_SETTLED, .reports = 3, .origins = ORIGINS(1, 1, "CNN")},
     "3 reports, 1 origin (CNN)"},
    {"bounds of origins",
     {.status = TVX_STATUS_SETTLED, .reports = 2, .origins = ORIGINS(1, 2, "AP", "CNN")},
     "2 reports, 1\u20132 origins"},
    {"each side of a bracket", BRACKET(SIDE("50%", 7, 2, 2, "AP", "FT"), SIDE("0", 1, 1, 1, "CNN")),
     "7 reports, 2 origins | 1 report, 1 origin (CNN)"},
    {"a side whose origin stands behind the other",
     BRACKET(SIDE("50%", 7, 2, 2, "AP", "CNN"), SIDE("0", 3, 1, 1, "CNN")),
     "7 reports, 2 origins | 3 reports, 1 origin (CNN, also of the other)"},
    {"a side with several such origins",
     BRACKET(SIDE("50%", 7, 3, 3, "AP", "CNN", "FT"), SIDE("0", 2, 2, 2, "AP", "FT")),
     "7 reports, 3 origins | 2 reports, 2 origins (also of the other)"},
    {"an unknown origin is nobody's",
     BRACKET(SIDE("50%", 7, 1, 1, "CNN"), SIDE("0", 2, 1, 2, "CNN")),
     "7 reports, 1 origin (CNN, also of the other) | 2 reports, 1\u20132 origins"},
    {"one of three sides",
     BRACKET(SIDE("1", 1, 1, 1, "AP"), SIDE("2", 2, 2, 2, "AP", "FT"), SIDE("3", 1, 1, 1, "DW")),
     "1 report, 1 origin (AP, also of another) | 2 reports, 2 origins | 1 report, 1 origin (DW)"},
    {"no more than the sides",
     BRACKET(SIDE("50%", 1, 1, 1, "AP"), SIDE("0", 1, 1, 1, "FT"),
             {.text = "x", .reports = IDS(9), .origins = ORIGINS(1, 1, "FT")}),
     "1 report, 1 origin (AP) | 1 report, 1 origin (FT)"},
};

static void evidence_of_readings(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(evidence); i++) {
        print_message("  %s\n", evidence[i].rule);
        tvx_cli_reading_evidence(&written, &evidence[i].reading);
        assert_written(evidence[i].words);
    }
}

static void other_answers_stand_beside(void **state)
{
    (void)state;
    const tvx_reading reading = {
        .status = TVX_STATUS_SETTLED,
        .alternatives = (const tvx_alternative[]){{.text = "50%", .side = true},
                                                  {.text = "included"},
                                                  {.text = "deferred", .to = TEXTS("June")}},
        .n_alternatives = 3};
    tvx_cli_beside(&written, &reading);
    assert_written("included; deferred (to June)");
    tvx_cli_beside(&written, &half);
    assert_written("");
}

/* --- days --- */

static const struct {
    tvx_date date;
    bool with_year;
    const char *day;
} days[] = {
    {{.text = NULL}, true, ""},
    {{.text = "2025-02-24", .precision = TVX_PRECISION_DAY}, true, "24 Feb 2025"},
    {{.text = "2025-02-24", .precision = TVX_PRECISION_DAY}, false, "24 Feb"},
    {{.text = "2025-02-24T22:12", .precision = TVX_PRECISION_TIME}, true, "24 Feb 2025"},
    {{.text = "2025-02-24T22:12", .precision = TVX_PRECISION_TIME}, false, "24 Feb"},
    {{.text = "2025-02-24T22:12:05", .precision = TVX_PRECISION_TIME}, true, "24 Feb 2025"},
    {{.text = "2025-02-24T00:30+02:00",
      .precision = TVX_PRECISION_TIME,
      .zoned = true,
      .earliest = 1740349800, /* 2025-02-23T22:30Z */
      .latest = 1740349859},
     true,
     "23 Feb 2025"},
    {{.text = "2025-02-12/2025-02-24", .precision = TVX_PRECISION_INTERVAL},
     true,
     "12\u201324 Feb 2025"},
};

static void days_without_the_time_of_day(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(days); i++) {
        char day[TVX_DATE_HUMAN];
        tvx_cli_day(&days[i].date, days[i].with_year, day);
        assert_string_equal(day, days[i].day);
    }
}

static const struct {
    const char *dates[3];
    bool same;
} years[] = {
    {{NULL}, true},
    {{"2025-02-12", "2025-04"}, true},
    {{"2025-02-12/2025-02-18", "2025"}, true},
    {{"2024-12-30", "2025-01-02"}, false},
    {{"2025-02-12", "../2025-02-20"}, false},
    {{"../2025-02-20", "2025-02-12"}, false},
    {{"202X", "2025"}, false},
};

static void years_are_left_out_where_there_is_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(years); i++) {
        tvx_date dates[3];
        tvx_placed_draft drafts[4] = {{.date = NULL}};
        size_t n = 0;
        for (; n < 3 && years[i].dates[n] != NULL; n++) {
            dates[n] = (tvx_date){.text = years[i].dates[n]};
            drafts[n + 1].date = &dates[n];
        }
        assert_int_equal(tvx_cli_same_year(drafts, n + 1), years[i].same);
    }
}

/* --- positions and events --- */

static const struct {
    tvx_position position;
    const char *value, *party, *says;
} positions[] = {
    {{.parties = TEXTS("UA"), .stance = TVX_POSITION_REJECTS},
     NULL,
     "UA",
     "rejects the deal as a whole"},
    {{.parties = TEXTS("UA", "US"), .stance = TVX_POSITION_ACCEPTS, .draft = "us-0225"},
     NULL,
     "UA, US",
     "accepts us-0225"},
    {{.parties = TEXTS("US"),
      .who = "an aide",
      .stance = TVX_POSITION_OFFERS,
      .condition = "the war ends"},
     "50%",
     "US (an aide)",
     "offers the deal as a whole: 50% (if the war ends)"},
};

static void positions_as_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(positions); i++) {
        tvx_cli_position_party(&written, &positions[i].position);
        assert_written(positions[i].party);
        tvx_cli_position_says(&written, NULL, &positions[i].position, positions[i].value);
        assert_written(positions[i].says);
    }
}

static const struct {
    tvx_event event;
    tvx_texts places;
    const char *says;
} events[] = {
    {{.kind = TVX_EVENT_MET}, {NULL, 0}, "met"},
    {{.kind = TVX_EVENT_PRESENTED, .drafts = TEXTS("a", "b")},
     TEXTS("Kyiv", "Munich"),
     "presented a, b in Kyiv or Munich"},
    {{.kind = TVX_EVENT_OTHER, .what = "leaked", .drafts = TEXTS("a")}, {NULL, 0}, "leaked: a"},
    {{.kind = TVX_EVENT_STATED, .what = "no deadline"}, {NULL, 0}, "stated: no deadline"},
};

static void events_as_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(events); i++) {
        tvx_cli_event_says(&written, NULL, &events[i].event, events[i].places);
        assert_written(events[i].says);
    }
}

static void texts_are_told_once(void **state)
{
    (void)state;
    const char *texts[] = {"b", "a", "b", "c", "a"};
    const tvx_texts once = tvx_cli_each_once(texts, COUNT(texts));
    tvx_cli_list(&written, once);
    assert_written("a, b, c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_as_sentences),
        cmocka_unit_test(same_and_silence_are_no_change),
        cmocka_unit_test(redlines_are_coloured_over_lines),
        cmocka_unit_test(evidence_of_readings),
        cmocka_unit_test(other_answers_stand_beside),
        cmocka_unit_test(days_without_the_time_of_day),
        cmocka_unit_test(years_are_left_out_where_there_is_one),
        cmocka_unit_test(positions_as_sentences),
        cmocka_unit_test(events_as_sentences),
        cmocka_unit_test(texts_are_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
