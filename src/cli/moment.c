#include "cli/moment.h"

#include <string.h>

#include "cli/take.h"

void tvx_cli_day(const tvx_date *date, bool with_year, char out[TVX_DATE_HUMAN])
{
    tvx_human_date(date, with_year, out);
    if (date == NULL || date->text == NULL || date->precision != TVX_PRECISION_TIME)
        return;
    char *end = strchr(out, ':'); /* of the clock, which the text ends with */
    while (end != NULL && end > out && *end != ' ')
        end--;
    if (end != NULL)
        *end = '\0';
}

/* The year a date begins in, as its text has it: "2025", "202X"; "" where it has no beginning. */
static void first_year(const tvx_date *date, char out[5])
{
    size_t n = strspn(date->text, "0123456789X");
    out[0] = '\0';
    if (n == 4)
        memcpy(out, date->text, 5);
    out[4] = '\0';
}

bool tvx_cli_same_year(const tvx_placed_draft *drafts, size_t n)
{
    char first[5] = "", year[5];
    for (size_t i = 0; i < n; i++) {
        if (drafts[i].date == NULL)
            continue;
        first_year(drafts[i].date, year);
        if (year[0] == '\0' || (first[0] != '\0' && strcmp(first, year) != 0))
            return false;
        memcpy(first, year, sizeof first);
    }
    return true;
}

/* What was asked for, as people read it. */
static void known_day(const tvx_view *view, char out[TVX_DATE_HUMAN])
{
    const tvx_date date = {.text = tvx_view_known_by(view)};
    tvx_human_date(&date, true, out);
}

void tvx_cli_known_line(tvx_cli *cli, const tvx_view *view)
{
    char day[TVX_DATE_HUMAN];
    tvx_buf line = {0};
    if (tvx_view_known_by(view) == NULL)
        return;
    known_day(view, day);
    tvx_buf_format(&line, "as known by %s; what was published later is left out", day);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &line);
}

void tvx_cli_nothing(tvx_cli *cli, const tvx_view *view, const char *what)
{
    char day[TVX_DATE_HUMAN] = "";
    if (tvx_view_known_by(view) != NULL)
        known_day(view, day);
    tvx_cli_remark(cli, "no %s%s%s", what, day[0] != '\0' ? " known by " : "", day);
}

/* --- the deal as a whole --- */

typedef struct report_count {
    size_t n;
    int64_t latest;
    char day[TVX_DATE_HUMAN];
} report_count;

static int count_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    report_count *count = payload;
    const tvx_date *published = &told->report->published;
    (void)error;
    if (count->n++ == 0 || published->latest > count->latest) {
        count->latest = published->latest;
        tvx_cli_day(published, true, count->day);
    }
    return TVX_OK;
}

int tvx_cli_deal_heading(tvx_cli *cli, tvx_view *view, tvx_error *error)
{
    report_count count = {0};
    tvx_buf right = {0};
    int rc = tvx_view_reports(view, count_report, &count, error);
    if (rc != TVX_OK)
        return rc;
    tvx_cli_count(&right, count.n, "report", "reports");
    if (count.n > 0)
        tvx_buf_format(&right, ", to %s", count.day);
    tvx_cli_heading(cli, tvx_view_negotiation(view)->title, tvx_cli_take(cli, &right));
    return TVX_OK;
}
