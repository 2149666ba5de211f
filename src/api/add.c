#include "travaux/add.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "api/add_internal.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/text.h"
#include "codec/record.h"
#include "read/pieces.h"

/* --- a call --- */

int tvx_add_begin(tvx_add **out, tvx_file *file, const char *command, tvx_add_manner manner,
                  tvx_error *error)
{
    *out = NULL;
    tvx_add *add = tvx_mem_new(1, sizeof *add);
    if (add == NULL)
        return tvx_fail_memory(error);
    add->file = file;
    add->store = file->store;
    add->manner = manner;
    int code = tvx_store_begin_write(add->store, error);
    file->adding = code == TVX_OK;
    const char *name = tvx_arena_text(&add->arena, command);
    if (code == TVX_OK && name == NULL)
        code = tvx_fail_memory(error);
    if (code == TVX_OK)
        code = tvx_store_begin_call(add->store, name, (int64_t)time(NULL), error);
    if (code != TVX_OK) {
        tvx_add_free(add);
        return code;
    }
    *out = add;
    return TVX_OK;
}

static void free_waiting(tvx_waiting *items, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        tvx_document_free(items[i].document);
        tvx_buf_dispose(&items[i].text);
    }
}

void tvx_add_free(tvx_add *add)
{
    if (add == NULL)
        return;
    if (add->file->adding) {
        tvx_store_rollback(add->store);
        add->file->adding = false;
    }
    free_waiting(add->waiting, add->n_waiting);
    free_waiting(add->uncovered, add->n_uncovered);
    for (size_t i = 0; i < add->n_scopes; i++)
        tvx_arena_dispose(&add->scopes[i]->arena);
    tvx_buf_dispose(&add->body);
    tvx_arena_dispose(&add->piece);
    tvx_arena_dispose(&add->record);
    tvx_arena_dispose(&add->arena);
    tvx_mem_free(add);
}

/* The warning is made before, for then nothing may fail any more. */
static int commit_forgetting(tvx_add *add, tvx_error *error)
{
    int code = tvx_add_warn_last(add,
                                 "what is forgotten is gone from the record, but free space of "
                                 "the file may still hold its text: travaux rebuild mends that",
                                 error);
    if (code == TVX_OK)
        code = tvx_store_commit(add->store, error);
    if (code == TVX_OK && tvx_store_scrub(add->store, NULL) == TVX_OK)
        tvx_add_unwarn(add);
    return code;
}

int tvx_add_commit(tvx_add *add, tvx_error *error)
{
    int code = tvx_store_forgot(add->store) ? commit_forgetting(add, error)
                                            : tvx_store_commit(add->store, error);
    if (code == TVX_OK)
        add->file->adding = false;
    return code;
}

/* --- one record --- */

/* What the store cannot do is no fault of a record. */
static bool is_of_input(int code)
{
    return code == TVX_EINPUT || code == TVX_ENOTFOUND;
}

void tvx_add_locate(const tvx_origin_place *place, const char *text, size_t size, tvx_error *error)
{
    if (error == NULL || !is_of_input(error->code))
        return;
    tvx_fail_within(error, "%s", place->pointer);
    unsigned long line = place->line;
    if (text != NULL && line > 0)
        line = tvx_read_line(text, size, error->pointer, line);
    tvx_fail_at(error, place->file, line);
}

static tvx_scope *find_scope(const tvx_add *add, const char *negotiation)
{
    for (size_t i = 0; i < add->n_scopes; i++)
        if (strcmp(add->scopes[i]->key, negotiation) == 0)
            return add->scopes[i];
    return NULL;
}

int tvx_add_scope(tvx_add *add, const char *negotiation, tvx_scope **out, tvx_error *error)
{
    *out = find_scope(add, negotiation);
    if (*out != NULL)
        return TVX_OK;
    tvx_scope *scope = tvx_arena_new(&add->arena, 1, sizeof *scope);
    if (scope == NULL || (scope->key = tvx_arena_text(&add->arena, negotiation)) == NULL ||
        tvx_arena_grow(&add->arena, &add->scopes, add->n_scopes, &add->scopes_capacity,
                       sizeof(tvx_scope *)) != TVX_OK)
        return tvx_fail_memory(error);
    int code = tvx_store_negotiation(add->store, negotiation, &scope->neg, error);
    if (code == TVX_OK && scope->neg < 0)
        code = tvx_store_new_negotiation(add->store, negotiation, &scope->neg, error);
    if (code != TVX_OK)
        return code;
    add->scopes[add->n_scopes++] = scope;
    *out = scope;
    return TVX_OK;
}

/* Looks ids up while a document's are mapped. */
typedef struct id_mapping {
    tvx_add *add;
    const tvx_scope *scope;
    const tvx_origin_place *place;
    bool unresolved; /* some prefix has no single answer yet */
} id_mapping;

static int keep_prefix(id_mapping *m, const char *prefix, const char *pointer, int kind,
                       tvx_error *error)
{
    tvx_add *add = m->add;
    tvx_prefix_use use = {.neg = m->scope->neg,
                          .prefix = tvx_arena_text(&add->arena, prefix),
                          .pointer = tvx_arena_text(&add->arena, pointer),
                          .kind = kind,
                          .place = *m->place};
    if (use.prefix == NULL || use.pointer == NULL ||
        tvx_arena_grow(&add->arena, &add->prefixes, add->n_prefixes, &add->prefixes_capacity,
                       sizeof *add->prefixes) != TVX_OK)
        return tvx_fail_memory(error);
    add->prefixes[add->n_prefixes++] = use;
    return TVX_OK;
}

static int map_id(void *payload, const char *id, const char *pointer, tvx_record_kind wanted,
                  char full[TVX_ID_HEX + 1], tvx_error *error)
{
    id_mapping *m = payload;
    tvx_texts ids;
    full[0] = '\0';
    if (strlen(id) == TVX_ID_HEX)
        return TVX_OK;
    int code = tvx_store_find(m->add->store, m->scope->neg, id, (int)wanted, 2, &m->add->record,
                              &ids, error);
    if (code != TVX_OK)
        return code;
    if (ids.n != 1) {
        m->unresolved = true;
        return TVX_OK;
    }
    memcpy(full, ids.items[0], TVX_ID_HEX + 1);
    return keep_prefix(m, id, pointer, (int)wanted, error);
}

static int wait_in(tvx_add *add, tvx_waiting **list, size_t *n, size_t *capacity,
                   const tvx_waiting *waiting, tvx_error *error)
{
    if (tvx_arena_grow(&add->arena, list, *n, capacity, sizeof **list) != TVX_OK) {
        tvx_waiting lost = *waiting;
        free_waiting(&lost, 1);
        return tvx_fail_memory(error);
    }
    (*list)[(*n)++] = *waiting;
    return TVX_OK;
}

static int leave_unsettled(tvx_add *add, const tvx_scope *scope, const tvx_record *record,
                           const tvx_origin_place *place, const tvx_error *failed, tvx_error *error)
{
    if (tvx_arena_grow(&add->arena, &add->unsettled, add->n_unsettled, &add->unsettled_capacity,
                       sizeof *add->unsettled) != TVX_OK)
        return tvx_fail_memory(error);
    tvx_unsettled *u = &add->unsettled[add->n_unsettled++];
    *u = (tvx_unsettled){.neg = scope->neg, .place = *place, .fail_line = failed->line};
    memcpy(u->id, record->id, sizeof u->id);
    u->fail_pointer = tvx_arena_text(&add->arena, failed->pointer);
    return u->fail_pointer == NULL ? tvx_fail_memory(error) : TVX_OK;
}

/* Judges the references of a new record, as far as that can be done now. */
static int refer(tvx_add *add, tvx_scope *scope, const tvx_record *record,
                 const tvx_origin_place *place, const char *text, size_t size, tvx_error *error)
{
    tvx_error failed = {0};
    if (record->kind == TVX_RECORD_NEGOTIATION || record->kind == TVX_RECORD_TERM ||
        record->kind == TVX_RECORD_PARTY)
        scope->loaded = false;
    bool circles = scope->circles;
    int code = tvx_add_refer(add, scope, record, false, &failed);
    if (scope->circles && !circles)
        scope->circle_place = *place;
    if (code == TVX_OK)
        return TVX_OK;
    if (!is_of_input(code)) {
        if (error != NULL)
            *error = failed;
        return code;
    }
    tvx_add_locate(place, text, size, &failed);
    return leave_unsettled(add, scope, record, place, &failed, error);
}

static int note_by_hand(tvx_add *add, const tvx_scope *scope, const tvx_record *record,
                        const tvx_origin_place *place, tvx_error *error)
{
    if (add->manner != TVX_ADD_BY_HAND)
        return TVX_OK;
    if (tvx_arena_grow(&add->arena, &add->by_hand, add->n_by_hand, &add->by_hand_capacity,
                       sizeof *add->by_hand) != TVX_OK)
        return tvx_fail_memory(error);
    tvx_hand_judgement *hand = &add->by_hand[add->n_by_hand++];
    *hand = (tvx_hand_judgement){.neg = scope->neg, .place = *place};
    memcpy(hand->id, record->id, sizeof hand->id);
    return TVX_OK;
}

static int warn_forgotten(tvx_add *add, const tvx_record *record, const tvx_origin_place *place,
                          tvx_error *error)
{
    add->summary.left_out++;
    return tvx_add_warn(add, place, error, "%s %.6s was forgotten for good and is left out",
                        tvx_record_kind_name(record->kind), record->id);
}

/* Of a record that was new: what it is listed for, and what waits for the end. */
static int note_added(tvx_add *add, tvx_scope *scope, const tvx_record *record,
                      const tvx_origin_place *place, bool inlined, tvx_error *error)
{
    int code = tvx_add_note(add, record, error);
    if (code == TVX_OK && inlined)
        code = tvx_add_note_inline(add, record, place, error);
    if (code == TVX_OK && record->kind == TVX_RECORD_REPORT)
        code = tvx_add_note_url(add, scope, record, place, error);
    if (code == TVX_OK && record->kind == TVX_RECORD_JUDGEMENT)
        code = note_by_hand(add, scope, record, place, error);
    return code;
}

static int put(tvx_add *add, tvx_scope *scope, const tvx_record *record,
               const tvx_origin_place *place, bool inlined, const char *text, size_t size,
               tvx_error *error)
{
    tvx_put what;
    tvx_record target;
    bool forgets = false, of_this_call = false;
    int code = tvx_add_to_forget(add, scope, record, &target, &of_this_call, &forgets, error);
    if (code != TVX_OK) {
        tvx_add_locate(place, text, size, error);
        return code;
    }
    code = tvx_store_put(add->store, scope->neg, record, tvx_buf_string(&add->body), add->body.size,
                         inlined, &what, error);
    if (code != TVX_OK)
        return code;
    if (what == TVX_PUT_THERE)
        add->summary.already++;
    if (what == TVX_PUT_FORGOTTEN)
        return warn_forgotten(add, record, place, error);
    if (what != TVX_PUT_ADDED)
        return TVX_OK;
    code = note_added(add, scope, record, place, inlined, error);
    if (code == TVX_OK && forgets && of_this_call) {
        tvx_add_unnote(add, &target);
        code = warn_forgotten(add, &target, place, error);
    } else if (code == TVX_OK && forgets) {
        code = tvx_add_note_gone(add, &target, error);
    }
    if (code == TVX_OK && forgets)
        code = tvx_add_warn_revived(add, scope, &target, place, error);
    return code != TVX_OK ? code : refer(add, scope, record, place, text, size, error);
}

/* An inline document that says more than what is there, so far. */
static int wait_uncovered(tvx_add *add, tvx_document *document, const tvx_origin_place *place,
                          const char *text, size_t size, tvx_error *error)
{
    tvx_waiting waiting = {.document = document, .place = *place, .inlined = true};
    if (text != NULL && place->line > 0) /* its own, while the text about it is at hand */
        waiting.place.line = tvx_read_line(text, size, place->pointer, place->line);
    return wait_in(add, &add->uncovered, &add->n_uncovered, &add->uncovered_capacity, &waiting,
                   error);
}

/* A document with an id that nothing answers to yet. */
static int wait_unresolved(tvx_add *add, tvx_document *document, const tvx_origin_place *place,
                           bool inlined, const char *text, size_t size, tvx_error *error)
{
    tvx_waiting waiting = {.document = document, .place = *place, .inlined = inlined};
    if (text != NULL && place->line > 0)
        tvx_buf_put(&waiting.text, text, size);
    if (!waiting.text.failed)
        return wait_in(add, &add->waiting, &add->n_waiting, &add->waiting_capacity, &waiting,
                       error);
    free_waiting(&waiting, 1);
    return tvx_fail_memory(error);
}

/* A document whose ids are all full: what becomes of it. */
static int take_resolved(tvx_add *add, tvx_scope *scope, tvx_document *document,
                         const tvx_origin_place *place, bool inlined, const char *text, size_t size,
                         tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    tvx_verdict verdict = TVX_VERDICT_RECORD;
    tvx_record record;
    int code = TVX_OK;
    inlined = inlined && !tvx_document_supersedes(document); /* else it stands by itself */
    if (inlined)
        code = tvx_add_judge_inline(add, scope, document, &verdict, error);
    else if (tvx_document_key(document) != NULL)
        code = tvx_add_outrank(add, scope, document, place, error);
    if (code == TVX_OK && verdict == TVX_VERDICT_WAIT)
        return wait_uncovered(add, document, place, text, size, error);
    if (code == TVX_OK && verdict == TVX_VERDICT_NOTHING) {
        add->summary.already++;
        goto done;
    }
    if (code == TVX_OK)
        code = tvx_document_encode(document, &add->body, id, error);
    if (code == TVX_OK)
        code = tvx_record_decode(&record, &add->record, id, tvx_buf_string(&add->body),
                                 add->body.size, error);
    if (code == TVX_OK)
        code = put(add, scope, &record, place, inlined, text, size, error);
done:
    tvx_document_free(document);
    return code;
}

int tvx_add_take(tvx_add *add, tvx_document *document, const tvx_origin_place *place, bool inlined,
                 const char *text, size_t size, tvx_error *error)
{
    tvx_scope *scope;
    tvx_arena_clear(&add->record);
    int code = tvx_add_scope(add, tvx_document_negotiation(document), &scope, error);
    id_mapping mapping = {.add = add, .scope = scope, .place = place};
    if (code == TVX_OK)
        code = tvx_document_map_ids(document, map_id, &mapping, error);
    if (code == TVX_OK && mapping.unresolved)
        return wait_unresolved(add, document, place, inlined, text, size, error);
    if (code == TVX_OK)
        return take_resolved(add, scope, document, place, inlined, text, size, error);
    tvx_add_locate(place, text, size, error);
    tvx_document_free(document);
    return code;
}

/* --- one piece of an input --- */

/* An inline record taken out of its document. */
typedef struct inline_record {
    tvx_document *document;
    tvx_origin_place place;
} inline_record;

/* Takes every inline record out of a document. */
static int extract(tvx_add *add, tvx_document *document, const tvx_origin_place *place,
                   inline_record **out, size_t *n, tvx_error *error)
{
    size_t capacity = 0;
    for (;;) {
        inline_record one = {.place = *place};
        int code = tvx_document_take_inline(&one.document, document, one.place.pointer, error);
        if (code != TVX_OK || one.document == NULL)
            return code;
        if (tvx_arena_grow(&add->piece, out, *n, &capacity, sizeof **out) != TVX_OK) {
            tvx_document_free(one.document);
            return tvx_fail_memory(error);
        }
        (*out)[(*n)++] = one;
    }
}

static int take_extracted(tvx_add *add, inline_record *records, size_t n, const char *text,
                          size_t size, int code, tvx_error *error)
{
    for (size_t i = 0; i < n; i++) {
        if (code == TVX_OK)
            code =
                tvx_add_take(add, records[i].document, &records[i].place, true, text, size, error);
        else
            tvx_document_free(records[i].document);
    }
    return code;
}

/* Takes a document and its inline records: what a report is about stands before it in the log; a
   negotiation, without which nothing else is, stands before what it declares. */
static int take_all(tvx_add *add, tvx_document *document, const tvx_origin_place *place,
                    const char *text, size_t size, tvx_error *error)
{
    inline_record *records = NULL;
    size_t n = 0;
    tvx_arena_clear(&add->piece);
    bool first = tvx_document_kind(document) == TVX_RECORD_NEGOTIATION;
    int code = extract(add, document, place, &records, &n, error);
    if (code == TVX_OK && first)
        code = tvx_add_take(add, document, place, false, text, size, error);
    else if (first)
        tvx_document_free(document);
    code = take_extracted(add, records, n, text, size, code, error);
    if (code == TVX_OK && !first)
        return tvx_add_take(add, document, place, false, text, size, error);
    if (!first)
        tvx_document_free(document);
    return code;
}

static int take_piece(void *payload, const char *text, size_t n, unsigned long line,
                      tvx_error *error)
{
    tvx_add *add = payload;
    tvx_document *document;
    tvx_origin_place place = {.file = add->input, .line = line};
    int code = tvx_document_parse(&document, text, n, error);
    if (code == TVX_OK)
        return take_all(add, document, &place, text, n, error);
    if (error != NULL && error->line > 0 && line > 0)
        error->line += line - 1;
    tvx_add_locate(&place, text, n, error);
    return code;
}

int tvx_add_records(tvx_add *add, const char *name, tvx_add_source source, void *payload,
                    tvx_error *error)
{
    add->input = tvx_arena_text(&add->arena, name);
    if (add->input == NULL)
        return tvx_fail_memory(error);
    int code = tvx_read_pieces(source, payload, take_piece, add, error);
    if (is_of_input(code))
        tvx_fail_at(error, add->input, 0);
    return code;
}

int tvx_add_text(tvx_add *add, const char *json, tvx_error *error)
{
    add->input = NULL;
    return take_piece(add, json, strlen(json), 0, error);
}

/* --- everything together --- */

/* What a waiting document was parsed from, or NULL. */
static const char *text_of(const tvx_waiting *waiting)
{
    return waiting->text.size > 0 ? tvx_buf_string(&waiting->text) : NULL;
}

/* One round over the documents with unresolved ids: those that resolve now are taken. */
static int take_waiting(tvx_add *add, bool *progress, tvx_error *error)
{
    tvx_waiting *round = add->waiting;
    size_t n = add->n_waiting;
    add->waiting = NULL;
    add->n_waiting = add->waiting_capacity = 0;
    int code = TVX_OK;
    for (size_t i = 0; i < n; i++) {
        tvx_waiting *w = &round[i];
        tvx_document *document = w->document;
        w->document = NULL;
        if (code == TVX_OK)
            code =
                tvx_add_take(add, document, &w->place, w->inlined, text_of(w), w->text.size, error);
        else
            tvx_document_free(document);
        free_waiting(w, 1);
    }
    *progress = add->n_waiting < n;
    return code;
}

/* Why a document's id did not resolve. */
static int explain_id(void *payload, const char *id, const char *pointer, tvx_record_kind wanted,
                      char full[TVX_ID_HEX + 1], tvx_error *error)
{
    id_mapping *m = payload;
    tvx_texts ids;
    (void)pointer;
    full[0] = '\0';
    if (strlen(id) == TVX_ID_HEX)
        return TVX_OK;
    int code = tvx_store_find(m->add->store, m->scope->neg, id, (int)wanted, TVX_CANDIDATES,
                              &m->add->record, &ids, error);
    return code != TVX_OK || ids.n == 1
               ? code
               : tvx_fail_prefix(m->add->store, m->scope->neg, &ids, id, (int)wanted, error);
}

static int explain_waiting(tvx_add *add, tvx_error *error)
{
    const tvx_waiting *first = &add->waiting[0];
    tvx_scope *scope;
    int code = tvx_add_scope(add, tvx_document_negotiation(first->document), &scope, error);
    id_mapping mapping = {.add = add, .scope = scope, .place = &first->place};
    if (code == TVX_OK)
        code = tvx_document_map_ids(first->document, explain_id, &mapping, error);
    tvx_add_locate(&first->place, text_of(first), first->text.size, error);
    return code;
}

/* A prefix that had one answer when it was met may have several now. */
static int check_prefixes(tvx_add *add, tvx_error *error)
{
    for (size_t i = 0; i < add->n_prefixes; i++) {
        const tvx_prefix_use *use = &add->prefixes[i];
        tvx_texts ids = {0};
        tvx_arena_clear(&add->record);
        int code = tvx_store_find(add->store, use->neg, use->prefix, use->kind, TVX_CANDIDATES,
                                  &add->record, &ids, error);
        bool forgotten = ids.n == 0 && use->kind >= TVX_RECORD_REPORT; /* by what named it */
        if (code == TVX_OK && ids.n != 1 && !forgotten) {
            code = tvx_fail_prefix(add->store, use->neg, &ids, use->prefix, use->kind, error);
            tvx_fail_within(error, "%s", use->pointer);
            tvx_add_locate(&use->place, NULL, 0, error);
        }
        if (code != TVX_OK)
            return code;
    }
    return TVX_OK;
}

int tvx_add_check(tvx_add *add, tvx_error *error)
{
    bool progress = true;
    int code = TVX_OK;
    while (code == TVX_OK && add->n_waiting > 0 && progress)
        code = take_waiting(add, &progress, error);
    if (code == TVX_OK && add->n_waiting > 0)
        code = explain_waiting(add, error);
    if (code == TVX_OK)
        code = tvx_add_settle_inline(add, error);
    if (code == TVX_OK)
        code = check_prefixes(add, error);
    if (code == TVX_OK)
        code = tvx_add_settle(add, error);
    if (code == TVX_OK)
        code = tvx_add_check_circles(add, error);
    if (code == TVX_OK)
        code = tvx_add_check_judgements(add, error);
    if (code == TVX_OK)
        code = tvx_add_warn_urls(add, error);
    if (code == TVX_OK && add->manner == TVX_ADD_MERGE)
        code = tvx_add_tell_conflicts(add, error);
    return code != TVX_OK ? code : tvx_add_finish_warnings(add, error);
}

const tvx_added *tvx_add_summary(const tvx_add *add)
{
    return &add->summary;
}
