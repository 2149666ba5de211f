#include "faults.h"

#include <jansson.h>
#include <sqlite3.h>
#include <stdlib.h>

#include "base/mem.h"

static struct {
    unsigned long left; /* allocations until one fails; 0: none will */
    bool for_good;
    unsigned long hit;
    sqlite3_mem_methods sqlite;
} faults;

static bool fails(void)
{
    if (faults.left == 0 || --faults.left > 0)
        return false;
    faults.hit++;
    if (faults.for_good)
        faults.left = 1;
    return true;
}

/* Takes the place of src/base/mem_resize.c. */
void *tvx_mem_resize(void *p, size_t size)
{
    if (size == 0) {
        free(p);
        return NULL;
    }
    return fails() ? NULL : realloc(p, size);
}

static void *json_allocate(size_t size)
{
    return fails() ? NULL : malloc(size);
}

static void *sqlite_allocate(int size)
{
    return fails() ? NULL : faults.sqlite.xMalloc(size);
}

static void *sqlite_resize(void *p, int size)
{
    return fails() ? NULL : faults.sqlite.xRealloc(p, size);
}

void faults_install(void)
{
    json_set_alloc_funcs(json_allocate, free);
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &faults.sqlite);
    sqlite3_mem_methods methods = faults.sqlite;
    methods.xMalloc = sqlite_allocate;
    methods.xRealloc = sqlite_resize;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
}

void faults_arm(unsigned long k, bool for_good)
{
    faults.left = k;
    faults.for_good = for_good;
    faults.hit = 0;
}

unsigned long faults_hit(void)
{
    return faults.hit;
}
