/*
 * Judgements in force as rulings: each with the report that its target stands for.
 */
#include "api/internal.h"
#include "base/fail.h"
#include "codec/record.h"

typedef struct loader {
    tvx_arena *arena;
    tvx_ruling *rulings;
    size_t n, capacity;
} loader;

static int keep_judgement(void *payload, const tvx_logged *logged, tvx_error *error)
{
    loader *l = payload;
    tvx_record record;
    int code = tvx_record_decode(&record, l->arena, logged->id, logged->body, logged->size, error);
    if (code != TVX_OK)
        return code;
    const char *id = tvx_arena_text(l->arena, logged->id);
    tvx_judgement *judgement = tvx_arena_new(l->arena, 1, sizeof *judgement);
    if (id == NULL || judgement == NULL ||
        tvx_arena_grow(l->arena, &l->rulings, l->n, &l->capacity, sizeof *l->rulings) != TVX_OK)
        return tvx_fail_memory(error);
    *judgement = record.as.judgement;
    l->rulings[l->n++] = (tvx_ruling){.id = id, .judgement = judgement};
    return TVX_OK;
}

static int find_report(tvx_ruling *ruling, tvx_arena *arena, tvx_store *store, int64_t neg,
                       tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    const char *given = ruling->judgement->report;
    if (given == NULL)
        return TVX_OK;
    int code = tvx_store_stands_for(store, neg, TVX_RECORD_REPORT, given, id, error);
    if (code != TVX_OK || id[0] == '\0')
        return code;
    ruling->report = tvx_arena_text(arena, id);
    return ruling->report == NULL ? tvx_fail_memory(error) : TVX_OK;
}

int tvx_standing_load(tvx_standing *out, tvx_arena *arena, tvx_store *store, int64_t neg,
                      int64_t known_latest, tvx_error *error)
{
    loader l = {.arena = arena};
    int code = tvx_store_in_force(store, neg, TVX_RECORD_JUDGEMENT, keep_judgement, &l, error);
    for (size_t i = 0; i < l.n && code == TVX_OK; i++)
        code = find_report(&l.rulings[i], arena, store, neg, error);
    return code != TVX_OK ? code
                          : tvx_standing_make(out, arena, l.rulings, l.n, known_latest, error);
}
