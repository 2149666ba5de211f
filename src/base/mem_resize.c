#include "base/mem.h"

#include <stdlib.h>

void *tvx_mem_resize(void *p, size_t size)
{
    if (size == 0) {
        free(p);
        return NULL;
    }
    return realloc(p, size);
}
