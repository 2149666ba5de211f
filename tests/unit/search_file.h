/*
 * A file to search in, and what is found in it, for the tests of searching.
 */
#ifndef TVX_TESTS_SEARCH_FILE_H
#define TVX_TESTS_SEARCH_FILE_H

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

#include "api/internal.h"
#include "base/buf.h"
#include "store/search.h"
#include "store/sql.h"
#include "travaux/add.h"
#include "travaux/search.h"

/* --- the file --- */

typedef struct fixture {
    char folder[64], path[96];
    tvx_file *file;
} fixture;

static inline int setup(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    snprintf(f->folder, sizeof f->folder, "/tmp/travaux-search-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->path, sizeof f->path, "%s/x.db", f->folder);
    assert_int_equal(tvx_file_create(&f->file, f->path, NULL), TVX_OK);
    *state = f;
    return 0;
}

static inline int teardown(void **state)
{
    fixture *f = *state;
    char journal[128];
    tvx_file_free(f->file);
    unlink(f->path);
    snprintf(journal, sizeof journal, "%s-journal", f->path);
    unlink(journal);
    rmdir(f->folder);
    free(f);
    return 0;
}

static inline sqlite3 *db_of(const fixture *f)
{
    return f->file->store->db;
}

static inline void run_sql(sqlite3 *db, const char *sql)
{
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
}

static inline int count_of(const fixture *f, const char *sql)
{
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_prepare_v2(db_of(f), sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int n = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    return n;
}

static inline void drop_index(fixture *f)
{
    assert_int_equal(tvx_store_begin_write(f->file->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_search_stale(f->file->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_commit(f->file->store, NULL), TVX_OK);
}

static inline int read_stream(void *payload, char *buffer, size_t size, size_t *got,
                              tvx_error *error)
{
    (void)error;
    *got = fread(buffer, 1, size, payload);
    return TVX_OK;
}

static inline void add_from(fixture *f, FILE *in)
{
    tvx_add *add;
    tvx_error error = {0};
    assert_int_equal(tvx_add_begin(&add, f->file, "test", TVX_ADD_FILES, NULL), TVX_OK);
    if (tvx_add_records(add, "in", read_stream, in, &error) != TVX_OK ||
        tvx_add_check(add, &error) != TVX_OK)
        fail_msg("%lu: %s: %s", error.line, error.pointer, error.message);
    assert_int_equal(tvx_add_commit(add, NULL), TVX_OK);
    tvx_add_free(add);
    fclose(in);
}

/* Adds records given with ' for ". */
static inline void add(fixture *f, const char *json)
{
    FILE *in = tmpfile();
    assert_non_null(in);
    for (; *json != '\0'; json++)
        fputc(*json == '\'' ? '"' : *json, in);
    rewind(in);
    add_from(f, in);
}

static inline void add_minerals(fixture *f)
{
    FILE *in = fopen(TVX_TESTS "/../fixtures/us-ukraine-minerals.jsonl", "rb");
    assert_non_null(in);
    add_from(f, in);
}

static const char DEAL[] =
    "{'record':'negotiation','key':'n','title':'The deal','parties':[{'key':'A','name':'Arland'},"
    "{'key':'B','name':'Borduria'}],'terms':[{'key':'zebra','title':'Zebras','kind':'text'},"
    "{'key':'law','title':'Governing law','kind':'text'}],"
    "'outlets':[{'name':'The Times','aliases':['Times']}]}\n"
    "{'record':'draft','negotiation':'n','key':'d2','title':'Second','dated':'2025-02-02'}\n"
    "{'record':'draft','negotiation':'n','key':'d1','title':'First','dated':'2025-01-01'}\n"
    "{'record':'report','negotiation':'n','outlet':'Times','title':'Oil first',"
    "'published':'2025-02-03','claims':[{'draft':'d2','term':'law','value':'law of oil'}]}\n"
    "{'record':'report','negotiation':'n','outlet':'CNN','title':'Early','published':'2025-01-02',"
    "'claims':[{'draft':'d1','term':'law','value':'none','quote':'no oil'}],"
    "'note':'oil and gas'}\n";

/* --- searching --- */

static inline int list_hit(void *payload, const tvx_hit *hit, tvx_error *error)
{
    (void)error;
    tvx_buf_format(payload, "%s %s%s%s %s",
                   hit->key != NULL      ? hit->key
                   : hit->outlet != NULL ? hit->outlet
                                         : tvx_record_kind_name(hit->kind),
                   hit->pointer, hit->set_aside != NULL ? " aside" : "",
                   hit->updated != NULL ? " updated" : "", hit->text);
    for (size_t i = 0; i < hit->n_marks; i++)
        tvx_buf_format(payload, " %zu-%zu", hit->marks[i].from, hit->marks[i].to);
    tvx_buf_char(payload, '\n');
    return TVX_OK;
}

/* Appends a line a hit. */
static inline void search_as(fixture *f, const char *query, const char *known_by, tvx_buf *out)
{
    const tvx_query asked = {.known_by = known_by};
    const tvx_texts words = {.items = &query, .n = 1};
    tvx_error error = {0};
    tvx_view *view;
    assert_int_equal(tvx_view_open(&view, f->file, &asked, NULL), TVX_OK);
    if (tvx_view_search(view, &words, list_hit, out, &error) != TVX_OK)
        fail_msg("%s: %s", query, error.message);
    tvx_view_free(view);
}

static inline void assert_found(fixture *f, const char *query, const char *known_by,
                                const char *expected)
{
    tvx_buf out = {0};
    search_as(f, query, known_by, &out);
    assert_string_equal(tvx_buf_string(&out), expected);
    tvx_buf_dispose(&out);
}

static inline void prepare(fixture *f)
{
    tvx_error why = {0}, error = {0};
    if (tvx_search_prepare(f->file, &why, &error) != TVX_OK || why.code != TVX_OK)
        fail_msg("%s%s", error.message, why.message);
}

static inline void assert_unprepared(fixture *f, int code, const char *message)
{
    tvx_error why = {0};
    assert_int_equal(tvx_search_prepare(f->file, &why, NULL), TVX_OK);
    assert_int_equal(why.code, code);
    assert_non_null(strstr(why.message, message));
}

static inline int count_id(void *payload, const char *id, tvx_error *error)
{
    (void)id;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

/* How many records but reports have to be looked at for a query; -1: all. */
static inline int candidates(fixture *f, const char *query)
{
    const tvx_texts words = {.items = &query, .n = 1};
    tvx_arena arena = {0};
    tvx_sought sought;
    size_t n = 0;
    bool narrowed;
    assert_int_equal(tvx_sought_make(&sought, &arena, &words, NULL), TVX_OK);
    assert_int_equal(
        tvx_store_search_records(f->file->store, 1, &sought, count_id, &n, &narrowed, NULL),
        TVX_OK);
    tvx_arena_dispose(&arena);
    return narrowed ? (int)n : -1;
}

typedef struct id_search {
    const char *label;
    char id[TVX_ID_HEX + 1];
} id_search;

static inline int note_id(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    id_search *s = payload;
    (void)error;
    if (entry->in_force && entry->label != NULL && strcmp(entry->label, s->label) == 0)
        memcpy(s->id, entry->id, sizeof s->id);
    return TVX_OK;
}

/* The id of the record in force of that name, title, outlet or act; once a piece of it is in `more`
   (a %s in it) that is added. */
static inline void add_about(fixture *f, const char *label, const char *format)
{
    id_search s = {.label = label};
    char json[1024];
    const char *at = strstr(format, "%s");
    assert_non_null(at);
    assert_int_equal(tvx_file_records(f->file, NULL, note_id, &s, NULL), TVX_OK);
    snprintf(json, sizeof json, "%.*s%s%s", (int)(at - format), format, s.id, at + 2);
    add(f, json);
}

#endif
