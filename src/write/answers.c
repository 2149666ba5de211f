#include "write/answers.h"

#include "base/fail.h"
#include "write/out.h"
#include "write/words.h"

static const tvx_answer_format *const formats[] = {
    [TVX_FORMAT_TEXT] = NULL,
    [TVX_FORMAT_JSON] = &tvx_answer_json,
    [TVX_FORMAT_CSV] = &tvx_answer_csv,
    [TVX_FORMAT_MD] = &tvx_answer_md,
};

int tvx_no_text(tvx_error *error)
{
    return tvx_fail(error, TVX_EUSAGE, "the library writes no text for terminals");
}

int tvx_write_show(const tvx_view *view, const tvx_show *show, tvx_format format,
                   const tvx_sink *sink, tvx_error *error)
{
    const tvx_answer_format *f = formats[format];
    return f == NULL ? tvx_no_text(error) : f->show(view, show, sink, error);
}

int tvx_write_diff(const tvx_view *view, const tvx_diff *diff, tvx_format format,
                   const tvx_sink *sink, tvx_error *error)
{
    const tvx_answer_format *f = formats[format];
    return f == NULL ? tvx_no_text(error) : f->diff(view, diff, sink, error);
}

int tvx_write_changes(tvx_view *view, const tvx_changes_filter *filter, tvx_format format,
                      const tvx_sink *sink, tvx_error *error)
{
    const tvx_answer_format *f = formats[format];
    return f == NULL ? tvx_no_text(error) : f->changes(view, filter, sink, error);
}

int tvx_write_sources(const tvx_view *view, const tvx_sources *sources, tvx_format format,
                      const tvx_sink *sink, tvx_error *error)
{
    const tvx_answer_format *f = formats[format];
    return f == NULL ? tvx_no_text(error) : f->sources(view, sources, sink, error);
}

int tvx_write_brackets(tvx_view *view, const tvx_texts *terms, tvx_format format,
                       const tvx_sink *sink, tvx_error *error)
{
    const tvx_answer_format *f = formats[format];
    return f == NULL ? tvx_no_text(error) : f->brackets(view, terms, sink, error);
}

int tvx_write_coverage(const tvx_view *view, const tvx_coverage *coverage, tvx_format format,
                       const tvx_sink *sink, tvx_error *error)
{
    const tvx_answer_format *f = formats[format];
    return f == NULL ? tvx_no_text(error) : f->coverage(view, coverage, sink, error);
}

int tvx_write_told_words(const tvx_reported_change *change, const char *value, const tvx_sink *sink,
                         tvx_error *error)
{
    tvx_out out = {.sink = sink};
    tvx_words_told(&out.text, change, value);
    return tvx_out_end(&out, TVX_OK, error);
}

int tvx_write_change_words(const tvx_change *change, const tvx_sink *sink, tvx_error *error)
{
    tvx_out out = {.sink = sink};
    tvx_words_change(&out.text, change);
    return tvx_out_end(&out, TVX_OK, error);
}
