#include "read/csv.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/text.h"

enum { CHUNK = 64 * 1024 }; /* bytes asked for at a time; a header is told by no more of them */

typedef enum state {
    AT_CELL,    /* nothing of a cell seen yet */
    IN_PLAIN,   /* within a cell that is not quoted */
    IN_QUOTES,  /* within a quoted one */
    AFTER_QUOTE /* after a quote in it: its end, or the first of two */
} state;

typedef struct reader {
    tvx_byte_source source;
    void *source_payload;
    tvx_csv_callback callback;
    void *payload;
    tvx_error *error;
    char delimiter;

    char chunk[CHUNK];
    size_t at, size; /* what is left of the chunk */
    bool ended;
    char last; /* the byte before: CR LF ends one line */

    state state;
    unsigned long line, row_line, cell_line;
    tvx_buf text; /* of the row, a NUL after each cell */
    size_t cell;  /* where in it the cell at hand begins */
    size_t begins[TVX_CSV_COLUMNS_MAX];
    const char *cells[TVX_CSV_COLUMNS_MAX];
    size_t n; /* cells ended */

    tvx_arena arena;
    const char **names; /* of the columns, once the header is read */
    size_t n_names;
} reader;

/* --- what is wrong --- */

void tvx_csv_fail_at(tvx_error *error, unsigned long line, size_t column, const char *name)
{
    if (error == NULL)
        return;
    error->pointer[0] = '\0';
    if (column > 0 && name != NULL && name[0] != '\0')
        tvx_fail_within(error, "column %zu (%s)", column, name);
    else if (column > 0)
        tvx_fail_within(error, "column %zu", column);
    tvx_fail_at(error, NULL, line);
}

/* Of the cell at hand. */
static int fail_cell(const reader *r, unsigned long line, const char *message, const char *hint)
{
    int code = tvx_fail(r->error, TVX_EINPUT, "%s", message);
    tvx_fail_hint(r->error, "%s", hint);
    tvx_csv_fail_at(r->error, line, r->n + 1, r->n < r->n_names ? r->names[r->n] : NULL);
    return code;
}

static int fail_file(const reader *r, const char *message, const char *hint)
{
    int code = tvx_fail(r->error, TVX_EINPUT, "%s", message);
    tvx_fail_hint(r->error, "%s", hint);
    tvx_fail_at(r->error, NULL, r->line);
    return code;
}

#define DOUBLED "a quote within a quoted cell is doubled: \"the \"\"fund\"\"\""

/* --- bytes --- */

/* Fills the chunk, unless the input ends before. */
static int fill(reader *r)
{
    r->at = r->size = 0;
    while (r->size < CHUNK && !r->ended) {
        size_t got = 0;
        int code =
            r->source(r->source_payload, r->chunk + r->size, CHUNK - r->size, &got, r->error);
        if (code != TVX_OK)
            return code;
        r->size += got;
        r->ended = got == 0;
    }
    return TVX_OK;
}

/* --- the beginning --- */

static bool begins(const reader *r, const char *bytes, size_t n)
{
    return r->size - r->at >= n && memcmp(r->chunk + r->at, bytes, n) == 0;
}

/* Files that are often taken for CSV, told by their first bytes. */
static const struct {
    const char *bytes;
    size_t n;
    const char *message, *hint;
} strangers[] = {
    {"SQLite format 3", 16, "this is a travaux or other SQLite file, not CSV",
     "take its records in with merge"},
    {"\xff\xfe", 2, "this is not UTF-8 but UTF-16", "save the file as CSV UTF-8"},
    {"\xfe\xff", 2, "this is not UTF-8 but UTF-16", "save the file as CSV UTF-8"},
    {"PK\x03\x04", 4, "this is a zipped file or a spreadsheet, not CSV",
     "save the sheet as CSV UTF-8, or turn it into CSV with xlsx2csv"},
    {"\xd0\xcf\x11\xe0", 4, "this is an old spreadsheet, not CSV", "save the sheet as CSV UTF-8"},
    {"%PDF", 4, "this is a PDF file, not CSV", "import reads CSV and CSL-JSON"},
    {"<", 1, "this is HTML or XML, not CSV", "import reads CSV and CSL-JSON"},
    {"@", 1, "this is BibTeX, not CSV", "export the articles as CSL-JSON instead"},
    {"TY  -", 5, "this is RIS, not CSV", "export the articles as CSL-JSON instead"},
};

/* The delimiter that the first row has most of outside quotes. */
static char detect(const reader *r)
{
    static const char marks[] = ",;\t";
    size_t counts[sizeof marks] = {0};
    bool quoted = false;
    size_t best = 0;
    for (size_t i = r->at; i < r->size; i++) {
        char c = r->chunk[i];
        const char *mark = c == '\0' || quoted ? NULL : strchr(marks, c);
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        quoted ^= c == '"';
        if (mark != NULL)
            counts[mark - marks]++;
    }
    for (size_t i = 1; marks[i] != '\0'; i++)
        if (counts[i] > counts[best])
            best = i;
    return marks[best];
}

/* Passes over a line `sep=;`, by which Excel tells itself the delimiter. */
static void take_separator(reader *r)
{
    const char *line = r->chunk + r->at;
    if (!begins(r, "sep=", 4) || r->size - r->at < 6 || line[4] == '\0' ||
        strchr(",;\t|", line[4]) == NULL || (line[5] != '\n' && line[5] != '\r'))
        return;
    if (r->delimiter == '\0')
        r->delimiter = line[4];
    r->last = line[5];
    r->at += 6;
    r->line++;
}

static int read_head(reader *r)
{
    int code = fill(r);
    if (code != TVX_OK)
        return code;
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        if (begins(r, strangers[i].bytes, strangers[i].n))
            return fail_file(r, strangers[i].message, strangers[i].hint);
    if (begins(r, "\xef\xbb\xbf", 3))
        r->at += 3;
    take_separator(r);
    while (r->at < r->size && (r->chunk[r->at] == '\n' || r->chunk[r->at] == '\r')) {
        r->line += r->chunk[r->at] == '\r' || r->last != '\r';
        r->last = r->chunk[r->at++];
    }
    if (r->delimiter == '\0')
        r->delimiter = detect(r);
    return TVX_OK;
}

/* --- rows --- */

static int fail_ragged(reader *r)
{
    size_t least = r->n < r->n_names ? r->n : r->n_names;
    int code = tvx_fail(r->error, TVX_EINPUT, "the row has %zu cell%s, the header %zu", r->n,
                        r->n == 1 ? "" : "s", r->n_names);
    if (r->delimiter == '\t')
        tvx_fail_hint(r->error, "tabs stand between cells; one that holds a tab stands in quotes");
    else
        tvx_fail_hint(r->error,
                      "'%c' stands between cells; one that holds it stands in quotes: \"a%c b\"",
                      r->delimiter, r->delimiter);
    tvx_csv_fail_at(r->error, r->row_line, least + 1, least < r->n_names ? r->names[least] : NULL);
    return code;
}

/* Keeps the names of the columns, for errors of the rows that follow. */
static int keep_names(reader *r)
{
    r->names = tvx_arena_new(&r->arena, r->n, sizeof *r->names);
    for (size_t i = 0; r->names != NULL && i < r->n; i++)
        if ((r->names[i] = tvx_arena_text(&r->arena, r->cells[i])) == NULL)
            return tvx_fail_memory(r->error);
    r->n_names = r->n;
    return r->names == NULL ? tvx_fail_memory(r->error) : TVX_OK;
}

static int end_cell(reader *r)
{
    size_t size = r->text.size - r->cell;
    if (r->n == TVX_CSV_COLUMNS_MAX)
        return fail_cell(r, r->line, "the row has more than 1000 cells", "is a quote missing?");
    if (!tvx_text_valid(tvx_buf_string(&r->text) + r->cell, size))
        return fail_cell(r, r->cell_line, "the cell is not valid UTF-8",
                         "save the file as UTF-8 (in Excel: CSV UTF-8)");
    r->begins[r->n] = r->cell;
    tvx_buf_char(&r->text, '\0');
    if (r->text.failed)
        return tvx_fail_memory(r->error);
    r->n++;
    r->cell = r->text.size;
    r->state = AT_CELL;
    return TVX_OK;
}

static int end_row(reader *r)
{
    int code = end_cell(r);
    if (code != TVX_OK)
        return code;
    for (size_t i = 0; i < r->n; i++)
        r->cells[i] = r->text.data + r->begins[i];
    const tvx_csv_row row = {.cells = r->cells, .n = r->n, .line = r->row_line};
    if (r->names == NULL)
        code = keep_names(r);
    else if (r->n != r->n_names)
        code = fail_ragged(r);
    if (code == TVX_OK)
        code = r->callback(r->payload, &row, r->error);
    tvx_buf_clear(&r->text);
    r->n = r->cell = 0;
    return code;
}

/* --- cells --- */

/* Puts n bytes of the chunk into the cell. */
static int put(reader *r, size_t n)
{
    if (r->text.size - r->cell + n > TVX_CSV_CELL_MAX)
        return fail_cell(r, r->cell_line, "the cell that begins here is longer than 1 MiB",
                         "is a closing quote missing?");
    if (r->text.size + n > TVX_CSV_ROW_MAX)
        return fail_cell(r, r->row_line, "the row that begins here is longer than 16 MiB",
                         "is a line end or a closing quote missing?");
    tvx_buf_put(&r->text, r->chunk + r->at, n);
    r->at += n;
    return r->text.failed ? tvx_fail_memory(r->error) : TVX_OK;
}

/* How many bytes stand for themselves from here on. */
static size_t plain_size(const reader *r)
{
    bool quoted = r->state == IN_QUOTES;
    size_t n = 0;
    for (const char *c = r->chunk + r->at; r->at + n < r->size; n++)
        if (c[n] == '"' || c[n] == '\r' || c[n] == '\n' || c[n] == '\0' ||
            (!quoted && c[n] == r->delimiter))
            break;
    return n;
}

/* A line ends within quotes. */
static int pass_line(reader *r)
{
    r->line += r->chunk[r->at] == '\r' || r->last != '\r';
    r->last = r->chunk[r->at];
    return put(r, 1);
}

/* A line ends outside quotes, and with it the row: unless it is blank, or half of CR LF. */
static int take_line(reader *r)
{
    char c = r->chunk[r->at++];
    bool half = c == '\n' && r->last == '\r';
    bool blank = r->n == 0 && r->state == AT_CELL;
    int code = half || blank ? TVX_OK : end_row(r);
    r->last = c;
    r->line += !half;
    return code;
}

static int take_quote(reader *r)
{
    if (r->state == IN_PLAIN)
        return fail_cell(r, r->line, "a quote stands within a cell that is not quoted",
                         "put the whole cell in quotes, and double those within: \"the "
                         "\"\"fund\"\"\"");
    r->last = '"';
    if (r->state == AFTER_QUOTE) { /* the second of two */
        r->state = IN_QUOTES;
        return put(r, 1);
    }
    r->state = r->state == IN_QUOTES ? AFTER_QUOTE : IN_QUOTES;
    r->at++;
    return TVX_OK;
}

static int take_text(reader *r)
{
    if (r->state == AFTER_QUOTE)
        return fail_cell(r, r->line, "text follows the closing quote of a cell", DOUBLED);
    if (r->state == AT_CELL)
        r->state = IN_PLAIN;
    size_t n = plain_size(r);
    r->last = r->chunk[r->at + n - 1];
    return put(r, n);
}

/* Takes one mark, or the text up to the next one. */
static int take(reader *r)
{
    char c = r->chunk[r->at];
    if (r->state == AT_CELL) {
        r->cell_line = r->line;
        r->row_line = r->n == 0 ? r->line : r->row_line;
    }
    if (c == '\0')
        return fail_cell(r, r->line, "a NUL byte is not accepted",
                         "save the file as CSV UTF-8: is it UTF-16?");
    if (c == '"')
        return take_quote(r);
    if (c == '\n' || c == '\r')
        return r->state == IN_QUOTES ? pass_line(r) : take_line(r);
    if (c != r->delimiter || r->state == IN_QUOTES)
        return take_text(r);
    r->last = c;
    r->at++;
    return end_cell(r);
}

/* --- the whole --- */

static int read_end(reader *r)
{
    if (r->state == IN_QUOTES)
        return fail_cell(r, r->cell_line, "the quote that begins here is not closed", DOUBLED);
    if (r->n > 0 || r->state != AT_CELL)
        return end_row(r);
    if (r->names == NULL)
        return fail_file(r, "there is no row in it",
                         "a file begins with the names of its columns: "
                         "draft,term,value,outlet,title,published");
    return TVX_OK;
}

static int read_all(reader *r)
{
    int code = read_head(r);
    while (code == TVX_OK && (r->at < r->size || !r->ended))
        code = r->at < r->size ? take(r) : fill(r);
    return code == TVX_OK ? read_end(r) : code;
}

int tvx_read_csv(tvx_byte_source source, void *source_payload, char delimiter,
                 tvx_csv_callback callback, void *payload, tvx_error *error)
{
    reader *r = tvx_mem_new(1, sizeof *r);
    if (r == NULL)
        return tvx_fail_memory(error);
    r->source = source;
    r->source_payload = source_payload;
    r->delimiter = delimiter;
    r->callback = callback;
    r->payload = payload;
    r->error = error;
    r->line = 1;
    int code = read_all(r);
    tvx_buf_dispose(&r->text);
    tvx_arena_dispose(&r->arena);
    tvx_mem_free(r);
    return code;
}
