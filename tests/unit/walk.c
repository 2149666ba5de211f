/*
 * Walking the drafts (sections 5 and 6 of the design): readings with what is inherited, the
 * difference of two drafts, and changes against the nearest readings along every line; against
 * cases worked out by hand and against the rule said naively on random graphs.
 */
#include "limited.h"
#include "walk_story.h"

#include "base/mem.h"
#include "diff/walk_parts.h"

/* Readings: ROW TEXT, + for inherited. */

typedef struct readings_case {
    const char *rule, *graph, *claims, *draft, *readings;
} readings_case;

#define LINE_OF_THREE "a 2025-02-01\nb 2025-02-02 amends a\nc 2025-02-03 amends b"

static const readings_case readings[] = {
    {"by row, silence left out", "a 2025-02-01", "a t absent\na r included", "a",
     "r included; t absent"},
    {"contradicting claims are bracketed", "a 2025-02-01", "a r none\na r treaty", "a",
     "r [none | treaty]"},
    {"no amends, nothing inherited", "a 2025-02-01\nb 2025-02-02", "a r included", "b", ""},
    {"a silent row is inherited", LINE_OF_THREE, "a r talks\nb s absent", "b",
     "r talks+; s absent"},
    {"over several amendments, from the nearest", LINE_OF_THREE,
     "a r talks\na s none\na t included\nb s treaty\nc t absent", "c",
     "r talks+; s treaty+; t absent"},
    {"a bracket is inherited whole", LINE_OF_THREE, "a r none\na r treaty", "c",
     "r [none | treaty]+"},
    {"a row whose claims are all set aside is silent", "a 2025-02-01",
     "a r !none\na s none\na s !treaty\na t !none\na t !talks", "a", "s none"},
    {"set aside in the amendment, it is inherited", LINE_OF_THREE, "a r talks\nb r !none", "b",
     "r talks+"},
    {"set aside in what is amended, it is inherited from further back", LINE_OF_THREE,
     "a r talks\na s none\nb r !none\nb s treaty", "c", "r talks+; s treaty+"},
    {"a draft not known leaves nothing",
     "a 2025-02-01\nb 2025-02-02 unknown amends a\n"
     "c 2025-02-03 amends b",
     "a r talks\nb s none", "c", ""},
    {"a circle of amends that was cut", "a 2025-02-01 amends b\nb 2025-02-02 amends a",
     "a r talks\nb s none", "a", "r talks; s none+"},
    {"and nothing where it was cut", "a 2025-02-01 amends b\nb 2025-02-02 amends a",
     "a r talks\nb s none", "b", "s none"},
};

static void readings_are_own_or_inherited(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        const readings_case *c = &readings[i];
        script s;
        start_script(&s, c->graph, c->claims);
        const tvx_reading *list;
        size_t n;
        tvx_buf text = {0};
        assert_int_equal(
            tvx_walk_readings(&s.story, find_key(&s.g, c->draft), &s.arena, &list, &n, NULL),
            TVX_OK);
        for (size_t k = 0; k < n; k++)
            tvx_buf_format(&text, "%s%s %s%s", k > 0 ? "; " : "", list[k].row->name, list[k].text,
                           list[k].inherited ? "+" : "");
        if (strcmp(tvx_buf_string(&text), c->readings) != 0)
            fail_msg("%s: '%s', not '%s'", c->rule, tvx_buf_string(&text), c->readings);
        tvx_buf_dispose(&text);
        tvx_arena_dispose(&s.arena);
    }
}

/* Differences: ROW CHANGE. */

static const readings_case differences[] = {
    {"every row of either, by row", "a 2025-02-01\nb 2025-02-02",
     "a r talks\na s included\nb s included\nb t none", "b",
     "r not_reported; s same; t first_reported"},
    {"inherited readings count", "a 2025-02-01\nb 2025-02-02 amends a",
     "a r talks\na s none\nb s treaty", "b", "r same; s raised"},
    {"what is set aside is not compared", "a 2025-02-01\nb 2025-02-02",
     "a r none\nb r !none\na s !none\nb s treaty\na t !none\nb t !talks", "b",
     "r not_reported; s first_reported"},
    {"two silent drafts", "a 2025-02-01\nb 2025-02-02", "", "b", ""},
};

static void two_drafts_are_compared_row_by_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof differences / sizeof *differences; i++) {
        const readings_case *c = &differences[i];
        script s;
        start_script(&s, c->graph, c->claims);
        const tvx_change *list;
        size_t n;
        tvx_buf text = {0};
        assert_int_equal(
            tvx_walk_diff(&s.story, 0, find_key(&s.g, c->draft), &s.arena, &list, &n, NULL),
            TVX_OK);
        for (size_t k = 0; k < n; k++)
            tvx_buf_format(&text, "%s%s %s", k > 0 ? "; " : "", list[k].row->name,
                           tvx_change_name_text(list[k].name));
        if (strcmp(tvx_buf_string(&text), c->readings) != 0)
            fail_msg("%s: '%s', not '%s'", c->rule, tvx_buf_string(&text), c->readings);
        tvx_buf_dispose(&text);
        tvx_arena_dispose(&s.arena);
    }
}

/* Changes: DRAFT ROW CHANGE [FROM]. */

typedef struct steps {
    const graph *g;
    tvx_buf text;
    size_t n, stop_after; /* 0: never */
} steps;

static int write_step(void *payload, const tvx_step *step, tvx_error *error)
{
    steps *out = payload;
    (void)error;
    bool first = step->from == TVX_NO_DRAFT;
    tvx_buf_format(&out->text, "%s%s %s %s%s%s", out->n > 0 ? "; " : "",
                   out->g->nodes[step->draft].key, step->change->row->name,
                   tvx_change_name_text(step->change->name), first ? "" : " ",
                   first ? "" : out->g->nodes[step->from].key);
    assert_true(first == (step->change->from == NULL));
    assert_true(step->change->to->row == step->change->row);
    return ++out->n == out->stop_after ? TVX_ESTOP : TVX_OK;
}

typedef struct changes_case {
    const char *rule, *graph, *claims, *changes;
    const char *wanted; /* the rows, NULL: all */
    size_t stop_after;
} changes_case;

#define FORK                                                                                       \
    "a 2025-02-01\nb 2025-02-02 follows a\nc 2025-02-03 follows a\nd 2025-02-04 follows b c"

static const changes_case changes[] = {
    {.rule = "against the nearest reading, over silent drafts",
     .graph = "a 2025-02-01\nb 2025-02-02\nc 2025-02-03\nd 2025-02-04",
     .claims = "a r absent\nb s included\nd r included\nd s absent",
     .changes = "a r first_reported; b s first_reported; d r added a; d s removed b"},
    {.rule = "drafts in order, rows in order, same included",
     .graph = "b 2025-02-02\na 2025-02-01",
     .claims = "b s none\nb r none\na s none\na r treaty",
     .changes = "a r first_reported; a s first_reported; b r lowered a; b s same a"},
    {.rule = "one for each line",
     .graph = FORK,
     .claims = "b r none\nc r treaty\nd r talks",
     .changes = "b r first_reported; c r first_reported; d r raised b; d r lowered c"},
    {.rule = "by the draft compared with, in the order of drafts",
     .graph = "b 2025-02-02 alone\na 2025-02-03 alone\nd 2025-02-04 follows a b",
     .claims = "a r none\nb r none\nd r none",
     .changes = "b r first_reported; a r first_reported; d r same b; d r same a"},
    {.rule = "two lines to one reading: once",
     .graph = FORK,
     .claims = "a r none\nd r none",
     .changes = "a r first_reported; d r same a"},
    {.rule = "what lies behind another is left out",
     .graph = FORK,
     .claims = "a r none\nb r talks\nd r treaty",
     .changes = "a r first_reported; b r raised a; d r raised b"},
    {.rule = "behind over several steps",
     .graph =
         "a 2025-02-01\nb 2025-02-02 follows a\nc 2025-02-03 follows b\nd 2025-02-04 follows c a",
     .claims = "a r none\nc r talks\nd r treaty",
     .changes = "a r first_reported; c r raised a; d r raised c"},
    {.rule = "a line of its own goes back to nothing",
     .graph = "a 2025-02-01\nb 2025-02-02 alone",
     .claims = "a r none\nb r none",
     .changes = "a r first_reported; b r first_reported"},
    {.rule = "an inherited reading is no step, nor stands in the way",
     .graph = "a 2025-02-01\nb 2025-02-02 amends a\nc 2025-02-03 follows b",
     .claims = "a r none\nb s none\nc r treaty",
     .changes = "a r first_reported; b s first_reported; c r raised a"},
    {.rule = "a denial that does not touch is passed over",
     .graph = "a 2025-02-01\nb 2025-02-02\nc 2025-02-03",
     .claims = "a r none\nb r not-treaty\nc r talks",
     .changes = "a r first_reported; b r first_reported; c r raised a"},
    {.rule = "a denial that touches is not",
     .graph = "a 2025-02-01\nb 2025-02-02\nc 2025-02-03",
     .claims = "a r talks\nb r not-talks\nc r talks",
     .changes = "a r first_reported; b r removed a; c r added b"},
    {.rule = "a reading whose claims are all set aside is passed over",
     .graph = "a 2025-02-01\nb 2025-02-02\nc 2025-02-03\nd 2025-02-04",
     .claims = "a r none\nb r !treaty\nc r talks\nd r !none",
     .changes = "a r first_reported; c r raised a"},
    {.rule = "what is set aside does not bracket",
     .graph = "a 2025-02-01\nb 2025-02-02",
     .claims = "a r none\na r !treaty\nb r talks",
     .changes = "a r first_reported; b r raised a"},
    {.rule = "brackets are contested",
     .graph = "a 2025-02-01\nb 2025-02-02",
     .claims = "a r none\na r treaty\nb r talks",
     .changes = "a r first_reported; b r unclear a"},
    {.rule = "wanted rows alone",
     .graph = "a 2025-02-01\nb 2025-02-02",
     .claims = "a r none\na s none\nb r none\nb t none",
     .wanted = "st",
     .changes = "a s first_reported; b t first_reported"},
    {.rule = "stopped by who is called",
     .graph = "a 2025-02-01\nb 2025-02-02",
     .claims = "a r none\na s none\nb r none",
     .stop_after = 2,
     .changes = "a r first_reported; a s first_reported"},
    {.rule = "no claims", .graph = FORK, .claims = "", .changes = ""},
    {.rule = "a draft not known is gone round",
     .graph = "a 2025-02-01\nb 2025-02-02 unknown follows a\nc 2025-02-03 follows b",
     .claims = "a r none\nc r treaty",
     .changes = "a r first_reported; c r raised a"},
};

static void check_changes(const changes_case *c)
{
    script s;
    start_script(&s, c->graph, c->claims);
    bool wanted[ROWS] = {false};
    for (const char *row = c->wanted != NULL ? c->wanted : ""; *row != '\0'; row++)
        wanted[*row - 'r'] = true;
    steps out = {.g = &s.g, .stop_after = c->stop_after};
    int rc = tvx_walk_changes(&s.story, c->wanted != NULL ? wanted : NULL, write_step, &out, NULL);
    assert_int_equal(rc, c->stop_after > 0 ? TVX_ESTOP : TVX_OK);
    if (strcmp(tvx_buf_string(&out.text), c->changes) != 0)
        fail_msg("%s: '%s', not '%s'", c->rule, tvx_buf_string(&out.text), c->changes);
    tvx_buf_dispose(&out.text);
    tvx_arena_dispose(&s.arena);
}

static void readings_change_against_the_nearest(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        check_changes(&changes[i]);
}

static int broken_source(void *payload, uint32_t draft, tvx_arena *arena, tvx_row_claims **out,
                         size_t *n, tvx_error *error)
{
    if (draft == 1)
        return tvx_fail(error, TVX_EIO, "the disk is gone");
    return of_draft(payload, draft, arena, out, n, error);
}

static void a_failing_source_is_reported(void **state)
{
    (void)state;
    script s;
    start_script(&s, LINE_OF_THREE, "a r none\nb r none\nc r none");
    s.story.source.of_draft = broken_source;
    tvx_error error = {0};
    steps out = {.g = &s.g};
    assert_int_equal(tvx_walk_changes(&s.story, NULL, write_step, &out, &error), TVX_EIO);
    assert_string_equal(error.message, "the disk is gone");
    assert_string_equal(tvx_buf_string(&out.text), "a r first_reported");
    const tvx_reading *list;
    size_t n;
    assert_int_equal(tvx_walk_readings(&s.story, 2, &s.arena, &list, &n, &error), TVX_EIO);
    const tvx_change *diff;
    assert_int_equal(tvx_walk_diff(&s.story, 0, 1, &s.arena, &diff, &n, &error), TVX_EIO);
    tvx_buf_dispose(&out.text);
    tvx_arena_dispose(&s.arena);
}

static int walk_all(script *s, tvx_arena *arena, steps *out, tvx_error *error)
{
    const tvx_change *diff;
    size_t n;
    int rc = tvx_walk_changes(&s->story, NULL, write_step, out, error);
    return rc == TVX_OK ? tvx_walk_diff(&s->story, 0, 2, arena, &diff, &n, error) : rc;
}

static void want_of_memory_is_reported(void **state)
{
    (void)state;
    script s;
    start_script(&s, LINE_OF_THREE, "a r none\na s none\nb s treaty\nc s none\nc s treaty");
    int rc = TVX_ENOMEM;
    for (long k = 0; rc != TVX_OK; k++) {
        tvx_arena arena = {0};
        tvx_error error = {0};
        steps out = {.g = &s.g};
        allocations_left = k;
        rc = walk_all(&s, &arena, &out, &error);
        allocations_left = -1;
        assert_true(rc == TVX_OK || (rc == TVX_ENOMEM && error.code == TVX_ENOMEM));
        tvx_buf_dispose(&out.text);
        tvx_arena_dispose(&arena);
        assert_true(k < 10000);
    }
    tvx_arena_dispose(&s.arena);
}

/* Many drafts, each with the same stance on one row: as many as `rows` say, in turn. */

enum { MANY = 20000, WIDE = 300 };

typedef struct crowd {
    tvx_node *nodes;
    uint32_t *follows;
    char (*keys)[8];
    size_t n, rows, claims, aside;
    tvx_arena arena;
    tvx_order order;
    tvx_story story;
    const tvx_arena *kept;
    size_t asked, asked_to_keep, steps, firsts;
} crowd;

static int of_crowd(void *payload, uint32_t draft, tvx_arena *arena, tvx_row_claims **out,
                    size_t *n, tvx_error *error)
{
    crowd *c = payload;
    c->asked++;
    c->asked_to_keep += arena == c->kept;
    *out = tvx_arena_new(arena, 1, sizeof **out);
    if (*out == NULL)
        return tvx_fail_memory(error);
    (*out)->row = BY_NAME[draft % c->rows];
    *n = 1;
    int rc = add_claim(*out, arena, "000", "included");
    tvx_evidence *claims = tvx_arena_new(arena, c->claims, sizeof *claims);
    for (size_t i = 0; i < c->claims && claims != NULL && rc == TVX_OK; i++)
        claims[i] = (*out)->claims[0];
    (*out)->claims = claims;
    (*out)->n = c->claims;
    (*out)->n_set_aside = c->aside;
    return claims != NULL ? rc : TVX_ENOMEM;
}

static int count_step(void *payload, const tvx_step *step, tvx_error *error)
{
    crowd *c = payload;
    (void)error;
    c->steps++;
    c->firsts += step->from == TVX_NO_DRAFT;
    return TVX_OK;
}

static void start_crowd(crowd *c, size_t n, size_t rows)
{
    *c = (crowd){.n = n, .rows = rows, .claims = 1};
    c->nodes = tvx_arena_new(&c->arena, n, sizeof *c->nodes);
    c->follows = tvx_arena_new(&c->arena, n, sizeof *c->follows);
    c->keys = tvx_arena_new(&c->arena, n, sizeof *c->keys);
    assert_true(c->nodes != NULL && c->follows != NULL && c->keys != NULL);
    for (uint32_t i = 0; i < n; i++) {
        snprintf(c->keys[i], sizeof c->keys[i], "%06u", (unsigned)i);
        c->follows[i] = i;
        c->nodes[i] = (tvx_node){.key = c->keys[i], .known = true, .amends = TVX_NO_DRAFT};
    }
}

static void order_crowd(crowd *c)
{
    assert_int_equal(tvx_order_make(&c->order, &c->arena, c->nodes, c->n, NULL), TVX_OK);
    c->story = (tvx_story){.vocabulary = &VOCABULARY, .order = &c->order, .source = {of_crowd, c}};
}

static void walk_crowd(crowd *c)
{
    order_crowd(c);
    assert_int_equal(tvx_walk_changes(&c->story, NULL, count_step, c, NULL), TVX_OK);
    tvx_arena_dispose(&c->arena);
}

static void a_long_line_asks_for_each_draft_once(void **state)
{
    (void)state;
    crowd c;
    start_crowd(&c, MANY, ROWS);
    for (size_t i = 1; i < MANY; i++)
        c.nodes[i].follows = (tvx_draft_list){&c.follows[i - 1], 1};
    walk_crowd(&c);
    assert_int_equal(c.steps, MANY);
    assert_int_equal(c.firsts, ROWS);
    assert_int_equal(c.asked, MANY);
}

static void many_amendments_are_not_kept(void **state)
{
    (void)state;
    crowd c;
    start_crowd(&c, MANY, 1);
    for (uint32_t i = 1; i < MANY; i++)
        c.nodes[i].amends = i - 1;
    order_crowd(&c);
    tvx_arena arena = {0};
    c.kept = &arena;
    const tvx_reading *list;
    size_t n;
    assert_int_equal(tvx_walk_readings(&c.story, MANY - 1, &arena, &list, &n, NULL), TVX_OK);
    assert_int_equal(n, 1);
    assert_false(list[0].inherited);
    assert_int_equal(c.asked_to_keep, 1);
    tvx_arena_dispose(&arena);
    tvx_arena_dispose(&c.arena);
}

static void what_is_set_aside_is_not_kept(void **state)
{
    (void)state;
    crowd c;
    start_crowd(&c, 3, 1);
    c.claims = 0;
    c.aside = 1;
    c.nodes[1].amends = 0;
    c.nodes[2].amends = 1;
    order_crowd(&c);
    tvx_arena arena = {0};
    c.kept = &arena;
    const tvx_reading *list;
    size_t n;
    assert_int_equal(tvx_walk_readings(&c.story, 2, &arena, &list, &n, NULL), TVX_OK);
    assert_int_equal(n, 0);
    assert_int_equal(c.asked_to_keep, 1);
    tvx_arena_dispose(&arena);
    tvx_arena_dispose(&c.arena);
}

/* More drafts before one than are held at once. */
static void one_follows_many(void **state)
{
    (void)state;
    crowd c;
    start_crowd(&c, WIDE + 1, 1);
    c.nodes[WIDE].follows = (tvx_draft_list){c.follows, WIDE};
    walk_crowd(&c);
    assert_int_equal(c.steps, 2 * WIDE);
    assert_int_equal(c.firsts, WIDE);
}

/* Drafts asked for: after each, how often the source was asked in all. */
static void check_holder(crowd *c, uint32_t pinned, const uint32_t (*asked)[2], size_t n)
{
    tvx_holder holder;
    order_crowd(c);
    tvx_holder_start(&holder, &c->story, NULL);
    for (size_t i = 0; i < n; i++) {
        const tvx_readings *list;
        assert_int_equal(tvx_holder_get(&list, &holder, asked[i][0], NULL), TVX_OK);
        assert_int_equal(list->claims, c->claims + c->aside);
        assert_int_equal(c->asked, asked[i][1]);
        holder.pinned = pinned;
    }
    tvx_holder_dispose(&holder);
    tvx_arena_dispose(&c->arena);
}

static void the_draft_asked_for_longest_ago_gives_way(void **state)
{
    (void)state;
    uint32_t asked[TVX_HELD_DRAFTS + 5][2];
    for (uint32_t i = 0; i < TVX_HELD_DRAFTS; i++)
        asked[i][0] = i, asked[i][1] = i + 1;
    const uint32_t more[5][2] = {{1, 64}, {64, 65}, {1, 65}, {0, 65}, {2, 66}};
    memcpy(asked + TVX_HELD_DRAFTS, more, sizeof more);
    crowd c;
    start_crowd(&c, TVX_HELD_DRAFTS + 1, 1);
    /* Of 0, 1 and 2 the first is pinned and the second was asked for again. */
    check_holder(&c, 0, (const uint32_t(*)[2])asked, TVX_HELD_DRAFTS + 5);
}

static void too_many_claims_give_way(void **state)
{
    (void)state;
    const uint32_t asked[][2] = {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {0, 3}, {1, 4}};
    crowd c;
    start_crowd(&c, 3, 1);
    c.claims = TVX_HELD_CLAIMS / 2 + 1;
    check_holder(&c, TVX_NO_DRAFT, asked, sizeof asked / sizeof *asked);
    start_crowd(&c, 3, 1);
    c.claims = 0;
    c.aside = TVX_HELD_CLAIMS / 2 + 1;
    check_holder(&c, TVX_NO_DRAFT, asked, sizeof asked / sizeof *asked);
}

/* The rule said naively: along every line back, the nearest; none behind another. */

typedef struct expected {
    const script *s;
    bool has[DRAFTS][ROWS];
    struct {
        uint32_t draft, from;
        size_t row;
    } steps[DRAFTS * DRAFTS * ROWS];
    size_t n, seen;
} expected;

static bool lies_behind(const tvx_order *order, uint32_t earlier, uint32_t later)
{
    const tvx_draft_list *follows = &order->places[later].follows;
    for (size_t i = 0; i < follows->n; i++) {
        if (follows->items[i] == earlier || lies_behind(order, earlier, follows->items[i]))
            return true;
    }
    return false;
}

static void mark_nearest(const expected *e, uint32_t draft, size_t row, bool *nearest)
{
    const tvx_draft_list *follows = &e->s->order.places[draft].follows;
    for (size_t i = 0; i < follows->n; i++) {
        if (e->has[follows->items[i]][row])
            nearest[follows->items[i]] = true;
        else
            mark_nearest(e, follows->items[i], row, nearest);
    }
}

static void expect_steps(expected *e, uint32_t draft, size_t row)
{
    const tvx_order *order = &e->s->order;
    bool nearest[DRAFTS] = {false}, any = false;
    mark_nearest(e, draft, row, nearest);
    for (size_t r = 0; r < order->n; r++) {
        uint32_t from = order->drafts[r];
        bool kept = nearest[from];
        for (uint32_t i = 0; i < e->s->g.n && kept; i++)
            kept = !nearest[i] || !lies_behind(order, from, i);
        if (kept) {
            e->steps[e->n].draft = draft;
            e->steps[e->n].from = from;
            e->steps[e->n++].row = row;
        }
        any = any || kept;
    }
    if (!any) {
        e->steps[e->n].draft = draft;
        e->steps[e->n].from = TVX_NO_DRAFT;
        e->steps[e->n++].row = row;
    }
}

static int check_step(void *payload, const tvx_step *step, tvx_error *error)
{
    expected *e = payload;
    (void)error;
    assert_true(e->seen < e->n);
    assert_int_equal(step->draft, e->steps[e->seen].draft);
    assert_int_equal(step->from, e->steps[e->seen].from);
    assert_int_equal(step->change->row->number, e->steps[e->seen].row);
    e->seen++;
    return TVX_OK;
}

static void draw_story(tvx_buf *graph_text, tvx_buf *claims, bool has[DRAFTS][ROWS], uint64_t *seed)
{
    static const char *const answers[] = {"included", "absent", "deferred", "treaty"};
    tvx_buf_clear(graph_text);
    tvx_buf_clear(claims);
    for (size_t i = 0; i < 9; i++) {
        tvx_buf_format(graph_text, "d%zu 2025-02-%02zu", i, 1 + i / (1 + draw(seed, 3)));
        for (size_t k = draw(seed, 3); k > 0 && i > 0; k--)
            tvx_buf_format(graph_text, " follows d%zu", draw(seed, i));
        tvx_buf_char(graph_text, '\n');
        for (size_t row = 0; row < ROWS; row++) {
            has[i][row] = draw(seed, 2 + row) == 0;
            if (has[i][row])
                tvx_buf_format(claims, "d%zu %c %s\n", i, (char)('r' + row),
                               answers[draw(seed, 4)]);
        }
    }
}

static void random_stories_change_against_the_nearest(void **state)
{
    (void)state;
    tvx_buf graph_text = {0}, claims = {0};
    uint64_t seed = 20250224;
    print_message("seed %llu\n", (unsigned long long)seed);
    for (size_t k = 0; k < 3000; k++) {
        script s;
        expected e = {.s = &s};
        draw_story(&graph_text, &claims, e.has, &seed);
        start_script(&s, tvx_buf_string(&graph_text), tvx_buf_string(&claims));
        for (size_t r = 0; r < s.order.n; r++) {
            for (size_t row = 0; row < ROWS; row++) {
                if (e.has[s.order.drafts[r]][row])
                    expect_steps(&e, s.order.drafts[r], row);
            }
        }
        assert_int_equal(tvx_walk_changes(&s.story, NULL, check_step, &e, NULL), TVX_OK);
        assert_int_equal(e.seen, e.n);
        tvx_arena_dispose(&s.arena);
    }
    tvx_buf_dispose(&graph_text);
    tvx_buf_dispose(&claims);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readings_are_own_or_inherited),
        cmocka_unit_test(two_drafts_are_compared_row_by_row),
        cmocka_unit_test(readings_change_against_the_nearest),
        cmocka_unit_test(a_failing_source_is_reported),
        cmocka_unit_test(want_of_memory_is_reported),
        cmocka_unit_test(a_long_line_asks_for_each_draft_once),
        cmocka_unit_test(many_amendments_are_not_kept),
        cmocka_unit_test(what_is_set_aside_is_not_kept),
        cmocka_unit_test(one_follows_many),
        cmocka_unit_test(the_draft_asked_for_longest_ago_gives_way),
        cmocka_unit_test(too_many_claims_give_way),
        cmocka_unit_test(random_stories_change_against_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
