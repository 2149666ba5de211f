#include "model/words.h"

#include <stddef.h>

#include "travaux/record.h"

const char *const tvx_record_kind_words[] = {
    "negotiation", "party", "term", "outlet", "draft", "report", "judgement", NULL,
};

const char *const tvx_basis_words[] = {
    "text", "document", "on_record", "anonymous", "secondary", "unattributed", NULL,
};

const char *const tvx_stance_words[] = {"stated", "included", "deferred", "absent", NULL};

const char *const tvx_position_words[] = {
    "seeks",    "offers",   "accepts",   "opposes",   "rejects",
    "disputes", "reserves", "considers", "withdraws", NULL,
};

const char *const tvx_event_words[] = {
    "presented", "rejected",  "revised", "agreed", "signed", "ratified",
    "met",       "postponed", "stated",  "other",  NULL,
};

const char *const tvx_act_words[] = {
    "retract", "deprecate", "prefer", "attribute", "same_draft", "withdraw", "forget", NULL,
};

const char *const tvx_change_words[] = {
    "first_reported", "added",       "settled",      "specified", "removed",  "dropped",
    "deferred",       "unspecified", "raised",       "lowered",   "later",    "earlier",
    "tightened",      "loosened",    "shifted",      "widened",   "narrowed", "rescoped",
    "rescheduled",    "reworded",    "incomparable", "retold",    "unclear",  "same",
    "not_reported",   NULL,
};

const char *const tvx_kind_words[] = {
    "percentage", "money", "number", "duration", "date", "level", "flag", "text", NULL,
};

/* The word of a number, where the list begins with that of `first`; NULL for a number without. */
static const char *word(const char *const *words, int first, int number)
{
    for (int i = 0; words[i] != NULL; i++)
        if (first + i == number)
            return words[i];
    return NULL;
}

const char *tvx_record_kind_name(tvx_record_kind kind)
{
    return word(tvx_record_kind_words, TVX_RECORD_NEGOTIATION, (int)kind);
}

const char *tvx_basis_name(tvx_basis basis)
{
    return word(tvx_basis_words, TVX_BASIS_TEXT, (int)basis);
}

const char *tvx_stance_name(tvx_stance stance)
{
    return word(tvx_stance_words, TVX_STANCE_STATED, (int)stance);
}

const char *tvx_position_stance_name(tvx_position_stance stance)
{
    return word(tvx_position_words, TVX_POSITION_SEEKS, (int)stance);
}

const char *tvx_event_kind_name(tvx_event_kind kind)
{
    return word(tvx_event_words, TVX_EVENT_PRESENTED, (int)kind);
}

const char *tvx_act_name(tvx_act act)
{
    return word(tvx_act_words, TVX_ACT_RETRACT, (int)act);
}

const char *tvx_change_name_text(tvx_change_name name)
{
    return word(tvx_change_words, TVX_CHANGE_FIRST_REPORTED, (int)name);
}
