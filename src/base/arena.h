/*
 * Arenas: memory that is given back all at once. Whatever belongs together (a decoded record, a
 * draft's readings) is made in one arena and dies with it; nothing in it is freed singly.
 */
#ifndef TVX_BASE_ARENA_H
#define TVX_BASE_ARENA_H

#include <stddef.h>

/* Zero-initialise. Owns its blocks. */
typedef struct tvx_arena {
    struct tvx_arena_block *blocks; /* the one in use first */
} tvx_arena;

/* Zeroed memory for n things of a size, aligned for anything; NULL: out of memory. */
void *tvx_arena_new(tvx_arena *arena, size_t n, size_t size);

/* Copies of the whole text, of its first n bytes, and a text made as by printf; NULL: no memory. */
char *tvx_arena_text(tvx_arena *arena, const char *text);
char *tvx_arena_slice(tvx_arena *arena, const char *text, size_t n);
char *tvx_arena_format(tvx_arena *arena, const char *format, ...)
#if defined(__GNUC__)
    __attribute__((format(printf, 2, 3)))
#endif
    ;

/*
 * Makes room for one more thing at the end of a list that lives in the arena: *items of a size,
 * n used of *capacity. The list moves as it grows. TVX_OK or TVX_ENOMEM.
 */
int tvx_arena_grow(tvx_arena *arena, void *items_pointer, size_t n, size_t *capacity, size_t size);

/* Forgets what was made, keeping one block for the next use. */
void tvx_arena_clear(tvx_arena *arena);

/* Gives everything back; the arena may be used again. */
void tvx_arena_dispose(tvx_arena *arena);

#endif
