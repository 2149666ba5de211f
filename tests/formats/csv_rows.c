/*
 * What the reader of CSV makes of files, for a comparison with other people's: csv_rows FILE…
 * prints for each a line: its rows as a JSON list of lists, or what is wrong as a JSON text.
 */
#include <stdio.h>

#include "base/fail.h"
#include "base/json.h"
#include "read/csv.h"

static int give(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    (void)error;
    *got = fread(buffer, 1, size, payload);
    return TVX_OK;
}

static int take(void *payload, const tvx_csv_row *row, tvx_error *error)
{
    tvx_json *json = payload;
    (void)error;
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < row->n; i++)
        tvx_json_text(json, row->cells[i]);
    tvx_json_end(json);
    return TVX_OK;
}

static int print_rows(const char *name)
{
    tvx_buf text = {0};
    tvx_json json = {.out = &text};
    tvx_error error = {0};
    FILE *file = fopen(name, "rb");
    if (file == NULL)
        return 2;
    tvx_json_list(&json, TVX_JSON_WITHIN);
    int code = tvx_read_csv(give, file, 0, take, &json, &error);
    tvx_json_end(&json);
    fclose(file);
    if (code != TVX_OK) {
        tvx_buf_clear(&text);
        json = (tvx_json){.out = &text};
        tvx_json_text(&json, error.message);
    }
    puts(tvx_buf_string(&text));
    tvx_buf_dispose(&text);
    return 0;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (print_rows(argv[i]) != 0)
            return 2;
    return 0;
}
