/*
 * The command layer. A command is one file, cmd_NAME.c, that begins with a const descriptor named
 * tvx_cmd_NAME, and one line in commands.c. From the descriptor its options are parsed, its help
 * is printed and misspelt names are mended; the command's function gets what was given, checked,
 * in a tvx_cli, and writes its answer through it. Text for people: see cli/text.h.
 *
 * What run may count on: the number of arguments fits, every option is known, an option that
 * takes one of several words has one of them, dates typed in words are EDTF already, and after it
 * returns the view, the file and the arena are freed and the answer is printed (in this order: no
 * lock is held while a reader is slow). If it fails, nothing of its answer is printed (unless it
 * goes to a regular file) and the error is.
 */
#ifndef TVX_CLI_CLI_H
#define TVX_CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "travaux/file.h"
#include "travaux/view.h"
#include "travaux/write.h"

typedef struct tvx_cli tvx_cli;

/* --- what a command is --- */

enum {                   /* traits of an option */
       TVX_CLI_MANY = 1, /* may be given several times; any other at most once */
       TVX_CLI_DATE = 2  /* a date: `12 Feb 2025`, `yesterday`, … become EDTF (see cli/dates.h) */
};

typedef struct tvx_cli_option {
    const char *name;         /* as typed after the two dashes */
    char letter;              /* as typed after one dash, or 0 */
    const char *value;        /* what stands for its value in help ("DATE"); NULL: a flag */
    const char *help;         /* what it does: half a sentence, without a final stop */
    unsigned traits;          /* TVX_CLI_MANY, TVX_CLI_DATE */
    const char *const *words; /* the only values allowed, ended by NULL; or NULL: any */
} tvx_cli_option;

enum { /* common options that a command takes; --quiet, --color and --help go with every one */
       TVX_CLI_DB = 1,            /* --db FILE */
       TVX_CLI_NEGOTIATION = 2,   /* -n, --negotiation KEY */
       TVX_CLI_FORMAT = 4,        /* --format text|json|csv|md, --json */
       TVX_CLI_JSON = 8,          /* --json alone, where CSV and Markdown make no sense */
       TVX_CLI_KNOWN_BY = 16,     /* --known-by DATE */
       TVX_CLI_ALL = 32,          /* --all: also what is left out otherwise */
       TVX_CLI_DRY_RUN = 64,      /* --dry-run: the same answer, and nothing is recorded */
       TVX_CLI_RECORDED_BY = 128, /* --recorded-by DATE */
       TVX_CLI_WITHOUT = 256,     /* --without REPORT|OUTLET */
       TVX_CLI_RECORDS = TVX_CLI_DB | TVX_CLI_NEGOTIATION | TVX_CLI_JSON | TVX_CLI_DRY_RUN,
       TVX_CLI_AS_OF = TVX_CLI_KNOWN_BY | TVX_CLI_RECORDED_BY,
       TVX_CLI_ASKS = TVX_CLI_DB | TVX_CLI_NEGOTIATION | TVX_CLI_FORMAT | TVX_CLI_AS_OF
};

typedef enum tvx_cli_group { /* the headings under which `help` lists commands */
                             TVX_CLI_RECORDING,
                             TVX_CLI_ASKING,
                             TVX_CLI_SHARING,
                             TVX_CLI_KEEPING
} tvx_cli_group;

typedef struct tvx_cli_command {
    const char *name; /* "changes", "term add" */
    tvx_cli_group group;
    const char *arguments; /* as help shows them ("[TERM…]"), or NULL */
    size_t least, most;    /* how many of them; TVX_CLI_ANY: no limit */
    const char *summary;   /* one line of at most 60 columns: "how terms changed over time" */
    const char *examples;  /* lines to type, at most 78 columns each, each with its line feed */
    const char *details; /* more to say: a line a paragraph, broken where it is printed; or NULL */
    void (*more)(tvx_cli *cli); /* prints still more help; or NULL */
    unsigned common;
    const tvx_cli_option *options; /* its own, ended by a zeroed one; or NULL */
    int (*run)(tvx_cli *cli, tvx_error *error);
} tvx_cli_command;
#define TVX_CLI_ANY ((size_t)-1)

/* --- what a command gets --- */

/* What answers are written for. */
typedef struct tvx_cli_screen {
    bool terminal; /* standard output is one: only then is anything wrapped */
    bool colour;
    size_t width; /* its columns; 80 if it is none */
} tvx_cli_screen;

/*
 * Answers are gathered, in memory and then in an unlinked temporary file, unless they go to a
 * regular file or the null device. A failure sticks, swallows what comes after and is told when
 * the command has returned, so that text can be written without looking at results.
 */
typedef struct tvx_cli_output {
    FILE *out;
    bool direct;
    tvx_buf memory;
    FILE *spill; /* or NULL while memory is enough */
    int failed;  /* a tvx_code */
    int reason;  /* errno, or 0 */
} tvx_cli_output;

struct tvx_cli {
    const tvx_cli_command *command;
    tvx_texts arguments;  /* those that are no options, the command's name not among them */
    FILE *in, *out, *err; /* out: not for answers, which go through output */
    tvx_format format;
    tvx_cli_screen screen;
    tvx_sink sink;   /* the answer, for tvx_write_…, tvx_table_… and exporters */
    tvx_arena arena; /* lives until the command has ended */
    int status;      /* exit status if all goes well: set to 1 by diff --exit-code, check */

    /* private */
    struct tvx_cli_given *given;
    size_t n_given, given_capacity;
    tvx_cli_output output;
    tvx_file *file;
    tvx_view *view;
};

/* Options by name; borrowed. A flag, or any other option, was given; the value, or NULL; all
 * values of one that may be repeated, in the order given. */
bool tvx_cli_has(const tvx_cli *cli, const char *option);
const char *tvx_cli_value(const tvx_cli *cli, const char *option);
tvx_texts tvx_cli_values(const tvx_cli *cli, const char *option);

/* --db, else $TRAVAUX_DB, else travaux.db. */
const char *tvx_cli_path(const tvx_cli *cli);

/* Opens the file, or a view of it as -n, --known-by, --recorded-by and --without have it; owned by
 * the cli. */
int tvx_cli_file(tvx_cli *cli, tvx_file **out, tvx_error *error);
int tvx_cli_view(tvx_cli *cli, tvx_view **out, tvx_error *error);

/* The negotiation that is meant: -n, else the only one; TVX_ENOTFOUND. Borrowed from the arena. */
int tvx_cli_negotiation(tvx_cli *cli, tvx_file *file, const char **out, tvx_error *error);

/* --- what a command says --- */

/* Bytes of the answer, as they are. Text from outside goes through cli/text.h. */
void tvx_cli_write(tvx_cli *cli, const char *bytes, size_t n);

/* The whole answer as one member: {"rebuilt": "travaux.db"}. */
int tvx_cli_json_said(tvx_cli *cli, const char *name, const char *text, tvx_error *error);

/* One line on standard error, escaped, unless --quiet: what is no answer and no error. */
void tvx_cli_remark(tvx_cli *cli, const char *format, ...) TVX_PRINTF(2, 3);

/* The table of commands; a command by its full name, or NULL. */
size_t tvx_cli_commands(const tvx_cli_command *const **out);
const tvx_cli_command *tvx_cli_command_named(const char *name);

#endif
