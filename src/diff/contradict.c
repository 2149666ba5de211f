/* Which answers contradict each other: the two points of section 5 and what goes with them. */
#include <stdlib.h>
#include <string.h>

#include "diff/alternatives.h"
#include "diff/reading.h"
#include "model/value.h"

static int by_voice(const void *a, const void *b)
{
    const tvx_answer *left = *(const tvx_answer *const *)a, *right = *(const tvx_answer *const *)b;
    return strcmp(left->voice, right->voice);
}

size_t tvx_answers_voices(const tvx_answer **answers, size_t n)
{
    size_t kept = 0;
    qsort(answers, n, sizeof(const tvx_answer *), by_voice);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || strcmp(answers[kept - 1]->voice, answers[i]->voice) != 0)
            answers[kept++] = answers[i];
    return kept;
}

static bool words_differ(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcmp(a, b) != 0;
}

static bool units_differ(const char *a, const char *b)
{
    return a != NULL && b != NULL && !tvx_unit_equal(a, b);
}

static bool whens_differ(const tvx_value *a, const tvx_value *b)
{
    if (a->when == TVX_WHEN_NONE || b->when == TVX_WHEN_NONE)
        return false;
    return a->when != b->when || a->when_date.earliest != b->when_date.earliest ||
           a->when_date.latest != b->when_date.latest;
}

static bool holds_tags(const tvx_answer *a, const tvx_answer *b)
{
    size_t i = 0;
    for (size_t j = 0; j < b->n_tags; j++) {
        while (i < a->n_tags && a->tags[i] < b->tags[j])
            i++;
        if (i == a->n_tags || a->tags[i] != b->tags[j])
            return false;
    }
    return true;
}

static bool tags_differ(const tvx_answer *a, const tvx_answer *b)
{
    return a->only_declared && b->only_declared && !holds_tags(a, b) && !holds_tags(b, a);
}

/* True if the two values, of one kind, are of different things. closely: `over` and tags count. */
static bool parts_differ(const tvx_answer *a, const tvx_answer *b, bool closely)
{
    const tvx_value *left = a->value, *right = b->value;
    /* Units of durations are for the calendar to tell apart. */
    if (a->kind != TVX_KIND_DURATION && units_differ(left->unit, right->unit))
        return true;
    if (units_differ(left->per, right->per) || whens_differ(left, right) ||
        (a->base >= 0 && b->base >= 0 && a->base != b->base))
        return true;
    return closely && (words_differ(left->over, right->over) || tags_differ(a, b));
}

static bool share_a_point(const tvx_answer *a, const tvx_answer *b)
{
    return a->low <= b->high && b->low <= a->high;
}

static bool holds(const tvx_answer *a, const tvx_answer *b)
{
    return a->low <= b->low && b->high <= a->high;
}

static bool places_differ(const tvx_answer *a, const tvx_answer *b)
{
    if (holds(a, b) || holds(b, a) || (a->bound * b->bound < 0 && share_a_point(a, b)))
        return false;
    return a->kind != TVX_KIND_DURATION || !tvx_calendar_apart(a->value, b->value);
}

/* Two stated values. */
static bool values_contradict(const tvx_answer *a, const tvx_answer *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == TVX_KIND_TEXT)
        return a->of_text && b->of_text && words_differ(a->wording, b->wording);
    return places_differ(a, b) || parts_differ(a, b, a->sees_text && b->sees_text);
}

static bool is_stated(const tvx_answer *answer)
{
    return answer->stance == TVX_STANCE_STATED && answer->value != NULL;
}

/* True if a value that is denied overlaps one that is stated: the same of the same thing. */
static bool touches(const tvx_answer *denied, const tvx_answer *stated)
{
    if (!is_stated(stated) || denied->kind != stated->kind || parts_differ(denied, stated, true) ||
        tvx_calendar_apart(denied->value, stated->value))
        return false;
    return denied->kind == TVX_KIND_TEXT ? !words_differ(denied->wording, stated->wording)
                                         : share_a_point(denied, stated);
}

/* True of an `absent` that gives a value. */
static bool refutes(const tvx_answer *answer)
{
    return answer->stance == TVX_STANCE_ABSENT && !answer->denies;
}

static bool stances_contradict(const tvx_answer *a, const tvx_answer *b)
{
    static const bool CONTRADICT[5][5] = {
        [TVX_STANCE_STATED] = {[TVX_STANCE_DEFERRED] = true, [TVX_STANCE_ABSENT] = true},
        [TVX_STANCE_INCLUDED] = {[TVX_STANCE_DEFERRED] = true, [TVX_STANCE_ABSENT] = true},
        [TVX_STANCE_DEFERRED] = {[TVX_STANCE_STATED] = true, [TVX_STANCE_INCLUDED] = true},
        [TVX_STANCE_ABSENT] = {[TVX_STANCE_STATED] = true, [TVX_STANCE_INCLUDED] = true},
    };
    return CONTRADICT[a->denies ? TVX_STANCE_ABSENT : a->stance]
                     [b->denies ? TVX_STANCE_ABSENT : b->stance];
}

/* True if the two are compared by their values: a 0 is, against amounts; other denials are not. */
static bool by_value(const tvx_answer *a, const tvx_answer *b)
{
    const tvx_value *left = a->value, *right = b->value;
    if (!is_stated(a) || !is_stated(b))
        return false;
    return (!a->denies && !b->denies) ||
           (tvx_value_has_magnitude(left) && tvx_value_has_magnitude(right));
}

static bool contradict(const tvx_answer *a, const tvx_answer *b)
{
    if (words_differ(a->condition, b->condition) || (a->denies && b->denies))
        return false;
    if (refutes(a))
        return touches(a, b);
    if (refutes(b))
        return touches(b, a);
    return by_value(a, b) ? values_contradict(a, b) : stances_contradict(a, b);
}

bool tvx_answers_contradict(const tvx_answer *const *a, size_t n_a, const tvx_answer *const *b,
                            size_t n_b)
{
    for (size_t i = 0; i < n_a; i++)
        for (size_t j = 0; j < n_b; j++)
            if (contradict(a[i], b[j]))
                return true;
    return false;
}

bool tvx_alternative_denies(const tvx_alternative *alternative)
{
    return tvx_answer_denies(alternative->stance, alternative->value);
}
