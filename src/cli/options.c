#include "cli/options.h"

#include <string.h>

#include "base/text.h"
#include "cli/dates.h"
#include "cli/resolve.h"

static const char *const format_words[] = {"text", "json", "csv", "md", NULL};
static const char *const color_words[] = {"auto", "always", "never", NULL};

enum {
    EVERYWHERE = 1 << 16, /* goes with every command and with the tool itself */
    TOOL_ALONE = 1 << 17
};

static const struct {
    unsigned with;
    tvx_cli_option option;
} common[] = {
    {TVX_CLI_DB,
     {.name = "db",
      .value = "FILE",
      .help = "the travaux file (else $TRAVAUX_DB, else travaux.db)"}},
    {TVX_CLI_NEGOTIATION,
     {.name = "negotiation",
      .letter = 'n',
      .value = "KEY",
      .help = "where the file holds several"}},
    {TVX_CLI_KNOWN_BY,
     {.name = "known-by",
      .value = "DATE",
      .help = "only what was certainly published by then",
      .traits = TVX_CLI_DATE}},
    {TVX_CLI_RECORDED_BY,
     {.name = "recorded-by",
      .value = "DATE",
      .help = "only what this file held by then (a day, or a time)",
      .traits = TVX_CLI_DATE}},
    {TVX_CLI_WITHOUT,
     {.name = "without",
      .value = "REPORT|OUTLET",
      .help = "as if this report, or all that goes back to this outlet alone, were not there"}},
    {TVX_CLI_FORMAT,
     {.name = "format", .value = "FORMAT", .help = "text, json, csv or md", .words = format_words}},
    {TVX_CLI_FORMAT | TVX_CLI_JSON, {.name = "json", .help = "the answer as JSON"}},
    {TVX_CLI_ALL, {.name = "all", .help = "also what is left out otherwise"}},
    {TVX_CLI_DRY_RUN, {.name = "dry-run", .help = "say what would change, and record nothing"}},
    {EVERYWHERE,
     {.name = "color", .value = "WHEN", .help = "auto, always or never", .words = color_words}},
    {EVERYWHERE, {.name = "quiet", .letter = 'q', .help = "no remarks on standard error"}},
    {EVERYWHERE, {.name = "help", .letter = 'h', .help = "this help"}},
    {TOOL_ALONE, {.name = "version", .help = "the version"}},
};

enum { COMMON = sizeof common / sizeof common[0] };

/* Before its command is known an option may be any of the common ones. */
static bool goes_with(unsigned with, const tvx_cli_command *command)
{
    return command == NULL || (with & (command->common | EVERYWHERE)) != 0;
}

static const tvx_cli_option *common_option(const tvx_cli_command *command, size_t number)
{
    for (size_t i = 0; i < COMMON; i++)
        if (goes_with(common[i].with, command) && number-- == 0)
            return &common[i].option;
    return NULL;
}

const tvx_cli_option *tvx_cli_option_number(const tvx_cli_command *command, size_t number)
{
    size_t own = 0;
    if (command != NULL && command->options != NULL)
        while (command->options[own].name != NULL) {
            if (own == number)
                return &command->options[own];
            own++;
        }
    return common_option(command, number - own);
}

static const tvx_cli_option *option_named(const tvx_cli_command *command, const char *name,
                                          size_t length)
{
    const tvx_cli_option *option;
    for (size_t i = 0; (option = tvx_cli_option_number(command, i)) != NULL; i++)
        if (strlen(option->name) == length && memcmp(option->name, name, length) == 0)
            return option;
    return NULL;
}

static const tvx_cli_option *option_lettered(const tvx_cli_command *command, char letter)
{
    const tvx_cli_option *option;
    for (size_t i = 0; (option = tvx_cli_option_number(command, i)) != NULL; i++)
        if (option->letter == letter)
            return option;
    return NULL;
}

enum { NAMES = 64 }; /* no command has more options */

static int unknown_option(const tvx_cli *cli, const char *name, size_t length, tvx_error *error)
{
    const char *names[NAMES];
    const tvx_cli_option *option;
    size_t n = 0;
    char given[NAMES] = "";
    while (n < NAMES && (option = tvx_cli_option_number(cli->command, n)) != NULL)
        names[n++] = option->name;
    if (length < sizeof given)
        memcpy(given, name, length);
    int rc = tvx_fail(error, TVX_EUSAGE, "unknown option '--%.*s'", (int)(length % 4096), name);
    const char *nearest = given[0] != '\0' ? tvx_text_nearest(given, names, n) : NULL;
    if (nearest != NULL)
        tvx_fail_hint(error, "did you mean --%s?", nearest);
    else if (cli->command != NULL)
        tvx_fail_hint(error, "travaux help %s lists its options", cli->command->name);
    else
        tvx_fail_hint(error, "options of a command stand after its name; see travaux help");
    return rc;
}

/* --- taking what is given --- */

static tvx_cli_given *given_named(const tvx_cli *cli, const char *name)
{
    for (size_t i = 0; i < cli->n_given; i++)
        if (strcmp(cli->given[i].option->name, name) == 0)
            return &cli->given[i];
    return NULL;
}

static int check_word(const tvx_cli_option *option, const char *value, tvx_error *error)
{
    size_t n = 0;
    if (option->words == NULL)
        return TVX_OK;
    for (; option->words[n] != NULL; n++)
        if (strcmp(option->words[n], value) == 0)
            return TVX_OK;
    int rc = tvx_fail(error, TVX_EUSAGE, "--%s cannot be '%s'", option->name, value);
    const char *nearest = tvx_text_nearest(value, option->words, n);
    if (nearest != NULL)
        tvx_fail_hint(error, "did you mean %s?", nearest);
    tvx_buf list = {0};
    tvx_buf_text(&list, "it is one of:");
    for (size_t i = 0; i < n; i++)
        tvx_buf_format(&list, "%s %s", i > 0 ? "," : "", option->words[i]);
    tvx_fail_hint(error, "%s", tvx_buf_string(&list));
    tvx_buf_dispose(&list);
    return rc;
}

static int take(tvx_cli *cli, const tvx_cli_option *option, const char *value, tvx_error *error)
{
    tvx_cli_given *given = given_named(cli, option->name);
    if (given != NULL && option->value == NULL)
        return TVX_OK;
    if (given != NULL && (option->traits & TVX_CLI_MANY) == 0)
        return tvx_fail(error, TVX_EUSAGE, "--%s is given twice", option->name);
    if (given == NULL) {
        if (tvx_arena_grow(&cli->arena, &cli->given, cli->n_given, &cli->given_capacity,
                           sizeof *cli->given) != TVX_OK)
            return tvx_fail_memory(error);
        given = &cli->given[cli->n_given++];
        *given = (tvx_cli_given){.option = option};
    }
    if (option->value == NULL)
        return TVX_OK;
    int rc = check_word(option, value, error);
    if (rc != TVX_OK)
        return rc;
    if (tvx_arena_grow(&cli->arena, &given->values, given->n, &given->capacity,
                       sizeof *given->values) != TVX_OK)
        return tvx_fail_memory(error);
    given->values[given->n++] = value;
    return TVX_OK;
}

/* The words still to be read. */
typedef struct word_list {
    tvx_cli *cli;
    char **at;
    size_t n;
} word_list;

/* The next word as an option's value. Two dashes at its front mean that the value was forgotten. */
static int take_next(word_list *words, const tvx_cli_option *option, tvx_error *error)
{
    if (words->n == 0 || strncmp(words->at[0], "--", 2) == 0) {
        int rc = tvx_fail(error, TVX_EUSAGE, "--%s needs a value", option->name);
        if (words->n > 0)
            tvx_fail_hint(error, "write --%s=%s if that is meant", option->name, words->at[0]);
        tvx_fail_hint(error, "write --%s %s", option->name, option->value);
        return rc;
    }
    words->n--;
    return take(words->cli, option, *words->at++, error);
}

static int take_long(word_list *words, const char *word, tvx_error *error)
{
    size_t length = strcspn(word, "=");
    const tvx_cli_option *option = option_named(words->cli->command, word, length);
    if (option == NULL)
        return unknown_option(words->cli, word, length, error);
    if (option->value != NULL && word[length] != '=')
        return take_next(words, option, error);
    if (option->value == NULL && word[length] == '=')
        return tvx_fail(error, TVX_EUSAGE, "--%s takes no value", option->name);
    return take(words->cli, option, option->value != NULL ? word + length + 1 : NULL, error);
}

/* One dash and letters: flags, and at the end one that takes the rest, or the next word. */
static int take_letters(word_list *words, const char *letters, tvx_error *error)
{
    int rc = TVX_OK;
    for (; rc == TVX_OK && *letters != '\0'; letters++) {
        const tvx_cli_option *option = option_lettered(words->cli->command, *letters);
        if (option == NULL) {
            rc = tvx_fail(error, TVX_EUSAGE, "unknown option '-%s'", letters);
            tvx_fail_hint(error, "an option's full name has two dashes; an argument that begins "
                                 "with a dash stands after --");
            return rc;
        }
        if (option->value != NULL)
            return letters[1] != '\0' ? take(words->cli, option, letters + 1, error)
                                      : take_next(words, option, error);
        rc = take(words->cli, option, NULL, error);
    }
    return rc;
}

static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0';
}

static int take_option(word_list *words, tvx_error *error)
{
    const char *word = *words->at++;
    words->n--;
    return word[1] == '-' ? take_long(words, word + 2, error)
                          : take_letters(words, word + 1, error);
}

/* Common options may stand before the command's name: then it may not be one that takes them. */
static int check_leading(const tvx_cli *cli, tvx_error *error)
{
    for (size_t i = 0; i < cli->n_given; i++) {
        const char *name = cli->given[i].option->name;
        if (option_named(cli->command, name, strlen(name)) != cli->given[i].option)
            return unknown_option(cli, name, strlen(name), error);
    }
    return TVX_OK;
}

static int take_rest(word_list *words, tvx_error *error)
{
    const char **arguments = tvx_arena_new(&words->cli->arena, words->n + 1, sizeof *arguments);
    size_t n = 0;
    bool ended = false;
    int rc = TVX_OK;
    if (arguments == NULL)
        return tvx_fail_memory(error);
    while (rc == TVX_OK && words->n > 0) {
        if (!ended && is_option(words->at[0]) && strcmp(words->at[0], "--") != 0) {
            rc = take_option(words, error);
            continue;
        }
        if (ended || strcmp(words->at[0], "--") != 0)
            arguments[n++] = words->at[0];
        else
            ended = true;
        words->at++;
        words->n--;
    }
    words->cli->arguments = (tvx_texts){arguments, n};
    return rc;
}

static int check_count(const tvx_cli *cli, tvx_error *error)
{
    const tvx_cli_command *command = cli->command;
    size_t n = cli->arguments.n;
    if (n >= command->least && n <= command->most)
        return TVX_OK;
    int rc = n < command->least
                 ? tvx_fail(error, TVX_EUSAGE, "%s needs %s", command->name, command->arguments)
             : command->most == 0
                 ? tvx_fail(error, TVX_EUSAGE, "%s takes no arguments, but '%s' is given",
                            command->name, cli->arguments.items[0])
                 : tvx_fail(error, TVX_EUSAGE, "%s takes only %s, but '%s' is given as well",
                            command->name, command->arguments, cli->arguments.items[command->most]);
    tvx_fail_hint(error, "travaux help %s shows examples", command->name);
    return rc;
}

/* Dates in words become EDTF, which is said: nobody should wonder what was recorded. */
static int convert_dates(tvx_cli *cli, tvx_error *error)
{
    int rc = TVX_OK;
    for (size_t i = 0; i < cli->n_given; i++) {
        tvx_cli_given *given = &cli->given[i];
        if ((given->option->traits & TVX_CLI_DATE) == 0)
            continue;
        for (size_t j = 0; rc == TVX_OK && j < given->n; j++) {
            const char *typed = given->values[j];
            rc = tvx_cli_typed_date(&cli->arena, typed, &given->values[j], error);
            if (rc == TVX_OK && given->values[j] != typed)
                tvx_cli_remark(cli, "--%s '%s' is %s", given->option->name, typed,
                               given->values[j]);
        }
    }
    return rc;
}

static int choose_format(tvx_cli *cli, tvx_error *error)
{
    const char *word = tvx_cli_value(cli, "format");
    bool json = given_named(cli, "json") != NULL;
    if (word != NULL && option_named(cli->command, "format", 6)->words == format_words)
        for (int i = 0; format_words[i] != NULL; i++)
            if (strcmp(word, format_words[i]) == 0)
                cli->format = (tvx_format)i;
    if (json && word != NULL && cli->format != TVX_FORMAT_JSON)
        return tvx_fail(error, TVX_EUSAGE, "--json and --format %s are both given", word);
    if (json)
        cli->format = TVX_FORMAT_JSON;
    return TVX_OK;
}

int tvx_cli_parse(tvx_cli *cli, int argc, char **argv, tvx_error *error)
{
    word_list words = {cli, argv + 1, argc > 1 ? (size_t)argc - 1 : 0};
    int rc = TVX_OK;
    while (rc == TVX_OK && words.n > 0 && is_option(words.at[0]))
        rc = take_option(&words, error);
    if (rc != TVX_OK || words.n == 0)
        return rc;
    size_t used = 0;
    rc = tvx_cli_resolve((const char *const *)words.at, words.n, &cli->command, &used, error);
    if (rc == TVX_OK)
        rc = check_leading(cli, error);
    if (rc != TVX_OK)
        return rc;
    words.at += used;
    words.n -= used;
    rc = take_rest(&words, error);
    if (rc == TVX_OK && !tvx_cli_has(cli, "help"))
        rc = check_count(cli, error);
    if (rc == TVX_OK)
        rc = convert_dates(cli, error);
    return rc == TVX_OK ? choose_format(cli, error) : rc;
}

/* --- asking for it --- */

bool tvx_cli_has(const tvx_cli *cli, const char *option)
{
    return given_named(cli, option) != NULL;
}

const char *tvx_cli_value(const tvx_cli *cli, const char *option)
{
    const tvx_cli_given *given = given_named(cli, option);
    return given != NULL && given->n > 0 ? given->values[0] : NULL;
}

tvx_texts tvx_cli_values(const tvx_cli *cli, const char *option)
{
    const tvx_cli_given *given = given_named(cli, option);
    return given != NULL ? (tvx_texts){given->values, given->n} : (tvx_texts){NULL, 0};
}
