#include "cli/told_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/texts.h"
#include "cli/change_text.h"
#include "cli/evidence_text.h"
#include "cli/moment.h"
#include "cli/text.h"

void tvx_cli_spaced(tvx_buf *out, const char *word)
{
    for (; word != NULL && *word != '\0'; word++)
        tvx_buf_char(out, (char)(*word == '_' ? ' ' : *word));
}

tvx_texts tvx_cli_each_once(const char **texts, size_t n)
{
    return (tvx_texts){texts, tvx_texts_sort(texts, n)};
}

void tvx_cli_term_title(tvx_buf *out, const tvx_view *view, const char *name)
{
    const tvx_row *row;
    if (tvx_view_row(view, name, &row, NULL) == TVX_OK)
        tvx_cli_row_title(out, row);
    else
        tvx_buf_text(out, name);
}

/* --- positions --- */

void tvx_cli_position_party(tvx_buf *out, const tvx_position *position)
{
    tvx_cli_list(out, position->parties);
    if (position->who != NULL)
        tvx_buf_format(out, " (%s)", position->who);
}

void tvx_cli_position_says(tvx_buf *out, const tvx_view *view, const tvx_position *position,
                           const char *value)
{
    tvx_cli_spaced(out, tvx_position_stance_name(position->stance));
    tvx_buf_char(out, ' ');
    if (position->term != NULL)
        tvx_cli_term_title(out, view, position->term);
    else
        tvx_buf_text(out, position->draft != NULL ? position->draft : "the deal as a whole");
    if (position->term != NULL && position->draft != NULL)
        tvx_buf_format(out, " in %s", position->draft);
    if (value != NULL)
        tvx_buf_format(out, ": %s", value);
    if (position->condition != NULL)
        tvx_buf_format(out, " (if %s)", position->condition);
}

/* --- events --- */

void tvx_cli_event_says(tvx_buf *out, const tvx_view *view, const tvx_event *event,
                        tvx_texts places)
{
    bool other = event->kind == TVX_EVENT_OTHER && event->what != NULL;
    if (other)
        tvx_buf_text(out, event->what);
    else
        tvx_cli_spaced(out, tvx_event_kind_name(event->kind));
    if (event->drafts.n > 0)
        tvx_buf_text(out, other ? ": " : " ");
    tvx_cli_list(out, event->drafts);
    for (size_t i = 0; i < places.n; i++)
        tvx_buf_format(out, "%s%s", i == 0 ? " in " : " or ", places.items[i]);
    if (event->term != NULL) {
        tvx_buf_text(out, ", on ");
        tvx_cli_term_title(out, view, event->term);
    }
    if (event->what != NULL && !other)
        tvx_buf_format(out, ": %s", event->what);
}

/* --- claims --- */

int tvx_cli_claim_says(tvx_buf *out, tvx_view *view, const tvx_claim *claim, tvx_error *error)
{
    const char *value = NULL;
    int rc = tvx_view_written(view, claim->term, &claim->value, &value, error);
    if (rc != TVX_OK)
        return rc;
    if (value != NULL && claim->stance == TVX_STANCE_ABSENT)
        tvx_buf_format(out, "not %s", value);
    else if (value != NULL)
        tvx_buf_text(out, value);
    else
        tvx_cli_spaced(out, tvx_stance_name(claim->stance));
    if (claim->condition != NULL)
        tvx_buf_format(out, " (if %s)", claim->condition);
    tvx_cli_deferred_to(out, claim->to);
    return out->failed ? tvx_fail_memory(error) : TVX_OK;
}

void tvx_cli_evidence_says(tvx_buf *out, const tvx_evidence *evidence)
{
    const tvx_claim *claim = evidence->claim;
    if (evidence->value != NULL)
        tvx_buf_format(out, "%s%s", claim->stance == TVX_STANCE_ABSENT ? "not " : "",
                       evidence->value->text);
    else
        tvx_cli_spaced(out, tvx_stance_name(claim->stance));
    if (claim->condition != NULL)
        tvx_buf_format(out, " (if %s)", claim->condition);
    tvx_cli_deferred_to(out, claim->to);
}

/* --- who tells what, and how they know --- */

void tvx_cli_teller(tvx_buf *out, const char *outlet, const tvx_date *published)
{
    char day[TVX_DATE_HUMAN];
    tvx_cli_day(published, true, day);
    tvx_buf_format(out, "%s, %s", outlet, day);
}

void tvx_cli_cite(tvx_buf *out, const tvx_cite *cite)
{
    tvx_buf_text(out, cite->outlet != NULL ? cite->outlet : cite->who);
    if (cite->basis != TVX_BASIS_NONE) {
        tvx_buf_text(out, " (");
        tvx_cli_spaced(out, tvx_basis_name(cite->basis));
        tvx_buf_char(out, ')');
    }
    if (cite->url != NULL)
        tvx_buf_format(out, " %s", cite->url);
}

void tvx_cli_mention_says(tvx_buf *out, const tvx_mention *mention)
{
    char date[TVX_DATE_HUMAN];
    size_t before = out->size;
    tvx_human_date(&mention->dated, true, date);
    if (date[0] != '\0')
        tvx_buf_format(out, "dated %s", date);
    tvx_human_date(&mention->presented, true, date);
    if (date[0] != '\0')
        tvx_buf_format(out, "%spresented %s", out->size > before ? ", " : "", date);
    if (mention->by.n > 0)
        tvx_buf_text(out, out->size > before ? ", by " : "by ");
    tvx_cli_list(out, mention->by);
}

void tvx_cli_reported_says(tvx_buf *out, const tvx_reported_change *change, const char *value)
{
    tvx_cli_told_words(out, change, value);
    if (change->from != NULL)
        tvx_buf_format(out, " (against %s)", change->from);
}

void tvx_cli_told_change(tvx_buf *out, const tvx_told_change *told, bool only)
{
    const tvx_reported_change *change = told->change;
    tvx_buf_text(out, only ? "told only: " : "told: ");
    tvx_cli_told_words(out, change, told->text);
    if (change->from != NULL)
        tvx_buf_format(out, ", against %s", change->from);
    tvx_buf_text(out, " (");
    tvx_cli_teller(out, told->teller.outlet, told->teller.published);
    if (change->note != NULL)
        tvx_buf_format(out, "; %s", change->note);
    tvx_buf_char(out, ')');
}
