/*
 * Which words of the command line a part of a record came from, so that an error in /claims/0/value
 * is told as one in `share=5O%`.
 */
#ifndef TVX_CLI_TRACE_H
#define TVX_CLI_TRACE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/fail.h"

typedef struct tvx_cli_trace_step {
    const char *pointer, *typed;
    const char *hint; /* what to do about an error of just this part, not below it; or NULL */
} tvx_cli_trace_step;

/* Zero-initialise; lives in the arena. */
typedef struct tvx_cli_trace {
    tvx_cli_trace_step *steps;
    size_t n, capacity;
} tvx_cli_trace;

/* Notes that the part at this pointer and below, made as by printf, was typed like this (borrowed).
 */
int tvx_cli_trace_note(tvx_cli_trace *trace, tvx_arena *arena, const char *typed, tvx_error *error,
                       const char *format, ...) TVX_PRINTF(5, 6);

/* Gives the step noted last a hint (borrowed), which speaks of commands instead of JSON. */
void tvx_cli_trace_hint(tvx_cli_trace *trace, const char *hint);

/* Replaces the error's pointer by what was typed, if that is known. */
void tvx_cli_trace_mend(const tvx_cli_trace *trace, tvx_error *error);

#endif
