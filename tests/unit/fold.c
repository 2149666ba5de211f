/*
 * Texts that are equal but for case, form and what shows nothing.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* Expected: CaseFolding.txt, statuses C and F. */
static void case_folding(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text, *folded;
    } cases[] = {
        {"ASCII", "The New York TIMES", "the new york times"},
        {"Cyrillic", "\xd0\x9a\xd0\x98\xd0\x87\xd0\x92", "\xd0\xba\xd0\xb8\xd1\x97\xd0\xb2"},
        {"Latin with accents", "\xc3\x89t\xc3\x89", "\xc3\xa9t\xc3\xa9"},
        {"sharp s",
         "Stra\xc3\x9f"
         "e",
         "strasse"},
        {"capital sharp s", "\xe1\xba\x9e", "ss"},
        {"both sigmas", "\xce\xa3\xcf\x82", "\xcf\x83\xcf\x83"},
        {"one becomes three", "\xce\x90", "\xce\xb9\xcc\x88\xcc\x81"},
        {"dotted capital I", "\xc4\xb0", "i\xcc\x87"},
        {"compatibility characters stay", "\xe2\x84\xa2\xc2\xb2", "\xe2\x84\xa2\xc2\xb2"},
        {"accents stay as they were put", "e\xcc\x81", "e\xcc\x81"},
        {"nothing", "", ""},
    };
    tvx_arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *folded = tvx_text_fold(&arena, cases[i].text);
        if (strcmp(folded, cases[i].folded) != 0)
            fail_msg("%s: %s", cases[i].rule, folded);
    }
    tvx_arena_dispose(&arena);
}

/* D147 of the Unicode Standard, and white space. */
static void names_that_look_alike(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text, *folded;
    } cases[] = {
        {"case", "The New York TIMES", "the new york times"},
        {"white space at the ends", " CNN\t", "cnn"},
        {"a run of white space, a no-break space", "New \xc2\xa0 York", "new york"},
        {"composed", "Caf\xc3\xa9", "caf\xc3\xa9"},
        {"decomposed", "Cafe\xcc\x81", "caf\xc3\xa9"},
        {"characters that show nothing", "C\xe2\x80\x8bN\xc2\xadN", "cnn"},
        {"compatibility forms", "\xef\xbc\xa3\xef\xbc\xae\xef\xbc\xae", "cnn"},
        {"one folds to two",
         "Stra\xc3\x9f"
         "e",
         "strasse"},
        {"Cyrillic stays itself", "\xd0\x91\xd0\xb0\xd0\xb9", "\xd0\xb1\xd0\xb0\xd0\xb9"},
        {"nothing but white space", " \n", ""},
        {"no UTF-8", "\xff", "\xff"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tvx_arena arena = {0};
        const char *folded = tvx_text_fold_name(&arena, cases[i].text);
        if (strcmp(folded, cases[i].folded) != 0)
            fail_msg("%s: '%s'", cases[i].rule, folded);
        tvx_arena_dispose(&arena);
    }
}

/* The room that folding takes is enough for every character, and what is folded stays so. */
static void every_character_folds_once(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    for (unsigned c = 0x80; c < 0x110000; c++) {
        char text[8] = "";
        if (c < 0x800) {
            text[0] = (char)(unsigned char)(0xc0 | c >> 6);
        } else if (c < 0x10000) {
            text[0] = (char)(unsigned char)(0xe0 | c >> 12);
            text[1] = (char)(unsigned char)(0x80 | (c >> 6 & 0x3f));
        } else {
            text[0] = (char)(unsigned char)(0xf0 | c >> 18);
            text[1] = (char)(unsigned char)(0x80 | (c >> 12 & 0x3f));
            text[2] = (char)(unsigned char)(0x80 | (c >> 6 & 0x3f));
        }
        text[strlen(text)] = (char)(unsigned char)(0x80 | (c & 0x3f));
        if (c >= 0xd800 && c < 0xe000)
            continue;
        const char *folded = tvx_text_fold(&arena, text);
        assert_true(strlen(folded) <= 3 * strlen(text));
        assert_string_equal(tvx_text_fold(&arena, folded), folded);
        tvx_arena_clear(&arena);
    }
    tvx_arena_dispose(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_folding),
        cmocka_unit_test(every_character_folds_once),
        cmocka_unit_test(names_that_look_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
