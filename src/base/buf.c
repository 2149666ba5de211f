#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

/* Room for n more bytes and a NUL. */
static bool reserve(tvx_buf *buf, size_t n)
{
    if (buf->failed)
        return false;
    if (buf->capacity > buf->size && buf->capacity - buf->size > n)
        return true;
    size_t capacity = buf->capacity < 64 ? 64 : buf->capacity;
    while (capacity - buf->size <= n && capacity <= SIZE_MAX / 2)
        capacity *= 2;
    char *data = capacity - buf->size > n ? tvx_mem_resize(buf->data, capacity) : NULL;
    if (data == NULL) {
        buf->failed = true;
        return false;
    }
    buf->data = data;
    buf->capacity = capacity;
    return true;
}

void tvx_buf_put(tvx_buf *buf, const char *bytes, size_t n)
{
    if (!reserve(buf, n))
        return;
    if (n > 0)
        memcpy(buf->data + buf->size, bytes, n);
    buf->size += n;
    buf->data[buf->size] = '\0';
}

void tvx_buf_text(tvx_buf *buf, const char *text)
{
    tvx_buf_put(buf, text, strlen(text));
}

void tvx_buf_char(tvx_buf *buf, char c)
{
    tvx_buf_put(buf, &c, 1);
}

void tvx_buf_format(tvx_buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0 || !reserve(buf, (size_t)n))
        return;
    va_start(args, format);
    vsnprintf(buf->data + buf->size, (size_t)n + 1, format, args);
    va_end(args);
    buf->size += (size_t)n;
}

const char *tvx_buf_string(const tvx_buf *buf)
{
    return buf->size == 0 ? "" : buf->data;
}

void tvx_buf_clear(tvx_buf *buf)
{
    buf->size = 0;
    buf->failed = false;
    if (buf->data != NULL)
        buf->data[0] = '\0';
}

void tvx_buf_dispose(tvx_buf *buf)
{
    tvx_mem_free(buf->data);
    *buf = (tvx_buf){0};
}
