/*
 * Members of a record on their way from options, or from a record in force, into JSON.
 */
#ifndef TVX_CLI_FORM_FIELDS_H
#define TVX_CLI_FORM_FIELDS_H

#include "cli/form.h"

/* What a member holds. */
typedef struct tvx_cli_content {
    bool there;
    tvx_texts texts; /* of all types but NAMED */
    const tvx_declared *named;
    size_t n_named;
} tvx_cli_content;

/* From the options; there: whether any was given. An empty value gives content that is not there,
 * which *given tells apart. */
int tvx_cli_content_typed(const tvx_cli_field *field, tvx_cli *cli, tvx_cli_content *out,
                          bool *given, tvx_error *error);

/* From the struct of a record. */
int tvx_cli_content_recorded(const tvx_cli_field *field, tvx_arena *arena, const void *record,
                             tvx_cli_content *out, tvx_error *error);

bool tvx_cli_content_same(const tvx_cli_content *a, const tvx_cli_content *b);

/* Writes the member, if it is there. */
void tvx_cli_content_write(const tvx_cli_field *field, const tvx_cli_content *content,
                           tvx_json *json);

#endif
