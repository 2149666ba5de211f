/*
 * The order of drafts: a stable topological order of `follows`, explicit or implied by date.
 */
#ifndef TVX_DIFF_ORDER_H
#define TVX_DIFF_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "travaux/date.h"
#include "travaux/error.h"

#define TVX_NO_DRAFT UINT32_MAX

typedef struct tvx_draft_list {
    const uint32_t *items; /* numbers of drafts */
    size_t n;
} tvx_draft_list;

/* A draft as its order needs it. Drafts are numbered by their place in the array given. */
typedef struct tvx_node {
    const char *key;
    const tvx_date *date;   /* its own: dated, else presented; NULL if undated */
    bool known;             /* false: not yet known by the date asked about; it is not there */
    bool starts_line;       /* `follows` was given, if only as an empty list */
    tvx_draft_list follows; /* as given */
    uint32_t amends;        /* or TVX_NO_DRAFT */
} tvx_node;

/* What was found of one draft. */
typedef struct tvx_place {
    uint32_t rank;          /* its place in the order; TVX_NO_DRAFT if it is not known */
    tvx_draft_list follows; /* what it follows, implied or not, unknown ones replaced; by rank */
    bool implied;           /* follows holds drafts that no record says it follows */
    uint32_t amends;        /* as given, or TVX_NO_DRAFT where cut or not known */
    bool cut_follows;       /* a circle was cut at its `follows` */
    bool cut_amends;        /* a circle was cut at its `amends` */
} tvx_place;

typedef struct tvx_order {
    const uint32_t *drafts; /* the known ones, in order: draft numbers by rank */
    size_t n;
    const tvx_place *places; /* by draft number, as many as nodes */
} tvx_order;

/* Makes the order of n drafts in the arena. Never fails but for want of memory: circles are cut. */
int tvx_order_make(tvx_order *out, tvx_arena *arena, const tvx_node *nodes, size_t n,
                   tvx_error *error);

/*
 * Finds a circle of explicit `follows` and `amends` together: its drafts in *circle, each followed
 * by one it follows or amends, the first not repeated; n = 0 if there is none.
 */
int tvx_order_circle(tvx_draft_list *circle, tvx_arena *arena, const tvx_node *nodes, size_t n,
                     tvx_error *error);

/* A `follows` or `amends`, from the draft that says so; fresh: it has come just now. */
typedef struct tvx_draft_link {
    uint32_t from, to;
    bool fresh;
} tvx_draft_link;

/* Finds a circle among the m links of n drafts on which a fresh one lies, likewise; that of the
   first such link by its drafts. */
int tvx_order_fresh_circle(tvx_draft_list *circle, tvx_arena *arena, const tvx_draft_link *links,
                           size_t m, size_t n, tvx_error *error);

/* True if `later` follows `earlier` over one step or many. */
int tvx_order_behind(const tvx_order *order, uint32_t earlier, uint32_t later, bool *behind,
                     tvx_error *error);

#endif
