/*
 * A record from options: what `draft add`, `term edit` and their like have in common, and what
 * `add` makes its report and draft of. A form is a table that says which option fills which member.
 */
#ifndef TVX_CLI_FORM_H
#define TVX_CLI_FORM_H

#include "base/json.h"
#include "cli/cli.h"
#include "cli/trace.h"

typedef enum tvx_cli_field_type {
    TVX_CLI_FIELD_TEXT,
    TVX_CLI_FIELD_DATE,
    TVX_CLI_FIELD_LIST,    /* a list, also of one */
    TVX_CLI_FIELD_SEVERAL, /* one text, or a list of them */
    TVX_CLI_FIELD_NAMED    /* bases, tags: NAME=ALIAS,ALIAS */
} tvx_cli_field_type;

typedef struct tvx_cli_field {
    const char *member;
    const char *option;
    tvx_cli_field_type type;
    bool needed;       /* every record has it: a list may be empty then */
    const char *empty; /* the flag that says: an empty list; or NULL */
    size_t offset;     /* in the struct of its record, for editing */
    size_t given;      /* there too: a bool that tells an empty list from none; 0: there is none */
} tvx_cli_field;

typedef struct tvx_cli_form {
    tvx_record_kind kind;
    const char *key; /* the member that the command's argument fills */
    const tvx_cli_field *fields;
    size_t n_fields;
} tvx_cli_form;

/* Members from those options that were given; pointers in the trace begin with `within`. */
int tvx_cli_form_fill(const tvx_cli_form *form, tvx_cli *cli, tvx_json *json, tvx_cli_trace *trace,
                      const char *within, tvx_error *error);

/* TVX_EUSAGE if an option is missing without which there is no such record. */
int tvx_cli_form_needs(const tvx_cli_form *form, const tvx_cli *cli, tvx_error *error);

/* Commands as a whole: records one, or one that supersedes what is in force. */
int tvx_cli_form_add(const tvx_cli_form *form, tvx_cli *cli, tvx_error *error);
int tvx_cli_form_edit(const tvx_cli_form *form, tvx_cli *cli, tvx_error *error);

#endif
