/*
 * JSON text to a tree of jansson's. The parser is our own, for what records need of one: it
 * refuses numbers, null and deep nesting where they stand, names line and pointer, and survives
 * any want of memory (jansson's loses bytes of a long text, or aborts, where its buffer cannot
 * grow).
 */
#ifndef TVX_CODEC_PARSE_H
#define TVX_CODEC_PARSE_H

#include <jansson.h>
#include <stddef.h>

#include "travaux/error.h"

#define TVX_DEPTH_MAX 64 /* objects and arrays within one another, the outermost included */

/* Parses one JSON value of strings, booleans, arrays and objects. TVX_EINPUT with line and pointer
   for anything else: see tvx_document_parse. */
int tvx_parse(json_t **out, const char *text, size_t n, tvx_error *error);

/* The same of JSON that other programs wrote: a number becomes the text of its digits, null stays.
 */
int tvx_parse_foreign(json_t **out, const char *text, size_t n, tvx_error *error);

#endif
