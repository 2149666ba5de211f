/*
 * A view made by hand, for the tests of what is written: two drafts of a deal, a share of revenue
 * that is bracketed in the second, and texts from outside that try to break out.
 */
#ifndef TVX_TESTS_WRITE_VIEW_H
#define TVX_TESTS_WRITE_VIEW_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/fail.h"
#include "travaux/view.h"
#include "travaux/write.h"

#define ID_A        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define ID_B        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Lists of texts. */
#define NO_TEXTS                                                                                   \
    {                                                                                              \
        NULL, 0                                                                                    \
    }
#define TEXTS(...)                                                                                 \
    {                                                                                              \
        (const char *const[]){__VA_ARGS__}, COUNT(((const char *const[]){__VA_ARGS__}))            \
    }

/* A day, month or interval, of which the writers use no more than the text. */
#define DAY(edtf)                                                                                  \
    {                                                                                              \
        .text = edtf                                                                               \
    }

/* Ends of magnitudes, and a delta between two of them. */
#define BOUND(n)                                                                                   \
    {                                                                                              \
        .bounded = true, .number = {.limb = {n} }                                                  \
    }
#define OPEN_BOUND(n)                                                                              \
    {                                                                                              \
        .bounded = true, .open = true, .number = {.limb = {n} }                                    \
    }
#define MINUS(n)                                                                                   \
    {                                                                                              \
        .bounded = true, .number = {.limb = {n}, .negative = true }                                \
    }
#define BILLIONS(n)                                                                                \
    {                                                                                              \
        .bounded = true, .number = {.limb = {0, n} }                                               \
    }
#define DELTA(l, h, u) .has_delta = true, .delta = {.low = l, .high = h, .unit = u}

/* --- what there is --- */

static const tvx_negotiation negotiation = {.key = "minerals", .title = "Minerals *deal*"};
static const tvx_party parties[] = {{.key = "UA", .name = "Ukraine"},
                                    {.key = "US", .name = "United States"}};
static const tvx_term share_term = {.key = "share",
                                    .title = "Share of revenue",
                                    .kind_words = TEXTS("percentage"),
                                    .favours = "US",
                                    .definition = "What goes to the fund."};
static const tvx_term aid_term = {
    .key = "aid", .title = "Past | aid", .kind_words = TEXTS("money", "text")};
static const tvx_row rows[] = {{.number = 0, .name = "share", .term = &share_term},
                               {.number = 1, .name = "aid", .term = &aid_term},
                               {2, "aid:loans", &aid_term, "loans"}};

static const tvx_draft draft_records[] = {
    {.key = "us-0212",
     .title = "First [draft]",
     .dated = DAY("2025-02-12"),
     .by = TEXTS("US"),
     .url = "https://example.org/a(b)"},
    {.key = "us-0221", .presented = DAY("2025-02-21"), .maybe_same_as = TEXTS("us-0212")},
};
static const tvx_placed_draft drafts[] = {
    {.id = ID_A, .draft = &draft_records[0], .date = &draft_records[0].dated},
    {.id = ID_B,
     .draft = &draft_records[1],
     .date = &draft_records[1].presented,
     .rank = 1,
     .follows = TEXTS("us-0212"),
     .implied = true,
     .also = TEXTS("x-1")},
};

static const tvx_value half = {.kind = TVX_KIND_PERCENTAGE,
                               .low = BOUND(50),
                               .high = BOUND(50),
                               .unit = "%",
                               .base = "revenue",
                               .tags = TEXTS("oil", "gas"),
                               .text = "50% of revenue (oil, gas)"};
static const tvx_value all_of_it = {.kind = TVX_KIND_PERCENTAGE,
                                    .low = BOUND(100),
                                    .high = BOUND(100),
                                    .unit = "%",
                                    .text = "100%"};

static const tvx_alternative half_alone[] = {{.stance = TVX_STANCE_STATED,
                                              .value = &half,
                                              .text = "50% of revenue (oil, gas)",
                                              .basis = TVX_BASIS_NONE,
                                              .side = true,
                                              .reports = TEXTS(ID_A),
                                              .origins = {TEXTS("CNN"), 1, 1}}};
static const tvx_alternative both[] = {
    {.stance = TVX_STANCE_STATED,
     .value = &all_of_it,
     .text = "100%",
     .basis = TVX_BASIS_DOCUMENT,
     .side = true,
     .reports = TEXTS(ID_A, ID_B),
     .origins = {TEXTS("CNN", "NYT"), 1, 2}},
    {.stance = TVX_STANCE_STATED,
     .value = &half,
     .text = "50% of revenue (oil, gas) (if signed)",
     .condition = "signed",
     .basis = TVX_BASIS_ON_RECORD,
     .side = true,
     .reports = TEXTS(ID_B),
     .origins = {NO_TEXTS, 1, 1}},
};
static const tvx_reading settled = {.row = &rows[0],
                                    .status = TVX_STATUS_SETTLED,
                                    .alternatives = half_alone,
                                    .n_alternatives = 1,
                                    .text = "50% of revenue (oil, gas)",
                                    .reports = 1,
                                    .origins = {TEXTS("CNN"), 1, 1}};
static const tvx_reading bracketed = {
    .row = &rows[0],
    .status = TVX_STATUS_BRACKETED,
    .alternatives = both,
    .n_alternatives = 2,
    .text = "[100% | 50% of revenue (oil, gas) (if signed)]",
    .reports = 2,
    .origins = {TEXTS("CNN", "NYT"), 1, 3},
};

static const tvx_change first_change = {
    .row = &rows[0], .name = TVX_CHANGE_FIRST_REPORTED, .to = &settled};
static const tvx_change unclear_change = {
    .row = &rows[0],
    .name = TVX_CHANGE_UNCLEAR,
    .possible = {TVX_CHANGE_RAISED, TVX_CHANGE_SAME},
    .n_possible = 2,
    .contested = true,
    .from = &settled,
    .to = &bracketed,
};
static const tvx_changes_row changes[] = {
    {.draft = &drafts[0], .change = &first_change},
    {.draft = &drafts[1], .from = &drafts[0], .change = &unclear_change},
};

/* --- the view --- */

struct tvx_view {
    const char *known_by, *recorded_by, *without;
    const tvx_show *shows;
    size_t n_shows;
    const tvx_draft_brackets *brackets;
    size_t n_brackets;
    const tvx_changes_row *changes;
    size_t n_changes;
    const tvx_told_change *told;
    size_t n_told;
    const tvx_told_position *positions;
    size_t n_positions;
    const tvx_told_event *events;
    size_t n_events;
    const tvx_told_background *background;
    size_t n_background;
    const tvx_told_report *reports;
    size_t n_reports;
    const tvx_log_entry *records;
    size_t n_records;
    bool empty; /* no parties, no terms, no drafts */
};

const tvx_negotiation *tvx_view_negotiation(const tvx_view *view)
{
    (void)view;
    return &negotiation;
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
    *out = parties;
    return view->empty ? 0 : COUNT(parties);
}

size_t tvx_view_rows(const tvx_view *view, const tvx_row **out)
{
    *out = rows;
    return view->empty ? 0 : COUNT(rows);
}

int tvx_view_row(const tvx_view *view, const char *name, const tvx_row **out, tvx_error *error)
{
    (void)view;
    for (size_t i = 0; i < COUNT(rows); i++)
        if (strcmp(rows[i].name, name) == 0) {
            *out = &rows[i];
            return TVX_OK;
        }
    return tvx_fail(error, TVX_ENOTFOUND, "no term '%s'", name);
}

int tvx_view_drafts(tvx_view *view, const tvx_placed_draft **out, size_t *n, tvx_error *error)
{
    (void)error;
    *out = drafts;
    *n = view->empty ? 0 : COUNT(drafts);
    return TVX_OK;
}

int tvx_view_draft(tvx_view *view, const char *key, const tvx_placed_draft **out, tvx_error *error)
{
    (void)view;
    for (size_t i = 0; i < COUNT(drafts); i++) {
        *out = &drafts[i];
        if (strcmp(drafts[i].draft->key, key) == 0)
            return TVX_OK;
    }
    return tvx_fail(error, TVX_ENOTFOUND, "unknown draft '%s'", key);
}

/* Only what is said of `set_aside_term` does not count. */
static const char *set_aside_term;

bool tvx_view_counts(const tvx_view *view, const tvx_told_report *told, const char *draft,
                     const char *term)
{
    (void)view;
    (void)draft;
    return told->updated == NULL && (set_aside_term == NULL || strcmp(term, set_aside_term) != 0);
}

/* Of the filter, only the first term counts: it includes its variants. */
int tvx_view_changes(tvx_view *view, const tvx_changes_filter *filter,
                     tvx_changes_callback callback, void *payload, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < view->n_changes && code == TVX_OK; i++) {
        const tvx_row *row = view->changes[i].change->row;
        const char *asked = filter->terms.n == 0 ? NULL : filter->terms.items[0];
        if (asked == NULL || strcmp(asked, row->name) == 0 || strcmp(asked, row->term->key) == 0)
            code = callback(payload, &view->changes[i], error);
    }
    return code;
}

int tvx_view_told_changes(tvx_view *view, const tvx_changes_filter *filter,
                          const tvx_told_change **out, size_t *n, tvx_error *error)
{
    (void)filter;
    (void)error;
    *out = view->told;
    *n = view->n_told;
    return TVX_OK;
}

int tvx_view_shows(tvx_view *view, tvx_show_callback callback, void *payload, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < view->n_shows && code == TVX_OK; i++)
        code = callback(payload, &view->shows[i], error);
    return code;
}

/* Whatever the terms. */
int tvx_view_brackets(tvx_view *view, const tvx_texts *terms, tvx_brackets_callback callback,
                      void *payload, tvx_error *error)
{
    int code = TVX_OK;
    (void)terms;
    for (size_t i = 0; i < view->n_brackets && code == TVX_OK; i++)
        code = callback(payload, &view->brackets[i], error);
    return code;
}

int tvx_view_positions(tvx_view *view, const tvx_told_position **out, size_t *n, tvx_error *error)
{
    (void)error;
    *out = view->positions;
    *n = view->n_positions;
    return TVX_OK;
}

int tvx_view_events(tvx_view *view, const tvx_told_event **out, size_t *n, tvx_error *error)
{
    (void)error;
    *out = view->events;
    *n = view->n_events;
    return TVX_OK;
}

int tvx_view_background(tvx_view *view, const tvx_told_background **out, size_t *n,
                        tvx_error *error)
{
    (void)error;
    *out = view->background;
    *n = view->n_background;
    return TVX_OK;
}

int tvx_view_reports(tvx_view *view, tvx_told_report_callback callback, void *payload,
                     tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < view->n_reports && code == TVX_OK; i++)
        code = callback(payload, &view->reports[i], error);
    return code;
}

int tvx_view_records(tvx_view *view, tvx_log_callback callback, void *payload, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < view->n_records && code == TVX_OK; i++)
        code = callback(payload, &view->records[i], error);
    return code;
}

int tvx_view_written(tvx_view *view, const char *term, const tvx_given *given, const char **out,
                     tvx_error *error)
{
    (void)view;
    (void)term;
    (void)error;
    *out = given->form != NULL ? "USD 500 billion" : given->text;
    return TVX_OK;
}

/* --- where it goes --- */

static int keep(void *payload, const char *bytes, size_t n, tvx_error *error)
{
    (void)error;
    tvx_buf_put(payload, bytes, n);
    return TVX_OK;
}

/* What was written, when the test has read it. */
static tvx_buf written;
static const tvx_sink sink = {.write = keep, .payload = &written};

static void assert_written(const char *expected)
{
    tvx_buf got = written; /* so that one failure is not the next test's too */
    written = (tvx_buf){0};
    assert_string_equal(tvx_buf_string(&got), expected);
    tvx_buf_dispose(&got);
}

#endif
