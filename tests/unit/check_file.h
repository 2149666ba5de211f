/*
 * A file to be looked over, for the tests of `check`.
 */
#ifndef TVX_TESTS_CHECK_FILE_H
#define TVX_TESTS_CHECK_FILE_H

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
#include "base/buf.h"
#include "check_cases.h"
#include "travaux/add.h"
#include "travaux/file.h"

typedef struct fixture {
    char path[64];
    tvx_file *file;
    tvx_arena arena;
    tvx_buf text;     /* what is to be recorded */
    const char *name; /* a record that is sought, by title, reason or key */
    const char *id;   /* what was found */
    tvx_buf remarks;
} fixture;

/* --- a file of its own for every case --- */

static inline void open_file(fixture *f)
{
    static const char template[] = "/tmp/travaux-check-XXXXXX";
    *f = (fixture){0};
    memcpy(f->path, template, sizeof template);
    int handle = mkstemp(f->path);
    assert_true(handle >= 0);
    close(handle);
    unlink(f->path);
    assert_int_equal(tvx_file_create(&f->file, f->path, NULL), TVX_OK);
}

static inline void close_file(fixture *f)
{
    char journal[80];
    tvx_file_free(f->file);
    tvx_arena_dispose(&f->arena);
    tvx_buf_dispose(&f->text);
    tvx_buf_dispose(&f->remarks);
    snprintf(journal, sizeof journal, "%s-journal", f->path);
    unlink(journal);
    unlink(f->path);
}

/* --- recording --- */

static inline int match_entry(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    fixture *f = payload;
    char titled[32], reasoned[32];
    (void)error;
    snprintf(titled, sizeof titled, "\"title\":\"%s\"", f->name);
    snprintf(reasoned, sizeof reasoned, "\"reason\":\"%s\"", f->name);
    if ((entry->kind == TVX_RECORD_TERM && strcmp(entry->key, f->name) == 0) ||
        (entry->kind == TVX_RECORD_REPORT && strstr(entry->body, titled) != NULL) ||
        (entry->kind == TVX_RECORD_JUDGEMENT && strstr(entry->body, reasoned) != NULL))
        f->id = tvx_arena_text(&f->arena, entry->id);
    return TVX_OK;
}

static inline const char *id_of(fixture *f, const char *name, size_t n)
{
    static const char nowhere[] =
        "00000000000000000000000000000000000000000000000000000000000000ff";
    f->id = strncmp(name, "0", n) == 0 ? nowhere : NULL;
    f->name = tvx_arena_slice(&f->arena, name, n);
    if (f->id == NULL)
        assert_int_equal(tvx_file_records(f->file, NULL, match_entry, f, NULL), TVX_OK);
    assert_non_null(f->id);
    return f->id;
}

/* ' as ", and ids for their names. */
static inline void write_records(fixture *f, const char *text)
{
    tvx_buf_clear(&f->text);
    for (const char *c = text; *c != '\0'; c++) {
        size_t n = *c == '$' ? strcspn(c + 1, "'") : 0;
        if (n > 0)
            tvx_buf_text(&f->text, id_of(f, c + 1, n));
        else
            tvx_buf_char(&f->text, *c == '\'' ? '"' : *c);
        c += n;
    }
}

static inline int read_text(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    const char **rest = payload;
    (void)error;
    *got = strlen(*rest) < size ? strlen(*rest) : size;
    memcpy(buffer, *rest, *got);
    *rest += *got;
    return TVX_OK;
}

static inline void record(fixture *f, const char *text)
{
    tvx_add *add;
    tvx_error error = {0};
    write_records(f, text);
    const char *rest = tvx_buf_string(&f->text);
    assert_int_equal(tvx_add_begin(&add, f->file, "test", TVX_ADD_MERGE, NULL), TVX_OK);
    if (tvx_add_records(add, "a", read_text, &rest, &error) != TVX_OK ||
        tvx_add_check(add, &error) != TVX_OK || tvx_add_commit(add, &error) != TVX_OK)
        fail_msg("%lu: %s: %s", error.line, error.pointer, error.message);
    tvx_add_free(add);
}

/* Everything that a case records. */
static inline void record_case(fixture *f, const check_case *c)
{
    open_file(f);
    for (size_t i = 0; i < sizeof c->calls / sizeof c->calls[0] && c->calls[i] != NULL; i++)
        record(f, c->calls[i]);
}

#endif
