#include "read/csl.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/fail.h"
#include "codec/foreign.h"
#include "model/words.h"
#include "read/cites.h"
#include "read/csl_date.h"
#include "read/members.h"
#include "read/words.h"

typedef struct reading {
    const tvx_import_given *given;
    const tvx_made_sink *sink;
    const char *piece; /* the item as it stands there */
    size_t size;
    unsigned long line;
    tvx_foreign *item;
    tvx_buf text; /* the record */
    tvx_buf note;
    tvx_buf basis, cites; /* said in Zotero's Extra */
    tvx_error *error;
} reading;

/* --- what is wrong --- */

/* The text of one of the item's variables; or NULL. */
static const char *text_of(const reading *r, const char *name)
{
    return tvx_foreign_text(tvx_foreign_member(r->item, name));
}

/* Names the item and the place. */
static int fail_item(const reading *r, const char *pointer, const char *message, const char *hint)
{
    const char *title = text_of(r, "title"), *id = text_of(r, "id");
    const char *name = title != NULL ? title : id;
    int code = name != NULL ? tvx_fail(r->error, TVX_EINPUT, "'%s': %s", name, message)
                            : tvx_fail(r->error, TVX_EINPUT, "%s", message);
    tvx_fail_hint(r->error, "%s", hint);
    tvx_fail_within(r->error, "%s", pointer);
    tvx_fail_at(r->error, NULL, tvx_read_line(r->piece, r->size, pointer, r->line));
    return code;
}

static int warn(const reading *r, const char *name, const char *words)
{
    tvx_buf text = {0};
    const char *title = text_of(r, "title");
    tvx_buf_format(&text, "'%s': %s '%s'", title == NULL ? "" : title, name, words);
    int code = text.failed
                   ? tvx_fail_memory(r->error)
                   : r->sink->warn(r->sink->payload, r->line, tvx_buf_string(&text), r->error);
    tvx_buf_dispose(&text);
    return code;
}

/* --- texts --- */

static void put_note(reading *r, const char *name, const char *text)
{
    if (text == NULL)
        return;
    if (r->note.size > 0)
        tvx_buf_char(&r->note, '\n');
    if (name != NULL)
        tvx_buf_format(&r->note, "%s: ", name);
    tvx_buf_text(&r->note, text);
}

/* The size of a tag of CSL's rich text at the beginning; 0 for all else. */
static size_t tag_size(const char *at)
{
    static const char *const tags[] = {"i", "b", "sub", "sup", "sc", "span"};
    const char *name = at + 1 + (at[1] == '/');
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        size_t n = strlen(tags[i]);
        bool opens = i == 5 && at[1] != '/' && name[0] != '\0'; /* <span style="…"> */
        if (strncmp(name, tags[i], n) != 0 || (name[n] != '>' && !(opens && name[n] == ' ')))
            continue;
        const char *end = strchr(name + n, '>');
        return end == NULL ? 0 : (size_t)(end - at) + 1;
    }
    return 0;
}

static void put_title(tvx_buf *out, const char *title)
{
    for (size_t n; *title != '\0'; title += n) {
        n = *title == '<' ? tag_size(title) : 0;
        if (n > 0)
            continue;
        n = 1 + strcspn(title + 1, "<");
        tvx_buf_put(out, title, n);
    }
}

/* The host of a URL, without `www.`. */
static void put_host(tvx_buf *out, const char *url)
{
    const char *host = url == NULL ? NULL : strstr(url, "://");
    if (host == NULL)
        return;
    host += 3;
    size_t n = strcspn(host, "/?#:");
    const char *user = memchr(host, '@', n);
    if (user != NULL) {
        n -= (size_t)(user + 1 - host);
        host = user + 1;
    }
    bool www = n > 4 && strncmp(host, "www.", 4) == 0;
    tvx_buf_put(out, host + (www ? 4 : 0), n - (www ? 4 : 0));
}

/* "Ludwig van Beethoven Jr.", or the name of a desk. */
static void put_person(tvx_buf *out, const tvx_foreign *person)
{
    static const char *const parts[] = {
        "literal", "given", "dropping-particle", "non-dropping-particle", "family", "suffix"};
    bool first = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *text = tvx_foreign_text(tvx_foreign_member(person, parts[i]));
        if (text == NULL)
            continue;
        if (!first)
            tvx_buf_char(out, ' ');
        tvx_buf_text(out, text);
        first = false;
    }
}

static void put_people(tvx_buf *out, const tvx_foreign *people)
{
    for (size_t i = 0; i < tvx_foreign_size(people); i++) {
        if (out->size > 0)
            tvx_buf_text(out, ", ");
        put_person(out, tvx_foreign_item(people, i));
    }
}

/* Puts a member and empties what it was made in. */
static void put_made(reading *r, const char *member, tvx_buf *made)
{
    r->text.failed |= made->failed;
    tvx_put_member(&r->text, member, tvx_buf_string(made));
    tvx_buf_dispose(made);
}

/* --- members --- */

#define NEEDED "every report has one"

static int put_needed(reading *r)
{
    tvx_buf title = {0}, outlet = {0};
    const char *name = text_of(r, "container-title");
    put_title(&title, text_of(r, "title") == NULL ? "" : text_of(r, "title"));
    name = name != NULL ? name : text_of(r, "publisher");
    if (name != NULL)
        tvx_buf_text(&outlet, name);
    else if (r->given->outlet == NULL)
        put_host(&outlet, text_of(r, "URL"));
    if (title.size == 0 && r->given->title != NULL)
        tvx_buf_text(&title, r->given->title);
    if (outlet.size == 0 && r->given->outlet != NULL)
        tvx_buf_text(&outlet, r->given->outlet);
    bool titled = title.size > 0 || title.failed, told = outlet.size > 0 || outlet.failed;
    put_made(r, "outlet", &outlet);
    put_made(r, "title", &title);
    if (!titled)
        return fail_item(r, "/title", "the title is missing: " NEEDED,
                         "is this CSL-JSON? in Zotero: Export Items…, CSL JSON");
    return told ? TVX_OK
                : fail_item(r, "/container-title", "the outlet is missing: " NEEDED,
                            "fill in the publication, or say it for all: --outlet NAME");
}

/* A date as a member; what can only be said in words goes into the note, with a warning. */
static int put_date(reading *r, const char *variable, const char *member, const char *given)
{
    tvx_buf date = {0}, words = {0};
    int code = TVX_OK;
    tvx_csl_date(&date, &words, tvx_foreign_member(r->item, variable));
    if (date.size == 0 && given != NULL)
        tvx_buf_text(&date, given);
    bool failed = date.failed || words.failed;
    bool missing = date.size == 0 && !failed && strcmp(member, "published") == 0;
    if (words.size > 0 && !missing) {
        put_note(r, variable, tvx_buf_string(&words));
        code = warn(r, "a date in words is kept in the note:", tvx_buf_string(&words));
    }
    if (missing && words.size > 0)
        code = tvx_fail(r->error, TVX_EINPUT, "'%s': the date is given in words alone: '%s'",
                        text_of(r, "title") == NULL ? "" : text_of(r, "title"),
                        tvx_buf_string(&words));
    if (missing)
        code = fail_item(r, "/issued", "the date it was published is missing: " NEEDED,
                         "fill in the date, or say it for all such items: --published 2025-02-24");
    r->text.failed |= failed;
    tvx_buf_dispose(&words);
    put_made(r, member, &date);
    return code;
}

static int put_archive(reading *r)
{
    const char *where = text_of(r, "archive_location");
    bool url = where != NULL && strstr(where, "://") != NULL;
    tvx_put_member(&r->text, "url", text_of(r, "URL"));
    tvx_put_member(&r->text, "archived_url", url ? where : NULL);
    if (!url)
        put_note(r, "archive_location", where);
    return TVX_OK;
}

static int put_language(reading *r)
{
    const char *language = text_of(r, "language");
    tvx_put_member(&r->text, "language", language);
    if (language == NULL ||
        strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
            strlen(language))
        return TVX_OK;
    return warn(r, "the language is no code such as en or uk:", language);
}

/* Variables that have no place in a record but its note. */
static void put_others(reading *r)
{
    static const char *const kept[] = {"abstract", "keyword", "publisher-place", "section",
                                       "page",     "archive", "original-title"};
    const char *type = text_of(r, "type");
    if (type != NULL && strcmp(type, "article-newspaper") != 0 && strcmp(type, "webpage") != 0)
        put_note(r, "type", type);
    if (text_of(r, "container-title") != NULL)
        put_note(r, "publisher", text_of(r, "publisher"));
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        put_note(r, kept[i], text_of(r, kept[i]));
}

/* --- sources --- */

/* The only place that CSL has for "reported by X citing Y". */
static void put_original(reading *r)
{
    const char *publisher = text_of(r, "original-publisher");
    tvx_buf author = {0}, date = {0}, words = {0};
    put_people(&author, tvx_foreign_member(r->item, "original-author"));
    tvx_csl_date(&date, &words, tvx_foreign_member(r->item, "original-date"));
    if (r->cites.size == 0 && (publisher != NULL || author.size > 0)) {
        tvx_buf_text(&r->cites, "[{");
        tvx_put_member(&r->cites, publisher != NULL ? "outlet" : "who",
                       publisher != NULL ? publisher : tvx_buf_string(&author));
        tvx_buf_text(&r->cites, "}]");
    }
    if (publisher != NULL && author.size > 0)
        put_note(r, "original-author", tvx_buf_string(&author));
    if (date.size > 0 || words.size > 0)
        put_note(r, "original-date", tvx_buf_string(date.size > 0 ? &date : &words));
    r->text.failed |= author.failed || date.failed || words.failed;
    tvx_buf_dispose(&author);
    tvx_buf_dispose(&date);
    tvx_buf_dispose(&words);
}

/* The rest of a line `name: rest`; or NULL. */
static const char *rest_of(const char *line, const char *name)
{
    size_t n = strlen(name);
    if (strncmp(line, name, n) != 0 || line[n] != ':')
        return NULL;
    for (line += n + 1; tvx_is_blank(*line);)
        line++;
    return line;
}

/* A line of Zotero's Extra. */
static int take_line(reading *r, const char *line)
{
    const char *via = rest_of(line, "via"), *type = rest_of(line, "source-type");
    const char *basis = type == NULL ? NULL : tvx_read_word(type, tvx_basis_words);
    if (via != NULL && r->cites.size == 0) {
        int code = tvx_read_cites(&r->cites, via, r->error);
        return code == TVX_OK ? code : fail_item(r, "/note", "", "");
    }
    if (basis != NULL && r->basis.size == 0)
        tvx_buf_text(&r->basis, basis);
    else if (!tvx_is_empty(line))
        put_note(r, NULL, line);
    return TVX_OK;
}

static int take_extra(reading *r)
{
    const char *extra = text_of(r, "note");
    tvx_arena arena = {0};
    int code = TVX_OK;
    for (size_t n; code == TVX_OK && extra != NULL && *extra != '\0';
         extra += n + (extra[n] != '\0')) {
        n = strcspn(extra, "\r\n");
        const char *line = tvx_arena_slice(&arena, extra, n);
        code = line == NULL ? tvx_fail_memory(r->error) : take_line(r, line);
    }
    tvx_arena_dispose(&arena);
    return code;
}

/* --- an item --- */

static int put_members(reading *r)
{
    tvx_buf byline = {0};
    int code = put_needed(r);
    if (code == TVX_OK)
        code = put_date(r, "issued", "published", r->given->published);
    if (code == TVX_OK)
        code = put_archive(r);
    if (code == TVX_OK)
        code = put_date(r, "accessed", "accessed", NULL);
    put_people(&byline, tvx_foreign_member(r->item, "author"));
    put_made(r, "byline", &byline);
    if (code == TVX_OK)
        code = put_language(r);
    if (code == TVX_OK)
        code = take_extra(r);
    if (code != TVX_OK)
        return code;
    put_others(r);
    put_original(r);
    tvx_put_member(&r->text, "basis", tvx_buf_string(&r->basis));
    if (r->cites.size > 0) {
        tvx_put_name(&r->text, "cites");
        tvx_buf_text(&r->text, tvx_buf_string(&r->cites));
    }
    tvx_put_member(&r->text, "note", tvx_buf_string(&r->note));
    return TVX_OK;
}

/* Which variable a member was made of. */
static const char *variable_of(const char *pointer)
{
    static const char *const variables[][2] = {
        {"/published", "/issued"}, {"/accessed", "/accessed"}, {"/outlet", "/container-title"},
        {"/title", "/title"},      {"/url", "/URL"},           {"/cites", "/note"},
    };
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        if (strncmp(pointer, variables[i][0], strlen(variables[i][0])) == 0)
            return variables[i][1];
    return "";
}

static int hand_over(reading *r)
{
    const tvx_made made = {.text = tvx_buf_string(&r->text), .size = r->text.size, .line = r->line};
    int code = r->sink->take(r->sink->payload, &made, r->error);
    if (code != TVX_OK && r->error != NULL && r->error->pointer[0] == '/') {
        const char *variable = variable_of(r->error->pointer);
        r->error->pointer[0] = '\0';
        r->error->line = 0;
        return fail_item(r, variable, "", "");
    }
    return code;
}

static int check_item(const reading *r)
{
    if (tvx_foreign_member(r->item, "record") != NULL)
        return fail_item(r, "", "this is a travaux record, not CSL-JSON",
                         "records are recorded by travaux add");
    if (tvx_foreign_member(r->item, "itemType") != NULL ||
        tvx_foreign_member(r->item, "items") != NULL)
        return fail_item(r, "", "this is Zotero's own JSON, not CSL-JSON",
                         "in Zotero: Export Items…, CSL JSON");
    return TVX_OK;
}

static int take_item(reading *r)
{
    int code = tvx_foreign_parse(&r->item, r->piece, r->size, r->error);
    if (code != TVX_OK) {
        if (r->error != NULL && r->error->line > 0)
            r->error->line += r->line - 1;
        return code;
    }
    code = check_item(r);
    tvx_buf_char(&r->text, '{');
    tvx_put_member(&r->text, "record", "report");
    tvx_put_member(&r->text, "negotiation", r->given->negotiation);
    if (code == TVX_OK)
        code = put_members(r);
    tvx_buf_char(&r->text, '}');
    if (code == TVX_OK && (r->text.failed || r->note.failed || r->basis.failed || r->cites.failed))
        code = tvx_fail_memory(r->error);
    return code == TVX_OK ? hand_over(r) : code;
}

typedef struct run {
    const tvx_import_given *given;
    const tvx_made_sink *sink;
} run;

static int take_piece(void *payload, const char *text, size_t n, unsigned long line,
                      tvx_error *error)
{
    const run *all = payload;
    reading r = {.given = all->given,
                 .sink = all->sink,
                 .piece = text,
                 .size = n,
                 .line = line,
                 .error = error};
    int code = take_item(&r);
    tvx_foreign_free(r.item);
    tvx_buf_dispose(&r.text);
    tvx_buf_dispose(&r.note);
    tvx_buf_dispose(&r.basis);
    tvx_buf_dispose(&r.cites);
    return code;
}

int tvx_read_csl(tvx_byte_source source, void *source_payload, const tvx_import_given *given,
                 const tvx_made_sink *sink, tvx_error *error)
{
    run all = {.given = given, .sink = sink};
    return tvx_read_pieces(source, source_payload, take_piece, &all, error);
}
