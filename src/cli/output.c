#include "cli/output.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { MEMORY_MOST = 1 << 20 };

/* True if nobody can keep the writer waiting. */
static bool never_waits(FILE *out)
{
    struct stat to, null;
    int descriptor = fileno(out);
    if (descriptor < 0 || fstat(descriptor, &to) != 0)
        return false;
    if (S_ISREG(to.st_mode))
        return true;
    return S_ISCHR(to.st_mode) && stat("/dev/null", &null) == 0 && S_ISCHR(null.st_mode) &&
           to.st_rdev == null.st_rdev;
}

void tvx_cli_output_begin(tvx_cli_output *output, FILE *out)
{
    *output = (tvx_cli_output){.out = out, .direct = never_waits(out)};
}

void tvx_cli_output_hold(tvx_cli_output *output)
{
    output->direct = false;
}

void tvx_cli_output_fail(tvx_cli_output *output, int code, int reason)
{
    if (output->failed != TVX_OK)
        return;
    output->failed = code;
    output->reason = reason;
}

static void write_to(tvx_cli_output *output, FILE *to, const char *bytes, size_t n)
{
    errno = 0;
    if (n > 0 && fwrite(bytes, 1, n, to) != n)
        tvx_cli_output_fail(output, TVX_EIO, errno);
}

/* Memory is full: what it holds goes to a temporary file, and so does all that follows. */
static void open_spill(tvx_cli_output *output)
{
    errno = 0;
    output->spill = tmpfile();
    if (output->spill == NULL) {
        tvx_cli_output_fail(output, TVX_EIO, errno);
        return;
    }
    write_to(output, output->spill, tvx_buf_string(&output->memory), output->memory.size);
    tvx_buf_dispose(&output->memory);
}

void tvx_cli_output_put(tvx_cli_output *output, const char *bytes, size_t n)
{
    if (output->failed == TVX_OK && !output->direct && output->spill == NULL &&
        (n > MEMORY_MOST || output->memory.size > MEMORY_MOST - n))
        open_spill(output);
    if (output->failed != TVX_OK)
        return;
    if (output->direct || output->spill != NULL) {
        write_to(output, output->direct ? output->out : output->spill, bytes, n);
        return;
    }
    tvx_buf_put(&output->memory, bytes, n);
    if (output->memory.failed)
        tvx_cli_output_fail(output, TVX_ENOMEM, 0);
}

static void copy_spill(tvx_cli_output *output)
{
    char block[16384];
    size_t n;
    errno = 0;
    if (fflush(output->spill) != 0 || fseek(output->spill, 0, SEEK_SET) != 0)
        tvx_cli_output_fail(output, TVX_EIO, errno);
    while (output->failed == TVX_OK && (n = fread(block, 1, sizeof block, output->spill)) > 0)
        write_to(output, output->out, block, n);
    if (ferror(output->spill))
        tvx_cli_output_fail(output, TVX_EIO, errno);
}

int tvx_cli_output_check(const tvx_cli_output *output, tvx_error *error)
{
    if (output->failed == TVX_OK)
        return TVX_OK;
    if (output->failed == TVX_ENOMEM)
        return tvx_fail_memory(error);
    return tvx_fail(error, output->failed, "the answer could not be written: %s",
                    strerror(output->reason));
}

int tvx_cli_output_finish(tvx_cli_output *output, tvx_error *error)
{
    if (output->failed == TVX_OK && output->spill != NULL)
        copy_spill(output);
    else if (output->failed == TVX_OK)
        write_to(output, output->out, tvx_buf_string(&output->memory), output->memory.size);
    errno = 0;
    if (output->failed == TVX_OK && fflush(output->out) != 0)
        tvx_cli_output_fail(output, TVX_EIO, errno);
    return output->reason == EPIPE ? TVX_OK : tvx_cli_output_check(output, error);
}

void tvx_cli_output_dispose(tvx_cli_output *output)
{
    if (output->spill != NULL)
        fclose(output->spill);
    tvx_buf_dispose(&output->memory);
}

int tvx_cli_output_sink(void *payload, const char *bytes, size_t n, tvx_error *error)
{
    tvx_cli_output *output = payload;
    tvx_cli_output_put(output, bytes, n);
    return tvx_cli_output_check(output, error);
}
