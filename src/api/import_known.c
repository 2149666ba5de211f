#include "api/import_known.h"

#include <stdlib.h>
#include <string.h>

#include "api/internal.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/texts.h"
#include "codec/pack.h"
#include "model/shape.h"
#include "read/members.h"

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

/* What is at hand while the claims of two reports are compared. */
typedef struct comparing {
    tvx_arena arena;
    tvx_view *view;
    const tvx_report *report;    /* the claims at hand are this one's */
    const tvx_told_report *told; /* it as recorded; NULL: it is not */
} comparing;

/* A claim in two forms: as recorded, and with those drafts alone on which it counts. Without any
   it need not come back. */
typedef struct forms {
    packed whole, counting;
    bool counts;
} forms;

/* The drafts of a claim under the keys that they are shown by, each once; those alone on which it
   counts, if asked. */
static int show_drafts(tvx_texts *out, comparing *c, const tvx_claim *claim, bool counting,
                       tvx_error *error)
{
    const char **keys = tvx_arena_new(&c->arena, claim->drafts.n + 1, sizeof *keys);
    size_t n = 0;
    if (keys == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < claim->drafts.n; i++)
        if (!counting || tvx_view_counts(c->view, c->told, claim->drafts.items[i], claim->term))
            keys[n++] = tvx_same_shown(&c->view->standing.same, claim->drafts.items[i]);
    *out = (tvx_texts){.items = keys, .n = tvx_texts_sort(keys, n)};
    return TVX_OK;
}

static int pack_claim(packed *out, comparing *c, const tvx_claim *claim, bool counting,
                      tvx_error *error)
{
    tvx_claim shown = *claim;
    tvx_buf bytes = {0};
    int code = show_drafts(&shown.drafts, c, claim, counting, error);
    if (code != TVX_OK)
        return code;
    tvx_pack(&bytes, tvx_shape_claim(), &shown);
    *out = (packed){.n = bytes.size};
    if (!bytes.failed)
        out->bytes = tvx_arena_slice(&c->arena, tvx_buf_string(&bytes), bytes.size);
    tvx_buf_dispose(&bytes);
    return out->bytes == NULL ? tvx_fail_memory(error) : TVX_OK;
}

/* A claim as it is exported: what it leaves to its report filled in, its value written out. */
static int make_forms(forms *out, comparing *c, const tvx_claim *claim, tvx_error *error)
{
    tvx_claim full = *claim;
    if (claim->basis == TVX_BASIS_NONE)
        full.basis = c->report->basis;
    if (claim->cites == NULL) {
        full.cites = c->report->cites;
        full.n_cites = c->report->n_cites;
    }
    full.cites = full.n_cites == 0 ? NULL : full.cites;
    full.value = (tvx_given){.text = NULL};
    int code = tvx_view_written(c->view, claim->term, &claim->value, &full.value.text, error);
    if (code == TVX_OK)
        code = pack_claim(&out->whole, c, &full, false, error);
    out->counting = out->whole;
    if (code != TVX_OK || c->told == NULL)
        return code;
    out->counts = tvx_view_counts(c->view, c->told, NULL, claim->term);
    for (size_t i = 0; i < claim->drafts.n; i++) {
        bool on = tvx_view_counts(c->view, c->told, claim->drafts.items[i], claim->term);
        out->counts = on || (i > 0 && out->counts);
    }
    return out->counts ? pack_claim(&out->counting, c, &full, true, error) : TVX_OK;
}

static int make_all(forms **out, comparing *c, const tvx_report *report,
                    const tvx_told_report *told, tvx_error *error)
{
    int code = TVX_OK;
    c->report = report;
    c->told = told;
    *out = tvx_arena_new(&c->arena, report->n_claims + 1, sizeof **out);
    if (*out == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < report->n_claims && code == TVX_OK; i++)
        code = make_forms(&(*out)[i], c, &report->claims[i], error);
    return code;
}

/* --- lists of packed claims --- */

static int list_forms(packed **out, comparing *c, const forms *all, size_t n, tvx_error *error)
{
    packed *list = *out = tvx_arena_new(&c->arena, 2 * n + 1, sizeof *list);
    if (list == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        list[2 * i] = all[i].whole;
        list[2 * i + 1] = all[i].counting;
    }
    if (n > 0)
        qsort(list, 2 * n, sizeof *list, compare_packed);
    return TVX_OK;
}

static bool has(const packed *list, size_t n, const packed *claim)
{
    return n > 0 && bsearch(claim, list, n, sizeof *list, compare_packed) != NULL;
}

int tvx_same_claims(bool *same, tvx_view *view, const tvx_told_report *told,
                    const tvx_report *other, tvx_error *error)
{
    comparing c = {.view = view};
    forms *recorded = NULL, *given = NULL;
    packed *of_recorded = NULL, *of_given = NULL;
    size_t n = told->report->n_claims, m = other->n_claims;
    int code = make_all(&recorded, &c, told->report, told, error);
    if (code == TVX_OK)
        code = make_all(&given, &c, other, NULL, error);
    if (code == TVX_OK)
        code = list_forms(&of_recorded, &c, recorded, n, error);
    if (code == TVX_OK)
        code = list_forms(&of_given, &c, given, m, error);
    *same = code == TVX_OK;
    for (size_t i = 0; *same && i < m; i++)
        *same = has(of_recorded, 2 * n, &given[i].whole);
    for (size_t i = 0; *same && i < n; i++)
        *same = !recorded[i].counts || has(of_given, 2 * m, &recorded[i].whole) ||
                has(of_given, 2 * m, &recorded[i].counting);
    tvx_arena_dispose(&c.arena);
    return code;
}

/* --- drafts --- */

int tvx_known_draft(const tvx_placed_draft **out, tvx_view *view, const tvx_document *document,
                    tvx_error *error)
{
    tvx_error failed = {0};
    int code = tvx_view_draft(view, tvx_document_key(document), out, &failed);
    if (code == TVX_OK)
        return TVX_OK;
    *out = NULL;
    if (code == TVX_ENOTFOUND)
        return TVX_OK;
    if (error != NULL)
        *error = failed;
    return code;
}

/* The record that the draft shown could have. */
static void put_shown(tvx_buf *out, const tvx_draft *draft)
{
    tvx_buf_char(out, '{');
    tvx_put_member(out, "record", "draft");
    tvx_put_member(out, "negotiation", draft->negotiation);
    tvx_put_member(out, "key", draft->key);
    tvx_put_member(out, "title", draft->title);
    tvx_put_member(out, "dated", draft->dated.text);
    tvx_put_member(out, "presented", draft->presented.text);
    tvx_put_one_or_several(out, "by", &draft->by);
    tvx_put_one_or_several(out, "follows", &draft->follows);
    if (draft->starts_line && draft->follows.n == 0) {
        tvx_put_name(out, "follows");
        tvx_buf_text(out, "[]");
    }
    tvx_put_member(out, "amends", draft->amends);
    tvx_buf_char(out, '}');
}

int tvx_covered_by_shown(bool *covered, tvx_view *view, const tvx_document *document,
                         tvx_error *error)
{
    const tvx_placed_draft *placed;
    tvx_buf body = {0};
    *covered = false;
    int code = tvx_known_draft(&placed, view, document, error);
    if (code != TVX_OK || placed == NULL || placed->joined == NULL)
        return code;
    put_shown(&body, placed->draft);
    code = body.failed
               ? tvx_fail_memory(error)
               : tvx_document_covered(covered, document, tvx_buf_string(&body), body.size, error);
    tvx_buf_dispose(&body);
    return code;
}
