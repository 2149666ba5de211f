#include "read/csv_row.h"

#include <string.h>

#include "base/fail.h"
#include "model/words.h"
#include "read/cites.h"
#include "read/csv_value.h"
#include "read/members.h"
#include "read/words.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define NO_DRAFT     "-" /* what a draft follows that starts a line */

/* What is at hand while a row is read. */
typedef struct reading {
    tvx_csv_entry *entry;
    tvx_arena *arena;
    const tvx_csv_shape *shape;
    const tvx_import_given *given;
    const tvx_csv_row *row;
    tvx_texts drafts;
    const char *notes; /* of the row, columns that are kept as such included; or NULL */
    tvx_buf text;
    tvx_error *error;
} reading;

/* --- cells --- */

/* Names the place of an error: a column of the shape. */
static int at_column(const reading *r, int code, tvx_csv_column column)
{
    size_t place = r->shape->places[column];
    tvx_csv_fail_at(r->error, r->row->line, place, place > 0 ? r->shape->names[place - 1] : NULL);
    return code;
}

/* The cell of a column as it stands there; NULL where nothing does. */
static const char *cell(const reading *r, tvx_csv_column column)
{
    size_t place = r->shape->places[column];
    const char *text = place == 0 ? NULL : r->row->cells[place - 1];
    return tvx_is_empty(text) ? NULL : text;
}

/* A copy without the blanks about it, of a text of n bytes. */
static const char *trim(tvx_arena *arena, const char *text, size_t n)
{
    while (n > 0 && tvx_is_blank(text[n - 1]))
        n--;
    while (n > 0 && tvx_is_blank(*text)) {
        text++;
        n--;
    }
    return tvx_arena_slice(arena, text, n);
}

/* A name, a date, a word: what blanks about it are no part of. *out is NULL where there is none. */
static int name_cell(const reading *r, tvx_csv_column column, const char **out)
{
    const char *text = cell(r, column);
    *out = text == NULL ? NULL : trim(r->arena, text, strlen(text));
    return text != NULL && *out == NULL ? tvx_fail_memory(r->error) : TVX_OK;
}

/* The texts between dividing marks, blanks about them and empty ones aside. */
static int split(const reading *r, const char *text, const char *marks, tvx_texts *out)
{
    const char **items = NULL;
    size_t n = 0, capacity = 0;
    for (size_t size; text != NULL && *text != '\0'; text += size + (text[size] != '\0')) {
        size = strcspn(text, marks);
        const char *item = trim(r->arena, text, size);
        if (item == NULL || tvx_arena_grow(r->arena, &items, n, &capacity, sizeof *items) != TVX_OK)
            return tvx_fail_memory(r->error);
        if (item[0] != '\0')
            items[n++] = item;
    }
    *out = (tvx_texts){.items = items, .n = n};
    return TVX_OK;
}

/* --- parts --- */

/* The text gathered, as a copy; the gathering begins anew. NULL: no memory. */
static const char *take_text(reading *r)
{
    const char *copy = r->text.failed ? NULL : tvx_arena_text(r->arena, tvx_buf_string(&r->text));
    tvx_buf_clear(&r->text);
    return copy;
}

/* Puts the text gathered into a list. */
static int put_part(reading *r, tvx_csv_parts *parts, size_t column)
{
    const char *text = take_text(r);
    if (text == NULL || tvx_arena_grow(r->arena, &parts->items, parts->n, &parts->capacity,
                                       sizeof *parts->items) != TVX_OK)
        return tvx_fail_memory(r->error);
    parts->items[parts->n++] = (tvx_csv_part){
        .text = text, .sources = r->entry->sources, .line = r->row->line, .column = column};
    return TVX_OK;
}

/* --- notes --- */

static void put_note(tvx_buf *out, const char *name, const char *text)
{
    if (out->size > 0)
        tvx_buf_text(out, "; ");
    if (name != NULL)
        tvx_buf_format(out, "%s: ", name);
    tvx_buf_text(out, text);
}

/* The note of the row, and what stands in columns that are kept as notes. */
static int read_notes(reading *r)
{
    const char *note = cell(r, TVX_CSV_NOTE);
    if (note != NULL)
        put_note(&r->text, NULL, note);
    for (size_t i = 0; i < r->shape->n; i++) {
        if (tvx_is_empty(r->row->cells[i]))
            continue;
        if (r->shape->uses[i] == TVX_CSV_AS_NOTE)
            put_note(&r->text, r->shape->names[i], r->row->cells[i]);
        if (r->shape->uses[i] == TVX_CSV_UNNAMED) {
            int code = tvx_fail(r->error, TVX_EINPUT, "the column has no name, but a text: '%s'",
                                r->row->cells[i]);
            tvx_fail_hint(r->error, "name it in the first row, or empty it");
            tvx_csv_fail_at(r->error, r->row->line, i + 1, NULL);
            return code;
        }
    }
    if (r->text.size == 0)
        return TVX_OK;
    r->notes = take_text(r);
    return r->notes == NULL ? tvx_fail_memory(r->error) : TVX_OK;
}

/* --- drafts --- */

/* What a row says of a draft. */
static const struct {
    tvx_csv_column column;
    const char *member;
} draft_members[] = {
    {TVX_CSV_DRAFT_TITLE, "title"},
    {TVX_CSV_DATED, "dated"},
    {TVX_CSV_PRESENTED, "presented"},
    {TVX_CSV_AMENDS, "amends"},
};

/* Appends what the row says of the draft; *any tells whether it says something. */
static int put_draft_members(reading *r, bool *any)
{
    tvx_texts by, follows;
    const char *text;
    size_t before = r->text.size;
    int code = split(r, cell(r, TVX_CSV_BY), ";,", &by);
    if (code == TVX_OK)
        code = split(r, cell(r, TVX_CSV_FOLLOWS), ";", &follows);
    for (size_t i = 0; i < COUNT(draft_members) && code == TVX_OK; i++) {
        code = name_cell(r, draft_members[i].column, &text);
        if (code == TVX_OK)
            tvx_put_member(&r->text, draft_members[i].member, text);
    }
    if (code != TVX_OK)
        return code;
    tvx_put_one_or_several(&r->text, "by", &by);
    bool starts = follows.n == 1 && strcmp(follows.items[0], NO_DRAFT) == 0;
    if (follows.n > 0) {
        tvx_put_name(&r->text, "follows");
        tvx_buf_char(&r->text, '[');
        for (size_t i = 0; i < follows.n && !starts; i++) {
            tvx_put_comma(&r->text);
            tvx_put_text(&r->text, follows.items[i]);
        }
        tvx_buf_char(&r->text, ']');
    }
    *any = r->text.size > before;
    return TVX_OK;
}

static int fail_draft_members(const reading *r)
{
    size_t i = 0;
    while (i < COUNT(draft_members) && cell(r, draft_members[i].column) == NULL)
        i++;
    tvx_csv_column column = i < COUNT(draft_members)      ? draft_members[i].column
                            : cell(r, TVX_CSV_BY) != NULL ? TVX_CSV_BY
                                                          : TVX_CSV_FOLLOWS;
    int code = tvx_fail(r->error, TVX_EINPUT, "this is said of one draft, but the row names %s",
                        r->drafts.n == 0 ? "none" : "several");
    tvx_fail_hint(r->error, r->drafts.n == 0 ? "name the draft in a column 'draft'"
                                             : "say it in a row about that draft alone");
    return at_column(r, code, column);
}

/* An export names drafts before others that no claim may be on: it knew them. In what people typed,
   what a draft follows has to be declared, or a slip of the pen would be. */
static int read_exported(reading *r)
{
    static const tvx_csv_column columns[] = {TVX_CSV_FOLLOWS, TVX_CSV_AMENDS};
    int code = TVX_OK;
    for (size_t i = 0; i < COUNT(columns) && code == TVX_OK && r->entry->report[0] != NULL; i++) {
        tvx_texts keys;
        code = split(r, cell(r, columns[i]), ";", &keys);
        for (size_t j = 0; j < keys.n && code == TVX_OK; j++) {
            if (strcmp(keys.items[j], NO_DRAFT) == 0)
                continue;
            tvx_put_member(&r->text, "key", keys.items[j]);
            code = put_part(r, &r->entry->drafts, 0);
        }
    }
    return code;
}

/* Every draft that is named is given inline: it is declared thereby, or agrees with what is there.
 */
static int read_drafts(reading *r)
{
    bool any = false;
    const char *named = cell(r, TVX_CSV_DRAFT);
    int code = split(r, named != NULL ? named : r->given->draft, ";", &r->drafts);
    for (size_t i = 0; i < r->drafts.n && code == TVX_OK; i++) {
        tvx_put_member(&r->text, "key", r->drafts.items[i]);
        code = put_draft_members(r, &any);
        if (code == TVX_OK && any && r->drafts.n > 1)
            return fail_draft_members(r);
        if (code == TVX_OK)
            code = put_part(r, &r->entry->drafts, 0);
    }
    if (code != TVX_OK || r->drafts.n > 0)
        return code == TVX_OK ? read_exported(r) : code;
    code = put_draft_members(r, &any);
    tvx_buf_clear(&r->text);
    return code == TVX_OK && any ? fail_draft_members(r) : code;
}

/* --- sources --- */

static int fail_basis(const reading *r, const char *basis)
{
    int code = tvx_fail(r->error, TVX_EINPUT, "'%s' is no basis", basis);
    tvx_fail_hint(r->error, "it is one of text, document, on_record, anonymous, secondary, "
                            "unattributed");
    return at_column(r, code, TVX_CSV_BASIS);
}

static int read_sources(reading *r)
{
    const char *basis = cell(r, TVX_CSV_BASIS), *cites = cell(r, TVX_CSV_CITES);
    const char *word = basis == NULL ? NULL : tvx_read_word(basis, tvx_basis_words);
    if (basis != NULL && word == NULL)
        return fail_basis(r, basis);
    tvx_put_member(&r->text, "basis", word);
    if (cites != NULL) {
        tvx_put_name(&r->text, "cites");
        int code = tvx_read_cites(&r->text, cites, r->error);
        if (code != TVX_OK)
            return at_column(r, code, TVX_CSV_CITES);
    }
    r->entry->sources = take_text(r);
    return r->entry->sources == NULL ? tvx_fail_memory(r->error) : TVX_OK;
}

/* --- claims --- */

/* What a claim says beside its value: texts, kept as given. */
static const struct {
    tvx_csv_column column;
    const char *member;
} claim_members[] = {
    {TVX_CSV_CONDITION, "condition"}, {TVX_CSV_TO, "to"},       {TVX_CSV_WAS, "was"},
    {TVX_CSV_QUOTE, "quote"},         {TVX_CSV_WHERE, "where"},
};

static void begin_claim(reading *r, const char *term)
{
    tvx_put_one_or_several(&r->text, "draft", &r->drafts);
    tvx_put_member(&r->text, "term", term);
}

/* True if a row that names no term says something of one. */
static bool says_something(const reading *r)
{
    bool any = cell(r, TVX_CSV_VALUE) != NULL || cell(r, TVX_CSV_STATUS) != NULL;
    for (size_t i = 0; i < COUNT(claim_members); i++)
        any |= cell(r, claim_members[i].column) != NULL;
    return any;
}

/* The claim that the row is. */
static int read_claim(reading *r)
{
    const char *term, *unit;
    int code = name_cell(r, TVX_CSV_TERM, &term);
    if (code == TVX_OK && term == NULL && says_something(r)) {
        code = tvx_fail(r->error, TVX_EINPUT, "the row names no term");
        tvx_fail_hint(r->error, "name the term that the row is about, or empty its other cells");
        return at_column(r, code, TVX_CSV_TERM);
    }
    if (code == TVX_OK && term != NULL)
        code = name_cell(r, TVX_CSV_UNIT, &unit);
    if (code != TVX_OK || term == NULL)
        return code;
    const char *value = cell(r, TVX_CSV_VALUE), *status = cell(r, TVX_CSV_STATUS);
    const char *whole = tvx_csv_value(r->arena, value, unit);
    if (whole == NULL && value != NULL)
        return tvx_fail_memory(r->error);
    const char *row = tvx_csv_term_of(r->given, term);
    begin_claim(r, row != NULL ? row : term);
    code = tvx_csv_put_said(&r->text, whole, status, r->error);
    if (code != TVX_OK) {
        tvx_fail_hint(r->error, "give a value, or as the status included, absent or deferred");
        return at_column(r, code, tvx_csv_is_status(status) ? TVX_CSV_VALUE : TVX_CSV_STATUS);
    }
    for (size_t i = 0; i < COUNT(claim_members); i++)
        tvx_put_member(&r->text, claim_members[i].member, cell(r, claim_members[i].column));
    tvx_put_member(&r->text, "note", r->notes);
    return put_part(r, &r->entry->claims, 0);
}

/* The claims that stand in the columns of terms. */
static int read_terms(reading *r)
{
    int code = TVX_OK;
    for (size_t i = 0; i < r->shape->n && code == TVX_OK; i++) {
        if (r->shape->uses[i] != TVX_CSV_OF_TERM || tvx_is_empty(r->row->cells[i]))
            continue;
        begin_claim(r, r->shape->terms[i]);
        code = tvx_csv_put_said(&r->text, r->row->cells[i], NULL, r->error);
        if (code == TVX_OK)
            code = put_part(r, &r->entry->claims, i + 1);
    }
    return code;
}

/* A row without claims still says that its report speaks of the draft; and the note of a row with
   claims on several terms is one on the draft. */
static int read_mentions(reading *r)
{
    bool claims = r->shape->form == TVX_CSV_CLAIMS && r->entry->claims.n > 0;
    bool wanted = !claims && (r->entry->claims.n == 0 || r->notes != NULL);
    int code = TVX_OK;
    if (!claims && r->drafts.n == 0)
        r->entry->notes[1] = r->notes;
    for (size_t i = 0; i < r->drafts.n && wanted && code == TVX_OK; i++) {
        tvx_put_member(&r->text, "draft", r->drafts.items[i]);
        tvx_put_member(&r->text, "note", r->notes);
        code = put_part(r, &r->entry->mentions, 0);
    }
    return code;
}

/* --- the report --- */

/* Zotero says when to the second, with a blank between day and time. */
static const char *day_of(reading *r, const char *accessed)
{
    size_t n = strcspn(accessed, " ");
    return r->shape->form == TVX_CSV_ZOTERO ? tvx_arena_slice(r->arena, accessed, n) : accessed;
}

static int read_report(reading *r)
{
    const struct {
        tvx_csv_column column;
        const char *given;
    } needed[] = {{TVX_CSV_OUTLET, r->given->outlet},
                  {TVX_CSV_TITLE, r->given->title},
                  {TVX_CSV_PUBLISHED, r->given->published}};
    const char **report = r->entry->report;
    int code = TVX_OK;
    for (size_t i = 0; i < TVX_CSV_OF_REPORT && code == TVX_OK; i++) {
        tvx_csv_column column = (tvx_csv_column)(TVX_CSV_REPORT + i);
        code = name_cell(r, column, &report[i]);
        if (code == TVX_OK && column == TVX_CSV_ACCESSED && report[i] != NULL &&
            (report[i] = day_of(r, report[i])) == NULL)
            code = tvx_fail_memory(r->error);
    }
    for (size_t i = 0; i < COUNT(needed) && code == TVX_OK; i++) {
        const char **member = &report[needed[i].column - TVX_CSV_REPORT];
        *member = *member != NULL ? *member : needed[i].given;
        if (*member == NULL) {
            const char *name = tvx_csv_column_name(needed[i].column);
            code = tvx_fail(r->error, TVX_EINPUT, "'%s' is missing: every report has one", name);
            tvx_fail_hint(r->error, "fill in the cell, or say it for every such row with --%s",
                          name);
            return at_column(r, code, needed[i].column);
        }
    }
    const char *note = code == TVX_OK ? cell(r, TVX_CSV_REPORT_NOTE) : NULL;
    r->entry->notes[0] = note == NULL ? NULL : tvx_arena_text(r->arena, note);
    return note != NULL && r->entry->notes[0] == NULL ? tvx_fail_memory(r->error) : code;
}

static int read_row(reading *r)
{
    int code = read_report(r);
    if (code == TVX_OK)
        code = read_sources(r);
    if (code == TVX_OK)
        code = read_notes(r);
    if (code == TVX_OK)
        code = read_drafts(r);
    if (code == TVX_OK)
        code = r->shape->form == TVX_CSV_CLAIMS ? read_claim(r) : read_terms(r);
    return code == TVX_OK ? read_mentions(r) : code;
}

int tvx_csv_row_read(tvx_csv_entry *out, bool *empty, tvx_arena *arena, const tvx_csv_shape *shape,
                     const tvx_import_given *given, const tvx_csv_row *row, tvx_error *error)
{
    reading r = {
        .entry = out, .arena = arena, .shape = shape, .given = given, .row = row, .error = error};
    *out = (tvx_csv_entry){.line = row->line};
    *empty = true;
    for (size_t i = 0; i < row->n; i++)
        *empty &= tvx_is_empty(row->cells[i]);
    int code = *empty ? TVX_OK : read_row(&r);
    tvx_buf_dispose(&r.text);
    return code;
}
