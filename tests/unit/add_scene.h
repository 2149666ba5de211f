/*
 * A file that records are added to, and inputs from memory, in which ' stands for ".
 */
#ifndef TESTS_UNIT_ADD_SCENE_H
#define TESTS_UNIT_ADD_SCENE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "travaux/add.h"

enum { MAX_RECORDS = 32 };

/* --- inputs from memory --- */

typedef struct memory {
    const char *rest;
} memory;

/* A few bytes at a time, ' as ". */
static inline int read_memory(void *payload, char *buffer, size_t size, size_t *got,
                              tvx_error *error)
{
    memory *m = payload;
    (void)error;
    for (*got = 0; *got < size && *got < 7 && *m->rest != '\0'; m->rest++)
        buffer[(*got)++] = *m->rest == '\'' ? '"' : *m->rest;
    return TVX_OK;
}

static inline int take(tvx_add *add, const char *name, const char *text, tvx_error *error)
{
    memory m = {text};
    return tvx_add_records(add, name, read_memory, &m, error);
}

/* --- the file --- */

typedef struct scene {
    char folder[64], path[96];
    tvx_file *file;
    tvx_arena arena;  /* of a test */
    const char *held; /* every record in the file */
} scene;

/* A line for each record of the file: its kind, key and label. */
typedef struct listing {
    tvx_arena *arena;
    const char *lines[MAX_RECORDS];
    const char *ids[MAX_RECORDS];
    size_t n;
} listing;

static inline const char *line_of(tvx_arena *arena, const tvx_log_entry *entry)
{
    const char *kind = tvx_record_kind_name(entry->kind);
    const char *first = entry->key, *second = entry->label;
    if (first == NULL) {
        first = second;
        second = NULL;
    }
    return tvx_arena_format(arena, "%s %s%s%s", kind, first, second == NULL ? "" : " ",
                            second == NULL ? "" : second);
}

static inline int list_entry(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    listing *l = payload;
    (void)error;
    assert_true(l->n < MAX_RECORDS);
    l->ids[l->n] = tvx_arena_text(l->arena, entry->id);
    l->lines[l->n++] = line_of(l->arena, entry);
    return TVX_OK;
}

static inline listing list_file(tvx_file *file, tvx_arena *arena)
{
    listing l = {.arena = arena};
    assert_int_equal(tvx_file_records(file, NULL, list_entry, &l, NULL), TVX_OK);
    return l;
}

static inline const char *all_ids(tvx_file *file, tvx_arena *arena)
{
    listing l = list_file(file, arena);
    const char *all = "";
    for (size_t i = 0; i < l.n; i++)
        all = tvx_arena_format(arena, "%s%s ", all, l.ids[i]);
    return all;
}

static inline void commit(tvx_file *file, const char *text)
{
    tvx_add *add;
    tvx_error error = {0};
    assert_int_equal(tvx_add_begin(&add, file, "test", TVX_ADD_FILES, NULL), TVX_OK);
    if (take(add, "a", text, &error) != TVX_OK || tvx_add_check(add, &error) != TVX_OK)
        fail_msg("%lu: %s: %s", error.line, error.pointer, error.message);
    assert_int_equal(tvx_add_commit(add, NULL), TVX_OK);
    tvx_add_free(add);
}

/* A text in which <CNN> is the id of the first record so labelled, by kind and id. */
static inline const char *with_ids(scene *f, const char *text)
{
    listing l = list_file(f->file, &f->arena);
    const char *out = "", *open;
    while ((open = strchr(text, '<')) != NULL) {
        const char *close = strchr(open, '>'), *id = NULL;
        const char *name = tvx_arena_slice(&f->arena, open + 1, (size_t)(close - open) - 1);
        for (size_t i = l.n; i-- > 0;)
            if (strstr(l.lines[i], name) != NULL)
                id = l.ids[i];
        assert_non_null(id);
        out = tvx_arena_format(&f->arena, "%s%.*s%s", out, (int)(open - text), text, id);
        text = close + 1;
    }
    return tvx_arena_format(&f->arena, "%s%s", out, text);
}

/* "/report: what is wrong (hint)" */
static inline const char *told(scene *f, const tvx_error *error)
{
    return tvx_arena_format(&f->arena, "%s%s%s (%s)", error->pointer,
                            error->pointer[0] == '\0' ? "" : ": ", error->message, error->hint);
}

/* Adds one record in a manner, given with ids as <LABEL>; "" if it went well, else what is told. */
static inline const char *try_add(scene *f, tvx_add_manner manner, const char *text, bool keep)
{
    tvx_add *add;
    tvx_error error = {0};
    const char *record = with_ids(f, text);
    assert_int_equal(tvx_add_begin(&add, f->file, "test", manner, NULL), TVX_OK);
    int code = take(add, "a", record, &error);
    if (code == TVX_OK)
        code = tvx_add_check(add, &error);
    if (code == TVX_OK && keep)
        code = tvx_add_commit(add, &error);
    tvx_add_free(add);
    return code == TVX_OK ? "" : told(f, &error);
}

/* A new file that holds these records. */
static inline int scene_begin(void **state, const char *holds)
{
    scene *f = calloc(1, sizeof *f);
    snprintf(f->folder, sizeof f->folder, "/tmp/travaux-add-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/x.db", f->folder);
    assert_int_equal(tvx_file_create(&f->file, f->path, NULL), TVX_OK);
    commit(f->file, holds);
    f->held = all_ids(f->file, &f->arena);
    *state = f;
    return 0;
}

static inline int scene_end(void **state)
{
    scene *f = *state;
    tvx_file_free(f->file);
    tvx_arena_dispose(&f->arena);
    unlink(f->path);
    rmdir(f->folder);
    free(f);
    return 0;
}

#endif
