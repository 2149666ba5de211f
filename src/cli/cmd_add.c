#include "cli/add_line.h"
#include "cli/answer.h"
#include "cli/editor.h"
#include "cli/inputs.h"
#include "cli/text.h"

static int run(tvx_cli *cli, tvx_error *error);

static const char *const bases[] = {"text",      "document",     "on_record", "anonymous",
                                    "secondary", "unattributed", NULL};

/* The report, then the draft. */
static const tvx_cli_option options[] = {
    {.name = "outlet", .value = "NAME", .help = "who reports"},
    {.name = "published", .value = "DATE", .help = "when", .traits = TVX_CLI_DATE},
    {.name = "title", .value = "TEXT", .help = "the report's headline"},
    {.name = "basis",
     .value = "BASIS",
     .help = "how the outlet knows: text, document, on_record, anonymous, secondary (repeats "
             "others) or unattributed",
     .words = bases},
    {.name = "cites", .value = "OUTLET", .help = "whom it cites", .traits = TVX_CLI_MANY},
    {.name = "who",
     .value = "TEXT",
     .help = "a person whom it cites; anonymous ones unnamed",
     .traits = TVX_CLI_MANY},
    {.name = "url", .value = "URL", .help = "where it is"},
    {.name = "archived-url", .value = "URL", .help = "where a copy is"},
    {.name = "accessed", .value = "DATE", .help = "when it was read", .traits = TVX_CLI_DATE},
    {.name = "byline", .value = "TEXT", .help = "who wrote it"},
    {.name = "language", .value = "CODE", .help = "its language: en, uk"},
    {.name = "note", .value = "TEXT", .help = "anything else about the report"},
    {.name = "updates", .value = "ID", .help = "an earlier state of this very article"},
    {.name = "supersedes", .value = "ID", .help = "the record that this one mends"},
    {.name = "draft",
     .value = "DRAFT",
     .help = "what the terms are said of; declared where it is new. None: background",
     .traits = TVX_CLI_MANY},
    {.name = "dated", .value = "DATE", .help = "the date the draft bears", .traits = TVX_CLI_DATE},
    {.name = "presented",
     .value = "DATE",
     .help = "when the draft was handed over",
     .traits = TVX_CLI_DATE},
    {.name = "by", .value = "PARTY", .help = "whose draft it is", .traits = TVX_CLI_MANY},
    {.name = "follows", .value = "DRAFT", .help = "what it came after", .traits = TVX_CLI_MANY},
    {.name = "starts-line", .help = "the draft follows no other"},
    {.name = "amends", .value = "DRAFT", .help = "it states only what it alters there"},
    {.name = "maybe-same-as",
     .value = "DRAFT",
     .help = "may be the same draft",
     .traits = TVX_CLI_MANY},
    {.name = "draft-title", .value = "TEXT", .help = "what the draft is called"},
    {.name = "draft-url", .value = "URL", .help = "where its text is"},
    {.name = "draft-note", .value = "TEXT", .help = "anything else about the draft"},
    {.name = "edit", .help = "fill in the rest, or all of it, in $EDITOR"},
    {0},
};

const tvx_cli_command tvx_cmd_add = {
    .name = "add",
    .group = TVX_CLI_RECORDING,
    .arguments = "FILE… | TERM=VALUE…",
    .most = TVX_CLI_ANY,
    .summary = "records a report, or whatever files hold",
    .examples = "travaux add --outlet CNN --published 2025-02-24 --title 'No guarantees' \\\n"
                "  --draft us-0224 --presented 2025-02-24 --by US --follows us-0221 \\\n"
                "  revenue_share='up to 50% of revenue' security_guarantees=deferred\n"
                "travaux add --outlet Babel --published '24 Feb 2025' --title 'What it says' \\\n"
                "  --basis secondary --cites CNN --draft us-0224 \\\n"
                "  security_guarantees='deferred to a later meeting' fund=included lien=absent\n"
                "travaux add --edit --outlet CNN --draft us-0224\n"
                "travaux add --dry-run reports.jsonl\n"
                "curl -s https://example.org/reports.json | travaux add -\n",
    .details = "A value is written as people write it; 'included' (there, content not reported), "
               "'absent' (said not to be there) and 'deferred' stand for themselves. What was not "
               "reported is left out. Files hold a JSON object, an array, or a JSON object a line. "
               "It is all or nothing.\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run,
};

/* --- the command --- */

static int take_files(tvx_cli_recording *recording, tvx_cli_inputs *inputs, tvx_error *error)
{
    int rc = TVX_OK;
    for (size_t i = 0; rc == TVX_OK && i < inputs->n; i++) {
        tvx_cli_input *input = &inputs->items[i];
        rc = tvx_cli_input_open(input, error);
        if (rc == TVX_OK)
            rc = tvx_add_records(recording->add, input->name, tvx_cli_input_read, input, error);
        tvx_cli_input_close(input);
    }
    return rc;
}

/* An option of its own makes it a report that is given on the command line. */
static bool is_line(const tvx_cli *cli)
{
    for (size_t i = 0; options[i].name != NULL; i++)
        if (tvx_cli_has(cli, options[i].name))
            return true;
    return false;
}

static int check_given(const tvx_cli *cli, tvx_error *error)
{
    if (is_line(cli))
        return tvx_cli_line_needs(cli, error);
    if (cli->arguments.n > 0)
        return TVX_OK;
    int rc = tvx_fail(error, TVX_EUSAGE, "add needs files, or a report given by options");
    tvx_fail_hint(error, "travaux help add shows examples of both");
    return rc;
}

static int take_line(tvx_cli_recording *recording, tvx_error *error)
{
    int rc = tvx_cli_line_write(recording, error);
    return rc == TVX_OK ? tvx_cli_recording_take(recording, error) : rc;
}

/* Looks at what was taken, answers and keeps it. */
static int finish(tvx_cli_recording *recording, tvx_error *error)
{
    const tvx_added *added;
    int rc = tvx_cli_recording_check(recording, &added, error);
    if (rc == TVX_OK)
        rc = tvx_cli_answer(recording, added, error);
    return rc == TVX_OK ? tvx_cli_recording_commit(recording, error) : rc;
}

static int add_all(tvx_cli_recording *recording, tvx_cli_inputs *inputs, tvx_error *error)
{
    int rc = is_line(recording->cli) ? take_line(recording, error)
                                     : take_files(recording, inputs, error);
    return rc == TVX_OK ? finish(recording, error) : rc;
}

/* --- filled in by hand --- */

static int take_edited(void *payload, const char *json, tvx_error *error)
{
    tvx_cli *cli = payload;
    tvx_cli_recording recording = {0};
    int rc = tvx_cli_recording_begin(&recording, cli, cli->file, error);
    if (rc == TVX_OK) {
        tvx_buf_text(&recording.text, json);
        rc = tvx_cli_recording_take(&recording, error);
    }
    if (rc == TVX_OK)
        rc = finish(&recording, error);
    tvx_cli_recording_end(&recording);
    return rc;
}

/* The terms that a claim may name, as help. */
static int put_terms(tvx_buf *help, tvx_file *file, const char *negotiation, tvx_error *error)
{
    tvx_query query = {.negotiation = negotiation};
    const tvx_row *rows;
    tvx_view *view = NULL;
    int rc = tvx_view_open(&view, file, &query, error);
    size_t n = rc == TVX_OK ? tvx_view_rows(view, &rows) : 0;
    tvx_buf_text(help, n > 0 ? "Terms:\n" : "");
    for (size_t i = 0; i < n; i++) {
        tvx_buf_format(help, "  %s (", rows[i].name);
        tvx_cli_list(help, rows[i].term->kind_words);
        tvx_buf_text(help, "): ");
        tvx_cli_row_title(help, &rows[i]);
        tvx_buf_char(help, '\n');
    }
    tvx_view_free(view);
    return rc;
}

static int put_help(tvx_buf *help, tvx_cli *cli, tvx_file *file, tvx_error *error)
{
    const char *negotiation;
    tvx_buf_text(help, "A report: what you save here is recorded.\n"
                       "Leave it unchanged, or empty it, to record nothing.\n"
                       "A claim has a value, or a stance: included, absent or deferred.\n");
    int rc = tvx_cli_negotiation(cli, file, &negotiation, error);
    if (rc == TVX_OK)
        rc = put_terms(help, file, negotiation, error);
    return rc == TVX_OK && help->failed ? tvx_fail_memory(error) : rc;
}

/* Nothing is locked while somebody writes. */
static int run_edited(tvx_cli *cli, tvx_file *file, tvx_error *error)
{
    tvx_cli_recording draft = {.cli = cli, .file = file};
    tvx_buf help = {0};
    draft.json.out = &draft.text;
    int rc = tvx_cli_line_write(&draft, error);
    if (rc == TVX_OK && draft.text.failed)
        rc = tvx_fail_memory(error);
    if (rc == TVX_OK)
        rc = put_help(&help, cli, file, error);
    if (rc == TVX_OK)
        rc = tvx_cli_edit(cli, tvx_buf_string(&draft.text), tvx_buf_string(&help), take_edited, cli,
                          error);
    tvx_buf_dispose(&help);
    tvx_cli_recording_end(&draft);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_recording recording = {0};
    tvx_cli_inputs inputs = {0};
    tvx_file *file;
    int rc = check_given(cli, error);
    if (rc == TVX_OK)
        rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK && tvx_cli_has(cli, "edit"))
        return run_edited(cli, file, error);
    if (rc == TVX_OK && !is_line(cli)) /* before the file is locked */
        rc = tvx_cli_inputs_gather(&inputs, cli, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_begin(&recording, cli, file, error);
    if (rc == TVX_OK)
        rc = add_all(&recording, &inputs, error);
    tvx_cli_recording_end(&recording);
    tvx_cli_inputs_dispose(&inputs, cli);
    return rc;
}
