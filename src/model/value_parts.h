/*
 * What stands behind a quantity: `per`, `of`, tags, `over`, and `by`, `until` or `starting`.
 *
 * A key word counts in the grammar's order only, and once; the first that fits ends the part
 * before it. `over` fits before a duration that ends the text, `by`, `until` and `starting` before
 * a date that does; elsewhere they are words like any other ("assets held by the state"), unless
 * what follows seems meant for a duration or a date, which is an error.
 */
#ifndef TVX_MODEL_VALUE_PARTS_H
#define TVX_MODEL_VALUE_PARTS_H

#include "base/arena.h"
#include "model/duration.h"
#include "model/value_scan.h"
#include "travaux/value.h"

/* Parts that are not there are empty. */
typedef struct tvx_parts {
    tvx_span head; /* what stands before the first key word */
    tvx_span per, base, tags;
    tvx_duration over; /* unit NULL: none */
    tvx_when_word when;
    tvx_date when_date;
} tvx_parts;

/* "by", "until" or "starting"; "" for none. */
const char *tvx_when_name(tvx_when_word when);

/* Splits a text, which must be NUL-terminated at its end. TVX_EINPUT says what is wrong. */
int tvx_parts_split(tvx_span text, tvx_parts *out, tvx_error *why);

/* The tags of a list parted by commas. */
int tvx_tags_split(tvx_arena *arena, tvx_span list, tvx_texts *out, tvx_error *why);

#endif
