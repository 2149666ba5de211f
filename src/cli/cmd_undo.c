#include <time.h>

#include "cli/answer.h"
#include "cli/take.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_undo = {
    .name = "undo",
    .group = TVX_CLI_RECORDING,
    .summary = "takes back the last call that recorded something",
    .examples = "travaux undo --dry-run\n"
                "travaux undo\n",
    .details = "Undone twice it goes one call further back. It is for slips: once others have a "
               "copy of the file, record a correction instead. What was forgotten stays "
               "forgotten.\n",
    .common = TVX_CLI_DB | TVX_CLI_JSON | TVX_CLI_DRY_RUN,
    .run = run,
};

static void put_time(char *out, size_t size, int64_t seconds)
{
    time_t when = (time_t)seconds;
    struct tm parts;
    if (gmtime_r(&when, &parts) == NULL || strftime(out, size, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        out[0] = '\0';
}

static void answer_text(tvx_cli *cli, const tvx_undone *undone, const char *when, bool dry)
{
    char minute[TVX_DATE_HUMAN], text[sizeof "2025-02-24T22:12"];
    tvx_buf line = {0};
    size_t n = 0;
    for (; when[n] != '\0' && n + 1 < sizeof text; n++)
        text[n] = when[n];
    text[n] = '\0';
    tvx_human_date(&(tvx_date){.text = text, .precision = TVX_PRECISION_TIME}, true, minute);
    tvx_buf_format(&line, "%s %s of %s: ", dry ? "would take back" : "took back", undone->command,
                   minute);
    tvx_cli_records(&line, undone->records, undone->n_records, undone->counts);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_PLAIN, &line);
}

static int answer_json(tvx_cli *cli, const tvx_undone *undone, const char *when, bool dry,
                       tvx_error *error)
{
    tvx_buf text = {0};
    tvx_json json = {.out = &text};
    tvx_json_object(&json, TVX_JSON_LINES);
    tvx_json_name(&json, "dry_run");
    tvx_json_flag(&json, dry);
    tvx_json_member(&json, "command", undone->command);
    tvx_json_member(&json, "recorded", when);
    tvx_cli_json_counts(&json, "took_back", undone->counts);
    tvx_cli_json_records(&json, "records", undone->records, undone->n_records);
    tvx_json_end(&json);
    tvx_buf_char(&text, '\n');
    int rc = text.failed ? tvx_fail_memory(error) : TVX_OK;
    if (rc == TVX_OK)
        tvx_cli_write(cli, tvx_buf_string(&text), text.size);
    tvx_buf_dispose(&text);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    bool dry = tvx_cli_has(cli, "dry-run");
    char when[32];
    tvx_undone undone;
    tvx_file *file;
    int rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK)
        rc = tvx_file_undo(file, dry, &undone, error);
    if (rc != TVX_OK)
        return rc;
    put_time(when, sizeof when, undone.recorded);
    if (cli->format == TVX_FORMAT_JSON)
        return answer_json(cli, &undone, when, dry, error);
    answer_text(cli, &undone, when, dry);
    return TVX_OK;
}
