#include <string.h>

#include "cli/form.h"

static int run_add(tvx_cli *cli, tvx_error *error);
static int run_edit(tvx_cli *cli, tvx_error *error);

static const char *const kinds[] = {"percentage", "money", "number", "duration", "date",
                                    "level",      "flag",  "text",   NULL};

static const tvx_cli_option options[] = {
    {.name = "title", .value = "TEXT", .help = "what it is called"},
    {.name = "kind",
     .value = "KIND",
     .help = "percentage, money, number, duration, date, level, flag or text; of several the first "
             "that reads a value",
     .traits = TVX_CLI_MANY,
     .words = kinds},
    {.name = "favours", .value = "PARTY", .help = "who gains as it grows"},
    {.name = "unit", .value = "UNIT", .help = "of numbers given without one"},
    {.name = "level", .value = "NAME", .help = "of a level: lowest first", .traits = TVX_CLI_MANY},
    {.name = "variant",
     .value = "NAME",
     .help = "a part with a row of its own: KEY:NAME",
     .traits = TVX_CLI_MANY},
    {.name = "base",
     .value = "NAME=ALIAS,ALIAS",
     .help = "what a share may be of",
     .traits = TVX_CLI_MANY},
    {.name = "tag",
     .value = "NAME=ALIAS,ALIAS",
     .help = "what a value may be from or for",
     .traits = TVX_CLI_MANY},
    {.name = "definition", .value = "TEXT", .help = "what it means"},
    {0},
};

const tvx_cli_command tvx_cmd_term_add = {
    .name = "term add",
    .group = TVX_CLI_RECORDING,
    .arguments = "KEY",
    .least = 1,
    .most = 1,
    .summary = "declares a term",
    .examples = "travaux term add revenue_share --title 'Share of revenues' --kind percentage \\\n"
                "  --favours US --base 'resource revenues=revenue,revenues from extraction'\n"
                "travaux term add guarantees --title 'Security guarantees' --kind level \\\n"
                "  --level consultations --level commitment --level 'treaty guarantee'\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run_add,
};

const tvx_cli_command tvx_cmd_term_edit = {
    .name = "term edit",
    .group = TVX_CLI_RECORDING,
    .arguments = "KEY",
    .least = 1,
    .most = 1,
    .summary = "changes what is recorded of a term",
    .examples = "travaux term edit revenue_share --favours US\n"
                "travaux term edit revenue_share --kind percentage --kind text\n",
    .details = "What no option names stays as it is. A list is given anew as a whole; "
               "an empty value takes a member away: --unit ''.\n",
    .common = TVX_CLI_RECORDS,
    .options = options,
    .run = run_edit,
};

/* A form finds the number of bases and tags right behind the pointer to them. */
_Static_assert(offsetof(tvx_term, n_bases) == offsetof(tvx_term, bases) + sizeof(void *), "bases");
_Static_assert(offsetof(tvx_term, n_tags) == offsetof(tvx_term, tags) + sizeof(void *), "tags");

static const tvx_cli_field fields[] = {
    {.member = "title",
     .option = "title",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_term, title),
     .needed = true},
    {.member = "kind",
     .option = "kind",
     .type = TVX_CLI_FIELD_SEVERAL,
     .offset = offsetof(tvx_term, kind_words),
     .needed = true},
    {.member = "favours",
     .option = "favours",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_term, favours)},
    {.member = "unit",
     .option = "unit",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_term, unit)},
    {.member = "levels",
     .option = "level",
     .type = TVX_CLI_FIELD_LIST,
     .offset = offsetof(tvx_term, levels)},
    {.member = "variants",
     .option = "variant",
     .type = TVX_CLI_FIELD_LIST,
     .offset = offsetof(tvx_term, variants)},
    {.member = "bases",
     .option = "base",
     .type = TVX_CLI_FIELD_NAMED,
     .offset = offsetof(tvx_term, bases)},
    {.member = "tags",
     .option = "tag",
     .type = TVX_CLI_FIELD_NAMED,
     .offset = offsetof(tvx_term, tags)},
    {.member = "definition",
     .option = "definition",
     .type = TVX_CLI_FIELD_TEXT,
     .offset = offsetof(tvx_term, definition)},
};

static const tvx_cli_form form = {TVX_RECORD_TERM, "key", fields, sizeof fields / sizeof fields[0]};

/* Said here in the words of the command line; the library would say it in those of JSON. */
static int check_levels(const tvx_cli *cli, tvx_error *error)
{
    tvx_texts given = tvx_cli_values(cli, "kind");
    int rc = TVX_OK;
    for (size_t i = 0; rc == TVX_OK && i < given.n; i++)
        if (strcmp(given.items[i], "level") == 0 && !tvx_cli_has(cli, "level"))
            rc = tvx_fail(error, TVX_EUSAGE, "a term of kind level needs its levels");
    if (rc != TVX_OK)
        tvx_fail_hint(error, "add them, the lowest first: --level consultations --level treaty");
    return rc;
}

static int run_add(tvx_cli *cli, tvx_error *error)
{
    int rc = check_levels(cli, error);
    if (rc != TVX_OK)
        return rc;
    return tvx_cli_form_add(&form, cli, error);
}

static int run_edit(tvx_cli *cli, tvx_error *error)
{
    return tvx_cli_form_edit(&form, cli, error);
}
