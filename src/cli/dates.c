#include "cli/dates.h"

#include <stdbool.h>
#include <string.h>
#include <time.h>

#include "base/text.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

enum { TYPED_MOST = 40, WORDS = 3, DAY_SECONDS = 24 * 60 * 60 };

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
    else if (month > 0 && is_digits(words[n - 1], 4, 4) && day != NULL && is_digits(day, 1, 2))
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
