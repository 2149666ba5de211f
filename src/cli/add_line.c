#include "cli/add_line.h"

#include <string.h>

#include "base/text.h"
#include "cli/form.h"

static const tvx_cli_field report_fields[] = {
    {.member = "outlet", .option = "outlet", .needed = true},
    {.member = "published", .option = "published", .needed = true},
    {.member = "title", .option = "title", .needed = true},
    {.member = "basis", .option = "basis"},
    {.member = "url", .option = "url"},
    {.member = "archived_url", .option = "archived-url"},
    {.member = "accessed", .option = "accessed"},
    {.member = "byline", .option = "byline"},
    {.member = "language", .option = "language"},
    {.member = "note", .option = "note"},
    {.member = "updates", .option = "updates"},
    {.member = "supersedes", .option = "supersedes"},
};

static const tvx_cli_field draft_fields[] = {
    {.member = "title", .option = "draft-title"},
    {.member = "dated", .option = "dated"},
    {.member = "presented", .option = "presented"},
    {.member = "by", .option = "by", .type = TVX_CLI_FIELD_SEVERAL},
    {.member = "follows", .option = "follows", .type = TVX_CLI_FIELD_LIST, .empty = "starts-line"},
    {.member = "amends", .option = "amends"},
    {.member = "maybe_same_as", .option = "maybe-same-as", .type = TVX_CLI_FIELD_LIST},
    {.member = "url", .option = "draft-url"},
    {.member = "note", .option = "draft-note"},
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static const tvx_cli_form report_form = {TVX_RECORD_REPORT, NULL, report_fields,
                                         COUNT(report_fields)};
static const tvx_cli_form draft_form = {TVX_RECORD_DRAFT, "key", draft_fields, COUNT(draft_fields)};

/* --- what goes together --- */

/* What is said of "the draft" must be said of one. */
static int check_drafts(const tvx_cli *cli, tvx_error *error)
{
    size_t n = tvx_cli_values(cli, "draft").n;
    for (size_t i = 0; i < COUNT(draft_fields); i++) {
        const tvx_cli_field *field = &draft_fields[i];
        bool given = tvx_cli_has(cli, field->option) ||
                     (field->empty != NULL && tvx_cli_has(cli, field->empty));
        if (!given || n == 1)
            continue;
        int rc = tvx_fail(error, TVX_EUSAGE, "--%s is said of one draft, but %s", field->option,
                          n == 0 ? "none is named" : "several are");
        tvx_fail_hint(error, n == 0 ? "add --draft KEY, a short name such as us-0224"
                                    : "travaux draft add declares one by itself");
        return rc;
    }
    return TVX_OK;
}

static int check_term(const char *argument, tvx_error *error)
{
    size_t n = strcspn(argument, "=");
    int rc = TVX_OK;
    if (n == 0 || argument[n] == '\0' || argument[n + 1] == '\0') {
        rc = tvx_fail(error, TVX_EUSAGE, "'%s' is no TERM=VALUE", argument);
        tvx_fail_hint(error, "write revenue_share='up to 50%%' or security_guarantees=deferred");
    } else if (!tvx_text_valid(argument, strlen(argument))) {
        rc = tvx_fail(error, TVX_EINPUT, "'%s' is no UTF-8", argument);
    }
    return rc;
}

int tvx_cli_line_needs(const tvx_cli *cli, tvx_error *error)
{
    int rc = tvx_cli_has(cli, "edit") ? TVX_OK : tvx_cli_form_needs(&report_form, cli, error);
    if (rc == TVX_OK)
        rc = check_drafts(cli, error);
    for (size_t i = 0; rc == TVX_OK && i < cli->arguments.n; i++)
        rc = check_term(cli->arguments.items[i], error);
    return rc;
}

/* --- into a record --- */

static int note(tvx_cli_recording *recording, const char *words, const char *list, size_t i,
                tvx_error *error)
{
    return tvx_cli_trace_note(&recording->trace, &recording->cli->arena, words, error, "/%s/%zu",
                              list, i);
}

/* The values of an option as sources of one sort; they stand after `before` others. */
static int write_sources(tvx_cli_recording *recording, const char *option, const char *member,
                         size_t before, tvx_error *error)
{
    tvx_texts typed = tvx_cli_values(recording->cli, option);
    int rc = TVX_OK;
    for (size_t i = 0; rc == TVX_OK && i < typed.n; i++) {
        const char *words =
            tvx_arena_format(&recording->cli->arena, "--%s '%s'", option, typed.items[i]);
        rc = note(recording, words, "cites", before + i, error);
        if (rc == TVX_OK && !tvx_text_valid(typed.items[i], strlen(typed.items[i])))
            rc = tvx_fail(error, TVX_EINPUT, "%s is no UTF-8", words);
        tvx_json_object(&recording->json, TVX_JSON_WITHIN);
        tvx_json_member(&recording->json, member, typed.items[i]);
        tvx_json_end(&recording->json);
    }
    return rc;
}

static int write_cites(tvx_cli_recording *recording, tvx_error *error)
{
    size_t outlets = tvx_cli_values(recording->cli, "cites").n;
    if (outlets == 0 && !tvx_cli_has(recording->cli, "who"))
        return TVX_OK;
    tvx_json_name(&recording->json, "cites");
    tvx_json_list(&recording->json, TVX_JSON_WITHIN);
    int rc = write_sources(recording, "cites", "outlet", 0, error);
    if (rc == TVX_OK)
        rc = write_sources(recording, "who", "who", outlets, error);
    tvx_json_end(&recording->json);
    return rc;
}

/* Every draft that is named is given inline: it is declared thereby, or agrees with what is there.
 */
static int write_drafts(tvx_cli_recording *recording, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    tvx_texts drafts = tvx_cli_values(cli, "draft");
    int rc = TVX_OK;
    if (drafts.n == 0)
        return TVX_OK;
    tvx_json_name(&recording->json, "drafts");
    tvx_json_list(&recording->json, TVX_JSON_WITHIN);
    for (size_t i = 0; rc == TVX_OK && i < drafts.n; i++) {
        const char *words = tvx_arena_format(&cli->arena, "--draft '%s'", drafts.items[i]);
        const char *hint = tvx_arena_format(
            &cli->arena, "travaux draft edit %s changes what is recorded of it", drafts.items[i]);
        rc = note(recording, words, "drafts", i, error);
        if (rc == TVX_OK)
            tvx_cli_trace_hint(&recording->trace, hint);
        if (rc == TVX_OK && !tvx_text_valid(drafts.items[i], strlen(drafts.items[i])))
            rc = tvx_fail(error, TVX_EINPUT, "%s is no UTF-8", words);
        tvx_json_object(&recording->json, TVX_JSON_WITHIN);
        tvx_json_member(&recording->json, "key", drafts.items[i]);
        if (rc == TVX_OK && drafts.n == 1)
            rc = tvx_cli_form_fill(&draft_form, cli, &recording->json, &recording->trace,
                                   "/drafts/0", error);
        tvx_json_end(&recording->json);
    }
    tvx_json_end(&recording->json);
    return rc;
}

static void write_value(tvx_json *json, const char *value)
{
    static const char deferred_to[] = "deferred to ";
    size_t n = sizeof deferred_to - 1;
    if (strcmp(value, "included") == 0 || strcmp(value, "absent") == 0 ||
        strcmp(value, "deferred") == 0) {
        tvx_json_member(json, "stance", value);
    } else if (strncmp(value, deferred_to, n) == 0 && value[n] != '\0') {
        tvx_json_member(json, "stance", "deferred");
        tvx_json_member(json, "to", value + n);
    } else {
        tvx_json_member(json, "value", value);
    }
}

static void write_draft_names(tvx_json *json, const tvx_cli *cli)
{
    tvx_texts drafts = tvx_cli_values(cli, "draft");
    if (drafts.n == 1)
        tvx_json_member(json, "draft", drafts.items[0]);
    if (drafts.n < 2)
        return;
    tvx_json_name(json, "draft");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < drafts.n; i++)
        tvx_json_text(json, drafts.items[i]);
    tvx_json_end(json);
}

static int write_claim(tvx_cli_recording *recording, const char *argument, tvx_error *error)
{
    tvx_json *json = &recording->json;
    size_t n = strcspn(argument, "=");
    const char *term = tvx_arena_slice(&recording->cli->arena, argument, n);
    if (term == NULL)
        return tvx_fail_memory(error);
    tvx_json_object(json, TVX_JSON_WITHIN);
    write_draft_names(json, recording->cli);
    tvx_json_member(json, "term", term);
    write_value(json, argument + n + 1);
    tvx_json_end(json);
    return TVX_OK;
}

static int write_claims(tvx_cli_recording *recording, tvx_error *error)
{
    tvx_texts arguments = recording->cli->arguments;
    int rc = TVX_OK;
    if (arguments.n == 0)
        return TVX_OK;
    tvx_json_name(&recording->json, "claims");
    tvx_json_list(&recording->json, TVX_JSON_WITHIN);
    for (size_t i = 0; rc == TVX_OK && i < arguments.n; i++) {
        rc = note(recording, arguments.items[i], "claims", i, error);
        if (rc == TVX_OK)
            rc = write_claim(recording, arguments.items[i], error);
    }
    tvx_json_end(&recording->json);
    return rc;
}

/* --- to be filled in --- */

/* What every report has, and a claim: empty, so that it shows where they go. */
static void write_gaps(tvx_cli_recording *recording)
{
    const tvx_cli *cli = recording->cli;
    tvx_json *json = &recording->json;
    if (!tvx_cli_has(cli, "edit"))
        return;
    for (size_t i = 0; i < COUNT(report_fields); i++)
        if (report_fields[i].needed && !tvx_cli_has(cli, report_fields[i].option))
            tvx_json_member(json, report_fields[i].member, "");
    if (cli->arguments.n > 0)
        return;
    tvx_json_name(json, "claims");
    tvx_json_list(json, TVX_JSON_WITHIN);
    tvx_json_object(json, TVX_JSON_WITHIN);
    write_draft_names(json, cli);
    tvx_json_member(json, "term", "");
    tvx_json_member(json, "value", "");
    tvx_json_end(json);
    tvx_json_end(json);
}

int tvx_cli_line_write(tvx_cli_recording *recording, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    const char *negotiation;
    int rc = tvx_cli_negotiation(cli, recording->file, &negotiation, error);
    if (rc != TVX_OK)
        return rc;
    tvx_json_object(&recording->json, TVX_JSON_WITHIN);
    tvx_json_member(&recording->json, "record", "report");
    tvx_json_member(&recording->json, "negotiation", negotiation);
    rc = tvx_cli_trace_note(&recording->trace, &cli->arena, "-n", error, "/negotiation");
    if (rc == TVX_OK)
        rc = tvx_cli_form_fill(&report_form, cli, &recording->json, &recording->trace, "", error);
    if (rc == TVX_OK)
        rc = write_cites(recording, error);
    if (rc == TVX_OK)
        rc = write_drafts(recording, error);
    if (rc == TVX_OK)
        rc = write_claims(recording, error);
    write_gaps(recording);
    tvx_json_end(&recording->json);
    return rc;
}
