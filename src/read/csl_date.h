/*
 * Dates of CSL-JSON.
 */
#ifndef TVX_READ_CSL_DATE_H
#define TVX_READ_CSL_DATE_H

#include "base/buf.h"
#include "codec/foreign.h"

/*
 * Appends a date variable as EDTF; nothing where it holds none. What can only be said in words
 * (a season, a literal that is no EDTF) goes into `words`. Whether the day exists is not looked at.
 */
void tvx_csl_date(tvx_buf *out, tvx_buf *words, const tvx_foreign *date);

#endif
