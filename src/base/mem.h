/*
 * The one door to the heap. Everything that travaux allocates itself passes through
 * tvx_mem_resize, which stands alone in its file so that a test program can link its own in its
 * place and make the k-th allocation fail.
 */
#ifndef TVX_BASE_MEM_H
#define TVX_BASE_MEM_H

#include <stddef.h>

/* As realloc: p may be NULL. A size of 0 frees p and returns NULL. NULL: out of memory, p lives. */
void *tvx_mem_resize(void *p, size_t size);

/* Zeroed memory for n things of a size, or NULL (also where n * size does not fit). */
void *tvx_mem_new(size_t n, size_t size);

void tvx_mem_free(void *p);

/* A copy that the caller frees with tvx_mem_free, or NULL. */
char *tvx_mem_text(const char *text);

#endif
