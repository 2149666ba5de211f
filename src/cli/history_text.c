#include "cli/history_text.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "cli/change_text.h"
#include "cli/moment.h"
#include "cli/take.h"

static const tvx_cli_column columns[] = {
    {.gap = 2}, {.gap = 2}, {.gap = 3, .wraps = true}, {.gap = 2}, {.gap = 1, .wraps = true},
    {.gap = 2}};

enum { COLUMNS = sizeof columns / sizeof columns[0], BEFORE_READING = 2 + 2 + 3, MARK = 2 + 1 + 1 };

/* What is being printed. */
typedef struct printer {
    tvx_cli_grid grid;
    const tvx_cli_history *history;
    bool all;                         /* `same` too */
    bool with_year;                   /* dates of drafts would not be clear without */
    const tvx_placed_draft **told_by; /* by rank: the draft whose line tells this one's reading */
    const tvx_placed_draft *above;    /* the draft of the line above */
    const tvx_row *row;               /* whose block it is */
    bool headed;                      /* the block has begun */
    size_t reading_room, change_room; /* what fits side by side, in columns */
    size_t n_alike;                   /* readings left out as the same */
} printer;

/* The lines of one draft from the first one to the end, and what reports tell beside. */
typedef struct draft_lines {
    const tvx_cli_history_line *first, *end;
    const tvx_cli_history_told *told, *told_end;
    bool several;
    bool all; /* `same` is shown: it is asked for, or a report tells something else */
} draft_lines;

static bool is_shown(const draft_lines *lines, const tvx_cli_history_line *line)
{
    return lines->all || line->name != TVX_CHANGE_SAME;
}

/* --- one draft's lines --- */

/* The draft whose line tells what a draft holds: an earlier one where it holds the same. */
static const tvx_placed_draft *told_by(const printer *p, const tvx_placed_draft *draft)
{
    const tvx_placed_draft *teller = draft != NULL ? p->told_by[draft->rank] : NULL;
    return teller != NULL ? teller : draft;
}

/* draft: NULL: it is not known. */
static void put_lead(printer *p, const tvx_placed_draft *draft, const char *key,
                     const char *reading)
{
    char day[TVX_DATE_HUMAN];
    tvx_cli_day(draft != NULL ? draft->date : NULL, p->with_year, day);
    tvx_cli_grid_cell(&p->grid, TVX_CLI_PLAIN, day);
    tvx_cli_grid_cell(&p->grid, TVX_CLI_STRONG, key);
    tvx_cli_grid_cell(&p->grid, TVX_CLI_PLAIN, reading);
}

static void put_blanks(printer *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        tvx_cli_grid_cell(&p->grid, TVX_CLI_PLAIN, "");
}

/* What changed, and against which draft where that is not clear from the line above. */
static const char *change_text(const printer *p, const tvx_cli_history_line *line, bool several)
{
    tvx_buf text = {0};
    tvx_buf_text(&text, line->words);
    if (line->from != NULL && (several || told_by(p, line->from) != p->above))
        tvx_buf_format(&text, " (against %s)", line->from->draft->key);
    return tvx_cli_take(p->history->cli, &text);
}

static bool fits(const printer *p, const tvx_cli_history_line *line, const char *text)
{
    size_t arrow = line->party != NULL ? 2 + tvx_text_width(line->toward) : 0;
    return tvx_text_width(text) + arrow <= p->change_room;
}

/* Beside the reading, or below it. */
static void put_change(printer *p, const tvx_cli_history_line *line, const char *text, bool beside)
{
    tvx_cli_style style = tvx_cli_change_style(line->name);
    if (!beside) {
        tvx_cli_grid_cellf(&p->grid, style, "%s %s%s%s", tvx_cli_mark(line->name), text,
                           line->party != NULL ? "  " : "", line->toward);
        return;
    }
    tvx_cli_grid_cell(&p->grid, style, tvx_cli_mark(line->name));
    tvx_cli_grid_cell(&p->grid, style, text);
    tvx_cli_grid_cell(&p->grid, tvx_cli_toward_style(p->history->view, line->party), line->toward);
}

static void put_under(printer *p, const char *before, const char *text)
{
    if (text[0] == '\0')
        return;
    tvx_cli_grid_row(&p->grid);
    put_blanks(p, 2);
    tvx_cli_grid_cellf(&p->grid, TVX_CLI_DIM, "%s%s", before, text);
}

static bool fit_beside(const printer *p, const draft_lines *lines)
{
    bool fit = tvx_text_width(lines->first->reading) <= p->reading_room;
    for (const tvx_cli_history_line *l = lines->first; fit && l != lines->end; l = l->next)
        fit = !is_shown(lines, l) || fits(p, l, change_text(p, l, lines->several));
    return fit;
}

static void put_lines(printer *p, const draft_lines *lines)
{
    bool beside = fit_beside(p, lines), begun = false;
    for (const tvx_cli_history_line *l = lines->first; l != lines->end; l = l->next) {
        if (!is_shown(lines, l))
            continue;
        if (!begun || beside)
            tvx_cli_grid_row(&p->grid);
        if (!begun)
            put_lead(p, lines->first->draft, lines->first->draft->draft->key,
                     lines->first->reading);
        else if (beside)
            put_blanks(p, 3);
        if (!beside) {
            tvx_cli_grid_row(&p->grid);
            put_blanks(p, 2);
        }
        put_change(p, l, change_text(p, l, lines->several), beside);
        begun = true;
    }
}

/* The heading of the block, once something is to stand under it. */
static void begin_block(printer *p)
{
    tvx_buf title = {0};
    if (p->headed)
        return;
    p->headed = true;
    tvx_cli_row_title(&title, p->row);
    tvx_cli_grid_blank(&p->grid);
    tvx_cli_grid_heading(&p->grid, tvx_cli_take(p->history->cli, &title), p->row->name);
}

static void put_draft(printer *p, const draft_lines *lines)
{
    const tvx_cli_history_line *first = lines->first;
    bool shown = false;
    for (const tvx_cli_history_line *l = first; l != lines->end; l = l->next)
        shown = shown || is_shown(lines, l);
    p->told_by[first->draft->rank] = shown ? first->draft : told_by(p, first->from);
    if (!shown) {
        p->n_alike++;
        return;
    }
    begin_block(p);
    put_lines(p, lines);
    put_under(p, "also: ", first->beside);
    put_under(p, "", first->evidence);
    for (const tvx_cli_history_told *t = lines->told; t != lines->told_end; t = t->next)
        put_under(p, "", t->beside);
    p->above = first->draft;
}

/* --- one term's block --- */

/* What reports tell of drafts that no reading of the term is of: up to the one given, or all. */
static const tvx_cli_history_told *put_told_only(printer *p, const tvx_cli_history_told *told,
                                                 const tvx_placed_draft *until)
{
    const char *above = NULL;
    while (told != NULL &&
           (until == NULL || (told->draft != NULL && told->draft->rank < until->rank))) {
        begin_block(p);
        if (above != NULL && strcmp(told->key, above) == 0) {
            put_under(p, "", told->only);
        } else {
            tvx_cli_grid_row(&p->grid);
            put_lead(p, told->draft, told->key, told->only);
        }
        above = told->key;
        told = told->next;
    }
    return told;
}

/* The lines of the draft of one line; told: the first of what is told that is not put yet. */
static draft_lines lines_of(const printer *p, const tvx_cli_history_line *line,
                            const tvx_cli_history_told *told)
{
    draft_lines lines = {.first = line, .end = line->next, .told = told, .all = p->all};
    while (lines.end != NULL && lines.end->draft == line->draft)
        lines.end = lines.end->next;
    for (; told != NULL && told->draft == line->draft; told = told->next)
        lines.all = lines.all || !told->same;
    lines.told_end = told;
    lines.several = lines.end != line->next;
    return lines;
}

static void put_term(printer *p, const tvx_row *row)
{
    const tvx_cli_term_history *term = &p->history->terms[row->number];
    const tvx_cli_history_told *told = term->told;
    const tvx_cli_history_line *line = term->first;
    p->above = NULL;
    p->row = row;
    p->headed = false;
    while (line != NULL) {
        told = put_told_only(p, told, line->draft);
        const draft_lines lines = lines_of(p, line, told);
        put_draft(p, &lines);
        line = lines.end;
        told = lines.told_end;
    }
    put_told_only(p, told, NULL);
    for (line = term->first; line != NULL; line = line->next)
        p->told_by[line->draft->rank] = NULL;
}

/* How much of a line is left for a reading and its change; off a terminal there is no end. */
static void divide_line(printer *p)
{
    const tvx_cli_history *history = p->history;
    const tvx_cli_screen *screen = &history->cli->screen;
    size_t date = 0, key = 0;
    p->reading_room = p->change_room = SIZE_MAX;
    if (!screen->terminal)
        return;
    for (size_t i = 0; i < history->n_drafts; i++) {
        char day[TVX_DATE_HUMAN];
        tvx_cli_day(history->drafts[i].date, p->with_year, day);
        size_t day_width = tvx_text_width(day);
        size_t key_width = tvx_text_width(history->drafts[i].draft->key);
        date = day_width > date ? day_width : date;
        key = key_width > key ? key_width : key;
    }
    size_t before = BEFORE_READING + date + key;
    size_t rest = screen->width > before + MARK ? screen->width - before - MARK : 0;
    p->reading_room = rest / 2;
    p->change_room = rest - rest / 2;
}

int tvx_cli_history_put(const tvx_cli_history *history, bool all, size_t *n_alike, tvx_error *error)
{
    tvx_cli *cli = history->cli;
    printer p = {.history = history, .all = all};
    p.told_by = tvx_arena_new(&cli->arena, history->n_drafts, sizeof(tvx_placed_draft *));
    if (p.told_by == NULL)
        return tvx_fail_memory(error);
    p.with_year = !tvx_cli_same_year(history->drafts, history->n_drafts);
    divide_line(&p);
    tvx_cli_grid_begin(&p.grid, cli, columns, COLUMNS);
    for (size_t i = 0; i < history->n_rows; i++)
        put_term(&p, &history->rows[i]);
    tvx_cli_grid_end(&p.grid);
    *n_alike = p.n_alike;
    return TVX_OK;
}
