#include "codec/foreign.h"

#include <jansson.h>

#include "codec/parse.h"

/* A tvx_foreign is a json_t: the type only keeps jansson within this folder. */
static const json_t *tree(const tvx_foreign *value)
{
    return (const json_t *)value;
}

int tvx_foreign_parse(tvx_foreign **out, const char *text, size_t n, tvx_error *error)
{
    json_t *root = NULL;
    int code = tvx_parse_foreign(&root, text, n, error);
    *out = (tvx_foreign *)root;
    return code;
}

void tvx_foreign_free(tvx_foreign *value)
{
    json_decref((json_t *)value);
}

const tvx_foreign *tvx_foreign_member(const tvx_foreign *value, const char *name)
{
    const json_t *member = json_object_get(tree(value), name);
    return json_is_null(member) ? NULL : (const tvx_foreign *)member;
}

size_t tvx_foreign_size(const tvx_foreign *list)
{
    return json_array_size(tree(list));
}

const tvx_foreign *tvx_foreign_item(const tvx_foreign *list, size_t i)
{
    return (const tvx_foreign *)json_array_get(tree(list), i);
}

const char *tvx_foreign_text(const tvx_foreign *value)
{
    const json_t *v = tree(value);
    const char *text = json_is_true(v) ? "true" : json_is_false(v) ? "false" : json_string_value(v);
    return text == NULL || text[0] == '\0' ? NULL : text;
}
