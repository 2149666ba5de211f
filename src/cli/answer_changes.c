#include "cli/answer_changes.h"
#include "base/text.h"

#include <string.h>

#include "cli/change_text.h"
#include "cli/moment.h"
#include "cli/take.h"

enum { SILENT_NAMED = 6 }; /* terms that are named of those on which a draft is silent */

typedef struct telling {
    tvx_cli *cli;
    const tvx_added *added;
    tvx_view *view;
    tvx_arena arena;
    bool *claimed; /* by number of the row: the new reports speak of it */
    const tvx_row *rows;
    size_t n_rows;
    size_t background; /* claims of theirs that name no draft */
    tvx_cli_grid grid;
    const char *shown; /* the draft whose rows are being told */
} telling;

/* --- which terms --- */

static int note_claims(telling *t, const char *id, tvx_error *error)
{
    tvx_found_record found;
    const tvx_row *row;
    int rc = tvx_view_record(t->view, id, &found, error);
    if (rc != TVX_OK)
        return rc;
    const tvx_report *report = &found.record.as.report;
    for (size_t i = 0; rc == TVX_OK && i < report->n_claims; i++) {
        if (report->claims[i].drafts.n == 0)
            t->background++;
        else if ((rc = tvx_view_row(t->view, report->claims[i].term, &row, error)) == TVX_OK)
            t->claimed[row->number] = true;
    }
    return rc;
}

static int note_reports(telling *t, tvx_error *error)
{
    int rc = TVX_OK;
    t->n_rows = tvx_view_rows(t->view, &t->rows);
    t->claimed = tvx_arena_new(&t->arena, t->n_rows + 1, sizeof *t->claimed);
    if (t->claimed == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; rc == TVX_OK && i < t->added->n_records; i++) {
        const tvx_added_record *record = &t->added->records[i];
        if (record->kind == TVX_RECORD_REPORT &&
            strcmp(record->negotiation, t->added->records[0].negotiation) == 0)
            rc = note_claims(t, record->id, error);
    }
    return rc;
}

/* --- what changed --- */

static bool is_new_to(const telling *t, const tvx_placed_draft *draft)
{
    bool told = tvx_text_among(draft->draft->key, t->added->drafts.items, t->added->drafts.n);
    for (size_t i = 0; !told && i < draft->also.n; i++)
        told = tvx_text_among(draft->also.items[i], t->added->drafts.items, t->added->drafts.n);
    return told;
}

static bool same_year(const tvx_date *a, const tvx_date *b)
{
    return a != NULL && b != NULL && strncmp(a->text, b->text, 4) == 0;
}

static void put_draft(tvx_buf *out, const tvx_placed_draft *draft, const tvx_placed_draft *beside)
{
    char day[TVX_DATE_HUMAN];
    tvx_buf_text(out, draft->draft->key);
    if (draft->date == NULL)
        return;
    tvx_cli_day(draft->date, beside == NULL || !same_year(draft->date, beside->date), day);
    tvx_buf_format(out, ", %s", day);
}

/* "first reported", "against us-0212, 12 Feb", "raised against us-0212, 12 Feb". */
static void put_note(tvx_buf *out, const tvx_changes_row *row)
{
    tvx_change_name name = row->change->name;
    bool says_itself = name >= TVX_CHANGE_ADDED && name <= TVX_CHANGE_UNSPECIFIED;
    if (name == TVX_CHANGE_SAME) {
        tvx_buf_text(out, "as in");
    } else if (name == TVX_CHANGE_INCOMPARABLE) {
        tvx_buf_text(out, "not comparable with");
    } else {
        if (!says_itself)
            tvx_cli_change_words(out, row->change);
        if (row->from != NULL)
            tvx_buf_text(out, says_itself ? "against" : " against");
    }
    if (row->from != NULL) {
        tvx_buf_char(out, ' ');
        put_draft(out, row->from, row->draft);
    }
    if (row->change->because != TVX_BECAUSE_NONE)
        tvx_buf_format(out, ": %s", tvx_because_name(row->change->because));
}

static void put_texts(tvx_buf *out, const tvx_change *change)
{
    if (change->from != NULL && change->name != TVX_CHANGE_SAME) {
        tvx_cli_reading(out, change->from);
        tvx_buf_text(out, " \xe2\x86\x92 ");
    }
    if (change->to != NULL)
        tvx_cli_reading(out, change->to);
}

static void head_draft(telling *t, const tvx_placed_draft *draft)
{
    tvx_buf head = {0};
    if (t->added->drafts.n < 2 || (t->shown != NULL && strcmp(t->shown, draft->draft->key) == 0))
        return;
    put_draft(&head, draft, NULL);
    tvx_cli_take_between(&t->grid, 0, TVX_CLI_STRONG, &head);
    t->shown = tvx_cli_copy(t->cli, draft->draft->key);
}

static int tell_row(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    telling *t = payload;
    tvx_buf title = {0}, texts = {0}, note = {0};
    (void)error;
    if (!t->claimed[row->change->row->number] || !is_new_to(t, row->draft))
        return TVX_OK;
    head_draft(t, row->draft);
    tvx_cli_row_title(&title, row->change->row);
    put_texts(&texts, row->change);
    tvx_buf_char(&note, '(');
    put_note(&note, row);
    tvx_buf_char(&note, ')');
    tvx_cli_grid_row(&t->grid);
    tvx_cli_take_cell(&t->grid, TVX_CLI_PLAIN, &title);
    tvx_cli_take_cell(&t->grid, TVX_CLI_PLAIN, &texts);
    tvx_cli_take_cell(&t->grid, tvx_cli_change_style(row->change->name), &note);
    return TVX_OK;
}

static int tell_changes(telling *t, tvx_error *error)
{
    static const tvx_cli_column columns[] = {
        {.gap = 2, .wraps = true}, {.gap = 3, .wraps = true}, {.gap = 3, .wraps = true}};
    const char **names = tvx_arena_new(&t->arena, t->n_rows + 1, sizeof *names);
    size_t n = 0;
    if (names == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < t->n_rows; i++)
        if (t->claimed[i])
            names[n++] = t->rows[i].name;
    if (n == 0)
        return TVX_OK;
    tvx_changes_filter filter = {.terms = {names, n}};
    tvx_cli_grid_begin(&t->grid, t->cli, columns, sizeof columns / sizeof columns[0]);
    int rc = tvx_view_changes(t->view, &filter, tell_row, t, error);
    tvx_cli_grid_end(&t->grid);
    return rc;
}

/* --- silence --- */

/* Marks by number the rows that a draft's readings have; of the stated ones alone, if so asked. */
static int mark_rows(telling *t, const char *draft, bool stated_alone, bool *marks,
                     tvx_error *error)
{
    tvx_show show;
    int rc = tvx_view_show(t->view, draft, &show, error);
    for (size_t i = 0; rc == TVX_OK && i < show.n_readings; i++)
        if (!stated_alone || show.readings[i].alternatives[0].stance == TVX_STANCE_STATED)
            marks[show.readings[i].row->number] = true;
    return rc;
}

static void say_silent(telling *t, const char *before, const bool *stated, const bool *told)
{
    tvx_buf line = {0}, names = {0};
    size_t n = 0;
    for (size_t i = 0; i < t->n_rows; i++) {
        if (!stated[i] || told[i])
            continue;
        if (n < SILENT_NAMED)
            tvx_buf_format(&names, "%s%s", n > 0 ? ", " : "", t->rows[i].name);
        n++;
    }
    const char *named = tvx_cli_take(t->cli, &names);
    if (n == 0)
        return;
    tvx_buf_text(&line, "silent on ");
    tvx_cli_count(&line, n, "term", "terms");
    tvx_buf_format(&line, " that %s stated: %s", before, named);
    if (n > SILENT_NAMED)
        tvx_buf_format(&line, ", and %zu more", n - SILENT_NAMED);
    tvx_cli_take_paragraph(t->cli, 0, 2, TVX_CLI_PLAIN, &line);
}

/* One draft against one that it follows. */
static int tell_silence_since(telling *t, const char *before, const bool *told, tvx_error *error)
{
    bool *stated = tvx_arena_new(&t->arena, t->n_rows + 1, sizeof *stated);
    if (stated == NULL)
        return tvx_fail_memory(error);
    int rc = mark_rows(t, before, true, stated, error);
    if (rc == TVX_OK)
        say_silent(t, before, stated, told);
    return rc;
}

static int tell_silence_of(telling *t, const char *draft, tvx_error *error)
{
    const tvx_placed_draft *placed;
    int rc = tvx_view_draft(t->view, draft, &placed, error);
    size_t n = rc == TVX_OK ? placed->follows.n : 0;
    const char **before = tvx_arena_new(&t->arena, n + 1, sizeof *before);
    bool *told = tvx_arena_new(&t->arena, t->n_rows + 1, sizeof *told);
    if (before == NULL || told == NULL)
        return tvx_fail_memory(error);
    if (n > 0)
        memcpy(before, placed->follows.items, n * sizeof *before);
    if (rc == TVX_OK)
        rc = mark_rows(t, draft, false, told, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++)
        rc = tell_silence_since(t, before[i], told, error);
    return rc;
}

/* Drafts that were declared in this call: of others silence is no news. */
static int tell_silence(telling *t, tvx_error *error)
{
    int rc = TVX_OK;
    for (size_t i = 0; rc == TVX_OK && i < t->added->n_records; i++) {
        const tvx_added_record *record = &t->added->records[i];
        if (record->kind == TVX_RECORD_DRAFT &&
            tvx_text_among(record->key, t->added->drafts.items, t->added->drafts.n) &&
            strcmp(record->negotiation, t->added->records[0].negotiation) == 0)
            rc = tell_silence_of(t, record->key, error);
    }
    return rc;
}

static void tell_background(telling *t)
{
    tvx_buf line = {0};
    if (t->background == 0)
        return;
    tvx_cli_count(&line, t->background, "claim that names", "claims that name");
    tvx_buf_text(&line, " no draft: travaux background");
    tvx_cli_take_paragraph(t->cli, 0, 2, TVX_CLI_PLAIN, &line);
}

int tvx_cli_answer_changes(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error)
{
    telling t = {.cli = recording->cli, .added = added};
    tvx_query query = {.negotiation = added->records[0].negotiation};
    int rc = tvx_view_open(&t.view, recording->file, &query, error);
    if (rc == TVX_OK)
        rc = note_reports(&t, error);
    if (rc == TVX_OK)
        rc = tell_changes(&t, error);
    if (rc == TVX_OK)
        rc = tell_silence(&t, error);
    if (rc == TVX_OK)
        tell_background(&t);
    tvx_view_free(t.view);
    tvx_arena_dispose(&t.arena);
    return rc;
}
