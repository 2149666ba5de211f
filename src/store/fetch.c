/*
 * Whole reports in force, outlets' spellings, URLs.
 */
#include "store/fetch.h"
#include "base/fail.h"
#include "base/text.h"
#include "codec/record.h"

int tvx_fetch_updated(tvx_store *store, const tvx_asked *asked, tvx_stored_report *report,
                      tvx_error *error)
{
    tvx_rows rows;
    report->updated[0] = '\0';
    tvx_rows_open(&rows, store, TVX_SQL_UPDATER, error, "iiii", asked->neg, report->number,
                  asked->known_by, asked->without);
    if (tvx_rows_next(&rows))
        tvx_rows_id(&rows, 0, report->updated);
    return tvx_rows_close(&rows);
}

/* Fills *out, which lives in the arena, from a row with a whole report. */
static int read_report(const tvx_rows *rows, const tvx_asked *asked, tvx_arena *arena,
                       tvx_stored_report *out)
{
    tvx_record record;
    size_t n;
    *out = (tvx_stored_report){.number = tvx_rows_int(rows, 0)};
    tvx_rows_id(rows, 1, out->id);
    const char *body = tvx_rows_bytes(rows, 2, &n);
    int code = tvx_record_decode(&record, arena, out->id, body, n, rows->error);
    if (code != TVX_OK)
        return code;
    out->report = record.as.report;
    return tvx_fetch_updated(rows->store, asked, out, rows->error);
}

/* Hands every report of an open statement to the callback; closes it. */
static int each_report(tvx_rows *rows, const tvx_asked *asked, tvx_report_callback callback,
                       void *payload)
{
    tvx_arena arena = {0};
    while (tvx_rows_next(rows)) {
        tvx_stored_report stored;
        rows->code = read_report(rows, asked, &arena, &stored);
        if (rows->code == TVX_OK)
            rows->code = callback(payload, &stored, rows->error);
        tvx_arena_clear(&arena);
    }
    tvx_arena_dispose(&arena);
    return tvx_rows_close(rows);
}

int tvx_store_reports(tvx_store *store, const tvx_asked *asked, tvx_report_callback callback,
                      void *payload, tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_REPORTS, error, "iii", asked->neg, asked->known_by,
                  asked->without);
    return each_report(&rows, asked, callback, payload);
}

int tvx_store_naming(tvx_store *store, const tvx_asked *asked, int64_t draft,
                     tvx_report_callback callback, void *payload, tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_NAMING, error, "iiii", asked->neg, asked->known_by,
                  asked->without, draft);
    return each_report(&rows, asked, callback, payload);
}

int tvx_store_report(tvx_store *store, const tvx_asked *asked, const char *id, tvx_arena *arena,
                     tvx_stored_report *out, bool *found, tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_REPORT, error, "iiih", asked->neg, asked->known_by,
                  asked->without, id);
    *found = tvx_rows_next(&rows);
    if (*found)
        rows.code = read_report(&rows, asked, arena, out);
    return tvx_rows_close(&rows);
}

int tvx_store_spelling(tvx_store *store, const tvx_asked *asked, const char *outlet,
                       tvx_arena *arena, const char **out, tvx_error *error)
{
    tvx_rows rows;
    const char *folded = tvx_text_fold_name(arena, outlet);
    if (folded == NULL)
        return tvx_fail_memory(error);
    tvx_rows_open(&rows, store, TVX_SQL_SPELLING, error, "iiit", asked->neg, asked->known_by,
                  asked->without, folded);
    *out = tvx_arena_text(arena, tvx_rows_next(&rows) ? tvx_rows_text(&rows, 0) : outlet);
    if (*out == NULL)
        rows.code = tvx_fail_memory(error);
    return tvx_rows_close(&rows);
}

int tvx_store_spellings(tvx_store *store, const tvx_asked *asked, tvx_text_callback callback,
                        void *payload, tvx_error *error)
{
    tvx_rows rows;
    tvx_rows_open(&rows, store, TVX_SQL_SPELLINGS, error, "iii", asked->neg, asked->known_by,
                  asked->without);
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
