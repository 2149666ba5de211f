#include "read/pieces.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/text.h"

enum {
    CHUNK = 64 * 1024, /* bytes asked for at a time */
    HEAD = 16          /* bytes looked at to tell what kind of file this is */
};

/* What stands between records, and so what may come next. */
typedef enum state {
    AT_START,    /* nothing seen yet */
    IN_SEQUENCE, /* objects one after another */
    LIST_BEGUN,  /* after '[' */
    LIST_RECORD, /* after a record in a list */
    LIST_COMMA,  /* after a comma in a list */
    LIST_ENDED   /* after ']' */
} state;

typedef struct input {
    tvx_byte_source source;
    void *payload;
    char *chunk;
    size_t at, size; /* what is left of the chunk */
    bool ended;
    unsigned long line; /* of chunk[at] */
    tvx_buf piece;
    tvx_error *error;
} input;

/* --- bytes --- */

/* Sees to it that there are `wanted` bytes or more to look at, unless the input ends before. */
static int fill(input *in, size_t wanted)
{
    memmove(in->chunk, in->chunk + in->at, in->size - in->at);
    in->size -= in->at;
    in->at = 0;
    while (in->size < wanted && !in->ended) {
        size_t got = 0;
        int code = in->source(in->payload, in->chunk + in->size, CHUNK - in->size, &got, in->error);
        if (code != TVX_OK)
            return code;
        in->size += got;
        in->ended = got == 0;
    }
    return TVX_OK;
}

/* One more byte to look at; *more is false at the end. */
static int look(input *in, bool *more)
{
    int code = in->at < in->size ? TVX_OK : fill(in, 1);
    *more = code == TVX_OK && in->at < in->size;
    return code;
}

static int skip_blanks(input *in, bool *more)
{
    int code;
    while ((code = look(in, more)) == TVX_OK && *more) {
        char c = in->chunk[in->at];
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            break;
        in->line += c == '\n';
        in->at++;
    }
    return code;
}

/* --- what is wrong --- */

static int fail_line(const input *in, const char *message, const char *hint)
{
    int code = tvx_fail(in->error, TVX_EINPUT, "%s", message);
    tvx_fail_hint(in->error, "%s", hint);
    tvx_fail_at(in->error, NULL, in->line);
    return code;
}

/* The character that stands next, as it can be shown. */
static void show_next(const input *in, char out[8])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char c = (unsigned char)in->chunk[in->at];
    size_t n = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
    if (c >= 0x20 && c != 0x7f && in->size - in->at >= n && tvx_text_valid(in->chunk + in->at, n)) {
        memcpy(out, in->chunk + in->at, n);
        out[n] = '\0';
    } else {
        const char byte[] = {'0', 'x', digits[c >> 4], digits[c & 15], '\0'};
        memcpy(out, byte, sizeof byte);
    }
}

static int fail_next(input *in, const char *message, const char *hint)
{
    char next[8];
    int code = fill(in, HEAD); /* a character may be cut by the end of a chunk */
    if (code != TVX_OK)
        return code;
    show_next(in, next);
    code = tvx_fail(in->error, TVX_EINPUT, "%s '%s'", message, next);
    tvx_fail_hint(in->error, "%s", hint);
    tvx_fail_at(in->error, NULL, in->line);
    return code;
}

/* --- the beginning --- */

static bool begins(const input *in, const char *bytes, size_t n)
{
    return in->size - in->at >= n && memcmp(in->chunk + in->at, bytes, n) == 0;
}

/* Files that are often taken for JSON, told by their first bytes. */
static const struct {
    const char *bytes;
    size_t n;
    const char *message, *hint;
} strangers[] = {
    {"SQLite format 3", 16, "this is a travaux or other SQLite file, not JSON",
     "take its records in with merge, or export them as jsonl first"},
    {"\xff\xfe", 2, "this is not UTF-8 but UTF-16", "save the file as UTF-8"},
    {"\xfe\xff", 2, "this is not UTF-8 but UTF-16", "save the file as UTF-8"},
    {"PK\x03\x04", 4, "this is a zipped file or a spreadsheet, not JSON", "save it as text"},
};

static int read_head(input *in)
{
    int code = fill(in, HEAD);
    if (code != TVX_OK)
        return code;
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        if (begins(in, strangers[i].bytes, strangers[i].n))
            return fail_line(in, strangers[i].message, strangers[i].hint);
    if (begins(in, "\xef\xbb\xbf", 3))
        in->at += 3;
    return TVX_OK;
}

/* --- pieces --- */

typedef struct cutter {
    size_t depth;
    bool in_string, escaped;
} cutter;

/* True if the piece ends with this byte. */
static bool cut(cutter *c, char byte)
{
    if (c->in_string) {
        if (c->escaped)
            c->escaped = false;
        else if (byte == '\\')
            c->escaped = true;
        else
            c->in_string = byte != '"';
        return false;
    }
    if (byte == '"')
        c->in_string = true;
    else if (byte == '{' || byte == '[')
        c->depth++;
    else if (byte == '}' || byte == ']')
        return --c->depth == 0;
    return false;
}

/* Moves what the chunk holds of the piece into it; *done where that is the rest of it. */
static void move_part(input *in, cutter *c, bool *done)
{
    size_t begin = in->at;
    while (!*done && in->at < in->size) {
        char byte = in->chunk[in->at++];
        in->line += byte == '\n';
        *done = cut(c, byte);
    }
    tvx_buf_put(&in->piece, in->chunk + begin, in->at - begin);
}

static int fail_piece(input *in, unsigned long line, const char *message, const char *hint)
{
    in->line = line;
    return fail_line(in, message, hint);
}

/* Reads the piece that begins at the next byte, a '{'. */
static int read_piece(input *in)
{
    cutter c = {0};
    unsigned long line = in->line;
    tvx_buf_clear(&in->piece);
    for (bool done = false, more; !done;) {
        int code = look(in, &more);
        if (code != TVX_OK)
            return code;
        if (!more)
            return fail_piece(in, line, "the record that begins here is not finished",
                              "a closing bracket or quote is missing");
        move_part(in, &c, &done);
        if (in->piece.failed)
            return tvx_fail_memory(in->error);
        if (in->piece.size > TVX_PIECE_MAX)
            return fail_piece(in, line, "the record that begins here is longer than 256 MiB",
                              "is a closing bracket or quote missing?");
    }
    return TVX_OK;
}

/* --- the whole --- */

#define FORMS "a file holds one object, a list of objects, or one object a line"

/* Takes a bracket or a comma that stands between records; *taken is false where none does. */
static int take_mark(input *in, state *now, bool *taken)
{
    char c = in->chunk[in->at];
    *taken = true;
    if (*now == LIST_ENDED)
        return fail_next(in, "nothing may follow the list, but there is", FORMS);
    if (c == '[' && *now == AT_START)
        *now = LIST_BEGUN;
    else if (c == ',' && *now == LIST_RECORD)
        *now = LIST_COMMA;
    else if (c == ']' && (*now == LIST_BEGUN || *now == LIST_RECORD))
        *now = LIST_ENDED;
    else if (c == ']' && *now == LIST_COMMA)
        return fail_line(in, "a comma stands before the end of the list", "leave it out");
    else if (c == ',')
        return fail_line(in, "a comma is out of place",
                         "commas stand between the records of a list, [{…}, {…}]");
    else
        *taken = false;
    in->at += *taken;
    return TVX_OK;
}

static int hand_over(input *in, state *now, tvx_piece_callback callback, void *payload)
{
    if (*now == LIST_RECORD && in->chunk[in->at] == '{')
        return fail_line(in, "a comma is missing before this record",
                         "commas stand between the records of a list, [{…}, {…}]");
    if (in->chunk[in->at] != '{')
        return fail_next(in, "a record begins with '{', not", FORMS);
    unsigned long line = in->line;
    int code = read_piece(in);
    if (code != TVX_OK)
        return code;
    *now = *now == AT_START || *now == IN_SEQUENCE ? IN_SEQUENCE : LIST_RECORD;
    return callback(payload, in->piece.data, in->piece.size, line, in->error);
}

static int read_end(const input *in, state now)
{
    if (now == AT_START)
        return fail_line(in, "there is no record in it", FORMS);
    if (now != IN_SEQUENCE && now != LIST_ENDED)
        return fail_line(in, "the list is not closed", "it ends with ']'");
    return TVX_OK;
}

static int read_all(input *in, tvx_piece_callback callback, void *payload)
{
    state now = AT_START;
    int code = read_head(in);
    for (bool more, taken; code == TVX_OK;) {
        code = skip_blanks(in, &more);
        if (code != TVX_OK)
            break;
        if (!more)
            return read_end(in, now);
        code = take_mark(in, &now, &taken);
        if (code == TVX_OK && !taken)
            code = hand_over(in, &now, callback, payload);
    }
    return code;
}

int tvx_read_pieces(tvx_byte_source source, void *source_payload, tvx_piece_callback callback,
                    void *payload, tvx_error *error)
{
    input in = {.source = source, .payload = source_payload, .line = 1, .error = error};
    in.chunk = tvx_mem_new(CHUNK, 1);
    int code = in.chunk == NULL ? tvx_fail_memory(error) : read_all(&in, callback, payload);
    tvx_buf_dispose(&in.piece);
    tvx_mem_free(in.chunk);
    return code;
}

/* --- lines of pointers --- */

typedef struct walker {
    const char *at, *end;
    unsigned long line;
} walker;

static bool at_one_of(const walker *w, const char *bytes)
{
    return w->at < w->end && *w->at != '\0' && strchr(bytes, *w->at) != NULL;
}

static void pass(walker *w)
{
    w->line += *w->at == '\n';
    w->at++;
}

static void pass_blanks(walker *w)
{
    while (at_one_of(w, " \t\r\n"))
        pass(w);
}

/* Passes over the byte, if it stands next, and the blanks about it. */
static bool pass_mark(walker *w, char mark)
{
    pass_blanks(w);
    if (w->at == w->end || *w->at != mark)
        return false;
    pass(w);
    pass_blanks(w);
    return true;
}

/* Passes over a value, or a member's name. */
static void pass_value(walker *w)
{
    cutter c = {0};
    while (w->at < w->end && (c.in_string || c.depth > 0 || !at_one_of(w, ",:]} \t\r\n"))) {
        char byte = *w->at;
        pass(w);
        if (cut(&c, byte))
            return;
    }
}

/* True if a name as it stands in the text is the one that a part of a pointer means. */
static bool same_name(const char *name, size_t n, const char *part, size_t size)
{
    size_t i = 0;
    for (size_t j = 0; j < size; i++, j++) {
        char meant = part[j];
        if (meant == '~' && j + 1 < size)
            meant = part[++j] == '1' ? '/' : '~';
        if (i >= n || name[i] != meant)
            return false;
    }
    return i == n;
}

/* Goes on to the value of a member; false if there is none. Names are compared as written: one
   that is written with escapes is not found. */
static bool enter_object(walker *w, const char *part, size_t size)
{
    do {
        const char *name = w->at;
        pass_value(w);
        size_t n = (size_t)(w->at - name);
        if (!pass_mark(w, ':'))
            return false;
        if (n >= 2 && same_name(name + 1, n - 2, part, size))
            return true;
        pass_value(w);
    } while (pass_mark(w, ','));
    return false;
}

/* Goes on to an element; false if there are not so many. */
static bool enter_list(walker *w, const char *part, size_t size)
{
    size_t index = 0;
    for (size_t i = 0; i < size; i++) {
        if (part[i] < '0' || part[i] > '9' || index > SIZE_MAX / 10 - 1)
            return false;
        index = index * 10 + (size_t)(part[i] - '0');
    }
    for (; index > 0; index--) {
        pass_value(w);
        if (!pass_mark(w, ','))
            return false;
    }
    return w->at < w->end && *w->at != ']';
}

unsigned long tvx_read_line(const char *text, size_t n, const char *pointer,
                            unsigned long first_line)
{
    walker w = {.at = text, .end = text + n, .line = first_line};
    pass_blanks(&w);
    while (*pointer == '/') {
        const char *part = pointer + 1;
        size_t size = strcspn(part, "/");
        walker next = w;
        bool found = pass_mark(&next, '{')   ? enter_object(&next, part, size)
                     : pass_mark(&next, '[') ? enter_list(&next, part, size)
                                             : false;
        if (!found)
            break;
        w = next;
        pointer = part + size;
    }
    return w.line;
}
