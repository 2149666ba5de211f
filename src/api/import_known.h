/*
 * Reports that come back as an export wrote them.
 */
#ifndef TVX_API_IMPORT_KNOWN_H
#define TVX_API_IMPORT_KNOWN_H

#include "travaux/view.h"

/*
 * True in *same if two reports make the same claims, each with its basis and sources or those of
 * its report, in whatever order: all that an export as claims in CSV tells of a report.
 */
int tvx_same_claims(bool *same, tvx_view *view, const tvx_report *one, const tvx_report *other,
                    tvx_error *error);

#endif
