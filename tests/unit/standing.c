/*
 * Which claims count (section 2 of the design): cases worked out by hand, each with the judgements
 * in several orders; and the rule said naively, on random judgements.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "limited.h"
#include "standing_cases.h"
#include "standing_rulings.h"

static uint64_t draw(uint64_t *seed, uint64_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (*seed >> 33) % below;
}

static void shuffle(tvx_ruling *rulings, size_t n, uint64_t *seed)
{
    for (size_t i = n; i > 1; i--) {
        size_t k = draw(seed, i);
        tvx_ruling kept = rulings[i - 1];
        rulings[i - 1] = rulings[k];
        rulings[k] = kept;
    }
}

/* "QUESTION = ANSWER" lines with the answers given. */
static void answer_all(tvx_buf *out, docket *d, const tvx_standing *standing, const char *questions)
{
    tvx_buf_clear(out);
    while (*questions != '\0') {
        const char *line = next_word(&d->arena, &questions, "\n");
        const char *question = next_word(&d->arena, &line, "=");
        tvx_buf_format(out, "%s= ", question);
        answer(out, standing, question);
        if (*questions != '\0')
            tvx_buf_char(out, '\n');
    }
}

static void check_case(const standing_case *c)
{
    docket d;
    tvx_buf text = {0};
    uint64_t seed = 20250221;
    read_docket(&d, c->rulings);
    for (size_t k = 0; k < 6; k++) {
        tvx_standing standing;
        assert_int_equal(
            tvx_standing_make(&standing, &d.arena, d.rulings, d.n, latest_of(c->known_by), NULL),
            TVX_OK);
        answer_all(&text, &d, &standing, c->questions);
        if (strcmp(tvx_buf_string(&text), c->questions) != 0)
            fail_msg("%s:\n%s\nnot:\n%s", c->rule, tvx_buf_string(&text), c->questions);
        shuffle(d.rulings, d.n, &seed);
    }
    tvx_buf_dispose(&text);
    tvx_arena_dispose(&d.arena);
}

#define CHECK_ALL(cases)                                                                           \
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases)[0]; i++)                                  \
    check_case(&(cases)[i])

static void judgements_are_in_effect_from_their_date_on(void **state)
{
    (void)state;
    CHECK_ALL(EFFECT);
}

static void judgements_set_claims_aside(void **state)
{
    (void)state;
    CHECK_ALL(ASIDE);
}

static void where_two_collide_the_later_one_holds(void **state)
{
    (void)state;
    CHECK_ALL(COLLISIONS);
}

static void drafts_are_made_one(void **state)
{
    (void)state;
    CHECK_ALL(SAME_DRAFTS);
}

static void what_is_set_aside_or_updated_does_not_count(void **state)
{
    (void)state;
    const tvx_ruling ruling = {.id = "j"};
    assert_true(tvx_evidence_counts(&(tvx_evidence){.report = "r"}));
    assert_true(tvx_evidence_counts(&(tvx_evidence){.report = "r", .attributed = &ruling}));
    assert_false(tvx_evidence_counts(&(tvx_evidence){.report = "r", .set_aside = &ruling}));
    assert_false(tvx_evidence_counts(&(tvx_evidence){.report = "r", .updated = "s"}));
}

/* --- drafts filled in --- */

static void read_record_member(tvx_draft *draft, tvx_arena *arena, const char *text)
{
    const char *name = next_word(arena, &text, "=");
    const char **const words[] = {&draft->title, &draft->url, &draft->note, &draft->amends};
    static const char *const WORDS[] = {"title", "url", "note", "amends"};
    tvx_texts *const lists[] = {&draft->by, &draft->follows, &draft->maybe_same_as};
    static const char *const LISTS[] = {"by", "follows", "maybe"};
    for (size_t i = 0; i < 4; i++)
        if (strcmp(name, WORDS[i]) == 0)
            *words[i] = text;
    for (size_t i = 0; i < 3; i++)
        if (strcmp(name, LISTS[i]) == 0)
            *lists[i] = read_list(arena, text);
    draft->starts_line = draft->starts_line || strcmp(name, "follows") == 0;
    if (strcmp(name, "dated") == 0)
        assert_int_equal(tvx_date_parse(&draft->dated, text, NULL), TVX_OK);
    if (strcmp(name, "presented") == 0)
        assert_int_equal(tvx_date_parse(&draft->presented, text, NULL), TVX_OK);
}

static size_t read_records(const tvx_draft **out, tvx_arena *arena, const char *lines)
{
    size_t n = 0;
    for (; *lines != '\0'; n++) {
        const char *line = next_word(arena, &lines, "\n");
        tvx_draft *draft = tvx_arena_new(arena, 1, sizeof *draft);
        assert_non_null(draft);
        draft->key = next_word(arena, &line, " ");
        while (*line != '\0')
            read_record_member(draft, arena, next_word(arena, &line, " "));
        out[n] = draft;
    }
    return n;
}

static void put_word(tvx_buf *out, const char *name, const char *word)
{
    if (word != NULL)
        tvx_buf_format(out, " %s=%s", name, word);
}

static void put_list(tvx_buf *out, const char *name, const tvx_texts *list, bool given)
{
    if (given)
        tvx_buf_format(out, " %s=", name);
    for (size_t i = 0; i < list->n; i++)
        tvx_buf_format(out, "%s%s", i > 0 ? "," : "", list->items[i]);
}

static void put_record(tvx_buf *out, const tvx_draft *draft)
{
    tvx_buf_clear(out);
    tvx_buf_text(out, draft->key);
    put_word(out, "title", draft->title);
    put_word(out, "dated", draft->dated.text);
    put_word(out, "presented", draft->presented.text);
    put_list(out, "by", &draft->by, draft->by.n > 0);
    put_list(out, "follows", &draft->follows, draft->starts_line);
    put_word(out, "amends", draft->amends);
    put_list(out, "maybe", &draft->maybe_same_as, draft->maybe_same_as.n > 0);
    put_word(out, "url", draft->url);
    put_word(out, "note", draft->note);
}

static void check_fill(const fill_case *c)
{
    docket d;
    tvx_standing standing;
    tvx_buf text = {0};
    const tvx_draft *records[MAX_RULINGS];
    read_docket(&d, c->acts);
    size_t n = read_records(records, &d.arena, c->records);
    assert_int_equal(tvx_standing_make(&standing, &d.arena, d.rulings, d.n, INT64_MAX, NULL),
                     TVX_OK);
    for (size_t k = 0; k < n; k++) {
        tvx_draft filled;
        const tvx_draft *first = records[0];
        assert_int_equal(tvx_same_fill(&filled, &d.arena, &standing.same, records, n, NULL),
                         TVX_OK);
        put_record(&text, &filled);
        if (strcmp(tvx_buf_string(&text), c->filled) != 0)
            fail_msg("%s: '%s', not '%s'", c->rule, tvx_buf_string(&text), c->filled);
        memmove(records, records + 1, (n - 1) * sizeof(const tvx_draft *));
        records[n - 1] = first;
    }
    tvx_buf_dispose(&text);
    tvx_arena_dispose(&d.arena);
}

static void one_draft_is_filled_in_from_the_others(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof FILLS / sizeof *FILLS; i++)
        check_fill(&FILLS[i]);
}

/* --- the rule said naively --- */

enum { KEYS = 6, RANDOM_RULINGS = 12, STORIES = 4000 };

typedef struct naive {
    const docket *d;
    int64_t known;
    const char *shown[KEYS]; /* by key: a to f */
} naive;

static bool is_known(const naive *v, const tvx_ruling *ruling)
{
    return ruling->judgement->dated.wide_latest <= v->known;
}

/* Ids are such that a judgement can only name one that was made before it. */
static bool in_effect(const naive *v, const tvx_ruling *ruling)
{
    bool held = is_known(v, ruling);
    for (size_t i = 0; i < v->d->n && held; i++) {
        const tvx_ruling *other = &v->d->rulings[i];
        if (other->judgement->act == TVX_ACT_WITHDRAW &&
            strcmp(other->judgement->judgement, ruling->id) == 0)
            held = !in_effect(v, other);
    }
    return held;
}

static bool holds_over(const tvx_ruling *a, const tvx_ruling *b)
{
    const tvx_date *left = &a->judgement->dated, *right = &b->judgement->dated;
    if (left->latest != right->latest)
        return left->latest > right->latest;
    if (left->earliest != right->earliest)
        return left->earliest > right->earliest;
    return strcmp(a->id, b->id) < 0;
}

static bool names_key(const tvx_ruling *ruling, char key)
{
    for (size_t i = 0; i < ruling->judgement->keys.n; i++)
        if (ruling->judgement->keys.items[i][0] == key)
            return true;
    return false;
}

static void spread(bool set[KEYS], const tvx_ruling *act)
{
    bool touches = false;
    for (size_t k = 0; k < KEYS; k++)
        touches = touches || (set[k] && names_key(act, (char)('a' + k)));
    for (size_t k = 0; k < KEYS && touches; k++)
        set[k] = set[k] || names_key(act, (char)('a' + k));
}

/* The draft that a key is shown as: all that acts lead to, until nothing more comes in. */
static const char *naive_shown(const naive *v, size_t key, const char *alone)
{
    bool set[KEYS] = {false};
    const tvx_ruling *best = NULL;
    size_t members = 0;
    set[key] = true;
    for (size_t round = 0; round < KEYS; round++)
        for (size_t i = 0; i < v->d->n; i++)
            if (in_effect(v, &v->d->rulings[i]))
                spread(set, &v->d->rulings[i]);
    for (size_t i = 0; i < v->d->n; i++) {
        const tvx_ruling *act = &v->d->rulings[i];
        bool of_set = act->judgement->keys.n > 0 && in_effect(v, act) &&
                      set[act->judgement->keys.items[0][0] - 'a'];
        if (of_set && (best == NULL || holds_over(act, best)))
            best = act;
    }
    for (size_t k = 0; k < KEYS; k++)
        members += set[k];
    return members > 1 ? best->judgement->keys.items[0] : alone;
}

static const char *shown_as(const naive *v, const char *draft)
{
    return v->shown[draft[0] - 'a'];
}

static bool covers_term(const char *judged, const char *term)
{
    size_t n = judged != NULL ? strlen(judged) : 0;
    return judged == NULL || strcmp(judged, term) == 0 ||
           (strncmp(judged, term, n) == 0 && term[n] == ':');
}

/* Whether a judgement of an act is what a question asks for; row: exactly that term. */
static bool is_sought(const naive *v, const tvx_ruling *ruling, tvx_act act, const char *report,
                      const char *draft, const char *term)
{
    const tvx_judgement *j = ruling->judgement;
    if (j->act != act || !in_effect(v, ruling))
        return false;
    if (act == TVX_ACT_PREFER)
        return strcmp(shown_as(v, j->draft), shown_as(v, draft)) == 0 && strcmp(j->term, term) == 0;
    if (ruling->report == NULL || strcmp(ruling->report, report) != 0)
        return false;
    if (act == TVX_ACT_RETRACT)
        return true;
    if (act == TVX_ACT_DEPRECATE && j->draft != NULL &&
        (draft == NULL || strcmp(shown_as(v, j->draft), shown_as(v, draft)) != 0))
        return false;
    return covers_term(j->term, term);
}

static const tvx_ruling *naive_find(const naive *v, tvx_act act, const char *report,
                                    const char *draft, const char *term)
{
    const tvx_ruling *best = NULL;
    for (size_t i = 0; i < v->d->n; i++) {
        const tvx_ruling *ruling = &v->d->rulings[i];
        if (is_sought(v, ruling, act, report, draft, term) &&
            (best == NULL || holds_over(ruling, best)))
            best = ruling;
    }
    return best;
}

static const char *const DRAFTS[KEYS] = {"a", "b", "c", "d", "e", "f"};
static const char *const ROWS[] = {"share", "share:x", "cap"};
static const char *const REPORTS[] = {"r", "s"};

/* One random judgement, a line of its own. */
static void draw_ruling(tvx_buf *out, size_t number, uint64_t *seed)
{
    static const char *const DATES[] = {"2025-03-01", "2025-03-02", "2025-03", "2025-03-02~",
                                        "2025-04"};
    const char *date = DATES[draw(seed, 5)];
    const char *report = draw(seed, 8) == 0 ? "-" : REPORTS[draw(seed, 2)];
    const char *row = ROWS[draw(seed, 3)], *draft = DRAFTS[draw(seed, KEYS)];
    char id = (char)('a' + draw(seed, 26));
    size_t kind = draw(seed, number > 0 ? 8 : 5);
    tvx_buf_format(out, "%c%02zu ", id, number);
    if (kind == 0)
        tvx_buf_format(out, "retract %s report=%s", date, report);
    else if (kind == 1)
        tvx_buf_format(out, "prefer %s draft=%s term=%s report=%s", date, draft, row, report);
    else if (kind == 2)
        tvx_buf_format(out, "attribute %s report=%s term=%s draft=%s", date, report, row, draft);
    else if (kind == 3)
        tvx_buf_format(out, "same_draft %s keys=%s,%s", date, draft, DRAFTS[draw(seed, KEYS)]);
    else if (kind == 4)
        tvx_buf_format(out, "deprecate %s report=%s%s%s%s%s", date, report,
                       id < 'm' ? " term=" : "", id < 'm' ? row : "", id < 't' ? " draft=" : "",
                       id < 't' ? draft : "");
    else
        tvx_buf_format(out, "withdraw %s judgement=", date);
}

/* A withdraw names one of those before it. */
static void draw_docket(docket *d, uint64_t *seed)
{
    tvx_buf line = {0};
    memset(d, 0, sizeof *d);
    while (d->n < RANDOM_RULINGS) {
        tvx_buf_clear(&line);
        draw_ruling(&line, d->n, seed);
        if (line.data[line.size - 1] == '=')
            tvx_buf_text(&line, d->rulings[draw(seed, d->n)].id);
        const char *text = tvx_arena_text(&d->arena, line.data);
        assert_non_null(text);
        read_ruling(d, text);
    }
    tvx_buf_dispose(&line);
}

static void compare_claims(const naive *v, const tvx_standing *standing, const char *report,
                           const char *row)
{
    const tvx_ruling *retract = naive_find(v, TVX_ACT_RETRACT, report, NULL, NULL);
    assert_ptr_equal(tvx_standing_report(standing, report), retract);
    assert_ptr_equal(tvx_standing_attribute(standing, report, row),
                     naive_find(v, TVX_ACT_ATTRIBUTE, report, NULL, row));
    for (size_t k = 0; k <= KEYS; k++) {
        const char *draft = k < KEYS ? DRAFTS[k] : NULL;
        const tvx_ruling *deprecate = naive_find(v, TVX_ACT_DEPRECATE, report, draft, row);
        assert_ptr_equal(tvx_standing_claim(standing, report, draft, row),
                         retract != NULL ? retract : deprecate);
    }
}

static void compare_draft(const naive *v, const tvx_standing *standing, const char *draft)
{
    bool named = false, found = false;
    assert_string_equal(tvx_same_shown(&standing->same, draft), shown_as(v, draft));
    for (size_t i = 0; i < 3; i++)
        assert_ptr_equal(tvx_standing_prefer(standing, draft, ROWS[i]),
                         naive_find(v, TVX_ACT_PREFER, NULL, draft, ROWS[i]));
    for (size_t i = 0; i < v->d->n; i++) {
        const tvx_ruling *ruling = &v->d->rulings[i];
        const char *of = ruling->judgement->draft;
        named = named || (is_known(v, ruling) &&
                          (names_key(ruling, draft[0]) || (of != NULL && strcmp(of, draft) == 0)));
    }
    for (size_t i = 0; i < standing->named.n; i++)
        found = found || strcmp(standing->named.items[i], draft) == 0;
    assert_true(named == found);
}

static void random_judgements_come_to_what_the_rule_says(void **state)
{
    (void)state;
    static const char *const KNOWN[] = {NULL, "2025-03-01", "2025-03-02", "2025-03", "2025-04"};
    uint64_t seed = 20250221;
    print_message("seed %llu\n", (unsigned long long)seed);
    for (size_t k = 0; k < STORIES; k++) {
        docket d;
        tvx_standing standing;
        draw_docket(&d, &seed);
        naive v = {.d = &d, .known = latest_of(KNOWN[draw(&seed, 5)])};
        for (size_t i = 0; i < KEYS; i++)
            v.shown[i] = naive_shown(&v, i, DRAFTS[i]);
        shuffle(d.rulings, d.n, &seed);
        assert_int_equal(tvx_standing_make(&standing, &d.arena, d.rulings, d.n, v.known, NULL),
                         TVX_OK);
        for (size_t i = 0; i < KEYS; i++)
            compare_draft(&v, &standing, DRAFTS[i]);
        for (size_t i = 0; i < 6; i++)
            compare_claims(&v, &standing, REPORTS[i % 2], ROWS[i / 2]);
        tvx_arena_dispose(&d.arena);
    }
}

/* --- very many --- */

enum { MANY = 10000 };

typedef struct crowd {
    tvx_arena arena;
    tvx_judgement *judgements;
    tvx_ruling *rulings;
    const char **names; /* "000000", "000001", … */
} crowd;

static void start_crowd(crowd *c)
{
    *c = (crowd){0};
    c->judgements = tvx_arena_new(&c->arena, MANY + 1, sizeof *c->judgements);
    c->rulings = tvx_arena_new(&c->arena, MANY + 1, sizeof *c->rulings);
    c->names = tvx_arena_new(&c->arena, MANY + 1, sizeof *c->names);
    assert_true(c->judgements != NULL && c->rulings != NULL && c->names != NULL);
    for (size_t i = 0; i <= MANY; i++) {
        c->names[i] = tvx_arena_format(&c->arena, "%06zu", i);
        assert_non_null(c->names[i]);
        assert_int_equal(tvx_date_parse(&c->judgements[i].dated, "2025-03-01", NULL), TVX_OK);
        c->rulings[i] = (tvx_ruling){.id = c->names[i], .judgement = &c->judgements[i]};
    }
}

static void a_chain_of_many_withdraws(void **state)
{
    (void)state;
    crowd c;
    start_crowd(&c);
    c.judgements[0].act = TVX_ACT_RETRACT;
    c.rulings[0].report = "r";
    for (size_t i = 1; i <= MANY; i++) {
        c.judgements[i].act = TVX_ACT_WITHDRAW;
        c.judgements[i].judgement = c.names[i - 1];
    }
    for (size_t n = MANY; n <= MANY + 1; n++) {
        tvx_standing standing;
        assert_int_equal(tvx_standing_make(&standing, &c.arena, c.rulings, n, INT64_MAX, NULL),
                         TVX_OK);
        /* An even number of withdraws leaves it as it was. */
        assert_true((tvx_standing_report(&standing, "r") != NULL) == (n % 2 == 1));
    }
    tvx_arena_dispose(&c.arena);
}

static void many_drafts_are_made_one(void **state)
{
    (void)state;
    crowd c;
    tvx_standing standing;
    start_crowd(&c);
    tvx_draft *drafts = tvx_arena_new(&c.arena, MANY + 1, sizeof *drafts);
    const tvx_draft **records = tvx_arena_new(&c.arena, MANY + 1, sizeof(const tvx_draft *));
    assert_true(drafts != NULL && records != NULL);
    for (size_t i = 0; i <= MANY; i++) {
        c.judgements[i].act = TVX_ACT_SAME_DRAFT;
        c.judgements[i].keys = (tvx_texts){&c.names[i < MANY ? i : 0], 2};
        drafts[i] = (tvx_draft){.key = c.names[MANY - i]};
        records[i] = &drafts[i];
    }
    drafts[0].title = "the last of all";
    assert_int_equal(tvx_standing_make(&standing, &c.arena, c.rulings, MANY, INT64_MAX, NULL),
                     TVX_OK);
    assert_int_equal(standing.same.n, MANY + 1);
    assert_string_equal(tvx_same_shown(&standing.same, c.names[MANY]), c.names[0]);
    tvx_draft filled;
    assert_int_equal(tvx_same_fill(&filled, &c.arena, &standing.same, records, MANY + 1, NULL),
                     TVX_OK);
    assert_string_equal(filled.title, "the last of all");
    tvx_arena_dispose(&c.arena);
}

/* --- no memory --- */

static void want_of_memory_is_reported(void **state)
{
    (void)state;
    docket d;
    const tvx_draft *records[MAX_RULINGS];
    const fill_case *c = &FILLS[10]; /* one that leaves names out */
    read_docket(&d, c->acts);
    size_t n = read_records(records, &d.arena, c->records);
    int rc = TVX_ENOMEM;
    long k = 0;
    for (; rc != TVX_OK; k++) {
        tvx_arena arena = {0};
        tvx_error error = {0};
        tvx_standing standing;
        tvx_draft filled;
        allocations_left = k;
        rc = tvx_standing_make(&standing, &arena, d.rulings, d.n, INT64_MAX, &error);
        if (rc == TVX_OK)
            rc = tvx_same_fill(&filled, &arena, &standing.same, records, n, &error);
        allocations_left = -1;
        assert_int_equal(rc, error.code);
        tvx_arena_dispose(&arena);
    }
    assert_true(k > 3);
    tvx_arena_dispose(&d.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judgements_are_in_effect_from_their_date_on),
        cmocka_unit_test(judgements_set_claims_aside),
        cmocka_unit_test(where_two_collide_the_later_one_holds),
        cmocka_unit_test(drafts_are_made_one),
        cmocka_unit_test(what_is_set_aside_or_updated_does_not_count),
        cmocka_unit_test(one_draft_is_filled_in_from_the_others),
        cmocka_unit_test(random_judgements_come_to_what_the_rule_says),
        cmocka_unit_test(a_chain_of_many_withdraws),
        cmocka_unit_test(many_drafts_are_made_one),
        cmocka_unit_test(want_of_memory_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
