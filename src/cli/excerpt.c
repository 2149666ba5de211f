#include "cli/excerpt.h"

#include <stdbool.h>
#include <string.h>

enum { BEFORE = 40, MOST = 160 }; /* characters: before the first mark, in all */

static const char ELLIPSIS[] = "\xe2\x80\xa6";

static bool begins_character(char c)
{
    return ((unsigned char)c & 0xc0) != 0x80;
}

/* So many characters farther on, or back. */
static size_t ahead(const char *text, size_t at, size_t n)
{
    while (text[at] != '\0' && (n > 0 || !begins_character(text[at])))
        n -= begins_character(text[at++]);
    return at;
}

static size_t back(const char *text, size_t at, size_t n)
{
    while (at > 0 && n > 0)
        n -= begins_character(text[--at]);
    return at;
}

/* The first word that begins at or after `at`, but not after `most`. */
static size_t next_word(const char *text, size_t at, size_t most)
{
    size_t from = at;
    while (from < most && text[from] != ' ')
        from++;
    return from < most ? from + 1 : at;
}

/* The end of the last word that ends at or before `at`, but not before `least`. */
static size_t last_word(const char *text, size_t at, size_t least)
{
    size_t to = at;
    while (to > least && text[to] != ' ')
        to--;
    return to > least ? to : at;
}

/* Which bytes of the text are shown. Its marks are in it whole or not at all. */
static tvx_mark choose(const tvx_hit *hit)
{
    const char *text = hit->text;
    const tvx_mark *first = &hit->marks[0];
    tvx_mark shown = {.to = ahead(text, 0, MOST)};
    if (text[shown.to] == '\0')
        return shown;
    if (first->from > BEFORE)
        shown.from = next_word(text, back(text, first->from, BEFORE), first->from);
    shown.to = ahead(text, shown.from, MOST);
    if (shown.to < first->to)
        shown.to = first->to;
    if (text[shown.to] != '\0')
        shown.to = last_word(text, shown.to, first->to);
    for (size_t i = 1; i < hit->n_marks; i++)
        if (hit->marks[i].from < shown.to && shown.to < hit->marks[i].to)
            shown.to = hit->marks[i].to;
    return shown;
}

void tvx_cli_excerpt(tvx_buf *out, const tvx_hit *hit)
{
    tvx_mark shown = choose(hit);
    size_t at = shown.from;
    tvx_buf_text(out, shown.from > 0 ? ELLIPSIS : "");
    for (size_t i = 0; i < hit->n_marks && hit->marks[i].to <= shown.to; i++) {
        const tvx_mark *mark = &hit->marks[i];
        tvx_buf_put(out, hit->text + at, mark->from - at);
        tvx_buf_char(out, '*');
        tvx_buf_put(out, hit->text + mark->from, mark->to - mark->from);
        tvx_buf_char(out, '*');
        at = mark->to;
    }
    tvx_buf_put(out, hit->text + at, shown.to - at);
    tvx_buf_text(out, hit->text[shown.to] != '\0' ? ELLIPSIS : "");
}
