/*
 * Every question that can be asked on the command line, built from the table of commands: for each
 * command that takes an option, its arguments from its usage line, each of its formats, and each of
 * its own options. A word of a usage line that nobody taught this file fails the test.
 */
#ifndef TVX_TESTS_KNOWN_BY_QUESTIONS_H
#define TVX_TESTS_KNOWN_BY_QUESTIONS_H

#include "cli_run.h"

#include "base/arena.h"
#include "cli/cli.h"
#include "cli/options.h"

enum { QUESTIONS = 1024, QUESTION_WORDS = 12, VALUES = 4 };

typedef struct question {
    const tvx_cli_command *command;
    const char *words[QUESTION_WORDS];
    size_t n;
} question;

typedef struct questions {
    tvx_arena arena;
    const char *report; /* the whole id of a report that is there */
    question items[QUESTIONS];
    size_t n;
} questions;

/* What may stand for a word of a usage line or of an option's help. */
static const struct {
    const char *word, *values[VALUES];
} question_values[] = {
    {"DRAFT", {"us-0212", "us-0221", "us-0224"}},
    {"FROM", {"us-0207", "us-0212"}},
    {"TO", {"us-0212", "us-0221"}},
    {"TERM", {"revenue_share", "security_guarantees"}},
    {"WORDS", {"revenue", "Kyiv"}},
    {"PARTY", {"UA", "US"}},
    {"DATE", {"2025-02-12"}},
    {"OUTLET", {"The New York Times", "CNN"}},
    {"ID", {"ID"}}, /* stands for a report that is there */
    {"REPORT", {"ID"}},
};

/* Options that say where, and how it looks, but not what. */
static const char *const question_passed_over[] = {
    "db",    "negotiation", "known-by", "recorded-by", "format", "json",
    "color", "quiet",       "help",     "output",      NULL};

static inline const tvx_cli_option *question_option(const tvx_cli_command *command,
                                                    const char *name)
{
    const tvx_cli_option *option;
    for (size_t i = 0; (option = tvx_cli_option_number(command, i)) != NULL; i++)
        if (strcmp(option->name, name) == 0)
            return option;
    return NULL;
}

/* The value with a number (which wraps) for a word, n bytes long. */
static inline const char *question_value(const questions *q, const tvx_cli_command *command,
                                         const char *word, size_t n, size_t number)
{
    for (size_t i = 0; i < sizeof question_values / sizeof question_values[0]; i++) {
        const char *const *values = question_values[i].values;
        size_t n_values = 0;
        if (strlen(question_values[i].word) != n || strncmp(question_values[i].word, word, n) != 0)
            continue;
        while (n_values < VALUES && values[n_values] != NULL)
            n_values++;
        const char *value = values[number % n_values];
        return strcmp(value, "ID") == 0 ? q->report : value;
    }
    fail_msg("'travaux %s' takes %.*s: tell tests/unit/known_by_questions.h what to give for it",
             command->name, (int)n, word);
    return NULL;
}

/* One of the words that stand with a bar between them, by number (which wraps). */
static inline const char *question_alternative(const char *words, size_t *n, size_t number)
{
    size_t bars = 0;
    for (size_t i = 0; i < *n; i++)
        bars += words[i] == '|';
    const char *at = words, *end = words + *n;
    for (number %= bars + 1; number > 0; number--)
        at = strchr(at, '|') + 1;
    const char *bar = memchr(at, '|', (size_t)(end - at));
    *n = (size_t)((bar != NULL ? bar : end) - at);
    return at;
}

static inline void question_add_word(question *to, const char *word)
{
    assert_true(to->n < QUESTION_WORDS);
    to->words[to->n++] = word;
}

/* Adds an argument for each word of the usage line; of those in brackets only in every other
 * round. */
static inline void question_add_arguments(const questions *q, question *to, size_t round)
{
    const char *at = to->command->arguments == NULL ? "" : to->command->arguments;
    while (*at != '\0') {
        size_t whole = strcspn(at, " "), n = whole;
        const char *word = at;
        bool optional = *word == '[';
        word += optional;
        n -= optional;
        n = strcspn(word, "] \xe2") < n ? strcspn(word, "] \xe2") : n; /* up to "…" */
        word = question_alternative(word, &n, round);
        if (!optional || round % 2 == 1)
            question_add_word(to, question_value(q, to->command, word, n, round / 2));
        at += whole;
        at += strspn(at, " ");
    }
}

static inline bool question_same(const question *a, const question *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; i < a->n && same; i++)
        same = strcmp(a->words[i], b->words[i]) == 0;
    return same;
}

static inline void question_keep(questions *q, const question *asked)
{
    assert_true(q->n < QUESTIONS);
    for (size_t i = 0; i < q->n; i++)
        if (question_same(&q->items[i], asked))
            return;
    q->items[q->n++] = *asked;
}

/* The same question in each format that the command knows. */
static inline void question_keep_formats(questions *q, const question *asked)
{
    const tvx_cli_option *format = question_option(asked->command, "format");
    const tvx_exporter *const *exporters;
    size_t n = tvx_exporters(&exporters);
    bool own = format != NULL && format->words == NULL;
    for (size_t i = 0; format != NULL && (own ? i < n : format->words[i] != NULL); i++) {
        question one = *asked;
        question_add_word(&one, "--format");
        question_add_word(&one, own ? exporters[i]->name : format->words[i]);
        question_keep(q, &one);
    }
    if (format == NULL)
        question_keep(q, asked);
}

static inline bool question_passes_over(const tvx_cli_option *option)
{
    for (size_t i = 0; question_passed_over[i] != NULL; i++)
        if (strcmp(option->name, question_passed_over[i]) == 0)
            return true;
    return false;
}

/* The question with one more option: once for each kind of value that it takes. */
static inline void question_keep_option(questions *q, const question *plain,
                                        const tvx_cli_option *option)
{
    size_t kinds = 1;
    for (const char *c = option->value; c != NULL && *c != '\0'; c++)
        kinds += *c == '|';
    for (size_t i = 0; i < kinds; i++) {
        question one = *plain;
        question_add_word(&one, tvx_arena_format(&q->arena, "--%s", option->name));
        if (option->value != NULL) {
            size_t n = strlen(option->value);
            const char *word = question_alternative(option->value, &n, i);
            question_add_word(&one, option->words != NULL
                                        ? option->words[0]
                                        : question_value(q, plain->command, word, n, 0));
        }
        question_keep(q, &one);
    }
}

/* export asks for a format; its options are of csv. */
static inline void question_keep_options(questions *q, const question *asked)
{
    const tvx_cli_option *option, *format = question_option(asked->command, "format");
    question plain = *asked;
    if (format != NULL && format->words == NULL) {
        question_add_word(&plain, "--format");
        question_add_word(&plain, "csv");
    }
    for (size_t i = 0; (option = tvx_cli_option_number(asked->command, i)) != NULL; i++)
        if (!question_passes_over(option))
            question_keep_option(q, &plain, option);
}

/* Every question of every command that takes an option. */
static inline void questions_make(questions *q, const char *option)
{
    const tvx_cli_command *const *commands;
    size_t n = tvx_cli_commands(&commands);
    for (size_t i = 0; i < n; i++) {
        if (question_option(commands[i], option) == NULL)
            continue;
        for (size_t round = 0; round < 4; round++) {
            question one = {.command = commands[i]};
            char *name = tvx_arena_text(&q->arena, commands[i]->name);
            for (char *blank; (blank = strchr(name, ' ')) != NULL; name = blank + 1) {
                *blank = '\0';
                question_add_word(&one, name);
            }
            question_add_word(&one, name);
            question_add_arguments(q, &one, round);
            question_keep_formats(q, &one);
            if (round == 0)
                question_keep_options(q, &one);
        }
    }
}

#endif
