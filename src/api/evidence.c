/*
 * Stored claims as evidence: outlets under their shown names, values read by their terms.
 */
#include <stdlib.h>
#include <string.h>

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

/* A report as its claims need it, made once for all of them. */
typedef struct teller {
    const tvx_stored_report *report;
    const char *outlet;
    const tvx_cite *cites;
} teller;

static int meet_teller(tvx_view *view, tvx_arena *arena, const tvx_stored_report *report,
                       teller *out, tvx_error *error)
{
    const tvx_report *r = &report->report;
    out->report = report;
    int code = tvx_view_outlet_in(view, r->outlet, arena, &out->outlet, error);
    return code != TVX_OK ? code
                          : show_cites(view, arena, r->cites, r->n_cites, &out->cites, error);
}

static int make_evidence(tvx_view *view, tvx_arena *arena, const tvx_row *row,
                         const tvx_stored_claim *stored, const teller *t, tvx_evidence *out,
                         tvx_error *error)
{
    const tvx_claim *claim = &stored->claim;
    const tvx_report *report = &stored->report->report;
    *out = (tvx_evidence){
        .report = stored->report->id,
        .outlet = t->outlet,
        .published = &report->published,
        .claim = claim,
        .basis = claim->basis != TVX_BASIS_NONE ? claim->basis : report->basis,
        .cites = t->cites,
        .n_cites = report->n_cites,
    };
    int code = TVX_OK;
    if (claim->cites != NULL) { /* its own, if only to say that it cites nobody */
        out->n_cites = claim->n_cites;
        code = show_cites(view, arena, claim->cites, claim->n_cites, &out->cites, error);
    }
    return code != TVX_OK ? code
                          : tvx_read_value(arena, row->term, &claim->value, &out->value, error);
}

static int compare_tellers(const void *a, const void *b)
{
    const tvx_stored_report *x = ((const teller *)a)->report, *y = ((const teller *)b)->report;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* The tellers of all claims, each once, ordered by report. */
static int meet_tellers(tvx_view *view, tvx_arena *arena, const tvx_stored_claim *claims, size_t n,
                        teller **out, size_t *n_out, tvx_error *error)
{
    teller *all = tvx_arena_new(arena, n, sizeof *all);
    if (all == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        all[i].report = claims[i].report;
    if (n > 1)
        qsort(all, n, sizeof *all, compare_tellers);
    size_t kept = 0;
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        if (kept == 0 || all[kept - 1].report != all[i].report)
            code = meet_teller(view, arena, all[i].report, &all[kept++], error);
    *out = all;
    *n_out = kept;
    return code;
}

/* Evidence of one row: a run of claims with the same term. */
static int make_row(tvx_view *view, tvx_arena *arena, const tvx_row *row,
                    const tvx_stored_claim *claims, size_t n, const teller *tellers,
                    size_t n_tellers, tvx_row_claims *out, tvx_error *error)
{
    tvx_evidence *evidence = tvx_arena_new(arena, n, sizeof *evidence);
    int code = evidence == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        teller key = {.report = claims[i].report};
        const teller *t = bsearch(&key, tellers, n_tellers, sizeof *tellers, compare_tellers);
        code = make_evidence(view, arena, row, &claims[i], t, &evidence[i], error);
    }
    *out = (tvx_row_claims){.row = row, .claims = evidence, .n = n};
    return code;
}

static int compare_row_claims(const void *a, const void *b)
{
    size_t x = ((const tvx_row_claims *)a)->row->number;
    size_t y = ((const tvx_row_claims *)b)->row->number;
    return x < y ? -1 : x > y;
}

/* Where the run of claims with the same term as the i-th ends. */
static size_t run_end(const tvx_stored_claim *claims, size_t n, size_t i)
{
    size_t end = i + 1;
    while (end < n && strcmp(claims[end].term, claims[i].term) == 0)
        end++;
    return end;
}

int tvx_view_claims(void *payload, uint32_t draft, tvx_arena *arena, tvx_row_claims **out,
                    size_t *n, tvx_error *error)
{
    tvx_view *view = payload;
    tvx_stored_claim *claims;
    teller *tellers = NULL;
    size_t n_claims, n_tellers = 0;
    *n = 0;
    int code = tvx_store_claims(view->store, &view->asked, view->stored[draft].name, arena, &claims,
                                &n_claims, error);
    if (code == TVX_OK)
        code = meet_tellers(view, arena, claims, n_claims, &tellers, &n_tellers, error);
    *out = tvx_arena_new(arena, n_claims, sizeof **out); /* no more rows than claims */
    if (code == TVX_OK && *out == NULL)
        code = tvx_fail_memory(error);
    for (size_t i = 0, end; i < n_claims && code == TVX_OK; i = end) {
        end = run_end(claims, n_claims, i);
        const tvx_row *row = tvx_vocabulary_row(&view->vocabulary, claims[i].term);
        if (row != NULL) /* a merge may bring claims on a term that nobody declared */
            code = make_row(view, arena, row, claims + i, end - i, tellers, n_tellers,
                            &(*out)[(*n)++], error);
    }
    if (code == TVX_OK && *n > 1)
        qsort(*out, *n, sizeof **out, compare_row_claims);
    return code;
}
