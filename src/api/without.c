/*
 * What if: one report, or all that one outlet alone stands behind, taken as not there.
 */
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/text.h"
#include "diff/origins.h"

/* --- a report --- */

enum { LOOKED_AT = 256 }; /* ids that begin alike */

/* The report in force that an id stands for, if it is looked at. *number: TVX_NO_REPORT: it is
   not. */
static int find_report(tvx_view *view, const char *id, const char **in_force, int64_t *number,
                       tvx_error *error)
{
    char head[TVX_ID_HEX + 1];
    tvx_arena arena = {0};
    tvx_stored_report report;
    bool found = false;
    *number = TVX_NO_REPORT;
    int code = tvx_store_stands_for(view->store, view->neg, TVX_RECORD_REPORT, id, head, error);
    if (code == TVX_OK && head[0] != '\0')
        code = tvx_store_report(view->store, &view->asked, head, &arena, &report, &found, error);
    if (code == TVX_OK && found) {
        *number = report.number;
        *in_force = tvx_arena_text(&view->arena, head);
        code = *in_force == NULL ? tvx_fail_memory(error) : TVX_OK;
    }
    tvx_arena_dispose(&arena);
    return code;
}

/* Of ids that begin alike those of reports looked at, each once; one that is not known yet must
   not make a prefix ambiguous. *number: of the last one. */
static int find_reports(tvx_view *view, const char *prefix, tvx_texts *out, int64_t *number,
                        tvx_error *error)
{
    tvx_texts ids;
    *out = (tvx_texts){0};
    int code = tvx_store_find(view->store, view->neg, prefix, TVX_RECORD_REPORT, LOOKED_AT,
                              &view->answer, &ids, error);
    if (code != TVX_OK)
        return code;
    const char **found = tvx_arena_new(&view->answer, ids.n, sizeof *found);
    if (found == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < ids.n && code == TVX_OK; i++) {
        int64_t one;
        const char *id = NULL;
        code = find_report(view, ids.items[i], &id, &one, error);
        if (one == TVX_NO_REPORT || id == NULL || tvx_text_among(id, found, out->n))
            continue;
        *number = one;
        found[out->n++] = id;
    }
    out->items = found;
    return code;
}

static int leave_out_report(tvx_view *view, const char *prefix, tvx_error *error)
{
    tvx_texts ids;
    int64_t number = TVX_NO_REPORT;
    int code = find_reports(view, prefix, &ids, &number, error);
    if (code != TVX_OK || ids.n == 0)
        return code;
    if (ids.n > 1)
        return tvx_fail_prefix(view->store, view->neg, &ids, prefix, TVX_RECORD_REPORT, error);
    view->asked.without = number;
    view->without = ids.items[0];
    return TVX_OK;
}

/* --- an outlet --- */

/* The names that outlets go by: shown ones, each followed by its aliases. */
static size_t list_names(const tvx_shown_outlet *outlets, size_t n, const char **out)
{
    size_t names = 0;
    for (size_t i = 0; i < n; i++) {
        out[names++] = outlets[i].name;
        for (size_t j = 0; j < outlets[i].aliases.n; j++)
            out[names++] = outlets[i].aliases.items[j];
    }
    return names;
}

static int fail_unheard(const char *without, const tvx_shown_outlet *outlets, size_t n,
                        tvx_error *error)
{
    size_t most = 0;
    for (size_t i = 0; i < n; i++)
        most += 1 + outlets[i].aliases.n;
    const char **names = tvx_mem_new(most + 1, sizeof *names);
    if (names == NULL)
        return tvx_fail_memory(error);
    int code = tvx_fail(error, TVX_ENOTFOUND, "no report or outlet '%s'", without);
    const char *nearest = tvx_text_nearest(without, names, list_names(outlets, n, names));
    if (nearest != NULL)
        tvx_fail_hint(error, "did you mean '%s'?", nearest);
    else
        tvx_fail_hint(error, "travaux outlets and travaux reports list them");
    tvx_mem_free(names);
    return code;
}

/* The name of an outlet without a record, by any spelling; NULL in *out: there is none. */
static int find_spelled(const tvx_shown_outlet *outlets, size_t n, const char *folded,
                        const char **out, tvx_error *error)
{
    tvx_arena arena = {0};
    int code = TVX_OK;
    *out = NULL;
    for (size_t i = 0; i < n && *out == NULL && code == TVX_OK; i++) {
        if (outlets[i].declared)
            continue;
        const char *name = tvx_text_fold(&arena, outlets[i].name);
        if (name == NULL)
            code = tvx_fail_memory(error);
        else if (strcmp(name, folded) == 0)
            *out = outlets[i].name;
        tvx_arena_clear(&arena);
    }
    tvx_arena_dispose(&arena);
    return code;
}

static int leave_out_outlet(tvx_view *view, const char *without, tvx_error *error)
{
    const tvx_shown_outlet *outlets;
    size_t n;
    const char *folded = tvx_text_fold(&view->arena, without);
    if (folded == NULL)
        return tvx_fail_memory(error);
    const char *name = tvx_outlets_find(&view->outlets, folded);
    int code = tvx_view_outlets(view, &outlets, &n, error);
    if (code == TVX_OK && name == NULL)
        code = find_spelled(outlets, n, folded, &name, error);
    if (code == TVX_OK && name == NULL)
        code = fail_unheard(without, outlets, n, error);
    if (code != TVX_OK)
        return code;
    view->without = tvx_arena_text(&view->arena, name);
    view->without_outlet = true;
    return view->without == NULL ? tvx_fail_memory(error) : TVX_OK;
}

/* --- both --- */

int tvx_view_leave_out(tvx_view *view, const char *without, tvx_error *error)
{
    int code = tvx_id_prefix(without) ? leave_out_report(view, without, error) : TVX_OK;
    return code == TVX_OK && view->without == NULL ? leave_out_outlet(view, without, error) : code;
}

int tvx_view_leaves_out(const tvx_view *view, const tvx_evidence *evidence, bool *left_out,
                        tvx_error *error)
{
    tvx_origins origins;
    tvx_arena arena = {0};
    *left_out = false;
    if (!view->without_outlet)
        return TVX_OK;
    int code = tvx_origins_count(&origins, &arena, &evidence, 1, error);
    *left_out = code == TVX_OK && origins.names.n == 1 &&
                strcmp(origins.names.items[0], view->without) == 0;
    tvx_arena_dispose(&arena);
    return code;
}
