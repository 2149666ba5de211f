/*
 * Searching: which records are looked at, in which order, and what of them is handed on. The index
 * of the file only says which records need not be looked at.
 */
#include "travaux/search.h"

#include <stdlib.h>
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/texts.h"
#include "codec/record.h"
#include "model/date.h"
#include "model/record_texts.h"
#include "model/sought.h"
#include "store/index.h"
#include "store/search.h"

/* A text of the record at hand that holds something of what is sought. */
typedef struct found_text {
    tvx_record_text where;
    tvx_finds finds;
} found_text;

typedef struct search {
    tvx_view *view;
    const tvx_sought *sought;
    tvx_hit_callback callback;
    void *payload;
    tvx_arena ids;    /* of what follows */
    const char **may; /* ids of records that may hold it, in order */
    size_t n_may, capacity;
    bool narrowed;    /* others need not be looked at */
    tvx_arena record; /* of the record at hand */
    tvx_arena texts;  /* of the texts of it */
    found_text *found;
    size_t n_found, found_capacity;
    uint64_t terms; /* those found in it so far */
    uint64_t whole; /* all of them if some text holds all, else 0 */
} search;

/* --- one record --- */

/* Keeps what its places borrow from the walk. */
static int keep_place(search *s, tvx_record_text *where, tvx_error *error)
{
    const char **drafts = tvx_arena_new(&s->texts, where->drafts.n, sizeof *drafts);
    where->pointer = tvx_arena_text(&s->texts, where->pointer);
    where->text = tvx_arena_text(&s->texts, where->text);
    if (drafts == NULL || where->pointer == NULL || where->text == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < where->drafts.n; i++)
        drafts[i] = where->drafts.items[i];
    where->drafts.items = drafts;
    return TVX_OK;
}

static int look_into(void *payload, const tvx_record_text *text, tvx_error *error)
{
    search *s = payload;
    found_text found = {.where = *text};
    int code = tvx_sought_find(&found.finds, &s->texts, s->sought, text->text, error);
    if (code != TVX_OK || found.finds.terms == 0)
        return code;
    code = keep_place(s, &found.where, error);
    if (code != TVX_OK)
        return code;
    if (tvx_arena_grow(&s->texts, &s->found, s->n_found, &s->found_capacity, sizeof *s->found) !=
        TVX_OK)
        return tvx_fail_memory(error);
    s->found[s->n_found++] = found;
    s->terms |= found.finds.terms;
    if (found.finds.terms == tvx_sought_all(s->sought))
        s->whole = found.finds.terms;
    return TVX_OK;
}

/* The judgement by which a claim does not count on any of its drafts; or NULL. */
static const tvx_ruling *claim_set_aside(const tvx_standing *standing, const tvx_hit *hit)
{
    const tvx_ruling *ruling = NULL;
    if (hit->drafts.n == 0)
        return tvx_standing_claim(standing, hit->id, NULL, hit->term);
    for (size_t i = 0; i < hit->drafts.n; i++) {
        ruling = tvx_standing_claim(standing, hit->id, hit->drafts.items[i], hit->term);
        if (ruling == NULL)
            break;
    }
    return ruling;
}

static int hand_on(search *s, tvx_hit *hit, const found_text *found, tvx_error *error)
{
    hit->part = found->where.part;
    hit->member = found->where.member;
    hit->pointer = found->where.pointer;
    hit->drafts = found->where.drafts;
    hit->term = found->where.term;
    hit->text = found->where.text;
    hit->marks = found->finds.marks;
    hit->n_marks = found->finds.n_marks;
    if (hit->kind == TVX_RECORD_REPORT && hit->part != NULL && strcmp(hit->part, "claim") == 0)
        hit->set_aside = claim_set_aside(&s->view->standing, hit);
    else if (hit->kind == TVX_RECORD_REPORT)
        hit->set_aside = tvx_standing_report(&s->view->standing, hit->id);
    return s->callback(s->payload, hit, error);
}

/* Looks through one record. of: what is said of it with every hit. */
static int look_through(search *s, const tvx_record *record, const tvx_hit *of, tvx_error *error)
{
    s->found = NULL;
    s->n_found = s->found_capacity = 0;
    s->terms = s->whole = 0;
    tvx_arena_clear(&s->texts);
    int code = tvx_record_texts(record, look_into, s, error);
    if (s->terms != tvx_sought_all(s->sought))
        return code;
    for (size_t i = 0; i < s->n_found && code == TVX_OK; i++) {
        tvx_hit hit = *of;
        if ((s->found[i].finds.terms & s->whole) == s->whole)
            code = hand_on(s, &hit, &s->found[i], error);
    }
    return code;
}

/* --- records by their ids --- */

static int keep_id(void *payload, const char *id, tvx_error *error)
{
    search *s = payload;
    if (tvx_arena_grow(&s->ids, &s->may, s->n_may, &s->capacity, sizeof *s->may) != TVX_OK ||
        (s->may[s->n_may] = tvx_arena_text(&s->ids, id)) == NULL)
        return tvx_fail_memory(error);
    s->n_may++;
    return TVX_OK;
}

static bool may_hold(const search *s, const char *id)
{
    return !s->narrowed || (s->n_may > 0 && bsearch(&id, s->may, s->n_may, sizeof *s->may,
                                                    tvx_texts_order) != NULL);
}

/* The day that a record is known by, if it has one. */
static const tvx_date *day_of(const tvx_record *record)
{
    if (record->kind == TVX_RECORD_DRAFT)
        return tvx_draft_date(&record->as.draft);
    return record->kind == TVX_RECORD_JUDGEMENT ? &record->as.judgement.dated : NULL;
}

static int search_logged(void *payload, const tvx_logged *logged, tvx_error *error)
{
    search *s = payload;
    tvx_record record;
    if (!may_hold(s, logged->id))
        return TVX_OK;
    tvx_arena_clear(&s->record);
    int code =
        tvx_record_decode(&record, &s->record, logged->id, logged->body, logged->size, error);
    if (code != TVX_OK)
        return code;
    const tvx_hit of = {.kind = record.kind,
                        .id = record.id,
                        .key = tvx_record_key(&record),
                        .dated = day_of(&record)};
    return look_through(s, &record, &of, error);
}

/* "" is no record's id. */
static int search_id(search *s, const char *id, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    bool found = false;
    int code = id[0] == '\0' || !may_hold(s, id) ? TVX_OK
                                                 : tvx_store_get(s->view->store, s->view->neg, id,
                                                                 &arena, &logged, &found, error);
    if (code == TVX_OK && found)
        code = search_logged(s, &logged, error);
    tvx_arena_dispose(&arena);
    return code;
}

static int search_key(search *s, tvx_record_kind kind, const char *key, tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    int code = tvx_store_head(s->view->store, s->view->neg, kind, key, id, error);
    return code != TVX_OK ? code : search_id(s, id, error);
}

/* --- one kind after another --- */

static int search_kind(search *s, tvx_record_kind kind, tvx_error *error)
{
    return tvx_store_in_force(s->view->store, s->view->neg, kind, search_logged, s, error);
}

/* Terms in the vocabulary's order, each before its variants. */
static int search_terms(search *s, tvx_error *error)
{
    const tvx_vocabulary *v = &s->view->vocabulary;
    int code = TVX_OK;
    for (size_t i = 0; i < v->n_rows && code == TVX_OK; i++)
        if (v->rows[i].variant == NULL)
            code = search_key(s, TVX_RECORD_TERM, v->rows[i].term->key, error);
    return code;
}

/* Drafts known, in their order; those that are one, by their own records. */
static int search_drafts(search *s, tvx_error *error)
{
    const tvx_placed_draft *placed;
    size_t n = 0;
    /* Which drafts there are, and their order, is much to find out where none is looked at. */
    if (s->narrowed && s->n_may == 0)
        return TVX_OK;
    int code = tvx_view_drafts(s->view, &placed, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        code = search_id(s, placed[i].id, error);
        for (size_t j = 0; j < placed[i].also.n && code == TVX_OK; j++)
            code = search_key(s, TVX_RECORD_DRAFT, placed[i].also.items[j], error);
    }
    return code;
}

static int search_report(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    search *s = payload;
    tvx_record record = {.kind = TVX_RECORD_REPORT, .as.report = stored->report};
    tvx_hit of = {.kind = TVX_RECORD_REPORT,
                  .id = stored->id,
                  .dated = &stored->report.published,
                  .updated = stored->updated[0] == '\0' ? NULL : stored->updated};
    tvx_arena_clear(&s->record);
    int code = tvx_view_outlet_in(s->view, stored->report.outlet, &s->record, &of.outlet, error);
    return code != TVX_OK ? code : look_through(s, &record, &of, error);
}

static int search_reports(search *s, tvx_error *error)
{
    return tvx_store_search_reports(s->view->store, &s->view->asked, s->sought, search_report, s,
                                    error);
}

/* --- judgements, by date --- */

typedef struct dated_id {
    const char *id;
    tvx_date dated;
} dated_id;

typedef struct judgements {
    search *s;
    tvx_arena arena;
    dated_id *items;
    size_t n, capacity;
} judgements;

static int keep_judgement(void *payload, const tvx_logged *logged, tvx_error *error)
{
    judgements *j = payload;
    tvx_record record;
    if (!may_hold(j->s, logged->id))
        return TVX_OK;
    int code = tvx_record_decode(&record, &j->arena, logged->id, logged->body, logged->size, error);
    if (code != TVX_OK)
        return code;
    const tvx_date *dated = &record.as.judgement.dated;
    if (j->s->view->asked.known_by != TVX_KNOWN_ALL &&
        dated->wide_latest > j->s->view->asked.known_by)
        return TVX_OK;
    const char *id = tvx_arena_text(&j->arena, logged->id);
    if (id == NULL ||
        tvx_arena_grow(&j->arena, &j->items, j->n, &j->capacity, sizeof *j->items) != TVX_OK)
        return tvx_fail_memory(error);
    j->items[j->n++] = (dated_id){.id = id, .dated = *dated};
    return TVX_OK;
}

static int compare_dated(const void *a, const void *b)
{
    const dated_id *x = a, *y = b;
    int order = tvx_date_compare(&x->dated, &y->dated);
    return order != 0 ? order : strcmp(x->id, y->id);
}

static int search_judgements(search *s, tvx_error *error)
{
    judgements j = {.s = s};
    int code = tvx_store_in_force(s->view->store, s->view->neg, TVX_RECORD_JUDGEMENT,
                                  keep_judgement, &j, error);
    if (code == TVX_OK && j.n > 1)
        qsort(j.items, j.n, sizeof *j.items, compare_dated);
    for (size_t i = 0; i < j.n && code == TVX_OK; i++)
        code = search_id(s, j.items[i].id, error);
    tvx_arena_dispose(&j.arena);
    return code;
}

/* --- all --- */

static int search_all(search *s, tvx_error *error)
{
    int code = tvx_store_search_records(s->view->store, s->view->neg, s->sought, keep_id, s,
                                        &s->narrowed, error);
    if (code == TVX_OK && s->n_may > 1)
        qsort(s->may, s->n_may, sizeof *s->may, tvx_texts_order);
    if (code == TVX_OK)
        code = search_kind(s, TVX_RECORD_NEGOTIATION, error);
    if (code == TVX_OK)
        code = search_kind(s, TVX_RECORD_PARTY, error);
    if (code == TVX_OK)
        code = search_terms(s, error);
    if (code == TVX_OK)
        code = search_kind(s, TVX_RECORD_OUTLET, error);
    if (code == TVX_OK)
        code = search_drafts(s, error);
    if (code == TVX_OK)
        code = search_reports(s, error);
    return code != TVX_OK ? code : search_judgements(s, error);
}

int tvx_view_search(tvx_view *view, const tvx_texts *words, tvx_hit_callback callback,
                    void *payload, tvx_error *error)
{
    tvx_sought sought;
    search s = {.view = view, .sought = &sought, .callback = callback, .payload = payload};
    int code = tvx_sought_make(&sought, &s.ids, words, error);
    if (code == TVX_OK)
        code = search_all(&s, error);
    tvx_arena_dispose(&s.texts);
    tvx_arena_dispose(&s.record);
    tvx_arena_dispose(&s.ids);
    return code;
}

int tvx_search_prepare(tvx_file *file, tvx_error *why, tvx_error *error)
{
    return tvx_store_search_refresh(file->store, why, error);
}
