/*
 * A file made of scenes, and answers about it in few words: see view_cases.h.
 */
#ifndef TVX_TESTS_VIEW_ANSWERS_H
#define TVX_TESTS_VIEW_ANSWERS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "travaux/add.h"
#include "travaux/view.h"
#include "view_cases.h"

static tvx_buf answer; /* in few words */

/* --- a file --- */

typedef struct fixture {
    char folder[64], path[96];
    tvx_file *file;
    tvx_arena arena;
} fixture;

static fixture now;

static int setup(void **state)
{
    (void)state;
    now = (fixture){.folder = "/tmp/travaux-view-XXXXXX"};
    assert_non_null(mkdtemp(now.folder));
    snprintf(now.path, sizeof now.path, "%s/x.db", now.folder);
    assert_int_equal(tvx_file_create(&now.file, now.path, NULL), TVX_OK);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    tvx_file_free(now.file);
    tvx_arena_dispose(&now.arena);
    tvx_buf_dispose(&answer);
    unlink(now.path);
    rmdir(now.folder);
    return 0;
}

/* The id of the report with a title, or of the judgement with a reason. */
typedef struct sought {
    char by_title[64], by_reason[64];
    char id[TVX_ID_HEX + 1];
} sought;

static int seek(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    sought *s = payload;
    (void)error;
    bool titled = entry->kind == TVX_RECORD_REPORT && strstr(entry->body, s->by_title) != NULL;
    bool reasoned =
        entry->kind == TVX_RECORD_JUDGEMENT && strstr(entry->body, s->by_reason) != NULL;
    if (titled || reasoned)
        memcpy(s->id, entry->id, sizeof s->id);
    return TVX_OK;
}

static void find_id(const char *name, size_t n, sought *s)
{
    *s = (sought){.id = ""};
    snprintf(s->by_title, sizeof s->by_title, "\"title\":\"%.*s\"", (int)n, name);
    snprintf(s->by_reason, sizeof s->by_reason, "\"reason\":\"%.*s\"", (int)n, name);
    assert_int_equal(tvx_file_records(now.file, "n", seek, s, NULL), TVX_OK);
    if (s->id[0] == '\0')
        fail_msg("no record '%.*s'", (int)n, name);
}

/* The text with ids in place of @names@, and with `quote` in place of '. */
static const char *spell(const char *text, char quote)
{
    tvx_buf out = {0};
    for (; *text != '\0'; text++) {
        if (*text == '@') {
            sought s;
            size_t n = strcspn(text + 1, "@");
            find_id(text + 1, n, &s);
            tvx_buf_text(&out, s.id);
            text += n + 1;
        } else {
            tvx_buf_char(&out, *text == '\'' ? quote : *text);
        }
    }
    const char *spelled = tvx_arena_text(&now.arena, tvx_buf_string(&out));
    tvx_buf_dispose(&out);
    return spelled;
}

static void take(tvx_add *add, const char *record)
{
    tvx_error error = {0};
    if (tvx_add_text(add, spell(record, '"'), &error) != TVX_OK ||
        tvx_add_check(add, &error) != TVX_OK)
        fail_msg("%s: %s: %s", record, error.pointer, error.message);
}

/* Records all in one call. */
static void record_all(const char *const *records, size_t n)
{
    tvx_add *add;
    assert_int_equal(tvx_add_begin(&add, now.file, "test", TVX_ADD_FILES, NULL), TVX_OK);
    for (size_t i = 0; i < n && records[i] != NULL; i++)
        take(add, records[i]);
    assert_int_equal(tvx_add_commit(add, NULL), TVX_OK);
    tvx_add_free(add);
}

/* --- answers in few words --- */

/* Begins the next part of the answer. */
static void part(void)
{
    tvx_buf_text(&answer, answer.size > 0 ? "; " : "");
}

static void put(const char *before, const char *text)
{
    if (text != NULL)
        tvx_buf_format(&answer, "%s%s", before, text);
}

static void put_list(const char *before, const tvx_texts *list, const char *between)
{
    for (size_t i = 0; i < list->n; i++)
        put(i == 0 ? before : between, list->items[i]);
}

static int put_titled(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    (void)error;
    const char *title = strstr(entry->body, "\"title\":\"");
    if (strcmp(entry->id, payload) == 0 && title != NULL) {
        title += strlen("\"title\":\"");
        tvx_buf_put(&answer, title, strcspn(title, "\""));
    }
    return TVX_OK;
}

static void put_why(const tvx_ruling *set_aside, const char *updated)
{
    if (set_aside != NULL)
        tvx_buf_format(&answer, " %s %s", tvx_act_name(set_aside->judgement->act),
                       set_aside->judgement->reason);
    if (updated != NULL) {
        char id[TVX_ID_HEX + 1];
        memcpy(id, updated, sizeof id);
        tvx_buf_text(&answer, " updated ");
        assert_int_equal(tvx_file_records(now.file, "n", put_titled, id, NULL), TVX_OK);
    }
}

static void put_outlet(const tvx_evidence *evidence)
{
    tvx_buf_text(&answer, evidence->outlet);
    put("=", evidence->draft);
    if (evidence->attributed != NULL)
        put("+", evidence->attributed->judgement->reason);
}

static void put_reading(const tvx_reading *reading)
{
    part();
    tvx_buf_format(&answer, "%s %s (", reading->row->name, reading->text);
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *alternative = &reading->alternatives[i];
        tvx_buf_text(&answer, i > 0 ? " / " : "");
        for (size_t j = 0; j < alternative->n_claims; j++) {
            tvx_buf_text(&answer, j > 0 ? " " : "");
            put_outlet(alternative->claims[j]);
        }
    }
    tvx_buf_text(&answer, reading->inherited ? ") inherited" : ")");
    if (reading->preferred != NULL)
        put(" prefer ", reading->preferred->judgement->reason);
}

/* --- questions --- */

static int ask_show(tvx_view *view, const question *q, tvx_error *error)
{
    tvx_show show;
    int code = tvx_view_show(view, q->of, &show, error);
    for (size_t i = 0; code == TVX_OK && i < show.n_readings; i++)
        put_reading(&show.readings[i]);
    for (size_t i = 0; code == TVX_OK && i < show.n_set_aside; i++) {
        const tvx_set_aside *aside = &show.set_aside[i];
        part();
        tvx_buf_format(&answer, "not %s %s (", aside->row->name, aside->evidence->value->text);
        put_outlet(aside->evidence);
        tvx_buf_char(&answer, ')');
        put_why(aside->evidence->set_aside, aside->evidence->updated);
    }
    return code;
}

static int ask_drafts(tvx_view *view, const question *q, tvx_error *error)
{
    const tvx_placed_draft *drafts;
    size_t n;
    (void)q;
    int code = tvx_view_drafts(view, &drafts, &n, error);
    for (size_t i = 0; i < n; i++) {
        const tvx_placed_draft *d = &drafts[i];
        part();
        tvx_buf_format(&answer, "%s %s", d->draft->key, d->date != NULL ? d->date->text : "-");
        put(" ", d->draft->title);
        put_list(" ", &d->draft->by, ",");
        put_list(d->implied ? " <~" : " <", &d->follows, ",");
        put(" ^", d->amends);
        put_list(" ?", &d->draft->maybe_same_as, ",");
        put_list(" =", &d->also, ",");
        if (d->joined != NULL)
            put(" ", d->joined->judgement->reason);
    }
    return code;
}

static int put_change(void *payload, const tvx_changes_row *row, tvx_error *error)
{
    (void)payload;
    (void)error;
    part();
    tvx_buf_format(&answer, "%s %s %s", row->draft->draft->key, row->change->row->name,
                   tvx_change_name_text(row->change->name));
    if (row->from != NULL)
        put(" ", row->from->draft->key);
    return TVX_OK;
}

static int ask_changes(tvx_view *view, const question *q, tvx_error *error)
{
    (void)q;
    return tvx_view_changes(view, &(tvx_changes_filter){0}, put_change, NULL, error);
}

static int put_brackets(void *payload, const tvx_draft_brackets *b, tvx_error *error)
{
    (void)payload;
    (void)error;
    part();
    tvx_buf_format(&answer, "%s %zu +%zu-%zu", b->draft->draft->key, b->open, b->opened, b->closed);
    for (size_t i = 0; i < b->n_brackets; i++) {
        const tvx_bracket *bracket = &b->brackets[i];
        put(" ", bracket->reading->row->name);
        put_list(" shared ", &bracket->shared, ",");
        for (size_t j = 0; j < bracket->reading->n_alternatives; j++) {
            tvx_buf_text(&answer, j == 0 ? ": " : " / ");
            put_list("", &bracket->independent[j], ",");
            put_list(" perhaps ", &bracket->perhaps[j], ",");
        }
    }
    return TVX_OK;
}

static int ask_brackets(tvx_view *view, const question *q, tvx_error *error)
{
    (void)q;
    return tvx_view_brackets(view, &(tvx_texts){0}, put_brackets, NULL, error);
}

static void put_sources(const tvx_source_list *list)
{
    for (size_t i = 0; i < list->n; i++) {
        const tvx_source *source = &list->items[i];
        tvx_buf_format(&answer, "%s%s (", i > 0 ? ", " : "", source->title);
        put_outlet(source->evidence);
        tvx_buf_format(&answer, ") %s [", source->text);
        put_list("", &source->origins.names, ",");
        tvx_buf_char(&answer, ']');
        put_why(source->evidence->set_aside, source->evidence->updated);
    }
}

static void put_row_sources(const tvx_row_sources *row)
{
    part();
    tvx_buf_format(&answer, "%s %s", row->row->name,
                   row->reading->status == TVX_STATUS_SILENT ? "-" : row->reading->text);
    for (size_t i = 0; i < row->reading->n_alternatives; i++) {
        tvx_buf_text(&answer, i == 0 ? ": " : " / ");
        put_sources(&row->alternatives[i]);
    }
    if (row->set_aside.n > 0) {
        part();
        tvx_buf_format(&answer, "not %s: ", row->row->name);
        put_sources(&row->set_aside);
    }
}

static int ask_sources(tvx_view *view, const question *q, tvx_error *error)
{
    tvx_sources sources;
    int code = tvx_view_sources(view, q->of, NULL, &sources, error);
    for (size_t i = 0; code == TVX_OK && i < sources.n_rows; i++)
        put_row_sources(&sources.rows[i]);
    for (size_t i = 0; code == TVX_OK && i < sources.n_mentions; i++) {
        const tvx_told_mention *told = &sources.mentions[i];
        part();
        tvx_buf_format(&answer, "%s calls %s %s", told->teller.outlet, told->mention->draft,
                       told->mention->as);
    }
    for (size_t i = 0; code == TVX_OK && i < sources.n_changes; i++) {
        const tvx_told_change *told = &sources.changes[i];
        part();
        tvx_buf_format(&answer, "%s says %s %s", told->teller.outlet, told->row->name,
                       tvx_change_name_text(told->change->change));
        put(" ", told->change->from);
    }
    return code;
}

static int put_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    (void)payload;
    (void)error;
    part();
    tvx_buf_format(&answer, "%s (%s)", told->report->title, told->outlet);
    put_why(told->set_aside, told->updated);
    return TVX_OK;
}

static int ask_reports(tvx_view *view, const question *q, tvx_error *error)
{
    (void)q;
    return tvx_view_reports(view, put_report, NULL, error);
}

static int ask_positions(tvx_view *view, tvx_error *error)
{
    const tvx_told_position *positions;
    size_t n;
    int code = tvx_view_positions(view, &positions, &n, error);
    for (size_t i = 0; i < n; i++) {
        part();
        put_list("", &positions[i].position->parties, ",");
        put(" ", tvx_position_stance_name(positions[i].position->stance));
        put(" ", positions[i].position->term);
        put(" ", positions[i].text);
        put(" ", positions[i].position->draft);
        tvx_buf_format(&answer, " (%s)", positions[i].teller.outlet);
    }
    return code;
}

static int ask_events(tvx_view *view, tvx_error *error)
{
    const tvx_told_event *events;
    size_t n;
    int code = tvx_view_events(view, &events, &n, error);
    for (size_t i = 0; i < n; i++) {
        part();
        tvx_buf_format(&answer, "%s %s", events[i].event->dated.text,
                       tvx_event_kind_name(events[i].event->kind));
        put_list(" ", &events[i].event->drafts, ",");
        for (size_t j = 0; j < events[i].n_tellers; j++)
            put(j == 0 ? " (" : " ", events[i].tellers[j].outlet);
        tvx_buf_char(&answer, ')');
    }
    return code;
}

static int ask_told(tvx_view *view, const question *q, tvx_error *error)
{
    const tvx_told_background *background;
    size_t n = 0;
    (void)q;
    int code = ask_positions(view, error);
    if (code == TVX_OK)
        code = ask_events(view, error);
    if (code == TVX_OK)
        code = tvx_view_background(view, &background, &n, error);
    for (size_t i = 0; i < n; i++) {
        part();
        tvx_buf_format(&answer, "%s %s (%s)", background[i].row->name, background[i].text,
                       background[i].teller.outlet);
    }
    return code;
}

typedef int (*asker)(tvx_view *view, const question *q, tvx_error *error);

static const asker ASKERS[] = {
    [ASK_SHOW] = ask_show,         [ASK_DRAFTS] = ask_drafts,   [ASK_CHANGES] = ask_changes,
    [ASK_BRACKETS] = ask_brackets, [ASK_SOURCES] = ask_sources, [ASK_REPORTS] = ask_reports,
    [ASK_TOLD] = ask_told,
};

/* The answer to a question, in few words; of one that fails "!MESSAGE (HINT)". */
static const char *ask_file(const question *q, const char *recorded_by)
{
    tvx_view *view;
    tvx_error error = {0};
    const tvx_query query = {.known_by = q->known_by,
                             .recorded_by = recorded_by,
                             .without = q->without == NULL ? NULL : spell(q->without, '\'')};
    tvx_buf_clear(&answer);
    int code = tvx_view_open(&view, now.file, &query, &error);
    if (code == TVX_OK)
        code = ASKERS[q->ask](view, q, &error);
    if (code != TVX_OK)
        tvx_buf_format(&answer, "!%s (%s)", error.message, error.hint);
    tvx_view_free(view);
    return tvx_buf_string(&answer);
}

#endif
