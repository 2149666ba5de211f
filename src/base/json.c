#include "base/json.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"

enum { REPLACEMENT = 0xfffd }; /* what stands for a byte that is no UTF-8 */

static void new_line(tvx_json *json)
{
    tvx_buf_char(json->out, '\n');
    for (size_t i = 0; i < json->depth; i++)
        tvx_buf_text(json->out, "  ");
}

/* What stands between the item before and this one. */
static void separate(tvx_json *json)
{
    bool named = json->named;
    json->named = false;
    if (named || json->depth == 0)
        return;
    struct tvx_json_level *level = &json->levels[json->depth - 1];
    if (level->started)
        tvx_buf_char(json->out, ',');
    if (level->lines)
        new_line(json);
    else if (level->started)
        tvx_buf_char(json->out, ' ');
    level->started = true;
}

static void begin(tvx_json *json, char opening, char closing, tvx_json_layout layout)
{
    separate(json);
    if (json->depth == TVX_JSON_DEPTH) {
        json->out->failed = true;
        return;
    }
    tvx_buf_char(json->out, opening);
    json->levels[json->depth++] =
        (struct tvx_json_level){.closing = closing, .lines = layout == TVX_JSON_LINES};
}

void tvx_json_object(tvx_json *json, tvx_json_layout layout)
{
    begin(json, '{', '}', layout);
}

void tvx_json_list(tvx_json *json, tvx_json_layout layout)
{
    begin(json, '[', ']', layout);
}

void tvx_json_end(tvx_json *json)
{
    if (json->depth == 0)
        return;
    struct tvx_json_level *level = &json->levels[--json->depth];
    if (level->lines && level->started)
        new_line(json);
    tvx_buf_char(json->out, level->closing);
}

/* The escape of an ASCII character that has a short one, or 0. */
static char short_escape(int32_t c)
{
    static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
    const char *at = c > 0 && c < 0x80 ? strchr(from, (int)c) : NULL;
    return (char)(at == NULL ? 0 : to[at - from]);
}

static void put_string(tvx_buf *out, const char *text)
{
    tvx_buf_char(out, '"');
    const char *plain = text; /* where the characters that stay as they are begin */
    while (*text != '\0') {
        utf8proc_int32_t c;
        utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &c);
        const char *next = text + (used > 0 ? used : 1);
        if (used <= 0)
            c = REPLACEMENT;
        char escape = short_escape(c);
        if (escape != 0 || used <= 0 || tvx_text_unsafe(c)) {
            tvx_buf_put(out, plain, (size_t)(text - plain));
            if (escape != 0)
                tvx_buf_format(out, "\\%c", escape);
            else
                tvx_buf_format(out, "\\u%04x", (unsigned)c);
            plain = next;
        }
        text = next;
    }
    tvx_buf_put(out, plain, (size_t)(text - plain));
    tvx_buf_char(out, '"');
}

void tvx_json_name(tvx_json *json, const char *name)
{
    separate(json);
    put_string(json->out, name);
    tvx_buf_text(json->out, ": ");
    json->named = true;
}

void tvx_json_text(tvx_json *json, const char *text)
{
    separate(json);
    if (text == NULL)
        tvx_buf_text(json->out, "null");
    else
        put_string(json->out, text);
}

void tvx_json_flag(tvx_json *json, bool flag)
{
    separate(json);
    tvx_buf_text(json->out, flag ? "true" : "false");
}

void tvx_json_count(tvx_json *json, size_t count)
{
    separate(json);
    tvx_buf_format(json->out, "%zu", count);
}

void tvx_json_null(tvx_json *json)
{
    tvx_json_text(json, NULL);
}

void tvx_json_member(tvx_json *json, const char *name, const char *text)
{
    tvx_json_name(json, name);
    tvx_json_text(json, text);
}
