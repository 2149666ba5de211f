/*
 * Days, and what was known by one.
 */
#ifndef TVX_CLI_MOMENT_H
#define TVX_CLI_MOMENT_H

#include "cli/text.h"

/* A date as people read it, without its time of day: "24 Feb 2025"; "" where there is no date. */
void tvx_cli_day(const tvx_date *date, bool with_year, char out[TVX_DATE_HUMAN]);

/* True if dates of drafts are clear without their years: all are of one year. */
bool tvx_cli_same_year(const tvx_placed_draft *drafts, size_t n);

/* True if --known-by, --recorded-by or --without leaves something out. */
bool tvx_cli_asks_less(const tvx_view *view);

/* The lines that say what these leave out; nothing without them. */
void tvx_cli_known_line(tvx_cli *cli, const tvx_view *view);

/* The heading of what is told of the deal as a whole: its title, and "64 reports, to 8 May 2025".
 */
int tvx_cli_deal_heading(tvx_cli *cli, tvx_view *view, tvx_error *error);

/* The second half of it, in the cli's arena. */
int tvx_cli_deal_reports(tvx_cli *cli, tvx_view *view, const char **out, tvx_error *error);

/* A remark that there is nothing to show: "no drafts", "no changes known by 23 Feb 2025". */
void tvx_cli_nothing(tvx_cli *cli, const tvx_view *view, const char *what);

#endif
