/*
 * Ids given by their first digits.
 */
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/text.h"
#include "codec/record.h"
#include "store/index.h"

enum { DIGITS_LEAST = 6 };

bool tvx_id_prefix(const char *text)
{
    return tvx_text_hex(text, TVX_ID_SHORT, TVX_ID_HEX);
}

int tvx_check_prefix(const char *prefix, tvx_error *error)
{
    if (tvx_id_prefix(prefix))
        return TVX_OK;
    int code = tvx_fail(error, TVX_ENOTFOUND, "'%s' is no id", prefix);
    tvx_fail_hint(error, "an id is given by 4 to 64 of its digits (0-9, a-f)");
    return code;
}

/* How many digits tell ids in ascending order from one another. */
static int telling_digits(const tvx_texts *ids)
{
    size_t most = DIGITS_LEAST;
    for (size_t i = 1; i < ids->n; i++) {
        size_t n = 0;
        while (n < TVX_ID_HEX && ids->items[i - 1][n] == ids->items[i][n])
            n++;
        most = n + 1 > most ? n + 1 : most;
    }
    return most < TVX_ID_HEX ? (int)most : TVX_ID_HEX;
}

/* "report 3f9a2c (CNN)", "draft 3f9a77 (us-0224)". */
static int put_candidate(tvx_buf *out, tvx_store *store, int64_t neg, const char *id, int digits,
                         tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_logged logged;
    tvx_record record;
    bool found = false;
    int code = tvx_store_get(store, neg, id, &arena, &logged, &found, error);
    if (code == TVX_OK && found)
        code = tvx_record_decode(&record, &arena, id, logged.body, logged.size, error);
    if (code == TVX_OK && found) {
        const char *key = tvx_record_key(&record);
        tvx_buf_format(out, "%s %.*s (%s)", tvx_record_kind_name(record.kind), digits, id,
                       key != NULL ? key : tvx_record_label(&record));
    }
    tvx_arena_dispose(&arena);
    return code;
}

static int hint_candidates(tvx_store *store, int64_t neg, const tvx_texts *ids, tvx_error *error)
{
    tvx_buf list = {0};
    tvx_error failed = {0};
    int digits = telling_digits(ids), code = TVX_OK;
    for (size_t i = 0; i < ids->n && i + 1 < TVX_CANDIDATES && code == TVX_OK; i++) {
        tvx_buf_text(&list, i > 0 ? ", " : "");
        code = put_candidate(&list, store, neg, ids->items[i], digits, &failed);
    }
    if (code == TVX_OK)
        tvx_fail_hint(error, "give more digits: %s%s", tvx_buf_string(&list),
                      ids->n >= TVX_CANDIDATES ? ", …" : "");
    tvx_buf_dispose(&list);
    return code;
}

int tvx_fail_prefix(tvx_store *store, int64_t neg, const tvx_texts *ids, const char *prefix,
                    int kind, tvx_error *error)
{
    if (ids->n == 0) {
        const char *name =
            kind < TVX_RECORD_KINDS ? tvx_record_kind_name((tvx_record_kind)kind) : "record";
        tvx_fail(error, TVX_ENOTFOUND, "no %s's id begins with '%s'", name, prefix);
        tvx_fail_hint(error, "travaux log lists ids");
        return TVX_ENOTFOUND;
    }
    tvx_fail(error, TVX_ENOTFOUND, "several ids begin with '%s'", prefix);
    int code = hint_candidates(store, neg, ids, error);
    return code == TVX_ENOMEM ? code : TVX_ENOTFOUND;
}

/* --- of a view --- */

enum { LOOKED_AT = 256 }; /* ids that begin alike */

int tvx_view_find(tvx_view *view, const char *prefix, int kind, tvx_id_meaning meaning,
                  tvx_texts *out, tvx_error *error)
{
    tvx_texts ids;
    *out = (tvx_texts){0};
    int code =
        tvx_store_find(view->store, view->neg, prefix, kind, LOOKED_AT, &view->answer, &ids, error);
    const char **found = code == TVX_OK ? tvx_arena_new(&view->answer, ids.n, sizeof *found) : NULL;
    if (code == TVX_OK && found == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; code == TVX_OK && i < ids.n && out->n < TVX_CANDIDATES; i++) {
        const char *id = NULL;
        code = meaning(view, ids.items[i], &id, error);
        if (id != NULL && !tvx_text_among(id, found, out->n))
            found[out->n++] = id;
    }
    out->items = found;
    return code;
}

/* --- one record --- */

typedef struct finding {
    tvx_file *file;
    const char *prefix;
    int64_t neg; /* where it was found */
    const char *id;
    size_t n; /* how many it was found in */
} finding;

static int find_in(finding *f, const char *negotiation, tvx_error *error)
{
    tvx_texts ids;
    int64_t neg;
    int code = tvx_store_negotiation(f->file->store, negotiation, &neg, error);
    if (code == TVX_OK && neg < 0)
        code = tvx_fail(error, TVX_ENOTFOUND, "no negotiation '%s' in this file", negotiation);
    if (code == TVX_OK)
        code = tvx_store_find(f->file->store, neg, f->prefix, TVX_RECORD_KINDS, TVX_CANDIDATES,
                              &f->file->arena, &ids, error);
    if (code == TVX_OK && ids.n > 1)
        code = tvx_fail_prefix(f->file->store, neg, &ids, f->prefix, TVX_RECORD_KINDS, error);
    if (code != TVX_OK || ids.n == 0)
        return code;
    f->neg = neg;
    f->id = ids.items[0];
    f->n++;
    return TVX_OK;
}

static int find_anywhere(finding *f, tvx_error *error)
{
    tvx_negotiation_entry *all;
    size_t n;
    int code = tvx_store_negotiations(f->file->store, &f->file->arena, &all, &n, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = find_in(f, all[i].key, error);
    if (code == TVX_OK && f->n > 1) {
        code = tvx_fail(error, TVX_ENOTFOUND, "several ids begin with '%s'", f->prefix);
        tvx_fail_hint(error, "they are of several negotiations: name one with -n");
    }
    return code;
}

static int describe(finding *f, tvx_log_entry *out, const char **in_force, tvx_error *error)
{
    tvx_store *store = f->file->store;
    tvx_arena *arena = &f->file->arena;
    tvx_logged logged = {0};
    tvx_record record;
    bool found = false, superseded = false;
    char head[TVX_ID_HEX + 1] = "";
    int code = tvx_store_get(store, f->neg, f->id, arena, &logged, &found, error);
    if (code == TVX_OK)
        code = tvx_record_decode(&record, arena, f->id, logged.body, logged.size, error);
    if (code == TVX_OK)
        code = tvx_store_superseded(store, f->neg, record.kind, tvx_record_key(&record), f->id,
                                    &superseded, error);
    if (code == TVX_OK && superseded)
        code = tvx_store_stands_for(store, f->neg, record.kind, f->id, head, error);
    *in_force = superseded ? tvx_arena_text(arena, head) : f->id;
    if (code == TVX_OK && *in_force == NULL)
        code = tvx_fail_memory(error);
    if (code != TVX_OK)
        return code;
    *out = (tvx_log_entry){.negotiation = tvx_record_negotiation(&record),
                           .kind = record.kind,
                           .id = f->id,
                           .key = tvx_record_key(&record),
                           .label = tvx_record_label(&record),
                           .body = logged.body,
                           .recorded = logged.recorded,
                           .call = logged.call,
                           .command = logged.command,
                           .in_force = !superseded};
    return TVX_OK;
}

int tvx_file_record(tvx_file *file, const char *negotiation, const char *id, tvx_log_entry *out,
                    const char **in_force, tvx_error *error)
{
    finding f = {.file = file, .prefix = id};
    static const tvx_texts NONE = {0};
    tvx_arena_clear(&file->arena);
    int code = tvx_check_prefix(id, error);
    if (code == TVX_OK)
        code = negotiation != NULL ? find_in(&f, negotiation, error) : find_anywhere(&f, error);
    if (code == TVX_OK && f.n == 0)
        code = tvx_fail_prefix(file->store, 0, &NONE, id, TVX_RECORD_KINDS, error);
    return code == TVX_OK ? describe(&f, out, in_force, error) : code;
}
