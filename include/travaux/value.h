/*
 * Values: what a draft says of a term, as an exact quantity with its parts, or as a date, a
 * level, a flag or wording. See "Values" in the manual for the written form.
 */
#ifndef TRAVAUX_VALUE_H
#define TRAVAUX_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/date.h"
#include "travaux/decimal.h"

typedef enum tvx_kind {
    TVX_KIND_PERCENTAGE,
    TVX_KIND_MONEY,
    TVX_KIND_NUMBER,
    TVX_KIND_DURATION,
    TVX_KIND_DATE,
    TVX_KIND_LEVEL,
    TVX_KIND_FLAG,
    TVX_KIND_TEXT
} tvx_kind;
#define TVX_KINDS 8

typedef enum tvx_when_word {
    TVX_WHEN_NONE,
    TVX_WHEN_BY,
    TVX_WHEN_UNTIL,
    TVX_WHEN_STARTING
} tvx_when_word;

/* A list of texts; borrowed like all that a record, reading or change holds. */
typedef struct tvx_texts {
    const char *const *items;
    size_t n;
} tvx_texts;

/* One end of a magnitude. Unbounded: there is no such end ("up to 50%" has no low). */
typedef struct tvx_end {
    bool bounded;
    bool open; /* the number itself does not belong: "more than 50%" */
    tvx_decimal number;
} tvx_end;

/*
 * A value as read under its term. low and high speak for percentages, money, numbers and
 * durations (in whole months, days or hours: see unit). Of a ratio low.number is the first and
 * high.number the second number, set whatever its bound; `bounded` and `open` speak of the fraction
 * that the two make: of "at least 2:1" high is not bounded, of "more than 2:1" low is open too.
 * Every pointer is borrowed from the arena it was read into, or from the term.
 */
typedef struct tvx_value {
    tvx_kind kind;
    bool approx; /* "about" */
    bool ratio;  /* NUMBER ":" NUMBER, of kind number */
    tvx_end low, high;
    const char
        *unit;       /* "%"; a currency code; a number's unit; "months", "days", "hours"; or NULL */
    const char *per; /* or NULL */
    const char *base; /* of what, in the words given; or NULL */
    tvx_texts tags;   /* in the order given */
    const char *over; /* a duration in its written form, or NULL */
    tvx_when_word when;
    tvx_date when_date; /* if when */
    tvx_date date;      /* kind date: the date named; the bound is in date_bound */
    int date_bound;     /* kind date: -1 up to, -2 less than, 1 at least, 2 more than, 0 none */
    size_t level;       /* kind level: its place among the term's levels, from 0 */
    bool flag;          /* kind flag: yes or no */
    const char *text;   /* the canonical written form, of every kind; never NULL */
} tvx_value;

/* The name of a kind as records spell it ("percentage"). */
const char *tvx_kind_name(tvx_kind kind);

#endif
