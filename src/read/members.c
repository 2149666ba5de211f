#include "read/members.h"

#include <string.h>

#include "base/json.h"

void tvx_put_comma(tvx_buf *out)
{
    if (out->size > 0 && strchr("{[", out->data[out->size - 1]) == NULL)
        tvx_buf_char(out, ',');
}

void tvx_put_text(tvx_buf *out, const char *text)
{
    tvx_json json = {.out = out};
    tvx_json_text(&json, text);
}

void tvx_put_name(tvx_buf *out, const char *name)
{
    tvx_put_comma(out);
    tvx_put_text(out, name);
    tvx_buf_char(out, ':');
}

void tvx_put_member(tvx_buf *out, const char *name, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    tvx_put_name(out, name);
    tvx_put_text(out, text);
}

void tvx_put_one_or_several(tvx_buf *out, const char *name, const tvx_texts *texts)
{
    if (texts->n == 1)
        tvx_put_member(out, name, texts->items[0]);
    if (texts->n < 2)
        return;
    tvx_put_name(out, name);
    tvx_buf_char(out, '[');
    for (size_t i = 0; i < texts->n; i++) {
        tvx_put_comma(out);
        tvx_put_text(out, texts->items[i]);
    }
    tvx_buf_char(out, ']');
}
