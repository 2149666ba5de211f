/*
 * The second, optional interface of the store: full text. What it keeps lies outside the schema,
 * in tables that only SQLite's FTS5 reads, and is never more than a shortcut: it says in which
 * records the words that are sought may stand, and who asks looks at these himself. A file without
 * it, or an SQLite without FTS5, answers the same, more slowly.
 *
 * What was recorded since the index was last brought up to date is a candidate always. Once any
 * record has left the log, or anything about the index is doubtful, it is dropped as a whole and
 * made anew when it is next refreshed.
 */
#ifndef TVX_STORE_SEARCH_H
#define TVX_STORE_SEARCH_H

#include <stdbool.h>

#include "model/sought.h"
#include "store/store.h"

/*
 * Brings the index up to date, without waiting for other writers; within a transaction it does
 * nothing.
 * Where that cannot be done (the file may not be written to, another program writes, there is no
 * FTS5) it is TVX_OK and *why says so: searches are slower, nothing else.
 */
int tvx_store_search_refresh(tvx_store *store, tvx_error *why, tvx_error *error);

/*
 * Within a write transaction: drops the index, since a record leaves the log or since it is to be
 * made anew. Nothing of any body stays in it. Does nothing where there is none.
 */
int tvx_store_search_stale(tvx_store *store, tvx_error *error);

/*
 * Calls back with the id of every record of the negotiation that may hold the words, but for
 * reports, in no order. *narrowed is false where there is no index to ask: then nobody was called
 * and any record may.
 */
int tvx_store_search_records(tvx_store *store, int64_t neg, const tvx_sought *sought,
                             tvx_text_callback callback, void *payload, bool *narrowed,
                             tvx_error *error);

/* Reports looked at that may hold the words, as tvx_store_reports hands them on. */
int tvx_store_search_reports(tvx_store *store, const tvx_asked *asked, const tvx_sought *sought,
                             tvx_report_callback callback, void *payload, tvx_error *error);

/* Calls back with a line if the index is at fault. One that would not be asked anyway is not. */
int tvx_store_search_faults(tvx_store *store, tvx_text_callback callback, void *payload,
                            tvx_error *error);

#endif
