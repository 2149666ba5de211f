#include "cli/left_out.h"

#include "cli/text.h"

enum { BARE, POSITIONS, EVENTS, CHANGES, MENTIONS, JUDGEMENTS, SORTS };

static const struct {
    const char *one, *many;
} sorts[SORTS] = {
    [BARE] = {"report without claims", "reports without claims"},
    [POSITIONS] = {"position", "positions"},
    [EVENTS] = {"event", "events"},
    [CHANGES] = {"reported change", "reported changes"},
    [MENTIONS] = {"mention of a draft", "mentions of drafts"},
    [JUDGEMENTS] = {"judgement", "judgements"},
};

static int count_report(void *payload, const tvx_told_report *told, tvx_error *error)
{
    size_t *counts = payload;
    (void)error;
    counts[BARE] += told->report->n_claims == 0;
    counts[POSITIONS] += told->report->n_positions;
    counts[EVENTS] += told->report->n_events;
    counts[CHANGES] += told->report->n_changes;
    counts[MENTIONS] += told->report->n_mentions;
    return TVX_OK;
}

static int count_judgement(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    size_t *counts = payload;
    (void)error;
    counts[JUDGEMENTS] += entry->kind == TVX_RECORD_JUDGEMENT;
    return TVX_OK;
}

int tvx_cli_say_left_out(tvx_cli *cli, tvx_view *view, tvx_error *error)
{
    size_t counts[SORTS] = {0};
    tvx_buf line = {0};
    int rc = tvx_view_reports(view, count_report, counts, error);
    if (rc == TVX_OK && tvx_view_known_by(view) == NULL) /* else some may be of later */
        rc = tvx_view_records(view, count_judgement, counts, error);
    if (rc != TVX_OK)
        return rc;
    for (size_t i = 0; i < SORTS; i++) {
        if (counts[i] == 0)
            continue;
        tvx_buf_text(&line, line.size > 0 ? ", " : "");
        tvx_cli_count(&line, counts[i], sorts[i].one, sorts[i].many);
    }
    if (line.size > 0)
        tvx_cli_remark(cli, "CSV leaves out %s; --format jsonl holds everything",
                       tvx_buf_string(&line));
    rc = line.failed ? tvx_fail_memory(error) : TVX_OK;
    tvx_buf_dispose(&line);
    return rc;
}
