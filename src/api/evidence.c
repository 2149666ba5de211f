/*
 * Stored claims as evidence: outlets under their shown names, values read by their terms.
 */
#include "api/internal.h"
#include "base/fail.h"
#include "model/value.h"

int tvx_read_value(tvx_arena *arena, const tvx_term *term, const tvx_given *given,
                   const tvx_value **value, tvx_error *error)
{
    *value = NULL;
    if (given->text == NULL && given->form == NULL)
        return TVX_OK;
    tvx_value *made = tvx_arena_new(arena, 1, sizeof *made);
    if (made == NULL)
        return tvx_fail_memory(error);
    tvx_error ignored = {0};
    int code = tvx_value_read(arena, term, given, made, &ignored);
    if (code == TVX_ENOMEM)
        return tvx_fail_memory(error);
    if (code != TVX_OK)
        code = tvx_value_wording(arena, given, made, error);
    *value = made;
    return code;
}

/* A copy of citing trees with every outlet under its shown name. */
static int show_cites(tvx_view *view, tvx_arena *arena, const tvx_cite *cites, size_t n,
                      const tvx_cite **out, tvx_error *error)
{
    tvx_cite *copy = tvx_arena_new(arena, n, sizeof *copy);
    if (copy == NULL)
        return tvx_fail_memory(error);
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        copy[i] = cites[i];
        if (cites[i].outlet != NULL)
            code = tvx_view_outlet_in(view, cites[i].outlet, arena, &copy[i].outlet, error);
        if (code == TVX_OK && cites[i].n_cites > 0)
            code = show_cites(view, arena, cites[i].cites, cites[i].n_cites, &copy[i].cites, error);
    }
    *out = copy;
    return code;
}

int tvx_claimant_meet(tvx_view *view, tvx_arena *arena, const tvx_stored_report *report,
                      tvx_claimant *out, tvx_error *error)
{
    const tvx_report *r = &report->report;
    out->report = report;
    int code = tvx_view_outlet_in(view, r->outlet, arena, &out->outlet, error);
    return code != TVX_OK ? code
                          : show_cites(view, arena, r->cites, r->n_cites, &out->cites, error);
}

int tvx_evidence_make(tvx_view *view, tvx_arena *arena, const tvx_row *row,
                      const tvx_claimant *claimant, const tvx_claim *claim, const char *draft,
                      tvx_evidence *out, tvx_error *error)
{
    const tvx_stored_report *stored = claimant->report;
    const tvx_report *report = &stored->report;
    *out = (tvx_evidence){
        .report = stored->id,
        .outlet = claimant->outlet,
        .published = &report->published,
        .claim = claim,
        .basis = claim->basis != TVX_BASIS_NONE ? claim->basis : report->basis,
        .cites = claimant->cites,
        .n_cites = report->n_cites,
        .set_aside = tvx_standing_claim(&view->standing, stored->id, draft, claim->term),
        .updated = stored->updated[0] != '\0' ? stored->updated : NULL,
    };
    int code = TVX_OK;
    if (claim->cites != NULL) { /* its own, if only to say that it cites nobody */
        out->n_cites = claim->n_cites;
        code = show_cites(view, arena, claim->cites, claim->n_cites, &out->cites, error);
    }
    return code != TVX_OK ? code
                          : tvx_read_value(arena, row->term, &claim->value, &out->value, error);
}
