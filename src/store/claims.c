/*
 * Claims on a draft, from the indexes.
 */
#include <string.h>

#include "base/fail.h"
#include "codec/pack.h"
#include "model/shape.h"
#include "store/fetch.h"

/* What is being read: reports already met are shared by their claims. */
typedef struct reading {
    const tvx_asked *asked;
    tvx_arena *arena;
    tvx_stored_report **reports;
    size_t n_reports, capacity;
    const char *term; /* the last one met: rows come by term */
} reading;

static int unpack_column(const tvx_rows *rows, int column, tvx_arena *arena, const tvx_shape *shape,
                         void *out)
{
    size_t n;
    const char *bytes = tvx_rows_bytes(rows, column, &n);
    char *copy = tvx_arena_slice(arena, bytes, n);
    return copy == NULL ? tvx_fail_memory(rows->error)
                        : tvx_unpack(out, arena, shape, copy, n, rows->error);
}

/* Where a report's number stands, or would stand, in the ordered list of those met. */
static size_t place_of(const reading *r, int64_t number)
{
    size_t low = 0, high = r->n_reports;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->reports[middle]->number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int find_report(reading *r, const tvx_rows *rows, const tvx_stored_report **out)
{
    int64_t number = tvx_rows_int(rows, 1);
    size_t at = place_of(r, number);
    if (at < r->n_reports && r->reports[at]->number == number) {
        *out = r->reports[at];
        return TVX_OK;
    }
    tvx_stored_report *made = tvx_arena_new(r->arena, 1, sizeof *made);
    if (made == NULL || tvx_arena_grow(r->arena, &r->reports, r->n_reports, &r->capacity,
                                       sizeof(tvx_stored_report *)) != TVX_OK)
        return tvx_fail_memory(rows->error);
    made->number = number;
    tvx_rows_id(rows, 2, made->id);
    memmove(r->reports + at + 1, r->reports + at, (r->n_reports - at) * sizeof *r->reports);
    r->reports[at] = made;
    r->n_reports++;
    *out = made;
    int code = tvx_rows_int(rows, 5) == 0 /* most are not, whatever is asked */
                   ? TVX_OK
                   : tvx_fetch_updated(rows->store, r->asked, made, rows->error);
    return code != TVX_OK
               ? code
               : unpack_column(rows, 3, r->arena, tvx_shape_of(TVX_RECORD_REPORT), &made->report);
}

static int find_term(reading *r, const tvx_rows *rows, const char **out)
{
    const char *term = tvx_rows_text(rows, 0);
    if (r->term == NULL || strcmp(r->term, term) != 0)
        r->term = tvx_arena_text(r->arena, term);
    *out = r->term;
    return r->term == NULL ? tvx_fail_memory(rows->error) : TVX_OK;
}

static int read_claim(reading *r, const tvx_rows *rows, tvx_stored_claim *out)
{
    int code = find_term(r, rows, &out->term);
    if (code == TVX_OK)
        code = find_report(r, rows, &out->report);
    if (code == TVX_OK)
        code = unpack_column(rows, 4, r->arena, tvx_shape_claim(), &out->claim);
    out->claim.term = out->term;
    out->place = tvx_rows_int(rows, 6);
    return code;
}

int tvx_store_claims(tvx_store *store, const tvx_asked *asked, int64_t draft, tvx_arena *arena,
                     tvx_stored_claim **out, size_t *n, tvx_error *error)
{
    tvx_rows rows;
    reading r = {.asked = asked, .arena = arena};
    size_t capacity = 0;
    *out = NULL;
    *n = 0;
    tvx_rows_open(&rows, store, TVX_SQL_CLAIMS, error, "iiii", asked->neg, asked->known_by,
                  asked->without, draft);
    while (tvx_rows_next(&rows)) {
        if (tvx_arena_grow(arena, out, *n, &capacity, sizeof **out) != TVX_OK)
            rows.code = tvx_fail_memory(error);
        else
            rows.code = read_claim(&r, &rows, &(*out)[(*n)++]);
    }
    return tvx_rows_close(&rows);
}
