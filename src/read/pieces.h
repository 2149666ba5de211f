/*
 * Cutting an input into records without holding more than one of them: the input is a JSON
 * object, an array of objects, JSON Lines, or objects one after another. What is within a piece
 * is not looked at beyond strings and brackets; the codec judges it.
 */
#ifndef TVX_READ_PIECES_H
#define TVX_READ_PIECES_H

#include <stddef.h>

#include "travaux/error.h"

#define TVX_PIECE_MAX ((size_t)256 * 1024 * 1024) /* bytes of one record at most */

/* Fills the buffer with up to size bytes; *got = 0 at the end. */
typedef int (*tvx_byte_source)(void *payload, char *buffer, size_t size, size_t *got,
                               tvx_error *error);

/* One record's text (borrowed until it returns; NUL-terminated), and the line it begins on. */
typedef int (*tvx_piece_callback)(void *payload, const char *text, size_t n, unsigned long line,
                                  tvx_error *error);

/*
 * Hands each record of the input to the callback, in order, until one returns an error. An UTF-8
 * BOM at the start and blank lines are passed over. TVX_EINPUT with a line for what no record can
 * begin with, a missing or superfluous comma or bracket, a piece that is too long or not
 * finished, and an input with no record in it (an empty file; an empty array is accepted).
 */
int tvx_read_pieces(tvx_byte_source source, void *source_payload, tvx_piece_callback callback,
                    void *payload, tvx_error *error);

/*
 * The line (counted from first_line) on which the value that a JSON pointer names begins within a
 * record's text; where it leads nowhere, that of the last value on the way to it.
 */
unsigned long tvx_read_line(const char *text, size_t n, const char *pointer,
                            unsigned long first_line);

#endif
