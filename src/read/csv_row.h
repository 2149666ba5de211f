/*
 * One row of a CSV file as parts of a report: JSON texts that csv_records.h puts together.
 */
#ifndef TVX_READ_CSV_ROW_H
#define TVX_READ_CSV_ROW_H

#include "read/csv_shape.h"

/* A claim, a draft or a mention, in a report's list of that name. */
typedef struct tvx_csv_part {
    const char *text;    /* its members, without the braces about them */
    const char *sources; /* of a claim: its basis and cites as members, "" for none */
    unsigned long line;
    size_t column; /* of the cell that it is; 0: the row is */
    bool dropped;  /* another part says all that it says */
} tvx_csv_part;

typedef struct tvx_csv_parts {
    tvx_csv_part *items;
    size_t n, capacity;
} tvx_csv_parts;

/* What tells reports apart, and what else a report has: columns of these numbers, from the first.
 */
#define TVX_CSV_OF_REPORT (TVX_CSV_REPORT_NOTE - TVX_CSV_REPORT)
#define TVX_CSV_TELLING   (TVX_CSV_URL - TVX_CSV_REPORT + 1)

/* Zero-initialise; lives in the arena. */
typedef struct tvx_csv_entry {
    unsigned long line;
    const char
        *report[TVX_CSV_OF_REPORT]; /* cells of the columns from TVX_CSV_REPORT on, or NULL */
    const char *sources;            /* as those of its claims */
    const char *notes[2];           /* of the report, or NULL */
    tvx_csv_parts claims, drafts, mentions;
} tvx_csv_entry;

/* Reads a row; *empty tells that nothing stands in it. TVX_EINPUT with line and column. */
int tvx_csv_row_read(tvx_csv_entry *out, bool *empty, tvx_arena *arena, const tvx_csv_shape *shape,
                     const tvx_import_given *given, const tvx_csv_row *row, tvx_error *error);

#endif
