#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "travaux/error.h"

enum { BLOCK_SIZE = 16 * 1024 };

typedef struct tvx_arena_block {
    struct tvx_arena_block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char data[];
} block;

static block *block_new(tvx_arena *arena, size_t size)
{
    size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    if (room > SIZE_MAX - sizeof(block))
        return NULL;
    block *b = tvx_mem_resize(NULL, sizeof(block) + room);
    if (b == NULL)
        return NULL;
    *b = (block){.next = arena->blocks, .size = room};
    arena->blocks = b;
    return b;
}

void *tvx_arena_new(tvx_arena *arena, size_t n, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size != 0 && n > (SIZE_MAX - align) / size)
        return NULL;
    size_t bytes = (n * size + align - 1) / align * align;
    block *b = arena->blocks;
    if (b == NULL || b->size - b->used < bytes)
        b = block_new(arena, bytes);
    if (b == NULL)
        return NULL;
    void *p = b->data + b->used;
    b->used += bytes;
    memset(p, 0, bytes);
    return p;
}

char *tvx_arena_slice(tvx_arena *arena, const char *text, size_t n)
{
    char *copy = tvx_arena_new(arena, n + 1, 1);
    if (copy != NULL)
        memcpy(copy, text, n);
    return copy;
}

char *tvx_arena_text(tvx_arena *arena, const char *text)
{
    return tvx_arena_slice(arena, text, strlen(text));
}

char *tvx_arena_format(tvx_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = n < 0 ? NULL : tvx_arena_new(arena, (size_t)n + 1, 1);
    if (text == NULL)
        return NULL;
    va_start(args, format);
    vsnprintf(text, (size_t)n + 1, format, args);
    va_end(args);
    return text;
}

int tvx_arena_grow(tvx_arena *arena, void *items_pointer, size_t n, size_t *capacity, size_t size)
{
    if (n < *capacity)
        return TVX_OK;
    size_t room = n < 4 ? 8 : n * 2;
    void *items = tvx_arena_new(arena, room, size);
    if (items == NULL)
        return TVX_ENOMEM;
    /* The caller's pointer has a type of its own; its bytes are all that is touched here. */
    void *old;
    memcpy(&old, items_pointer, sizeof old);
    if (n > 0)
        memcpy(items, old, n * size);
    memcpy(items_pointer, &items, sizeof items);
    *capacity = room;
    return TVX_OK;
}

static void free_blocks(block *b)
{
    while (b != NULL) {
        block *next = b->next;
        tvx_mem_free(b);
        b = next;
    }
}

void tvx_arena_clear(tvx_arena *arena)
{
    block *kept = arena->blocks;
    if (kept == NULL)
        return;
    free_blocks(kept->next);
    kept->next = NULL;
    kept->used = 0;
    if (kept->size > BLOCK_SIZE)
        tvx_arena_dispose(arena);
}

void tvx_arena_dispose(tvx_arena *arena)
{
    free_blocks(arena->blocks);
    arena->blocks = NULL;
}
