/*
 * What the files that fetch reports have in common.
 */
#ifndef TVX_STORE_FETCH_H
#define TVX_STORE_FETCH_H

#include "store/sql.h"

/* Fills in which of the reports looked at updates this one, known by its number. */
int tvx_fetch_updated(tvx_store *store, const tvx_asked *asked, tvx_stored_report *report,
                      tvx_error *error);

#endif
