/*
 * What writes an answer in one format: an entry of the table in answers.c.
 */
#ifndef TVX_WRITE_ANSWERS_H
#define TVX_WRITE_ANSWERS_H

#include "travaux/write.h"

typedef struct tvx_answer_format {
    int (*show)(const tvx_view *view, const tvx_show *show, const tvx_sink *sink, tvx_error *error);
    int (*diff)(const tvx_view *view, const tvx_diff *diff, const tvx_sink *sink, tvx_error *error);
    int (*changes)(tvx_view *view, const tvx_changes_filter *filter, const tvx_sink *sink,
                   tvx_error *error);
    int (*sources)(const tvx_view *view, const tvx_sources *sources, const tvx_sink *sink,
                   tvx_error *error);
    int (*brackets)(tvx_view *view, const tvx_texts *terms, const tvx_sink *sink, tvx_error *error);
    int (*coverage)(const tvx_view *view, const tvx_coverage *coverage, const tvx_sink *sink,
                    tvx_error *error);
} tvx_answer_format;

extern const tvx_answer_format tvx_answer_json;
extern const tvx_answer_format tvx_answer_csv;
extern const tvx_answer_format tvx_answer_md;

/* Answers on evidence, in files of their own. */
int tvx_sources_json(const tvx_view *view, const tvx_sources *sources, const tvx_sink *sink,
                     tvx_error *error);
int tvx_brackets_json(tvx_view *view, const tvx_texts *terms, const tvx_sink *sink,
                      tvx_error *error);
int tvx_coverage_json(const tvx_view *view, const tvx_coverage *coverage, const tvx_sink *sink,
                      tvx_error *error);
int tvx_sources_csv(const tvx_view *view, const tvx_sources *sources, const tvx_sink *sink,
                    tvx_error *error);
int tvx_brackets_csv(tvx_view *view, const tvx_texts *terms, const tvx_sink *sink,
                     tvx_error *error);
int tvx_coverage_csv(const tvx_view *view, const tvx_coverage *coverage, const tvx_sink *sink,
                     tvx_error *error);
int tvx_sources_md(const tvx_view *view, const tvx_sources *sources, const tvx_sink *sink,
                   tvx_error *error);
int tvx_brackets_md(tvx_view *view, const tvx_texts *terms, const tvx_sink *sink, tvx_error *error);
int tvx_coverage_md(const tvx_view *view, const tvx_coverage *coverage, const tvx_sink *sink,
                    tvx_error *error);

/* Text is written by whoever owns the terminal: TVX_EUSAGE. */
int tvx_no_text(tvx_error *error);

#endif
