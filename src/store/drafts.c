/*
 * Drafts in force.
 */
#include "base/fail.h"
#include "base/text.h"
#include "codec/pack.h"
#include "model/shape.h"
#include "store/sql.h"

static int read_draft(const tvx_rows *rows, tvx_arena *arena, tvx_stored_draft *out)
{
    size_t n;
    const char *bytes = tvx_rows_bytes(rows, 2, &n);
    char *copy = tvx_arena_slice(arena, bytes, n);
    if (copy == NULL)
        return tvx_fail_memory(rows->error);
    *out = (tvx_stored_draft){.name = tvx_rows_int(rows, 0), .known = tvx_rows_int(rows, 3) != 0};
    tvx_rows_id(rows, 1, out->id);
    return tvx_unpack(&out->draft, arena, tvx_shape_of(TVX_RECORD_DRAFT), copy, n, rows->error);
}

int tvx_store_drafts(tvx_store *store, const tvx_asked *asked, tvx_arena *arena,
                     tvx_stored_draft **out, size_t *n, tvx_error *error)
{
    tvx_rows rows;
    size_t capacity = 0;
    *out = NULL;
    *n = 0;
    tvx_rows_open(&rows, store, TVX_SQL_DRAFTS, error, "iii", asked->neg, asked->known_by,
                  asked->without);
    while (tvx_rows_next(&rows)) {
        if (tvx_arena_grow(arena, out, *n, &capacity, sizeof **out) != TVX_OK)
            rows.code = tvx_fail_memory(error);
        else
            rows.code = read_draft(&rows, arena, &(*out)[(*n)++]);
    }
    return tvx_rows_close(&rows);
}

int tvx_store_followed(tvx_store *store, int64_t neg, const char *key, bool *followed,
                       tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_FOLLOWED, error, "it", neg, key);
    *followed = tvx_rows_next(&rows);
    return tvx_rows_close(&rows);
}
