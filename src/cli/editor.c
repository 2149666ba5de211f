#include "cli/editor.h"

#include <string.h>
#include <unistd.h>

#include "cli/json_text.h"
#include "cli/scratch.h"
#include "cli/spawn.h"

/* A text being edited. */
typedef struct editing {
    tvx_cli *cli;
    const char *help;
    const char *path;
    tvx_buf original; /* as it was offered first, laid out */
    tvx_buf shown;    /* what the editor gets, comments and all */
    tvx_buf text;     /* what came back from it, without the comments */
    tvx_buf faulty;   /* what came back the last time, and was faulty */
    bool unread;      /* the file may hold what text does not */
} editing;

/* --- comments --- */

static size_t put_comments(tvx_buf *out, const char *text)
{
    size_t lines = 0;
    while (*text != '\0') {
        size_t n = strcspn(text, "\n");
        tvx_buf_text(out, n > 0 ? "# " : "#");
        tvx_buf_put(out, text, n);
        tvx_buf_char(out, '\n');
        text += n + (text[n] == '\n');
        lines++;
    }
    return lines;
}

/* Behind the lines at the top that are comments or blank. */
static const char *past_comments(const char *text)
{
    for (;;) {
        const char *at = text + strspn(text, " \t\r\n");
        while (at > text && at[-1] != '\n') /* a comment begins its line */
            at--;
        if (*at != '#')
            return at;
        text = at + strcspn(at, "\n");
        if (*text == '\0')
            return text;
    }
}

/* What is wrong, as a line of text: where it is is said by line or by place in the record. */
static void put_error(tvx_buf *out, const tvx_error *error, size_t lines_above)
{
    if (error->line > 0)
        tvx_buf_format(out, "line %zu: ", lines_above + error->line);
    if (error->pointer[0] != '\0')
        tvx_buf_format(out, "%s: ", error->pointer);
    tvx_buf_format(out, "%s\n", error->message);
    if (error->hint[0] != '\0')
        tvx_buf_format(out, "hint: %s\n", error->hint);
}

static size_t count_lines(const char *text)
{
    size_t n = 0;
    for (; *text != '\0'; text++)
        n += *text == '\n';
    return n;
}

/* Offers a text, with the error of the last try. */
static int offer(editing *e, const char *text, const tvx_error *failed, tvx_error *error)
{
    tvx_buf said = {0};
    tvx_buf_clear(&e->shown);
    if (failed != NULL) {
        size_t above = 1 + count_lines(e->help) + 1 + (failed->hint[0] != '\0');
        tvx_buf_text(&said, "This cannot be recorded yet:\n");
        put_error(&said, failed, above);
        put_comments(&e->shown, tvx_buf_string(&said));
    }
    put_comments(&e->shown, e->help);
    tvx_buf_text(&e->shown, text);
    bool lost = said.failed || e->shown.failed;
    tvx_buf_dispose(&said);
    return lost ? tvx_fail_memory(error) : tvx_cli_scratch_write(e->path, &e->shown, error);
}

/* --- what comes back --- */

static int fail_unchanged(const char *what, tvx_error *error)
{
    int rc = tvx_fail(error, TVX_EINPUT, "nothing is recorded: the text is %s", what);
    tvx_fail_hint(error, "save it changed to record it");
    return rc;
}

static int read_back(editing *e, tvx_error *error)
{
    tvx_buf all = {0};
    tvx_buf_clear(&e->text);
    int rc = tvx_cli_scratch_read(e->path, &all, error);
    if (rc == TVX_OK && strlen(tvx_buf_string(&all)) != all.size)
        rc = tvx_fail(error, TVX_EINPUT, "the text holds a NUL");
    if (rc == TVX_OK)
        tvx_buf_text(&e->text, past_comments(tvx_buf_string(&all)));
    tvx_buf_dispose(&all);
    return rc == TVX_OK && e->text.failed ? tvx_fail_memory(error) : rc;
}

static bool is_original(const editing *e)
{
    return tvx_cli_json_same(tvx_buf_string(&e->text), tvx_buf_string(&e->original));
}

static bool is_empty(const editing *e)
{
    const char *text = tvx_buf_string(&e->text);
    return text[strspn(text, " \t\r\n")] == '\0';
}

static bool is_faulty_again(const editing *e)
{
    return e->faulty.size > 0 && strcmp(tvx_buf_string(&e->faulty), tvx_buf_string(&e->text)) == 0;
}

/* One round: the editor, and what it brought back. *again: it is to be offered once more. */
static int go_round(editing *e, tvx_cli_edited edited, void *payload, tvx_error *failed,
                    bool *again, tvx_error *error)
{
    *again = false;
    int rc = tvx_cli_spawn_editor(e->cli, e->path, error);
    e->unread = true;
    int read = read_back(e, rc == TVX_OK ? error : NULL);
    e->unread = read != TVX_OK;
    if (rc != TVX_OK || read != TVX_OK)
        return rc != TVX_OK ? rc : read;
    if (is_empty(e) || is_original(e))
        return fail_unchanged(is_empty(e) ? "empty" : "unchanged", error);
    if (is_faulty_again(e)) {
        *error = *failed;
        return failed->code;
    }
    *failed = (tvx_error){0};
    rc = edited(payload, tvx_buf_string(&e->text), failed);
    if (rc != TVX_EINPUT && rc != TVX_ENOTFOUND) {
        if (rc != TVX_OK)
            *error = *failed;
        return rc;
    }
    *again = true;
    tvx_buf_clear(&e->faulty);
    tvx_buf_text(&e->faulty, tvx_buf_string(&e->text));
    return e->faulty.failed ? tvx_fail_memory(error)
                            : offer(e, tvx_buf_string(&e->text), failed, error);
}

static int edit(editing *e, tvx_cli_edited edited, void *payload, tvx_error *error)
{
    tvx_error failed = {0};
    bool again = true;
    int rc = offer(e, tvx_buf_string(&e->original), NULL, error);
    while (rc == TVX_OK && again)
        rc = go_round(e, edited, payload, &failed, &again, error);
    return rc;
}

/* A text that somebody wrote is not thrown away because of an error. */
static void keep_or_remove(const editing *e, int rc, tvx_error *error)
{
    if (rc == TVX_OK || (!e->unread && (is_empty(e) || is_original(e)))) {
        unlink(e->path);
        return;
    }
    error->hint[0] = '\0';
    if (access(e->path, F_OK) == 0)
        tvx_fail_hint(error, "the text is kept in %s", e->path);
    else
        tvx_fail_hint(error, "nothing is recorded: the editor left no file behind");
}

int tvx_cli_edit(tvx_cli *cli, const char *json, const char *help, tvx_cli_edited edited,
                 void *payload, tvx_error *error)
{
    editing e = {.cli = cli, .help = help};
    FILE *file;
    tvx_cli_json_lay(&e.original, json);
    int rc = e.original.failed ? tvx_fail_memory(error)
                               : tvx_cli_scratch_make(&e.path, &file, &cli->arena, ".json", error);
    if (rc == TVX_OK) {
        rc = tvx_cli_scratch_close(e.path, file, error);
        if (rc == TVX_OK)
            rc = edit(&e, edited, payload, error);
        keep_or_remove(&e, rc, error);
    }
    tvx_buf_dispose(&e.original);
    tvx_buf_dispose(&e.shown);
    tvx_buf_dispose(&e.text);
    tvx_buf_dispose(&e.faulty);
    return rc;
}
