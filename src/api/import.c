#include "travaux/import.h"

#include <string.h>

#include "api/add_internal.h"
#include "api/import_known.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/text.h"
#include "codec/record.h"
#include "read/csl.h"
#include "read/csv_records.h"

enum { HEAD = 512 }; /* bytes by which CSV is told from JSON */

/* A CSV file of the call: errors of its records may still come. */
typedef struct sheet {
    const char *name;
    tvx_csv_records *records;
    struct sheet *next;
} sheet;

struct tvx_import {
    tvx_add *add;
    tvx_view *view;
    tvx_arena arena;
    tvx_arena record; /* of the report at hand */
    char delimiter;
    tvx_import_given given;
    tvx_made_sink sink;
    const char *name; /* of the input at hand */
    sheet *sheets;
};

/* --- one report --- */

/* A draft that the file has already is not changed by a row. */
static int check_draft(tvx_import *import, const tvx_document *document,
                       const tvx_origin_place *place, tvx_error *error)
{
    const char *key = tvx_document_key(document);
    const tvx_placed_draft *placed;
    tvx_scope *scope;
    tvx_verdict verdict = TVX_VERDICT_NOTHING;
    int code = tvx_known_draft(&placed, import->view, document, error);
    if (code != TVX_OK || placed == NULL)
        return code;
    code = tvx_add_scope(import->add, tvx_document_negotiation(document), &scope, error);
    if (code == TVX_OK)
        code = tvx_add_judge_inline(import->add, scope, document, &verdict, error);
    if (code != TVX_OK || verdict != TVX_VERDICT_WAIT)
        return code;
    code = tvx_fail(error, TVX_EINPUT, "draft '%s' is recorded already, and not like this", key);
    tvx_fail_hint(error,
                  "travaux draft edit '%s' changes what is recorded of it; or leave out here what "
                  "it does not say",
                  key);
    tvx_fail_within(error, "%s", place->pointer);
    return code;
}

/* Takes what came inline; it is the caller's no more. */
static int take_one(tvx_import *import, tvx_document *one, const tvx_origin_place *place,
                    tvx_error *error)
{
    bool covered = false;
    int code = TVX_OK;
    if (tvx_document_kind(one) == TVX_RECORD_DRAFT) {
        code = tvx_covered_by_shown(&covered, import->view, one, error);
        if (code == TVX_OK && !covered)
            code = check_draft(import, one, place, error);
    }
    if (code == TVX_OK && !covered)
        return tvx_add_take(import->add, one, place, true, NULL, 0, error);
    tvx_document_free(one);
    import->add->summary.already += covered;
    return code;
}

/* Takes the drafts that came with a report. */
static int take_inline(tvx_import *import, tvx_document *document, const tvx_origin_place *place,
                       tvx_error *error)
{
    for (;;) {
        tvx_document *one;
        tvx_origin_place its = *place;
        int code = tvx_document_take_inline(&one, document, its.pointer, error);
        if (code != TVX_OK || one == NULL)
            return code;
        code = take_one(import, one, &its, error);
        if (code != TVX_OK)
            return code;
    }
}

static int fail_otherwise(const char *id, tvx_error *error)
{
    int code =
        tvx_fail(error, TVX_EINPUT, "the rows of report %.6s say otherwise than its record", id);
    tvx_fail_hint(error,
                  "travaux edit %.6s mends it; rows whose 'report' is empty make another one", id);
    tvx_fail_within(error, "/report");
    return code;
}

/* Compares what came with the record of the id that it bears: it says the same, or is refused. */
static int compare_known(tvx_import *import, const tvx_document *document, const char *id,
                         const tvx_logged *logged, tvx_error *error)
{
    char own[TVX_ID_HEX + 1];
    tvx_record old, new;
    bool same = false, found = false;
    tvx_buf body = {0};
    tvx_stored_report stored;
    tvx_told_report told = {.id = id, .report = &old.as.report};
    int code = tvx_record_decode(&old, &import->record, id, logged->body, logged->size, error);
    if (code == TVX_OK && old.kind != TVX_RECORD_REPORT)
        return fail_otherwise(id, error);
    if (code == TVX_OK)
        code = tvx_document_encode(document, &body, own, error);
    if (code == TVX_OK)
        code =
            tvx_record_decode(&new, &import->record, own, tvx_buf_string(&body), body.size, error);
    if (code == TVX_OK)
        code = tvx_store_report(import->view->store, &import->view->asked, id, &import->record,
                                &stored, &found, error);
    if (code == TVX_OK && found && stored.updated[0] != '\0')
        told.updated = stored.updated;
    if (code == TVX_OK)
        code = tvx_same_claims(&same, import->view, &told, &new.as.report, error);
    tvx_buf_dispose(&body);
    if (code == TVX_OK && !same)
        return fail_otherwise(id, error);
    import->add->summary.already += code == TVX_OK;
    return code;
}

/* Looks for the record that an export wrote; *there tells that nothing is left to do. */
static int look_up(tvx_import *import, const tvx_document *document, const tvx_made *made,
                   const tvx_origin_place *place, bool *there, tvx_error *error)
{
    const char *id = made->known;
    tvx_add *add = import->add;
    tvx_scope *scope;
    tvx_logged logged;
    *there = false;
    if (id == NULL)
        return TVX_OK;
    if (!tvx_text_hex(id, TVX_ID_HEX, TVX_ID_HEX)) {
        int code = tvx_fail(error, TVX_EINPUT, "'%s' is no id of a report", id);
        tvx_fail_hint(error, "the column 'report' holds what an export wrote; else leave it empty");
        tvx_fail_within(error, "/report");
        return code;
    }
    int code = tvx_add_scope(add, tvx_document_negotiation(document), &scope, error);
    if (code == TVX_OK)
        code = tvx_store_get(add->store, scope->neg, id, &import->record, &logged, there, error);
    if (code == TVX_OK && *there)
        return compare_known(import, document, id, &logged, error);
    if (code == TVX_OK)
        code = tvx_store_forgotten(add->store, scope->neg, id, there, error);
    if (code != TVX_OK || !*there)
        return code;
    add->summary.left_out++;
    return tvx_add_warn(add, place, error, "report %.6s was forgotten for good and is left out",
                        id);
}

static int take_made(void *payload, const tvx_made *made, tvx_error *error)
{
    tvx_import *import = payload;
    tvx_document *document = NULL;
    bool there = false;
    tvx_origin_place place = {.file = import->name, .line = made->line};
    tvx_arena_clear(&import->record);
    int code = tvx_document_parse(&document, made->text, made->size, error);
    if (code != TVX_OK && error != NULL)
        error->line = 0; /* that of a text which nobody sees */
    if (code == TVX_OK)
        code = take_inline(import, document, &place, error);
    if (code == TVX_OK)
        code = look_up(import, document, made, &place, &there, error);
    if (code == TVX_OK && !there)
        return tvx_add_take(import->add, document, &place, false, NULL, 0, error);
    tvx_document_free(document);
    if (code == TVX_EINPUT || code == TVX_ENOTFOUND)
        tvx_fail_at(error, import->name, made->line);
    return code;
}

static int warn(void *payload, unsigned long line, const char *text, tvx_error *error)
{
    const tvx_import *import = payload;
    const tvx_origin_place place = {.file = import->name, .line = line};
    return tvx_add_warn(import->add, &place, error, "%s", text);
}

/* --- an input --- */

/* An input whose first bytes were looked at. */
typedef struct peeked {
    tvx_add_source source;
    void *payload;
    char head[HEAD];
    size_t at, size;
} peeked;

static int read_on(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    peeked *p = payload;
    if (p->at == p->size)
        return p->source(p->payload, buffer, size, got, error);
    *got = p->size - p->at < size ? p->size - p->at : size;
    memcpy(buffer, p->head + p->at, *got);
    p->at += *got;
    return TVX_OK;
}

/* JSON begins with a bracket, after a BOM and blanks. */
static int peek(peeked *p, bool *json, tvx_error *error)
{
    size_t got = 1, at = 0;
    while (got > 0 && p->size < HEAD) {
        int code = p->source(p->payload, p->head + p->size, HEAD - p->size, &got, error);
        if (code != TVX_OK)
            return code;
        p->size += got;
    }
    if (p->size >= 3 && memcmp(p->head, "\xef\xbb\xbf", 3) == 0)
        at = 3;
    while (at < p->size && p->head[at] != '\0' && strchr(" \t\r\n", p->head[at]) != NULL)
        at++;
    *json = at < p->size && (p->head[at] == '{' || p->head[at] == '[');
    return TVX_OK;
}

static int read_sheet(tvx_import *import, peeked *input, tvx_error *error)
{
    sheet *new = tvx_arena_new(&import->arena, 1, sizeof *new);
    if (new == NULL)
        return tvx_fail_memory(error);
    new->name = import->name;
    new->next = import->sheets;
    import->sheets = new;
    return tvx_csv_records_read(&new->records, read_on, input, import->delimiter, &import->given,
                                &import->sink, error);
}

int tvx_import_read(tvx_import *import, const char *name, tvx_add_source source, void *payload,
                    tvx_error *error)
{
    peeked input = {.source = source, .payload = payload};
    bool json = false;
    import->name = tvx_arena_text(&import->add->arena, name); /* places outlive the import */
    if (import->name == NULL)
        return tvx_fail_memory(error);
    int code = peek(&input, &json, error);
    if (code == TVX_OK && json && import->given.draft != NULL) {
        code = tvx_fail(error, TVX_EUSAGE, "articles make no claims on a draft");
        tvx_fail_hint(error, "leave --draft out: it goes with CSV");
    } else if (code == TVX_OK) {
        code = json ? tvx_read_csl(read_on, &input, &import->given, &import->sink, error)
                    : read_sheet(import, &input, error);
    }
    if (code == TVX_EINPUT || code == TVX_ENOTFOUND)
        tvx_fail_at(error, import->name, 0);
    return code;
}

/* --- everything together --- */

int tvx_import_check(tvx_import *import, tvx_error *error)
{
    int code = tvx_add_check(import->add, error);
    if (code == TVX_OK || error == NULL)
        return code;
    for (const sheet *s = import->sheets; s != NULL; s = s->next)
        if (s->records != NULL && strcmp(s->name, error->file) == 0)
            tvx_csv_records_explain(s->records, error);
    return code;
}

/* --- an import --- */

/* The names by which columns may mean terms. */
static int list_rows(tvx_import *import, tvx_error *error)
{
    const tvx_row *rows;
    size_t n = tvx_view_rows(import->view, &rows);
    tvx_import_row *list = tvx_arena_new(&import->arena, n + 1, sizeof *list);
    if (list == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        const tvx_row *row = &rows[i];
        list[i].name = row->name;
        list[i].title = row->variant == NULL ? row->term->title
                                             : tvx_arena_format(&import->arena, "%s: %s",
                                                                row->term->title, row->variant);
        if (list[i].title == NULL)
            return tvx_fail_memory(error);
    }
    import->given.rows = list;
    import->given.n_rows = n;
    return TVX_OK;
}

static int check_delimiter(char delimiter, tvx_error *error)
{
    if (delimiter == '\t' || delimiter == '\0' ||
        (delimiter > ' ' && delimiter < 0x7f && delimiter != '"'))
        return TVX_OK;
    int code = tvx_fail(error, TVX_EUSAGE, "this cannot stand between cells");
    tvx_fail_hint(error, "the usual delimiters are comma, semicolon and tab");
    return code;
}

int tvx_import_begin(tvx_import **out, tvx_add *add, const tvx_import_options *options,
                     tvx_error *error)
{
    const tvx_query query = {.negotiation = options->negotiation};
    *out = NULL;
    tvx_import *import = tvx_mem_new(1, sizeof *import);
    if (import == NULL)
        return tvx_fail_memory(error);
    import->add = add;
    import->delimiter = options->delimiter;
    import->given = (tvx_import_given){.negotiation = options->negotiation,
                                       .draft = options->draft,
                                       .outlet = options->outlet,
                                       .published = options->published,
                                       .title = options->title};
    import->sink = (tvx_made_sink){.take = take_made, .warn = warn, .payload = import};
    int code = check_delimiter(options->delimiter, error);
    if (code == TVX_OK)
        code = tvx_view_open(&import->view, add->file, &query, error);
    if (code == TVX_OK)
        code = list_rows(import, error);
    if (code != TVX_OK) {
        tvx_import_free(import);
        return code;
    }
    *out = import;
    return TVX_OK;
}

void tvx_import_free(tvx_import *import)
{
    if (import == NULL)
        return;
    for (sheet *s = import->sheets; s != NULL; s = s->next)
        tvx_csv_records_free(s->records);
    tvx_view_free(import->view);
    tvx_arena_dispose(&import->record);
    tvx_arena_dispose(&import->arena);
    tvx_mem_free(import);
}
