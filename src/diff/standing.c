/* What judgements in effect come to, kept so that each question is a few binary searches. */
#include "diff/standing.h"

#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/texts.h"
#include "diff/standing_parts.h"

bool tvx_evidence_counts(const tvx_evidence *evidence)
{
    return evidence->set_aside == NULL && evidence->updated == NULL;
}

/* The first n bytes of the second text are all that counts of it; no text goes before any. */
static int compare_start(const char *a, const char *b, size_t n)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    int order = strncmp(a, b, n);
    return order != 0 ? order : a[n] != '\0';
}

static int compare_texts(const char *a, const char *b)
{
    return compare_start(a, b, b == NULL ? 0 : strlen(b));
}

/* n: how many bytes of the second slot's term count. */
static int compare_slots(const tvx_slot *a, const tvx_slot *b, size_t n)
{
    int order = (int)a->act - (int)b->act;
    if (order == 0)
        order = compare_texts(a->report, b->report);
    if (order == 0)
        order = compare_texts(a->draft, b->draft);
    return order != 0 ? order : compare_start(a->term, b->term, n);
}

static bool same_slot(const tvx_slot *a, const tvx_slot *b)
{
    return compare_slots(a, b, b->term == NULL ? 0 : strlen(b->term)) == 0;
}

static int by_slot(const void *a, const void *b)
{
    const tvx_slot *left = a, *right = b;
    int order = compare_slots(left, right, right->term == NULL ? 0 : strlen(right->term));
    return order != 0 ? order : tvx_ruling_compare(left->ruling, right->ruling);
}

/* What counts of a judgement's members for what it reaches. */
typedef struct reach {
    bool report, judgement, draft, term;
} reach;

static const reach REACHES[] = {
    [TVX_ACT_RETRACT] = {.report = true},
    [TVX_ACT_DEPRECATE] = {.report = true, .draft = true, .term = true},
    [TVX_ACT_PREFER] = {.draft = true, .term = true},
    [TVX_ACT_ATTRIBUTE] = {.report = true, .term = true},
    [TVX_ACT_WITHDRAW] = {.judgement = true},
    [TVX_ACT_FORGET] = {false},
};

static const char *shown_draft(const tvx_same *same, const tvx_ruling *ruling)
{
    const char *draft = ruling->judgement->draft;
    return draft != NULL ? tvx_same_shown(same, draft) : NULL;
}

/* False if the judgement reaches nothing here: another act, or its report is not there. */
static bool make_slot(tvx_slot *out, const tvx_same *same, const tvx_ruling *ruling)
{
    const reach *r = &REACHES[ruling->judgement->act];
    *out = (tvx_slot){.act = ruling->judgement->act,
                      .report = r->report      ? ruling->report
                                : r->judgement ? ruling->judgement->judgement
                                               : NULL,
                      .draft = r->draft ? shown_draft(same, ruling) : NULL,
                      .term = r->term ? ruling->judgement->term : NULL,
                      .ruling = ruling};
    return r->report || r->judgement ? out->report != NULL : r->draft;
}

static int list_slots(tvx_standing *out, tvx_arena *arena, const tvx_rulings *in_effect)
{
    tvx_slot *slots = tvx_arena_new(arena, in_effect->n, sizeof *slots);
    if (slots == NULL)
        return TVX_ENOMEM;
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < in_effect->n; i++)
        n += make_slot(&slots[n], &out->same, in_effect->items[i]);
    if (n > 1)
        qsort(slots, n, sizeof *slots, by_slot);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || !same_slot(&slots[kept - 1], &slots[i]))
            slots[kept++] = slots[i];
    out->slots = slots;
    out->n_slots = kept;
    return TVX_OK;
}

static int list_named(tvx_texts *out, tvx_arena *arena, const tvx_ruling *rulings, size_t n,
                      int64_t known_latest)
{
    size_t room = 0, named = 0;
    for (size_t i = 0; i < n; i++)
        room += rulings[i].judgement->keys.n + 1;
    const char **names = tvx_arena_new(arena, room, sizeof *names);
    if (names == NULL)
        return TVX_ENOMEM;
    for (size_t i = 0; i < n; i++) {
        const tvx_judgement *judgement = rulings[i].judgement;
        if (!tvx_ruling_known(&rulings[i], known_latest))
            continue;
        if (judgement->draft != NULL)
            names[named++] = judgement->draft;
        for (size_t k = 0; k < judgement->keys.n; k++)
            names[named++] = judgement->keys.items[k];
    }
    *out = (tvx_texts){names, tvx_texts_sort(names, named)};
    return TVX_OK;
}

int tvx_standing_make(tvx_standing *out, tvx_arena *arena, const tvx_ruling *rulings, size_t n,
                      int64_t known_latest, tvx_error *error)
{
    tvx_arena scratch = {0};
    tvx_rulings in_effect;
    *out = (tvx_standing){0};
    int rc = tvx_rulings_in_effect(&in_effect, &scratch, rulings, n, known_latest);
    if (rc == TVX_OK)
        rc = tvx_same_make(&out->same, arena, &scratch, &in_effect);
    if (rc == TVX_OK)
        rc = list_slots(out, arena, &in_effect);
    if (rc == TVX_OK)
        rc = list_named(&out->named, arena, rulings, n, known_latest);
    tvx_arena_dispose(&scratch);
    return rc == TVX_OK ? TVX_OK : tvx_fail_memory(error);
}

/* The judgement in a slot, of whose term the first n bytes count; or NULL. */
static const tvx_ruling *find_slot(const tvx_standing *standing, const tvx_slot *slot, size_t n)
{
    size_t low = 0, high = standing->n_slots;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_slots(&standing->slots[middle], slot, n) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < standing->n_slots && compare_slots(&standing->slots[low], slot, n) == 0;
    return found ? standing->slots[low].ruling : NULL;
}

static const tvx_ruling *holding(const tvx_ruling *a, const tvx_ruling *b)
{
    if (a == NULL || b == NULL)
        return a != NULL ? a : b;
    return tvx_ruling_compare(a, b) <= 0 ? a : b;
}

/* The judgement that holds of those on the slot's row and on the term that it is a variant of. */
static const tvx_ruling *find_covering(const tvx_standing *standing, const tvx_slot *slot)
{
    size_t whole = strlen(slot->term), term = strcspn(slot->term, ":");
    const tvx_ruling *found = find_slot(standing, slot, whole);
    return term < whole ? holding(found, find_slot(standing, slot, term)) : found;
}

const tvx_ruling *tvx_standing_report(const tvx_standing *standing, const char *report)
{
    return find_slot(standing, &(tvx_slot){.act = TVX_ACT_RETRACT, .report = report}, 0);
}

const tvx_ruling *tvx_standing_withdrawn(const tvx_standing *standing, const char *judgement)
{
    return find_slot(standing, &(tvx_slot){.act = TVX_ACT_WITHDRAW, .report = judgement}, 0);
}

/* The deprecate that holds of those that name this draft, or none (NULL). */
static const tvx_ruling *find_deprecate(const tvx_standing *standing, tvx_slot slot,
                                        const char *term)
{
    const tvx_ruling *of_all = find_slot(standing, &slot, 0);
    slot.term = term;
    return holding(of_all, find_covering(standing, &slot));
}

const tvx_ruling *tvx_standing_claim(const tvx_standing *standing, const char *report,
                                     const char *draft, const char *term)
{
    tvx_slot slot = {.act = TVX_ACT_DEPRECATE, .report = report};
    const tvx_ruling *found = tvx_standing_report(standing, report);
    if (found != NULL)
        return found;
    found = find_deprecate(standing, slot, term);
    if (draft == NULL)
        return found;
    slot.draft = tvx_same_shown(&standing->same, draft);
    return holding(found, find_deprecate(standing, slot, term));
}

const tvx_ruling *tvx_standing_attribute(const tvx_standing *standing, const char *report,
                                         const char *term)
{
    const tvx_slot slot = {.act = TVX_ACT_ATTRIBUTE, .report = report, .term = term};
    return find_covering(standing, &slot);
}

const tvx_ruling *tvx_standing_prefer(const tvx_standing *standing, const char *draft,
                                      const char *row)
{
    const tvx_slot slot = {
        .act = TVX_ACT_PREFER, .draft = tvx_same_shown(&standing->same, draft), .term = row};
    return find_slot(standing, &slot, strlen(row));
}
