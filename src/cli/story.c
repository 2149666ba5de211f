#include "cli/story.h"

#include <string.h>

#include "cli/change_text.h"
#include "cli/moment.h"
#include "cli/take.h"
#include "cli/text.h"

typedef struct change_list {
    tvx_cli_story_change *first, *last;
    size_t n_same;
} change_list;

enum { DAY = 24 * 60 * 60 };

const char *tvx_cli_story_day(tvx_cli *cli, const tvx_date *date, int64_t *latest,
                              int64_t *earliest)
{
    char day[TVX_DATE_HUMAN];
    *latest = *earliest = TVX_TIME_MAX;
    if (date == NULL)
        return "undated";
    *latest = date->latest;
    *earliest = date->earliest;
    if (date->precision == TVX_PRECISION_TIME) {
        *earliest -= ((*earliest % DAY) + DAY) % DAY;
        *latest = *earliest + DAY - 1;
    }
    tvx_cli_day(date, true, day);
    return tvx_cli_copy(cli, day);
}

/* What is gathered of drafts. */
typedef struct gatherer {
    tvx_cli *cli;
    tvx_view *view;
    change_list *changes; /* by rank of their draft */
    tvx_cli_story_item *drafts;
    size_t n_drafts;
} gatherer;

/* --- changes --- */

/* True unless the draft compared with is the one that the draft follows. */
static bool needs_naming(const tvx_changes_row *row)
{
    const tvx_texts *follows = &row->draft->follows;
    return row->from != NULL &&
           (follows->n != 1 || strcmp(follows->items[0], row->from->draft->key) != 0);
}

static void put_change(tvx_buf *out, const tvx_changes_row *row)
{
    const tvx_change *change = row->change;
    tvx_cli_row_title(out, change->row);
    tvx_buf_text(out, ": ");
    if (change->from != NULL)
        tvx_cli_change_sentence(out, change);
    else
        tvx_cli_reading(out, change->to); /* that it is new is what the mark says */
    if (needs_naming(row))
        tvx_buf_format(out, " (against %s)", row->from->draft->key);
}

static int keep_change(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    gatherer *g = payload;
    change_list *list = &g->changes[row->draft->rank];
    tvx_buf text = {0};
    if (row->change->name == TVX_CHANGE_SAME) {
        list->n_same++;
        return TVX_OK;
    }
    tvx_cli_story_change *change = tvx_arena_new(&g->cli->arena, 1, sizeof *change);
    if (change == NULL)
        return tvx_fail_memory(error);
    *change = (tvx_cli_story_change){.name = row->change->name};
    put_change(&text, row);
    change->text = tvx_cli_take(g->cli, &text);
    tvx_cli_toward(&text, row->change);
    change->toward = tvx_cli_take(g->cli, &text);
    change->style = tvx_cli_toward_style(g->view, row->change->toward);
    if (list->last != NULL)
        list->last->next = change;
    else
        list->first = change;
    list->last = change;
    return TVX_OK;
}

/* --- drafts --- */

static void put_draft(tvx_buf *out, const tvx_placed_draft *placed)
{
    const tvx_draft *draft = placed->draft;
    tvx_buf_format(out, "draft %s", draft->key);
    if (draft->title != NULL)
        tvx_buf_format(out, ": %s", draft->title);
    if (draft->by.n > 0)
        tvx_buf_text(out, ", by ");
    tvx_cli_list(out, draft->by);
    if (placed->follows.n > 0)
        tvx_buf_text(out, placed->implied ? "; follows (" : "; follows ");
    tvx_cli_list(out, placed->follows);
    tvx_buf_text(out, placed->implied ? ")" : "");
    if (placed->amends != NULL)
        tvx_buf_format(out, "; amends %s", placed->amends);
    if (placed->also.n > 0)
        tvx_buf_text(out, "; also called ");
    tvx_cli_list(out, placed->also);
    if (draft->maybe_same_as.n > 0)
        tvx_buf_text(out, "; maybe the same as ");
    tvx_cli_list(out, draft->maybe_same_as);
}

/* True if the item's place in time is before that of the other. */
static bool stands_before(const tvx_cli_story_item *a, const tvx_cli_story_item *b)
{
    return a->latest != b->latest ? a->latest < b->latest : a->earliest < b->earliest;
}

/* No draft stands after one that comes after it in the order of drafts. */
static void settle_drafts(gatherer *g)
{
    for (size_t i = g->n_drafts; i-- > 1;) {
        tvx_cli_story_item *item = &g->drafts[i - 1], *next = &g->drafts[i];
        if (!stands_before(next, item))
            continue;
        item->latest = next->latest;
        item->earliest = next->earliest;
    }
}

static int keep_drafts(gatherer *g, tvx_error *error)
{
    const tvx_placed_draft *drafts;
    const tvx_changes_filter everything = {0};
    int rc = tvx_view_drafts(g->view, &drafts, &g->n_drafts, error);
    g->changes = tvx_arena_new(&g->cli->arena, g->n_drafts, sizeof *g->changes);
    g->drafts = tvx_arena_new(&g->cli->arena, g->n_drafts, sizeof *g->drafts);
    if (g->changes == NULL || g->drafts == NULL)
        return tvx_fail_memory(error);
    if (rc == TVX_OK)
        rc = tvx_view_changes(g->view, &everything, keep_change, g, error);
    for (size_t i = 0; rc == TVX_OK && i < g->n_drafts; i++) {
        tvx_cli_story_item *item = &g->drafts[i];
        tvx_buf text = {0};
        put_draft(&text, &drafts[i]);
        *item = (tvx_cli_story_item){.text = tvx_cli_take(g->cli, &text),
                                     .draft = true,
                                     .changes = g->changes[i].first,
                                     .n_same = g->changes[i].n_same};
        item->day = tvx_cli_story_day(g->cli, drafts[i].date, &item->latest, &item->earliest);
    }
    settle_drafts(g);
    return rc;
}

/* --- one line of time --- */

/* Drafts keep their order; of what stands at the same time they go first. */
static int merge(tvx_cli_story *out, const gatherer *g, const tvx_cli_story *told, tvx_error *error)
{
    size_t d = 0, t = 0;
    out->n = 0;
    out->items = tvx_arena_new(&g->cli->arena, g->n_drafts + told->n, sizeof *out->items);
    if (out->items == NULL)
        return tvx_fail_memory(error);
    while (d < g->n_drafts || t < told->n) {
        bool draft =
            t == told->n || (d < g->n_drafts && !stands_before(&told->items[t], &g->drafts[d]));
        out->items[out->n++] = draft ? g->drafts[d++] : told->items[t++];
    }
    return TVX_OK;
}

int tvx_cli_story_make(tvx_cli_story *out, tvx_cli *cli, tvx_view *view, tvx_error *error)
{
    gatherer g = {.cli = cli, .view = view};
    tvx_cli_story told;
    int rc = tvx_cli_story_told(&told, cli, view, error);
    if (rc == TVX_OK)
        rc = keep_drafts(&g, error);
    return rc == TVX_OK ? merge(out, &g, &told, error) : rc;
}
