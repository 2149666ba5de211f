#include "write/csv.h"

#include <string.h>

void tvx_csv_field(tvx_buf *out, bool first, const char *text)
{
    if (!first)
        tvx_buf_char(out, ',');
    if (text == NULL)
        return;
    if (strpbrk(text, "\",\r\n") == NULL) {
        tvx_buf_text(out, text);
        return;
    }
    tvx_buf_char(out, '"');
    for (size_t n; (n = strcspn(text, "\"")), text[n] != '\0'; text += n + 1) {
        tvx_buf_put(out, text, n + 1);
        tvx_buf_char(out, '"');
    }
    tvx_buf_text(out, text);
    tvx_buf_char(out, '"');
}

void tvx_csv_end_row(tvx_buf *out)
{
    tvx_buf_text(out, "\r\n");
}
