#include "travaux/import.h"

#include <string.h>

#include "cli/answer.h"
#include "cli/inputs.h"

static int run(tvx_cli *cli, tvx_error *error);

static const tvx_cli_option options[] = {
    {.name = "draft", .value = "DRAFT", .help = "what rows are about that name no draft"},
    {.name = "outlet", .value = "NAME", .help = "who reports, where an article does not say"},
    {.name = "published",
     .value = "DATE",
     .help = "when, where an article does not say",
     .traits = TVX_CLI_DATE},
    {.name = "title", .value = "TEXT", .help = "the headline, where an article has none"},
    {.name = "delimiter",
     .value = "CHAR",
     .help = "what stands between the cells of CSV, or tab; else told by its first row"},
    {0},
};

const tvx_cli_command tvx_cmd_import = {
    .name = "import",
    .group = TVX_CLI_RECORDING,
    .arguments = "FILE…",
    .least = 1,
    .most = TVX_CLI_ANY,
    .summary = "records reports from spreadsheets and Zotero",
    .examples = "travaux import --dry-run claims.csv\n"
                "travaux import claims.csv\n"
                "travaux import --dry-run --outlet CNN --published 2025-02-24 \\\n"
                "  --title 'Three drafts compared' drafts.csv\n"
                "travaux import --dry-run zotero.json\n"
                "xlsx2csv sheet.xlsx | travaux import --dry-run -\n",
    .details =
        "CSV with commas, semicolons or tabs; its first row names the columns, in any order and "
        "case. Those of a sheet with a claim a row: draft, draft_title, draft_date, "
        "draft_presented, party, draft_follows, draft_amends; term, value, unit, status, to, "
        "condition, was, quote, where, note; basis, attribution; outlet, title, published, url, "
        "archived_url, accessed, byline, language, report_note. Needed are term, outlet, title and "
        "published. status is stated, included, absent or deferred.\n"
        "With a draft a row: draft, date, source_url, outlet, title, published and the like, and a "
        "column for each term, named by its key or its title. With an article a row: outlet, "
        "title, published, url and the like; Zotero's CSV too.\n"
        "Rows with the same outlet, title, date and URL are one report. A draft that is new is "
        "declared. Columns of other names are kept in notes.\n"
        "attribution says who cites whom: 'CNN < who: a Ukrainian official [anonymous]; Axios'. A "
        "source may be followed by its basis and URL in brackets; several that one source cites "
        "stand in parentheses, names that hold ; < > ( ) [ ] in double quotes.\n"
        "What export --claims writes is read again, to the same claims. Positions, events, "
        "reported changes, mentions and judgements it does not hold: export --format jsonl does.\n"
        "JSON is CSL-JSON, as Zotero exports it: reports without claims.\n"
        "Importing twice adds nothing. It is all or nothing.\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run,
};

static int read_delimiter(const tvx_cli *cli, char *out, tvx_error *error)
{
    const char *text = tvx_cli_value(cli, "delimiter");
    *out = '\0';
    if (text == NULL)
        return TVX_OK;
    if (strcmp(text, "tab") == 0)
        *out = '\t';
    else if (strlen(text) == 1)
        *out = text[0];
    else {
        int rc = tvx_fail(error, TVX_EUSAGE, "--delimiter is one character, not '%s'", text);
        tvx_fail_hint(error, "write --delimiter ';' or --delimiter tab");
        return rc;
    }
    return TVX_OK;
}

static int read_options(tvx_cli *cli, tvx_file *file, tvx_import_options *out, tvx_error *error)
{
    *out = (tvx_import_options){.draft = tvx_cli_value(cli, "draft"),
                                .outlet = tvx_cli_value(cli, "outlet"),
                                .published = tvx_cli_value(cli, "published"),
                                .title = tvx_cli_value(cli, "title")};
    int rc = read_delimiter(cli, &out->delimiter, error);
    return rc == TVX_OK ? tvx_cli_negotiation(cli, file, &out->negotiation, error) : rc;
}

static int take_files(tvx_import *import, tvx_cli_inputs *inputs, tvx_error *error)
{
    int rc = TVX_OK;
    for (size_t i = 0; rc == TVX_OK && i < inputs->n; i++) {
        tvx_cli_input *input = &inputs->items[i];
        rc = tvx_cli_input_open(input, error);
        if (rc == TVX_OK)
            rc = tvx_import_read(import, input->name, tvx_cli_input_read, input, error);
        tvx_cli_input_close(input);
    }
    return rc == TVX_OK ? tvx_import_check(import, error) : rc;
}

static int import_all(tvx_cli_recording *recording, tvx_cli_inputs *inputs, tvx_error *error)
{
    tvx_import_options given;
    tvx_import *import = NULL;
    int rc = read_options(recording->cli, recording->file, &given, error);
    if (rc == TVX_OK)
        rc = tvx_import_begin(&import, recording->add, &given, error);
    if (rc == TVX_OK)
        rc = take_files(import, inputs, error);
    tvx_import_free(import);
    if (rc == TVX_OK)
        rc = tvx_cli_answer(recording, tvx_add_summary(recording->add), error);
    return rc == TVX_OK ? tvx_cli_recording_commit(recording, error) : rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_recording recording = {0};
    tvx_cli_inputs inputs = {0};
    tvx_file *file;
    int rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK) /* before the file is locked */
        rc = tvx_cli_inputs_gather(&inputs, cli, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_begin(&recording, cli, file, error);
    if (rc == TVX_OK)
        rc = import_all(&recording, &inputs, error);
    tvx_cli_recording_end(&recording);
    tvx_cli_inputs_dispose(&inputs, cli);
    return rc;
}
