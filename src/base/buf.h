/*
 * Growing text. Appending never returns an error: a buffer that ran out of memory stays `failed`
 * and swallows what comes after, so that a caller looks once, at the end.
 */
#ifndef TVX_BASE_BUF_H
#define TVX_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/fail.h"

/* Zero-initialise. data is NUL-terminated once anything was appended; NULL before. */
typedef struct tvx_buf {
    char *data;
    size_t size; /* without the final NUL */
    size_t capacity;
    bool failed;
} tvx_buf;

void tvx_buf_put(tvx_buf *buf, const char *bytes, size_t n);
void tvx_buf_text(tvx_buf *buf, const char *text);
void tvx_buf_char(tvx_buf *buf, char c);
void tvx_buf_format(tvx_buf *buf, const char *format, ...) TVX_PRINTF(2, 3);

/* The text so far, "" for none; borrowed until the next append. */
const char *tvx_buf_string(const tvx_buf *buf);

/* Empties the buffer and its failure, keeping its memory. */
void tvx_buf_clear(tvx_buf *buf);
void tvx_buf_dispose(tvx_buf *buf);

#endif
