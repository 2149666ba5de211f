/*
 * Documents: records as JSON, on their way in. A document is parsed and its shape checked against
 * the tables of model/shape.h; then its inline records are taken out as documents of their own,
 * id prefixes are written out in full, and what is left is put into canonical form and named by
 * its hash. jansson is used in this folder alone.
 */
#ifndef TVX_CODEC_DOCUMENT_H
#define TVX_CODEC_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "travaux/error.h"
#include "travaux/record.h"

typedef struct tvx_document tvx_document;

/*
 * Parses n bytes that hold one JSON object and checks it as an input record: known kind and
 * members, required ones there, types, words, keys, dates, the rules between members; inline
 * records included. No vocabulary and no other record is looked at, values are only checked to be
 * text or a well-shaped object form. Refused with a message that quotes what is wrong and a
 * pointer: bad JSON (with its line, counted from 1 in the text), duplicate members, numbers,
 * null, NUL, invalid UTF-8, lone surrogates, nesting beyond 64 deep, unknown members.
 */
int tvx_document_parse(tvx_document **out, const char *text, size_t n, tvx_error *error);
void tvx_document_free(tvx_document *document);

tvx_record_kind tvx_document_kind(const tvx_document *document);

/* The key of the negotiation that the document belongs to; borrowed. */
const char *tvx_document_negotiation(const tvx_document *document);

/* The key of the record (an outlet's name); NULL for reports and judgements. Borrowed. */
const char *tvx_document_key(const tvx_document *document);

/* True if it has a member `supersedes`. */
bool tvx_document_supersedes(const tvx_document *document);

/*
 * Takes the next inline record out of the document, as a document with `record` and `negotiation`
 * put in, or NULL in *out when none is left. pointer (may be NULL) is filled with where it stood,
 * "/terms/3". A negotiation that came without `order`, but with inline `terms`, has one of their
 * keys.
 */
int tvx_document_take_inline(tvx_document **out, tvx_document *document, char pointer[64],
                             tvx_error *error);

/*
 * Called for each id in the document (`supersedes`, `updates`, a judgement's targets) with the
 * pointer of its place and the kind of record wanted there (TVX_RECORD_KINDS: a report or a
 * judgement). Writes the full id, or leaves `full` empty to leave the id as it is.
 */
typedef int (*tvx_id_callback)(void *payload, const char *id, const char *pointer,
                               tvx_record_kind wanted, char full[TVX_ID_HEX + 1], tvx_error *error);

/* Replaces ids by what the callback makes of them. An error is given the pointer of its id. */
int tvx_document_map_ids(tvx_document *document, tvx_id_callback callback, void *payload,
                         tvx_error *error);

/*
 * The canonical form (RFC 8785: members ordered by UTF-16 code units, no white space, shortest
 * escapes) of a document with no inline records left, and its id: the SHA-256 of that form in
 * lower-case hexadecimal. body is cleared first.
 */
int tvx_document_encode(const tvx_document *document, tvx_buf *body, char id[TVX_ID_HEX + 1],
                        tvx_error *error);

/*
 * True in *covers if the recorded body says everything that the document says: each of its
 * members, `record`, `negotiation` and `supersedes` aside, is equal there; a single text and a
 * list of one are alike, lists are compared whole.
 */
int tvx_document_covered(bool *covered, const tvx_document *document, const char *body, size_t n,
                         tvx_error *error);

/* How many members the document has: the fuller of two has more. */
size_t tvx_document_fullness(const tvx_document *document);

#endif
