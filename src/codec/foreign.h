/*
 * JSON of other programs, to be looked through: objects, lists and texts. A number is the text of
 * its digits, so that "2014" and 2014 are alike, and null is not there.
 */
#ifndef TVX_CODEC_FOREIGN_H
#define TVX_CODEC_FOREIGN_H

#include <stddef.h>

#include "travaux/error.h"

typedef struct tvx_foreign tvx_foreign;

/* Parses one value. TVX_EINPUT with line and pointer for what is no JSON. Free with
   tvx_foreign_free; all that is found within lives as long. */
int tvx_foreign_parse(tvx_foreign **out, const char *text, size_t n, tvx_error *error);
void tvx_foreign_free(tvx_foreign *value);

/* A member of an object; NULL where it is not there or null, and where value is NULL or no object.
 */
const tvx_foreign *tvx_foreign_member(const tvx_foreign *value, const char *name);

/* The elements of a list: none of anything else. */
size_t tvx_foreign_size(const tvx_foreign *list);
const tvx_foreign *tvx_foreign_item(const tvx_foreign *list, size_t i);

/* The text of a string, a number, true or false that is not empty; else NULL. */
const char *tvx_foreign_text(const tvx_foreign *value);

#endif
