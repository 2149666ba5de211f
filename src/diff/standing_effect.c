/* Which judgements are in effect: known by the date, and withdrawn by none that is in effect. */
#include <stdlib.h>
#include <string.h>

#include "diff/standing_parts.h"
#include "model/date.h"

int tvx_ruling_compare(const tvx_ruling *a, const tvx_ruling *b)
{
    int order = tvx_date_compare(&b->judgement->dated, &a->judgement->dated);
    return order != 0 ? order : strcmp(a->id, b->id);
}

/*
 * The known judgements, each with the one that it withdraws. Whether one is in effect is settled
 * once all that withdraw it are; those in a circle never are.
 */
typedef struct settling {
    const tvx_ruling **known; /* by id */
    size_t n;
    size_t *withdraws; /* which of them, or NOTHING */
    size_t *open;      /* how many that withdraw it are not settled yet */
    bool *revoked;
    size_t *settled; /* in the order in which they were */
    size_t n_settled;
} settling;

#define NOTHING SIZE_MAX

static int by_id(const void *a, const void *b)
{
    return strcmp((*(const tvx_ruling *const *)a)->id, (*(const tvx_ruling *const *)b)->id);
}

static int by_holding(const void *a, const void *b)
{
    return tvx_ruling_compare(*(const tvx_ruling *const *)a, *(const tvx_ruling *const *)b);
}

static bool make_room(settling *s, tvx_arena *arena, size_t n)
{
    s->known = tvx_arena_new(arena, n, sizeof(const tvx_ruling *));
    s->withdraws = tvx_arena_new(arena, n, sizeof *s->withdraws);
    s->open = tvx_arena_new(arena, n, sizeof *s->open);
    s->revoked = tvx_arena_new(arena, n, sizeof *s->revoked);
    s->settled = tvx_arena_new(arena, n, sizeof *s->settled);
    return s->known != NULL && s->withdraws != NULL && s->open != NULL && s->revoked != NULL &&
           s->settled != NULL;
}

static void list_known(settling *s, const tvx_ruling *rulings, size_t n, int64_t known_latest)
{
    for (size_t i = 0; i < n; i++)
        if (tvx_ruling_known(&rulings[i], known_latest))
            s->known[s->n++] = &rulings[i];
    if (s->n > 1)
        qsort(s->known, s->n, sizeof(const tvx_ruling *), by_id);
}

/* What a judgement withdraws, if that is known. */
static size_t target_of(const settling *s, const tvx_ruling *ruling)
{
    if (ruling->judgement->act != TVX_ACT_WITHDRAW || ruling->judgement->judgement == NULL)
        return NOTHING;
    const tvx_ruling key = {.id = ruling->judgement->judgement}, *at = &key;
    const tvx_ruling **found = bsearch(&at, s->known, s->n, sizeof(const tvx_ruling *), by_id);
    return found != NULL ? (size_t)(found - s->known) : NOTHING;
}

static void settle(settling *s, size_t ruling)
{
    s->settled[s->n_settled++] = ruling;
}

static void settle_all(settling *s)
{
    for (size_t i = 0; i < s->n; i++) {
        s->withdraws[i] = target_of(s, s->known[i]);
        if (s->withdraws[i] != NOTHING)
            s->open[s->withdraws[i]]++;
    }
    for (size_t i = 0; i < s->n; i++)
        if (s->open[i] == 0)
            settle(s, i);
    for (size_t done = 0; done < s->n_settled; done++) {
        size_t ruling = s->settled[done], target = s->withdraws[ruling];
        if (target == NOTHING)
            continue;
        if (!s->revoked[ruling])
            s->revoked[target] = true;
        if (--s->open[target] == 0)
            settle(s, target);
    }
}

int tvx_rulings_in_effect(tvx_rulings *out, tvx_arena *arena, const tvx_ruling *rulings, size_t n,
                          int64_t known_latest)
{
    settling s = {0};
    *out = (tvx_rulings){.items = tvx_arena_new(arena, n, sizeof(const tvx_ruling *))};
    if (out->items == NULL || !make_room(&s, arena, n))
        return TVX_ENOMEM;
    list_known(&s, rulings, n, known_latest);
    settle_all(&s);
    for (size_t i = 0; i < s.n_settled; i++)
        if (!s.revoked[s.settled[i]])
            out->items[out->n++] = s.known[s.settled[i]];
    if (out->n > 1)
        qsort(out->items, out->n, sizeof(const tvx_ruling *), by_holding);
    return TVX_OK;
}
