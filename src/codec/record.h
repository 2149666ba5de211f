/*
 * Recorded bodies (canonical JSON) back into structs.
 */
#ifndef TVX_CODEC_RECORD_H
#define TVX_CODEC_RECORD_H

#include <stddef.h>

#include "base/arena.h"
#include "travaux/error.h"
#include "travaux/record.h"

/*
 * Decodes a recorded body into a struct whose texts live in the arena. The id is given by the
 * caller (64 digits). A body that was not written by this program may break rules: TVX_EINPUT.
 */
int tvx_record_decode(tvx_record *out, tvx_arena *arena, const char *id, const char *body, size_t n,
                      tvx_error *error);

/* The SHA-256 of n bytes in lower-case hexadecimal. */
void tvx_hash(const char *bytes, size_t n, char id[TVX_ID_HEX + 1]);

#endif
