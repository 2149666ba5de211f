/*
 * Packed parts: claims, drafts and the like as the store's indexes hold them. A compact form of
 * our own, walked from the tables of model/shape.h: it decodes without parsing text, and is never
 * a record of anything, for indexes are made anew whenever it changes.
 *
 * A struct is a sequence of members, each the number of its row in the table plus 1 and its
 * content, ended by 0. Numbers are LEB128; a text is its length and its bytes and a final NUL.
 */
#ifndef TVX_CODEC_PACK_H
#define TVX_CODEC_PACK_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "model/shape.h"

/* Appends the packed form of a struct of that shape. */
void tvx_pack(tvx_buf *out, const tvx_shape *shape, const void *part);

/*
 * Fills a zeroed struct of that shape from n packed bytes, whose texts it borrows: they must live
 * as long. TVX_EFILE where the bytes are no packed struct of that shape (a damaged file).
 */
int tvx_unpack(void *part, tvx_arena *arena, const tvx_shape *shape, const char *bytes, size_t n,
               tvx_error *error);

/* A copy of a part that lives in the arena by itself, texts and all. */
int tvx_copy_part(void *out, tvx_arena *arena, const tvx_shape *shape, const void *part,
                  tvx_error *error);

#endif
