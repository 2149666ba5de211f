#include "cli/trace.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int tvx_cli_trace_note(tvx_cli_trace *trace, tvx_arena *arena, const char *typed, tvx_error *error,
                       const char *format, ...)
{
    char pointer[sizeof error->pointer];
    va_list args;
    va_start(args, format);
    vsnprintf(pointer, sizeof pointer, format, args);
    va_end(args);
    const char *copy = tvx_arena_text(arena, pointer);
    if (copy == NULL || typed == NULL ||
        tvx_arena_grow(arena, &trace->steps, trace->n, &trace->capacity, sizeof *trace->steps) !=
            TVX_OK)
        return tvx_fail_memory(error);
    trace->steps[trace->n++] = (tvx_cli_trace_step){.pointer = copy, .typed = typed};
    return TVX_OK;
}

void tvx_cli_trace_hint(tvx_cli_trace *trace, const char *hint)
{
    trace->steps[trace->n - 1].hint = hint;
}

/* True if the pointer is at the step or below it. */
static bool is_within(const char *pointer, const char *step)
{
    size_t n = strlen(step);
    return strncmp(pointer, step, n) == 0 && (pointer[n] == '/' || pointer[n] == '\0');
}

void tvx_cli_trace_mend(const tvx_cli_trace *trace, tvx_error *error)
{
    const tvx_cli_trace_step *best = NULL;
    for (size_t i = 0; i < trace->n; i++)
        if (is_within(error->pointer, trace->steps[i].pointer) &&
            (best == NULL || strlen(trace->steps[i].pointer) > strlen(best->pointer)))
            best = &trace->steps[i];
    if (best == NULL)
        return;
    if (best->hint != NULL && strcmp(error->pointer, best->pointer) == 0) {
        error->hint[0] = '\0';
        tvx_fail_hint(error, "%s", best->hint);
    }
    error->pointer[0] = '\0';
    tvx_fail_within(error, "%s", best->typed);
}
