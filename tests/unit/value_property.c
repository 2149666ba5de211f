/*
 * Values of every kind at random (section 3): what is written reads as the same value and is
 * written so again; the object form comes to the same value. TVX_SEED sets the seed.
 *
 * Values are made part by part, so that the reader has nothing to do with them; and texts are
 * strung together from the words that values are made of, so that the reader meets whatever
 * stands in its way.
 */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/date.h"
#include "model/decimal.h"
#include "model/value.h"

enum { CASES = 100000, TEXTS = 30000, DEFAULT_SEED = 20250224, WORDS = 12, TAGS = 4 };

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static const char *const levels[] = {"none", "consultations", "treaty guarantee", "50%"};

/* --- random choices --- */

static uint64_t state;

static uint64_t below(uint64_t n)
{
    state += 0x9e3779b97f4a7c15U;
    uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return (z ^ (z >> 31)) % n;
}

static bool chance(uint64_t one_in)
{
    return below(one_in) == 0;
}

#define PICK(list) ((list)[below(COUNT(list))])

static uint64_t start(void)
{
    const char *given = getenv("TVX_SEED");
    uint64_t seed = given == NULL ? DEFAULT_SEED : strtoull(given, NULL, 10);
    print_message("seed %" PRIu64 " (set TVX_SEED to repeat)\n", seed);
    return seed;
}

/* --- values, part by part --- */

static tvx_decimal make_number(bool whole)
{
    char text[64];
    size_t digits = chance(4) ? 1 + below(TVX_DECIMAL_INTEGER) : 1 + below(5), n = 0;
    text[n++] = (char)('1' + below(9));
    while (n < digits)
        text[n++] = (char)(chance(3) ? '0' : '0' + below(10));
    if (!whole && chance(3)) {
        text[n++] = '.';
        for (size_t i = 1 + below(chance(4) ? TVX_DECIMAL_FRACTION : 3); i > 0; i--)
            text[n++] = (char)('0' + below(10));
    }
    tvx_decimal out;
    assert_int_equal(tvx_decimal_parse(&out, text, n, NULL), TVX_OK);
    if (chance(12))
        tvx_decimal_from(&out, 0);
    for (int zeros = (int)below(13); digits + 12 <= TVX_DECIMAL_INTEGER && zeros > 0; zeros--)
        tvx_decimal_shift(&out, &out, 1);
    tvx_decimal_normalise(&out);
    return chance(8) ? tvx_decimal_negated(&out) : out;
}

static void make_ends(tvx_value *value)
{
    bool whole = value->kind == TVX_KIND_DURATION;
    tvx_end first = {.bounded = true, .number = make_number(whole)}, second = first;
    if (chance(4)) {
        second.number = make_number(whole);
        bool ordered = tvx_decimal_compare(&first.number, &second.number) <= 0;
        value->low = ordered ? first : second;
        value->high = ordered ? second : first;
        return;
    }
    value->low = value->high = first;
    if (chance(2))
        return;
    tvx_end *end = chance(2) ? &value->low : &value->high;
    tvx_end *none = end == &value->low ? &value->high : &value->low;
    end->open = chance(2);
    *none = (tvx_end){.bounded = false};
}

static void make_ratio(tvx_value *value)
{
    value->ratio = true;
    value->unit = NULL;
    value->low = (tvx_end){.bounded = !chance(6), .number = make_number(false)};
    value->high = (tvx_end){.bounded = !value->low.bounded || !chance(6)};
    do
        value->high.number = make_number(false);
    while (tvx_decimal_sign(&value->high.number) == 0);
    value->low.open = !value->high.bounded && chance(2);
    value->high.open = !value->low.bounded && chance(2);
}

static void make_unit(tvx_value *value)
{
    static const char *const currencies[] = {"USD", "EUR", "UAH"};
    static const char *const units[] = {"pages", "barrels", "m", "seats to the US", "km\xc2\xb2"};
    static const char *const times[] = {"months", "days", "hours"};
    if (value->kind == TVX_KIND_PERCENTAGE)
        value->unit = "%";
    else if (value->kind == TVX_KIND_MONEY)
        value->unit = PICK(currencies);
    else if (value->kind == TVX_KIND_DURATION)
        value->unit = PICK(times);
    else if (!chance(4))
        value->unit = PICK(units);
}

static void make_tags(tvx_arena *arena, tvx_value *value)
{
    static const char *const tags[] = {"oil", "gas from wells", "over 4 years", "by 2030", "50%",
                                       "of",  "rare earths"};
    const char **items = tvx_arena_new(arena, TAGS, sizeof *items);
    assert_non_null(items);
    value->tags = (tvx_texts){items, 1 + below(TAGS)};
    for (size_t i = 0; i < value->tags.n; i++)
        items[i] = PICK(tags);
}

static void make_parts(tvx_arena *arena, tvx_value *value)
{
    static const char *const pers[] = {"year", "day", "head and year", "2 years"};
    static const char *const bases[] = {"GDP",
                                        "revenues of the fund",
                                        "gains per head, net",
                                        "all to be held by firms",
                                        "profit over costs",
                                        "up to 5",
                                        "5:1"};
    static const char *const overs[] = {"4 years", "1 month", "4 years 8 months", "14 days",
                                        "32 hours"};
    static const char *const dates[] = {"2030", "2025-02~", "2025-02-24T22:12+02:00", "../2025",
                                        "202X"};
    value->approx = chance(5);
    value->per = chance(4) ? PICK(pers) : NULL;
    value->base = chance(3) ? PICK(bases) : NULL;
    value->over = chance(5) ? PICK(overs) : NULL;
    if (chance(3))
        make_tags(arena, value);
    if (!chance(5))
        return;
    value->when = (tvx_when_word)(1 + below(3));
    assert_int_equal(tvx_date_parse(&value->when_date, PICK(dates), NULL), TVX_OK);
}

static void make_words(tvx_value *value)
{
    static const char *const dates[] = {"2017", "2025-02-24", "2025-02~", "2025-02-21/2025-02-24"};
    static const char *const words[] = {"as agreed", "50%", " two  blanks\n", "up to USD 5 bn"};
    if (value->kind == TVX_KIND_DATE) {
        assert_int_equal(tvx_date_parse(&value->date, PICK(dates), NULL), TVX_OK);
        value->date_bound = (int)below(5) - 2;
    } else if (value->kind == TVX_KIND_LEVEL) {
        value->level = below(COUNT(levels));
        value->text = levels[value->level];
    } else if (value->kind == TVX_KIND_FLAG) {
        value->flag = chance(2);
    } else {
        value->text = PICK(words);
    }
}

static tvx_value make_value(tvx_arena *arena)
{
    tvx_value value = {.kind = (tvx_kind)below(TVX_KINDS)};
    if (value.kind >= TVX_KIND_DATE) {
        make_words(&value);
        return value;
    }
    make_unit(&value);
    if (value.kind == TVX_KIND_NUMBER && chance(4))
        make_ratio(&value);
    else
        make_ends(&value);
    make_parts(arena, &value);
    return value;
}

/* --- the properties --- */

static tvx_term term_of(tvx_kind kind)
{
    return (tvx_term){
        .title = "", .kinds = {kind}, .n_kinds = 1, .levels = {levels, COUNT(levels)}};
}

/* Whatever the written form `text` of a value is: it comes back. */
static void check_text(tvx_arena *arena, const tvx_term *term, const tvx_value *value,
                       const char *text)
{
    tvx_value again;
    tvx_error error = {0};
    if (tvx_value_parse(arena, term, text, &again, &error) != TVX_OK)
        fail_msg("%s", error.message);
    if (!tvx_value_equal(value, &again) || strcmp(again.text, text) != 0)
        fail_msg("'%s' is read as '%s'", text, again.text);
}

static void check_form(tvx_arena *arena, const tvx_term *term, const tvx_value *value)
{
    tvx_form form;
    tvx_value again;
    tvx_error error = {0};
    bool ends = value->low.bounded || value->high.bounded;
    assert_int_equal(tvx_value_to_form(arena, value, &form, NULL), TVX_OK);
    if (tvx_value_from_form(arena, term, &form, &again, &error) != TVX_OK)
        fail_msg("'%s' at '%s': %s", value->text, error.pointer, error.message);
    assert_true(tvx_value_equal(value, &again));
    assert_string_equal(again.text, value->text);
    if (!ends || value->ratio)
        return;
    form.text = NULL;
    if (tvx_value_from_form(arena, term, &form, &again, &error) != TVX_OK)
        fail_msg("'%s' at '%s': %s", value->text, error.pointer, error.message);
    assert_true(tvx_value_equal(value, &again));
}

static void values_come_back(void **unused)
{
    (void)unused;
    state = start();
    tvx_arena arena = {0};
    for (int i = 0; i < CASES; i++) {
        tvx_buf text = {0};
        tvx_value value = make_value(&arena);
        const tvx_term term = term_of(value.kind);
        tvx_value_print(&text, &value);
        assert_false(text.failed);
        value.text = tvx_buf_string(&text);
        check_text(&arena, &term, &value, value.text);
        check_form(&arena, &term, &value);
        tvx_buf_dispose(&text);
        tvx_arena_clear(&arena);
    }
    tvx_arena_dispose(&arena);
}

static const tvx_kind all_kinds[] = {TVX_KIND_PERCENTAGE, TVX_KIND_MONEY, TVX_KIND_NUMBER,
                                     TVX_KIND_DURATION, TVX_KIND_DATE};

/* A term of one or two kinds, and units that are not easily written. */
static tvx_term make_term(void)
{
    static const char *const units[] = {NULL, "pages", "barrels per day", "million barrels",
                                        "of", "t (a)"};
    tvx_term term = term_of(PICK(all_kinds));
    term.n_kinds = 1 + below(2);
    term.kinds[1] = PICK(all_kinds);
    term.unit = PICK(units);
    return term;
}

/* What is read of a text is written so that it is read again. */
static bool check_any(tvx_arena *arena, const tvx_term *term, const char *text)
{
    tvx_value value;
    tvx_error error = {0};
    int code = tvx_value_parse(arena, term, text, &value, &error);
    if (code != TVX_OK) {
        assert_int_equal(code, TVX_EINPUT);
        assert_true(error.message[0] != '\0' && error.hint[0] != '\0');
        return false;
    }
    check_text(arena, term, &value, value.text);
    check_form(arena, term, &value);
    return true;
}

static void make_text(char *out)
{
    static const char *const words[] = {
        "50%",      "5",       "-5",      "0.5",   "USD",       "$5",      "to",   "million",
        "bn",       "per",     "of",      "from",  "for",       "over",    "by",   "until",
        "4",        "years",   "month",   "2030",  "oil",       "oil,",    "(oil", "gas)",
        "(a,",      "b)",      "about",   "up to", "more than", "cent",    "2:1",  "P4Y",
        "pages",    "m",       "percent", "1,000", "starting",  "2025-02", "(",    ")",
        "thousand", "barrels", "EUR",     "weeks", "%",         "-",       "s",
    };
    /* A quantity first, so that most get further than that. */
    static const char *const starts[] = {"",
                                         "50% ",
                                         "USD 5 ",
                                         "5 ",
                                         "4 years ",
                                         "2:1 ",
                                         "5 pages of x ",
                                         "50% of x ",
                                         "up to 50% of x from y "};
    strcpy(out, PICK(starts));
    for (uint64_t n = below(WORDS); n > 0; n--)
        strcat(strcat(out, PICK(words)), chance(8) ? "" : " ");
}

static void texts_come_back(void **unused)
{
    (void)unused;
    state = start();
    tvx_arena arena = {0};
    size_t read = 0;
    for (int i = 0; i < TEXTS; i++) {
        char text[WORDS * 16 + 64];
        make_text(text);
        const tvx_term term = make_term();
        read += check_any(&arena, &term, text);
        tvx_arena_clear(&arena);
    }
    tvx_arena_dispose(&arena);
    print_message("%zu of %d texts are values\n", read, TEXTS);
    assert_true(read > TEXTS / 50);
}

/* What random texts have brought to light. */
static const struct {
    tvx_kind kinds[2];
    const char *text;
    bool is_value;
} failed_once[] = {
    {{TVX_KIND_NUMBER, TVX_KIND_MONEY}, "5 million pages to over per %", false},
    {{TVX_KIND_NUMBER, TVX_KIND_MONEY}, "5 pages of x P4Y more than barrels over P4Y (5 s)", false},
    {{TVX_KIND_NUMBER, TVX_KIND_MONEY}, "5 thousand thousand", false},
    {{TVX_KIND_DURATION, TVX_KIND_NUMBER}, "5 thousand month of oil,", true},
    {{TVX_KIND_NUMBER, TVX_KIND_DURATION}, "P4Y of $5 2025-02 EUR pages", true},
};

static void what_failed_once_comes_back(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < COUNT(failed_once); i++) {
        tvx_arena arena = {0};
        tvx_term term = term_of(failed_once[i].kinds[0]);
        term.kinds[1] = failed_once[i].kinds[1];
        term.n_kinds = 2;
        assert_int_equal(check_any(&arena, &term, failed_once[i].text), failed_once[i].is_value);
        tvx_arena_dispose(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_come_back),
        cmocka_unit_test(texts_come_back),
        cmocka_unit_test(what_failed_once_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
