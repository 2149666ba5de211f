/*
 * Citing chains as people write them in one cell:
 *
 *     CHAINS  := SOURCE {";" SOURCE}
 *     SOURCE  := NAME [DETAILS] ["<" (SOURCE | "(" CHAINS ")")]
 *     NAME    := an outlet | "who:" a person
 *     DETAILS := "[" (BASIS | URL | BASIS "," URL) "]" | "(" BASIS ")"
 *
 * `Axios < CNN < who: a Ukrainian official [anonymous]; Babel`: Axios, which cites CNN, which cites
 * an official; and Babel. A name that holds one of ; < > ( ) [ ] stands in double quotes, quotes
 * within it doubled; parentheses about anything but a basis are part of a name. Whoever speaks
 * `(anonymous)` or `(on record)`, in parentheses, is a person: "Ukrainian officials (anonymous)".
 */
#ifndef TVX_READ_CITES_H
#define TVX_READ_CITES_H

#include "base/buf.h"
#include "travaux/error.h"

#define TVX_CITES_DEPTH 29 /* sources behind one another at most */

/* Appends the sources as the JSON list of a record's `cites`. TVX_EINPUT quotes what is wrong. */
int tvx_read_cites(tvx_buf *out, const char *text, tvx_error *error);

#endif
