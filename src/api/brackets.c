/*
 * What the reports disagree on, and how that stands after each draft.
 */
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "diff/bracket.h"
#include "diff/reading.h"

typedef struct run {
    tvx_view *view;
    bool *open;   /* by row: its last reading is bracketed */
    bool *wanted; /* by row; NULL: all */
    tvx_draft_brackets so_far;
    tvx_bracket *brackets; /* of the draft at hand */
} run;

/* Keeps the books on a row, of which the draft has a reading. */
static void count(run *r, const tvx_reading *reading)
{
    bool now = reading->status == TVX_STATUS_BRACKETED, *open = &r->open[reading->row->number];
    if (now && !*open) {
        r->so_far.opened++;
        r->so_far.open++;
    } else if (!now && *open) {
        r->so_far.closed++;
        r->so_far.open--;
    }
    *open = now;
}

static int read_row(run *r, const tvx_row_claims *claims, tvx_reading *reading, tvx_error *error)
{
    tvx_arena *arena = &r->view->answer;
    if (claims->n == 0 || (r->wanted != NULL && !r->wanted[claims->row->number]))
        return TVX_OK;
    int code = tvx_reading_make(reading, arena, claims->row, claims->claims, claims->n,
                                claims->prefer, error);
    if (code != TVX_OK)
        return code;
    count(r, reading);
    return reading->status != TVX_STATUS_BRACKETED
               ? TVX_OK
               : tvx_bracket_make(&r->brackets[r->so_far.n_brackets++], arena, reading, error);
}

/* The draft's own readings: what it inherits is counted with the draft that it amends. */
static int read_draft(run *r, uint32_t draft, tvx_error *error)
{
    tvx_arena *arena = &r->view->answer;
    tvx_row_claims *rows;
    size_t n;
    tvx_arena_clear(arena);
    int code = tvx_view_claims(r->view, draft, arena, &rows, &n, error);
    if (code != TVX_OK)
        return code;
    tvx_reading *readings = tvx_arena_new(arena, n, sizeof *readings);
    r->brackets = tvx_arena_new(arena, n, sizeof *r->brackets);
    if (readings == NULL || r->brackets == NULL)
        return tvx_fail_memory(error);
    r->so_far = (tvx_draft_brackets){.open = r->so_far.open, .brackets = r->brackets};
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        code = read_row(r, &rows[i], &readings[i], error);
    return code;
}

/* Which rows are asked for, in an arena that outlasts the answers. */
static int choose_rows(run *r, tvx_arena *lasting, const tvx_texts *terms, tvx_error *error)
{
    size_t n = r->view->vocabulary.n_rows;
    const bool *wanted;
    tvx_arena_clear(&r->view->answer);
    int code = tvx_view_wanted_rows(r->view, terms, &wanted, error);
    if (code != TVX_OK || wanted == NULL)
        return code;
    r->wanted = tvx_arena_new(lasting, n, sizeof *r->wanted);
    if (r->wanted == NULL)
        return tvx_fail_memory(error);
    memcpy(r->wanted, wanted, n * sizeof *wanted);
    return TVX_OK;
}

int tvx_view_brackets(tvx_view *view, const tvx_texts *terms, tvx_brackets_callback callback,
                      void *payload, tvx_error *error)
{
    tvx_arena lasting = {0};
    run r = {.view = view};
    r.open = tvx_arena_new(&lasting, view->vocabulary.n_rows, sizeof *r.open);
    int code = r.open == NULL ? tvx_fail_memory(error) : choose_rows(&r, &lasting, terms, error);
    if (code == TVX_OK)
        code = tvx_view_load_drafts(view, error);
    for (size_t i = 0; code == TVX_OK && i < view->order.n; i++) {
        code = read_draft(&r, view->order.drafts[i], error);
        r.so_far.draft = &view->placed[i];
        if (code == TVX_OK)
            code = callback(payload, &r.so_far, error);
    }
    tvx_arena_dispose(&lasting);
    return code;
}
