/*
 * Inline records: they speak for their key only where nothing else does, and must agree with
 * what does.
 */
#include <string.h>

#include "api/add_internal.h"
#include "base/fail.h"
#include "codec/record.h"

/* What is recorded of a document's key. */
typedef struct survey {
    const tvx_document *document;
    tvx_add *add;
    bool covered;                     /* some record says all that the document says */
    bool any;                         /* some record of the key is there that is not provisional */
    char provisional[TVX_ID_HEX + 1]; /* an inline record of this call, "" for none */
    const char *provisional_body;
    size_t provisional_size;
} survey;

static int look_at(void *payload, const tvx_logged *logged, tvx_error *error)
{
    survey *s = payload;
    bool covered = false;
    int code = tvx_document_covered(&covered, s->document, logged->body, logged->size, error);
    s->covered |= covered;
    if (!logged->inlined || !logged->of_this_call) {
        s->any = true;
        return code;
    }
    memcpy(s->provisional, logged->id, sizeof s->provisional);
    s->provisional_body = tvx_arena_slice(&s->add->record, logged->body, logged->size);
    s->provisional_size = logged->size;
    return s->provisional_body == NULL ? tvx_fail_memory(error) : code;
}

static int survey_key(survey *s, tvx_add *add, const tvx_scope *scope, const tvx_document *document,
                      tvx_error *error)
{
    *s = (survey){.document = document, .add = add};
    return tvx_store_of_key(add->store, scope->neg, tvx_document_kind(document),
                            tvx_document_key(document), look_at, s, error);
}

/* Takes the provisional record back; *document gets it as a document again if wanted. */
static int take_back(tvx_add *add, const tvx_scope *scope, const survey *s, tvx_document **document,
                     tvx_error *error)
{
    tvx_record record;
    int code = tvx_record_decode(&record, &add->record, s->provisional, s->provisional_body,
                                 s->provisional_size, error);
    if (code == TVX_OK)
        code = tvx_store_take_back(add->store, scope->neg, &record, error);
    if (code == TVX_OK)
        tvx_add_unnote(add, &record);
    if (code == TVX_OK && document != NULL)
        code = tvx_document_parse(document, s->provisional_body, s->provisional_size, error);
    return code;
}

/* Whether the document says all that the provisional record says. */
static int covers_provisional(const survey *s, const tvx_document *document, bool *covers,
                              tvx_error *error)
{
    tvx_document *other = NULL;
    char id[TVX_ID_HEX + 1];
    tvx_buf body = {0};
    int code = tvx_document_parse(&other, s->provisional_body, s->provisional_size, error);
    if (code == TVX_OK)
        code = tvx_document_encode(document, &body, id, error);
    if (code == TVX_OK)
        code = tvx_document_covered(covers, other, tvx_buf_string(&body), body.size, error);
    tvx_document_free(other);
    tvx_buf_dispose(&body);
    return code;
}

int tvx_add_judge_inline(tvx_add *add, const tvx_scope *scope, const tvx_document *document,
                         tvx_verdict *verdict, tvx_error *error)
{
    survey s;
    bool fuller = false;
    int code = survey_key(&s, add, scope, document, error);
    if (code != TVX_OK)
        return code;
    if (s.covered) {
        *verdict = TVX_VERDICT_NOTHING;
        return TVX_OK;
    }
    if (!s.any && s.provisional[0] == '\0') {
        *verdict = TVX_VERDICT_RECORD;
        return TVX_OK;
    }
    *verdict = TVX_VERDICT_WAIT;
    if (s.any)
        return TVX_OK;
    code = covers_provisional(&s, document, &fuller, error);
    if (code != TVX_OK || !fuller)
        return code;
    *verdict = TVX_VERDICT_RECORD;
    return take_back(add, scope, &s, NULL, error);
}

int tvx_add_note_inline(tvx_add *add, const tvx_record *record, const tvx_origin_place *place,
                        tvx_error *error)
{
    const char *pointer = tvx_arena_text(&add->arena, place->pointer);
    if (pointer == NULL || tvx_arena_grow(&add->arena, &add->inlines, add->n_inlines,
                                          &add->inlines_capacity, sizeof *add->inlines) != TVX_OK)
        return tvx_fail_memory(error);
    tvx_inline_place *noted = &add->inlines[add->n_inlines++];
    *noted = (tvx_inline_place){.file = place->file, .line = place->line, .pointer = pointer};
    memcpy(noted->id, record->id, sizeof noted->id);
    return TVX_OK;
}

/* Where a document stood that had been a record: looked for once, in the error that ends a call. */
static int find_place(tvx_add *add, const tvx_document *document, tvx_origin_place *out,
                      tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    int code = tvx_document_encode(document, &add->body, id, error);
    for (size_t i = 0; i < add->n_inlines && code == TVX_OK; i++) {
        const tvx_inline_place *noted = &add->inlines[i];
        if (memcmp(noted->id, id, sizeof noted->id) != 0)
            continue;
        *out = (tvx_origin_place){.file = noted->file, .line = noted->line};
        memcpy(out->pointer, noted->pointer, strlen(noted->pointer) + 1);
    }
    return code;
}

/* A record that was taken back goes on as a document. */
static int wait_again(tvx_add *add, tvx_document *document, tvx_error *error)
{
    if (tvx_arena_grow(&add->arena, &add->uncovered, add->n_uncovered, &add->uncovered_capacity,
                       sizeof *add->uncovered) != TVX_OK) {
        tvx_document_free(document);
        return tvx_fail_memory(error);
    }
    add->uncovered[add->n_uncovered++] =
        (tvx_waiting){.document = document, .inlined = true, .taken_back = true};
    return TVX_OK;
}

int tvx_add_outrank(tvx_add *add, const tvx_scope *scope, const tvx_document *document,
                    const tvx_origin_place *place, tvx_error *error)
{
    survey s;
    tvx_document *demoted = NULL;
    int code = survey_key(&s, add, scope, document, error);
    if (code != TVX_OK)
        return code;
    if (s.provisional[0] != '\0') {
        code = take_back(add, scope, &s, &demoted, error);
        return code != TVX_OK ? code : wait_again(add, demoted, error);
    }
    if (!s.any || s.covered || tvx_document_supersedes(document) || add->manner == TVX_ADD_MERGE)
        return TVX_OK; /* a merge tells of conflicts when everything is there */
    return tvx_add_warn(add, place, error,
                        "%s '%s' is recorded already and says otherwise: the smaller id is used "
                        "until one supersedes the other",
                        tvx_record_kind_name(tvx_document_kind(document)),
                        tvx_document_key(document));
}

static int fail_uncovered(tvx_add *add, tvx_waiting *w, tvx_error *error)
{
    int code = w->taken_back ? find_place(add, w->document, &w->place, error) : TVX_OK;
    if (code != TVX_OK)
        return code;
    code = tvx_fail(error, TVX_EINPUT,
                    "%s '%s' is recorded or given elsewhere, and says less or otherwise there",
                    tvx_record_kind_name(tvx_document_kind(w->document)),
                    tvx_document_key(w->document));
    tvx_fail_hint(error,
                  "give it as a record of its own that supersedes the other, or leave out what "
                  "the other does not say");
    tvx_add_locate(&w->place, NULL, 0, error);
    return code;
}

int tvx_add_settle_inline(tvx_add *add, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < add->n_uncovered && code == TVX_OK; i++) {
        tvx_waiting *w = &add->uncovered[i];
        tvx_scope *scope;
        survey s;
        tvx_arena_clear(&add->record);
        code = tvx_add_scope(add, tvx_document_negotiation(w->document), &scope, error);
        if (code == TVX_OK)
            code = survey_key(&s, add, scope, w->document, error);
        if (code != TVX_OK)
            return code;
        if (s.covered)
            add->summary.already++;
        else
            code = fail_uncovered(add, w, error);
    }
    return code;
}
