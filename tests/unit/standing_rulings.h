/*
 * Judgements for the tests of standing, one a line: ID ACT DATE MEMBER=VALUE… (lists with commas);
 * `report=-` names one that is not there. And what is asked of them, in words.
 */
#ifndef TESTS_UNIT_STANDING_RULINGS_H
#define TESTS_UNIT_STANDING_RULINGS_H

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "diff/standing.h"
#include "model/date.h"

enum { MAX_RULINGS = 32 };

typedef struct docket {
    tvx_arena arena;
    tvx_judgement judgements[MAX_RULINGS];
    tvx_ruling rulings[MAX_RULINGS];
    size_t n;
} docket;

/* The text up to any of the ends, of which one is taken too. */
static char *next_word(tvx_arena *arena, const char **at, const char *ends)
{
    size_t n = strcspn(*at, ends);
    char *word = tvx_arena_slice(arena, *at, n);
    assert_non_null(word);
    *at += n + ((*at)[n] != '\0');
    return word;
}

static tvx_texts read_list(tvx_arena *arena, const char *text)
{
    const char **items = tvx_arena_new(arena, strlen(text) + 1, sizeof *items);
    size_t n = 0;
    assert_non_null(items);
    while (*text != '\0')
        items[n++] = next_word(arena, &text, ",");
    return (tvx_texts){items, n};
}

static void read_member(docket *d, const char *text)
{
    tvx_judgement *judgement = &d->judgements[d->n];
    const char *name = next_word(&d->arena, &text, "=");
    const char **const places[] = {&judgement->report, &judgement->draft, &judgement->term,
                                   &judgement->judgement, &judgement->id};
    static const char *const NAMES[] = {"report", "draft", "term", "judgement", "id"};
    for (size_t i = 0; i < 5; i++)
        if (strcmp(name, NAMES[i]) == 0)
            *places[i] = text;
    if (strcmp(name, "keys") == 0)
        judgement->keys = read_list(&d->arena, text);
}

static tvx_act read_act(const char *word)
{
    tvx_act act = TVX_ACT_RETRACT;
    while (strcmp(tvx_act_name(act), word) != 0)
        act++;
    return act;
}

static void read_ruling(docket *d, const char *line)
{
    assert_true(d->n < MAX_RULINGS);
    tvx_judgement *judgement = &d->judgements[d->n];
    const char *id = next_word(&d->arena, &line, " ");
    judgement->act = read_act(next_word(&d->arena, &line, " "));
    assert_int_equal(tvx_date_parse(&judgement->dated, next_word(&d->arena, &line, " "), NULL),
                     TVX_OK);
    while (*line != '\0')
        read_member(d, next_word(&d->arena, &line, " "));
    const char *report = judgement->report;
    if (report != NULL && strcmp(report, "-") == 0)
        report = NULL;
    d->rulings[d->n++] = (tvx_ruling){.id = id, .judgement = judgement, .report = report};
}

static void read_docket(docket *d, const char *lines)
{
    memset(d, 0, sizeof *d);
    while (*lines != '\0')
        read_ruling(d, next_word(&d->arena, &lines, "\n"));
}

static int64_t latest_of(const char *date)
{
    tvx_date known;
    if (date == NULL)
        return INT64_MAX;
    assert_int_equal(tvx_date_parse(&known, date, NULL), TVX_OK);
    return known.latest;
}

static void put_ruling(tvx_buf *out, const tvx_ruling *ruling)
{
    tvx_buf_text(out, ruling != NULL ? ruling->id : "-");
}

static void put_named(tvx_buf *out, const tvx_standing *standing)
{
    for (size_t i = 0; i < standing->named.n; i++)
        tvx_buf_format(out, "%s%s", i > 0 ? "," : "", standing->named.items[i]);
}

static void put_shown(tvx_buf *out, const tvx_standing *standing, const char *key)
{
    const tvx_same_key *entry = tvx_same_find(&standing->same, key);
    tvx_buf_text(out, tvx_same_shown(&standing->same, key));
    if (entry != NULL)
        tvx_buf_format(out, " by %s", entry->joined->id);
}

/*
 * The answer to: report REPORT · claim REPORT DRAFT TERM (background: -) · attribute REPORT TERM ·
 * prefer DRAFT ROW · shown KEY · named.
 */
static void answer(tvx_buf *out, const tvx_standing *standing, const char *question)
{
    char what[16], a[16] = "", b[16] = "", c[16] = "";
    assert_true(sscanf(question, "%15s %15s %15s %15s", what, a, b, c) >= 1);
    if (strcmp(what, "report") == 0)
        put_ruling(out, tvx_standing_report(standing, a));
    else if (strcmp(what, "claim") == 0)
        put_ruling(out, tvx_standing_claim(standing, a, strcmp(b, "-") == 0 ? NULL : b, c));
    else if (strcmp(what, "attribute") == 0)
        put_ruling(out, tvx_standing_attribute(standing, a, b));
    else if (strcmp(what, "prefer") == 0)
        put_ruling(out, tvx_standing_prefer(standing, a, b));
    else if (strcmp(what, "shown") == 0)
        put_shown(out, standing, a);
    else
        put_named(out, standing);
}

#endif
