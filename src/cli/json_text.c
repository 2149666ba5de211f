#include "cli/json_text.h"

#include <string.h>

enum { WIDTH = 88, DEPTH_MOST = 64, MEMBERS_MOST = 64 };

static const char BLANKS[] = " \t\r\n";

/* Members in the order in which they are laid out, of records and of all their parts; others come
   last, as they stand. */
static const char *const ORDER[] = {
    "record",    "negotiation", "act",       "key",           "name",      "outlet",
    "who",       "title",       "published", "party",         "draft",     "from",
    "term",      "change",      "kind",      "stance",        "value",     "to",
    "condition", "was",         "quote",     "where",         "as",        "dated",
    "presented", "by",          "follows",   "maybe_same_as", "amends",    "what",
    "place",     "report",      "keys",      "judgement",     "id",        "reason",
    "basis",     "url",         "accessed",  "archived_url",  "byline",    "language",
    "favours",   "unit",        "levels",    "variants",      "bases",     "tags",
    "aliases",   "definition",  "order",     "cites",         "updates",   "note",
    "drafts",    "mentions",    "claims",    "changes",       "positions", "events",
};

enum { ORDERED = sizeof ORDER / sizeof ORDER[0] };

typedef struct span {
    const char *at;
    size_t n;
} span;

typedef struct member {
    span name; /* without its quotes */
    span value;
} member;

/* --- finding the parts --- */

static const char *past_blanks(const char *at)
{
    return at + strspn(at, BLANKS);
}

/* Behind the string that begins here, or at the end of the text. */
static const char *past_string(const char *at)
{
    for (at++; *at != '\0' && *at != '"'; at++)
        if (*at == '\\' && at[1] != '\0')
            at++;
    return *at == '"' ? at + 1 : at;
}

/* Behind the value that begins here: brackets are counted, strings passed over. */
static const char *past_value(const char *at)
{
    size_t depth = 0;
    while (*at != '\0' && (depth > 0 || strchr(",]} \t\r\n", *at) == NULL)) {
        bool opens = *at == '{' || *at == '[', closes = *at == '}' || *at == ']';
        bool text = *at == '"';
        at = text ? past_string(at) : at + 1;
        depth = depth + (opens ? 1 : 0) - (closes ? 1 : 0);
        if (depth == 0 && (text || closes))
            break;
    }
    return at;
}

/* The next member of an object, from behind its bracket or the comma before it; NULL: there is
   none, or it cannot be followed. *next: where to go on. */
static bool next_member(const char *at, member *out, const char **next)
{
    at = past_blanks(at);
    if (*at != '"')
        return false;
    const char *end = past_string(at);
    out->name = (span){at + 1, end - at < 2 ? 0 : (size_t)(end - at) - 2};
    at = past_blanks(end);
    if (*at != ':')
        return false;
    at = past_blanks(at + 1);
    end = past_value(at);
    out->value = (span){at, (size_t)(end - at)};
    at = past_blanks(end);
    *next = *at == ',' ? at + 1 : at;
    return out->value.n > 0;
}

static bool is_named(const member *m, const char *name)
{
    return m->name.n == strlen(name) && memcmp(m->name.at, name, m->name.n) == 0;
}

/* --- laying out --- */

typedef struct layout {
    tvx_buf *out;
    size_t depth;
} layout;

static void lay_value(layout *l, span value, bool lines);

static void new_line(layout *l, bool lines, bool first)
{
    if (!lines) {
        tvx_buf_text(l->out, first ? "" : " ");
        return;
    }
    tvx_buf_char(l->out, '\n');
    for (size_t i = 0; i < l->depth; i++)
        tvx_buf_text(l->out, "  ");
}

static bool fits(const layout *l, span value)
{
    return 2 * l->depth + value.n <= WIDTH;
}

static size_t rank(const member *m)
{
    size_t i = 0;
    while (i < ORDERED && !is_named(m, ORDER[i]))
        i++;
    return i;
}

/* In order, by insertion: there are few. */
static void put_member(member *members, size_t n, const member *m)
{
    size_t at = n;
    for (; at > 0 && rank(&members[at - 1]) > rank(m); at--)
        members[at] = members[at - 1];
    members[at] = *m;
}

static void lay_object(layout *l, span object, bool lines)
{
    member members[MEMBERS_MOST], m;
    const char *at = object.at + 1;
    size_t n = 0;
    bool whole = l->depth == 0; /* the record itself */
    while (n < MEMBERS_MOST && next_member(at, &m, &at))
        if (!whole || !is_named(&m, "supersedes"))
            put_member(members, n++, &m);
    if (n == MEMBERS_MOST) { /* no part of a record has so many */
        tvx_buf_put(l->out, object.at, object.n);
        return;
    }
    tvx_buf_char(l->out, '{');
    l->depth++;
    for (size_t i = 0; i < n; i++) {
        tvx_buf_text(l->out, i > 0 ? "," : "");
        new_line(l, lines, i == 0);
        tvx_buf_char(l->out, '"');
        tvx_buf_put(l->out, members[i].name.at, members[i].name.n);
        tvx_buf_text(l->out, "\": ");
        lay_value(l, members[i].value, lines && !fits(l, members[i].value));
    }
    l->depth--;
    if (n > 0)
        new_line(l, lines, true);
    tvx_buf_char(l->out, '}');
}

static void lay_list(layout *l, span list, bool lines)
{
    const char *at = past_blanks(list.at + 1);
    bool first = true;
    tvx_buf_char(l->out, '[');
    l->depth++;
    while (*at != ']' && *at != '\0') {
        const char *end = past_value(at);
        if (end == at)
            break;
        tvx_buf_text(l->out, first ? "" : ",");
        new_line(l, lines, first);
        span value = {at, (size_t)(end - at)};
        lay_value(l, value, lines && !fits(l, value));
        first = false;
        at = past_blanks(end);
        at = past_blanks(*at == ',' ? at + 1 : at);
    }
    l->depth--;
    if (!first)
        new_line(l, lines, true);
    tvx_buf_char(l->out, ']');
}

static void lay_value(layout *l, span value, bool lines)
{
    if (value.at[0] == '{' && l->depth < DEPTH_MOST)
        lay_object(l, value, lines);
    else if (value.at[0] == '[' && l->depth < DEPTH_MOST)
        lay_list(l, value, lines);
    else
        tvx_buf_put(l->out, value.at, value.n);
}

void tvx_cli_json_lay(tvx_buf *out, const char *json)
{
    layout l = {.out = out};
    const char *at = past_blanks(json);
    lay_value(&l, (span){at, strlen(at)}, true);
    tvx_buf_char(out, '\n');
}

/* --- superseding --- */

/* Puts the id into a text or a list of them; anything else is left for the library to judge. */
static void put_first(tvx_buf *out, span value, const char *id)
{
    const char *rest = value.at[0] == '[' ? past_blanks(value.at + 1) : value.at;
    bool more = value.at[0] == '"' || *rest != ']';
    if (value.at[0] != '"' && value.at[0] != '[') {
        tvx_buf_put(out, value.at, value.n);
        return;
    }
    tvx_buf_format(out, "[\"%s\"%s", id, more ? ", " : "");
    if (value.at[0] == '[')
        tvx_buf_put(out, value.at + 1, value.n - 1);
    else
        tvx_buf_put(out, value.at, value.n);
    tvx_buf_text(out, value.at[0] == '"' ? "]" : "");
}

void tvx_cli_json_supersede(tvx_buf *out, const char *json, const char *id)
{
    const char *begin = past_blanks(json), *at = begin + (*begin == '{');
    member m;
    while (*begin == '{' && next_member(at, &m, &at)) {
        if (!is_named(&m, "supersedes"))
            continue;
        tvx_buf_put(out, json, (size_t)(m.value.at - json));
        put_first(out, m.value, id);
        tvx_buf_text(out, m.value.at + m.value.n);
        return;
    }
    if (*begin != '{') {
        tvx_buf_text(out, json);
        return;
    }
    tvx_buf_put(out, json, (size_t)(begin - json) + 1);
    tvx_buf_format(out, "\"supersedes\": \"%s\"%s", id, *past_blanks(begin + 1) == '}' ? "" : ", ");
    tvx_buf_text(out, begin + 1);
}

/* --- comparing --- */

/* How many bytes count as one here: an escape within a string is two. */
static size_t step(const char *at, bool *within)
{
    if (*within && *at == '\\' && at[1] != '\0')
        return 2;
    if (*at == '"')
        *within = !*within;
    return 1;
}

bool tvx_cli_json_same(const char *a, const char *b)
{
    bool within = false;
    a = past_blanks(a);
    b = past_blanks(b);
    while (*a != '\0') {
        size_t n = step(a, &within);
        if (strncmp(a, b, n) != 0)
            return false;
        a = within ? a + n : past_blanks(a + n);
        b = within ? b + n : past_blanks(b + n);
    }
    return *b == '\0';
}
