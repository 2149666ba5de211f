/*
 * Making, opening and closing a file; its settings; transactions.
 */
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/fail.h"
#include "base/mem.h"
#include "store/leave.h"
#include "store/open.h"
#include "store/schema_steps.h"

enum { BUSY_LIMIT_MS = 30000, BUSY_STEP_MS = 25 };

/*
 * Waits a little while another process writes, up to 30 s in all: ever longer, and never the same
 * for two processes that began together.
 */
static int wait_for_lock(void *payload, int tries)
{
    const tvx_store *store = payload;
    if (store->hurried)
        return 0;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long jitter = (now.tv_nsec / 1000 + (long)getpid() * 7919) % BUSY_STEP_MS;
    long step = tries < 4 ? 1 : BUSY_STEP_MS / 2 + jitter;
    if (tries * (long)BUSY_STEP_MS > BUSY_LIMIT_MS)
        return 0;
    struct timespec pause = {.tv_nsec = step * 1000000};
    nanosleep(&pause, NULL);
    return 1;
}

static const char TO_READ[] = "PRAGMA trusted_schema = OFF;"
                              "PRAGMA cell_size_check = ON;"
                              "PRAGMA temp_store = FILE;";
static const char TO_WRITE[] = "PRAGMA foreign_keys = ON;"
                               "PRAGMA journal_mode = TRUNCATE;"
                               "PRAGMA synchronous = FULL;"
                               "PRAGMA secure_delete = ON;";

/* Settings of the connection that cannot be made by SQL, before anything is read. */
static int harden(tvx_store *store, tvx_error *error)
{
    static const struct {
        int option, on;
    } OPTIONS[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                   {SQLITE_DBCONFIG_DQS_DML, 0},
                   {SQLITE_DBCONFIG_DQS_DDL, 0},
                   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}};
    for (size_t i = 0; i < sizeof OPTIONS / sizeof *OPTIONS; i++)
        if (sqlite3_db_config(store->db, OPTIONS[i].option, OPTIONS[i].on, NULL) != SQLITE_OK)
            return tvx_store_fail(store, error);
    sqlite3_extended_result_codes(store->db, 1);
    sqlite3_busy_handler(store->db, wait_for_lock, store);
    return TVX_OK;
}

char *tvx_plain_path(const char *path)
{
    size_t size = strlen(path) + 3;
    char *out = tvx_mem_resize(NULL, size);
    if (out != NULL)
        snprintf(out, size, "%s%s", path[0] == '/' ? "" : "./", path);
    return out;
}

/* path: as given by the user; plain: as SQLite has it, "" for a private file. */
static int connect_to(tvx_store **out, const char *path, const char *plain, int flags,
                      tvx_error *error)
{
    tvx_store *store = tvx_mem_new(1, sizeof *store);
    int code = TVX_OK;
    if (store == NULL || plain == NULL || (store->path = tvx_mem_text(path)) == NULL) {
        code = tvx_fail_memory(error);
        goto done;
    }
    store->call_neg = -1;
    if (sqlite3_open_v2(plain, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        code = tvx_store_fail(store, error);
    else
        code = harden(store, error);
    if (code == TVX_OK)
        code = tvx_run_text(store, TO_READ, error);
done:
    if (code != TVX_OK) {
        tvx_store_free(store);
        store = NULL;
    }
    *out = store;
    return code;
}

static int connect_to_file(tvx_store **out, const char *path, int flags, tvx_error *error)
{
    char *plain = tvx_plain_path(path);
    int code = connect_to(out, path, plain, flags, error);
    tvx_mem_free(plain);
    return code;
}

static int pragma_int(tvx_store *store, const char *sql, int64_t *out, tvx_error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    *out = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    int result = code == SQLITE_ROW ? TVX_OK : tvx_store_fail(store, error);
    sqlite3_finalize(statement);
    return result;
}

/* A file from a stranger may hold code: views and triggers, which ours never has. */
static int refuse_foreign_code(tvx_store *store, tvx_error *error)
{
    int64_t n;
    int code = pragma_int(
        store, "SELECT COUNT(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')", &n, error);
    if (code == TVX_OK && n > 0) {
        code = tvx_fail(error, TVX_EFILE, "'%s' holds triggers or views, which no travaux file has",
                        store->path);
        tvx_fail_hint(error, "do not trust it; ask its sender for a jsonl export instead");
    }
    return code;
}

int tvx_file_version(tvx_store *store, int64_t *version, tvx_error *error)
{
    int64_t application = 0;
    int code = pragma_int(store, "PRAGMA application_id", &application, error);
    if (code == TVX_OK)
        code = pragma_int(store, "PRAGMA user_version", version, error);
    if (code != TVX_OK)
        return code;
    if (application != TVX_APPLICATION_ID || *version < 1) {
        code = tvx_fail(error, TVX_EFILE, "'%s' is a database, but no travaux file", store->path);
        tvx_fail_hint(error, "make a new file with travaux init, or name another with --db");
    } else if (*version > tvx_schema_version) {
        code = tvx_fail(error, TVX_EFILE,
                        "'%s' was written by a newer travaux (file version %lld, this one "
                        "reads up to %d)",
                        store->path, (long long)*version, tvx_schema_version);
        tvx_fail_hint(error, "use the newer travaux, or export jsonl with it and add that here");
    }
    return code;
}

/* SQLite's own words for a missing file or a folder are no help. */
static int check_path(const char *path, tvx_error *error)
{
    struct stat info;
    int code = TVX_OK;
    if (stat(path, &info) != 0) {
        code = tvx_fail(error, TVX_EIO, "'%s': %s", path, strerror(errno));
        tvx_fail_hint(error, "make the file with travaux init, or name another with --db");
    } else if (!S_ISREG(info.st_mode)) {
        code = tvx_fail(error, TVX_EIO, "'%s' is %s, not a file", path,
                        S_ISDIR(info.st_mode) ? "a folder" : "a device or pipe");
        tvx_fail_hint(error, "name a travaux file with --db");
    }
    return code;
}

static int open_file(tvx_store **out, const char *path, int flags, int64_t *version,
                     tvx_error *error)
{
    *out = NULL;
    int code = check_path(path, error);
    if (code == TVX_OK)
        code = connect_to_file(out, path, flags, error);
    if (code == TVX_OK)
        code = tvx_file_version(*out, version, error);
    return code != TVX_OK ? code : refuse_foreign_code(*out, error);
}

/* Hands on an open store, or what is left of one. */
static int finish(tvx_store **out, tvx_store *store, int code)
{
    if (code != TVX_OK) {
        tvx_store_free(store);
        store = NULL;
    }
    *out = store;
    return code;
}

int tvx_store_open(tvx_store **out, const char *path, tvx_error *error)
{
    tvx_store *store;
    int64_t version;
    int code = open_file(&store, path, SQLITE_OPEN_READWRITE, &version, error);
    if (code == TVX_OK)
        code = tvx_run_text(store, TO_WRITE, error);
    if (code == TVX_OK && version < tvx_schema_version)
        code = tvx_bring_up_to_date(store, error);
    return finish(out, store, code);
}

int tvx_store_open_log(tvx_store **out, const char *path, tvx_error *error)
{
    tvx_store *store;
    int64_t version;
    int code = open_file(&store, path, SQLITE_OPEN_READONLY, &version, error);
    return finish(out, store, code);
}

int tvx_open_private(tvx_store **out, const char *path, tvx_error *error)
{
    tvx_store *store;
    int code = connect_to(&store, path, "", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    if (code == TVX_OK)
        code = tvx_lay_out(store, error);
    return finish(out, store, code);
}

/* Claims the path: an empty file of ours, or an error if something is there. */
static int claim_path(const char *path, tvx_error *error)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (fd >= 0) {
        close(fd);
        return TVX_OK;
    }
    int code = tvx_fail(error, TVX_EIO, "'%s' cannot be made: %s", path, strerror(errno));
    tvx_fail_hint(error, errno == EEXIST ? "add to it with travaux add, or name another with --db"
                                         : "see whether its folder is there and may be written to");
    return code;
}

int tvx_store_create(tvx_store **out, const char *path, tvx_error *error)
{
    tvx_store *store;
    *out = NULL;
    int code = claim_path(path, error);
    if (code != TVX_OK)
        return code;
    code = connect_to_file(&store, path, SQLITE_OPEN_READWRITE, error);
    if (code == TVX_OK)
        code = tvx_run_text(store, TO_WRITE, error);
    if (code == TVX_OK)
        code = tvx_lay_out(store, error);
    code = finish(out, store, code);
    if (code != TVX_OK)
        unlink(path);
    return code;
}

void tvx_store_free(tvx_store *store)
{
    if (store == NULL)
        return;
    for (size_t i = 0; i < TVX_STATEMENTS; i++)
        sqlite3_finalize(store->prepared[i]);
    sqlite3_close(store->db);
    tvx_buf_dispose(&store->scratch);
    tvx_mem_free(store->path);
    tvx_mem_free(store->backup);
    tvx_mem_free(store);
}

/* No transaction begins whose rollback might want memory. */
static int begin(tvx_store *store, const char *sql, tvx_error *error)
{
    int code = tvx_prepare(store, TVX_SQL_ROLLBACK, error);
    return code != TVX_OK ? code : tvx_run_text(store, sql, error);
}

int tvx_store_begin_read(tvx_store *store, tvx_error *error)
{
    return begin(store, "BEGIN", error);
}

int tvx_store_begin_write(tvx_store *store, tvx_error *error)
{
    return begin(store, "BEGIN IMMEDIATE", error);
}

int tvx_store_commit(tvx_store *store, tvx_error *error)
{
    store->call = 0;
    int code = store->forgetting ? tvx_sweep_names(store, error) : TVX_OK;
    if (code == TVX_OK)
        code = tvx_run_text(store, "COMMIT", error);
    if (code == TVX_OK) {
        store->forgot = store->forgot || store->forgetting;
        store->forgetting = false;
    }
    return code;
}

void tvx_store_rollback(tvx_store *store)
{
    store->call = 0;
    store->forgetting = false;
    if (sqlite3_get_autocommit(store->db))
        return;
    sqlite3_step(store->prepared[TVX_SQL_ROLLBACK]);
    sqlite3_reset(store->prepared[TVX_SQL_ROLLBACK]);
}
