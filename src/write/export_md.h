/*
 * The sections of the report in Markdown.
 */
#ifndef TVX_WRITE_EXPORT_MD_H
#define TVX_WRITE_EXPORT_MD_H

#include "travaux/write.h"
#include "write/out.h"

typedef struct tvx_md_report {
    tvx_view *view;
    tvx_out out;
} tvx_md_report;

/* Each writes its section with its heading, or nothing where there is nothing to tell. */
int tvx_md_title(tvx_md_report *report, tvx_error *error);
int tvx_md_drafts(tvx_md_report *report, tvx_error *error);
int tvx_md_terms(tvx_md_report *report, tvx_error *error);
int tvx_md_told(tvx_md_report *report, tvx_error *error);
int tvx_md_positions(tvx_md_report *report, tvx_error *error);
int tvx_md_events(tvx_md_report *report, tvx_error *error);
int tvx_md_background(tvx_md_report *report, tvx_error *error);
int tvx_md_sources(tvx_md_report *report, tvx_error *error);

#endif
