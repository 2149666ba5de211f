/*
 * A new file for every test of the store, records given as JSON.
 */
#ifndef TVX_TESTS_STORE_FILE_H
#define TVX_TESTS_STORE_FILE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "codec/document.h"
#include "codec/record.h"
#include "store/store.h"

typedef struct fixture {
    char folder[64], path[96];
    tvx_store *store;
    tvx_arena arena;
    int64_t neg;
} fixture;

/* All in one transaction, which is left open. */
static inline int setup(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    snprintf(f->folder, sizeof f->folder, "/tmp/travaux-store-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/x.db", f->folder);
    assert_int_equal(tvx_store_create(&f->store, f->path, NULL), TVX_OK);
    assert_int_equal(tvx_store_begin_write(f->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_begin_call(f->store, "test", 1740000000, NULL), TVX_OK);
    assert_int_equal(tvx_store_new_negotiation(f->store, "n", &f->neg, NULL), TVX_OK);
    *state = f;
    return 0;
}

static inline int teardown(void **state)
{
    static const char *const BESIDE[] = {"", "-journal", ".backup-v1", ".backup-v1.2"};
    fixture *f = *state;
    tvx_store_free(f->store);
    tvx_arena_dispose(&f->arena);
    for (size_t i = 0; i < sizeof BESIDE / sizeof *BESIDE; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s%s", f->path, BESIDE[i]);
        unlink(path);
    }
    assert_int_equal(rmdir(f->folder), 0);
    free(f);
    return 0;
}
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

/* Commits, and opens the file again. */
static inline void reopen(fixture *f)
{
    tvx_error error = {0};
    if (tvx_store_commit(f->store, &error) != TVX_OK)
        fail_msg("%s", error.message);
    tvx_store_free(f->store);
    if (tvx_store_open(&f->store, f->path, &error) != TVX_OK)
        fail_msg("%s", error.message);
}

/* A transaction and a call, recorded at a time. */
static inline void begin(fixture *f, const char *command, int64_t now)
{
    assert_int_equal(tvx_store_begin_write(f->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_begin_call(f->store, command, now, NULL), TVX_OK);
}

/* The canonical form of a record given as JSON with ' for "; its id, in the arena. */
static inline const char *encode(fixture *f, const char *json, tvx_buf *body)
{
    char *text = tvx_arena_text(&f->arena, json);
    for (char *c = text; *c != '\0'; c++)
        *c = *c == '\'' ? '"' : *c;
    tvx_document *document;
    tvx_error error = {0};
    char id[TVX_ID_HEX + 1];
    if (tvx_document_parse(&document, text, strlen(text), &error) != TVX_OK)
        fail_msg("%s: %s", error.pointer, error.message);
    assert_int_equal(tvx_document_encode(document, body, id, NULL), TVX_OK);
    tvx_document_free(document);
    return tvx_arena_text(&f->arena, id);
}

/* Puts a record given so; returns its id, and in *what whether it was new. */
static inline const char *put_so(fixture *f, const char *json, tvx_put *what)
{
    tvx_buf body = {0};
    tvx_record record;
    tvx_error error = {0};
    const char *id = encode(f, json, &body);
    assert_int_equal(tvx_record_decode(&record, &f->arena, id, body.data, body.size, NULL), TVX_OK);
    if (tvx_store_put(f->store, f->neg, &record, body.data, body.size, false, what, &error) !=
        TVX_OK)
        fail_msg("%s", error.message);
    tvx_buf_dispose(&body);
    return id;
}

static inline const char *put(fixture *f, const char *json)
{
    tvx_put what;
    return put_so(f, json, &what);
}

/* The whole negotiation is looked at. */
static inline tvx_asked all_of(const fixture *f)
{
    return (tvx_asked){.neg = f->neg, .known_by = TVX_KNOWN_ALL, .without = TVX_NO_REPORT};
}

/* The record of an id, decoded. */
static inline tvx_record *record_of(fixture *f, const char *id)
{
    tvx_record *record = tvx_arena_new(&f->arena, 1, sizeof *record);
    tvx_logged logged;
    bool found;
    assert_int_equal(tvx_store_get(f->store, f->neg, id, &f->arena, &logged, &found, NULL), TVX_OK);
    assert_true(found);
    assert_int_equal(tvx_record_decode(record, &f->arena, id, logged.body, logged.size, NULL),
                     TVX_OK);
    return record;
}

static inline void index_digest(fixture *f, char digest[TVX_ID_HEX + 1])
{
    assert_int_equal(tvx_store_index_digest(f->store, digest, NULL), TVX_OK);
}

/* The indexes are what the log makes of them. */
static inline void assert_rebuilds(fixture *f)
{
    char before[TVX_ID_HEX + 1], after[TVX_ID_HEX + 1];
    index_digest(f, before);
    assert_int_equal(tvx_store_rebuild(f->store, NULL), TVX_OK);
    index_digest(f, after);
    assert_string_equal(before, after);
}

#endif
