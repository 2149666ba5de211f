#include <time.h>

#include "cli/text.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_log = {
    .name = "log",
    .group = TVX_CLI_KEEPING,
    .summary = "the records in the order they were recorded",
    .examples = "travaux log\n"
                "travaux log --json\n",
    .details = "Times are UTC. What a later record took the place of is marked: superseded.\n",
    .common = TVX_CLI_DB | TVX_CLI_NEGOTIATION | TVX_CLI_FORMAT,
    .run = run,
};

typedef struct listing {
    tvx_cli *cli;
    tvx_cli_grid grid;
    tvx_table *table;
    bool several; /* negotiations */
} listing;

static void put_time(char *out, size_t size, const char *format, int64_t seconds)
{
    time_t when = (time_t)seconds;
    struct tm parts;
    if (gmtime_r(&when, &parts) == NULL || strftime(out, size, format, &parts) == 0)
        out[0] = '\0';
}

static int list_line(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    listing *l = payload;
    char when[32];
    const char *label = entry->label != NULL ? entry->label : "";
    (void)error;
    put_time(when, sizeof when, "%Y-%m-%d %H:%M", entry->recorded);
    tvx_cli_grid_row(&l->grid);
    tvx_cli_grid_cell(&l->grid, TVX_CLI_DIM, when);
    tvx_cli_grid_cell(&l->grid, TVX_CLI_DIM, entry->command);
    tvx_cli_grid_cell(&l->grid, TVX_CLI_PLAIN, l->several ? entry->negotiation : "");
    tvx_cli_grid_cell(&l->grid, TVX_CLI_PLAIN, tvx_record_kind_name(entry->kind));
    tvx_cli_grid_cellf(&l->grid, TVX_CLI_DIM, "%.*s", TVX_CLI_ID_DIGITS, entry->id);
    tvx_cli_grid_cell(&l->grid, TVX_CLI_PLAIN, entry->key != NULL ? entry->key : "");
    tvx_cli_grid_cellf(&l->grid, TVX_CLI_PLAIN, "%s%s%s", label,
                       label[0] != '\0' && !entry->in_force ? " " : "",
                       entry->in_force ? "" : "(superseded)");
    return TVX_OK;
}

static tvx_cell text_cell(const char *text)
{
    return (tvx_cell){.type = text != NULL ? TVX_CELL_TEXT : TVX_CELL_NONE, .text = text};
}

static int list_row(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    listing *l = payload;
    char when[32];
    put_time(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", entry->recorded);
    const tvx_cell cells[] = {
        {.type = TVX_CELL_COUNT, .count = (size_t)entry->call},
        text_cell(when),
        text_cell(entry->command),
        text_cell(entry->negotiation),
        text_cell(tvx_record_kind_name(entry->kind)),
        text_cell(entry->id),
        text_cell(entry->key),
        text_cell(entry->label),
        {.type = TVX_CELL_FLAG, .flag = entry->in_force},
    };
    return tvx_table_row(l->table, cells, error);
}

static int list_text(listing *l, tvx_file *file, const char *negotiation, tvx_error *error)
{
    static const tvx_cli_column columns[] = {{.gap = 0},
                                             {.gap = 2},
                                             {.gap = 2},
                                             {.gap = 1},
                                             {.gap = 1},
                                             {.gap = 2, .wraps = true},
                                             {.gap = 2, .wraps = true}};
    tvx_texts keys;
    int rc = tvx_file_negotiations(file, &keys, error);
    if (rc != TVX_OK)
        return rc;
    l->several = keys.n > 1 && negotiation == NULL;
    tvx_cli_grid_begin(&l->grid, l->cli, columns, sizeof columns / sizeof columns[0]);
    rc = tvx_file_log(file, negotiation, list_line, l, error);
    tvx_cli_grid_end(&l->grid);
    return rc;
}

static int list_table(listing *l, tvx_file *file, const char *negotiation, tvx_error *error)
{
    static const char *const columns[] = {"call", "recorded", "command", "negotiation", "record",
                                          "id",   "key",      "label",   "in_force"};
    int rc = tvx_table_begin(&l->table, NULL, "log", columns, sizeof columns / sizeof columns[0],
                             l->cli->format, &l->cli->sink, error);
    if (rc == TVX_OK)
        rc = tvx_file_log(file, negotiation, list_row, l, error);
    if (rc == TVX_OK)
        rc = tvx_table_end(l->table, error);
    tvx_table_free(l->table);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    listing l = {.cli = cli};
    const char *negotiation = tvx_cli_value(cli, "negotiation");
    tvx_file *file;
    int rc = tvx_cli_file(cli, &file, error);
    if (rc != TVX_OK)
        return rc;
    return cli->format == TVX_FORMAT_TEXT ? list_text(&l, file, negotiation, error)
                                          : list_table(&l, file, negotiation, error);
}
