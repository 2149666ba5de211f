#include <stdio.h>
#include <string.h>

#include "travaux/date.h"

enum { DAY = 86400, MONTHS = 12 };

static const char *const month_names[MONTHS] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/* One end of a date, taken apart; what it has not is empty or 0. */
typedef struct part {
    char year[16]; /* "2025", "2020s", "2000–2099" */
    int month, day;
    char clock[16]; /* "22:12", "22:12:30", "20:12 UTC" */
    bool about, uncertain;
} part;

static int digits(const char *text, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

/* "2025", "202X", "20XX". */
static void read_year(part *out, const char *text)
{
    if (text[2] == 'X')
        snprintf(out->year, sizeof out->year, "%.2s00\xe2\x80\x93%.2s99", text, text);
    else if (text[3] == 'X')
        snprintf(out->year, sizeof out->year, "%.3s0s", text);
    else
        snprintf(out->year, sizeof out->year, "%.4s", text);
}

/* A date without interval or offset: n bytes of EDTF. */
static void read_part(part *out, const char *text, size_t n)
{
    char sign = text[n - 1];
    *out = (part){.about = sign == '~' || sign == '%', .uncertain = sign == '?' || sign == '%'};
    read_year(out, text);
    if (n >= 7 && text[5] != 'X')
        out->month = digits(text + 5, 2);
    if (n >= 10 && text[8] != 'X')
        out->day = digits(text + 8, 2);
    if (n > 11)
        snprintf(out->clock, sizeof out->clock, "%.*s", (int)(n - 11), text + 11);
}

/* A time with an offset: its moment in UTC, by counting from 1 March of the year 0. */
static void read_moment(part *out, const tvx_date *date)
{
    int64_t seconds = ((date->earliest % DAY) + DAY) % DAY;
    int64_t days = (date->earliest - seconds) / DAY + 719468;
    int64_t era = (days < 0 ? days - 146096 : days) / 146097;
    int64_t of_era = days - era * 146097;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153; /* from March */
    *out = (part){.month = (int)(month < 10 ? month + 3 : month - 9),
                  .day = (int)(of_year - (153 * month + 2) / 5 + 1)};
    snprintf(out->year, sizeof out->year, "%04d",
             (int)(year + era * 400 + (out->month <= 2 ? 1 : 0)));
    int n = snprintf(out->clock, sizeof out->clock, "%02d:%02d", (int)(seconds / 3600),
                     (int)(seconds / 60 % 60));
    if (date->latest == date->earliest) /* to the second */
        snprintf(out->clock + n, sizeof out->clock - (size_t)n, ":%02d", (int)(seconds % 60));
    strcat(out->clock, " UTC");
}

/* Text that grows within a size that it is known to fit. */
typedef struct line {
    char *out;
    size_t size, room;
} line;

static void put(line *l, const char *before, const char *text)
{
    int n = snprintf(l->out + l->size, l->room - l->size, "%s%s", before, text);
    if (n > 0)
        l->size = l->size + (size_t)n < l->room ? l->size + (size_t)n : l->room - 1;
}

/* "12 Feb 2025 22:12", as much of it as there is and is wanted; a year alone is always wanted. */
static void put_part(line *l, const part *p, bool with_month, bool with_year)
{
    char day[12];
    const char *blank = "";
    if (p->about)
        put(l, "about", " ");
    snprintf(day, sizeof day, "%d", p->day);
    if (p->day > 0)
        put(l, "", day);
    if (p->month > 0 && with_month)
        put(l, p->day > 0 ? " " : "", month_names[p->month - 1]);
    if (p->month > 0)
        blank = " ";
    if (p->month == 0 || with_year)
        put(l, blank, p->year);
    if (p->clock[0] != '\0')
        put(l, " ", p->clock);
    if (p->uncertain)
        put(l, " ", "(uncertain)");
}

static bool is_open(const char *end, size_t n)
{
    return n == 0 || (n == 2 && end[0] == '.');
}

/* Two ends that are alike but for their last part are drawn together: "12–24 Feb 2025". */
static void put_range(line *l, const part *a, const part *b, bool with_year)
{
    bool plain = !a->about && !a->uncertain && !b->about && !b->uncertain;
    bool same_year = strcmp(a->year, b->year) == 0;
    bool same_depth = (a->day > 0) == (b->day > 0) && (a->month > 0) == (b->month > 0);
    bool joined = plain && same_year && same_depth && a->month > 0;
    bool same_month = joined && a->month == b->month && a->day > 0;
    bool with_last = with_year || !same_year;
    bool tight = (joined && (same_month || a->day == 0)) || (plain && a->month + b->month == 0);
    put_part(l, a, !same_month, joined ? false : with_last);
    put(l, tight ? "" : " ", tight ? "\xe2\x80\x93" : "\xe2\x80\x93 ");
    put_part(l, b, true, with_last);
}

static void put_interval(line *l, const char *text, const char *slash, bool with_year)
{
    const char *second = slash + 1;
    size_t n = (size_t)(slash - text), m = strlen(second);
    bool from_open = is_open(text, n), to_open = is_open(second, m);
    part a = {0}, b = {0};
    if (!from_open)
        read_part(&a, text, n);
    if (!to_open)
        read_part(&b, second, m);
    if (from_open || to_open) {
        put(l, from_open ? "to" : "from", " ");
        put_part(l, from_open ? &b : &a, true, with_year);
    } else if (n == m && memcmp(text, second, n) == 0) {
        put_part(l, &a, true, with_year);
    } else {
        put_range(l, &a, &b, with_year);
    }
}

void tvx_human_date(const tvx_date *date, bool with_year, char out[TVX_DATE_HUMAN])
{
    line l = {.out = out, .room = TVX_DATE_HUMAN};
    part p;
    out[0] = '\0';
    if (date == NULL || date->text == NULL)
        return;
    const char *slash = strchr(date->text, '/');
    if (slash != NULL) {
        put_interval(&l, date->text, slash, with_year);
        return;
    }
    if (date->zoned)
        read_moment(&p, date);
    else
        read_part(&p, date->text, strlen(date->text));
    put_part(&l, &p, true, with_year);
}
