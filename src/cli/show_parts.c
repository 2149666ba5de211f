#include "cli/moment.h"
#include "cli/show.h"
#include "cli/take.h"
#include "cli/told_text.h"

enum { INDENT = 2, SAYS = 2 };

static void begin(tvx_cli_grid *grid, const char *what, size_t n)
{
    if (n == 0)
        return;
    tvx_cli_grid_blank(grid);
    tvx_cli_grid_paragraph(grid, 0, TVX_CLI_STRONG, what);
}

/* A row of up to three texts; the last is taken. */
static void put_row(tvx_cli_grid *grid, const char *first, tvx_buf *second, tvx_buf *third)
{
    tvx_cli_grid_row(grid);
    tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, first);
    tvx_cli_take_cell(grid, TVX_CLI_PLAIN, second);
    tvx_cli_take_cell(grid, TVX_CLI_PLAIN, third);
}

/* A remark below what is said: "note: …"; nothing of nothing. */
static void put_aside(tvx_cli_grid *grid, const char *label, const char *text)
{
    if (text == NULL)
        return;
    tvx_cli_grid_row(grid);
    for (size_t i = 0; i < SAYS; i++)
        tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, "");
    tvx_cli_grid_cellf(grid, TVX_CLI_DIM, "%s%s", label, text);
}

static void put_made_aside(tvx_cli_grid *grid, const char *label, tvx_buf *text)
{
    const char *made = tvx_cli_take(grid->cli, text);
    put_aside(grid, label, made[0] != '\0' ? made : NULL);
}

/* --- sources --- */

/* A source and those it cites in turn; no deeper than records nest. */
static void put_tree(tvx_cli_grid *grid, const tvx_cite *cites, size_t n, size_t depth)
{
    for (size_t i = 0; i < n; i++) {
        tvx_buf text = {0};
        tvx_cli_cite(&text, &cites[i]);
        tvx_cli_take_between(grid, INDENT * (depth + 1), TVX_CLI_PLAIN, &text);
        put_tree(grid, cites[i].cites, cites[i].n_cites, depth + 1);
    }
}

/* The same on one line: "CNN, which cites a Ukrainian official (anonymous); AFP". */
static void put_chain(tvx_buf *out, const tvx_cite *cites, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        tvx_buf_text(out, i > 0 ? "; " : "");
        tvx_cli_cite(out, &cites[i]);
        if (cites[i].n_cites == 0)
            continue;
        tvx_buf_text(out, ", which cites ");
        put_chain(out, cites[i].cites, cites[i].n_cites);
    }
}

/* --- parts --- */

static void put_mention(tvx_cli_grid *grid, const tvx_mention *mention)
{
    tvx_buf as = {0}, says = {0};
    tvx_buf_text(&as, mention->as != NULL ? mention->as : "");
    tvx_cli_mention_says(&says, mention);
    put_row(grid, mention->draft, &as, &says);
    put_aside(grid, "note: ", mention->note);
}

static int put_claim(tvx_cli_grid *grid, tvx_view *view, const tvx_claim *claim, tvx_error *error)
{
    tvx_buf text = {0}, title = {0}, says = {0};
    tvx_buf_text(&text, claim->drafts.n == 0 ? "background" : "");
    tvx_cli_list(&text, claim->drafts);
    tvx_cli_term_title(&title, view, claim->term);
    int rc = tvx_cli_claim_says(&says, view, claim, error);
    put_row(grid, tvx_cli_take(grid->cli, &text), &title, &says);
    put_aside(grid, "was: ", claim->was);
    put_aside(grid, "quote: ", claim->quote);
    put_aside(grid, "where: ", claim->where);
    tvx_cli_spaced(&text, tvx_basis_name(claim->basis));
    put_made_aside(grid, "basis: ", &text);
    put_chain(&text, claim->cites, claim->n_cites);
    put_made_aside(grid, "cites: ", &text);
    put_aside(grid, "note: ", claim->note);
    return rc;
}

static int put_reported(tvx_cli_grid *grid, tvx_view *view, const tvx_reported_change *change,
                        tvx_error *error)
{
    tvx_buf title = {0}, says = {0};
    const char *value = NULL;
    int rc = tvx_view_written(view, change->term, &change->value, &value, error);
    tvx_cli_term_title(&title, view, change->term);
    tvx_cli_reported_says(&says, change, value);
    put_row(grid, change->draft, &title, &says);
    put_aside(grid, "note: ", change->note);
    return rc;
}

static int put_position(tvx_cli_grid *grid, tvx_view *view, const tvx_position *position,
                        tvx_error *error)
{
    char day[TVX_DATE_HUMAN];
    tvx_buf party = {0}, says = {0};
    const char *value = NULL;
    int rc = position->term != NULL
                 ? tvx_view_written(view, position->term, &position->value, &value, error)
                 : TVX_OK;
    tvx_cli_day(&position->dated, true, day);
    tvx_cli_position_party(&party, position);
    tvx_cli_position_says(&says, view, position, value);
    put_row(grid, day, &party, &says);
    put_aside(grid, "note: ", position->note);
    return rc;
}

static void put_event(tvx_cli_grid *grid, const tvx_view *view, const tvx_event *event)
{
    char day[TVX_DATE_HUMAN];
    tvx_buf says = {0};
    tvx_human_date(&event->dated, true, day);
    tvx_cli_event_says(&says, view, event, (tvx_texts){&event->place, event->place != NULL});
    tvx_cli_grid_row(grid);
    tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, day);
    tvx_cli_take_cell(grid, TVX_CLI_PLAIN, &says);
    put_aside(grid, "note: ", event->note);
}

int tvx_cli_show_parts(tvx_cli_grid *grid, tvx_view *view, const tvx_report *report,
                       tvx_error *error)
{
    int rc = TVX_OK;
    begin(grid, "cites", report->n_cites);
    put_tree(grid, report->cites, report->n_cites, 0);
    begin(grid, "mentions", report->n_mentions);
    for (size_t i = 0; i < report->n_mentions; i++)
        put_mention(grid, &report->mentions[i]);
    begin(grid, "claims", report->n_claims);
    for (size_t i = 0; rc == TVX_OK && i < report->n_claims; i++)
        rc = put_claim(grid, view, &report->claims[i], error);
    begin(grid, "changes that it tells of", report->n_changes);
    for (size_t i = 0; rc == TVX_OK && i < report->n_changes; i++)
        rc = put_reported(grid, view, &report->changes[i], error);
    begin(grid, "positions", report->n_positions);
    for (size_t i = 0; rc == TVX_OK && i < report->n_positions; i++)
        rc = put_position(grid, view, &report->positions[i], error);
    begin(grid, "events", report->n_events);
    for (size_t i = 0; i < report->n_events; i++)
        put_event(grid, view, &report->events[i]);
    return rc;
}
