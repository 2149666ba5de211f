#include "codec/pack.h"

#include <stdint.h>
#include <string.h>

#include "base/fail.h"
#include "model/date.h"

/* --- packing --- */

static void put_number(tvx_buf *out, size_t n)
{
    while (n >= 0x80) {
        tvx_buf_char(out, (char)(unsigned char)((n & 0x7f) | 0x80));
        n >>= 7;
    }
    tvx_buf_char(out, (char)(unsigned char)n);
}

static void put_text(tvx_buf *out, const char *text)
{
    size_t n = strlen(text);
    put_number(out, n);
    tvx_buf_put(out, text, n + 1);
}

static void put_texts(tvx_buf *out, const tvx_texts *texts)
{
    put_number(out, texts->n);
    for (size_t i = 0; i < texts->n; i++)
        put_text(out, texts->items[i]);
}

/* A pointer to a struct of some part, and the count that stands after it in a list member. */
typedef struct parts {
    const char *items;
    size_t n;
} parts;

static parts parts_of(const void *place, tvx_member_type type)
{
    parts p = {.n = 1};
    memcpy(&p.items, place, sizeof p.items);
    if (type == TVX_MEMBER_OBJECTS)
        memcpy(&p.n, (const char *)place + sizeof p.items, sizeof p.n);
    return p;
}

static bool is_missing(const tvx_member *m, const void *part)
{
    const char *place = (const char *)part + m->offset;
    bool given = false;
    if (m->given != 0)
        memcpy(&given, (const char *)part + m->given, sizeof given);
    switch (m->type) {
    case TVX_MEMBER_INLINE:
        return true;
    case TVX_MEMBER_WORD:
        return false;
    case TVX_MEMBER_FLAG:
        return !*(const bool *)place;
    case TVX_MEMBER_DATE:
        return ((const tvx_date *)(const void *)place)->text == NULL;
    case TVX_MEMBER_VALUE: {
        const tvx_given *value = (const tvx_given *)(const void *)place;
        return value->text == NULL && value->form == NULL;
    }
    case TVX_MEMBER_TEXTS:
    case TVX_MEMBER_KEYS:
    case TVX_MEMBER_IDS:
    case TVX_MEMBER_WORDS:
    case TVX_MEMBER_LIST:
        return !given && ((const tvx_texts *)(const void *)place)->n == 0;
    default: /* of a list of parts too: an empty one says something (`"cites": []`: nobody) */
        return parts_of(place, m->type).items == NULL;
    }
}

static void put_value(tvx_buf *out, const tvx_given *value)
{
    put_number(out, value->form != NULL);
    if (value->form != NULL)
        tvx_pack(out, tvx_shape_form(), value->form);
    else
        put_text(out, value->text);
}

static void put_parts(tvx_buf *out, const tvx_member *m, parts p)
{
    put_number(out, p.n);
    for (size_t i = 0; i < p.n; i++)
        tvx_pack(out, m->part, p.items + i * m->part->size);
}

static void put_member(tvx_buf *out, const tvx_member *m, const char *place)
{
    switch (m->type) {
    case TVX_MEMBER_WORD:
        put_number(out, (size_t) * (const int *)(const void *)place);
        break;
    case TVX_MEMBER_FLAG:
        break; /* that it is there says it all */
    case TVX_MEMBER_DATE:
        put_text(out, ((const tvx_date *)(const void *)place)->text);
        break;
    case TVX_MEMBER_VALUE:
        put_value(out, (const tvx_given *)(const void *)place);
        break;
    case TVX_MEMBER_TEXTS:
    case TVX_MEMBER_KEYS:
    case TVX_MEMBER_IDS:
    case TVX_MEMBER_WORDS:
    case TVX_MEMBER_LIST:
        put_texts(out, (const tvx_texts *)(const void *)place);
        break;
    case TVX_MEMBER_OBJECT:
    case TVX_MEMBER_OBJECTS:
        put_parts(out, m, parts_of(place, m->type));
        break;
    default:
        put_text(out, parts_of(place, m->type).items);
    }
}

void tvx_pack(tvx_buf *out, const tvx_shape *shape, const void *part)
{
    for (size_t i = 0; i < shape->n_members; i++) {
        const tvx_member *m = &shape->members[i];
        if (is_missing(m, part))
            continue;
        put_number(out, i + 1);
        put_member(out, m, (const char *)part + m->offset);
    }
    put_number(out, 0);
}

/* --- unpacking --- */

/* What is left to read. A damaged input makes it `bad`, once and for all. */
typedef struct reader {
    const char *at, *end;
    tvx_arena *arena;
    tvx_error *error;
    int code;
    unsigned depth;
} reader;

/* Deeper than any record that is read: a file prepared to exhaust the stack. */
enum { DEPTH_MAX = 80 };

static void fail_damaged(reader *r)
{
    r->code = tvx_fail(r->error, TVX_EFILE, "an index of the file is damaged");
    tvx_fail_hint(r->error, "travaux rebuild makes the indexes anew");
}

static size_t get_number(reader *r)
{
    size_t n = 0;
    for (unsigned shift = 0; r->code == TVX_OK; shift += 7) {
        if (r->at == r->end || shift > 56) {
            fail_damaged(r);
            break;
        }
        unsigned char byte = (unsigned char)*r->at++;
        n |= (size_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return n;
    }
    return 0;
}

static const char *get_text(reader *r)
{
    size_t n = get_number(r);
    if (r->code != TVX_OK)
        return NULL;
    if ((size_t)(r->end - r->at) <= n || r->at[n] != '\0') {
        fail_damaged(r);
        return NULL;
    }
    const char *text = r->at;
    r->at += n + 1;
    return text;
}

/* Memory for n things; n can be no more than the bytes left, each thing taking one at least. */
static void *get_room(reader *r, size_t n, size_t size)
{
    if (r->code == TVX_OK && n > (size_t)(r->end - r->at))
        fail_damaged(r);
    if (r->code != TVX_OK)
        return NULL;
    void *room = tvx_arena_new(r->arena, n, size);
    if (room == NULL)
        r->code = tvx_fail_memory(r->error);
    return room;
}

static void get_texts(reader *r, tvx_texts *out)
{
    size_t n = get_number(r);
    const char **items = n == 0 ? NULL : get_room(r, n, sizeof *items);
    for (size_t i = 0; i < n && r->code == TVX_OK; i++)
        items[i] = get_text(r);
    *out = (tvx_texts){.items = items, .n = n};
}

static void get_part(reader *r, const tvx_shape *shape, void *part);

static void get_parts(reader *r, const tvx_member *m, char *place)
{
    size_t n = get_number(r);
    char *items = get_room(r, n, m->part->size);
    for (size_t i = 0; i < n && r->code == TVX_OK; i++)
        get_part(r, m->part, items + i * m->part->size);
    memcpy(place, &items, sizeof items);
    if (m->type == TVX_MEMBER_OBJECTS)
        memcpy(place + sizeof items, &n, sizeof n);
}

static void get_value(reader *r, tvx_given *out)
{
    if (get_number(r) == 0) {
        out->text = get_text(r);
        return;
    }
    tvx_form *form = get_room(r, 1, sizeof *form);
    if (form != NULL)
        get_part(r, tvx_shape_form(), form);
    out->form = form;
}

static void get_date(reader *r, tvx_date *out)
{
    const char *text = get_text(r);
    if (r->code == TVX_OK && tvx_date_parse(out, text, NULL) != TVX_OK)
        fail_damaged(r);
}

static void get_member(reader *r, const tvx_member *m, char *place)
{
    switch (m->type) {
    case TVX_MEMBER_WORD:
        *(int *)(void *)place = (int)get_number(r);
        break;
    case TVX_MEMBER_FLAG:
        *(bool *)place = true;
        break;
    case TVX_MEMBER_DATE:
        get_date(r, (tvx_date *)(void *)place);
        break;
    case TVX_MEMBER_VALUE:
        get_value(r, (tvx_given *)(void *)place);
        break;
    case TVX_MEMBER_TEXTS:
    case TVX_MEMBER_KEYS:
    case TVX_MEMBER_IDS:
    case TVX_MEMBER_WORDS:
    case TVX_MEMBER_LIST:
        get_texts(r, (tvx_texts *)(void *)place);
        break;
    case TVX_MEMBER_OBJECT:
    case TVX_MEMBER_OBJECTS:
        get_parts(r, m, place);
        break;
    case TVX_MEMBER_INLINE:
        fail_damaged(r);
        break;
    default: {
        const char *text = get_text(r);
        memcpy(place, &text, sizeof text);
    }
    }
}

static void get_part(reader *r, const tvx_shape *shape, void *part)
{
    if (++r->depth > DEPTH_MAX)
        fail_damaged(r);
    for (size_t number; (number = get_number(r)) != 0;) {
        if (number > shape->n_members) {
            fail_damaged(r);
            return;
        }
        const tvx_member *m = &shape->members[number - 1];
        get_member(r, m, (char *)part + m->offset);
        if (m->given != 0)
            memcpy((char *)part + m->given, &(bool){true}, sizeof(bool));
    }
    r->depth--;
}

int tvx_unpack(void *part, tvx_arena *arena, const tvx_shape *shape, const char *bytes, size_t n,
               tvx_error *error)
{
    reader r = {.at = bytes, .end = bytes + n, .arena = arena, .error = error};
    get_part(&r, shape, part);
    return r.code;
}

int tvx_copy_part(void *out, tvx_arena *arena, const tvx_shape *shape, const void *part,
                  tvx_error *error)
{
    tvx_buf packed = {0};
    tvx_pack(&packed, shape, part);
    char *bytes = packed.failed ? NULL : tvx_arena_slice(arena, packed.data, packed.size);
    memset(out, 0, shape->size);
    int code = bytes == NULL ? tvx_fail_memory(error)
                             : tvx_unpack(out, arena, shape, bytes, packed.size, error);
    tvx_buf_dispose(&packed);
    return code;
}
