#include "cli/listing.h"
#include "cli/moment.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_drafts = {
    .name = "drafts",
    .group = TVX_CLI_ASKING,
    .summary = "list the drafts in their order",
    .examples = "travaux drafts\n"
                "travaux drafts --known-by 2025-02-23\n"
                "travaux drafts --format csv\n",
    .details = "The date is the one the text bears, else the day it was handed over. What a\n"
               "draft follows by its date, and no record says so, stands in ( ).\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

static const tvx_cli_list_column columns[] = {
    {"date", TVX_CLI_FOR_PEOPLE},
    {"key", TVX_CLI_FOR_PROGRAMS},
    {"draft", TVX_CLI_FOR_PEOPLE},
    {"title", TVX_CLI_WRAPS},
    {"dated", TVX_CLI_FOR_PROGRAMS},
    {"presented", TVX_CLI_FOR_PROGRAMS},
    {"by", 0},
    {"follows", TVX_CLI_FOR_PROGRAMS},
    {"implied", TVX_CLI_FOR_PROGRAMS},
    {"amends", TVX_CLI_FOR_PROGRAMS},
    {"also", TVX_CLI_FOR_PROGRAMS},
    {"maybe_same_as", TVX_CLI_FOR_PROGRAMS},
    {"url", TVX_CLI_FOR_PROGRAMS},
    {"note", TVX_CLI_FOR_PROGRAMS},
    {"follows", TVX_CLI_FOR_PEOPLE | TVX_CLI_WRAPS},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], TITLE = 3 };

/* "us-0212", "(us-0212)", "us-0221, amends us-0220". */
static void put_ties(tvx_buf *out, const tvx_placed_draft *placed)
{
    tvx_buf_text(out, placed->implied ? "(" : "");
    tvx_cli_list(out, placed->follows);
    tvx_buf_text(out, placed->implied ? ")" : "");
    if (placed->amends != NULL)
        tvx_buf_format(out, "%samends %s", out->size > 0 ? ", " : "", placed->amends);
}

static void put_names(tvx_cli_listing *list, const char *before, tvx_texts names)
{
    tvx_buf line = {0};
    if (names.n == 0)
        return;
    tvx_buf_text(&line, before);
    tvx_cli_list(&line, names);
    tvx_cli_listing_under(list, TITLE, &line);
}

static void put_also(tvx_cli_listing *list, const tvx_placed_draft *placed)
{
    tvx_buf line = {0};
    if (placed->also.n == 0)
        return;
    tvx_buf_text(&line, "also called ");
    tvx_cli_list(&line, placed->also);
    if (placed->joined != NULL)
        tvx_buf_format(&line, " (judgement %.*s)", TVX_CLI_ID_DIGITS, placed->joined->id);
    tvx_cli_listing_under(list, TITLE, &line);
}

static int list_draft(tvx_cli_listing *list, const tvx_placed_draft *placed, tvx_error *error)
{
    const tvx_draft *draft = placed->draft;
    char day[TVX_DATE_HUMAN];
    tvx_buf ties = {0};
    tvx_cli_day(placed->date, true, day);
    put_ties(&ties, placed);
    const tvx_cell cells[COLUMNS] = {
        tvx_cli_text_cell(day),
        tvx_cli_text_cell(draft->key),
        tvx_cli_text_cell(draft->key),
        tvx_cli_text_cell(draft->title),
        tvx_cli_date_cell(&draft->dated),
        tvx_cli_date_cell(&draft->presented),
        tvx_cli_texts_cell(draft->by),
        tvx_cli_texts_cell(placed->follows),
        tvx_cli_flag_cell(placed->implied),
        tvx_cli_text_cell(placed->amends),
        tvx_cli_texts_cell(placed->also),
        tvx_cli_texts_cell(draft->maybe_same_as),
        tvx_cli_text_cell(draft->url),
        tvx_cli_text_cell(draft->note),
        tvx_cli_text_cell(tvx_buf_string(&ties)),
    };
    int rc = ties.failed ? tvx_fail_memory(error) : tvx_cli_listing_row(list, cells, error);
    put_also(list, placed);
    put_names(list, "maybe the same as ", draft->maybe_same_as);
    tvx_buf_dispose(&ties);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_listing list;
    tvx_view *view;
    const tvx_placed_draft *drafts;
    size_t n;
    bool implied = false;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc == TVX_OK)
        rc = tvx_view_drafts(view, &drafts, &n, error);
    if (rc != TVX_OK)
        return rc;
    rc = tvx_cli_listing_begin(&list, cli, view, "drafts", columns, COLUMNS, error);
    for (size_t i = 0; rc == TVX_OK && i < n; i++) {
        rc = list_draft(&list, &drafts[i], error);
        implied = implied || drafts[i].implied;
    }
    return tvx_cli_listing_end(&list, implied ? "( ) is followed though no record says so" : NULL,
                               rc, error);
}
