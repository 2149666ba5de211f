#include "cli/history.h"

#include "cli/change_text.h"
#include "cli/evidence_text.h"
#include "cli/take.h"

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

int tvx_cli_history_gather(tvx_cli_history *out, tvx_cli *cli, tvx_view *view,
                           const tvx_changes_filter *filter, tvx_error *error)
{
    *out = (tvx_cli_history){.cli = cli, .view = view};
    out->n_rows = tvx_view_rows(view, &out->rows);
    out->terms = tvx_arena_new(&cli->arena, out->n_rows, sizeof *out->terms);
    if (out->terms == NULL)
        return tvx_fail_memory(error);
    int rc = tvx_view_drafts(view, &out->drafts, &out->n_drafts, error);
    return rc == TVX_OK ? tvx_view_changes(view, filter, keep_row, out, error) : rc;
}
