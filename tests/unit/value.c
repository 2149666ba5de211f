/*
 * Reading and writing values (section 3): the tables of value_cases.h, the object form, equality,
 * names of kinds, and what happens where memory runs out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/mem.h"
#include "limited.h"
#include "model/decimal.h"
#include "model/value.h"
#include "value_cases.h"
#include "value_forms.h"

enum { NOTE = 512, LEVELS = 4, LONG_TEXT = 1 << 18, ARENA_BLOCK = 16 << 10 };

static const char *const levels[LEVELS] = {"none", "consultations", "treaty guarantee", "odd  one"};

/* The term of a note such as "money,text / USD". */
static tvx_term term_of(const char *note)
{
    tvx_term term = {.key = "share", .title = "Share", .levels = {levels, LEVELS}};
    const char *slash = strstr(note, " / ");
    const char *end = slash == NULL ? note + strlen(note) : slash;
    term.unit = slash == NULL ? NULL : slash + 3;
    while (note < end) {
        char name[32] = "";
        size_t n = strcspn(note, ", ");
        assert_true(n < sizeof name);
        memcpy(name, note, n);
        assert_true(tvx_kind_from_name(name, &term.kinds[term.n_kinds++]));
        note += n + (note[n] == ',');
        if (*note == ' ')
            break;
    }
    return term;
}

/* --- notes of values --- */

static void note_end(char *out, const tvx_end *end)
{
    char digits[TVX_DECIMAL_TEXT];
    tvx_decimal_print(&end->number, digits);
    strcat(out, end->bounded ? digits : "-");
}

static void note_interval(char *out, const tvx_value *value)
{
    strcat(out, value->low.open || !value->low.bounded ? "(" : "[");
    note_end(out, &value->low);
    strcat(out, ",");
    note_end(out, &value->high);
    strcat(out, value->high.open || !value->high.bounded ? ")" : "]");
}

static void note_ratio(char *out, const tvx_value *value)
{
    char digits[TVX_DECIMAL_TEXT];
    if (!value->high.bounded)
        strcat(out, value->low.open ? "more than " : "at least ");
    if (!value->low.bounded)
        strcat(out, value->high.open ? "less than " : "up to ");
    tvx_decimal_print(&value->low.number, digits);
    strcat(strcat(out, digits), ":");
    tvx_decimal_print(&value->high.number, digits);
    strcat(out, digits);
}

static void note_word(char *out, const char *before, const char *word)
{
    if (word != NULL)
        strcat(strcat(out, before), word);
}

static void note_magnitude(char *out, const tvx_value *value)
{
    static const char *const whens[] = {"", " by ", " until ", " starting "};
    strcat(out, value->approx ? "about " : "");
    if (value->ratio)
        note_ratio(out, value);
    else
        note_interval(out, value);
    note_word(out, " ", value->unit);
    note_word(out, " per ", value->per);
    note_word(out, " of ", value->base);
    for (size_t i = 0; i < value->tags.n; i++)
        note_word(out, i == 0 ? " {" : ";", value->tags.items[i]);
    strcat(out, value->tags.n > 0 ? "}" : "");
    note_word(out, " over ", value->over);
    if (value->when != TVX_WHEN_NONE)
        note_word(out, whens[value->when], value->when_date.text);
}

static void note_of(char out[NOTE], const tvx_value *value)
{
    out[0] = '\0';
    if (value->kind == TVX_KIND_DATE)
        snprintf(out, NOTE, "date %d %s", value->date_bound, value->date.text);
    else if (value->kind == TVX_KIND_LEVEL)
        snprintf(out, NOTE, "level %zu", value->level);
    else if (value->kind == TVX_KIND_FLAG)
        snprintf(out, NOTE, "flag %s", value->flag ? "yes" : "no");
    else if (value->kind == TVX_KIND_TEXT)
        snprintf(out, NOTE, "text");
    else
        note_magnitude(out, value);
}

/* --- the tables --- */

static bool is_accepted(const accepted *c, tvx_arena *arena)
{
    const tvx_term term = term_of(c->kinds);
    tvx_value value = {.text = ""};
    tvx_error error = {0};
    char note[NOTE] = "";
    if (tvx_value_parse(arena, &term, c->text, &value, &error) == TVX_OK)
        note_of(note, &value);
    else
        value.text = error.message;
    if (strcmp(value.text, c->written) == 0 && strcmp(note, c->parts) == 0)
        return true;
    print_error("%s: %s\n  '%s', %s\n", c->rule, c->text, value.text, note);
    return false;
}

static void accepts(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < sizeof accepted_cases / sizeof accepted_cases[0]; i++) {
        tvx_arena arena = {0};
        failed += !is_accepted(&accepted_cases[i], &arena);
        tvx_arena_dispose(&arena);
    }
    assert_int_equal(failed, 0);
}

/* What is written reads as the same value, and is written so again. */
static void written_forms_stay(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof accepted_cases / sizeof accepted_cases[0]; i++) {
        const tvx_term term = term_of(accepted_cases[i].kinds);
        tvx_arena arena = {0};
        tvx_value value, again;
        print_message("  %s\n", accepted_cases[i].text);
        assert_int_equal(tvx_value_parse(&arena, &term, accepted_cases[i].text, &value, NULL),
                         TVX_OK);
        assert_int_equal(tvx_value_parse(&arena, &term, value.text, &again, NULL), TVX_OK);
        assert_true(tvx_value_equal(&value, &again));
        assert_string_equal(again.text, value.text);
        tvx_arena_dispose(&arena);
    }
}

static bool is_refused(const refused *c, tvx_arena *arena)
{
    const tvx_term term = term_of(c->kinds);
    tvx_value value;
    tvx_error error = {0};
    int code = tvx_value_parse(arena, &term, c->text, &value, &error);
    if (code == TVX_EINPUT && strstr(error.message, c->message) != NULL &&
        strstr(error.hint, c->hint) != NULL && error.pointer[0] == '\0')
        return true;
    print_error("%s: %s\n  %s\n  %s\n", c->rule, c->text,
                code == TVX_OK ? value.text : error.message, error.hint);
    return false;
}

static void refuses(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < sizeof refused_cases / sizeof refused_cases[0]; i++) {
        tvx_arena arena = {0};
        failed += !is_refused(&refused_cases[i], &arena);
        tvx_arena_dispose(&arena);
    }
    assert_int_equal(failed, 0);
}

/* --- the object form --- */

static bool form_holds(const form_case *c, tvx_arena *arena)
{
    const tvx_term term = term_of(c->kinds);
    tvx_value value = {.text = ""};
    tvx_error error = {0};
    int code = tvx_value_from_form(arena, &term, &c->form, &value, &error);
    if (c->written != NULL && code == TVX_OK && strcmp(value.text, c->written) == 0)
        return true;
    if (c->written == NULL && code == TVX_EINPUT && strcmp(error.pointer, c->pointer) == 0 &&
        strstr(error.message, c->message) != NULL)
        return true;
    print_error("%s\n  '%s' at '%s', not '%s'\n", c->rule,
                code == TVX_OK ? value.text : error.message, error.pointer,
                c->written == NULL ? c->pointer : c->written);
    return false;
}

static void forms(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < sizeof form_cases / sizeof form_cases[0]; i++) {
        tvx_arena arena = {0};
        failed += !form_holds(&form_cases[i], &arena);
        tvx_arena_dispose(&arena);
    }
    assert_int_equal(failed, 0);
}

/* Whatever is accepted in writing has a form that comes to the same. */
static void forms_and_written_forms_are_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof accepted_cases / sizeof accepted_cases[0]; i++) {
        const tvx_term term = term_of(accepted_cases[i].kinds);
        tvx_arena arena = {0};
        tvx_value value, again;
        tvx_form form;
        tvx_error error = {0};
        assert_int_equal(tvx_value_parse(&arena, &term, accepted_cases[i].text, &value, NULL),
                         TVX_OK);
        assert_int_equal(tvx_value_to_form(&arena, &value, &form, NULL), TVX_OK);
        assert_string_equal(form.text, accepted_cases[i].written);
        if (tvx_value_from_form(&arena, &term, &form, &again, &error) != TVX_OK)
            fail_msg("%s: %s", accepted_cases[i].text, error.message);
        assert_true(tvx_value_equal(&value, &again));
        if (!value.ratio)
            form.text = form.low == NULL && form.high == NULL ? form.text : NULL;
        assert_int_equal(tvx_value_from_form(&arena, &term, &form, &again, NULL), TVX_OK);
        assert_true(tvx_value_equal(&value, &again));
        tvx_arena_dispose(&arena);
    }
}

static void members_of_forms(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    const tvx_term term = term_of("duration");
    tvx_value value;
    tvx_form form;
    assert_int_equal(tvx_value_parse(&arena, &term,
                                     "less than about 4 years 8 months per stay of guests (a, b) "
                                     "over 2 weeks starting 2025-02",
                                     &value, NULL),
                     TVX_OK);
    assert_int_equal(tvx_value_to_form(&arena, &value, &form, NULL), TVX_OK);
    assert_string_equal(form.kind, "duration");
    assert_null(form.low);
    assert_string_equal(form.high, "56");
    assert_true(!form.low_open && form.high_open && form.approx);
    assert_string_equal(form.unit, "months");
    assert_string_equal(form.per, "stay");
    assert_string_equal(form.base, "guests");
    assert_int_equal(form.tags.n, 2);
    assert_string_equal(form.tags.items[1], "b");
    assert_string_equal(form.over, "14 days");
    assert_true(form.when->by == NULL && form.when->until == NULL);
    assert_string_equal(form.when->starting, "2025-02");
    tvx_arena_dispose(&arena);
}

/* A ratio is no interval, and words have no members but their text. */
static void forms_that_are_text(void **state)
{
    (void)state;
    static const char *const cases[][3] = {{"number", "at least 2:1", "number"},
                                           {"date", "up to 2017", "date"},
                                           {"level", "none", "level"},
                                           {"flag", "Yes", "flag"},
                                           {"money,text", "aid", "text"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        tvx_arena arena = {0};
        const tvx_term term = term_of(cases[i][0]);
        tvx_value value;
        tvx_form form;
        assert_int_equal(tvx_value_parse(&arena, &term, cases[i][1], &value, NULL), TVX_OK);
        assert_int_equal(tvx_value_to_form(&arena, &value, &form, NULL), TVX_OK);
        assert_string_equal(form.kind, cases[i][2]);
        assert_true(form.low == NULL && form.high == NULL && !form.low_open && !form.high_open);
        assert_true(form.unit == NULL && form.tags.n == 0 && form.when == NULL);
        assert_string_equal(form.text, value.text);
        tvx_arena_dispose(&arena);
    }
}

/* --- equality --- */

static const struct {
    const char *rule, *kinds, *a, *b;
    bool equal;
} equalities[] = {
    {"the same", "percentage", "50%", "50 per cent", true},
    {"scales", "money", "$1bn", "USD 1000 million", true},
    {"superfluous zeros", "number", "2.50 km", "2.5 km", true},
    {"a final s of a unit", "number", "58 pages", "58 page", true},
    {"a final s of per", "money", "USD 5 per hour", "USD 5 per hours", true},
    {"case of a unit", "number", "58 pages", "58 Pages", false},
    {"a unit given", "number", "58", "58 pages", false},
    {"years and months", "duration", "10 years", "120 months", true},
    {"months and days", "duration", "1 month", "30 days", false},
    {"about", "percentage", "50%", "about 50%", false},
    {"0 to and up to", "percentage", "0 to 50%", "up to 50%", false},
    {"open ends", "percentage", "up to 50%", "less than 50%", false},
    {"other ends", "percentage", "up to 50%", "at least 50%", false},
    {"numbers", "percentage", "50%", "50.1%", false},
    {"ratios are kept as written", "number", "2:1", "4:2", false},
    {"ratio and number", "number", "2:1", "2", false},
    {"second numbers of bounded ratios", "number", "at least 2:1", "at least 2:3", false},
    {"bounds of ratios", "number", "at least 2:1", "2:1", false},
    {"currencies", "money", "USD 5", "EUR 5", false},
    {"per", "money", "USD 5 per hour", "USD 5 per day", false},
    {"bases", "percentage", "5% of GDP", "5% of GNP", false},
    {"a base given", "percentage", "5% of GDP", "5%", false},
    {"tags", "percentage", "5% (oil, gas)", "5% from oil, gas", true},
    {"order of tags", "percentage", "5% (oil, gas)", "5% (gas, oil)", false},
    {"number of tags", "percentage", "5% (oil, gas)", "5% (oil)", false},
    {"over", "percentage", "5% over 4 years", "5% over P48M", true},
    {"over differs", "percentage", "5% over 4 years", "5% over 5 years", false},
    {"words of when", "percentage", "5% by 2030", "5% until 2030", false},
    {"dates of when", "percentage", "5% by 2030", "5% by 2031", false},
    {"dates", "date", "2017", "2017~", false},
    {"bounds of dates", "date", "up to 2017", "less than 2017", false},
    {"levels", "level", "none", "consultations", false},
    {"flags", "flag", "yes", "no", false},
    {"flags in capitals", "flag", "yes", "Yes", true},
    {"wordings", "text", "a b", "a  b", false},
    {"kinds", "number,text", "5", "five", false},
};

static void equality(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof equalities / sizeof equalities[0]; i++) {
        tvx_arena arena = {0};
        const tvx_term term = term_of(equalities[i].kinds);
        tvx_value a, b;
        print_message("  %s\n", equalities[i].rule);
        assert_int_equal(tvx_value_parse(&arena, &term, equalities[i].a, &a, NULL), TVX_OK);
        assert_int_equal(tvx_value_parse(&arena, &term, equalities[i].b, &b, NULL), TVX_OK);
        assert_int_equal(tvx_value_equal(&a, &b), equalities[i].equal);
        assert_int_equal(tvx_value_equal(&b, &a), equalities[i].equal);
        assert_true(tvx_value_equal(&a, &a));
        tvx_arena_dispose(&arena);
    }
}

static void units_are_equal_but_for_a_final_s(void **state)
{
    (void)state;
    assert_true(tvx_unit_equal("pages", "page"));
    assert_true(tvx_unit_equal("page", "pages"));
    assert_true(tvx_unit_equal("page", "page"));
    assert_false(tvx_unit_equal("page", "Page"));
    assert_false(tvx_unit_equal("page", "pag"));
    assert_false(tvx_unit_equal("pagesx", "pages"));
    assert_true(tvx_unit_equal(NULL, NULL));
    assert_false(tvx_unit_equal("page", NULL));
    assert_false(tvx_unit_equal(NULL, "page"));
}

/* --- the rest --- */

static void names_of_kinds(void **state)
{
    (void)state;
    static const char *const names[TVX_KINDS] = {"percentage", "money", "number", "duration",
                                                 "date",       "level", "flag",   "text"};
    for (int i = 0; i < TVX_KINDS; i++) {
        tvx_kind kind;
        assert_string_equal(tvx_kind_name((tvx_kind)i), names[i]);
        assert_true(tvx_kind_from_name(names[i], &kind) && (int)kind == i);
    }
    tvx_kind kind;
    assert_false(tvx_kind_from_name("share", &kind));
    assert_false(tvx_kind_from_name("Money", &kind));
}

static void reads_whichever_is_given(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    const tvx_term term = term_of("percentage");
    const tvx_form form = {.kind = "percentage", .low = "5", .high = "5"};
    tvx_value value;
    assert_int_equal(tvx_value_read(&arena, &term, &(tvx_given){.text = "up to 5%"}, &value, NULL),
                     TVX_OK);
    assert_string_equal(value.text, "up to 5%");
    assert_int_equal(tvx_value_read(&arena, &term, &(tvx_given){.form = &form}, &value, NULL),
                     TVX_OK);
    assert_string_equal(value.text, "5%");
    tvx_arena_dispose(&arena);
}

static void wording_keeps_the_words(void **state)
{
    (void)state;
    const tvx_form ends = {.kind = "money", .low = "5", .unit = "USD", .base = "debts"};
    const tvx_form level = {.kind = "level", .text = "no longer declared"};
    const tvx_given cases[] = {{.text = " 50%  of it"}, {.form = &ends}, {.form = &level}};
    static const char *const words[] = {" 50%  of it", "at least USD 5 of debts",
                                        "no longer declared"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        tvx_arena arena = {0};
        tvx_value value;
        assert_int_equal(tvx_value_wording(&arena, &cases[i], &value, NULL), TVX_OK);
        assert_int_equal(value.kind, TVX_KIND_TEXT);
        assert_string_equal(value.text, words[i]);
        tvx_arena_dispose(&arena);
    }
}

static void long_texts_are_quoted_in_part(void **state)
{
    (void)state;
    enum { GIVEN = 60, SHOWN = 25 }; /* of three bytes each: 75 and the ellipsis fit, no more */
    tvx_arena arena = {0};
    const tvx_term term = term_of("percentage");
    char text[256] = "", expected[256] = "the value '";
    for (int i = 0; i < GIVEN; i++) {
        strcat(text, "\xe2\x82\xac");
        if (i < SHOWN)
            strcat(expected, "\xe2\x82\xac");
    }
    strcat(expected, "\xe2\x80\xa6' is not of kind percentage");
    tvx_value value;
    tvx_error error = {0};
    assert_int_equal(tvx_value_parse(&arena, &term, text, &value, &error), TVX_EINPUT);
    assert_string_equal(error.message, expected);
    tvx_arena_dispose(&arena);
}

/* Reads a start and as many repetitions as make n bytes; returns the processor time it took. */
static clock_t time_to_read(const char *start, const char *repeated, size_t n)
{
    const tvx_term term = term_of("percentage,money,number,duration,date,level,flag / pages");
    size_t size = strlen(start), step = strlen(repeated);
    char *text = malloc(n + size + step + 1);
    assert_non_null(text);
    memcpy(text, start, size);
    for (; size < n; size += step)
        memcpy(text + size, repeated, step);
    text[size] = '\0';
    tvx_arena arena = {0};
    tvx_value value;
    tvx_error error = {0};
    clock_t before = clock();
    int code = tvx_value_parse(&arena, &term, text, &value, &error);
    clock_t taken = clock() - before;
    assert_true(code == TVX_OK || error.message[0] != '\0');
    tvx_arena_dispose(&arena);
    free(text);
    return taken;
}

/* Eight times the text takes eight times as long, not sixty-four times. */
static void long_texts_take_linear_time(void **state)
{
    (void)state;
    static const char *const starts[] = {"50%", "50% of x", "5", "50% from a"};
    static const char *const repeated[] = {" by ",     " over 1 ", " of",   "(",
                                           "1",        ",a",       " to 5", " over p",
                                           " by 2025", " year",    "(a)",   "\xe2\x80\x89"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        for (size_t j = 0; j < sizeof repeated / sizeof repeated[0]; j++) {
            clock_t one = time_to_read(starts[i], repeated[j], LONG_TEXT / 8);
            clock_t eight = time_to_read(starts[i], repeated[j], LONG_TEXT);
            if (eight > 24 * one + CLOCKS_PER_SEC / 5)
                fail_msg("'%s%s...' takes too long", starts[i], repeated[j]);
        }
}

/* --- out of memory --- */

typedef int (*task)(tvx_arena *arena, tvx_error *error);

static int read_written(tvx_arena *arena, tvx_error *error)
{
    const tvx_term term = term_of("money,number / barrels per day");
    tvx_value value;
    return tvx_value_parse(arena, &term, "up to 5 of x (a, b) over 4 years by 2030", &value, error);
}

static int refuse_written(tvx_arena *arena, tvx_error *error)
{
    const tvx_term term = term_of("level");
    tvx_value value;
    return tvx_value_parse(arena, &term, "nome", &value, error);
}

static int read_form(tvx_arena *arena, tvx_error *error)
{
    const tvx_term term = term_of("number / barrels per day");
    const tvx_form form = {.kind = "number",
                           .low = "5",
                           .base = "x",
                           .tags = TAGS("a"),
                           .over = "4 years",
                           .when = WHEN(.by = "2030")};
    tvx_value value;
    return tvx_value_wording(arena, &(tvx_given){.form = &form}, &value, error) == TVX_OK
               ? tvx_value_from_form(arena, &term, &form, &value, error)
               : error->code;
}

static int make_form(tvx_arena *arena, tvx_error *error)
{
    tvx_form form;
    const tvx_value value = {.kind = TVX_KIND_NUMBER,
                             .low = {.bounded = true},
                             .when = TVX_WHEN_BY,
                             .text = "at least 0"};
    return tvx_value_to_form(arena, &value, &form, error);
}

/* Blocks of an arena are large: it is filled up first, so that every text needs one of its own. */
static int fail_at(task run, long k, tvx_error *error)
{
    tvx_arena arena = {0};
    allocations_left = -1;
    void *filled = tvx_arena_new(&arena, ARENA_BLOCK, 1);
    allocations_left = k;
    int code = filled == NULL ? TVX_ENOMEM : run(&arena, error);
    allocations_left = -1;
    tvx_arena_dispose(&arena);
    return code;
}

static void out_of_memory(void **state)
{
    (void)state;
    static const task tasks[] = {read_written, read_form, make_form};
    for (size_t i = 0; i < sizeof tasks / sizeof tasks[0]; i++) {
        int code = TVX_ENOMEM;
        long k = 0;
        for (; code == TVX_ENOMEM && k < 1000; k++) {
            tvx_error error = {0};
            code = fail_at(tasks[i], k, &error);
            assert_true(code == TVX_OK || (code == TVX_ENOMEM && error.code == TVX_ENOMEM));
        }
        assert_int_equal(code, TVX_OK);
        assert_true(k > 1);
    }
    tvx_error error = {0};
    assert_int_equal(fail_at(refuse_written, 1, &error), TVX_EINPUT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accepts),
        cmocka_unit_test(written_forms_stay),
        cmocka_unit_test(refuses),
        cmocka_unit_test(forms),
        cmocka_unit_test(forms_and_written_forms_are_one),
        cmocka_unit_test(members_of_forms),
        cmocka_unit_test(forms_that_are_text),
        cmocka_unit_test(equality),
        cmocka_unit_test(units_are_equal_but_for_a_final_s),
        cmocka_unit_test(names_of_kinds),
        cmocka_unit_test(reads_whichever_is_given),
        cmocka_unit_test(wording_keeps_the_words),
        cmocka_unit_test(long_texts_are_quoted_in_part),
        cmocka_unit_test(long_texts_take_linear_time),
        cmocka_unit_test(out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
