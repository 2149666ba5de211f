/*
 * The order of drafts against the rules of section 4 said again, naively, on random small graphs
 * with circles and unknown drafts: each in two orders of its drafts, which must not matter.
 */
#include "order_graph.h"

/* What the rules give; drafts are numbered as given. */
typedef struct naive {
    const graph *g;
    const char *text;             /* the graph as written */
    bool follows[DRAFTS][DRAFTS]; /* explicit ones, cut */
    uint32_t amends[DRAFTS];      /* cut */
    bool cut_follows[DRAFTS], cut_amends[DRAFTS];
    bool in_words[DRAFTS][DRAFTS]; /* ways on which all between are unknown: by follows alone, */
    bool ways[DRAFTS][DRAFTS];     /* by what is amended too */
    bool needs[DRAFTS][DRAFTS];    /* known ones: the latter goes before the former */
} naive;

#define REQUIRE(v, what)                                                                           \
    do {                                                                                           \
        if (!(what))                                                                               \
            fail_msg("%s does not hold of\n%s", #what, (v)->text);                                 \
    } while (0)

static int compare_drafts(const graph *g, size_t a, size_t b)
{
    const tvx_date none = {0};
    const tvx_date *x = g->nodes[a].date, *y = g->nodes[b].date;
    int order = tvx_date_compare(x != NULL ? x : &none, y != NULL ? y : &none);
    return order != 0 ? order : strcmp(g->nodes[a].key, g->nodes[b].key);
}

static bool certainly_before(const graph *g, size_t a, size_t b)
{
    const tvx_date *x = g->nodes[a].date, *y = g->nodes[b].date;
    return x != NULL && y != NULL && tvx_date_before(x, y);
}

static bool says_follows(const graph *g, size_t i)
{
    return g->nodes[i].starts_line || g->nodes[i].follows.n > 0;
}

static void close_over(size_t n, bool links[DRAFTS][DRAFTS])
{
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++)
                links[i][j] = links[i][j] || (links[i][k] && links[k][j]);
}

static void cut_naive_amends(naive *v)
{
    const graph *g = v->g;
    bool cut[DRAFTS] = {false};
    for (size_t i = 0; i < g->n; i++) {
        uint32_t at = g->nodes[i].amends;
        bool greatest = true;
        for (size_t step = 0; step < g->n && at != TVX_NO_DRAFT && at != i; step++) {
            greatest = greatest && compare_drafts(g, i, at) > 0;
            at = g->nodes[at].amends;
        }
        cut[i] = at == i && greatest;
    }
    for (size_t i = 0; i < g->n; i++) {
        v->cut_amends[i] = cut[i];
        v->amends[i] = cut[i] ? TVX_NO_DRAFT : g->nodes[i].amends;
    }
}

/* A follows is cut if the followed leads back over `amends` and the follows of smaller drafts. */
static void cut_naive_follows(naive *v)
{
    const graph *g = v->g;
    for (size_t s = 0; s < g->n; s++) {
        bool links[DRAFTS][DRAFTS] = {{false}};
        if (g->nodes[s].follows.n == 0)
            continue;
        for (size_t i = 0; i < g->n; i++) {
            if (v->amends[i] != TVX_NO_DRAFT)
                links[i][v->amends[i]] = true;
            for (size_t j = 0; j < g->nodes[i].follows.n && compare_drafts(g, i, s) < 0; j++)
                links[i][g->nodes[i].follows.items[j]] = true;
        }
        close_over(g->n, links);
        for (size_t j = 0; j < g->nodes[s].follows.n; j++) {
            uint32_t t = g->nodes[s].follows.items[j];
            bool cut = t == s || links[t][s];
            v->cut_follows[s] = v->cut_follows[s] || cut;
            v->follows[s][t] = !cut;
        }
    }
}

/* Links by which a draft follows another, in so many words or (implied) also as it amends it. */
static bool naive_link(const naive *v, size_t i, size_t j, bool implied)
{
    return v->follows[i][j] || (implied && !says_follows(v->g, i) && v->amends[i] == j);
}

/* out[i][j]: a way from i to j on which all between are unknown. */
static void through_unknown(const naive *v, bool implied, bool out[DRAFTS][DRAFTS])
{
    const graph *g = v->g;
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            out[i][j] = naive_link(v, i, j, implied);
    for (size_t k = 0; k < g->n; k++)
        for (size_t i = 0; i < g->n && !g->nodes[k].known; i++)
            for (size_t j = 0; j < g->n; j++)
                out[i][j] = out[i][j] || (out[i][k] && out[k][j]);
}

static bool is_vague(const graph *g, size_t i)
{
    return g->nodes[i].date == NULL || tvx_date_coarse(g->nodes[i].date);
}

static void find_needs(naive *v)
{
    const graph *g = v->g;
    through_unknown(v, false, v->in_words);
    through_unknown(v, true, v->ways);
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < g->n; j++)
            v->needs[i][j] = g->nodes[i].known && g->nodes[j].known &&
                             (v->ways[i][j] || (v->amends[i] == j && is_vague(g, j)));
}

static bool floats(const naive *v, size_t i)
{
    bool needed = false;
    for (size_t j = 0; j < v->g->n; j++)
        needed = needed || v->needs[j][i];
    return needed && is_vague(v->g, i);
}

/* The known drafts that do not float, each time the smallest of those that need no other. */
static size_t list_naive(const naive *v, uint32_t *out)
{
    const graph *g = v->g;
    bool ways[DRAFTS][DRAFTS], done[DRAFTS] = {false};
    size_t n = 0;
    memcpy(ways, v->needs, sizeof ways);
    close_over(g->n, ways);
    for (;;) {
        size_t best = DRAFTS;
        for (size_t i = 0; i < g->n; i++) {
            bool is_free = g->nodes[i].known && !floats(v, i) && !done[i];
            for (size_t j = 0; j < g->n && is_free; j++)
                is_free = !ways[i][j] || floats(v, j) || done[j];
            if (is_free && (best == DRAFTS || compare_drafts(g, i, best) < 0))
                best = i;
        }
        if (best == DRAFTS)
            return n;
        done[best] = true;
        out[n++] = (uint32_t)best;
    }
}

/* Appends the drafts that float and for which this is the first in the listing that needs them. */
static void unfold(const naive *v, const tvx_order *order, uint32_t draft, uint32_t *out, size_t *n)
{
    const graph *g = v->g;
    bool done[DRAFTS] = {false};
    for (;;) {
        size_t best = DRAFTS;
        for (size_t i = 0; i < g->n; i++) {
            bool first = !done[i] && floats(v, i) && v->needs[draft][i];
            for (size_t j = 0; j < g->n && first; j++)
                first = !v->needs[j][i] || order->places[j].rank >= order->places[draft].rank;
            if (first && (best == DRAFTS || compare_drafts(g, i, best) < 0))
                best = i;
        }
        if (best == DRAFTS)
            break;
        done[best] = true;
        unfold(v, order, (uint32_t)best, out, n);
    }
    REQUIRE(v, *n < DRAFTS);
    out[(*n)++] = draft;
}

static void check_listing(const naive *v, const tvx_order *order)
{
    uint32_t anchored[DRAFTS], all[DRAFTS];
    size_t n = list_naive(v, anchored), n_all = 0;
    for (size_t i = 0; i < n; i++)
        unfold(v, order, anchored[i], all, &n_all);
    REQUIRE(v, n_all == order->n);
    REQUIRE(v, n_all == 0 || memcmp(all, order->drafts, n_all * sizeof *all) == 0);
    for (size_t i = 0; i < v->g->n; i++)
        for (size_t j = 0; j < v->g->n; j++)
            REQUIRE(v, !v->needs[i][j] || order->places[i].rank > order->places[j].rank);
}

/* Adds the nearest before a draft's date of those listed before another. */
static void add_nearest(const graph *g, const tvx_order *order, size_t draft, size_t listed_before,
                        bool *out)
{
    bool before[DRAFTS] = {false};
    for (size_t i = 0; i < g->n; i++)
        before[i] = g->nodes[i].known && certainly_before(g, i, draft) &&
                    order->places[i].rank < order->places[listed_before].rank;
    for (size_t i = 0; i < g->n; i++) {
        bool nearest = before[i];
        for (size_t j = 0; j < g->n; j++)
            nearest = nearest && !(before[j] && certainly_before(g, i, j));
        out[i] = out[i] || nearest;
    }
}

static void check_follows(const naive *v, const tvx_order *order, size_t draft)
{
    const graph *g = v->g;
    const tvx_place *place = &order->places[draft];
    bool all[DRAFTS] = {false}, implied = false;
    for (size_t i = 0; i < g->n; i++) {
        bool by_date = !says_follows(g, i) && v->amends[i] == TVX_NO_DRAFT;
        if (by_date && (i == draft || (v->ways[draft][i] && !g->nodes[i].known)))
            add_nearest(g, order, i, draft, all);
        all[i] = all[i] || (v->ways[draft][i] && g->nodes[i].known);
    }
    size_t n = 0;
    for (size_t r = 0; r < order->n; r++) {
        uint32_t i = order->drafts[r];
        if (!all[i])
            continue;
        REQUIRE(v, n < place->follows.n && place->follows.items[n] == i);
        n++;
        implied = implied || !v->in_words[draft][i];
    }
    REQUIRE(v, place->follows.n == n);
    REQUIRE(v, place->implied == implied);
}

static void check_places(const naive *v, const tvx_order *order)
{
    const graph *g = v->g;
    for (size_t i = 0; i < g->n; i++) {
        const tvx_place *place = &order->places[i];
        bool there = g->nodes[i].known;
        REQUIRE(v, (place->rank != TVX_NO_DRAFT) == there);
        REQUIRE(v, place->cut_follows == v->cut_follows[i]);
        REQUIRE(v, place->cut_amends == v->cut_amends[i]);
        uint32_t amends = v->amends[i];
        bool amends_known = amends != TVX_NO_DRAFT && g->nodes[amends].known;
        REQUIRE(v, place->amends == (amends_known ? amends : TVX_NO_DRAFT));
        if (there)
            check_follows(v, order, i);
    }
}

static void check_behind(const naive *v, const tvx_order *order)
{
    const graph *g = v->g;
    bool links[DRAFTS][DRAFTS] = {{false}};
    for (size_t i = 0; i < g->n; i++)
        for (size_t j = 0; j < order->places[i].follows.n; j++)
            links[i][order->places[i].follows.items[j]] = true;
    close_over(g->n, links);
    for (uint32_t i = 0; i < g->n; i++) {
        for (uint32_t j = 0; j < g->n; j++) {
            bool behind;
            assert_int_equal(tvx_order_behind(order, j, i, &behind, NULL), TVX_OK);
            REQUIRE(v, behind == links[i][j]);
        }
    }
}

/* A circle is found exactly where one is; each of it follows or amends the next. */
static void check_circle(const naive *v)
{
    const graph *g = v->g;
    bool links[DRAFTS][DRAFTS] = {{false}}, closed[DRAFTS][DRAFTS], any = false;
    for (size_t i = 0; i < g->n; i++) {
        for (size_t j = 0; j < g->nodes[i].follows.n; j++)
            links[i][g->nodes[i].follows.items[j]] = true;
        if (g->nodes[i].amends != TVX_NO_DRAFT)
            links[i][g->nodes[i].amends] = true;
    }
    memcpy(closed, links, sizeof closed);
    close_over(g->n, closed);
    for (size_t i = 0; i < g->n; i++)
        any = any || closed[i][i];
    tvx_arena arena = {0};
    tvx_draft_list circle;
    assert_int_equal(tvx_order_circle(&circle, &arena, g->nodes, g->n, NULL), TVX_OK);
    REQUIRE(v, (circle.n > 0) == any);
    for (size_t i = 0; i < circle.n; i++)
        REQUIRE(v, links[circle.items[i]][circle.items[(i + 1) % circle.n]]);
    tvx_arena_dispose(&arena);
}

enum { CASES = 100000 }; /* each in two orders */

static void draw_graph(tvx_buf *text, uint64_t *seed)
{
    static const char *const dates[] = {"",
                                        "",
                                        "2025-01",
                                        "2025-02",
                                        "2025",
                                        "2025-01-01",
                                        "2025-01-02",
                                        "2025-01-02~",
                                        "2025-01-03",
                                        "2025-01-04",
                                        "2025-01-02/2025-01-04",
                                        "../2025-01-03",
                                        "2025-01-02/..",
                                        "2025-02-05",
                                        "2025-01-03T10:00",
                                        "2025-01-03T11:00"};
    size_t n = 1 + draw(seed, 9), knots = 1 + draw(seed, 8);
    tvx_buf_clear(text);
    for (size_t i = 0; i < n; i++) {
        /* Keys in another order than the drafts. */
        tvx_buf_format(text, "%c%zu %s%s", (char)('a' + (i * 7 + 3) % 10), i,
                       dates[draw(seed, sizeof dates / sizeof *dates)],
                       draw(seed, 4) == 0 ? " unknown" : "");
        if (draw(seed, 9) == 0)
            tvx_buf_text(text, " alone");
        for (size_t k = draw(seed, 3); k > 0 && draw(seed, 2) == 0; k--) {
            size_t to = draw(seed, knots) == 0 ? draw(seed, n) : i > 0 ? draw(seed, i) : 0;
            tvx_buf_format(text, " follows %c%zu", (char)('a' + (to * 7 + 3) % 10), to);
        }
        if (draw(seed, 4) == 0) {
            size_t to = draw(seed, knots) == 0 ? draw(seed, n) : i > 0 ? draw(seed, i) : 0;
            tvx_buf_format(text, " amends %c%zu", (char)('a' + (to * 7 + 3) % 10), to);
        }
        tvx_buf_char(text, '\n');
    }
}

/* The lines of a text in another order. */
static void shuffle_lines(tvx_buf *out, const char *text, uint64_t *seed)
{
    const char *lines[DRAFTS];
    size_t n = 0;
    for (const char *at = text; *at != '\0'; at = strchr(at, '\n') + 1)
        lines[n++] = at;
    tvx_buf_clear(out);
    for (; n > 0; n--) {
        size_t i = draw(seed, n);
        tvx_buf_put(out, lines[i], (size_t)(strchr(lines[i], '\n') + 1 - lines[i]));
        lines[i] = lines[n - 1];
    }
}

static void check_naively(const char *text, tvx_buf *written)
{
    graph g;
    read_graph(&g, text);
    tvx_arena arena = {0};
    tvx_order order;
    assert_int_equal(tvx_order_make(&order, &arena, g.nodes, g.n, NULL), TVX_OK);
    naive v = {.g = &g, .text = text};
    cut_naive_amends(&v);
    cut_naive_follows(&v);
    find_needs(&v);
    check_listing(&v, &order);
    check_places(&v, &order);
    check_behind(&v, &order);
    check_circle(&v);
    write_order(written, g.nodes, &order);
    tvx_arena_dispose(&arena);
}

static void random_graphs_keep_the_rules_in_any_order(void **state)
{
    (void)state;
    tvx_buf text = {0}, shuffled = {0}, a = {0}, b = {0};
    uint64_t seed = 20250224;
    print_message("seed %llu\n", (unsigned long long)seed);
    for (size_t i = 0; i < CASES; i++) {
        draw_graph(&text, &seed);
        shuffle_lines(&shuffled, tvx_buf_string(&text), &seed);
        check_naively(tvx_buf_string(&text), &a);
        check_naively(tvx_buf_string(&shuffled), &b);
        if (strcmp(tvx_buf_string(&a), tvx_buf_string(&b)) != 0)
            fail_msg("%s or %s of\n%s", tvx_buf_string(&a), tvx_buf_string(&b),
                     tvx_buf_string(&text));
    }
    tvx_buf_dispose(&text);
    tvx_buf_dispose(&shuffled);
    tvx_buf_dispose(&a);
    tvx_buf_dispose(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_graphs_keep_the_rules_in_any_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
