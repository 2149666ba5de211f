#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/layout.h"
#include "cli/options.h"
#include "cli/take.h"

enum { WIDTH = 80, INDENT = 2, GAP = 2, TERM_MOST = 26, NAME_WIDTH = 16 };

static const char *const groups[] = {
    [TVX_CLI_RECORDING] = "Recording",
    [TVX_CLI_ASKING] = "Asking",
    [TVX_CLI_SHARING] = "Sharing",
    [TVX_CLI_KEEPING] = "Keeping the file",
};
enum { GROUPS = sizeof groups / sizeof groups[0] };

static void title(tvx_cli *cli, const char *text)
{
    tvx_cli_end_line(cli);
    tvx_cli_put(cli, TVX_CLI_STRONG, text);
    tvx_cli_end_line(cli);
}

/* A term and what it means, side by side; under each other where the term is long. */
static void entry(tvx_cli *cli, const char *term, size_t column, const char *meaning)
{
    size_t width = INDENT + tvx_text_width(term);
    bool under = width + GAP > column;
    tvx_cli_blanks(cli, INDENT);
    tvx_cli_put(cli, TVX_CLI_PLAIN, term);
    if (under)
        tvx_cli_end_line(cli);
    tvx_cli_wrap(cli, under ? 0 : width, column, column, WIDTH, TVX_CLI_PLAIN, meaning);
}

static void option_term(tvx_buf *out, const tvx_cli_option *option)
{
    if (option->letter != 0)
        tvx_buf_format(out, "-%c, ", option->letter);
    tvx_buf_format(out, "--%s", option->name);
    if (option->value != NULL)
        tvx_buf_format(out, " %s", option->value);
}

static void option_entry(tvx_cli *cli, const tvx_cli_option *option, size_t column)
{
    tvx_buf term = {0}, meaning = {0};
    option_term(&term, option);
    tvx_buf_format(&meaning, "%s%s", option->help,
                   (option->traits & TVX_CLI_MANY) != 0 ? " (repeatable)" : "");
    const char *name = tvx_cli_take(cli, &term);
    entry(cli, name, column, tvx_cli_take(cli, &meaning));
}

/* Columns that option_term will take. */
static size_t term_width(const tvx_cli_option *option)
{
    size_t letter = option->letter != 0 ? 4 : 0;
    size_t value = option->value != NULL ? 1 + tvx_text_width(option->value) : 0;
    return letter + 2 + tvx_text_width(option->name) + value;
}

/* The column at which meanings begin: behind the longest option that is not too long. */
static size_t options_column(const tvx_cli_command *command)
{
    const tvx_cli_option *option;
    size_t widest = 0;
    for (size_t i = 0; (option = tvx_cli_option_number(command, i)) != NULL; i++) {
        size_t width = term_width(option);
        if (width <= TERM_MOST && width > widest)
            widest = width;
    }
    return INDENT + widest + GAP;
}

/* Lines to be typed stay as they are. */
static void example_lines(tvx_cli *cli, const char *text)
{
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        tvx_cli_blanks(cli, INDENT);
        tvx_cli_write(cli, text, n);
        tvx_cli_end_line(cli);
        text += n + (text[n] != '\0');
    }
}

/* Lines of prose are broken where they are too long. */
static void prose_lines(tvx_cli *cli, const char *text)
{
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        tvx_buf line = {0};
        tvx_buf_put(&line, text, n);
        tvx_cli_wrap(cli, 0, INDENT, INDENT, WIDTH, TVX_CLI_PLAIN, tvx_cli_take(cli, &line));
        text += n + (text[n] != '\0');
    }
}

void tvx_cli_help_command(tvx_cli *cli, const tvx_cli_command *command)
{
    tvx_cli_putf(cli, TVX_CLI_STRONG, "travaux %s", command->name);
    tvx_cli_putf(cli, TVX_CLI_PLAIN, ": %s", command->summary);
    tvx_cli_end_line(cli);
    title(cli, "Examples");
    example_lines(cli, command->examples);
    title(cli, "Usage");
    tvx_cli_putf(cli, TVX_CLI_PLAIN, "  travaux %s%s%s [options]", command->name,
                 command->arguments != NULL ? " " : "",
                 command->arguments != NULL ? command->arguments : "");
    tvx_cli_end_line(cli);
    if (command->details != NULL) {
        tvx_cli_end_line(cli);
        prose_lines(cli, command->details);
    }
    title(cli, "Options");
    size_t column = options_column(command);
    const tvx_cli_option *option;
    for (size_t i = 0; (option = tvx_cli_option_number(command, i)) != NULL; i++)
        option_entry(cli, option, column);
    if (command->more != NULL) {
        tvx_cli_end_line(cli);
        command->more(cli);
    }
}

void tvx_cli_help_entry(tvx_cli *cli, const char *name, const char *meaning)
{
    entry(cli, name, INDENT + NAME_WIDTH + GAP, meaning);
}

static void list_commands(tvx_cli *cli)
{
    const tvx_cli_command *const *commands;
    size_t n = tvx_cli_commands(&commands);
    for (size_t group = 0; group < GROUPS; group++) {
        title(cli, groups[group]);
        for (size_t i = 0; i < n; i++)
            if (commands[i]->group == group)
                tvx_cli_help_entry(cli, commands[i]->name, commands[i]->summary);
    }
}

static const char tool_examples[] =
    "travaux init --negotiation deal --title 'The deal' --party US=America\n"
    "travaux add --outlet CNN --published 2025-02-24 --title 'What it says' \\\n"
    "  --draft us-0224 share='up to 50%' guarantees=deferred\n"
    "travaux changes\n";

void tvx_cli_help_tool(tvx_cli *cli)
{
    tvx_cli_wrap(cli, 0, 0, 0, WIDTH, TVX_CLI_PLAIN,
                 "travaux keeps the record of a negotiation: every reported draft, what each "
                 "report says of it, and what changed from one draft to the next.");
    title(cli, "Examples");
    example_lines(cli, tool_examples);
    list_commands(cli);
    tvx_cli_end_line(cli);
    tvx_cli_put(cli, TVX_CLI_PLAIN, "travaux help COMMAND shows its examples and options.");
    tvx_cli_end_line(cli);
}

void tvx_cli_help_short(tvx_cli *cli)
{
    static const char *const first[] = {"init", "add", "changes", "export"};
    tvx_cli_put(cli, TVX_CLI_PLAIN, "usage: travaux COMMAND [ARGUMENTS] [options]");
    tvx_cli_end_line(cli);
    tvx_cli_end_line(cli);
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++) {
        const tvx_cli_command *command = tvx_cli_command_named(first[i]);
        if (command != NULL)
            tvx_cli_help_entry(cli, command->name, command->summary);
    }
    tvx_cli_end_line(cli);
    tvx_cli_put(cli, TVX_CLI_PLAIN, "travaux help lists all commands.");
    tvx_cli_end_line(cli);
}
