#include "travaux/date.h"
#include "write/words.h"

enum { ID_DIGITS = 6 }; /* of an id that people read */

void tvx_words_claim(tvx_buf *out, const tvx_evidence *evidence)
{
    const tvx_claim *claim = evidence->claim;
    if (evidence->value != NULL)
        tvx_buf_format(out, "%s%s", claim->stance == TVX_STANCE_ABSENT ? "not " : "",
                       evidence->value->text);
    else
        tvx_buf_text(out, tvx_stance_name(claim->stance));
    if (claim->condition != NULL)
        tvx_buf_format(out, " (if %s)", claim->condition);
}

void tvx_words_teller(tvx_buf *out, const char *outlet, const tvx_date *published)
{
    char date[TVX_DATE_HUMAN];
    tvx_human_date(published, true, date);
    tvx_buf_format(out, "%s, %s", outlet, date);
}

void tvx_words_ruling(tvx_buf *out, const tvx_ruling *ruling)
{
    static const char *const done[] = {
        [TVX_ACT_NONE] = "judged",          [TVX_ACT_RETRACT] = "retracted",
        [TVX_ACT_DEPRECATE] = "deprecated", [TVX_ACT_PREFER] = "preferred",
        [TVX_ACT_ATTRIBUTE] = "attributed", [TVX_ACT_SAME_DRAFT] = "made one",
        [TVX_ACT_WITHDRAW] = "withdrawn",   [TVX_ACT_FORGET] = "forgotten",
    };
    const tvx_judgement *judgement = ruling->judgement;
    char date[TVX_DATE_HUMAN];
    tvx_human_date(&judgement->dated, true, date);
    tvx_buf_format(out, "%s %s", done[judgement->act], date);
    if (judgement->by != NULL)
        tvx_buf_format(out, " by %s", judgement->by);
    tvx_buf_format(out, ": %s (judgement %.*s)", judgement->reason, ID_DIGITS, ruling->id);
}

void tvx_words_why(tvx_buf *out, const tvx_evidence *evidence)
{
    if (evidence->set_aside != NULL)
        tvx_words_ruling(out, evidence->set_aside);
    if (evidence->updated != NULL)
        tvx_buf_format(out, "%supdated by report %.*s", evidence->set_aside != NULL ? "; " : "",
                       ID_DIGITS, evidence->updated);
}
