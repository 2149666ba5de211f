/*
 * CSL-JSON, as Zotero and others export it: articles, which become reports without claims. What
 * becomes of its variables:
 *
 *     title                        title, without <i> <b> <sub> <sup> <sc> <span>
 *     container-title              outlet; else publisher, else the host of URL
 *     author                       byline
 *     issued                       published
 *     accessed, URL, language      accessed, url, language
 *     archive_location             archived_url, if it is a URL
 *     original-publisher           one source of `cites`; else original-author, as a person
 *     note (Zotero's Extra)        its lines `via: CHAINS` (see cites.h) and `source-type: BASIS`
 * are `cites` and `basis`; the others are kept in the note type, abstract, keyword,     kept in the
 * note as "name: text"; of type article-newspaper and publisher, publisher-place,  webpage nothing
 * is said; publisher only beside a container-title section, page, archive, original-title,
 * original-date, original-author custom, id, source, others   left out: `source` is the library
 * catalogue an item was found in
 *
 * Dates are date-parts, numbers or texts; two of them are an interval, `circa` is `~`. A season is
 * kept in the note with a warning, as is a literal or raw date that is no EDTF: nothing is guessed.
 */
#ifndef TVX_READ_CSL_H
#define TVX_READ_CSL_H

#include "read/made.h"
#include "read/pieces.h"

/*
 * Hands a report for each item of an object or array to the sink, until the callback returns an
 * error. TVX_EINPUT with line and pointer, naming the item, for what is no item, and for one
 * without title, outlet or date where none is given beside it.
 */
int tvx_read_csl(tvx_byte_source source, void *source_payload, const tvx_import_given *given,
                 const tvx_made_sink *sink, tvx_error *error);

#endif
