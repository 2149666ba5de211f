/*
 * The log as it was at a time, in a file of its own.
 */
#include "base/fail.h"
#include "codec/record.h"
#include "store/index.h"
#include "store/open.h"

typedef struct copying {
    tvx_store *to;
    int64_t recorded_by;
    const tvx_negotiation_entry *negotiation; /* entered with its first record */
    bool entered;
} copying;

static int enter_negotiation(copying *c, tvx_error *error)
{
    if (c->entered)
        return TVX_OK;
    c->entered = true;
    return tvx_run(c->to, TVX_SQL_ADD_NEGOTIATION, error, "it", c->negotiation->neg,
                   c->negotiation->key);
}

/* What is forgotten now is not there whatever the time: no list of it is needed to read. */
static int copy_record(void *payload, const tvx_logged *logged, tvx_error *error)
{
    copying *c = payload;
    tvx_arena arena = {0};
    tvx_record record;
    if (logged->recorded > c->recorded_by)
        return TVX_OK;
    int code = enter_negotiation(c, error);
    if (code == TVX_OK)
        code = tvx_run(c->to, TVX_SQL_ADD_CALL, error, "iiit", logged->neg, logged->call,
                       logged->recorded, logged->command);
    if (code == TVX_OK)
        code = tvx_run(c->to, TVX_SQL_ADD_RECORD, error, "ihibiii", logged->neg, logged->id,
                       (int64_t)logged->kind, logged->body, logged->size, logged->call,
                       c->to->call_place++, (int64_t)logged->inlined);
    if (code == TVX_OK)
        code = tvx_record_decode(&record, &arena, logged->id, logged->body, logged->size, error);
    if (code == TVX_OK)
        code = tvx_index_add(c->to, logged->neg, &record, error);
    tvx_arena_dispose(&arena);
    return code;
}

static int copy_log(tvx_store *to, tvx_store *from, int64_t recorded_by, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_negotiation_entry *all;
    size_t n;
    int code = tvx_store_negotiations(from, &arena, &all, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        copying c = {.to = to, .recorded_by = recorded_by, .negotiation = &all[i]};
        code = tvx_store_log(from, all[i].neg, copy_record, &c, error);
    }
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_store_as_of(tvx_store **out, tvx_store *store, int64_t recorded_by, tvx_error *error)
{
    tvx_store *copy;
    int code = tvx_open_private(&copy, store->path, error);
    if (code == TVX_OK)
        code = tvx_store_begin_write(copy, error);
    if (code == TVX_OK)
        code = copy_log(copy, store, recorded_by, error);
    if (code == TVX_OK)
        code = tvx_store_commit(copy, error);
    if (code != TVX_OK) {
        tvx_store_free(copy);
        copy = NULL;
    }
    *out = copy;
    return code;
}
