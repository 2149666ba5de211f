/*
 * Cutting a CSV file into rows, a row at a time: RFC 4180 with any of comma, semicolon and tab
 * between cells, and with any of CR LF, LF and CR between rows. Whatever may mean two things is
 * refused where it stands.
 */
#ifndef TVX_READ_CSV_H
#define TVX_READ_CSV_H

#include <stddef.h>

#include "read/pieces.h"
#include "travaux/error.h"

#define TVX_CSV_CELL_MAX    ((size_t)1024 * 1024)      /* bytes of a cell at most */
#define TVX_CSV_ROW_MAX     ((size_t)16 * 1024 * 1024) /* bytes of a row at most */
#define TVX_CSV_COLUMNS_MAX 1000

/* A row; borrowed until the callback returns. */
typedef struct tvx_csv_row {
    const char *const *cells; /* UTF-8, as they stand there */
    size_t n;
    unsigned long line; /* on which it begins, from 1 */
} tvx_csv_row;

typedef int (*tvx_csv_callback)(void *payload, const tvx_csv_row *row, tvx_error *error);

/*
 * Hands each row to the callback, the header first, until one returns an error. delimiter stands
 * between cells; 0: whichever of comma, semicolon and tab the first row has most of outside
 * quotes, or the one that an Excel line `sep=;` names. A BOM at the start and blank lines are
 * passed over. TVX_EINPUT with line, column and, below the header, the column's name for a row
 * that has more or fewer cells than the header, a quote within a cell that is not quoted, text
 * after a closing quote, a quote that is not closed (where it begins), NUL, what is no UTF-8, and
 * what is longer than the limits above; also for an input without a row, and for well-known files
 * that are no CSV.
 */
int tvx_read_csv(tvx_byte_source source, void *source_payload, char delimiter,
                 tvx_csv_callback callback, void *payload, tvx_error *error);

/* Names the line and the column (from 1; 0: none) of an error, the column's name too unless NULL:
   "column 3 (term)". */
void tvx_csv_fail_at(tvx_error *error, unsigned long line, size_t column, const char *name);

#endif
