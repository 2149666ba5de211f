/*
 * Reading and comparing dates: see travaux/date.h.
 */
#ifndef TVX_MODEL_DATE_H
#define TVX_MODEL_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "travaux/date.h"
#include "travaux/error.h"

/*
 * Reads a date. Its text is borrowed: it must outlive *out. TVX_EINPUT with a message that quotes
 * the text and a hint that fits what was written (a season, a missing zero, an ordinal date, a
 * day that the month has not, a reversed interval, …).
 */
int tvx_date_parse(tvx_date *out, const char *text, tvx_error *error);

/* True if a is certainly before b: its latest is before the other's earliest. */
bool tvx_date_before(const tvx_date *a, const tvx_date *b);

/* True if a lies within b (equal intervals do). */
bool tvx_date_within(const tvx_date *a, const tvx_date *b);

/* Orders by (latest, earliest); 0 if both are equal. A missing date (text NULL) is the greatest. */
int tvx_date_compare(const tvx_date *a, const tvx_date *b);

/* True of a month, year, decade or century alone: `2025-02`, `2025-02-XX`, `202X`; no interval. */
bool tvx_date_coarse(const tvx_date *date);

#endif
