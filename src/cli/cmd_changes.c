#include "cli/history_text.h"
#include "cli/moment.h"
#include "cli/take.h"

static int run(tvx_cli *cli, tvx_error *error);

static const tvx_cli_option options[] = {
    {.name = "since",
     .value = "DATE",
     .help = "only drafts that may be of that day or later",
     .traits = TVX_CLI_DATE},
    {.name = "until",
     .value = "DATE",
     .help = "only drafts that may be of that day or earlier",
     .traits = TVX_CLI_DATE},
    {.name = "by", .value = "PARTY", .help = "only drafts of this party"},
    {.name = "toward", .value = "PARTY", .help = "only changes that this party gains from"},
    {0},
};

const tvx_cli_command tvx_cmd_changes = {
    .name = "changes",
    .group = TVX_CLI_ASKING,
    .arguments = "[TERM\xe2\x80\xa6]",
    .most = TVX_CLI_ANY,
    .summary = "how terms changed over time",
    .examples = "travaux changes\n"
                "travaux changes revenue_share security_guarantees\n"
                "travaux changes --toward UA --since '20 Feb 2025'\n"
                "travaux changes --known-by 2025-02-23 --format csv\n",
    .details = "For each term every draft that is reported to treat it: what it holds, what\n"
               "that is against the draft it follows, and how many reports and origins say\n"
               "so. [A | B] are reports that contradict each other. What a report tells of a\n"
               "change itself stands beside: told. A term includes its variants.\n",
    .common = TVX_CLI_ASKS | TVX_CLI_ALL | TVX_CLI_WITHOUT,
    .options = options,
    .run = run,
};

/* Terms of which no draft is reported to say anything. */
static void put_silent(tvx_buf *out, const tvx_cli_history *history)
{
    size_t n = 0;
    tvx_buf names = {0};
    for (size_t i = 0; i < history->n_rows; i++)
        if (history->terms[i].first == NULL && history->terms[i].told == NULL)
            tvx_buf_format(&names, "%s%s", n++ > 0 ? ", " : "", history->rows[i].name);
    if (n > 0) {
        tvx_buf_text(out, "no report of a draft speaks of ");
        tvx_cli_count(out, n, "term", "terms");
        tvx_buf_format(out, ": %s", tvx_buf_string(&names));
    }
    out->failed = out->failed || names.failed;
    tvx_buf_dispose(&names);
}

static bool is_narrowed(const tvx_changes_filter *filter)
{
    return filter->terms.n > 0 || filter->since != NULL || filter->until != NULL ||
           filter->by != NULL || filter->toward != NULL;
}

static void put_left_out(const tvx_cli_history *history, const tvx_changes_filter *filter,
                         size_t n_alike)
{
    tvx_cli *cli = history->cli;
    tvx_buf alike = {0}, silent = {0};
    if (n_alike > 0)
        tvx_cli_count(&alike, n_alike, "reading is the same as before; --all shows it",
                      "readings are the same as before; --all shows them");
    if (!is_narrowed(filter))
        put_silent(&silent, history);
    if (alike.size > 0 || silent.size > 0 || tvx_cli_asks_less(history->view))
        tvx_cli_end_line(cli);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &alike);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &silent);
    tvx_cli_known_line(cli, history->view);
}

static int put_history(const tvx_cli_history *history, const tvx_changes_filter *filter,
                       tvx_error *error)
{
    tvx_cli *cli = history->cli;
    size_t n_alike = 0;
    int rc = tvx_cli_deal_heading(cli, history->view, error);
    if (rc == TVX_OK)
        rc = tvx_cli_history_put(history, tvx_cli_has(cli, "all"), &n_alike, error);
    if (rc == TVX_OK)
        put_left_out(history, filter, n_alike);
    return rc;
}

/* True if there is a row at all. */
static bool holds_any(const tvx_cli_history *history)
{
    for (size_t i = 0; i < history->n_rows; i++)
        if (history->terms[i].first != NULL || history->terms[i].told != NULL)
            return true;
    return false;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_view *view;
    tvx_cli_history history;
    const tvx_changes_filter filter = {
        .terms = cli->arguments,
        .since = tvx_cli_value(cli, "since"),
        .until = tvx_cli_value(cli, "until"),
        .by = tvx_cli_value(cli, "by"),
        .toward = tvx_cli_value(cli, "toward"),
    };
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK && cli->format != TVX_FORMAT_TEXT)
        return tvx_write_changes(view, &filter, cli->format, &cli->sink, error);
    if (rc == TVX_OK)
        rc = tvx_cli_history_gather(&history, cli, view, &filter, error);
    if (rc != TVX_OK)
        return rc;
    if (holds_any(&history))
        return put_history(&history, &filter, error);
    tvx_cli_nothing(cli, view, "changes");
    return TVX_OK;
}
