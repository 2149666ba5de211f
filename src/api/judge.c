/*
 * Judgements: what a `forget` removes; and, of those made by hand, whether there is something to
 * judge. In a file one may come before what it is on; by hand that would be a slip.
 */
#include <stdio.h>
#include <string.h>

#include "api/add_internal.h"
#include "base/fail.h"
#include "base/text.h"
#include "codec/record.h"
#include "store/index.h"

/* --- forget --- */

/* By hand there must be something that can be forgotten; wrong kinds are told of by the referral.
 */
static int check_to_forget(const tvx_add *add, const char *id, const tvx_record *target, bool found,
                           tvx_error *error)
{
    int code = TVX_OK;
    if (add->manner != TVX_ADD_BY_HAND)
        return TVX_OK;
    if (!found) {
        code = tvx_fail(error, TVX_ENOTFOUND, "record %.12s is not there", id);
        tvx_fail_hint(error, "travaux log lists ids");
    } else if (target->kind < TVX_RECORD_REPORT) {
        code = tvx_fail(error, TVX_EINPUT, "%.12s is a %s, and no report or judgement", id,
                        tvx_record_kind_name(target->kind));
        tvx_fail_hint(error, "only these can be forgotten");
    } else if (tvx_is_forget(target)) {
        code = tvx_fail(error, TVX_EINPUT, "judgement %.12s is a forget, which stays", id);
        tvx_fail_hint(error, "it holds no more than the id of what is forgotten, and its reason");
    }
    if (code != TVX_OK)
        tvx_fail_within(error, "/id");
    return code;
}

int tvx_add_to_forget(tvx_add *add, const tvx_scope *scope, const tvx_record *record,
                      tvx_record *target, bool *of_this_call, bool *found, tvx_error *error)
{
    tvx_logged logged = {0};
    const char *id = record->as.judgement.id;
    *found = false;
    if (!tvx_is_forget(record))
        return TVX_OK;
    int code = tvx_store_get(add->store, scope->neg, id, &add->record, &logged, found, error);
    if (code == TVX_OK && *found)
        code = tvx_record_decode(target, &add->record, id, logged.body, logged.size, error);
    if (code == TVX_OK)
        code = check_to_forget(add, id, target, *found, error);
    *of_this_call = *found && logged.of_this_call;
    *found = *found && target->kind >= TVX_RECORD_REPORT && !tvx_is_forget(target);
    return code;
}

int tvx_add_warn_revived(tvx_add *add, const tvx_scope *scope, const tvx_record *gone,
                         const tvx_origin_place *place, tvx_error *error)
{
    const tvx_texts *old = tvx_record_supersedes(gone);
    int code = TVX_OK;
    for (size_t i = 0; i < old->n && code == TVX_OK; i++) {
        tvx_logged logged;
        bool found = false, superseded = false;
        code = tvx_store_get(add->store, scope->neg, old->items[i], &add->record, &logged, &found,
                             error);
        if (code == TVX_OK && found)
            code = tvx_store_superseded(add->store, scope->neg, gone->kind, NULL, old->items[i],
                                        &superseded, error);
        if (code == TVX_OK && found && !superseded)
            code = tvx_add_warn(add, place, error,
                                "%s %.6s, which it superseded, is in force again: forget that too "
                                "if it says the same",
                                tvx_record_kind_name(gone->kind), old->items[i]);
    }
    return code;
}

/* --- something to judge --- */

/* One judgement, the report that it is on, and the others in effect. */
typedef struct looking {
    tvx_add *add;
    int64_t neg;
    tvx_arena arena;
    const tvx_judgement *judgement;
    tvx_record report;
    tvx_standing standing;
    tvx_error *error;
} looking;

/* The record of a kind that an id stands for, in the arena. */
static int load_record(looking *l, tvx_record_kind kind, const char *id, tvx_record *out)
{
    char head[TVX_ID_HEX + 1] = "";
    tvx_logged logged = {0};
    bool found = false;
    int code = tvx_store_stands_for(l->add->store, l->neg, kind, id, head, l->error);
    if (code == TVX_OK)
        code = tvx_store_get(l->add->store, l->neg, head, &l->arena, &logged, &found, l->error);
    if (code == TVX_OK && !found) {
        code = tvx_fail(l->error, TVX_ENOTFOUND, "record %.12s is not in force", id);
        tvx_fail_hint(l->error, "of heads in conflict one is: travaux check names it");
    }
    return code != TVX_OK
               ? code
               : tvx_record_decode(out, &l->arena, head, logged.body, logged.size, l->error);
}

/* A term covers its variants; `prefer` alone is on one row exactly. */
static bool is_on_term(const tvx_judgement *j, const tvx_claim *claim)
{
    size_t n = j->term == NULL ? 0 : strlen(j->term);
    if (j->term == NULL || strcmp(j->term, claim->term) == 0)
        return true;
    return j->act != TVX_ACT_PREFER && strncmp(j->term, claim->term, n) == 0 &&
           claim->term[n] == ':';
}

static bool is_on_draft(const looking *l, const tvx_claim *claim)
{
    const tvx_same *same = &l->standing.same;
    const char *wanted =
        l->judgement->draft == NULL ? NULL : tvx_same_shown(same, l->judgement->draft);
    if (l->judgement->act == TVX_ACT_ATTRIBUTE)
        return claim->drafts.n == 0;
    for (size_t i = 0; wanted != NULL && i < claim->drafts.n; i++)
        if (strcmp(tvx_same_shown(same, claim->drafts.items[i]), wanted) == 0)
            return true;
    if (wanted == NULL || claim->drafts.n > 0)
        return wanted == NULL;
    const tvx_ruling *by = tvx_standing_attribute(&l->standing, l->report.id, claim->term);
    return by != NULL && strcmp(tvx_same_shown(same, by->judgement->draft), wanted) == 0;
}

static int fail_no_claim(const looking *l)
{
    const tvx_judgement *j = l->judgement;
    char on[200] = "", in[200] = "";
    bool background = j->act == TVX_ACT_ATTRIBUTE;
    if (j->term != NULL)
        snprintf(on, sizeof on, " on %s", j->term);
    if (j->draft != NULL && !background)
        snprintf(in, sizeof in, " in %s", j->draft);
    int code =
        tvx_fail(l->error, TVX_ENOTFOUND, "report %.6s (%s) makes no claim%s%s%s", l->report.id,
                 l->report.as.report.outlet, on, in, background ? " that names no draft" : "");
    tvx_fail_hint(l->error, "travaux show %.6s lists what it claims", l->report.id);
    return code;
}

static int look_for_claim(looking *l)
{
    const tvx_report *report = &l->report.as.report;
    int code = load_record(l, TVX_RECORD_REPORT, l->judgement->report, &l->report);
    if (code == TVX_OK)
        code = tvx_standing_load(&l->standing, &l->arena, l->add->store, l->neg, TVX_KNOWN_ALL,
                                 l->error);
    for (size_t i = 0; i < report->n_claims && code == TVX_OK; i++)
        if (is_on_term(l->judgement, &report->claims[i]) && is_on_draft(l, &report->claims[i]))
            return TVX_OK;
    return code == TVX_OK ? fail_no_claim(l) : code;
}

static int look_for_withdrawn(looking *l)
{
    tvx_record target;
    int code = load_record(l, TVX_RECORD_JUDGEMENT, l->judgement->judgement, &target);
    if (code == TVX_OK && tvx_is_forget(&target)) {
        code = tvx_fail(l->error, TVX_EINPUT, "judgement %.12s is a forget, which is for good",
                        target.id);
        tvx_fail_hint(l->error, "what is forgotten is gone from the file: nothing brings it back");
    }
    return code;
}

static int look_for_drafts(looking *l)
{
    return tvx_add_check_joined(l->add, l->neg, &l->judgement->keys, l->error);
}

static int look_for_nothing(looking *l)
{
    (void)l;
    return TVX_OK;
}

static int check_judgement(tvx_add *add, const tvx_hand_judgement *hand, tvx_error *error)
{
    static int (*const LOOKS[])(looking *) = {
        [TVX_ACT_NONE] = look_for_nothing,       [TVX_ACT_RETRACT] = look_for_nothing,
        [TVX_ACT_DEPRECATE] = look_for_claim,    [TVX_ACT_PREFER] = look_for_claim,
        [TVX_ACT_ATTRIBUTE] = look_for_claim,    [TVX_ACT_SAME_DRAFT] = look_for_drafts,
        [TVX_ACT_WITHDRAW] = look_for_withdrawn, [TVX_ACT_FORGET] = look_for_nothing,
    };
    looking l = {.add = add, .neg = hand->neg, .error = error};
    tvx_record record;
    int code = load_record(&l, TVX_RECORD_JUDGEMENT, hand->id, &record);
    if (code == TVX_OK) {
        l.judgement = &record.as.judgement;
        code = LOOKS[l.judgement->act](&l);
    }
    if (code != TVX_OK)
        tvx_add_locate(&hand->place, NULL, 0, error);
    tvx_arena_dispose(&l.arena);
    return code;
}

int tvx_add_check_judgements(tvx_add *add, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < add->n_by_hand && code == TVX_OK; i++)
        code = check_judgement(add, &add->by_hand[i], error);
    return code;
}
