/*
 * Changes: the typed difference between two readings of one term.
 */
#ifndef TRAVAUX_CHANGE_H
#define TRAVAUX_CHANGE_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/reading.h"

/* Why two values cannot be compared; in this order where several hold: the first is said. */
typedef enum tvx_because {
    TVX_BECAUSE_NONE,
    TVX_BECAUSE_KIND,
    TVX_BECAUSE_UNIT,
    TVX_BECAUSE_CURRENCY,
    TVX_BECAUSE_PER,
    TVX_BECAUSE_BASE,
    TVX_BECAUSE_CALENDAR
} tvx_because;

typedef enum tvx_redline_op { TVX_REDLINE_KEEP, TVX_REDLINE_CUT, TVX_REDLINE_NEW } tvx_redline_op;

typedef struct tvx_redline_run {
    tvx_redline_op op;
    const char *text; /* words joined by one space */
} tvx_redline_run;

/* How far a magnitude moved, to minus from, as an interval; in the unit given, or NULL. */
typedef struct tvx_delta {
    tvx_end low, high;
    const char *unit; /* "points" of percentages; else the values' unit; "days" of dates */
} tvx_delta;

/* A part of a value that differs: NULL for the side that has none. */
typedef struct tvx_facet {
    bool differs;
    const char *from, *to;
} tvx_facet;

typedef struct tvx_change {
    const tvx_row *row;
    tvx_change_name name;
    tvx_because because;
    tvx_change_name possible[TVX_CHANGE_NAMES]; /* of an unclear change, ascending */
    size_t n_possible;
    bool contested;
    const char *toward;           /* a party's key, or NULL: no direction */
    const tvx_reading *from, *to; /* NULL where silent */
    bool has_delta;
    tvx_delta delta;
    const char *ratio;                  /* canonical decimal, or NULL */
    tvx_texts tags_added, tags_removed; /* declared names, in the vocabulary's order */
    const tvx_redline_run *redline;     /* NULL unless reworded */
    size_t n_redline;
    tvx_facet when, over, condition;
} tvx_change;

/* '+', '-', '~', '?' or '.' for the middle dot that a terminal shows. */
char tvx_change_mark(tvx_change_name name);
const char *tvx_because_name(tvx_because because); /* NULL for NONE */
const char *tvx_redline_op_name(tvx_redline_op op);

#endif
