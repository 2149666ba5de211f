#include "codec/parse.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/text.h"

typedef struct parser {
    const char *text, *at, *end;
    unsigned depth;
    bool foreign;    /* numbers and null are taken: see tvx_parse_foreign */
    tvx_buf scratch; /* the string that is being read */
    tvx_error *error;
} parser;

/* --- what is wrong --- */

static unsigned long line_of(const parser *p)
{
    unsigned long line = 1;
    for (const char *c = p->text; c < p->at; c++)
        line += *c == '\n';
    return line;
}

static int fail(const parser *p, const char *message, const char *hint)
{
    int code = tvx_fail(p->error, TVX_EINPUT, "%s", message);
    tvx_fail_hint(p->error, "%s", hint);
    tvx_fail_at(p->error, NULL, line_of(p));
    return code;
}

enum { SHOWN_MAX = 24 }; /* bytes of what stands there that are quoted */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_mark(char c)
{
    return c != '\0' && strchr("{}[],:\"", c) != NULL;
}

/* How many bytes the word or mark has that stands next. */
static size_t word_size(const parser *p)
{
    const char *c = p->at;
    while (c < p->end && !is_blank(*c) && !is_mark(*c))
        c++;
    return c > p->at || c == p->end ? (size_t)(c - p->at) : 1;
}

/* As fail, quoting what stands next, as far as it can be shown. */
static int fail_near(const parser *p, const char *message, const char *hint)
{
    char shown[SHOWN_MAX + 1];
    size_t n = word_size(p);
    if (n == 0)
        return fail(p, "the record ends too early", "a bracket or a quote is not closed");
    if (n > SHOWN_MAX)
        n = SHOWN_MAX;
    while (n > 0 && !tvx_text_valid(p->at, n))
        n--;
    if (n == 0 || memchr(p->at, '\0', n) != NULL)
        return fail(p, "a byte stands there that belongs to no text",
                    "save the file as plain text in UTF-8");
    memcpy(shown, p->at, n);
    shown[n] = '\0';
    int code = tvx_fail(p->error, TVX_EINPUT, "%s: '%s'", message, shown);
    tvx_fail_hint(p->error, "%s", hint);
    tvx_fail_at(p->error, NULL, line_of(p));
    return code;
}

/* --- strings --- */

static int fail_string_byte(const parser *p)
{
    if (p->at == p->end)
        return fail(p, "the record ends within a text", "a quote is not closed");
    if (*p->at == '\0')
        return fail(p, "a NUL byte is not accepted", "save the file as plain text in UTF-8");
    return fail(p, "a control character stands in a text",
                "a line break within a text is written \\n, a tab \\t");
}

/* The number that four hexadecimal digits stand for; -1 where they do not stand there. */
static int32_t read_hex(const parser *p, const char *at)
{
    static const char digits[] = "00112233445566778899aAbBcCdDeEfF";
    int32_t number = 0;
    if (p->end - at < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        const char *digit = at[i] == '\0' ? NULL : strchr(digits, at[i]);
        if (digit == NULL)
            return -1;
        number = number * 16 + (int32_t)(digit - digits) / 2;
    }
    return number;
}

static void put_character(tvx_buf *out, int32_t c)
{
    char bytes[4];
    size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const int first[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = n; i-- > 1; c >>= 6)
        bytes[i] = (char)(unsigned char)(0x80 | (c & 0x3f));
    bytes[0] = (char)(unsigned char)(first[n] | c);
    tvx_buf_put(out, bytes, n);
}

/* Reads \uXXXX, or two of them for a character beyond the basic plane; p->at is at the 'u'. */
static int read_unicode(parser *p)
{
    int32_t c = read_hex(p, p->at + 1);
    if (c < 0)
        return fail(p, "an escape is not finished", "\\u stands before four hexadecimal digits");
    if (c == 0)
        return fail(p, "the character \\u0000 is not accepted", "leave it out");
    size_t used = 5;
    if (c >= 0xd800 && c <= 0xdbff && p->end - p->at > 7 && p->at[5] == '\\' && p->at[6] == 'u') {
        int32_t low = read_hex(p, p->at + 7);
        if (low >= 0xdc00 && low <= 0xdfff) {
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            used = 11;
        }
    }
    if (c >= 0xd800 && c <= 0xdfff)
        return fail(p, "half of a surrogate pair is no character",
                    "write the character itself, in UTF-8");
    put_character(&p->scratch, c);
    p->at += used;
    return TVX_OK;
}

/* Reads what follows a backslash. */
static int read_escape(parser *p)
{
    static const char escapes[] = "\"\"\\\\//b\bf\fn\nr\rt\t";
    if (p->at == p->end)
        return fail_string_byte(p);
    if (*p->at == 'u')
        return read_unicode(p);
    for (size_t i = 0; escapes[i] != '\0'; i += 2) {
        if (escapes[i] != *p->at)
            continue;
        tvx_buf_char(&p->scratch, escapes[i + 1]);
        p->at++;
        return TVX_OK;
    }
    return fail(p, "a backslash stands before what it cannot escape",
                "a backslash itself is written \\\\");
}

/* Reads characters that stand for themselves. */
static int read_plain(parser *p)
{
    const char *begin = p->at;
    while (p->at < p->end && (unsigned char)*p->at >= 0x20 && *p->at != '"' && *p->at != '\\')
        p->at++;
    if (!tvx_text_valid(begin, (size_t)(p->at - begin)))
        return fail(p, "the text is not valid UTF-8", "save the file as UTF-8");
    tvx_buf_put(&p->scratch, begin, (size_t)(p->at - begin));
    return TVX_OK;
}

/* Reads a string; p->at is at its opening quote. */
static int read_string(parser *p, json_t **out)
{
    int code = TVX_OK;
    tvx_buf_clear(&p->scratch);
    p->at++;
    while (code == TVX_OK) {
        code = read_plain(p);
        if (code != TVX_OK || (p->at < p->end && *p->at == '"'))
            break;
        if (p->at == p->end || *p->at != '\\')
            return fail_string_byte(p);
        p->at++;
        code = read_escape(p);
    }
    if (code != TVX_OK)
        return code;
    p->at++;
    *out = p->scratch.failed ? NULL
                             : json_stringn_nocheck(tvx_buf_string(&p->scratch), p->scratch.size);
    return *out == NULL ? tvx_fail_memory(p->error) : TVX_OK;
}

/* --- values --- */

static int read_value(parser *p, json_t **out);

static void skip_blanks(parser *p)
{
    while (p->at < p->end && is_blank(*p->at))
        p->at++;
}

/* True, and passes over it, if the mark stands next but for blanks. */
static bool skip_mark(parser *p, char mark)
{
    skip_blanks(p);
    if (p->at == p->end || *p->at != mark)
        return false;
    p->at++;
    return true;
}

static bool begins_number(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

/* true, false, or what is refused. */
static int read_word(parser *p, json_t **out)
{
    size_t n = word_size(p);
    if (n == 4 && memcmp(p->at, "true", n) == 0)
        *out = json_true();
    else if (n == 5 && memcmp(p->at, "false", n) == 0)
        *out = json_false();
    else if (n == 4 && memcmp(p->at, "null", n) == 0 && p->foreign)
        *out = json_null();
    else if (n == 4 && memcmp(p->at, "null", n) == 0)
        return fail(p, "null is not accepted", "what is not known is left out");
    else if (n > 0 && begins_number(*p->at) && p->foreign && tvx_text_valid(p->at, n))
        *out = json_stringn_nocheck(p->at, n);
    else if (n > 0 && begins_number(*p->at))
        return fail_near(p, "a number is not accepted here",
                         "write it as a string, in quotes: \"50%\"");
    else
        return fail_near(p, "this is no JSON value", "a text stands in double quotes: \"…\"");
    p->at += n;
    return *out == NULL ? tvx_fail_memory(p->error) : TVX_OK;
}

static int fail_twice(const parser *p, const char *name)
{
    int code = tvx_fail(p->error, TVX_EINPUT, "member '%s' is given twice in one object", name);
    tvx_fail_hint(p->error, "give several values as a list: [\"A\", \"B\"]");
    tvx_fail_at(p->error, NULL, line_of(p));
    return code;
}

/* Reads a name, its colon and its value into the object. */
static int read_member(parser *p, json_t *object)
{
    json_t *name = NULL, *value = NULL;
    skip_blanks(p);
    if (p->at == p->end || *p->at != '"')
        return fail_near(p, "the name of a member is missing",
                         "a member is written \"name\": \"…\"; none follows the last comma");
    int code = read_string(p, &name);
    if (code != TVX_OK)
        return code;
    if (json_object_get(object, json_string_value(name)) != NULL)
        code = fail_twice(p, json_string_value(name));
    else if (!skip_mark(p, ':'))
        code = fail_near(p, "a colon is missing", "a member is written \"name\": \"…\"");
    else
        code = read_value(p, &value);
    if (code != TVX_OK)
        tvx_fail_within_member(p->error, json_string_value(name));
    else if (json_object_set_new_nocheck(object, json_string_value(name), value) != 0)
        code = tvx_fail_memory(p->error);
    json_decref(name);
    return code;
}

static int read_object(parser *p, json_t *object)
{
    if (skip_mark(p, '}'))
        return TVX_OK;
    do {
        int code = read_member(p, object);
        if (code != TVX_OK)
            return code;
    } while (skip_mark(p, ','));
    return skip_mark(p, '}') ? TVX_OK
                             : fail_near(p, "a comma or '}' is missing",
                                         "commas stand between members, '}' after the last");
}

static int read_array(parser *p, json_t *array)
{
    if (skip_mark(p, ']'))
        return TVX_OK;
    do {
        json_t *value = NULL;
        int code = read_value(p, &value);
        if (code != TVX_OK) {
            tvx_fail_within(p->error, "/%zu", json_array_size(array));
            return code;
        }
        if (json_array_append_new(array, value) != 0)
            return tvx_fail_memory(p->error);
    } while (skip_mark(p, ','));
    return skip_mark(p, ']') ? TVX_OK
                             : fail_near(p, "a comma or ']' is missing",
                                         "commas stand between elements, ']' after the last");
}

/* Reads an object or array; p->at is at its opening bracket. */
static int read_level(parser *p, json_t **out)
{
    bool list = *p->at == '[';
    if (p->depth == TVX_DEPTH_MAX)
        return fail(p, "the record nests more than 64 deep", "is a bracket missing?");
    json_t *level = list ? json_array() : json_object();
    if (level == NULL)
        return tvx_fail_memory(p->error);
    p->at++;
    p->depth++;
    int code = list ? read_array(p, level) : read_object(p, level);
    p->depth--;
    if (code != TVX_OK)
        json_decref(level);
    else
        *out = level;
    return code;
}

static int read_value(parser *p, json_t **out)
{
    skip_blanks(p);
    if (p->at < p->end && *p->at == '"')
        return read_string(p, out);
    if (p->at < p->end && (*p->at == '{' || *p->at == '['))
        return read_level(p, out);
    return read_word(p, out);
}

static int parse(json_t **out, const char *text, size_t n, bool foreign, tvx_error *error)
{
    parser p = {.text = text, .at = text, .end = text + n, .foreign = foreign, .error = error};
    json_t *value = NULL;
    int code = read_value(&p, &value);
    skip_blanks(&p);
    if (code == TVX_OK && p.at < p.end)
        code = fail_near(&p, "something follows the end of the record",
                         "write one record a line, or all of them in [ ] with commas between");
    tvx_buf_dispose(&p.scratch);
    if (code != TVX_OK)
        json_decref(value);
    else
        *out = value;
    return code;
}

int tvx_parse(json_t **out, const char *text, size_t n, tvx_error *error)
{
    return parse(out, text, n, false, error);
}

int tvx_parse_foreign(json_t **out, const char *text, size_t n, tvx_error *error)
{
    return parse(out, text, n, true, error);
}
