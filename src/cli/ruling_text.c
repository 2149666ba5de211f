#include "cli/ruling_text.h"

#include "cli/text.h"

const char *tvx_cli_act_done(tvx_act act)
{
    static const char *const done[] = {
        [TVX_ACT_NONE] = "judged",          [TVX_ACT_RETRACT] = "retracted",
        [TVX_ACT_DEPRECATE] = "deprecated", [TVX_ACT_PREFER] = "preferred",
        [TVX_ACT_ATTRIBUTE] = "attributed", [TVX_ACT_SAME_DRAFT] = "made one",
        [TVX_ACT_WITHDRAW] = "withdrawn",   [TVX_ACT_FORGET] = "forgotten",
    };
    return done[act];
}

void tvx_cli_ruling(tvx_buf *out, const tvx_ruling *ruling)
{
    const tvx_judgement *judgement = ruling->judgement;
    char day[TVX_DATE_HUMAN];
    tvx_human_date(&judgement->dated, true, day);
    tvx_buf_format(out, "%s %s", tvx_cli_act_done(judgement->act), day);
    if (judgement->by != NULL)
        tvx_buf_format(out, " by %s", judgement->by);
    tvx_buf_format(out, ": %s (judgement %.*s)", judgement->reason, TVX_CLI_ID_DIGITS, ruling->id);
}

void tvx_cli_why(tvx_buf *out, const tvx_ruling *set_aside, const char *updated)
{
    if (set_aside != NULL)
        tvx_cli_ruling(out, set_aside);
    if (updated != NULL)
        tvx_buf_format(out, "%supdated by report %.*s", set_aside != NULL ? "; " : "",
                       TVX_CLI_ID_DIGITS, updated);
}
