/*
 * An answer in JSON on its way: an object over several lines, whose last list has one item a line.
 */
#ifndef TVX_WRITE_DOCUMENT_H
#define TVX_WRITE_DOCUMENT_H

#include "write/answer.h"
#include "write/out.h"

typedef struct tvx_document {
    tvx_out out;
    tvx_json json;
} tvx_document;

/* Begins it with the negotiation. */
void tvx_document_begin(tvx_document *d, const tvx_view *view, const tvx_sink *sink);

/* A member that is a draft. */
void tvx_document_draft(tvx_document *d, const char *name, const tvx_placed_draft *draft);

/* A list with one item a line, after what was asked or after other members; its items; another list
 * after it. */
void tvx_document_rows(tvx_document *d, const tvx_view *view, const char *name);
void tvx_document_list(tvx_document *d, const char *name);
void tvx_document_item(tvx_document *d);
int tvx_document_end_item(tvx_document *d, tvx_error *error);
void tvx_document_next(tvx_document *d, const char *name);

/* Ends the list and the answer. Unless code says that something failed already, returns what did.
 */
int tvx_document_end(tvx_document *d, int code, tvx_error *error);

#endif
