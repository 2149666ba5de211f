/*
 * Reports that have the URL of another one.
 */
#include <string.h>

#include "api/add_internal.h"
#include "base/fail.h"
#include "base/text.h"
#include "codec/record.h"

int tvx_add_note_url(tvx_add *add, const tvx_scope *scope, const tvx_record *record,
                     const tvx_origin_place *place, tvx_error *error)
{
    const tvx_report *report = &record->as.report;
    char other[TVX_ID_HEX + 1];
    if (report->url == NULL)
        return TVX_OK;
    int code = tvx_store_same_url(add->store, scope->neg, report->url, record->id, other, error);
    if (code != TVX_OK || other[0] == '\0')
        return code;
    if (tvx_arena_grow(&add->arena, &add->same_urls, add->n_same_urls, &add->same_urls_capacity,
                       sizeof *add->same_urls) != TVX_OK)
        return tvx_fail_memory(error);
    tvx_same_url *pair = &add->same_urls[add->n_same_urls++];
    *pair = (tvx_same_url){.neg = scope->neg, .place = *place};
    memcpy(pair->id, record->id, sizeof pair->id);
    memcpy(pair->other, other, sizeof pair->other);
    return TVX_OK;
}

/* True in *takes if the report supersedes (by whatever way) or updates the other. */
static int takes_place(tvx_add *add, int64_t neg, const char *id, const char *other, bool *takes,
                       tvx_error *error)
{
    tvx_logged logged = {0};
    tvx_record record;
    bool found = false;
    int code = tvx_store_superseded(add->store, neg, TVX_RECORD_REPORT, NULL, other, takes, error);
    if (code == TVX_OK)
        code = tvx_store_get(add->store, neg, id, &add->record, &logged, &found, error);
    if (code != TVX_OK || !found) {
        *takes = true; /* it was forgotten since */
        return code;
    }
    code = tvx_record_decode(&record, &add->record, id, logged.body, logged.size, error);
    if (code == TVX_OK)
        *takes |= tvx_text_among(other, record.as.report.updates.items, record.as.report.updates.n);
    return code;
}

static int warn_same_url(tvx_add *add, const tvx_same_url *pair, tvx_error *error)
{
    bool takes = false, taken = false;
    tvx_logged logged;
    tvx_record record;
    tvx_arena_clear(&add->record);
    int code = takes_place(add, pair->neg, pair->id, pair->other, &takes, error);
    if (code == TVX_OK)
        code = takes_place(add, pair->neg, pair->other, pair->id, &taken, error);
    if (code != TVX_OK || takes || taken)
        return code;
    bool found = false;
    code = tvx_store_get(add->store, pair->neg, pair->id, &add->record, &logged, &found, error);
    if (code == TVX_OK)
        code = tvx_record_decode(&record, &add->record, pair->id, logged.body, logged.size, error);
    return code != TVX_OK ? code
                          : tvx_add_warn(add, &pair->place, error,
                                         "report %.6s (%s) has the URL of report %.6s, which it "
                                         "neither supersedes nor updates",
                                         pair->id, record.as.report.outlet, pair->other);
}

int tvx_add_warn_urls(tvx_add *add, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < add->n_same_urls && code == TVX_OK; i++)
        code = warn_same_url(add, &add->same_urls[i], error);
    return code;
}
