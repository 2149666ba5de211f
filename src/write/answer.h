/*
 * The parts that answers in JSON are made of: section 7 of the design, schema/answers.schema.json.
 */
#ifndef TVX_WRITE_ANSWER_H
#define TVX_WRITE_ANSWER_H

#include "base/json.h"
#include "travaux/view.h"

/* The members of a draft, of a reading, of a change and of a row of `changes`, in the object that
 * was begun. */
void tvx_answer_draft(tvx_json *json, const tvx_placed_draft *draft);
void tvx_answer_reading(tvx_json *json, const tvx_reading *reading);
void tvx_answer_change(tvx_json *json, const tvx_change *change);
void tvx_answer_row(tvx_json *json, const tvx_changes_row *row);

/* A member that is a list of texts; a flag; a count; a date, or null where there is none. */
void tvx_answer_texts(tvx_json *json, const char *name, tvx_texts texts);
void tvx_answer_flag(tvx_json *json, const char *name, bool flag);
void tvx_answer_count(tvx_json *json, const char *name, size_t count);

#endif
