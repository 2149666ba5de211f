/*
 * Memory that runs out on demand: linking faults.c replaces the allocation seam of src/base and
 * puts SQLite and jansson behind it too.
 */
#ifndef TVX_TESTS_FAULTS_H
#define TVX_TESTS_FAULTS_H

#include <stdbool.h>

/* Puts SQLite and jansson behind the seam: before either is used. */
void faults_install(void);

/* Lets the k-th allocation from now fail (1: the next), and all after it if for_good; 0: none. */
void faults_arm(unsigned long k, bool for_good);

/* How many allocations have failed since. */
unsigned long faults_hit(void);

#endif
