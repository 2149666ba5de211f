#include "cli/inputs.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

enum { BLOCK = 65536 };

static int fail(const tvx_cli_input *input, const char *what, int reason, tvx_error *error)
{
    int rc = tvx_fail(error, TVX_EIO, "the input cannot be %s: %s", what, strerror(reason));
    tvx_fail_at(error, input->name, 0);
    return rc;
}

static bool never_waits(FILE *file)
{
    struct stat info;
    int descriptor = fileno(file);
    return descriptor >= 0 && fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode);
}

int tvx_cli_input_open(tvx_cli_input *input, tvx_error *error)
{
    errno = 0;
    if (input->file != NULL || (input->file = fopen(input->name, "rb")) != NULL)
        return TVX_OK;
    int rc = fail(input, "opened", errno, error);
    if (strchr(input->name, '=') != NULL)
        tvx_fail_hint(error, "TERM=VALUE needs --outlet, --published and --title beside it");
    return rc;
}

void tvx_cli_input_close(tvx_cli_input *input)
{
    if (input->file != NULL && !input->kept)
        fclose(input->file);
    if (!input->kept)
        input->file = NULL;
}

int tvx_cli_input_read(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    tvx_cli_input *input = payload;
    errno = 0;
    *got = fread(buffer, 1, size, input->file);
    if (*got == 0 && ferror(input->file))
        return fail(input, "read", errno, error);
    if (input->progress != NULL)
        tvx_cli_progress_read(input->progress, *got);
    return TVX_OK;
}

/* --- copies of what may be slow --- */

static int copy(tvx_cli_input *input, FILE *to, tvx_error *error)
{
    char block[BLOCK];
    size_t n;
    int rc;
    while ((rc = tvx_cli_input_read(input, block, sizeof block, &n, error)) == TVX_OK && n > 0)
        if (fwrite(block, 1, n, to) != n)
            return fail(input, "kept", errno, error);
    errno = 0;
    if (rc == TVX_OK && (fflush(to) != 0 || fseek(to, 0, SEEK_SET) != 0))
        rc = fail(input, "kept", errno, error);
    return rc;
}

/* Puts a copy in the place of an open input. */
static int keep(tvx_cli_input *input, bool standard, tvx_error *error)
{
    errno = 0;
    FILE *to = tmpfile();
    int rc = to != NULL ? copy(input, to, error) : fail(input, "kept", errno, error);
    if (!standard)
        fclose(input->file);
    input->file = to;
    input->kept = true;
    input->progress = NULL;
    return rc;
}

static int gather(tvx_cli_input *input, tvx_cli *cli, const char *name, tvx_error *error)
{
    bool standard = strcmp(name, "-") == 0;
    input->name = standard ? "standard input" : name;
    input->file = standard ? cli->in : NULL;
    input->kept = standard;
    int rc = tvx_cli_input_open(input, error);
    if (rc == TVX_OK && !never_waits(input->file))
        return keep(input, standard, error);
    if (rc == TVX_OK)
        tvx_cli_input_close(input);
    return rc;
}

int tvx_cli_inputs_gather(tvx_cli_inputs *inputs, tvx_cli *cli, tvx_error *error)
{
    int rc = TVX_OK;
    *inputs = (tvx_cli_inputs){.n = cli->arguments.n};
    inputs->items = tvx_arena_new(&cli->arena, inputs->n, sizeof *inputs->items);
    tvx_cli_progress_begin(&inputs->progress, cli);
    if (inputs->items == NULL) {
        inputs->n = 0;
        return tvx_fail_memory(error);
    }
    for (size_t i = 0; i < inputs->n && rc == TVX_OK; i++) {
        inputs->items[i].progress = &inputs->progress;
        rc = gather(&inputs->items[i], cli, cli->arguments.items[i], error);
    }
    return rc;
}

void tvx_cli_inputs_dispose(tvx_cli_inputs *inputs, const tvx_cli *cli)
{
    for (size_t i = 0; i < inputs->n; i++)
        if (inputs->items[i].file != NULL && inputs->items[i].file != cli->in)
            fclose(inputs->items[i].file);
    inputs->n = 0;
    tvx_cli_progress_end(&inputs->progress);
}
