/*
 * Out of memory while files are merged, judgements made by hand and calls taken back, at one
 * allocation after another: all or nothing, and said so. TVX_STRIDE=1 tries every one.
 */
#include "add_scene.h"

#include "add_cases.h"
#include "faults.h"

#define JUDGE(act, more)                                                                           \
    "{\"record\":\"judgement\",\"negotiation\":\"n\",\"act\":\"" act                               \
    "\",\"dated\":\"2025-03-02\",\"reason\":\"r\"," more "}"

static unsigned long stride(void)
{
    const char *given = getenv("TVX_STRIDE");
    return given == NULL ? 23 : strtoul(given, NULL, 10);
}

static int setup(void **state)
{
    return scene_begin(state, FILE_HOLDS);
}

static const char *other_path(scene *f)
{
    return tvx_arena_format(&f->arena, "%s/other.db", f->folder);
}

/* --- what is done; each on the file at hand --- */

static int finish(tvx_add *add, int code, tvx_error *error)
{
    if (code == TVX_OK)
        code = tvx_add_check(add, error);
    if (code == TVX_OK)
        code = tvx_add_commit(add, error);
    tvx_add_free(add);
    return code;
}

static int merge(tvx_file *file, const char *given, tvx_error *error)
{
    tvx_add *add;
    int code = tvx_add_begin(&add, file, "merge", TVX_ADD_MERGE, error);
    if (code == TVX_OK)
        code = tvx_add_file(add, given, given, error);
    return finish(add, code, error);
}

static int judge(tvx_file *file, const char *given, tvx_error *error)
{
    tvx_add *add;
    int code = tvx_add_begin(&add, file, "judge", TVX_ADD_BY_HAND, error);
    if (code == TVX_OK)
        code = tvx_add_text(add, given, error);
    return finish(add, code, error);
}

static int undo(tvx_file *file, const char *given, tvx_error *error)
{
    tvx_undone undone;
    (void)given;
    return tvx_file_undo(file, false, &undone, error);
}

/* --- trying it --- */

typedef int (*deed)(tvx_file *file, const char *given, tvx_error *error);

static void copy_file(const char *from, const char *to)
{
    char block[4096];
    size_t n;
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_true(in != NULL && out != NULL);
    while ((n = fread(block, 1, sizeof block, in)) > 0)
        assert_int_equal(fwrite(block, 1, n, out), n);
    fclose(in);
    fclose(out);
}

/* One try on a copy; false: so many allocations were not needed. */
static bool try_at(scene *f, deed what, const char *given, unsigned long k)
{
    tvx_arena arena = {0};
    tvx_error error = {0};
    tvx_file *file;
    const char *path = tvx_arena_format(&arena, "%s/copy.db", f->folder);
    copy_file(f->path, path);
    assert_int_equal(tvx_file_open(&file, path, NULL), TVX_OK);
    const char *held = all_ids(file, &arena);
    faults_arm(k, true);
    int code = what(file, given, &error);
    unsigned long hit = faults_hit();
    faults_arm(0, false);
    tvx_file_free(file); /* what could not be rolled back is so now */
    assert_int_equal(tvx_file_open(&file, path, NULL), TVX_OK);
    bool same = strcmp(all_ids(file, &arena), held) == 0;
    assert_true(code == TVX_OK ? !same : same && code == TVX_ENOMEM);
    if (code != TVX_OK)
        assert_string_equal(error.message, "out of memory");
    tvx_file_free(file);
    unlink(path);
    tvx_arena_dispose(&arena);
    return hit > 0;
}

static void try_all(scene *f, deed what, const char *given)
{
    unsigned long k = 1;
    while (try_at(f, what, given, k))
        k += stride();
}

static void merging_is_all_or_nothing(void **state)
{
    scene *f = *state;
    tvx_file *other;
    const char *path = other_path(f);
    assert_int_equal(tvx_file_create(&other, path, NULL), TVX_OK);
    commit(other, FILE_HOLDS);
    commit(other, CARRIES("Ay", "{'key':'d'}") "\n" FIRST_AGAIN);
    tvx_file_free(other);
    commit(f->file, DRAFT("first", ",'dated':'2025-02-14','supersedes':'" FIRST_ID "'"));
    try_all(f, merge, path);
    unlink(path);
}

static void judging_is_all_or_nothing(void **state)
{
    scene *f = *state;
    commit(f->file, DRAFT("d", ",'follows':['first']") "\n" DRAFT("e", ",'follows':['d']"));
    try_all(f, judge,
            JUDGE("prefer", "\"report\":\"64fe\",\"draft\":\"first\",\"term\":\"share\""));
    try_all(f, judge, JUDGE("same_draft", "\"keys\":[\"first\",\"d\"]"));
}

static void forgetting_is_all_or_nothing(void **state)
{
    try_all(*state, judge, JUDGE("forget", "\"id\":\"64fe\""));
}

static void undoing_is_all_or_nothing(void **state)
{
    scene *f = *state;
    commit(f->file, CARRIES("Ay", "{'key':'d'}"));
    try_all(f, undo, NULL);
}

static int install(void **state)
{
    (void)state;
    faults_install();
    return 0;
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, scene_end)
    const struct CMUnitTest tests[] = {
        CASE(merging_is_all_or_nothing),
        CASE(judging_is_all_or_nothing),
        CASE(forgetting_is_all_or_nothing),
        CASE(undoing_is_all_or_nothing),
    };
    return cmocka_run_group_tests(tests, install, NULL);
}
