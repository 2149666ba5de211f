#include "cli/readings.h"

#include <stdlib.h>
#include <string.h>

#include "cli/evidence_text.h"
#include "cli/take.h"

enum { DRAFTS_MOST = 2000 }; /* of more it would be neither quick nor short */

/* --- taking --- */

typedef struct taking {
    tvx_cli_readings *out;
    const char *negotiation;
    tvx_buf text;
} taking;

static int push(taking *t, const tvx_cli_read *read, tvx_error *error)
{
    tvx_cli_readings *out = t->out;
    if (tvx_arena_grow(&out->arena, &out->items, out->n, &out->capacity, sizeof *out->items) !=
        TVX_OK)
        return tvx_fail_memory(error);
    tvx_cli_read *kept = &out->items[out->n++];
    *kept = *read;
    const char **texts[] = {&kept->draft, &kept->term, &kept->title, &kept->text};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (*texts[i] != NULL && (*texts[i] = tvx_arena_text(&out->arena, *texts[i])) == NULL)
            return tvx_fail_memory(error);
    return TVX_OK;
}

/* "[50% | 100%] (also: included)": all that it answers. */
static void put_answers(tvx_buf *out, const tvx_reading *reading)
{
    tvx_buf beside = {0};
    tvx_cli_reading(out, reading);
    tvx_cli_beside(&beside, reading);
    if (beside.size > 0)
        tvx_buf_format(out, " (also: %s)", tvx_buf_string(&beside));
    out->failed = out->failed || beside.failed;
    tvx_buf_dispose(&beside);
}

static int push_reading(taking *t, const tvx_show *show, const tvx_reading *reading,
                        tvx_error *error)
{
    tvx_buf title = {0};
    tvx_buf_clear(&t->text);
    put_answers(&t->text, reading);
    tvx_cli_row_title(&title, reading->row);
    tvx_cli_read read = {.negotiation = t->negotiation,
                         .draft = show->draft->draft->key,
                         .term = reading->row->name,
                         .title = tvx_buf_string(&title),
                         .text = tvx_buf_string(&t->text),
                         .draft_place = t->out->drafts,
                         .row = reading->row->number};
    int rc = title.failed || t->text.failed ? tvx_fail_memory(error) : push(t, &read, error);
    tvx_buf_dispose(&title);
    return rc;
}

static int take_show(void *payload, const tvx_show *show, tvx_error *error)
{
    taking *t = payload;
    tvx_cli_read draft = {.negotiation = t->negotiation,
                          .draft = show->draft->draft->key,
                          .draft_place = t->out->drafts};
    int rc = push(t, &draft, error);
    for (size_t i = 0; rc == TVX_OK && i < show->n_readings; i++)
        rc = push_reading(t, show, &show->readings[i], error);
    t->out->drafts++;
    return rc;
}

static int take_negotiation(taking *t, tvx_file *file, tvx_error *error)
{
    tvx_query query = {.negotiation = t->negotiation};
    const tvx_placed_draft *drafts;
    size_t n = 0;
    tvx_view *view = NULL;
    int rc = tvx_view_open(&view, file, &query, error);
    if (rc == TVX_OK)
        rc = tvx_view_drafts(view, &drafts, &n, error);
    t->out->too_many = t->out->too_many || t->out->drafts + n > DRAFTS_MOST;
    if (rc == TVX_OK && !t->out->too_many)
        rc = tvx_view_shows(view, take_show, t, error);
    tvx_view_free(view);
    return rc;
}

int tvx_cli_readings_take(tvx_cli_readings *out, tvx_cli *cli, tvx_file *file, tvx_error *error)
{
    taking t = {.out = out};
    tvx_texts keys;
    int rc = tvx_file_negotiations(file, &keys, error);
    size_t n = rc == TVX_OK ? keys.n : 0;
    const char **copies = tvx_arena_new(&cli->arena, n + 1, sizeof *copies);
    if (copies == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i++) /* the next question takes the keys away */
        if ((copies[i] = tvx_arena_text(&cli->arena, keys.items[i])) == NULL)
            return tvx_fail_memory(error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        t.negotiation = copies[i];
        rc = take_negotiation(&t, file, error);
    }
    tvx_buf_dispose(&t.text);
    return rc;
}

void tvx_cli_readings_free(tvx_cli_readings *readings)
{
    tvx_arena_dispose(&readings->arena);
    *readings = (tvx_cli_readings){0};
}

/* --- comparing --- */

static int by_name(const void *a, const void *b)
{
    const tvx_cli_read *x = a, *y = b;
    int order = strcmp(x->negotiation, y->negotiation);
    if (order == 0)
        order = strcmp(x->draft, y->draft);
    if (order == 0)
        order = strcmp(x->term != NULL ? x->term : "", y->term != NULL ? y->term : "");
    return order;
}

static int by_place(const void *a, const void *b)
{
    const tvx_cli_read *x = ((const tvx_cli_reread *)a)->read;
    const tvx_cli_read *y = ((const tvx_cli_reread *)b)->read;
    if (x->draft_place != y->draft_place)
        return x->draft_place < y->draft_place ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static const tvx_cli_read *find(const tvx_cli_read *items, size_t n, const tvx_cli_read *like)
{
    return n == 0 ? NULL : bsearch(like, items, n, sizeof *items, by_name);
}

typedef struct comparing {
    tvx_arena *arena;
    tvx_cli_rereads *out;
    const tvx_cli_read *before, *after; /* by name */
    size_t n_before, n_after;
} comparing;

static int note(comparing *c, const tvx_cli_read *read, const char *from, const char *to,
                tvx_error *error)
{
    tvx_cli_rereads *out = c->out;
    if (tvx_arena_grow(c->arena, &out->items, out->n, &out->capacity, sizeof *out->items) != TVX_OK)
        return tvx_fail_memory(error);
    out->items[out->n++] = (tvx_cli_reread){.read = read, .from = from, .to = to};
    return TVX_OK;
}

/* A reading as it is now; of a draft that was not there before nothing is news. */
static int compare_now(comparing *c, const tvx_cli_read *now, tvx_error *error)
{
    tvx_cli_read draft = *now;
    draft.term = NULL;
    if (now->term == NULL || find(c->before, c->n_before, &draft) == NULL)
        return TVX_OK;
    const tvx_cli_read *was = find(c->before, c->n_before, now);
    if (was != NULL && strcmp(was->text, now->text) == 0)
        return TVX_OK;
    return note(c, now, was != NULL ? was->text : NULL, now->text, error);
}

/* A reading that there is none of now. One of a draft that is shown under another key is told of
   there. */
static int compare_then(comparing *c, tvx_cli_read *was, tvx_error *error)
{
    tvx_cli_read draft = *was;
    draft.term = NULL;
    if (was->term == NULL || find(c->after, c->n_after, was) != NULL)
        return TVX_OK;
    const tvx_cli_read *now = find(c->after, c->n_after, &draft);
    if (now == NULL)
        return TVX_OK;
    was->draft_place = now->draft_place;
    return note(c, was, was->text, NULL, error);
}

int tvx_cli_readings_compare(tvx_cli_rereads *out, tvx_cli_readings *before,
                             const tvx_cli_readings *after, tvx_error *error)
{
    *out = (tvx_cli_rereads){0};
    tvx_cli_read *now = tvx_arena_new(&before->arena, after->n + 1, sizeof *now);
    if (now == NULL)
        return tvx_fail_memory(error);
    if (after->n > 0)
        memcpy(now, after->items, after->n * sizeof *now);
    qsort(now, after->n, sizeof *now, by_name);
    if (before->n > 0)
        qsort(before->items, before->n, sizeof *before->items, by_name);
    comparing c = {.arena = &before->arena,
                   .out = out,
                   .before = before->items,
                   .n_before = before->n,
                   .after = now,
                   .n_after = after->n};
    int rc = TVX_OK;
    for (size_t i = 0; rc == TVX_OK && i < after->n; i++)
        rc = compare_now(&c, &now[i], error);
    for (size_t i = 0; rc == TVX_OK && i < before->n; i++)
        rc = compare_then(&c, &before->items[i], error);
    if (out->n > 0)
        qsort(out->items, out->n, sizeof *out->items, by_place);
    return rc;
}
