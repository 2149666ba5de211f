/*
 * Judgements made by hand (section 2, bad input of issue "Evidence"): there must be something to
 * judge, and each slip is one clear error. In a file the same records may come before what they
 * are on. And what a `forget` leaves.
 */
#include "add_scene.h"

static const char HOLDS[] =
    "{'record':'negotiation','key':'n','title':'Talks',"
    "'parties':[{'key':'US','name':'United States'},{'key':'UA','name':'Ukraine'}],"
    "'terms':[{'key':'share','title':'Share','kind':'percentage','variants':['net']},"
    "{'key':'size','title':'Size','kind':'number'}]}\n"
    "{'record':'draft','negotiation':'n','key':'one','dated':'2025-02-12'}\n"
    "{'record':'draft','negotiation':'n','key':'two','follows':['one']}\n"
    "{'record':'draft','negotiation':'n','key':'three','follows':['two']}\n"
    "{'record':'draft','negotiation':'n','key':'four','amends':'three'}\n"
    "{'record':'report','negotiation':'n','outlet':'Post','title':'Talks','published':'2025-02-13',"
    "'claims':[{'draft':'one','term':'share:net','value':'50%'},{'term':'size','value':'58'}]}\n"
    "{'record':'report','negotiation':'n','outlet':'Star','title':'No','published':'2025-02-14'}\n"
    "{'record':'judgement','negotiation':'n','act':'deprecate','dated':'2025-03-01','reason':'r',"
    "'report':'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff'}\n"
    "{'record':'judgement','negotiation':'n','act':'forget','dated':'2025-03-01','reason':'r',"
    "'id':'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff'}\n";

#define NOWHERE "00000000000000000000000000000000000000000000000000000000000000aa"
#define JUDGE(act, more)                                                                           \
    "{'record':'judgement','negotiation':'n','act':'" act                                          \
    "','dated':'2025-03-02','reason':'r'," more "}"

typedef struct hand_case {
    const char *rule;
    const char *given;
    const char *refused; /* how it is told by hand: how it begins; "" where it is not */
    bool in_files;       /* a file may say it */
} hand_case;

/* clang-format off */
static const hand_case CASES[] = {
    {"retract", JUDGE("retract", "'report':'<Post>'"), "", true},
    {"retract: a whole id that is nowhere", JUDGE("retract", "'report':'" NOWHERE "'"),
     "/report: record 000000000000 is not there (travaux log lists ids)", true},
    {"retract: a prefix of nothing", JUDGE("retract", "'report':'0000'"),
     "/report: no report's id begins with '0000' (travaux log lists ids)", false},
    {"retract: a record of another kind", JUDGE("retract", "'report':'<one>'"),
     "/report: ", false},
    {"deprecate: all claims", JUDGE("deprecate", "'report':'<Post>'"), "", true},
    {"deprecate: of a draft and a term", JUDGE("deprecate", "'report':'<Post>','draft':'one','term':'share:net'"), "", true},
    {"deprecate: a term covers its variants", JUDGE("deprecate", "'report':'<Post>','term':'share'"), "", true},
    {"deprecate: background too", JUDGE("deprecate", "'report':'<Post>','term':'size'"), "", true},
    {"deprecate: background is on no draft", JUDGE("deprecate", "'report':'<Post>','draft':'one','term':'size'"),
     "report 51181b (Post) makes no claim on size in one (travaux show 51181b lists what it claims)", true},
    {"deprecate: no claim on the draft", JUDGE("deprecate", "'report':'<Post>','draft':'two'"),
     "report 51181b (Post) makes no claim in two", true},
    {"deprecate: no claim at all", JUDGE("deprecate", "'report':'<Star>'"), "report ", true},
    {"prefer: of one row", JUDGE("prefer", "'report':'<Post>','draft':'one','term':'share:net'"), "", true},
    {"prefer: of one row exactly", JUDGE("prefer", "'report':'<Post>','draft':'one','term':'share'"),
     "report 51181b (Post) makes no claim on share in one", true},
    {"prefer: an undeclared draft", JUDGE("prefer", "'report':'<Post>','draft':'onne','term':'share'"),
     "/draft: draft 'onne' is declared nowhere (did you mean 'one'?", false},
    {"attribute", JUDGE("attribute", "'report':'<Post>','term':'size','draft':'two'"), "", true},
    {"attribute: not a claim that names a draft", JUDGE("attribute", "'report':'<Post>','term':'share','draft':'two'"),
     "report 51181b (Post) makes no claim on share that names no draft", true},
    {"same_draft", JUDGE("same_draft", "'keys':['one','two']"), "", true},
    {"same_draft: one key twice", JUDGE("same_draft", "'keys':['one','one']"),
     "/keys/1: 'one' stands twice in 'keys'", false},
    {"same_draft: one key", JUDGE("same_draft", "'keys':['one']"), "/keys: ", false},
    {"same_draft: what it closes is a circle", JUDGE("same_draft", "'keys':['one','three']"),
     "as one draft they put drafts in a circle: one follows or amends two follows or amends one", true},
    {"same_draft: a circle that amends", JUDGE("same_draft", "'keys':['two','four']"),
     "as one draft they put drafts in a circle: ", true},
    {"same_draft: what a set follows within itself is no circle", JUDGE("same_draft", "'keys':['one','two','three']"), "", true},
    {"withdraw", JUDGE("withdraw", "'judgement':'<deprecate>'"), "", true},
    {"withdraw: never a forget", JUDGE("withdraw", "'judgement':'<forget>'"), "judgement ", true},
    {"withdraw: a report is none", JUDGE("withdraw", "'judgement':'<Post>'"), "/judgement: ", false},
    {"forget: a report", JUDGE("forget", "'id':'<Post>'"), "", true},
    {"forget: a judgement", JUDGE("forget", "'id':'<deprecate>'"), "", true},
    {"forget: never a forget", JUDGE("forget", "'id':'<forget>'"), "/id: judgement ", true},
    {"forget: no other record", JUDGE("forget", "'id':'<one>'"), "/id: ", false},
    {"forget: an id that is nowhere", JUDGE("forget", "'id':'" NOWHERE "'"),
     "/id: record 000000000000 is not there", true},
};
/* clang-format on */

static int setup(void **state)
{
    return scene_begin(state, HOLDS);
}

static bool begins(const char *text, const char *with)
{
    return with[0] == '\0' ? text[0] == '\0' : strncmp(text, with, strlen(with)) == 0;
}

static void by_hand_there_must_be_something_to_judge(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *said = try_add(*state, TVX_ADD_BY_HAND, CASES[i].given, false);
        if (begins(said, CASES[i].refused))
            continue;
        print_error("%s\n  is       %s\n  expected %s\n", CASES[i].rule, said, CASES[i].refused);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void in_a_file_it_may_be_named_before_it_is_there(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *said = try_add(*state, TVX_ADD_FILES, CASES[i].given, false);
        if ((said[0] == '\0') == CASES[i].in_files)
            continue;
        print_error("%s\n  is       %s\n", CASES[i].rule, said);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* A claim that a judgement attributes to a draft is one on that draft. */
static void what_is_attributed_can_be_preferred(void **state)
{
    static const char prefer[] = JUDGE("prefer", "'report':'<Post>','draft':'two','term':'size'");
    assert_memory_equal(try_add(*state, TVX_ADD_BY_HAND, prefer, false), "report", 6);
    assert_string_equal(try_add(*state, TVX_ADD_BY_HAND,
                                JUDGE("attribute", "'report':'<Post>','term':'size','draft':'two'"),
                                true),
                        "");
    assert_string_equal(try_add(*state, TVX_ADD_BY_HAND, prefer, false), "");
}

/* Under either key of drafts that are one. */
static void what_is_one_draft_is_judged_under_any_key(void **state)
{
    static const char prefer[] =
        JUDGE("prefer", "'report':'<Post>','draft':'two','term':'share:net'");
    assert_memory_equal(try_add(*state, TVX_ADD_BY_HAND, prefer, false), "report", 6);
    const char *same = JUDGE("same_draft", "'keys':['one','two']");
    assert_string_equal(try_add(*state, TVX_ADD_BY_HAND, same, true), "");
    assert_string_equal(try_add(*state, TVX_ADD_BY_HAND, prefer, false), "");
}

/* A judgement on a record holds for those that supersede it. */
static void what_was_superseded_stands_for_what_is_in_force(void **state)
{
    scene *f = *state;
    const char *judged =
        with_ids(f, JUDGE("deprecate", "'report':'<Post>','draft':'two','term':'share'"));
    const char *mended = "{'record':'report','negotiation':'n','outlet':'Post','title':'Talks',"
                         "'published':'2025-02-13','supersedes':'<Post>',"
                         "'claims':[{'draft':'two','term':'share','value':'60%'}]}";
    assert_memory_equal(try_add(f, TVX_ADD_BY_HAND, judged, false), "report", 6);
    assert_string_equal(try_add(f, TVX_ADD_FILES, mended, true), "");
    assert_string_equal(try_add(f, TVX_ADD_BY_HAND, judged, false), "");
}

/* Both ids begin with 0c14. */
static void an_ambiguous_prefix_is_answered_with_the_candidates(void **state)
{
    scene *f = *state;
    commit(f->file, "{'record':'report','negotiation':'n','outlet':'Ay','title':'T136',"
                    "'published':'2025-02-24'}\n"
                    "{'record':'report','negotiation':'n','outlet':'Ay','title':'T316',"
                    "'published':'2025-02-24'}\n");
    assert_string_equal(try_add(f, TVX_ADD_BY_HAND, JUDGE("retract", "'report':'0c14'"), false),
                        "/report: several ids begin with '0c14' (give more digits: "
                        "report 0c140c (Ay), report 0c14f6 (Ay))");
}

/* --- forget --- */

static const tvx_added *forget(scene *f, tvx_add **add, const char *given)
{
    tvx_error error = {0};
    assert_int_equal(tvx_add_begin(add, f->file, "test", TVX_ADD_FILES, NULL), TVX_OK);
    if (take(*add, "a", given, &error) != TVX_OK || tvx_add_check(*add, &error) != TVX_OK)
        fail_msg("%s", error.message);
    return tvx_add_summary(*add);
}

static void a_forget_says_what_is_gone(void **state)
{
    scene *f = *state;
    tvx_add *add;
    const char *post = with_ids(f, "{'record':'report','negotiation':'n','outlet':'Post','title':"
                                   "'Talks','published':'2025-02-13','supersedes':'<Post>'}");
    commit(f->file, post);
    const char *given = with_ids(f, JUDGE("forget", "'id':'<Post>'"));
    const char *first = with_ids(f, "<Post>");
    const tvx_added *added = forget(f, &add, given);
    assert_int_equal(added->n_gone, 1);
    assert_int_equal(added->all_gone, 1);
    assert_string_equal(added->gone[0].id, first);
    assert_string_equal(added->gone[0].label, "Post");
    assert_int_equal(added->counts[TVX_RECORD_JUDGEMENT], 1);
    assert_int_equal(tvx_add_commit(add, NULL), TVX_OK);
    tvx_add_free(add);
    assert_null(strstr(all_ids(f->file, &f->arena), first));
}

/* Neither before nor after it in the call is it recorded, and it is told alike. */
static void a_forget_beside_what_it_forgets_leaves_it_out(void **state)
{
    static const char report[] = "{'record':'report','negotiation':'n','outlet':'Ay','title':"
                                 "'T136','published':'2025-02-24'}\n";
    static const char id[] = "0c14f60c0d17e205ba4b37a9664c7a54aefc3857d589730e20d661014bddfba7";
    scene *f = *state;
    const char *judged = tvx_arena_format(&f->arena, JUDGE("forget", "'id':'%s'") "\n", id);
    for (int turn = 0; turn < 2; turn++) {
        tvx_add *add;
        const char *both = tvx_arena_format(&f->arena, "%s%s", turn == 0 ? report : judged,
                                            turn == 0 ? judged : report);
        const tvx_added *added = forget(f, &add, both);
        assert_int_equal(added->counts[TVX_RECORD_REPORT], 0);
        assert_int_equal(added->counts[TVX_RECORD_JUDGEMENT], 1);
        assert_int_equal(added->n_records, 1);
        assert_int_equal(added->all_gone, 0);
        assert_int_equal(added->left_out, 1);
        assert_int_equal(added->warnings.n, 1);
        assert_non_null(strstr(added->warnings.items[0],
                               "report 0c14f6 was forgotten for good and is left out"));
        tvx_add_free(add);
    }
}

/* What it superseded is in force again, which is warned of. */
static void what_a_forgotten_report_superseded_is_warned_of(void **state)
{
    scene *f = *state;
    tvx_add *add;
    const char *old = with_ids(f, "<Post>");
    commit(f->file, with_ids(f, "{'record':'report','negotiation':'n','outlet':'Anew','title':'T',"
                                "'published':'2025-02-13','supersedes':'<Post>'}"));
    const tvx_added *added = forget(f, &add, with_ids(f, JUDGE("forget", "'id':'<Anew>'")));
    assert_int_equal(added->warnings.n, 1);
    const char *said =
        tvx_arena_format(&f->arena, "report %.6s, which it superseded, is in force again", old);
    assert_non_null(strstr(added->warnings.items[0], said));
    tvx_add_free(add);
}

/* --- one record by its id --- */

static void a_superseded_record_is_found_with_the_one_in_force(void **state)
{
    scene *f = *state;
    tvx_log_entry entry;
    const char *in_force;
    const char *old = with_ids(f, "<two>");
    commit(f->file,
           with_ids(f, "{'record':'draft','negotiation':'n','key':'two','supersedes':'<two>'}"));
    const char *prefix = tvx_arena_slice(&f->arena, old, 10);
    assert_int_equal(tvx_file_record(f->file, NULL, prefix, &entry, &in_force, NULL), TVX_OK);
    assert_string_equal(entry.id, old);
    assert_string_equal(entry.key, "two");
    assert_false(entry.in_force);
    assert_string_not_equal(in_force, old);
    const char *head = tvx_arena_text(&f->arena, in_force);
    assert_int_equal(tvx_file_record(f->file, "n", head, &entry, &in_force, NULL), TVX_OK);
    assert_true(entry.in_force);
    assert_string_equal(in_force, head);
}

static void what_is_no_id_is_refused(void **state)
{
    static const char *const GIVEN[][2] = {
        {"123", "'123' is no id (an id is given by 4 to 64 of its digits (0-9, a-f))"},
        {"xyzw", "'xyzw' is no id (an id is given by 4 to 64 of its digits (0-9, a-f))"},
        {"0000", "no record's id begins with '0000' (travaux log lists ids)"}};
    scene *f = *state;
    for (size_t i = 0; i < 3; i++) {
        tvx_log_entry entry;
        const char *in_force;
        tvx_error error = {0};
        assert_int_equal(tvx_file_record(f->file, NULL, GIVEN[i][0], &entry, &in_force, &error),
                         TVX_ENOTFOUND);
        assert_string_equal(told(f, &error), GIVEN[i][1]);
    }
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, scene_end)
    const struct CMUnitTest tests[] = {
        CASE(by_hand_there_must_be_something_to_judge),
        CASE(in_a_file_it_may_be_named_before_it_is_there),
        CASE(what_is_attributed_can_be_preferred),
        CASE(what_is_one_draft_is_judged_under_any_key),
        CASE(what_was_superseded_stands_for_what_is_in_force),
        CASE(an_ambiguous_prefix_is_answered_with_the_candidates),
        CASE(a_forget_says_what_is_gone),
        CASE(a_forget_beside_what_it_forgets_leaves_it_out),
        CASE(what_a_forgotten_report_superseded_is_warned_of),
        CASE(a_superseded_record_is_found_with_the_one_in_force),
        CASE(what_is_no_id_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
