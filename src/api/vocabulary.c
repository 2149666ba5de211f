/*
 * The vocabulary of a negotiation, from its records.
 */
#include "api/internal.h"
#include "base/fail.h"
#include "codec/record.h"

typedef struct loader {
    tvx_arena *arena;
    tvx_store *store;
    int64_t neg;
    tvx_term *terms;
    size_t n_terms, terms_capacity;
    tvx_old_variant *old;
    size_t n_old, old_capacity;
    tvx_party *parties;
    size_t n_parties, parties_capacity;
} loader;

/* Decodes a record whose texts stay in the arena. */
static int decode(loader *l, const tvx_logged *logged, tvx_record *out, tvx_error *error)
{
    return tvx_record_decode(out, l->arena, logged->id, logged->body, logged->size, error);
}

static int keep_term(void *payload, const tvx_logged *logged, tvx_error *error)
{
    loader *l = payload;
    tvx_record record;
    int code = decode(l, logged, &record, error);
    if (code == TVX_OK && tvx_arena_grow(l->arena, &l->terms, l->n_terms, &l->terms_capacity,
                                         sizeof *l->terms) != TVX_OK)
        code = tvx_fail_memory(error);
    if (code == TVX_OK)
        l->terms[l->n_terms++] = record.as.term;
    return code;
}

/* What any record of a term declared stays declared. */
static int keep_variants(void *payload, const tvx_logged *logged, tvx_error *error)
{
    loader *l = payload;
    tvx_record record;
    int code = decode(l, logged, &record, error);
    const tvx_term *term = &record.as.term;
    for (size_t i = 0; code == TVX_OK && i < term->variants.n; i++) {
        if (tvx_arena_grow(l->arena, &l->old, l->n_old, &l->old_capacity, sizeof *l->old) != TVX_OK)
            return tvx_fail_memory(error);
        l->old[l->n_old++] =
            (tvx_old_variant){.term = term->key, .variant = term->variants.items[i]};
    }
    return code;
}

static int keep_party(void *payload, const tvx_logged *logged, tvx_error *error)
{
    loader *l = payload;
    tvx_record record;
    int code = decode(l, logged, &record, error);
    if (code == TVX_OK && tvx_arena_grow(l->arena, &l->parties, l->n_parties, &l->parties_capacity,
                                         sizeof *l->parties) != TVX_OK)
        code = tvx_fail_memory(error);
    if (code == TVX_OK)
        l->parties[l->n_parties++] = record.as.party;
    return code;
}

int tvx_vocabulary_load(tvx_vocabulary *out, tvx_arena *arena, tvx_store *store, int64_t neg,
                        const tvx_negotiation *negotiation, tvx_error *error)
{
    loader l = {.arena = arena, .store = store, .neg = neg};
    int code = tvx_store_in_force(store, neg, TVX_RECORD_TERM, keep_term, &l, error);
    for (size_t i = 0; i < l.n_terms && code == TVX_OK; i++)
        code =
            tvx_store_of_key(store, neg, TVX_RECORD_TERM, l.terms[i].key, keep_variants, &l, error);
    if (code == TVX_OK)
        code = tvx_store_in_force(store, neg, TVX_RECORD_PARTY, keep_party, &l, error);
    return code != TVX_OK ? code
                          : tvx_vocabulary_make(out, arena, l.terms, l.n_terms, &negotiation->order,
                                                l.old, l.n_old, l.parties, l.n_parties, error);
}
