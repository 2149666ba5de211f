#include "cli/change_text.h"
#include "cli/history.h"
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
    .details = "For each term every draft that is reported to treat it: what it holds, what that\n"
               "is against the draft it follows, and how many reports and origins say so.\n"
               "[A | B] are reports that contradict each other. A term includes its variants.\n",
    .common = TVX_CLI_ASKS | TVX_CLI_ALL,
    .options = options,
    .run = run,
};

static const tvx_cli_column columns[] = {
    {.gap = 2}, {.gap = 2}, {.gap = 3, .wraps = true},
    {.gap = 2}, {.gap = 1, .wraps = true}, {.gap = 2}};

enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* What is being printed. */
typedef struct printer {
    tvx_cli_grid grid;
    const tvx_cli_history *history;
    bool all;       /* `same` too */
    bool with_year; /* dates of drafts would not be clear without */
    const tvx_placed_draft **told_by; /* by rank: the draft whose line tells this one's reading */
    const tvx_placed_draft *above;    /* the draft of the line above */
    size_t n_shown, n_alike;          /* readings that are shown, and left out as the same */
} printer;

static bool is_shown(const printer *p, const tvx_cli_history_line *line)
{
    return p->all || line->name != TVX_CHANGE_SAME;
}

/* --- one draft's lines --- */

/* The draft whose line tells what a draft holds: an earlier one where it holds the same. */
static const tvx_placed_draft *told_by(const printer *p, const tvx_placed_draft *draft)
{
    const tvx_placed_draft *teller = draft != NULL ? p->told_by[draft->rank] : NULL;
    return teller != NULL ? teller : draft;
}

static void put_lead(printer *p, const tvx_placed_draft *draft, const char *reading)
{
    char day[TVX_DATE_HUMAN];
    tvx_cli_day(draft->date, p->with_year, day);
    tvx_cli_grid_cell(&p->grid, TVX_CLI_PLAIN, day);
    tvx_cli_grid_cell(&p->grid, TVX_CLI_STRONG, draft->draft->key);
    tvx_cli_grid_cell(&p->grid, TVX_CLI_PLAIN, reading);
}

static void put_blanks(printer *p, size_t n)
{
    for (size_t i = 0; i < n; i++)
        tvx_cli_grid_cell(&p->grid, TVX_CLI_PLAIN, "");
}

/* named: it is to be said which draft this one is compared with. */
static void put_change(printer *p, const tvx_cli_history_line *line, bool named)
{
    tvx_cli_grid_cell(&p->grid, tvx_cli_change_style(line->name), tvx_cli_mark(line->name));
    if (named && line->from != NULL)
        tvx_cli_grid_cellf(&p->grid, TVX_CLI_PLAIN, "%s (against %s)", line->words,
                           line->from->draft->key);
    else
        tvx_cli_grid_cell(&p->grid, TVX_CLI_PLAIN, line->words);
    tvx_cli_grid_cell(&p->grid, tvx_cli_toward_style(p->history->view, line->party), line->toward);
}

static void put_under(printer *p, const char *before, const char *text)
{
    if (text[0] == '\0')
        return;
    tvx_cli_grid_row(&p->grid);
    put_blanks(p, 2);
    tvx_cli_grid_cellf(&p->grid, TVX_CLI_DIM, "%s%s", before, text);
}

/* The lines of one draft, from the first one to the last; none of them is empty. */
static void put_draft(printer *p, const tvx_cli_history_line *first, const tvx_cli_history_line *end)
{
    bool several = first->next != end, begun = false;
    for (const tvx_cli_history_line *line = first; line != end; line = line->next) {
        if (!is_shown(p, line))
            continue;
        tvx_cli_grid_row(&p->grid);
        if (begun)
            put_blanks(p, 3);
        else
            put_lead(p, first->draft, first->reading);
        put_change(p, line, several || told_by(p, line->from) != p->above);
        begun = true;
    }
    p->told_by[first->draft->rank] = begun ? first->draft : told_by(p, first->from);
    if (!begun) {
        p->n_alike++;
        return;
    }
    put_under(p, "also: ", first->beside);
    put_under(p, "", first->evidence);
    p->above = first->draft;
    p->n_shown++;
}

/* --- one term's block --- */

static bool any_shown(const printer *p, const tvx_cli_term_history *term)
{
    for (const tvx_cli_history_line *line = term->first; line != NULL; line = line->next)
        if (is_shown(p, line))
            return true;
    return false;
}

static void put_term(printer *p, const tvx_row *row)
{
    const tvx_cli_term_history *term = &p->history->terms[row->number];
    const tvx_cli_history_line *line = term->first, *end;
    if (any_shown(p, term)) {
        tvx_buf title = {0};
        tvx_cli_row_title(&title, row);
        tvx_cli_grid_blank(&p->grid);
        tvx_cli_grid_heading(&p->grid, tvx_cli_take(p->history->cli, &title), row->name);
    }
    p->above = NULL;
    for (; line != NULL; line = end) {
        for (end = line->next; end != NULL && end->draft == line->draft; end = end->next)
            ;
        put_draft(p, line, end);
    }
    for (line = term->first; line != NULL; line = line->next)
        p->told_by[line->draft->rank] = NULL;
}

/* --- the whole --- */

/* Terms of which no draft is reported to say anything. */
static void put_silent(tvx_buf *out, const tvx_cli_history *history)
{
    size_t n = 0;
    tvx_buf names = {0};
    for (size_t i = 0; i < history->n_rows; i++)
        if (history->terms[i].first == NULL)
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

static void put_left_out(printer *p, const tvx_changes_filter *filter)
{
    tvx_cli *cli = p->history->cli;
    tvx_buf alike = {0}, silent = {0};
    if (p->n_alike > 0)
        tvx_cli_count(&alike, p->n_alike, "reading is the same as before; --all shows it",
                      "readings are the same as before; --all shows them");
    if (!is_narrowed(filter))
        put_silent(&silent, p->history);
    if (alike.size > 0 || silent.size > 0 || tvx_view_known_by(p->history->view) != NULL)
        tvx_cli_end_line(cli);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &alike);
    tvx_cli_take_paragraph(cli, 0, 2, TVX_CLI_DIM, &silent);
    tvx_cli_known_line(cli, p->history->view);
}

static int put_history(const tvx_cli_history *history, const tvx_changes_filter *filter,
                       tvx_error *error)
{
    tvx_cli *cli = history->cli;
    printer p = {.history = history, .all = tvx_cli_has(cli, "all")};
    p.with_year = !tvx_cli_same_year(history->drafts, history->n_drafts);
    p.told_by = tvx_arena_new(&cli->arena, history->n_drafts, sizeof(tvx_placed_draft *));
    if (p.told_by == NULL)
        return tvx_fail_memory(error);
    int rc = tvx_cli_deal_heading(cli, history->view, error);
    if (rc != TVX_OK)
        return rc;
    tvx_cli_grid_begin(&p.grid, cli, columns, COLUMNS);
    for (size_t i = 0; i < history->n_rows; i++)
        put_term(&p, &history->rows[i]);
    tvx_cli_grid_end(&p.grid);
    put_left_out(&p, filter);
    return TVX_OK;
}

/* True if there is a row at all. */
static bool holds_any(const tvx_cli_history *history)
{
    for (size_t i = 0; i < history->n_rows; i++)
        if (history->terms[i].first != NULL)
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
