#include "read/csv_records.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/texts.h"
#include "read/csv_row.h"
#include "read/members.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* Rows of one report. */
typedef struct group {
    size_t first, n; /* of the entries */
    unsigned long line;
    tvx_csv_parts claims, drafts, mentions; /* in the order of its lists */
} group;

struct tvx_csv_records {
    tvx_arena arena;
    const tvx_import_given *given;
    const tvx_made_sink *sink;
    tvx_csv_shape shape;
    bool shaped; /* the header was read */
    tvx_csv_entry *entries;
    size_t n, capacity;
    group *groups;
    size_t n_groups;
    tvx_buf text;
};

/* --- rows --- */

static int take_row(void *payload, const tvx_csv_row *row, tvx_error *error)
{
    tvx_csv_records *r = payload;
    bool empty;
    if (!r->shaped) {
        r->shaped = true;
        return tvx_csv_shape_read(&r->shape, &r->arena, row, r->given, r->sink, error);
    }
    if (tvx_arena_grow(&r->arena, &r->entries, r->n, &r->capacity, sizeof *r->entries) != TVX_OK)
        return tvx_fail_memory(error);
    int code =
        tvx_csv_row_read(&r->entries[r->n], &empty, &r->arena, &r->shape, r->given, row, error);
    r->n += code == TVX_OK && !empty;
    return code;
}

/* --- grouping --- */

/* A missing text goes first. */
static int compare_texts(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

static int compare_telling(const tvx_csv_entry *a, const tvx_csv_entry *b)
{
    int order = 0;
    for (size_t i = 0; i < TVX_CSV_TELLING && order == 0; i++)
        order = compare_texts(a->report[i], b->report[i]);
    return order;
}

static int compare_entries(const void *a, const void *b)
{
    const tvx_csv_entry *x = a, *y = b;
    int order = compare_telling(x, y);
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static int compare_groups(const void *a, const void *b)
{
    const group *x = a, *y = b;
    return (x->line > y->line) - (x->line < y->line);
}

static int find_groups(tvx_csv_records *r, tvx_error *error)
{
    r->groups = tvx_arena_new(&r->arena, r->n + 1, sizeof *r->groups);
    if (r->groups == NULL)
        return tvx_fail_memory(error);
    if (r->n > 0)
        qsort(r->entries, r->n, sizeof *r->entries, compare_entries);
    for (size_t i = 0; i < r->n; i++) {
        if (i == 0 || compare_telling(&r->entries[i - 1], &r->entries[i]) != 0)
            r->groups[r->n_groups++] = (group){.first = i, .line = r->entries[i].line};
        r->groups[r->n_groups - 1].n++;
    }
    if (r->n_groups > 0)
        qsort(r->groups, r->n_groups, sizeof *r->groups, compare_groups);
    return TVX_OK;
}

/* --- drafts --- */

static int compare_drafts(const void *a, const void *b)
{
    const tvx_csv_part *x = *(tvx_csv_part *const *)a, *y = *(tvx_csv_part *const *)b;
    int order = strcmp(x->text, y->text);
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

/* True if the members of one draft begin those of the other, or are the same. */
static bool is_said_by(const tvx_csv_part *one, const tvx_csv_part *other)
{
    size_t n = strlen(one->text);
    return strncmp(one->text, other->text, n) == 0 && strchr(",", other->text[n]) != NULL;
}

static int list_drafts(tvx_csv_records *r, tvx_csv_part ***out, size_t *n, tvx_error *error)
{
    size_t capacity = 0;
    for (size_t i = 0; i < r->n; i++) {
        const tvx_csv_parts *drafts = &r->entries[i].drafts;
        for (size_t j = 0; j < drafts->n; j++) {
            if (tvx_arena_grow(&r->arena, out, *n, &capacity, sizeof **out) != TVX_OK)
                return tvx_fail_memory(error);
            (*out)[(*n)++] = &drafts->items[j];
        }
    }
    return TVX_OK;
}

/* Every row names its drafts: each is handed over once, where most is said of it. */
static int drop_drafts(tvx_csv_records *r, tvx_error *error)
{
    tvx_csv_part **all = NULL;
    const tvx_csv_part *next = NULL;
    size_t n = 0;
    int code = list_drafts(r, &all, &n, error);
    if (code != TVX_OK || n == 0)
        return code;
    qsort(all, n, sizeof *all, compare_drafts);
    for (size_t i = n; i-- > 0;) {
        bool again = i > 0 && strcmp(all[i]->text, all[i - 1]->text) == 0;
        all[i]->dropped = again || (next != NULL && is_said_by(all[i], next));
        next = again ? next : all[i];
    }
    return TVX_OK;
}

/* --- parts --- */

static int compare_parts(const void *a, const void *b)
{
    const tvx_csv_part *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    if (order == 0)
        order = strcmp(x->sources, y->sources);
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

/* Orders parts, and leaves one of those that are equal. */
static void order_parts(tvx_csv_parts *parts, bool with_sources)
{
    size_t kept = 0;
    if (parts->n > 0)
        qsort(parts->items, parts->n, sizeof *parts->items, compare_parts);
    for (size_t i = 0; i < parts->n; i++) {
        const tvx_csv_part *last = kept == 0 ? NULL : &parts->items[kept - 1];
        if (last == NULL || strcmp(last->text, parts->items[i].text) != 0 ||
            (with_sources && strcmp(last->sources, parts->items[i].sources) != 0))
            parts->items[kept++] = parts->items[i];
    }
    parts->n = kept;
}

static int gather(tvx_csv_parts *out, tvx_arena *arena, const tvx_csv_parts *from, tvx_error *error)
{
    for (size_t i = 0; i < from->n; i++) {
        if (from->items[i].dropped)
            continue;
        if (tvx_arena_grow(arena, &out->items, out->n, &out->capacity, sizeof *out->items) !=
            TVX_OK)
            return tvx_fail_memory(error);
        out->items[out->n++] = from->items[i];
    }
    return TVX_OK;
}

static int gather_parts(tvx_csv_records *r, group *g, tvx_error *error)
{
    int code = TVX_OK;
    for (size_t i = 0; i < g->n && code == TVX_OK; i++) {
        const tvx_csv_entry *entry = &r->entries[g->first + i];
        code = gather(&g->claims, &r->arena, &entry->claims, error);
        if (code == TVX_OK)
            code = gather(&g->drafts, &r->arena, &entry->drafts, error);
        if (code == TVX_OK)
            code = gather(&g->mentions, &r->arena, &entry->mentions, error);
    }
    order_parts(&g->claims, true);
    order_parts(&g->drafts, false);
    order_parts(&g->mentions, false);
    return code;
}

/* --- into a record --- */

/* What a report's columns are called in its record. */
static const struct {
    tvx_csv_column column;
    const char *member;
} report_members[] = {
    {TVX_CSV_OUTLET, "outlet"},
    {TVX_CSV_TITLE, "title"},
    {TVX_CSV_PUBLISHED, "published"},
    {TVX_CSV_URL, "url"},
    {TVX_CSV_ARCHIVED_URL, "archived_url"},
    {TVX_CSV_ACCESSED, "accessed"},
    {TVX_CSV_BYLINE, "byline"},
    {TVX_CSV_LANGUAGE, "language"},
};

static int fail_disagree(const tvx_csv_records *r, const tvx_csv_entry *one,
                         const tvx_csv_entry *other, tvx_csv_column column, tvx_error *error)
{
    size_t i = column - TVX_CSV_REPORT, place = r->shape.places[column];
    int code =
        tvx_fail(error, TVX_EINPUT, "'%s' of this article is '%s' in line %lu, but '%s' here",
                 tvx_csv_column_name(column), one->report[i], one->line, other->report[i]);
    tvx_fail_hint(error, "rows with the same outlet, title, date and URL are of one article");
    tvx_csv_fail_at(error, other->line, place, r->shape.names[place - 1]);
    return code;
}

/* What the rows say in a column, each that says something the same. */
static int agree(const tvx_csv_records *r, const group *g, tvx_csv_column column, const char **out,
                 tvx_error *error)
{
    const tvx_csv_entry *said = NULL;
    size_t member = column - TVX_CSV_REPORT;
    for (size_t i = 0; i < g->n; i++) {
        const tvx_csv_entry *entry = &r->entries[g->first + i];
        if (entry->report[member] == NULL)
            continue;
        if (said == NULL)
            said = entry;
        else if (strcmp(said->report[member], entry->report[member]) != 0)
            return fail_disagree(r, said, entry, column, error);
    }
    *out = said == NULL ? NULL : said->report[member];
    return TVX_OK;
}

/* The basis and the sources of every row, if they are the same; else NULL. */
static const char *common_sources(const tvx_csv_records *r, const group *g)
{
    const char *sources = r->entries[g->first].sources;
    for (size_t i = 1; i < g->n; i++)
        if (strcmp(sources, r->entries[g->first + i].sources) != 0)
            return NULL;
    return sources;
}

static void put_raw(tvx_buf *out, const char *members)
{
    if (members == NULL || members[0] == '\0')
        return;
    tvx_put_comma(out);
    tvx_buf_text(out, members);
}

static void put_list(tvx_buf *out, const char *name, const tvx_csv_parts *parts, bool with_sources)
{
    if (parts->n == 0)
        return;
    tvx_put_name(out, name);
    tvx_buf_char(out, '[');
    for (size_t i = 0; i < parts->n; i++) {
        tvx_put_comma(out);
        tvx_buf_char(out, '{');
        tvx_buf_text(out, parts->items[i].text);
        if (with_sources)
            put_raw(out, parts->items[i].sources);
        tvx_buf_char(out, '}');
    }
    tvx_buf_char(out, ']');
}

/* The notes on the report, each once, in byte order. */
static int put_notes(tvx_csv_records *r, const group *g, tvx_error *error)
{
    const char **notes = tvx_mem_new(2 * g->n, sizeof *notes);
    size_t n = 0;
    tvx_buf note = {0};
    if (notes == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < 2 * g->n; i++)
        if (r->entries[g->first + i / 2].notes[i % 2] != NULL)
            notes[n++] = r->entries[g->first + i / 2].notes[i % 2];
    n = tvx_texts_sort(notes, n);
    for (size_t i = 0; i < n; i++)
        tvx_buf_format(&note, "%s%s", i > 0 ? "; " : "", notes[i]);
    tvx_put_member(&r->text, "note", tvx_buf_string(&note));
    r->text.failed |= note.failed;
    tvx_buf_dispose(&note);
    tvx_mem_free(notes);
    return TVX_OK;
}

static int put_report(tvx_csv_records *r, const group *g, tvx_error *error)
{
    const char *text = NULL, *sources = common_sources(r, g);
    tvx_buf_clear(&r->text);
    tvx_buf_char(&r->text, '{');
    tvx_put_member(&r->text, "record", "report");
    tvx_put_member(&r->text, "negotiation", r->given->negotiation);
    for (size_t i = 0; i < COUNT(report_members); i++) {
        int code = agree(r, g, report_members[i].column, &text, error);
        if (code != TVX_OK)
            return code;
        tvx_put_member(&r->text, report_members[i].member, text);
    }
    put_raw(&r->text, sources);
    put_list(&r->text, "claims", &g->claims, sources == NULL);
    put_list(&r->text, "mentions", &g->mentions, false);
    put_list(&r->text, "drafts", &g->drafts, false);
    int code = put_notes(r, g, error);
    tvx_buf_char(&r->text, '}');
    return code == TVX_OK && r->text.failed ? tvx_fail_memory(error) : code;
}

static int hand_over(tvx_csv_records *r, group *g, tvx_error *error)
{
    int code = gather_parts(r, g, error);
    if (code == TVX_OK)
        code = put_report(r, g, error);
    if (code != TVX_OK)
        return code;
    const tvx_made made = {.text = tvx_buf_string(&r->text),
                           .size = r->text.size,
                           .line = g->line,
                           .known = r->entries[g->first].report[0]};
    code = r->sink->take(r->sink->payload, &made, error);
    if (code != TVX_OK)
        tvx_csv_records_explain(r, error);
    return code;
}

/* --- places --- */

/* Which column a member of a list stands for; list NULL: of the report itself. */
static const struct {
    const char *list, *member;
    tvx_csv_column column;
} member_columns[] = {
    {"claims", "draft", TVX_CSV_DRAFT},
    {"claims", "term", TVX_CSV_TERM},
    {"claims", "value", TVX_CSV_VALUE},
    {"claims", "stance", TVX_CSV_STATUS},
    {"claims", "condition", TVX_CSV_CONDITION},
    {"claims", "to", TVX_CSV_TO},
    {"claims", "was", TVX_CSV_WAS},
    {"claims", "quote", TVX_CSV_QUOTE},
    {"claims", "where", TVX_CSV_WHERE},
    {"claims", "note", TVX_CSV_NOTE},
    {"claims", "basis", TVX_CSV_BASIS},
    {"claims", "cites", TVX_CSV_CITES},
    {"drafts", "key", TVX_CSV_DRAFT},
    {"drafts", "title", TVX_CSV_DRAFT_TITLE},
    {"drafts", "dated", TVX_CSV_DATED},
    {"drafts", "presented", TVX_CSV_PRESENTED},
    {"drafts", "by", TVX_CSV_BY},
    {"drafts", "follows", TVX_CSV_FOLLOWS},
    {"drafts", "amends", TVX_CSV_AMENDS},
    {"drafts", "", TVX_CSV_DRAFT},
    {"mentions", "draft", TVX_CSV_DRAFT},
    {"mentions", "note", TVX_CSV_NOTE},
    {NULL, "basis", TVX_CSV_BASIS},
    {NULL, "cites", TVX_CSV_CITES},
    {NULL, "note", TVX_CSV_REPORT_NOTE},
    {NULL, "report", TVX_CSV_REPORT},
};

static bool is_part(const char *part, size_t n, const char *name)
{
    return strlen(name) == n && strncmp(part, name, n) == 0;
}

static tvx_csv_column column_of(const char *list, const char *member, size_t n)
{
    for (size_t i = 0; i < COUNT(member_columns); i++)
        if ((list == NULL) == (member_columns[i].list == NULL) &&
            (list == NULL || strcmp(list, member_columns[i].list) == 0) &&
            is_part(member, n, member_columns[i].member))
            return member_columns[i].column;
    for (size_t i = 0; i < COUNT(report_members) && list == NULL; i++)
        if (is_part(member, n, report_members[i].member))
            return report_members[i].column;
    return TVX_CSV_COLUMNS;
}

/* The part that a pointer leads to, and the rest of the pointer; NULL: to the report itself. */
static const tvx_csv_part *part_of(const group *g, const char **pointer, const char **list)
{
    const struct {
        const char *name;
        const tvx_csv_parts *parts;
    } lists[] = {{"claims", &g->claims}, {"drafts", &g->drafts}, {"mentions", &g->mentions}};
    const char *at = *pointer;
    size_t n = strcspn(at, "/");
    for (size_t i = 0; i < COUNT(lists); i++) {
        if (!is_part(at, n, lists[i].name) || at[n] != '/')
            continue;
        char *rest;
        unsigned long number = strtoul(at + n + 1, &rest, 10);
        if (number >= lists[i].parts->n)
            break;
        *pointer = *rest == '/' ? rest + 1 : rest;
        *list = lists[i].name;
        return &lists[i].parts->items[number];
    }
    return NULL;
}

void tvx_csv_records_explain(const tvx_csv_records *r, tvx_error *error)
{
    const group wanted = {.line = error == NULL ? 0 : error->line};
    const group *g = error == NULL || r->n_groups == 0
                         ? NULL
                         : bsearch(&wanted, r->groups, r->n_groups, sizeof wanted, compare_groups);
    if (g == NULL || error->pointer[0] != '/')
        return;
    const char *pointer = error->pointer + 1, *list = NULL;
    const tvx_csv_part *part = part_of(g, &pointer, &list);
    tvx_csv_column column = column_of(list, pointer, strcspn(pointer, "/"));
    size_t place = column == TVX_CSV_COLUMNS ? 0 : r->shape.places[column];
    if (part != NULL && part->column > 0 && place == 0)
        place = part->column;
    error->line = 0;
    tvx_csv_fail_at(error, part != NULL ? part->line : g->line, place,
                    place > 0 ? r->shape.names[place - 1] : NULL);
}

/* --- the whole --- */

int tvx_csv_records_read(tvx_csv_records **out, tvx_byte_source source, void *source_payload,
                         char delimiter, const tvx_import_given *given, const tvx_made_sink *sink,
                         tvx_error *error)
{
    tvx_csv_records *r = *out = tvx_mem_new(1, sizeof *r);
    if (r == NULL)
        return tvx_fail_memory(error);
    r->given = given;
    r->sink = sink;
    int code = tvx_read_csv(source, source_payload, delimiter, take_row, r, error);
    if (code == TVX_OK)
        code = find_groups(r, error);
    if (code == TVX_OK)
        code = drop_drafts(r, error);
    for (size_t i = 0; i < r->n_groups && code == TVX_OK; i++)
        code = hand_over(r, &r->groups[i], error);
    return code;
}

void tvx_csv_records_free(tvx_csv_records *r)
{
    if (r == NULL)
        return;
    tvx_buf_dispose(&r->text);
    tvx_arena_dispose(&r->arena);
    tvx_mem_free(r);
}
