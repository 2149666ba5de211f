/*
 * What `check` remarks on: disagreements between reports, judgements that find nothing, ids that
 * lead nowhere. None of it is a fault.
 */
#include "check_file.h"

/* --- checking --- */

/* Twelve digits of an id read as ID. */
static int take_remark(void *payload, tvx_finding_level level, const char *text, tvx_error *error)
{
    fixture *f = payload;
    (void)error;
    assert_int_equal(level, TVX_FINDING_REMARK);
    for (const char *c = text; *c != '\0'; c++) {
        if (strspn(c, "0123456789abcdef") == 12) {
            tvx_buf_text(&f->remarks, "ID");
            c += 11;
        } else {
            tvx_buf_char(&f->remarks, *c);
        }
    }
    tvx_buf_char(&f->remarks, '\n');
    return TVX_OK;
}

static void check_one(const check_case *c)
{
    fixture f;
    print_message("  %s\n", c->rule);
    record_case(&f, c);
    assert_int_equal(tvx_file_check(f.file, take_remark, &f, NULL), TVX_OK);
    assert_string_equal(tvx_buf_string(&f.remarks), c->remarks);
    close_file(&f);
}

#define CHECK_ALL(cases)                                                                           \
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases)[0]; i++)                                  \
    check_one(&(cases)[i])

static void mentions_that_disagree(void **state)
{
    (void)state;
    CHECK_ALL(MEMBERS);
}

static void reported_changes_that_disagree(void **state)
{
    (void)state;
    CHECK_ALL(CHANGES);
}

static void judgements_that_find_nothing(void **state)
{
    (void)state;
    CHECK_ALL(JUDGEMENTS);
}

static void records_that_deserve_a_look(void **state)
{
    (void)state;
    CHECK_ALL(RECORDS);
}

/* --- more than is held at a time, and what is given up --- */

enum { MANY = 50000 };
#define A_LOT "say A (ID), A (ID), A (ID) and 12497 others"

/* Each names two drafts, so that they are gone through in several runs. */
static void many_mentions(void **state)
{
    fixture f;
    tvx_buf text = {0};
    (void)state;
    open_file(&f);
    tvx_buf_text(&text, DRAFTS "{'record':'report','negotiation':'n','outlet':'A','title':'A',"
                               "'published':'2025-03-01','mentions':[");
    for (int i = 0; i < MANY; i++)
        tvx_buf_format(&text, "%s{'draft':'d%d','dated':'2025-02-1%d'}", i > 0 ? "," : "",
                       2 + i % 2, 1 + i % 4);
    tvx_buf_text(&text, "]}\n");
    record(&f, tvx_buf_string(&text));
    assert_int_equal(tvx_file_check(f.file, take_remark, &f, NULL), TVX_OK);
    assert_string_equal(
        tvx_buf_string(&f.remarks),
        "draft d2: dated 2025-02-10 says its record; 2025-02-11 " A_LOT "; 2025-02-13 " A_LOT "\n"
        "draft d3: dated 2025-02-20 says its record; 2025-02-12 " A_LOT "; 2025-02-14 " A_LOT "\n");
    tvx_buf_dispose(&text);
    close_file(&f);
}

static int stop(void *payload, tvx_finding_level level, const char *text, tvx_error *error)
{
    (void)payload;
    (void)level;
    (void)text;
    (void)error;
    return TVX_ESTOP;
}

static void a_callback_may_stop(void **state)
{
    const check_case *lists[] = {MEMBERS, CHANGES, JUDGEMENTS, RECORDS};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        fixture f;
        record_case(&f, &lists[i][0]);
        assert_int_equal(tvx_file_check(f.file, stop, NULL, NULL), TVX_ESTOP);
        close_file(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mentions_that_disagree),
        cmocka_unit_test(reported_changes_that_disagree),
        cmocka_unit_test(judgements_that_find_nothing),
        cmocka_unit_test(records_that_deserve_a_look),
        cmocka_unit_test(many_mentions),
        cmocka_unit_test(a_callback_may_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
