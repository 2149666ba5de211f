/*
 * The schema, step by step, and the backup copies made before an older file is brought up to date.
 */
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fail.h"
#include "base/mem.h"
#include "store/open.h"
#include "store/schema_steps.h"

/* --- steps --- */

/* Brings the schema from a version to the newest, and says so in the file. */
static int run_steps(tvx_store *store, int64_t version, tvx_error *error)
{
    char sql[96];
    int code = TVX_OK;
    for (int64_t step = version; step < tvx_schema_version && code == TVX_OK; step++)
        code = tvx_run_text(store, tvx_schema_steps[step], error);
    snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d",
             TVX_APPLICATION_ID, tvx_schema_version);
    return code != TVX_OK ? code : tvx_run_text(store, sql, error);
}

int tvx_lay_out(tvx_store *store, tvx_error *error)
{
    int code = tvx_store_begin_write(store, error);
    if (code == TVX_OK)
        code = run_steps(store, 0, error);
    if (code == TVX_OK)
        code = tvx_store_commit(store, error);
    if (code != TVX_OK)
        tvx_store_rollback(store);
    return code;
}

/* --- backup copies --- */

enum { BACKUPS = 99 }; /* of one version: earlier ones are never replaced */

static const char *backup_name(tvx_arena *arena, const char *path, int64_t version, int number)
{
    return number == 1
               ? tvx_arena_format(arena, "%s.backup-v%lld", path, (long long)version)
               : tvx_arena_format(arena, "%s.backup-v%lld.%d", path, (long long)version, number);
}

int tvx_store_backups(tvx_store *store, tvx_arena *arena, tvx_texts *out, tvx_error *error)
{
    const char **items = NULL;
    size_t n = 0, capacity = 0;
    for (int64_t version = 1; version < tvx_schema_version; version++)
        for (int number = 1; number <= BACKUPS; number++) {
            struct stat info;
            const char *name = backup_name(arena, store->path, version, number);
            if (name == NULL)
                return tvx_fail_memory(error);
            if (lstat(name, &info) != 0 || !S_ISREG(info.st_mode))
                continue;
            if (tvx_arena_grow(arena, &items, n, &capacity, sizeof *items) != TVX_OK)
                return tvx_fail_memory(error);
            items[n++] = name;
        }
    *out = (tvx_texts){.items = items, .n = n};
    return TVX_OK;
}

const char *tvx_store_backup_made(const tvx_store *store)
{
    return store->backup;
}

static int fail_backup(const char *name, const char *why, tvx_error *error)
{
    int code = tvx_fail(error, TVX_EIO, "the backup copy '%s' cannot be made: %s", name, why);
    tvx_fail_hint(error, "an older file is copied before it is brought up to date: see whether its "
                         "folder has room and may be written to");
    return code;
}

/* An empty file of ours that was not there, and that nobody else may read. */
static int claim(const char *name)
{
    int fd = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
    if (fd >= 0)
        close(fd);
    return fd < 0 ? -1 : 0;
}

/* Gives a whole copy the first name that is not taken. */
static int name_backup(tvx_store *store, int64_t version, const char *part, tvx_arena *arena,
                       const char **out, tvx_error *error)
{
    for (int number = 1; number <= BACKUPS; number++) {
        const char *name = backup_name(arena, store->path, version, number);
        if (name == NULL)
            return tvx_fail_memory(error);
        int claimed = claim(name);
        if (claimed == 0 && rename(part, name) == 0) {
            *out = name;
            return TVX_OK;
        }
        if (claimed == 0 || errno != EEXIST)
            return fail_backup(name, strerror(errno), error);
    }
    int code = tvx_fail(error, TVX_EIO, "'%s' has %d backup copies already", store->path, BACKUPS);
    tvx_fail_hint(error, "move away those that are no longer needed");
    return code;
}

/* Copies page by page, SQLITE_DONE at the end. By SQLite itself: a file that it holds open is not
   to be opened otherwise, for closing that would give up its locks. */
static int copy_pages(const char *from, const char *to)
{
    sqlite3 *source = NULL, *target = NULL;
    sqlite3_backup *copy = NULL;
    int code = sqlite3_open_v2(from, &source, SQLITE_OPEN_READONLY, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_open_v2(to, &target, SQLITE_OPEN_READWRITE, NULL);
    if (code == SQLITE_OK) {
        sqlite3_exec(target, "PRAGMA journal_mode = OFF", NULL, NULL,
                     NULL); /* it is whole or gone */
        copy = sqlite3_backup_init(target, "main", source, "main");
        code = copy != NULL ? sqlite3_backup_step(copy, -1) : sqlite3_errcode(target);
        sqlite3_backup_finish(copy);
    }
    sqlite3_close(target);
    sqlite3_close(source);
    return code;
}

/* Waits until a file, or what a folder lists, is on the disk. */
static int sync_path(const char *path, int flags)
{
    int fd = open(path, flags);
    if (fd < 0)
        return -1;
    int result = fsync(fd);
    int reason = errno;
    close(fd);
    errno = reason;
    return result;
}

/* Some file systems cannot sync a folder: what they can, they did. */
static void sync_folder(const char *path)
{
    char *folder = tvx_mem_text(path);
    char *slash = folder == NULL ? NULL : strrchr(folder, '/');
    if (slash != NULL)
        slash[slash == folder ? 1 : 0] = '\0';
    if (folder != NULL)
        sync_path(slash == NULL ? "." : folder, O_RDONLY);
    tvx_mem_free(folder);
}

static int fill_backup(const char *path, const char *name, tvx_error *error)
{
    char *from = tvx_plain_path(path), *to = tvx_plain_path(name);
    int code = TVX_OK;
    if (from == NULL || to == NULL) {
        code = tvx_fail_memory(error);
        goto done;
    }
    int copied = copy_pages(from, to);
    if (copied == SQLITE_NOMEM)
        code = tvx_fail_memory(error);
    else if (copied != SQLITE_DONE)
        code = fail_backup(name, sqlite3_errstr(copied), error);
    else if (sync_path(to, O_RDWR) != 0)
        code = fail_backup(name, strerror(errno), error);
done:
    tvx_mem_free(from);
    tvx_mem_free(to);
    return code;
}

/* --- an older file --- */

/* A copy gets its name when it is whole: one that was cut short lies about under no other name, and
   goes when the next one is made, by whoever holds the lock. */
static int make_backup(tvx_store *store, int64_t version, tvx_arena *arena, const char **out,
                       tvx_error *error)
{
    const char *part = tvx_arena_format(arena, "%s.backup-part", store->path);
    if (part == NULL)
        return tvx_fail_memory(error);
    unlink(part);
    if (claim(part) != 0)
        return fail_backup(part, strerror(errno), error);
    int code = fill_backup(store->path, part, error);
    if (code == TVX_OK)
        code = name_backup(store, version, part, arena, out, error);
    if (code == TVX_OK)
        sync_folder(*out);
    else
        unlink(part);
    return code;
}

static int migrate(tvx_store *store, int64_t version, tvx_error *error)
{
    tvx_arena arena = {0};
    const char *backup = NULL;
    int code = make_backup(store, version, &arena, &backup, error);
    if (code == TVX_OK && (store->backup = tvx_mem_text(backup)) == NULL)
        code = tvx_fail_memory(error);
    if (code == TVX_OK)
        code = run_steps(store, version, error);
    if (code == TVX_OK)
        code = tvx_store_rebuild(store, error);
    if (code != TVX_OK && backup != NULL)
        unlink(backup);
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_bring_up_to_date(tvx_store *store, tvx_error *error)
{
    int64_t version;
    if (sqlite3_db_readonly(store->db, "main") != 0) {
        int code = tvx_fail(error, TVX_EIO,
                            "'%s' is of an older version and may not be written to, so that it "
                            "cannot be brought up to date",
                            store->path);
        tvx_fail_hint(error, "change its permissions, or name a copy of it with --db");
        return code;
    }
    int code = tvx_store_begin_write(store, error);
    if (code == TVX_OK) /* another program may have done it while this one waited */
        code = tvx_file_version(store, &version, error);
    if (code == TVX_OK && version < tvx_schema_version)
        code = migrate(store, version, error);
    if (code == TVX_OK)
        code = tvx_store_commit(store, error);
    if (code != TVX_OK)
        tvx_store_rollback(store);
    return code;
}
