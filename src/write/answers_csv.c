#include "base/fail.h"
#include "write/answers.h"
#include "write/cell.h"
#include "write/words.h"

/* --- show --- */

enum { /* a reading's columns */
       R_DRAFT,
       R_TERM,
       R_TITLE,
       R_STATUS,
       R_STANCE,
       R_TEXT,
       R_BESIDE,
       R_INHERITED,
       R_REPORTS,
       R_MIN,
       R_MAX,
       R_ORIGINS,
       R_COLUMNS
};

static const char *const reading_columns[R_COLUMNS] = {
    [R_DRAFT] = "draft",     [R_TERM] = "term",           [R_TITLE] = "title",
    [R_STATUS] = "status",   [R_STANCE] = "stance",       [R_TEXT] = "text",
    [R_BESIDE] = "beside",   [R_INHERITED] = "inherited", [R_REPORTS] = "reports",
    [R_MIN] = "origins_min", [R_MAX] = "origins_max",     [R_ORIGINS] = "origins",
};

static int put_reading(tvx_table *table, const tvx_show *show, const tvx_reading *reading,
                       tvx_error *error)
{
    tvx_cell cells[R_COLUMNS];
    tvx_buf beside = {0}, title = {0};
    tvx_words_beside(&beside, reading);
    tvx_words_row(&title, reading->row);
    cells[R_DRAFT] = tvx_cell_text(show->draft->draft->key);
    cells[R_TERM] = tvx_cell_text(reading->row->name);
    cells[R_TITLE] = tvx_cell_text(tvx_buf_string(&title));
    cells[R_STATUS] = tvx_cell_text(tvx_status_name(reading->status));
    cells[R_STANCE] = tvx_cell_text(tvx_stance_name(reading->alternatives[0].stance));
    cells[R_TEXT] = tvx_cell_text(reading->text);
    cells[R_BESIDE] = tvx_cell_text(tvx_buf_string(&beside));
    cells[R_INHERITED] = tvx_cell_flag(reading->inherited);
    cells[R_REPORTS] = tvx_cell_count(reading->reports);
    cells[R_MIN] = tvx_cell_count(reading->origins.min);
    cells[R_MAX] = tvx_cell_count(reading->origins.max);
    cells[R_ORIGINS] = tvx_cell_list(reading->origins.names);
    int code =
        beside.failed || title.failed ? tvx_fail_memory(error) : tvx_table_row(table, cells, error);
    tvx_buf_dispose(&beside);
    tvx_buf_dispose(&title);
    return code;
}

static int write_show(const tvx_view *view, const tvx_show *show, const tvx_sink *sink,
                      tvx_error *error)
{
    tvx_table *table;
    int code = tvx_table_begin(&table, view, "terms", reading_columns, R_COLUMNS, TVX_FORMAT_CSV,
                               sink, error);
    for (size_t i = 0; i < show->n_readings && code == TVX_OK; i++)
        code = put_reading(table, show, &show->readings[i], error);
    if (code == TVX_OK)
        code = tvx_table_end(table, error);
    tvx_table_free(table);
    return code;
}

/* --- changes --- */

enum { /* a change's columns */
       C_DRAFT,
       C_DATED,
       C_FROM_DRAFT,
       C_TERM,
       C_TITLE,
       C_CHANGE,
       C_BECAUSE,
       C_POSSIBLE,
       C_CONTESTED,
       C_TOWARD,
       C_FROM_STATUS,
       C_FROM,
       C_TO_STATUS,
       C_TO,
       C_DELTA_LOW,
       C_DELTA_HIGH,
       C_DELTA_LOW_OPEN,
       C_DELTA_HIGH_OPEN,
       C_DELTA_UNIT,
       C_RATIO,
       C_TAGS_ADDED,
       C_TAGS_REMOVED,
       C_WHEN_FROM,
       C_WHEN_TO,
       C_OVER_FROM,
       C_OVER_TO,
       C_CONDITION_FROM,
       C_CONDITION_TO,
       C_REPORTS,
       C_MIN,
       C_MAX,
       C_ORIGINS,
       C_COLUMNS
};

static const char *const change_columns[C_COLUMNS] = {
    [C_DRAFT] = "draft",
    [C_DATED] = "dated",
    [C_FROM_DRAFT] = "from_draft",
    [C_TERM] = "term",
    [C_TITLE] = "title",
    [C_CHANGE] = "change",
    [C_BECAUSE] = "because",
    [C_POSSIBLE] = "possible",
    [C_CONTESTED] = "contested",
    [C_TOWARD] = "toward",
    [C_FROM_STATUS] = "from_status",
    [C_FROM] = "from",
    [C_TO_STATUS] = "to_status",
    [C_TO] = "to",
    [C_DELTA_LOW] = "delta_low",
    [C_DELTA_HIGH] = "delta_high",
    [C_DELTA_LOW_OPEN] = "delta_low_open",
    [C_DELTA_HIGH_OPEN] = "delta_high_open",
    [C_DELTA_UNIT] = "delta_unit",
    [C_RATIO] = "ratio",
    [C_TAGS_ADDED] = "tags_added",
    [C_TAGS_REMOVED] = "tags_removed",
    [C_WHEN_FROM] = "when_from",
    [C_WHEN_TO] = "when_to",
    [C_OVER_FROM] = "over_from",
    [C_OVER_TO] = "over_to",
    [C_CONDITION_FROM] = "condition_from",
    [C_CONDITION_TO] = "condition_to",
    [C_REPORTS] = "reports",
    [C_MIN] = "origins_min",
    [C_MAX] = "origins_max",
    [C_ORIGINS] = "origins",
};

/* What cells borrow while a row is written. */
typedef struct scratch {
    const char *possible[TVX_CHANGE_NAMES];
    char low[TVX_DECIMAL_TEXT], high[TVX_DECIMAL_TEXT];
    tvx_buf title;
} scratch;

static tvx_cell possible(scratch *s, const tvx_change *change)
{
    for (size_t i = 0; i < change->n_possible; i++)
        s->possible[i] = tvx_change_name_text(change->possible[i]);
    return tvx_cell_list((tvx_texts){.items = s->possible, .n = change->n_possible});
}

static tvx_cell end_of_delta(const tvx_end *end, char room[TVX_DECIMAL_TEXT])
{
    if (!end->bounded)
        return tvx_cell_text(NULL);
    tvx_decimal_print(&end->number, room);
    return tvx_cell_text(room);
}

static void put_delta(tvx_cell *cells, scratch *s, const tvx_change *change)
{
    const tvx_delta *d = &change->delta;
    if (!change->has_delta)
        return;
    cells[C_DELTA_LOW] = end_of_delta(&d->low, s->low);
    cells[C_DELTA_HIGH] = end_of_delta(&d->high, s->high);
    cells[C_DELTA_LOW_OPEN] = tvx_cell_flag(d->low.bounded && d->low.open);
    cells[C_DELTA_HIGH_OPEN] = tvx_cell_flag(d->high.bounded && d->high.open);
    cells[C_DELTA_UNIT] = tvx_cell_text(d->unit);
}

static void put_facet(tvx_cell *from, tvx_cell *to, const tvx_facet *facet)
{
    *from = tvx_cell_text(facet->differs ? facet->from : NULL);
    *to = tvx_cell_text(facet->differs ? facet->to : NULL);
}

static void put_readings(tvx_cell *cells, const tvx_change *change)
{
    if (change->from != NULL) {
        cells[C_FROM_STATUS] = tvx_cell_text(tvx_status_name(change->from->status));
        cells[C_FROM] = tvx_cell_text(change->from->text);
    }
    if (change->to == NULL)
        return;
    cells[C_TO_STATUS] = tvx_cell_text(tvx_status_name(change->to->status));
    cells[C_TO] = tvx_cell_text(change->to->text);
    cells[C_REPORTS] = tvx_cell_count(change->to->reports);
    cells[C_MIN] = tvx_cell_count(change->to->origins.min);
    cells[C_MAX] = tvx_cell_count(change->to->origins.max);
    cells[C_ORIGINS] = tvx_cell_list(change->to->origins.names);
}

static int put_row(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    const tvx_change *change = row->change;
    const tvx_date *dated = row->draft->date;
    tvx_cell cells[C_COLUMNS] = {{.type = TVX_CELL_NONE}};
    scratch s = {.title = {0}};
    tvx_words_row(&s.title, change->row);
    cells[C_DRAFT] = tvx_cell_text(row->draft->draft->key);
    cells[C_DATED] = tvx_cell_text(dated == NULL ? NULL : dated->text);
    cells[C_FROM_DRAFT] = tvx_cell_text(row->from == NULL ? NULL : row->from->draft->key);
    cells[C_TERM] = tvx_cell_text(change->row->name);
    cells[C_TITLE] = tvx_cell_text(tvx_buf_string(&s.title));
    cells[C_CHANGE] = tvx_cell_text(tvx_change_name_text(change->name));
    cells[C_BECAUSE] = tvx_cell_text(tvx_because_name(change->because));
    cells[C_POSSIBLE] = possible(&s, change);
    cells[C_CONTESTED] = tvx_cell_flag(change->contested);
    cells[C_TOWARD] = tvx_cell_text(change->toward);
    put_readings(cells, change);
    put_delta(cells, &s, change);
    cells[C_RATIO] = tvx_cell_text(change->ratio);
    cells[C_TAGS_ADDED] = tvx_cell_list(change->tags_added);
    cells[C_TAGS_REMOVED] = tvx_cell_list(change->tags_removed);
    put_facet(&cells[C_WHEN_FROM], &cells[C_WHEN_TO], &change->when);
    put_facet(&cells[C_OVER_FROM], &cells[C_OVER_TO], &change->over);
    put_facet(&cells[C_CONDITION_FROM], &cells[C_CONDITION_TO], &change->condition);
    int code = s.title.failed ? tvx_fail_memory(error) : tvx_table_row(payload, cells, error);
    tvx_buf_dispose(&s.title);
    return code;
}

static int begin_changes(tvx_table **table, const tvx_view *view, const tvx_sink *sink,
                         tvx_error *error)
{
    return tvx_table_begin(table, view, "changes", change_columns, C_COLUMNS, TVX_FORMAT_CSV, sink,
                           error);
}

static int write_diff(const tvx_view *view, const tvx_diff *diff, const tvx_sink *sink,
                      tvx_error *error)
{
    tvx_table *table;
    int code = begin_changes(&table, view, sink, error);
    for (size_t i = 0; i < diff->n_changes && code == TVX_OK; i++) {
        const tvx_changes_row row = {diff->to, diff->from, &diff->changes[i]};
        code = put_row(table, &row, error);
    }
    if (code == TVX_OK)
        code = tvx_table_end(table, error);
    tvx_table_free(table);
    return code;
}

static int write_changes(tvx_view *view, const tvx_changes_filter *filter, const tvx_sink *sink,
                         tvx_error *error)
{
    tvx_table *table;
    int code = begin_changes(&table, view, sink, error);
    if (code == TVX_OK)
        code = tvx_view_changes(view, filter, put_row, table, error);
    if (code == TVX_OK)
        code = tvx_table_end(table, error);
    tvx_table_free(table);
    return code;
}

const tvx_answer_format tvx_answer_csv = {
    .show = write_show,
    .diff = write_diff,
    .changes = write_changes,
    .sources = tvx_sources_csv,
    .brackets = tvx_brackets_csv,
    .coverage = tvx_coverage_csv,
};
