#include "cli/dates.h"

#include <string.h>
#include <time.h>

#include "base/text.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

enum { TYPED_MOST = 40, WORDS = 3, DAY_SECONDS = 24 * 60 * 60 };

/* --- as typed --- */

static bool is_digits(const char *text, size_t least, size_t most)
{
    size_t n = strspn(text, "0123456789");
    return text[n] == '\0' && n >= least && n <= most;
}

/* 1 to 12 for a month's name or its first three letters; else 0. */
static int month_named(const char *word)
{
    for (int i = 0; i < 12; i++) {
        char brief[4] = {months[i][0], months[i][1], months[i][2], '\0'};
        if (tvx_text_same_word(word, months[i]) || tvx_text_same_word(word, brief))
            return i + 1;
    }
    return 0;
}

/* Cuts a copy of what was typed into words; more than WORDS: 0. */
static size_t cut_words(char *copy, const char *words[WORDS])
{
    size_t n = 0;
    while (*copy != '\0') {
        size_t length = strcspn(copy, " ,");
        if (length > 0 && n == WORDS)
            return 0;
        if (length > 0)
            words[n++] = copy;
        copy += length;
        while (*copy == ' ' || *copy == ',')
            *copy++ = '\0';
    }
    return n;
}

/* Two figures and a year with the same sign between them: either may be the day. */
static int refuse_figures(const char *typed, tvx_error *error)
{
    char figures[3][5] = {"", "", ""};
    const char *at = typed;
    for (size_t i = 0; i < 3; i++) {
        size_t n = strspn(at, "0123456789");
        if (n == 0 || n > 4 || (i < 2 && (n > 2 || strchr("/.-", at[n]) == NULL)))
            return TVX_OK;
        memcpy(figures[i], at, n);
        at += n + (i < 2);
    }
    if (*at != '\0' || strlen(figures[2]) != 4)
        return TVX_OK;
    int rc = tvx_fail(error, TVX_EUSAGE, "'%s' does not say which is the day", typed);
    tvx_fail_hint(error, "write the year first: %s-MM-DD, or a month by its name: 3 Feb %s",
                  figures[2], figures[2]);
    return rc;
}

static const char *day_ago(tvx_arena *arena, int days)
{
    struct tm day;
    char text[16];
    time_t now = time(NULL) - (time_t)days * DAY_SECONDS;
    if (localtime_r(&now, &day) == NULL || strftime(text, sizeof text, "%Y-%m-%d", &day) == 0)
        return NULL;
    return tvx_arena_text(arena, text);
}

/* Sets *out where the words are a day or a month that is named; NULL there: no memory. */
static void read_words(tvx_arena *arena, const char *words[WORDS], size_t n, const char **out)
{
    bool day_first = n == 3 && is_digits(words[0], 1, 2);
    int month = n > 1 ? month_named(words[day_first ? 1 : 0]) : 0;
    const char *day = n == 3 ? words[day_first ? 0 : 1] : NULL;
    if (n == 1 && tvx_text_same_word(words[0], "today"))
        *out = day_ago(arena, 0);
    else if (n == 1 && tvx_text_same_word(words[0], "yesterday"))
        *out = day_ago(arena, 1);
    else if (month > 0 && is_digits(words[n - 1], 4, 4) && day == NULL)
        *out = tvx_arena_format(arena, "%s-%02d", words[n - 1], month);
    else if (month > 0 && is_digits(words[n - 1], 4, 4) && is_digits(day, 1, 2))
        *out = tvx_arena_format(arena, "%s-%02d-%s%s", words[n - 1], month,
                                day[1] == '\0' ? "0" : "", day);
}

int tvx_cli_typed_date(tvx_arena *arena, const char *typed, const char **out, tvx_error *error)
{
    char copy[TYPED_MOST];
    const char *words[WORDS];
    *out = typed;
    if (strlen(typed) >= sizeof copy)
        return TVX_OK;
    int rc = refuse_figures(typed, error);
    if (rc != TVX_OK)
        return rc;
    memcpy(copy, typed, strlen(typed) + 1);
    size_t n = cut_words(copy, words);
    if (n > 0)
        read_words(arena, words, n, out);
    return *out != NULL ? TVX_OK : tvx_fail_memory(error);
}

/* --- as shown --- */

/* One side of an EDTF date, taken apart. */
typedef struct side {
    bool open;      /* "..", or nothing */
    char year[8];   /* "2025", "2020s" */
    int month;      /* 0: none */
    char day[3];    /* "": none */
    char qualifier; /* ~ ? % or 0 */
} date_side;

static int two_digits(const char *at)
{
    return is_digits((const char[]){at[0], at[0] != '\0' ? at[1] : '\0', '\0'}, 2, 2)
               ? (at[0] - '0') * 10 + at[1] - '0'
               : 0;
}

/* The year at *at, which moves on; false: there is none that can be said better than as written. */
static bool take_year(const char **at, date_side *out)
{
    size_t digits = strspn(*at, "0123456789");
    if (digits < 3 || digits > 4 || (digits == 3 && (*at)[3] != 'X'))
        return false;
    memcpy(out->year, *at, digits);
    if (digits == 3)
        memcpy(out->year + 3, "0s", 3);
    *at += 4;
    return true;
}

/* "-MM" or "-XX" and so on; unspecified figures are left out. False: it is something else. */
static bool take_part(const char **at, int *out)
{
    if (**at != '-')
        return true;
    const char *figures = *at + 1;
    *out = two_digits(figures);
    if (*out == 0 && strncmp(figures, "XX", 2) != 0)
        return false;
    *at += 3;
    return true;
}

static bool read_side(const char *at, size_t n, date_side *out)
{
    char text[TYPED_MOST];
    int day = 0;
    *out = (date_side){0};
    out->open = n == 0 || (n == 2 && strncmp(at, "..", 2) == 0);
    if (out->open)
        return true;
    if (n >= sizeof text)
        return false;
    memcpy(text, at, n);
    text[n] = '\0';
    at = text;
    if (!take_year(&at, out) || !take_part(&at, &out->month) || !take_part(&at, &day) ||
        out->month > 12)
        return false;
    if (day >= 10)
        out->day[0] = (char)('0' + day / 10);
    if (day > 0)
        out->day[day >= 10] = (char)('0' + day % 10);
    if (*at == '~' || *at == '?' || *at == '%')
        out->qualifier = *at++;
    return *at == '\0' || (*at == 'T' && day > 0);
}

enum { WITH_YEAR = 1, WITH_MONTH = 2 };

static void put_side(tvx_buf *out, const date_side *side, unsigned with)
{
    if (side->qualifier == '~' || side->qualifier == '%')
        tvx_buf_char(out, '~');
    if (side->day[0] != '\0')
        tvx_buf_format(out, "%s%s", side->day, with != 0 ? " " : "");
    if (side->month > 0 && (with & WITH_MONTH) != 0)
        tvx_buf_format(out, "%.3s", months[side->month - 1]);
    if (side->month == 0 || (with & WITH_YEAR) != 0)
        tvx_buf_format(out, "%s%s", side->month > 0 ? " " : "", side->year);
    if (side->qualifier == '?' || side->qualifier == '%')
        tvx_buf_char(out, '?');
}

/* What of the first side the second one says as well is said once. */
static void put_both(tvx_buf *out, const date_side *from, const date_side *to, unsigned year)
{
    bool same_year = from->month > 0 && to->month > 0 && strcmp(from->year, to->year) == 0;
    bool same_month = same_year && from->month == to->month && from->day[0] != '\0' &&
                      to->day[0] != '\0' && from->qualifier == 0 && to->qualifier == 0;
    put_side(out, from, same_month ? 0 : WITH_MONTH | (same_year ? 0 : year));
    tvx_buf_text(out, same_month ? "\xe2\x80\x93" : " \xe2\x80\x93 ");
    put_side(out, to, WITH_MONTH | year);
}

void tvx_cli_show_date(tvx_buf *out, const char *edtf, bool year)
{
    unsigned with = WITH_MONTH | (year ? WITH_YEAR : 0);
    const char *slash = strchr(edtf, '/');
    size_t n = slash != NULL ? (size_t)(slash - edtf) : strlen(edtf);
    date_side from, to = {.open = true};
    if (!read_side(edtf, n, &from) ||
        (slash != NULL && !read_side(slash + 1, strlen(slash + 1), &to)) ||
        (from.open && to.open)) {
        tvx_buf_text(out, edtf);
    } else if (slash == NULL) {
        put_side(out, &from, with);
    } else if (from.open || to.open) {
        tvx_buf_text(out, from.open ? "to " : "from ");
        put_side(out, from.open ? &to : &from, with);
    } else {
        put_both(out, &from, &to, year ? WITH_YEAR : 0);
    }
}
