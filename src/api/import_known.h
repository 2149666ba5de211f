/*
 * Reports and drafts that come back as an export wrote them.
 */
#ifndef TVX_API_IMPORT_KNOWN_H
#define TVX_API_IMPORT_KNOWN_H

#include "codec/document.h"
#include "travaux/view.h"

/*
 * True in *same if a report makes the claims of one that is recorded, each with its basis and
 * sources or those of its report, in whatever order: all that an export as claims in CSV tells of a
 * report. Claims that do not count may be missing, and drafts on which a claim does not count;
 * drafts that are one may stand under any of their keys.
 */
int tvx_same_claims(bool *same, tvx_view *view, const tvx_told_report *told,
                    const tvx_report *other, tvx_error *error);

/* The draft of a document's key, as the view has it; NULL in *out if it has none. */
int tvx_known_draft(const tvx_placed_draft **out, tvx_view *view, const tvx_document *document,
                    tvx_error *error);

/* True in *covered if a judgement makes the draft one with others, and the document says no more
   than is shown of these together. */
int tvx_covered_by_shown(bool *covered, tvx_view *view, const tvx_document *document,
                         tvx_error *error);

#endif
