#include "model/value_scan.h"

#include <string.h>

#include "base/fail.h"
#include "model/decimal.h"

#define ELLIPSIS "\xe2\x80\xa6"

/* White space beyond ASCII as UTF-8; U+2000 to U+200A are the bytes e2 80 80 to e2 80 8a. */
static const char *const wide_blanks[] = {
    "\xc2\x85",     "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\xa8",
    "\xe2\x80\xa9", "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80",
};

/* The bytes of the white space character that stands there, 0 if none does. */
static size_t white_at(const char *at)
{
    if (*at == ' ' || (*at >= '\t' && *at <= '\r'))
        return 1;
    if ((unsigned char)*at < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof wide_blanks / sizeof wide_blanks[0]; i++)
        if (strncmp(at, wide_blanks[i], strlen(wide_blanks[i])) == 0)
            return strlen(wide_blanks[i]);
    unsigned char last = strncmp(at, "\xe2\x80", 2) == 0 ? (unsigned char)at[2] : 0;
    return last >= 0x80 && last <= 0x8a ? 3 : 0;
}

char *tvx_value_words(tvx_arena *arena, const char *text)
{
    char *out = tvx_arena_new(arena, strlen(text) + 1, 1);
    if (out == NULL)
        return NULL;
    size_t n = 0, white;
    for (const char *at = text; *at != '\0'; at += white > 0 ? white : 1) {
        white = white_at(at);
        if (white == 0)
            out[n++] = *at;
        else if (n > 0 && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    if (n > 0 && out[n - 1] == ' ')
        n--;
    out[n] = '\0';
    return out;
}

tvx_span tvx_span_of(const char *text)
{
    return (tvx_span){text, text + strlen(text)};
}

bool tvx_span_empty(tvx_span span)
{
    return span.at == span.end;
}

size_t tvx_span_size(tvx_span span)
{
    return (size_t)(span.end - span.at);
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Where these words end that it begins with, ASCII case aside; NULL if it does not. */
static const char *end_of_words(tvx_span span, const char *words)
{
    const char *at = span.at;
    for (; *words != '\0'; words++, at++)
        if (at == span.end || lower(*at) != lower(*words))
            return NULL;
    return at;
}

bool tvx_span_is(tvx_span span, const char *words)
{
    return end_of_words(span, words) == span.end;
}

tvx_span tvx_span_trimmed(tvx_span span)
{
    while (span.at < span.end && *span.at == ' ')
        span.at++;
    while (span.at < span.end && span.end[-1] == ' ')
        span.end--;
    return span;
}

tvx_span tvx_span_word(tvx_span span)
{
    const char *end = span.at;
    while (end < span.end && *end != ' ' && *end != '(' && *end != ')')
        end++;
    return (tvx_span){span.at, end};
}

tvx_span tvx_span_last_word(tvx_span span)
{
    const char *at = span.end;
    while (at > span.at && at[-1] != ' ')
        at--;
    return (tvx_span){at, span.end};
}

bool tvx_span_take(tvx_span *span, const char *words)
{
    const char *end = end_of_words(*span, words);
    if (end == NULL || (end < span->end && *end != ' '))
        return false;
    span->at = end;
    tvx_span_take_blank(span);
    return true;
}

void tvx_span_take_blank(tvx_span *span)
{
    if (span->at < span->end && *span->at == ' ')
        span->at++;
}

bool tvx_span_take_bytes(tvx_span *span, const char *bytes)
{
    size_t n = strlen(bytes);
    if (tvx_span_size(*span) < n || memcmp(span->at, bytes, n) != 0)
        return false;
    span->at += n;
    return true;
}

static bool is_digit(const char *at, const char *end)
{
    return at < end && *at >= '0' && *at <= '9';
}

bool tvx_span_digit(tvx_span span)
{
    bool negative = span.at < span.end && *span.at == '-';
    return is_digit(span.at + negative, span.end);
}

/* Where the digits end that begin there, with the points and commas between them. */
static const char *number_end(tvx_span span)
{
    const char *at = span.at + (*span.at == '-');
    while (is_digit(at, span.end) ||
           (at < span.end && (*at == '.' || *at == ',') && is_digit(at + 1, span.end)))
        at++;
    return at;
}

static bool has_exponent(const char *at, const char *end)
{
    if (at == end || lower(*at) != 'e')
        return false;
    at++;
    return is_digit(at + (at < end && (*at == '+' || *at == '-')), end);
}

static bool has_dash(const char *at, const char *end)
{
    tvx_span rest = {at, end};
    return (tvx_span_take_bytes(&rest, "-") || tvx_span_take_bytes(&rest, "\xe2\x80\x93")) &&
           is_digit(rest.at, end);
}

static int refuse_number(tvx_span number, bool too_long, tvx_error *why)
{
    char quote[TVX_QUOTE];
    tvx_span_quote(number, quote);
    if (too_long) {
        tvx_fail(why, TVX_EINPUT, "the number '%s' has too many digits", quote);
        tvx_fail_hint(why, "numbers have up to %d digits before the point and %d after it",
                      TVX_DECIMAL_INTEGER, TVX_DECIMAL_FRACTION);
    } else if (memchr(number.at, ',', tvx_span_size(number)) != NULL) {
        tvx_fail(why, TVX_EINPUT, "the comma in '%s' does not part groups of three", quote);
        tvx_fail_hint(why, "decimals stand after a point, as in 0.5; commas part groups of three "
                           "digits, as in 80,000");
    } else {
        tvx_fail(why, TVX_EINPUT, "'%s' has several points", quote);
        tvx_fail_hint(why, "groups of three digits are parted by commas, as in 80,000");
    }
    return TVX_EINPUT;
}

int tvx_span_number(tvx_span *span, tvx_decimal *out, tvx_error *why)
{
    if (!tvx_span_digit(*span))
        return TVX_EINPUT;
    bool too_long;
    char quote[TVX_QUOTE];
    const tvx_span number = {span->at, number_end(*span)};
    if (tvx_decimal_parse(out, number.at, tvx_span_size(number), &too_long) != TVX_OK)
        return refuse_number(number, too_long, why);
    if (has_exponent(number.end, span->end)) {
        tvx_fail(why, TVX_EINPUT, "a number has no exponent: '%s'",
                 tvx_span_quote(tvx_span_word(*span), quote));
        tvx_fail_hint(why, "write the digits out, or thousand, million, billion or trillion");
        return TVX_EINPUT;
    }
    if (has_dash(number.end, span->end)) {
        tvx_fail(why, TVX_EINPUT, "a range is written with 'to', not with a dash: '%s'",
                 tvx_span_quote(tvx_span_word(*span), quote));
        tvx_fail_hint(why, "as in '33 to 50%%' or 'USD 300 to 350 million'");
        return TVX_EINPUT;
    }
    span->at = number.end;
    return TVX_OK;
}

bool tvx_number_plain(const char *text)
{
    text += *text == '-';
    size_t whole = strspn(text, "0123456789");
    if (whole == 0 || (whole > 1 && *text == '0'))
        return false;
    text += whole;
    return *text == '\0' ||
           (*text == '.' && text[1] != '\0' && text[1 + strspn(text + 1, "0123456789")] == '\0');
}

char *tvx_span_text(tvx_arena *arena, tvx_span span)
{
    return tvx_arena_slice(arena, span.at, tvx_span_size(span));
}

const char *tvx_span_quote(tvx_span span, char out[TVX_QUOTE])
{
    size_t n = tvx_span_size(span);
    bool cut = n >= TVX_QUOTE;
    if (cut)
        n = TVX_QUOTE - sizeof ELLIPSIS;
    while (cut && n > 0 && ((unsigned char)span.at[n] & 0xc0) == 0x80)
        n--;
    memcpy(out, span.at, n);
    memcpy(out + n, cut ? ELLIPSIS : "", cut ? sizeof ELLIPSIS : 1);
    return out;
}
