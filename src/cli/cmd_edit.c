#include <string.h>

#include "cli/answer.h"
#include "cli/editor.h"
#include "cli/json_text.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_edit = {
    .name = "edit",
    .group = TVX_CLI_RECORDING,
    .arguments = "ID",
    .least = 1,
    .most = 1,
    .summary = "corrects a record in an editor",
    .examples = "travaux edit 3f9a2c\n"
                "EDITOR='emacs -nw' travaux edit 3f9a2c\n",
    .details = "Opens the record in $VISUAL, else $EDITOR, else vi; what comes back supersedes it. "
               "A faulty text is offered again with the error on top; to give up, leave it "
               "unchanged or empty it. Judgements are withdrawn instead: travaux judge withdraw.\n",
    .common = TVX_CLI_RECORDS,
    .run = run,
};

/* The record that is being corrected; its texts live in the cli's arena. */
typedef struct correcting {
    tvx_cli *cli;
    tvx_file *file;
    const char *negotiation, *id, *body;
    tvx_record_kind kind;
} correcting;

/* --- which record --- */

static int check_kind(const tvx_log_entry *entry, tvx_error *error)
{
    if (entry->kind != TVX_RECORD_JUDGEMENT)
        return TVX_OK;
    int rc =
        tvx_fail(error, TVX_EINPUT, "judgement %.6s cannot be edited: it stays as made", entry->id);
    tvx_fail_hint(error, "travaux judge withdraw %.6s takes it back; then judge again", entry->id);
    return rc;
}

static int check_in_force(const tvx_log_entry *entry, const char *in_force, tvx_error *error)
{
    if (entry->in_force)
        return TVX_OK;
    int rc = tvx_fail(error, TVX_EINPUT, "%s %.6s is superseded already",
                      tvx_record_kind_name(entry->kind), entry->id);
    if (in_force[0] != '\0')
        tvx_fail_hint(error, "%.6s is in force in its place: travaux edit %.6s", in_force,
                      in_force);
    return rc;
}

static int find_record(correcting *c, tvx_error *error)
{
    tvx_log_entry entry;
    const char *in_force;
    tvx_arena *arena = &c->cli->arena;
    int rc = tvx_file_record(c->file, tvx_cli_value(c->cli, "negotiation"),
                             c->cli->arguments.items[0], &entry, &in_force, error);
    if (rc == TVX_OK)
        rc = check_kind(&entry, error);
    if (rc == TVX_OK)
        rc = check_in_force(&entry, in_force, error);
    if (rc != TVX_OK)
        return rc;
    c->kind = entry.kind;
    c->negotiation = tvx_arena_text(arena, entry.negotiation);
    c->id = tvx_arena_text(arena, entry.id);
    c->body = tvx_arena_text(arena, entry.body);
    return c->negotiation != NULL && c->id != NULL && c->body != NULL ? TVX_OK
                                                                      : tvx_fail_memory(error);
}

/* Somebody else may have corrected it while it was being edited. */
static int check_still(const correcting *c, tvx_error *error)
{
    tvx_log_entry entry;
    const char *in_force;
    int rc = tvx_file_record(c->file, c->negotiation, c->id, &entry, &in_force, error);
    return rc == TVX_OK ? check_in_force(&entry, in_force, error) : rc;
}

/* --- what came back --- */

static int check_summary(const correcting *c, const tvx_added *added, tvx_error *error)
{
    for (size_t i = 0; i < added->n_records; i++)
        if (added->records[i].kind == c->kind &&
            strcmp(added->records[i].negotiation, c->negotiation) == 0)
            return TVX_OK;
    return tvx_fail(error, TVX_EINPUT, "it is no %s of '%s' any more",
                    tvx_record_kind_name(c->kind), c->negotiation);
}

static int record(const correcting *c, tvx_cli_recording *recording, const char *json,
                  tvx_error *error)
{
    const tvx_added *added;
    tvx_cli_json_supersede(&recording->text, json, c->id);
    int rc = check_still(c, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_take(recording, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_check(recording, &added, error);
    if (rc == TVX_OK)
        rc = check_summary(c, added, error);
    if (rc == TVX_OK)
        rc = tvx_cli_answer(recording, added, error);
    return rc == TVX_OK ? tvx_cli_recording_commit(recording, error) : rc;
}

static int take_edited(void *payload, const char *json, tvx_error *error)
{
    const correcting *c = payload;
    tvx_cli_recording recording = {0};
    int rc = tvx_cli_recording_begin_watched(&recording, c->cli, c->file, TVX_ADD_FILES, error);
    if (rc == TVX_OK)
        rc = record(c, &recording, json, error);
    tvx_cli_recording_end(&recording);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    correcting c = {.cli = cli};
    int rc = tvx_cli_file(cli, &c.file, error);
    if (rc == TVX_OK)
        rc = find_record(&c, error);
    if (rc != TVX_OK)
        return rc;
    const char *help = tvx_arena_format(&cli->arena,
                                        "%s %.12s: what you save here supersedes it.\n"
                                        "Leave it unchanged, or empty it, to record nothing.\n",
                                        tvx_record_kind_name(c.kind), c.id);
    return help == NULL ? tvx_fail_memory(error)
                        : tvx_cli_edit(cli, c.body, help, take_edited, &c, error);
}
