#include "cli/answer.h"

#include <stdio.h>
#include <string.h>

#include "cli/answer_changes.h"
#include "cli/answer_follows.h"
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

static size_t total(const size_t counts[TVX_RECORD_KINDS])
{
    size_t n = 0;
    for (size_t i = 0; i < TVX_RECORD_KINDS; i++)
        n += counts[i];
    return n;
}

/* --- in words --- */

static void put_counts(tvx_buf *line, const size_t counts[TVX_RECORD_KINDS])
{
    bool first = true;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (counts[kinds[i].kind] == 0)
            continue;
        tvx_buf_text(line, first ? "" : ", ");
        tvx_cli_count(line, counts[kinds[i].kind], kinds[i].one, kinds[i].many);
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

void tvx_cli_record(tvx_buf *line, const tvx_added_record *record)
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
static const tvx_added_record *main_record(const tvx_added_record *records, size_t n_records,
                                           const size_t counts[TVX_RECORD_KINDS])
{
    size_t n = total(counts), drafts = counts[TVX_RECORD_DRAFT];
    if (n == 1 && n_records == 1)
        return &records[0];
    if (counts[TVX_RECORD_REPORT] != 1 || n != drafts + 1 || drafts > DRAFTS_NAMED)
        return NULL;
    for (size_t i = 0; i < n_records; i++)
        if (records[i].kind == TVX_RECORD_REPORT)
            return &records[i];
    return NULL;
}

static void put_drafts(tvx_buf *line, const tvx_added_record *records, size_t n_records,
                       size_t drafts)
{
    size_t told = 0;
    for (size_t i = 0; i < n_records; i++) {
        if (records[i].kind != TVX_RECORD_DRAFT)
            continue;
        tvx_buf_text(line, told > 0 ? ", " : drafts > 1 ? ", and drafts " : ", and draft ");
        tvx_buf_text(line, records[i].key);
        told++;
    }
}

bool tvx_cli_records(tvx_buf *line, const tvx_added_record *records, size_t n,
                     const size_t counts[TVX_RECORD_KINDS])
{
    const tvx_added_record *one = main_record(records, n, counts);
    if (one != NULL)
        tvx_cli_record(line, one);
    else
        put_counts(line, counts);
    if (one != NULL && one->kind == TVX_RECORD_REPORT)
        put_drafts(line, records, n, counts[TVX_RECORD_DRAFT]);
    return one != NULL;
}

static void put_nothing(tvx_buf *line, const tvx_added *added)
{
    tvx_buf_text(line, "nothing new");
    if (added->already > 0)
        tvx_buf_format(line, ": %zu %s there already", added->already,
                       added->already == 1 ? "record is" : "records are");
    if (added->left_out > 0)
        tvx_buf_format(line, "%s %zu %s forgotten for good", added->already > 0 ? "," : ":",
                       added->left_out, added->left_out == 1 ? "is" : "are");
}

static void put_already(tvx_buf *line, const tvx_added *added, bool one)
{
    if (total(added->counts) == 0 && added->already + added->left_out == 0)
        tvx_buf_text(line, "nothing was given");
    else if (total(added->counts) == 0)
        put_nothing(line, added);
    else if (added->already > 0 && !one)
        tvx_buf_format(line, "; %zu %s there already", added->already,
                       added->already == 1 ? "was" : "were");
}

static void put_summary(tvx_buf *line, const tvx_cli_recording *recording, const tvx_added *added)
{
    if (total(added->counts) > 0)
        tvx_buf_text(line, recording->dry ? "would add " : "added ");
    bool one = false;
    if (recording->watched && total(added->counts) > 1) /* what belongs to what is not known */
        put_counts(line, added->counts);
    else
        one = tvx_cli_records(line, added->records, added->n_records, added->counts);
    put_already(line, added, one);
}

static int answer_text(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error)
{
    tvx_buf line = {0};
    size_t reports = added->counts[TVX_RECORD_REPORT];
    put_summary(&line, recording, added);
    tvx_cli_take_paragraph(recording->cli, 0, 2, TVX_CLI_PLAIN, &line);
    int rc = tvx_cli_answer_gone(recording, added, error);
    if (rc != TVX_OK || total(added->counts) == 0)
        return rc;
    if (recording->watched)
        return tvx_cli_answer_rereads(recording, error);
    if (reports == 0 || added->n_records == 0 || reports > TVX_ADDED_LISTED ||
        added->drafts.n > DRAFTS_TOLD)
        return TVX_OK;
    return tvx_cli_answer_changes(recording, added, error);
}

/* --- as JSON --- */

void tvx_cli_json_records(tvx_json *json, const char *name, const tvx_added_record *records,
                          size_t n)
{
    tvx_json_name(json, name);
    tvx_json_list(json, TVX_JSON_LINES);
    for (size_t i = 0; i < n; i++) {
        const tvx_added_record *record = &records[i];
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

void tvx_cli_json_texts(tvx_json *json, const char *name, const tvx_texts *texts)
{
    tvx_json_name(json, name);
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < texts->n; i++)
        tvx_json_text(json, texts->items[i]);
    tvx_json_end(json);
}

void tvx_cli_json_counts(tvx_json *json, const char *name, const size_t counts[TVX_RECORD_KINDS])
{
    tvx_json_name(json, name);
    tvx_json_object(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < TVX_RECORD_KINDS; i++) {
        tvx_json_name(json, tvx_record_kind_name((tvx_record_kind)i));
        tvx_json_count(json, counts[i]);
    }
    tvx_json_end(json);
}

static int answer_json(tvx_cli_recording *recording, const tvx_added *added, tvx_error *error)
{
    tvx_buf text = {0};
    tvx_json json = {.out = &text};
    tvx_json_object(&json, TVX_JSON_LINES);
    tvx_json_name(&json, "dry_run");
    tvx_json_flag(&json, recording->dry);
    tvx_cli_json_counts(&json, "added", added->counts);
    tvx_json_name(&json, "already");
    tvx_json_count(&json, added->already);
    tvx_cli_json_records(&json, "records", added->records, added->n_records);
    tvx_cli_json_texts(&json, "drafts", &added->drafts);
    tvx_cli_json_texts(&json, "warnings", &added->warnings);
    int rc = tvx_cli_json_gone(recording, added, &json, error);
    if (rc == TVX_OK && recording->watched)
        rc = tvx_cli_json_rereads(recording, &json, error);
    tvx_json_end(&json);
    tvx_buf_char(&text, '\n');
    if (rc == TVX_OK && text.failed)
        rc = tvx_fail_memory(error);
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
