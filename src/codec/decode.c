#include "codec/decode.h"

#include <string.h>

#include "base/fail.h"
#include "base/text.h"
#include "model/date.h"
#include "model/shape.h"
#include "model/words.h"

/* What a record is decoded with, the same for all its parts. */
typedef struct context {
    tvx_arena *arena;
    bool input;
} context;

/* Where a part stands: it has or lacks members by that. */
typedef enum standing { STANDS_ALONE, STANDS_INLINE, STANDS_WITHIN } standing;

typedef int (*decoder)(const context *c, const tvx_member *m, json_t *json, void *place,
                       tvx_error *error);

typedef struct type {
    const char *wanted, *example;
    decoder decode;
} type;

static const type types[TVX_MEMBER_TYPES];

static int decode_part(const context *c, const tvx_shape *shape, standing where, json_t *json,
                       void *part, tvx_error *error);

/* --- what is not accepted --- */

/* The parser lets no number and no null through. */
static const char *describe(json_t *json)
{
    if (json_is_boolean(json))
        return json_is_true(json) ? "true" : "false";
    return json_is_array(json) ? "a list" : json_is_object(json) ? "an object" : "a text";
}

static int fail_type(json_t *json, const char *wanted, const char *example, tvx_error *error)
{
    int code;
    if (json_is_string(json))
        code = tvx_fail(error, TVX_EINPUT, "a text is not accepted here: '%s'",
                        json_string_value(json));
    else
        code = tvx_fail(error, TVX_EINPUT, "%s is not accepted here", describe(json));
    tvx_fail_hint(error, "accepted: %s, such as %s", wanted, example);
    return code;
}

static int fail_member_type(const tvx_member *m, json_t *json, tvx_error *error)
{
    return fail_type(json, types[m->type].wanted, types[m->type].example, error);
}

static int fail_missing(const tvx_shape *shape, const tvx_member *m, tvx_error *error)
{
    int code = tvx_fail(error, TVX_EINPUT, "member '%s' is missing: every %s has one", m->name,
                        shape->name);
    if (m->words != NULL)
        tvx_fail_hint(error, "add \"%s\": \"%s\", for example", m->name, m->words[0]);
    else
        tvx_fail_hint(error, "add \"%s\": %s, for example", m->name, types[m->type].example);
    return code;
}

/* --- texts --- */

static size_t count_words(const char *const *words)
{
    size_t n = 0;
    while (words[n] != NULL)
        n++;
    return n;
}

/* The place of a text among the words; their number if it is none of them. */
static size_t find_word(const char *const *words, const char *text)
{
    size_t i = 0;
    while (words[i] != NULL && strcmp(words[i], text) != 0)
        i++;
    return i;
}

static int check_word(const tvx_member *m, const char *text, tvx_error *error)
{
    size_t n = count_words(m->words);
    if (find_word(m->words, text) < n)
        return TVX_OK;
    int code = tvx_fail(error, TVX_EINPUT, "unknown %s '%s'", m->name, text);
    tvx_shape_suggest(text, m->words, n, error);
    return code;
}

static int check_id(const char *text, tvx_error *error)
{
    if (tvx_text_hex(text, TVX_ID_SHORT, TVX_ID_HEX))
        return TVX_OK;
    int code = tvx_fail(error, TVX_EINPUT, "'%s' is no id", text);
    tvx_fail_hint(error,
                  "an id has %d hexadecimal digits, in small letters; its first %d or more "
                  "will do where they are unique",
                  TVX_ID_HEX, TVX_ID_SHORT);
    return code;
}

static int check_text(const tvx_member *m, const char *text, tvx_error *error)
{
    if (text[0] == '\0') {
        int code = tvx_fail(error, TVX_EINPUT, "an empty text is not accepted");
        tvx_fail_hint(error, "what is not known is left out");
        return code;
    }
    if (m->words != NULL)
        return check_word(m, text, error);
    if (m->type == TVX_MEMBER_ID || m->type == TVX_MEMBER_IDS)
        return check_id(text, error);
    return tvx_key_check(text, m->rule, error);
}

/* A text of a member that holds one or several, checked and copied. */
static int decode_text(const context *c, const tvx_member *m, json_t *json, const char **out,
                       tvx_error *error)
{
    if (!json_is_string(json))
        return fail_member_type(m, json, error);
    int code = check_text(m, json_string_value(json), error);
    if (code != TVX_OK)
        return code;
    *out = tvx_arena_slice(c->arena, json_string_value(json), json_string_length(json));
    return *out == NULL ? tvx_fail_memory(error) : TVX_OK;
}

static int decode_texts(const context *c, const tvx_member *m, json_t *array, tvx_texts *out,
                        tvx_error *error)
{
    size_t n = json_array_size(array);
    const char **items = tvx_arena_new(c->arena, n, sizeof *items);
    if (items == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        int code = decode_text(c, m, json_array_get(array, i), &items[i], error);
        if (code != TVX_OK) {
            tvx_fail_within(error, "/%zu", i);
            return code;
        }
    }
    *out = (tvx_texts){.items = items, .n = n};
    return TVX_OK;
}

/* --- members, by type --- */

static int decode_single(const context *c, const tvx_member *m, json_t *json, void *place,
                         tvx_error *error)
{
    const char *text = NULL;
    int code = decode_text(c, m, json, &text, error);
    if (code == TVX_OK)
        memcpy(place, &text, sizeof text);
    return code;
}

static int decode_date(const context *c, const tvx_member *m, json_t *json, void *place,
                       tvx_error *error)
{
    const char *text = NULL;
    int code = decode_text(c, m, json, &text, error);
    return code == TVX_OK ? tvx_date_parse(place, text, error) : code;
}

static int decode_word(const context *c, const tvx_member *m, json_t *json, void *place,
                       tvx_error *error)
{
    const char *text = NULL;
    int code = decode_text(c, m, json, &text, error);
    if (code != TVX_OK)
        return code;
    int number = m->first + (int)find_word(m->words, text);
    memcpy(place, &number, sizeof number);
    return TVX_OK;
}

static int decode_several(const context *c, const tvx_member *m, json_t *json, void *place,
                          tvx_error *error)
{
    if (json_is_array(json) && json_array_size(json) > 0 && !m->single)
        return decode_texts(c, m, json, place, error);
    if (json_is_array(json) && !m->single) {
        int code = tvx_fail(error, TVX_EINPUT, "an empty list is not accepted here");
        tvx_fail_hint(error, "what is not known is left out");
        return code;
    }
    const char **item = tvx_arena_new(c->arena, 1, sizeof *item);
    if (item == NULL)
        return tvx_fail_memory(error);
    int code = decode_text(c, m, json, item, error);
    if (code == TVX_OK)
        *(tvx_texts *)place = (tvx_texts){.items = item, .n = 1};
    return code;
}

static int decode_list(const context *c, const tvx_member *m, json_t *json, void *place,
                       tvx_error *error)
{
    return json_is_array(json) ? decode_texts(c, m, json, place, error)
                               : fail_member_type(m, json, error);
}

static int decode_flag(const context *c, const tvx_member *m, json_t *json, void *place,
                       tvx_error *error)
{
    (void)c;
    if (!json_is_boolean(json))
        return fail_member_type(m, json, error);
    *(bool *)place = json_is_true(json);
    return TVX_OK;
}

/* The parts of an array, or one part alone, as zeroed structs in a row. */
static int decode_parts(const context *c, const tvx_shape *shape, json_t *json, void *place,
                        tvx_error *error)
{
    bool list = json_is_array(json);
    size_t n = list ? json_array_size(json) : 1;
    char *parts = tvx_arena_new(c->arena, n, shape->size);
    if (parts == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        json_t *one = list ? json_array_get(json, i) : json;
        int code = decode_part(c, shape, STANDS_WITHIN, one, parts + i * shape->size, error);
        if (code != TVX_OK && list)
            tvx_fail_within(error, "/%zu", i);
        if (code != TVX_OK)
            return code;
    }
    memcpy(place, &parts, sizeof parts);
    return TVX_OK;
}

static int decode_value(const context *c, const tvx_member *m, json_t *json, void *place,
                        tvx_error *error)
{
    tvx_given *given = place;
    if (json_is_object(json))
        return decode_parts(c, tvx_shape_form(), json, &given->form, error);
    return decode_single(c, m, json, &given->text, error);
}

static int decode_object(const context *c, const tvx_member *m, json_t *json, void *place,
                         tvx_error *error)
{
    return json_is_object(json) ? decode_parts(c, m->part, json, place, error)
                                : fail_member_type(m, json, error);
}

static int decode_objects(const context *c, const tvx_member *m, json_t *json, void *place,
                          tvx_error *error)
{
    if (!json_is_array(json))
        return fail_member_type(m, json, error);
    size_t n = json_array_size(json);
    memcpy((char *)place + sizeof(void *), &n, sizeof n);
    return decode_parts(c, m->part, json, place, error);
}

/* Inline records are checked here and stored later, as documents of their own. */
static int decode_inline(const context *c, const tvx_member *m, json_t *json, void *place,
                         tvx_error *error)
{
    (void)place;
    if (!json_is_array(json))
        return fail_member_type(m, json, error);
    for (size_t i = 0; i < json_array_size(json); i++) {
        tvx_record scrap = {0};
        int code = decode_part(c, tvx_shape_of((tvx_record_kind)m->records), STANDS_INLINE,
                               json_array_get(json, i), &scrap.as, error);
        if (code != TVX_OK) {
            tvx_fail_within(error, "/%zu", i);
            return code;
        }
    }
    return TVX_OK;
}

static const type types[TVX_MEMBER_TYPES] = {
    [TVX_MEMBER_TEXT] = {"a text", "\"…\"", decode_single},
    [TVX_MEMBER_KEY] = {"a name", "\"us-0224\"", decode_single},
    [TVX_MEMBER_DATE] = {"a date", "\"2025-02-24\"", decode_date},
    [TVX_MEMBER_ID] = {"an id", "\"3f9a04c1\"", decode_single},
    [TVX_MEMBER_WORD] = {"a text", "\"…\"", decode_word},
    [TVX_MEMBER_TEXTS] = {"a text", "\"…\"", decode_several},
    [TVX_MEMBER_KEYS] = {"a name or a list of names", "[\"US\", \"UA\"]", decode_several},
    [TVX_MEMBER_IDS] = {"an id", "\"3f9a04c1\"", decode_several},
    [TVX_MEMBER_WORDS] = {"a text or a list of texts", "[\"percentage\", \"money\"]",
                          decode_several},
    [TVX_MEMBER_LIST] = {"a list of texts", "[\"…\", \"…\"]", decode_list},
    [TVX_MEMBER_FLAG] = {"true or false, without quotes", "true", decode_flag},
    [TVX_MEMBER_VALUE] = {"a value as text", "\"up to 50%\"", decode_value},
    [TVX_MEMBER_OBJECT] = {"an object", "{…}", decode_object},
    [TVX_MEMBER_OBJECTS] = {"a list of objects", "[{…}, {…}]", decode_objects},
    [TVX_MEMBER_INLINE] = {"a list of objects", "[{…}, {…}]", decode_inline},
};

/* --- parts and records --- */

static bool has_member(const context *c, const tvx_member *m, standing where)
{
    if (m->type == TVX_MEMBER_INLINE)
        return c->input;
    return where != STANDS_INLINE || strcmp(m->name, "negotiation") != 0;
}

static bool is_known(const context *c, const tvx_shape *shape, standing where, const char *name)
{
    const tvx_member *m = tvx_shape_member(shape, name);
    if (m == NULL)
        return where == STANDS_ALONE && strcmp(name, "record") == 0;
    return has_member(c, m, where);
}

/* Of several unknown members the first by name is told, so that an error never varies. */
static int check_known(const context *c, const tvx_shape *shape, standing where, json_t *json,
                       tvx_error *error)
{
    const char *unknown = NULL;
    for (void *at = json_object_iter(json); at != NULL; at = json_object_iter_next(json, at)) {
        const char *name = json_object_iter_key(at);
        if (!is_known(c, shape, where, name) && (unknown == NULL || strcmp(name, unknown) < 0))
            unknown = name;
    }
    if (unknown == NULL)
        return TVX_OK;
    int code;
    if (where == STANDS_INLINE &&
        (strcmp(unknown, "record") == 0 || strcmp(unknown, "negotiation") == 0)) {
        code = tvx_fail(error, TVX_EINPUT, "member '%s' is out of place inside another record",
                        unknown);
        tvx_fail_hint(error, "leave it out: where it stands says it");
    } else {
        code = tvx_shape_unknown(shape, unknown, error);
    }
    tvx_fail_within_member(error, unknown);
    return code;
}

static int decode_member(const context *c, const tvx_shape *shape, const tvx_member *m,
                         json_t *json, char *part, tvx_error *error)
{
    if (json == NULL) {
        if (m->type == TVX_MEMBER_WORD)
            memcpy(part + m->offset, &m->missing, sizeof m->missing);
        return m->required ? fail_missing(shape, m, error) : TVX_OK;
    }
    int code = types[m->type].decode(c, m, json, part + m->offset, error);
    if (code != TVX_OK)
        tvx_fail_within_member(error, m->name);
    else if (m->given != 0)
        *(bool *)(void *)(part + m->given) = true;
    return code;
}

static int decode_part(const context *c, const tvx_shape *shape, standing where, json_t *json,
                       void *part, tvx_error *error)
{
    if (!json_is_object(json))
        return fail_type(json, "an object", "{…}", error);
    int code = check_known(c, shape, where, json, error);
    for (size_t i = 0; code == TVX_OK && i < shape->n_members; i++) {
        const tvx_member *m = &shape->members[i];
        if (has_member(c, m, where))
            code = decode_member(c, shape, m, json_object_get(json, m->name), part, error);
    }
    return code == TVX_OK && shape->check != NULL ? shape->check(part, error) : code;
}

static int fail_kind(json_t *json, tvx_error *error)
{
    int code;
    if (json == NULL) {
        code = tvx_fail(error, TVX_EINPUT, "member 'record' is missing: it says what this is");
        tvx_fail_hint(error, "add \"record\": \"report\", for example");
        return code;
    }
    if (json_is_string(json)) {
        const char *name = json_string_value(json);
        code = tvx_fail(error, TVX_EINPUT, "unknown kind of record '%s'", name);
        tvx_shape_suggest(name, tvx_record_kind_words, TVX_RECORD_KINDS, error);
    } else {
        code = fail_type(json, "a kind of record", "\"report\"", error);
    }
    tvx_fail_within(error, "/record");
    return code;
}

int tvx_decode(tvx_record *out, tvx_arena *arena, json_t *root, bool input, tvx_error *error)
{
    if (!json_is_object(root))
        return fail_type(root, "an object", "{\"record\": \"report\", …}", error);
    const context c = {.arena = arena, .input = input};
    json_t *kind = json_object_get(root, "record");
    if (!json_is_string(kind) || !tvx_record_kind_from_name(json_string_value(kind), &out->kind))
        return fail_kind(kind, error);
    return decode_part(&c, tvx_shape_of(out->kind), STANDS_ALONE, root, &out->as, error);
}
