/*
 * CSV as RFC 4180 has it: fields quoted only where they must be, text kept as given, rows ended
 * by CR and LF.
 */
#ifndef TVX_WRITE_CSV_H
#define TVX_WRITE_CSV_H

#include <stdbool.h>

#include "base/buf.h"

/* A field, after a comma unless it is the row's first; NULL: an empty one. */
void tvx_csv_field(tvx_buf *out, bool first, const char *text);
void tvx_csv_end_row(tvx_buf *out);

#endif
