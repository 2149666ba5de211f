/*
 * The canonical form of JSON: RFC 8785, for strings, booleans, arrays and objects.
 */
#ifndef TVX_CODEC_CANONICAL_H
#define TVX_CODEC_CANONICAL_H

#include <jansson.h>

#include "base/buf.h"

/* Appends the canonical form of a tree that tvx_parse accepted and that holds neither numbers nor
   null. Where memory runs out the buffer is `failed`. */
void tvx_canonical(tvx_buf *out, json_t *value);

#endif
