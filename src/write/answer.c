#include "write/answer.h"

void tvx_answer_texts(tvx_json *json, const char *name, tvx_texts texts)
{
    tvx_json_name(json, name);
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < texts.n; i++)
        tvx_json_text(json, texts.items[i]);
    tvx_json_end(json);
}

void tvx_answer_flag(tvx_json *json, const char *name, bool flag)
{
    tvx_json_name(json, name);
    tvx_json_flag(json, flag);
}

void tvx_answer_count(tvx_json *json, const char *name, size_t count)
{
    tvx_json_name(json, name);
    tvx_json_count(json, count);
}

void tvx_answer_asked(tvx_json *json, const tvx_view *view)
{
    tvx_json_member(json, "known_by", tvx_view_known_by(view));
    if (tvx_view_recorded_by(view) != NULL)
        tvx_json_member(json, "recorded_by", tvx_view_recorded_by(view));
    if (tvx_view_without(view) != NULL)
        tvx_json_member(json, "without", tvx_view_without(view));
}

/* Begins an object, or writes null; true if something is there to be written. */
static bool begin_member(tvx_json *json, const char *name, bool there)
{
    tvx_json_name(json, name);
    if (there)
        tvx_json_object(json, TVX_JSON_WITHIN);
    else
        tvx_json_null(json);
    return there;
}

void tvx_answer_draft(tvx_json *json, const tvx_placed_draft *draft)
{
    tvx_json_member(json, "key", draft->draft->key);
    tvx_json_member(json, "title", draft->draft->title);
    tvx_json_member(json, "dated", draft->draft->dated.text);
    tvx_json_member(json, "presented", draft->draft->presented.text);
    tvx_answer_texts(json, "by", draft->draft->by);
    tvx_answer_texts(json, "follows", draft->follows);
    tvx_answer_flag(json, "implied", draft->implied);
    tvx_json_member(json, "amends", draft->amends);
    tvx_answer_texts(json, "also", draft->also);
}

/* --- values --- */

static void put_end(tvx_json *json, const char *name, const tvx_end *end)
{
    char text[TVX_DECIMAL_TEXT];
    if (end->bounded)
        tvx_decimal_print(&end->number, text);
    tvx_json_member(json, name, end->bounded ? text : NULL);
}

/* The ends of a magnitude; an end that is not there is not open. */
static void put_ends(tvx_json *json, const tvx_end *low, const tvx_end *high)
{
    put_end(json, "low", low);
    put_end(json, "high", high);
    tvx_answer_flag(json, "low_open", low->bounded && low->open);
    tvx_answer_flag(json, "high_open", high->bounded && high->open);
}

static void put_when(tvx_json *json, const tvx_value *value)
{
    static const char *const words[] = {
        [TVX_WHEN_BY] = "by", [TVX_WHEN_UNTIL] = "until", [TVX_WHEN_STARTING] = "starting"};
    if (!begin_member(json, "when", value->when != TVX_WHEN_NONE))
        return;
    tvx_json_member(json, words[value->when], value->when_date.text);
    tvx_json_end(json);
}

/* A ratio is no interval: its text holds it. */
void tvx_answer_value(tvx_json *json, const tvx_value *value)
{
    static const tvx_end none;
    if (!begin_member(json, "value", value != NULL))
        return;
    tvx_json_member(json, "kind", tvx_kind_name(value->kind));
    put_ends(json, value->ratio ? &none : &value->low, value->ratio ? &none : &value->high);
    tvx_answer_flag(json, "approx", value->approx);
    tvx_json_member(json, "unit", value->unit);
    tvx_json_member(json, "per", value->per);
    tvx_json_member(json, "base", value->base);
    tvx_answer_texts(json, "tags", value->tags);
    tvx_json_member(json, "over", value->over);
    put_when(json, value);
    tvx_json_member(json, "text", value->text);
    tvx_json_end(json);
}

/* --- readings --- */

void tvx_answer_origins(tvx_json *json, const tvx_origins *origins)
{
    begin_member(json, "origins", true);
    tvx_answer_texts(json, "names", origins->names);
    tvx_answer_count(json, "min", origins->min);
    tvx_answer_count(json, "max", origins->max);
    tvx_json_end(json);
}

void tvx_answer_alternative(tvx_json *json, const tvx_alternative *a)
{
    tvx_json_member(json, "stance", tvx_stance_name(a->stance));
    tvx_answer_value(json, a->value);
    tvx_json_member(json, "text", a->text);
    tvx_json_member(json, "condition", a->condition);
    tvx_answer_texts(json, "to", a->to);
    tvx_json_member(json, "basis", tvx_basis_name(a->basis));
    tvx_answer_flag(json, "side", a->side);
    tvx_answer_texts(json, "reports", a->reports);
    tvx_answer_origins(json, &a->origins);
}

void tvx_answer_reading(tvx_json *json, const tvx_reading *reading)
{
    const tvx_alternative *lead = &reading->alternatives[0];
    tvx_json_member(json, "status", tvx_status_name(reading->status));
    tvx_json_member(json, "stance", tvx_stance_name(lead->stance));
    tvx_answer_value(json, lead->value);
    tvx_json_member(json, "text", reading->text);
    tvx_answer_flag(json, "inherited", reading->inherited);
    tvx_answer_count(json, "reports", reading->reports);
    begin_member(json, "origins", true);
    tvx_answer_count(json, "min", reading->origins.min);
    tvx_answer_count(json, "max", reading->origins.max);
    tvx_json_end(json);
    tvx_json_name(json, "alternatives");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_answer_alternative(json, &reading->alternatives[i]);
        tvx_json_end(json);
    }
    tvx_json_end(json);
}

/* --- changes --- */

static void put_side(tvx_json *json, const char *name, const tvx_reading *reading)
{
    if (!begin_member(json, name, reading != NULL && reading->status != TVX_STATUS_SILENT))
        return;
    tvx_answer_reading(json, reading);
    tvx_json_end(json);
}

static void put_delta(tvx_json *json, const tvx_change *change)
{
    if (!begin_member(json, "delta", change->has_delta))
        return;
    put_ends(json, &change->delta.low, &change->delta.high);
    tvx_json_member(json, "unit", change->delta.unit);
    tvx_json_end(json);
}

static void put_redline(tvx_json *json, const tvx_change *change)
{
    tvx_json_name(json, "redline");
    if (change->redline == NULL) {
        tvx_json_null(json);
        return;
    }
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < change->n_redline; i++) {
        tvx_json_object(json, TVX_JSON_WITHIN);
        tvx_json_member(json, "op", tvx_redline_op_name(change->redline[i].op));
        tvx_json_member(json, "text", change->redline[i].text);
        tvx_json_end(json);
    }
    tvx_json_end(json);
}

static void put_facet(tvx_json *json, const char *name, const tvx_facet *facet)
{
    if (!begin_member(json, name, facet->differs))
        return;
    tvx_json_member(json, "from", facet->from);
    tvx_json_member(json, "to", facet->to);
    tvx_json_end(json);
}

static void put_possible(tvx_json *json, const tvx_change *change)
{
    tvx_json_name(json, "possible");
    tvx_json_list(json, TVX_JSON_WITHIN);
    for (size_t i = 0; i < change->n_possible; i++)
        tvx_json_text(json, tvx_change_name_text(change->possible[i]));
    tvx_json_end(json);
}

void tvx_answer_change(tvx_json *json, const tvx_change *change)
{
    tvx_json_member(json, "term", change->row->name);
    tvx_json_member(json, "change", tvx_change_name_text(change->name));
    tvx_json_member(json, "because", tvx_because_name(change->because));
    put_possible(json, change);
    tvx_answer_flag(json, "contested", change->contested);
    tvx_json_member(json, "toward", change->toward);
    put_side(json, "from", change->from);
    put_side(json, "to", change->to);
    put_delta(json, change);
    tvx_json_member(json, "ratio", change->ratio);
    begin_member(json, "tags", true);
    tvx_answer_texts(json, "added", change->tags_added);
    tvx_answer_texts(json, "removed", change->tags_removed);
    tvx_json_end(json);
    put_redline(json, change);
    put_facet(json, "when", &change->when);
    put_facet(json, "over", &change->over);
    put_facet(json, "condition", &change->condition);
}

void tvx_answer_row(tvx_json *json, const tvx_changes_row *row)
{
    tvx_json_member(json, "draft", row->draft->draft->key);
    tvx_json_member(json, "dated", row->draft->date == NULL ? NULL : row->draft->date->text);
    tvx_json_member(json, "from_draft", row->from == NULL ? NULL : row->from->draft->key);
    tvx_answer_change(json, row->change);
}
