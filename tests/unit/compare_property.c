/*
 * Comparing readings, over generated ones: what goes from one to the other goes back mirrored, and
 * nothing differs from itself.
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
#include "compare_scene.h"
#include "diff/compare.h"
#include "model/decimal.h"

enum { CASES = 100000, DEFAULT_SEED = 20250224 };

static const tvx_term *const TERMS[] = {&SHARE, &MONEY, &NUMBER, &SPAN,  &DAY,
                                        &LEVEL, &FLAG,  &WORDS,  &MIXED, &EITHER};
static const tvx_party PARTIES[] = {{.key = "UA"}, {.key = "US"}};
static const tvx_vocabulary VOCABULARY = {.parties = PARTIES, .n_parties = 2};

/* --- generated claims --- */

static uint64_t seed_state;

static unsigned draw(unsigned below)
{
    seed_state = seed_state * 6364136223846793005U + 1442695040888963407U;
    return (unsigned)(seed_state >> 33) % below;
}

#define ONE_OF(...)                                                                                \
    (const char *const[]){__VA_ARGS__}[draw(sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *))]

/* One text of several, or none as often as not. */
#define MAYBE_ONE_OF(...) (draw(2) == 0 ? "" : ONE_OF(__VA_ARGS__))

static const char *draw_number(void)
{
    return draw(2) == 0 ? "50" : ONE_OF("0", "1", "2", "3", "5", "10", "33", "50.5", "100");
}

static void put_quantity(tvx_buf *out, tvx_kind kind)
{
    if (kind == TVX_KIND_PERCENTAGE)
        tvx_buf_format(out, "%s%%", draw_number());
    else if (kind == TVX_KIND_MONEY)
        tvx_buf_format(out, "%s %s%s", ONE_OF("USD", "USD", "USD", "EUR"), draw_number(),
                       MAYBE_ONE_OF(" million"));
    else if (kind == TVX_KIND_DURATION)
        tvx_buf_format(out, "%s %s", ONE_OF("1", "2", "3", "12"),
                       ONE_OF("years", "months", "months", "days", "weeks", "hours"));
    else
        tvx_buf_format(out, "%s%s%s", MAYBE_ONE_OF("-"), draw_number(),
                       MAYBE_ONE_OF(" page", " pages", " chapters"));
}

/* A range of one scale and unit. */
static void put_range(tvx_buf *out, tvx_kind kind)
{
    const char *low = ONE_OF("1", "2", "20", "33"), *high = ONE_OF("40", "50", "60");
    static const char *const FORMATS[TVX_KINDS] = {
        [TVX_KIND_PERCENTAGE] = "%s to %s%%",
        [TVX_KIND_MONEY] = "USD %s to %s",
        [TVX_KIND_NUMBER] = "%s to %s pages",
        [TVX_KIND_DURATION] = "%s months to %s months",
    };
    const char *format = FORMATS[kind];
    for (int i = 0; *format != '\0'; format++)
        if (format[0] == '%' && format[1] == 's') {
            tvx_buf_text(out, i++ == 0 ? low : high);
            format++;
        } else {
            tvx_buf_char(out, *format);
            format += format[0] == '%' ? 1 : 0;
        }
}

static void put_amount(tvx_buf *out, tvx_kind kind)
{
    unsigned shape = draw(4);
    if (kind == TVX_KIND_PERCENTAGE && draw(3) == 0) {
        tvx_buf_format(out, "50%% %s", ONE_OF("(oil)", "(gas)", "(oil, gas)", "(ports, oil)"));
        return;
    }
    if (kind == TVX_KIND_NUMBER && draw(4) == 0) {
        tvx_buf_format(out, "%s%s:%s", MAYBE_ONE_OF("up to ", "more than ", "about "),
                       draw_number(), ONE_OF("1", "2", "3", "7"));
        return;
    }
    if (shape == 0)
        tvx_buf_text(out, ONE_OF("up to ", "less than ", "at least ", "more than ", "about "));
    if (shape == 1)
        put_range(out, kind);
    else
        put_quantity(out, kind);
    tvx_buf_text(out, draw(3) > 0 ? "" : ONE_OF(" per hour", " per day"));
    tvx_buf_text(out, draw(3) > 0 ? "" : ONE_OF(" of revenue", " of income", " of gold"));
    tvx_buf_text(out, draw(2) > 0 ? "" : ONE_OF(" (oil)", " (gas)", " (oil, gas)", " (zinc)"));
    tvx_buf_text(out, draw(4) > 0 ? "" : ONE_OF(" over 4 years", " over 5 years"));
    tvx_buf_text(out, draw(4) > 0 ? "" : ONE_OF(" by 2022", " until 2022", " by 2025"));
}

static void put_value(tvx_buf *out, const tvx_term *term)
{
    tvx_kind kind = term->kinds[draw((unsigned)term->n_kinds)];
    if (kind == TVX_KIND_DATE)
        tvx_buf_format(out, "%s%s", MAYBE_ONE_OF("up to ", "more than "),
                       ONE_OF("2025", "2025-02", "2025-02-12", "2025-02-21",
                              "2025-02-10/2025-02-15", "2025-03"));
    else if (kind == TVX_KIND_LEVEL)
        tvx_buf_text(out, ONE_OF("talks", "consultations", "a treaty"));
    else if (kind == TVX_KIND_FLAG)
        tvx_buf_text(out, ONE_OF("yes", "no"));
    else if (kind == TVX_KIND_TEXT)
        tvx_buf_text(out, ONE_OF("a fund", "A  fund", "a joint fund", "the fund of both"));
    else
        put_amount(out, kind);
}

static void put_claim(tvx_buf *out, const tvx_term *term)
{
    tvx_buf_text(out, draw(3) > 0 ? "" : ONE_OF("text:", "document:", "quoted:"));
    unsigned says = draw(10);
    if (says == 0)
        tvx_buf_text(out, ONE_OF("absent", "deferred", "included"));
    if (says == 1)
        tvx_buf_text(out, "not ");
    if (says > 0)
        put_value(out, term);
    tvx_buf_text(out, draw(6) > 0 ? "" : ONE_OF(" (if signed)", " (if ratified)"));
}

/* The claims of a reading, and the reading: one in eight is silent. */
static tvx_reading draw_reading(tvx_buf *claims, tvx_arena *arena, const tvx_row *row)
{
    size_t n = draw(8) == 0 ? 0 : 1 + draw(3);
    tvx_buf_clear(claims);
    for (size_t i = 0; i < n; i++) {
        tvx_buf_text(claims, i == 0 ? "" : " | ");
        put_claim(claims, row->term);
    }
    return read_reading(arena, row, n == 0 ? NULL : claims->data);
}

/* --- the mirror --- */

/* Each name and one that it may be on the way back; both ways round. */
static const tvx_change_name MIRRORS[][2] = {
    {TVX_CHANGE_FIRST_REPORTED, TVX_CHANGE_NOT_REPORTED},
    {TVX_CHANGE_ADDED, TVX_CHANGE_REMOVED},
    {TVX_CHANGE_SETTLED, TVX_CHANGE_DEFERRED},
    {TVX_CHANGE_DROPPED, TVX_CHANGE_DEFERRED},
    {TVX_CHANGE_SPECIFIED, TVX_CHANGE_UNSPECIFIED},
    {TVX_CHANGE_RAISED, TVX_CHANGE_LOWERED},
    {TVX_CHANGE_LATER, TVX_CHANGE_EARLIER},
    {TVX_CHANGE_TIGHTENED, TVX_CHANGE_LOOSENED},
    {TVX_CHANGE_SHIFTED, TVX_CHANGE_SHIFTED},
    {TVX_CHANGE_WIDENED, TVX_CHANGE_NARROWED},
    {TVX_CHANGE_RESCOPED, TVX_CHANGE_RESCOPED},
    {TVX_CHANGE_RESCHEDULED, TVX_CHANGE_RESCHEDULED},
    {TVX_CHANGE_REWORDED, TVX_CHANGE_REWORDED},
    {TVX_CHANGE_INCOMPARABLE, TVX_CHANGE_INCOMPARABLE},
    {TVX_CHANGE_RETOLD, TVX_CHANGE_RETOLD},
    {TVX_CHANGE_UNCLEAR, TVX_CHANGE_UNCLEAR},
    {TVX_CHANGE_SAME, TVX_CHANGE_SAME},
    {TVX_CHANGE_NONE, TVX_CHANGE_NONE},
};

/* Names that have a direction wherever they stand. */
static const tvx_change_name DIRECTED[] = {
    TVX_CHANGE_ADDED, TVX_CHANGE_REMOVED, TVX_CHANGE_RAISED,  TVX_CHANGE_LOWERED,
    TVX_CHANGE_LATER, TVX_CHANGE_EARLIER, TVX_CHANGE_WIDENED, TVX_CHANGE_NARROWED,
};

static bool is_mirror(tvx_change_name a, tvx_change_name b)
{
    for (size_t i = 0; i < sizeof MIRRORS / sizeof MIRRORS[0]; i++)
        if ((MIRRORS[i][0] == a && MIRRORS[i][1] == b) ||
            (MIRRORS[i][0] == b && MIRRORS[i][1] == a))
            return true;
    return false;
}

static bool is_directed(tvx_change_name name)
{
    for (size_t i = 0; i < sizeof DIRECTED / sizeof DIRECTED[0]; i++)
        if (DIRECTED[i] == name)
            return true;
    return false;
}

static bool denies_a_value(const tvx_reading *reading)
{
    return reading->status == TVX_STATUS_SETTLED &&
           reading->alternatives[0].stance == TVX_STANCE_ABSENT &&
           reading->alternatives[0].value != NULL;
}

/* What is deferred from several answers is one change, and several possible ones on the way back.
 */
static bool is_deferral_of_several(const tvx_change *a, const tvx_change *b)
{
    return a->name == TVX_CHANGE_DEFERRED && a->contested && b->name == TVX_CHANGE_UNCLEAR &&
           b->n_possible == 2 && b->possible[0] == TVX_CHANGE_SETTLED &&
           b->possible[1] == TVX_CHANGE_DROPPED;
}

/* Each of two denials of different values is first reported where the other went before. */
static void check_names(const tvx_change *there, const tvx_change *back, const tvx_reading *from,
                        const tvx_reading *to)
{
    if (there->name == TVX_CHANGE_FIRST_REPORTED && back->name == there->name)
        assert_true(denies_a_value(from) && denies_a_value(to));
    else
        assert_true(is_mirror(there->name, back->name));
    assert_int_equal(there->contested, back->contested);
    assert_int_equal(there->because, back->because);
    assert_int_equal(there->redline != NULL, back->redline != NULL);
    assert_true(there->redline == NULL || there->name == TVX_CHANGE_REWORDED);
}

static void check_possible(const tvx_change *there, const tvx_change *back)
{
    assert_int_equal(there->name == TVX_CHANGE_UNCLEAR, there->n_possible > 1);
    assert_true(there->n_possible != 1);
    for (size_t i = 0; i < there->n_possible; i++) {
        size_t j = 0;
        assert_true(i == 0 || there->possible[i - 1] < there->possible[i]);
        while (j < back->n_possible && !is_mirror(there->possible[i], back->possible[j]))
            j++;
        assert_true(j < back->n_possible);
    }
}

static void check_end(const tvx_end *a, const tvx_end *b)
{
    assert_int_equal(a->bounded, b->bounded);
    if (!a->bounded)
        return;
    tvx_decimal negated = tvx_decimal_negated(&b->number);
    assert_int_equal(tvx_decimal_compare(&a->number, &negated), 0);
    assert_int_equal(a->open, b->open);
}

static void check_delta(const tvx_change *there, const tvx_change *back)
{
    assert_int_equal(there->has_delta, back->has_delta);
    /* Ratios that differ may be rounded to one that several pairs share. */
    if (!there->contested)
        assert_int_equal(there->ratio != NULL, back->ratio != NULL);
    if (!there->has_delta)
        return;
    assert_true(there->delta.low.bounded || there->delta.high.bounded);
    check_end(&there->delta.low, &back->delta.high);
    check_end(&there->delta.high, &back->delta.low);
    assert_true(there->delta.unit == back->delta.unit ||
                tvx_unit_equal(there->delta.unit, back->delta.unit));
}

static void check_text(const char *a, const char *b)
{
    assert_string_equal(a == NULL ? "-" : a, b == NULL ? "-" : b);
}

static void check_facet(const tvx_facet *a, const tvx_facet *b)
{
    assert_int_equal(a->differs, b->differs);
    check_text(a->from, b->to);
    check_text(a->to, b->from);
}

static void check_parts(const tvx_change *there, const tvx_change *back)
{
    assert_int_equal(there->tags_added.n, back->tags_removed.n);
    for (size_t i = 0; i < there->tags_added.n; i++)
        assert_string_equal(there->tags_added.items[i], back->tags_removed.items[i]);
    check_facet(&there->when, &back->when);
    check_facet(&there->over, &back->over);
    check_facet(&there->condition, &back->condition);
}

static void check_toward(const tvx_change *there, const tvx_change *back)
{
    if (!is_directed(there->name) || there->row->term->favours == NULL)
        return;
    assert_non_null(there->toward);
    assert_string_equal(back->toward, strcmp(there->toward, "US") == 0 ? "UA" : "US");
}

static void check_mirror(tvx_arena *arena, const tvx_reading *from, const tvx_reading *to)
{
    tvx_change there, back;
    assert_int_equal(tvx_compare(&there, arena, &VOCABULARY, from, to, NULL), TVX_OK);
    assert_int_equal(tvx_compare(&back, arena, &VOCABULARY, to, from, NULL), TVX_OK);
    if (is_deferral_of_several(&there, &back) || is_deferral_of_several(&back, &there))
        return;
    check_names(&there, &back, from, to);
    check_possible(&there, &back);
    check_delta(&there, &back);
    check_parts(&there, &back);
    check_parts(&back, &there);
    check_toward(&there, &back);
    assert_int_equal(tvx_compare_applies(from, to), tvx_compare_applies(to, from));
}

static void check_itself(tvx_arena *arena, const tvx_reading *reading)
{
    tvx_change change;
    assert_int_equal(tvx_compare(&change, arena, &VOCABULARY, reading, reading, NULL), TVX_OK);
    bool silent = reading->status == TVX_STATUS_SILENT;
    assert_int_equal(change.name, silent ? TVX_CHANGE_NONE : TVX_CHANGE_SAME);
    assert_false(change.when.differs || change.over.differs || change.condition.differs);
    assert_true(change.toward == NULL && change.tags_added.n == 0 && change.tags_removed.n == 0);
}

/* What is being tried, for whoever has to look into a failure. */
static char trying[1024];

static int show_what_failed(void **state)
{
    (void)state;
    if (trying[0] != '\0')
        print_error("with %s\n", trying);
    return 0;
}

static void goes_back_mirrored(void **state)
{
    (void)state;
    const char *given = getenv("TVX_SEED");
    unsigned long long seed = given == NULL ? DEFAULT_SEED : strtoull(given, NULL, 10);
    tvx_buf before = {0}, after = {0};
    size_t seen[TVX_CHANGE_NAMES] = {0};
    print_message("TVX_SEED=%llu\n", seed);
    seed_state = seed;
    for (int i = 0; i < CASES; i++) {
        tvx_arena arena = {0};
        tvx_row row = {.term = TERMS[draw(sizeof TERMS / sizeof TERMS[0])]};
        tvx_change change;
        tvx_reading from = draw_reading(&before, &arena, &row);
        tvx_reading to = draw_reading(&after, &arena, &row);
        snprintf(trying, sizeof trying, "%s: '%s' and '%s'", row.term->key, tvx_buf_string(&before),
                 tvx_buf_string(&after));
        check_mirror(&arena, &from, &to);
        check_itself(&arena, &from);
        assert_int_equal(tvx_compare(&change, &arena, &VOCABULARY, &from, &to, NULL), TVX_OK);
        seen[change.name]++;
        tvx_arena_dispose(&arena);
    }
    trying[0] = '\0';
    for (int name = 1; name < TVX_CHANGE_NAMES; name++)
        if (seen[name] == 0)
            fail_msg("%s never came about", tvx_change_name_text((tvx_change_name)name));
    tvx_buf_dispose(&before);
    tvx_buf_dispose(&after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(goes_back_mirrored, show_what_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
