#include "codec/canonical.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The escapes of RFC 8785, 3.2.2.2; all other control characters are \u00xx. */
static const char short_escapes[0x20] = {
    ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
};

static bool is_escaped(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

static void put_escape(tvx_buf *out, unsigned char c)
{
    if (c >= 0x20)
        tvx_buf_format(out, "\\%c", c);
    else if (short_escapes[c] != 0)
        tvx_buf_format(out, "\\%c", short_escapes[c]);
    else
        tvx_buf_format(out, "\\u%04x", c);
}

static void put_string(tvx_buf *out, const char *text, size_t n)
{
    size_t plain = 0; /* where what is not yet written begins */
    tvx_buf_char(out, '"');
    for (size_t i = 0; i < n; i++) {
        if (!is_escaped((unsigned char)text[i]))
            continue;
        tvx_buf_put(out, text + plain, i - plain);
        put_escape(out, (unsigned char)text[i]);
        plain = i + 1;
    }
    tvx_buf_put(out, text + plain, n - plain);
    tvx_buf_char(out, '"');
}

/*
 * Members are ordered by UTF-16 code units. Bytes of UTF-8 give the same order, but for characters
 * beyond the basic plane (first byte F0 to F4): their surrogates come before U+E000 to U+FFFF
 * (first byte EE or EF).
 */
static int compare_units(const char *a, const char *b)
{
    while (*a != '\0' && *a == *b) {
        a++;
        b++;
    }
    unsigned char x = (unsigned char)*a, y = (unsigned char)*b;
    if (x >= 0xee && y >= 0xee && (x >= 0xf0) != (y >= 0xf0))
        return x >= 0xf0 ? -1 : 1;
    return (x > y) - (x < y);
}

static int by_units(const void *a, const void *b)
{
    return compare_units(*(const char *const *)a, *(const char *const *)b);
}

static void put_members(tvx_buf *out, json_t *object, const char *const *keys, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            tvx_buf_char(out, ',');
        put_string(out, keys[i], strlen(keys[i]));
        tvx_buf_char(out, ':');
        tvx_canonical(out, json_object_get(object, keys[i]));
    }
}

static void put_object(tvx_buf *out, json_t *object)
{
    size_t n = 0;
    const char **keys = tvx_mem_new(json_object_size(object) + 1, sizeof *keys);
    if (keys == NULL) {
        out->failed = true;
        return;
    }
    for (void *at = json_object_iter(object); at != NULL; at = json_object_iter_next(object, at))
        keys[n++] = json_object_iter_key(at);
    qsort(keys, n, sizeof *keys, by_units);
    tvx_buf_char(out, '{');
    put_members(out, object, keys, n);
    tvx_buf_char(out, '}');
    tvx_mem_free(keys);
}

static void put_array(tvx_buf *out, json_t *array)
{
    tvx_buf_char(out, '[');
    for (size_t i = 0; i < json_array_size(array); i++) {
        if (i > 0)
            tvx_buf_char(out, ',');
        tvx_canonical(out, json_array_get(array, i));
    }
    tvx_buf_char(out, ']');
}

void tvx_canonical(tvx_buf *out, json_t *value)
{
    if (json_is_object(value))
        put_object(out, value);
    else if (json_is_array(value))
        put_array(out, value);
    else if (json_is_string(value))
        put_string(out, json_string_value(value), json_string_length(value));
    else
        tvx_buf_text(out, json_is_true(value) ? "true" : "false");
}
