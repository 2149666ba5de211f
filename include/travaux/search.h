/*
 * Searching: where in the records in force words stand.
 */
#ifndef TRAVAUX_SEARCH_H
#define TRAVAUX_SEARCH_H

#include <stddef.h>

#include "travaux/error.h"
#include "travaux/file.h"
#include "travaux/reading.h"
#include "travaux/record.h"
#include "travaux/view.h"

/* Bytes of a text from one up to, and without, another. */
typedef struct tvx_mark {
    size_t from, to;
} tvx_mark;

/*
 * A text that holds something of what is sought. Everything is borrowed until the callback
 * returns.
 */
typedef struct tvx_hit {
    tvx_record_kind kind;
    const char *id;
    const char *key;       /* of a record that has one; of an outlet its name; else NULL */
    const char *outlet;    /* of a report, under its shown name; else NULL */
    const tvx_date *dated; /* of a report its publication, of a draft its own date, of a judgement
                              its date; NULL: undated */
    const char *part;      /* "claim", "position", … of a report; NULL: what it says of itself */
    const char *member;    /* what the text is: "quote", "title" */
    const char *pointer;   /* JSON pointer of it in the record */
    tvx_texts drafts;      /* what the part is about: keys */
    const char *term;      /* and a term, or term:variant; or NULL */
    const char *text;
    const tvx_mark *marks; /* what was found in it, in order, apart from each other */
    size_t n_marks;
    const tvx_ruling *set_aside; /* the judgement by which it does not count; or NULL */
    const char *updated;         /* id of the report that updates its report; or NULL */
} tvx_hit;

typedef int (*tvx_hit_callback)(void *payload, const tvx_hit *hit, tvx_error *error);

/*
 * Prepares a file for searching: brings its index up to date, in a transaction of its own. It may
 * be left out, and does nothing while a view is open or an add is under way. Where the index cannot
 * be used it is TVX_OK, and *why tells the reason: searches are slower then, and find the same.
 */
int tvx_search_prepare(tvx_file *file, tvx_error *why, tvx_error *error);

/*
 * Looks for words in the titles, names, values, quotes, notes and other texts of the records in
 * force and known. Each of `words` is a word, the beginning of one (`guarant*`) or, if it holds
 * white space, a phrase; one that holds quotation marks is read as such: `"up to 50%" oil`.
 * Case does not count, nor do the accents of Latin and Greek letters, nor stress marks; й, ї and ў
 * are letters of their own, ё is е. Signs of currencies and % are words, all other signs stand
 * between words: `us-0221` and `50%` are phrases.
 *
 * A record is found if each of them stands somewhere in it. Called for its texts that hold them
 * all; where none does, for every text that holds any. Records by kind (negotiation, parties,
 * terms and drafts in their order, reports by publication, judgements by date), their texts in the
 * order of their members. TVX_EUSAGE where there is nothing to look for.
 */
int tvx_view_search(tvx_view *view, const tvx_texts *words, tvx_hit_callback callback,
                    void *payload, tvx_error *error);

#endif
