#include "read/cites.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "model/words.h"
#include "read/members.h"
#include "read/words.h"

typedef struct parser {
    const char *at;
    tvx_buf *out;
    tvx_arena arena;
    tvx_error *error;
    int depth;
} parser;

static int read_sources(parser *p, bool several);

static int fail(const parser *p, const char *message)
{
    int code = tvx_fail(p->error, TVX_EINPUT, "%s", message);
    tvx_fail_hint(p->error, "write who cites whom like this: CNN < who: a Ukrainian official "
                            "[anonymous]; Axios");
    return code;
}

static void skip_blanks(parser *p)
{
    while (tvx_is_blank(*p->at))
        p->at++;
}

/* --- names --- */

/* A quoted text, its quotes taken off; p->at is at the first of them. NULL: no memory, or (*closed)
   no closing quote. */
static const char *read_quoted(parser *p, bool *closed)
{
    tvx_buf text = {0};
    *closed = false;
    for (p->at++; *p->at != '\0' && !*closed; p->at++) {
        *closed = p->at[0] == '"' && p->at[1] != '"';
        p->at += p->at[0] == '"' && !*closed;
        if (!*closed)
            tvx_buf_char(&text, *p->at);
    }
    const char *copy = text.failed ? NULL : tvx_arena_text(&p->arena, tvx_buf_string(&text));
    tvx_buf_dispose(&text);
    return copy;
}

/* Where a name that stands without quotes ends: parentheses within it close one another, and *open
   tells how many do not. */
static size_t name_size(const char *at, size_t *open)
{
    size_t n = 0;
    *open = 0;
    for (; at[n] != '\0' && strchr(";<>[]\"", at[n]) == NULL; n++) {
        if (at[n] == ')' && *open == 0)
            break;
        *open += at[n] == '(';
        *open -= at[n] == ')';
    }
    while (n > 0 && tvx_is_blank(at[n - 1]))
        n--;
    return n;
}

/* What a source is made of. */
typedef struct source {
    const char *name, *basis, *url;
    bool person;
} source;

/* Takes a basis in parentheses off the end of a name. */
static void take_basis(source *s, char *name)
{
    size_t n = strlen(name);
    char *open = n > 0 && name[n - 1] == ')' ? strrchr(name, '(') : NULL;
    if (open == NULL || open == name)
        return;
    name[n - 1] = '\0';
    s->basis = tvx_read_word(open + 1, tvx_basis_words);
    if (s->basis == NULL) {
        name[n - 1] = ')';
        return;
    }
    s->person |= strcmp(s->basis, "anonymous") == 0 || strcmp(s->basis, "on_record") == 0;
    while (open > name && tvx_is_blank(open[-1]))
        open--;
    *open = '\0';
}

static int read_name(parser *p, source *s)
{
    static const char who[] = "who:";
    s->person = strncmp(p->at, who, sizeof who - 1) == 0;
    if (s->person)
        p->at += sizeof who - 1;
    skip_blanks(p);
    if (*p->at == '"') {
        bool closed;
        s->name = read_quoted(p, &closed);
        if (!closed)
            return fail(p, "a quote in the sources is not closed");
        return s->name == NULL ? tvx_fail_memory(p->error) : TVX_OK;
    }
    size_t open, n = name_size(p->at, &open);
    if (open > 0)
        return fail(p, "a parenthesis in the sources is not closed");
    char *name = tvx_arena_slice(&p->arena, p->at, n);
    if (name == NULL)
        return tvx_fail_memory(p->error);
    p->at += n;
    take_basis(s, name);
    s->name = name;
    return TVX_OK;
}

/* --- details --- */

static int fail_detail(const parser *p, const char *detail)
{
    int code = tvx_fail(p->error, TVX_EINPUT, "'%s' is neither a basis nor a URL", detail);
    tvx_fail_hint(p->error, "a basis is one of text, document, on_record, anonymous, secondary, "
                            "unattributed: CNN [anonymous, https://example.org/a]");
    return code;
}

static int read_detail(parser *p, source *s)
{
    const char *detail;
    bool quoted = *p->at == '"', closed = true;
    if (quoted) {
        detail = read_quoted(p, &closed);
    } else {
        size_t n = strcspn(p->at, ",]");
        detail = tvx_arena_slice(&p->arena, p->at, n);
        p->at += n;
    }
    if (!closed)
        return fail(p, "a quote in the sources is not closed");
    if (detail == NULL)
        return tvx_fail_memory(p->error);
    const char *basis = quoted ? NULL : tvx_read_word(detail, tvx_basis_words);
    if (basis != NULL)
        s->basis = basis;
    else if (quoted || strstr(detail, "://") != NULL)
        s->url = detail;
    else
        return fail_detail(p, detail);
    return TVX_OK;
}

static int read_details(parser *p, source *s)
{
    int code = TVX_OK;
    do {
        p->at++;
        skip_blanks(p);
        code = read_detail(p, s);
        skip_blanks(p);
    } while (code == TVX_OK && *p->at == ',');
    if (code == TVX_OK && *p->at != ']')
        return fail(p, "a bracket in the sources is not closed");
    p->at += code == TVX_OK;
    return code;
}

/* --- sources --- */

/* What a source cites in turn: one source, or several in parentheses. */
static int read_behind(parser *p)
{
    p->at++;
    skip_blanks(p);
    if (p->depth == TVX_CITES_DEPTH)
        return fail(p, "more than 29 sources stand behind one another");
    bool several = *p->at == '(';
    p->at += several;
    p->depth++;
    tvx_put_name(p->out, "cites");
    int code = read_sources(p, several);
    p->depth--;
    if (code == TVX_OK && several && *p->at != ')')
        return fail(p, "a parenthesis in the sources is not closed");
    p->at += code == TVX_OK && several;
    return code;
}

static int read_source(parser *p)
{
    source s = {.name = ""};
    skip_blanks(p);
    int code = read_name(p, &s);
    skip_blanks(p);
    if (code == TVX_OK && s.name[0] == '\0')
        return fail(p, "the name of a source is missing");
    if (code == TVX_OK && *p->at == '[')
        code = read_details(p, &s);
    skip_blanks(p);
    if (code != TVX_OK)
        return code;
    tvx_put_comma(p->out);
    tvx_buf_char(p->out, '{');
    tvx_put_member(p->out, s.person ? "who" : "outlet", s.name);
    tvx_put_member(p->out, "basis", s.basis);
    tvx_put_member(p->out, "url", s.url);
    if (*p->at == '<')
        code = read_behind(p);
    tvx_buf_char(p->out, '}');
    skip_blanks(p);
    return code;
}

/* A chain stands alone behind another: `A < B; C` is A, which cites B, and C. */
static int read_sources(parser *p, bool several)
{
    tvx_buf_char(p->out, '[');
    int code = read_source(p);
    while (code == TVX_OK && several && *p->at == ';') {
        p->at++;
        code = read_source(p);
    }
    tvx_buf_char(p->out, ']');
    return code;
}

int tvx_read_cites(tvx_buf *out, const char *text, tvx_error *error)
{
    parser p = {.at = text, .out = out, .error = error};
    int code = read_sources(&p, true);
    if (code == TVX_OK && *p.at != '\0') {
        code = tvx_fail(error, TVX_EINPUT, "'%s' stands where a source should end", p.at);
        tvx_fail_hint(error, "a name that holds one of ; < > ( ) [ ] stands in double quotes");
    }
    if (code == TVX_OK && out->failed)
        code = tvx_fail_memory(error);
    tvx_arena_dispose(&p.arena);
    return code;
}
