/*
 * What reports say of drafts, gathered to be compared. The reports are gone through once to count,
 * then once for each run of drafts of which no more is said than may be held at a time.
 */
#include <stdlib.h>
#include <string.h>

#include "api/check.h"
#include "base/fail.h"
#include "base/texts.h"

enum { MOST_SAID = 131072 }; /* of the drafts of one run, unless it is one draft */

/* A draft by one of its keys. */
typedef struct named_draft {
    const char *key;
    uint32_t rank;
} named_draft;

typedef struct gathering {
    const tvx_inspection *in;
    const tvx_placed_draft *drafts;
    size_t n_drafts;
    tvx_arena arena;    /* of the lists by draft */
    named_draft *named; /* by key */
    size_t n_named;
    size_t *counts;     /* by rank: how much is said of the draft */
    uint32_t low, high; /* the run: from, and up to but not with */
    tvx_arena run;
    tvx_said said;
    size_t order;
    tvx_sayer sayer; /* the report at hand, once it was needed */
} gathering;

/* --- drafts by key --- */

static int by_key(const void *a, const void *b)
{
    return strcmp(((const named_draft *)a)->key, ((const named_draft *)b)->key);
}

static int name_drafts(gathering *g, tvx_error *error)
{
    size_t n = 0;
    for (size_t i = 0; i < g->n_drafts; i++)
        n += 1 + g->drafts[i].also.n;
    g->named = tvx_arena_new(&g->arena, n, sizeof *g->named);
    g->counts = tvx_arena_new(&g->arena, g->n_drafts, sizeof *g->counts);
    if (g->named == NULL || g->counts == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < g->n_drafts; i++) {
        const tvx_placed_draft *draft = &g->drafts[i];
        g->named[g->n_named++] = (named_draft){draft->draft->key, (uint32_t)i};
        for (size_t j = 0; j < draft->also.n; j++)
            g->named[g->n_named++] = (named_draft){draft->also.items[j], (uint32_t)i};
    }
    if (g->n_named > 1)
        qsort(g->named, g->n_named, sizeof *g->named, by_key);
    return TVX_OK;
}

/* The rank of a draft; TVX_NO_DRAFT where nobody declared it, which a merge can bring. */
static uint32_t rank_of(const gathering *g, const char *key)
{
    const named_draft sought = {.key = key};
    const named_draft *found =
        g->n_named == 0 ? NULL : bsearch(&sought, g->named, g->n_named, sizeof *g->named, by_key);
    return found == NULL ? TVX_NO_DRAFT : found->rank;
}

static bool in_run(const gathering *g, uint32_t rank)
{
    return rank != TVX_NO_DRAFT && rank >= g->low && rank < g->high;
}

/* --- counting --- */

static bool counts_for_nothing(const tvx_told_report *told)
{
    return told->set_aside != NULL || told->updated != NULL;
}

static int count_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    gathering *g = payload;
    const tvx_report *report = told->report;
    (void)error;
    if (counts_for_nothing(told))
        return TVX_OK;
    for (size_t i = 0; i < report->n_mentions; i++) {
        uint32_t rank = rank_of(g, report->mentions[i].draft);
        if (rank != TVX_NO_DRAFT)
            g->counts[rank] += TVX_DRAFT_MEMBERS;
    }
    for (size_t i = 0; i < report->n_changes; i++) {
        uint32_t rank = rank_of(g, report->changes[i].draft);
        if (rank != TVX_NO_DRAFT)
            g->counts[rank] += 2; /* itself, and its value */
    }
    return TVX_OK;
}

/* --- gathering --- */

/* A set of parties, and the text that stands for it: "UA and US". */
static int copy_parties(tvx_saying *said, tvx_arena *arena, const tvx_texts *parties,
                        tvx_error *error)
{
    const char **items = tvx_arena_new(arena, parties->n, sizeof *items);
    tvx_buf text = {0};
    if (items == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < parties->n; i++)
        items[i] = tvx_arena_text(arena, parties->items[i]);
    for (size_t i = 0; i < parties->n; i++)
        if (items[i] == NULL)
            return tvx_fail_memory(error);
    said->parties = (tvx_texts){items, tvx_texts_sort(items, parties->n)};
    for (size_t i = 0; i < said->parties.n; i++)
        tvx_buf_format(&text, "%s%s", i > 0 ? " and " : "", items[i]);
    said->text = text.failed ? NULL : tvx_arena_text(arena, tvx_buf_string(&text));
    tvx_buf_dispose(&text);
    return said->text == NULL ? tvx_fail_memory(error) : TVX_OK;
}

static int add_saying(gathering *g, tvx_sayings *list, const tvx_saying *saying, tvx_error *error)
{
    if (tvx_arena_grow(&g->run, &list->items, list->n, &list->capacity, sizeof *list->items) !=
        TVX_OK)
        return tvx_fail_memory(error);
    list->items[list->n++] = *saying;
    return TVX_OK;
}

static int add_date(gathering *g, tvx_saying said, const tvx_date *date, tvx_error *error)
{
    if (date->text == NULL)
        return TVX_OK;
    said.date = *date;
    said.text = said.date.text = tvx_arena_text(&g->run, date->text);
    return said.text == NULL ? tvx_fail_memory(error)
                             : add_saying(g, &g->said.members, &said, error);
}

static int add_parties(gathering *g, tvx_saying said, const tvx_texts *parties, tvx_error *error)
{
    if (parties->n == 0)
        return TVX_OK;
    int code = copy_parties(&said, &g->run, parties, error);
    return code != TVX_OK ? code : add_saying(g, &g->said.members, &said, error);
}

static int add_members(gathering *g, uint32_t rank, const tvx_date *dated,
                       const tvx_date *presented, const tvx_texts *by, tvx_error *error)
{
    tvx_saying said = {.draft = rank, .member = TVX_DRAFT_DATED, .sayer = g->sayer};
    int code = add_date(g, said, dated, error);
    said.member = TVX_DRAFT_PRESENTED;
    if (code == TVX_OK)
        code = add_date(g, said, presented, error);
    said.member = TVX_DRAFT_BY;
    return code != TVX_OK ? code : add_parties(g, said, by, error);
}

/* What the records of the run's drafts say themselves. */
static int add_records(gathering *g, tvx_error *error)
{
    int code = TVX_OK;
    g->sayer = (tvx_sayer){0};
    for (uint32_t i = g->low; i < g->high && code == TVX_OK; i++) {
        const tvx_draft *draft = g->drafts[i].draft;
        if (g->counts[i] > 0)
            code = add_members(g, i, &draft->dated, &draft->presented, &draft->by, error);
    }
    return code;
}

/* Keeps who tells it: once a report, and only of reports that something is kept of. */
static int meet(gathering *g, const tvx_told_report *told, tvx_error *error)
{
    if (g->sayer.report == NULL) {
        g->sayer.outlet = tvx_arena_text(&g->run, told->outlet);
        g->sayer.report = tvx_arena_text(&g->run, told->id);
        if (g->sayer.outlet == NULL || g->sayer.report == NULL)
            return tvx_fail_memory(error);
    }
    g->sayer.order = ++g->order;
    return TVX_OK;
}

/* What is gone, or is not told any more, is no value of the later draft. */
static bool leads_to_value(const tvx_reported_change *change)
{
    static const bool GONE[TVX_CHANGE_NAMES] = {[TVX_CHANGE_REMOVED] = true,
                                                [TVX_CHANGE_DROPPED] = true,
                                                [TVX_CHANGE_DEFERRED] = true,
                                                [TVX_CHANGE_UNSPECIFIED] = true,
                                                [TVX_CHANGE_NOT_REPORTED] = true};
    return (change->value.text != NULL || change->value.form != NULL) && !GONE[change->change];
}

/* The written form, which the run keeps; the report is gone by then. */
static int copy_value(gathering *g, tvx_saying *said, const tvx_given *given, tvx_error *error)
{
    tvx_arena arena = {0};
    const tvx_value *value = NULL;
    int code = tvx_read_value(&arena, said->row->term, given, &value, error);
    if (code == TVX_OK && (said->text = tvx_arena_text(&g->run, value->text)) == NULL)
        code = tvx_fail_memory(error);
    tvx_arena_dispose(&arena);
    return code != TVX_OK ? code
                          : tvx_read_value(&g->run, said->row->term,
                                           &(tvx_given){.text = said->text}, &said->value, error);
}

static int add_value(gathering *g, tvx_saying said, const tvx_told_report *told,
                     const tvx_reported_change *change, tvx_error *error)
{
    if (!leads_to_value(change))
        return TVX_OK;
    said.basis = told->report->basis;
    int code = copy_value(g, &said, &change->value, error);
    return code != TVX_OK ? code : add_saying(g, &g->said.values, &said, error);
}

static int add_change(gathering *g, const tvx_told_report *told, const tvx_reported_change *change,
                      tvx_error *error)
{
    tvx_saying said = {.draft = rank_of(g, change->draft),
                       .row = tvx_vocabulary_row(&g->in->view->vocabulary, change->term),
                       .from = TVX_NO_DRAFT,
                       .name = change->change};
    if (!in_run(g, said.draft) || said.row == NULL)
        return TVX_OK;
    if (change->from != NULL) {
        said.from = rank_of(g, change->from);
        if (said.from == TVX_NO_DRAFT || said.from == said.draft)
            return TVX_OK;
    }
    int code = meet(g, told, error);
    said.sayer = g->sayer;
    if (code == TVX_OK)
        code = add_saying(g, &g->said.changes, &said, error);
    return code != TVX_OK ? code : add_value(g, said, told, change, error);
}

static int gather_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    gathering *g = payload;
    const tvx_report *report = told->report;
    int code = TVX_OK;
    g->sayer = (tvx_sayer){0};
    if (counts_for_nothing(told))
        return TVX_OK;
    for (size_t i = 0; i < report->n_mentions && code == TVX_OK; i++) {
        const tvx_mention *m = &report->mentions[i];
        uint32_t rank = rank_of(g, m->draft);
        if (!in_run(g, rank))
            continue;
        code = meet(g, told, error);
        if (code == TVX_OK)
            code = add_members(g, rank, &m->dated, &m->presented, &m->by, error);
    }
    for (size_t i = 0; i < report->n_changes && code == TVX_OK; i++)
        code = add_change(g, told, &report->changes[i], error);
    return code;
}

/* --- runs --- */

/* Moves on to the next run; false: there is none of which anything is said. */
static bool next_run(gathering *g)
{
    size_t said = 0;
    g->low = g->high;
    while (g->high < g->n_drafts && (said == 0 || said + g->counts[g->high] <= MOST_SAID))
        said += g->counts[g->high++];
    return said > 0;
}

static int check_run(gathering *g, tvx_error *error)
{
    tvx_arena_clear(&g->run);
    g->said = (tvx_said){.in = g->in, .arena = &g->run};
    g->order = 0;
    int code = add_records(g, error);
    if (code == TVX_OK)
        code = tvx_view_reports(g->in->view, gather_report, g, error);
    if (code == TVX_OK)
        code = tvx_check_members(&g->said, error);
    return code != TVX_OK ? code : tvx_check_changes(&g->said, error);
}

int tvx_check_disagreements(tvx_inspection *in, tvx_error *error)
{
    gathering g = {.in = in};
    int code = tvx_view_drafts(in->view, &g.drafts, &g.n_drafts, error);
    if (code == TVX_OK)
        code = name_drafts(&g, error);
    if (code == TVX_OK)
        code = tvx_view_reports(in->view, count_report, &g, error);
    while (code == TVX_OK && next_run(&g))
        code = check_run(&g, error);
    tvx_arena_dispose(&g.run);
    tvx_arena_dispose(&g.arena);
    return code;
}
