/*
 * How records leave the log: taken back, forgotten, undone.
 */
#ifndef TVX_STORE_LEAVE_H
#define TVX_STORE_LEAVE_H

#include "store/sql.h"

/* True of reports and of judgements other than `forget`. */
bool tvx_may_be_forgotten(const tvx_record *record);

/* Removes the body of an id, if it is there and may be forgotten, and lets it never come back. */
int tvx_forget(tvx_store *store, int64_t neg, const char *id, tvx_error *error);

/* Before a transaction that forgot something is committed: removes the names that only bodies that
   are gone used. */
int tvx_sweep_names(tvx_store *store, tvx_error *error);

/* The records of one call, of whichever negotiation, in the order recorded. */
int tvx_log_of_call(tvx_store *store, int64_t call, tvx_logged_callback callback, void *payload,
                    tvx_error *error);

#endif
