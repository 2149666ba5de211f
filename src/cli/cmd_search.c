#include <stdio.h>
#include <string.h>

#include "cli/excerpt.h"
#include "cli/listing.h"
#include "cli/moment.h"
#include "cli/take.h"
#include "cli/told_text.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_search = {
    .name = "search",
    .group = TVX_CLI_ASKING,
    .arguments = "WORDS\xe2\x80\xa6",
    .least = 1,
    .most = TVX_CLI_ANY,
    .summary = "find words in titles, notes, values, quotes and names",
    .examples = "travaux search guarantees\n"
                "travaux search 'guarant*' NATO\n"
                "travaux search 'up to 50%'\n"
                "travaux search '\"critical minerals\" fund' --json\n",
    .details = "A record is found if it holds all the words; shown are its texts that hold\n"
               "them all or, where none does, those that hold any. A * ends the beginning of\n"
               "a word. An argument with blanks is a phrase, and so is what stands between\n"
               "quotation marks. Case and accents do not count, but \xd0\xb9, \xd1\x97 and "
               "\xd1\x9e are letters\n"
               "of their own. What was superseded is not searched; what was set aside is,\n"
               "and is marked.\n",
    .common = TVX_CLI_ASKS,
    .run = run,
};

/* What is found, on its way out. */
typedef struct finding {
    tvx_cli *cli;
    tvx_table *table;          /* for programs */
    char last[TVX_ID_HEX + 1]; /* the record of the hit before */
    size_t places, records;
} finding;

/* --- for people --- */

static int put_record(finding *f, const tvx_hit *hit, tvx_error *error)
{
    char day[TVX_DATE_HUMAN], id[64];
    tvx_buf name = {0};
    const char *called = hit->key != NULL ? hit->key : hit->outlet;
    tvx_cli_day(hit->dated, true, day);
    if (called != NULL)
        tvx_buf_format(&name, "%s%s%s", called, day[0] != '\0' ? ", " : "", day);
    else
        tvx_buf_text(&name, day);
    snprintf(id, sizeof id, "%s %.*s", tvx_record_kind_name(hit->kind), TVX_CLI_ID_DIGITS, hit->id);
    if (f->records > 1)
        tvx_cli_end_line(f->cli);
    if (!name.failed)
        tvx_cli_heading(f->cli, tvx_buf_string(&name), id);
    int rc = name.failed ? tvx_fail_memory(error) : TVX_OK;
    tvx_buf_dispose(&name);
    return rc;
}

/* "claim on security_guarantees of us-0224, quote", "title"; and why it does not count. */
static void put_place(tvx_buf *out, const tvx_hit *hit)
{
    if (hit->part != NULL) {
        bool background = strcmp(hit->part, "claim") == 0 && hit->drafts.n == 0;
        tvx_buf_format(out, "%s%s", background ? "background " : "", hit->part);
        if (hit->term != NULL)
            tvx_buf_format(out, " on %s", hit->term);
        if (hit->drafts.n > 0)
            tvx_buf_text(out, " of ");
        tvx_cli_list(out, hit->drafts);
        tvx_buf_text(out, ", ");
    }
    tvx_cli_spaced(out, hit->member);
    if (hit->set_aside != NULL)
        tvx_buf_format(out, " (set aside by %.*s)", TVX_CLI_ID_DIGITS, hit->set_aside->id);
    else if (hit->updated != NULL)
        tvx_buf_format(out, " (updated by %.*s)", TVX_CLI_ID_DIGITS, hit->updated);
}

static int list_hit(void *payload, const tvx_hit *hit, tvx_error *error)
{
    finding *f = payload;
    tvx_buf line = {0};
    int rc = TVX_OK;
    f->places++;
    if (strcmp(f->last, hit->id) != 0) {
        f->records++;
        memcpy(f->last, hit->id, sizeof f->last);
        rc = put_record(f, hit, error);
    }
    put_place(&line, hit);
    tvx_buf_text(&line, ": ");
    tvx_cli_excerpt(&line, hit);
    tvx_cli_take_paragraph(f->cli, 2, 4, TVX_CLI_PLAIN, &line);
    return rc;
}

static void put_count(finding *f, const tvx_view *view)
{
    tvx_buf line = {0};
    if (f->places == 0) {
        tvx_cli_nothing(f->cli, view, "texts that hold this");
        return;
    }
    tvx_cli_count(&line, f->places, "text", "texts");
    tvx_buf_text(&line, " in ");
    tvx_cli_count(&line, f->records, "record", "records");
    tvx_cli_end_line(f->cli);
    tvx_cli_take_paragraph(f->cli, 0, 2, TVX_CLI_DIM, &line);
    tvx_cli_known_line(f->cli, view);
}

static int list_text(finding *f, tvx_view *view, tvx_error *error)
{
    int rc = tvx_view_search(view, &f->cli->arguments, list_hit, f, error);
    if (rc == TVX_OK)
        put_count(f, view);
    return rc;
}

/* --- for programs --- */

static const char *const columns[] = {"record", "id",    "key",       "outlet", "dated",
                                      "part",   "term",  "drafts",    "member", "pointer",
                                      "text",   "marks", "set_aside", "updated"};

enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* How many characters lie between two places of a text. */
static size_t characters(const char *text, size_t from, size_t to)
{
    size_t n = 0;
    for (; from < to; from++)
        n += ((unsigned char)text[from] & 0xc0) != 0x80;
    return n;
}

/* Each mark as its characters from 0, the first and the one after the last: "12-22". */
static int list_marks(tvx_texts *out, tvx_arena *arena, const tvx_hit *hit, tvx_error *error)
{
    const char **items = tvx_arena_new(arena, hit->n_marks, sizeof *items);
    size_t at = 0, count = 0;
    if (items == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < hit->n_marks; i++) {
        const tvx_mark *mark = &hit->marks[i];
        size_t from = count + characters(hit->text, at, mark->from);
        count = from + characters(hit->text, mark->from, mark->to);
        at = mark->to;
        items[i] = tvx_arena_format(arena, "%zu-%zu", from, count);
        if (items[i] == NULL)
            return tvx_fail_memory(error);
    }
    *out = (tvx_texts){items, hit->n_marks};
    return TVX_OK;
}

static int list_row(void *payload, const tvx_hit *hit, tvx_error *error)
{
    finding *f = payload;
    tvx_arena arena = {0};
    tvx_texts marks;
    int rc = list_marks(&marks, &arena, hit, error);
    if (rc == TVX_OK) {
        const tvx_cell cells[COLUMNS] = {
            tvx_cli_text_cell(tvx_record_kind_name(hit->kind)),
            tvx_cli_text_cell(hit->id),
            tvx_cli_text_cell(hit->key),
            tvx_cli_text_cell(hit->outlet),
            tvx_cli_date_cell(hit->dated),
            tvx_cli_text_cell(hit->part),
            tvx_cli_text_cell(hit->term),
            tvx_cli_texts_cell(hit->drafts),
            tvx_cli_text_cell(hit->member),
            tvx_cli_text_cell(hit->pointer),
            tvx_cli_text_cell(hit->text),
            tvx_cli_texts_cell(marks),
            tvx_cli_text_cell(hit->set_aside != NULL ? hit->set_aside->id : NULL),
            tvx_cli_text_cell(hit->updated),
        };
        rc = tvx_table_row(f->table, cells, error);
    }
    tvx_arena_dispose(&arena);
    return rc;
}

static int list_table(finding *f, tvx_view *view, tvx_error *error)
{
    int rc = tvx_table_begin(&f->table, view, "hits", columns, COLUMNS, f->cli->format,
                             &f->cli->sink, error);
    if (rc == TVX_OK)
        rc = tvx_view_search(view, &f->cli->arguments, list_row, f, error);
    if (rc == TVX_OK)
        rc = tvx_table_end(f->table, error);
    tvx_table_free(f->table);
    return rc;
}

/* --- both --- */

/* The index is made before the view is there: who reads keeps no writer out. */
static int prepare(tvx_cli *cli, tvx_error *error)
{
    tvx_file *file;
    tvx_error why = {0};
    int rc = tvx_cli_file(cli, &file, error);
    if (rc != TVX_OK)
        return rc;
    if (tvx_cli_value(cli, "recorded-by") != NULL) {
        tvx_cli_remark(cli, "searching without an index, which is slower: there is none of the "
                            "file as it was");
        return TVX_OK;
    }
    rc = tvx_search_prepare(file, &why, error);
    if (rc == TVX_OK && why.code != TVX_OK)
        tvx_cli_remark(cli, "searching without an index, which is slower: %s", why.message);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    finding f = {.cli = cli};
    tvx_view *view;
    int rc = prepare(cli, error);
    if (rc == TVX_OK)
        rc = tvx_cli_view(cli, &view, error);
    if (rc != TVX_OK)
        return rc;
    return cli->format == TVX_FORMAT_TEXT ? list_text(&f, view, error)
                                          : list_table(&f, view, error);
}
