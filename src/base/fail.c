#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6"

/* Cuts a text that did not fit at a character boundary, so that it stays valid UTF-8. */
static void mark_cut(char *text, size_t size)
{
    size_t end = size - sizeof ELLIPSIS;
    while (end > 0 && ((unsigned char)text[end] & 0xc0) == 0x80)
        end--;
    memcpy(text + end, ELLIPSIS, sizeof ELLIPSIS);
}

/* A copy of as much of the text as fits. */
static void put_cut(char *out, size_t size, const char *text)
{
    size_t n = strlen(text);
    memcpy(out, text, n < size ? n + 1 : size);
    if (n >= size)
        mark_cut(out, size);
}

static void format_into(char *out, size_t size, const char *format, va_list args)
{
    int n = vsnprintf(out, size, format, args);
    if (n < 0)
        out[0] = '\0';
    else if ((size_t)n >= size)
        mark_cut(out, size);
}

int tvx_fail(tvx_error *error, int code, const char *format, ...)
{
    if (error == NULL)
        return code;
    if (error->code != TVX_OK)
        return error->code;
    error->code = code;
    va_list args;
    va_start(args, format);
    format_into(error->message, sizeof error->message, format, args);
    va_end(args);
    return code;
}

void tvx_fail_hint(tvx_error *error, const char *format, ...)
{
    if (error == NULL || error->hint[0] != '\0')
        return;
    va_list args;
    va_start(args, format);
    format_into(error->hint, sizeof error->hint, format, args);
    va_end(args);
}

void tvx_fail_at(tvx_error *error, const char *file, unsigned long line)
{
    if (error == NULL)
        return;
    if (error->file[0] == '\0' && file != NULL)
        put_cut(error->file, sizeof error->file, file);
    if (error->line == 0)
        error->line = line;
}

void tvx_fail_within(tvx_error *error, const char *format, ...)
{
    if (error == NULL)
        return;
    char part[sizeof error->pointer], whole[2 * sizeof error->pointer];
    va_list args;
    va_start(args, format);
    format_into(part, sizeof part, format, args);
    va_end(args);
    snprintf(whole, sizeof whole, "%s%s", part, error->pointer);
    put_cut(error->pointer, sizeof error->pointer, whole);
}

void tvx_fail_within_member(tvx_error *error, const char *member)
{
    char part[2 * sizeof error->pointer]; /* what does not fit is cut with the rest */
    size_t n = 0;
    for (const char *c = member; *c != '\0' && n + 2 < sizeof part; c++) {
        if (*c == '~' || *c == '/')
            part[n++] = '~';
        part[n++] = (char)(*c == '~' ? '0' : *c == '/' ? '1' : *c);
    }
    part[n] = '\0';
    tvx_fail_within(error, "/%s", part);
}
