/*
 * References: what a record names must be declared, and its values must be readable.
 */
#include <stdio.h>
#include <string.h>

#include "api/add_internal.h"
#include "base/fail.h"
#include "base/text.h"
#include "codec/record.h"
#include "model/value.h"
#include "store/index.h"

/* A record being checked. */
typedef struct referral {
    tvx_add *add;
    tvx_scope *scope;
    bool last; /* it will not be looked at again: say what may have been meant */
    tvx_error *error;
} referral;

/* --- names --- */

/* Names of a kind, for a suggestion. */
typedef struct name_list {
    tvx_arena *arena;
    const char **items;
    size_t n, capacity;
} name_list;

static int collect_name(void *payload, const tvx_logged *logged, tvx_error *error)
{
    name_list *list = payload;
    tvx_record record;
    int code =
        tvx_record_decode(&record, list->arena, logged->id, logged->body, logged->size, error);
    if (code == TVX_OK && tvx_arena_grow(list->arena, &list->items, list->n, &list->capacity,
                                         sizeof *list->items) != TVX_OK)
        code = tvx_fail_memory(error);
    if (code == TVX_OK)
        list->items[list->n++] = tvx_record_key(&record);
    return code;
}

/* The names of all other negotiations: these are no records of the scope at hand. */
static int collect_negotiations(referral *r, name_list *list)
{
    tvx_negotiation_entry *all;
    size_t n;
    int code = tvx_store_negotiations(r->add->store, list->arena, &all, &n, r->error);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        if (all[i].neg == r->scope->neg)
            continue;
        if (tvx_arena_grow(list->arena, &list->items, list->n, &list->capacity,
                           sizeof *list->items) != TVX_OK)
            return tvx_fail_memory(r->error);
        list->items[list->n++] = all[i].key;
    }
    return code;
}

static int collect_names(referral *r, tvx_record_kind kind, name_list *list)
{
    return kind == TVX_RECORD_NEGOTIATION ? collect_negotiations(r, list)
                                          : tvx_store_in_force(r->add->store, r->scope->neg, kind,
                                                               collect_name, list, r->error);
}

/* How a name of a kind is declared on the command line. */
static const char *declaring_line(tvx_record_kind kind)
{
    return kind == TVX_RECORD_DRAFT   ? "travaux draft add %s"
           : kind == TVX_RECORD_PARTY ? "travaux party add %s --name \"...\""
                                      : "travaux init --negotiation %s --title \"...\"";
}

static int fail_undeclared(referral *r, tvx_record_kind kind, const char *key)
{
    tvx_arena arena = {0};
    name_list names = {.arena = &arena};
    int code = r->last ? collect_names(r, kind, &names) : TVX_OK;
    const char *nearest = tvx_text_nearest(key, names.items, names.n);
    char line[256];
    snprintf(line, sizeof line, declaring_line(kind), key);
    if (code == TVX_OK)
        code = tvx_fail(r->error, TVX_ENOTFOUND, "%s '%s' is declared nowhere",
                        tvx_record_kind_name(kind), key);
    if (nearest != NULL)
        tvx_fail_hint(r->error, "did you mean '%s'? To declare it: %s", nearest, line);
    else
        tvx_fail_hint(r->error, "to declare it: %s", line);
    tvx_arena_dispose(&arena);
    return code;
}

static int want_key(referral *r, tvx_record_kind kind, const char *key, const char *pointer)
{
    bool declared = false;
    if (key == NULL)
        return TVX_OK;
    int code = tvx_store_declared(r->add->store, r->scope->neg, kind, key, &declared, r->error);
    if (code == TVX_OK && !declared)
        code = fail_undeclared(r, kind, key);
    if (code != TVX_OK)
        tvx_fail_within(r->error, "%s", pointer);
    return code;
}

/* Several keys; one alone may stand without a list, which the pointer does not tell apart. */
static int want_keys(referral *r, tvx_record_kind kind, const tvx_texts *keys, const char *member,
                     bool always_list)
{
    char pointer[64];
    int code = TVX_OK;
    for (size_t i = 0; i < keys->n && code == TVX_OK; i++) {
        if (keys->n > 1 || always_list)
            snprintf(pointer, sizeof pointer, "/%s/%zu", member, i);
        else
            snprintf(pointer, sizeof pointer, "/%s", member);
        code = want_key(r, kind, keys->items[i], pointer);
    }
    return code;
}

/* --- terms and values --- */

static int load_vocabulary(referral *r)
{
    tvx_scope *s = r->scope;
    static const tvx_negotiation UNORDERED = {0};
    if (s->loaded)
        return TVX_OK;
    tvx_arena_clear(&s->arena);
    int code =
        tvx_vocabulary_load(&s->vocabulary, &s->arena, r->add->store, s->neg, &UNORDERED, r->error);
    s->loaded = code == TVX_OK;
    return code;
}

static int want_term(referral *r, const char *name, const tvx_row **row, const char *pointer)
{
    *row = NULL;
    if (name == NULL)
        return TVX_OK;
    int code = load_vocabulary(r);
    if (code == TVX_OK && (*row = tvx_vocabulary_row(&r->scope->vocabulary, name)) == NULL)
        code = tvx_vocabulary_unknown(&r->scope->vocabulary, name, r->error);
    if (code != TVX_OK)
        tvx_fail_within(r->error, "%s", pointer);
    return code;
}

/* Tries every record there ever was of a term. */
typedef struct older_reading {
    tvx_add *add;
    const tvx_given *value;
    bool read;
} older_reading;

static int try_older(void *payload, const tvx_logged *logged, tvx_error *error)
{
    older_reading *o = payload;
    tvx_arena arena = {0};
    tvx_record record;
    tvx_value value;
    int code = tvx_record_decode(&record, &arena, logged->id, logged->body, logged->size, error);
    if (code == TVX_OK && !o->read) {
        int read = tvx_value_read(&arena, &record.as.term, o->value, &value, NULL);
        o->read = read == TVX_OK;
        if (read == TVX_ENOMEM)
            code = tvx_fail_memory(error);
    }
    tvx_arena_dispose(&arena);
    return code;
}

static int want_value(referral *r, const tvx_row *row, const tvx_given *given)
{
    tvx_value value;
    tvx_error failed = {0};
    if (row == NULL || (given->text == NULL && given->form == NULL))
        return TVX_OK;
    tvx_arena arena = {0};
    int code = tvx_value_read(&arena, row->term, given, &value, &failed);
    tvx_arena_dispose(&arena);
    if (code == TVX_OK)
        return TVX_OK;
    older_reading older = {.add = r->add, .value = given};
    int looked = tvx_store_of_key(r->add->store, r->scope->neg, TVX_RECORD_TERM, row->term->key,
                                  try_older, &older, r->error);
    if (looked != TVX_OK || older.read)
        return looked;
    if (r->error != NULL)
        *r->error = failed;
    tvx_fail_within(r->error, "/value");
    return code;
}

/* --- records named by their ids --- */

/* TVX_RECORD_KINDS: a report or a judgement. */
static bool is_wanted(tvx_record_kind kind, int wanted)
{
    return wanted < TVX_RECORD_KINDS ? (int)kind == wanted : kind >= TVX_RECORD_REPORT;
}

/* What a whole id names; prefixes were looked up among records of the kind wanted. In a merge this
   would depend on what came first. */
static int want_record(referral *r, const char *id, int wanted, bool by_hand, const char *pointer)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    bool found = false;
    if (id == NULL || r->add->manner == TVX_ADD_MERGE)
        return TVX_OK;
    int code = tvx_store_get(r->add->store, r->scope->neg, id, &arena, &logged, &found, r->error);
    tvx_arena_dispose(&arena);
    if (code == TVX_OK && !found && (by_hand || !r->last)) { /* it may yet come */
        code = tvx_fail(r->error, TVX_ENOTFOUND, "record %.12s is not there", id);
        tvx_fail_hint(r->error, "travaux log lists ids");
    } else if (code == TVX_OK && found && !is_wanted(logged.kind, wanted)) {
        code = tvx_fail(r->error, TVX_EINPUT, "%.12s is a %s, and no %s", id,
                        tvx_record_kind_name(logged.kind),
                        wanted < TVX_RECORD_KINDS ? tvx_record_kind_name((tvx_record_kind)wanted)
                                                  : "report or judgement");
    }
    if (code != TVX_OK)
        tvx_fail_within(r->error, "%s", pointer);
    return code;
}

/* --- the kinds of records --- */

static int refer_claim(referral *r, const tvx_claim *claim)
{
    const tvx_row *row;
    int code = want_term(r, claim->term, &row, "/term");
    if (code == TVX_OK)
        code = want_keys(r, TVX_RECORD_DRAFT, &claim->drafts, "draft", false);
    return code != TVX_OK ? code : want_value(r, row, &claim->value);
}

static int refer_mention(referral *r, const tvx_mention *mention)
{
    int code = want_key(r, TVX_RECORD_DRAFT, mention->draft, "/draft");
    return code != TVX_OK ? code : want_keys(r, TVX_RECORD_PARTY, &mention->by, "by", false);
}

static int refer_change(referral *r, const tvx_reported_change *change)
{
    const tvx_row *row;
    int code = want_key(r, TVX_RECORD_DRAFT, change->draft, "/draft");
    if (code == TVX_OK)
        code = want_key(r, TVX_RECORD_DRAFT, change->from, "/from");
    if (code == TVX_OK)
        code = want_term(r, change->term, &row, "/term");
    return code != TVX_OK ? code : want_value(r, row, &change->value);
}

static int refer_position(referral *r, const tvx_position *position)
{
    const tvx_row *row;
    int code = want_keys(r, TVX_RECORD_PARTY, &position->parties, "party", false);
    if (code == TVX_OK)
        code = want_term(r, position->term, &row, "/term");
    if (code == TVX_OK)
        code = want_key(r, TVX_RECORD_DRAFT, position->draft, "/draft");
    return code != TVX_OK ? code : want_value(r, row, &position->value);
}

static int refer_event(referral *r, const tvx_event *event)
{
    const tvx_row *row;
    int code = want_keys(r, TVX_RECORD_DRAFT, &event->drafts, "draft", false);
    return code != TVX_OK ? code : want_term(r, event->term, &row, "/term");
}

/* Checks each part of a list with its own place in the pointer. */
#define REFER_EACH(member, count, check)                                                           \
    for (size_t i = 0; i < report->count && code == TVX_OK; i++) {                                 \
        code = check(r, &report->member[i]);                                                       \
        if (code != TVX_OK)                                                                        \
            tvx_fail_within(r->error, "/" #member "/%zu", i);                                      \
    }

static int refer_report(referral *r, const tvx_record *record)
{
    const tvx_report *report = &record->as.report;
    const char *updates = report->updates.n > 0 ? report->updates.items[0] : NULL;
    int code = want_record(r, updates, TVX_RECORD_REPORT, false, "/updates");
    REFER_EACH(mentions, n_mentions, refer_mention)
    REFER_EACH(claims, n_claims, refer_claim)
    REFER_EACH(changes, n_changes, refer_change)
    REFER_EACH(positions, n_positions, refer_position)
    REFER_EACH(events, n_events, refer_event)
    return code;
}

static int refer_draft(referral *r, const tvx_record *record)
{
    const tvx_draft *draft = &record->as.draft;
    int code = want_keys(r, TVX_RECORD_PARTY, &draft->by, "by", false);
    if (code == TVX_OK)
        code = want_keys(r, TVX_RECORD_DRAFT, &draft->follows, "follows", true);
    if (code == TVX_OK)
        code = want_key(r, TVX_RECORD_DRAFT, draft->amends, "/amends");
    if (code == TVX_OK)
        code = want_keys(r, TVX_RECORD_DRAFT, &draft->maybe_same_as, "maybe_same_as", true);
    return code;
}

static int refer_negotiation(referral *r, const tvx_record *record)
{
    const tvx_texts *order = &record->as.negotiation.order;
    char pointer[64];
    int code = TVX_OK;
    for (size_t i = 0; i < order->n && code == TVX_OK; i++) {
        const tvx_row *row;
        snprintf(pointer, sizeof pointer, "/order/%zu", i);
        code = want_term(r, order->items[i], &row, pointer);
    }
    return code;
}

static int refer_term(referral *r, const tvx_record *record)
{
    return want_key(r, TVX_RECORD_PARTY, record->as.term.favours, "/favours");
}

static int refer_judgement(referral *r, const tvx_record *record)
{
    const tvx_judgement *j = &record->as.judgement;
    const tvx_row *row;
    bool by_hand = r->add->manner == TVX_ADD_BY_HAND;
    int code = want_record(r, j->report, TVX_RECORD_REPORT, by_hand, "/report");
    if (code == TVX_OK)
        code = want_record(r, j->judgement, TVX_RECORD_JUDGEMENT, by_hand, "/judgement");
    if (code == TVX_OK)
        code = want_record(r, j->id, TVX_RECORD_KINDS, false, "/id"); /* it may be gone by now */
    if (code == TVX_OK)
        code = want_key(r, TVX_RECORD_DRAFT, j->draft, "/draft");
    if (code == TVX_OK)
        code = want_term(r, j->term, &row, "/term");
    return code != TVX_OK ? code : want_keys(r, TVX_RECORD_DRAFT, &j->keys, "keys", true);
}

static int refer_nothing(referral *r, const tvx_record *record)
{
    (void)r;
    (void)record;
    return TVX_OK;
}

/* --- superseding --- */

/* A key never changes by superseding, and neither does the kind. */
static int check_superseded(referral *r, const tvx_record *record, const char *id, size_t i)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    tvx_record old;
    bool found = false;
    int code = tvx_store_get(r->add->store, r->scope->neg, id, &arena, &logged, &found, r->error);
    if (code == TVX_OK && found)
        code = tvx_record_decode(&old, &arena, id, logged.body, logged.size, r->error);
    if (code == TVX_OK && !found && !r->last) /* it may yet come */
        code = tvx_fail(r->error, TVX_ENOTFOUND, "record %.12s is not there", id);
    if (code == TVX_OK && found) {
        const char *key = tvx_record_key(record);
        if (old.kind != record->kind)
            code = tvx_fail(r->error, TVX_EINPUT, "%s %.12s cannot be superseded by a %s",
                            tvx_record_kind_name(old.kind), id, tvx_record_kind_name(record->kind));
        else if (key != NULL && strcmp(key, tvx_record_key(&old)) != 0)
            code = tvx_fail(r->error, TVX_EINPUT,
                            "the key '%s' is not that of the record superseded, '%s': a key never "
                            "changes",
                            key, tvx_record_key(&old));
    }
    if (code != TVX_OK)
        tvx_fail_within(
            r->error, tvx_record_supersedes(record)->n > 1 ? "/supersedes/%zu" : "/supersedes", i);
    tvx_arena_dispose(&arena);
    return code;
}

static int refer_supersedes(referral *r, const tvx_record *record)
{
    const tvx_texts *old = tvx_record_supersedes(record);
    int code = TVX_OK;
    for (size_t i = 0; i < old->n && code == TVX_OK; i++)
        code = check_superseded(r, record, old->items[i], i);
    return code;
}

/* --- one record --- */

/* A draft that both follows and is followed may close a circle: that is looked at in the end. */
static int note_circle(referral *r, const tvx_record *record)
{
    const tvx_draft *draft = &record->as.draft;
    bool followed = false;
    if (draft->follows.n == 0 && draft->amends == NULL)
        return TVX_OK;
    int code = tvx_store_followed(r->add->store, r->scope->neg, draft->key, &followed, r->error);
    r->scope->circles |= followed;
    return code;
}

int tvx_add_refer(tvx_add *add, tvx_scope *scope, const tvx_record *record, bool last,
                  tvx_error *error)
{
    static int (*const CHECKS[TVX_RECORD_KINDS])(referral *, const tvx_record *) = {
        [TVX_RECORD_NEGOTIATION] = refer_negotiation,
        [TVX_RECORD_PARTY] = refer_nothing,
        [TVX_RECORD_TERM] = refer_term,
        [TVX_RECORD_OUTLET] = refer_nothing,
        [TVX_RECORD_DRAFT] = refer_draft,
        [TVX_RECORD_REPORT] = refer_report,
        [TVX_RECORD_JUDGEMENT] = refer_judgement,
    };
    referral r = {.add = add, .scope = scope, .last = last, .error = error};
    int code = want_key(&r, TVX_RECORD_NEGOTIATION, scope->key, "/negotiation");
    if (code == TVX_OK && add->manner != TVX_ADD_MERGE)
        code = refer_supersedes(&r, record);
    if (code == TVX_OK && record->kind == TVX_RECORD_DRAFT)
        code = note_circle(&r, record);
    return code != TVX_OK ? code : CHECKS[record->kind](&r, record);
}

/* --- at the end --- */

static tvx_scope *scope_of(tvx_add *add, int64_t neg)
{
    size_t i = 0;
    while (add->scopes[i]->neg != neg)
        i++;
    return add->scopes[i];
}

/* Puts the line into an error: that of the failing member if it failed there before too. */
static void locate_again(const tvx_unsettled *u, tvx_error *error)
{
    if (error == NULL)
        return;
    tvx_fail_within(error, "%s", u->place.pointer);
    bool same = strcmp(error->pointer, u->fail_pointer) == 0;
    tvx_fail_at(error, u->place.file, same ? u->fail_line : u->place.line);
}

static int settle_one(tvx_add *add, const tvx_unsettled *u, tvx_error *error)
{
    tvx_logged logged;
    tvx_record record;
    bool found = false;
    tvx_arena_clear(&add->record);
    int code = tvx_store_get(add->store, u->neg, u->id, &add->record, &logged, &found, error);
    if (code != TVX_OK || !found) /* an inline record that was taken back since */
        return code;
    code = tvx_record_decode(&record, &add->record, u->id, logged.body, logged.size, error);
    if (code == TVX_OK)
        code = tvx_add_refer(add, scope_of(add, u->neg), &record, true, error);
    if (code != TVX_OK)
        locate_again(u, error);
    return code;
}

int tvx_add_settle(tvx_add *add, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < add->n_unsettled && code == TVX_OK; i++)
        code = settle_one(add, &add->unsettled[i], error);
    return code;
}
