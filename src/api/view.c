#include "travaux/view.h"

#include <string.h>

#include "api/internal.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/text.h"
#include "codec/record.h"
#include "model/date.h"

/* --- opening --- */

/* Fails with the names there are, for a negotiation that is not there or not named. */
static int fail_choice(const tvx_view *view, const char *asked, const tvx_negotiation_entry *all,
                       size_t n, tvx_error *error)
{
    const char *by = view->recorded_by == NULL ? "" : " by ";
    const char *when = view->recorded_by == NULL ? "" : view->recorded_by;
    tvx_buf names = {0};
    for (size_t i = 0; i < n && i < 8; i++)
        tvx_buf_format(&names, "%s%s", i == 0 ? "" : ", ", all[i].key);
    int code = asked != NULL ? tvx_fail(error, TVX_ENOTFOUND,
                                        "no negotiation '%s' in this file%s%s", asked, by, when)
               : n == 0 ? tvx_fail(error, TVX_ENOTFOUND, "this file holds no negotiation%s%s", by,
                                   view->recorded_by == NULL ? " yet" : when)
                        : tvx_fail(error, TVX_ENOTFOUND, "this file holds %zu negotiations%s%s", n,
                                   by, when);
    if (n > 0)
        tvx_fail_hint(error, "name one with -n: %s", tvx_buf_string(&names));
    else if (view->recorded_by != NULL)
        tvx_fail_hint(error, "travaux log tells what was recorded when");
    else
        tvx_fail_hint(error, "add one: travaux add FILE, or travaux init with --negotiation");
    tvx_buf_dispose(&names);
    return code;
}

static int choose_negotiation(tvx_view *view, const char *asked, const char **key, tvx_error *error)
{
    tvx_negotiation_entry *all;
    size_t n;
    int code = tvx_store_negotiations(view->store, &view->arena, &all, &n, error);
    if (code != TVX_OK)
        return code;
    for (size_t i = 0; i < n; i++) {
        if (asked == NULL ? n == 1 : strcmp(all[i].key, asked) == 0) {
            view->neg = view->asked.neg = all[i].neg;
            *key = all[i].key;
            return TVX_OK;
        }
    }
    return fail_choice(view, asked, all, n, error);
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

/* Reads a date asked about, whose text is kept; nothing where none is. */
static int read_date(tvx_view *view, const char *asked, const char **text, tvx_date *date,
                     tvx_error *error)
{
    if (asked == NULL)
        return TVX_OK;
    *text = tvx_arena_text(&view->arena, asked);
    return *text == NULL ? tvx_fail_memory(error) : tvx_date_parse(date, *text, error);
}

static int begin(tvx_view *view, tvx_error *error)
{
    int code = tvx_store_begin_read(view->store, error);
    view->transaction = code == TVX_OK;
    return code;
}

static void end(tvx_view *view)
{
    if (view->transaction)
        tvx_store_rollback(view->store);
    view->transaction = false;
}

/* Leaves the file for what it held at a time. */
static int go_back(tvx_view *view, int64_t recorded_by, tvx_error *error)
{
    tvx_store *copy;
    int code = tvx_store_as_of(&copy, view->store, recorded_by, error);
    if (code != TVX_OK)
        return code;
    end(view);
    view->store = copy;
    return begin(view, error);
}

/* Opens the store that the view looks at. What is asked is what is written: no date is widened. */
static int open_store(tvx_view *view, const tvx_query *query, tvx_error *error)
{
    tvx_date known = {0}, recorded = {0};
    view->asked = (tvx_asked){.known_by = TVX_KNOWN_ALL, .without = TVX_NO_REPORT};
    int code = read_date(view, query->known_by, &view->known_by, &known, error);
    if (code == TVX_OK)
        code = read_date(view, query->recorded_by, &view->recorded_by, &recorded, error);
    if (code == TVX_OK && view->known_by != NULL) /* without an end it is no leave not to ask */
        view->asked.known_by = known.latest == TVX_KNOWN_ALL ? TVX_KNOWN_ALL - 1 : known.latest;
    if (code == TVX_OK && !view->file->adding)
        code = begin(view, error);
    return code == TVX_OK && view->recorded_by != NULL ? go_back(view, recorded.latest, error)
                                                       : code;
}

/* What holds of all that the view will answer. */
static int load(tvx_view *view, const char *key, tvx_error *error)
{
    int code = load_negotiation(view, key, error);
    if (code == TVX_OK)
        code = tvx_vocabulary_load(&view->vocabulary, &view->arena, view->store, view->neg,
                                   &view->negotiation, error);
    if (code == TVX_OK)
        code = tvx_outlets_load(&view->outlets, &view->arena, view->store, view->neg, error);
    return code != TVX_OK ? code
                          : tvx_standing_load(&view->standing, &view->arena, view->store, view->neg,
                                              view->asked.known_by, error);
}

static int open_view(tvx_view *view, const tvx_query *query, tvx_error *error)
{
    const char *key = NULL;
    int code = open_store(view, query, error);
    if (code == TVX_OK)
        code = choose_negotiation(view, query->negotiation, &key, error);
    if (code == TVX_OK)
        code = load(view, key, error);
    return code == TVX_OK && query->without != NULL
               ? tvx_view_leave_out(view, query->without, error)
               : code;
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
    end(view);
    if (view->store != view->file->store)
        tvx_store_free(view->store);
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

const char *tvx_view_recorded_by(const tvx_view *view)
{
    return view->recorded_by;
}

const char *tvx_view_without(const tvx_view *view)
{
    return view->without;
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

int tvx_view_wanted_rows(tvx_view *view, const tvx_texts *names, const bool **out, tvx_error *error)
{
    const tvx_vocabulary *v = &view->vocabulary;
    *out = NULL;
    if (names->n == 0)
        return TVX_OK;
    bool *wanted = tvx_arena_new(&view->answer, v->n_rows + 1, sizeof *wanted);
    if (wanted == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < names->n; i++) {
        const tvx_row *asked;
        int code = tvx_view_row(view, names->items[i], &asked, error);
        if (asked == NULL)
            return code;
        for (size_t j = 0; j < v->n_rows; j++)
            if (&v->rows[j] == asked || (asked->variant == NULL && v->rows[j].term == asked->term))
                wanted[j] = true;
    }
    *out = wanted;
    return TVX_OK;
}

int tvx_fail_unknown(const char *what, const char *given, const char *const *names, size_t n,
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
    int code = tvx_fail_unknown("party", key, names, v->n_parties, "parties", error);
    tvx_mem_free(names);
    return code;
}
