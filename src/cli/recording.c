#include "cli/recording.h"

#include "cli/output.h"

static int begin(tvx_cli_recording *recording, tvx_cli *cli, tvx_file *file, tvx_add_manner manner,
                 tvx_error *error)
{
    *recording = (tvx_cli_recording){
        .cli = cli, .file = file, .dry = tvx_cli_has(cli, "dry-run"), .json = {.out = NULL}};
    recording->json.out = &recording->text;
    tvx_cli_output_hold(&cli->output);
    return tvx_add_begin(&recording->add, file, cli->command->name, manner, error);
}

int tvx_cli_recording_begin(tvx_cli_recording *recording, tvx_cli *cli, tvx_file *file,
                            tvx_error *error)
{
    return begin(recording, cli, file, TVX_ADD_FILES, error);
}

int tvx_cli_recording_begin_watched(tvx_cli_recording *recording, tvx_cli *cli, tvx_file *file,
                                    tvx_add_manner manner, tvx_error *error)
{
    int rc = begin(recording, cli, file, manner, error);
    recording->watched = true;
    return rc == TVX_OK ? tvx_cli_readings_take(&recording->before, cli, file, error) : rc;
}

int tvx_cli_recording_take(tvx_cli_recording *recording, tvx_error *error)
{
    if (recording->text.failed)
        return tvx_fail_memory(error);
    int rc = tvx_add_text(recording->add, tvx_buf_string(&recording->text), error);
    if (rc != TVX_OK)
        tvx_cli_trace_mend(&recording->trace, error);
    return rc;
}

int tvx_cli_recording_check(tvx_cli_recording *recording, const tvx_added **out, tvx_error *error)
{
    int rc = tvx_add_check(recording->add, error);
    if (rc != TVX_OK) {
        tvx_cli_trace_mend(&recording->trace, error);
        return rc;
    }
    *out = tvx_add_summary(recording->add);
    return TVX_OK;
}

int tvx_cli_recording_commit(tvx_cli_recording *recording, tvx_error *error)
{
    const tvx_added *added = tvx_add_summary(recording->add);
    int rc = tvx_cli_output_check(&recording->cli->output, error);
    if (rc == TVX_OK && !recording->dry)
        rc = tvx_add_commit(recording->add, error);
    for (size_t i = 0; rc == TVX_OK && i < added->warnings.n; i++)
        tvx_cli_remark(recording->cli, "warning: %s", added->warnings.items[i]);
    return rc;
}

void tvx_cli_recording_end(tvx_cli_recording *recording)
{
    tvx_add_free(recording->add);
    recording->add = NULL;
    tvx_cli_readings_free(&recording->before);
    tvx_buf_dispose(&recording->text);
}
