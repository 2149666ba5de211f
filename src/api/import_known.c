#include "api/import_known.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "codec/pack.h"
#include "model/shape.h"

/* A claim in packed form. */
typedef struct packed {
    const char *bytes;
    size_t n;
} packed;

static int compare_packed(const void *a, const void *b)
{
    const packed *x = a, *y = b;
    size_t n = x->n < y->n ? x->n : y->n;
    int order = n == 0 ? 0 : memcmp(x->bytes, y->bytes, n);
    return order != 0 ? order : (x->n > y->n) - (x->n < y->n);
}

/* A claim as it is exported: what it leaves to its report filled in, its value written out. */
static int complete(tvx_claim *out, tvx_view *view, const tvx_report *report,
                    const tvx_claim *claim, tvx_error *error)
{
    *out = *claim;
    if (claim->basis == TVX_BASIS_NONE)
        out->basis = report->basis;
    if (claim->cites == NULL) {
        out->cites = report->cites;
        out->n_cites = report->n_cites;
    }
    out->cites = out->n_cites == 0 ? NULL : out->cites;
    out->value = (tvx_given){.text = NULL};
    return tvx_view_written(view, claim->term, &claim->value, &out->value.text, error);
}

/* The claims of a report, ordered, each once. */
static int pack_claims(packed **out, size_t *n, tvx_arena *arena, tvx_view *view,
                       const tvx_report *report, tvx_error *error)
{
    tvx_buf bytes = {0};
    tvx_claim claim;
    int code = TVX_OK;
    size_t kept = 0;
    packed *all = *out = tvx_arena_new(arena, report->n_claims + 1, sizeof *all);
    if (all == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < report->n_claims && code == TVX_OK; i++) {
        code = complete(&claim, view, report, &report->claims[i], error);
        if (code != TVX_OK)
            break;
        tvx_buf_clear(&bytes);
        tvx_pack(&bytes, tvx_shape_claim(), &claim);
        all[i].n = bytes.size;
        all[i].bytes =
            bytes.failed ? NULL : tvx_arena_slice(arena, tvx_buf_string(&bytes), bytes.size);
        code = all[i].bytes == NULL ? tvx_fail_memory(error) : TVX_OK;
    }
    tvx_buf_dispose(&bytes);
    if (code != TVX_OK)
        return code;
    if (report->n_claims > 0)
        qsort(all, report->n_claims, sizeof *all, compare_packed);
    for (size_t i = 0; i < report->n_claims; i++)
        if (kept == 0 || compare_packed(&all[kept - 1], &all[i]) != 0)
            all[kept++] = all[i];
    *n = kept;
    return TVX_OK;
}

int tvx_same_claims(bool *same, tvx_view *view, const tvx_report *one, const tvx_report *other,
                    tvx_error *error)
{
    tvx_arena arena = {0};
    packed *a = NULL, *b = NULL;
    size_t n = 0, m = 0;
    int code = pack_claims(&a, &n, &arena, view, one, error);
    if (code == TVX_OK)
        code = pack_claims(&b, &m, &arena, view, other, error);
    *same = code == TVX_OK && n == m;
    for (size_t i = 0; *same && i < n; i++)
        *same = compare_packed(&a[i], &b[i]) == 0;
    tvx_arena_dispose(&arena);
    return code;
}
