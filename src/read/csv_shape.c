#include "read/csv_shape.h"

#include <string.h>

#include "base/fail.h"
#include "base/text.h"
#include "read/words.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

enum { ANY = TVX_CSV_CLAIMS | TVX_CSV_DRAFTS | TVX_CSV_ARTICLES, SHOWN = 3 };

/* What a column may be called; the first name of each is the one of messages. */
static const struct {
    tvx_csv_column column;
    const char *name;
    unsigned forms;
} names[] = {
    {TVX_CSV_DRAFT, "draft", ANY},
    {TVX_CSV_DRAFT_TITLE, "draft_title", ANY},
    {TVX_CSV_DATED, "draft_date", ANY},
    {TVX_CSV_DATED, "draft_dated", ANY},
    {TVX_CSV_DATED, "dated", ANY},
    {TVX_CSV_DATED, "date", TVX_CSV_DRAFTS}, /* elsewhere it could be the report's */
    {TVX_CSV_PRESENTED, "draft_presented", ANY},
    {TVX_CSV_PRESENTED, "presented", ANY},
    {TVX_CSV_BY, "party", ANY},
    {TVX_CSV_BY, "draft_by", ANY},
    {TVX_CSV_BY, "by", ANY},
    {TVX_CSV_FOLLOWS, "draft_follows", ANY},
    {TVX_CSV_FOLLOWS, "follows", ANY},
    {TVX_CSV_AMENDS, "draft_amends", ANY},
    {TVX_CSV_AMENDS, "amends", ANY},
    {TVX_CSV_TERM, "term", ANY},
    {TVX_CSV_VALUE, "value", TVX_CSV_CLAIMS},
    {TVX_CSV_UNIT, "unit", TVX_CSV_CLAIMS},
    {TVX_CSV_STATUS, "status", TVX_CSV_CLAIMS},
    {TVX_CSV_STATUS, "stance", TVX_CSV_CLAIMS},
    {TVX_CSV_CONDITION, "condition", TVX_CSV_CLAIMS},
    {TVX_CSV_TO, "to", TVX_CSV_CLAIMS},
    {TVX_CSV_TO, "deferred_to", TVX_CSV_CLAIMS},
    {TVX_CSV_WAS, "was", TVX_CSV_CLAIMS},
    {TVX_CSV_QUOTE, "quote", TVX_CSV_CLAIMS},
    {TVX_CSV_WHERE, "where", TVX_CSV_CLAIMS},
    {TVX_CSV_NOTE, "note", ANY},
    {TVX_CSV_NOTE, "notes", ANY},
    {TVX_CSV_BASIS, "basis", ANY},
    {TVX_CSV_CITES, "attribution", ANY},
    {TVX_CSV_CITES, "cites", ANY},
    {TVX_CSV_REPORT, "report", ANY},
    {TVX_CSV_OUTLET, "outlet", ANY},
    {TVX_CSV_TITLE, "title", ANY},
    {TVX_CSV_TITLE, "report_title", ANY},
    {TVX_CSV_PUBLISHED, "published", ANY},
    {TVX_CSV_URL, "url", ANY},
    {TVX_CSV_URL, "source_url", ANY},
    {TVX_CSV_ARCHIVED_URL, "archived_url", ANY},
    {TVX_CSV_ACCESSED, "accessed", ANY},
    {TVX_CSV_BYLINE, "byline", ANY},
    {TVX_CSV_LANGUAGE, "language", ANY},
    {TVX_CSV_REPORT_NOTE, "report_note", ANY},
    {TVX_CSV_OUTLET, "publication_title", TVX_CSV_ZOTERO},
    {TVX_CSV_TITLE, "title", TVX_CSV_ZOTERO},
    {TVX_CSV_PUBLISHED, "date", TVX_CSV_ZOTERO},
    {TVX_CSV_URL, "url", TVX_CSV_ZOTERO},
    {TVX_CSV_ACCESSED, "access_date", TVX_CSV_ZOTERO},
    {TVX_CSV_BYLINE, "author", TVX_CSV_ZOTERO},
    {TVX_CSV_LANGUAGE, "language", TVX_CSV_ZOTERO},
};

/* What of Zotero's other columns is worth keeping; `library_catalog` is where an item was found,
   never who says so. */
static const char *const zotero_notes[] = {
    "abstract_note", "extra", "notes",   "manual_tags",      "publisher", "place",
    "section",       "pages", "archive", "archive_location", NULL,
};

/* Sheets that are told by two of their columns, and cannot be imported. */
static const struct {
    const char *one, *other, *message, *hint;
} strangers[] = {
    {"headline", "media", "this is a TimelineJS sheet: events, without the reports that tell them",
     "make a sheet with the columns outlet,title,published,url,draft,term,value; events go into a "
     "report's \"events\", see schema/record.schema.json"},
    {"from_draft", "change", "this is an export of changes, which are reckoned from claims",
     "export the claims instead: travaux export --claims -o claims.csv"},
};

const char *tvx_csv_column_name(tvx_csv_column column)
{
    size_t i = 0;
    while (names[i].column != column)
        i++;
    return names[i].name;
}

static bool has(const tvx_csv_row *header, const char *name)
{
    for (size_t i = 0; i < header->n; i++)
        if (tvx_is_word(header->cells[i], name))
            return true;
    return false;
}

/* --- the form --- */

const char *tvx_csv_term_of(const tvx_import_given *given, const char *name)
{
    for (size_t i = 0; i < given->n_rows; i++)
        if (strcmp(name, given->rows[i].name) == 0)
            return given->rows[i].name;
    for (size_t i = 0; i < given->n_rows; i++)
        if (tvx_text_same_words(name, given->rows[i].name) ||
            tvx_text_same_words(name, given->rows[i].title))
            return given->rows[i].name;
    return NULL;
}

static bool any_term(const tvx_import_given *given, const tvx_csv_row *header)
{
    for (size_t i = 0; i < header->n; i++)
        if (tvx_csv_term_of(given, header->cells[i]) != NULL)
            return true;
    return false;
}

static bool any_known(const tvx_csv_row *header)
{
    for (size_t i = 0; i < COUNT(names); i++)
        if (has(header, names[i].name))
            return true;
    return false;
}

static int fail_data(const tvx_csv_row *header, tvx_error *error)
{
    tvx_buf list = {0};
    size_t shown = header->n < SHOWN ? header->n : SHOWN;
    for (size_t i = 0; i < shown; i++)
        tvx_buf_format(&list, "%s'%s'", i > 0 ? ", " : "", header->cells[i]);
    int code =
        tvx_fail(error, TVX_EINPUT, "the first row is data, or names no column that is known: %s%s",
                 tvx_buf_string(&list), header->n > shown ? ", …" : "");
    tvx_buf_dispose(&list);
    tvx_fail_hint(error, "add a header row such as "
                         "draft,draft_date,term,value,outlet,title,published,url,attribution,note");
    return code;
}

static int fail_termless(tvx_error *error)
{
    int code = tvx_fail(error, TVX_EINPUT, "no column says what a row is about");
    tvx_fail_hint(error, "for a claim a row add a column 'term'; for a draft a row a column "
                         "'draft', and one for each term; for an article a row 'title'");
    return code;
}

static int find_form(tvx_csv_shape *shape, const tvx_csv_row *header, const tvx_import_given *given,
                     tvx_error *error)
{
    for (size_t i = 0; i < COUNT(strangers); i++) {
        if (!has(header, strangers[i].one) || !has(header, strangers[i].other))
            continue;
        int code = tvx_fail(error, TVX_EINPUT, "%s", strangers[i].message);
        tvx_fail_hint(error, "%s", strangers[i].hint);
        return code;
    }
    if (has(header, "item_type") && has(header, "publication_title"))
        shape->form = TVX_CSV_ZOTERO;
    else if (has(header, "term"))
        shape->form = TVX_CSV_CLAIMS;
    else if (!any_known(header) && (given->draft == NULL || !any_term(given, header)))
        return fail_data(header, error); /* which may well name a term: in a row of claims */
    else if (any_term(given, header) || has(header, "draft"))
        shape->form = TVX_CSV_DRAFTS;
    else if (has(header, "title") || has(header, "report_title") || has(header, "url"))
        shape->form = TVX_CSV_ARTICLES;
    else
        return fail_termless(error);
    return TVX_OK;
}

/* --- columns --- */

static int fail_twice(const tvx_csv_shape *shape, size_t first, size_t i, tvx_error *error)
{
    int code = tvx_fail(error, TVX_EINPUT, "column %zu (%s) says already what this one says", first,
                        shape->names[first - 1]);
    tvx_fail_hint(error, "leave one of the two out, or give it another name");
    tvx_csv_fail_at(error, 0, i + 1, shape->names[i]);
    return code;
}

/* Finds what a column of a known name means; *known tells whether it has one. */
static int find_known(tvx_csv_shape *shape, size_t i, bool *known, tvx_error *error)
{
    *known = false;
    for (size_t j = 0; j < COUNT(names) && !*known; j++) {
        if ((names[j].forms & shape->form) == 0 || !tvx_is_word(shape->names[i], names[j].name))
            continue;
        size_t *place = &shape->places[names[j].column];
        if (*place != 0)
            return fail_twice(shape, *place, i, error);
        *place = i + 1;
        *known = true;
    }
    return TVX_OK;
}

/* A column that is nearly a declared term is not quietly kept as a note. */
static int refuse_typo(const tvx_csv_shape *shape, size_t i, tvx_arena *arena,
                       const tvx_import_given *given, tvx_error *error)
{
    const char **rows = tvx_arena_new(arena, given->n_rows + 1, sizeof *rows);
    if (rows == NULL)
        return tvx_fail_memory(error);
    for (size_t j = 0; j < given->n_rows; j++)
        rows[j] = given->rows[j].name;
    const char *near = tvx_text_nearest(shape->names[i], rows, given->n_rows);
    if (near == NULL)
        return TVX_OK;
    int code = tvx_fail(error, TVX_EINPUT, "unknown term '%s'", shape->names[i]);
    tvx_fail_hint(error,
                  "did you mean '%s'? if not, declare it: travaux term add %s --title \"…\" --kind "
                  "percentage",
                  near, shape->names[i]);
    tvx_csv_fail_at(error, 0, i + 1, shape->names[i]);
    return code;
}

static int warn_note(const tvx_csv_shape *shape, size_t i, unsigned long line,
                     const tvx_made_sink *sink, tvx_error *error)
{
    const char *known[COUNT(names)];
    size_t n = 0;
    for (size_t j = 0; j < COUNT(names); j++)
        if ((names[j].forms & shape->form) != 0)
            known[n++] = names[j].name;
    const char *near = tvx_text_nearest(shape->names[i], known, n);
    tvx_buf text = {0};
    tvx_buf_format(&text, "column %zu (%s) is kept in the notes", i + 1, shape->names[i]);
    if (near != NULL)
        tvx_buf_format(&text, ": did you mean '%s'?", near);
    else if (shape->form == TVX_CSV_DRAFTS)
        tvx_buf_text(&text, ": it is no declared term");
    int code = text.failed ? tvx_fail_memory(error)
                           : sink->warn(sink->payload, line, tvx_buf_string(&text), error);
    tvx_buf_dispose(&text);
    return code;
}

static int use_column(tvx_csv_shape *shape, size_t i, tvx_arena *arena, unsigned long line,
                      const tvx_import_given *given, const tvx_made_sink *sink, tvx_error *error)
{
    const char *name = shape->names[i];
    bool known;
    int code = find_known(shape, i, &known, error);
    if (code != TVX_OK || known)
        return code;
    if (shape->form == TVX_CSV_ZOTERO) {
        shape->uses[i] =
            tvx_read_word(name, zotero_notes) != NULL ? TVX_CSV_AS_NOTE : TVX_CSV_LEFT_OUT;
        return TVX_OK;
    }
    shape->uses[i] = tvx_is_empty(name) ? TVX_CSV_UNNAMED : TVX_CSV_AS_NOTE;
    if (shape->form == TVX_CSV_DRAFTS && (shape->terms[i] = tvx_csv_term_of(given, name)) != NULL)
        shape->uses[i] = TVX_CSV_OF_TERM;
    if (shape->uses[i] != TVX_CSV_AS_NOTE)
        return TVX_OK;
    if (shape->form == TVX_CSV_DRAFTS)
        code = refuse_typo(shape, i, arena, given, error);
    return code == TVX_OK ? warn_note(shape, i, line, sink, error) : code;
}

/* What every report must have, if not from a column, then said beside the input. */
static int check_needed(const tvx_csv_shape *shape, const tvx_import_given *given, tvx_error *error)
{
    const struct {
        tvx_csv_column column;
        const char *given;
    } needed[] = {{TVX_CSV_OUTLET, given->outlet},
                  {TVX_CSV_TITLE, given->title},
                  {TVX_CSV_PUBLISHED, given->published}};
    for (size_t i = 0; i < COUNT(needed); i++) {
        const char *name = tvx_csv_column_name(needed[i].column);
        if (shape->places[needed[i].column] != 0 || needed[i].given != NULL)
            continue;
        int code =
            tvx_fail(error, TVX_EINPUT, "no column '%s' is there: every report has one", name);
        tvx_fail_hint(error, "add the column, or say it for every row with --%s", name);
        return code;
    }
    return TVX_OK;
}

int tvx_csv_shape_read(tvx_csv_shape *out, tvx_arena *arena, const tvx_csv_row *header,
                       const tvx_import_given *given, const tvx_made_sink *sink, tvx_error *error)
{
    *out = (tvx_csv_shape){.n = header->n};
    out->names = tvx_arena_new(arena, header->n, sizeof *out->names);
    out->uses = tvx_arena_new(arena, header->n, sizeof *out->uses);
    out->terms = tvx_arena_new(arena, header->n, sizeof *out->terms);
    if (out->names == NULL || out->uses == NULL || out->terms == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < header->n; i++)
        if ((out->names[i] = tvx_arena_text(arena, header->cells[i])) == NULL)
            return tvx_fail_memory(error);
    int code = find_form(out, header, given, error);
    for (size_t i = 0; i < header->n && code == TVX_OK; i++)
        code = use_column(out, i, arena, header->line, given, sink, error);
    if (code == TVX_OK)
        code = check_needed(out, given, error);
    if (code != TVX_OK)
        tvx_fail_at(error, NULL, header->line);
    return code;
}
