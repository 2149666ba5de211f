/*
 * Records made of what is no record: see csv_records.h and csl.h.
 */
#ifndef TVX_READ_MADE_H
#define TVX_READ_MADE_H

#include <stddef.h>

#include "travaux/error.h"

/* A row of the vocabulary, by which a column may be named. */
typedef struct tvx_import_row {
    const char *name, *title; /* "share:transit", "Share of the tolls: transit" */
} tvx_import_row;

/* What is said beside the input. Members may be NULL, but for the negotiation. */
typedef struct tvx_import_given {
    const char *negotiation;                /* key */
    const char *draft;                      /* of the rows that name none */
    const char *outlet, *published, *title; /* of the articles that have none */
    const tvx_import_row *rows;
    size_t n_rows;
} tvx_import_given;

/* A report. */
typedef struct tvx_made {
    const char *text; /* a JSON object */
    size_t size;
    unsigned long line; /* where the first of what it was made of stood */
    const char *known;  /* the id that it bore where it was exported; or NULL */
} tvx_made;

/* Who takes records and warnings: both are borrowed until the callback returns. */
typedef struct tvx_made_sink {
    int (*take)(void *payload, const tvx_made *made, tvx_error *error);
    int (*warn)(void *payload, unsigned long line, const char *text, tvx_error *error);
    void *payload;
} tvx_made_sink;

#endif
