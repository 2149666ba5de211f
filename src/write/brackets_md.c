/*
 * Brackets and how they were cleaned, and terms by drafts, in Markdown.
 */
#include "base/arena.h"
#include "base/fail.h"
#include "write/answers.h"
#include "write/md.h"
#include "write/md_cells.h"
#include "write/out.h"
#include "write/words.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static void put_made_cell(tvx_buf *text, tvx_buf *words)
{
    tvx_md_next(text);
    tvx_md_take(text, words);
}

/* --- brackets --- */

/* The books on one draft, kept until the table of brackets is written. */
typedef struct tally {
    const tvx_placed_draft *draft;
    size_t opened, closed, open;
} tally;

typedef struct bracket_run {
    tvx_out out;
    tvx_arena arena;
    tally *tallies;
    size_t n, capacity;
} bracket_run;

/* Who has the story from elsewhere: "50%: Babel, Axios; 100%: nobody for certain, perhaps CNN". */
static void put_elsewhere_cell(tvx_buf *text, const tvx_bracket *bracket)
{
    tvx_buf words = {0};
    for (size_t i = 0; bracket->shared.n > 0 && i < bracket->reading->n_alternatives; i++) {
        tvx_buf_format(&words, "%s%s: ", i > 0 ? "; " : "", bracket->reading->alternatives[i].text);
        tvx_texts certain = bracket->independent[i], perhaps = bracket->perhaps[i];
        tvx_buf_text(&words, certain.n > 0 ? "" : perhaps.n > 0 ? "nobody for certain" : "nobody");
        tvx_words_list(&words, certain, ", ");
        tvx_buf_text(&words, perhaps.n > 0 ? ", perhaps " : "");
        tvx_words_list(&words, perhaps, ", ");
    }
    put_made_cell(text, &words);
}

static void put_bracket(tvx_buf *text, const tvx_placed_draft *draft, const tvx_bracket *bracket)
{
    tvx_buf beside = {0};
    tvx_md_cell(text, draft->draft->key);
    tvx_md_row_cell(text, bracket->reading->row);
    tvx_md_reading_cell(text, bracket->reading);
    tvx_words_beside(&beside, bracket->reading);
    put_made_cell(text, &beside);
    tvx_md_evidence_cell(text, bracket->reading);
    tvx_md_list_cell(text, bracket->shared, ", ");
    put_elsewhere_cell(text, bracket);
    tvx_md_end_row(text);
}

static int put_draft(void *payload, const tvx_draft_brackets *of, tvx_error *error)
{
    bracket_run *run = payload;
    if (tvx_arena_grow(&run->arena, &run->tallies, run->n, &run->capacity, sizeof *run->tallies) !=
        TVX_OK)
        return tvx_fail_memory(error);
    run->tallies[run->n++] = (tally){of->draft, of->opened, of->closed, of->open};
    for (size_t i = 0; i < of->n_brackets; i++)
        put_bracket(&run->out.text, of->draft, &of->brackets[i]);
    return tvx_out_pass(&run->out, error);
}

static void put_count_cell(tvx_buf *text, size_t count)
{
    tvx_md_next(text);
    tvx_buf_format(text, "%zu", count);
}

static int put_tallies(bracket_run *run, tvx_error *error)
{
    static const char *const columns[] = {"Draft", "Date", "Opened", "Closed", "Open"};
    tvx_buf *text = &run->out.text;
    int code = TVX_OK;
    tvx_buf_text(text, "\nOpen after each draft:\n\n");
    tvx_md_head(text, columns, COUNT(columns));
    for (size_t i = 0; i < run->n && code == TVX_OK; i++) {
        tvx_md_cell(text, run->tallies[i].draft->draft->key);
        tvx_md_date_cell(text, run->tallies[i].draft->date);
        put_count_cell(text, run->tallies[i].opened);
        put_count_cell(text, run->tallies[i].closed);
        put_count_cell(text, run->tallies[i].open);
        tvx_md_end_row(text);
        code = tvx_out_pass(&run->out, error);
    }
    return code;
}

int tvx_brackets_md(tvx_view *view, const tvx_texts *terms, const tvx_sink *sink, tvx_error *error)
{
    static const char *const columns[] = {"Draft",
                                          "Term",
                                          "Bracket",
                                          "Also",
                                          "Reports",
                                          "Shared origin",
                                          "Who has it from elsewhere"};
    bracket_run run = {.out = {.sink = sink}};
    tvx_md_head(&run.out.text, columns, COUNT(columns));
    int code = tvx_view_brackets(view, terms, put_draft, &run, error);
    if (code == TVX_OK)
        code = put_tallies(&run, error);
    tvx_arena_dispose(&run.arena);
    return tvx_out_end(&run.out, code, error);
}

/* --- coverage --- */

static void put_cover(tvx_buf *text, const tvx_coverage *coverage, size_t row, size_t draft)
{
    bool inherited;
    const char *name = tvx_cover_name(tvx_coverage_cell(coverage, row, draft, &inherited));
    tvx_md_cell(text, name);
    if (inherited)
        tvx_buf_text(text, " (inherited)");
}

int tvx_coverage_md(const tvx_view *view, const tvx_coverage *coverage, const tvx_sink *sink,
                    tvx_error *error)
{
    tvx_out out = {.sink = sink};
    tvx_arena arena = {0};
    const char **columns = tvx_arena_new(&arena, coverage->n_drafts + 1, sizeof *columns);
    int code = columns == NULL ? tvx_fail_memory(error) : TVX_OK;
    (void)view;
    if (code == TVX_OK) {
        columns[0] = "Term";
        for (size_t i = 0; i < coverage->n_drafts; i++)
            columns[i + 1] = coverage->drafts[i].draft->key;
        tvx_md_head(&out.text, columns, coverage->n_drafts + 1);
    }
    for (size_t i = 0; i < coverage->n_rows && code == TVX_OK; i++) {
        tvx_md_row_cell(&out.text, &coverage->rows[i]);
        for (size_t j = 0; j < coverage->n_drafts; j++)
            put_cover(&out.text, coverage, i, j);
        tvx_md_end_row(&out.text);
        code = tvx_out_pass(&out, error);
    }
    tvx_arena_dispose(&arena);
    return tvx_out_end(&out, code, error);
}
