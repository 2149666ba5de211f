/*
 * Reading and writing values: see travaux/value.h. What a text means is said by its term's kinds:
 * the first kind that reads it. Values are made in an arena and borrow from it and from the term.
 */
#ifndef TVX_MODEL_VALUE_H
#define TVX_MODEL_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "travaux/error.h"
#include "travaux/record.h"
#include "travaux/value.h"

/*
 * Reads the written form. TVX_EINPUT names the text, the term's kinds and an example of what each
 * accepts, with a hint for a decimal comma, a name of a level that is nearly right, and so on.
 */
int tvx_value_parse(tvx_arena *arena, const tvx_term *term, const char *text, tvx_value *out,
                    tvx_error *error);

/*
 * Reads the object form. A form that cannot be written, or whose written form its term would read
 * as something else, is refused; the pointer names the member.
 *
 * low and high are plain decimals without groups (of durations they count what unit says: months,
 * days, hours, or years and weeks, which become months and days), per, base and tags words, over
 * a written duration. Dates, levels, flags and wordings have text alone, in their written form
 * ("up to 2017"). So has a ratio, beside approx, per, base, tags, over and when: its numbers and
 * its bound stand in the text. Where low or high is given, text must say the same as all the other
 * members; where neither is, the value is that of the text, and what else is given must be in it.
 */
int tvx_value_from_form(tvx_arena *arena, const tvx_term *term, const tvx_form *form,
                        tvx_value *out, tvx_error *error);

/* Reads whichever of the two is given. */
int tvx_value_read(tvx_arena *arena, const tvx_term *term, const tvx_given *given, tvx_value *out,
                   tvx_error *error);

/* A value of kind text that holds the words as they stand: how an outdated value is read. */
int tvx_value_wording(tvx_arena *arena, const tvx_given *given, tvx_value *out, tvx_error *error);

/* Appends the canonical written form (what is kept in value->text). */
void tvx_value_print(tvx_buf *out, const tvx_value *value);

/* The object form of a value, text being the canonical written form; reading it again gives an
   equal value. */
int tvx_value_to_form(tvx_arena *arena, const tvx_value *value, tvx_form *out, tvx_error *error);

/* True if the two say the same in every part, the order of tags and undeclared words included. */
bool tvx_value_equal(const tvx_value *a, const tvx_value *b);

/* `per` and units are equal but for a final s; case counts. NULL equals NULL alone. */
bool tvx_unit_equal(const char *a, const char *b);

/* Looks a kind up by its name; false if there is none such. */
bool tvx_kind_from_name(const char *name, tvx_kind *out);

#endif
