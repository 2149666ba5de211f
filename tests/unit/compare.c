/*
 * Comparing readings: section 6, by the cells of its table and its rules. The cases are in
 * compare_cases.h; the last tests here fail where a cell, a name, a reason or a rule has no case.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "compare_cases.h"
#include "diff/compare.h"
#include "limited.h"

static const struct {
    const compare_case *cases;
    size_t n;
} LISTS[] = {
#define LIST(cases)                                                                                \
    {                                                                                              \
        cases, sizeof cases / sizeof cases[0]                                                      \
    }
    LIST(CELLS),  LIST(COUNTING), LIST(INCOMPARABLE), LIST(MAGNITUDES),
    LIST(EQUALS), LIST(WORDINGS), LIST(FACETS),       LIST(CONTESTED),
};
enum { N_LISTS = sizeof LISTS / sizeof LISTS[0] };

static const tvx_party PARTIES[] = {{.key = "EU"}, {.key = "UA"}, {.key = "US"}};
static const tvx_vocabulary TWO = {.parties = PARTIES + 1, .n_parties = 2};
static const tvx_vocabulary THREE = {.parties = PARTIES, .n_parties = 3};

/* --- a change in words --- */

static void put_end(tvx_buf *out, const tvx_end *end)
{
    char digits[TVX_DECIMAL_TEXT] = "~";
    if (end->bounded)
        tvx_decimal_print(&end->number, digits);
    tvx_buf_text(out, digits);
}

static void put_delta(tvx_buf *out, const tvx_delta *delta)
{
    tvx_buf_text(out, "; by ");
    tvx_buf_char(out, delta->low.bounded && !delta->low.open ? '[' : '(');
    put_end(out, &delta->low);
    tvx_buf_char(out, ',');
    put_end(out, &delta->high);
    tvx_buf_char(out, delta->high.bounded && !delta->high.open ? ']' : ')');
    if (delta->unit != NULL)
        tvx_buf_format(out, " %s", delta->unit);
}

static void put_tags(tvx_buf *out, char mark, const tvx_texts *tags)
{
    for (size_t i = 0; i < tags->n; i++) {
        tvx_buf_text(out, i == 0 ? "; " : ",");
        if (i == 0)
            tvx_buf_char(out, mark);
        tvx_buf_text(out, tags->items[i]);
    }
}

static void put_facet(tvx_buf *out, const char *word, const tvx_facet *facet)
{
    if (facet->differs)
        tvx_buf_format(out, "; %s %s > %s", word, facet->from == NULL ? "-" : facet->from,
                       facet->to == NULL ? "-" : facet->to);
}

static void put_change(tvx_buf *out, const tvx_change *change)
{
    const char *name = tvx_change_name_text(change->name);
    tvx_buf_text(out, name == NULL ? "–" : name);
    if (change->because != TVX_BECAUSE_NONE)
        tvx_buf_format(out, "; because %s", tvx_because_name(change->because));
    for (size_t i = 0; i < change->n_possible; i++)
        tvx_buf_format(out, "%s%s", i == 0 ? "; " : " or ",
                       tvx_change_name_text(change->possible[i]));
    if (change->contested)
        tvx_buf_text(out, "; contested");
    if (change->toward != NULL)
        tvx_buf_format(out, "; toward %s", change->toward);
    if (change->has_delta)
        put_delta(out, &change->delta);
    if (change->ratio != NULL)
        tvx_buf_format(out, "; x%s", change->ratio);
    put_tags(out, '+', &change->tags_added);
    put_tags(out, '-', &change->tags_removed);
    put_facet(out, "when", &change->when);
    put_facet(out, "over", &change->over);
    put_facet(out, "if", &change->condition);
    for (size_t i = 0; i < change->n_redline; i++)
        tvx_buf_format(out, "%s%s '%s'", i == 0 ? "; " : " ",
                       tvx_redline_op_name(change->redline[i].op), change->redline[i].text);
}

/* --- the cases --- */

/* The readings of a case. */
typedef struct scene {
    tvx_arena arena;
    tvx_row row;
    tvx_reading from, to;
} scene;

static void set_scene(scene *s, const compare_case *c)
{
    *s = (scene){.row = {.name = c->term->key, .term = c->term}};
    s->from = read_reading(&s->arena, &s->row, c->from);
    s->to = read_reading(&s->arena, &s->row, c->to);
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

static void check_ends(const scene *s, const compare_case *c, const tvx_change *change)
{
    bool applies = !begins(c->expected, "–") && !begins(c->expected, "first_reported") &&
                   !begins(c->expected, "not_reported");
    assert_ptr_equal(change->row, &s->row);
    assert_ptr_equal(change->from, c->from == NULL ? NULL : &s->from);
    assert_ptr_equal(change->to, c->to == NULL ? NULL : &s->to);
    assert_int_equal(tvx_compare_applies(&s->from, &s->to), applies);
}

static bool run_case(const compare_case *c)
{
    scene s;
    tvx_change change;
    tvx_buf said = {0};
    set_scene(&s, c);
    assert_int_equal(tvx_compare(&change, &s.arena, &TWO, &s.from, &s.to, NULL), TVX_OK);
    put_change(&said, &change);
    bool right = strcmp(tvx_buf_string(&said), c->expected) == 0;
    if (!right)
        print_error("%s\n  is       %s\n  expected %s\n", c->name, said.data, c->expected);
    else
        check_ends(&s, c, &change);
    tvx_buf_dispose(&said);
    tvx_arena_dispose(&s.arena);
    return right;
}

static void every_case(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < N_LISTS; i++)
        for (size_t j = 0; j < LISTS[i].n; j++)
            wrong += !run_case(&LISTS[i].cases[j]);
    assert_int_equal(wrong, 0);
}

static void no_reading_is_silence(void **state)
{
    (void)state;
    const compare_case stated = {"stated", &SHARE, "50%", "50%", "–"};
    scene s;
    tvx_change change;
    set_scene(&s, &stated);
    assert_int_equal(tvx_compare(&change, &s.arena, &TWO, NULL, &s.to, NULL), TVX_OK);
    assert_int_equal(change.name, TVX_CHANGE_FIRST_REPORTED);
    assert_ptr_equal(change.row, &s.row);
    assert_int_equal(tvx_compare(&change, &s.arena, &TWO, &s.from, NULL, NULL), TVX_OK);
    assert_int_equal(change.name, TVX_CHANGE_NOT_REPORTED);
    assert_int_equal(tvx_compare(&change, &s.arena, &TWO, NULL, NULL, NULL), TVX_OK);
    assert_int_equal(change.name, TVX_CHANGE_NONE);
    assert_false(tvx_compare_applies(NULL, &s.to));
    assert_false(tvx_compare_applies(&s.from, NULL));
    tvx_arena_dispose(&s.arena);
}

/* `favours`, and what becomes of it among three parties. */
static void toward_whom(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        compare_case pair;
        const char *of_two, *of_three;
    } cases[] = {
        {"raised goes toward it", {"", &SHARE, "50%", "60%", ""}, "US", "US"},
        {"lowered goes toward the other of two", {"", &SHARE, "60%", "50%", ""}, "UA", NULL},
        {"later", {"", &DAY, "2025", "2026", ""}, "UA", "UA"},
        {"earlier", {"", &DAY, "2026", "2025", ""}, "US", NULL},
        {"widened", {"", &SHARE, "5% (oil)", "5% (oil, gas)", ""}, "US", "US"},
        {"narrowed", {"", &SHARE, "5% (oil, gas)", "5% (oil)", ""}, "UA", NULL},
        {"added", {"", &SHARE, "absent", "60%", ""}, "US", "US"},
        {"removed", {"", &SHARE, "60%", "absent", ""}, "UA", NULL},
        {"deferred after stated", {"", &SHARE, "60%", "deferred", ""}, "UA", NULL},
        {"deferred after included", {"", &SHARE, "included", "deferred", ""}, "UA", NULL},
        {"deferred after absent: none", {"", &SHARE, "absent", "deferred", ""}, NULL, NULL},
        {"dropped: none", {"", &SHARE, "deferred", "absent", ""}, NULL, NULL},
        {"tightened: none", {"", &SHARE, "up to 60%", "50%", ""}, NULL, NULL},
        {"a term that favours nobody", {"", &NUMBER, "50", "60", ""}, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        scene s;
        tvx_change two, three;
        print_message("  %s\n", cases[i].rule);
        set_scene(&s, &cases[i].pair);
        assert_int_equal(tvx_compare(&two, &s.arena, &TWO, &s.from, &s.to, NULL), TVX_OK);
        assert_int_equal(tvx_compare(&three, &s.arena, &THREE, &s.from, &s.to, NULL), TVX_OK);
        assert_string_equal(two.toward == NULL ? "-" : two.toward,
                            cases[i].of_two == NULL ? "-" : cases[i].of_two);
        assert_string_equal(three.toward == NULL ? "-" : three.toward,
                            cases[i].of_three == NULL ? "-" : cases[i].of_three);
        tvx_arena_dispose(&s.arena);
    }
}

/* Says so, and nothing is left behind, wherever memory runs out. */
static void out_of_memory(void **state)
{
    (void)state;
    size_t failures = 0;
    for (size_t i = 0; i < N_LISTS; i++)
        for (size_t j = 0; j < LISTS[i].n; j++) {
            scene s;
            int rc = TVX_ENOMEM;
            set_scene(&s, &LISTS[i].cases[j]);
            for (long k = 0; rc != TVX_OK; k++) {
                tvx_arena arena = {0};
                tvx_change change;
                tvx_error error = {0};
                allocations_left = k;
                rc = tvx_compare(&change, &arena, &TWO, &s.from, &s.to, &error);
                allocations_left = -1;
                failures += rc != TVX_OK;
                assert_true(rc == TVX_OK || (rc == TVX_ENOMEM && error.code == TVX_ENOMEM));
                tvx_arena_dispose(&arena);
            }
            tvx_arena_dispose(&s.arena);
        }
    assert_true(failures > 50);
}

/* --- words and marks --- */

static void marks_and_words(void **state)
{
    (void)state;
    static const char *const MARKED[] = {
        "+first_reported", "+added",    "+settled",     "+specified",   "-removed",
        "-dropped",        "~deferred", "~unspecified", "~raised",      "~lowered",
        "~later",          "~earlier",  "~tightened",   "~loosened",    "~shifted",
        "~widened",        "~narrowed", "~rescoped",    "~rescheduled", "~reworded",
        "?incomparable",   "?retold",   "?unclear",     ".same",        ".not_reported",
    };
    assert_int_equal(sizeof MARKED / sizeof MARKED[0], TVX_CHANGE_NAMES - 1);
    for (int i = 1; i < TVX_CHANGE_NAMES; i++) {
        assert_string_equal(tvx_change_name_text((tvx_change_name)i), MARKED[i - 1] + 1);
        assert_int_equal(tvx_change_mark((tvx_change_name)i), MARKED[i - 1][0]);
    }
    assert_null(tvx_because_name(TVX_BECAUSE_NONE));
    assert_string_equal(tvx_because_name(TVX_BECAUSE_CALENDAR), "calendar");
    assert_string_equal(tvx_redline_op_name(TVX_REDLINE_KEEP), "keep");
    assert_string_equal(tvx_status_name(TVX_STATUS_SILENT), "silent");
    assert_string_equal(tvx_status_name(TVX_STATUS_SETTLED), "settled");
    assert_string_equal(tvx_status_name(TVX_STATUS_BRACKETED), "bracketed");
}

/* --- nothing is without a case --- */

/* True if some case's name and expectation begin so. */
static bool has_case(const char *name, const char *expected)
{
    for (size_t i = 0; i < N_LISTS; i++)
        for (size_t j = 0; j < LISTS[i].n; j++)
            if (begins(LISTS[i].cases[j].name, name) &&
                begins(LISTS[i].cases[j].expected, expected))
                return true;
    return false;
}

static void every_cell_has_a_case(void **state)
{
    (void)state;
    static const char *const STANCES[] = {"silent", "absent", "deferred", "included", "stated"};
    static const char *const TABLE[5][5] = {
        {"–", "first_reported", "first_reported", "first_reported", "first_reported"},
        {"not_reported", "same", "deferred", "added", "added"},
        {"not_reported", "dropped", "same", "settled", "settled"},
        {"not_reported", "removed", "deferred", "same", "specified"},
        {"not_reported", "removed", "deferred", "unspecified", "compare values"},
    };
    for (size_t i = 0; i < 5; i++)
        for (size_t j = 0; j < 5; j++) {
            char name[64];
            snprintf(name, sizeof name, "%s → %s: %s", STANCES[i], STANCES[j], TABLE[i][j]);
            if (!has_case(name, i == 4 && j == 4 ? "" : TABLE[i][j]))
                fail_msg("no case for %s", name);
        }
}

static void every_name_and_reason_has_a_case(void **state)
{
    (void)state;
    char expected[64];
    for (int i = 1; i < TVX_CHANGE_NAMES; i++)
        if (!has_case("", tvx_change_name_text((tvx_change_name)i)))
            fail_msg("no case for %s", tvx_change_name_text((tvx_change_name)i));
    for (int i = TVX_BECAUSE_KIND; i <= TVX_BECAUSE_CALENDAR; i++) {
        snprintf(expected, sizeof expected, "incomparable; because %s",
                 tvx_because_name((tvx_because)i));
        if (!has_case("", expected))
            fail_msg("no case for %s", expected);
    }
}

static void every_rule_has_a_case(void **state)
{
    (void)state;
    static const char *const RULES[] = {
        "a flag's no counts as absent",
        "a 0 counts as absent",
        "except against an amount",
        "a denial against a value it overlaps",
        "a denial is silence",
        "equal denials are same",
        "a denial with nothing before it is first_reported",
        "within a bracket such a denial is left out",
        "several kinds: the first that both have",
        "several kinds: only where both readings are settled",
        "several kinds: only where both leads are stated",
        "1 kind",
        "1 unit",
        "1 currency",
        "1 per",
        "1 base: only words differ",
        "1 calendar",
        "1 in order",
        "2 apart",
        "2 dates",
        "2 levels",
        "2 one within the other",
        "2 overlapping",
        "2 starting at 0",
        "3 tags grown",
        "3 tags shrunk",
        "3 tags both",
        "3 when",
        "3 over",
        "3 same",
        "4 reworded",
        "4 retold",
        "4 same",
        "delta",
        "ratio",
        "tags",
        "when",
        "condition",
        "contested: all pairs give one name",
        "contested: unclear",
        "contested: its lead if it is settled",
        "contested: the same sides",
        "contested: the hull",
        "contested: facets that all share",
        "contested: because that all share",
        "contested: toward that all share",
    };
    for (size_t i = 0; i < sizeof RULES / sizeof RULES[0]; i++)
        if (!has_case(RULES[i], ""))
            fail_msg("no case for '%s'", RULES[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case),
        cmocka_unit_test(no_reading_is_silence),
        cmocka_unit_test(toward_whom),
        cmocka_unit_test(out_of_memory),
        cmocka_unit_test(marks_and_words),
        cmocka_unit_test(every_cell_has_a_case),
        cmocka_unit_test(every_name_and_reason_has_a_case),
        cmocka_unit_test(every_rule_has_a_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
