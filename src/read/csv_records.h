/*
 * A CSV file as reports: rows of one article (same outlet, title, date and URL, and same id where
 * an export wrote one) become one report, in whatever order they stand; reports are handed over by
 * their first rows. The same rows always make the same records, byte for byte, also in another
 * order: claims are ordered by draft and term, and two equal ones are one.
 */
#ifndef TVX_READ_CSV_RECORDS_H
#define TVX_READ_CSV_RECORDS_H

#include "read/made.h"
#include "read/pieces.h"

typedef struct tvx_csv_records tvx_csv_records;

/*
 * Reads a whole file, and hands its reports to the sink (until the callback returns an error: it is
 * told as tvx_csv_records_explain does). *out is set even where this fails, unless memory ran out.
 * Errors bear line and column. Memory grows with the file. Free with tvx_csv_records_free.
 */
int tvx_csv_records_read(tvx_csv_records **out, tvx_byte_source source, void *source_payload,
                         char delimiter, const tvx_import_given *given, const tvx_made_sink *sink,
                         tvx_error *error);
void tvx_csv_records_free(tvx_csv_records *records);

/* Turns the line and pointer of an error, which are those of a report that was handed over, into
   the line and column that the part in question was made of. */
void tvx_csv_records_explain(const tvx_csv_records *records, tvx_error *error);

#endif
