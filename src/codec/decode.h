/*
 * JSON trees into structs, member by member as the tables of model/shape.h have them. Decoding is
 * checking: there is no other place where the shape of a record is enforced.
 */
#ifndef TVX_CODEC_DECODE_H
#define TVX_CODEC_DECODE_H

#include <jansson.h>
#include <stdbool.h>

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/record.h"

/*
 * Decodes a record into a zeroed struct, its id aside. input: it comes from outside and may hold
 * inline records, which are checked and left out; else they are unknown members. An empty list is
 * told from a missing one by its pointer, which is not NULL.
 */
int tvx_decode(tvx_record *out, tvx_arena *arena, json_t *root, bool input, tvx_error *error);

#endif
