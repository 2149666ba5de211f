#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/answer.h"
#include "cli/inputs.h"
#include "cli/scratch.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_merge = {
    .name = "merge",
    .group = TVX_CLI_SHARING,
    .arguments = "FILE",
    .least = 1,
    .most = 1,
    .summary = "takes in the records of another file",
    .examples = "travaux merge colleague.db\n"
                "travaux merge --dry-run deal.jsonl\n"
                "ssh archive cat deal.jsonl | travaux merge -\n",
    .details = "FILE is a travaux file or a jsonl export. Whichever of two files is merged into "
               "the other, and in whatever order several are, the answers are the same. It is all "
               "or nothing; nothing in the file is believed unseen.\n",
    .common = TVX_CLI_DB | TVX_CLI_JSON | TVX_CLI_DRY_RUN,
    .run = run,
};

/* What is to be merged. */
typedef struct merging {
    tvx_cli_recording recording;
    tvx_cli_inputs inputs;
    const char *database; /* path of a travaux file; NULL: it is none */
    const char *copy;     /* the same, where it is a copy of our own */
} merging;

/* --- what it is --- */

/* True in *is if an open input begins as a travaux file does; it is then read from the start. */
static int look(tvx_cli_input *input, bool *is, tvx_error *error)
{
    static const char MAGIC[] = "SQLite format 3";
    char head[sizeof MAGIC];
    size_t n = 0, got = 1;
    int rc = TVX_OK;
    while (rc == TVX_OK && n < sizeof head && got > 0) {
        rc = tvx_cli_input_read(input, head + n, sizeof head - n, &got, error);
        n += got;
    }
    *is = n == sizeof head && memcmp(head, MAGIC, sizeof head) == 0;
    errno = 0;
    if (rc == TVX_OK && fseek(input->file, 0, SEEK_SET) != 0) {
        rc = tvx_fail(error, TVX_EIO, "the input cannot be read: %s", strerror(errno));
        tvx_fail_at(error, input->name, 0);
    }
    return rc;
}

/* A travaux file that came from somewhere else than a named file gets a name. */
static int copy_input(merging *m, tvx_cli_input *input, tvx_error *error)
{
    char block[65536];
    FILE *to;
    size_t got = 1;
    int rc = tvx_cli_scratch_make(&m->copy, &to, &m->recording.cli->arena, ".db", error);
    if (rc != TVX_OK) {
        m->copy = NULL;
        return rc;
    }
    while (rc == TVX_OK && got > 0) {
        rc = tvx_cli_input_read(input, block, sizeof block, &got, error);
        fwrite(block, 1, got, to);
    }
    int closed = tvx_cli_scratch_close(m->copy, to, error);
    m->database = m->copy;
    return rc == TVX_OK ? closed : rc;
}

static int find_out(merging *m, tvx_error *error)
{
    tvx_cli_input *input = &m->inputs.items[0];
    bool is = false;
    int rc = tvx_cli_input_open(input, error);
    if (rc == TVX_OK)
        rc = look(input, &is, error);
    if (rc == TVX_OK && is && input->kept)
        return copy_input(m, input, error);
    m->database = is ? input->name : NULL;
    tvx_cli_input_close(input);
    return rc;
}

/* --- the command --- */

static int take(merging *m, tvx_error *error)
{
    tvx_cli_input *input = &m->inputs.items[0];
    tvx_add *add = m->recording.add;
    if (m->database != NULL)
        return tvx_add_file(add, m->database, input->name, error);
    int rc = tvx_cli_input_open(input, error);
    if (rc == TVX_OK)
        rc = tvx_add_records(add, input->name, tvx_cli_input_read, input, error);
    tvx_cli_input_close(input);
    return rc;
}

static int merge(merging *m, tvx_error *error)
{
    const tvx_added *added;
    int rc = take(m, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_check(&m->recording, &added, error);
    if (rc == TVX_OK)
        rc = tvx_cli_answer(&m->recording, added, error);
    return rc == TVX_OK ? tvx_cli_recording_commit(&m->recording, error) : rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    merging m = {.recording = {.cli = cli}};
    tvx_file *file;
    int rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK)
        rc = tvx_cli_inputs_gather(&m.inputs, cli, error);
    if (rc == TVX_OK)
        rc = find_out(&m, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_begin_watched(&m.recording, cli, file, TVX_ADD_MERGE, error);
    if (rc == TVX_OK)
        rc = merge(&m, error);
    tvx_cli_recording_end(&m.recording);
    if (m.copy != NULL)
        unlink(m.copy);
    tvx_cli_inputs_dispose(&m.inputs, cli);
    return rc;
}
