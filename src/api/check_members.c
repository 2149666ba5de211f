/*
 * What the record of a draft and the mentions of it say: its dates and its author. Dates cannot
 * both be right if neither lies within the other.
 */
#include <stdlib.h>
#include <string.h>

#include "api/check.h"
#include "diff/disagree.h"

enum { VALUES_LISTED = 8, SAYERS_LISTED = 3 };

/* Sayings that are equal, one after another in the list. */
typedef struct value {
    const tvx_saying *said; /* the first of them */
    size_t n;
    bool disputed;
} value;

/* What is said of one member of one draft, value by value. */
typedef struct values {
    value *items;
    size_t n;
    const tvx_said *said;
} values;

static int by_value(const void *a, const void *b)
{
    const tvx_saying *x = a, *y = b;
    if (x->draft != y->draft)
        return x->draft < y->draft ? -1 : 1;
    if (x->member != y->member)
        return x->member < y->member ? -1 : 1;
    int order = strcmp(x->text, y->text);
    if (order != 0)
        return order;
    return (x->sayer.order > y->sayer.order) - (x->sayer.order < y->sayer.order);
}

/* --- who is right --- */

static const tvx_date *date_of(const value *v)
{
    return &v->said->date;
}

/* Earlier beginnings first, of equal ones what goes on longer: what holds others stands before
   them. */
static int by_begin(const void *a, const void *b)
{
    const tvx_date *x = date_of(a), *y = date_of(b);
    if (x->wide_earliest != y->wide_earliest)
        return x->wide_earliest < y->wide_earliest ? -1 : 1;
    return (x->wide_latest < y->wide_latest) - (x->wide_latest > y->wide_latest);
}

static void dispute(value *a, value *b)
{
    if (tvx_dates_disagree(date_of(a), date_of(b)))
        a->disputed = b->disputed = true;
}

/* Of the dates that begin before one, it disagrees with any only if it does with the one that ends
   first; of those that begin after it, with the one that ends last. */
static void dispute_dates(values *v)
{
    qsort(v->items, v->n, sizeof *v->items, by_begin);
    value *first = &v->items[0], *last = &v->items[v->n - 1];
    for (size_t i = 1; i < v->n; i++) {
        value *item = &v->items[i];
        dispute(first, item);
        if (date_of(item)->wide_latest < date_of(first)->wide_latest)
            first = item;
    }
    for (size_t i = v->n - 1; i-- > 0;) {
        value *item = &v->items[i];
        dispute(item, last);
        if (date_of(item)->wide_latest > date_of(last)->wide_latest)
            last = item;
    }
}

/* Sets of parties that are not the same disagree, each with every other. */
static void dispute_parties(values *v)
{
    for (size_t i = 1; i < v->n; i++)
        if (tvx_parties_disagree(&v->items[0].said->parties, &v->items[i].said->parties))
            v->items[0].disputed = v->items[i].disputed = true;
}

/* --- saying so --- */

static int by_sayer(const void *a, const void *b)
{
    const value *x = a, *y = b;
    size_t i = x->said->sayer.order, j = y->said->sayer.order;
    return (i > j) - (i < j);
}

static void put_sayer(const tvx_sayer *sayer, tvx_buf *out)
{
    if (sayer->report == NULL)
        tvx_buf_text(out, "its record");
    else
        tvx_buf_format(out, "%s (%.12s)", sayer->outlet, sayer->report);
}

void tvx_sayers_put(const tvx_saying *sayings, size_t n, tvx_buf *out)
{
    size_t listed = n <= SAYERS_LISTED + 1 ? n : SAYERS_LISTED;
    tvx_buf_text(out, n == 1 ? "says " : "say ");
    for (size_t i = 0; i < listed; i++) {
        tvx_buf_text(out, i == 0 ? "" : i + 1 == n ? " and " : ", ");
        put_sayer(&sayings[i].sayer, out);
    }
    if (listed < n)
        tvx_buf_format(out, " and %zu others", n - listed);
}

static int tell(const values *v, tvx_error *error)
{
    static const char *const MEMBERS[TVX_DRAFT_MEMBERS] = {"dated", "presented", "by"};
    const tvx_saying *said = v->items[0].said;
    const char *draft = v->said->in->view->placed[said->draft].draft->key;
    size_t listed = 0;
    tvx_buf line = {0};
    for (size_t i = 0; i < v->n; i++) {
        if (!v->items[i].disputed || listed++ >= VALUES_LISTED)
            continue;
        tvx_buf_text(&line, listed > 1 ? "; " : "");
        tvx_buf_format(&line, "%s ", v->items[i].said->text);
        tvx_sayers_put(v->items[i].said, v->items[i].n, &line);
    }
    if (listed > VALUES_LISTED)
        tvx_buf_format(&line, "; and %zu more", listed - VALUES_LISTED);
    int code = line.failed ? tvx_fail_memory(error)
                           : tvx_check_remark(v->said->in, error, "draft %s: %s %s", draft,
                                              MEMBERS[said->member], tvx_buf_string(&line));
    tvx_buf_dispose(&line);
    return code;
}

/* --- one member of one draft after another --- */

static int check_values(values *v, tvx_error *error)
{
    bool disputed = false;
    if (v->n < 2)
        return TVX_OK;
    if (v->items[0].said->member == TVX_DRAFT_BY)
        dispute_parties(v);
    else
        dispute_dates(v);
    for (size_t i = 0; i < v->n; i++)
        disputed = disputed || v->items[i].disputed;
    if (!disputed)
        return TVX_OK;
    qsort(v->items, v->n, sizeof *v->items, by_sayer);
    return tell(v, error);
}

int tvx_check_members(const tvx_said *said, tvx_error *error)
{
    const tvx_saying *all = said->members.items;
    size_t n = said->members.n;
    values v = {.said = said, .items = tvx_arena_new(said->arena, n, sizeof *v.items)};
    int code = v.items == NULL ? tvx_fail_memory(error) : TVX_OK;
    if (n > 1)
        qsort(said->members.items, n, sizeof *all, by_value);
    for (size_t i = 0; i < n && code == TVX_OK; i++) {
        bool other =
            i == 0 || all[i - 1].draft != all[i].draft || all[i - 1].member != all[i].member;
        if (other && i > 0)
            code = check_values(&v, error);
        if (other)
            v.n = 0;
        if (other || strcmp(all[i - 1].text, all[i].text) != 0)
            v.items[v.n++] = (value){.said = &all[i]};
        v.items[v.n - 1].n++;
    }
    return code != TVX_OK ? code : check_values(&v, error);
}
