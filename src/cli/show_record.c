#include "cli/show.h"

#include <time.h>

#include "cli/ruling_text.h"
#include "cli/take.h"
#include "cli/told_text.h"

static const tvx_cli_column columns[] = {
    {.gap = 2}, {.gap = 2, .wraps = true}, {.gap = 2, .wraps = true}};

enum { COLUMNS = sizeof columns / sizeof columns[0] };

/* --- members, as tables --- */

typedef enum member_type { TEXT, TEXTS, DATE, BASIS, WORD } member_type;

typedef struct member {
    const char *label;
    member_type type;
    size_t offset; /* in the struct of the record */
} member;

#define NEGOTIATION(m) offsetof(tvx_negotiation, m)
#define PARTY(m)       offsetof(tvx_party, m)
#define TERM(m)        offsetof(tvx_term, m)
#define OUTLET(m)      offsetof(tvx_outlet, m)
#define DRAFT(m)       offsetof(tvx_draft, m)
#define REPORT(m)      offsetof(tvx_report, m)
#define JUDGEMENT(m)   offsetof(tvx_judgement, m)

static const member negotiation_members[] = {
    {"title", TEXT, NEGOTIATION(title)},
    {"order", TEXTS, NEGOTIATION(order)},
    {"note", TEXT, NEGOTIATION(note)},
    {"supersedes", TEXTS, NEGOTIATION(supersedes)},
    {0},
};
static const member party_members[] = {
    {"name", TEXT, PARTY(name)},
    {"supersedes", TEXTS, PARTY(supersedes)},
    {0},
};
static const member term_members[] = {
    {"title", TEXT, TERM(title)},
    {"kind", TEXTS, TERM(kind_words)},
    {"favours", TEXT, TERM(favours)},
    {"unit", TEXT, TERM(unit)},
    {"levels", TEXTS, TERM(levels)},
    {"variants", TEXTS, TERM(variants)},
    {"definition", TEXT, TERM(definition)},
    {"supersedes", TEXTS, TERM(supersedes)},
    {0},
};
static const member outlet_members[] = {
    {"aliases", TEXTS, OUTLET(aliases)},
    {"supersedes", TEXTS, OUTLET(supersedes)},
    {0},
};
static const member draft_members[] = {
    {"title", TEXT, DRAFT(title)},
    {"dated", DATE, DRAFT(dated)},
    {"presented", DATE, DRAFT(presented)},
    {"by", TEXTS, DRAFT(by)},
    {"follows", TEXTS, DRAFT(follows)},
    {"amends", TEXT, DRAFT(amends)},
    {"maybe same", TEXTS, DRAFT(maybe_same_as)},
    {"url", TEXT, DRAFT(url)},
    {"note", TEXT, DRAFT(note)},
    {"supersedes", TEXTS, DRAFT(supersedes)},
    {0},
};
static const member report_members[] = {
    {"title", TEXT, REPORT(title)},
    {"published", DATE, REPORT(published)},
    {"url", TEXT, REPORT(url)},
    {"archived", TEXT, REPORT(archived_url)},
    {"accessed", DATE, REPORT(accessed)},
    {"byline", TEXT, REPORT(byline)},
    {"language", TEXT, REPORT(language)},
    {"basis", BASIS, REPORT(basis)},
    {"note", TEXT, REPORT(note)},
    {"updates", TEXTS, REPORT(updates)},
    {"supersedes", TEXTS, REPORT(supersedes)},
    {0},
};
static const member judgement_members[] = {
    {"dated", DATE, JUDGEMENT(dated)},
    {"reason", TEXT, JUDGEMENT(reason)},
    {"by", TEXT, JUDGEMENT(by)},
    {"draft", TEXT, JUDGEMENT(draft)},
    {"term", TEXT, JUDGEMENT(term)},
    {"drafts", TEXTS, JUDGEMENT(keys)},
    {0},
};

/* Of each kind: its members, and the one that names it. */
static const struct {
    const member *members;
    size_t name;
    member_type named;
} kinds[] = {
    [TVX_RECORD_NEGOTIATION] = {negotiation_members, NEGOTIATION(key), TEXT},
    [TVX_RECORD_PARTY] = {party_members, PARTY(key), TEXT},
    [TVX_RECORD_TERM] = {term_members, TERM(key), TEXT},
    [TVX_RECORD_OUTLET] = {outlet_members, OUTLET(name), TEXT},
    [TVX_RECORD_DRAFT] = {draft_members, DRAFT(key), TEXT},
    [TVX_RECORD_REPORT] = {report_members, REPORT(outlet), TEXT},
    [TVX_RECORD_JUDGEMENT] = {judgement_members, JUDGEMENT(act), WORD},
};

static void put_value(tvx_buf *out, const void *record, member_type type, size_t offset)
{
    const void *at = (const char *)record + offset;
    char date[TVX_DATE_HUMAN];
    switch (type) {
    case TEXT:
        if (*(const char *const *)at != NULL)
            tvx_buf_text(out, *(const char *const *)at);
        break;
    case TEXTS:
        tvx_cli_list(out, *(const tvx_texts *)at);
        break;
    case DATE:
        tvx_human_date(at, true, date);
        tvx_buf_text(out, date);
        break;
    case BASIS:
        tvx_cli_spaced(out, tvx_basis_name(*(const tvx_basis *)at));
        break;
    case WORD:
        tvx_cli_spaced(out, tvx_act_name(*(const tvx_act *)at));
        break;
    }
}

static void put_row(tvx_cli_grid *grid, const char *label, tvx_buf *text)
{
    if (text->size > 0 || text->failed) {
        tvx_cli_grid_row(grid);
        tvx_cli_grid_cell(grid, TVX_CLI_DIM, label);
        tvx_cli_take_cell(grid, TVX_CLI_PLAIN, text);
    }
    tvx_buf_dispose(text);
}

/* --- the record as a whole --- */

/* Bases and tags with their aliases: no plain members. */
static void put_declared(tvx_cli_grid *grid, const char *label, const tvx_declared *declared,
                         size_t n)
{
    for (size_t i = 0; i < n; i++) {
        tvx_buf text = {0};
        tvx_buf_text(&text, declared[i].name);
        if (declared[i].aliases.n > 0) {
            tvx_buf_text(&text, " (also: ");
            tvx_cli_list(&text, declared[i].aliases);
            tvx_buf_char(&text, ')');
        }
        put_row(grid, i == 0 ? label : "", &text);
    }
}

static void put_recorded(tvx_cli_grid *grid, const tvx_found_record *found)
{
    tvx_buf text = {0};
    char day[32] = "";
    struct tm moment;
    time_t recorded = (time_t)found->recorded;
    if (gmtime_r(&recorded, &moment) != NULL)
        strftime(day, sizeof day, "%d %b %Y %H:%M UTC", &moment);
    tvx_buf_format(&text, "%s%s", day[0] == '0' ? day + 1 : day,
                   found->in_force ? "" : "; superseded, no longer in force");
    put_row(grid, "recorded", &text);
    tvx_buf_text(&text, found->record.id);
    put_row(grid, "id", &text);
}

/* What sets it aside, and what updates it. */
static void put_fate(tvx_cli_grid *grid, const tvx_found_record *found)
{
    tvx_buf text = {0};
    tvx_cli_why(&text, found->set_aside, found->updated);
    put_row(grid, "set aside", &text);
}

/* --- what a judgement is about --- */

static const char *target_of(const tvx_judgement *judgement)
{
    return judgement->report != NULL      ? judgement->report
           : judgement->judgement != NULL ? judgement->judgement
                                          : judgement->id;
}

/* "report 3f9a2c: CNN, 24 Feb 2025: What it says", "judgement 77aa01: deprecate, 3 Mar 2025: …". */
static void put_target(tvx_buf *out, const tvx_found_record *found)
{
    const tvx_record *record = &found->record;
    char day[TVX_DATE_HUMAN];
    bool report = record->kind == TVX_RECORD_REPORT;
    tvx_human_date(report ? &record->as.report.published : &record->as.judgement.dated, true, day);
    tvx_buf_format(out, "%s %.*s: ", tvx_record_kind_name(record->kind), TVX_CLI_ID_DIGITS,
                   record->id);
    tvx_cli_spaced(out, report ? record->as.report.outlet : tvx_act_name(record->as.judgement.act));
    tvx_buf_format(out, ", %s: %s%s", day,
                   report ? record->as.report.title : record->as.judgement.reason,
                   found->in_force ? "" : " (superseded)");
}

/* Its words, in the cli's arena; the record that was found is then looked up again. */
static int describe_target(tvx_cli *cli, tvx_view *view, tvx_found_record *found, const char **out,
                           tvx_error *error)
{
    const tvx_judgement *judgement = &found->record.as.judgement;
    tvx_found_record target;
    tvx_error why = {0};
    tvx_buf words = {0};
    *out = "";
    if (found->record.kind != TVX_RECORD_JUDGEMENT || target_of(judgement) == NULL)
        return TVX_OK;
    const char *id = tvx_cli_copy(cli, found->record.id);
    const char *named = tvx_cli_copy(cli, target_of(judgement));
    int rc = tvx_view_record(view, named, &target, &why);
    if (rc == TVX_OK) {
        put_target(&words, &target);
    } else if (rc == TVX_ENOTFOUND) {
        tvx_buf_format(&words, "%.*s, which is not in the file", TVX_CLI_ID_DIGITS, named);
    } else {
        *error = why;
        return rc;
    }
    *out = tvx_cli_take(cli, &words);
    return tvx_view_record(view, id, found, error);
}

/* --- all of it --- */

/* "report 3f9a2c  CNN". */
static void put_heading(tvx_cli *cli, const tvx_record *record)
{
    tvx_buf left = {0};
    tvx_buf_format(&left, "%s %.*s  ", tvx_record_kind_name(record->kind), TVX_CLI_ID_DIGITS,
                   record->id);
    put_value(&left, &record->as, kinds[record->kind].named, kinds[record->kind].name);
    tvx_cli_heading(cli, tvx_cli_take(cli, &left), "");
}

int tvx_cli_show_record(tvx_cli *cli, tvx_view *view, tvx_found_record *found, tvx_error *error)
{
    const tvx_record *record = &found->record;
    const char *target;
    tvx_buf about = {0};
    tvx_cli_grid grid;
    int rc = describe_target(cli, view, found, &target, error);
    if (rc != TVX_OK)
        return rc;
    put_heading(cli, record);
    tvx_cli_grid_begin(&grid, cli, columns, COLUMNS);
    for (const member *m = kinds[record->kind].members; m->label != NULL; m++) {
        tvx_buf text = {0};
        put_value(&text, &record->as, m->type, m->offset);
        put_row(&grid, m->label, &text);
    }
    if (record->kind == TVX_RECORD_TERM) {
        put_declared(&grid, "bases", record->as.term.bases, record->as.term.n_bases);
        put_declared(&grid, "tags", record->as.term.tags, record->as.term.n_tags);
    }
    tvx_buf_text(&about, target);
    put_row(&grid, "about", &about);
    put_fate(&grid, found);
    put_recorded(&grid, found);
    if (record->kind == TVX_RECORD_REPORT)
        rc = tvx_cli_show_parts(&grid, view, &record->as.report, error);
    tvx_cli_grid_end(&grid);
    return rc;
}
