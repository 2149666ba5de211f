#include "cli/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100 };

static int fail_write(const tvx_cli_replacement *file, int reason, tvx_error *error)
{
    return tvx_fail(error, TVX_EIO, "'%s' cannot be written: %s", file->target, strerror(reason));
}

/* A travaux file holds what no export does: it is never what an export was meant to replace. */
static bool is_database(const char *path)
{
    static const char MAGIC[] = "SQLite format 3";
    char head[sizeof MAGIC];
    int descriptor = open(path, O_RDONLY);
    ssize_t n = descriptor < 0 ? 0 : read(descriptor, head, sizeof head);
    if (descriptor >= 0)
        close(descriptor);
    return n == (ssize_t)sizeof head && memcmp(head, MAGIC, sizeof head) == 0;
}

/* Sets *mode to the permissions of what is to be replaced, or to 0 if nothing is there. */
static int check_target(const tvx_cli_replacement *file, mode_t *mode, tvx_error *error)
{
    struct stat there;
    *mode = 0;
    if (lstat(file->target, &there) != 0)
        return errno == ENOENT ? TVX_OK : fail_write(file, errno, error);
    if (S_ISREG(there.st_mode) && is_database(file->target)) {
        int rc = tvx_fail(error, TVX_EIO, "'%s' is a database and is not replaced", file->target);
        tvx_fail_hint(error, "name another file for the export");
        return rc;
    }
    if (S_ISREG(there.st_mode)) {
        *mode = there.st_mode & (S_IRWXU | S_IRWXG | S_IRWXO);
        return TVX_OK;
    }
    int rc = tvx_fail(error, TVX_EIO, "'%s' is no regular file and is not replaced", file->target);
    tvx_fail_hint(error, "name another file, or write to standard output: -o -");
    return rc;
}

/* A new file in the target's folder; the descriptor, or -1 with errno. */
static int open_beside(tvx_cli_replacement *file, tvx_arena *arena)
{
    for (int i = 0; i < TRIES; i++) {
        char *name = tvx_arena_format(arena, "%s.%ld-%d.part", file->target, (long)getpid(), i);
        int descriptor = name == NULL ? -1 : open(name, O_WRONLY | O_CREAT | O_EXCL, 0666);
        if (name == NULL)
            errno = ENOMEM;
        if (descriptor >= 0)
            file->beside = name;
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

int tvx_cli_replacement_begin(tvx_cli_replacement *file, tvx_arena *arena, const char *target,
                              tvx_error *error)
{
    mode_t mode;
    *file = (tvx_cli_replacement){.target = target};
    int rc = check_target(file, &mode, error);
    if (rc != TVX_OK)
        return rc;
    int descriptor = open_beside(file, arena);
    if (descriptor < 0)
        return fail_write(file, errno, error);
    if ((mode == 0 || fchmod(descriptor, mode) == 0) &&
        (file->file = fdopen(descriptor, "wb")) != NULL)
        return TVX_OK;
    rc = fail_write(file, errno, error);
    close(descriptor);
    return rc;
}

int tvx_cli_replacement_write(void *payload, const char *bytes, size_t n, tvx_error *error)
{
    tvx_cli_replacement *file = payload;
    errno = 0;
    return fwrite(bytes, 1, n, file->file) == n ? TVX_OK : fail_write(file, errno, error);
}

int tvx_cli_replacement_commit(tvx_cli_replacement *file, tvx_error *error)
{
    errno = 0;
    bool whole = fflush(file->file) == 0 && fsync(fileno(file->file)) == 0;
    int reason = errno;
    bool closed = fclose(file->file) == 0;
    file->file = NULL;
    if (!whole || !closed)
        return fail_write(file, whole ? errno : reason, error);
    mode_t mode;
    int rc = check_target(file, &mode, error);
    if (rc == TVX_OK && rename(file->beside, file->target) != 0)
        rc = fail_write(file, errno, error);
    if (rc == TVX_OK)
        file->beside = NULL;
    return rc;
}

void tvx_cli_replacement_end(tvx_cli_replacement *file)
{
    if (file->file != NULL)
        fclose(file->file);
    if (file->beside != NULL)
        unlink(file->beside);
    *file = (tvx_cli_replacement){0};
}
