#include "cli/form.h"

#include <string.h>

#include "base/text.h"
#include "cli/answer.h"
#include "cli/form_fields.h"
#include "cli/recording.h"
#include "cli/text.h"

/* --- from options --- */

/* Notes where the values of an option go to. */
static int note_field(const tvx_cli_field *field, const tvx_texts *typed, tvx_cli *cli,
                      tvx_cli_trace *trace, const char *within, tvx_error *error)
{
    int rc = TVX_OK;
    for (size_t i = 0; rc == TVX_OK && i < typed->n; i++) {
        const char *words =
            tvx_arena_format(&cli->arena, "--%s '%s'", field->option, typed->items[i]);
        rc = typed->n == 1 ? tvx_cli_trace_note(trace, &cli->arena, words, error, "%s/%s", within,
                                                field->member)
                           : tvx_cli_trace_note(trace, &cli->arena, words, error, "%s/%s/%zu",
                                                within, field->member, i);
    }
    return rc;
}

int tvx_cli_form_fill(const tvx_cli_form *form, tvx_cli *cli, tvx_json *json, tvx_cli_trace *trace,
                      const char *within, tvx_error *error)
{
    int rc = TVX_OK;
    for (size_t i = 0; rc == TVX_OK && i < form->n_fields; i++) {
        const tvx_cli_field *field = &form->fields[i];
        tvx_texts typed = tvx_cli_values(cli, field->option);
        tvx_cli_content content;
        bool given;
        rc = tvx_cli_content_typed(field, cli, &content, &given, error);
        if (rc == TVX_OK)
            rc = note_field(field, &typed, cli, trace, within, error);
        if (!given && field->needed && field->type == TVX_CLI_FIELD_LIST)
            content.there = true;
        if (rc == TVX_OK)
            tvx_cli_content_write(field, &content, json);
    }
    return rc;
}

static int fail_needed(const tvx_cli *cli, const tvx_cli_field *field, tvx_error *error)
{
    int rc = tvx_fail(error, TVX_EUSAGE, "%s needs --%s", cli->command->name, field->option);
    tvx_fail_hint(error, "travaux help %s shows examples", cli->command->name);
    return rc;
}

int tvx_cli_form_needs(const tvx_cli_form *form, const tvx_cli *cli, tvx_error *error)
{
    for (size_t i = 0; i < form->n_fields; i++) {
        const tvx_cli_field *field = &form->fields[i];
        const char *value = tvx_cli_value(cli, field->option);
        if (field->needed && field->type != TVX_CLI_FIELD_LIST &&
            (value == NULL || value[0] == '\0'))
            return fail_needed(cli, field, error);
    }
    return TVX_OK;
}

/* --- what is recorded under the key already --- */

typedef struct heads {
    const tvx_cli_form *form;
    const char *key;
    tvx_arena *arena;
    const char **ids; /* of records in force under the key, ascending */
    size_t n_ids, ids_capacity;
    const char **keys; /* of all records of the kind: for the nearest */
    size_t n_keys, keys_capacity;
} heads;

static int push_text(tvx_arena *arena, const char ***items, size_t *n, size_t *capacity,
                     const char *text, tvx_error *error)
{
    const char *copy = tvx_arena_text(arena, text);
    if (copy == NULL || tvx_arena_grow(arena, items, *n, capacity, sizeof **items) != TVX_OK)
        return tvx_fail_memory(error);
    (*items)[(*n)++] = copy;
    return TVX_OK;
}

static int look_at(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    heads *found = payload;
    if (entry->kind > found->form->kind)
        return TVX_ESTOP;
    if (entry->kind != found->form->kind || !entry->in_force || entry->key == NULL)
        return TVX_OK;
    if (strcmp(entry->key, found->key) == 0)
        return push_text(found->arena, &found->ids, &found->n_ids, &found->ids_capacity, entry->id,
                         error);
    return push_text(found->arena, &found->keys, &found->n_keys, &found->keys_capacity, entry->key,
                     error);
}

static int find_heads(const tvx_cli_form *form, tvx_cli *cli, tvx_file *file,
                      const char *negotiation, heads *out, tvx_error *error)
{
    *out = (heads){.form = form, .key = cli->arguments.items[0], .arena = &cli->arena};
    int rc = tvx_file_records(file, negotiation, look_at, out, error);
    return rc == TVX_ESTOP ? TVX_OK : rc;
}

/* --- add --- */

static const char *kind_name(const tvx_cli_form *form)
{
    return tvx_record_kind_name(form->kind);
}

/* Begins the record: what it is, of which negotiation, under which key. */
static int begin_record(const tvx_cli_form *form, tvx_cli_recording *recording,
                        const char *negotiation, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    const char *key = cli->arguments.items[0];
    if (!tvx_text_valid(key, strlen(key)))
        return tvx_fail(error, TVX_EINPUT, "the %s is no UTF-8: '%s'", form->key, key);
    tvx_json_object(&recording->json, TVX_JSON_WITHIN);
    tvx_json_member(&recording->json, "record", kind_name(form));
    tvx_json_member(&recording->json, "negotiation", negotiation);
    tvx_json_member(&recording->json, form->key, key);
    int rc = tvx_cli_trace_note(&recording->trace, &cli->arena, key, error, "/%s", form->key);
    const char *chosen = tvx_arena_format(&cli->arena, "-n '%s'", negotiation);
    return rc != TVX_OK
               ? rc
               : tvx_cli_trace_note(&recording->trace, &cli->arena, chosen, error, "/negotiation");
}

static int end_record(tvx_cli_recording *recording, const tvx_added **added, tvx_error *error)
{
    tvx_json_end(&recording->json);
    int rc = tvx_cli_recording_take(recording, error);
    return rc == TVX_OK ? tvx_cli_recording_check(recording, added, error) : rc;
}

static int refuse_second(const tvx_cli_form *form, const tvx_cli *cli, tvx_error *error)
{
    const char *kind = kind_name(form), *key = cli->arguments.items[0];
    int rc =
        tvx_fail(error, TVX_EINPUT, "%s '%s' is recorded already, and not like this", kind, key);
    tvx_fail_hint(error, "travaux %s edit '%s' with the same options changes it", kind, key);
    return rc;
}

static int add_in(const tvx_cli_form *form, tvx_cli_recording *recording, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    const tvx_added *added;
    const char *negotiation;
    heads found;
    int rc = tvx_cli_negotiation(cli, recording->file, &negotiation, error);
    if (rc == TVX_OK)
        rc = find_heads(form, cli, recording->file, negotiation, &found, error);
    if (rc == TVX_OK)
        rc = begin_record(form, recording, negotiation, error);
    if (rc == TVX_OK)
        rc = tvx_cli_form_fill(form, cli, &recording->json, &recording->trace, "", error);
    if (rc == TVX_OK)
        rc = end_record(recording, &added, error);
    if (rc == TVX_OK && found.n_ids > 0 && added->n_records > 0)
        rc = refuse_second(form, cli, error);
    if (rc == TVX_OK)
        rc = tvx_cli_answer(recording, added, error);
    return rc == TVX_OK ? tvx_cli_recording_commit(recording, error) : rc;
}

typedef int (*form_step)(const tvx_cli_form *form, tvx_cli_recording *recording, tvx_error *error);

/* Runs one step between the lock and its release. */
static int record(const tvx_cli_form *form, tvx_cli *cli, form_step step, tvx_error *error)
{
    tvx_cli_recording recording = {0};
    tvx_file *file;
    int rc = tvx_cli_file(cli, &file, error);
    if (rc == TVX_OK)
        rc = tvx_cli_recording_begin(&recording, cli, file, error);
    if (rc == TVX_OK)
        rc = step(form, &recording, error);
    tvx_cli_recording_end(&recording);
    return rc;
}

int tvx_cli_form_add(const tvx_cli_form *form, tvx_cli *cli, tvx_error *error)
{
    int rc = tvx_cli_form_needs(form, cli, error);
    return rc == TVX_OK ? record(form, cli, add_in, error) : rc;
}

/* --- edit --- */

static int fail_unknown(const tvx_cli_form *form, const heads *found, tvx_error *error)
{
    int rc = tvx_fail(error, TVX_ENOTFOUND, "no %s '%s' is recorded", kind_name(form), found->key);
    const char *nearest = tvx_text_nearest(found->key, found->keys, found->n_keys);
    if (nearest != NULL)
        tvx_fail_hint(error, "did you mean '%s'?", nearest);
    else
        tvx_fail_hint(error, "travaux %ss lists them", kind_name(form));
    return rc;
}

/* One member of the record that takes its place; `changed` gathers what is not as it was. */
static int edit_field(const tvx_cli_field *field, tvx_cli_recording *recording, const void *before,
                      tvx_buf *changed, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    tvx_texts typed = tvx_cli_values(cli, field->option);
    tvx_cli_content old, new;
    bool given;
    int rc = tvx_cli_content_recorded(field, &cli->arena, before, &old, error);
    if (rc == TVX_OK)
        rc = tvx_cli_content_typed(field, cli, &new, &given, error);
    if (rc == TVX_OK && given && field->needed && !new.there)
        return tvx_fail(error, TVX_EUSAGE, "--%s cannot be taken away", field->option);
    if (rc == TVX_OK)
        rc = note_field(field, &typed, cli, &recording->trace, "", error);
    if (rc != TVX_OK)
        return rc;
    if (given && !tvx_cli_content_same(&old, &new))
        tvx_buf_format(changed, "%s%s", changed->size > 0 ? ", " : "", field->option);
    tvx_cli_content_write(field, given ? &new : &old, &recording->json);
    return TVX_OK;
}

static void write_supersedes(tvx_json *json, const heads *found)
{
    tvx_json_name(json, "supersedes");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < found->n_ids; i++)
        tvx_json_text(json, found->ids[i]);
    tvx_json_end(json);
}

/* Writes the record in force as the options change it. */
static int write_edited(const tvx_cli_form *form, tvx_cli_recording *recording,
                        const char *negotiation, const heads *found, tvx_buf *changed,
                        tvx_error *error)
{
    tvx_query query = {.negotiation = negotiation};
    tvx_view *view = NULL;
    tvx_found_record before;
    int rc = tvx_view_open(&view, recording->file, &query, error);
    if (rc == TVX_OK)
        rc = tvx_view_record(view, found->ids[0], &before, error);
    if (rc == TVX_OK)
        rc = begin_record(form, recording, negotiation, error);
    for (size_t i = 0; rc == TVX_OK && i < form->n_fields; i++)
        rc = edit_field(&form->fields[i], recording, &before.record.as, changed, error);
    if (rc == TVX_OK)
        write_supersedes(&recording->json, found);
    tvx_view_free(view);
    return rc;
}

static int answer_edited(const tvx_cli_form *form, tvx_cli_recording *recording,
                         const tvx_added *added, const tvx_buf *changed, tvx_error *error)
{
    tvx_cli *cli = recording->cli;
    if (cli->format != TVX_FORMAT_TEXT)
        return tvx_cli_answer(recording, added, error);
    tvx_cli_putf(cli, TVX_CLI_PLAIN, "%s %s %s: %s", recording->dry ? "would change" : "changed",
                 kind_name(form), cli->arguments.items[0], tvx_buf_string(changed));
    tvx_cli_end_line(cli);
    return TVX_OK;
}

static int edit_found(const tvx_cli_form *form, tvx_cli_recording *recording,
                      const char *negotiation, const heads *found, tvx_error *error)
{
    const tvx_added *added;
    tvx_buf changed = {0};
    int rc = write_edited(form, recording, negotiation, found, &changed, error);
    if (rc == TVX_OK && changed.size == 0 && found->n_ids > 1)
        tvx_buf_format(&changed, "one record in place of %zu", found->n_ids);
    if (rc == TVX_OK && changed.size == 0) {
        rc = tvx_fail(error, TVX_EINPUT, "%s '%s' says that already", kind_name(form), found->key);
        tvx_fail_hint(error, "travaux help %s edit lists what can be changed", kind_name(form));
    }
    if (rc == TVX_OK)
        rc = end_record(recording, &added, error);
    if (rc == TVX_OK)
        rc = answer_edited(form, recording, added, &changed, error);
    tvx_buf_dispose(&changed);
    return rc == TVX_OK ? tvx_cli_recording_commit(recording, error) : rc;
}

static int edit_in(const tvx_cli_form *form, tvx_cli_recording *recording, tvx_error *error)
{
    const char *negotiation;
    heads found;
    int rc = tvx_cli_negotiation(recording->cli, recording->file, &negotiation, error);
    if (rc == TVX_OK)
        rc = find_heads(form, recording->cli, recording->file, negotiation, &found, error);
    if (rc == TVX_OK && found.n_ids == 0)
        rc = fail_unknown(form, &found, error);
    return rc == TVX_OK ? edit_found(form, recording, negotiation, &found, error) : rc;
}

int tvx_cli_form_edit(const tvx_cli_form *form, tvx_cli *cli, tvx_error *error)
{
    return record(form, cli, edit_in, error);
}
