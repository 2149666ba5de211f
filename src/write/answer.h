/*
 * The parts that answers in JSON are made of: section 7 of the design, schema/answers.schema.json.
 */
#ifndef TVX_WRITE_ANSWER_H
#define TVX_WRITE_ANSWER_H

#include "base/json.h"
#include "travaux/view.h"

/* What was asked: the members known_by and, where they were given, recorded_by and without. */
void tvx_answer_asked(tvx_json *json, const tvx_view *view);

/* The members of a draft, of a reading, of an alternative, of a change and of a row of `changes`,
 * in the object that was begun. */
void tvx_answer_draft(tvx_json *json, const tvx_placed_draft *draft);
void tvx_answer_reading(tvx_json *json, const tvx_reading *reading);
void tvx_answer_alternative(tvx_json *json, const tvx_alternative *alternative);
void tvx_answer_change(tvx_json *json, const tvx_change *change);
void tvx_answer_row(tvx_json *json, const tvx_changes_row *row);

/* The member "value", which may be NULL; the member "origins", with their names. */
void tvx_answer_value(tvx_json *json, const tvx_value *value);
void tvx_answer_origins(tvx_json *json, const tvx_origins *origins);

/* A member that is a list of texts; a flag; a count. */
void tvx_answer_texts(tvx_json *json, const char *name, tvx_texts texts);
void tvx_answer_flag(tvx_json *json, const char *name, bool flag);
void tvx_answer_count(tvx_json *json, const char *name, size_t count);

#endif
