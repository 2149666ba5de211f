#include "cli/form.h"

static int run_add(tvx_cli *cli, tvx_error *error);
static int run_edit(tvx_cli *cli, tvx_error *error);

static const tvx_cli_option options[] = {
    {.name = "title", .value = "TEXT", .help = "what it is called"},
    {.name = "dated",
     .value = "DATE",
     .help = "the date that the text bears",
     .traits = TVX_CLI_DATE},
    {.name = "presented",
     .value = "DATE",
     .help = "when it was handed over",
     .traits = TVX_CLI_DATE},
    {.name = "by",
     .value = "PARTY",
     .help = "whose draft it is; none: not known",
     .traits = TVX_CLI_MANY},
    {.name = "follows",
     .value = "DRAFT",
     .help = "what it came after; none: by date",
     .traits = TVX_CLI_MANY},
    {.name = "starts-line", .help = "it follows no other draft"},
    {.name = "amends", .value = "DRAFT", .help = "it states only what it alters there"},
    {.name = "maybe-same-as",
     .value = "DRAFT",
     .help = "may be the same draft; shown, never acted on",
     .traits = TVX_CLI_MANY},
    {.name = "url", .value = "URL", .help = "where its text is"},
    {.name = "note", .value = "TEXT", .help = "anything else"},
    {0},
};

const tvx_cli_command tvx_cmd_draft_add = {
    .name = "draft add",
    .group = TVX_CLI_RECORDING,
    .arguments = "KEY",
    .least = 1,
    .most = 1,
    .summary = "declares a draft",
    .examples = "travaux draft add us-0221 --dated 2025-02-21 --by US\n"
                "travaux draft add us-0224 --presented '24 Feb 2025' --follows us-0221\n",
    .details = "travaux add --draft declares a draft together with the first report of it.\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run_add,
};

const tvx_cli_command tvx_cmd_draft_edit = {
    .name = "draft edit",
    .group = TVX_CLI_RECORDING,
    .arguments = "KEY",
    .least = 1,
    .most = 1,
    .summary = "changes what is recorded of a draft",
    .examples = "travaux draft edit us-0224 --by US --title 'Revised draft'\n"
                "travaux draft edit us-0224 --presented ''\n",
    .details = "What no option names stays as it is. A list is given anew as a whole; "
               "an empty value takes a member away: --presented ''.\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run_edit,
};

static const tvx_cli_field fields[] = {
    {.member = "title",
     .option = "title",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_draft, title)},
    {.member = "dated",
     .option = "dated",
     .type = TVX_CLI_FIELD_DATE,
     .offset = offsetof(tvx_draft, dated)},
    {.member = "presented",
     .option = "presented",
     .type = TVX_CLI_FIELD_DATE,
     .offset = offsetof(tvx_draft, presented)},
    {.member = "by",
     .option = "by",
     .type = TVX_CLI_FIELD_SEVERAL,
     .offset = offsetof(tvx_draft, by)},
    {.member = "follows",
     .option = "follows",
     .type = TVX_CLI_FIELD_LIST,
     .offset = offsetof(tvx_draft, follows),
     .empty = "starts-line",
     .given = offsetof(tvx_draft, starts_line)},
    {.member = "amends",
     .option = "amends",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_draft, amends)},
    {.member = "maybe_same_as",
     .option = "maybe-same-as",
     .type = TVX_CLI_FIELD_LIST,
     .offset = offsetof(tvx_draft, maybe_same_as)},
    {.member = "url",
     .option = "url",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_draft, url)},
    {.member = "note",
     .option = "note",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_draft, note)},
};

static const tvx_cli_form form = {TVX_RECORD_DRAFT, "key", fields,
                                  sizeof fields / sizeof fields[0]};

static int run_add(tvx_cli *cli, tvx_error *error)
{
    return tvx_cli_form_add(&form, cli, error);
}

static int run_edit(tvx_cli *cli, tvx_error *error)
{
    return tvx_cli_form_edit(&form, cli, error);
}
