/* Two values: the numbered rules of section 6. */
#include <string.h>

#include "base/text.h"
#include "diff/alternatives.h"
#include "diff/compare_parts.h"
#include "diff/reading.h"
#include "model/date.h"
#include "model/decimal.h"
#include "model/value.h"
#include "model/vocabulary.h"

static tvx_end end_at(int64_t at, int64_t endless)
{
    tvx_end end = {.bounded = at != endless};
    if (end.bounded)
        tvx_decimal_from(&end.number, at);
    return end;
}

static tvx_interval line_of(const tvx_value *value)
{
    int64_t low = value->kind == TVX_KIND_FLAG ? value->flag : (int64_t)value->level, high = low;
    if (tvx_value_has_magnitude(value))
        return tvx_magnitude(value);
    if (value->kind == TVX_KIND_DATE)
        tvx_value_dates(value, &low, &high);
    return (tvx_interval){end_at(low, TVX_TIME_MIN), end_at(high, TVX_TIME_MAX)};
}

void tvx_saying_make(tvx_saying *out, const tvx_term *term, const tvx_alternative *alternative)
{
    const tvx_value *value = alternative->value;
    *out = (tvx_saying){
        .alternative = alternative,
        .value = value,
        .stated = alternative->stance == TVX_STANCE_STATED,
        .refutes = alternative->stance == TVX_STANCE_ABSENT && value != NULL,
        .denies = tvx_alternative_denies(alternative),
        .base = -1,
    };
    if (value != NULL && value->base != NULL)
        out->base = tvx_term_base(term, value->base);
    if (value != NULL && value->kind != TVX_KIND_TEXT && !value->ratio)
        out->line = line_of(value);
}

bool tvx_words_equal(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : tvx_text_same_words(a, b);
}

bool tvx_whens_equal(const tvx_value *a, const tvx_value *b)
{
    return a->when == b->when &&
           (a->when == TVX_WHEN_NONE || tvx_date_compare(&a->when_date, &b->when_date) == 0);
}

static bool units_differ(const char *a, const char *b)
{
    return a != NULL && b != NULL && !tvx_unit_equal(a, b);
}

static bool is_plain_with_unit(const tvx_value *value)
{
    return !value->ratio && value->unit != NULL;
}

static bool kind_differs(const tvx_saying *a, const tvx_saying *b)
{
    return a->value->kind != b->value->kind;
}

static bool unit_differs(const tvx_saying *a, const tvx_saying *b)
{
    if (a->value->kind != TVX_KIND_NUMBER)
        return false;
    if (a->value->ratio != b->value->ratio)
        return is_plain_with_unit(a->value) || is_plain_with_unit(b->value);
    return units_differ(a->value->unit, b->value->unit);
}

static bool currency_differs(const tvx_saying *a, const tvx_saying *b)
{
    return a->value->kind == TVX_KIND_MONEY && strcmp(a->value->unit, b->value->unit) != 0;
}

static bool per_differs(const tvx_saying *a, const tvx_saying *b)
{
    return units_differ(a->value->per, b->value->per);
}

/* Words that no alias makes one may well be of two things: "not raised" is all that is known. */
static bool base_differs(const tvx_saying *a, const tvx_saying *b)
{
    if (a->value->base == NULL || b->value->base == NULL)
        return false;
    if (a->base >= 0 && b->base >= 0)
        return a->base != b->base;
    return !tvx_text_same_words(a->value->base, b->value->base);
}

static bool calendar_differs(const tvx_saying *a, const tvx_saying *b)
{
    return tvx_calendar_apart(a->value, b->value);
}

/* Rule 1. */
static tvx_because find_because(const tvx_saying *a, const tvx_saying *b)
{
    static const struct {
        tvx_because because;
        bool (*holds)(const tvx_saying *, const tvx_saying *);
    } RULES[] = {
        {TVX_BECAUSE_KIND, kind_differs},         {TVX_BECAUSE_UNIT, unit_differs},
        {TVX_BECAUSE_CURRENCY, currency_differs}, {TVX_BECAUSE_PER, per_differs},
        {TVX_BECAUSE_BASE, base_differs},         {TVX_BECAUSE_CALENDAR, calendar_differs},
    };
    for (size_t i = 0; i < sizeof RULES / sizeof RULES[0]; i++)
        if (RULES[i].holds(a, b))
            return RULES[i].because;
    return TVX_BECAUSE_NONE;
}

static tvx_relation relate(const tvx_saying *a, const tvx_saying *b)
{
    if (a->value->ratio || b->value->ratio)
        return tvx_magnitude_relation(a->value, b->value);
    return tvx_interval_relation(&a->line, &b->line);
}

static bool is_named(const tvx_declared *declared, const char *words)
{
    if (tvx_text_same_words(declared->name, words))
        return true;
    for (size_t i = 0; i < declared->aliases.n; i++)
        if (tvx_text_same_words(declared->aliases.items[i], words))
            return true;
    return false;
}

bool tvx_tags_has(const tvx_term *term, const tvx_value *value, size_t number)
{
    for (size_t i = 0; i < value->tags.n; i++)
        if (is_named(&term->tags[number], value->tags.items[i]))
            return true;
    return false;
}

tvx_tag_shift tvx_tags_compare(const tvx_term *term, const tvx_value *from, const tvx_value *to)
{
    tvx_tag_shift shift = {0};
    bool some_from = false, some_to = false;
    for (size_t i = 0; i < term->n_tags; i++) {
        bool in_from = tvx_tags_has(term, from, i), in_to = tvx_tags_has(term, to, i);
        some_from = some_from || in_from;
        some_to = some_to || in_to;
        shift.added = shift.added || (in_to && !in_from);
        shift.removed = shift.removed || (in_from && !in_to);
    }
    shift.comparable = some_from && some_to;
    return shift;
}

/* Another `when` or `over`, both given. */
static bool schedules_differ(const tvx_value *a, const tvx_value *b)
{
    bool dated = a->when != TVX_WHEN_NONE && b->when != TVX_WHEN_NONE;
    bool lasting = a->over != NULL && b->over != NULL;
    return (dated && !tvx_whens_equal(a, b)) || (lasting && !tvx_words_equal(a->over, b->over));
}

/* Rule 3. */
static tvx_change_name compare_equals(const tvx_term *term, const tvx_value *from,
                                      const tvx_value *to)
{
    static const tvx_change_name NAMES[2][2] = {
        {TVX_CHANGE_SAME, TVX_CHANGE_NARROWED},
        {TVX_CHANGE_WIDENED, TVX_CHANGE_RESCOPED},
    };
    tvx_tag_shift tags = tvx_tags_compare(term, from, to);
    if (tags.comparable && (tags.added || tags.removed))
        return NAMES[tags.added][tags.removed];
    return schedules_differ(from, to) ? TVX_CHANGE_RESCHEDULED : TVX_CHANGE_SAME;
}

/* True if the words are known to be the draft's own. */
static bool is_verbatim(const tvx_alternative *alternative)
{
    bool quoted = alternative->basis == TVX_BASIS_TEXT;
    for (size_t i = 0; i < alternative->n_claims && !quoted; i++)
        quoted = alternative->claims[i]->claim->quote != NULL;
    return quoted;
}

/* Rule 4. */
static tvx_change_name compare_wordings(const tvx_saying *from, const tvx_saying *to)
{
    if (tvx_text_same_words(from->value->text, to->value->text))
        return TVX_CHANGE_SAME;
    return is_verbatim(from->alternative) && is_verbatim(to->alternative) ? TVX_CHANGE_REWORDED
                                                                          : TVX_CHANGE_RETOLD;
}

tvx_change_name tvx_values_compare(tvx_because *because, const tvx_term *term,
                                   const tvx_saying *from, const tvx_saying *to)
{
    /* Rule 2: how `from` lies to `to`. */
    static const tvx_change_name NAMES[] = {
        [TVX_RELATION_BELOW] = TVX_CHANGE_RAISED,    [TVX_RELATION_ABOVE] = TVX_CHANGE_LOWERED,
        [TVX_RELATION_HOLDS] = TVX_CHANGE_TIGHTENED, [TVX_RELATION_WITHIN] = TVX_CHANGE_LOOSENED,
        [TVX_RELATION_OVERLAP] = TVX_CHANGE_SHIFTED,
    };
    *because = find_because(from, to);
    if (*because != TVX_BECAUSE_NONE)
        return TVX_CHANGE_INCOMPARABLE;
    if (from->value->kind == TVX_KIND_TEXT)
        return compare_wordings(from, to);
    tvx_relation relation = relate(from, to);
    if (relation == TVX_RELATION_EQUAL)
        return compare_equals(term, from->value, to->value);
    if (from->value->kind == TVX_KIND_DATE && relation == TVX_RELATION_BELOW)
        return TVX_CHANGE_LATER;
    if (from->value->kind == TVX_KIND_DATE && relation == TVX_RELATION_ABOVE)
        return TVX_CHANGE_EARLIER;
    return NAMES[relation];
}

static bool gives_undeclared(const tvx_term *term, const tvx_texts *tags)
{
    size_t i = 0;
    while (i < tags->n && tvx_term_tag(term, tags->items[i]) >= 0)
        i++;
    return i < tags->n;
}

/* True if the two are said to cover different things; as two reports of one draft would be. */
static bool scopes_differ(const tvx_term *term, const tvx_value *a, const tvx_value *b)
{
    if (schedules_differ(a, b))
        return true;
    tvx_tag_shift tags = tvx_tags_compare(term, a, b);
    return tags.added && tags.removed && !gives_undeclared(term, &a->tags) &&
           !gives_undeclared(term, &b->tags);
}

bool tvx_values_overlap(const tvx_term *term, const tvx_saying *denied, const tvx_saying *stated)
{
    if (find_because(denied, stated) != TVX_BECAUSE_NONE ||
        scopes_differ(term, denied->value, stated->value))
        return false;
    if (denied->value->kind == TVX_KIND_TEXT)
        return tvx_text_same_words(denied->value->text, stated->value->text);
    tvx_relation relation = relate(denied, stated);
    return relation != TVX_RELATION_BELOW && relation != TVX_RELATION_ABOVE;
}

static bool given_alike(const char *a, const char *b)
{
    return (a == NULL) == (b == NULL);
}

bool tvx_values_alike(const tvx_term *term, const tvx_saying *a, const tvx_saying *b)
{
    const tvx_value *left = a->value, *right = b->value;
    if (left == NULL || right == NULL)
        return left == right;
    if (find_because(a, b) != TVX_BECAUSE_NONE)
        return false;
    if (left->kind == TVX_KIND_TEXT)
        return tvx_text_same_words(left->text, right->text);
    tvx_tag_shift tags = tvx_tags_compare(term, left, right);
    return relate(a, b) == TVX_RELATION_EQUAL && !tags.added && !tags.removed &&
           given_alike(left->unit, right->unit) && given_alike(left->per, right->per) &&
           given_alike(left->base, right->base) && tvx_whens_equal(left, right) &&
           tvx_words_equal(left->over, right->over);
}
