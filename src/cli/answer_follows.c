#include "cli/answer_follows.h"

#include "cli/answer.h"
#include "cli/take.h"

enum { ROWS_TOLD = 12, GONE_TOLD = 5 };

/* --- readings --- */

/* Compares; the texts live as long as both of them. */
static int reread(tvx_cli_recording *recording, tvx_cli_readings *after, tvx_cli_rereads *out,
                  tvx_error *error)
{
    int rc = tvx_cli_readings_take(after, recording->cli, recording->file, error);
    return rc == TVX_OK ? tvx_cli_readings_compare(out, &recording->before, after, error) : rc;
}

static bool too_many(const tvx_cli_recording *recording, const tvx_cli_readings *after)
{
    return recording->before.too_many || after->too_many;
}

static void tell_row(tvx_cli_grid *grid, const tvx_cli_reread *row)
{
    tvx_buf texts = {0};
    tvx_buf_format(&texts, "%s \xe2\x86\x92 %s", row->from != NULL ? row->from : "not reported",
                   row->to != NULL ? row->to : "not reported");
    tvx_cli_grid_row(grid);
    tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, row->read->draft);
    tvx_cli_grid_cell(grid, TVX_CLI_PLAIN, row->read->title);
    tvx_cli_take_cell(grid, TVX_CLI_PLAIN, &texts);
}

static void tell_rows(tvx_cli *cli, const tvx_cli_rereads *rows, bool new_drafts)
{
    static const tvx_cli_column columns[] = {
        {.gap = 2, .wraps = true}, {.gap = 3, .wraps = true}, {.gap = 3, .wraps = true}};
    tvx_buf line = {0};
    tvx_cli_grid grid;
    tvx_cli_grid_begin(&grid, cli, columns, sizeof columns / sizeof columns[0]);
    for (size_t i = 0; i < rows->n && i < ROWS_TOLD; i++)
        tell_row(&grid, &rows->items[i]);
    tvx_cli_grid_end(&grid);
    if (rows->n == 0)
        tvx_buf_text(&line, new_drafts ? "no reading of the drafts there before changes"
                                       : "no reading changes");
    else if (rows->n > ROWS_TOLD)
        tvx_buf_format(&line, "and %zu more readings", rows->n - ROWS_TOLD);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_PLAIN, &line);
}

int tvx_cli_answer_rereads(tvx_cli_recording *recording, tvx_error *error)
{
    tvx_cli_readings after = {0};
    tvx_cli_rereads rows;
    int rc = reread(recording, &after, &rows, error);
    if (rc == TVX_OK && !too_many(recording, &after))
        tell_rows(recording->cli, &rows, after.drafts > recording->before.drafts);
    else if (rc == TVX_OK)
        tvx_cli_paragraph(recording->cli, 0, 2, TVX_CLI_DIM,
                          "of so many drafts it is not told which readings change");
    tvx_cli_readings_free(&after);
    return rc;
}

static void json_rows(tvx_json *json, const tvx_cli_rereads *rows)
{
    tvx_json_list(json, TVX_JSON_LINES);
    for (size_t i = 0; i < rows->n; i++) {
        const tvx_cli_reread *row = &rows->items[i];
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_json_member(json, "negotiation", row->read->negotiation);
        tvx_json_member(json, "draft", row->read->draft);
        tvx_json_member(json, "term", row->read->term);
        tvx_json_member(json, "from", row->from);
        tvx_json_member(json, "to", row->to);
        tvx_json_end(json);
    }
    tvx_json_end(json);
}

int tvx_cli_json_rereads(tvx_cli_recording *recording, tvx_json *json, tvx_error *error)
{
    tvx_cli_readings after = {0};
    tvx_cli_rereads rows;
    int rc = reread(recording, &after, &rows, error);
    tvx_json_name(json, "readings");
    if (rc != TVX_OK || too_many(recording, &after))
        tvx_json_null(json);
    else
        json_rows(json, &rows);
    tvx_cli_readings_free(&after);
    return rc;
}

/* --- what is gone --- */

static void tell_gone(const tvx_cli_recording *recording, const tvx_added *added)
{
    tvx_buf line = {0};
    for (size_t i = 0; i < added->n_gone && i < GONE_TOLD; i++) {
        tvx_buf_text(&line, i > 0 ? "; " : "");
        tvx_cli_record(&line, &added->gone[i]);
    }
    if (added->all_gone > GONE_TOLD)
        tvx_buf_format(&line, "; and %zu more", added->all_gone - GONE_TOLD);
    tvx_buf_format(&line, " %s gone from this file for good",
                   recording->dry         ? "would be"
                   : added->all_gone == 1 ? "is"
                                          : "are");
    tvx_cli_take_paragraph(recording->cli, 0, 2, TVX_CLI_PLAIN, &line);
}

static void tell_copies(const tvx_cli_recording *recording, const tvx_texts *copies)
{
    tvx_buf line = {0};
    tvx_buf_text(&line, "exports and copies made earlier still hold the text");
    if (copies->n > 0) {
        tvx_buf_text(&line, copies->n == 1 ? "; so may this backup: " : "; so may these backups: ");
        tvx_cli_list(&line, *copies);
    }
    tvx_cli_take_paragraph(recording->cli, 0, 2, TVX_CLI_PLAIN, &line);
}

int tvx_cli_answer_gone(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error)
{
    tvx_texts copies;
    if (added->all_gone == 0)
        return TVX_OK;
    int rc = tvx_file_copies(recording->file, &copies, error);
    if (rc != TVX_OK)
        return rc;
    tell_gone(recording, added);
    tell_copies(recording, &copies);
    return TVX_OK;
}

int tvx_cli_json_gone(tvx_cli_recording *recording, const tvx_added *added, tvx_json *json,
                      tvx_error *error)
{
    tvx_texts copies;
    if (added->all_gone == 0)
        return TVX_OK;
    int rc = tvx_file_copies(recording->file, &copies, error);
    if (rc != TVX_OK)
        return rc;
    tvx_cli_json_records(json, "forgotten", added->gone, added->n_gone);
    tvx_cli_json_texts(json, "copies", &copies);
    return TVX_OK;
}
