/* Where reports disagree otherwise than by their claims. */
#include "diff/disagree.h"

#include <stdint.h>
#include <string.h>

#include "base/fail.h"
#include "diff/alternatives.h"
#include "diff/compare_parts.h"
#include "diff/reading.h"

/* What the readings make, as far as what a report tells can be held against it; sets of them. */
enum made {
    ADDED = 1 << 0,
    SETTLED = 1 << 1,
    SPECIFIED = 1 << 2,
    REMOVED = 1 << 3,
    DROPPED = 1 << 4,
    PUT_OFF = 1 << 5,   /* deferred after it was there */
    STILL_OUT = 1 << 6, /* deferred after it was absent */
    UNSPECIFIED = 1 << 7,
    RAISED = 1 << 8,
    LOWERED = 1 << 9,
    LATER = 1 << 10,
    EARLIER = 1 << 11,
    TIGHTENED = 1 << 12,
    LOOSENED = 1 << 13,
    SHIFTED = 1 << 14,
    WIDENED = 1 << 15,
    NARROWED = 1 << 16,
    RESCOPED = 1 << 17,
    RESCHEDULED = 1 << 18,
    REWORDED = 1 << 19,
    SAME_OUT = 1 << 20,   /* it is in neither draft */
    SAME_IN = 1 << 21,    /* it is in both, with what content is open */
    SAME_VALUE = 1 << 22, /* both have one value */

    CAME = ADDED | SETTLED,
    GONE = REMOVED | DROPPED | PUT_OFF | STILL_OUT,
    OTHER_VALUE = RAISED | LOWERED | LATER | EARLIER | TIGHTENED | LOOSENED | SHIFTED | WIDENED |
                  NARROWED | RESCOPED | RESCHEDULED | REWORDED,
    SAME = SAME_OUT | SAME_IN | SAME_VALUE,
    /* where the term is in the later draft; where it is not in one of the two */
    THERE = CAME | SPECIFIED | UNSPECIFIED | OTHER_VALUE | SAME_IN | SAME_VALUE,
    NOT_IN_BOTH = CAME | GONE | SAME_OUT
};

/* When one value in both drafts belies what is told: always, or if the values say as much. */
typedef enum same_if { ALWAYS, IF_TAGS, IF_TIME, IF_WORDING } same_if;

/*
 * What the readings may not make if a report is right.
 *
 * - In the text (stated, included) and not (absent, deferred) contradict each other, before as
 *   after; included and stated do not, nor do absent and deferred: section 5.
 * - Who first hears of a term that came in says added, settled and specified for one another; who
 *   misses one, removed, dropped and deferred.
 * - Up is not down: raised, later; lowered, earlier. A range that is tightened, loosened or shifted
 *   may be said to go either way, for its bounds may be the reports'. Where the amount is the same
 *   and of more, it is not lowered; of less, not raised.
 * - Tags, times and words may have changed beside what the readings name, or where they say nothing
 *   of them.
 * - What was tightened or loosened may be the same: one value lies within the other.
 * - first_reported, not_reported, incomparable, retold and unclear tell of what is known, not of
 *   the text: nothing belies them.
 */
typedef struct rule {
    uint32_t belied_by;
    same_if same; /* of SAME_VALUE */
} rule;

static const rule RULES[TVX_CHANGE_NAMES] = {
    [TVX_CHANGE_ADDED] = {GONE | UNSPECIFIED | OTHER_VALUE | SAME, ALWAYS},
    [TVX_CHANGE_SETTLED] = {GONE | UNSPECIFIED | OTHER_VALUE | SAME, ALWAYS},
    [TVX_CHANGE_SPECIFIED] = {GONE | UNSPECIFIED | SAME_OUT | SAME_VALUE, ALWAYS},
    [TVX_CHANGE_REMOVED] = {THERE | SAME_OUT, ALWAYS},
    [TVX_CHANGE_DROPPED] = {THERE, ALWAYS},
    [TVX_CHANGE_DEFERRED] = {THERE, ALWAYS},
    [TVX_CHANGE_UNSPECIFIED] = {NOT_IN_BOTH | SPECIFIED | OTHER_VALUE | SAME_VALUE, ALWAYS},
    [TVX_CHANGE_RAISED] = {NOT_IN_BOTH | LOWERED | EARLIER | NARROWED | SAME_VALUE, ALWAYS},
    [TVX_CHANGE_LOWERED] = {NOT_IN_BOTH | RAISED | LATER | WIDENED | SAME_VALUE, ALWAYS},
    [TVX_CHANGE_LATER] = {NOT_IN_BOTH | LOWERED | EARLIER | SAME_VALUE, IF_TIME},
    [TVX_CHANGE_EARLIER] = {NOT_IN_BOTH | RAISED | LATER | SAME_VALUE, IF_TIME},
    [TVX_CHANGE_TIGHTENED] = {NOT_IN_BOTH | LOOSENED | SAME_VALUE, ALWAYS},
    [TVX_CHANGE_LOOSENED] = {NOT_IN_BOTH | TIGHTENED | SAME_VALUE, ALWAYS},
    [TVX_CHANGE_SHIFTED] = {NOT_IN_BOTH | SAME_VALUE, ALWAYS},
    [TVX_CHANGE_WIDENED] = {NOT_IN_BOTH | NARROWED | SAME_VALUE, IF_TAGS},
    [TVX_CHANGE_NARROWED] = {NOT_IN_BOTH | WIDENED | SAME_VALUE, IF_TAGS},
    [TVX_CHANGE_RESCOPED] = {NOT_IN_BOTH | SAME_VALUE, IF_TAGS},
    [TVX_CHANGE_RESCHEDULED] = {NOT_IN_BOTH | SAME_VALUE, IF_TIME},
    [TVX_CHANGE_REWORDED] = {NOT_IN_BOTH | SAME_VALUE, IF_WORDING},
    [TVX_CHANGE_SAME] = {CAME | REMOVED | PUT_OFF | (OTHER_VALUE & ~(TIGHTENED | LOOSENED)),
                         ALWAYS},
};

/* Where a term is: not in a draft, in it, in it with its content; sets of these. */
enum place { OUT = 1, IN = 2, STATED = 4 };

static unsigned place_of(const tvx_alternative *alternative)
{
    bool out = alternative->stance == TVX_STANCE_ABSENT ||
               alternative->stance == TVX_STANCE_DEFERRED || tvx_alternative_denies(alternative);
    return out ? OUT : alternative->stance == TVX_STANCE_STATED ? STATED : IN;
}

/* Of all answers that a reading speaks through. */
static unsigned places_of(const tvx_reading *reading)
{
    unsigned found = 0;
    for (size_t i = 0; i < reading->n_alternatives; i++)
        if (reading->alternatives[i].side)
            found |= place_of(&reading->alternatives[i]);
    return found;
}

/* True if some side says but what is not there: anything else may be. */
static bool refutes(const tvx_reading *reading)
{
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *alternative = &reading->alternatives[i];
        if (alternative->side && alternative->stance == TVX_STANCE_ABSENT &&
            alternative->value != NULL)
            return true;
    }
    return false;
}

/* True if some side says that there is nothing of an amount. */
static bool is_nothing(const tvx_reading *reading)
{
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *alternative = &reading->alternatives[i];
        if (alternative->side && alternative->stance == TVX_STANCE_STATED &&
            tvx_alternative_denies(alternative))
            return true;
    }
    return false;
}

/* Two brackets of the same sides, which do not say which of them holds in which draft. */
static uint32_t same_sides(unsigned sides)
{
    if (sides == OUT)
        return SAME_OUT;
    return (sides & OUT) == 0 ? SAME_IN : 0;
}

/* What may be the same in both drafts: what sides of both have in common. */
static uint32_t same_of(const tvx_change *change)
{
    unsigned common = places_of(change->from) & places_of(change->to);
    if (change->name == TVX_CHANGE_SAME && change->contested)
        return same_sides(common);
    return ((common & OUT) != 0 ? (uint32_t)SAME_OUT : 0) |
           ((common & IN) != 0 ? (uint32_t)SAME_IN : 0) |
           ((common & STATED) != 0 ? (uint32_t)SAME_VALUE : 0);
}

static uint32_t deferred_of(const tvx_change *change)
{
    unsigned from = places_of(change->from);
    return ((from & OUT) != 0 ? (uint32_t)STILL_OUT : 0) |
           ((from & (IN | STATED)) != 0 ? (uint32_t)PUT_OFF : 0);
}

/* What a change of this name may be here; none: it leaves all open. */
static uint32_t made_of(const tvx_change *change, tvx_change_name name)
{
    static const uint32_t MADE[TVX_CHANGE_NAMES] = {
        [TVX_CHANGE_ADDED] = ADDED,
        [TVX_CHANGE_SETTLED] = SETTLED,
        [TVX_CHANGE_SPECIFIED] = SPECIFIED,
        [TVX_CHANGE_REMOVED] = REMOVED,
        [TVX_CHANGE_DROPPED] = DROPPED,
        [TVX_CHANGE_UNSPECIFIED] = UNSPECIFIED,
        [TVX_CHANGE_RAISED] = RAISED,
        [TVX_CHANGE_LOWERED] = LOWERED,
        [TVX_CHANGE_LATER] = LATER,
        [TVX_CHANGE_EARLIER] = EARLIER,
        [TVX_CHANGE_TIGHTENED] = TIGHTENED,
        [TVX_CHANGE_LOOSENED] = LOOSENED,
        [TVX_CHANGE_SHIFTED] = SHIFTED,
        [TVX_CHANGE_WIDENED] = WIDENED,
        [TVX_CHANGE_NARROWED] = NARROWED,
        [TVX_CHANGE_RESCOPED] = RESCOPED,
        [TVX_CHANGE_RESCHEDULED] = RESCHEDULED,
        [TVX_CHANGE_REWORDED] = REWORDED,
        [TVX_CHANGE_INCOMPARABLE] = SAME_IN,
        [TVX_CHANGE_RETOLD] = SAME_IN,
    };
    if (name == TVX_CHANGE_SAME)
        return same_of(change);
    if (name == TVX_CHANGE_DEFERRED)
        return deferred_of(change);
    uint32_t made = MADE[name];
    /* An amount of 0 is compared with amounts, and says all the same that nothing is there. */
    bool moved = (made & (RAISED | LOWERED)) != 0;
    if (moved && is_nothing(change->from))
        made |= ADDED;
    if (moved && is_nothing(change->to))
        made |= REMOVED;
    return made;
}

static bool says_time(const tvx_value *value, const tvx_value *other)
{
    return value->kind == TVX_KIND_DATE || value->kind == TVX_KIND_DURATION ||
           (value->when != TVX_WHEN_NONE && other->when != TVX_WHEN_NONE) ||
           (value->over != NULL && other->over != NULL);
}

static bool says_enough(same_if enough, const tvx_term *term, const tvx_value *from,
                        const tvx_value *to)
{
    if (enough == IF_TAGS)
        return tvx_tags_compare(term, from, to).comparable;
    if (enough == IF_TIME)
        return says_time(from, to);
    return enough == ALWAYS || from->kind == TVX_KIND_TEXT;
}

/* Whether all values that the two readings speak through say enough. */
static bool all_say_enough(same_if enough, const tvx_change *change)
{
    const tvx_reading *from = change->from, *to = change->to;
    for (size_t i = 0; i < from->n_alternatives; i++)
        for (size_t k = 0; k < to->n_alternatives; k++) {
            const tvx_alternative *before = &from->alternatives[i], *after = &to->alternatives[k];
            if (before->side && after->side && before->value != NULL && after->value != NULL &&
                !says_enough(enough, from->row->term, before->value, after->value))
                return false;
        }
    return true;
}

static bool is_belied(tvx_change_name told, const tvx_change *change, tvx_change_name name)
{
    uint32_t made = made_of(change, name);
    return made != 0 && (made & ~RULES[told].belied_by) == 0 &&
           (made != SAME_VALUE || all_say_enough(RULES[told].same, change));
}

bool tvx_change_disagrees(tvx_change_name told, const tvx_change *derived)
{
    if (derived->from == NULL || derived->to == NULL || refutes(derived->from) ||
        refutes(derived->to))
        return false;
    if (derived->name != TVX_CHANGE_UNCLEAR)
        return is_belied(told, derived, derived->name);
    for (size_t i = 0; i < derived->n_possible; i++)
        if (!is_belied(told, derived, derived->possible[i]))
            return false;
    return true;
}

/* --- a value that is told --- */

/* What is told and what the sides of a reading say, as answers on one line. */
typedef struct hearing {
    size_t n_told, n; /* of all, what is told first */
    tvx_answer *answers;
    struct voices {
        const tvx_answer **items;
        size_t n;
    } * sides;
    size_t n_sides;
} hearing;

static size_t count_claims(const tvx_reading *reading)
{
    size_t n = 0;
    for (size_t i = 0; i < reading->n_alternatives; i++)
        if (reading->alternatives[i].side)
            n += reading->alternatives[i].n_claims;
    return n;
}

static int make_answers(hearing *h, tvx_arena *arena, const tvx_reading *reading,
                        const tvx_evidence *told, tvx_error *error)
{
    const tvx_evidence **all = tvx_arena_new(arena, h->n, sizeof(const tvx_evidence *));
    size_t n = 0;
    if (all == NULL)
        return tvx_fail_memory(error);
    for (; n < h->n_told; n++)
        all[n] = &told[n];
    for (size_t i = 0; i < reading->n_alternatives; i++)
        for (size_t j = 0; reading->alternatives[i].side && j < reading->alternatives[i].n_claims;
             j++)
            all[n++] = reading->alternatives[i].claims[j];
    return tvx_answers_make(&h->answers, arena, reading->row->term, all, n, error);
}

/* The different answers of each side. */
static int make_sides(hearing *h, tvx_arena *arena, const tvx_reading *reading, tvx_error *error)
{
    const tvx_answer **items = tvx_arena_new(arena, h->n, sizeof(const tvx_answer *));
    const tvx_answer *next = h->answers + h->n_told;
    h->sides = tvx_arena_new(arena, reading->n_alternatives, sizeof *h->sides);
    if (items == NULL || h->sides == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        size_t n = reading->alternatives[i].n_claims;
        if (!reading->alternatives[i].side)
            continue;
        for (size_t j = 0; j < n; j++)
            items[j] = next++;
        h->sides[h->n_sides++] = (struct voices){items, tvx_answers_voices(items, n)};
        items += n;
    }
    return TVX_OK;
}

static bool contradicts_all(const hearing *h, const tvx_answer *told)
{
    for (size_t i = 0; i < h->n_sides; i++)
        if (!tvx_answers_contradict(&told, 1, h->sides[i].items, h->sides[i].n))
            return false;
    return h->n_sides > 0;
}

int tvx_told_contradicts(bool *out, tvx_arena *arena, const tvx_reading *reading,
                         const tvx_evidence *told, size_t n, tvx_error *error)
{
    hearing h = {.n_told = n, .n = n + count_claims(reading)};
    int code = make_answers(&h, arena, reading, told, error);
    if (code == TVX_OK)
        code = make_sides(&h, arena, reading, error);
    for (size_t i = 0; i < n && code == TVX_OK; i++)
        out[i] = contradicts_all(&h, &h.answers[i]);
    return code;
}

/* --- what is said of a draft --- */

static bool lies_within(const tvx_date *a, const tvx_date *b)
{
    return b->wide_earliest <= a->wide_earliest && a->wide_latest <= b->wide_latest;
}

bool tvx_dates_disagree(const tvx_date *a, const tvx_date *b)
{
    if (a->text == NULL || b->text == NULL)
        return false;
    return !lies_within(a, b) && !lies_within(b, a);
}

bool tvx_parties_disagree(const tvx_texts *a, const tvx_texts *b)
{
    bool same = a->n == b->n;
    if (a->n == 0 || b->n == 0)
        return false;
    for (size_t i = 0; i < a->n && same; i++)
        same = strcmp(a->items[i], b->items[i]) == 0;
    return !same;
}
