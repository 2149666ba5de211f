/*
 * Lists of texts in byte order.
 */
#ifndef TVX_BASE_TEXTS_H
#define TVX_BASE_TEXTS_H

#include <stddef.h>

/* Orders two elements of a list of texts, for qsort and bsearch. */
int tvx_texts_order(const void *a, const void *b);

/* Puts the texts in byte order, each once, in the front of the list; returns how many. */
size_t tvx_texts_sort(const char **items, size_t n);

#endif
