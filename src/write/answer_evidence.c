#include "write/answer_evidence.h"

#include "write/words.h"

void tvx_answer_ruling(tvx_json *json, const char *name, const tvx_ruling *ruling)
{
    tvx_json_name(json, name);
    if (ruling == NULL) {
        tvx_json_null(json);
        return;
    }
    tvx_json_object(json, TVX_JSON_WITHIN);
    tvx_json_member(json, "id", ruling->id);
    tvx_json_member(json, "act", tvx_act_name(ruling->judgement->act));
    tvx_json_member(json, "dated", ruling->judgement->dated.text);
    tvx_json_member(json, "by", ruling->judgement->by);
    tvx_json_member(json, "reason", ruling->judgement->reason);
    tvx_json_end(json);
}

void tvx_answer_why(tvx_json *json, const tvx_evidence *evidence)
{
    tvx_answer_ruling(json, "judgement", evidence->set_aside);
    tvx_json_member(json, "updated", evidence->updated);
}

/* Sources and those that they cite in turn; no deeper than records nest. */
static void put_cites(tvx_json *json, const tvx_cite *cites, size_t n)
{
    tvx_json_name(json, "cites");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < n; i++) {
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_json_member(json, "outlet", cites[i].outlet);
        tvx_json_member(json, "who", cites[i].who);
        tvx_json_member(json, "basis", tvx_basis_name(cites[i].basis));
        tvx_json_member(json, "url", cites[i].url);
        put_cites(json, cites[i].cites, cites[i].n_cites);
        tvx_json_end(json);
    }
    tvx_json_end(json);
}

static void put_report(tvx_json *json, const tvx_evidence *evidence)
{
    tvx_json_member(json, "report", evidence->report);
    tvx_json_member(json, "outlet", evidence->outlet);
    tvx_json_member(json, "published", evidence->published->text);
}

/* What is claimed. */
static void put_claim(tvx_json *json, const tvx_evidence *evidence, const char *text)
{
    const tvx_claim *claim = evidence->claim;
    tvx_json_member(json, "stance", tvx_stance_name(claim->stance));
    tvx_answer_value(json, evidence->value);
    tvx_json_member(json, "text", text);
    tvx_json_member(json, "condition", claim->condition);
    tvx_answer_texts(json, "to", claim->to);
}

void tvx_answer_source(tvx_json *json, const tvx_source *source)
{
    const tvx_evidence *evidence = source->evidence;
    const tvx_claim *claim = evidence->claim;
    put_report(json, evidence);
    tvx_json_member(json, "title", source->title);
    tvx_json_member(json, "url", source->url);
    tvx_json_member(json, "draft", evidence->draft);
    put_claim(json, evidence, source->text);
    tvx_json_member(json, "was", claim->was);
    tvx_json_member(json, "quote", claim->quote);
    tvx_json_member(json, "where", claim->where);
    tvx_json_member(json, "note", claim->note);
    tvx_json_member(json, "basis", tvx_basis_name(evidence->basis));
    put_cites(json, evidence->cites, evidence->n_cites);
    tvx_answer_origins(json, &source->origins);
    tvx_answer_ruling(json, "attributed", evidence->attributed);
    tvx_answer_why(json, evidence);
}

void tvx_answer_set_aside(tvx_json *json, const tvx_set_aside *set_aside)
{
    tvx_buf text = {0};
    tvx_words_claim(&text, set_aside->evidence);
    tvx_json_member(json, "term", set_aside->row->name);
    put_report(json, set_aside->evidence);
    put_claim(json, set_aside->evidence, tvx_buf_string(&text));
    tvx_answer_why(json, set_aside->evidence);
    json->out->failed = json->out->failed || text.failed;
    tvx_buf_dispose(&text);
}

void tvx_answer_teller(tvx_json *json, const tvx_teller *teller)
{
    tvx_json_member(json, "report", teller->report);
    tvx_json_member(json, "outlet", teller->outlet);
    tvx_json_member(json, "published", teller->published->text);
}

void tvx_answer_mention(tvx_json *json, const tvx_told_mention *told)
{
    const tvx_mention *mention = told->mention;
    tvx_answer_teller(json, &told->teller);
    tvx_json_member(json, "draft", mention->draft);
    tvx_json_member(json, "as", mention->as);
    tvx_json_member(json, "dated", mention->dated.text);
    tvx_json_member(json, "presented", mention->presented.text);
    tvx_answer_texts(json, "by", mention->by);
    tvx_json_member(json, "note", mention->note);
}

static void put_told(tvx_json *json, const tvx_told_change *told)
{
    tvx_json_member(json, "term", told->row->name);
    tvx_json_member(json, "change", tvx_change_name_text(told->change->change));
    tvx_json_member(json, "from_draft", told->change->from);
    tvx_json_member(json, "text", told->text);
    tvx_json_member(json, "note", told->change->note);
}

void tvx_answer_told_change(tvx_json *json, const tvx_told_change *told)
{
    tvx_answer_teller(json, &told->teller);
    put_told(json, told);
}

void tvx_answer_reported(tvx_json *json, const tvx_told_change *told)
{
    tvx_json_member(json, "draft", told->change->draft);
    put_told(json, told);
    tvx_answer_teller(json, &told->teller);
}
