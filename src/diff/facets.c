/* What stays visible of a change whatever its name: delta, ratio, tags, when, over, condition. */
#include <string.h>

#include "base/fail.h"
#include "diff/alternatives.h"
#include "diff/compare_parts.h"
#include "diff/redline.h"
#include "model/decimal.h"

enum { PLACES = 6, EXACT = 36, DAY = 24 * 60 * 60 };

static int64_t day_of(int64_t seconds)
{
    return seconds / DAY - (seconds % DAY < 0 ? 1 : 0);
}

/* The days that a value of kind date covers. */
static tvx_interval days_of(const tvx_value *value)
{
    int64_t first, last;
    tvx_interval days = {.low = {.bounded = false}};
    tvx_value_dates(value, &first, &last);
    days.low.bounded = first != TVX_TIME_MIN;
    days.high.bounded = last != TVX_TIME_MAX;
    if (days.low.bounded)
        tvx_decimal_from(&days.low.number, day_of(first));
    if (days.high.bounded)
        tvx_decimal_from(&days.high.number, day_of(last));
    return days;
}

static tvx_interval written(const tvx_value *value)
{
    return value->kind == TVX_KIND_DATE ? days_of(value) : tvx_magnitude_written(value);
}

static tvx_end end_less(const tvx_end *to, const tvx_end *from)
{
    tvx_end out = {.bounded = to->bounded && from->bounded};
    if (!out.bounded)
        return out;
    out.open = to->open || from->open;
    /* Numbers that were read always have room for a difference. */
    (void)tvx_decimal_subtract(&out.number, &to->number, &from->number);
    return out;
}

static const char *delta_unit(const tvx_value *from, const tvx_value *to)
{
    if (to->kind == TVX_KIND_PERCENTAGE)
        return "points";
    if (to->kind == TVX_KIND_DATE)
        return "days";
    return to->unit != NULL ? to->unit : from->unit;
}

/* A ratio's or a plain number's numerator and denominator. */
typedef struct fraction {
    tvx_decimal over, under;
} fraction;

static fraction fraction_of(const tvx_value *value, const tvx_end *end)
{
    fraction out = {.over = value->ratio ? value->low.number : end->number};
    if (value->ratio)
        out.under = value->high.number;
    else
        tvx_decimal_from(&out.under, 1);
    return out;
}

/* over / under: exact where that is a decimal, else to six places. */
static int quotient(tvx_decimal *out, const tvx_decimal *over, const tvx_decimal *under)
{
    tvx_decimal back;
    if (tvx_decimal_divide(out, over, under, EXACT) == TVX_OK &&
        tvx_decimal_multiply(&back, out, under) == TVX_OK && tvx_decimal_compare(&back, over) == 0)
        return TVX_OK;
    return tvx_decimal_divide(out, over, under, PLACES);
}

/* Reckons an end that is there from the fractions themselves: 2:3 less 1:3 is a third. */
static void set_exact(tvx_end *end, const fraction *to, const fraction *from)
{
    tvx_decimal left, right, under, exact;
    if (end->bounded && tvx_decimal_multiply(&left, &to->over, &from->under) == TVX_OK &&
        tvx_decimal_multiply(&right, &from->over, &to->under) == TVX_OK &&
        tvx_decimal_multiply(&under, &to->under, &from->under) == TVX_OK &&
        tvx_decimal_subtract(&left, &left, &right) == TVX_OK &&
        quotient(&exact, &left, &under) == TVX_OK)
        end->number = exact;
}

static void set_delta(tvx_change *out, const tvx_value *from, const tvx_value *to)
{
    tvx_interval before = written(from), after = written(to);
    tvx_delta *delta = &out->delta;
    *delta = (tvx_delta){.low = end_less(&after.low, &before.high),
                         .high = end_less(&after.high, &before.low),
                         .unit = delta_unit(from, to)};
    if (from->ratio || to->ratio) {
        fraction low = fraction_of(to, &after.low), from_high = fraction_of(from, &before.high);
        fraction high = fraction_of(to, &after.high), from_low = fraction_of(from, &before.low);
        set_exact(&delta->low, &low, &from_high);
        set_exact(&delta->high, &high, &from_low);
    }
    out->has_delta = delta->low.bounded || delta->high.bounded;
}

/* True of a single number above 0. */
static bool is_single(const tvx_value *value)
{
    const tvx_end *low = &value->low, *high = &value->high;
    if (!low->bounded || !high->bounded || low->open || high->open)
        return false;
    if (value->ratio)
        return tvx_decimal_sign(&low->number) * tvx_decimal_sign(&high->number) > 0;
    return tvx_decimal_compare(&low->number, &high->number) == 0 &&
           tvx_decimal_sign(&high->number) > 0;
}

static bool has_ratio(const tvx_value *value)
{
    return value->kind == TVX_KIND_PERCENTAGE || value->kind == TVX_KIND_MONEY ||
           value->kind == TVX_KIND_NUMBER;
}

static int set_ratio(tvx_change *out, tvx_arena *arena, const tvx_value *from, const tvx_value *to,
                     tvx_error *error)
{
    char digits[TVX_DECIMAL_TEXT];
    tvx_decimal over, under, ratio;
    if (!has_ratio(to) || !is_single(from) || !is_single(to))
        return TVX_OK;
    fraction before = fraction_of(from, &from->high), after = fraction_of(to, &to->high);
    if (tvx_decimal_multiply(&over, &after.over, &before.under) != TVX_OK ||
        tvx_decimal_multiply(&under, &after.under, &before.over) != TVX_OK ||
        tvx_decimal_divide(&ratio, &over, &under, PLACES) != TVX_OK)
        return TVX_OK;
    tvx_decimal_print(&ratio, digits);
    out->ratio = tvx_arena_text(arena, digits);
    return out->ratio == NULL ? tvx_fail_memory(error) : TVX_OK;
}

/* The declared tags that one value has and the other has not. */
static int list_tags(tvx_texts *out, tvx_arena *arena, const tvx_term *term, const tvx_value *in,
                     const tvx_value *not_in)
{
    const char **items = tvx_arena_new(arena, term->n_tags, sizeof *items);
    if (items == NULL)
        return TVX_ENOMEM;
    *out = (tvx_texts){.items = items};
    for (size_t i = 0; i < term->n_tags; i++)
        if (tvx_tags_has(term, in, i) && !tvx_tags_has(term, not_in, i))
            items[out->n++] = term->tags[i].name;
    return TVX_OK;
}

static int set_tags(tvx_change *out, tvx_arena *arena, const tvx_term *term, const tvx_value *from,
                    const tvx_value *to)
{
    tvx_tag_shift shift = tvx_tags_compare(term, from, to);
    if (!shift.comparable)
        return TVX_OK;
    if (shift.added && list_tags(&out->tags_added, arena, term, to, from) < 0)
        return TVX_ENOMEM;
    return shift.removed ? list_tags(&out->tags_removed, arena, term, from, to) : TVX_OK;
}

/* "by 2022", or NULL; false: no memory. */
static bool when_text(const char **out, tvx_arena *arena, const tvx_value *value)
{
    static const char *const WORDS[] = {
        [TVX_WHEN_BY] = "by", [TVX_WHEN_UNTIL] = "until", [TVX_WHEN_STARTING] = "starting"};
    *out = NULL;
    if (value->when == TVX_WHEN_NONE)
        return true;
    *out = tvx_arena_format(arena, "%s %s", WORDS[value->when], value->when_date.text);
    return *out != NULL;
}

static int set_schedule(tvx_change *out, tvx_arena *arena, const tvx_value *from,
                        const tvx_value *to)
{
    if (!tvx_words_equal(from->over, to->over))
        out->over = (tvx_facet){.differs = true, .from = from->over, .to = to->over};
    if (tvx_whens_equal(from, to))
        return TVX_OK;
    out->when.differs = true;
    return when_text(&out->when.from, arena, from) && when_text(&out->when.to, arena, to)
               ? TVX_OK
               : TVX_ENOMEM;
}

static void set_condition(tvx_change *out, const tvx_alternative *from, const tvx_alternative *to)
{
    if (!tvx_words_equal(from->condition, to->condition))
        out->condition = (tvx_facet){.differs = true, .from = from->condition, .to = to->condition};
}

static bool has_delta(const tvx_value *value)
{
    return value->kind == TVX_KIND_DATE || tvx_value_has_magnitude(value);
}

int tvx_facets_make(tvx_change *out, tvx_arena *arena, const tvx_term *term, const tvx_saying *from,
                    const tvx_saying *to, tvx_because because, tvx_error *error)
{
    set_condition(out, from->alternative, to->alternative);
    if (!from->stated || !to->stated)
        return TVX_OK;
    const tvx_value *before = from->value, *after = to->value;
    if (set_tags(out, arena, term, before, after) < 0 ||
        set_schedule(out, arena, before, after) < 0)
        return tvx_fail_memory(error);
    if (because != TVX_BECAUSE_NONE || before->kind != after->kind || !has_delta(after))
        return TVX_OK;
    set_delta(out, before, after);
    return set_ratio(out, arena, before, after, error);
}

int tvx_facets_redline(tvx_change *out, tvx_arena *arena, const tvx_saying *from,
                       const tvx_saying *to, tvx_error *error)
{
    return tvx_redline_make(&out->redline, &out->n_redline, arena, from->value->text,
                            to->value->text, error);
}

static bool same_text(const char *a, const char *b)
{
    return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void share_texts(tvx_texts *shared, const tvx_texts *other)
{
    bool same = shared->n == other->n;
    for (size_t i = 0; i < shared->n && same; i++)
        same = same_text(shared->items[i], other->items[i]);
    if (!same)
        *shared = (tvx_texts){0};
}

static void share_facet(tvx_facet *shared, const tvx_facet *other)
{
    if (shared->differs != other->differs || !same_text(shared->from, other->from) ||
        !same_text(shared->to, other->to))
        *shared = (tvx_facet){0};
}

/* Moves an end outwards: side is -1 for a low one, 1 for a high one. */
static void stretch(tvx_end *end, const tvx_end *other, int side)
{
    int order = tvx_decimal_compare(&other->number, &end->number) * side;
    if (!end->bounded || (other->bounded && (order < 0 || (order == 0 && other->open))))
        return;
    *end = *other;
}

void tvx_facets_share(tvx_change *shared, const tvx_change *other)
{
    stretch(&shared->delta.low, &other->delta.low, -1);
    stretch(&shared->delta.high, &other->delta.high, 1);
    if (shared->delta.unit == NULL)
        shared->delta.unit = other->delta.unit;
    shared->has_delta = shared->delta.low.bounded || shared->delta.high.bounded;
    if (!same_text(shared->ratio, other->ratio))
        shared->ratio = NULL;
    share_texts(&shared->tags_added, &other->tags_added);
    share_texts(&shared->tags_removed, &other->tags_removed);
    share_facet(&shared->when, &other->when);
    share_facet(&shared->over, &other->over);
    share_facet(&shared->condition, &other->condition);
}
