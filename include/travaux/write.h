/*
 * Writing: answers and exports in formats for other programs and for the page. Text for a
 * terminal is the business of whoever owns the terminal.
 */
#ifndef TRAVAUX_WRITE_H
#define TRAVAUX_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/error.h"
#include "travaux/view.h"

/* Where bytes go. write returns TVX_OK or an error that it describes. */
typedef struct tvx_sink {
    int (*write)(void *payload, const char *bytes, size_t n, tvx_error *error);
    void *payload;
} tvx_sink;

typedef enum tvx_format {
    TVX_FORMAT_TEXT,
    TVX_FORMAT_JSON,
    TVX_FORMAT_CSV,
    TVX_FORMAT_MD
} tvx_format;

/*
 * --- answers ---
 *
 * JSON as schema/answers.schema.json has it, one line a term, a change or a draft; CSV (RFC 4180,
 * text as given), one row a reading, a change, a claim, an answer in a bracket or a draft;
 * Markdown, tables. TVX_FORMAT_TEXT is TVX_EUSAGE. changes and, but in Markdown, brackets are
 * streamed: memory does not grow with their number. Changes as reports tell them stand below those
 * derived, in JSON and Markdown alone, where there are some.
 */

int tvx_write_show(const tvx_view *view, const tvx_show *show, tvx_format format,
                   const tvx_sink *sink, tvx_error *error);
int tvx_write_diff(const tvx_view *view, const tvx_diff *diff, tvx_format format,
                   const tvx_sink *sink, tvx_error *error);
int tvx_write_changes(tvx_view *view, const tvx_changes_filter *filter, tvx_format format,
                      const tvx_sink *sink, tvx_error *error);

int tvx_write_sources(const tvx_view *view, const tvx_sources *sources, tvx_format format,
                      const tvx_sink *sink, tvx_error *error);

/* terms: as for tvx_view_brackets. */
int tvx_write_brackets(tvx_view *view, const tvx_texts *terms, tvx_format format,
                       const tvx_sink *sink, tvx_error *error);

/* How a draft treats a term, at a glance. */
typedef enum tvx_cover {
    TVX_COVER_SILENT,
    TVX_COVER_STATED,
    TVX_COVER_INCLUDED,
    TVX_COVER_DEFERRED,
    TVX_COVER_ABSENT,
    TVX_COVER_BRACKETED
} tvx_cover;
#define TVX_COVERS 6

/* All drafts by all rows; a byte a cell. Free with tvx_coverage_dispose, also after an error; the
   lists are borrowed from the view. */
typedef struct tvx_coverage {
    const tvx_row *rows;
    size_t n_rows;
    const tvx_placed_draft *drafts;
    size_t n_drafts;
    unsigned char *cells; /* private: see tvx_coverage_cell */
} tvx_coverage;

int tvx_coverage_make(tvx_coverage *out, tvx_view *view, tvx_error *error);
void tvx_coverage_dispose(tvx_coverage *coverage);

/* A cell by the numbers of its row and draft; inherited: the amended draft's. */
tvx_cover tvx_coverage_cell(const tvx_coverage *coverage, size_t row, size_t draft,
                            bool *inherited);
const char *tvx_cover_name(tvx_cover cover); /* "stated"; NULL for SILENT */

int tvx_write_coverage(const tvx_view *view, const tvx_coverage *coverage, tvx_format format,
                       const tvx_sink *sink, tvx_error *error);

/*
 * A change in words: "raised by at least 50 points", "raised, lowered or same", "incomparable (of
 * different things)", "widened, with oil, gas". As it is: whoever shows it escapes it.
 */
int tvx_write_change_words(const tvx_change *change, const tvx_sink *sink, tvx_error *error);

/*
 * The same of a change as a report tells it: "lowered, to 75%", "added: 50%", "removed". value: in
 * its written form, or NULL.
 */
int tvx_write_told_words(const tvx_reported_change *change, const char *value, const tvx_sink *sink,
                         tvx_error *error);

/* --- lists: any table of texts in any of the formats --- */

typedef struct tvx_table tvx_table;

/* One cell: a text, a list of texts, true or false, a count, or nothing. */
typedef struct tvx_cell {
    enum { TVX_CELL_NONE, TVX_CELL_TEXT, TVX_CELL_LIST, TVX_CELL_FLAG, TVX_CELL_COUNT } type;
    const char *text;
    tvx_texts list;
    bool flag;
    size_t count;
} tvx_cell;

/*
 * Begins a table of n columns, whose names are borrowed until it is freed. In JSON it is
 * {"negotiation":…,"known_by":…,NAME:[{COLUMN:…}…]}, all but the last left out where view is NULL;
 * in CSV and Markdown a list is joined by "; ". Free with tvx_table_free, also after an error.
 */
int tvx_table_begin(tvx_table **out, const tvx_view *view, const char *name,
                    const char *const *columns, size_t n, tvx_format format, const tvx_sink *sink,
                    tvx_error *error);
int tvx_table_row(tvx_table *table, const tvx_cell *cells, tvx_error *error);
int tvx_table_end(tvx_table *table, tvx_error *error);
void tvx_table_free(tvx_table *table);

/* --- exports: one file a format, chosen from one table --- */

typedef struct tvx_export_options {
    bool claims; /* csv: one claim a row instead of one change */
} tvx_export_options;

/* A format that a file can be exported to. */
typedef struct tvx_exporter {
    const char *name;   /* "jsonl" */
    const char *suffix; /* ".jsonl": how -o infers the format */
    const char *says;   /* half a line for the help */
    int (*run)(tvx_view *view, const tvx_export_options *options, const tvx_sink *sink,
               tvx_error *error);
} tvx_exporter;

/* All of them, and one by name (TVX_ENOTFOUND with the nearest). */
size_t tvx_exporters(const tvx_exporter *const **out);
int tvx_exporter_find(const char *name, const tvx_exporter **out, tvx_error *error);

#endif
