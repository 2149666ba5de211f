#include "cli/history.h"

#include "cli/change_text.h"
#include "cli/evidence_text.h"
#include "cli/take.h"
#include "cli/told_text.h"

static void keep_change(tvx_cli *cli, tvx_cli_history_line *line, const tvx_change *change)
{
    tvx_buf text = {0};
    tvx_cli_change_words(&text, change);
    line->words = tvx_cli_take(cli, &text);
    tvx_cli_toward(&text, change);
    line->toward = tvx_cli_take(cli, &text);
    line->party = change->toward != NULL ? tvx_cli_copy(cli, change->toward) : NULL;
}

static void keep_reading(tvx_cli *cli, tvx_cli_history_line *line, const tvx_reading *reading)
{
    tvx_buf text = {0};
    tvx_cli_reading(&text, reading);
    line->reading = tvx_cli_take(cli, &text);
    tvx_cli_beside(&text, reading);
    line->beside = tvx_cli_take(cli, &text);
    tvx_cli_reading_evidence(&text, reading);
    line->evidence = tvx_cli_take(cli, &text);
}

static int keep_row(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    tvx_cli_history *history = payload;
    tvx_cli_term_history *term = &history->terms[row->change->row->number];
    tvx_cli_history_line *line = tvx_arena_new(&history->cli->arena, 1, sizeof *line);
    if (line == NULL)
        return tvx_fail_memory(error);
    *line = (tvx_cli_history_line){.draft = row->draft,
                                   .from = row->from,
                                   .name = row->change->name,
                                   .reading = "",
                                   .beside = "",
                                   .evidence = ""};
    keep_change(history->cli, line, row->change);
    if (term->last == NULL || term->last->draft != row->draft)
        keep_reading(history->cli, line, row->change->to);
    if (term->last != NULL)
        term->last->next = line;
    else
        term->first = line;
    term->last = line;
    return TVX_OK;
}

static const char *told_text(tvx_cli *cli, const tvx_told_change *told, bool only)
{
    tvx_buf text = {0};
    tvx_cli_told_change(&text, told, only);
    return tvx_cli_take(cli, &text);
}

static int keep_told(tvx_cli_history *history, const tvx_told_change *told, tvx_error *error)
{
    tvx_cli_term_history *term = &history->terms[told->row->number];
    tvx_cli_history_told *kept = tvx_arena_new(&history->cli->arena, 1, sizeof *kept);
    if (kept == NULL)
        return tvx_fail_memory(error);
    *kept = (tvx_cli_history_told){.draft = told->draft,
                                   .key = tvx_cli_copy(history->cli, told->change->draft),
                                   .same = told->change->change == TVX_CHANGE_SAME,
                                   .beside = told_text(history->cli, told, false),
                                   .only = told_text(history->cli, told, true)};
    if (term->last_told != NULL)
        term->last_told->next = kept;
    else
        term->told = kept;
    term->last_told = kept;
    return TVX_OK;
}

static int gather_told(tvx_cli_history *history, const tvx_changes_filter *filter, tvx_error *error)
{
    const tvx_told_change *told;
    size_t n = 0;
    int rc = tvx_view_told_changes(history->view, filter, &told, &n, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++)
        rc = keep_told(history, &told[i], error);
    return rc;
}

int tvx_cli_history_gather(tvx_cli_history *out, tvx_cli *cli, tvx_view *view,
                           const tvx_changes_filter *filter, tvx_error *error)
{
    *out = (tvx_cli_history){.cli = cli, .view = view};
    out->n_rows = tvx_view_rows(view, &out->rows);
    out->terms = tvx_arena_new(&cli->arena, out->n_rows, sizeof *out->terms);
    if (out->terms == NULL)
        return tvx_fail_memory(error);
    int rc = tvx_view_drafts(view, &out->drafts, &out->n_drafts, error);
    if (rc == TVX_OK)
        rc = tvx_view_changes(view, filter, keep_row, out, error);
    return rc == TVX_OK ? gather_told(out, filter, error) : rc;
}
