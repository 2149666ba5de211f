#include "base/text.h"
#include "cli/show.h"

#include <stdlib.h>
#include <string.h>

#include "cli/evidence_text.h"
#include "cli/moment.h"
#include "cli/ruling_text.h"
#include "cli/take.h"
#include "cli/told_text.h"

static const tvx_cli_column columns[] = {
    {.gap = 2, .wraps = true}, {.gap = 3, .wraps = true}, {.gap = 3, .wraps = true}};

enum { COLUMNS = sizeof columns / sizeof columns[0] };

#define DOT " \xc2\xb7 "

/* --- the draft itself --- */

/* Where reports say it was presented: " in Washington", or nothing. */
static int put_place(tvx_buf *out, tvx_cli *cli, tvx_view *view, const char *draft,
                     tvx_error *error)
{
    const tvx_told_event *events;
    const char **places = NULL;
    size_t n, found = 0, capacity = 0;
    int rc = tvx_view_events(view, &events, &n, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        const tvx_texts *told = &events[i].places;
        bool meant =
            events[i].event->kind == TVX_EVENT_PRESENTED &&
            tvx_text_among(draft, events[i].event->drafts.items, events[i].event->drafts.n);
        for (size_t j = 0; meant && j < told->n; j++) {
            if (tvx_arena_grow(&cli->arena, &places, found, &capacity, sizeof *places) != TVX_OK)
                return tvx_fail_memory(error);
            places[found++] = told->items[j];
        }
    }
    const tvx_texts once = tvx_cli_each_once(places, found);
    for (size_t i = 0; i < once.n; i++)
        tvx_buf_format(out, "%s%s", i > 0 ? " or " : " in ", once.items[i]);
    return rc;
}

/* "presented 24 Feb 2025 in Washington". */
static const char *made_when(tvx_cli *cli, const tvx_draft *draft, const char *place)
{
    char dated[TVX_DATE_HUMAN], presented[TVX_DATE_HUMAN];
    tvx_buf out = {0};
    tvx_human_date(&draft->dated, true, dated);
    tvx_human_date(&draft->presented, true, presented);
    if (dated[0] != '\0')
        tvx_buf_format(&out, "dated %s", dated);
    if (presented[0] != '\0' || place[0] != '\0')
        tvx_buf_format(&out, "%spresented%s%s%s", out.size > 0 ? ", " : "",
                       presented[0] != '\0' ? " " : "", presented, place);
    if (out.size == 0)
        tvx_buf_text(&out, "undated");
    return tvx_cli_take(cli, &out);
}

static void put_ties(tvx_buf *out, const tvx_placed_draft *placed)
{
    if (placed->follows.n > 0) {
        tvx_buf_text(out, "follows ");
        tvx_cli_list(out, placed->follows);
        tvx_buf_text(out, placed->implied && placed->amends == NULL ? " (by date alone)" DOT : DOT);
    }
    if (placed->amends != NULL)
        tvx_buf_format(out, "amends %s" DOT, placed->amends);
    tvx_buf_text(out, placed->draft->by.n > 0 ? "by " : "by not known");
    tvx_cli_list(out, placed->draft->by);
}

static void put_list(tvx_cli *cli, const char *before, tvx_texts texts)
{
    tvx_buf line = {0};
    if (texts.n == 0)
        return;
    tvx_buf_text(&line, before);
    tvx_cli_list(&line, texts);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_PLAIN, &line);
}

void tvx_cli_show_also(tvx_cli *cli, const tvx_placed_draft *placed)
{
    tvx_buf line = {0};
    if (placed->also.n == 0)
        return;
    tvx_buf_text(&line, "also called ");
    tvx_cli_list(&line, placed->also);
    if (placed->joined != NULL) {
        tvx_buf_text(&line, "; ");
        tvx_cli_ruling(&line, placed->joined);
    }
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_PLAIN, &line);
}

void tvx_cli_show_maybe(tvx_cli *cli, const tvx_placed_draft *placed)
{
    put_list(cli, "maybe the same as ", placed->draft->maybe_same_as);
}

static void put_header(tvx_cli *cli, const tvx_show *show, const char *place)
{
    const tvx_placed_draft *placed = show->draft;
    const tvx_draft *draft = placed->draft;
    tvx_buf line = {0};
    tvx_buf_format(&line, "%s%s%s", draft->key, draft->title != NULL ? "  " : "",
                   draft->title != NULL ? draft->title : "");
    tvx_cli_heading(cli, tvx_cli_take(cli, &line), made_when(cli, draft, place));
    put_ties(&line, placed);
    tvx_buf_text(&line, DOT);
    if (show->reports > 0)
        tvx_cli_evidence(&line, show->reports, &show->origins);
    else
        tvx_buf_text(&line, "no report tells what it holds");
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_PLAIN, &line);
    tvx_cli_show_also(cli, placed);
    tvx_cli_show_maybe(cli, placed);
    if (placed->cut)
        tvx_cli_paragraph(cli, 0, 2, TVX_CLI_PLAIN,
                          "its records go round in a circle, which is cut here");
    put_list(cli, "", (tvx_texts){&draft->url, draft->url != NULL});
    put_list(cli, "", (tvx_texts){&draft->note, draft->note != NULL});
}

/* --- its readings --- */

/* One answer, and who gives it. */
static void put_alternative(tvx_cli_grid *grid, const tvx_reading *reading,
                            const tvx_alternative *alternative, const tvx_placed_draft *draft,
                            size_t *shown)
{
    bool side = alternative->side;
    tvx_buf text = {0};
    tvx_cli_marked_alternative(&text, reading, alternative, shown);
    if (reading->inherited && side && draft->amends != NULL)
        tvx_buf_format(&text, " (inherited from %s)", draft->amends);
    tvx_cli_take_cell(grid, side ? TVX_CLI_PLAIN : TVX_CLI_DIM, &text);
    tvx_cli_alternative_evidence(&text, reading, alternative);
    tvx_cli_take_cell(grid, TVX_CLI_DIM, &text);
}

/* The sides of a bracket first: what else is told stands below. */
static void put_alternatives(tvx_cli_grid *grid, const tvx_reading *reading,
                             const tvx_placed_draft *draft, bool sides, size_t *shown)
{
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        if (reading->alternatives[i].side != sides)
            continue;
        if (!sides || *shown > 0) {
            tvx_cli_grid_row(grid);
            tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, "");
        }
        put_alternative(grid, reading, &reading->alternatives[i], draft, shown);
    }
}

/* A line below what is said. */
static void put_under(tvx_cli_grid *grid, tvx_buf *text)
{
    tvx_cli_grid_row(grid);
    tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, "");
    tvx_cli_take_cell(grid, TVX_CLI_DIM, text);
}

static void put_reading(tvx_cli_grid *grid, const tvx_reading *reading,
                        const tvx_placed_draft *draft)
{
    size_t shown = 0;
    tvx_buf title = {0};
    tvx_cli_grid_row(grid);
    tvx_cli_row_title(&title, reading->row);
    tvx_cli_take_cell(grid, TVX_CLI_PLAIN, &title);
    put_alternatives(grid, reading, draft, true, &shown);
    put_alternatives(grid, reading, draft, false, &shown);
    if (reading->preferred != NULL) {
        tvx_cli_ruling(&title, reading->preferred);
        put_under(grid, &title);
    }
}

/* --- what does not count --- */

/* The judgement or the report by which it does not count. */
static const char *why_id(const tvx_evidence *evidence)
{
    return evidence->set_aside != NULL ? evidence->set_aside->id : evidence->updated;
}

/* By what sets them aside; then as they were. */
static int compare_why(const void *a, const void *b)
{
    const tvx_set_aside *const *x = a, *const *y = b;
    int order = strcmp(why_id((*x)->evidence), why_id((*y)->evidence));
    return order != 0 ? order : *x < *y ? -1 : *x > *y;
}

static void put_claim(tvx_cli_grid *grid, const tvx_set_aside *claim)
{
    tvx_buf text = {0};
    tvx_cli_grid_row(grid);
    tvx_cli_row_title(&text, claim->row);
    tvx_cli_take_cell(grid, TVX_CLI_DIM, &text);
    tvx_cli_evidence_says(&text, claim->evidence);
    tvx_cli_take_cell(grid, TVX_CLI_DIM, &text);
    tvx_cli_teller(&text, claim->evidence->outlet, claim->evidence->published);
    tvx_cli_take_cell(grid, TVX_CLI_DIM, &text);
}

static int put_set_aside(tvx_cli_grid *grid, const tvx_show *show, tvx_error *error)
{
    size_t n = show->n_set_aside;
    const tvx_set_aside **claims = tvx_arena_new(&grid->cli->arena, n, sizeof *claims);
    if (claims == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        claims[i] = &show->set_aside[i];
    if (n > 1)
        qsort(claims, n, sizeof *claims, compare_why);
    for (size_t i = 0; i < n; i++) {
        const tvx_evidence *evidence = claims[i]->evidence;
        tvx_buf line = {0};
        if (i == 0 || strcmp(why_id(evidence), why_id(claims[i - 1]->evidence)) != 0) {
            tvx_buf_text(&line, "set aside: ");
            tvx_cli_why(&line, evidence->set_aside, evidence->updated);
            tvx_cli_take_between(grid, 2, TVX_CLI_TILDE, &line);
        }
        put_claim(grid, claims[i]);
    }
    return TVX_OK;
}

/* --- what it does not say --- */

/* Terms without a reading of themselves or of a variant: how many, and their names. */
static size_t silent_terms(const tvx_view *view, const tvx_show *show, tvx_buf *names)
{
    const tvx_row *rows;
    size_t n_rows = tvx_view_rows(view, &rows), n = 0, at = 0;
    for (size_t i = 0, end; i < n_rows; i = end) {
        bool spoken = false;
        for (end = i; end < n_rows && rows[end].term == rows[i].term; end++)
            ;
        for (; at < show->n_readings && show->readings[at].row->number < end; at++)
            spoken = true;
        if (!spoken)
            tvx_buf_format(names, "%s%s", n++ > 0 ? ", " : "", rows[i].term->key);
    }
    return n;
}

static void put_silence(tvx_cli *cli, const tvx_view *view, const tvx_show *show, size_t background)
{
    tvx_buf names = {0}, line = {0};
    size_t n = silent_terms(view, show, &names);
    if (n > 0) {
        tvx_buf_text(&line, "silent on ");
        tvx_cli_count(&line, n, "term", "terms");
        tvx_buf_format(&line, "%s%s", tvx_cli_has(cli, "all") ? ": " : "; --all names them",
                       tvx_cli_has(cli, "all") ? tvx_buf_string(&names) : "");
    }
    if (background > 0)
        tvx_buf_format(&line, "%sbackground that names no draft: travaux background",
                       line.size > 0 ? "; " : "");
    line.failed = line.failed || names.failed;
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &line);
    tvx_buf_dispose(&names);
}

int tvx_cli_show_draft(tvx_cli *cli, tvx_view *view, const tvx_placed_draft *placed,
                       tvx_error *error)
{
    const tvx_told_background *told;
    size_t background = 0;
    tvx_cli_grid grid;
    tvx_buf place = {0};
    tvx_show show;
    int rc = put_place(&place, cli, view, placed->draft->key, error);
    const char *where = tvx_cli_take(cli, &place);
    if (rc == TVX_OK)
        rc = tvx_view_background(view, &told, &background, error);
    if (rc == TVX_OK)
        rc = tvx_view_show(view, placed->draft->key, &show, error);
    if (rc != TVX_OK)
        return rc;
    put_header(cli, &show, where);
    tvx_cli_grid_begin(&grid, cli, columns, COLUMNS);
    for (size_t i = 0; i < show.n_readings; i++)
        put_reading(&grid, &show.readings[i], placed);
    rc = put_set_aside(&grid, &show, error);
    tvx_cli_grid_end(&grid);
    put_silence(cli, view, &show, background);
    tvx_cli_known_line(cli, view);
    return rc;
}
