#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "cli/help.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/screen.h"
#include "travaux/cli.h"

enum { STATUS_TROUBLE = 2 };

/* --- standard error: a line each, escaped --- */

/* Without memory for it, at least that is said of an error; of anything else nothing. */
static void print_line(FILE *err, tvx_buf *line, bool is_error)
{
    tvx_buf escaped = {0};
    tvx_text_escape(&escaped, tvx_buf_string(line), false);
    if (!line->failed && !escaped.failed)
        fprintf(err, "%s\n", tvx_buf_string(&escaped));
    else if (is_error)
        fputs("travaux: out of memory\n", err);
    tvx_buf_dispose(&escaped);
    tvx_buf_clear(line);
}

static void print_error(FILE *err, const tvx_error *error)
{
    tvx_buf line = {0};
    tvx_buf_text(&line, "travaux: ");
    if (error->file[0] != '\0')
        tvx_buf_format(&line, "%s:", error->file);
    if (error->line > 0)
        tvx_buf_format(&line, "%lu:", error->line);
    if (error->file[0] != '\0' || error->line > 0)
        tvx_buf_char(&line, ' ');
    if (error->pointer[0] != '\0')
        tvx_buf_format(&line, "%s: ", error->pointer);
    tvx_buf_text(&line, error->message[0] != '\0' ? error->message : "it could not be done");
    print_line(err, &line, true);
    if (error->hint[0] != '\0') {
        tvx_buf_format(&line, "hint: %s", error->hint);
        print_line(err, &line, false);
    }
    tvx_buf_dispose(&line);
}

void tvx_cli_remark(tvx_cli *cli, const char *format, ...)
{
    char text[1024];
    tvx_buf line = {0};
    va_list args;
    if (tvx_cli_has(cli, "quiet"))
        return;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    tvx_buf_text(&line, text);
    print_line(cli->err, &line, false);
    tvx_buf_dispose(&line);
}

/* --- standard output --- */

int tvx_cli_json_said(tvx_cli *cli, const char *name, const char *text, tvx_error *error)
{
    tvx_buf out = {0};
    tvx_json json = {.out = &out};
    tvx_json_object(&json, TVX_JSON_WITHIN);
    tvx_json_member(&json, name, text);
    tvx_json_end(&json);
    tvx_buf_char(&out, '\n');
    int rc = out.failed ? tvx_fail_memory(error) : TVX_OK;
    if (rc == TVX_OK)
        tvx_cli_write(cli, tvx_buf_string(&out), out.size);
    tvx_buf_dispose(&out);
    return rc;
}

/* --- the file --- */

const char *tvx_cli_path(const tvx_cli *cli)
{
    const char *path = tvx_cli_value(cli, "db");
    if (path == NULL || path[0] == '\0')
        path = getenv("TRAVAUX_DB");
    return path != NULL && path[0] != '\0' ? path : "travaux.db";
}

int tvx_cli_file(tvx_cli *cli, tvx_file **out, tvx_error *error)
{
    int rc = TVX_OK;
    bool opened = cli->file == NULL;
    if (opened)
        rc = tvx_file_open(&cli->file, tvx_cli_path(cli), error);
    if (rc == TVX_EIO)
        tvx_fail_hint(error, "travaux init makes a file; --db FILE names another one");
    *out = cli->file;
    if (rc == TVX_OK && opened && tvx_file_backup_made(cli->file) != NULL)
        tvx_cli_remark(cli, "'%s' was of an older version and is brought up to date; as it was: %s",
                       tvx_cli_path(cli), tvx_file_backup_made(cli->file));
    return rc;
}

int tvx_cli_view(tvx_cli *cli, tvx_view **out, tvx_error *error)
{
    tvx_file *file;
    tvx_query query = {.negotiation = tvx_cli_value(cli, "negotiation"),
                       .known_by = tvx_cli_value(cli, "known-by"),
                       .recorded_by = tvx_cli_value(cli, "recorded-by"),
                       .without = tvx_cli_value(cli, "without")};
    int rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK && cli->view == NULL)
        rc = tvx_view_open(&cli->view, file, &query, error);
    *out = cli->view;
    return rc;
}

/* Several negotiations, or none: which one is meant is not known. */
static int fail_negotiation(const tvx_texts *keys, tvx_error *error)
{
    if (keys->n == 0) {
        int rc = tvx_fail(error, TVX_ENOTFOUND, "the file holds no negotiation yet");
        tvx_fail_hint(error, "travaux init --negotiation KEY --title TITLE makes one");
        return rc;
    }
    tvx_buf list = {0};
    for (size_t i = 0; i < keys->n; i++)
        tvx_buf_format(&list, "%s%s", i > 0 ? ", " : "", keys->items[i]);
    int rc = tvx_fail(error, TVX_ENOTFOUND, "the file holds several negotiations");
    tvx_fail_hint(error, "name one with -n: %s", tvx_buf_string(&list));
    tvx_buf_dispose(&list);
    return rc;
}

int tvx_cli_negotiation(tvx_cli *cli, tvx_file *file, const char **out, tvx_error *error)
{
    tvx_texts keys;
    *out = tvx_cli_value(cli, "negotiation");
    if (*out != NULL)
        return TVX_OK;
    int rc = tvx_file_negotiations(file, &keys, error);
    if (rc == TVX_OK && keys.n != 1)
        return fail_negotiation(&keys, error);
    if (rc == TVX_OK && (*out = tvx_arena_text(&cli->arena, keys.items[0])) == NULL)
        return tvx_fail_memory(error);
    return rc;
}

/* --- one command --- */

static int run_command(tvx_cli *cli, tvx_error *error)
{
    if (tvx_cli_has(cli, "version")) {
        tvx_cli_write(cli, "travaux " TVX_VERSION "\n", sizeof "travaux " TVX_VERSION);
        return TVX_OK;
    }
    if (cli->command == NULL && tvx_cli_has(cli, "help")) {
        tvx_cli_help_tool(cli);
        return TVX_OK;
    }
    if (cli->command == NULL) {
        tvx_cli_output_dispose(&cli->output);
        tvx_cli_output_begin(&cli->output, cli->err);
        tvx_cli_help_short(cli);
        cli->status = STATUS_TROUBLE;
        return TVX_OK;
    }
    if (tvx_cli_has(cli, "help")) {
        tvx_cli_help_command(cli, cli->command);
        return TVX_OK;
    }
    return cli->command->run(cli, error);
}

int tvx_cli_run(int argc, char **argv, FILE *in, FILE *out, FILE *err)
{
    tvx_error error = {0};
    tvx_cli cli = {.in = in, .out = out, .err = err};
    tvx_cli_output_begin(&cli.output, out);
    cli.sink = (tvx_sink){tvx_cli_output_sink, &cli.output};
    int rc = tvx_cli_parse(&cli, argc, argv, &error);
    cli.screen = tvx_cli_screen_of(out, tvx_cli_value(&cli, "color"));
    if (rc == TVX_OK)
        rc = run_command(&cli, &error);
    tvx_view_free(cli.view);
    tvx_file_free(cli.file);
    if (rc == TVX_OK)
        rc = tvx_cli_output_finish(&cli.output, &error);
    if (rc != TVX_OK)
        print_error(err, &error);
    tvx_cli_output_dispose(&cli.output);
    tvx_arena_dispose(&cli.arena);
    return rc == TVX_OK ? cli.status : STATUS_TROUBLE;
}
