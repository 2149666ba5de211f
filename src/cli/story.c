#include "cli/story.h"

#include <stdint.h>
#include <string.h>

#include "cli/change_text.h"
#include "cli/moment.h"
#include "cli/take.h"
#include "cli/text.h"
#include "cli/told_text.h"

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

/* A change as a report tells it. */
typedef struct told_change {
    size_t draft, row; /* by rank and number */
    bool same;
    const char *beside, *only; /* with a change that the readings make, and without */
} told_change;

/* What is gathered of drafts. */
typedef struct gatherer {
    tvx_cli *cli;
    tvx_view *view;
    change_list *changes; /* by rank of their draft */
    tvx_cli_story_item *drafts;
    size_t n_drafts;
    told_change *told; /* by draft, then row */
    size_t n_told, at; /* at: the first that is not in its draft's list yet */
    size_t draft, row; /* of the change kept last: by rank and number */
    bool all_same;     /* all changes of that draft and row are */
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

static int append(gatherer *g, size_t draft, const tvx_cli_story_change *change, tvx_error *error)
{
    change_list *list = &g->changes[draft];
    tvx_cli_story_change *kept = tvx_arena_new(&g->cli->arena, 1, sizeof *kept);
    if (kept == NULL)
        return tvx_fail_memory(error);
    *kept = *change;
    if (list->last != NULL)
        list->last->next = kept;
    else
        list->first = kept;
    list->last = kept;
    return TVX_OK;
}

/* Puts what is told of drafts and rows before these behind what changed there. What tells that
   nothing changed is left out where the readings say the same. */
static int append_told(gatherer *g, size_t draft, size_t row, tvx_error *error)
{
    int rc = TVX_OK;
    for (; rc == TVX_OK && g->at < g->n_told; g->at++) {
        const told_change *told = &g->told[g->at];
        bool beside = told->draft == g->draft && told->row == g->row;
        if (told->draft > draft || (told->draft == draft && told->row >= row))
            break;
        if (beside && told->same && g->all_same)
            continue;
        const tvx_cli_story_change change = {.name = TVX_CHANGE_SAME,
                                             .told = true,
                                             .text = beside ? told->beside : told->only,
                                             .toward = ""};
        rc = append(g, told->draft, &change, error);
    }
    return rc;
}

static int keep_change(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    gatherer *g = payload;
    const tvx_change *change = row->change;
    bool same = change->name == TVX_CHANGE_SAME;
    tvx_buf text = {0};
    int rc = append_told(g, row->draft->rank, change->row->number, error);
    if (rc != TVX_OK)
        return rc;
    g->all_same =
        same && (g->all_same || g->draft != row->draft->rank || g->row != change->row->number);
    g->draft = row->draft->rank;
    g->row = change->row->number;
    if (same) {
        g->changes[g->draft].n_same++;
        return TVX_OK;
    }
    tvx_cli_story_change kept = {.name = change->name};
    put_change(&text, row);
    kept.text = tvx_cli_take(g->cli, &text);
    tvx_cli_toward(&text, change);
    kept.toward = tvx_cli_take(g->cli, &text);
    kept.style = tvx_cli_toward_style(g->view, change->toward);
    return append(g, g->draft, &kept, error);
}

static const char *told_text(tvx_cli *cli, const tvx_told_change *told, bool only)
{
    tvx_buf text = {0};
    tvx_cli_row_title(&text, told->row);
    tvx_buf_text(&text, ": ");
    tvx_cli_told_change(&text, told, only);
    return tvx_cli_take(cli, &text);
}

/* Of drafts that are known. */
static int keep_told(gatherer *g, const tvx_changes_filter *filter, tvx_error *error)
{
    const tvx_told_change *told;
    size_t n = 0;
    int rc = tvx_view_told_changes(g->view, filter, &told, &n, error);
    g->told = tvx_arena_new(&g->cli->arena, n, sizeof *g->told);
    if (g->told == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        if (told[i].draft == NULL)
            continue;
        g->told[g->n_told++] = (told_change){.draft = told[i].draft->rank,
                                             .row = told[i].row->number,
                                             .same = told[i].change->change == TVX_CHANGE_SAME,
                                             .beside = told_text(g->cli, &told[i], false),
                                             .only = told_text(g->cli, &told[i], true)};
    }
    return rc;
}

static int keep_changes(gatherer *g, tvx_error *error)
{
    const tvx_changes_filter everything = {0};
    g->draft = g->row = SIZE_MAX;
    int rc = keep_told(g, &everything, error);
    if (rc == TVX_OK)
        rc = tvx_view_changes(g->view, &everything, keep_change, g, error);
    return rc == TVX_OK ? append_told(g, SIZE_MAX, 0, error) : rc;
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
    int rc = tvx_view_drafts(g->view, &drafts, &g->n_drafts, error);
    g->changes = tvx_arena_new(&g->cli->arena, g->n_drafts, sizeof *g->changes);
    g->drafts = tvx_arena_new(&g->cli->arena, g->n_drafts, sizeof *g->drafts);
    if (g->changes == NULL || g->drafts == NULL)
        return tvx_fail_memory(error);
    if (rc == TVX_OK)
        rc = keep_changes(g, error);
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
