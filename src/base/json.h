/*
 * Writing JSON into a buffer, in the order given. White space is decided here: an object or a list
 * that is laid out over lines has one member or item a line, indented by two blanks a level; all
 * that it holds may be within that line. Only out needs to be set to begin with.
 */
#ifndef TVX_BASE_JSON_H
#define TVX_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

typedef enum tvx_json_layout { TVX_JSON_LINES, TVX_JSON_WITHIN } tvx_json_layout;

enum { TVX_JSON_DEPTH = 96 }; /* nesting beyond it fails the buffer; records nest up to 64 */

typedef struct tvx_json {
    tvx_buf *out; /* its `failed` is looked at once, at the end */
    size_t depth;
    struct tvx_json_level {
        char closing;
        bool lines;
        bool started; /* it holds something already */
    } levels[TVX_JSON_DEPTH];
    bool named; /* a name waits for its value */
} tvx_json;

/* Begins an object or a list; tvx_json_end ends the one begun last. */
void tvx_json_object(tvx_json *json, tvx_json_layout layout);
void tvx_json_list(tvx_json *json, tvx_json_layout layout);
void tvx_json_end(tvx_json *json);

/* The name of an object's next member; its value must follow. */
void tvx_json_name(tvx_json *json, const char *name);

/*
 * Values. A text is null if it is NULL; a byte of it that is no UTF-8 becomes U+FFFD. Control and
 * bidirectional characters are escaped, so that JSON is safe on a terminal too.
 */
void tvx_json_text(tvx_json *json, const char *text);
void tvx_json_flag(tvx_json *json, bool flag);
void tvx_json_count(tvx_json *json, size_t count);
void tvx_json_null(tvx_json *json);

/* A member that is a text or null. */
void tvx_json_member(tvx_json *json, const char *name, const char *text);

#endif
