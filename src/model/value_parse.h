/*
 * What reading and the object form share.
 */
#ifndef TVX_MODEL_VALUE_PARSE_H
#define TVX_MODEL_VALUE_PARSE_H

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/record.h"
#include "travaux/value.h"

/* The term as if it had that kind alone. */
tvx_term tvx_term_of_kind(const tvx_term *term, tvx_kind kind);

/*
 * Gives a number that bears no unit its term's, read as if it had been written behind the number:
 * `barrels per day` brings `per` with it, and `million barrels` a scale unless the number was
 * scaled itself. TVX_EINPUT says that the unit cannot be written so.
 */
int tvx_value_take_unit(tvx_arena *arena, const tvx_term *term, bool scaled, tvx_value *value,
                        tvx_error *why);

/* Sets value->text to the canonical written form. TVX_OK or TVX_ENOMEM. */
int tvx_value_set_text(tvx_arena *arena, tvx_value *value);

#endif
