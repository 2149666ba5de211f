/*
 * Looking a file over: faults of the file, then what an editor would want to know of each
 * negotiation.
 */
#include "api/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

static int find(const tvx_inspection *in, tvx_finding_level level, tvx_error *error,
                const char *text)
{
    return in->callback(in->payload, level, text, error);
}

int tvx_check_remark(const tvx_inspection *in, tvx_error *error, const char *format, ...)
{
    char line[256], *text = line;
    va_list args;
    va_start(args, format);
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (n >= (int)sizeof line) {
        text = tvx_mem_new((size_t)n + 1, 1);
        if (text == NULL)
            return tvx_fail_memory(error);
        va_start(args, format);
        vsnprintf(text, (size_t)n + 1, format, args);
        va_end(args);
    }
    int code = find(in, TVX_FINDING_REMARK, error, text);
    if (text != line)
        tvx_mem_free(text);
    return code;
}

/* --- the file --- */

static int tell_fault(void *payload, const char *text, tvx_error *error)
{
    return find(payload, TVX_FINDING_FAULT, error, text);
}

static int not_compared(const tvx_inspection *in, const tvx_error *why, tvx_error *error)
{
    return tvx_check_remark(in, error, "the indexes were not compared: %s", why->message);
}

static int compare_indexes(const tvx_inspection *in, tvx_error *error)
{
    tvx_store *store = in->file->store;
    char before[TVX_ID_HEX + 1], after[TVX_ID_HEX + 1];
    tvx_error locked = {0};
    int code = tvx_store_begin_write(store, &locked);
    if (code != TVX_OK)
        return not_compared(in, &locked, error);
    code = tvx_store_index_digest(store, before, error);
    if (code == TVX_OK)
        code = tvx_store_rebuild(store, &locked);
    if (code == TVX_EIO) { /* a file that may be read, but not written to, or no room */
        tvx_store_rollback(store);
        return not_compared(in, &locked, error);
    }
    if (code != TVX_OK && error != NULL && error->code == TVX_OK)
        *error = locked;
    if (code == TVX_OK)
        code = tvx_store_index_digest(store, after, error);
    tvx_store_rollback(store);
    if (code == TVX_OK && strcmp(before, after) != 0)
        code = find(in, TVX_FINDING_FAULT, error,
                    "the indexes differ from what the records say: travaux rebuild mends them");
    return code;
}

/* --- one negotiation --- */

static int check_negotiation(tvx_inspection *in, const char *key, tvx_error *error)
{
    tvx_query query = {.negotiation = key};
    int code = tvx_view_open(&in->view, in->file, &query, error);
    if (code == TVX_OK)
        code = tvx_check_records(in, error);
    if (code == TVX_OK)
        code = tvx_check_judgements(in, error);
    if (code == TVX_OK)
        code = tvx_check_disagreements(in, error);
    tvx_view_free(in->view);
    in->view = NULL;
    return code;
}

int tvx_file_check(tvx_file *file, tvx_finding_callback callback, void *payload, tvx_error *error)
{
    tvx_inspection in = {.file = file, .callback = callback, .payload = payload};
    tvx_texts keys;
    int code = tvx_store_faults(file->store, tell_fault, &in, error);
    if (code == TVX_OK)
        code = compare_indexes(&in, error);
    if (code == TVX_OK)
        code = tvx_file_negotiations(file, &keys, error);
    for (size_t i = 0; code == TVX_OK && i < keys.n; i++)
        code = check_negotiation(&in, keys.items[i], error);
    return code;
}
