/*
 * Taking the last call back (section 7): all of it, one call further each time, never a `forget`.
 */
#include "add_scene.h"

#include "add_cases.h"

static int setup(void **state)
{
    return scene_begin(state, FILE_HOLDS);
}

#define FORGET                                                                                     \
    "{'record':'judgement','negotiation':'n','act':'forget','dated':'2025-03-02','reason':'r',"    \
    "'id':'" POST_ID "'}"

static tvx_undone undo(scene *f, bool dry)
{
    tvx_undone undone;
    tvx_error error = {0};
    if (tvx_file_undo(f->file, dry, &undone, &error) != TVX_OK)
        fail_msg("%s", error.message);
    return undone;
}

static void a_call_is_taken_back_whole(void **state)
{
    scene *f = *state;
    commit(f->file, CARRIES("Ay", "{'key':'d'},{'key':'e'}"));
    tvx_undone undone = undo(f, false);
    assert_string_equal(undone.command, "test");
    assert_true(undone.recorded > 0);
    assert_int_equal(undone.n_records, 3);
    assert_int_equal(undone.counts[TVX_RECORD_DRAFT], 2);
    assert_int_equal(undone.counts[TVX_RECORD_REPORT], 1);
    assert_string_equal(undone.records[0].key, "d"); /* in the order recorded */
    assert_string_equal(undone.records[2].label, "Ay");
    assert_string_equal(undone.records[2].published, "2025-02-24");
    assert_string_equal(all_ids(f->file, &f->arena), f->held);
}

static void to_try_it_changes_nothing(void **state)
{
    scene *f = *state;
    commit(f->file, DRAFT("d", ""));
    const char *held = all_ids(f->file, &f->arena);
    tvx_undone undone = undo(f, true);
    assert_int_equal(undone.n_records, 1);
    assert_string_equal(all_ids(f->file, &f->arena), held);
}

static void twice_goes_one_further(void **state)
{
    scene *f = *state;
    commit(f->file, DRAFT("d", ""));
    commit(f->file, DRAFT("d", "")); /* nothing new: no call to take back */
    commit(f->file, DRAFT("e", "") "\n" DRAFT("d", ",'title':'T','supersedes':'df3e862a'"));
    assert_string_equal(undo(f, false).records[0].key, "e");
    assert_non_null(strstr(all_ids(f->file, &f->arena), D_ID));
    assert_string_equal(undo(f, false).records[0].key, "d");
    assert_string_equal(all_ids(f->file, &f->arena), f->held);
    assert_int_equal(undo(f, false).counts[TVX_RECORD_NEGOTIATION], 1);
    assert_string_equal(all_ids(f->file, &f->arena), "");
    tvx_undone undone;
    tvx_error error = {0};
    assert_int_equal(tvx_file_undo(f->file, false, &undone, &error), TVX_ENOTFOUND);
    commit(f->file, FILE_HOLDS); /* as if it had never been */
    assert_string_equal(all_ids(f->file, &f->arena), f->held);
}

/* What the call superseded is in force again, and can be superseded anew. */
static void what_it_superseded_is_in_force_again(void **state)
{
    scene *f = *state;
    tvx_log_entry entry;
    const char *in_force;
    commit(f->file, FIRST_AGAIN);
    undo(f, false);
    assert_int_equal(tvx_file_record(f->file, NULL, FIRST_ID, &entry, &in_force, NULL), TVX_OK);
    assert_true(entry.in_force);
    assert_string_equal(try_add(f, TVX_ADD_FILES, FIRST_AGAIN, true), "");
}

static void a_call_that_forgot_is_for_good(void **state)
{
    scene *f = *state;
    tvx_undone undone;
    tvx_error error = {0};
    commit(f->file, DRAFT("d", "") "\n" FORGET);
    const char *held = all_ids(f->file, &f->arena);
    assert_int_equal(tvx_file_undo(f->file, false, &undone, &error), TVX_EUSAGE);
    assert_non_null(strstr(error.message, "for good"));
    assert_string_equal(all_ids(f->file, &f->arena), held);
    commit(f->file, DRAFT("e", ""));
    undo(f, false); /* a later one can be taken back */
    assert_string_equal(all_ids(f->file, &f->arena), held);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, scene_end)
    const struct CMUnitTest tests[] = {
        CASE(a_call_is_taken_back_whole),     CASE(to_try_it_changes_nothing),
        CASE(twice_goes_one_further),         CASE(what_it_superseded_is_in_force_again),
        CASE(a_call_that_forgot_is_for_good),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
