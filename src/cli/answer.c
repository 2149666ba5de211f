#include "cli/answer.h"

#include <stdio.h>
#include <string.h>

#include "cli/answer_changes.h"
#include "cli/take.h"

enum { DRAFTS_TOLD = 3, DRAFTS_NAMED = 3 };

/* How many of a kind, in the order in which they are told. */
static const struct {
    tvx_record_kind kind;
    const char *one, *many;
} kinds[] = {
    {TVX_RECORD_REPORT, "report", "reports"},
    {TVX_RECORD_DRAFT, "draft", "drafts"},
    {TVX_RECORD_TERM, "term", "terms"},
    {TVX_RECORD_PARTY, "party", "parties"},
    {TVX_RECORD_OUTLET, "outlet", "outlets"},
    {TVX_RECORD_NEGOTIATION, "negotiation", "negotiations"},
    {TVX_RECORD_JUDGEMENT, "judgement", "judgements"},
};

static size_t total(const tvx_added *added)
{
    size_t n = 0;
    for (size_t i = 0; i < TVX_RECORD_KINDS; i++)
        n += added->counts[i];
    return n;
}

/* --- in words --- */

static void put_counts(tvx_buf *line, const tvx_added *added)
{
    bool first = true;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (added->counts[kinds[i].kind] == 0)
            continue;
        tvx_buf_text(line, first ? "" : ", ");
        tvx_cli_count(line, added->counts[kinds[i].kind], kinds[i].one, kinds[i].many);
        first = false;
    }
}

/* The day of an EDTF date, as people read it, a time of day left out. */
static void put_day(tvx_buf *line, const char *edtf)
{
    char text[TVX_DATE_HUMAN], day[TVX_DATE_HUMAN];
    size_t n = strcspn(edtf, "T");
    snprintf(text, sizeof text, "%.*s", (int)(n < sizeof text ? n : sizeof text - 1), edtf);
    tvx_human_date(&(tvx_date){.text = text}, true, day);
    tvx_buf_text(line, day);
}

/* "report 3f9a2c CNN, 24 Feb 2025", "term share: Share of revenues". */
static void put_record(tvx_buf *line, const tvx_added_record *record)
{
    tvx_buf_format(line, "%s ", tvx_record_kind_name(record->kind));
    if (record->key != NULL)
        tvx_buf_text(line, record->key);
    else
        tvx_buf_format(line, "%.*s", TVX_CLI_ID_DIGITS, record->id);
    if (record->label != NULL && (record->key == NULL || strcmp(record->key, record->label) != 0))
        tvx_buf_format(line, "%s%s", record->key != NULL ? ": " : " ", record->label);
    if (record->published != NULL) {
        tvx_buf_text(line, ", ");
        put_day(line, record->published);
    }
}

/* The one record to which the others, at most a few drafts, belong; or NULL. */
static const tvx_added_record *main_record(const tvx_added *added)
{
    size_t n = total(added), drafts = added->counts[TVX_RECORD_DRAFT];
    if (n == 1)
        return &added->records[0];
    if (added->counts[TVX_RECORD_REPORT] != 1 || n != drafts + 1 || drafts > DRAFTS_NAMED)
        return NULL;
    for (size_t i = 0; i < added->n_records; i++)
        if (added->records[i].kind == TVX_RECORD_REPORT)
            return &added->records[i];
    return NULL;
}

static void put_drafts(tvx_buf *line, const tvx_added *added)
{
    size_t told = 0;
    for (size_t i = 0; i < added->n_records; i++) {
        if (added->records[i].kind != TVX_RECORD_DRAFT)
            continue;
        tvx_buf_text(line, told > 0                              ? ", "
                           : added->counts[TVX_RECORD_DRAFT] > 1 ? ", and drafts "
                                                                 : ", and draft ");
        tvx_buf_text(line, added->records[i].key);
        told++;
    }
}

static void put_already(tvx_buf *line, const tvx_added *added)
{
    if (total(added) == 0 && added->already == 0)
        tvx_buf_text(line, "nothing was given");
    else if (total(added) == 0)
        tvx_buf_format(line, "nothing new: %zu %s there already", added->already,
                       added->already == 1 ? "record is" : "records are");
    else if (added->already > 0 && main_record(added) == NULL)
        tvx_buf_format(line, "; %zu %s there already", added->already,
                       added->already == 1 ? "was" : "were");
}

static void put_summary(tvx_buf *line, const tvx_cli_recording *recording, const tvx_added *added)
{
    const tvx_added_record *one = main_record(added);
    if (total(added) > 0)
        tvx_buf_text(line, recording->dry ? "would add " : "added ");
    if (one != NULL)
        put_record(line, one);
    else
        put_counts(line, added);
    if (one != NULL && one->kind == TVX_RECORD_REPORT)
        put_drafts(line, added);
    put_already(line, added);
}

static int answer_text(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error)
{
    tvx_buf line = {0};
    size_t reports = added->counts[TVX_RECORD_REPORT];
    put_summary(&line, recording, added);
    tvx_cli_take_paragraph(recording->cli, 0, 2, TVX_CLI_PLAIN, &line);
    if (reports == 0 || reports > TVX_ADDED_LISTED || added->drafts.n > DRAFTS_TOLD)
        return TVX_OK;
    return tvx_cli_answer_changes(recording, added, error);
}

/* --- as JSON --- */

static void json_records(tvx_json *json, const tvx_added *added)
{
    tvx_json_name(json, "records");
    tvx_json_list(json, TVX_JSON_LINES);
    for (size_t i = 0; i < added->n_records; i++) {
        const tvx_added_record *record = &added->records[i];
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_json_member(json, "record", tvx_record_kind_name(record->kind));
        tvx_json_member(json, "negotiation", record->negotiation);
        tvx_json_member(json, "id", record->id);
        tvx_json_member(json, "key", record->key);
        tvx_json_member(json, "label", record->label);
        tvx_json_member(json, "published", record->published);
        tvx_json_end(json);
    }
    tvx_json_end(json);
}

static void json_texts(tvx_json *json, const char *name, const tvx_texts *texts)
{
    tvx_json_name(json, name);
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < texts->n; i++)
        tvx_json_text(json, texts->items[i]);
    tvx_json_end(json);
}

static int answer_json(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error)
{
    tvx_buf text = {0};
    tvx_json json = {.out = &text};
    tvx_json_object(&json, TVX_JSON_LINES);
    tvx_json_name(&json, "dry_run");
    tvx_json_flag(&json, recording->dry);
    tvx_json_name(&json, "added");
    tvx_json_object(&json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < TVX_RECORD_KINDS; i++) {
        tvx_json_name(&json, tvx_record_kind_name((tvx_record_kind)i));
        tvx_json_count(&json, added->counts[i]);
    }
    tvx_json_end(&json);
    tvx_json_name(&json, "already");
    tvx_json_count(&json, added->already);
    json_records(&json, added);
    json_texts(&json, "drafts", &added->drafts);
    json_texts(&json, "warnings", &added->warnings);
    tvx_json_end(&json);
    tvx_buf_char(&text, '\n');
    int rc = text.failed ? tvx_fail_memory(error) : TVX_OK;
    if (rc == TVX_OK)
        tvx_cli_write(recording->cli, tvx_buf_string(&text), text.size);
    tvx_buf_dispose(&text);
    return rc;
}

int tvx_cli_answer(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error)
{
    return recording->cli->format == TVX_FORMAT_JSON ? answer_json(recording, added, error)
                                                     : answer_text(recording, added, error);
}
