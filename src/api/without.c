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

/* The report in force that an id stands for, if it is looked at. */
static int find_report(tvx_view *view, const char *id, tvx_stored_report *out, tvx_arena *arena,
                       bool *found, tvx_error *error)
{
    char head[TVX_ID_HEX + 1];
    *found = false;
    int code = tvx_store_stands_for(view->store, view->neg, TVX_RECORD_REPORT, id, head, error);
    if (code != TVX_OK || head[0] == '\0')
        return code;
    return tvx_store_report(view->store, &view->asked, head, arena, out, found, error);
}

static int looked_at(tvx_view *view, const char *id, const char **out, tvx_error *error)
{
    tvx_arena arena = {0};
    tvx_stored_report report;
    bool found;
    int code = find_report(view, id, &report, &arena, &found, error);
    if (code == TVX_OK && found && (*out = tvx_arena_text(&view->answer, report.id)) == NULL)
        code = tvx_fail_memory(error);
    tvx_arena_dispose(&arena);
    return code;
}

static int leave_out_report(tvx_view *view, const char *prefix, tvx_error *error)
{
    tvx_texts ids;
    tvx_stored_report report = {.number = TVX_NO_REPORT};
    bool found;
    int code = tvx_view_find(view, prefix, TVX_RECORD_REPORT, looked_at, &ids, error);
    if (code != TVX_OK || ids.n == 0)
        return code;
    if (ids.n > 1)
        return tvx_fail_prefix(view->store, view->neg, &ids, prefix, TVX_RECORD_REPORT, error);
    view->without = tvx_arena_text(&view->arena, ids.items[0]);
    if (view->without == NULL)
        return tvx_fail_memory(error);
    code = find_report(view, ids.items[0], &report, &view->answer, &found, error);
    if (code == TVX_OK)
        view->asked.without = report.number;
    return code;
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
        const char *name = tvx_text_fold_name(&arena, outlets[i].name);
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
    const char *folded = tvx_text_fold_name(&view->arena, without);
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
