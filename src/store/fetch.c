/*
 * Whole reports in force, outlets' spellings, URLs.
 */
#include "base/fail.h"
#include "base/text.h"
#include "codec/record.h"
#include "store/sql.h"

static int hand_report(const tvx_rows *rows, tvx_arena *arena, tvx_report_callback callback,
                       void *payload)
{
    tvx_stored_report stored = {.number = tvx_rows_int(rows, 0)};
    tvx_record record;
    size_t n;
    tvx_rows_id(rows, 1, stored.id);
    const char *body = tvx_rows_bytes(rows, 2, &n);
    int code = tvx_record_decode(&record, arena, stored.id, body, n, rows->error);
    if (code != TVX_OK)
        return code;
    stored.report = record.as.report;
    return callback(payload, &stored, rows->error);
}

int tvx_store_reports(tvx_store *store, const tvx_asked *asked, tvx_report_callback callback,
                      void *payload, tvx_error *error)
{
    tvx_rows rows;
    tvx_arena arena = {0};
    tvx_rows_open(&rows, store, TVX_SQL_REPORTS, error, "ii", asked->neg, asked->known_by);
    while (tvx_rows_next(&rows)) {
        rows.code = hand_report(&rows, &arena, callback, payload);
        tvx_arena_clear(&arena);
    }
    tvx_arena_dispose(&arena);
    return tvx_rows_close(&rows);
}

int tvx_store_spelling(tvx_store *store, const tvx_asked *asked, const char *outlet,
                       tvx_arena *arena, const char **out, tvx_error *error)
{
    tvx_rows rows;
    const char *folded = tvx_text_fold(arena, outlet);
    if (folded == NULL)
        return tvx_fail_memory(error);
    tvx_rows_open(&rows, store, TVX_SQL_SPELLING, error, "iti", asked->neg, folded,
                  asked->known_by);
    *out = tvx_arena_text(arena, tvx_rows_next(&rows) ? tvx_rows_text(&rows, 0) : outlet);
    if (*out == NULL)
        rows.code = tvx_fail_memory(error);
    return tvx_rows_close(&rows);
}

int tvx_store_spellings(tvx_store *store, const tvx_asked *asked, tvx_text_callback callback,
                        void *payload, tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_SPELLINGS, error, "ii", asked->neg, asked->known_by);
    while (tvx_rows_next(&rows))
        rows.code = callback(payload, tvx_rows_text(&rows, 0), error);
    return tvx_rows_close(&rows);
}

int tvx_store_same_url(tvx_store *store, int64_t neg, const char *url, const char *not_id,
                       char id[TVX_ID_HEX + 1], tvx_error *error)
{
    tvx_rows rows;
    id[0] = '\0';
    tvx_rows_open(&rows, store, TVX_SQL_SAME_URL, error, "ith", neg, url, not_id);
    if (tvx_rows_next(&rows))
        tvx_rows_id(&rows, 0, id);
    return tvx_rows_close(&rows);
}
