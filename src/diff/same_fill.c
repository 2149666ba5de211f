/* One draft of several records: section 2, same_draft. */
#include <stdlib.h>
#include <string.h>

#include "base/fail.h"
#include "diff/standing.h"

/* A record and its key's place among those of the act; SIZE_MAX: the act does not name it. */
typedef struct placed {
    const char *key;
    size_t place;
    const tvx_draft *record;
} placed;

static int by_key(const void *a, const void *b)
{
    const placed *left = a, *right = b;
    int order = strcmp(left->key, right->key);
    return order != 0 ? order : (left->place > right->place) - (left->place < right->place);
}

static int by_place(const void *a, const void *b)
{
    const placed *left = a, *right = b;
    int order = (left->place > right->place) - (left->place < right->place);
    return order != 0 ? order : strcmp(left->key, right->key);
}

/* The first place of a key in a list by key, or SIZE_MAX. */
static size_t place_of(const placed *keys, size_t n, const char *key)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(keys[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && strcmp(keys[low].key, key) == 0 ? keys[low].place : SIZE_MAX;
}

/* The records in the order in which they fill in, in the arena; NULL: no memory. */
static placed *order_records(tvx_arena *arena, const tvx_texts *keys,
                             const tvx_draft *const *records, size_t n)
{
    placed *named = tvx_arena_new(arena, keys->n, sizeof *named);
    placed *out = tvx_arena_new(arena, n, sizeof *out);
    if (named == NULL || out == NULL)
        return NULL;
    for (size_t i = 0; i < keys->n; i++)
        named[i] = (placed){.key = keys->items[i], .place = i};
    qsort(named, keys->n, sizeof *named, by_key);
    for (size_t i = 0; i < n; i++)
        out[i] = (placed){.key = records[i]->key,
                          .place = place_of(named, keys->n, records[i]->key),
                          .record = records[i]};
    qsort(out, n, sizeof *out, by_place);
    return out;
}

/* A draft that is being filled in. */
typedef struct filling {
    tvx_draft *out;
    tvx_arena *arena;
    const tvx_same *same;
} filling;

static bool is_itself(const filling *f, const char *key)
{
    return strcmp(tvx_same_shown(f->same, key), f->out->key) == 0;
}

/* The names without those of the draft itself. */
static int leave_out_itself(tvx_texts *out, const filling *f, const tvx_texts *names)
{
    const char **items = tvx_arena_new(f->arena, names->n, sizeof *items);
    if (items == NULL)
        return TVX_ENOMEM;
    *out = (tvx_texts){.items = items};
    for (size_t i = 0; i < names->n; i++)
        if (!is_itself(f, names->items[i]))
            items[out->n++] = names->items[i];
    return TVX_OK;
}

static int fill_follows(filling *f, const tvx_draft *record)
{
    tvx_texts names = {0};
    if (f->out->starts_line || !record->starts_line)
        return TVX_OK;
    if (leave_out_itself(&names, f, &record->follows) < 0)
        return TVX_ENOMEM;
    if (names.n == 0 && record->follows.n > 0)
        return TVX_OK;
    f->out->follows = names;
    f->out->starts_line = true;
    return TVX_OK;
}

static void fill_text(const char **out, const char *text)
{
    if (*out == NULL)
        *out = text;
}

static void fill_date(tvx_date *out, const tvx_date *date)
{
    if (out->text == NULL)
        *out = *date;
}

static int fill(filling *f, const tvx_draft *record)
{
    tvx_draft *out = f->out;
    fill_text(&out->title, record->title);
    fill_date(&out->dated, &record->dated);
    fill_date(&out->presented, &record->presented);
    fill_text(&out->url, record->url);
    fill_text(&out->note, record->note);
    if (out->by.n == 0)
        out->by = record->by;
    if (record->amends != NULL && !is_itself(f, record->amends))
        fill_text(&out->amends, record->amends);
    if (out->maybe_same_as.n == 0 &&
        leave_out_itself(&out->maybe_same_as, f, &record->maybe_same_as) < 0)
        return TVX_ENOMEM;
    return fill_follows(f, record);
}

int tvx_same_fill(tvx_draft *out, tvx_arena *arena, const tvx_same *same,
                  const tvx_draft *const *records, size_t n, tvx_error *error)
{
    tvx_arena scratch = {0};
    const tvx_same_key *entry = tvx_same_find(same, records[0]->key);
    const tvx_texts alone = {&records[0]->key, 1};
    const placed *order = order_records(
        &scratch, entry != NULL ? &entry->joined->judgement->keys : &alone, records, n);
    int rc = order != NULL ? TVX_OK : TVX_ENOMEM;
    if (rc == TVX_OK) {
        const tvx_draft *first = order[0].record;
        *out = (tvx_draft){.negotiation = first->negotiation,
                           .key = tvx_same_shown(same, first->key),
                           .supersedes = first->supersedes};
    }
    filling f = {.out = out, .arena = arena, .same = same};
    for (size_t i = 0; i < n && rc == TVX_OK; i++)
        rc = fill(&f, order[i].record);
    tvx_arena_dispose(&scratch);
    return rc == TVX_OK ? TVX_OK : tvx_fail_memory(error);
}
