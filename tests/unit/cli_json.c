/*
 * JSON as a person edits it: laid out, made to supersede, and compared; and what cannot be followed
 * is left as it is.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/json_text.h"

typedef struct text_case {
    const char *rule, *given, *expected;
} text_case;

static const text_case LAID[] = {
    {"a member a line", "{\"key\":\"d\",\"record\":\"draft\"}",
     "{\n  \"record\": \"draft\",\n  \"key\": \"d\"\n}\n"},
    {"what supersedes is left out", "{\"record\":\"draft\",\"supersedes\":[\"a\"]}",
     "{\n  \"record\": \"draft\"\n}\n"},
    {"short parts within a line, in their order",
     "{\"claims\":[{\"stance\":\"absent\",\"term\":\"t\"},{\"term\":\"u\"}]}",
     "{\n  \"claims\": [{\"term\": \"t\", \"stance\": \"absent\"}, {\"term\": \"u\"}]\n}\n"},
    {"long parts over lines",
     "{\"aliases\":[\"a long name of an outlet that has many words\",\"and another one that is as "
     "long as that one\"]}",
     "{\n  \"aliases\": [\n    \"a long name of an outlet that has many words\",\n    \"and "
     "another "
     "one that is as long as that one\"\n  ]\n}\n"},
    {"brackets and quotes within texts", "{\"note\":\"a \\\"b\\\" ] } , {\"}",
     "{\n  \"note\": \"a \\\"b\\\" ] } , {\"\n}\n"},
    {"an unknown member comes last", "{\"zeal\":\"z\",\"note\":\"n\"}",
     "{\n  \"note\": \"n\",\n  \"zeal\": \"z\"\n}\n"},
    {"flags and empty lists", "{\"tags\":[],\"low_open\":true}",
     "{\n  \"tags\": [],\n  \"low_open\": true\n}\n"},
    {"nothing in it", "{}", "{}\n"},
};

static const text_case SUPERSEDING[] = {
    {"none yet", "{\"key\": \"d\"}", "{\"supersedes\": \"ID\", \"key\": \"d\"}"},
    {"nothing in it", "{}", "{\"supersedes\": \"ID\"}"},
    {"lines stay as they are", "\n{\n  \"key\": \"d\"\n}\n",
     "\n{\"supersedes\": \"ID\", \n  \"key\": \"d\"\n}\n"},
    {"one given", "{\"supersedes\": \"a\", \"key\": \"d\"}",
     "{\"supersedes\": [\"ID\", \"a\"], \"key\": \"d\"}"},
    {"several given", "{\"key\": \"d\", \"supersedes\": [\"a\", \"b\"]}",
     "{\"key\": \"d\", \"supersedes\": [\"ID\", \"a\", \"b\"]}"},
    {"an empty list given", "{\"supersedes\": []}", "{\"supersedes\": [\"ID\"]}"},
    {"one within a part is another", "{\"drafts\": [{\"supersedes\": \"a\"}]}",
     "{\"supersedes\": \"ID\", \"drafts\": [{\"supersedes\": \"a\"}]}"},
    {"no text and no list", "{\"supersedes\": true}", "{\"supersedes\": true}"},
    {"no object", "[]", "[]"},
    {"not finished", "{\"key", "{\"supersedes\": \"ID\", \"key"},
    {"nothing at all", "", ""},
};

static const struct same_case {
    const char *rule, *a, *b;
    bool same;
} SAME[] = {
    {"white space between the parts", "{\"a\":\"b\",\"c\":[]}", " {\n \"a\" : \"b\" ,\"c\":[ ] }\n",
     true},
    {"white space within a text", "{\"a\":\"b c\"}", "{\"a\":\"bc\"}", false},
    {"a quote within a text", "{\"a\":\"\\\" b\"}", "{\"a\": \"\\\" b\"}", true},
    {"a backslash before the quote that ends it", "{\"a\":\"\\\\\", \"b\":\"\"}",
     "{\"a\":\"\\\\\",\"b\":\"\"}", true},
    {"one goes on", "{}", "{}}", false},
    {"the other goes on", "{}}", "{}", false},
};

static void run_cases(const text_case *cases, size_t n, void (*make)(tvx_buf *, const char *))
{
    int wrong = 0;
    for (size_t i = 0; i < n; i++) {
        tvx_buf out = {0};
        make(&out, cases[i].given);
        if (strcmp(tvx_buf_string(&out), cases[i].expected) != 0) {
            print_error("%s\n  is       %s\n  expected %s\n", cases[i].rule, tvx_buf_string(&out),
                        cases[i].expected);
            wrong++;
        }
        tvx_buf_dispose(&out);
    }
    assert_int_equal(wrong, 0);
}

static void supersede(tvx_buf *out, const char *json)
{
    tvx_cli_json_supersede(out, json, "ID");
}

static void it_is_laid_out(void **state)
{
    (void)state;
    run_cases(LAID, sizeof LAID / sizeof *LAID, tvx_cli_json_lay);
}

static void it_is_made_to_supersede(void **state)
{
    (void)state;
    run_cases(SUPERSEDING, sizeof SUPERSEDING / sizeof *SUPERSEDING, supersede);
}

static void it_is_compared(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
        if (tvx_cli_json_same(SAME[i].a, SAME[i].b) != SAME[i].same)
            fail_msg("%s", SAME[i].rule);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_laid_out),
        cmocka_unit_test(it_is_made_to_supersede),
        cmocka_unit_test(it_is_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
