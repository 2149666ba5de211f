/*
 * The texts of a record that a person would look for: titles, names, values, quotes, notes and
 * whatever else is written in words. What only refers to something, dates, ids, words of the
 * format and addresses are no such texts.
 */
#ifndef TVX_MODEL_RECORD_TEXTS_H
#define TVX_MODEL_RECORD_TEXTS_H

#include "travaux/error.h"
#include "travaux/record.h"

/* Borrowed until the callback returns. */
typedef struct tvx_record_text {
    const char *text;
    const char *part;    /* the part of a report that it stands in: "claim"; NULL: none */
    const char *member;  /* the name of the member that it is: "quote" */
    const char *pointer; /* JSON pointer of that in the record */
    tvx_texts drafts;    /* keys of what the part, or a judgement, is about */
    const char *term;    /* and a term or a variant; or NULL */
} tvx_record_text;

typedef int (*tvx_record_text_callback)(void *payload, const tvx_record_text *text,
                                        tvx_error *error);

/* In the order in which the tables of model/shape.h list members. The object form of a value is
   one text, its written form; its parts where it cannot be written. */
int tvx_record_texts(const tvx_record *record, tvx_record_text_callback callback, void *payload,
                     tvx_error *error);

#endif
