/*
 * Importing: spreadsheets and article metadata as reports, within a call of add.
 *
 * CSV comes in several forms, told by the names of its columns (in whatever case and order):
 *
 *  - a claim a row: there is a column `term`. draft, draft_date, draft_presented, draft_title,
 *    draft_follows, draft_amends, party; term, value, unit, status, to, condition, was, quote,
 *    where, note; basis, attribution; outlet, title, published, url, archived_url, accessed,
 *    byline, language, report_note; also what `export --format csv --claims` writes.
 *  - a draft a row: draft, date, source_url and the like, and a column for each term, under its
 *    key or its title.
 *  - an article a row: outlet, title, published, url, …; also as Zotero writes it.
 *
 * Rows with the same outlet, title, date and URL are one report. Columns of other names are kept
 * in notes as "name: text", with a warning. A draft that is new is declared.
 *
 * JSON is CSL-JSON: each item becomes a report without claims.
 *
 * Nothing depends on the clock or on the order of rows: importing twice adds nothing. A row that
 * bears the id of a report in the file (column `report`) says again what that report says, or is an
 * error: it is mended with edit.
 */
#ifndef TRAVAUX_IMPORT_H
#define TRAVAUX_IMPORT_H

#include "travaux/add.h"
#include "travaux/error.h"

/* What is said beside the input. Zero-initialise; all but the negotiation may be missing. */
typedef struct tvx_import_options {
    const char *negotiation;                /* key */
    const char *draft;                      /* of rows that name none */
    const char *outlet, *published, *title; /* of articles that have none */
    char delimiter;                         /* of CSV; 0: told by its first row */
} tvx_import_options;

typedef struct tvx_import tvx_import;

/* Begins an import into a call. The options are borrowed until it is freed; the call outlives it.
   Free with tvx_import_free. */
int tvx_import_begin(tvx_import **out, tvx_add *add, const tvx_import_options *options,
                     tvx_error *error);

/*
 * Takes reports from an input, CSV or CSL-JSON as it begins. An error names the input, the line,
 * and the column and its name or the JSON pointer; after one the call can only be freed. Memory
 * grows with a CSV file; a cell holds at most 1 MiB, a row 16 MiB and 1000 cells.
 */
int tvx_import_read(tvx_import *import, const char *name, tvx_add_source source, void *payload,
                    tvx_error *error);

/* tvx_add_check, whose errors name the line and column of a row. */
int tvx_import_check(tvx_import *import, tvx_error *error);

void tvx_import_free(tvx_import *import);

#endif
