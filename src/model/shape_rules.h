/*
 * The rules between the members of one part, for the tables of shapes: see tvx_shape.check.
 */
#ifndef TVX_MODEL_SHAPE_RULES_H
#define TVX_MODEL_SHAPE_RULES_H

#include "travaux/error.h"

/* One date in `when`; the form can be written, under some term of its kind. */
int tvx_check_form(void *part, tvx_error *error);

/* An outlet, or else somebody. */
int tvx_check_cite(void *part, tvx_error *error);

/* A value, or else a stance; a value may be absent; `to` only where it is deferred. Sets the
   stance of a claim with a value. */
int tvx_check_claim(void *part, tvx_error *error);

/* A value only of a term. */
int tvx_check_position(void *part, tvx_error *error);

/* Kinds and levels each once, levels where a kind is `level`. Sets the kinds. */
int tvx_check_term(void *part, tvx_error *error);

/* Exactly the targets of its act; two keys at least, each once. */
int tvx_check_judgement(void *part, tvx_error *error);

#endif
