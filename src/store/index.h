/*
 * Keeping the indexes in step with the log, one record at a time. Which record is in force is
 * decided anew for the group that a record belongs to: all records of its kind and key, or, of
 * reports and judgements, all that are linked by `supersedes`.
 */
#ifndef TVX_STORE_INDEX_H
#define TVX_STORE_INDEX_H

#include "store/sql.h"

/* Brings the indexes up to date with a record that was just put into the log. */
int tvx_index_add(tvx_store *store, int64_t neg, const tvx_record *record, tvx_error *error);

/* The same for one that was just taken out of it. */
int tvx_index_remove(tvx_store *store, int64_t neg, const tvx_record *record, tvx_error *error);

/* The number of a name, given one if it has none yet. */
int tvx_index_name(tvx_store *store, int64_t neg, int kind, const char *key, int64_t *name,
                   tvx_error *error);

/* The number of an outlet, whatever the case it is spelled in. */
int tvx_index_outlet(tvx_store *store, int64_t neg, const char *outlet, int64_t *name,
                     tvx_error *error);

/* Puts a report's rows into the indexes of what is in force, or takes them out; each does nothing
   if that is so already. */
int tvx_index_report_in(tvx_store *store, int64_t neg, const tvx_record *record, tvx_error *error);
int tvx_index_report_out(tvx_store *store, int64_t neg, const char *id, tvx_error *error);

/* The number of a report in force; -1 if it is not, or for "". */
int tvx_index_report_number(tvx_store *store, int64_t neg, const char *id, int64_t *number,
                            tvx_error *error);

/* Enters what a report that comes into force updates. */
int tvx_index_updates(tvx_store *store, int64_t neg, int64_t number, const tvx_texts *updates,
                      tvx_error *error);

/* Enters anew by what a report in force ("": none is) is updated. */
int tvx_index_updated(tvx_store *store, int64_t neg, const char *in_force, tvx_error *error);

/* The reports or judgements linked to this one by `supersedes`, itself included, ascending, in the
   arena (and ids that are nowhere, or of another kind); and which is in force ("" for none). */
int tvx_index_group(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                    tvx_arena *arena, tvx_texts *group, const char **in_force, tvx_error *error);

/* What a report or judgement stands for: itself and what it supersedes, directly or not, ascending,
   in the arena (and ids that are nowhere, or of another kind). */
int tvx_index_ancestors(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id,
                        tvx_arena *arena, tvx_texts *out, tvx_error *error);

/* True if a record of that kind is in the log and superseded by none of its kind; for kinds
   without keys. */
int tvx_index_live(tvx_store *store, int64_t neg, tvx_record_kind kind, const char *id, bool *live,
                   tvx_error *error);

/* What record->as holds of these. */
const tvx_texts *tvx_record_supersedes(const tvx_record *record);
const char *tvx_record_key(const tvx_record *record); /* NULL for reports and judgements */
bool tvx_is_forget(const tvx_record *record);

/* Fills *out from a row of the columns that every statement on the log selects. */
void tvx_logged_from(tvx_logged *out, const tvx_rows *rows);

#endif
