#include "cli/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/layout.h"
#include "cli/output.h"

/* Parties differ in lightness too. */
static const char *const colours[] = {
    [TVX_CLI_PLAIN] = "",       [TVX_CLI_STRONG] = "1",     [TVX_CLI_DIM] = "2",
    [TVX_CLI_PLUS] = "32",      [TVX_CLI_MINUS] = "31",     [TVX_CLI_TILDE] = "33",
    [TVX_CLI_QUERY] = "35",     [TVX_CLI_CUT] = "9;31",     [TVX_CLI_REDLINE] = "",
    [TVX_CLI_PARTY] = "34",     [TVX_CLI_PARTY + 1] = "93", [TVX_CLI_PARTY + 2] = "36",
    [TVX_CLI_PARTY + 3] = "95",
};
enum { PARTY_STYLES = sizeof colours / sizeof colours[0] - TVX_CLI_PARTY };

tvx_cli_style tvx_cli_mark_style(char mark)
{
    switch (mark) {
    case '+':
        return TVX_CLI_PLUS;
    case '-':
        return TVX_CLI_MINUS;
    case '~':
        return TVX_CLI_TILDE;
    case '?':
        return TVX_CLI_QUERY;
    default:
        return TVX_CLI_DIM;
    }
}

tvx_cli_style tvx_cli_party_style(size_t party)
{
    return (tvx_cli_style)(TVX_CLI_PARTY + party % PARTY_STYLES);
}

/* --- pieces --- */

void tvx_cli_write(tvx_cli *cli, const char *bytes, size_t n)
{
    tvx_cli_output_put(&cli->output, bytes, n);
}

char *tvx_cli_tame(tvx_cli *cli, tvx_arena *arena, const char *text)
{
    tvx_buf tamed = {0};
    char *blanks = tvx_arena_text(arena, text);
    if (blanks == NULL) {
        tvx_cli_output_fail(&cli->output, TVX_ENOMEM, 0);
        return NULL;
    }
    for (char *c = blanks; *c != '\0'; c++)
        if (*c == '\t' || *c == '\n' || *c == '\r')
            *c = ' ';
    tvx_text_escape(&tamed, blanks, false);
    char *out = tamed.failed ? NULL : tvx_arena_text(arena, tvx_buf_string(&tamed));
    if (out == NULL)
        tvx_cli_output_fail(&cli->output, TVX_ENOMEM, 0);
    tvx_buf_dispose(&tamed);
    return out;
}

void tvx_cli_styled(tvx_cli *cli, tvx_cli_style style, const char *bytes, size_t n)
{
    bool coloured = cli->screen.colour && style != TVX_CLI_PLAIN && n > 0;
    char code[16];
    if (coloured)
        tvx_cli_write(cli, code, (size_t)snprintf(code, sizeof code, "\033[%sm", colours[style]));
    tvx_cli_write(cli, bytes, n);
    if (coloured)
        tvx_cli_write(cli, "\033[m", 3);
}

void tvx_cli_blanks(tvx_cli *cli, size_t n)
{
    static const char blanks[] = "                                ";
    for (; n > sizeof blanks - 1; n -= sizeof blanks - 1)
        tvx_cli_write(cli, blanks, sizeof blanks - 1);
    tvx_cli_write(cli, blanks, n);
}

void tvx_cli_put(tvx_cli *cli, tvx_cli_style style, const char *text)
{
    tvx_arena arena = {0};
    const char *tame = tvx_cli_tame(cli, &arena, text);
    if (tame != NULL)
        tvx_cli_styled(cli, style, tame, strlen(tame));
    tvx_arena_dispose(&arena);
}

/* A text made as by printf, in the arena; NULL, and the answer has failed: no memory. */
char *tvx_cli_made(tvx_cli *cli, tvx_arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *text = n < 0 ? NULL : tvx_arena_new(arena, (size_t)n + 1, 1);
    if (text == NULL)
        tvx_cli_output_fail(&cli->output, TVX_ENOMEM, 0);
    else
        vsnprintf(text, (size_t)n + 1, format, args);
    return text;
}

void tvx_cli_putf(tvx_cli *cli, tvx_cli_style style, const char *format, ...)
{
    tvx_arena arena = {0};
    va_list args;
    va_start(args, format);
    const char *text = tvx_cli_made(cli, &arena, format, args);
    va_end(args);
    if (text != NULL)
        tvx_cli_put(cli, style, text);
    tvx_arena_dispose(&arena);
}

void tvx_cli_end_line(tvx_cli *cli)
{
    tvx_cli_write(cli, "\n", 1);
}

/* --- lines --- */

static size_t character_bytes(const char *at)
{
    size_t n = 1;
    while (((unsigned char)at[n] & 0xc0) == 0x80 && n < 4)
        n++;
    return n;
}

/* Bytes of a web address that the text begins with: broken, nobody could follow it; or 0. */
static size_t address_bytes(const char *text)
{
    bool web = strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;
    return web ? strcspn(text, " ") : 0;
}

tvx_cli_line tvx_cli_break(const char *text, size_t width)
{
    size_t columns = 0, blank = 0, at = strspn(text, " "), whole = at + address_bytes(text + at);
    while (text[at] != '\0') {
        char character[8] = "";
        size_t n = character_bytes(text + at);
        memcpy(character, text + at, n);
        columns += tvx_text_width(character);
        if (columns > width && at > 0 && at >= whole && text[at] != ' ')
            break;
        if (text[at] == ' ')
            blank = at;
        at += n;
    }
    size_t end = text[at] != '\0' && blank > 0 ? blank : at;
    tvx_cli_line line = {.bytes = end, .next = text + end};
    while (line.bytes > 0 && text[line.bytes - 1] == ' ')
        line.bytes--;
    while (*line.next == ' ')
        line.next++;
    return line;
}

void tvx_cli_wrap(tvx_cli *cli, size_t used, size_t indent, size_t hang, size_t width,
                  tvx_cli_style style, const char *text)
{
    tvx_arena arena = {0};
    const char *rest = tvx_cli_tame(cli, &arena, text);
    while (rest != NULL && *rest != '\0') {
        tvx_cli_line line = tvx_cli_break(rest, width > indent ? width - indent : 1);
        tvx_cli_blanks(cli, indent - used);
        tvx_cli_styled(cli, style, rest, line.bytes);
        tvx_cli_end_line(cli);
        rest = line.next;
        indent = hang;
        used = 0;
    }
    tvx_arena_dispose(&arena);
}

void tvx_cli_paragraph(tvx_cli *cli, size_t indent, size_t hang, tvx_cli_style style,
                       const char *text)
{
    size_t width = cli->screen.terminal ? cli->screen.width : (size_t)-1;
    tvx_cli_wrap(cli, 0, indent, hang, width, style, text);
}

enum { HEADING_MOST = 80 }; /* farther right than that belongs to nothing any more */

void tvx_cli_heading(tvx_cli *cli, const char *left, const char *right)
{
    size_t width = cli->screen.width < HEADING_MOST ? cli->screen.width : HEADING_MOST;
    size_t used = tvx_text_width(left) + tvx_text_width(right);
    if (cli->screen.terminal && used + 2 > width) {
        tvx_cli_paragraph(cli, 0, 2, TVX_CLI_STRONG, left);
        tvx_cli_paragraph(cli, 2, 2, TVX_CLI_DIM, right);
        return;
    }
    tvx_cli_put(cli, TVX_CLI_STRONG, left);
    if (right[0] != '\0') {
        tvx_cli_blanks(cli, used + 2 > width ? 2 : width - used);
        tvx_cli_put(cli, TVX_CLI_DIM, right);
    }
    tvx_cli_end_line(cli);
}
