/*
 * Exact decimals (section 3 of the design: "stored exactly"): tables of what is read and printed,
 * and a property test of the arithmetic against GMP's rationals.
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

enum { CASES = 100000, DEFAULT_SEED = 20250224 };

/* Reads a text of the test itself. */
static tvx_decimal number(const char *text)
{
    tvx_decimal d;
    assert_int_equal(tvx_decimal_parse(&d, text, strlen(text), NULL), TVX_OK);
    return d;
}

static void assert_number(const tvx_decimal *d, const char *expected)
{
    char text[TVX_DECIMAL_TEXT];
    tvx_decimal_print(d, text);
    assert_string_equal(text, expected);
}

#define DIGITS_24 "123456789012345678901234"
#define DIGITS_12 "123456789012"

static void reads_and_prints_canonically(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text, *printed;
    } cases[] = {
        {"whole", "12", "12"},
        {"negative", "-12", "-12"},
        {"fraction", "0.5", "0.5"},
        {"negative fraction", "-0.05", "-0.05"},
        {"superfluous zeros are not printed", "12.50", "12.5"},
        {"only zeros after the point", "12.000", "12"},
        {"zeros before the point stay", "1200", "1200"},
        {"a limb of zeros inside", "5000000000000000007", "5000000000000000007"},
        {"leading zeros", "007", "7"},
        {"leading zeros do not count", "0000000000" DIGITS_24, DIGITS_24},
        {"groups of three", "80,000", "80000"},
        {"several groups", "1,234,567.5", "1234567.5"},
        {"negative groups", "-500,000", "-500000"},
        {"zero", "0", "0"},
        {"zero is never negative", "-0.00", "0"},
        {"24 digits and 12", DIGITS_24 "." DIGITS_12, DIGITS_24 "." DIGITS_12},
        {"smallest step", "0.000000000001", "0.000000000001"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].rule);
        tvx_decimal d = number(cases[i].text);
        assert_number(&d, cases[i].printed);
    }
}

static void refuses(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text;
        bool too_long;
    } cases[] = {
        {"nothing", "", false},
        {"sign alone", "-", false},
        {"plus sign", "+5", false},
        {"two signs", "--5", false},
        {"point first", ".5", false},
        {"point last", "5.", false},
        {"two points", "1.2.3", false},
        {"exponent", "1e6", false},
        {"blank before", " 5", false},
        {"blank after", "5 ", false},
        {"decimal comma", "0,5", false},
        {"decimal comma of three digits", "0,500", false},
        {"groups begin with 1 to 9", "012,345", false},
        {"first group of four", "1234,567", false},
        {"group of two", "80,00", false},
        {"group of four", "80,0000", false},
        {"a group missing between", "1,234567", false},
        {"comma first", ",123", false},
        {"comma last", "123,", false},
        {"comma after the point", "1.234,567", false},
        {"letters", "twelve", false},
        {"other digits", "\xd9\xa5", false},
        {"25 digits", DIGITS_24 "5", true},
        {"25 digits in groups", "1,234,567,890,123,456,789,012,345", true},
        {"13 decimals", "0." DIGITS_12 "3", true},
        {"long and wrong is just wrong", DIGITS_24 "5x", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        print_message("  %s\n", cases[i].rule);
        tvx_decimal d;
        bool too_long = !cases[i].too_long;
        const char *text = cases[i].text;
        assert_int_equal(tvx_decimal_parse(&d, text, strlen(text), &too_long), TVX_EINPUT);
        assert_int_equal(too_long, cases[i].too_long);
    }
}

static void reads_exactly_n_bytes(void **state)
{
    (void)state;
    tvx_decimal d;
    assert_int_equal(tvx_decimal_parse(&d, "50%", 2, NULL), TVX_OK);
    assert_number(&d, "50");
    assert_int_equal(tvx_decimal_parse(&d, "1.5", 2, NULL), TVX_EINPUT);
    assert_int_equal(tvx_decimal_parse(&d, "1,000", 2, NULL), TVX_EINPUT);
    assert_int_equal(tvx_decimal_parse(&d, "1\0002", 3, NULL), TVX_EINPUT);
}

static void a_megabyte_of_digits_is_refused(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    memset(text, '9', SIZE);
    tvx_decimal d;
    bool too_long = false;
    assert_int_equal(tvx_decimal_parse(&d, text, SIZE, &too_long), TVX_EINPUT);
    assert_true(too_long);
    memset(text, '0', SIZE - 1);
    assert_int_equal(tvx_decimal_parse(&d, text, SIZE, &too_long), TVX_OK);
    assert_number(&d, "9");
    free(text);
}

static void makes_from_whole_numbers(void **state)
{
    (void)state;
    static const struct {
        long long whole;
        const char *printed;
    } cases[] = {
        {0, "0"},
        {-1, "-1"},
        {999999999, "999999999"},
        {1000000000, "1000000000"},
        {INT64_MAX, "9223372036854775807"},
        {INT64_MIN, "-9223372036854775808"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tvx_decimal d;
        tvx_decimal_from(&d, cases[i].whole);
        assert_number(&d, cases[i].printed);
    }
}

static void equal_numbers_may_differ_in_scale(void **state)
{
    (void)state;
    tvx_decimal two = number("2"), also_two = number("2.0");
    assert_int_equal(tvx_decimal_compare(&two, &also_two), 0);
    assert_true(tvx_decimal_whole(&also_two));
    assert_int_equal(also_two.scale, 1);
    tvx_decimal_normalise(&also_two);
    assert_int_equal(also_two.scale, 0);
    tvx_decimal half = number("0.50");
    assert_false(tvx_decimal_whole(&half));
}

static void signs_and_negation(void **state)
{
    (void)state;
    tvx_decimal zero = {.limb = {0}}, five = number("5"), minus = tvx_decimal_negated(&five);
    assert_int_equal(tvx_decimal_sign(&zero), 0);
    assert_int_equal(tvx_decimal_sign(&five), 1);
    assert_int_equal(tvx_decimal_sign(&minus), -1);
    tvx_decimal back = tvx_decimal_negated(&minus), none = tvx_decimal_negated(&zero);
    assert_number(&back, "5");
    assert_false(none.negative);
}

static void finds_the_last_non_zero_digit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int power;
    } cases[] = {{"1200", 2}, {"0.5", -1}, {"0", 0},          {"0.00", 0},
                 {"7", 0},    {"50", 1},   {"8000000000", 9}, {"0.50", -1},
                 {"10.0", 1}, {"-300", 2}, {"12.34", -2},     {"0.000000000001", -12}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tvx_decimal d = number(cases[i].text);
        assert_int_equal(tvx_decimal_last_digit(&d), cases[i].power);
    }
}

static void divides_rounding_half_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int places;
        const char *quotient;
    } cases[] = {
        {"1", "2", 0, "1"},
        {"-1", "2", 0, "-1"},
        {"3", "2", 0, "2"},
        {"1", "3", 6, "0.333333"},
        {"2", "3", 6, "0.666667"},
        {"-2", "3", 6, "-0.666667"},
        {"1", "2000000", 6, "0.000001"},
        {"1", "2000001", 6, "0"},
        {"100", "50", 6, "2"},
        {"0", "7", 6, "0"},
        {"-1", "1000000000", 6, "0"},
        {"500", "0.25", 6, "2000"},
        {"1.000000000001", "1", 0, "1"},
        /* A guess of the quotient's limb must not stay short. */
        {"999999999999999999", "999999999", 0, "1000000001"},
        {"1000000000000000000", "1000000001", 3, "999999999"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tvx_decimal a = number(cases[i].a), b = number(cases[i].b), q;
        assert_int_equal(tvx_decimal_divide(&q, &a, &b, cases[i].places), TVX_OK);
        assert_number(&q, cases[i].quotient);
    }
}

static void refuses_to_divide(void **state)
{
    (void)state;
    tvx_decimal one = number("1"), zero = number("0"), out;
    assert_int_equal(tvx_decimal_divide(&out, &one, &zero, 6), TVX_EINPUT);
    assert_int_equal(tvx_decimal_divide(&out, &one, &one, -1), TVX_EINPUT);
    assert_int_equal(tvx_decimal_divide(&out, &one, &one, 82), TVX_EINPUT);
    assert_int_equal(tvx_decimal_divide(&out, &one, &one, 81), TVX_OK);
}

static void shifts_by_powers_of_ten(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int power;
        const char *shifted;
    } cases[] = {
        {"500", 9, "500000000000"},
        {"1.2", 12, "1200000000000"},
        {"-5", -2, "-0.05"},
        {"1200", -2, "12"},
        {"0", 9999, "0"},
        {"7", 0, "7"},
        {"0.25", 1, "2.5"},
        {"1.5", 1, "15"},
        {"1", 80, NULL},
        {"1", 81, NULL},
        {"1", -81, NULL},
        {"1", -82, NULL},
        {"1", INT32_MAX, NULL},
        {"1", INT32_MIN, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tvx_decimal d = number(cases[i].text), out, back;
        int power = cases[i].power;
        int rc = tvx_decimal_shift(&out, &d, power);
        if (cases[i].shifted != NULL) {
            assert_int_equal(rc, TVX_OK);
            assert_number(&out, cases[i].shifted);
        } else {
            assert_int_equal(rc, power > 80 || power < -81 ? TVX_EINPUT : TVX_OK);
        }
        if (rc == TVX_OK && tvx_decimal_sign(&d) != 0) {
            assert_int_equal(tvx_decimal_shift(&back, &out, -power), TVX_OK);
            assert_int_equal(tvx_decimal_compare(&back, &d), 0);
        }
    }
}

/* 81 digits are the most a decimal holds: the widest print, and one more is refused. */
static void too_many_digits_are_an_error(void **state)
{
    (void)state;
    tvx_decimal d = number("1"), tiny, one = d, out;
    for (int i = 0; i < 80; i++) {
        tvx_decimal_shift(&d, &d, 1);
        tvx_decimal_add(&d, &d, &one);
    }
    char text[TVX_DECIMAL_TEXT];
    tvx_decimal_print(&d, text);
    assert_int_equal(strlen(text), 81);
    assert_int_equal(strspn(text, "1"), 81);
    assert_int_equal(tvx_decimal_multiply(&out, &d, &d), TVX_EINPUT);
    assert_int_equal(tvx_decimal_shift(&tiny, &d, -81), TVX_OK);
    tiny.negative = true;
    tvx_decimal_print(&tiny, text);
    assert_int_equal(strlen(text), 84);
    assert_memory_equal(text, "-0.111", 6);
    assert_int_equal(tvx_decimal_add(&out, &d, &tiny), TVX_EINPUT);
    assert_int_equal(tvx_decimal_divide(&out, &d, &tiny, 81), TVX_EINPUT);
    assert_true(tvx_decimal_compare(&d, &tiny) > 0);
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

/* A number as people write it, often one with runs of zeros or nines, where carries go wrong. */
static void generate(uint64_t *random, char out[64])
{
    size_t n = 0, whole = 1 + below(random, below(random, 4) == 0 ? 24 : 6);
    size_t decimals = below(random, 2) == 0 ? 0 : 1 + below(random, 12);
    size_t shape = below(random, 4);
    if (below(random, 3) == 0)
        out[n++] = '-';
    for (size_t i = 0; i < whole + decimals; i++) {
        if (i == whole)
            out[n++] = '.';
        char any = (char)('0' + below(random, 10));
        out[n++] = shape == 1 && below(random, 8) != 0   ? '0'
                   : shape == 2 && below(random, 8) != 0 ? '9'
                                                         : any;
    }
    out[n] = '\0';
}

static void to_gmp(mpq_t out, const char *text)
{
    char digits[128];
    size_t n = 0, decimals = 0;
    bool after = false;
    for (const char *c = text; *c != '\0'; c++) {
        if (*c != '.')
            digits[n++] = *c;
        decimals += after;
        after = after || *c == '.';
    }
    digits[n] = '\0';
    assert_int_equal(mpz_set_str(mpq_numref(out), digits, 10), 0);
    mpz_ui_pow_ui(mpq_denref(out), 10, decimals);
    mpq_canonicalize(out);
}

static void assert_same(const tvx_decimal *d, const mpq_t expected)
{
    char text[TVX_DECIMAL_TEXT];
    mpq_t got;
    mpq_init(got);
    tvx_decimal_print(d, text);
    to_gmp(got, text);
    assert_true(mpq_equal(got, expected));
    mpq_clear(got);
}

/* x to `places` decimals, half away from zero, as GMP alone reckons it. */
static void round_gmp(mpq_t x, int places)
{
    mpz_t power;
    mpz_init(power);
    mpz_ui_pow_ui(power, 10, (unsigned long)places);
    mpz_mul(mpq_numref(x), mpq_numref(x), power);
    bool negative = mpq_sgn(x) < 0;
    mpz_abs(mpq_numref(x), mpq_numref(x));
    mpz_mul_2exp(mpq_numref(x), mpq_numref(x), 1);
    mpz_add(mpq_numref(x), mpq_numref(x), mpq_denref(x));
    mpz_mul_2exp(mpq_denref(x), mpq_denref(x), 1);
    mpz_fdiv_q(mpq_numref(x), mpq_numref(x), mpq_denref(x));
    if (negative)
        mpz_neg(mpq_numref(x), mpq_numref(x));
    mpz_set(mpq_denref(x), power);
    mpq_canonicalize(x);
    mpz_clear(power);
}

typedef int (*operation)(tvx_decimal *, const tvx_decimal *, const tvx_decimal *);
typedef void (*gmp_operation)(mpq_t, const mpq_t, const mpq_t);

static void check_arithmetic(const tvx_decimal *a, const tvx_decimal *b, const mpq_t ga,
                             const mpq_t gb)
{
    static const struct {
        operation ours;
        gmp_operation gmp;
    } operations[] = {{tvx_decimal_add, mpq_add},
                      {tvx_decimal_subtract, mpq_sub},
                      {tvx_decimal_multiply, mpq_mul}};
    mpq_t expected;
    mpq_init(expected);
    for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++) {
        tvx_decimal out;
        assert_int_equal(operations[i].ours(&out, a, b), TVX_OK);
        operations[i].gmp(expected, ga, gb);
        assert_same(&out, expected);
    }
    mpq_clear(expected);
}

static void check_division(const tvx_decimal *a, const tvx_decimal *b, const mpq_t ga,
                           const mpq_t gb, int places)
{
    if (mpq_sgn(gb) == 0)
        return;
    tvx_decimal out;
    mpq_t expected;
    mpq_init(expected);
    assert_int_equal(tvx_decimal_divide(&out, a, b, places), TVX_OK);
    mpq_div(expected, ga, gb);
    round_gmp(expected, places);
    assert_same(&out, expected);
    mpq_clear(expected);
}

static int sign_of(int n)
{
    return (n > 0) - (n < 0);
}

/* The pair at hand, printed where it fails: it then belongs into the table of what_failed_once. */
static char at_hand[192];

static int print_pair_that_failed(void **state)
{
    (void)state;
    if (at_hand[0] != '\0')
        print_message("  the pair was {%s}\n", at_hand);
    at_hand[0] = '\0';
    return 0;
}

static void check_pair(const char *text_a, const char *text_b, int places)
{
    snprintf(at_hand, sizeof at_hand, "\"%s\", \"%s\", %d", text_a, text_b, places);
    tvx_decimal a = number(text_a), b = number(text_b);
    mpq_t ga, gb;
    mpq_inits(ga, gb, NULL);
    to_gmp(ga, text_a);
    to_gmp(gb, text_b);
    assert_same(&a, ga);
    assert_int_equal(tvx_decimal_compare(&a, &b), sign_of(mpq_cmp(ga, gb)));
    assert_int_equal(tvx_decimal_compare(&b, &a), sign_of(mpq_cmp(gb, ga)));
    assert_int_equal(tvx_decimal_sign(&a), mpq_sgn(ga));
    check_arithmetic(&a, &b, ga, gb);
    check_division(&a, &b, ga, gb, places);
    mpq_clears(ga, gb, NULL);
}

/* The canonical form reads back as the same number and prints as itself. */
static void check_round_trip(const char *text)
{
    char printed[TVX_DECIMAL_TEXT];
    tvx_decimal d = number(text);
    tvx_decimal_print(&d, printed);
    tvx_decimal back = number(printed);
    assert_int_equal(tvx_decimal_compare(&d, &back), 0);
    assert_number(&back, printed);
}

static void agrees_with_rationals(void **state)
{
    (void)state;
    const char *given = getenv("TVX_SEED");
    uint64_t seed = given != NULL ? strtoull(given, NULL, 10) : DEFAULT_SEED;
    uint64_t random = seed != 0 ? seed : 1;
    print_message("  seed %llu (TVX_SEED)\n", (unsigned long long)seed);
    for (int i = 0; i < CASES; i++) {
        char a[64], b[64];
        generate(&random, a);
        generate(&random, b);
        check_pair(a, b, (int)below(&random, 13));
        check_round_trip(a);
    }
    at_hand[0] = '\0';
}

/* Pairs for which the arithmetic, or a mutant of it, once went wrong. */
static void what_failed_once(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int places;
    } cases[] = {
        {"0", "0", 0},
        {"-0.5", "0.5", 0},
        {"999999999", "0.000000001", 9},
        {"1000000000", "-999999999.999999999", 12},
        {"999999999999999999999999.999999999999", "0.000000000001", 12},
        {"999999999999999999999999.999999999999", "999999999999999999999999.999999999999", 12},
        {"-999999999999999999999999.999999999999", "0.999999999999", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        check_pair(cases[i].a, cases[i].b, cases[i].places);
        check_round_trip(cases[i].a);
    }
    at_hand[0] = '\0';
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_and_prints_canonically),
        cmocka_unit_test(refuses),
        cmocka_unit_test(reads_exactly_n_bytes),
        cmocka_unit_test(a_megabyte_of_digits_is_refused),
        cmocka_unit_test(makes_from_whole_numbers),
        cmocka_unit_test(equal_numbers_may_differ_in_scale),
        cmocka_unit_test(signs_and_negation),
        cmocka_unit_test(finds_the_last_non_zero_digit),
        cmocka_unit_test(divides_rounding_half_away_from_zero),
        cmocka_unit_test(refuses_to_divide),
        cmocka_unit_test(shifts_by_powers_of_ten),
        cmocka_unit_test(too_many_digits_are_an_error),
        cmocka_unit_test_teardown(agrees_with_rationals, print_pair_that_failed),
        cmocka_unit_test_teardown(what_failed_once, print_pair_that_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
