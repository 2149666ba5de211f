/*
 * Lists: columns and rows that are a grid for people, or a table in JSON, CSV or Markdown. A
 * command says once what a row holds; how a cell is shown to people is said with its column.
 */
#ifndef TVX_CLI_LISTING_H
#define TVX_CLI_LISTING_H

#include "cli/text.h"

enum {                            /* traits of a column */
       TVX_CLI_AS_DAY = 1,        /* EDTF, shown as people read it, without a time of day */
       TVX_CLI_AS_ID = 2,         /* an id, shown by its first digits */
       TVX_CLI_AS_WORDS = 4,      /* a word of a record: `on_record`, shown as "on record" */
       TVX_CLI_AS_FAINT = 8,      /* of lesser weight */
       TVX_CLI_AS_COUNT = 16,     /* flush right */
       TVX_CLI_WRAPS = 32,        /* may be broken over lines on a narrow terminal */
       TVX_CLI_FOR_PEOPLE = 64,   /* not in JSON, CSV and Markdown */
       TVX_CLI_FOR_PROGRAMS = 128 /* nowhere else */
};

typedef struct tvx_cli_list_column {
    const char *name;
    unsigned traits;
} tvx_cli_list_column;

enum { TVX_CLI_LIST_COLUMNS = 20 }; /* at most; of those for people, TVX_CLI_COLUMNS */

typedef struct tvx_cli_listing {
    tvx_cli *cli;
    const tvx_view *view;
    const char *name; /* what is listed: "drafts" */
    const tvx_cli_list_column *columns;
    size_t n_columns;
    size_t n_rows;
    /* private */
    tvx_table *table; /* for programs */
    tvx_cli_grid grid;
    tvx_cli_column shapes[TVX_CLI_COLUMNS];
} tvx_cli_listing;

/* columns: borrowed until the end. End also after an error. */
int tvx_cli_listing_begin(tvx_cli_listing *listing, tvx_cli *cli, const tvx_view *view,
                          const char *name, const tvx_cli_list_column *columns, size_t n,
                          tvx_error *error);

/* cells: one a column, whoever it is for. */
int tvx_cli_listing_row(tvx_cli_listing *listing, const tvx_cell *cells, tvx_error *error);

/* For people, under the row: a line at the column with this number. */
void tvx_cli_listing_under(tvx_cli_listing *listing, size_t column, tvx_buf *text);

/*
 * Ends the list; note: what people should know beside it, or NULL. Where nothing is listed people
 * are told so on standard error. Unless code says that something failed already, returns what did.
 */
int tvx_cli_listing_end(tvx_cli_listing *listing, const char *note, int code, tvx_error *error);

/* Cells. */
tvx_cell tvx_cli_text_cell(const char *text);     /* NULL: nothing */
tvx_cell tvx_cli_date_cell(const tvx_date *date); /* EDTF; NULL or no date: nothing */
tvx_cell tvx_cli_texts_cell(tvx_texts texts);
tvx_cell tvx_cli_count_cell(size_t count);
tvx_cell tvx_cli_flag_cell(bool flag);

#endif
