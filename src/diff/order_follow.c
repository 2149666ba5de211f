/*
 * What each known draft follows, from the first to the last. A draft that is not known gives way
 * to what it follows itself; where that is by its date alone, to the nearest before that date.
 */
#include <stdlib.h>

#include "diff/order_parts.h"
#include "travaux/error.h"

/* What a draft that is not known gives way to, once it was asked for. */
typedef struct instead {
    bool made;
    bool implied;
    tvx_draft_list list;
} instead;

typedef struct following {
    tvx_ordering *o;
    tvx_nearest nearest;
    uint32_t *skip; /* of a draft not known that has one link, to such another: that; else itself */
    bool *skip_implied; /* the way there is implied */
    instead *insteads;
    size_t *met; /* twice the search that met it last, and one more if in so many words */
    size_t search;
    uint32_t *found; /* ranks */
    size_t n_found;
    bool found_implied;           /* some of them are implied */
    bool by_date;                 /* some of them may be found by a date */
    uint32_t *explicit, *implied; /* drafts that are not known, yet to be gone through */
    size_t n_explicit, n_implied;
} following;

static bool known(const following *f, uint32_t draft)
{
    return tvx_ordering_node(f->o, draft)->known;
}

/* Its links, but for the date. */
static tvx_links links_of(const following *f, uint32_t draft)
{
    switch (tvx_ordering_footing(f->o, draft)) {
    case TVX_FOOTING_FOLLOWS:
        return f->o->follows[draft];
    case TVX_FOOTING_AMENDS:
        return (tvx_links){&f->o->amends[draft], 1};
    case TVX_FOOTING_DATE:
        break;
    }
    return (tvx_links){0};
}

static void start_skips(following *f)
{
    for (uint32_t i = 0; i < f->o->n; i++) {
        tvx_links links = links_of(f, i);
        bool skips = !known(f, i) && links.n == 1 && !known(f, links.items[0]);
        f->skip[i] = skips ? links.items[0] : i;
        f->skip_implied[i] = skips && tvx_ordering_footing(f->o, i) == TVX_FOOTING_AMENDS;
    }
}

/* Goes down a line of drafts that are not known, shortening it for the next who comes. */
static uint32_t skip(following *f, uint32_t draft, bool *implied)
{
    while (f->skip[draft] != draft) {
        uint32_t next = f->skip[draft];
        f->skip_implied[draft] = f->skip_implied[draft] || f->skip_implied[next];
        f->skip[draft] = f->skip[next];
        *implied = *implied || f->skip_implied[draft];
        draft = f->skip[draft];
    }
    return draft;
}

static void reach(following *f, uint32_t draft, bool implied)
{
    draft = skip(f, draft, &implied);
    size_t met = 2 * f->search + (implied ? 0 : 1);
    if (f->met[draft] >= met)
        return;
    f->met[draft] = met;
    if (known(f, draft)) {
        f->found[f->n_found++] = f->o->ranks[draft];
        f->found_implied = f->found_implied || implied;
    } else if (implied) {
        f->implied[f->n_implied++] = draft;
    } else {
        f->explicit[f->n_explicit++] = draft;
    }
}

static int find_by_date(tvx_draft_list *out, following *f, uint32_t draft)
{
    const tvx_date *date = tvx_ordering_node(f->o, draft)->date;
    *out = (tvx_draft_list){0};
    if (date == NULL || tvx_ordering_footing(f->o, draft) != TVX_FOOTING_DATE)
        return TVX_OK;
    f->by_date = true;
    return tvx_nearest_find(out, &f->nearest, date);
}

/* True if what the draft gives way to is known already. */
static bool take_made(following *f, uint32_t draft, bool implied)
{
    const instead *made = &f->insteads[draft];
    if (!made->made || (made->implied && !implied))
        return false;
    for (size_t i = 0; i < made->list.n; i++)
        reach(f, f->o->inside[made->list.items[i]], implied);
    return true;
}

static int go_through_implied(following *f, uint32_t draft)
{
    if (take_made(f, draft, true))
        return TVX_OK;
    tvx_links links = links_of(f, draft);
    for (size_t i = 0; i < links.n; i++)
        reach(f, links.items[i], true);
    tvx_draft_list list;
    int rc = find_by_date(&list, f, draft);
    for (size_t i = 0; i < list.n; i++)
        reach(f, f->o->inside[list.items[i]], true);
    return rc;
}

static void go_through_explicit(following *f, uint32_t draft)
{
    if (take_made(f, draft, false))
        return;
    if (tvx_ordering_footing(f->o, draft) != TVX_FOOTING_FOLLOWS) {
        f->implied[f->n_implied++] = draft;
        return;
    }
    for (size_t i = 0; i < f->o->follows[draft].n; i++)
        reach(f, f->o->follows[draft].items[i], false);
}

/* What some record says it follows comes first: what is found again by implication stays that. */
static int search(following *f)
{
    while (f->n_explicit > 0)
        go_through_explicit(f, f->explicit[--f->n_explicit]);
    int rc = TVX_OK;
    while (f->n_implied > 0 && rc == TVX_OK)
        rc = go_through_implied(f, f->implied[--f->n_implied]);
    return rc;
}

static int take_found(tvx_draft_list *out, following *f)
{
    uint32_t *items = tvx_arena_new(f->o->arena, f->n_found, sizeof *items);
    if (items == NULL)
        return TVX_ENOMEM;
    qsort(f->found, f->n_found, sizeof *f->found, tvx_order_ascending);
    for (size_t i = 0; i < f->n_found; i++)
        items[i] = f->o->given[f->o->listed[f->found[i]]];
    *out = (tvx_draft_list){items, f->n_found};
    return TVX_OK;
}

/* The drafts that the links lead to. */
static int follow_links(instead *out, following *f, tvx_links links)
{
    f->search++;
    f->n_found = 0;
    f->found_implied = f->by_date = false;
    for (size_t i = 0; i < links.n; i++)
        reach(f, links.items[i], false);
    int rc = search(f);
    if (rc == TVX_OK)
        rc = take_found(&out->list, f);
    out->made = !f->by_date; /* what a date finds depends on what is listed by then */
    out->implied = f->found_implied;
    return rc;
}

/* One link to a draft that is not known: all that have the same share one list. */
static int follow_instead(instead *out, following *f, tvx_links link)
{
    bool implied = false;
    uint32_t draft = skip(f, link.items[0], &implied);
    instead *made = &f->insteads[draft];
    int rc = TVX_OK;
    if (tvx_ordering_footing(f->o, draft) == TVX_FOOTING_DATE)
        rc = find_by_date(&made->list, f, draft);
    else if (!made->made)
        rc = follow_links(made, f, (tvx_links){&draft, 1});
    *out = *made;
    out->implied =
        made->implied || implied || tvx_ordering_footing(f->o, draft) == TVX_FOOTING_DATE;
    return rc;
}

static int follow(following *f, uint32_t draft)
{
    tvx_ordering *o = f->o;
    tvx_place *place = &o->places[o->given[draft]];
    tvx_links links = links_of(f, draft);
    tvx_footing footing = tvx_ordering_footing(o, draft);
    instead found = {0};
    int rc = TVX_OK;
    if (footing == TVX_FOOTING_DATE)
        rc = find_by_date(&found.list, f, draft);
    else if (links.n == 1 && !known(f, links.items[0]))
        rc = follow_instead(&found, f, links);
    else if (links.n > 0)
        rc = follow_links(&found, f, links);
    place->follows = found.list;
    place->implied = found.list.n > 0 && (found.implied || footing != TVX_FOOTING_FOLLOWS);
    tvx_nearest_list(&f->nearest, draft);
    return rc;
}

static int make_room(following *f)
{
    tvx_ordering *o = f->o;
    uint32_t **lists[] = {&f->skip, &f->found, &f->explicit};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        *lists[i] = tvx_arena_new(o->scratch, o->n, sizeof **lists[i]);
        if (*lists[i] == NULL)
            return TVX_ENOMEM;
    }
    /* One met by implication and then in so many words may have to be gone through twice. */
    f->implied = tvx_arena_new(o->scratch, o->n, 2 * sizeof *f->implied);
    f->met = tvx_arena_new(o->scratch, o->n, sizeof *f->met);
    f->skip_implied = tvx_arena_new(o->scratch, o->n, sizeof *f->skip_implied);
    f->insteads = tvx_arena_new(o->scratch, o->n, sizeof *f->insteads);
    if (f->implied == NULL || f->met == NULL || f->skip_implied == NULL || f->insteads == NULL)
        return TVX_ENOMEM;
    return tvx_nearest_start(&f->nearest, o);
}

static void place_amends(tvx_ordering *o, uint32_t draft)
{
    tvx_place *place = &o->places[o->given[draft]];
    uint32_t amends = o->amends[draft];
    bool there = amends != TVX_NO_DRAFT && tvx_ordering_node(o, amends)->known;
    place->amends = there ? o->given[amends] : TVX_NO_DRAFT;
    place->rank = o->ranks[draft];
}

int tvx_order_follow(tvx_ordering *o)
{
    following f = {.o = o};
    int rc = make_room(&f);
    if (rc != TVX_OK)
        return rc;
    start_skips(&f);
    for (uint32_t i = 0; i < o->n; i++)
        place_amends(o, i);
    for (size_t i = 0; i < o->n_listed && rc == TVX_OK; i++)
        rc = follow(&f, o->listed[i]);
    return rc;
}
