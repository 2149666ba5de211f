#include "model/date.h"

#include <fnmatch.h>
#include <string.h>

#include "base/fail.h"

enum {
    LONGEST = 48, /* bytes; no date needs as many */
    DAY_SECONDS = 86400,
    EPOCH_DAYS = 719162, /* from 0001-01-01 to 1970-01-01 */
    OFFSET_MINUTES = 14 * 60
};

/* A part of a date, or the whole of it, with its shape: digits as 0, white space as a blank. */
typedef struct piece {
    const char *at;
    size_t n;
    char shape[LONGEST + 1];
} piece;

/* The ways of writing a date without time, X standing for what is not known. */
typedef struct form {
    const char *shape;
    int years; /* how many it spans */
    tvx_precision precision;
    bool plain; /* may bear ~ ? or % */
} form;

static const form forms[] = {
    {"0000", 1, TVX_PRECISION_YEAR, true},        {"0000-00", 1, TVX_PRECISION_MONTH, true},
    {"0000-00-00", 1, TVX_PRECISION_DAY, true},   {"000X", 10, TVX_PRECISION_YEAR, false},
    {"00XX", 100, TVX_PRECISION_YEAR, false},     {"0000-XX", 1, TVX_PRECISION_YEAR, false},
    {"0000-XX-XX", 1, TVX_PRECISION_YEAR, false}, {"0000-00-XX", 1, TVX_PRECISION_MONTH, false},
};

#define HINT_INTERVAL "an interval is written with a slash, as in 2025-02-12/2025-02-24"
#define HINT_HYPHENS  "year, month and day are joined by hyphens, as in 2025-02-24"
#define HINT_DIGITS   "months and days have two digits, as in 2025-02-04"
#define HINT_SIGN     "~, ? and % stand at the end of a date, as in 2025-02~"
#define HINT_ONE_DATE "an interval needs a date at one end at least, as in ../2025-02-12"
#define HINT_NO_TIMES "an interval joins days, months or years, without a time of day"
#define HINT_TIME     "a time of day is written 2025-02-24T22:12, 2025-02-24T22:12:30 or with +02:00"
#define HINT_FIRST    "the year comes first, as in 2025-02-24"
#define HINT_YEARS    "years run from 0001 to 9999 and have four digits"

/* What is often written instead of a date, as patterns of shapes; the first that fits counts. */
static const struct {
    const char *pattern, *hint;
} refused[] = {
    {"", "write a date such as 2025-02-24, or leave it out"},
    {" *", "remove the blank before the date"},
    {"* ", "remove the blank after the date"},
    {"unknown", "leave the date out where it is not known"},
    {"open", "an open end of an interval is written .., as in 2025-02-24/.."},
    {"00000000", HINT_HYPHENS},
    {"000000", "year and month are joined by a hyphen, as in 2025-02"},
    {"0000/0*/0*", HINT_HYPHENS},
    {"0000.0*.0*", HINT_HYPHENS},
    {"0[./-]0*[./-]0000", HINT_FIRST},
    {"00[./-]0*[./-]0000", HINT_FIRST},
    {"0000-0", HINT_DIGITS},
    {"0000-0-0", HINT_DIGITS},
    {"0000-0-00", HINT_DIGITS},
    {"0000-00-0", HINT_DIGITS},
    {"00-00-00", "the year has four digits, as in 2025-02-24"},
    {"0000-W00*", "a week is written as its days, as in 2025-02-24/2025-03-02"},
    {"0000-000", "a day of the year is written with its month, as in 2025-02-24"},
    {"XXXX*", "leave the date out where nothing is known; a decade is 202X, a century 20XX"},
    {"0000-00-0X", "where the day is not known the month is written 2025-02-XX or 2025-02"},
    {"0000-XX-00", "where the month is not known the year is written 2025-XX or 2025"},
    {"*X[~?%]", "X and ~, ? or % do not go together: write 2025-02~ or 2025-02-XX"},
    {"[[]*", HINT_INTERVAL},
    {"{*", HINT_INTERVAL},
    {"0*..*0", HINT_INTERVAL},
    {"0* - 0*", HINT_INTERVAL},
    {"..", HINT_ONE_DATE},
    {"/", HINT_ONE_DATE},
    {"../..", HINT_ONE_DATE},
    {"/..", HINT_ONE_DATE},
    {"../", HINT_ONE_DATE},
    {"*0T0*/*", HINT_NO_TIMES},
    {"*/*0T0*", HINT_NO_TIMES},
    {"*0T0*[~?%]", "a time of day bears no ~, ? or %; write the day alone, as in 2025-02-24~"},
    {"*0T00:00*[+-]0000", "an offset is written +02:00 or +02"},
    {"*0T00:00:00[.,]*", "seconds are whole, as in 2025-02-24T22:12:30"},
    {"0000-00-00[Tt ]0*", HINT_TIME},
    {"0000[~?%]-*", HINT_SIGN},
    {"0000-00[~?%]-*", HINT_SIGN},
    {"[~?%]0*", HINT_SIGN},
    {"Y*", HINT_YEARS},
    {"-0*", HINT_YEARS},
    {"00000-*", HINT_YEARS},
};

#define HINT_GENERAL                                                                               \
    "dates are written 2025-02-24, 2025-02, 2025, 2025-02-24~, 2025-02-24T22:12 or "               \
    "2025-02-21/2025-02-24"

static piece piece_of(const char *at, size_t n)
{
    piece p = {.at = at, .n = n};
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)at[i];
        bool digit = c >= '0' && c <= '9', blank = c == ' ' || (c >= '\t' && c <= '\r');
        p.shape[i] = (char)(digit ? '0' : blank ? ' ' : c < 0x80 ? c : 'u');
    }
    return p;
}

static const char *hint_for(const char *shape)
{
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (fnmatch(refused[i].pattern, shape, 0) == 0)
            return refused[i].hint;
    return NULL;
}

/* Refuses the whole because of a part; what fits the whole is the better hint. */
static int refuse(const piece *whole, const piece *part, tvx_error *error)
{
    const char *hint = hint_for(whole->shape);
    if (hint == NULL)
        hint = hint_for(part->shape);
    tvx_fail(error, TVX_EINPUT, "'%s' is not a date", whole->at);
    tvx_fail_hint(error, "%s", hint != NULL ? hint : HINT_GENERAL);
    return TVX_EINPUT;
}

/* The number that n digits write, an X counting as 0. */
static int number(const char *digits, size_t n)
{
    int out = 0;
    for (size_t i = 0; i < n; i++)
        out = out * 10 + (digits[i] == 'X' ? 0 : digits[i] - '0');
    return out;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* The second at which a day begins; year, month and day from 1. */
static int64_t start_of(int year, int month, int day)
{
    int past = year - 1;
    int64_t days = 365 * (int64_t)past + past / 4 - past / 100 + past / 400;
    for (int m = 1; m < month; m++)
        days += days_in(year, m);
    return (days + day - 1 - EPOCH_DAYS) * DAY_SECONDS;
}

static void hint_for_month(int year, int month, tvx_error *error)
{
    static const int season_starts[] = {3, 6, 9, 12};
    if (month >= 21 && month <= 24) {
        int start = season_starts[month - 21], end = (start + 1) % 12 + 1;
        tvx_fail_hint(error, "a season is written as its months: write %04d-%02d/%04d-%02d", year,
                      start, year + (end < start), end);
    } else if (month == year % 100 + 1) {
        tvx_fail_hint(error, "two years are joined by a slash: write %04d/%04d", year, year + 1);
    } else {
        tvx_fail_hint(error, "months run from 01 to 12");
    }
}

/* Looks the numbers up in the calendar; month and day are -1 where none is written. */
static int check_calendar(const piece *whole, int year, int month, int day, tvx_error *error)
{
    if (year < 1) {
        tvx_fail(error, TVX_EINPUT, "'%s' is not a date: there is no year 0", whole->at);
        tvx_fail_hint(error, HINT_YEARS);
        return TVX_EINPUT;
    }
    if (month == 0 || month > 12) {
        tvx_fail(error, TVX_EINPUT, "'%s' is not a date: there is no month %02d", whole->at, month);
        hint_for_month(year, month, error);
        return TVX_EINPUT;
    }
    if (day >= 0 && (day == 0 || day > days_in(year, month))) {
        tvx_fail(error, TVX_EINPUT, "'%s' is not a date: %04d-%02d has no day %02d", whole->at,
                 year, month, day);
        tvx_fail_hint(error, "that month ends on %04d-%02d-%02d; write %04d-%02d for the month",
                      year, month, days_in(year, month), year, month);
        return TVX_EINPUT;
    }
    return TVX_OK;
}

/* The first and the last second of a day, of a month (day -1), or of years (month -1). */
static void set_bounds(int64_t *earliest, int64_t *latest, int year, int years, int month, int day)
{
    int last_year = year + years - 1, last_month = month > 0 ? month : 12;
    int last_day = day > 0 ? day : days_in(last_year, last_month);
    *earliest = start_of(year, month > 0 ? month : 1, day > 0 ? day : 1);
    *latest = start_of(last_year, last_month, last_day) + DAY_SECONDS - 1;
}

static const form *find_form(const piece *part, size_t n, bool qualified)
{
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (strlen(forms[i].shape) == n && memcmp(forms[i].shape, part->shape, n) == 0)
            return forms[i].plain || !qualified ? &forms[i] : NULL;
    return NULL;
}

/* A date without time: alone, the end of an interval, or the day before a time. */
static int parse_day(tvx_date *out, const piece *whole, const piece *part, tvx_error *error)
{
    bool qualified = part->n > 0 && strchr("~?%", part->at[part->n - 1]) != NULL;
    const form *f = find_form(part, part->n - qualified, qualified);
    if (f == NULL)
        return refuse(whole, part, error);
    bool has_day = f->precision == TVX_PRECISION_DAY;
    bool has_month = has_day || f->precision == TVX_PRECISION_MONTH;
    int year = number(part->at, 4), month = has_month ? number(part->at + 5, 2) : -1;
    int day = has_day ? number(part->at + 8, 2) : -1;
    int rc = check_calendar(whole, year, month, day, error);
    if (rc != TVX_OK)
        return rc;
    *out = (tvx_date){.text = whole->at, .precision = f->precision, .qualified = qualified};
    set_bounds(&out->earliest, &out->latest, year, f->years, month, day);
    if (qualified) { /* one step coarser: a day counts as its month, a month as its year */
        month = has_day ? month : -1;
        day = -1;
    }
    set_bounds(&out->wide_earliest, &out->wide_latest, year, f->years, month, day);
    return TVX_OK;
}

/* Reads `Z`, `+02`, `-05:30` or nothing into seconds; false if it is none of these. */
static bool parse_offset(const piece *zone, int64_t *seconds)
{
    static const char *const shapes[] = {"", "Z", "+00", "-00", "+00:00", "-00:00"};
    size_t i = 0;
    while (i < 6 && strcmp(zone->shape, shapes[i]) != 0)
        i++;
    *seconds = 0;
    if (i < 2)
        return true;
    if (i == 6)
        return false;
    int minutes = zone->n > 3 ? number(zone->at + 4, 2) : 0;
    int offset = number(zone->at + 1, 2) * 60 + minutes;
    *seconds = (zone->at[0] == '-' ? -offset : offset) * INT64_C(60);
    return minutes < 60 && offset <= OFFSET_MINUTES;
}

static int parse_time(tvx_date *out, const piece *whole, tvx_error *error)
{
    enum { DAY = 10, MINUTES = 16, SECONDS = 19 }; /* bytes until there */
    bool seconds = fnmatch("0000-00-00T00:00:00*", whole->shape, 0) == 0;
    if (!seconds && fnmatch("0000-00-00T00:00*", whole->shape, 0) != 0)
        return refuse(whole, whole, error);
    size_t end = seconds ? SECONDS : MINUTES;
    const piece day = piece_of(whole->at, DAY), zone = piece_of(whole->at + end, whole->n - end);
    int rc = parse_day(out, whole, &day, error);
    if (rc != TVX_OK)
        return rc;
    int h = number(whole->at + 11, 2), m = number(whole->at + 14, 2);
    int s = seconds ? number(whole->at + 17, 2) : 0;
    int64_t offset;
    if (!parse_offset(&zone, &offset))
        return refuse(whole, whole, error);
    if (h > 23 || m > 59 || s > 59) {
        tvx_fail(error, TVX_EINPUT, "'%s' is not a date: there is no such time", whole->at);
        tvx_fail_hint(error, "hours run from 00 to 23, minutes and seconds from 00 to 59");
        return TVX_EINPUT;
    }
    out->precision = TVX_PRECISION_TIME;
    out->zoned = zone.n > 0;
    out->earliest = out->wide_earliest =
        out->earliest + (int64_t)h * 3600 + (int64_t)m * 60 + s - offset;
    out->latest = out->wide_latest = out->earliest + (seconds ? 0 : 59);
    return TVX_OK;
}

/* One end of an interval; *dated tells if it is a date rather than open or unknown. */
static int parse_end(tvx_date *out, bool *dated, const piece *whole, const piece *part,
                     tvx_error *error)
{
    *dated = part->n > 0 && strcmp(part->shape, "..") != 0;
    *out = (tvx_date){.earliest = TVX_TIME_MIN,
                      .latest = TVX_TIME_MAX,
                      .wide_earliest = TVX_TIME_MIN,
                      .wide_latest = TVX_TIME_MAX};
    return *dated ? parse_day(out, whole, part, error) : TVX_OK;
}

static int parse_interval(tvx_date *out, const piece *whole, const char *slash, tvx_error *error)
{
    const piece first = piece_of(whole->at, (size_t)(slash - whole->at));
    const piece second = piece_of(slash + 1, whole->n - first.n - 1);
    tvx_date from, to;
    bool starts, ends;
    int rc = parse_end(&from, &starts, whole, &first, error);
    if (rc == TVX_OK)
        rc = parse_end(&to, &ends, whole, &second, error);
    if (rc != TVX_OK)
        return rc;
    if (!starts && !ends)
        return refuse(whole, whole, error);
    if (from.earliest > to.latest) {
        tvx_fail(error, TVX_EINPUT, "'%s' is not a date: it ends before it begins", whole->at);
        tvx_fail_hint(error, "the earlier date stands first: write %s/%.*s", second.at,
                      (int)first.n, first.at);
        return TVX_EINPUT;
    }
    *out = (tvx_date){.text = whole->at,
                      .earliest = from.earliest,
                      .latest = to.latest,
                      .wide_earliest = from.wide_earliest,
                      .wide_latest = to.wide_latest,
                      .precision = TVX_PRECISION_INTERVAL,
                      .qualified = from.qualified || to.qualified};
    return TVX_OK;
}

int tvx_date_parse(tvx_date *out, const char *text, tvx_error *error)
{
    size_t n = strnlen(text, LONGEST + 1);
    if (n > LONGEST) {
        tvx_fail(error, TVX_EINPUT, "'%s' is not a date", text);
        tvx_fail_hint(error, HINT_GENERAL);
        return TVX_EINPUT;
    }
    const piece whole = piece_of(text, n);
    const char *slash = memchr(text, '/', n);
    if (slash != NULL)
        return parse_interval(out, &whole, slash, error);
    if (memchr(text, 'T', n) != NULL)
        return parse_time(out, &whole, error);
    return parse_day(out, &whole, &whole, error);
}

bool tvx_date_before(const tvx_date *a, const tvx_date *b)
{
    return a->latest < b->earliest;
}

bool tvx_date_within(const tvx_date *a, const tvx_date *b)
{
    return a->earliest >= b->earliest && a->latest <= b->latest;
}

int tvx_date_compare(const tvx_date *a, const tvx_date *b)
{
    if (a->text == NULL || b->text == NULL)
        return (a->text == NULL) - (b->text == NULL);
    if (a->latest != b->latest)
        return a->latest < b->latest ? -1 : 1;
    if (a->earliest != b->earliest)
        return a->earliest < b->earliest ? -1 : 1;
    return 0;
}

bool tvx_date_coarse(const tvx_date *date)
{
    return date->precision == TVX_PRECISION_MONTH || date->precision == TVX_PRECISION_YEAR;
}
