#include "base/texts.h"

#include <stdlib.h>
#include <string.h>

int tvx_texts_order(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t tvx_texts_sort(const char **items, size_t n)
{
    size_t kept = 0;
    if (n > 1)
        qsort(items, n, sizeof *items, tvx_texts_order);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || strcmp(items[kept - 1], items[i]) != 0)
            items[kept++] = items[i];
    return kept;
}
