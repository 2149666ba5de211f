#include "read/csv_value.h"

#include <stdbool.h>
#include <string.h>

#include "base/fail.h"
#include "base/text.h"
#include "model/words.h"
#include "read/members.h"
#include "read/words.h"

/* --- units --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The size of the number at the beginning, its last digit included; 0 if there is none. */
static size_t number_size(const char *at)
{
    size_t n = 0;
    for (size_t i = *at == '-'; is_digit(at[i]) || (i > 0 && (at[i] == '.' || at[i] == ',')); i++)
        if (is_digit(at[i]))
            n = i + 1;
    return n;
}

/* Where the numbers of a value begin, and where they end: `300 to 350` has two. */
static bool find_numbers(const char *value, size_t *begin, size_t *end)
{
    static const char to[] = " to ";
    size_t n = strcspn(value, "0123456789");
    if (value[n] == '\0')
        return false;
    *begin = n > 0 && value[n - 1] == '-' ? n - 1 : n;
    *end = *begin + number_size(value + *begin);
    if (strncmp(value + *end, to, sizeof to - 1) == 0) {
        size_t second = *end + sizeof to - 1;
        size_t size = number_size(value + second);
        *end = size > 0 ? second + size : *end;
    }
    return true;
}

/* How much of a unit stands before a number: a currency. */
static size_t currency_size(const char *unit)
{
    static const char *const signs[] = {"$", "€", "£"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(unit, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    size_t n = 0;
    while (unit[n] >= 'A' && unit[n] <= 'Z')
        n++;
    return n == 3 && (unit[n] == '\0' || tvx_is_blank(unit[n])) ? n : 0;
}

const char *tvx_csv_value(tvx_arena *arena, const char *value, const char *unit)
{
    size_t begin, end;
    if (value == NULL || unit == NULL || strstr(value, unit) != NULL ||
        !find_numbers(value, &begin, &end))
        return value;
    size_t currency = currency_size(unit);
    bool code = currency > 0 && unit[0] >= 'A' && unit[0] <= 'Z'; /* "USD 5", but "$5" and "$5bn" */
    bool sign = currency > 0 && !code;
    const char *rest = unit + currency;
    bool close = sign || rest[0] == '\0' || rest[0] == '%' || tvx_is_blank(rest[0]);
    return tvx_arena_format(arena, "%.*s%.*s%s%.*s%s%s%s", (int)begin, value, (int)currency, unit,
                            code ? " " : "", (int)(end - begin), value + begin, close ? "" : " ",
                            rest, value + end);
}

/* --- what is said --- */

static int fail_status(const char *status, tvx_error *error)
{
    int code = tvx_fail(error, TVX_EINPUT, "'%s' is no status", status);
    tvx_fail_hint(error, "it is one of stated, included, absent, deferred");
    return code;
}

/* What something is deferred to: the rest of `deferred to X`; or NULL. */
static const char *deferred_to(const char *said)
{
    static const char begin[] = "deferred to ";
    size_t n = sizeof begin - 1;
    return said != NULL && strncmp(said, begin, n) == 0 && !tvx_is_empty(said + n) ? said + n
                                                                                   : NULL;
}

/* A word that stands for itself where a value could: what is stated is given. */
static const char *stance_of(const char *said)
{
    return said == NULL ? NULL : tvx_read_word(said, tvx_stance_words + 1);
}

bool tvx_csv_is_status(const char *status)
{
    return status == NULL || deferred_to(status) != NULL ||
           tvx_read_word(status, tvx_stance_words) != NULL;
}

int tvx_csv_put_said(tvx_buf *out, const char *value, const char *status, tvx_error *error)
{
    const char *said = status != NULL ? status : value;
    const char *to = deferred_to(said);
    const char *stance = to != NULL ? "deferred" : stance_of(said);
    if (said == NULL)
        return tvx_fail(error, TVX_EINPUT, "nothing is said of the term");
    if (!tvx_csv_is_status(status))
        return fail_status(status, error);
    if (status != NULL && stance == NULL && value == NULL)
        return tvx_fail(error, TVX_EINPUT, "a term that is stated has a value");
    tvx_put_member(out, "stance", stance);
    tvx_put_member(out, "to", to);
    if (status != NULL || stance == NULL)
        tvx_put_member(out, "value", value);
    return out->failed ? tvx_fail_memory(error) : TVX_OK;
}
