/*
 * Which report in force updates which: what a report names may be superseded, or come later.
 */
#include "store/index.h"

static int link_reports(tvx_store *store, int64_t neg, int64_t report, int64_t updater,
                        tvx_error *error)
{
    if (report < 0 || report == updater)
        return TVX_OK;
    return tvx_run(store, TVX_SQL_ADD_UPDATED, error, "iii", neg, report, updater);
}

static int add_update(tvx_store *store, int64_t neg, int64_t updater, const char *old,
                      tvx_error *error)
{
    char in_force[TVX_ID_HEX + 1];
    int64_t report = -1;
    int code = tvx_run(store, TVX_SQL_ADD_UPDATING, error, "ihi", neg, old, updater);
    if (code == TVX_OK)
        code = tvx_store_stands_for(store, neg, TVX_RECORD_REPORT, old, in_force, error);
    if (code == TVX_OK)
        code = tvx_index_report_number(store, neg, in_force, &report, error);
    return code != TVX_OK ? code : link_reports(store, neg, report, updater, error);
}

int tvx_index_updates(tvx_store *store, int64_t neg, int64_t number, const tvx_texts *updates,
                      tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < updates->n && code == TVX_OK; i++)
        code = add_update(store, neg, number, updates->items[i], error);
    return code;
}

static int link_updaters(tvx_store *store, int64_t neg, int64_t report, const char *old,
                         tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_UPDATING, error, "ih", neg, old);
    while (tvx_rows_next(&rows))
        rows.code = link_reports(store, neg, report, tvx_rows_int(&rows, 0), error);
    return tvx_rows_close(&rows);
}

int tvx_index_updated(tvx_store *store, int64_t neg, const char *in_force, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_texts named;
    int64_t report;
    int code = tvx_index_report_number(store, neg, in_force, &report, error);
    if (code != TVX_OK || report < 0)
        return code;
    code = tvx_run(store, TVX_SQL_DELETE_UPDATED, error, "ii", neg, report);
    if (code == TVX_OK)
        code = tvx_index_ancestors(store, neg, TVX_RECORD_REPORT, in_force, &arena, &named, error);
    for (size_t i = 0; code == TVX_OK && i < named.n; i++)
        code = link_updaters(store, neg, report, named.items[i], error);
    tvx_arena_dispose(&arena);
    return code;
}
