/*
 * The histories of reports and judgements, which have no key: what `supersedes` links.
 */
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "base/texts.h"
#include "store/id_set.h"
#include "store/index.h"

/* Adds what a statement finds linked to a record. */
static int add_linked(tvx_store *store, tvx_statement links, int64_t neg, tvx_record_kind kind,
                      const char *id, tvx_id_set *group, tvx_error *error)
{
    tvx_rows rows;
    char other[TVX_ID_HEX + 1];
    bool is_new;
    tvx_rows_open(&rows, store, links, error, "ihi", neg, id, (int64_t)kind);
    while (tvx_rows_next(&rows)) {
        tvx_rows_id(&rows, 0, other);
        rows.code = tvx_id_set_add(group, other, &is_new, error);
    }
    return tvx_rows_close(&rows);
}

int tvx_index_live(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id, bool *live,
                   tvx_error *error)
{
    bool superseded = false;
    int64_t is = -1;
    int code = tvx_store_superseded(store, neg, kind, NULL, id, &superseded, error);
    if (code == TVX_OK && !superseded)
        code = tvx_run_int(store, TVX_SQL_KIND, &is, -1, error, "ih", neg, id);
    *live = is == (int64_t)kind;
    return code;
}

/* The first live one of a group. */
static int find_in_force(tvx_store *store, int64_t neg, tvx_record_kind kind,
                         const tvx_texts *group, const char **in_force, tvx_error *error)
{
    int code = TVX_OK;
    bool live = false;
    *in_force = "";
    for (size_t i = 0; i < group->n && code == TVX_OK && !live; i++) {
        code = tvx_index_live(store, neg, kind, group->items[i], &live, error);
        if (live)
            *in_force = group->items[i];
    }
    return code;
}

/* All that a statement links to a record, through others too; itself included, ascending. */
static int collect(tvx_store *store, tvx_statement links, int64_t neg, tvx_record_kind kind,
                   const char *id, tvx_arena *arena, tvx_texts *out, tvx_error *error)
{
    tvx_id_set ids = {.arena = arena};
    bool is_new;
    int code = tvx_id_set_add(&ids, id, &is_new, error);
    for (size_t i = 0; i < ids.n && code == TVX_OK; i++)
        code = add_linked(store, links, neg, kind, ids.items[i], &ids, error);
    if (code != TVX_OK)
        return code;
    qsort(ids.items, ids.n, sizeof *ids.items, tvx_texts_order);
    *out = (tvx_texts){.items = ids.items, .n = ids.n};
    return TVX_OK;
}

int tvx_index_group(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                    tvx_arena *arena, tvx_texts *group, const char **in_force, tvx_error *error)
{
    int code = collect(store, TVX_SQL_RELATED, neg, kind, id, arena, group, error);
    return code != TVX_OK ? code : find_in_force(store, neg, kind, group, in_force, error);
}

int tvx_index_ancestors(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                        tvx_arena *arena, tvx_texts *out, tvx_error *error)
{
    return collect(store, TVX_SQL_PREDECESSORS, neg, kind, id, arena, out, error);
}
