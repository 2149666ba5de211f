/*
 * Circles of `follows` and `amends`: which of them a call closes.
 */
#include <stdlib.h>
#include <string.h>

#include "api/add_internal.h"
#include "base/fail.h"
#include "base/texts.h"
#include "codec/record.h"

/* The drafts in force and the links among them. Everything lives in the arena. */
typedef struct drafts {
    tvx_add *add;
    int64_t neg;
    tvx_arena arena;
    tvx_stored_draft *stored; /* by key */
    size_t n;
    tvx_draft_link *links;
    size_t n_links, capacity;
} drafts;

static int load_drafts(drafts *d, tvx_add *add, int64_t neg, tvx_error *error)
{
    *d = (drafts){.add = add, .neg = neg};
    tvx_asked all = {.neg = neg, .known_by = TVX_KNOWN_ALL, .without = TVX_NO_REPORT};
    return tvx_store_drafts(add->store, &all, &d->arena, &d->stored, &d->n, error);
}

static int put_link(drafts *d, uint32_t from, uint32_t to, bool fresh, tvx_error *error)
{
    if (to == TVX_NO_DRAFT)
        return TVX_OK;
    if (tvx_arena_grow(&d->arena, &d->links, d->n_links, &d->capacity, sizeof *d->links) != TVX_OK)
        return tvx_fail_memory(error);
    d->links[d->n_links++] = (tvx_draft_link){.from = from, .to = to, .fresh = fresh};
    return TVX_OK;
}

static void put_circle(tvx_buf *text, const drafts *d, const tvx_draft_list *circle)
{
    tvx_buf_text(text, "drafts in a circle: ");
    for (size_t i = 0; i < circle->n && i < 12; i++)
        tvx_buf_format(text, "%s follows or amends ", d->stored[circle->items[i]].draft.key);
    tvx_buf_format(text, "%s%s", circle->n > 12 ? "… " : "", d->stored[circle->items[0]].draft.key);
}

/* --- by what records say --- */

/* What was recorded under a key before this call, by id; and the ids that it superseded. */
typedef struct earlier {
    tvx_arena *arena;
    tvx_draft *drafts;
    const char **ids, **superseded;
    size_t n, capacity, ids_capacity, n_superseded, superseded_capacity;
} earlier;

static int push_id(earlier *e, const char ***list, size_t *n, size_t *capacity, const char *id,
                   tvx_error *error)
{
    if (tvx_arena_grow(e->arena, list, *n, capacity, sizeof **list) != TVX_OK ||
        ((*list)[*n] = tvx_arena_text(e->arena, id)) == NULL)
        return tvx_fail_memory(error);
    ++*n;
    return TVX_OK;
}

static int look_at(void *payload, const tvx_logged *logged, tvx_error *error)
{
    earlier *e = payload;
    tvx_record record;
    size_t n = e->n;
    if (logged->of_this_call)
        return TVX_OK;
    int code = tvx_record_decode(&record, e->arena, logged->id, logged->body, logged->size, error);
    if (code == TVX_OK &&
        tvx_arena_grow(e->arena, &e->drafts, e->n, &e->capacity, sizeof *e->drafts) != TVX_OK)
        code = tvx_fail_memory(error);
    if (code == TVX_OK)
        code = push_id(e, &e->ids, &e->n, &e->ids_capacity, logged->id, error);
    if (code != TVX_OK)
        return code;
    e->drafts[n] = record.as.draft;
    const tvx_texts *old = &record.as.draft.supersedes;
    for (size_t i = 0; i < old->n && code == TVX_OK; i++)
        code = push_id(e, &e->superseded, &e->n_superseded, &e->superseded_capacity, old->items[i],
                       error);
    return code;
}

/* What was in force before; NULL: nothing was. */
static const tvx_draft *head_before(earlier *e)
{
    if (e->n_superseded > 0)
        qsort(e->superseded, e->n_superseded, sizeof *e->superseded, tvx_texts_order);
    for (size_t i = 0; i < e->n; i++)
        if (e->n_superseded == 0 || bsearch(&e->ids[i], e->superseded, e->n_superseded,
                                            sizeof *e->superseded, tvx_texts_order) == NULL)
            return &e->drafts[i];
    return NULL;
}

/* What a draft followed or amended, in byte order; nothing where there is none. */
static int list_links(const earlier *e, const tvx_draft *draft, tvx_texts *out, tvx_error *error)
{
    size_t n = draft == NULL ? 0 : draft->follows.n;
    const char **keys = tvx_arena_new(e->arena, n + 1, sizeof *keys);
    if (keys == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        keys[i] = draft->follows.items[i];
    if (draft != NULL && draft->amends != NULL)
        keys[n++] = draft->amends;
    qsort(keys, n, sizeof *keys, tvx_texts_order);
    *out = (tvx_texts){.items = keys, .n = n};
    return TVX_OK;
}

/* The links of one draft; fresh are those that the record in force before did not have. */
static int link_one(drafts *d, uint32_t number, bool news, const tvx_texts *before, const char *key,
                    tvx_error *error)
{
    bool old = !news || (before->n > 0 && bsearch(&key, before->items, before->n,
                                                  sizeof *before->items, tvx_texts_order) != NULL);
    return put_link(d, number, tvx_stored_find(d->stored, d->n, key), !old, error);
}

static int link_recorded(drafts *d, uint32_t number, tvx_error *error)
{
    const tvx_stored_draft *stored = &d->stored[number];
    const tvx_draft *draft = &stored->draft;
    tvx_logged logged = {0};
    tvx_texts before = {0};
    earlier e = {.arena = &d->arena};
    bool found = false;
    int code = tvx_store_get(d->add->store, d->neg, stored->id, &d->arena, &logged, &found, error);
    bool news = found && logged.of_this_call;
    if (code == TVX_OK && news)
        code = tvx_store_of_key(d->add->store, d->neg, TVX_RECORD_DRAFT, draft->key, look_at, &e,
                                error);
    if (code == TVX_OK && news)
        code = list_links(&e, head_before(&e), &before, error);
    for (size_t i = 0; i < draft->follows.n && code == TVX_OK; i++)
        code = link_one(d, number, news, &before, draft->follows.items[i], error);
    return code != TVX_OK || draft->amends == NULL
               ? code
               : link_one(d, number, news, &before, draft->amends, error);
}

/* A circle that this call closes; n = 0: none. */
static int find_closed(drafts *d, tvx_draft_list *circle, tvx_error *error)
{
    tvx_node *nodes;
    int code = tvx_nodes_make(&nodes, &d->arena, d->stored, d->n, error);
    if (code == TVX_OK)
        code = tvx_order_circle(circle, &d->arena, nodes, d->n, error);
    if (code != TVX_OK || circle->n == 0) /* as nearly always */
        return code;
    for (size_t i = 0; i < d->n && code == TVX_OK; i++)
        code = link_recorded(d, (uint32_t)i, error);
    return code != TVX_OK
               ? code
               : tvx_order_fresh_circle(circle, &d->arena, d->links, d->n_links, d->n, error);
}

static int say_circle(tvx_add *add, const tvx_scope *scope, const char *text, tvx_error *error)
{
    if (add->manner == TVX_ADD_MERGE)
        return tvx_add_warn(add, &scope->circle_place, error, "%s", text);
    int code = tvx_fail(error, TVX_EINPUT, "%s", text);
    tvx_fail_hint(error, "leave one `follows` or `amends` of these out");
    tvx_add_locate(&scope->circle_place, NULL, 0, error);
    return code;
}

static int check_scope(tvx_add *add, const tvx_scope *scope, tvx_error *error)
{
    drafts d;
    tvx_draft_list circle = {0};
    tvx_buf text = {0};
    int code = load_drafts(&d, add, scope->neg, error);
    if (code == TVX_OK)
        code = find_closed(&d, &circle, error);
    if (code == TVX_OK && circle.n > 0) {
        put_circle(&text, &d, &circle);
        code = text.failed ? tvx_fail_memory(error)
                           : say_circle(add, scope, tvx_buf_string(&text), error);
    }
    tvx_buf_dispose(&text);
    tvx_arena_dispose(&d.arena);
    return code;
}

int tvx_add_check_circles(tvx_add *add, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < add->n_scopes && code == TVX_OK; i++)
        if (add->scopes[i]->circles)
            code = check_scope(add, add->scopes[i], error);
    return code;
}

/* --- by what judgements make one --- */

/* True if the draft is shown for one of these keys. */
static bool is_shown_for(const drafts *d, const tvx_joined *joined, uint32_t number,
                         const tvx_texts *keys)
{
    for (size_t i = 0; i < keys->n; i++) {
        uint32_t named = tvx_stored_find(d->stored, d->n, keys->items[i]);
        if (named != TVX_NO_DRAFT && joined->shown != NULL && joined->shown[named] == number)
            return true;
    }
    return false;
}

/* The links of a draft as it is shown; those of the drafts made one are taken for fresh. */
static int link_shown(drafts *d, uint32_t number, bool fresh, tvx_error *error)
{
    const tvx_draft *draft = &d->stored[number].draft;
    int code = TVX_OK;
    for (size_t i = 0; i < draft->follows.n && code == TVX_OK; i++)
        code = put_link(d, number, tvx_stored_find(d->stored, d->n, draft->follows.items[i]), fresh,
                        error);
    return code != TVX_OK || draft->amends == NULL
               ? code
               : put_link(d, number, tvx_stored_find(d->stored, d->n, draft->amends), fresh, error);
}

/* A circle through the draft that these keys are now. */
static int find_through(drafts *d, const tvx_texts *keys, tvx_draft_list *circle, tvx_error *error)
{
    tvx_standing standing = {0};
    tvx_joined joined = {0};
    int code = tvx_standing_load(&standing, &d->arena, d->add->store, d->neg, TVX_KNOWN_ALL, error);
    if (code == TVX_OK)
        code = tvx_stored_join(&joined, &d->arena, d->stored, d->n, &standing.same, error);
    for (uint32_t i = 0; i < d->n && code == TVX_OK; i++)
        code = link_shown(d, i, is_shown_for(d, &joined, i, keys), error);
    return code != TVX_OK
               ? code
               : tvx_order_fresh_circle(circle, &d->arena, d->links, d->n_links, d->n, error);
}

int tvx_add_check_joined(tvx_add *add, int64_t neg, const tvx_texts *keys, tvx_error *error)
{
    drafts d;
    tvx_draft_list circle = {0};
    tvx_buf text = {0};
    int code = load_drafts(&d, add, neg, error);
    if (code == TVX_OK)
        code = find_through(&d, keys, &circle, error);
    if (code == TVX_OK && circle.n > 0) {
        put_circle(&text, &d, &circle);
        code = text.failed
                   ? tvx_fail_memory(error)
                   : tvx_fail(error, TVX_EINPUT, "as one draft they put %s", tvx_buf_string(&text));
        tvx_fail_hint(error, "leave out the key that does not belong there, or mend what it "
                             "follows: travaux draft edit");
    }
    tvx_buf_dispose(&text);
    tvx_arena_dispose(&d.arena);
    return code;
}
