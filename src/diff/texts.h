/*
 * Lists of texts, as readings give them.
 */
#ifndef TVX_DIFF_TEXTS_H
#define TVX_DIFF_TEXTS_H

#include <stddef.h>

/* Puts the texts in byte order, each once, in the front of the list; returns how many. */
size_t tvx_texts_sort(const char **items, size_t n);

#endif
