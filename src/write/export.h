/*
 * The exporters, one in each export_FORMAT.c; their table is in export.c.
 */
#ifndef TVX_WRITE_EXPORT_H
#define TVX_WRITE_EXPORT_H

#include "travaux/write.h"

extern const tvx_exporter tvx_export_json;
extern const tvx_exporter tvx_export_jsonl;
extern const tvx_exporter tvx_export_csv;
extern const tvx_exporter tvx_export_md;

/* Refuses --claims for a format that has no such rows. */
int tvx_export_without_claims(const tvx_export_options *options, const char *format,
                              tvx_error *error);

#endif
