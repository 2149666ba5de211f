/*
 * Merging: the records of another travaux file. Nothing in it is believed unseen: every body must
 * be what its id says, in the one form that this program writes, of the kind and the negotiation
 * that it is listed under.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "api/add_internal.h"
#include "base/fail.h"
#include "codec/record.h"
#include "store/index.h"

typedef struct merging {
    tvx_add *add;
    const char *name;
    const char *negotiation; /* at hand */
    tvx_buf body;
} merging;

/* --- one record --- */

static int full_ids_alone(void *payload, const char *id, const char *pointer,
                          tvx_record_kind wanted, char full[TVX_ID_HEX + 1], tvx_error *error)
{
    (void)payload;
    (void)pointer;
    (void)wanted;
    full[0] = '\0';
    return strlen(id) == TVX_ID_HEX ? TVX_OK
                                    : tvx_fail(error, TVX_EFILE, "'%s' is no whole id", id);
}

/* The document is what the file says it is. */
static int check_document(merging *m, const tvx_logged *logged, tvx_document *document,
                          tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    int code = tvx_document_encode(document, &m->body, id, error);
    if (code != TVX_OK)
        return code;
    if (strcmp(id, logged->id) != 0)
        return tvx_fail(error, TVX_EFILE, "the record is not in canonical form");
    if (tvx_document_kind(document) != logged->kind)
        return tvx_fail(error, TVX_EFILE, "it is listed as a %s, and is a %s",
                        logged->kind < TVX_RECORD_KINDS ? tvx_record_kind_name(logged->kind) : "?",
                        tvx_record_kind_name(tvx_document_kind(document)));
    if (strcmp(tvx_document_negotiation(document), m->negotiation) != 0)
        return tvx_fail(error, TVX_EFILE, "it is listed under '%s', and is of '%s'", m->negotiation,
                        tvx_document_negotiation(document));
    return tvx_document_map_ids(document, full_ids_alone, NULL, error);
}

static int open_document(merging *m, const tvx_logged *logged, tvx_document **out, tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    *out = NULL;
    tvx_hash(logged->body, logged->size, id);
    if (strcmp(id, logged->id) != 0)
        return tvx_fail(error, TVX_EFILE, "the record does not match its id");
    int code = tvx_document_parse(out, logged->body, logged->size, error);
    return code == TVX_OK ? check_document(m, logged, *out, error) : code;
}

static int take_logged(void *payload, const tvx_logged *logged, tvx_error *error)
{
    merging *m = payload;
    tvx_document *document;
    tvx_origin_place place = {.file = m->name};
    snprintf(place.pointer, sizeof place.pointer, "record %.12s", logged->id);
    int code = open_document(m, logged, &document, error);
    if (code == TVX_OK)
        return tvx_add_take(m->add, document, &place, false, NULL, 0, error);
    tvx_document_free(document);
    if (code != TVX_ENOMEM) {
        if (error != NULL)
            error->line = 0; /* of a body, which is one line */
        tvx_fail_within(error, "%s", place.pointer);
    }
    return code;
}

/* --- one file --- */

static int take_all(merging *m, tvx_store *other, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_negotiation_entry *all;
    size_t n;
    int code = tvx_store_begin_read(other, error);
    if (code == TVX_OK)
        code = tvx_store_negotiations(other, &arena, &all, &n, error);
    for (size_t i = 0; code == TVX_OK && i < n; i++) {
        m->negotiation = all[i].key;
        code = tvx_store_all(other, all[i].neg, take_logged, m, error);
    }
    tvx_store_rollback(other);
    tvx_arena_dispose(&arena);
    return code;
}

static int count_logged(void *payload, const tvx_logged *logged, tvx_error *error)
{
    tvx_add *add = payload;
    (void)logged;
    (void)error;
    add->summary.already++;
    return TVX_OK;
}

/* The file that is locked for writing already: all of it is there. */
static int take_itself(tvx_add *add, tvx_error *error)
{
    tvx_negotiation_entry *all;
    size_t n;
    int code = tvx_store_negotiations(add->store, &add->arena, &all, &n, error);
    for (size_t i = 0; code == TVX_OK && i < n; i++)
        code = tvx_store_all(add->store, all[i].neg, count_logged, add, error);
    return code;
}

int tvx_add_file(tvx_add *add, const char *path, const char *name, tvx_error *error)
{
    struct stat info;
    tvx_store *other = NULL;
    merging m = {.add = add, .name = tvx_arena_text(&add->arena, name)};
    if (m.name == NULL)
        return tvx_fail_memory(error);
    if (stat(path, &info) == 0 && info.st_dev == add->file->device &&
        info.st_ino == add->file->inode)
        return take_itself(add, error);
    int code = tvx_store_open_log(&other, path, error);
    if (code == TVX_OK)
        code = take_all(&m, other, error);
    if (code != TVX_OK && code != TVX_ENOMEM)
        tvx_fail_at(error, name, 0);
    tvx_store_free(other);
    tvx_buf_dispose(&m.body);
    return code;
}

/* --- what it brought about --- */

typedef struct telling {
    tvx_add *add;
    int64_t neg;
} telling;

/* Whether this call brought one of the records; and what they are called. */
static int look_at_heads(const telling *t, const tvx_texts *ids, bool *brought, tvx_record *first,
                         tvx_error *error)
{
    tvx_logged logged = {0};
    bool found = false;
    int code = TVX_OK;
    tvx_arena_clear(&t->add->record);
    for (size_t i = ids->n; i-- > 0 && code == TVX_OK;) {
        code = tvx_store_get(t->add->store, t->neg, ids->items[i], &t->add->record, &logged, &found,
                             error);
        *brought |= code == TVX_OK && found && logged.of_this_call;
    }
    return code != TVX_OK ? code
                          : tvx_record_decode(first, &t->add->record, ids->items[0], logged.body,
                                              logged.size, error);
}

static int tell_conflict(void *payload, tvx_record_kind kind, const tvx_texts *ids,
                         tvx_error *error)
{
    telling *t = payload;
    static const tvx_origin_place NOWHERE = {0};
    tvx_record first;
    tvx_buf list = {0};
    bool brought = false;
    int code = look_at_heads(t, ids, &brought, &first, error);
    if (code != TVX_OK || !brought)
        return code;
    const char *key = tvx_record_key(&first);
    for (size_t i = 1; i < ids->n && i < 6; i++)
        tvx_buf_format(&list, "%s%.6s", i == 1 ? "" : ", ", ids->items[i]);
    code = tvx_add_warn(t->add, &NOWHERE, error,
                        "heads in conflict: %s %s: %.6s is used, not %s, until one supersedes the "
                        "others",
                        tvx_record_kind_name(kind), key != NULL ? key : tvx_record_label(&first),
                        ids->items[0], tvx_buf_string(&list));
    tvx_buf_dispose(&list);
    return code;
}

int tvx_add_tell_conflicts(tvx_add *add, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < add->n_scopes && code == TVX_OK; i++) {
        telling t = {.add = add, .neg = add->scopes[i]->neg};
        code = tvx_store_conflicts(add->store, t.neg, tell_conflict, &t, error);
    }
    return code;
}
