/*
 * The order of drafts (section 4 of the design): the listing, explicit and implied following,
 * drafts not yet known, circles; cases worked out by hand; and what large inputs cost.
 */
#include "limited.h"
#include "order_graph.h"

#include "base/mem.h"

typedef struct listed_case {
    const char *rule, *graph, *order;
} listed_case;

static const listed_case listed[] = {
    {"no drafts", "", ""},
    {"the earlier first", "b 2025-02-12\na 2025-02-21", "b a<b?"},
    {"one day: by key, none follows", "b 2025-02-12\na 2025-02-12\nc 2025-02-13", "a b c<a,b?"},
    {"by latest, then earliest", "a 2025-02-10/2025-02-14\nb 2025-02-12\nc 2025-02-14", "b a c<b?"},
    {"a time of day is before a later one that day", "a 2025-02-12T09:00\nb 2025-02-12T18:00",
     "a b<a?"},
    {"a second is not before itself", "a 2025-02-12T09:00\nb 2025-02-12T09:00:59", "a b"},
    {"follows before date", "a 2025-03-01\nb 2025-02-01 follows a", "a b<a"},
    {"the nearest alone", "a 2025-02-01\nb 2025-02-02\nc 2025-02-03", "a b<a? c<b?"},
    {"two that are not before each other are both nearest, by rank",
     "a 2025-02-01/2025-02-10\nb 2025-02-05\nc 2025-02-20", "b a c<b,a?"},
    {"what is listed after is not followed", "y 2025-02-10 follows z\nz 2025-03-01\nx 2025-02-20",
     "x z<x? y<z"},
    {"an open beginning follows none", "a 2025-01-01\nb ../2025-02-12", "a b"},
    {"an open end is before none, and listed before an undated one",
     "a 2025-02-12/..\nb 2026-01-01\nu", "b a u"},
    {"follows [] starts a line", "a 2025-02-01\nb 2025-02-05 alone\nc 2025-02-09", "a b c<b?"},
    {"a draft named twice is followed once", "a 2025-02-01\nb 2025-02-05 follows a a", "a b<a"},
    {"amends is followed without follows", "a 2025-02-01\nb 2025-02-05\nc 2025-02-10 amends a",
     "a b<a? c<a?"},
    {"amends is not followed beside follows, nor does it order",
     "a 2025-02-20\nb 2025-02-10 alone amends a", "b a<b?"},
};

static const listed_case floating[] = {
    {"undated: last", "u\na 2025-02-12\nt", "a t u"},
    {"undated: just before the one that follows it", "u\na 2025-02-01\nd 2025-02-12 follows u",
     "a u d<u"},
    {"undated: just before the one that amends it", "u\na 2025-02-01\nd 2025-02-12 amends u",
     "a u d<u?"},
    {"undated: just before one that amends it but follows another",
     "u\na 2025-02-01\nd 2025-02-12 follows a amends u", "a u d<a"},
    {"undated: before the first of two", "u\nd 2025-02-20 follows u\ne 2025-02-12 follows u",
     "u e<u d<u"},
    {"undated chain", "s\nu follows s\na 2025-02-01\nd 2025-02-12 follows u", "a s u<s d<u"},
    {"undated chain without end", "s\nu follows s\na 2025-02-01", "a s u<s"},
    {"undated that follows a later one: both wait",
     "a 2025-03-01\nu follows a\n"
     "d 2025-02-12 follows u\nb 2025-02-20",
     "b a<b? u<a d<u"},
    {"month: just before the one that follows it",
     "m 2025-02\na 2025-02-01\nd 2025-02-12 follows m", "a m d<m"},
    {"month: by its own place without such a one", "m 2025-02\na 2025-02-12\nb 2025-03-01",
     "a m b<a,m?"},
    {"month with days left open, decade", "m 2025-02-XX\nt 202X\nd 2025-01-12 follows m t",
     "m t d<m,t"},
    {"an approximate month, a month after all", "m 2025-06~\nd 2025-01-12 follows m\na 2025-02-01",
     "m d<m a<d?"},
    {"an approximate day is no month", "m 2025-06-03~\nd 2025-01-12 follows m\na 2025-02-01",
     "a m<a? d<m"},
    {"an interval is no month", "i 2025-02-01/2025-02-28\na 2025-02-12\nd 2025-02-10 follows i",
     "a i d<i"},
    {"implied following does not move a month", "m 2025-02\na 2025-03-02\nb 2025-03-01",
     "m b<m? a<b?"},
    {"several before one: by (latest, earliest, key)",
     "t\nu\nm 2025-03\nd 2025-02-12 follows u m t", "m t u d<m,t,u"},
    {"several before one, with what goes before them",
     "z\nm\nu follows z\nd 2025-02-12 follows u m", "m z u<z d<m,u"},
    {"one needed by two goes before the first",
     "z\nm follows z\nu follows z\nd 2025-02-12 follows u m", "z m<z u<z d<m,u"},
};

static const listed_case known_by[] = {
    {"not there", "a 2025-02-01\nb 2025-02-05 unknown\nc 2025-02-10", "a c<a?"},
    {"follows what it follows",
     "a 2025-02-01\nb 2025-02-05 unknown follows a\nc 2025-02-10 follows b", "a c<a"},
    {"each once, over several steps",
     "a 2025-02-01\nz 2025-02-02 alone\nb unknown follows a\ne unknown follows b a z\n"
     "c 2025-02-10 follows e b a",
     "a z c<a,z"},
    {"by date alone: the nearest before its date",
     "a 2025-02-01\nz 2025-02-03\nb 2025-02-05 unknown\ny 2025-02-06\nc 2025-02-10 follows b",
     "a z<a? y<z? c<z?"},
    {"by date alone: but none that is listed after",
     "y 2025-02-04\nb 2025-02-05 unknown\nc 2025-02-02 follows b", "c y<c?"},
    {"by date, at the end of a line of unknown ones",
     "a 2025-02-01\nf 2025-02-03 unknown\ng 2025-02-09 unknown follows f\n"
     "h 2025-02-10 unknown amends g\ny 2025-02-05 alone\nc 2025-02-20 follows h",
     "a y c<a?"},
    {"undated: nothing", "a 2025-02-01\nb unknown\nc 2025-02-10 follows b", "a c"},
    {"that starts a line: nothing",
     "a 2025-02-01\nb 2025-02-05 unknown alone\nc 2025-02-10 follows b", "a c"},
    {"amending an unknown one: what that follows",
     "a 2025-02-01\nz 2025-02-03 alone\nb 2025-02-05 unknown follows a\nc 2025-02-10 amends b",
     "a z c<a?"},
    {"unknown, following what it amends",
     "a 2025-02-01\nz 2025-02-03 alone\n"
     "b 2025-02-05 unknown amends a\nc 2025-02-10 follows b",
     "a z c<a?"},
    {"implied as well as in so many words: the latter",
     "a 2025-02-01\nb 2025-02-05 unknown\nc 2025-02-10 follows a b", "a c<a"},
    {"in so many words beside an implied way to the same",
     "a 2025-02-01\nz 2025-02-02 alone\nf unknown follows a z\ng unknown amends f\n"
     "h unknown follows f\nc 2025-02-10 follows g h",
     "a z c<a,z"},
    {"implied on the way to what others follow in so many words",
     "a 2025-02-01\nz 2025-02-02 alone\ng unknown follows a z\nc 2025-02-05 follows g\n"
     "p unknown amends g\nx 2025-02-10 follows p c",
     "a z c<a,z x<a,z,c?"},
    {"implied beside others",
     "a 2025-02-01\nz 2025-02-03\nb 2025-02-05 unknown\n"
     "c 2025-02-10 follows a b",
     "a z<a? c<a,z?"},
    {"undated before one that follows it through an unknown one",
     "u\nb 2025-02-05 unknown follows u\nc 2025-02-10 follows b\na 2025-02-07", "a u c<u"},
    {"undated that only unknown ones follow", "u\nb 2025-02-05 unknown follows u\na 2025-02-07",
     "a u"},
    {"unknown ones between do not part those before one draft",
     "s\nu\nt\nb unknown follows s u\nc 2025-02-10 follows b t", "s t u c<s,t,u"},
};

static const listed_case circles[] = {
    {"cut at the greatest", "a 2025-02-01 follows b\nb 2025-02-05 follows a", "b!f a<b"},
    {"undated is the greatest", "a follows b\nb 2025-02-01 follows a", "a!f b<a"},
    {"of two undated ones the greater key", "a follows b\nb follows a", "b!f a<b"},
    {"a draft that follows itself", "a 2025-02-01 follows a\nb 2025-02-02", "a!f b<a?"},
    {"other follows are kept", "a 2025-02-01 follows b\nb 2025-02-05 follows a c\nc 2025-02-02",
     "c b<c!f a<b"},
    {"of amends: at the amends, then by date",
     "a 2025-02-01 amends b\nb 2025-02-05 amends a\n"
     "c 2025-01-01",
     "c b<c?!a a<b?"},
    {"a draft that amends itself", "a 2025-02-01 amends a", "a!a"},
    {"of both: at the follows, though an amends is greater",
     "a 2025-02-01 follows b\nb 2025-02-05 amends a", "a!f b<a?"},
    {"what only leads into a circle is not cut",
     "a 2025-02-01 follows b\nb 2025-02-05 follows a\nc 2025-02-10 follows a", "b!f a<b c<a"},
    {"two that share a draft",
     "a 2025-02-01 follows b\nb 2025-02-02 follows a c\nc 2025-02-03 follows b", "c!f b<c!f a<b"},
    {"one within another: each at its greatest",
     "a 2025-02-01 follows b d\nb 2025-02-02 follows a\nc 2025-02-03 follows b\nd 2025-02-04 "
     "follows c",
     "b!f c<b d!f a<b,d"},
    {"through an unknown one", "a 2025-02-01 follows b\nb 2025-02-05 unknown follows a", "a"},
};

static void check_order(const listed_case *c)
{
    graph g;
    read_graph(&g, c->graph);
    tvx_arena arena = {0};
    tvx_order order;
    tvx_error error = {0};
    tvx_buf text = {0};
    assert_int_equal(tvx_order_make(&order, &arena, g.nodes, g.n, &error), TVX_OK);
    write_order(&text, g.nodes, &order);
    if (strcmp(tvx_buf_string(&text), c->order) != 0)
        fail_msg("%s: '%s', not '%s'", c->rule, tvx_buf_string(&text), c->order);
    tvx_buf_dispose(&text);
    tvx_arena_dispose(&arena);
}

#define CHECK_ALL(cases)                                                                           \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++)                                   \
    check_order(&(cases)[i])

static void drafts_are_listed_by_follows_and_date(void **state)
{
    (void)state;
    CHECK_ALL(listed);
}

static void vague_drafts_go_before_the_first_that_needs_them(void **state)
{
    (void)state;
    CHECK_ALL(floating);
}

static void unknown_drafts_give_way_to_what_they_follow(void **state)
{
    (void)state;
    CHECK_ALL(known_by);
}

static void circles_are_cut(void **state)
{
    (void)state;
    CHECK_ALL(circles);
}

static void an_amended_draft_not_known_is_no_draft(void **state)
{
    (void)state;
    graph g;
    read_graph(&g, "a 2025-02-01\nb 2025-02-02 unknown\nc 2025-02-03 amends b\n"
                   "d 2025-02-04 amends a");
    tvx_arena arena = {0};
    tvx_order order;
    assert_int_equal(tvx_order_make(&order, &arena, g.nodes, g.n, NULL), TVX_OK);
    assert_int_equal(order.places[1].rank, TVX_NO_DRAFT);
    assert_int_equal(order.places[2].amends, TVX_NO_DRAFT);
    assert_int_equal(order.places[3].amends, 0);
    tvx_arena_dispose(&arena);
}

typedef struct circle_case {
    const char *rule, *graph, *circle;
} circle_case;

static const circle_case explicit_circles[] = {
    {"none", "a 2025-02-01\nb 2025-02-02 follows a\nc follows a b amends b", ""},
    {"implied following closes none", "a 2025-02-01 follows b\nb 2025-02-09", ""},
    {"each followed by what it follows",
     "c 2025-02-03 follows a\na 2025-02-01 follows b\n"
     "b 2025-02-02 follows c",
     "a b c"},
    {"follows and amends together", "a 2025-02-01 amends b\nb 2025-02-02 follows a", "a b"},
    {"itself", "b 2025-02-02 follows b\na", "b"},
    {"without what only leads there",
     "z 2025-01-01 follows b\nb 2025-02-02 follows c\n"
     "c 2025-02-03 follows b",
     "b c"},
    {"unknown or not", "a 2025-02-01 unknown follows b\nb 2025-02-02 follows a", "a b"},
};

static void an_explicit_circle_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof explicit_circles / sizeof *explicit_circles; i++) {
        const circle_case *c = &explicit_circles[i];
        graph g;
        read_graph(&g, c->graph);
        tvx_arena arena = {0};
        tvx_draft_list circle;
        tvx_buf text = {0};
        assert_int_equal(tvx_order_circle(&circle, &arena, g.nodes, g.n, NULL), TVX_OK);
        for (size_t k = 0; k < circle.n; k++)
            tvx_buf_format(&text, "%s%s", k > 0 ? " " : "", g.nodes[circle.items[k]].key);
        if (strcmp(tvx_buf_string(&text), c->circle) != 0)
            fail_msg("%s: '%s', not '%s'", c->rule, tvx_buf_string(&text), c->circle);
        tvx_buf_dispose(&text);
        tvx_arena_dispose(&arena);
    }
}

static void want_of_memory_is_reported(void **state)
{
    (void)state;
    graph g;
    read_graph(&g, "a 2025-02-01 follows c\nb 2025-02-02 unknown\nc follows a b\nd 2025-03-01\n"
                   "e 2025-04-01 follows b d amends a");
    int rc = TVX_ENOMEM;
    for (long k = 0; rc != TVX_OK; k++) {
        tvx_arena arena = {0};
        tvx_order order;
        tvx_draft_list circle;
        tvx_error error = {0}, circle_error = {0};
        bool behind;
        allocations_left = k;
        rc = tvx_order_make(&order, &arena, g.nodes, g.n, &error);
        int circle_rc = tvx_order_circle(&circle, &arena, g.nodes, g.n, &circle_error);
        if (rc == TVX_OK)
            rc = tvx_order_behind(&order, 0, 4, &behind, &error);
        allocations_left = -1;
        assert_true(rc == TVX_OK || (rc == TVX_ENOMEM && error.code == TVX_ENOMEM));
        assert_true(circle_rc == TVX_OK || circle_error.code == TVX_ENOMEM);
        tvx_arena_dispose(&arena);
        assert_true(k < 1000);
    }
}

/* Large inputs: each would take hours or all memory if it cost the square of its drafts. */

enum { MANY = 100000 };

typedef struct large {
    tvx_node *nodes;
    char (*keys)[8];
    uint32_t (*follows)[2];
    tvx_date days[4];
    tvx_arena arena;
    tvx_order order;
} large;

static void start_large(large *l)
{
    static const char *const days[] = {"2025-02-01", "2025-02-02", "2025-02-03", "2025-02"};
    *l = (large){0};
    l->nodes = tvx_arena_new(&l->arena, MANY, sizeof *l->nodes);
    l->keys = tvx_arena_new(&l->arena, MANY, sizeof *l->keys);
    l->follows = tvx_arena_new(&l->arena, MANY, sizeof *l->follows);
    assert_true(l->nodes != NULL && l->keys != NULL && l->follows != NULL);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(tvx_date_parse(&l->days[i], days[i], NULL), TVX_OK);
    for (uint32_t i = 0; i < MANY; i++) {
        snprintf(l->keys[i], sizeof l->keys[i], "%06u", (unsigned)(MANY - i));
        l->nodes[i] = (tvx_node){.key = l->keys[i], .known = true, .amends = TVX_NO_DRAFT};
    }
}

static void follow_one(large *l, uint32_t draft, uint32_t followed)
{
    l->follows[draft][l->nodes[draft].follows.n++] = followed;
    l->nodes[draft].follows.items = l->follows[draft];
}

static void order_large(large *l)
{
    assert_int_equal(tvx_order_make(&l->order, &l->arena, l->nodes, MANY, NULL), TVX_OK);
}

/* Every draft before draws from the same three days, or has no date. */
static void many_on_a_day_or_without(void **state)
{
    (void)state;
    for (size_t day = 0; day < 5; day++) {
        large l;
        start_large(&l);
        for (uint32_t i = 0; i < MANY && day < 4; i++)
            l.nodes[i].date = &l.days[day];
        order_large(&l);
        assert_int_equal(l.order.n, MANY);
        for (uint32_t r = 0; r < MANY; r++) {
            assert_int_equal(l.order.drafts[r], MANY - 1 - r);
            assert_int_equal(l.order.places[r].follows.n, 0);
        }
        tvx_arena_dispose(&l.arena);
    }
}

static void many_after_many_share_their_lists(void **state)
{
    (void)state;
    large l;
    start_large(&l);
    /* The last of the second day's is listed with the first day's, which no longer run on. */
    for (uint32_t i = 0; i < MANY; i++)
        l.nodes[i].date = &l.days[i % 3];
    l.nodes[0].amends = 2;
    order_large(&l);
    const tvx_draft_list *second = &l.order.places[1].follows, *third = &l.order.places[2].follows;
    assert_int_equal(second->n, MANY / 3);
    assert_int_equal(third->n, MANY / 3);
    for (uint32_t i = 1; i + 3 < MANY; i += 3) {
        assert_ptr_equal(l.order.places[i].follows.items, second->items);
        assert_ptr_equal(l.order.places[i + 1].follows.items, third->items);
    }
    bool behind;
    assert_int_equal(tvx_order_behind(&l.order, 3, 2, &behind, NULL), TVX_OK);
    assert_true(behind);
    tvx_arena_dispose(&l.arena);
}

/* A chain against the order of dates, all of it known, none of it, or every other draft. */
static void a_long_chain(void **state)
{
    (void)state;
    for (uint32_t gap = 1; gap <= MANY; gap = gap * 316 + 1) {
        large l;
        start_large(&l);
        for (uint32_t i = 0; i < MANY; i++) {
            l.nodes[i].known = i % gap == 0 || i == MANY - 1;
            l.nodes[i].date = i % 5 < 4 ? &l.days[i % 4] : NULL;
            if (i > 0)
                follow_one(&l, i, i - 1);
        }
        order_large(&l);
        for (uint32_t r = 1; r < l.order.n; r++) {
            assert_int_equal(l.order.drafts[r], r * gap < MANY - 1 ? r * gap : MANY - 1);
            const tvx_place *place = &l.order.places[l.order.drafts[r]];
            assert_int_equal(place->follows.n, 1);
            assert_int_equal(place->follows.items[0], l.order.drafts[r - 1]);
        }
        bool behind;
        assert_int_equal(tvx_order_behind(&l.order, 0, MANY - 1, &behind, NULL), TVX_OK);
        assert_true(behind);
        tvx_arena_dispose(&l.arena);
    }
}

static void many_follow_one_unknown_that_follows_many(void **state)
{
    (void)state;
    large l;
    start_large(&l);
    uint32_t *followed = tvx_arena_new(&l.arena, MANY / 2, sizeof *followed);
    assert_non_null(followed);
    for (uint32_t i = 0; i < MANY / 2; i++)
        followed[i] = i;
    l.nodes[MANY / 2].known = false;
    l.nodes[MANY / 2].follows = (tvx_draft_list){followed, MANY / 2};
    for (uint32_t i = MANY / 2 + 1; i < MANY; i++)
        follow_one(&l, i, MANY / 2);
    order_large(&l);
    for (uint32_t i = MANY / 2 + 1; i < MANY; i++) {
        assert_int_equal(l.order.places[i].follows.n, MANY / 2);
        assert_ptr_equal(l.order.places[i].follows.items, l.order.places[MANY - 1].follows.items);
    }
    tvx_arena_dispose(&l.arena);
}

/* Each follows the one before it and the one after it: as many circles as drafts. */
static void many_circles(void **state)
{
    (void)state;
    large l;
    start_large(&l);
    for (uint32_t i = 0; i < MANY; i++) {
        if (i > 0)
            follow_one(&l, i, i - 1);
        if (i + 1 < MANY)
            follow_one(&l, i, i + 1);
    }
    order_large(&l);
    /* Keys fall as numbers rise: of two neighbours the one with the smaller number is cut. */
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(l.order.places[i].cut_follows, i + 1 < MANY);
        assert_int_equal(l.order.places[i].follows.n, i > 0 ? 1 : 0);
    }
    tvx_draft_list circle;
    assert_int_equal(tvx_order_circle(&circle, &l.arena, l.nodes, MANY, NULL), TVX_OK);
    assert_int_equal(circle.n, 2);
    tvx_arena_dispose(&l.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drafts_are_listed_by_follows_and_date),
        cmocka_unit_test(vague_drafts_go_before_the_first_that_needs_them),
        cmocka_unit_test(unknown_drafts_give_way_to_what_they_follow),
        cmocka_unit_test(circles_are_cut),
        cmocka_unit_test(an_amended_draft_not_known_is_no_draft),
        cmocka_unit_test(an_explicit_circle_is_found),
        cmocka_unit_test(want_of_memory_is_reported),
        cmocka_unit_test(many_on_a_day_or_without),
        cmocka_unit_test(many_after_many_share_their_lists),
        cmocka_unit_test(a_long_chain),
        cmocka_unit_test(many_follow_one_unknown_that_follows_many),
        cmocka_unit_test(many_circles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
