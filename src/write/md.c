#include "write/md.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

#include "base/text.h"

/* Read by CommonMark, by GitHub's tables, strike-outs and formulas, or by pandoc. */
#define READ_BY_MARKDOWN "\\`*_[]{}<>|~#&$^@"

/* A letter, a digit, or any byte beyond ASCII. */
static bool is_word(char c)
{
    unsigned char b = (unsigned char)c;
    return b >= 0x80 || (b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z');
}

/* An underscore within a word is read as itself, and better left alone. */
static bool needs_escape(const char *text, const char *at)
{
    if (*at == '_' && at > text && is_word(at[-1]) && is_word(at[1]))
        return false;
    return strchr(READ_BY_MARKDOWN, *at) != NULL;
}

static void put_unsafe(tvx_buf *out, utf8proc_int32_t c)
{
    bool blank = c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
    if (blank)
        tvx_buf_char(out, ' ');
    else
        tvx_buf_format(out, "\\\\u\\{%x\\}", (unsigned)c);
}

void tvx_md_text(tvx_buf *out, const char *text)
{
    for (const char *at = text; *at != '\0';) {
        utf8proc_int32_t c;
        utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &c);
        if (used <= 0) {
            tvx_buf_text(out, "\xef\xbf\xbd"); /* U+FFFD */
            used = 1;
        } else if (tvx_text_unsafe(c)) {
            put_unsafe(out, c);
        } else {
            if (used == 1 && needs_escape(text, at))
                tvx_buf_char(out, '\\');
            tvx_buf_put(out, at, (size_t)used);
        }
        at += used;
    }
}

void tvx_md_take(tvx_buf *out, tvx_buf *words)
{
    tvx_md_text(out, tvx_buf_string(words));
    if (words->failed)
        out->failed = true;
    tvx_buf_dispose(words);
}

static bool is_web_address(const char *url)
{
    static const char *const schemes[] = {"http://", "https://"};
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0]; i++) {
        const char *s = schemes[i], *u = url;
        while (*s != '\0' && (*s == *u || (*s >= 'a' && *s == (*u | 0x20)))) {
            s++;
            u++;
        }
        if (*s == '\0')
            return true;
    }
    return false;
}

/* Bytes that would end the address, or be read as something else, are percent-encoded. */
static void put_address(tvx_buf *out, const char *url)
{
    for (; *url != '\0'; url++) {
        unsigned char b = (unsigned char)*url;
        if (b == '&')
            tvx_buf_text(out, "&amp;");
        else if (b <= ' ' || b >= 0x7f || strchr("\"()<>[\\]^`{|}", b) != NULL)
            tvx_buf_format(out, "%%%02X", (unsigned)b);
        else
            tvx_buf_char(out, *url);
    }
}

void tvx_md_link(tvx_buf *out, const char *text, const char *url)
{
    bool link = url != NULL && is_web_address(url);
    if (link)
        tvx_buf_char(out, '[');
    tvx_md_text(out, text);
    if (!link)
        return;
    tvx_buf_text(out, "](");
    put_address(out, url);
    tvx_buf_char(out, ')');
}

void tvx_md_head(tvx_buf *out, const char *const *columns, size_t n)
{
    for (size_t i = 0; i < n; i++)
        tvx_md_cell(out, columns[i]);
    tvx_md_end_row(out);
    for (size_t i = 0; i < n; i++)
        tvx_buf_text(out, i == 0 ? "| --- |" : " --- |");
    tvx_buf_char(out, '\n');
}

/* A blank, unless there is one or a line begins: cells may be empty. */
static void put_blank(tvx_buf *out)
{
    if (out->size > 0 && out->data[out->size - 1] != '\n' && out->data[out->size - 1] != ' ')
        tvx_buf_char(out, ' ');
}

void tvx_md_next(tvx_buf *out)
{
    put_blank(out);
    tvx_buf_text(out, "| ");
}

void tvx_md_cell(tvx_buf *out, const char *text)
{
    tvx_md_next(out);
    if (text != NULL)
        tvx_md_text(out, text);
}

void tvx_md_end_row(tvx_buf *out)
{
    put_blank(out);
    tvx_buf_text(out, "|\n");
}
