#include "read/csl_date.h"

#include <stdbool.h>
#include <string.h>

#include "model/date.h"

enum { PARTS = 3, YEAR = 4 }; /* digits of a year */

/* Appends a part, "02" for 2; false where there is none: missing, empty, or 0. What is no number
   stays as it is: the date is then refused as a whole. */
static bool put_part(tvx_buf *out, const tvx_foreign *part, size_t width)
{
    const char *text = tvx_foreign_text(part);
    size_t zeros = text == NULL ? 0 : strspn(text, "0");
    if (text == NULL || text[zeros] == '\0')
        return false;
    bool number = text[strspn(text, "0123456789")] == '\0';
    text += number ? zeros : 0;
    for (size_t n = strlen(text); number && n < width; n++)
        tvx_buf_char(out, '0');
    tvx_buf_text(out, text);
    return true;
}

/* Appends year, month and day as far as they go. */
static void put_day(tvx_buf *out, const tvx_foreign *parts)
{
    for (size_t i = 0; i < PARTS; i++) {
        tvx_buf part = {0};
        bool there = put_part(&part, tvx_foreign_item(parts, i), i == 0 ? YEAR : 2);
        if (there)
            tvx_buf_format(out, "%s%s", i > 0 ? "-" : "", tvx_buf_string(&part));
        out->failed |= part.failed;
        tvx_buf_dispose(&part);
        if (!there)
            return;
    }
}

/* A date that is not exact says so with 1, "1" or true. */
static bool is_about(const tvx_foreign *date)
{
    const char *circa = tvx_foreign_text(tvx_foreign_member(date, "circa"));
    return circa != NULL && strcmp(circa, "0") != 0 && strcmp(circa, "false") != 0;
}

static void put_parts(tvx_buf *out, const tvx_foreign *date)
{
    const tvx_foreign *parts = tvx_foreign_member(date, "date-parts");
    const char *about = is_about(date) ? "~" : "";
    tvx_buf ends[2] = {{0}, {0}};
    for (size_t i = 0; i < 2; i++) {
        put_day(&ends[i], tvx_foreign_item(parts, i));
        out->failed |= ends[i].failed;
    }
    const char *from = tvx_buf_string(&ends[0]), *to = tvx_buf_string(&ends[1]);
    if (from[0] != '\0')
        tvx_buf_format(out, "%s%s", from, about);
    if (from[0] != '\0' && to[0] != '\0' && strcmp(from, to) != 0)
        tvx_buf_format(out, "/%s%s", to, about);
    tvx_buf_dispose(&ends[0]);
    tvx_buf_dispose(&ends[1]);
}

void tvx_csl_date(tvx_buf *out, tvx_buf *words, const tvx_foreign *date)
{
    static const char *const texts[] = {"literal", "raw", "season"};
    size_t before = out->size;
    tvx_date read;
    put_parts(out, date);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *text = tvx_foreign_text(tvx_foreign_member(date, texts[i]));
        if (text == NULL)
            continue;
        if (out->size == before && tvx_date_parse(&read, text, NULL) == TVX_OK)
            tvx_buf_text(out, text);
        else if (out->size == before || strcmp(texts[i], "season") == 0)
            tvx_buf_format(words, "%s%s%s", words->size > 0 ? "; " : "", i == 2 ? "season " : "",
                           text);
    }
}
