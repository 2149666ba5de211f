/*
 * Graphs of drafts in writing, for the tests of their order.
 *
 * A graph is written one draft a line: KEY [DATE] [unknown] [follows KEY…] [alone] [amends KEY],
 * where `alone` is an empty `follows`. The order is written KEY[<FOLLOWED,…[?]][!f][!a] …, with ?
 * for implied, !f and !a for a circle cut at `follows` or `amends`.
 */
#ifndef TVX_TESTS_ORDER_GRAPH_H
#define TVX_TESTS_ORDER_GRAPH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "diff/order.h"
#include "model/date.h"

enum { DRAFTS = 16 };

typedef struct graph {
    char text[1024];
    tvx_node nodes[DRAFTS];
    tvx_date dates[DRAFTS];
    uint32_t follows[DRAFTS][DRAFTS];
    size_t n;
} graph;

static inline uint32_t find_key(const graph *g, const char *key)
{
    for (uint32_t i = 0; i < g->n; i++) {
        if (strcmp(g->nodes[i].key, key) == 0)
            return i;
    }
    fail_msg("no draft '%s'", key);
    return TVX_NO_DRAFT;
}

static inline void read_word(graph *g, size_t i, const char *word, char *mode)
{
    tvx_node *node = &g->nodes[i];
    tvx_error error = {0};
    if (strcmp(word, "unknown") == 0) {
        node->known = false;
    } else if (strcmp(word, "alone") == 0) {
        node->starts_line = true;
    } else if (strcmp(word, "follows") == 0 || strcmp(word, "amends") == 0) {
        *mode = word[0];
        node->starts_line = node->starts_line || word[0] == 'f';
    } else if (*mode == 'f') {
        g->follows[i][node->follows.n++] = find_key(g, word);
    } else if (*mode == 'a') {
        node->amends = find_key(g, word);
    } else {
        assert_int_equal(tvx_date_parse(&g->dates[i], word, &error), TVX_OK);
        node->date = &g->dates[i];
    }
}

static inline void read_graph(graph *g, const char *text)
{
    char *words[DRAFTS][DRAFTS] = {{0}}, *line, *lines = NULL, *word, *rest = NULL;
    *g = (graph){0};
    assert_true(strlen(text) < sizeof g->text);
    strcpy(g->text, text);
    for (line = strtok_r(g->text, "\n", &lines); line != NULL;
         line = strtok_r(NULL, "\n", &lines)) {
        assert_true(g->n < DRAFTS);
        size_t k = 0;
        for (word = strtok_r(line, " ", &rest); word != NULL; word = strtok_r(NULL, " ", &rest))
            words[g->n][k++] = word;
        g->nodes[g->n] = (tvx_node){.key = words[g->n][0],
                                    .known = true,
                                    .amends = TVX_NO_DRAFT,
                                    .follows = {g->follows[g->n], 0}};
        g->n++;
    }
    for (size_t i = 0; i < g->n; i++) {
        char mode = 0;
        for (size_t k = 1; words[i][k] != NULL; k++)
            read_word(g, i, words[i][k], &mode);
    }
}

static inline void write_order(tvx_buf *out, const tvx_node *nodes, const tvx_order *order)
{
    tvx_buf_clear(out);
    for (size_t r = 0; r < order->n; r++) {
        const tvx_place *place = &order->places[order->drafts[r]];
        tvx_buf_format(out, "%s%s", r > 0 ? " " : "", nodes[order->drafts[r]].key);
        for (size_t i = 0; i < place->follows.n; i++)
            tvx_buf_format(out, "%c%s", i == 0 ? '<' : ',', nodes[place->follows.items[i]].key);
        tvx_buf_format(out, "%s%s%s", place->implied ? "?" : "", place->cut_follows ? "!f" : "",
                       place->cut_amends ? "!a" : "");
    }
}

/* A number below another, by a seed that it moves on. */
static inline size_t draw(uint64_t *seed, size_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(*seed >> 33) % below;
}

#endif
