/*
 * Where reports disagree: what is told against what readings make, every name against each; and
 * dates and parties. Each case lists all that cannot be right, worked out from the rules that stand
 * in src/diff/disagree.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/buf.h"
#include "compare_scene.h"
#include "diff/compare.h"
#include "diff/disagree.h"

typedef struct change_case {
    const char *rule;
    const tvx_term *term;
    const char *from, *to; /* see compare_scene.h; NULL: silence */
    tvx_change_name name;  /* what the readings make */
    const char *belied;    /* what cannot be told of it, in the order of the names */
} change_case;

#define RANGES "tightened loosened shifted "
#define REST   "widened narrowed rescoped rescheduled reworded"
#define VALUES "raised lowered later earlier " RANGES REST

static const change_case CASES[] = {
    {"added: it came in, in whatever words", &SHARE, "absent", "50%", TVX_CHANGE_ADDED,
     "removed dropped deferred unspecified " VALUES " same"},
    {"added: a flag's no is absent", &FLAG, "no", "yes", TVX_CHANGE_ADDED,
     "removed dropped deferred unspecified " VALUES " same"},
    {"settled: it came in, in whatever words", &LEVEL, "deferred", "a treaty", TVX_CHANGE_SETTLED,
     "removed dropped deferred unspecified " VALUES " same"},
    {"specified: what it was before is open", &SHARE, "included", "50%", TVX_CHANGE_SPECIFIED,
     "removed dropped deferred unspecified"},
    {"removed: absent and deferred are no contradiction", &SHARE, "50%", "absent",
     TVX_CHANGE_REMOVED, "added settled specified unspecified " VALUES " same"},
    {"dropped: absent and deferred are no contradiction", &SHARE, "deferred", "absent",
     TVX_CHANGE_DROPPED, "added settled specified unspecified " VALUES},
    {"deferred, after it was there", &SHARE, "50%", "deferred", TVX_CHANGE_DEFERRED,
     "added settled specified unspecified " VALUES " same"},
    {"deferred, after it was absent", &SHARE, "absent", "deferred", TVX_CHANGE_DEFERRED,
     "added settled specified unspecified " VALUES},
    {"unspecified: what it is now is open", &SHARE, "50%", "included", TVX_CHANGE_UNSPECIFIED,
     "added settled specified removed dropped deferred"},
    {"raised is not lowered", &SHARE, "50%", "100%", TVX_CHANGE_RAISED,
     "added settled removed dropped deferred unspecified lowered earlier same"},
    {"lowered is not raised", &SHARE, "100%", "50%", TVX_CHANGE_LOWERED,
     "added settled removed dropped deferred unspecified raised later same"},
    {"later is not earlier", &DAY, "2025", "2026", TVX_CHANGE_LATER,
     "added settled removed dropped deferred unspecified lowered earlier same"},
    {"earlier is not later", &DAY, "2026", "2025", TVX_CHANGE_EARLIER,
     "added settled removed dropped deferred unspecified raised later same"},
    {"tightened is not loosened, but may be the same", &SHARE, "up to 50%", "50%",
     TVX_CHANGE_TIGHTENED, "added settled removed dropped deferred unspecified loosened"},
    {"loosened is not tightened, but may be the same", &SHARE, "50%", "up to 50%",
     TVX_CHANGE_LOOSENED, "added settled removed dropped deferred unspecified tightened"},
    {"shifted goes any way, but is not the same", &SHARE, "33 to 50%", "40 to 60%",
     TVX_CHANGE_SHIFTED, "added settled removed dropped deferred unspecified same"},
    {"widened is not narrowed, nor lowered", &SHARE, "50% (oil)", "50% (oil, gas)",
     TVX_CHANGE_WIDENED,
     "added settled removed dropped deferred unspecified lowered narrowed same"},
    {"narrowed is not widened, nor raised", &SHARE, "50% (oil, gas)", "50% (oil)",
     TVX_CHANGE_NARROWED, "added settled removed dropped deferred unspecified raised widened same"},
    {"rescoped: widened is less of the same", &SHARE, "50% (oil)", "50% (gas)", TVX_CHANGE_RESCOPED,
     "added settled removed dropped deferred unspecified same"},
    {"rescheduled", &SHARE, "36% over 4 years", "36% over 5 years", TVX_CHANGE_RESCHEDULED,
     "added settled removed dropped deferred unspecified same"},
    {"reworded", &WORDS, "text:in full", "text:in part", TVX_CHANGE_REWORDED,
     "added settled removed dropped deferred unspecified same"},
    {"same: absent in both", &SHARE, "absent", "absent", TVX_CHANGE_SAME,
     "added settled specified removed unspecified " VALUES},
    {"same: a flag's no in both is absent", &FLAG, "no", "no", TVX_CHANGE_SAME,
     "added settled specified removed unspecified " VALUES},
    {"same: deferred in both", &SHARE, "deferred", "deferred", TVX_CHANGE_SAME,
     "added settled specified removed unspecified " VALUES},
    {"same: included in both leaves its content open", &SHARE, "included", "included",
     TVX_CHANGE_SAME, "added settled removed dropped deferred"},
    {"same: one value, of which only the amount is known", &SHARE, "50%", "50%", TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered tightened "
     "loosened shifted"},
    {"same: one value, tags given once", &SHARE, "50%", "50% (oil)", TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered tightened "
     "loosened shifted"},
    {"same: one value with its tags", &SHARE, "50% (oil)", "50% (oil)", TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered tightened "
     "loosened shifted widened narrowed rescoped"},
    {"same: what stands beside the lead is not asked", &SHARE, "50% (oil) | up to 60%", "50% (oil)",
     TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered tightened "
     "loosened shifted widened narrowed rescoped"},
    {"same: one value over a time", &SHARE, "36% over 4 years", "36% over 4 years", TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered later earlier "
     "tightened loosened shifted rescheduled"},
    {"same: one value by a date", &SHARE, "36% by 2030", "36% by 2030", TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered later earlier "
     "tightened loosened shifted rescheduled"},
    {"same: one date", &DAY, "2025", "2025", TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered later earlier "
     "tightened loosened shifted rescheduled"},
    {"same: one duration", &SPAN, "10 years", "10 years", TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered later earlier "
     "tightened loosened shifted rescheduled"},
    {"same: one wording", &WORDS, "in full", "In full", TVX_CHANGE_SAME,
     "added settled specified removed dropped deferred unspecified raised lowered tightened "
     "loosened shifted reworded"},
    {"same: a bracket leaves open which side holds", &SHARE, "50% | 100%", "50% | 100%",
     TVX_CHANGE_SAME, "added settled removed dropped deferred"},
    {"same: a bracket of all leaves all open", &SHARE, "50% | absent", "50% | absent",
     TVX_CHANGE_SAME, ""},
    {"unclear: told is among what is possible", &SHARE, "50% | 100%", "70%", TVX_CHANGE_UNCLEAR,
     "added settled removed dropped deferred unspecified same"},
    {"unclear: told is not, and what is is known", &SHARE, "50% | 100%", "50%", TVX_CHANGE_UNCLEAR,
     "added settled removed dropped deferred unspecified raised"},
    {"unclear: of dates it is known", &DAY, "2025 | 2026", "2025", TVX_CHANGE_UNCLEAR,
     "added settled removed dropped deferred unspecified raised later"},
    {"unclear: it came in or was raised", &SHARE, "absent | 50%", "100%", TVX_CHANGE_UNCLEAR,
     "removed dropped deferred unspecified lowered earlier same"},
    {"unclear: it came in or is the same", &DAY, "2025 | absent", "2025", TVX_CHANGE_UNCLEAR,
     "removed dropped deferred unspecified raised lowered later earlier tightened loosened shifted "
     "rescheduled"},
    {"unclear: deferred after one or the other", &SHARE, "absent | 50%", "deferred",
     TVX_CHANGE_DEFERRED, "added settled specified unspecified " VALUES},
    {"contested: all pairs agree", &SHARE, "50% | 60%", "100%", TVX_CHANGE_RAISED,
     "added settled removed dropped deferred unspecified lowered earlier same"},
    {"an amount of 0 is nothing: raised from it is added", &SHARE, "0%", "50%", TVX_CHANGE_RAISED,
     "removed dropped deferred unspecified lowered earlier same"},
    {"an amount of 0 is nothing: lowered to it is removed", &SHARE, "50%", "0%", TVX_CHANGE_LOWERED,
     "added settled unspecified raised later same"},
    {"a denial of one value leaves the others open", &SHARE, "50%", "not 50%", TVX_CHANGE_REMOVED,
     ""},
    {"a denial of one value leaves open what was", &SHARE, "not 50%", "50%", TVX_CHANGE_ADDED, ""},
    {"a denial of one value, twice", &SHARE, "not 50%", "not 50%", TVX_CHANGE_SAME, ""},
    {"incomparable: it is in both", &SHARE, "50% of revenue", "50% of profits",
     TVX_CHANGE_INCOMPARABLE, "added settled removed dropped deferred"},
    {"retold: it is in both", &WORDS, "in full", "in part", TVX_CHANGE_RETOLD,
     "added settled removed dropped deferred"},
    {"silence before", &SHARE, NULL, "50%", TVX_CHANGE_FIRST_REPORTED, ""},
    {"silence after", &SHARE, "50%", NULL, TVX_CHANGE_NOT_REPORTED, ""},
};

static void check_case(const change_case *c)
{
    static const tvx_vocabulary VOCABULARY;
    tvx_arena arena = {0};
    tvx_buf belied = {0};
    const tvx_row row = {.name = c->term->key, .term = c->term};
    const tvx_reading from = read_reading(&arena, &row, c->from);
    const tvx_reading to = read_reading(&arena, &row, c->to);
    tvx_change change;
    assert_int_equal(tvx_compare(&change, &arena, &VOCABULARY, &from, &to, NULL), TVX_OK);
    if (change.name != c->name)
        fail_msg("%s: %s", c->rule, tvx_change_name_text(change.name));
    for (int told = TVX_CHANGE_NONE; told < TVX_CHANGE_NAMES; told++)
        if (tvx_change_disagrees((tvx_change_name)told, &change))
            tvx_buf_format(&belied, "%s%s", belied.size > 0 ? " " : "",
                           tvx_change_name_text((tvx_change_name)told));
    if (strcmp(tvx_buf_string(&belied), c->belied) != 0)
        fail_msg("%s:\n'%s', not\n'%s'", c->rule, tvx_buf_string(&belied), c->belied);
    tvx_buf_dispose(&belied);
    tvx_arena_dispose(&arena);
}

static void what_cannot_be_told_of_a_change(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check_case(&CASES[i]);
}

typedef struct dates_case {
    const char *rule, *a, *b; /* NULL: none */
    bool disagree;
} dates_case;

static const dates_case DATES[] = {
    {"two days", "2025-02-21", "2025-02-22", true},
    {"one day", "2025-02-21", "2025-02-21", false},
    {"a day within its month", "2025-02", "2025-02-21", false},
    {"a day in another month", "2025-03", "2025-02-21", true},
    {"neither lies within the other, though they overlap", "2025-02-20/2025-02-22",
     "2025-02-21/2025-02-24", true},
    {"an approximate end is widened", "2025-02-21~", "2025-02-22", false},
    {"an approximate beginning is widened", "2025-02-21~", "2025-02-10", false},
    {"an approximate day of another month", "2025-02-21~", "2025-03-01", true},
    {"a time within its day", "2025-02-21T10:00", "2025-02-21", false},
    {"an open beginning", "../2025-02-21", "2025-02-10", false},
    {"one is missing", NULL, "2025-02-21", false},
};

static void dates_that_cannot_both_be_right(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DATES / sizeof *DATES; i++) {
        const dates_case *c = &DATES[i];
        tvx_date a = {0}, b = {0};
        assert_true(c->a == NULL || tvx_date_parse(&a, c->a, NULL) == TVX_OK);
        assert_true(c->b == NULL || tvx_date_parse(&b, c->b, NULL) == TVX_OK);
        if (tvx_dates_disagree(&a, &b) != c->disagree || tvx_dates_disagree(&b, &a) != c->disagree)
            fail_msg("%s", c->rule);
    }
}

static void parties_that_are_not_the_same(void **state)
{
    (void)state;
    const tvx_texts none = {0}, us = TEXTS("US"), ua = TEXTS("UA"), both = TEXTS("UA", "US");
    assert_false(tvx_parties_disagree(&us, &us));
    assert_false(tvx_parties_disagree(&both, &both));
    assert_true(tvx_parties_disagree(&us, &ua));
    assert_true(tvx_parties_disagree(&us, &both));
    assert_true(tvx_parties_disagree(&ua, &both));
    assert_true(tvx_parties_disagree(&both, &us));
    assert_false(tvx_parties_disagree(&none, &us));
    assert_false(tvx_parties_disagree(&us, &none));
}

/* --- a value that is told --- */

typedef struct told_case {
    const char *rule;
    const tvx_term *term;
    const char *reading, *told;
    bool contradicts;
} told_case;

static const told_case TOLD[] = {
    {"another value", &SHARE, "50%", "30%", true},
    {"the same value", &SHARE, "50%", "50%", false},
    {"one that holds it", &SHARE, "50%", "up to 60%", false},
    {"silence contradicts nothing", &SHARE, NULL, "30%", false},
    {"included is open", &SHARE, "included", "30%", false},
    {"what is not there has no value", &SHARE, "absent", "30%", true},
    {"what is put off has no value", &SHARE, "deferred", "30%", true},
    {"another value is denied", &SHARE, "not 50%", "30%", false},
    {"the value is denied", &SHARE, "not 50%", "50%", true},
    {"every side of a bracket", &SHARE, "50% | 100%", "30%", true},
    {"one side of a bracket", &SHARE, "50% | 100%", "100%", false},
    {"an alternative that is no side does not help", &SHARE, "50% | about 50%", "30%", true},
    {"under another condition", &SHARE, "50% (if ratified)", "30% (if signed)", false},
    {"of another base", &SHARE, "50% of revenue", "50% of profits", true},
    {"of another kind", &MIXED, "50%", "USD 5", false},
    {"words that are not of the text are paraphrase", &WORDS, "text:all ores", "some", false},
    {"words of the text", &WORDS, "text:all ores", "text:some", true},
};

static void values_told_that_cannot_be_right(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof TOLD / sizeof *TOLD; i++) {
        const told_case *c = &TOLD[i];
        const tvx_row row = {.name = c->term->key, .term = c->term};
        tvx_arena arena = {0};
        tvx_evidence told[2] = {{0}};
        bool found[2];
        print_message("  %s\n", c->rule);
        const tvx_reading reading = read_reading(&arena, &row, c->reading);
        read_claim(&told[0], &arena, c->term, c->told);
        read_claim(&told[1], &arena, c->term, c->told);
        assert_int_equal(tvx_told_contradicts(found, &arena, &reading, told, 2, NULL), TVX_OK);
        assert_int_equal(found[0], c->contradicts);
        assert_int_equal(found[1], c->contradicts);
        tvx_arena_dispose(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_cannot_be_told_of_a_change),
        cmocka_unit_test(values_told_that_cannot_be_right),
        cmocka_unit_test(dates_that_cannot_both_be_right),
        cmocka_unit_test(parties_that_are_not_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
