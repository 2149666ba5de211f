/*
 * Words as people type them into cells.
 */
#ifndef TVX_READ_WORDS_H
#define TVX_READ_WORDS_H

#include <stdbool.h>

/* Blank, tab or line end. */
bool tvx_is_blank(char c);

/* True of NULL and of what holds nothing but blanks. */
bool tvx_is_empty(const char *text);

/* Equal, whatever the case; blanks and hyphens count as underscores, those at the ends of text as
   nothing: "On record " is on_record. */
bool tvx_is_word(const char *text, const char *word);

/* The one of a list that ends with NULL; or NULL. */
const char *tvx_read_word(const char *text, const char *const *words);

#endif
