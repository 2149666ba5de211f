/*
 * Judgements that lead nowhere, as a file or a merge may bring them, and those in effect that find
 * nothing to judge.
 */
#include <stdlib.h>
#include <string.h>

#include "api/check.h"
#include "base/fail.h"
#include "codec/record.h"
#include "store/index.h"

/* --- what they name --- */

/* The body that an id has in this file; *found: there is one. */
static int get(const tvx_inspection *in, tvx_arena *arena, const char *id, tvx_record *out,
               bool *found, tvx_error *error)
{
    tvx_logged logged;
    int code = tvx_store_get(in->file->store, in->view->neg, id, arena, &logged, found, error);
    return code != TVX_OK || !*found
               ? code
               : tvx_record_decode(out, arena, id, logged.body, logged.size, error);
}

/* What is forgotten is not there; but not all can be. */
static int look_for_forgotten(const tvx_inspection *in, const tvx_record *by, tvx_error *error)
{
    const char *id = by->as.judgement.id;
    tvx_arena arena = {0};
    tvx_record target;
    bool found = false;
    int code = get(in, &arena, id, &target, &found, error);
    if (code == TVX_OK && found)
        code = tvx_check_remark(
            in, error,
            "judgement %.12s: it forgets %.12s, which is a %s: that has no "
            "effect",
            by->id, id, tvx_is_forget(&target) ? "forget" : tvx_record_kind_name(target.kind));
    tvx_arena_dispose(&arena);
    return code;
}

static int look_for_withdrawn(const tvx_inspection *in, const tvx_record *by, tvx_error *error)
{
    const char *id = by->as.judgement.judgement;
    tvx_arena arena = {0};
    tvx_record target;
    bool found = false;
    int code = get(in, &arena, id, &target, &found, error);
    if (code == TVX_OK && (!found || target.kind != TVX_RECORD_JUDGEMENT))
        code = tvx_check_remark(in, error,
                                "judgement %.12s withdraws %.12s, which is no judgement in this "
                                "file",
                                by->id, id);
    else if (code == TVX_OK && tvx_is_forget(&target))
        code = tvx_check_remark(in, error,
                                "judgement %.12s withdraws %.12s, which is a forget: that has no "
                                "effect",
                                by->id, id);
    tvx_arena_dispose(&arena);
    return code;
}

static int look_for_report(const tvx_inspection *in, const tvx_record *by, tvx_error *error)
{
    const char *id = by->as.judgement.report, *wrong;
    int code = tvx_check_reaches(in, id, &wrong, error);
    if (code != TVX_OK || wrong == NULL)
        return code;
    return tvx_check_remark(in, error, "judgement %.12s: it is on %.12s, %s", by->id, id, wrong);
}

static int look_for_draft(const tvx_inspection *in, const tvx_record *by, const char *key,
                          tvx_error *error)
{
    bool declared = false;
    int code =
        tvx_store_declared(in->file->store, in->view->neg, TVX_RECORD_DRAFT, key, &declared, error);
    if (code != TVX_OK || declared)
        return code;
    return tvx_check_remark(
        in, error, "judgement %.12s: it names '%s', which is no draft in this file", by->id, key);
}

static int check_names(void *payload, const tvx_logged *logged, tvx_error *error)
{
    const tvx_inspection *in = payload;
    tvx_arena arena = {0};
    tvx_record record;
    int code = tvx_record_decode(&record, &arena, logged->id, logged->body, logged->size, error);
    const tvx_judgement *j = code == TVX_OK ? &record.as.judgement : &(tvx_judgement){0};
    if (code == TVX_OK && j->report != NULL)
        code = look_for_report(in, &record, error);
    if (code == TVX_OK && j->judgement != NULL)
        code = look_for_withdrawn(in, &record, error);
    if (code == TVX_OK && j->id != NULL)
        code = look_for_forgotten(in, &record, error);
    if (code == TVX_OK && j->draft != NULL)
        code = look_for_draft(in, &record, j->draft, error);
    for (size_t i = 0; i < j->keys.n && code == TVX_OK; i++)
        code = look_for_draft(in, &record, j->keys.items[i], error);
    tvx_arena_dispose(&arena);
    return code;
}

/* --- what they find --- */

#define BACKGROUND "" /* no key is empty, nor has a line feed */
#define ANYWHERE   "\n"

/* Where a report makes a claim: in a draft, by its shown key, and on a row, by name. */
typedef struct place {
    const char *draft, *row;
} place;

typedef struct places {
    tvx_arena arena;
    place *items; /* by draft, then row */
    size_t n, capacity;
    bool updated; /* the report is */
} places;

static int by_place(const void *a, const void *b)
{
    const place *x = a, *y = b;
    int order = strcmp(x->draft, y->draft);
    return order != 0 ? order : strcmp(x->row, y->row);
}

static int add_place(places *p, const char *draft, const char *row, tvx_error *error)
{
    if (tvx_arena_grow(&p->arena, &p->items, p->n, &p->capacity, sizeof *p->items) != TVX_OK)
        return tvx_fail_memory(error);
    p->items[p->n++] = (place){draft, row};
    return TVX_OK;
}

/* A background claim is also where a judgement says that it is. */
static int add_claim(places *p, const tvx_standing *standing, const char *report,
                     const tvx_claim *claim, tvx_error *error)
{
    int code = add_place(p, ANYWHERE, claim->term, error);
    for (size_t i = 0; i < claim->drafts.n && code == TVX_OK; i++)
        code = add_place(p, tvx_same_shown(&standing->same, claim->drafts.items[i]), claim->term,
                         error);
    if (code != TVX_OK || claim->drafts.n > 0)
        return code;
    const tvx_ruling *by = tvx_standing_attribute(standing, report, claim->term);
    code = add_place(p, BACKGROUND, claim->term, error);
    return code != TVX_OK || by == NULL
               ? code
               : add_place(p, tvx_same_shown(&standing->same, by->judgement->draft), claim->term,
                           error);
}

static int find_places(places *p, const tvx_inspection *in, const char *report, tvx_error *error)
{
    tvx_stored_report stored;
    bool found = false;
    tvx_arena_clear(&p->arena);
    p->items = NULL;
    p->n = p->capacity = 0;
    int code = tvx_store_report(in->view->store, &in->view->asked, report, &p->arena, &stored,
                                &found, error);
    p->updated = code == TVX_OK && found && stored.updated[0] != '\0';
    for (size_t i = 0; code == TVX_OK && found && i < stored.report.n_claims; i++)
        code = add_claim(p, &in->view->standing, report, &stored.report.claims[i], error);
    if (p->n > 1)
        qsort(p->items, p->n, sizeof *p->items, by_place);
    return code;
}

/* Is there a place in that draft whose row begins with this, and is no longer if `whole`? */
static bool has_place(const places *p, const char *draft, const char *row, bool whole)
{
    const place sought = {draft, row};
    size_t low = 0, high = p->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_place(&p->items[middle], &sought) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < p->n && strcmp(p->items[low].draft, draft) == 0 &&
           (whole ? strcmp(p->items[low].row, row) == 0
                  : strncmp(p->items[low].row, row, strlen(row)) == 0);
}

/* A judgement on a term covers its variants; `prefer` is of one row exactly. */
static int finds_something(bool *finds, const tvx_inspection *in, places *p, const tvx_judgement *j,
                           tvx_error *error)
{
    const char *draft = j->act == TVX_ACT_ATTRIBUTE ? BACKGROUND
                        : j->draft == NULL          ? ANYWHERE
                                           : tvx_same_shown(&in->view->standing.same, j->draft);
    const char *term = j->term == NULL ? "" : j->term;
    const char *variants = tvx_arena_format(&p->arena, "%s:", term);
    if (variants == NULL)
        return tvx_fail_memory(error);
    *finds = has_place(p, draft, term, j->term != NULL) ||
             (j->act != TVX_ACT_PREFER && has_place(p, draft, variants, false));
    return TVX_OK;
}

/* Why what a report says there does not count, so that it cannot lead; or NULL. */
static const char *why_silent(const tvx_inspection *in, const places *p, const tvx_ruling *ruling)
{
    const tvx_judgement *j = ruling->judgement;
    const tvx_ruling *aside =
        tvx_standing_claim(&in->view->standing, ruling->report, j->draft, j->term);
    if (aside != NULL)
        return aside->judgement->act == TVX_ACT_RETRACT ? "is retracted"
                                                        : "makes no claim there that counts";
    return p->updated ? "was updated" : NULL;
}

static int check_ruling(const tvx_inspection *in, places *p, const tvx_ruling *ruling,
                        tvx_error *error)
{
    static const char *const WITHOUT[] = {
        [TVX_ACT_DEPRECATE] = "makes no claim that it covers",
        [TVX_ACT_PREFER] = "makes no claim there",
        [TVX_ACT_ATTRIBUTE] = "makes no claim on that term that names no draft",
        [TVX_ACT_FORGET] = NULL,
    };
    tvx_act act = ruling->judgement->act;
    bool finds = false;
    int code = finds_something(&finds, in, p, ruling->judgement, error);
    const char *why = !finds                  ? WITHOUT[act]
                      : act == TVX_ACT_PREFER ? why_silent(in, p, ruling)
                                              : NULL;
    if (code != TVX_OK || why == NULL)
        return code;
    return tvx_check_remark(in, error, "judgement %.12s has no effect: report %.12s %s", ruling->id,
                            ruling->report, why);
}

static int by_report(const void *a, const void *b)
{
    const tvx_ruling *x = *(const tvx_ruling *const *)a, *y = *(const tvx_ruling *const *)b;
    int order = strcmp(x->report, y->report);
    return order != 0 ? order : strcmp(x->id, y->id);
}

/* Those in effect that hold, need a claim to judge, and whose report is there; by report. */
static size_t list_rulings(const tvx_standing *standing, const tvx_ruling **out)
{
    size_t n = 0;
    for (size_t i = 0; i < standing->n_slots; i++) {
        const tvx_ruling *ruling = standing->slots[i].ruling;
        tvx_act act = ruling->judgement->act;
        if (ruling->report != NULL &&
            (act == TVX_ACT_DEPRECATE || act == TVX_ACT_PREFER || act == TVX_ACT_ATTRIBUTE))
            out[n++] = ruling;
    }
    if (n > 1)
        qsort(out, n, sizeof(const tvx_ruling *), by_report);
    return n;
}

static int check_effects(const tvx_inspection *in, tvx_error *error)
{
    const tvx_standing *standing = &in->view->standing;
    tvx_arena arena = {0};
    places p = {0};
    const tvx_ruling **rulings =
        tvx_arena_new(&arena, standing->n_slots, sizeof(const tvx_ruling *));
    size_t n = rulings == NULL ? 0 : list_rulings(standing, rulings);
    int code = rulings == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        if (i == 0 || strcmp(rulings[i - 1]->report, rulings[i]->report) != 0)
            code = find_places(&p, in, rulings[i]->report, error);
        if (code == TVX_OK)
            code = check_ruling(in, &p, rulings[i], error);
    }
    tvx_arena_dispose(&p.arena);
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_check_judgements(tvx_inspection *in, tvx_error *error)
{
    int code = tvx_store_in_force(in->file->store, in->view->neg, TVX_RECORD_JUDGEMENT, check_names,
                                  in, error);
    return code != TVX_OK ? code : check_effects(in, error);
}
