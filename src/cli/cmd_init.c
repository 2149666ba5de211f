#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/answer.h"
#include "cli/text.h"

static int run(tvx_cli *cli, tvx_error *error);

static const tvx_cli_option options[] = {
    {.name = "negotiation", .letter = 'n', .value = "KEY", .help = "a short name for the talks"},
    {.name = "title", .value = "TEXT", .help = "what the deal is called"},
    {.name = "note", .value = "TEXT", .help = "anything else about the talks"},
    {.name = "party",
     .value = "KEY=NAME",
     .help = "who negotiates: US='United States'",
     .traits = TVX_CLI_MANY},
    {.name = "term",
     .value = "KEY=KIND:TITLE",
     .help = "what the deal regulates, and how it is measured; the title may be left out",
     .traits = TVX_CLI_MANY},
    {0},
};

const tvx_cli_command tvx_cmd_init = {
    .name = "init",
    .group = TVX_CLI_RECORDING,
    .summary = "makes the file, and declares a negotiation in it",
    .examples = "travaux init\n"
                "travaux init --negotiation minerals --title 'US-Ukraine minerals agreement' \\\n"
                "  --party US='United States' --party UA=Ukraine \\\n"
                "  --term share=percentage:'Share of resource revenues' \\\n"
                "  --term aid=money:'Compensation for past aid' --term guarantees=text\n",
    .details = "Kinds of terms: percentage, money, number, duration, date, flag (yes or no), text, "
               "or several in the order in which they are tried: share=percentage,text. Levels, "
               "and all else that a term can have: travaux help term add. Terms are listed in the "
               "order given. In a file that is there already the negotiation is added.\n",
    .common = TVX_CLI_DB | TVX_CLI_JSON,
    .options = options,
    .run = run,
};

/* --- what was typed --- */

/* Cuts KEY=REST at its first "="; false: there is none, or nothing on either side of it. */
static bool cut(tvx_arena *arena, const char *typed, const char **key, const char **rest,
                tvx_error *error)
{
    size_t n = strcspn(typed, "=");
    if (n == 0 || typed[n] == '\0' || typed[n + 1] == '\0')
        return false;
    *key = tvx_arena_slice(arena, typed, n);
    *rest = typed + n + 1;
    if (*key == NULL)
        tvx_fail_memory(error);
    return *key != NULL;
}

static int write_party(tvx_cli_recording *recording, const char *typed, tvx_error *error)
{
    const char *key, *name;
    if (!cut(&recording->cli->arena, typed, &key, &name, error)) {
        int rc = tvx_fail(error, TVX_EUSAGE, "--party '%s' has no name", typed);
        tvx_fail_hint(error, "write --party US='United States'");
        return rc;
    }
    tvx_json_member(&recording->json, "key", key);
    tvx_json_member(&recording->json, "name", name);
    return TVX_OK;
}

/* "revenue_share" as a title: "Revenue share". */
static const char *title_from(tvx_arena *arena, const char *key)
{
    char *title = tvx_arena_text(arena, key);
    if (title == NULL)
        return NULL;
    for (char *c = title; *c != '\0'; c++)
        if (*c == '_' || *c == '-')
            *c = ' ';
    if (title[0] >= 'a' && title[0] <= 'z')
        title[0] = (char)(title[0] - 'a' + 'A');
    return title;
}

static int refuse_level(const char *key, tvx_error *error)
{
    int rc = tvx_fail(error, TVX_EUSAGE, "the levels of '%s' are not said", key);
    tvx_fail_hint(error,
                  "declare it afterwards: travaux term add %s --kind level --title TITLE "
                  "--level LOWEST --level HIGHER",
                  key);
    return rc;
}

static int write_kinds(tvx_cli_recording *recording, const char *key, const char *kinds,
                       size_t size, tvx_error *error)
{
    tvx_json *json = &recording->json;
    tvx_json_name(json, "kind");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t at = 0; at <= size;) {
        size_t n = strcspn(kinds + at, ",:");
        char *kind = tvx_arena_slice(&recording->cli->arena, kinds + at, n);
        if (kind == NULL)
            return tvx_fail_memory(error);
        if (strcmp(kind, "level") == 0)
            return refuse_level(key, error);
        tvx_json_text(json, kind);
        at += n + 1;
    }
    tvx_json_end(json);
    return TVX_OK;
}

static int write_term(tvx_cli_recording *recording, const char *typed, tvx_error *error)
{
    const char *key, *kinds;
    if (!cut(&recording->cli->arena, typed, &key, &kinds, error)) {
        int rc = tvx_fail(error, TVX_EUSAGE, "--term '%s' has no kind", typed);
        tvx_fail_hint(error, "write --term share=percentage:'Share of revenues'");
        return rc;
    }
    size_t size = strcspn(kinds, ":");
    const char *title = kinds[size] == ':' && kinds[size + 1] != '\0'
                            ? kinds + size + 1
                            : title_from(&recording->cli->arena, key);
    if (title == NULL)
        return tvx_fail_memory(error);
    tvx_json_member(&recording->json, "key", key);
    tvx_json_member(&recording->json, "title", title);
    return write_kinds(recording, key, kinds, size, error);
}

typedef int (*write_part)(tvx_cli_recording *recording, const char *typed, tvx_error *error);

/* A list of inline records, one for each value of an option. */
static int write_parts(tvx_cli_recording *recording, const char *member, const char *option,
                       write_part write, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    tvx_texts typed = tvx_cli_values(cli, option);
    int rc = TVX_OK;
    if (typed.n == 0)
        return TVX_OK;
    tvx_json_name(&recording->json, member);
    tvx_json_list(&recording->json, TVX_JSON_WITHIN);
    for (size_t i = 0; rc == TVX_OK && i < typed.n; i++) {
        const char *words = tvx_arena_format(&cli->arena, "--%s '%s'", option, typed.items[i]);
        rc = tvx_cli_trace_note(&recording->trace, &cli->arena, words, error, "/%s/%zu", member, i);
        if (rc == TVX_OK && !tvx_text_valid(typed.items[i], strlen(typed.items[i])))
            rc = tvx_fail(error, TVX_EINPUT, "%s is no UTF-8", words);
        tvx_json_object(&recording->json, TVX_JSON_WITHIN);
        if (rc == TVX_OK)
            rc = write(recording, typed.items[i], error);
        tvx_json_end(&recording->json);
    }
    tvx_json_end(&recording->json);
    return rc;
}

static int write_negotiation(tvx_cli_recording *recording, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    const char *note = tvx_cli_value(cli, "note"), *title = tvx_cli_value(cli, "title");
    const char *key = tvx_cli_value(cli, "negotiation");
    tvx_json *json = &recording->json;
    if (!tvx_text_valid(title, strlen(title)) || !tvx_text_valid(key, strlen(key)) ||
        (note != NULL && !tvx_text_valid(note, strlen(note))))
        return tvx_fail(error, TVX_EINPUT, "the negotiation's key, title or note is no UTF-8");
    tvx_json_object(json, TVX_JSON_WITHIN);
    tvx_json_member(json, "record", "negotiation");
    tvx_json_member(json, "key", key);
    tvx_json_member(json, "title", title);
    if (note != NULL)
        tvx_json_member(json, "note", note);
    int rc = tvx_cli_trace_note(&recording->trace, &cli->arena, "--negotiation", error, "/key");
    if (rc == TVX_OK)
        rc = tvx_cli_trace_note(&recording->trace, &cli->arena, "--title", error, "/title");
    if (rc == TVX_OK)
        rc = tvx_cli_trace_note(&recording->trace, &cli->arena, "--note", error, "/note");
    if (rc == TVX_OK)
        rc = write_parts(recording, "parties", "party", write_party, error);
    if (rc == TVX_OK)
        rc = write_parts(recording, "terms", "term", write_term, error);
    tvx_json_end(json);
    return rc;
}

/* --- the file --- */

static int check_options(const tvx_cli *cli, tvx_error *error)
{
    static const char *const of_negotiation[] = {"title", "note", "party", "term"};
    const char *title = tvx_cli_value(cli, "title");
    if (tvx_cli_has(cli, "negotiation") && (title == NULL || title[0] == '\0')) {
        int rc = tvx_fail(error, TVX_EUSAGE, "a negotiation needs a title");
        tvx_fail_hint(error, "add --title 'What the deal is called'");
        return rc;
    }
    for (size_t i = 0; i < sizeof of_negotiation / sizeof of_negotiation[0]; i++)
        if (tvx_cli_has(cli, of_negotiation[i]) && !tvx_cli_has(cli, "negotiation")) {
            int rc = tvx_fail(error, TVX_EUSAGE, "--%s is of a negotiation, and none is named",
                              of_negotiation[i]);
            tvx_fail_hint(error, "add --negotiation KEY, a short name such as minerals");
            return rc;
        }
    return TVX_OK;
}

static int refuse_second(const tvx_cli *cli, const char *negotiation, tvx_error *error)
{
    int rc = tvx_fail(error, TVX_EINPUT, "negotiation '%s' is recorded already in %s", negotiation,
                      tvx_cli_path(cli));
    tvx_fail_hint(error, "travaux term add and travaux party add declare more in it");
    return rc;
}

static int check_new(tvx_cli *cli, const char *negotiation, tvx_error *error)
{
    tvx_texts keys;
    int rc = tvx_file_negotiations(cli->file, &keys, error);
    for (size_t i = 0; rc == TVX_OK && i < keys.n; i++)
        if (strcmp(keys.items[i], negotiation) == 0)
            rc = refuse_second(cli, negotiation, error);
    return rc;
}

static int say_made(tvx_cli *cli, tvx_error *error)
{
    if (cli->format == TVX_FORMAT_JSON)
        return tvx_cli_json_said(cli, "made", tvx_cli_path(cli), error);
    tvx_cli_putf(cli, TVX_CLI_PLAIN, "made %s", tvx_cli_path(cli));
    tvx_cli_end_line(cli);
    return TVX_OK;
}

static int declare(tvx_cli *cli, bool made, tvx_error *error)
{
    tvx_cli_recording recording = {0};
    const tvx_added *added;
    int rc = check_new(cli, tvx_cli_value(cli, "negotiation"), error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_begin(&recording, cli, cli->file, error);
    if (rc == TVX_OK)
        rc = write_negotiation(&recording, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_take(&recording, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_check(&recording, &added, error);
    if (rc == TVX_OK && made && cli->format == TVX_FORMAT_TEXT)
        rc = say_made(cli, error);
    if (rc == TVX_OK)
        rc = tvx_cli_answer(&recording, added, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_commit(&recording, error);
    tvx_cli_recording_end(&recording);
    return rc;
}

/* What was made for nothing, so that the next try finds its place free. */
static void take_away(tvx_cli *cli)
{
    const char *path = tvx_cli_path(cli);
    const char *journal = tvx_arena_format(&cli->arena, "%s-journal", path);
    tvx_file_free(cli->file);
    cli->file = NULL;
    unlink(path);
    if (journal != NULL)
        unlink(journal);
}

static int run(tvx_cli *cli, tvx_error *error)
{
    const char *path = tvx_cli_path(cli);
    bool declares = tvx_cli_has(cli, "negotiation");
    bool there = access(path, F_OK) == 0;
    int rc = check_options(cli, error);
    if (rc == TVX_OK && there && declares)
        rc = tvx_file_open(&cli->file, path, error);
    else if (rc == TVX_OK)
        rc = tvx_file_create(&cli->file, path, error);
    if (rc != TVX_OK)
        return rc;
    rc = declares ? declare(cli, !there, error) : say_made(cli, error);
    if (rc != TVX_OK && !there)
        take_away(cli);
    return rc;
}
