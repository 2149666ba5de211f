#include <string.h>

#include "cli/layout.h"

/* Signs that stand around words in a redline; the first entry is outside of them. */
static const struct {
    const char *begin, *end;
    tvx_cli_style style;
} runs[] = {{"", "", TVX_CLI_PLAIN}, {"[-", "-]", TVX_CLI_CUT}, {"{+", "+}", TVX_CLI_PLUS}};

enum { RUNS = sizeof runs / sizeof runs[0], SIGN = 2 };

/* How many bytes come before a sign; n: it is not there. */
static size_t before_sign(const char *bytes, size_t n, const char *sign)
{
    for (size_t i = 0; i + SIGN <= n; i++)
        if (memcmp(bytes + i, sign, SIGN) == 0)
            return i;
    return n;
}

/* Writes what comes before the next run, and says which one that is. */
static size_t put_outside(tvx_cli *cli, const char *bytes, size_t n, int *inside)
{
    size_t before = n;
    for (int i = 1; i < RUNS; i++) {
        size_t found = before_sign(bytes, before, runs[i].begin);
        if (found == before)
            continue;
        before = found;
        *inside = i;
    }
    tvx_cli_styled(cli, TVX_CLI_PLAIN, bytes, before);
    return before;
}

/* Writes the rest of a run, and its end if that is here. */
static size_t put_inside(tvx_cli *cli, const char *bytes, size_t n, int *inside)
{
    size_t before = before_sign(bytes, n, runs[*inside].end);
    size_t length = before < n ? before + SIGN : n;
    tvx_cli_styled(cli, runs[*inside].style, bytes, length);
    if (before < n)
        *inside = 0;
    return length;
}

void tvx_cli_redline_styled(tvx_cli *cli, const char *bytes, size_t n, int *inside)
{
    while (n > 0) {
        size_t done =
            *inside == 0 ? put_outside(cli, bytes, n, inside) : put_inside(cli, bytes, n, inside);
        bytes += done;
        n -= done;
    }
}
