/*
 * The parts of answers in JSON that tell who said so: judgements, claims with their citing trees,
 * what was set aside and why. Each writes members into the object that was begun, or, where it
 * takes a name, a member.
 */
#ifndef TVX_WRITE_ANSWER_EVIDENCE_H
#define TVX_WRITE_ANSWER_EVIDENCE_H

#include "write/answer.h"

/* A judgement in effect, or null. */
void tvx_answer_ruling(tvx_json *json, const char *name, const tvx_ruling *ruling);

/* Why a claim does not count: "judgement" and "updated". */
void tvx_answer_why(tvx_json *json, const tvx_evidence *evidence);

/* A claim with all that its report says of how it knows. */
void tvx_answer_source(tvx_json *json, const tvx_source *source);

/* A claim that was set aside, in short. */
void tvx_answer_set_aside(tvx_json *json, const tvx_set_aside *set_aside);

/* Who tells it. */
void tvx_answer_teller(tvx_json *json, const tvx_teller *teller);

/* What a report says of a draft itself; a change that it tells of. */
void tvx_answer_mention(tvx_json *json, const tvx_told_mention *told);
void tvx_answer_told_change(tvx_json *json, const tvx_told_change *told);

/* The same beside changes of any draft. */
void tvx_answer_reported(tvx_json *json, const tvx_told_change *told);

#endif
