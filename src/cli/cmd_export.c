#include <string.h>

#include "cli/help.h"
#include "cli/left_out.h"
#include "cli/replace.h"
#include "cli/text.h"

static int run(tvx_cli *cli, tvx_error *error);
static void list_formats(tvx_cli *cli);

static const tvx_cli_option options[] = {
    {.name = "format", .value = "FORMAT", .help = "one of those below (else as FILE ends)"},
    {.name = "output",
     .letter = 'o',
     .value = "FILE",
     .help = "where to, instead of standard output (-)"},
    {.name = "claims", .help = "csv: one claim a row instead of one change"},
    {0},
};

const tvx_cli_command tvx_cmd_export = {
    .name = "export",
    .group = TVX_CLI_SHARING,
    .summary = "the negotiation as a file for other programs or the page",
    .examples = "travaux export -o timeline.md\n"
                "travaux export -o changes.csv\n"
                "travaux export -o claims.csv --claims\n"
                "travaux export --format jsonl > backup.jsonl\n",
    .details = "A file is written beside FILE and takes its place when it is whole.\n",
    .more = list_formats,
    .common = TVX_CLI_DB | TVX_CLI_NEGOTIATION | TVX_CLI_AS_OF | TVX_CLI_JSON,
    .options = options,
    .run = run,
};

static void list_formats(tvx_cli *cli)
{
    const tvx_exporter *const *exporters;
    size_t n = tvx_exporters(&exporters);
    for (size_t i = 0; i < n; i++)
        tvx_cli_help_entry(cli, exporters[i]->name, exporters[i]->says);
}

/* --- the format --- */

static bool ends_in(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n > m && strcmp(text + n - m, end) == 0;
}

static int fail_format(const char *output, tvx_error *error)
{
    const tvx_exporter *const *exporters;
    size_t n = tvx_exporters(&exporters);
    tvx_buf names = {0};
    for (size_t i = 0; i < n; i++)
        tvx_buf_format(&names, "%s%s", i > 0 ? ", " : "", exporters[i]->name);
    int rc = output == NULL
                 ? tvx_fail(error, TVX_EUSAGE, "export needs a format")
                 : tvx_fail(error, TVX_EUSAGE, "no format is known by the end of '%s'", output);
    tvx_fail_hint(error, "add --format, one of: %s", tvx_buf_string(&names));
    tvx_buf_dispose(&names);
    return rc;
}

static int choose(const tvx_cli *cli, const char *output, const tvx_exporter **out,
                  tvx_error *error)
{
    const char *format = cli->format == TVX_FORMAT_JSON ? "json" : tvx_cli_value(cli, "format");
    const tvx_exporter *const *exporters;
    size_t n = tvx_exporters(&exporters);
    if (format != NULL)
        return tvx_exporter_find(format, out, error);
    for (size_t i = 0; output != NULL && i < n; i++)
        if (ends_in(output, exporters[i]->suffix)) {
            *out = exporters[i];
            return TVX_OK;
        }
    return fail_format(output, error);
}

static int check_claims(const tvx_cli *cli, const tvx_exporter *exporter, tvx_error *error)
{
    if (!tvx_cli_has(cli, "claims") || strcmp(exporter->name, "csv") == 0)
        return TVX_OK;
    int rc = tvx_fail(error, TVX_EUSAGE, "--claims goes with csv, not with %s", exporter->name);
    tvx_fail_hint(error, "json and jsonl hold the claims in any case");
    return rc;
}

/* --- the file --- */

static int run_to(tvx_cli *cli, const tvx_exporter *exporter, const tvx_sink *sink,
                  tvx_error *error)
{
    tvx_export_options how = {.claims = tvx_cli_has(cli, "claims")};
    tvx_view *view;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = exporter->run(view, &how, sink, error);
    if (rc != TVX_OK || strcmp(exporter->name, "csv") != 0)
        return rc;
    if (how.claims)
        return tvx_cli_say_left_out(cli, view, error);
    return sink != &cli->sink ? tvx_cli_say_changes_left_out(cli, view, error) : TVX_OK;
}

static int run_to_file(tvx_cli *cli, const tvx_exporter *exporter, const char *output,
                       tvx_error *error)
{
    tvx_cli_replacement file = {0};
    tvx_sink sink = {tvx_cli_replacement_write, &file};
    int rc = tvx_cli_replacement_begin(&file, &cli->arena, output, error);
    if (rc == TVX_OK)
        rc = run_to(cli, exporter, &sink, error);
    if (rc == TVX_OK)
        rc = tvx_cli_replacement_commit(&file, error);
    tvx_cli_replacement_end(&file);
    if (rc == TVX_OK)
        tvx_cli_remark(cli, "wrote %s", output);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    const char *output = tvx_cli_value(cli, "output");
    const tvx_exporter *exporter = NULL;
    if (output != NULL && strcmp(output, "-") == 0)
        output = NULL;
    int rc = choose(cli, output, &exporter, error);
    if (rc != TVX_OK || exporter == NULL)
        return rc;
    rc = check_claims(cli, exporter, error);
    if (rc != TVX_OK)
        return rc;
    return output != NULL ? run_to_file(cli, exporter, output, error)
                          : run_to(cli, exporter, &cli->sink, error);
}
