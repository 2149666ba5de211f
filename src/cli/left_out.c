#include "cli/left_out.h"

#include "base/fail.h"
#include "cli/text.h"

enum {
    BARE,
    ASIDE,
    UPDATES,
    IDLE,
    POSITIONS,
    EVENTS,
    CHANGES,
    MENTIONS,
    JUDGEMENTS,
    BYLINE, /* members of reports that are in rows */
    ARCHIVED_URL,
    ACCESSED,
    LANGUAGE,
    NOTE,
    DRAFT_URL, /* members of drafts that are */
    DRAFT_NOTE,
    MAYBE_SAME,
    SORTS
};

/* What it is, and of what: "byline of 3 reports". */
static const struct {
    const char *member, *one, *many;
} sorts[SORTS] = {
    [BARE] = {NULL, "report without claims", "reports without claims"},
    [ASIDE] = {NULL, "claim that does not count", "claims that do not count"},
    [UPDATES] = {NULL, "update of a report", "updates of reports"},
    [IDLE] = {NULL, "draft without a claim of its own", "drafts without a claim of their own"},
    [POSITIONS] = {NULL, "position", "positions"},
    [EVENTS] = {NULL, "event", "events"},
    [CHANGES] = {NULL, "reported change", "reported changes"},
    [MENTIONS] = {NULL, "mention of a draft", "mentions of drafts"},
    [JUDGEMENTS] = {NULL, "judgement", "judgements"},
    [BYLINE] = {"byline", "report", "reports"},
    [ARCHIVED_URL] = {"archived_url", "report", "reports"},
    [ACCESSED] = {"accessed", "report", "reports"},
    [LANGUAGE] = {"language", "report", "reports"},
    [NOTE] = {"note", "report", "reports"},
    [DRAFT_URL] = {"url", "draft", "drafts"},
    [DRAFT_NOTE] = {"note", "draft", "drafts"},
    [MAYBE_SAME] = {"maybe_same_as", "draft", "drafts"},
};

typedef struct counting {
    tvx_view *view;
    size_t counts[SORTS];
    bool *claimed; /* by rank: a row is about the draft alone */
} counting;

/* The draft that a row of the claim is about alone, or NULL; *counts: on how many of those that it
   names it counts. */
static int find_draft(const counting *c, const tvx_told_report *told, const tvx_claim *claim,
                      const tvx_placed_draft **alone, size_t *counts, tvx_error *error)
{
    *alone = NULL;
    *counts = claim->drafts.n == 0 && tvx_view_counts(c->view, told, NULL, claim->term);
    bool several = false;
    for (size_t i = 0; i < claim->drafts.n; i++) {
        const tvx_placed_draft *placed;
        if (!tvx_view_counts(c->view, told, claim->drafts.items[i], claim->term))
            continue;
        int rc = tvx_view_draft(c->view, claim->drafts.items[i], &placed, error);
        if (rc != TVX_OK)
            return rc;
        several |= *alone != NULL && *alone != placed;
        *alone = placed;
        ++*counts;
    }
    *alone = several ? NULL : *alone;
    return TVX_OK;
}

static int count_claims(counting *c, const tvx_told_report *told, bool *any, tvx_error *error)
{
    int rc = TVX_OK;
    *any = false;
    for (size_t i = 0; i < told->report->n_claims && rc == TVX_OK; i++) {
        const tvx_claim *claim = &told->report->claims[i];
        const tvx_placed_draft *alone;
        size_t counts;
        rc = find_draft(c, told, claim, &alone, &counts, error);
        c->counts[ASIDE] += counts < (claim->drafts.n > 0 ? claim->drafts.n : 1);
        *any |= counts > 0;
        if (rc == TVX_OK && alone != NULL)
            c->claimed[alone->rank] = true;
    }
    return rc;
}

static int count_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    counting *c = payload;
    const tvx_report *report = told->report;
    bool any;
    int rc = count_claims(c, told, &any, error);
    c->counts[BARE] += report->n_claims == 0;
    c->counts[UPDATES] += report->updates.n;
    c->counts[POSITIONS] += report->n_positions;
    c->counts[EVENTS] += report->n_events;
    c->counts[CHANGES] += report->n_changes;
    c->counts[MENTIONS] += report->n_mentions;
    c->counts[BYLINE] += any && report->byline != NULL;
    c->counts[ARCHIVED_URL] += any && report->archived_url != NULL;
    c->counts[ACCESSED] += any && report->accessed.text != NULL;
    c->counts[LANGUAGE] += any && report->language != NULL;
    c->counts[NOTE] += any && report->note != NULL;
    return rc;
}

static void count_draft(counting *c, const tvx_placed_draft *placed)
{
    const tvx_draft *draft = placed->draft;
    bool claimed = c->claimed[placed->rank];
    c->counts[IDLE] += !claimed;
    c->counts[DRAFT_URL] += claimed && draft->url != NULL;
    c->counts[DRAFT_NOTE] += claimed && draft->note != NULL;
    c->counts[MAYBE_SAME] += claimed && draft->maybe_same_as.n > 0;
}

static int count_judgement(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    counting *c = payload;
    (void)error;
    c->counts[JUDGEMENTS] += entry->kind == TVX_RECORD_JUDGEMENT;
    return TVX_OK;
}

static int count_all(counting *c, tvx_cli *cli, tvx_error *error)
{
    const tvx_placed_draft *drafts;
    size_t n;
    int rc = tvx_view_drafts(c->view, &drafts, &n, error);
    if (rc != TVX_OK)
        return rc;
    c->claimed = tvx_arena_new(&cli->arena, n + 1, sizeof *c->claimed);
    if (c->claimed == NULL)
        return tvx_fail_memory(error);
    rc = tvx_view_reports(c->view, count_report, c, error);
    for (size_t i = 0; i < n && rc == TVX_OK; i++)
        count_draft(c, &drafts[i]);
    if (rc == TVX_OK && tvx_view_known_by(c->view) == NULL) /* else some may be of later */
        rc = tvx_view_records(c->view, count_judgement, c, error);
    return rc;
}

int tvx_cli_say_left_out(tvx_cli *cli, tvx_view *view, tvx_error *error)
{
    counting c = {.view = view};
    tvx_buf line = {0};
    int rc = count_all(&c, cli, error);
    if (rc != TVX_OK)
        return rc;
    for (size_t i = 0; i < SORTS; i++) {
        if (c.counts[i] == 0)
            continue;
        tvx_buf_text(&line, line.size > 0 ? ", " : "");
        if (sorts[i].member != NULL)
            tvx_buf_format(&line, "%s of ", sorts[i].member);
        tvx_cli_count(&line, c.counts[i], sorts[i].one, sorts[i].many);
    }
    if (line.size > 0)
        tvx_cli_remark(cli, "CSV leaves out %s; --format jsonl holds everything",
                       tvx_buf_string(&line));
    rc = line.failed ? tvx_fail_memory(error) : TVX_OK;
    tvx_buf_dispose(&line);
    return rc;
}

int tvx_cli_say_changes_left_out(tvx_cli *cli, tvx_view *view, tvx_error *error)
{
    const tvx_told_change *told;
    tvx_buf line = {0};
    size_t n = 0;
    int rc = tvx_view_told_changes(view, &(tvx_changes_filter){0}, &told, &n, error);
    if (rc != TVX_OK || n == 0)
        return rc;
    tvx_cli_count(&line, n, sorts[CHANGES].one, sorts[CHANGES].many);
    tvx_cli_remark(cli, "CSV leaves out %s; --format json holds everything", tvx_buf_string(&line));
    tvx_buf_dispose(&line);
    return TVX_OK;
}
