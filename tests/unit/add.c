/*
 * Recording (section 2): one call, all or nothing, over all its inputs in whatever order; inline
 * records, `supersedes`, id prefixes, circles, and what is warned of.
 */
#include "add_scene.h"

#include "add_cases.h"
#include "base/buf.h"
#include "travaux/view.h"

typedef struct case_list {
    const add_case *cases;
    size_t n;
} case_list;

#define LIST(cases)                                                                                \
    {                                                                                              \
        cases, sizeof cases / sizeof cases[0]                                                      \
    }
static const case_list LISTS[] = {LIST(INLINE), LIST(SUPERSEDING), LIST(TOGETHER)};
enum { N_LISTS = sizeof LISTS / sizeof LISTS[0] };

static int setup(void **state)
{
    return scene_begin(state, FILE_HOLDS);
}

/* --- what a call comes to --- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The records that are not in `held`, as add_case.recorded has them. */
static const char *new_records(const scene *f, tvx_arena *arena)
{
    listing l = list_file(f->file, arena);
    const char *lines[MAX_RECORDS], *all = "";
    size_t n = 0;
    for (size_t i = 0; i < l.n; i++)
        if (strstr(f->held, l.ids[i]) == NULL)
            lines[n++] = l.lines[i];
    qsort(lines, n, sizeof *lines, by_text);
    for (size_t i = 0; i < n; i++)
        all = tvx_arena_format(arena, "%s%s%s", all, i == 0 ? "" : "; ", lines[i]);
    return all;
}

/* "a:1: /drafts/0: message" */
static const char *error_text(tvx_arena *arena, const tvx_error *error)
{
    return tvx_arena_format(arena, "%s:%lu: %s%s%s", error->file, error->line, error->pointer,
                            error->pointer[0] == '\0' ? "" : ": ", error->message);
}

static bool begins(const char *text, const char *with)
{
    size_t any = with[0] == '?'; /* the name of any input */
    return strncmp(text + any, with + any, strlen(with) - any) == 0;
}

/* What is wrong with the outcome of a call; NULL: nothing. */
static const char *check_refused(tvx_arena *arena, const add_case *c, const tvx_error *error)
{
    const char *said = error_text(arena, error);
    return c->refused != NULL && begins(said, c->refused) ? NULL : said;
}

static const char *check_warned(const add_case *c, const tvx_texts *warnings)
{
    if (c->warned != NULL && strcmp(c->warned, ANY) == 0)
        return NULL;
    if (warnings->n == 0)
        return c->warned == NULL ? NULL : "no warning";
    if (warnings->n > 1)
        return "several warnings";
    return c->warned != NULL && strstr(warnings->items[0], c->warned) != NULL ? NULL
                                                                              : warnings->items[0];
}

static const char *check_recorded(const scene *f, tvx_arena *arena, const add_case *c,
                                  const tvx_added *added)
{
    const char *recorded = new_records(f, arena);
    size_t n = 0;
    for (size_t i = 0; i < TVX_RECORD_KINDS; i++)
        n += added->counts[i];
    if (c->refused != NULL || strcmp(recorded, c->recorded) != 0)
        return tvx_arena_format(arena, "recorded: %s", recorded);
    if (n != added->n_records)
        return "other counts than records";
    return check_warned(c, &added->warnings);
}

static const char *run_call(const scene *f, tvx_arena *arena, const add_case *c,
                            const size_t *order, size_t n)
{
    static const char *const NAMES[MAX_GIVEN] = {"a", "b", "c"};
    tvx_add *add;
    tvx_error error = {0};
    assert_int_equal(tvx_add_begin(&add, f->file, "test", TVX_ADD_FILES, NULL), TVX_OK);
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = take(add, NAMES[order[i]], c->given[order[i]], &error);
    if (code == TVX_OK)
        code = tvx_add_check(add, &error);
    const char *wrong = code != TVX_OK ? check_refused(arena, c, &error)
                                       : check_recorded(f, arena, c, tvx_add_summary(add));
    if (wrong != NULL) /* it may be borrowed from the call */
        wrong = tvx_arena_text(arena, wrong);
    tvx_add_free(add);
    return wrong;
}

static bool run_order(const scene *f, const add_case *c, const size_t *order, size_t n)
{
    tvx_arena arena = {0};
    const char *wrong = run_call(f, &arena, c, order, n);
    if (wrong == NULL && strcmp(all_ids(f->file, &arena), f->held) != 0)
        wrong = "the file is another";
    if (wrong != NULL) {
        print_error("%s, order", c->rule);
        for (size_t i = 0; i < n; i++)
            print_error(" %c", (int)('a' + order[i]));
        print_error("\n  is       %s\n  expected %s\n", wrong,
                    c->refused != NULL ? c->refused : c->recorded);
    }
    tvx_arena_dispose(&arena);
    return wrong == NULL;
}

/* Tries all orders of what is given; returns how many went wrong. */
static int run_case(const scene *f, const add_case *c)
{
    static const size_t ORDERS[][MAX_GIVEN] = {{0, 1, 2}, {1, 0, 2}, {2, 0, 1},
                                               {0, 2, 1}, {1, 2, 0}, {2, 1, 0}};
    static const size_t N_ORDERS[MAX_GIVEN + 1] = {0, 1, 2, 6};
    size_t n = 0;
    int wrong = 0;
    while (c->given[n] != NULL)
        n++;
    for (size_t i = 0; i < N_ORDERS[n]; i++)
        wrong += !run_order(f, c, ORDERS[i], n);
    return wrong;
}

static void every_case_in_every_order(void **state)
{
    int wrong = 0;
    for (size_t i = 0; i < N_LISTS; i++)
        for (size_t j = 0; j < LISTS[i].n; j++)
            wrong += run_case(*state, &LISTS[i].cases[j]);
    assert_int_equal(wrong, 0);
}

/* --- what a table does not tell --- */

static const char *id_in_force(scene *f, const char *key)
{
    tvx_view *view;
    const tvx_placed_draft *draft;
    assert_int_equal(tvx_view_open(&view, f->file, &(tvx_query){0}, NULL), TVX_OK);
    assert_int_equal(tvx_view_draft(view, key, &draft, NULL), TVX_OK);
    const char *id = tvx_arena_text(&f->arena, draft->id);
    tvx_view_free(view);
    return id;
}

/* One of the two ids begins with df3e862a, the other with 648e88d8. */
static void of_heads_in_conflict_the_smallest_id_is_used(void **state)
{
    static const char *const GIVEN[] = {DRAFT("d", ""), DRAFT("d", ",'title':'189'")};
    scene *f = *state;
    for (size_t i = 0; i < 2; i++) {
        tvx_add *add;
        assert_int_equal(tvx_add_begin(&add, f->file, "test", TVX_ADD_FILES, NULL), TVX_OK);
        assert_int_equal(take(add, "a", GIVEN[i], NULL), TVX_OK);
        assert_int_equal(take(add, "b", GIVEN[1 - i], NULL), TVX_OK);
        assert_int_equal(tvx_add_check(add, NULL), TVX_OK);
        assert_memory_equal(id_in_force(f, "d"), "648e88d8", 8);
        assert_int_equal(take(add, "c", DRAFT("d", ",'supersedes':['648e88d8']"), NULL), TVX_OK);
        assert_int_equal(tvx_add_check(add, NULL), TVX_OK);
        assert_memory_not_equal(id_in_force(f, "d"), "648e88d8", 8);
        tvx_add_free(add);
    }
}

static void what_is_committed_stays(void **state)
{
    scene *f = *state;
    commit(f->file, CARRIES("Ay", "{'key':'d'}"));
    const char *held = all_ids(f->file, &f->arena);
    assert_non_null(strstr(held, D_ID));
    tvx_file_free(f->file);
    assert_int_equal(tvx_file_open(&f->file, f->path, NULL), TVX_OK);
    assert_string_equal(all_ids(f->file, &f->arena), held);
    commit(f->file, CARRIES("Ay", "{'key':'d'}")); /* again: nothing new */
    assert_string_equal(all_ids(f->file, &f->arena), held);
}

static void what_the_program_gives_has_no_line(void **state)
{
    scene *f = *state;
    tvx_add *add;
    tvx_error error = {0};
    assert_int_equal(tvx_add_begin(&add, f->file, "test", TVX_ADD_FILES, NULL), TVX_OK);
    const char *json = "{\"record\":\"draft\",\"negotiation\":\"n\",\"key\":\"d\",\"by\":\"RU\"}";
    assert_int_equal(tvx_add_text(add, json, NULL), TVX_OK);
    assert_int_equal(tvx_add_check(add, &error), TVX_ENOTFOUND);
    tvx_add_free(add);
    assert_string_equal(error_text(&f->arena, &error), ":0: /by: party 'RU' is declared nowhere");
}

static int broken(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    (void)payload;
    (void)buffer;
    (void)size;
    *got = 0;
    if (error != NULL)
        error->code = TVX_EIO;
    return TVX_EIO;
}

static void what_fails_to_be_read_is_not_recorded(void **state)
{
    scene *f = *state;
    tvx_add *add;
    tvx_error error = {0};
    assert_int_equal(tvx_add_begin(&add, f->file, "test", TVX_ADD_FILES, NULL), TVX_OK);
    assert_int_equal(take(add, "a", DRAFT("d", ""), NULL), TVX_OK);
    assert_int_equal(tvx_add_records(add, "b", broken, NULL, &error), TVX_EIO);
    tvx_add_free(add);
    assert_string_equal(all_ids(f->file, &f->arena), f->held);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, scene_end)
    const struct CMUnitTest tests[] = {
        CASE(every_case_in_every_order),
        CASE(of_heads_in_conflict_the_smallest_id_is_used),
        CASE(what_is_committed_stays),
        CASE(what_the_program_gives_has_no_line),
        CASE(what_fails_to_be_read_is_not_recorded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
