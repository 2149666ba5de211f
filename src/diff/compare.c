/* Changes: the table of section 6, and which answers of two readings are held against each other.
 */
#include "diff/compare.h"

#include "base/fail.h"
#include "diff/compare_parts.h"

/* Rows and columns of the table. */
typedef enum cell { SILENT, ABSENT, DEFERRED, INCLUDED, STATED, CELLS } cell;

/* The 0 in its last corner: the values are compared. */
static const tvx_change_name TABLE[CELLS][CELLS] = {
    [SILENT] = {[ABSENT] = TVX_CHANGE_FIRST_REPORTED,
                [DEFERRED] = TVX_CHANGE_FIRST_REPORTED,
                [INCLUDED] = TVX_CHANGE_FIRST_REPORTED,
                [STATED] = TVX_CHANGE_FIRST_REPORTED},
    [ABSENT] = {[SILENT] = TVX_CHANGE_NOT_REPORTED,
                [ABSENT] = TVX_CHANGE_SAME,
                [DEFERRED] = TVX_CHANGE_DEFERRED,
                [INCLUDED] = TVX_CHANGE_ADDED,
                [STATED] = TVX_CHANGE_ADDED},
    [DEFERRED] = {[SILENT] = TVX_CHANGE_NOT_REPORTED,
                  [ABSENT] = TVX_CHANGE_DROPPED,
                  [DEFERRED] = TVX_CHANGE_SAME,
                  [INCLUDED] = TVX_CHANGE_SETTLED,
                  [STATED] = TVX_CHANGE_SETTLED},
    [INCLUDED] = {[SILENT] = TVX_CHANGE_NOT_REPORTED,
                  [ABSENT] = TVX_CHANGE_REMOVED,
                  [DEFERRED] = TVX_CHANGE_DEFERRED,
                  [INCLUDED] = TVX_CHANGE_SAME,
                  [STATED] = TVX_CHANGE_SPECIFIED},
    [STATED] = {[SILENT] = TVX_CHANGE_NOT_REPORTED,
                [ABSENT] = TVX_CHANGE_REMOVED,
                [DEFERRED] = TVX_CHANGE_DEFERRED,
                [INCLUDED] = TVX_CHANGE_UNSPECIFIED},
};

static bool is_amount(const tvx_saying *saying)
{
    return saying != NULL && saying->stated && tvx_value_has_magnitude(saying->value);
}

/*
 * Whether the denial of a value touches an answer; if not, it is silence against it. A `no` or a 0
 * says that nothing is there: it is no value that a denial could take away.
 */
static bool touches(const tvx_term *term, const tvx_saying *denial, const tvx_saying *other)
{
    if (other == NULL)
        return true;
    if (other->refutes)
        return tvx_values_alike(term, denial, other);
    return other->stated && !other->denies && tvx_values_overlap(term, denial, other);
}

/* What an answer counts as against another. */
static cell cell_of(const tvx_term *term, const tvx_saying *one, const tvx_saying *other)
{
    static const cell CELL_OF[] = {
        [TVX_STANCE_STATED] = STATED,
        [TVX_STANCE_INCLUDED] = INCLUDED,
        [TVX_STANCE_DEFERRED] = DEFERRED,
        [TVX_STANCE_ABSENT] = ABSENT,
    };
    if (one == NULL)
        return SILENT;
    if (one->refutes)
        return touches(term, one, other) ? ABSENT : SILENT;
    if (one->denies)
        return is_amount(one) && is_amount(other) ? STATED : ABSENT;
    return CELL_OF[one->alternative->stance];
}

static int direction_of(tvx_change_name name, cell from)
{
    static const signed char DIRECTIONS[TVX_CHANGE_NAMES] = {
        [TVX_CHANGE_RAISED] = 1,    [TVX_CHANGE_LATER] = 1,    [TVX_CHANGE_WIDENED] = 1,
        [TVX_CHANGE_ADDED] = 1,     [TVX_CHANGE_LOWERED] = -1, [TVX_CHANGE_EARLIER] = -1,
        [TVX_CHANGE_NARROWED] = -1, [TVX_CHANGE_REMOVED] = -1,
    };
    if (name == TVX_CHANGE_DEFERRED)
        return from == INCLUDED || from == STATED ? -1 : 0;
    return DIRECTIONS[name];
}

tvx_verdict tvx_pair_judge(const tvx_term *term, const tvx_saying *from, const tvx_saying *to)
{
    tvx_verdict verdict = {.because = TVX_BECAUSE_NONE};
    cell before = cell_of(term, from, to);
    cell after = cell_of(term, to, before == SILENT ? NULL : from);
    verdict.name = before == STATED && after == STATED
                       ? tvx_values_compare(&verdict.because, term, from, to)
                       : TABLE[before][after];
    verdict.direction = direction_of(verdict.name, before);
    return verdict;
}

bool tvx_pair_applies(const tvx_verdict *verdict)
{
    return verdict->name != TVX_CHANGE_FIRST_REPORTED && verdict->name != TVX_CHANGE_NOT_REPORTED;
}

static bool is_silent(const tvx_reading *reading)
{
    return reading == NULL || reading->status == TVX_STATUS_SILENT;
}

static bool is_bracketed(const tvx_reading *reading)
{
    return reading != NULL && reading->status == TVX_STATUS_BRACKETED;
}

static const tvx_alternative *first_of(const tvx_reading *reading, tvx_kind kind)
{
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *alternative = &reading->alternatives[i];
        if (alternative->stance == TVX_STANCE_STATED && alternative->value->kind == kind)
            return alternative;
    }
    return NULL;
}

/* The answers of two settled readings that are compared. */
static void choose_pair(tvx_saying pair[2], const tvx_reading *from, const tvx_reading *to)
{
    const tvx_term *term = from->row->term;
    const tvx_alternative *before = from->alternatives, *after = to->alternatives;
    if (before->stance == TVX_STANCE_STATED && after->stance == TVX_STANCE_STATED)
        for (size_t i = 0; i < term->n_kinds; i++) {
            const tvx_alternative *one = first_of(from, term->kinds[i]);
            const tvx_alternative *other = first_of(to, term->kinds[i]);
            if (one != NULL && other != NULL) {
                before = one;
                after = other;
                break;
            }
        }
    tvx_saying_make(&pair[0], term, before);
    tvx_saying_make(&pair[1], term, after);
}

static int compare_settled(tvx_change *out, int *direction, tvx_arena *arena,
                           const tvx_reading *from, const tvx_reading *to, tvx_error *error)
{
    const tvx_term *term = from->row->term;
    tvx_saying pair[2];
    choose_pair(pair, from, to);
    tvx_verdict verdict = tvx_pair_judge(term, &pair[0], &pair[1]);
    out->name = verdict.name;
    out->because = verdict.because;
    *direction = verdict.direction;
    if (!tvx_pair_applies(&verdict))
        return TVX_OK;
    int rc = tvx_facets_make(out, arena, term, &pair[0], &pair[1], verdict.because, error);
    if (rc == TVX_OK && out->name == TVX_CHANGE_REWORDED)
        rc = tvx_facets_redline(out, arena, &pair[0], &pair[1], error);
    return rc;
}

/* The party that gains. */
static const char *toward_of(const tvx_vocabulary *vocabulary, const tvx_term *term, int direction)
{
    if (term->favours == NULL || direction == 0)
        return NULL;
    return direction > 0 ? term->favours : tvx_vocabulary_other_party(vocabulary, term->favours);
}

int tvx_compare(tvx_change *out, tvx_arena *arena, const tvx_vocabulary *vocabulary,
                const tvx_reading *from, const tvx_reading *to, tvx_error *error)
{
    *out = (tvx_change){
        .contested = is_bracketed(from) || is_bracketed(to),
        .from = is_silent(from) ? NULL : from,
        .to = is_silent(to) ? NULL : to,
    };
    const tvx_reading *some = from != NULL ? from : to;
    out->row = some != NULL ? some->row : NULL;
    if (out->from == NULL || out->to == NULL) {
        out->name = TABLE[out->from == NULL ? SILENT : STATED][out->to == NULL ? SILENT : STATED];
        return TVX_OK;
    }
    const tvx_term *term = from->row->term;
    int direction;
    int rc = out->contested ? tvx_contested_compare(out, &direction, arena, term, from, to, error)
                            : compare_settled(out, &direction, arena, from, to, error);
    if (rc == TVX_OK)
        out->toward = toward_of(vocabulary, term, direction);
    return rc;
}

/* True if some side of `to` can be compared with one answer. */
static bool meets(const tvx_term *term, const tvx_saying *one, const tvx_reading *to)
{
    for (size_t i = 0; i < to->n_alternatives; i++) {
        if (!to->alternatives[i].side)
            continue;
        tvx_saying other;
        tvx_saying_make(&other, term, &to->alternatives[i]);
        tvx_verdict verdict = tvx_pair_judge(term, one, &other);
        if (tvx_pair_applies(&verdict))
            return true;
    }
    return false;
}

bool tvx_compare_applies(const tvx_reading *from, const tvx_reading *to)
{
    if (is_silent(from) || is_silent(to))
        return false;
    const tvx_term *term = from->row->term;
    /* Of settled readings the leads will do: where others are compared, all of them are stated. */
    for (size_t i = 0; i < from->n_alternatives; i++) {
        tvx_saying one;
        tvx_saying_make(&one, term, &from->alternatives[i]);
        if (from->alternatives[i].side && meets(term, &one, to))
            return true;
    }
    return false;
}
