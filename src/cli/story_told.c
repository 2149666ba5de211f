/*
 * The part of the story that is told beside drafts: events and positions.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cli/story.h"
#include "cli/take.h"
#include "cli/told_text.h"

/* Something told by a report, before what is told alike is joined. */
typedef struct telling {
    int64_t latest, earliest; /* of its day */
    const char *day;
    size_t number; /* of an event: its place among them; positions stand behind, by their words */
    const char *text, *more;
    const char *outlet;
} telling;

typedef struct gatherer {
    tvx_cli *cli;
    tvx_view *view;
    telling *tellings;
    size_t n, capacity;
} gatherer;

static telling *new_telling(gatherer *g, const tvx_date *date, const char *outlet)
{
    if (tvx_arena_grow(&g->cli->arena, &g->tellings, g->n, &g->capacity, sizeof *g->tellings) !=
        TVX_OK)
        return NULL;
    telling *made = &g->tellings[g->n++];
    *made = (telling){.number = SIZE_MAX, .outlet = tvx_cli_copy(g->cli, outlet), .more = ""};
    made->day = tvx_cli_story_day(g->cli, date, &made->latest, &made->earliest);
    return made;
}

static int keep_events(gatherer *g, tvx_error *error)
{
    const tvx_told_event *told;
    size_t n;
    int rc = tvx_view_events(g->view, &told, &n, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        tvx_buf says = {0};
        tvx_cli_event_says(&says, g->view, told[i].event, told[i].places);
        const char *text = tvx_cli_take(g->cli, &says);
        for (size_t j = 0; rc == TVX_OK && j < told[i].n_tellers; j++) {
            telling *made = new_telling(g, &told[i].event->dated, told[i].tellers[j].outlet);
            if (made == NULL)
                return tvx_fail_memory(error);
            made->number = i;
            made->text = text;
        }
    }
    return rc;
}

static int keep_positions(gatherer *g, tvx_error *error)
{
    const tvx_told_position *told;
    size_t n;
    int rc = tvx_view_positions(g->view, &told, &n, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        const tvx_position *position = told[i].position;
        bool own = position->dated.text != NULL;
        telling *made = new_telling(g, own ? &position->dated : told[i].teller.published,
                                    told[i].teller.outlet);
        tvx_buf says = {0};
        if (made == NULL)
            return tvx_fail_memory(error);
        tvx_cli_position_party(&says, position);
        tvx_buf_char(&says, ' ');
        tvx_cli_position_says(&says, g->view, position, told[i].text);
        made->text = tvx_cli_take(g->cli, &says);
        made->more = own ? "" : "; no day given";
    }
    return rc;
}

/* --- joining what is told alike --- */

static int compare_days(const telling *a, const telling *b)
{
    if (a->latest != b->latest)
        return a->latest < b->latest ? -1 : 1;
    if (a->earliest != b->earliest)
        return a->earliest < b->earliest ? -1 : 1;
    return strcmp(a->day, b->day);
}

static int compare_what(const telling *a, const telling *b)
{
    int order = compare_days(a, b);
    if (order == 0 && a->number != b->number)
        order = a->number < b->number ? -1 : 1;
    if (order == 0)
        order = strcmp(a->text, b->text);
    return order != 0 ? order : strcmp(a->more, b->more);
}

static int compare_tellings(const void *a, const void *b)
{
    const telling *x = a, *y = b;
    int order = compare_what(x, y);
    return order != 0 ? order : strcmp(x->outlet, y->outlet);
}

enum { NAMED_MOST = 3 }; /* of more tellers their number says enough */

/* One line of a run of tellings that are alike: what is told, and by whom. */
static const char *joined_text(tvx_cli *cli, const telling *run, size_t n)
{
    tvx_buf text = {0};
    size_t outlets = 0;
    tvx_buf_format(&text, "%s (", run->text);
    for (size_t i = 0; i < n; i++)
        outlets += i == 0 || strcmp(run[i].outlet, run[i - 1].outlet) != 0;
    if (outlets > NAMED_MOST)
        tvx_buf_format(&text, "%zu outlets", outlets);
    for (size_t i = 0; outlets <= NAMED_MOST && i < n; i++)
        if (i == 0 || strcmp(run[i].outlet, run[i - 1].outlet) != 0)
            tvx_buf_format(&text, "%s%s", i > 0 ? ", " : "", run[i].outlet);
    tvx_buf_format(&text, "%s)", run->more);
    return tvx_cli_take(cli, &text);
}

int tvx_cli_story_told(tvx_cli_story *out, tvx_cli *cli, tvx_view *view, tvx_error *error)
{
    gatherer g = {.cli = cli, .view = view};
    int rc = keep_events(&g, error);
    if (rc == TVX_OK)
        rc = keep_positions(&g, error);
    *out = (tvx_cli_story){.items = tvx_arena_new(&cli->arena, g.n, sizeof *out->items)};
    if (rc == TVX_OK && out->items == NULL)
        rc = tvx_fail_memory(error);
    if (rc != TVX_OK)
        return rc;
    if (g.n > 1)
        qsort(g.tellings, g.n, sizeof *g.tellings, compare_tellings);
    for (size_t i = 0, end; i < g.n; i = end) {
        const telling *first = &g.tellings[i];
        for (end = i + 1; end < g.n && compare_what(first, &g.tellings[end]) == 0; end++)
            ;
        out->items[out->n++] = (tvx_cli_story_item){.latest = first->latest,
                                                    .earliest = first->earliest,
                                                    .day = first->day,
                                                    .text = joined_text(cli, first, end - i)};
    }
    return TVX_OK;
}
