/*
 * Merging (sections 2 and 7): the records of another file are taken in by union, whatever is in
 * conflict; what is damaged or forged is refused whole, and the fault named.
 */
#include "add_scene.h"

#include <sqlite3.h>

#include "add_cases.h"

/* --- another file --- */

static int setup(void **state)
{
    return scene_begin(state, FILE_HOLDS);
}

static const char *other_path(scene *f)
{
    return tvx_arena_format(&f->arena, "%s/other.db", f->folder);
}

/* Makes a file beside the scene's, with what that holds and more; SQL is run on it. */
static void make_other(scene *f, const char *more, const char *sql)
{
    tvx_file *file;
    sqlite3 *db;
    const char *path = other_path(f);
    unlink(path);
    assert_int_equal(tvx_file_create(&file, path, NULL), TVX_OK);
    commit(file, FILE_HOLDS);
    if (more != NULL)
        commit(file, more);
    tvx_file_free(file);
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    char *failed = NULL;
    if (sql != NULL && sqlite3_exec(db, sql, NULL, NULL, &failed) != SQLITE_OK)
        fail_msg("%s", failed);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* Merges a file; "" if it went well, else what is told, with the name of the file. */
static const char *merge(scene *f, const char *path, tvx_added *out)
{
    tvx_add *add;
    tvx_error error = {0};
    assert_int_equal(tvx_add_begin(&add, f->file, "merge", TVX_ADD_MERGE, NULL), TVX_OK);
    int code = tvx_add_file(add, path, "other.db", &error);
    if (code == TVX_OK)
        code = tvx_add_check(add, &error);
    if (code == TVX_OK)
        code = tvx_add_commit(add, &error);
    if (code == TVX_OK && out != NULL) {
        const tvx_added *added = tvx_add_summary(add);
        *out = *added;
        const char **copies = tvx_arena_new(&f->arena, added->warnings.n, sizeof *copies);
        for (size_t i = 0; i < added->warnings.n; i++)
            copies[i] = tvx_arena_text(&f->arena, added->warnings.items[i]);
        out->warnings.items = copies;
    }
    tvx_add_free(add);
    return code == TVX_OK ? ""
                          : tvx_arena_format(&f->arena, "%s: %s%s%s", error.file, error.pointer,
                                             error.pointer[0] == '\0' ? "" : ": ", error.message);
}

static int end(void **state)
{
    unlink(other_path(*state));
    return scene_end(state);
}

/* --- damaged and forged files --- */

#define FORGE(id, body)                                                                            \
    "UPDATE record SET body = CAST('" body "' AS BLOB), id = x'" id "' WHERE id = x'" D_ID "'"

typedef struct forged_case {
    const char *rule;
    const char *sql; /* on a file that holds DRAFT("d", "") */
    const char *told;
} forged_case;

static const forged_case FORGED[] = {
    {"a body that does not match its id",
     "UPDATE record SET body = CAST('{\"key\":\"e\",\"negotiation\":\"n\",\"record\":\"draft\"}' "
     "AS BLOB) WHERE id = x'" D_ID "'",
     "other.db: record df3e862a1aae: the record does not match its id"},
    {"a body in another form than the canonical one",
     FORGE("e6a35c79ade67b77e1f8921b3bf34eaaec9011397597231607168e3520cd13e1",
           "{\"key\":\"d\", \"negotiation\":\"n\",\"record\":\"draft\"}"),
     "other.db: record e6a35c79ade6: the record is not in canonical form"},
    {"a prefix for an id",
     FORGE(
         "67cf4d0517e52e4026795fd51782b6820871fe83f2a3971fdbd9389e26ff3ab5",
         "{\"key\":\"d\",\"negotiation\":\"n\",\"record\":\"draft\",\"supersedes\":\"e37e31f0\"}"),
     "other.db: record 67cf4d0517e5/supersedes: 'e37e31f0' is no whole id"},
    {"a member that no record has",
     FORGE("001e0ca92a19b1d8afabe34f5ce4c4ba903176f9233235f6596dc2df648390c3",
           "{\"colour\":\"red\",\"key\":\"d\",\"negotiation\":\"n\",\"record\":\"draft\"}"),
     "other.db: record 001e0ca92a19/colour: unknown member 'colour': no draft has one"},
    {"a date that is none",
     FORGE("b3888a0a988fd2e378a9669c58efde590440c80ce7e09de861358fa14c748dab",
           "{\"dated\":\"12 Feb\",\"key\":\"d\",\"negotiation\":\"n\",\"record\":\"draft\"}"),
     "other.db: record b3888a0a988f/dated: "},
    {"a name declared nowhere",
     FORGE("e1487906b19abe07c7ca2f234914c4b940c84818d04a6c6b1a616c12bb9a046d",
           "{\"follows\":[\"nobody\"],\"key\":\"d\",\"negotiation\":\"n\",\"record\":\"draft\"}"),
     "other.db: record e1487906b19a/follows/0: draft 'nobody' is declared nowhere"},
    {"another kind than the record's", "UPDATE record SET kind = 5 WHERE id = x'" D_ID "'",
     "other.db: record df3e862a1aae: it is listed as a report, and is a draft"},
    {"a kind that there is not", "UPDATE record SET kind = 77 WHERE id = x'" D_ID "'",
     "other.db: record df3e862a1aae: it is listed as a "},
    {"another negotiation than the record's", "UPDATE negotiation SET key = 'm'",
     "other.db: record "},
    {"no record at all",
     "UPDATE record SET body = x'00ff7b', id = x'" D_ID "' WHERE id = x'" D_ID "'",
     "other.db: record df3e862a1aae: the record does not match its id"},
    {"code", "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END",
     "other.db: '"},
    {"another program's file", "PRAGMA application_id = 1", "other.db: '"},
    {"a newer version's file", "PRAGMA user_version = 99", "other.db: '"},
    {"no table of records", "DROP TABLE record", "other.db: "},
};

static void what_is_forged_is_refused_whole(void **state)
{
    scene *f = *state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof FORGED / sizeof *FORGED; i++) {
        make_other(f, DRAFT("d", "") "\n" REPORT("Ay", ""), FORGED[i].sql);
        const char *said = merge(f, other_path(f), NULL);
        bool same = strcmp(all_ids(f->file, &f->arena), f->held) == 0;
        if (same && strncmp(said, FORGED[i].told, strlen(FORGED[i].told)) == 0)
            continue;
        print_error("%s%s\n  is       %s\n  expected %s\n", FORGED[i].rule,
                    same ? "" : " (the file is another)", said, FORGED[i].told);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void what_is_cut_short_is_refused(void **state)
{
    scene *f = *state;
    make_other(f, DRAFT("d", ""), NULL);
    assert_int_equal(truncate(other_path(f), 3 * 4096), 0);
    assert_memory_equal(merge(f, other_path(f), NULL), "other.db: ", 10);
    assert_int_equal(truncate(other_path(f), 0), 0);
    assert_memory_equal(merge(f, other_path(f), NULL), "other.db: ", 10);
    assert_string_equal(all_ids(f->file, &f->arena), f->held);
}

/* --- union --- */

static void a_file_merged_into_itself_is_nothing_new(void **state)
{
    scene *f = *state;
    tvx_added added;
    const char *linked = other_path(f);
    assert_string_equal(merge(f, f->path, &added), "");
    assert_int_equal(added.already, 6);
    assert_int_equal(added.n_records, 0);
    assert_int_equal(link(f->path, linked), 0); /* whatever it is called */
    assert_string_equal(merge(f, linked, &added), "");
    assert_int_equal(added.already, 6);
}

/* What two files hold, and a part of what is warned of whichever is merged into the other. */
typedef struct union_case {
    const char *rule, *here, *there;
    const char *warned; /* NULL: nothing is */
} union_case;

#define JUDGE(act, more)                                                                           \
    "{'record':'judgement','negotiation':'n','act':'" act                                          \
    "','dated':'2025-03-02','reason':'r'," more "}"
#define AY_ID        "619a5bac2c7a4f243a37df68bba99cff258d9c31b9bfeb3bda9d6d6e0f8f3cf3"
#define FORGET_AY    JUDGE("forget", "'id':'" AY_ID "'")
#define FORGET_AY_ID "3fb6eafb077230642a4aca99acc7a32ee003253f48d25f62947781ed91366979"
#define AY           REPORT("Ay", ",'url':'https://example.org/b'")

#define BOTH      DRAFT("d", "") "\n" DRAFT("e", "")
#define E_AFTER_D DRAFT("e", ",'title':'Later','follows':['d'],'supersedes':'11643a00d8b3'")
#define D_AFTER_E DRAFT("d", ",'follows':['e'],'supersedes':'df3e862a1aae'")

static const union_case UNIONS[] = {
    {"other records", DRAFT("d", ""), REPORT("Ay", ""), NULL},
    {"a circle that they make together is kept", BOTH "\n" E_AFTER_D, BOTH "\n" D_AFTER_E,
     "drafts in a circle: "},
    {"heads in conflict", DRAFT("d", ",'title':'188'"), DRAFT("d", ",'title':'189'"),
     "heads in conflict: draft d: 648e88 is used, not 648e92"},
    {"a conflict that one of them resolved is none",
     DRAFT("d", ",'title':'188'") "\n" DRAFT("d", ",'title':'189'"),
     DRAFT("d", ",'title':'188'") "\n" DRAFT("d", ",'title':'189'") "\n" DRAFT(
         "d", ",'title':'190','supersedes':['648e8','648e9']"),
     NULL},
    {"what supersedes a record of another key", DRAFT("d", ""),
     DRAFT("e", ",'supersedes':'" D_ID "'"), NULL},
    {"what updates a record of another kind", DRAFT("d", ""), REPORT("Ay", ",'updates':'" D_ID "'"),
     NULL},
    {"a judgement on a record of another kind", DRAFT("d", ""),
     JUDGE("retract", "'report':'" D_ID "'"), NULL},
    {"a forget of a record of another kind has no effect", DRAFT("d", ""),
     JUDGE("forget", "'id':'" D_ID "'"), NULL},
    {"a forget of a forget has no effect", AY "\n" FORGET_AY,
     JUDGE("forget", "'id':'" FORGET_AY_ID "'"), NULL},
    {"what is forgotten in one is forgotten in both", AY, FORGET_AY, ANY},
    {"terms that read otherwise",
     "{'record':'term','negotiation':'n','key':'t','title':'T','kind':"
     "'money'}\n" REPORT("Ay", ",'claims':[{'term':'t','value':"
                               "'USD 5'}]"),
     "{'record':'term','negotiation':'n','key':'t','title':'T','kind':'percentage'}\n" REPORT(
         "Bee", ",'claims':[{'term':'t','value':'5%'}]"),
     "heads in conflict: term t: "},
    {"another negotiation", DRAFT("d", ""), "{'record':'negotiation','key':'m','title':'M'}", NULL},
    {"one article twice, the later superseding", AY,
     AY "\n" REPORT("Ay", ",'url':'https://example.org/b','note':'n','supersedes':'" AY_ID "'"),
     NULL},
};

static const char *check_warned(const union_case *c, const tvx_added *added)
{
    const char *said = added->warnings.n > 0 ? added->warnings.items[0] : NULL;
    if (c->warned == NULL)
        return said;
    if (strcmp(c->warned, ANY) == 0)
        return NULL;
    return said == NULL ? "no warning" : strstr(said, c->warned) != NULL ? NULL : said;
}

/* One way round; the ids of what comes out. */
static const char *merge_into(scene *f, const union_case *c, bool turned, const char **wrong)
{
    tvx_added added = {0};
    const char *path = tvx_arena_format(&f->arena, "%s/here.db", f->folder);
    scene here = {.arena = {0}};
    make_other(f, turned ? c->here : c->there, NULL);
    assert_int_equal(tvx_file_create(&here.file, path, NULL), TVX_OK);
    commit(here.file, FILE_HOLDS);
    commit(here.file, turned ? c->there : c->here);
    const char *said = merge(&here, other_path(f), &added);
    *wrong = said[0] != '\0' ? said : check_warned(c, &added);
    if (*wrong != NULL)
        *wrong = tvx_arena_text(&f->arena, *wrong);
    const char *ids = all_ids(here.file, &f->arena);
    tvx_file_free(here.file);
    tvx_arena_dispose(&here.arena);
    unlink(path);
    return ids;
}

static void a_union_is_the_same_either_way(void **state)
{
    int failed = 0;
    for (size_t i = 0; i < sizeof UNIONS / sizeof *UNIONS; i++) {
        const char *wrong, *turned_wrong;
        const char *ids = merge_into(*state, &UNIONS[i], false, &wrong);
        const char *turned = merge_into(*state, &UNIONS[i], true, &turned_wrong);
        if (wrong == NULL && turned_wrong == NULL && strcmp(ids, turned) == 0)
            continue;
        print_error("%s: %s, %s\n", UNIONS[i].rule, wrong != NULL ? wrong : "",
                    turned_wrong != NULL ? turned_wrong : "");
        failed++;
    }
    assert_int_equal(failed, 0);
}

/* By `add` a circle is refused, but one that a merge brought is not held against what comes later.
 */
static void a_circle_that_is_there_is_no_reason_to_refuse(void **state)
{
    scene *f = *state;
    commit(f->file, BOTH "\n" E_AFTER_D);
    make_other(f, BOTH "\n" D_AFTER_E, NULL);
    assert_string_equal(merge(f, other_path(f), NULL), "");
    assert_string_equal(try_add(f, TVX_ADD_FILES,
                                DRAFT("x", ",'follows':['d']") "\n" DRAFT("y", ",'follows':['x']"),
                                true),
                        "");
    const char *e = "{'record':'draft','negotiation':'n','key':'e','note':'same','follows':['d'],"
                    "'supersedes':'<e Later>'}";
    assert_string_equal(try_add(f, TVX_ADD_FILES, e, false), "");
    const char *x = "{'record':'draft','negotiation':'n','key':'x','follows':['y'],"
                    "'supersedes':'<draft x>'}";
    assert_memory_equal(try_add(f, TVX_ADD_FILES, x, false),
                        "drafts in a circle: x follows or amends y follows or amends x", 61);
}

static void what_a_merge_forgets_is_told(void **state)
{
    scene *f = *state;
    tvx_added added;
    make_other(f, JUDGE("forget", "'id':'" POST_ID "'"), NULL);
    assert_string_equal(merge(f, other_path(f), &added), "");
    assert_int_equal(added.all_gone, 1);
    assert_null(strstr(all_ids(f->file, &f->arena), POST_ID));
    make_other(f, NULL, NULL);
    assert_string_equal(merge(f, other_path(f), &added), "");
    assert_int_equal(added.left_out, 1);
    assert_string_equal(added.warnings.items[0],
                        "other.db: report 64fe1f was forgotten for good and is left out");
    assert_null(strstr(all_ids(f->file, &f->arena), POST_ID));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, end)
    const struct CMUnitTest tests[] = {
        CASE(what_is_forged_is_refused_whole),
        CASE(what_is_cut_short_is_refused),
        CASE(a_file_merged_into_itself_is_nothing_new),
        CASE(a_union_is_the_same_either_way),
        CASE(a_circle_that_is_there_is_no_reason_to_refuse),
        CASE(what_a_merge_forgets_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
