/*
 * The store: how records leave the log (forgotten for good, undone), and what it held at a time.
 */
#include <sys/stat.h>

#include "limited.h"
#include "store/search.h"
#include "store_file.h"

/* A report whose every text has its own word in it. */
static const char *report(fixture *f, const char *word, const char *more)
{
    return put(f, tvx_arena_format(
                      &f->arena,
                      "{'record':'report','negotiation':'n','outlet':'%s-outlet',"
                      "'title':'%s title','published':'2025-02-24','cites':[{'outlet':'%s-cited'}],"
                      "'claims':[{'draft':'d','term':'t','stance':'absent','note':'%s note'}]%s%s}",
                      word, word, word, word, more[0] == '\0' ? "" : ",", more));
}

static const char *json_judgement(fixture *f, const char *act, const char *member, const char *id)
{
    return tvx_arena_format(&f->arena,
                            "{'record':'judgement','negotiation':'n','act':'%s','%s':'%s',"
                            "'dated':'2025-03-01','reason':'to protect a source'}",
                            act, member, id);
}

static const char *forget(fixture *f, const char *id)
{
    return put(f, json_judgement(f, "forget", "id", id));
}

static bool is_there(fixture *f, const char *id)
{
    tvx_logged logged;
    bool found;
    assert_int_equal(tvx_store_get(f->store, f->neg, id, &f->arena, &logged, &found, NULL), TVX_OK);
    return found;
}

/* The one report in force, "several" or "". */
static int find_report(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    (void)error;
    char *id = payload;
    snprintf(id, TVX_ID_HEX + 1, "%s", id[0] == '\0' ? stored->id : "several");
    return TVX_OK;
}

static void assert_report(fixture *f, const char *id)
{
    char found[TVX_ID_HEX + 1] = "";
    const tvx_asked all = all_of(f);
    assert_int_equal(tvx_store_reports(f->store, &all, find_report, found, NULL), TVX_OK);
    assert_string_equal(found, id);
}

/* --- forget --- */

static void what_the_forgotten_superseded_is_in_force_again(void **state)
{
    fixture *f = *state;
    const char *old = report(f, "old", "");
    const char *new = report(f, "new", tvx_arena_format(&f->arena, "'supersedes':'%s'", old));
    assert_report(f, new);
    forget(f, new);
    assert_false(is_there(f, new));
    assert_report(f, old);
    assert_rebuilds(f);
}

static void what_is_forgotten_never_comes_back(void **state)
{
    fixture *f = *state;
    tvx_put what;
    const char *id = report(f, "r", "");
    tvx_logged logged;
    bool found;
    assert_int_equal(tvx_store_get(f->store, f->neg, id, &f->arena, &logged, &found, NULL), TVX_OK);
    const char *json = tvx_arena_slice(&f->arena, logged.body, logged.size);
    forget(f, id);
    put_so(f, json, &what);
    assert_int_equal(what, TVX_PUT_FORGOTTEN);
    assert_report(f, "");
    reopen(f);
    begin(f, "test", 1740000000);
    put_so(f, json, &what);
    assert_int_equal(what, TVX_PUT_FORGOTTEN);
}

static void forgetting_may_come_before_the_record(void **state)
{
    fixture *f = *state;
    tvx_put what;
    const char *json = json_judgement(f, "retract", "report", "abcd");
    tvx_buf body = {0};
    forget(f, encode(f, json, &body));
    tvx_buf_dispose(&body);
    assert_false(tvx_store_forgot(f->store));
    const char *id = put_so(f, json, &what);
    assert_int_equal(what, TVX_PUT_FORGOTTEN);
    assert_false(is_there(f, id));
    assert_rebuilds(f);
}

/* Two files must forget the same, whichever record they meet first. */
static void only_reports_and_other_judgements_are_forgotten(void **state)
{
    fixture *f = *state;
    static const struct {
        const char *json;
        bool forgotten;
    } CASES[] = {
        {"{'record':'party','negotiation':'n','key':'US','name':'A'}", false},
        {"{'record':'draft','negotiation':'n','key':'d'}", false},
        {"{'record':'term','negotiation':'n','key':'t','title':'T','kind':'text'}", false},
        {"{'record':'outlet','negotiation':'n','name':'X','aliases':['Y']}", false},
        {"{'record':'negotiation','key':'n','title':'N'}", false},
        {"{'record':'judgement','negotiation':'n','act':'forget','id':'abcd','dated':'2025',"
         "'reason':'x'}",
         false},
        {"{'record':'judgement','negotiation':'n','act':'retract','report':'abcd','dated':'2025',"
         "'reason':'x'}",
         true},
        {"{'record':'report','negotiation':'n','outlet':'X','title':'T','published':'2025'}", true},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        tvx_put what;
        tvx_buf body = {0};
        const char *id = encode(f, CASES[i].json, &body);
        tvx_buf_dispose(&body);
        assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
        begin(f, "record first", 1740000000);
        put(f, CASES[i].json);
        forget(f, id);
        assert_int_equal(is_there(f, id), !CASES[i].forgotten);
        assert_int_equal(tvx_store_forgot(f->store), CASES[i].forgotten);
        tvx_store_rollback(f->store);
        assert_false(tvx_store_forgot(f->store));
        begin(f, "forget first", 1740000000);
        forget(f, id);
        put_so(f, CASES[i].json, &what);
        assert_int_equal(what, CASES[i].forgotten ? TVX_PUT_FORGOTTEN : TVX_PUT_ADDED);
    }
}

static void a_withdrawal_does_not_bring_back(void **state)
{
    fixture *f = *state;
    const char *id = report(f, "r", ""), *act = forget(f, id);
    put(f, json_judgement(f, "withdraw", "judgement", act));
    assert_report(f, "");
    assert_true(is_there(f, act));
}

/* --- nothing is left in the bytes --- */

/* How often a word stands in a file, in any case; 0 if there is none. */
static size_t times_in(const char *path, const char *word)
{
    FILE *file = fopen(path, "rb");
    struct stat info;
    size_t n = 0, length = strlen(word);
    if (file == NULL)
        return 0;
    assert_int_equal(fstat(fileno(file), &info), 0);
    size_t size = (size_t)info.st_size;
    char *bytes = malloc(size + 1);
    assert_int_equal(fread(bytes, 1, size, file), size);
    fclose(file);
    for (size_t i = 0; i < size; i++)
        bytes[i] = bytes[i] >= 'A' && bytes[i] <= 'Z' ? (char)(bytes[i] + 'a' - 'A') : bytes[i];
    for (size_t i = 0; i + length <= size; i++)
        n += memcmp(bytes + i, word, length) == 0;
    free(bytes);
    return n;
}

static size_t times_in_file_and_journal(fixture *f, const char *word)
{
    char journal[128];
    snprintf(journal, sizeof journal, "%s-journal", f->path);
    return times_in(f->path, word) + times_in(journal, word);
}

enum { MANY = 300, FORGOTTEN = 137 };

/* The i-th word: neighbours in time are far from each other in the alphabet. The one to be
   forgotten has its first letter for itself: an index that leaves out what words have in common
   writes it in full. */
static const char *word_of(fixture *f, int i)
{
    return tvx_arena_format(&f->arena, "%cq%03dw", i == FORGOTTEN ? 'z' : 'a' + i * 7 % 25, i);
}

/* Reports long enough that pages split, each with its own words. */
static void add_many(fixture *f, const char *ids[MANY])
{
    for (int i = 0; i < MANY; i++) {
        char more[1024];
        const char *word = word_of(f, i);
        snprintf(more, sizeof more,
                 "'byline':'%s %s %s %s','url':'https://%s','note':'%s and all that %s, once more "
                 "%s and %0*d'",
                 word, word, word, word, word, word, word, word, 100 + i * 7 % 400, i);
        ids[i] = report(f, word, more);
    }
}

static void the_forgotten_is_nowhere_in_the_bytes(void **state)
{
    fixture *f = *state;
    const char *ids[MANY], *word = word_of(f, FORGOTTEN);
    tvx_error why = {0};
    put(f, "{'record':'draft','negotiation':'n','key':'d'}");
    add_many(f, ids);
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_search_refresh(f->store, &why, NULL), TVX_OK);
    assert_string_equal(why.message, "");
    assert_true(times_in_file_and_journal(f, word) > 0);
    begin(f, "judge", 1740000001);
    for (int i = 0; i < MANY; i += 2) /* pages are joined while the other is still there */
        forget(f, ids[i]);
    forget(f, ids[FORGOTTEN]);
    assert_true(tvx_store_forgot(f->store));
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    assert_true(tvx_store_forgot(f->store));
    assert_int_equal(tvx_store_scrub(f->store, NULL), TVX_OK);
    assert_false(tvx_store_forgot(f->store));
    assert_int_equal(times_in_file_and_journal(f, word), 0);
    assert_true(times_in_file_and_journal(f, word_of(f, FORGOTTEN + 2)) > 10);
    assert_int_equal(tvx_store_begin_write(f->store, NULL), TVX_OK);
    assert_rebuilds(f);
}

static void names_still_in_use_are_kept(void **state)
{
    fixture *f = *state;
    put(f, "{'record':'draft','negotiation':'n','key':'d','follows':['not-there']}");
    report(f, "kept", "");
    const char *id = report(f, "gone", "'mentions':[{'draft':'gone-draft'}]");
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    assert_true(times_in(f->path, "gone-draft") > 0);
    begin(f, "judge", 1740000001);
    put(f, json_judgement(f, "forget", "id", id));
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_scrub(f->store, NULL), TVX_OK);
    assert_int_equal(times_in(f->path, "gone"), 0);
    assert_true(times_in(f->path, "not-there") > 0);
    begin(f, "test", 1740000002);
    report(f, "another", "'mentions':[{'draft':'not-there'},{'draft':'gone-draft'}]");
    assert_rebuilds(f);
}

/* --- undo --- */

static int name_command(void *payload, const tvx_logged *logged, tvx_error *error)
{
    (void)error;
    char *out = payload, id[8];
    snprintf(id, sizeof id, "%.4s ", logged->id);
    strcat(strcat(strcat(out, logged->command), ":"), id);
    return TVX_OK;
}

static void calls_are_taken_back_the_last_first(void **state)
{
    fixture *f = *state;
    char empty[TVX_ID_HEX + 1], before[TVX_ID_HEX + 1], after[TVX_ID_HEX + 1];
    char told[256] = "", expected[256];
    index_digest(f, empty);
    const char *a = report(f, "a", "");
    index_digest(f, before);
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    begin(f, "second", 1740000001);
    const char *b = report(f, "b", tvx_arena_format(&f->arena, "'supersedes':'%s'", a));
    const char *c = report(f, "c", tvx_arena_format(&f->arena, "'updates':'%s'", a));
    assert_int_equal(tvx_store_undo(f->store, name_command, told, NULL), TVX_OK);
    snprintf(expected, sizeof expected, "second:%.4s second:%.4s ", b, c);
    assert_string_equal(told, expected);
    index_digest(f, after);
    assert_string_equal(after, before);
    assert_report(f, a);
    told[0] = '\0';
    assert_int_equal(tvx_store_undo(f->store, name_command, told, NULL), TVX_OK);
    snprintf(expected, sizeof expected, "test:%.4s ", a);
    assert_string_equal(told, expected);
    index_digest(f, after);
    assert_string_equal(after, empty);
    int64_t neg;
    assert_int_equal(tvx_store_negotiation(f->store, "n", &neg, NULL), TVX_OK);
    assert_int_equal(neg, -1);
    tvx_error error = {0};
    assert_int_equal(tvx_store_undo(f->store, name_command, told, &error), TVX_ENOTFOUND);
    assert_true(error.hint[0] != '\0');
}

/* One call may record in several negotiations; only the emptied one goes. */
static void a_call_is_taken_back_from_all_negotiations(void **state)
{
    fixture *f = *state;
    int64_t first = f->neg, second, found;
    char told[256] = "", expected[256];
    report(f, "kept", "");
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    begin(f, "add", 1740000001);
    assert_int_equal(tvx_store_new_negotiation(f->store, "m", &second, NULL), TVX_OK);
    const char *a = report(f, "a", "");
    f->neg = second;
    const char *b = report(f, "b", "");
    f->neg = first;
    const char *c = report(f, "c", "");
    assert_int_equal(tvx_store_undo(f->store, name_command, told, NULL), TVX_OK);
    snprintf(expected, sizeof expected, "add:%.4s add:%.4s add:%.4s ", a, b, c);
    assert_string_equal(told, expected);
    assert_int_equal(tvx_store_negotiation(f->store, "n", &found, NULL), TVX_OK);
    assert_int_equal(found, first);
    assert_int_equal(tvx_store_negotiation(f->store, "m", &found, NULL), TVX_OK);
    assert_int_equal(found, -1);
    assert_rebuilds(f);
}

static void a_call_that_forgot_is_not_taken_back(void **state)
{
    fixture *f = *state;
    char told[256] = "";
    tvx_error error = {0};
    const char *id = report(f, "r", "");
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    begin(f, "judge", 1740000001);
    report(f, "s", "");
    const char *act = forget(f, id);
    assert_int_equal(tvx_store_undo(f->store, name_command, told, &error), TVX_EUSAGE);
    assert_string_equal(told, "");
    assert_non_null(strstr(error.message, "judge"));
    assert_true(is_there(f, act));
}

static int stop(void *payload, const tvx_logged *logged, tvx_error *error)
{
    (void)payload;
    (void)logged;
    (void)error;
    return TVX_ESTOP;
}

static void a_callback_may_stop_the_undoing(void **state)
{
    fixture *f = *state;
    const char *id = report(f, "r", "");
    assert_int_equal(tvx_store_undo(f->store, stop, NULL, NULL), TVX_ESTOP);
    assert_true(is_there(f, id));
}

/* --- as of a time --- */

static int count(void *payload, const tvx_logged *logged, tvx_error *error)
{
    (void)logged;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

/* The log and the indexes of a copy are those that the file had then. */
static void assert_as_of(fixture *f, int64_t when, size_t records, const char *digest)
{
    tvx_store *copy;
    char found[TVX_ID_HEX + 1];
    size_t n = 0;
    tvx_error error = {0};
    if (tvx_store_as_of(&copy, f->store, when, &error) != TVX_OK)
        fail_msg("%s", error.message);
    assert_int_equal(tvx_store_begin_read(copy, NULL), TVX_OK);
    assert_int_equal(tvx_store_index_digest(copy, found, NULL), TVX_OK);
    assert_string_equal(found, digest);
    assert_int_equal(tvx_store_log(copy, f->neg, count, &n, NULL), TVX_OK);
    assert_int_equal(n, records);
    assert_int_equal(tvx_store_negotiation(copy, "n", &f->neg, NULL), TVX_OK);
    tvx_store_free(copy);
}

static void the_log_as_it_was_at_a_time(void **state)
{
    fixture *f = *state;
    char empty[TVX_ID_HEX + 1], first[TVX_ID_HEX + 1], second[TVX_ID_HEX + 1];
    int64_t neg = f->neg;
    index_digest(f, empty);
    const char *a = report(f, "a", "");
    index_digest(f, first);
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    begin(f, "second", 1740000100);
    report(f, "b", tvx_arena_format(&f->arena, "'updates':'%s'", a));
    report(f, "c", tvx_arena_format(&f->arena, "'supersedes':'%s'", a));
    index_digest(f, second);
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_begin_read(f->store, NULL), TVX_OK);
    assert_as_of(f, 1739999999, 0, empty);
    assert_int_equal(f->neg, -1);
    f->neg = neg;
    assert_as_of(f, 1740000000, 1, first);
    assert_as_of(f, 1740000099, 1, first);
    assert_as_of(f, 1740000100, 3, second);
    assert_as_of(f, INT64_MAX, 3, second);
    assert_int_equal(f->neg, neg);
}

/* --- want of memory --- */

/* What is tried with less memory than it takes: a report, an update of it, a `forget` of it. */
typedef struct trial {
    fixture *f;
    tvx_record *records[3];
    tvx_buf bodies[3];
} trial;

static int put_all(const trial *t)
{
    int code = TVX_OK;
    for (size_t i = 0; i < 3 && code == TVX_OK; i++) {
        tvx_put what;
        code = tvx_store_put(t->f->store, t->f->neg, t->records[i], t->bodies[i].data,
                             t->bodies[i].size, false, &what, NULL);
    }
    return code;
}

static int commit_all(const trial *t)
{
    int code = put_all(t);
    return code != TVX_OK ? code : tvx_store_commit(t->f->store, NULL);
}

static int look_back(const trial *t)
{
    tvx_store *copy = NULL;
    char id[TVX_ID_HEX + 1];
    int code = tvx_store_as_of(&copy, t->f->store, INT64_MAX, NULL);
    if (code == TVX_OK)
        code =
            tvx_store_stands_for(copy, t->f->neg, TVX_RECORD_REPORT, t->records[1]->id, id, NULL);
    tvx_store_free(copy);
    return code;
}

static int undo_all(const trial *t)
{
    char told[256] = "";
    return tvx_store_undo(t->f->store, name_command, told, NULL);
}

/* Tries with ever more memory; each time but the last it must say that it had too little. */
static void try_until_enough(const trial *t, int (*what)(const trial *), bool forgets)
{
    int code = TVX_ENOMEM;
    long n = 0;
    for (; code != TVX_OK; n++) {
        begin(t->f, "trial", 1740000000);
        if (!forgets)
            put_so(t->f, "{'record':'draft','negotiation':'n','key':'d'}", &(tvx_put){0});
        allocations_left = n;
        code = what(t);
        allocations_left = -1;
        if (code != TVX_OK)
            assert_int_equal(code, TVX_ENOMEM);
        tvx_store_rollback(t->f->store);
    }
    assert_true(n > 2);
}

static void want_of_memory_is_told(void **state)
{
    fixture *f = *state;
    trial t = {.f = f};
    const char *target = "{'record':'report','negotiation':'n','outlet':'X','title':'a',"
                         "'published':'2025-02-24','mentions':[{'draft':'d'}]}";
    const char *id = encode(f, target, &t.bodies[0]);
    const char *const json[3] = {
        target,
        tvx_arena_format(&f->arena,
                         "{'record':'report','negotiation':'n','outlet':'X','title':'b',"
                         "'published':'2025-02-25','updates':'%s','supersedes':'%s'}",
                         id, id),
        json_judgement(f, "forget", "id", id),
    };
    for (size_t i = 0; i < 3; i++) {
        tvx_buf_clear(&t.bodies[i]);
        id = encode(f, json[i], &t.bodies[i]);
        t.records[i] = tvx_arena_new(&f->arena, 1, sizeof *t.records[i]);
        assert_int_equal(tvx_record_decode(t.records[i], &f->arena, id, t.bodies[i].data,
                                           t.bodies[i].size, NULL),
                         TVX_OK);
    }
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    try_until_enough(&t, undo_all, false);
    try_until_enough(&t, look_back, false);
    try_until_enough(&t, put_all, true);
    try_until_enough(&t, commit_all, true);
    assert_true(tvx_store_forgot(f->store));
    for (size_t i = 0; i < 3; i++)
        tvx_buf_dispose(&t.bodies[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_the_forgotten_superseded_is_in_force_again),
        CASE(what_is_forgotten_never_comes_back),
        CASE(forgetting_may_come_before_the_record),
        CASE(only_reports_and_other_judgements_are_forgotten),
        CASE(a_withdrawal_does_not_bring_back),
        CASE(the_forgotten_is_nowhere_in_the_bytes),
        CASE(names_still_in_use_are_kept),
        CASE(calls_are_taken_back_the_last_first),
        CASE(a_call_is_taken_back_from_all_negotiations),
        CASE(a_call_that_forgot_is_not_taken_back),
        CASE(a_callback_may_stop_the_undoing),
        CASE(the_log_as_it_was_at_a_time),
        CASE(want_of_memory_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
