#include "base/mem.h"

#include <stdint.h>
#include <string.h>

void *tvx_mem_new(size_t n, size_t size)
{
    if (size != 0 && n > SIZE_MAX / size)
        return NULL;
    void *p = tvx_mem_resize(NULL, n * size);
    if (p != NULL)
        memset(p, 0, n * size);
    return p;
}

void tvx_mem_free(void *p)
{
    tvx_mem_resize(p, 0);
}

char *tvx_mem_text(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = tvx_mem_resize(NULL, size);
    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}
