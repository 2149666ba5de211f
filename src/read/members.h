/*
 * Records written as JSON text, member by member: parts are written apart from one another and put
 * together later, which base/json.h does not do.
 */
#ifndef TVX_READ_MEMBERS_H
#define TVX_READ_MEMBERS_H

#include "base/buf.h"
#include "travaux/value.h"

/* What follows a member or an element, or begins an object or a list, is divided by a comma. */
void tvx_put_comma(tvx_buf *out);

/* A text; a member that is one, left out where text is NULL or empty. */
void tvx_put_text(tvx_buf *out, const char *text);
void tvx_put_member(tvx_buf *out, const char *name, const char *text);

/* A member that is a text if there is one alone, else a list, left out where there is none. */
void tvx_put_one_or_several(tvx_buf *out, const char *name, const tvx_texts *texts);

/* The name of a member, whose value is appended next. */
void tvx_put_name(tvx_buf *out, const char *name);

#endif
