/* The words and marks of changes: see travaux/change.h. */
#include "travaux/change.h"

#include <stddef.h>

char tvx_change_mark(tvx_change_name name)
{
    /* In the order of tvx_change_name; NONE has no mark of its own. */
    static const char MARKS[] = ".++++--~~~~~~~~~~~~~~???..";
    _Static_assert(sizeof MARKS == TVX_CHANGE_NAMES + 1, "a mark for each name");
    return MARKS[name];
}

const char *tvx_because_name(tvx_because because)
{
    static const char *const NAMES[] = {
        [TVX_BECAUSE_NONE] = NULL,           [TVX_BECAUSE_KIND] = "kind",
        [TVX_BECAUSE_UNIT] = "unit",         [TVX_BECAUSE_CURRENCY] = "currency",
        [TVX_BECAUSE_PER] = "per",           [TVX_BECAUSE_BASE] = "base",
        [TVX_BECAUSE_CALENDAR] = "calendar",
    };
    return NAMES[because];
}

const char *tvx_redline_op_name(tvx_redline_op op)
{
    static const char *const NAMES[] = {
        [TVX_REDLINE_KEEP] = "keep",
        [TVX_REDLINE_CUT] = "cut",
        [TVX_REDLINE_NEW] = "new",
    };
    return NAMES[op];
}

const char *tvx_status_name(tvx_status status)
{
    static const char *const NAMES[] = {
        [TVX_STATUS_SILENT] = "silent",
        [TVX_STATUS_SETTLED] = "settled",
        [TVX_STATUS_BRACKETED] = "bracketed",
    };
    return NAMES[status];
}
