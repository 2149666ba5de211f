/*
 * Changes as reports tell them against those that the readings make: between the two drafts that
 * the report names, else as `changes` has it; and the values that they led to against the readings.
 */
#include <stdlib.h>
#include <string.h>

#include "api/check.h"
#include "base/fail.h"
#include "diff/compare.h"
#include "diff/disagree.h"

/* Who tells the same change: sayings one after another in the list. */
typedef struct telling {
    const tvx_saying *said; /* the first of them */
    size_t n;
    bool right;          /* the readings bear it out, or leave it open */
    const char *against; /* what they say instead; or NULL */
} telling;

/* The readings of the draft asked for last. */
typedef struct held {
    uint32_t draft; /* its rank, or TVX_NO_DRAFT */
    tvx_arena arena;
    const tvx_reading *readings;
    size_t n;
} held;

typedef struct comparison {
    const tvx_said *said;
    tvx_view *view;
    telling *tellings; /* by draft, then row */
    size_t n;
    held from, to;
    tvx_arena arena; /* of one change */
    size_t next;     /* the first telling that the walk has not gone by */
} comparison;

/* --- what the readings say --- */

static void put_name(tvx_change_name name, tvx_buf *out)
{
    for (const char *c = tvx_change_name_text(name); *c != '\0'; c++) {
        if (*c == '_')
            tvx_buf_char(out, ' ');
        else
            tvx_buf_char(out, *c);
    }
}

/* "raised", "raised or same" */
static void put_derived(const tvx_change *change, tvx_buf *out)
{
    if (change->n_possible == 0)
        put_name(change->name, out);
    for (size_t i = 0; i < change->n_possible; i++) {
        tvx_buf_text(out, i > 0 ? " or " : "");
        put_name(change->possible[i], out);
    }
}

/* "raised, from 50% in us-0221 to 100%" */
static int describe(const comparison *c, uint32_t from, const tvx_change *change, const char **out,
                    tvx_error *error)
{
    tvx_buf text = {0};
    put_derived(change, &text);
    if (change->from != NULL && change->to != NULL)
        tvx_buf_format(&text, ", from %s in %s to %s", change->from->text,
                       c->view->placed[from].draft->key, change->to->text);
    *out = text.failed ? NULL : tvx_arena_text(c->said->arena, tvx_buf_string(&text));
    tvx_buf_dispose(&text);
    return *out == NULL ? tvx_fail_memory(error) : TVX_OK;
}

/* --- between two drafts that the report names --- */

static int hold(comparison *c, held *at, uint32_t draft, tvx_error *error)
{
    if (at->draft == draft)
        return TVX_OK;
    at->draft = TVX_NO_DRAFT;
    tvx_arena_clear(&at->arena);
    int code = tvx_walk_readings(&c->view->story, c->view->order.drafts[draft], &at->arena,
                                 &at->readings, &at->n, error);
    if (code == TVX_OK)
        at->draft = draft;
    return code;
}

static int by_row(const void *a, const void *b)
{
    size_t x = ((const tvx_reading *)a)->row->number, y = ((const tvx_reading *)b)->row->number;
    return (x > y) - (x < y);
}

static const tvx_reading *reading_of(const held *at, const tvx_row *row)
{
    const tvx_reading sought = {.row = row};
    return at->n == 0 ? NULL : bsearch(&sought, at->readings, at->n, sizeof *at->readings, by_row);
}

static int compare_named(comparison *c, telling *t, tvx_error *error)
{
    const tvx_saying *said = t->said;
    tvx_change change;
    int code = hold(c, &c->to, said->draft, error);
    if (code == TVX_OK)
        code = hold(c, &c->from, said->from, error);
    if (code != TVX_OK)
        return code;
    const tvx_reading *from = reading_of(&c->from, said->row), *to = reading_of(&c->to, said->row);
    if (from == NULL || to == NULL)
        return TVX_OK;
    tvx_arena_clear(&c->arena);
    code = tvx_compare(&change, &c->arena, &c->view->vocabulary, from, to, error);
    if (code == TVX_OK && tvx_change_disagrees(said->name, &change))
        code = describe(c, said->from, &change, &t->against, error);
    return code;
}

/* --- along the lines that the draft follows --- */

/* A draft may follow several: the report does not say which is meant, and is wrong only if it is
   wrong of each. */
static int judge(comparison *c, telling *t, const tvx_step *step, tvx_error *error)
{
    if (t->said->from != TVX_NO_DRAFT || t->right)
        return TVX_OK;
    t->right = step->from == TVX_NO_DRAFT || !tvx_change_disagrees(t->said->name, step->change);
    if (t->right || t->against != NULL)
        return TVX_OK;
    return describe(c, c->view->order.places[step->from].rank, step->change, &t->against, error);
}

static int compare_places(const tvx_saying *said, uint32_t draft, size_t row)
{
    if (said->draft != draft)
        return said->draft < draft ? -1 : 1;
    return (said->row->number > row) - (said->row->number < row);
}

/* Steps come by draft, then row, as the tellings do. */
static int take_step(void *payload, const tvx_step *step, tvx_error *error)
{
    comparison *c = payload;
    uint32_t draft = c->view->order.places[step->draft].rank;
    size_t row = step->change->row->number;
    int code = TVX_OK;
    while (c->next < c->n && compare_places(c->tellings[c->next].said, draft, row) < 0)
        c->next++;
    for (size_t i = c->next;
         i < c->n && code == TVX_OK && compare_places(c->tellings[i].said, draft, row) == 0; i++)
        code = judge(c, &c->tellings[i], step, error);
    return code;
}

/* Goes over the rows of which a change without `from` is told. */
static int walk(comparison *c, tvx_error *error)
{
    bool *wanted = tvx_arena_new(c->said->arena, c->view->vocabulary.n_rows, sizeof *wanted);
    bool any = false;
    if (wanted == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < c->n; i++)
        if (c->tellings[i].said->from == TVX_NO_DRAFT)
            any = wanted[c->tellings[i].said->row->number] = true;
    return any ? tvx_walk_changes(&c->view->story, wanted, take_step, c, error) : TVX_OK;
}

/* --- all of them --- */

static int by_telling(const void *a, const void *b)
{
    const tvx_saying *x = a, *y = b;
    int order = compare_places(x, y->draft, y->row->number);
    if (order == 0)
        order = (x->from > y->from) - (x->from < y->from);
    if (order == 0)
        order = (x->name > y->name) - (x->name < y->name);
    return order != 0 ? order
                      : (x->sayer.order > y->sayer.order) - (x->sayer.order < y->sayer.order);
}

static bool same_telling(const tvx_saying *a, const tvx_saying *b)
{
    return a->draft == b->draft && a->row == b->row && a->from == b->from && a->name == b->name;
}

static int group(comparison *c, tvx_error *error)
{
    const tvx_sayings *all = &c->said->changes;
    c->tellings = tvx_arena_new(c->said->arena, all->n, sizeof *c->tellings);
    if (c->tellings == NULL)
        return tvx_fail_memory(error);
    if (all->n > 1)
        qsort(all->items, all->n, sizeof *all->items, by_telling);
    for (size_t i = 0; i < all->n; i++) {
        if (i == 0 || !same_telling(&all->items[i - 1], &all->items[i]))
            c->tellings[c->n++] = (telling){.said = &all->items[i]};
        c->tellings[c->n - 1].n++;
    }
    return TVX_OK;
}

/* "draft us-0224: revenue_share lowered says CNN (3f9a2c01b2d4); the readings say raised, …" */
static int tell(const comparison *c, const telling *t, tvx_error *error)
{
    tvx_buf line = {0};
    tvx_buf_format(&line, "draft %s: %s ", c->view->placed[t->said->draft].draft->key,
                   t->said->row->name);
    put_name(t->said->name, &line);
    tvx_buf_char(&line, ' ');
    tvx_sayers_put(t->said, t->n, &line);
    int code = line.failed ? tvx_fail_memory(error)
                           : tvx_check_remark(c->said->in, error, "%s; the readings say %s",
                                              tvx_buf_string(&line), t->against);
    tvx_buf_dispose(&line);
    return code;
}

/* --- the values that they led to --- */

static int by_place_and_text(const void *a, const void *b)
{
    const tvx_saying *x = a, *y = b;
    int order = compare_places(x, y->draft, y->row->number);
    if (order == 0)
        order = strcmp(x->text, y->text);
    return order != 0 ? order
                      : (x->sayer.order > y->sayer.order) - (x->sayer.order < y->sayer.order);
}

/* How many sayings from the first on are of the same value. */
static size_t count_same(const tvx_saying *said, size_t n)
{
    size_t same = 1;
    while (same < n && strcmp(said[same].text, said->text) == 0)
        same++;
    return same;
}

/* A value as a claim: of the best basis that anybody tells it on. */
static tvx_evidence as_evidence(const tvx_saying *said, size_t n)
{
    static const tvx_claim STATED = {.stance = TVX_STANCE_STATED};
    tvx_evidence made = {.claim = &STATED, .value = said->value, .basis = said->basis};
    for (size_t i = 1; i < n; i++)
        if (said[i].basis < made.basis)
            made.basis = said[i].basis;
    return made;
}

/* "draft us-0224: revenue_share 30% says CNN (3f9a2c01b2d4); the readings say [50% | 100%]" */
static int tell_value(const comparison *c, const tvx_saying *said, size_t n,
                      const tvx_reading *reading, tvx_error *error)
{
    tvx_buf line = {0};
    tvx_buf_format(&line, "draft %s: %s %s ", c->view->placed[said->draft].draft->key,
                   said->row->name, said->text);
    tvx_sayers_put(said, n, &line);
    int code = line.failed ? tvx_fail_memory(error)
                           : tvx_check_remark(c->said->in, error, "%s; the readings say %s",
                                              tvx_buf_string(&line), reading->text);
    tvx_buf_dispose(&line);
    return code;
}

/* The values told of one row of one draft. */
static int check_row(comparison *c, const tvx_saying *said, size_t n, tvx_error *error)
{
    size_t n_told = 0, same, k = 0;
    int code = hold(c, &c->to, said->draft, error);
    const tvx_reading *reading = code == TVX_OK ? reading_of(&c->to, said->row) : NULL;
    if (reading == NULL)
        return code;
    tvx_arena_clear(&c->arena);
    tvx_evidence *told = tvx_arena_new(&c->arena, n, sizeof *told);
    bool *wrong = tvx_arena_new(&c->arena, n, sizeof *wrong);
    if (told == NULL || wrong == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < n; i += same) {
        same = count_same(&said[i], n - i);
        told[n_told++] = as_evidence(&said[i], same);
    }
    code = tvx_told_contradicts(wrong, &c->arena, reading, told, n_told, error);
    for (size_t i = 0; i < n && code == TVX_OK; i += same, k++) {
        same = count_same(&said[i], n - i);
        if (wrong[k])
            code = tell_value(c, &said[i], same, reading, error);
    }
    return code;
}

static int check_values(comparison *c, tvx_error *error)
{
    const tvx_sayings *all = &c->said->values;
    int code = TVX_OK;
    if (all->n > 1)
        qsort(all->items, all->n, sizeof *all->items, by_place_and_text);
    for (size_t i = 0, n; i < all->n && code == TVX_OK; i += n) {
        const tvx_saying *first = &all->items[i];
        for (n = 1;
             i + n < all->n && compare_places(&first[n], first->draft, first->row->number) == 0;
             n++)
            ;
        code = check_row(c, first, n, error);
    }
    return code;
}

int tvx_check_changes(const tvx_said *said, tvx_error *error)
{
    comparison c = {.said = said,
                    .view = said->in->view,
                    .from = {.draft = TVX_NO_DRAFT},
                    .to = {.draft = TVX_NO_DRAFT}};
    int code = group(&c, error);
    for (size_t i = 0; i < c.n && code == TVX_OK; i++)
        if (c.tellings[i].said->from != TVX_NO_DRAFT)
            code = compare_named(&c, &c.tellings[i], error);
    if (code == TVX_OK)
        code = walk(&c, error);
    for (size_t i = 0; i < c.n && code == TVX_OK; i++)
        if (!c.tellings[i].right && c.tellings[i].against != NULL)
            code = tell(&c, &c.tellings[i], error);
    if (code == TVX_OK)
        code = check_values(&c, error);
    tvx_arena_dispose(&c.arena);
    tvx_arena_dispose(&c.to.arena);
    tvx_arena_dispose(&c.from.arena);
    return code;
}
