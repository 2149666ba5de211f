#include "travaux/view.h"

#include <stdlib.h>
#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/text.h"
#include "codec/record.h"
#include "model/date.h"
#include "store/index.h"

/* --- opening --- */

static int list_negotiations(tvx_view *view, tvx_negotiation_entry **all, size_t *n,
                             tvx_error *error)
{
    return tvx_store_negotiations(view->store, &view->arena, all, n, error);
}

/* Fails with the names there are, for a negotiation that is not there or not named. */
static int fail_choice(const char *asked, const tvx_negotiation_entry *all, size_t n,
                       tvx_error *error)
{
    tvx_buf names = {0};
    for (size_t i = 0; i < n && i < 8; i++)
        tvx_buf_format(&names, "%s%s", i == 0 ? "" : ", ", all[i].key);
    int code = asked != NULL
                   ? tvx_fail(error, TVX_ENOTFOUND, "no negotiation '%s' in this file", asked)
               : n == 0 ? tvx_fail(error, TVX_ENOTFOUND, "this file holds no negotiation yet")
                        : tvx_fail(error, TVX_ENOTFOUND, "this file holds %zu negotiations", n);
    if (n == 0)
        tvx_fail_hint(error, "add one: travaux add FILE, or travaux init with --negotiation");
    else
        tvx_fail_hint(error, "name one with -n: %s", tvx_buf_string(&names));
    tvx_buf_dispose(&names);
    return code;
}

static int choose_negotiation(tvx_view *view, const char *asked, const char **key, tvx_error *error)
{
    tvx_negotiation_entry *all;
    size_t n;
    int code = list_negotiations(view, &all, &n, error);
    if (code != TVX_OK)
        return code;
    for (size_t i = 0; i < n; i++) {
        if (asked == NULL ? n == 1 : strcmp(all[i].key, asked) == 0) {
            view->neg = view->asked.neg = all[i].neg;
            *key = all[i].key;
            return TVX_OK;
        }
    }
    return fail_choice(asked, all, n, error);
}

static int load_negotiation(tvx_view *view, const char *key, tvx_error *error)
{
    char id[TVX_ID_HEX + 1];
    tvx_logged logged;
    tvx_record record;
    bool found = false;
    int code = tvx_store_head(view->store, view->neg, TVX_RECORD_NEGOTIATION, key, id, error);
    if (code == TVX_OK && id[0] != '\0')
        code = tvx_store_get(view->store, view->neg, id, &view->arena, &logged, &found, error);
    if (code == TVX_OK && found)
        code = tvx_record_decode(&record, &view->arena, id, logged.body, logged.size, error);
    if (code != TVX_OK)
        return code;
    /* A merge can bring records of a negotiation whose own record is not there. */
    view->negotiation = found ? record.as.negotiation : (tvx_negotiation){.key = key, .title = key};
    return TVX_OK;
}

static int set_known_by(tvx_view *view, const char *known_by, tvx_error *error)
{
    view->asked = (tvx_asked){.known_by = TVX_KNOWN_ALL, .without = TVX_NO_REPORT};
    if (known_by == NULL)
        return TVX_OK;
    tvx_date date;
    view->known_by = tvx_arena_text(&view->arena, known_by);
    if (view->known_by == NULL)
        return tvx_fail_memory(error);
    int code = tvx_date_parse(&date, view->known_by, error);
    /* What is asked is what is written; and a date without an end is no leave to skip the asking.
     */
    view->asked.known_by = date.latest == TVX_KNOWN_ALL ? TVX_KNOWN_ALL - 1 : date.latest;
    return code;
}

static int open_view(tvx_view *view, const tvx_query *query, tvx_error *error)
{
    const char *key = NULL;
    int code = set_known_by(view, query->known_by, error);
    if (code == TVX_OK && !view->file->adding) {
        code = tvx_store_begin_read(view->store, error);
        view->transaction = code == TVX_OK;
    }
    if (code == TVX_OK)
        code = choose_negotiation(view, query->negotiation, &key, error);
    if (code == TVX_OK)
        code = load_negotiation(view, key, error);
    if (code == TVX_OK)
        code = tvx_vocabulary_load(&view->vocabulary, &view->arena, view->store, view->neg,
                                   &view->negotiation, error);
    return code != TVX_OK
               ? code
               : tvx_outlets_load(&view->outlets, &view->arena, view->store, view->neg, error);
}

int tvx_view_open(tvx_view **out, tvx_file *file, const tvx_query *query, tvx_error *error)
{
    *out = NULL;
    tvx_view *view = tvx_mem_new(1, sizeof *view);
    if (view == NULL)
        return tvx_fail_memory(error);
    view->file = file;
    view->store = file->store;
    int code = open_view(view, query, error);
    if (code != TVX_OK) {
        tvx_view_free(view);
        return code;
    }
    *out = view;
    return TVX_OK;
}

void tvx_view_free(tvx_view *view)
{
    if (view == NULL)
        return;
    if (view->transaction)
        tvx_store_rollback(view->store);
    tvx_arena_dispose(&view->written);
    tvx_arena_dispose(&view->answer);
    tvx_arena_dispose(&view->arena);
    tvx_mem_free(view);
}

/* --- what it holds --- */

const tvx_negotiation *tvx_view_negotiation(const tvx_view *view)
{
    return &view->negotiation;
}

const char *tvx_view_known_by(const tvx_view *view)
{
    return view->known_by;
}

size_t tvx_view_parties(const tvx_view *view, const tvx_party **out)
{
    *out = view->vocabulary.parties;
    return view->vocabulary.n_parties;
}

size_t tvx_view_rows(const tvx_view *view, const tvx_row **out)
{
    *out = view->vocabulary.rows;
    return view->vocabulary.n_rows;
}

int tvx_view_row(const tvx_view *view, const char *name, const tvx_row **out, tvx_error *error)
{
    *out = tvx_vocabulary_row(&view->vocabulary, name);
    return *out != NULL ? TVX_OK : tvx_vocabulary_unknown(&view->vocabulary, name, error);
}

/* Fails with the nearest of several names, or with where to see them all. */
static int fail_unknown(const char *what, const char *given, const char *const *names, size_t n,
                        const char *list, tvx_error *error)
{
    const char *nearest = tvx_text_nearest(given, names, n);
    int code = tvx_fail(error, TVX_ENOTFOUND, "unknown %s '%s'", what, given);
    if (nearest != NULL)
        tvx_fail_hint(error, "did you mean '%s'?", nearest);
    else
        tvx_fail_hint(error, "travaux %s lists them", list);
    return code;
}

int tvx_view_party(const tvx_view *view, const char *key, const tvx_party **out, tvx_error *error)
{
    const tvx_vocabulary *v = &view->vocabulary;
    for (size_t i = 0; i < v->n_parties; i++) {
        if (strcmp(v->parties[i].key, key) == 0) {
            *out = &v->parties[i];
            return TVX_OK;
        }
    }
    const char **names = tvx_mem_new(v->n_parties + 1, sizeof *names);
    if (names == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < v->n_parties; i++)
        names[i] = v->parties[i].key;
    int code = fail_unknown("party", key, names, v->n_parties, "parties", error);
    tvx_mem_free(names);
    return code;
}

/* --- drafts --- */

uint32_t tvx_stored_find(const tvx_stored_draft *stored, size_t n, const char *key)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(stored[middle].draft.key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && strcmp(stored[low].draft.key, key) == 0 ? (uint32_t)low : TVX_NO_DRAFT;
}

/* The date of a draft for its order; NULL if it has none. */
static const tvx_date *own_date(const tvx_draft *draft)
{
    return draft->dated.text != NULL       ? &draft->dated
           : draft->presented.text != NULL ? &draft->presented
                                           : NULL;
}

/* Drafts named by key, as numbers; those that nobody declared are left out. */
static int find_all(tvx_draft_list *out, tvx_arena *arena, const tvx_texts *keys,
                    const tvx_stored_draft *stored, size_t n, tvx_error *error)
{
    uint32_t *items = tvx_arena_new(arena, keys->n, sizeof *items);
    if (items == NULL)
        return tvx_fail_memory(error);
    size_t found = 0;
    for (size_t i = 0; i < keys->n; i++) {
        uint32_t number = tvx_stored_find(stored, n, keys->items[i]);
        if (number != TVX_NO_DRAFT)
            items[found++] = number;
    }
    *out = (tvx_draft_list){.items = items, .n = found};
    return TVX_OK;
}

int tvx_nodes_make(tvx_node **out, tvx_arena *arena, const tvx_stored_draft *stored, size_t n,
                   tvx_error *error)
{
    tvx_node *nodes = tvx_arena_new(arena, n, sizeof *nodes);
    int code = nodes == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        const tvx_draft *draft = &stored[i].draft;
        nodes[i] = (tvx_node){
            .key = draft->key,
            .date = own_date(draft),
            .known = stored[i].known,
            .starts_line = draft->starts_line,
            .amends =
                draft->amends == NULL ? TVX_NO_DRAFT : tvx_stored_find(stored, n, draft->amends),
        };
        code = find_all(&nodes[i].follows, arena, &draft->follows, stored, n, error);
    }
    *out = nodes;
    return code;
}

static int keys_of(tvx_view *view, const tvx_draft_list *drafts, tvx_texts *out, tvx_error *error)
{
    const char **keys = tvx_arena_new(&view->arena, drafts->n, sizeof *keys);
    if (keys == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < drafts->n; i++)
        keys[i] = view->stored[drafts->items[i]].draft.key;
    *out = (tvx_texts){.items = keys, .n = drafts->n};
    return TVX_OK;
}

static int place_draft(tvx_view *view, uint32_t number, tvx_placed_draft *out, tvx_error *error)
{
    const tvx_place *place = &view->order.places[number];
    const tvx_stored_draft *stored = &view->stored[number];
    *out = (tvx_placed_draft){
        .id = stored->id,
        .draft = &stored->draft,
        .date = own_date(&stored->draft),
        .rank = place->rank,
        .implied = place->implied,
        .amends = place->amends == TVX_NO_DRAFT ? NULL : view->stored[place->amends].draft.key,
        .cut = place->cut_follows || place->cut_amends,
    };
    return keys_of(view, &place->follows, &out->follows, error);
}

static int place_drafts(tvx_view *view, tvx_error *error)
{
    view->placed = tvx_arena_new(&view->arena, view->order.n, sizeof *view->placed);
    int code = view->placed == NULL ? tvx_fail_memory(error) : TVX_OK;
    for (size_t i = 0; i < view->order.n && code == TVX_OK; i++)
        code = place_draft(view, view->order.drafts[i], &view->placed[i], error);
    return code;
}

int tvx_view_load_drafts(tvx_view *view, tvx_error *error)
{
    tvx_node *nodes;
    if (view->ordered)
        return TVX_OK;
    int code = tvx_store_drafts(view->store, &view->asked, &view->arena, &view->stored,
                                &view->n_stored, error);
    if (code == TVX_OK)
        code = tvx_nodes_make(&nodes, &view->arena, view->stored, view->n_stored, error);
    if (code == TVX_OK)
        code = tvx_order_make(&view->order, &view->arena, nodes, view->n_stored, error);
    if (code == TVX_OK)
        code = place_drafts(view, error);
    view->ordered = code == TVX_OK;
    view->story = (tvx_story){.vocabulary = &view->vocabulary,
                              .order = &view->order,
                              .source = {.of_draft = tvx_view_claims, .payload = view}};
    return code;
}

int tvx_view_drafts(tvx_view *view, const tvx_placed_draft **out, size_t *n, tvx_error *error)
{
    int code = tvx_view_load_drafts(view, error);
    *out = view->placed;
    *n = code == TVX_OK ? view->order.n : 0;
    return code;
}

/* Fails for a draft that is not there: not known yet, or never heard of. */
static int fail_draft(tvx_view *view, const char *key, bool there, tvx_error *error)
{
    if (there) {
        int code =
            tvx_fail(error, TVX_ENOTFOUND, "draft '%s' is not known by %s", key, view->known_by);
        tvx_fail_hint(error, "no report published by then names it; leave --known-by out");
        return code;
    }
    const char **names = tvx_mem_new(view->order.n + 1, sizeof *names);
    if (names == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < view->order.n; i++)
        names[i] = view->placed[i].draft->key;
    int code = fail_unknown("draft", key, names, view->order.n, "drafts", error);
    tvx_mem_free(names);
    return code;
}

int tvx_view_draft(tvx_view *view, const char *key, const tvx_placed_draft **out, tvx_error *error)
{
    int code = tvx_view_load_drafts(view, error);
    if (code != TVX_OK)
        return code;
    uint32_t number = tvx_stored_find(view->stored, view->n_stored, key);
    bool known = number != TVX_NO_DRAFT && view->order.places[number].rank != TVX_NO_DRAFT;
    if (!known)
        return fail_draft(view, key, number != TVX_NO_DRAFT, error);
    *out = &view->placed[view->order.places[number].rank];
    return TVX_OK;
}

/* --- records --- */

static bool is_prefix(const char *id)
{
    size_t n = strspn(id, "0123456789abcdef");
    return id[n] == '\0' && n >= TVX_ID_SHORT && n <= TVX_ID_HEX;
}

static int find_id(tvx_view *view, const char *prefix, const char **id, tvx_error *error)
{
    tvx_texts ids;
    if (!is_prefix(prefix)) {
        tvx_fail(error, TVX_ENOTFOUND, "'%s' is no id", prefix);
        tvx_fail_hint(error, "an id is given by 4 to 64 of its digits (0-9, a-f)");
        return TVX_ENOTFOUND;
    }
    int code = tvx_store_find(view->store, view->neg, prefix, TVX_RECORD_KINDS, 5, &view->answer,
                              &ids, error);
    if (code != TVX_OK)
        return code;
    if (ids.n == 0)
        return tvx_fail(error, TVX_ENOTFOUND, "no record's id begins with '%s'", prefix);
    if (ids.n > 1) {
        tvx_fail(error, TVX_ENOTFOUND, "several ids begin with '%s'", prefix);
        tvx_fail_hint(error, "give more digits: %.12s, %.12s%s", ids.items[0], ids.items[1],
                      ids.n > 2 ? ", …" : "");
        return TVX_ENOTFOUND;
    }
    *id = ids.items[0];
    return TVX_OK;
}

int tvx_view_record(tvx_view *view, const char *prefix, tvx_found_record *out, tvx_error *error)
{
    const char *id = NULL;
    tvx_logged logged = {0};
    bool found = false, superseded = false;
    tvx_arena_clear(&view->answer);
    int code = find_id(view, prefix, &id, error);
    if (code == TVX_OK)
        code = tvx_store_get(view->store, view->neg, id, &view->answer, &logged, &found, error);
    if (code == TVX_OK)
        code = tvx_record_decode(&out->record, &view->answer, id, logged.body, logged.size, error);
    if (code == TVX_OK)
        code = tvx_store_superseded(view->store, view->neg, out->record.kind,
                                    tvx_record_key(&out->record), id, &superseded, error);
    out->body = logged.body;
    out->recorded = logged.recorded;
    out->in_force = !superseded;
    return code;
}

int tvx_view_records(tvx_view *view, tvx_log_callback callback, void *payload, tvx_error *error)
{
    return tvx_file_records(view->file, view->negotiation.key, callback, payload, error);
}

int tvx_view_written(tvx_view *view, const char *term, const tvx_given *given, const char **out,
                     tvx_error *error)
{
    const tvx_row *row = tvx_vocabulary_row(&view->vocabulary, term);
    *out = given->text;
    if (given->form == NULL || row == NULL)
        return TVX_OK;
    const tvx_value *value;
    tvx_arena_clear(&view->written);
    int code = tvx_read_value(&view->written, row->term, given, &value, error);
    *out = code == TVX_OK ? value->text : NULL;
    return code;
}
