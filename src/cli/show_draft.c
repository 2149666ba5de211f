#include "base/text.h"
#include "cli/show.h"

#include <string.h>

#include "cli/evidence_text.h"
#include "cli/moment.h"
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
    put_list(cli, "also called ", placed->also);
    put_list(cli, "maybe the same as ", draft->maybe_same_as);
    if (placed->cut)
        tvx_cli_paragraph(cli, 0, 2, TVX_CLI_PLAIN,
                          "its records go round in a circle, which is cut here");
    put_list(cli, "", (tvx_texts){&draft->url, draft->url != NULL});
    put_list(cli, "", (tvx_texts){&draft->note, draft->note != NULL});
}

/* --- its readings --- */

typedef struct bracket_parts {
    size_t sides, shown;
} bracket_parts;

/* One answer, and who gives it. */
static void put_alternative(tvx_cli_grid *grid, const tvx_reading *reading,
                            const tvx_alternative *alternative, const tvx_placed_draft *draft,
                            bracket_parts *bracket)
{
    bool side = alternative->side, open = reading->status == TVX_STATUS_BRACKETED && side;
    tvx_buf text = {0};
    if (open)
        tvx_buf_text(&text, bracket->shown++ == 0 ? "[" : "| ");
    else if (!side)
        tvx_buf_text(&text, "also: ");
    tvx_cli_alternative(&text, alternative);
    if (open && bracket->shown == bracket->sides)
        tvx_buf_char(&text, ']');
    if (reading->inherited && side && draft->amends != NULL)
        tvx_buf_format(&text, " (inherited from %s)", draft->amends);
    tvx_cli_take_cell(grid, side ? TVX_CLI_PLAIN : TVX_CLI_DIM, &text);
    tvx_cli_alternative_evidence(&text, reading, alternative);
    tvx_cli_take_cell(grid, TVX_CLI_DIM, &text);
}

/* The sides of a bracket first: what else is told stands below. */
static void put_alternatives(tvx_cli_grid *grid, const tvx_reading *reading,
                             const tvx_placed_draft *draft, bool sides, bracket_parts *bracket)
{
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        if (reading->alternatives[i].side != sides)
            continue;
        if (!sides || bracket->shown > 0) {
            tvx_cli_grid_row(grid);
            tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, "");
        }
        put_alternative(grid, reading, &reading->alternatives[i], draft, bracket);
    }
}

static void put_reading(tvx_cli_grid *grid, const tvx_reading *reading,
                        const tvx_placed_draft *draft)
{
    bracket_parts bracket = {0};
    tvx_buf title = {0};
    for (size_t i = 0; i < reading->n_alternatives; i++)
        bracket.sides += reading->alternatives[i].side;
    tvx_cli_grid_row(grid);
    tvx_cli_row_title(&title, reading->row);
    tvx_cli_take_cell(grid, TVX_CLI_PLAIN, &title);
    put_alternatives(grid, reading, draft, true, &bracket);
    put_alternatives(grid, reading, draft, false, &bracket);
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
    tvx_cli_grid_end(&grid);
    put_silence(cli, view, &show, background);
    tvx_cli_known_line(cli, view);
    return TVX_OK;
}
