/*
 * The store: files of an older version brought up to date, their backup copies, and files opened
 * for their log alone.
 */
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "limited.h"
#include "store_file.h"

/* --- a file of version 1 --- */

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db;
    char *message = NULL;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    sqlite3_close(db);
}

static void run_sql_file(const char *path, const char *sql_path)
{
    char *sql = calloc(1, 65536);
    FILE *file = fopen(sql_path, "r");
    assert_non_null(file);
    assert_true(fread(sql, 1, 65535, file) > 1000);
    fclose(file);
    run_sql(path, sql);
    free(sql);
}

/* A row of the log, as version 1 wrote it. */
static const char *log_record(fixture *f, int kind, int call, int place, const char *json)
{
    tvx_buf body = {0}, sql = {0};
    const char *id = encode(f, json, &body);
    tvx_buf_format(&sql, "INSERT INTO record VALUES (1, x'%s', %d, x'", id, kind);
    for (size_t i = 0; i < body.size; i++)
        tvx_buf_format(&sql, "%02x", (unsigned)(unsigned char)body.data[i]);
    tvx_buf_format(&sql, "', %d, %d, 0)", call, place);
    run_sql(f->path, tvx_buf_string(&sql));
    tvx_buf_dispose(&body);
    tvx_buf_dispose(&sql);
    return id;
}

/* Reports that an old file may hold: one of them updates another, which version 1 did not index. */
static void log_reports(fixture *f, const char *ids[2])
{
    log_record(f, 4, 1, 0, "{'record':'draft','negotiation':'n','key':'d'}");
    ids[0] = log_record(f, 5, 1, 1,
                        "{'record':'report','negotiation':'n','outlet':'CNN','title':'a',"
                        "'url':'https://example.org/a','published':'2025-02-24',"
                        "'claims':[{'draft':'d','term':'t','stance':'absent'}]}");
    ids[1] = log_record(f, 5, 2, 0,
                        tvx_arena_format(&f->arena,
                                         "{'record':'report','negotiation':'n','outlet':'CNN',"
                                         "'title':'b','published':'2025-02-26','updates':'%s'}",
                                         ids[0]));
}

/* Replaces the fixture's file by one of version 1, closed; its indexes say nothing that is so. */
static void make_version_1(fixture *f, const char *ids[2])
{
    tvx_store_free(f->store);
    f->store = NULL;
    f->neg = 1;
    unlink(f->path);
    run_sql_file(f->path, TVX_TESTS "/../schema/001-records.sql");
    run_sql(f->path, "PRAGMA application_id = 1953658488; PRAGMA user_version = 1;"
                     "INSERT INTO negotiation VALUES (1, 'n');"
                     "INSERT INTO call VALUES (1, 1, 1740000000, 'init');"
                     "INSERT INTO call VALUES (1, 2, 1740000100, 'add');"
                     "INSERT INTO judgement VALUES (1, x'abcd');"
                     "INSERT INTO name VALUES (1, 4, 0, 'nonsense')");
    log_reports(f, ids);
}

/* --- bytes --- */

typedef struct bytes {
    char *data;
    size_t n;
} bytes;

static bytes bytes_of(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct stat info;
    assert_non_null(file);
    assert_int_equal(fstat(fileno(file), &info), 0);
    bytes out = {.data = malloc((size_t)info.st_size + 1), .n = (size_t)info.st_size};
    assert_int_equal(fread(out.data, 1, out.n, file), out.n);
    fclose(file);
    return out;
}

enum { HEADER = 100 }; /* it counts changes; what follows it is content */

static void assert_bytes_from(size_t from, const char *path, bytes expected)
{
    bytes found = bytes_of(path);
    assert_int_equal(found.n, expected.n);
    assert_memory_equal(found.data + from, expected.data + from, found.n - from);
    free(found.data);
}

static void assert_bytes(const char *path, bytes expected)
{
    assert_bytes_from(0, path, expected);
}

static const char *backup_of(fixture *f, const char *number)
{
    return tvx_arena_format(&f->arena, "%s.backup-v1%s", f->path, number);
}

/* --- bringing it up to date --- */

static int count(void *payload, const tvx_logged *logged, tvx_error *error)
{
    (void)logged;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

static int count_fault(void *payload, const char *text, tvx_error *error)
{
    (void)text;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

/* All that the old file held is answered as if it had been recorded today. */
static void assert_answers(fixture *f, const char *const ids[2])
{
    const tvx_asked all = all_of(f);
    tvx_stored_report stored;
    tvx_stored_draft *drafts;
    tvx_stored_claim *claims;
    size_t n = 0;
    bool found;
    assert_int_equal(tvx_store_begin_write(f->store, NULL), TVX_OK);
    assert_rebuilds(f);
    assert_int_equal(tvx_store_log(f->store, 1, count, &n, NULL), TVX_OK);
    assert_int_equal(n, 3);
    assert_int_equal(tvx_store_report(f->store, &all, ids[0], &f->arena, &stored, &found, NULL),
                     TVX_OK);
    assert_true(found);
    assert_string_equal(stored.updated, ids[1]);
    assert_int_equal(tvx_store_drafts(f->store, &all, &f->arena, &drafts, &n, NULL), TVX_OK);
    assert_int_equal(n, 1);
    assert_int_equal(tvx_store_claims(f->store, &all, drafts[0].name, &f->arena, &claims, &n, NULL),
                     TVX_OK);
    assert_int_equal(n, 1);
    assert_string_equal(claims[0].report->report.url, "https://example.org/a");
    tvx_store_rollback(f->store);
}

/* A copy is a file of version 1 like any other. */
static void assert_whole(fixture *f, const char *path)
{
    tvx_store *store;
    size_t n = 0;
    assert_int_equal(tvx_store_open_log(&store, path, NULL), TVX_OK);
    assert_int_equal(tvx_store_faults(store, count_fault, &n, NULL), TVX_OK);
    assert_int_equal(n, 0);
    assert_int_equal(tvx_store_log(store, f->neg, count, &n, NULL), TVX_OK);
    assert_int_equal(n, 3);
    tvx_store_free(store);
}

static void an_older_file_is_brought_up_to_date(void **state)
{
    fixture *f = *state;
    const char *ids[2];
    tvx_error error = {0};
    make_version_1(f, ids);
    bytes before = bytes_of(f->path);
    if (tvx_store_open(&f->store, f->path, &error) != TVX_OK)
        fail_msg("%s", error.message);
    assert_answers(f, ids);
    assert_bytes_from(HEADER, backup_of(f, ""), before);
    struct stat info;
    assert_int_equal(stat(backup_of(f, ""), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_whole(f, backup_of(f, ""));
    tvx_store_free(f->store);
    assert_int_equal(tvx_store_open(&f->store, f->path, NULL), TVX_OK);
    assert_answers(f, ids);
    assert_int_equal(access(backup_of(f, ".2"), F_OK), -1);
    free(before.data);
}

static void a_backup_copy_is_never_replaced(void **state)
{
    fixture *f = *state;
    const char *ids[2];
    tvx_texts backups;
    make_version_1(f, ids);
    bytes before = bytes_of(f->path);
    FILE *other = fopen(backup_of(f, ""), "w");
    fputs("mine", other);
    fclose(other);
    assert_int_equal(tvx_store_open(&f->store, f->path, NULL), TVX_OK);
    assert_bytes(backup_of(f, ""), (bytes){.data = (char[]){"mine"}, .n = 4});
    assert_bytes_from(HEADER, backup_of(f, ".2"), before);
    assert_int_equal(tvx_store_backups(f->store, &f->arena, &backups, NULL), TVX_OK);
    assert_int_equal(backups.n, 2);
    assert_string_equal(backups.items[0], backup_of(f, ""));
    assert_string_equal(backups.items[1], backup_of(f, ".2"));
    free(before.data);
}

static void a_new_file_has_no_backup_copies(void **state)
{
    fixture *f = *state;
    tvx_texts backups;
    assert_int_equal(tvx_store_backups(f->store, &f->arena, &backups, NULL), TVX_OK);
    assert_int_equal(backups.n, 0);
}

/* What can go wrong in the middle, and the words that tell of it. */
static void a_failure_leaves_the_old_file_as_it_was(void **state)
{
    static const struct {
        const char *sql, *message;
    } CASES[] = {
        {"CREATE TABLE updated (neg)", "already exists"},              /* in a step */
        {"UPDATE record SET body = x'7b7d' WHERE kind = 5", "record"}, /* in making the indexes */
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *ids[2];
        tvx_error error = {0};
        make_version_1(f, ids);
        run_sql(f->path, CASES[i].sql);
        bytes before = bytes_of(f->path);
        assert_int_not_equal(tvx_store_open(&f->store, f->path, &error), TVX_OK);
        assert_null(f->store);
        if (strstr(error.message, CASES[i].message) == NULL)
            fail_msg("case %zu: %s", i, error.message);
        assert_bytes(f->path, before);
        assert_int_equal(access(backup_of(f, ""), F_OK), -1);
        free(before.data);
    }
}

static void want_of_memory_leaves_the_old_file_as_it_was(void **state)
{
    fixture *f = *state;
    const char *ids[2];
    int code = TVX_ENOMEM;
    make_version_1(f, ids);
    bytes before = bytes_of(f->path);
    for (long n = 0; code != TVX_OK; n++) {
        allocations_left = n;
        code = tvx_store_open(&f->store, f->path, NULL);
        allocations_left = -1;
        if (code != TVX_OK) {
            assert_int_equal(code, TVX_ENOMEM);
            assert_bytes(f->path, before);
            assert_int_equal(access(backup_of(f, ""), F_OK), -1);
        }
    }
    assert_answers(f, ids);
    free(before.data);
}

/* As somebody who may not write: the superuser always may, so that a child gives that up. */
static int open_as_nobody(const char *path, const char *message)
{
    tvx_error error = {0};
    tvx_store *store;
    if (geteuid() == 0 && setuid(65534) != 0)
        return 3;
    int code = tvx_store_open(&store, path, &error);
    tvx_store_free(store);
    return code != TVX_EIO ? 1 : strstr(error.message, message) == NULL || error.hint[0] == '\0';
}

static void assert_refused_to_nobody(const char *path, const char *message)
{
    int status;
    pid_t child = fork();
    if (child == 0)
        _exit(open_as_nobody(path, message));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void an_older_file_that_may_not_be_written_to_is_refused(void **state)
{
    fixture *f = *state;
    const char *ids[2];
    make_version_1(f, ids);
    bytes before = bytes_of(f->path);
    assert_int_equal(chmod(f->path, 0444), 0);
    assert_int_equal(chmod(f->folder, 0555), 0);
    assert_refused_to_nobody(f->path, "older version");
    if (geteuid() == 0) { /* else the file is nobody's own */
        assert_int_equal(chmod(f->path, 0666), 0);
        assert_refused_to_nobody(f->path, "backup copy");
    }
    assert_int_equal(chmod(f->folder, 0700), 0);
    assert_bytes(f->path, before);
    free(before.data);
}

/* --- the log alone --- */

static void the_log_of_an_older_file_is_read_as_it_is(void **state)
{
    fixture *f = *state;
    const char *ids[2];
    size_t n = 0;
    tvx_negotiation_entry *all;
    make_version_1(f, ids);
    bytes before = bytes_of(f->path);
    assert_int_equal(tvx_store_open_log(&f->store, f->path, NULL), TVX_OK);
    assert_int_equal(tvx_store_begin_read(f->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_negotiations(f->store, &f->arena, &all, &n, NULL), TVX_OK);
    assert_int_equal(n, 1);
    assert_string_equal(all[0].key, "n");
    n = 0;
    assert_int_equal(tvx_store_log(f->store, 1, count, &n, NULL), TVX_OK);
    assert_int_equal(tvx_store_all(f->store, 1, count, &n, NULL), TVX_OK);
    assert_int_equal(n, 6);
    tvx_error error = {0};
    assert_int_equal(tvx_store_begin_call(f->store, "add", 1, NULL), TVX_OK);
    assert_int_not_equal(tvx_store_new_negotiation(f->store, "m", &f->neg, &error), TVX_OK);
    assert_bytes(f->path, before);
    assert_int_equal(access(backup_of(f, ""), F_OK), -1);
    free(before.data);
}

/* Damage, and what is no travaux file: each is an error that names the file. */
static void a_damaged_log_is_refused(void **state)
{
    static const struct {
        const char *sql;
        bool when_opened; /* else when it is read */
    } CASES[] = {
        {"PRAGMA user_version = 99", true},
        {"PRAGMA application_id = 1", true},
        {"CREATE VIEW v AS SELECT 1", true},
        {"DROP TABLE record", false},
        {"ALTER TABLE record RENAME COLUMN body TO text", false},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *ids[2];
        size_t n = 0;
        tvx_error error = {0};
        make_version_1(f, ids);
        run_sql(f->path, CASES[i].sql);
        int code = tvx_store_open_log(&f->store, f->path, &error);
        assert_int_equal(code == TVX_EFILE, CASES[i].when_opened);
        if (!CASES[i].when_opened) {
            assert_int_equal(code, TVX_OK);
            assert_int_equal(tvx_store_log(f->store, 1, count, &n, &error), TVX_EFILE);
        }
        assert_non_null(strstr(error.message, f->path));
    }
}

static void a_page_overwritten_is_damage(void **state)
{
    fixture *f = *state;
    const char *ids[2];
    tvx_error error = {0};
    size_t n = 0;
    make_version_1(f, ids);
    FILE *file = fopen(f->path, "r+b");
    assert_int_equal(fseek(file, 4096, SEEK_SET), 0);
    for (int i = 0; i < 4096 * 12; i++)
        fputc(0x5a, file);
    fclose(file);
    int code = tvx_store_open_log(&f->store, f->path, &error);
    if (code == TVX_OK)
        code = tvx_store_log(f->store, 1, count, &n, &error);
    assert_int_equal(code, TVX_EFILE);
    assert_non_null(strstr(error.message, f->path));
}

/* Leaves a transaction without its end, as a power cut would. */
static void break_off(const char *path)
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *db;
        sqlite3_open(path, &db);
        sqlite3_exec(db,
                     "PRAGMA cache_size = 1; BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL "
                     "SELECT i + 1 FROM n WHERE i < 9999) "
                     "INSERT INTO forgotten SELECT 1, randomblob(32) FROM n",
                     NULL, NULL, NULL);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
}

static void a_log_in_the_middle_of_a_change_is_not_read(void **state)
{
    fixture *f = *state;
    const char *ids[2];
    tvx_error error = {0};
    make_version_1(f, ids);
    break_off(f->path);
    assert_int_equal(tvx_store_open_log(&f->store, f->path, &error), TVX_EFILE);
    assert_non_null(strstr(error.message, "middle of a change"));
    assert_int_equal(tvx_store_open(&f->store, f->path, NULL), TVX_OK);
    assert_answers(f, ids);
}

static void what_is_no_file_has_no_log(void **state)
{
    fixture *f = *state;
    tvx_store *store;
    tvx_error error = {0};
    assert_int_equal(tvx_store_open_log(&store, "/nowhere/x.db", &error), TVX_EIO);
    assert_null(store);
    error = (tvx_error){0};
    assert_int_equal(tvx_store_open_log(&store, f->folder, &error), TVX_EIO);
    assert_null(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(an_older_file_is_brought_up_to_date),
        CASE(a_backup_copy_is_never_replaced),
        CASE(a_new_file_has_no_backup_copies),
        CASE(a_failure_leaves_the_old_file_as_it_was),
        CASE(want_of_memory_leaves_the_old_file_as_it_was),
        CASE(an_older_file_that_may_not_be_written_to_is_refused),
        CASE(the_log_of_an_older_file_is_read_as_it_is),
        CASE(a_damaged_log_is_refused),
        CASE(a_page_overwritten_is_damage),
        CASE(a_log_in_the_middle_of_a_change_is_not_read),
        CASE(what_is_no_file_has_no_log),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
