/*
 * Memory that lasts for so many allocations: linking limited.c replaces the allocation seam of
 * src/base.
 */
#ifndef TVX_TESTS_LIMITED_H
#define TVX_TESTS_LIMITED_H

/* How many allocations succeed from now on; -1: no end of them. */
extern long allocations_left;

#endif
