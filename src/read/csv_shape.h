/*
 * What the columns of a CSV file mean, told from its first row. Names of columns are known in
 * whatever case and order; "Draft date" is draft_date.
 */
#ifndef TVX_READ_CSV_SHAPE_H
#define TVX_READ_CSV_SHAPE_H

#include <stdbool.h>

#include "base/arena.h"
#include "read/csv.h"
#include "read/made.h"

typedef enum tvx_csv_column {
    TVX_CSV_DRAFT, /* one or several, divided by semicolons */
    TVX_CSV_DRAFT_TITLE,
    TVX_CSV_DATED,
    TVX_CSV_PRESENTED,
    TVX_CSV_BY,      /* parties, divided by semicolons or commas */
    TVX_CSV_FOLLOWS, /* drafts; "-": it starts a line of its own */
    TVX_CSV_AMENDS,
    TVX_CSV_TERM,
    TVX_CSV_VALUE,
    TVX_CSV_UNIT,
    TVX_CSV_STATUS,
    TVX_CSV_CONDITION,
    TVX_CSV_TO,
    TVX_CSV_WAS,
    TVX_CSV_QUOTE,
    TVX_CSV_WHERE,
    TVX_CSV_NOTE,
    TVX_CSV_BASIS,
    TVX_CSV_CITES,  /* see read/cites.h */
    TVX_CSV_REPORT, /* the id that an export wrote; the first of what a report is told by */
    TVX_CSV_OUTLET,
    TVX_CSV_TITLE,
    TVX_CSV_PUBLISHED,
    TVX_CSV_URL,
    TVX_CSV_ARCHIVED_URL,
    TVX_CSV_ACCESSED,
    TVX_CSV_BYLINE,
    TVX_CSV_LANGUAGE,
    TVX_CSV_REPORT_NOTE,
    TVX_CSV_COLUMNS
} tvx_csv_column;

typedef enum tvx_csv_form {
    TVX_CSV_CLAIMS = 1,   /* a claim a row: there is a column `term` */
    TVX_CSV_DRAFTS = 2,   /* a draft a row, and a column a term */
    TVX_CSV_ARTICLES = 4, /* an article a row: reports without claims */
    TVX_CSV_ZOTERO = 8    /* the same, as Zotero writes it */
} tvx_csv_form;

typedef enum tvx_csv_use {
    TVX_CSV_KNOWN,
    TVX_CSV_OF_TERM,
    TVX_CSV_AS_NOTE, /* kept as "name: text" */
    TVX_CSV_LEFT_OUT,
    TVX_CSV_UNNAMED /* must be empty */
} tvx_csv_use;

typedef struct tvx_csv_shape {
    tvx_csv_form form;
    size_t places[TVX_CSV_COLUMNS]; /* number of each column, from 1; 0: there is none */
    size_t n;                       /* columns of the file */
    const char **names;             /* as the header has them */
    tvx_csv_use *uses;
    const char **terms; /* the row of the vocabulary of a column OF_TERM */
} tvx_csv_shape;

/*
 * Reads the header into the arena. Warns of each column that is kept as a note. TVX_EINPUT where
 * the first row is data, names a column twice or the sheet is one of those that cannot be imported.
 */
int tvx_csv_shape_read(tvx_csv_shape *out, tvx_arena *arena, const tvx_csv_row *header,
                       const tvx_import_given *given, const tvx_made_sink *sink, tvx_error *error);

/* The row of the vocabulary that is named by its key or its title, a key as it stands there first;
   or NULL. */
const char *tvx_csv_term_of(const tvx_import_given *given, const char *name);

/* The name of a column in messages: "outlet". */
const char *tvx_csv_column_name(tvx_csv_column column);

#endif
