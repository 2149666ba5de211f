/*
 * Describing failures: see travaux/error.h. Every function takes a NULL error for a caller who
 * does not want the description.
 */
#ifndef TVX_BASE_FAIL_H
#define TVX_BASE_FAIL_H

#include "travaux/error.h"

#if defined(__GNUC__)
#define TVX_PRINTF(text, args) __attribute__((format(printf, text, args)))
#else
#define TVX_PRINTF(text, args)
#endif

/* Describes a failure unless one is described already, and returns the code of the first. */
int tvx_fail(tvx_error *error, int code, const char *format, ...) TVX_PRINTF(3, 4);

/* tvx_fail for want of memory. Defined here, so that whoever reads the code, a static analyser too,
   sees that it never returns TVX_OK. */
static inline int tvx_fail_memory(tvx_error *error)
{
    int code = tvx_fail(error, TVX_ENOMEM, "out of memory");
    return code < 0 ? code : TVX_ENOMEM;
}

/* Says what to do about it, unless a hint is there already. */
void tvx_fail_hint(tvx_error *error, const char *format, ...) TVX_PRINTF(2, 3);

/* Names the input and the line, each unless named already. line 0: the input has no lines. */
void tvx_fail_at(tvx_error *error, const char *file, unsigned long line);

/* Puts a further part in front of the pointer, on the way up: `/claims` before `/3/value`. */
void tvx_fail_within(tvx_error *error, const char *format, ...) TVX_PRINTF(2, 3);

/* As tvx_fail_within, for a member's name, which is escaped as RFC 6901 wants (~0, ~1). */
void tvx_fail_within_member(tvx_error *error, const char *member);

#endif
