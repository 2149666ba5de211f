/*
 * Magnitudes as intervals (section 3 of the design): what is written, the start at 0, `about`,
 * and how two magnitudes lie to each other, also against GMP's rationals.
 *
 * Intervals are noted as in mathematics: [50,50], (-,50] for "up to 50", (50,-) for "more than 50".
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <gmp.h>

#include "model/decimal.h"
#include "model/magnitude.h"

enum { CASES = 100000, DEFAULT_SEED = 20250224, NOTE = 2 * TVX_DECIMAL_TEXT + 8 };

static tvx_decimal number(const char *text, size_t n)
{
    tvx_decimal d;
    assert_int_equal(tvx_decimal_parse(&d, text, n, NULL), TVX_OK);
    return d;
}

static tvx_end end_of(const char *text, size_t n, bool open)
{
    tvx_end end = {.open = open};
    if (n == 1 && *text == '-')
        return (tvx_end){.bounded = false};
    end.bounded = true;
    end.number = number(text, n);
    return end;
}

/* Takes a word that the note begins with away from it. */
static bool take(const char **note, const char *word)
{
    size_t n = strlen(word);
    if (strncmp(*note, word, n) != 0)
        return false;
    *note += n;
    return true;
}

/* The value of a note such as "[33,50]", "about [50,50]", "2:1" or "up to about 2:1". */
static tvx_value value_of(tvx_kind kind, const char *unit, const char *note)
{
    tvx_value value = {.kind = kind, .unit = unit, .text = note};
    bool less = take(&note, "less than "), below = less || take(&note, "up to ");
    bool more = take(&note, "more than "), above = more || take(&note, "at least ");
    value.approx = take(&note, "about ");
    const char *middle = strpbrk(note, ",:"), *last = note + strlen(note) - 1;
    assert_non_null(middle);
    value.ratio = *middle == ':';
    if (value.ratio) {
        value.low = end_of(note, (size_t)(middle - note), more);
        value.high = end_of(middle + 1, (size_t)(last - middle), less);
        value.low.bounded = !below;
        value.high.bounded = !above;
    } else {
        value.low = end_of(note + 1, (size_t)(middle - note - 1), *note == '(');
        value.high = end_of(middle + 1, (size_t)(last - middle - 1), *last == ')');
    }
    return value;
}

static void print_end(const tvx_end *end, char out[TVX_DECIMAL_TEXT])
{
    if (end->bounded)
        tvx_decimal_print(&end->number, out);
    else
        strcpy(out, "-");
}

static void assert_interval(tvx_interval interval, const char *expected)
{
    char low[TVX_DECIMAL_TEXT], high[TVX_DECIMAL_TEXT], note[NOTE];
    print_end(&interval.low, low);
    print_end(&interval.high, high);
    snprintf(note, sizeof note, "%c%s,%s%c", interval.low.open || !interval.low.bounded ? '(' : '[',
             low, high, interval.high.open || !interval.high.bounded ? ')' : ']');
    assert_string_equal(note, expected);
}

static void which_kinds_have_one(void **state)
{
    (void)state;
    static const bool expected[TVX_KINDS] = {
        [TVX_KIND_PERCENTAGE] = true,
        [TVX_KIND_MONEY] = true,
        [TVX_KIND_NUMBER] = true,
        [TVX_KIND_DURATION] = true,
    };
    for (int kind = 0; kind < TVX_KINDS; kind++) {
        tvx_value value = {.kind = (tvx_kind)kind};
        assert_int_equal(tvx_value_has_magnitude(&value), expected[kind]);
    }
    tvx_value ratio = value_of(TVX_KIND_NUMBER, NULL, "2:1");
    assert_true(tvx_value_has_magnitude(&ratio));
}

static void starts_at_zero_unless_it_goes_below(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *written, *compared;
    } cases[] = {
        {"50%", "[50,50]", "[50,50]"},
        {"33 to 50%", "[33,50]", "[33,50]"},
        {"up to 50%", "(-,50]", "[0,50]"},
        {"less than 50%", "(-,50)", "[0,50)"},
        {"at least 50%", "[50,-)", "[50,-)"},
        {"more than 50%", "(50,-)", "(50,-)"},
        {"up to 0 is 0", "(-,0]", "[0,0]"},
        {"less than 0 goes below", "(-,0)", "(-,0)"},
        {"up to -5 goes below", "(-,-5]", "(-,-5]"},
        {"less than -5 goes below", "(-,-5)", "(-,-5)"},
        {"-5", "[-5,-5]", "[-5,-5]"},
        {"-5 to 5", "[-5,5]", "[-5,5]"},
        {"at least -5", "[-5,-)", "[-5,-)"},
        {"more than 0", "(0,-)", "(0,-)"},
        {"no ends at all", "(-,-)", "[0,-)"},
    };
    static const tvx_kind kinds[] = {TVX_KIND_PERCENTAGE, TVX_KIND_MONEY, TVX_KIND_NUMBER,
                                     TVX_KIND_DURATION};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
            print_message("  %s\n", cases[i].rule);
            tvx_value value = value_of(kinds[k], "days", cases[i].written);
            assert_interval(tvx_magnitude_written(&value), cases[i].written);
            assert_interval(tvx_magnitude(&value), cases[i].compared);
        }
}

static void about_covers_half_a_unit_and_at_most_a_tenth(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *written, *covers;
    } cases[] = {
        {"8 billion: half a billion", "about [8000000000,8000000000]", "[7500000000,8500000000]"},
        {"50: both are 5", "about [50,50]", "[45,55]"},
        {"100: a tenth", "about [100,100]", "[90,110]"},
        {"2: a tenth", "about [2,2]", "[1.8,2.2]"},
        {"7: half a unit", "about [7,7]", "[6.5,7.5]"},
        {"120: half of ten", "about [120,120]", "[115,125]"},
        {"1.5: half of a tenth", "about [1.5,1.5]", "[1.45,1.55]"},
        {"1.50 as 1.5", "about [1.50,1.50]", "[1.45,1.55]"},
        {"0.03: a tenth", "about [0.03,0.03]", "[0.027,0.033]"},
        {"negative", "about [-50,-50]", "[-55,-45]"},
        {"0 covers nothing else", "about [0,0]", "[0,0]"},
        {"a range, each end by its own number", "about [33,50]", "[32.5,55]"},
        {"up to about 50", "about (-,50]", "[0,55]"},
        {"less than about 50", "about (-,50)", "[0,55)"},
        {"at least about 50", "about [50,-)", "[45,-)"},
        {"more than about 50", "about (50,-)", "(45,-)"},
        {"not approximate", "[50,50]", "[50,50]"},
        {"not approximate, from 0", "(-,50]", "[0,50]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].rule);
        tvx_value value = value_of(TVX_KIND_NUMBER, NULL, cases[i].written);
        assert_interval(tvx_magnitude_widened(&value), cases[i].covers);
    }
}

/* Durations are kept in months; the digits that count are those that are written. */
static void about_of_durations(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *unit, *months, *covers;
    } cases[] = {
        {"10 years: a year", "months", "about [120,120]", "[108,132]"},
        {"7 years: half a year", "months", "about [84,84]", "[78,90]"},
        {"1 year: a tenth of it", "months", "about [12,12]", "[10.8,13.2]"},
        {"18 months: half a month", "months", "about [18,18]", "[17.5,18.5]"},
        {"10 to 15 years", "months", "about [120,180]", "[108,186]"},
        {"up to 10 years", "months", "about (-,120]", "[0,132]"},
        {"30 days: a tenth", "days", "about [30,30]", "[27,33]"},
        {"12 days are no year", "days", "about [12,12]", "[11.5,12.5]"},
        {"24 hours are no year", "hours", "about [24,24]", "[23.5,24.5]"},
        {"not approximate", "months", "[120,120]", "[120,120]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].rule);
        tvx_value value = value_of(TVX_KIND_DURATION, cases[i].unit, cases[i].months);
        assert_interval(tvx_magnitude_widened(&value), cases[i].covers);
    }
}

/* Or one end of an interval, where they have a bound. */
static void ratios_are_one_number(void **state)
{
    (void)state;
    static const struct {
        const char *ratio, *written, *compared, *covers;
    } cases[] = {
        {"2:1", "[2,2]", "[2,2]", "[2,2]"},
        {"1:2", "[0.5,0.5]", "[0.5,0.5]", "[0.5,0.5]"},
        {"1:3", "[0.333333,0.333333]", "[0.333333,0.333333]", "[0.333333,0.333333]"},
        {"2:3", "[0.666667,0.666667]", "[0.666667,0.666667]", "[0.666667,0.666667]"},
        {"1:128", "[0.0078125,0.0078125]", "[0.0078125,0.0078125]", "[0.0078125,0.0078125]"},
        {"0:7", "[0,0]", "[0,0]", "[0,0]"},
        {"-3:2", "[-1.5,-1.5]", "[-1.5,-1.5]", "[-1.5,-1.5]"},
        {"about 2:1", "[2,2]", "[2,2]", "[1.8,2.2]"},
        {"about 1:3", "[0.333333,0.333333]", "[0.333333,0.333333]", "[0.3,0.366667]"},
        {"about 1:-2", "[-0.5,-0.5]", "[-0.5,-0.5]", "[-0.55,-0.45]"},
        {"at least 2:1", "[2,-)", "[2,-)", "[2,-)"},
        {"more than 2:1", "(2,-)", "(2,-)", "(2,-)"},
        {"up to 3:1", "(-,3]", "[0,3]", "[0,3]"},
        {"less than 3:1", "(-,3)", "[0,3)", "[0,3)"},
        {"up to 0:1", "(-,0]", "[0,0]", "[0,0]"},
        {"less than 0:1", "(-,0)", "(-,0)", "(-,0)"},
        {"up to 3:-1", "(-,-3]", "(-,-3]", "(-,-3]"},
        {"at least -3:1", "[-3,-)", "[-3,-)", "[-3,-)"},
        {"at least about 2:1", "[2,-)", "[2,-)", "[1.8,-)"},
        {"up to about 2:1", "(-,2]", "[0,2]", "[0,2.2]"},
        {"less than about 2:-1", "(-,-2)", "(-,-2)", "(-,-1.8)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].ratio);
        tvx_value value = value_of(TVX_KIND_NUMBER, NULL, cases[i].ratio);
        assert_interval(tvx_magnitude_written(&value), cases[i].written);
        assert_interval(tvx_magnitude(&value), cases[i].compared);
        assert_interval(tvx_magnitude_widened(&value), cases[i].covers);
    }
}

static void a_ratio_to_nothing_has_no_magnitude(void **state)
{
    (void)state;
    tvx_value value = value_of(TVX_KIND_NUMBER, NULL, "1:0");
    assert_interval(tvx_magnitude_written(&value), "(-,-)");
}

/* By tvx_relation: a below b is b above a, and so on. */
static const tvx_relation mirrored[] = {TVX_RELATION_EQUAL,  TVX_RELATION_ABOVE,
                                        TVX_RELATION_BELOW,  TVX_RELATION_HOLDS,
                                        TVX_RELATION_WITHIN, TVX_RELATION_OVERLAP};

static const struct {
    const char *rule, *a, *b;
    tvx_relation relation;
} lying[] = {
    {"one number", "[50,50]", "[50,50]", TVX_RELATION_EQUAL},
    {"scale aside", "[50,50]", "[50.0,50.00]", TVX_RELATION_EQUAL},
    {"about is no difference here", "about [50,50]", "[50,50]", TVX_RELATION_EQUAL},
    {"up to 50 is 0 to 50", "(-,50]", "[0,50]", TVX_RELATION_EQUAL},
    {"up to 0 is 0", "(-,0]", "[0,0]", TVX_RELATION_EQUAL},
    {"apart", "[50,50]", "[100,100]", TVX_RELATION_BELOW},
    {"up to 50 against 100", "(-,50]", "[100,100]", TVX_RELATION_BELOW},
    {"50 against more than 50", "[50,50]", "(50,-)", TVX_RELATION_BELOW},
    {"50 against less than 50", "[50,50]", "(-,50)", TVX_RELATION_ABOVE},
    {"less than 50 against more than 50", "(-,50)", "(50,-)", TVX_RELATION_BELOW},
    {"less than 0 against 0", "(-,0)", "[0,0]", TVX_RELATION_BELOW},
    {"less than 0 against up to 5", "(-,0)", "(-,5]", TVX_RELATION_BELOW},
    {"-5 against up to 5", "[-5,-5]", "(-,5]", TVX_RELATION_BELOW},
    {"50 within up to 50", "[50,50]", "(-,50]", TVX_RELATION_WITHIN},
    {"50 within at least 50", "[50,50]", "[50,-)", TVX_RELATION_WITHIN},
    {"less than 50 within up to 50", "(-,50)", "(-,50]", TVX_RELATION_WITHIN},
    {"more than 50 within at least 50", "(50,-)", "[50,-)", TVX_RELATION_WITHIN},
    {"up to 40 within up to 50", "(-,40]", "(-,50]", TVX_RELATION_WITHIN},
    {"up to 50 holds 33 to 50", "(-,50]", "[33,50]", TVX_RELATION_HOLDS},
    {"at least 33 holds 33 to 50", "[33,-)", "[33,50]", TVX_RELATION_HOLDS},
    {"up to 50 and at least 50", "(-,50]", "[50,-)", TVX_RELATION_OVERLAP},
    {"33 to 50 and 40 to 60", "[33,50]", "[40,60]", TVX_RELATION_OVERLAP},
    {"one number shared", "[33,50]", "[50,60]", TVX_RELATION_OVERLAP},
    {"less than 50 and 33 to 50", "(-,50)", "[33,50]", TVX_RELATION_OVERLAP},
    {"ratios, not in lowest terms", "1:3", "2:6", TVX_RELATION_EQUAL},
    {"ratios equal to six places only", "333333:1000000", "1:3", TVX_RELATION_BELOW},
    {"ratios apart", "2:1", "3:2", TVX_RELATION_ABOVE},
    {"a ratio and a number", "2:1", "[2,2]", TVX_RELATION_EQUAL},
    {"a ratio within a bound", "5:2", "(-,3]", TVX_RELATION_WITHIN},
    {"a ratio just below a bound", "2999999999:1000000000", "(-,3)", TVX_RELATION_WITHIN},
    {"a third and its decimal", "1:3", "[0.333333,0.333333]", TVX_RELATION_ABOVE},
    {"a negative second number", "1:-2", "[-0.5,-0.5]", TVX_RELATION_EQUAL},
    {"2:1 within at least 2:1", "2:1", "at least 2:1", TVX_RELATION_WITHIN},
    {"2:1 against more than 2:1", "2:1", "more than 2:1", TVX_RELATION_BELOW},
    {"3:1 within at least 2:1", "3:1", "at least 2:1", TVX_RELATION_WITHIN},
    {"3:1 within up to 6:2", "3:1", "up to 6:2", TVX_RELATION_WITHIN},
    {"3:1 against less than 6:2", "3:1", "less than 6:2", TVX_RELATION_ABOVE},
    {"up to 1:1 against at least 2:1", "up to 1:1", "at least 2:1", TVX_RELATION_BELOW},
    {"up to 3:1 and at least 2:1", "up to 3:1", "at least 2:1", TVX_RELATION_OVERLAP},
    {"at least 2:1 holds at least 3:1", "at least 2:1", "at least 3:1", TVX_RELATION_HOLDS},
    {"at least 2:1 and at least 2:3", "at least 2:1", "at least 2:3", TVX_RELATION_WITHIN},
    {"up to 3:1 is 0 to 3", "up to 3:1", "[0,3]", TVX_RELATION_EQUAL},
    {"up to 3:1 is up to 3", "up to 3:1", "(-,3]", TVX_RELATION_EQUAL},
    {"up to 3:1 starts at 0", "up to 3:1", "[-1,-1]", TVX_RELATION_ABOVE},
    {"less than 0:1 goes below", "less than 0:1", "0:1", TVX_RELATION_BELOW},
    {"the bound is of the fraction", "at least 2:-1", "[-1,-1]", TVX_RELATION_HOLDS},
    {"a bounded third is not rounded", "up to 1:3", "[0.3333333,0.3333334]", TVX_RELATION_OVERLAP},
    {"36 digits each", "123456789012345678901234.000000000001:999999999999.999999999999",
     "123456789012345678901234.000000000002:999999999999.999999999999", TVX_RELATION_BELOW},
};

static void how_two_magnitudes_lie(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lying / sizeof lying[0]; i++) {
        print_message("  %s\n", lying[i].rule);
        tvx_value a = value_of(TVX_KIND_NUMBER, NULL, lying[i].a);
        tvx_value b = value_of(TVX_KIND_NUMBER, NULL, lying[i].b);
        assert_int_equal(tvx_magnitude_relation(&a, &b), lying[i].relation);
        assert_int_equal(tvx_magnitude_relation(&b, &a), mirrored[lying[i].relation]);
    }
}

static void about_8_billion_covers_7_9(void **state)
{
    (void)state;
    tvx_value about = value_of(TVX_KIND_MONEY, "USD", "about [8000000000,8000000000]");
    tvx_value exact = value_of(TVX_KIND_MONEY, "USD", "[7900000000,7900000000]");
    tvx_interval a = tvx_magnitude_widened(&about), b = tvx_magnitude_widened(&exact);
    assert_int_equal(tvx_interval_relation(&b, &a), TVX_RELATION_WITHIN);
    assert_int_equal(tvx_magnitude_relation(&exact, &about), TVX_RELATION_BELOW);
}

static void what_the_calendar_keeps_apart(void **state)
{
    (void)state;
    static const struct {
        tvx_kind kind_a;
        const char *unit_a;
        tvx_kind kind_b;
        const char *unit_b;
        bool apart;
    } cases[] = {
        {TVX_KIND_DURATION, "months", TVX_KIND_DURATION, "days", true},
        {TVX_KIND_DURATION, "hours", TVX_KIND_DURATION, "days", true},
        {TVX_KIND_DURATION, "months", TVX_KIND_DURATION, "hours", true},
        {TVX_KIND_DURATION, "months", TVX_KIND_DURATION, "months", false},
        {TVX_KIND_NUMBER, "days", TVX_KIND_DURATION, "months", false},
        {TVX_KIND_MONEY, "USD", TVX_KIND_MONEY, "EUR", false},
        {TVX_KIND_NUMBER, NULL, TVX_KIND_NUMBER, "days", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tvx_value a = value_of(cases[i].kind_a, cases[i].unit_a, "[1,1]");
        tvx_value b = value_of(cases[i].kind_b, cases[i].unit_b, "[30,30]");
        assert_int_equal(tvx_calendar_apart(&a, &b), cases[i].apart);
        assert_int_equal(tvx_calendar_apart(&b, &a), cases[i].apart);
    }
}

/* --- Against GMP ------------------------------------------------------------------------- */

/* xorshift64*: the same cases from the same seed on every machine. */
static uint64_t next_random(uint64_t *random)
{
    *random ^= *random >> 12;
    *random ^= *random << 25;
    *random ^= *random >> 27;
    return *random * UINT64_C(2685821657736338717);
}

static size_t below(uint64_t *random, size_t n)
{
    return (size_t)(next_random(random) % n);
}

/*
 * A place on the number line beside which an interval ends: just before (-1), at (0) or just
 * after (1) a rational; or beyond all of them. Places are ordered, so that intervals compare by
 * their two places alone.
 */
typedef struct place {
    int infinite, beside;
    mpq_t at;
} place;

static int compare_places(const place *a, const place *b)
{
    if (a->infinite != b->infinite)
        return a->infinite < b->infinite ? -1 : 1;
    int order = a->infinite != 0 ? 0 : mpq_cmp(a->at, b->at);
    return order != 0 ? order : a->beside - b->beside;
}

static tvx_relation oracle(const place a[2], const place b[2])
{
    int lows = compare_places(&a[0], &b[0]), highs = compare_places(&a[1], &b[1]);
    if (compare_places(&a[1], &b[0]) < 0)
        return TVX_RELATION_BELOW;
    if (compare_places(&b[1], &a[0]) < 0)
        return TVX_RELATION_ABOVE;
    if (lows == 0 && highs == 0)
        return TVX_RELATION_EQUAL;
    if (lows >= 0 && highs <= 0)
        return TVX_RELATION_WITHIN;
    return lows <= 0 && highs >= 0 ? TVX_RELATION_HOLDS : TVX_RELATION_OVERLAP;
}

/* A fraction of few digits, so that ends often meet; the number is n tenths. */
static void generate_number(uint64_t *random, tvx_decimal *d, mpq_t q)
{
    static const long far[] = {1, 1, 1, 1, 10, 1000000000};
    long n = (long)(below(random, 16)) - 5;
    n *= far[below(random, sizeof far / sizeof far[0])];
    tvx_decimal_from(d, n);
    tvx_decimal_shift(d, d, -1);
    mpq_set_si(q, n, 10);
    mpq_canonicalize(q);
}

static void generate_end(uint64_t *random, tvx_end *end, place *p, int side)
{
    *end = (tvx_end){.bounded = below(random, 4) != 0};
    p->infinite = p->beside = 0;
    if (!end->bounded) {
        p->infinite = side;
        return;
    }
    end->open = below(random, 3) == 0;
    p->beside = end->open ? -side : 0;
    generate_number(random, &end->number, p->at);
}

static void generate_ends(uint64_t *random, tvx_value *value, place out[2])
{
    do {
        generate_end(random, &value->low, &out[0], -1);
        generate_end(random, &value->high, &out[1], 1);
    } while (compare_places(&out[0], &out[1]) > 0);
}

static void generate_ratio(uint64_t *random, tvx_value *value, place out[2])
{
    mpq_t second;
    mpq_init(second);
    value->ratio = true;
    generate_number(random, &value->low.number, out[0].at);
    do
        generate_number(random, &value->high.number, second);
    while (mpq_sgn(second) == 0);
    mpq_div(out[0].at, out[0].at, second);
    mpq_set(out[1].at, out[0].at);
    mpq_clear(second);
    size_t bounded = below(random, 3); /* not below, not above, or both */
    tvx_end *ends[] = {&value->low, &value->high};
    for (size_t i = 0; i < 2; i++) {
        ends[i]->bounded = bounded != i;
        ends[i]->open = bounded == 1 - i && below(random, 3) == 0;
        int side = i == 0 ? -1 : 1;
        out[i].infinite = ends[i]->bounded ? 0 : side;
        out[i].beside = ends[i]->open ? -side : 0;
    }
}

/* A value that is not empty, and where it lies: from 0 on unless all of it lies below. */
static tvx_value generate(uint64_t *random, place out[2])
{
    tvx_value value = {.kind = TVX_KIND_NUMBER, .approx = below(random, 2) == 0};
    if (below(random, 4) == 0)
        generate_ratio(random, &value, out);
    else
        generate_ends(random, &value, out);
    place zero = {.infinite = 0};
    mpq_init(zero.at);
    if (out[0].infinite != 0 && compare_places(&out[1], &zero) >= 0) {
        out[0].infinite = 0;
        mpq_set(out[0].at, zero.at);
    }
    mpq_clear(zero.at);
    return value;
}

static void agrees_with_rationals(void **state)
{
    (void)state;
    const char *given = getenv("TVX_SEED");
    uint64_t seed = given != NULL ? strtoull(given, NULL, 10) : DEFAULT_SEED;
    uint64_t random = seed != 0 ? seed : 1;
    print_message("  seed %llu (TVX_SEED)\n", (unsigned long long)seed);
    place a[2], b[2];
    size_t seen[6] = {0};
    mpq_inits(a[0].at, a[1].at, b[0].at, b[1].at, NULL);
    for (int i = 0; i < CASES; i++) {
        tvx_value va = generate(&random, a), vb = generate(&random, b);
        tvx_relation expected = oracle(a, b), got = tvx_magnitude_relation(&va, &vb);
        if (got != expected)
            fail_msg("case %d: %d instead of %d", i, (int)got, (int)expected);
        assert_int_equal(tvx_magnitude_relation(&vb, &va), mirrored[got]);
        assert_int_equal(tvx_magnitude_relation(&va, &va), TVX_RELATION_EQUAL);
        seen[got]++;
    }
    for (size_t i = 0; i < 6; i++)
        assert_true(seen[i] > CASES / 500);
    mpq_clears(a[0].at, a[1].at, b[0].at, b[1].at, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(which_kinds_have_one),
        cmocka_unit_test(starts_at_zero_unless_it_goes_below),
        cmocka_unit_test(about_covers_half_a_unit_and_at_most_a_tenth),
        cmocka_unit_test(about_of_durations),
        cmocka_unit_test(ratios_are_one_number),
        cmocka_unit_test(a_ratio_to_nothing_has_no_magnitude),
        cmocka_unit_test(how_two_magnitudes_lie),
        cmocka_unit_test(about_8_billion_covers_7_9),
        cmocka_unit_test(what_the_calendar_keeps_apart),
        cmocka_unit_test(agrees_with_rationals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
