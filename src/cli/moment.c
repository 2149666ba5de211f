#include "cli/moment.h"

#include <string.h>

#include "base/text.h"
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

/* --- what was asked --- */

bool tvx_cli_asks_less(const tvx_view *view)
{
    return tvx_view_known_by(view) != NULL || tvx_view_recorded_by(view) != NULL ||
           tvx_view_without(view) != NULL;
}

/* A date that was asked about, as people read it. */
static void put_day(tvx_buf *out, const char *before, const char *edtf)
{
    char day[TVX_DATE_HUMAN];
    const tvx_date date = {.text = edtf};
    tvx_human_date(&date, true, day);
    tvx_buf_format(out, "%s%s", before, day);
}

/* "without report 3f9a2c", "without CNN"; true of a report, which a view names by its whole id. */
static bool put_without(tvx_buf *out, const tvx_view *view)
{
    const char *without = tvx_view_without(view);
    bool report = tvx_text_hex(without, TVX_ID_HEX, TVX_ID_HEX);
    if (report)
        tvx_buf_format(out, "without report %.*s", TVX_CLI_ID_DIGITS, without);
    else
        tvx_buf_format(out, "without %s", without);
    return report;
}

/* A line on one of these, of whose text the first part is there. */
static void put_limit(tvx_cli *cli, tvx_buf *line, const char *left_out)
{
    tvx_buf_text(line, left_out);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, line);
}

void tvx_cli_known_line(tvx_cli *cli, const tvx_view *view)
{
    tvx_buf line = {0};
    if (tvx_view_known_by(view) != NULL) {
        put_day(&line, "as known by ", tvx_view_known_by(view));
        put_limit(cli, &line, "; what was published later is left out");
    }
    if (tvx_view_recorded_by(view) != NULL) {
        put_day(&line, "as recorded by ", tvx_view_recorded_by(view));
        put_limit(cli, &line, "; what came into the file later is left out");
    }
    if (tvx_view_without(view) != NULL) {
        bool report = put_without(&line, view);
        put_limit(cli, &line, report ? "" : "; what goes back to it alone is left out");
    }
}

void tvx_cli_nothing(tvx_cli *cli, const tvx_view *view, const char *what)
{
    tvx_buf line = {0};
    tvx_buf_format(&line, "no %s", what);
    size_t before = line.size;
    if (tvx_view_known_by(view) != NULL)
        put_day(&line, " known by ", tvx_view_known_by(view));
    if (tvx_view_recorded_by(view) != NULL)
        put_day(&line, line.size > before ? ", recorded by " : " recorded by ",
                tvx_view_recorded_by(view));
    if (tvx_view_without(view) != NULL) {
        tvx_buf_text(&line, line.size > before ? ", " : " ");
        put_without(&line, view);
    }
    tvx_cli_remark(cli, "%s", tvx_cli_take(cli, &line));
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

int tvx_cli_deal_reports(tvx_cli *cli, tvx_view *view, const char **out, tvx_error *error)
{
    report_count count = {0};
    tvx_buf words = {0};
    int rc = tvx_view_reports(view, count_report, &count, error);
    if (rc != TVX_OK)
        return rc;
    tvx_cli_count(&words, count.n, "report", "reports");
    if (count.n > 0)
        tvx_buf_format(&words, ", to %s", count.day);
    *out = tvx_cli_take(cli, &words);
    return TVX_OK;
}

int tvx_cli_deal_heading(tvx_cli *cli, tvx_view *view, tvx_error *error)
{
    const char *reports;
    int rc = tvx_cli_deal_reports(cli, view, &reports, error);
    if (rc == TVX_OK)
        tvx_cli_heading(cli, tvx_view_negotiation(view)->title, reports);
    return rc;
}
