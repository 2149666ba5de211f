#include "cli/form_fields.h"

#include <string.h>

#include "base/text.h"

/* --- from options --- */

static int check_utf8(const tvx_cli_field *field, const tvx_texts *texts, tvx_error *error)
{
    for (size_t i = 0; i < texts->n; i++)
        if (!tvx_text_valid(texts->items[i], strlen(texts->items[i])))
            return tvx_fail(error, TVX_EINPUT, "--%s is no UTF-8: '%s'", field->option,
                            texts->items[i]);
    return TVX_OK;
}

/* The texts between commas, without blanks around them. */
static int cut_aliases(tvx_arena *arena, const char *list, tvx_texts *out, tvx_error *error)
{
    const char **items = NULL;
    size_t n = 0, capacity = 0;
    while (*list != '\0') {
        list += strspn(list, " ,");
        size_t length = strcspn(list, ","), bare = length;
        while (bare > 0 && list[bare - 1] == ' ')
            bare--;
        if (bare > 0) {
            if (tvx_arena_grow(arena, &items, n, &capacity, sizeof *items) != TVX_OK ||
                (items[n] = tvx_arena_slice(arena, list, bare)) == NULL)
                return tvx_fail_memory(error);
            n++;
        }
        list += length;
    }
    *out = (tvx_texts){items, n};
    return TVX_OK;
}

static int read_named(const tvx_texts *typed, tvx_arena *arena, tvx_cli_content *out,
                      tvx_error *error)
{
    tvx_declared *named = tvx_arena_new(arena, typed->n, sizeof *named);
    int rc = TVX_OK;
    if (named == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; rc == TVX_OK && i < typed->n; i++) {
        const char *text = typed->items[i];
        size_t name = strcspn(text, "=");
        named[i].name = tvx_arena_slice(arena, text, name);
        rc = named[i].name == NULL
                 ? tvx_fail_memory(error)
                 : cut_aliases(arena, text + name + (text[name] == '='), &named[i].aliases, error);
    }
    out->named = named;
    out->n_named = typed->n;
    return rc;
}

int tvx_cli_content_typed(const tvx_cli_field *field, tvx_cli *cli, tvx_cli_content *out,
                          bool *given, tvx_error *error)
{
    tvx_texts typed = tvx_cli_values(cli, field->option);
    bool none = field->empty != NULL && tvx_cli_has(cli, field->empty);
    *out = (tvx_cli_content){0};
    *given = typed.n > 0 || none;
    if (none && typed.n > 0)
        return tvx_fail(error, TVX_EUSAGE, "--%s and --%s are both given", field->option,
                        field->empty);
    if (none || (typed.n == 1 && typed.items[0][0] == '\0')) {
        out->there = none || (field->needed && field->type == TVX_CLI_FIELD_LIST);
        return TVX_OK;
    }
    out->there = typed.n > 0;
    out->texts = typed;
    int rc = check_utf8(field, &typed, error);
    if (rc == TVX_OK && typed.n > 0 && field->type == TVX_CLI_FIELD_NAMED)
        rc = read_named(&typed, &cli->arena, out, error);
    return rc;
}

/* --- from a record --- */

static int one_text(tvx_arena *arena, const char *text, tvx_cli_content *out, tvx_error *error)
{
    const char **items = tvx_arena_new(arena, 1, sizeof *items);
    if (items == NULL)
        return tvx_fail_memory(error);
    items[0] = text;
    out->there = text != NULL;
    out->texts = (tvx_texts){items, text != NULL};
    return TVX_OK;
}

int tvx_cli_content_recorded(const tvx_cli_field *field, tvx_arena *arena, const void *record,
                             tvx_cli_content *out, tvx_error *error)
{
    const char *bytes = record;
    const void *at = bytes + field->offset;
    *out = (tvx_cli_content){0};
    switch (field->type) {
    case TVX_CLI_FIELD_TEXT:
        return one_text(arena, *(const char *const *)at, out, error);
    case TVX_CLI_FIELD_DATE:
        return one_text(arena, ((const tvx_date *)at)->text, out, error);
    case TVX_CLI_FIELD_LIST:
    case TVX_CLI_FIELD_SEVERAL:
        out->texts = *(const tvx_texts *)at;
        out->there = out->texts.n > 0 || field->needed ||
                     (field->given > 0 && *(const bool *)(const void *)(bytes + field->given));
        return TVX_OK;
    case TVX_CLI_FIELD_NAMED:
        out->named = *(const tvx_declared *const *)at;
        memcpy(&out->n_named, bytes + field->offset + sizeof(void *), sizeof out->n_named);
        out->there = out->n_named > 0;
        return TVX_OK;
    }
    return TVX_OK;
}

/* --- into JSON --- */

static bool same_texts(const tvx_texts *a, const tvx_texts *b)
{
    bool same = a->n == b->n;
    for (size_t i = 0; same && i < a->n; i++)
        same = strcmp(a->items[i], b->items[i]) == 0;
    return same;
}

bool tvx_cli_content_same(const tvx_cli_content *a, const tvx_cli_content *b)
{
    bool same = a->there == b->there && a->n_named == b->n_named;
    for (size_t i = 0; same && i < a->n_named; i++)
        same = strcmp(a->named[i].name, b->named[i].name) == 0 &&
               same_texts(&a->named[i].aliases, &b->named[i].aliases);
    return same && (a->n_named > 0 || same_texts(&a->texts, &b->texts));
}

static void write_list(tvx_json *json, const tvx_texts *texts)
{
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < texts->n; i++)
        tvx_json_text(json, texts->items[i]);
    tvx_json_end(json);
}

static void write_named(tvx_json *json, const tvx_cli_content *content)
{
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < content->n_named; i++) {
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_json_member(json, "name", content->named[i].name);
        if (content->named[i].aliases.n > 0) {
            tvx_json_name(json, "aliases");
            write_list(json, &content->named[i].aliases);
        }
        tvx_json_end(json);
    }
    tvx_json_end(json);
}

void tvx_cli_content_write(const tvx_cli_field *field, const tvx_cli_content *content,
                           tvx_json *json)
{
    if (!content->there)
        return;
    tvx_json_name(json, field->member);
    if (field->type == TVX_CLI_FIELD_NAMED)
        write_named(json, content);
    else if (field->type == TVX_CLI_FIELD_LIST || content->texts.n != 1)
        write_list(json, &content->texts);
    else
        tvx_json_text(json, content->texts.items[0]);
}
