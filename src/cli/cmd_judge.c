#include <string.h>
#include <time.h>

#include "base/text.h"
#include "cli/answer.h"
#include "cli/form.h"
#include "cli/take.h"

static int run(tvx_cli *cli, tvx_error *error);

#define REASON                                                                                     \
    {                                                                                              \
        .name = "reason", .value = "TEXT", .help = "why; needed"                                   \
    }
#define BY                                                                                         \
    {                                                                                              \
        .name = "by", .value = "NAME", .help = "who judges"                                        \
    }
#define DATED                                                                                      \
    {                                                                                              \
        .name = "dated", .value = "DATE",                                                          \
        .help = "counts from then on, for --known-by (else today)", .traits = TVX_CLI_DATE         \
    }

static const tvx_cli_option plain_options[] = {REASON, BY, DATED, {0}};
static const tvx_cli_option claim_options[] = {
    {.name = "draft", .value = "DRAFT", .help = "the claims on this draft alone"},
    {.name = "term", .value = "TERM", .help = "the claims on this term alone, and its variants"},
    REASON,
    BY,
    DATED,
    {0},
};
static const tvx_cli_option prefer_options[] = {
    {.name = "draft", .value = "DRAFT", .help = "in which draft; needed"},
    {.name = "term", .value = "TERM", .help = "of which term, or term:variant; needed"},
    REASON,
    BY,
    DATED,
    {0},
};
static const tvx_cli_option attribute_options[] = {
    {.name = "term", .value = "TERM", .help = "the claim that names no draft; needed"},
    {.name = "draft", .value = "DRAFT", .help = "what it is about; needed"},
    REASON,
    BY,
    DATED,
    {0},
};

const tvx_cli_command tvx_cmd_judge_retract = {
    .name = "judge retract",
    .group = TVX_CLI_RECORDING,
    .arguments = "REPORT",
    .least = 1,
    .most = 1,
    .summary = "sets aside all that a report tells",
    .examples = "travaux judge retract 3f9a2c --reason 'withdrawn by the paper'\n",
    .details =
        "The report stays in the file and is shown as set aside. travaux judge withdraw takes "
        "the judgement back.\n",
    .common = TVX_CLI_RECORDS,
    .options = plain_options,
    .run = run,
};

const tvx_cli_command tvx_cmd_judge_deprecate = {
    .name = "judge deprecate",
    .group = TVX_CLI_RECORDING,
    .arguments = "REPORT",
    .least = 1,
    .most = 1,
    .summary = "sets aside claims of a report",
    .examples = "travaux judge deprecate 3f9a2c --draft us-0221 --term revenue_share \\\n"
                "  --reason 'garbles the story that it cites'\n",
    .details = "Without --draft and --term: all its claims. They are shown as set aside.\n",
    .common = TVX_CLI_RECORDS,
    .options = claim_options,
    .run = run,
};

const tvx_cli_command tvx_cmd_judge_prefer = {
    .name = "judge prefer",
    .group = TVX_CLI_RECORDING,
    .arguments = "REPORT",
    .least = 1,
    .most = 1,
    .summary = "lets a report's answer lead",
    .examples = "travaux judge prefer 3f9a2c --draft us-0221 --term revenue_share \\\n"
                "  --reason 'it saw the text'\n",
    .details = "What contradicts it stays beside it: a bracket stays a bracket.\n",
    .common = TVX_CLI_RECORDS,
    .options = prefer_options,
    .run = run,
};

const tvx_cli_command tvx_cmd_judge_attribute = {
    .name = "judge attribute",
    .group = TVX_CLI_RECORDING,
    .arguments = "REPORT",
    .least = 1,
    .most = 1,
    .summary = "says which draft a claim is about",
    .examples = "travaux judge attribute 3f9a2c --term revenue_share --draft us-0224 \\\n"
                "  --reason 'published the day that draft was handed over'\n",
    .details = "For claims that name no draft: travaux background lists them.\n",
    .common = TVX_CLI_RECORDS,
    .options = attribute_options,
    .run = run,
};

const tvx_cli_command tvx_cmd_judge_same_draft = {
    .name = "judge same-draft",
    .group = TVX_CLI_RECORDING,
    .arguments = "DRAFT DRAFT…",
    .least = 2,
    .most = TVX_CLI_ANY,
    .summary = "says that drafts are one",
    .examples = "travaux judge same-draft us-0221 us-0222 --reason 'one text, two datelines'\n",
    .details = "It is shown under the first key named; what its record does not say is taken from "
               "the others.\n",
    .common = TVX_CLI_RECORDS,
    .options = plain_options,
    .run = run,
};

const tvx_cli_command tvx_cmd_judge_withdraw = {
    .name = "judge withdraw",
    .group = TVX_CLI_RECORDING,
    .arguments = "JUDGEMENT",
    .least = 1,
    .most = 1,
    .summary = "takes a judgement back",
    .examples = "travaux judge withdraw 9c1d22 --reason 'the paper stands by it'\n",
    .details = "Both stay in the file. A forget is for good and cannot be taken back.\n",
    .common = TVX_CLI_RECORDS,
    .options = plain_options,
    .run = run,
};

const tvx_cli_command tvx_cmd_judge_forget = {
    .name = "judge forget",
    .group = TVX_CLI_RECORDING,
    .arguments = "ID",
    .least = 1,
    .most = 1,
    .summary = "removes a report or judgement for good",
    .examples = "travaux judge forget 3f9a2c --reason 'to protect a source'\n",
    .details =
        "Its text is removed from the file, and neither add nor merge brings it back. Exports "
        "and copies made earlier still hold it. What it superseded is in force again: forget "
        "that too.\n",
    .common = TVX_CLI_RECORDS,
    .options = plain_options,
    .run = run,
};

/* --- what each act has --- */

#define FIELD_REASON                                                                               \
    {                                                                                              \
        .member = "reason", .option = "reason", .needed = true                                     \
    }
#define FIELD_BY                                                                                   \
    {                                                                                              \
        .member = "by", .option = "by"                                                             \
    }
#define FIELD_DATED                                                                                \
    {                                                                                              \
        .member = "dated", .option = "dated"                                                       \
    }

static const tvx_cli_field plain_fields[] = {FIELD_REASON, FIELD_BY, FIELD_DATED};
static const tvx_cli_field claim_fields[] = {
    {.member = "draft", .option = "draft"},
    {.member = "term", .option = "term"},
    FIELD_REASON,
    FIELD_BY,
    FIELD_DATED,
};
static const tvx_cli_field row_fields[] = {
    {.member = "draft", .option = "draft", .needed = true},
    {.member = "term", .option = "term", .needed = true},
    FIELD_REASON,
    FIELD_BY,
    FIELD_DATED,
};

#define FORM(fields)                                                                               \
    {                                                                                              \
        TVX_RECORD_JUDGEMENT, NULL, (fields), sizeof(fields) / sizeof((fields)[0])                 \
    }

static const struct act {
    const tvx_cli_command *command;
    const char *name;   /* as records spell it */
    const char *target; /* the member that the arguments fill */
    bool list;          /* it is a list of them */
    tvx_cli_form form;
} acts[] = {
    {&tvx_cmd_judge_retract, "retract", "report", false, FORM(plain_fields)},
    {&tvx_cmd_judge_deprecate, "deprecate", "report", false, FORM(claim_fields)},
    {&tvx_cmd_judge_prefer, "prefer", "report", false, FORM(row_fields)},
    {&tvx_cmd_judge_attribute, "attribute", "report", false, FORM(row_fields)},
    {&tvx_cmd_judge_same_draft, "same_draft", "keys", true, FORM(plain_fields)},
    {&tvx_cmd_judge_withdraw, "withdraw", "judgement", false, FORM(plain_fields)},
    {&tvx_cmd_judge_forget, "forget", "id", false, FORM(plain_fields)},
};

static const struct act *act_of(const tvx_cli *cli)
{
    size_t i = 0;
    while (acts[i].command != cli->command)
        i++;
    return &acts[i];
}

/* --- into a record --- */

static int write_target(tvx_cli_recording *recording, const struct act *act, size_t i,
                        tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    const char *given = cli->arguments.items[i];
    if (!tvx_text_valid(given, strlen(given)))
        return tvx_fail(error, TVX_EINPUT, "'%s' is no UTF-8", given);
    tvx_json_text(&recording->json, given);
    return act->list ? tvx_cli_trace_note(&recording->trace, &cli->arena, given, error, "/%s/%zu",
                                          act->target, i)
                     : tvx_cli_trace_note(&recording->trace, &cli->arena, given, error, "/%s",
                                          act->target);
}

static int write_targets(tvx_cli_recording *recording, const struct act *act, tvx_error *error)
{
    int rc = TVX_OK;
    tvx_json_name(&recording->json, act->target);
    if (act->list)
        tvx_json_list(&recording->json, TVX_JSON_WITHIN);
    for (size_t i = 0; rc == TVX_OK && i < recording->cli->arguments.n; i++)
        rc = write_target(recording, act, i, error);
    if (act->list)
        tvx_json_end(&recording->json);
    return rc;
}

/* Without --dated it is of today, in UTC. */
static void write_today(tvx_json *json)
{
    char day[sizeof "-2147483647-12-31"] = "";
    time_t now = time(NULL);
    struct tm parts;
    if (gmtime_r(&now, &parts) != NULL)
        strftime(day, sizeof day, "%Y-%m-%d", &parts);
    tvx_json_member(json, "dated", day);
}

static int write_judgement(tvx_cli_recording *recording, const struct act *act, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    tvx_json *json = &recording->json;
    const char *negotiation;
    int rc = tvx_cli_negotiation(cli, recording->file, &negotiation, error);
    if (rc != TVX_OK)
        return rc;
    tvx_json_object(json, TVX_JSON_WITHIN);
    tvx_json_member(json, "record", "judgement");
    tvx_json_member(json, "negotiation", negotiation);
    tvx_json_member(json, "act", act->name);
    rc = tvx_cli_trace_note(&recording->trace, &cli->arena, "-n", error, "/negotiation");
    if (rc == TVX_OK)
        rc = write_targets(recording, act, error);
    if (rc == TVX_OK)
        rc = tvx_cli_form_fill(&act->form, cli, json, &recording->trace, "", error);
    if (rc == TVX_OK && !tvx_cli_has(cli, "dated"))
        write_today(json);
    tvx_json_end(json);
    return rc;
}

/* Drafts that are one now: which it is shown as. */
static int say_joined(tvx_cli_recording *recording, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    const char *negotiation;
    const tvx_placed_draft *draft;
    tvx_buf line = {0};
    tvx_view *view = NULL;
    int rc = tvx_cli_negotiation(cli, recording->file, &negotiation, error);
    tvx_query query = {.negotiation = negotiation};
    if (rc == TVX_OK)
        rc = tvx_view_open(&view, recording->file, &query, error);
    if (rc == TVX_OK)
        rc = tvx_view_draft(view, cli->arguments.items[0], &draft, error);
    if (rc == TVX_OK && draft->also.n > 0) {
        tvx_buf_format(&line, "%s is one draft with ", draft->draft->key);
        tvx_cli_list(&line, draft->also);
        tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_PLAIN, &line);
    }
    tvx_view_free(view);
    return rc;
}

static int judge(tvx_cli_recording *recording, const struct act *act, tvx_error *error)
{
    const tvx_added *added;
    int rc = write_judgement(recording, act, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_take(recording, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_check(recording, &added, error);
    if (rc == TVX_OK)
        rc = tvx_cli_answer(recording, added, error);
    if (rc == TVX_OK && act->list && recording->cli->format == TVX_FORMAT_TEXT)
        rc = say_joined(recording, error);
    return rc == TVX_OK ? tvx_cli_recording_commit(recording, error) : rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    const struct act *act = act_of(cli);
    tvx_cli_recording recording = {0};
    tvx_file *file;
    int rc = tvx_cli_form_needs(&act->form, cli, error);
    if (rc == TVX_OK)
        rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_begin_watched(&recording, cli, file, TVX_ADD_BY_HAND, error);
    if (rc == TVX_OK)
        rc = judge(&recording, act, error);
    tvx_cli_recording_end(&recording);
    return rc;
}
