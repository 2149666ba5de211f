/*
 * The rows of a report in force: its head, its claims, the drafts it names, the outlets it spells.
 */
#include "base/fail.h"
#include "codec/pack.h"
#include "model/shape.h"
#include "store/index.h"

/* A report on its way into the indexes. */
typedef struct entry {
    tvx_store *store;
    int64_t neg, number;
    const tvx_record *record;
    const tvx_report *report;
    tvx_error *error;
} entry;

/* Packs a part into the store's scratch buffer. */
static int pack(entry *e, const tvx_shape *shape, const void *part)
{
    tvx_buf_clear(&e->store->scratch);
    tvx_pack(&e->store->scratch, shape, part);
    return e->store->scratch.failed ? tvx_fail_memory(e->error) : TVX_OK;
}

/* What claims need of their report, and no more: it is read again with every draft it speaks of. */
static int add_head(entry *e)
{
    const tvx_report *r = e->report;
    tvx_report head = {.outlet = r->outlet,
                       .title = r->title,
                       .url = r->url,
                       .published = r->published,
                       .basis = r->basis,
                       .cites = r->cites,
                       .n_cites = r->n_cites};
    int code = pack(e, tvx_shape_of(TVX_RECORD_REPORT), &head);
    if (code != TVX_OK)
        return code;
    return tvx_run(e->store, TVX_SQL_ADD_REPORT, e->error, "iihiiib", e->neg, e->number,
                   e->record->id, r->published.wide_latest, r->published.latest,
                   r->published.earliest, tvx_buf_string(&e->store->scratch),
                   e->store->scratch.size);
}

static int add_naming(entry *e, const char *draft)
{
    int64_t name;
    if (draft == NULL)
        return TVX_OK;
    int code = tvx_index_name(e->store, e->neg, TVX_RECORD_DRAFT, draft, &name, e->error);
    return code != TVX_OK ? code
                          : tvx_run(e->store, TVX_SQL_ADD_NAMING, e->error, "iiii", e->neg, name,
                                    e->report->published.wide_latest, e->number);
}

static int add_namings(entry *e, const tvx_texts *drafts)
{
    int code = TVX_OK;
    for (size_t i = 0; i < drafts->n && code == TVX_OK; i++)
        code = add_naming(e, drafts->items[i]);
    return code;
}

static int add_spelling(entry *e, const char *outlet)
{
    int64_t name;
    int code = tvx_index_outlet(e->store, e->neg, outlet, &name, e->error);
    return code != TVX_OK ? code
                          : tvx_run(e->store, TVX_SQL_ADD_SPELLING, e->error, "iitii", e->neg, name,
                                    outlet, e->report->published.wide_latest, e->number);
}

/* Cites nest no deeper than the reader of records lets them. */
static int add_spellings(entry *e, const tvx_cite *cites, size_t n)
{
    int code = TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        if (cites[i].outlet != NULL)
            code = add_spelling(e, cites[i].outlet);
        if (code == TVX_OK)
            code = add_spellings(e, cites[i].cites, cites[i].n_cites);
    }
    return code;
}

static int add_claim(entry *e, size_t place)
{
    const tvx_claim *claim = &e->report->claims[place];
    int64_t term, draft;
    int code = add_spellings(e, claim->cites, claim->n_cites);
    if (code == TVX_OK)
        code = tvx_index_name(e->store, e->neg, TVX_RECORD_TERM, claim->term, &term, e->error);
    tvx_claim packed = *claim;
    packed.drafts = (tvx_texts){0};
    packed.term = NULL;
    if (code == TVX_OK)
        code = pack(e, tvx_shape_claim(), &packed);
    for (size_t i = 0; i < claim->drafts.n && code == TVX_OK; i++) {
        code = tvx_index_name(e->store, e->neg, TVX_RECORD_DRAFT, claim->drafts.items[i], &draft,
                              e->error);
        if (code == TVX_OK)
            code = tvx_run(e->store, TVX_SQL_ADD_CLAIM, e->error, "iiiiib", e->neg, draft, term,
                           e->number, (int64_t)place, tvx_buf_string(&e->store->scratch),
                           e->store->scratch.size);
    }
    return code != TVX_OK ? code : add_namings(e, &claim->drafts);
}

static int add_claims(entry *e)
{
    int code = TVX_OK;
    for (size_t i = 0; i < e->report->n_claims && code == TVX_OK; i++)
        code = add_claim(e, i);
    return code;
}

/* Drafts that the report names otherwise than by a claim. */
static int add_other_namings(entry *e)
{
    const tvx_report *r = e->report;
    int code = TVX_OK;
    for (size_t i = 0; i < r->n_mentions && code == TVX_OK; i++)
        code = add_naming(e, r->mentions[i].draft);
    for (size_t i = 0; i < r->n_changes && code == TVX_OK; i++) {
        code = add_naming(e, r->changes[i].draft);
        if (code == TVX_OK)
            code = add_naming(e, r->changes[i].from);
    }
    for (size_t i = 0; i < r->n_positions && code == TVX_OK; i++)
        code = add_naming(e, r->positions[i].draft);
    for (size_t i = 0; i < r->n_events && code == TVX_OK; i++)
        code = add_namings(e, &r->events[i].drafts);
    return code;
}

int tvx_index_report_number(tvx_store *store, int64_t neg, const char *id, int64_t *number,
                            tvx_error *error)
{
    *number = -1;
    return id[0] == '\0'
               ? TVX_OK
               : tvx_run_int(store, TVX_SQL_REPORT_NUMBER, number, -1, error, "ih", neg, id);
}

int tvx_index_report_in(tvx_store *store, int64_t neg, const tvx_record *record, tvx_error *error)
{
    entry e = {
        .store = store, .neg = neg, .record = record, .report = &record->as.report, .error = error};
    int code = tvx_index_report_number(store, neg, record->id, &e.number, error);
    if (code != TVX_OK || e.number >= 0)
        return code;
    code = tvx_run_int(store, TVX_SQL_NEXT_REPORT, &e.number, 0, error, "i", neg);
    if (code == TVX_OK)
        code = add_head(&e);
    if (code == TVX_OK)
        code = add_spelling(&e, e.report->outlet);
    if (code == TVX_OK)
        code = add_spellings(&e, e.report->cites, e.report->n_cites);
    if (code == TVX_OK)
        code = add_claims(&e);
    if (code == TVX_OK)
        code = add_other_namings(&e);
    if (code == TVX_OK && e.report->url != NULL)
        code = tvx_run(store, TVX_SQL_ADD_URL, error, "iti", neg, e.report->url, e.number);
    if (code == TVX_OK)
        code = tvx_index_updates(store, neg, e.number, &e.report->updates, error);
    return code;
}

int tvx_index_report_out(tvx_store *store, int64_t neg, const char *id, tvx_error *error)
{
    static const tvx_statement ROWS[] = {TVX_SQL_DELETE_REPORT,  TVX_SQL_DELETE_CLAIMS,
                                         TVX_SQL_DELETE_NAMINGS, TVX_SQL_DELETE_SPELLINGS,
                                         TVX_SQL_DELETE_URLS,    TVX_SQL_DELETE_UPDATING,
                                         TVX_SQL_DELETE_UPDATED, TVX_SQL_DELETE_UPDATER};
    int64_t number;
    int code = tvx_index_report_number(store, neg, id, &number, error);
    if (number < 0)
        return code;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS && code == TVX_OK; i++)
        code = tvx_run(store, ROWS[i], error, "ii", neg, number);
    return code;
}
