#include "cli/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TRIES = 100, BLOCK = 65536, LARGEST = 16 * 1024 * 1024 };

static int fail(const char *path, const char *what, int reason, tvx_error *error)
{
    return tvx_fail(error, TVX_EIO, "the temporary file '%s' cannot be %s: %s", path, what,
                    strerror(reason));
}

static const char *folder(void)
{
    const char *given = getenv("TMPDIR");
    return given != NULL && given[0] != '\0' ? given : "/tmp";
}

int tvx_cli_scratch_make(const char **path, FILE **file, tvx_arena *arena, const char *ending,
                         tvx_error *error)
{
    int descriptor = -1;
    for (int i = 0; descriptor < 0 && i < TRIES; i++) {
        *path = tvx_arena_format(arena, "%s/travaux-%ld-%d%s", folder(), (long)getpid(), i, ending);
        if (*path == NULL)
            return tvx_fail_memory(error);
        descriptor = open(*path, O_RDWR | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
        if (descriptor < 0 && errno != EEXIST)
            break;
    }
    if (descriptor >= 0 && (*file = fdopen(descriptor, "wb")) != NULL)
        return TVX_OK;
    int rc = fail(*path, "made", errno, error);
    tvx_fail_hint(error, "set TMPDIR to a folder that may be written to");
    if (descriptor >= 0) {
        close(descriptor);
        unlink(*path);
    }
    return rc;
}

int tvx_cli_scratch_close(const char *path, FILE *file, tvx_error *error)
{
    errno = 0;
    bool whole = fflush(file) == 0 && ferror(file) == 0;
    int reason = errno;
    bool closed = fclose(file) == 0;
    return whole && closed ? TVX_OK : fail(path, "written", whole ? errno : reason, error);
}

/*
 * Opens what lies there after others had it in hand: a file, or nothing (NULL). Neither a link nor
 * a pipe is followed or waited for.
 */
static FILE *reopen(const char *path, int flags, const char *mode, const char *what,
                    tvx_error *error)
{
    struct stat info;
    FILE *file = NULL;
    int descriptor = open(path, flags | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) {
        fail(path, what, errno, error);
        return NULL;
    }
    if (fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && info.st_size <= LARGEST)
        file = fdopen(descriptor, mode);
    if (file == NULL) {
        close(descriptor);
        tvx_fail(error, TVX_EIO, "the temporary file '%s' is no file of at most %d MiB any more",
                 path, LARGEST / (1024 * 1024));
    }
    return file;
}

int tvx_cli_scratch_write(const char *path, const tvx_buf *content, tvx_error *error)
{
    FILE *file = reopen(path, O_WRONLY | O_TRUNC, "wb", "written", error);
    if (file == NULL)
        return TVX_EIO;
    fwrite(tvx_buf_string(content), 1, content->size, file);
    return tvx_cli_scratch_close(path, file, error);
}

int tvx_cli_scratch_read(const char *path, tvx_buf *out, tvx_error *error)
{
    char block[BLOCK];
    size_t n;
    int rc = TVX_OK;
    FILE *file = reopen(path, O_RDONLY, "rb", "read", error);
    if (file == NULL)
        return TVX_EIO;
    errno = 0;
    while (out->size <= LARGEST && (n = fread(block, 1, sizeof block, file)) > 0)
        tvx_buf_put(out, block, n);
    if (ferror(file))
        rc = fail(path, "read", errno, error);
    fclose(file);
    return rc == TVX_OK && out->failed ? tvx_fail_memory(error) : rc;
}
