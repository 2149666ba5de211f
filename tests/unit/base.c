/* src/base: memory, growing text, descriptions of failures, Unicode, JSON. See src/base/README.md.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdalign.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/text.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define ELLIPSIS "\xe2\x80\xa6"

/* --- memory that runs out: stands in for the library's own tvx_mem_resize --- */

static bool out_of_memory;

void *tvx_mem_resize(void *p, size_t size)
{
    if (size > 0)
        return out_of_memory || size > PTRDIFF_MAX ? NULL : realloc(p, size);
    free(p);
    return NULL;
}

/* --- mem --- */

static void memory_is_zeroed_and_sizes_are_checked(void **state)
{
    (void)state;
    static const char zeros[400];
    char *p = tvx_mem_new(100, 4);
    assert_memory_equal(p, zeros, sizeof zeros);
    tvx_mem_free(p);
    assert_null(tvx_mem_new(SIZE_MAX / 2, 3));
    p = tvx_mem_text("text");
    assert_string_equal(p, "text");
    tvx_mem_free(p);
    tvx_mem_free(NULL);
    out_of_memory = true;
    assert_null(tvx_mem_new(1, 1));
    assert_null(tvx_mem_text(""));
    out_of_memory = false;
}

/* --- arenas --- */

static void an_arena_gives_aligned_zeroed_memory(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 3, 8, 17, 100, 5000, 16384, 100000, 7, 0};
    tvx_arena arena = {0};
    unsigned char *places[COUNT(sizes)];
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < COUNT(sizes); i++) {
            places[i] = tvx_arena_new(&arena, sizes[i], 1);
            assert_non_null(places[i]);
            assert_int_equal((uintptr_t)places[i] % alignof(max_align_t), 0);
            for (size_t j = 0; j < sizes[i]; j++)
                assert_int_equal(places[i][j], 0);
            memset(places[i], (int)i + 1, sizes[i]);
        }
        for (size_t i = 0; i < COUNT(sizes); i++)
            for (size_t j = 0; j < sizes[i]; j++)
                assert_int_equal(places[i][j], i + 1);
        tvx_arena_clear(&arena); /* what was used is given out zeroed again */
    }
    tvx_arena_dispose(&arena);
}

static void an_arena_keeps_one_block_when_cleared(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    tvx_arena_clear(&arena);
    void *first = tvx_arena_new(&arena, 1, 8);
    tvx_arena_clear(&arena);
    assert_ptr_equal(tvx_arena_new(&arena, 1, 8), first);
    assert_non_null(tvx_arena_new(&arena, 1, 1000000));
    tvx_arena_clear(&arena);
    assert_null(arena.blocks); /* a large block is not kept */
    tvx_arena_dispose(&arena);
    assert_non_null(tvx_arena_new(&arena, 1, 8));
    tvx_arena_dispose(&arena);
}

static void an_arena_copies_texts(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    char source[] = "source";
    char *copy = tvx_arena_text(&arena, source), *slice = tvx_arena_slice(&arena, source, 3);
    char *empty = tvx_arena_slice(&arena, "", 0);
    char *made = tvx_arena_format(&arena, "%s-%d-%0*d", source, 42, 300, 7);
    source[0] = 'x';
    assert_string_equal(copy, "source");
    assert_string_equal(slice, "sou");
    assert_string_equal(empty, "");
    assert_memory_equal(made, "source-42-000", 13);
    assert_int_equal(strlen(made), 310);
    tvx_arena_dispose(&arena);
}

static void a_list_in_an_arena_grows(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    size_t *items = NULL, capacity = 0;
    for (size_t n = 0; n < 100000; n++) {
        assert_int_equal(tvx_arena_grow(&arena, &items, n, &capacity, sizeof *items), TVX_OK);
        assert_true(capacity > n && capacity <= 2 * n + 8);
        items[n] = n * n;
    }
    for (size_t n = 0; n < 100000; n++)
        assert_int_equal(items[n], n * n);
    tvx_arena_dispose(&arena);
}

static void an_arena_says_when_memory_ends(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    char *list = NULL;
    size_t capacity = 0;
    assert_null(tvx_arena_new(&arena, SIZE_MAX, 1));
    assert_null(tvx_arena_new(&arena, SIZE_MAX / 2, 3));
    assert_null(tvx_arena_new(&arena, SIZE_MAX - 64, 1));
    out_of_memory = true;
    assert_null(tvx_arena_new(&arena, 1, 1));
    assert_null(tvx_arena_text(&arena, "a"));
    assert_null(tvx_arena_format(&arena, "%d", 1));
    assert_null(tvx_text_fold(&arena, "A"));
    assert_int_equal(tvx_arena_grow(&arena, &list, 0, &capacity, 1), TVX_ENOMEM);
    assert_true(list == NULL && capacity == 0);
    out_of_memory = false;
    tvx_arena_dispose(&arena);
}

/* --- growing text --- */

static void a_buffer_grows(void **state)
{
    (void)state;
    tvx_buf buf = {0};
    assert_string_equal(tvx_buf_string(&buf), "");
    for (int i = 0; i < 10000; i++) {
        tvx_buf_char(&buf, 'a');
        tvx_buf_text(&buf, "bc");
        tvx_buf_put(&buf, "\0d", 2);
        tvx_buf_format(&buf, "%03d", i % 1000);
        assert_int_equal(buf.size, (size_t)(i + 1) * 8);
        assert_int_equal(buf.data[buf.size], 0);
        assert_true(buf.capacity <= 2 * buf.size + 64);
    }
    for (size_t i = 0; i < 10000; i++)
        assert_memory_equal(buf.data + i * 8, "abc\0d", 5);
    assert_memory_equal(buf.data + 8 * 123 + 5, "123", 3);
    assert_false(buf.failed);
    tvx_buf_clear(&buf);
    assert_string_equal(tvx_buf_string(&buf), "");
    assert_string_equal(buf.data, "");
    tvx_buf_format(&buf, "%0*d", 5000, 1);
    assert_int_equal(strlen(buf.data), 5000);
    tvx_buf_dispose(&buf);
    assert_null(buf.data);
}

static void a_buffer_that_failed_swallows_the_rest(void **state)
{
    (void)state;
    tvx_buf buf = {0};
    tvx_buf_text(&buf, "kept");
    tvx_buf_put(&buf, "", SIZE_MAX - 2); /* no room for so much, and no overflow */
    assert_true(buf.failed);
    tvx_buf_text(&buf, "a");
    tvx_buf_char(&buf, 'b');
    tvx_buf_format(&buf, "%d", 1);
    assert_string_equal(tvx_buf_string(&buf), "kept");
    tvx_buf_clear(&buf);
    assert_false(buf.failed);
    tvx_buf_text(&buf, "again");
    assert_string_equal(tvx_buf_string(&buf), "again");
    tvx_buf_dispose(&buf);
    out_of_memory = true;
    tvx_buf_char(&buf, 'a');
    out_of_memory = false;
    assert_true(buf.failed);
    assert_string_equal(tvx_buf_string(&buf), "");
    tvx_buf_dispose(&buf);
}

/* --- failures --- */

static void the_first_failure_wins(void **state)
{
    (void)state;
    tvx_error error = {0};
    assert_int_equal(tvx_fail(&error, TVX_EINPUT, "'%s' is wrong", "x"), TVX_EINPUT);
    tvx_fail_hint(&error, "try %d", 1);
    tvx_fail_at(&error, "a.json", 0);
    assert_int_equal(tvx_fail(&error, TVX_EIO, "later"), TVX_EINPUT);
    assert_int_equal(tvx_fail_memory(&error), TVX_EINPUT);
    tvx_fail_hint(&error, "later");
    tvx_fail_at(&error, "b.json", 7);
    tvx_fail_at(&error, NULL, 8);
    assert_int_equal(error.code, TVX_EINPUT);
    assert_string_equal(error.message, "'x' is wrong");
    assert_string_equal(error.hint, "try 1");
    assert_string_equal(error.file, "a.json");
    assert_int_equal(error.line, 7);
    tvx_error other = {0};
    assert_int_equal(tvx_fail_memory(&other), TVX_ENOMEM);
    assert_string_equal(other.message, "out of memory");
}

static void nobody_needs_to_listen(void **state)
{
    (void)state;
    assert_int_equal(tvx_fail(NULL, TVX_EIO, "x"), TVX_EIO);
    assert_int_equal(tvx_fail_memory(NULL), TVX_ENOMEM);
    tvx_fail_hint(NULL, "x");
    tvx_fail_at(NULL, "x", 1);
    tvx_fail_within(NULL, "/x");
    tvx_fail_within_member(NULL, "x");
}

static void a_pointer_is_put_together_on_the_way_up(void **state)
{
    (void)state;
    tvx_error error = {0};
    tvx_fail_within_member(&error, "a/b~c");
    tvx_fail_within(&error, "/%d", 3);
    tvx_fail_within_member(&error, "claims");
    assert_string_equal(error.pointer, "/claims/3/a~1b~0c");
}

/* A text of a size that ends in `last`. */
static char *long_text(size_t size, const char *filling, const char *last)
{
    char *text = calloc(size + 1, 1);
    for (size_t n = 0; n + strlen(filling) <= size - strlen(last); n += strlen(filling))
        memcpy(text + n, filling, strlen(filling));
    strcat(text, last);
    return text;
}

/* What does not fit is cut at a character boundary; what fits exactly is not. */
static void long_texts_are_cut(void **state)
{
    (void)state;
    static const struct {
        size_t size;
        const char *filling, *last;
        bool fits;
    } cases[] = {
        {255, "a", "z", true},
        {255, "a", "\xd1\x97", true},
        {256, "a", "z", false},
        {256, "\xd1\x97", "", false},
        {257, "a", "\xd1\x97zzz", false},
        {400, "\xe2\x82\xac", "", false},
        {400, "\xf0\x9f\x98\x80", "", false},
        {401, "a\xf0\x9f\x98\x80", "", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tvx_error error = {0};
        char *text = long_text(cases[i].size, cases[i].filling, cases[i].last);
        tvx_fail_at(&error, text, 1);
        size_t n = strlen(error.file);
        assert_true(tvx_text_valid(error.file, n));
        if (cases[i].fits) {
            assert_string_equal(error.file, text);
        } else {
            assert_true(n >= 250 && n <= 255);
            assert_string_equal(error.file + n - 3, ELLIPSIS);
            assert_memory_equal(error.file, text, n - 3);
        }
        free(text);
    }
}

static void long_messages_hints_and_pointers_are_cut(void **state)
{
    (void)state;
    tvx_error error = {0};
    char *text = long_text(5000, "\xd1\x97", "");
    tvx_fail(&error, TVX_EINPUT, "unknown '%s'", text);
    tvx_fail_hint(&error, "not '%s'", text);
    tvx_fail_within(&error, "/%s", text);
    const struct {
        const char *text;
        size_t size;
    } cut[] = {{error.message, sizeof error.message},
               {error.hint, sizeof error.hint},
               {error.pointer, sizeof error.pointer}};
    for (size_t i = 0; i < COUNT(cut); i++) {
        size_t n = strlen(cut[i].text);
        assert_true(n < cut[i].size && n + 4 >= cut[i].size);
        assert_true(tvx_text_valid(cut[i].text, n));
        assert_string_equal(cut[i].text + n - 3, ELLIPSIS);
    }
    free(text);
}

/* A pointer too long loses its end, the innermost part, whatever the parts are. */
static void long_pointers_keep_their_beginning(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 100, 248, 249, 250, 251, 252, 253, 254, 255, 256, 300};
    static const char *const fillings[] = {"a", "~", "\xd1\x97"};
    for (size_t i = 0; i < COUNT(sizes) * COUNT(fillings); i++) {
        tvx_error error = {0};
        char *name = long_text(sizes[i % COUNT(sizes)], fillings[i / COUNT(sizes)], "");
        tvx_fail_within(&error, "/inner");
        tvx_fail_within_member(&error, name);
        size_t n = strlen(error.pointer);
        assert_true(tvx_text_valid(error.pointer, n));
        if (n < 250)
            assert_string_equal(error.pointer + n - 6, "/inner");
        tvx_fail_within(&error, "/outer/%d", 1);
        assert_memory_equal(error.pointer, "/outer/1/", 9);
        assert_true(tvx_text_valid(error.pointer, strlen(error.pointer)));
        free(name);
    }
}

static void a_long_member_name_is_cut(void **state)
{
    (void)state;
    static const char *const fillings[] = {
        "a", "~", "/", "\xd1\x97", "\xe2\x82\xac", "x\xe2\x82\xac"};
    for (size_t i = 0; i < COUNT(fillings); i++) {
        tvx_error error = {0};
        char *name = long_text(1000, fillings[i], "");
        tvx_fail_within_member(&error, name);
        size_t n = strlen(error.pointer);
        assert_true(tvx_text_valid(error.pointer, n));
        assert_true(n > 240);
        assert_string_equal(error.pointer + n - 3, ELLIPSIS);
        free(name);
    }
}

/* --- Unicode --- */

static void well_formed_utf8(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *bytes;
        size_t n;
        bool valid;
    } cases[] = {
        {"nothing", "", 0, true},
        {"NUL", "a\0b", 3, true},
        {"two bytes", "\xd1\x97", 2, true},
        {"four bytes", "\xf0\x9f\x98\x80", 4, true},
        {"the last character", "\xf4\x8f\xbf\xbf", 4, true},
        {"beyond the last", "\xf4\x90\x80\x80", 4, false},
        {"cut short", "\xe2\x82", 2, false},
        {"cut short by another", "\xe2\x82z", 3, false},
        {"begins within", "\x82\xac", 2, false},
        {"overlong", "\xc0\xaf", 2, false},
        {"overlong, three bytes", "\xe0\x80\xaf", 3, false},
        {"surrogate", "\xed\xa0\x80", 3, false},
        {"no byte of UTF-8", "a\xff", 2, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (tvx_text_valid(cases[i].bytes, cases[i].n) != cases[i].valid)
            fail_msg("%s", cases[i].rule);
}

static void words_alike_but_for_case_and_white_space(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *a, *b;
        bool same;
    } cases[] = {
        {"case", "All Revenues", "all revenues", true},
        {"case beyond ASCII", "\xd0\x87\xd0\x96\xd0\x90", "\xd1\x97\xd0\xb6\xd0\xb0", true},
        {"a run is one blank", "a \t\n b", "a b", true},
        {"at the ends", " \na b\t", "a b", true},
        {"no-break and wide blanks",
         "a\xc2\xa0"
         "b\xe3\x80\x80"
         "c",
         "a b c", true},
        {"one folds to two",
         "Stra\xc3\x9f"
         "e",
         "STRASSE", true},
        {"nothing but blanks", " \t", "", true},
        {"no blank", "a b", "ab", false},
        {"more words", "a b", "a b c", false},
        {"fewer words", "a b c", "a b", false},
        {"another word", "a b", "a c", false},
        {"an accent", "e\xcc\x81", "e", false},
    };
    tvx_arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *a = tvx_text_fold_words(&arena, cases[i].a);
        char *b = tvx_text_fold_words(&arena, cases[i].b);
        if (tvx_text_same_words(cases[i].a, cases[i].b) != cases[i].same ||
            (strcmp(a, b) == 0) != cases[i].same)
            fail_msg("%s: '%s', '%s'", cases[i].rule, a, b);
    }
    tvx_arena_dispose(&arena);
}

static void key_words_in_any_case(void **state)
{
    (void)state;
    assert_true(tvx_text_same_word("Up To", "uP tO"));
    assert_true(tvx_text_same_word("", ""));
    assert_false(tvx_text_same_word("about", "abou"));
    assert_false(tvx_text_same_word("abou", "about"));
    assert_false(tvx_text_same_word("\xc3\x89", "\xc3\xa9")); /* ASCII alone */
    assert_false(tvx_text_same_word("@", "`"));
    assert_false(tvx_text_same_word("[", "{"));
}

static void width_on_a_terminal(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text;
        size_t width;
    } cases[] = {
        {"nothing", "", 0},
        {"ASCII", "50% of it", 9},
        {"Cyrillic", "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2", 4},
        {"currency", "\xe2\x82\xb4\xe2\x82\xac", 2},
        {"wide", "\xe6\x97\xa5\xe6\x9c\xac", 4},
        {"combining", "e\xcc\x81", 1},
        {"zero width joiner",
         "a\xe2\x80\x8d"
         "b",
         2},
        {"emoji", "\xf0\x9f\x98\x80", 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (tvx_text_width(cases[i].text) != cases[i].width)
            fail_msg("%s: %zu", cases[i].rule, tvx_text_width(cases[i].text));
}

static void text_from_outside_is_escaped(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *text;
        bool keep_lines;
        const char *escaped;
    } cases[] = {
        {"plain", "\xd0\x9a\xd0\xb8 50% \xe2\x80\x93 \"a\\b\"", false,
         "\xd0\x9a\xd0\xb8 50% \xe2\x80\x93 \"a\\b\""},
        {"escape sequence", "\x1b[2J", false, "\\u{1b}[2J"},
        {"line feed", "a\nb", false, "a\\u{a}b"},
        {"line feed, kept", "a\nb", true, "a\nb"},
        {"carriage return and tab, never kept", "a\r\tb", true, "a\\u{d}\\u{9}b"},
        {"DEL", "\x7f", false, "\\u{7f}"},
        {"C1", "\xc2\x9b", false, "\\u{9b}"},
        {"after C1", "\xc2\xa0", false, "\xc2\xa0"},
        {"bidirectional override", "\xe2\x80\xae", false, "\\u{202e}"},
        {"bidirectional isolate", "\xe2\x81\xa6\xe2\x81\xa9", false, "\\u{2066}\\u{2069}"},
        {"directional marks", "\xe2\x80\x8e\xe2\x80\x8f\xd8\x9c", false,
         "\\u{200e}\\u{200f}\\u{61c}"},
        {"line separators", "\xe2\x80\xa8\xe2\x80\xa9", true, "\\u{2028}\\u{2029}"},
        {"byte order mark", "\xef\xbb\xbf", false, "\\u{feff}"},
        {"no UTF-8", "a\xff\xe2\x82z", false, "a\\xff\\xe2\\x82z"},
        {"surrogate", "\xed\xa0\x80", false, "\\xed\\xa0\\x80"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        tvx_buf out = {0};
        tvx_text_escape(&out, cases[i].text, cases[i].keep_lines);
        if (strcmp(tvx_buf_string(&out), cases[i].escaped) != 0)
            fail_msg("%s: %s", cases[i].rule, tvx_buf_string(&out));
        tvx_buf_dispose(&out);
    }
}

/* At most 2 edits, and under 0.4 of the longer length. */
static void the_nearest_name(void **state)
{
    (void)state;
    static const char *const names[] = {
        "revenue", "revenue_share", "term", "timeline", "background", "US", "security"};
    static const struct {
        const char *rule, *given, *nearest;
    } cases[] = {
        {"neighbours swapped", "reveneu", "revenue"},
        {"one left out", "revnue", "revenue"},
        {"one too many", "revennue", "revenue"},
        {"one mistaken", "timelibe", "timeline"},
        {"two edits", "bakgroud", "background"},
        {"three edits", "bakgrou", NULL},
        {"case aside", "REVENUE", "revenue"},
        {"the nearer one", "revenue_shar", "revenue_share"},
        {"1 of 4 letters: 0.25", "tern", "term"},
        {"2 of 4 letters: 0.5", "tarn", NULL},
        {"1 of 2 letters: 0.5", "UA", NULL},
        {"2 of 5 letters: 0.4 is not under 0.4", "terrx", NULL},
        {"nothing alike", "ownership", NULL},
        {"nothing", "", NULL},
        {"the same", "security", "security"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *found = tvx_text_nearest(cases[i].given, names, COUNT(names));
        if (cases[i].nearest == NULL ? found != NULL
                                     : found == NULL || strcmp(found, cases[i].nearest) != 0)
            fail_msg("%s: %s", cases[i].rule, found == NULL ? "none" : found);
    }
    assert_null(tvx_text_nearest("a", NULL, 0));
}

static void long_names_are_not_guessed_at(void **state)
{
    (void)state;
    char *name = long_text(100, "a", "b"), *like = long_text(100, "a", "c");
    const char *const names[] = {like};
    assert_null(tvx_text_nearest(name, names, 1));
    name[64] = like[64] = '\0';
    name[63] = 'b';
    assert_ptr_equal(tvx_text_nearest(name, names, 1), like);
    name[63] = 'a';
    like[64] = 'a';
    like[65] = '\0';
    assert_null(tvx_text_nearest(name, names, 1));
    free(name);
    free(like);
}

/* --- writing JSON --- */

static void json_is_laid_out(void **state)
{
    (void)state;
    tvx_buf out = {0};
    tvx_json json = {.out = &out};
    tvx_json_object(&json, TVX_JSON_LINES);
    tvx_json_member(&json, "text", "a\"b\\c\n\x1b\xe2\x80\xae\xff\xd1\x97");
    tvx_json_member(&json, "none", NULL);
    tvx_json_name(&json, "list");
    tvx_json_list(&json, TVX_JSON_LINES);
    tvx_json_object(&json, TVX_JSON_WITHIN);
    tvx_json_name(&json, "n");
    tvx_json_count(&json, 3);
    tvx_json_name(&json, "yes");
    tvx_json_flag(&json, true);
    tvx_json_end(&json);
    tvx_json_null(&json);
    tvx_json_end(&json);
    tvx_json_name(&json, "empty");
    tvx_json_list(&json, TVX_JSON_LINES);
    tvx_json_end(&json);
    tvx_json_end(&json);
    assert_string_equal(tvx_buf_string(&out),
                        "{\n"
                        "  \"text\": \"a\\\"b\\\\c\\n\\u001b\\u202e\\ufffd\xd1\x97\",\n"
                        "  \"none\": null,\n"
                        "  \"list\": [\n"
                        "    {\"n\": 3, \"yes\": true},\n"
                        "    null\n"
                        "  ],\n"
                        "  \"empty\": []\n"
                        "}");
    tvx_buf_dispose(&out);
}

static void json_nests_no_deeper_than_it_can(void **state)
{
    (void)state;
    tvx_buf out = {0};
    tvx_json json = {.out = &out};
    for (int i = 0; i < TVX_JSON_DEPTH; i++)
        tvx_json_list(&json, TVX_JSON_WITHIN);
    assert_false(out.failed);
    tvx_json_list(&json, TVX_JSON_WITHIN);
    assert_true(out.failed);
    tvx_buf_dispose(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_sizes_are_checked),
        cmocka_unit_test(an_arena_gives_aligned_zeroed_memory),
        cmocka_unit_test(an_arena_keeps_one_block_when_cleared),
        cmocka_unit_test(an_arena_copies_texts),
        cmocka_unit_test(a_list_in_an_arena_grows),
        cmocka_unit_test(an_arena_says_when_memory_ends),
        cmocka_unit_test(a_buffer_grows),
        cmocka_unit_test(a_buffer_that_failed_swallows_the_rest),
        cmocka_unit_test(the_first_failure_wins),
        cmocka_unit_test(nobody_needs_to_listen),
        cmocka_unit_test(a_pointer_is_put_together_on_the_way_up),
        cmocka_unit_test(long_texts_are_cut),
        cmocka_unit_test(long_messages_hints_and_pointers_are_cut),
        cmocka_unit_test(long_pointers_keep_their_beginning),
        cmocka_unit_test(a_long_member_name_is_cut),
        cmocka_unit_test(well_formed_utf8),
        cmocka_unit_test(words_alike_but_for_case_and_white_space),
        cmocka_unit_test(key_words_in_any_case),
        cmocka_unit_test(width_on_a_terminal),
        cmocka_unit_test(text_from_outside_is_escaped),
        cmocka_unit_test(the_nearest_name),
        cmocka_unit_test(long_names_are_not_guessed_at),
        cmocka_unit_test(json_is_laid_out),
        cmocka_unit_test(json_nests_no_deeper_than_it_can),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
