/*
 * Running commands in process, for the tests of the command line: what they said, and the status.
 */
#ifndef TVX_TESTS_CLI_RUN_H
#define TVX_TESTS_CLI_RUN_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "travaux/cli.h"

enum { RUN_WORDS = 40, RUN_TEXT = 16384 };

/* The words of one command after the program's name, the rest NULL. */
typedef struct run_words {
    const char *at[RUN_WORDS];
} run_words;
#define WORDS(...)                                                                                 \
    {                                                                                              \
        {                                                                                          \
            __VA_ARGS__                                                                            \
        }                                                                                          \
    }

typedef struct run_result {
    int status;
    char out[RUN_TEXT], err[RUN_TEXT];
} run_result;

/* As argv: the program's name, the words, NULL. Strings that nobody writes to. */
static inline int run_argv(const run_words *words, char *argv[RUN_WORDS + 2])
{
    static char name[] = "travaux";
    int argc = 1;
    argv[0] = name;
    for (int i = 0; i < RUN_WORDS && words->at[i] != NULL; i++)
        argv[argc++] = (char *)(uintptr_t)words->at[i];
    argv[argc] = NULL;
    return argc;
}

static inline void run_keep(char *buffer, size_t size, char out[RUN_TEXT])
{
    assert_true(size < RUN_TEXT);
    memcpy(out, buffer, size);
    out[size] = '\0';
    free(buffer);
}

/* Runs one command with this text on standard input. */
static inline run_result run_with(const run_words *words, const char *input)
{
    static run_result result;
    char *argv[RUN_WORDS + 2];
    char *out_text = NULL, *err_text = NULL;
    size_t out_size = 0, err_size = 0;
    int argc = run_argv(words, argv);
    FILE *in = tmpfile();
    FILE *out = open_memstream(&out_text, &out_size);
    FILE *err = open_memstream(&err_text, &err_size);
    assert_true(in != NULL && out != NULL && err != NULL);
    fputs(input, in);
    rewind(in);
    result.status = tvx_cli_run(argc, argv, in, out, err);
    fclose(in);
    fclose(out);
    fclose(err);
    run_keep(out_text, out_size, result.out);
    run_keep(err_text, err_size, result.err);
    return result;
}

static inline run_result run(const run_words *words)
{
    return run_with(words, "");
}

/* Fails with both texts shown if the first does not hold the second. */
static inline void assert_holds(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("no '%s' in:\n%s", part, text);
}

#endif
