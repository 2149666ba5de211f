/*
 * Whether what a report says counts.
 */
#include "api/internal.h"

bool tvx_view_counts(const tvx_view *view, const tvx_told_report *told, const char *draft,
                     const char *term)
{
    return told->updated == NULL &&
           tvx_standing_claim(&view->standing, told->id, draft, term) == NULL;
}
