/*
 * Coverage: how each draft treats each term, a byte a cell.
 */
#include "base/fail.h"
#include "base/mem.h"
#include "travaux/write.h"

enum { INHERITED = 0x80 };

static const char *const names[TVX_COVERS] = {
    [TVX_COVER_STATED] = "stated",       [TVX_COVER_INCLUDED] = "included",
    [TVX_COVER_DEFERRED] = "deferred",   [TVX_COVER_ABSENT] = "absent",
    [TVX_COVER_BRACKETED] = "bracketed",
};

const char *tvx_cover_name(tvx_cover cover)
{
    return names[cover];
}

static tvx_cover cover_of(const tvx_reading *reading)
{
    static const tvx_cover of_stance[] = {
        [TVX_STANCE_NONE] = TVX_COVER_SILENT,       [TVX_STANCE_STATED] = TVX_COVER_STATED,
        [TVX_STANCE_INCLUDED] = TVX_COVER_INCLUDED, [TVX_STANCE_DEFERRED] = TVX_COVER_DEFERRED,
        [TVX_STANCE_ABSENT] = TVX_COVER_ABSENT,
    };
    if (reading->status == TVX_STATUS_SILENT)
        return TVX_COVER_SILENT;
    return reading->status == TVX_STATUS_BRACKETED ? TVX_COVER_BRACKETED
                                                   : of_stance[reading->alternatives[0].stance];
}

static int keep_draft(void *payload, const tvx_show *show, tvx_error *error)
{
    tvx_coverage *c = payload;
    unsigned char *cells = c->cells + show->draft->rank * c->n_rows;
    (void)error;
    for (size_t i = 0; i < show->n_readings; i++) {
        const tvx_reading *reading = &show->readings[i];
        cells[reading->row->number] =
            (unsigned char)((unsigned)cover_of(reading) | (reading->inherited ? INHERITED : 0U));
    }
    return TVX_OK;
}

int tvx_coverage_make(tvx_coverage *out, tvx_view *view, tvx_error *error)
{
    *out = (tvx_coverage){0};
    out->n_rows = tvx_view_rows(view, &out->rows);
    int code = tvx_view_drafts(view, &out->drafts, &out->n_drafts, error);
    if (code != TVX_OK)
        return code;
    size_t drafts = out->n_drafts > 0 ? out->n_drafts : 1, rows = out->n_rows > 0 ? out->n_rows : 1;
    out->cells = tvx_mem_new(drafts, rows);
    if (out->cells == NULL)
        return tvx_fail_memory(error);
    return tvx_view_shows(view, keep_draft, out, error);
}

void tvx_coverage_dispose(tvx_coverage *coverage)
{
    tvx_mem_free(coverage->cells);
    *coverage = (tvx_coverage){0};
}

tvx_cover tvx_coverage_cell(const tvx_coverage *coverage, size_t row, size_t draft, bool *inherited)
{
    unsigned cell = coverage->cells[draft * coverage->n_rows + row];
    *inherited = (cell & INHERITED) != 0;
    return (tvx_cover)(cell & ~(unsigned)INHERITED);
}
