#include "cli/take.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_check = {
    .name = "check",
    .group = TVX_CLI_KEEPING,
    .summary = "verifies the file, and lists what deserves a look",
    .examples = "travaux check\n"
                "travaux check && travaux export -o deal.jsonl\n",
    .details = "Faults: the file is damaged, or its indexes are wrong (travaux rebuild mends "
               "those). Exit status 1 if there are any.\n"
               "Remarks: several records compete, ids lead nowhere, drafts go in a circle, a "
               "judgement finds nothing to judge, or reports disagree otherwise than by their "
               "claims: about the dates or the author of a draft, or telling a change that the "
               "readings rule out.\n",
    .common = TVX_CLI_DB | TVX_CLI_FORMAT,
    .run = run,
};

typedef struct findings {
    tvx_cli *cli;
    tvx_table *table; /* NULL: as text */
    size_t faults, remarks;
} findings;

static int take_finding(void *payload, tvx_finding_level level, const char *text, tvx_error *error)
{
    findings *f = payload;
    bool fault = level == TVX_FINDING_FAULT;
    const char *name = fault ? "fault" : "remark";
    *(fault ? &f->faults : &f->remarks) += 1;
    if (f->table != NULL) {
        const tvx_cell cells[] = {{.type = TVX_CELL_TEXT, .text = name},
                                  {.type = TVX_CELL_TEXT, .text = text}};
        return tvx_table_row(f->table, cells, error);
    }
    tvx_cli_putf(f->cli, fault ? TVX_CLI_STRONG : TVX_CLI_PLAIN, "%s: ", name);
    tvx_cli_put(f->cli, TVX_CLI_PLAIN, text);
    tvx_cli_end_line(f->cli);
    return TVX_OK;
}

static void say_counts(const findings *f)
{
    tvx_buf line = {0};
    tvx_buf_format(&line, "%s: ", tvx_cli_path(f->cli));
    if (f->faults == 0)
        tvx_buf_text(&line, "sound");
    else
        tvx_cli_count(&line, f->faults, "fault", "faults");
    if (f->remarks > 0) {
        tvx_buf_text(&line, ", ");
        tvx_cli_count(&line, f->remarks, "remark", "remarks");
    }
    tvx_cli_take_paragraph(f->cli, 0, 2, TVX_CLI_PLAIN, &line);
}

static int check_file(findings *f, tvx_file *file, tvx_error *error)
{
    static const char *const columns[] = {"level", "text"};
    tvx_cli *cli = f->cli;
    int rc = TVX_OK;
    if (cli->format != TVX_FORMAT_TEXT)
        rc = tvx_table_begin(&f->table, NULL, "findings", columns, 2, cli->format, &cli->sink,
                             error);
    if (rc == TVX_OK)
        rc = tvx_file_check(file, take_finding, f, error);
    if (rc == TVX_OK && f->table != NULL)
        rc = tvx_table_end(f->table, error);
    else if (rc == TVX_OK)
        say_counts(f);
    tvx_table_free(f->table);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    findings f = {.cli = cli};
    tvx_file *file;
    int rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK)
        rc = check_file(&f, file, error);
    if (rc == TVX_OK && f.faults > 0)
        cli->status = 1;
    return rc;
}
