#include "codec/document.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/fail.h"
#include "base/mem.h"
#include "codec/canonical.h"
#include "codec/decode.h"
#include "codec/parse.h"
#include "codec/record.h"
#include "model/shape.h"

enum { INLINE_LISTS = 3 }; /* of a negotiation: parties, terms, outlets */

/* Records that came inside the document, from `next` on not yet taken. */
typedef struct inline_list {
    json_t *records;
    const char *name;
    tvx_record_kind kind;
    size_t next;
} inline_list;

struct tvx_document {
    json_t *root; /* without its inline records */
    tvx_record_kind kind;
    inline_list lists[INLINE_LISTS];
};

static const char *text_of(const tvx_document *document, const char *member)
{
    return json_string_value(json_object_get(document->root, member));
}

/* --- parsing --- */

static int set_member(json_t *object, const char *member, json_t *value, tvx_error *error)
{
    return json_object_set_new(object, member, value) == 0 ? TVX_OK : tvx_fail_memory(error);
}

/* The `order` that inline terms stand for, where none is given. */
static int order_terms(json_t *root, tvx_error *error)
{
    json_t *terms = json_object_get(root, "terms");
    if (terms == NULL || json_object_get(root, "order") != NULL)
        return TVX_OK;
    json_t *order = json_array();
    for (size_t i = 0; i < json_array_size(terms); i++) {
        json_t *key = json_object_get(json_array_get(terms, i), "key");
        if (json_array_append(order, key) != 0) {
            json_decref(order);
            return tvx_fail_memory(error);
        }
    }
    return set_member(root, "order", order, error);
}

static void detach_inline(tvx_document *document)
{
    const tvx_shape *shape = tvx_shape_of(document->kind);
    inline_list *list = document->lists;
    for (size_t i = 0; i < shape->n_members; i++) {
        const tvx_member *m = &shape->members[i];
        json_t *records = json_object_get(document->root, m->name);
        if (m->type != TVX_MEMBER_INLINE || records == NULL)
            continue;
        *list++ = (inline_list){
            .records = json_incref(records), .name = m->name, .kind = (tvx_record_kind)m->records};
        json_object_del(document->root, m->name);
    }
}

/* Makes a document of a checked tree, whose reference passes to it even where this fails. */
static int new_document(tvx_document **out, json_t *root, tvx_record_kind kind, tvx_error *error)
{
    tvx_document *document = tvx_mem_new(1, sizeof *document);
    if (document == NULL) {
        json_decref(root);
        return tvx_fail_memory(error);
    }
    *document = (tvx_document){.root = root, .kind = kind};
    *out = document;
    return TVX_OK;
}

int tvx_document_parse(tvx_document **out, const char *text, size_t n, tvx_error *error)
{
    json_t *root = NULL;
    tvx_record checked = {0};
    tvx_arena arena = {0};
    int code = tvx_parse(&root, text, n, error);
    if (code == TVX_OK)
        code = tvx_decode(&checked, &arena, root, true, error);
    tvx_arena_dispose(&arena);
    if (code == TVX_OK)
        code = order_terms(root, error);
    if (code != TVX_OK) {
        json_decref(root);
        return code;
    }
    code = new_document(out, root, checked.kind, error);
    if (code == TVX_OK)
        detach_inline(*out);
    return code;
}

void tvx_document_free(tvx_document *document)
{
    if (document == NULL)
        return;
    for (size_t i = 0; i < INLINE_LISTS; i++)
        json_decref(document->lists[i].records);
    json_decref(document->root);
    tvx_mem_free(document);
}

/* --- what a document says of itself --- */

tvx_record_kind tvx_document_kind(const tvx_document *document)
{
    return document->kind;
}

const char *tvx_document_negotiation(const tvx_document *document)
{
    return text_of(document, document->kind == TVX_RECORD_NEGOTIATION ? "key" : "negotiation");
}

const char *tvx_document_key(const tvx_document *document)
{
    return text_of(document, document->kind == TVX_RECORD_OUTLET ? "name" : "key");
}

bool tvx_document_supersedes(const tvx_document *document)
{
    return json_object_get(document->root, "supersedes") != NULL;
}

size_t tvx_document_fullness(const tvx_document *document)
{
    return json_object_size(document->root);
}

/* --- inline records --- */

static int take(tvx_document **out, const tvx_document *document, inline_list *list,
                tvx_error *error)
{
    json_t *record = json_incref(json_array_get(list->records, list->next));
    const char *negotiation = tvx_document_negotiation(document);
    int code = set_member(record, "record", json_string(tvx_record_kind_name(list->kind)), error);
    if (code == TVX_OK)
        code = set_member(record, "negotiation", json_string(negotiation), error);
    if (code != TVX_OK) {
        json_decref(record);
        return code;
    }
    list->next++;
    return new_document(out, record, list->kind, error);
}

int tvx_document_take_inline(tvx_document **out, tvx_document *document, char pointer[64],
                             tvx_error *error)
{
    *out = NULL;
    for (size_t i = 0; i < INLINE_LISTS; i++) {
        inline_list *list = &document->lists[i];
        if (list->next >= json_array_size(list->records))
            continue;
        if (pointer != NULL)
            snprintf(pointer, 64, "/%s/%zu", list->name, list->next);
        return take(out, document, list, error);
    }
    return TVX_OK;
}

/* --- ids --- */

typedef struct id_mapping {
    tvx_id_callback callback;
    void *payload;
} id_mapping;

static int map_id(const id_mapping *mapping, json_t *id, const char *pointer,
                  tvx_record_kind wanted, tvx_error *error)
{
    char full[TVX_ID_HEX + 1] = "";
    int code =
        mapping->callback(mapping->payload, json_string_value(id), pointer, wanted, full, error);
    if (code != TVX_OK)
        tvx_fail_within(error, "%s", pointer);
    if (code != TVX_OK || full[0] == '\0')
        return code;
    return json_string_set(id, full) == 0 ? TVX_OK : tvx_fail_memory(error);
}

static int map_ids(const id_mapping *mapping, json_t *ids, const tvx_member *member,
                   tvx_error *error)
{
    char pointer[64];
    int code = TVX_OK;
    tvx_record_kind wanted = (tvx_record_kind)member->records;
    snprintf(pointer, sizeof pointer, "/%s", member->name);
    if (json_is_string(ids))
        return map_id(mapping, ids, pointer, wanted, error);
    for (size_t i = 0; code == TVX_OK && i < json_array_size(ids); i++) {
        snprintf(pointer, sizeof pointer, "/%s/%zu", member->name, i);
        code = map_id(mapping, json_array_get(ids, i), pointer, wanted, error);
    }
    return code;
}

int tvx_document_map_ids(tvx_document *document, tvx_id_callback callback, void *payload,
                         tvx_error *error)
{
    const id_mapping mapping = {.callback = callback, .payload = payload};
    const tvx_shape *shape = tvx_shape_of(document->kind);
    for (size_t i = 0; i < shape->n_members; i++) {
        const tvx_member *m = &shape->members[i];
        if (m->type != TVX_MEMBER_ID && m->type != TVX_MEMBER_IDS)
            continue;
        int code = map_ids(&mapping, json_object_get(document->root, m->name), m, error);
        if (code != TVX_OK)
            return code;
    }
    return TVX_OK;
}

/* --- what is stored --- */

int tvx_document_encode(const tvx_document *document, tvx_buf *body, char id[TVX_ID_HEX + 1],
                        tvx_error *error)
{
    tvx_buf_clear(body);
    tvx_canonical(body, document->root);
    if (body->failed)
        return tvx_fail_memory(error);
    tvx_hash(body->data, body->size, id);
    return TVX_OK;
}

/* A single value and a list of one are alike. */
static json_t *alone(json_t *value)
{
    return json_array_size(value) == 1 ? json_array_get(value, 0) : value;
}

static bool covers(json_t *recorded, json_t *root)
{
    for (void *at = json_object_iter(root); at != NULL; at = json_object_iter_next(root, at)) {
        const char *name = json_object_iter_key(at);
        if (strcmp(name, "record") == 0 || strcmp(name, "negotiation") == 0 ||
            strcmp(name, "supersedes") == 0)
            continue;
        json_t *there = json_object_get(recorded, name);
        if (!json_equal(alone(there), alone(json_object_iter_value(at))))
            return false;
    }
    return true;
}

int tvx_document_covered(bool *covered, const tvx_document *document, const char *body, size_t n,
                         tvx_error *error)
{
    json_t *recorded = NULL;
    int code = tvx_parse(&recorded, body, n, error);
    if (code != TVX_OK)
        return code;
    *covered = covers(recorded, document->root);
    json_decref(recorded);
    return TVX_OK;
}
