#include "model/shape.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/fail.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/shape_rules.h"
#include "model/value.h"
#include "model/words.h"

/* --- members and names --- */

const tvx_member *tvx_shape_member(const tvx_shape *shape, const char *name)
{
    for (size_t i = 0; i < shape->n_members; i++)
        if (strcmp(shape->members[i].name, name) == 0)
            return &shape->members[i];
    return NULL;
}

void tvx_shape_suggest(const char *given, const char *const *names, size_t n, tvx_error *error)
{
    if (error == NULL)
        return;
    const char *nearest = tvx_text_nearest(given, names, n);
    if (nearest != NULL) {
        tvx_fail_hint(error, "did you mean '%s'?", nearest);
        return;
    }
    char all[sizeof error->hint] = "";
    size_t used = 0;
    for (size_t i = 0; i < n && used < sizeof all; i++)
        used += (size_t)snprintf(all + used, sizeof all - used, i == 0 ? "%s" : ", %s", names[i]);
    tvx_fail_hint(error, "accepted: %s", all);
}

enum { NAMES_MAX = 32 }; /* more than any shape has members */

int tvx_shape_unknown(const tvx_shape *shape, const char *name, tvx_error *error)
{
    const char *names[NAMES_MAX];
    size_t n = 0;
    for (; n < shape->n_members && n < NAMES_MAX; n++)
        names[n] = shape->members[n].name;
    int code = tvx_fail(error, TVX_EINPUT, "unknown member '%s': no %s has one", name, shape->name);
    tvx_shape_suggest(name, names, n, error);
    return code;
}

bool tvx_record_kind_from_name(const char *name, tvx_record_kind *out)
{
    for (int i = 0; i < TVX_RECORD_KINDS; i++) {
        if (strcmp(tvx_record_kind_words[i], name) == 0) {
            *out = (tvx_record_kind)i;
            return true;
        }
    }
    return false;
}

/* White space beyond ASCII, as Unicode has it; and the byte order mark, which looks like none. */
static const char *const wide_blanks[] = {
    "\xc2\xa0",     "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x80\x81", "\xe2\x80\x82",
    "\xe2\x80\x83", "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86", "\xe2\x80\x87",
    "\xe2\x80\x88", "\xe2\x80\x89", "\xe2\x80\x8a", "\xe2\x80\xa8", "\xe2\x80\xa9",
    "\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80", "\xef\xbb\xbf",
};

static bool is_blank(const char *at)
{
    if (*at == ' ' || (*at >= '\t' && *at <= '\r'))
        return true;
    for (size_t i = 0; i < sizeof wide_blanks / sizeof *wide_blanks; i++)
        if (strncmp(at, wide_blanks[i], strlen(wide_blanks[i])) == 0)
            return true;
    return false;
}

static bool is_control(const char *at)
{
    unsigned char c = (unsigned char)at[0], next = (unsigned char)at[1];
    return c < 0x20 || c == 0x7f || (c == 0xc2 && next >= 0x80 && next <= 0x9f);
}

/* What in the key no name may hold, or NULL. */
static const char *unwanted(const char *key)
{
    for (; *key != '\0'; key++) {
        if (is_blank(key))
            return "white space";
        if (is_control(key))
            return "a control character";
    }
    return NULL;
}

/* True if colons stand where the rule lets them. */
static bool colons_fit(const char *key, tvx_key_rule rule)
{
    const char *colon = strchr(key, ':');
    if (colon == NULL || rule == TVX_KEY_ANY)
        return true;
    return rule == TVX_KEY_ROW && colon != key && colon[1] != '\0' &&
           strchr(colon + 1, ':') == NULL;
}

int tvx_key_check(const char *key, tvx_key_rule rule, tvx_error *error)
{
    if (key[0] == '\0')
        return tvx_fail(error, TVX_EINPUT, "a name is empty");
    if (rule == TVX_KEY_NONE)
        return TVX_OK;
    const char *found = unwanted(key);
    if (found != NULL) {
        int code = tvx_fail(error, TVX_EINPUT, "a name may not hold %s: '%s'", found, key);
        tvx_fail_hint(error, "use '_' or '-', as in 'revenue_share' or 'us-0224'");
        return code;
    }
    if (key[0] == '-' && rule != TVX_KEY_VARIANT)
        return tvx_fail(error, TVX_EINPUT, "a name may not begin with '-': '%s'", key);
    if (colons_fit(key, rule))
        return TVX_OK;
    int code = tvx_fail(error, TVX_EINPUT, "a ':' is out of place in the name '%s'", key);
    tvx_fail_hint(error, "it stands between a term and one of its variants: 'surplus:2016'");
    return code;
}

/* --- rules between members: values --- */

static int check_when(const tvx_form_when *when, tvx_error *error)
{
    if (when == NULL || (when->by != NULL) + (when->until != NULL) + (when->starting != NULL) == 1)
        return TVX_OK;
    int code = tvx_fail(error, TVX_EINPUT, "the 'when' of a value has one date");
    tvx_fail_hint(error, "{\"by\": DATE}, {\"until\": DATE} or {\"starting\": DATE}");
    return code;
}

/* The vocabulary is not known here: the form is read under a term that accepts whatever it can.
   The term that it is really about is asked when the record is added. */
static int check_writable(const tvx_form *form, tvx_error *error)
{
    tvx_term term = {
        .key = "value", .title = "value", .n_kinds = 1, .kind_words = {&form->kind, 1}};
    if (form->text != NULL)
        term.levels = (tvx_texts){&form->text, 1};
    if (!tvx_kind_from_name(form->kind, &term.kinds[0]))
        return tvx_fail(error, TVX_EINPUT, "unknown kind '%s'", form->kind);
    tvx_arena arena = {0};
    tvx_value value;
    int code = tvx_value_from_form(&arena, &term, form, &value, error);
    tvx_arena_dispose(&arena);
    return code;
}

int tvx_check_form(void *part, tvx_error *error)
{
    const tvx_form *form = part;
    int code = check_when(form->when, error);
    if (code == TVX_OK)
        code = check_writable(form, error);
    if (code != TVX_OK && error != NULL)
        error->pointer[0] = '\0'; /* what is wrong with a value points to the whole of it */
    return code;
}

static bool is_given(const tvx_given *value)
{
    return value->text != NULL || value->form != NULL;
}

/* --- rules between members: parts of reports --- */

int tvx_check_cite(void *part, tvx_error *error)
{
    const tvx_cite *cite = part;
    if ((cite->outlet == NULL) != (cite->who == NULL))
        return TVX_OK;
    if (cite->outlet == NULL) {
        int code = tvx_fail(error, TVX_EINPUT, "a source is an outlet or somebody");
        tvx_fail_hint(error, "give it \"outlet\": \"CNN\" or \"who\": \"a Ukrainian official\"");
        return code;
    }
    int code =
        tvx_fail(error, TVX_EINPUT, "a source is an outlet or somebody, not both: '%s'", cite->who);
    tvx_fail_hint(error, "whom the outlet cites in turn goes into its own \"cites\"");
    tvx_fail_within(error, "/who");
    return code;
}

static int check_stance(tvx_claim *claim, tvx_error *error)
{
    bool given = is_given(&claim->value);
    if (given && claim->stance == TVX_STANCE_NONE)
        claim->stance = TVX_STANCE_STATED;
    if (claim->stance == TVX_STANCE_NONE) {
        int code = tvx_fail(error, TVX_EINPUT, "a claim needs a value or a stance");
        tvx_fail_hint(error, "\"value\": \"50%%\", or \"stance\": \"included\", \"absent\" or "
                             "\"deferred\"; what is not reported is no claim");
        return code;
    }
    if (!given || claim->stance == TVX_STANCE_STATED || claim->stance == TVX_STANCE_ABSENT)
        return TVX_OK;
    int code = tvx_fail(error, TVX_EINPUT, "a claim with a value cannot be '%s'",
                        tvx_stance_name(claim->stance));
    tvx_fail_hint(error, "leave one of the two out; only 'absent' goes with a value");
    tvx_fail_within(error, "/stance");
    return code;
}

int tvx_check_claim(void *part, tvx_error *error)
{
    tvx_claim *claim = part;
    int code = check_stance(claim, error);
    if (code != TVX_OK || claim->to.n == 0 || claim->stance == TVX_STANCE_DEFERRED)
        return code;
    code =
        tvx_fail(error, TVX_EINPUT, "only what is deferred has a 'to': '%s'", claim->to.items[0]);
    tvx_fail_hint(error, "add \"stance\": \"deferred\", or leave 'to' out");
    tvx_fail_within(error, "/to");
    return code;
}

int tvx_check_position(void *part, tvx_error *error)
{
    const tvx_position *position = part;
    if (!is_given(&position->value) || position->term != NULL)
        return TVX_OK;
    int code = tvx_fail(error, TVX_EINPUT, "a position with a value needs the 'term' it is of");
    tvx_fail_hint(error, "without a term, put the words into \"note\"");
    return code;
}

/* --- lists that hold each text once --- */

static int by_text_then_place(const void *a, const void *b)
{
    const char *const *x = *(const char *const *const *)a;
    const char *const *y = *(const char *const *const *)b;
    int order = strcmp(*x, *y);
    return order != 0 ? order : (x > y) - (x < y);
}

/* The place of the first text that stands before it in the list already; the list's length if
   there is none. */
static int find_repeat(const tvx_texts *texts, size_t *place, tvx_error *error)
{
    *place = texts->n;
    if (texts->n < 2)
        return TVX_OK;
    const char *const **sorted = tvx_mem_new(texts->n, sizeof *sorted);
    if (sorted == NULL)
        return tvx_fail_memory(error);
    for (size_t i = 0; i < texts->n; i++)
        sorted[i] = &texts->items[i];
    qsort(sorted, texts->n, sizeof *sorted, by_text_then_place);
    for (size_t i = 1; i < texts->n; i++) {
        size_t here = (size_t)(sorted[i] - texts->items);
        if (here < *place && strcmp(*sorted[i - 1], *sorted[i]) == 0)
            *place = here;
    }
    tvx_mem_free(sorted);
    return TVX_OK;
}

static int check_once(const tvx_texts *texts, const char *member, tvx_error *error)
{
    size_t place;
    int code = find_repeat(texts, &place, error);
    if (code != TVX_OK || place == texts->n)
        return code;
    code = tvx_fail(error, TVX_EINPUT, "'%s' stands twice in '%s'", texts->items[place], member);
    tvx_fail_within(error, "/%s/%zu", member, place);
    return code;
}

/* --- rules between members: records --- */

/* The kinds are known words, each once: there are no more than TVX_KINDS. */
static bool set_kinds(tvx_term *term)
{
    bool level = false;
    for (term->n_kinds = 0; term->n_kinds < term->kind_words.n; term->n_kinds++) {
        tvx_kind *kind = &term->kinds[term->n_kinds];
        if (!tvx_kind_from_name(term->kind_words.items[term->n_kinds], kind))
            break;
        level = level || *kind == TVX_KIND_LEVEL;
    }
    return level;
}

int tvx_check_term(void *part, tvx_error *error)
{
    tvx_term *term = part;
    int code = check_once(&term->kind_words, "kind", error);
    if (code == TVX_OK)
        code = check_once(&term->levels, "levels", error);
    if (code != TVX_OK || !set_kinds(term) || term->levels.n > 0)
        return code;
    code = tvx_fail(error, TVX_EINPUT, "a term of kind 'level' needs 'levels'");
    tvx_fail_hint(error, "lowest first: \"levels\": [\"consultations\", \"treaty guarantee\"]");
    return code;
}

enum { REPORT, DRAFT, TERM, KEYS, JUDGEMENT, ID, TARGETS };
#define BIT(target) (1U << (target))

static const char *const target_names[TARGETS] = {"report", "draft",     "term",
                                                  "keys",   "judgement", "id"};

static const struct {
    unsigned needed, allowed;
} act_targets[] = {
    [TVX_ACT_RETRACT] = {BIT(REPORT), 0},
    [TVX_ACT_DEPRECATE] = {BIT(REPORT), BIT(DRAFT) | BIT(TERM)},
    [TVX_ACT_PREFER] = {BIT(DRAFT) | BIT(TERM) | BIT(REPORT), 0},
    [TVX_ACT_ATTRIBUTE] = {BIT(REPORT) | BIT(TERM) | BIT(DRAFT), 0},
    [TVX_ACT_SAME_DRAFT] = {BIT(KEYS), 0},
    [TVX_ACT_WITHDRAW] = {BIT(JUDGEMENT), 0},
    [TVX_ACT_FORGET] = {BIT(ID), 0},
};

static int check_targets(tvx_act act, const bool given[TARGETS], tvx_error *error)
{
    for (unsigned i = 0; i < TARGETS; i++) {
        if (!given[i] && (act_targets[act].needed & BIT(i)) != 0)
            return tvx_fail(error, TVX_EINPUT, "the act '%s' needs '%s'", tvx_act_name(act),
                            target_names[i]);
        if (!given[i] || ((act_targets[act].needed | act_targets[act].allowed) & BIT(i)) != 0)
            continue;
        int code = tvx_fail(error, TVX_EINPUT, "the act '%s' has no '%s'", tvx_act_name(act),
                            target_names[i]);
        tvx_fail_within(error, "/%s", target_names[i]);
        return code;
    }
    return TVX_OK;
}

int tvx_check_judgement(void *part, tvx_error *error)
{
    const tvx_judgement *judgement = part;
    const bool given[TARGETS] = {
        [REPORT] = judgement->report != NULL,       [DRAFT] = judgement->draft != NULL,
        [TERM] = judgement->term != NULL,           [KEYS] = judgement->keys.items != NULL,
        [JUDGEMENT] = judgement->judgement != NULL, [ID] = judgement->id != NULL,
    };
    int code = check_targets(judgement->act, given, error);
    if (code != TVX_OK || !given[KEYS])
        return code;
    if (judgement->keys.n >= 2)
        return check_once(&judgement->keys, "keys", error);
    code = tvx_fail(error, TVX_EINPUT, "'same_draft' needs two keys at least");
    tvx_fail_hint(error, "\"keys\": [\"us-0224\", \"us-0225\"]; it is shown under the first");
    tvx_fail_within(error, "/keys");
    return code;
}
