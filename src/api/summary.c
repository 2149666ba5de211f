/*
 * What an add tells of itself.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "api/add_internal.h"
#include "base/text.h"
#include "store/index.h"

/* Adds a text to a list of the summary, which is seen through *texts. */
static int list_text(tvx_add *add, tvx_text_list *list, tvx_texts *texts, const char *text,
                     tvx_error *error)
{
    const char *copy = tvx_arena_text(&add->arena, text);
    if (copy == NULL || tvx_arena_grow(&add->arena, &list->items, texts->n, &list->capacity,
                                       sizeof *list->items) != TVX_OK)
        return tvx_fail_memory(error);
    list->items[texts->n] = copy;
    *texts = (tvx_texts){.items = list->items, .n = texts->n + 1};
    return TVX_OK;
}

/* Lists the drafts that a report makes claims on. */
static int note_drafts(tvx_add *add, const tvx_report *report, tvx_error *error)
{
    tvx_added *s = &add->summary;
    for (size_t i = 0; i < report->n_claims; i++) {
        const tvx_texts *drafts = &report->claims[i].drafts;
        for (size_t j = 0; j < drafts->n && s->drafts.n < TVX_ADDED_LISTED; j++) {
            if (tvx_text_among(drafts->items[j], s->drafts.items, s->drafts.n))
                continue;
            int code = list_text(add, &add->drafts, &s->drafts, drafts->items[j], error);
            if (code != TVX_OK)
                return code;
        }
    }
    return TVX_OK;
}

/* A copy in the arena; NULL for NULL. *failed tells of memory that ran out. */
static const char *copy_text(tvx_arena *arena, const char *text, bool *failed)
{
    const char *copy = text == NULL ? NULL : tvx_arena_text(arena, text);
    *failed |= text != NULL && copy == NULL;
    return copy;
}

int tvx_added_describe(tvx_added_record *out, tvx_arena *arena, const tvx_record *record,
                       tvx_error *error)
{
    bool failed = false;
    *out = (tvx_added_record){
        .kind = record->kind,
        .negotiation = copy_text(arena, tvx_record_negotiation(record), &failed),
        .id = copy_text(arena, record->id, &failed),
        .key = copy_text(arena, tvx_record_key(record), &failed),
        .label = copy_text(arena, tvx_record_label(record), &failed),
        .published = record->kind == TVX_RECORD_REPORT
                         ? copy_text(arena, record->as.report.published.text, &failed)
                         : NULL,
    };
    return failed ? tvx_fail_memory(error) : TVX_OK;
}

/* Puts a record at the end of a list of n. */
static int list_record(tvx_add *add, tvx_added_record **list, size_t n, size_t *capacity,
                       const tvx_record *record, tvx_error *error)
{
    return tvx_arena_grow(&add->arena, list, n, capacity, sizeof **list) != TVX_OK
               ? tvx_fail_memory(error)
               : tvx_added_describe(&(*list)[n], &add->arena, record, error);
}

int tvx_add_note(tvx_add *add, const tvx_record *record, tvx_error *error)
{
    tvx_added *s = &add->summary;
    int code = TVX_OK;
    s->counts[record->kind]++;
    if (s->n_records < TVX_ADDED_LISTED) {
        code = list_record(add, &add->records, s->n_records, &add->records_capacity, record, error);
        s->records = add->records;
        s->n_records++;
    }
    if (code == TVX_OK && record->kind == TVX_RECORD_REPORT)
        code = note_drafts(add, &record->as.report, error);
    return code;
}

void tvx_add_unnote(tvx_add *add, const tvx_record *record)
{
    tvx_added *s = &add->summary;
    tvx_added_record *items = add->records;
    s->counts[record->kind]--;
    for (size_t i = 0; i < s->n_records; i++) {
        if (strcmp(items[i].id, record->id) == 0) {
            memmove(items + i, items + i + 1, (s->n_records - i - 1) * sizeof *items);
            s->n_records--;
            return;
        }
    }
}

int tvx_add_note_gone(tvx_add *add, const tvx_record *record, tvx_error *error)
{
    tvx_added *s = &add->summary;
    s->all_gone++;
    if (s->n_gone >= TVX_ADDED_LISTED)
        return TVX_OK;
    int code = list_record(add, &add->gone, s->n_gone, &add->gone_capacity, record, error);
    s->gone = add->gone;
    s->n_gone++;
    return code;
}

/* --- warnings --- */

enum { WARNINGS_LISTED = 20 };

int tvx_add_warn(tvx_add *add, const tvx_origin_place *place, tvx_error *error, const char *format,
                 ...)
{
    char text[1024], line[1400];
    if (add->summary.warnings.n >= WARNINGS_LISTED) {
        add->more_warnings++;
        return TVX_OK;
    }
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (place->file != NULL && place->line > 0)
        snprintf(line, sizeof line, "%s:%lu: %s", place->file, place->line, text);
    else if (place->file != NULL)
        snprintf(line, sizeof line, "%s: %s", place->file, text);
    else
        snprintf(line, sizeof line, "%s", text);
    return list_text(add, &add->warnings, &add->summary.warnings, line, error);
}

int tvx_add_finish_warnings(tvx_add *add, tvx_error *error)
{
    char line[64];
    if (add->more_warnings == 0)
        return TVX_OK;
    snprintf(line, sizeof line, "%zu more warnings of this kind", add->more_warnings);
    add->more_warnings = 0;
    return list_text(add, &add->warnings, &add->summary.warnings, line, error);
}

int tvx_add_warn_last(tvx_add *add, const char *text, tvx_error *error)
{
    return list_text(add, &add->warnings, &add->summary.warnings, text, error);
}

void tvx_add_unwarn(tvx_add *add)
{
    add->summary.warnings.n--;
}
