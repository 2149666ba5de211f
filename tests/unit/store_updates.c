/*
 * The store: articles that their outlets updated, and what is asked of reports: known by a date,
 * without one of them.
 */
#include "store_file.h"

enum { DAY = 86400, FEB_24 = 1740355200 /* its first second */ };

/* Known by the end of so many days after 24 February. */
#define BY_DAY(n) ((int64_t)FEB_24 + DAY * ((int64_t)(n) + 1) - 1)

/* A report by an outlet of a day in February, with further members. */
static const char *json_of(fixture *f, const char *title, int day, const char *more)
{
    return tvx_arena_format(&f->arena,
                            "{'record':'report','negotiation':'n','outlet':'CNN','title':'%s',"
                            "'url':'https://example.org/%s','published':'2025-02-%02d',"
                            "'claims':[{'draft':'d','term':'t','stance':'absent'}]%s%s}",
                            title, title, day, more[0] == '\0' ? "" : ",", more);
}

static const char *id_of(fixture *f, const char *json)
{
    tvx_buf body = {0};
    const char *id = encode(f, json, &body);
    tvx_buf_dispose(&body);
    return id;
}

static const char *report(fixture *f, const char *title, int day, const char *more)
{
    return put(f, json_of(f, title, day, more));
}

/* Members that name another report. */
static const char *updates(fixture *f, const char *id)
{
    return tvx_arena_format(&f->arena, "'updates':'%s'", id);
}

static const char *supersedes(fixture *f, const char *id)
{
    return tvx_arena_format(&f->arena, "'supersedes':'%s'", id);
}

static const char *both(fixture *f, const char *updated, const char *superseded)
{
    return tvx_arena_format(&f->arena, "'updates':'%s','supersedes':'%s'", updated, superseded);
}

/* By which report one is updated; NULL: it is not in force, or not looked at. */
static const char *updated_of(fixture *f, const tvx_asked *asked, const char *id)
{
    tvx_stored_report *stored = tvx_arena_new(&f->arena, 1, sizeof *stored);
    bool found;
    assert_int_equal(tvx_store_report(f->store, asked, id, &f->arena, stored, &found, NULL),
                     TVX_OK);
    return found ? stored->updated : NULL;
}

static void assert_updated(fixture *f, const char *id, const char *by)
{
    const tvx_asked all = all_of(f);
    assert_string_equal(updated_of(f, &all, id), by);
}

static int64_t number_of(fixture *f, const char *id)
{
    const tvx_asked all = all_of(f);
    tvx_stored_report stored;
    bool found;
    assert_int_equal(tvx_store_report(f->store, &all, id, &f->arena, &stored, &found, NULL),
                     TVX_OK);
    assert_true(found);
    return stored.number;
}

/* --- updates --- */

static void of_several_updates_the_last_published_then_the_smallest_id(void **state)
{
    fixture *f = *state;
    const char *a = report(f, "a", 24, ""), *b = report(f, "b", 26, updates(f, a));
    const char *c = report(f, "c", 28, updates(f, a)), *d = report(f, "d", 28, updates(f, a));
    const char *first = strcmp(c, d) < 0 ? c : d, *second = first == c ? d : c;
    const struct {
        int64_t known_by;
        const char *without, *updated;
    } cases[] = {
        {TVX_KNOWN_ALL, NULL, first}, {TVX_KNOWN_ALL, first, second}, {TVX_KNOWN_ALL, b, first},
        {BY_DAY(4), NULL, first},     {BY_DAY(3), NULL, b},           {BY_DAY(3), b, ""},
        {BY_DAY(2), NULL, b},         {BY_DAY(1), NULL, ""},          {BY_DAY(0), NULL, ""},
        {BY_DAY(-1), NULL, NULL},     {TVX_KNOWN_ALL, a, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tvx_asked asked = all_of(f);
        asked.known_by = cases[i].known_by;
        if (cases[i].without != NULL)
            asked.without = number_of(f, cases[i].without);
        const char *updated = updated_of(f, &asked, a);
        if (updated == NULL || cases[i].updated == NULL)
            assert_ptr_equal(updated, cases[i].updated);
        else
            assert_string_equal(updated, cases[i].updated);
    }
    assert_updated(f, b, "");
    assert_rebuilds(f);
}

static void updates_reach_what_supersedes_their_target(void **state)
{
    fixture *f = *state;
    const char *a = report(f, "a", 24, ""), *b = report(f, "b", 26, updates(f, a));
    assert_updated(f, a, b);
    const char *a2 = report(f, "a2", 24, supersedes(f, a));
    assert_updated(f, a2, b);
    const char *a3 = report(f, "a3", 24, supersedes(f, a2));
    assert_updated(f, a3, b);
    assert_rebuilds(f);
    assert_int_equal(tvx_store_take_back(f->store, f->neg, record_of(f, a3), NULL), TVX_OK);
    assert_updated(f, a2, b);
    assert_rebuilds(f);
}

/* Two corrections of one report: the smaller id is in force, and stands for what it supersedes. */
typedef struct heads {
    const char *old, *used, *other;
} heads;

static heads make_heads(fixture *f)
{
    heads h = {.old = report(f, "old", 24, "")};
    const char *b = report(f, "one", 24, supersedes(f, h.old));
    const char *c = report(f, "two", 24, supersedes(f, h.old));
    h.used = strcmp(b, c) < 0 ? b : c;
    h.other = h.used == b ? c : b;
    return h;
}

static void an_update_of_a_head_in_conflict_spares_the_other(void **state)
{
    fixture *f = *state;
    heads h = make_heads(f);
    const char *u = report(f, "u", 26, updates(f, h.other));
    assert_updated(f, h.used, "");
    assert_rebuilds(f);
    const char *v = report(f, "v", 27, updates(f, h.used));
    assert_updated(f, h.used, v);
    assert_rebuilds(f);
    const char *both_heads =
        tvx_arena_format(&f->arena, "'supersedes':['%s','%s']", h.used, h.other);
    const char *joined = report(f, "joined", 24, both_heads);
    assert_updated(f, joined, v);
    assert_rebuilds(f);
    assert_int_equal(tvx_store_take_back(f->store, f->neg, record_of(f, v), NULL), TVX_OK);
    assert_updated(f, joined, u);
    assert_int_equal(tvx_store_take_back(f->store, f->neg, record_of(f, joined), NULL), TVX_OK);
    assert_updated(f, h.used, "");
    assert_rebuilds(f);
}

static void an_update_of_what_heads_in_conflict_supersede_reaches_the_one_in_force(void **state)
{
    fixture *f = *state;
    heads h = make_heads(f);
    const char *u = report(f, "u", 26, updates(f, h.old));
    assert_updated(f, h.used, u);
    assert_rebuilds(f);
}

static void a_head_in_conflict_does_not_stand_for_the_other(void **state)
{
    fixture *f = *state;
    heads h = make_heads(f);
    const struct {
        const char *id, *stands_for;
    } cases[] = {{h.old, h.used}, {h.used, h.used}, {h.other, ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char id[TVX_ID_HEX + 1];
        assert_int_equal(
            tvx_store_stands_for(f->store, f->neg, TVX_RECORD_REPORT, cases[i].id, id, NULL),
            TVX_OK);
        assert_string_equal(id, cases[i].stands_for);
    }
}

static void an_update_may_come_before_its_target(void **state)
{
    fixture *f = *state;
    const char *a_json = json_of(f, "a", 24, ""), *a = id_of(f, a_json);
    const char *b = report(f, "b", 26, updates(f, a));
    put(f, a_json);
    assert_updated(f, a, b);
    assert_rebuilds(f);
}

static void what_supersedes_its_own_target_does_not_update_itself(void **state)
{
    fixture *f = *state;
    const char *a = report(f, "a", 24, ""), *b = report(f, "b", 26, both(f, a, a));
    assert_updated(f, b, "");
    assert_rebuilds(f);
}

static void what_is_superseded_updates_nothing(void **state)
{
    fixture *f = *state;
    char before[TVX_ID_HEX + 1], after[TVX_ID_HEX + 1];
    const char *a = report(f, "a", 24, ""), *b = report(f, "b", 26, updates(f, a));
    index_digest(f, before);
    const char *b2 = report(f, "b2", 26, supersedes(f, b));
    assert_updated(f, a, "");
    assert_rebuilds(f);
    assert_int_equal(tvx_store_take_back(f->store, f->neg, record_of(f, b2), NULL), TVX_OK);
    assert_updated(f, a, b);
    index_digest(f, after);
    assert_string_equal(before, after);
    report(f, "b3", 26, both(f, a, b));
    assert_rebuilds(f);
}

/* --- any order --- */

enum { RECORDS = 5 };

/* Puts them in this order, in a transaction of its own; the digest of the indexes. */
static void digest_of_order(fixture *f, const char *const *json, const size_t *order,
                            char digest[TVX_ID_HEX + 1])
{
    begin(f, "test", 1740000000);
    for (size_t i = 0; i < RECORDS; i++)
        put(f, json[order[i]]);
    index_digest(f, digest);
    assert_rebuilds(f);
    tvx_store_rollback(f->store);
}

/* The next permutation in lexicographic order; false after the last. */
static bool next_order(size_t order[RECORDS])
{
    size_t i = RECORDS - 1, j = RECORDS - 1;
    while (i > 0 && order[i - 1] > order[i])
        i--;
    if (i == 0)
        return false;
    while (order[j] < order[i - 1])
        j--;
    size_t swapped = order[i - 1];
    order[i - 1] = order[j];
    order[j] = swapped;
    for (j = RECORDS - 1; i < j; i++, j--) {
        swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
    }
    return true;
}

static const char *forget(fixture *f, const char *id)
{
    return tvx_arena_format(&f->arena,
                            "{'record':'judgement','negotiation':'n','act':'forget','id':'%s',"
                            "'dated':'2025-03-01','reason':'a source'}",
                            id);
}

/* Every order of five records gives the same indexes; returns how many orders there were. */
static size_t try_all_orders(fixture *f, const char *const json[RECORDS])
{
    size_t order[RECORDS] = {0, 1, 2, 3, 4}, n = 0;
    char first[TVX_ID_HEX + 1], digest[TVX_ID_HEX + 1];
    digest_of_order(f, json, order, first);
    do {
        digest_of_order(f, json, order, digest);
        assert_string_equal(digest, first);
        n++;
    } while (next_order(order));
    return n;
}

static void any_order_gives_the_same_indexes(void **state)
{
    fixture *f = *state;
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    const char *a = json_of(f, "a", 24, "");
    const char *a2 = json_of(f, "a2", 24, supersedes(f, id_of(f, a)));
    const char *b = json_of(f, "b", 26, updates(f, id_of(f, a)));
    const char *b2 = json_of(f, "b2", 26, both(f, id_of(f, a), id_of(f, b)));
    const char *c = json_of(f, "c", 27, both(f, id_of(f, b), id_of(f, a2)));
    const char *const cases[][RECORDS] = {
        {a, a2, b, b2, c},
        {a, a2, b, b2, forget(f, id_of(f, a2))},
        {a, a2, b, c, forget(f, id_of(f, b))},
        {a, b, b2, forget(f, id_of(f, a)), forget(f, id_of(f, b2))},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(try_all_orders(f, cases[i]), 120);
}

/* --- what an id stands for --- */

static void an_id_stands_for_the_record_in_force(void **state)
{
    fixture *f = *state;
    static const char NOWHERE[] =
        "abababababababababababababababababababababababababababababababab";
    const char *a = report(f, "a", 24, ""), *a2 = report(f, "a2", 24, supersedes(f, a));
    const char *late = report(f, "late", 24, supersedes(f, NOWHERE));
    const char *p = put(f, "{'record':'party','negotiation':'n','key':'US','name':'A'}");
    const char *p2 = put(f, tvx_arena_format(&f->arena,
                                             "{'record':'party','negotiation':'n','key':'US',"
                                             "'name':'B','supersedes':'%s'}",
                                             p));
    const char *j = put(f, tvx_arena_format(&f->arena,
                                            "{'record':'judgement','negotiation':'n',"
                                            "'act':'retract','report':'%s','dated':'2025-03-01',"
                                            "'reason':'x'}",
                                            a));
    const struct {
        tvx_record_kind kind;
        const char *id, *stands_for;
    } cases[] = {
        {TVX_RECORD_REPORT, a, a2},         {TVX_RECORD_REPORT, a2, a2},
        {TVX_RECORD_REPORT, NOWHERE, late}, {TVX_RECORD_REPORT, p, ""},
        {TVX_RECORD_PARTY, p, p2},          {TVX_RECORD_PARTY, p2, p2},
        {TVX_RECORD_PARTY, a, ""},          {TVX_RECORD_PARTY, NOWHERE, ""},
        {TVX_RECORD_JUDGEMENT, j, j},       {TVX_RECORD_JUDGEMENT, NOWHERE, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char id[TVX_ID_HEX + 1];
        assert_int_equal(
            tvx_store_stands_for(f->store, f->neg, cases[i].kind, cases[i].id, id, NULL), TVX_OK);
        assert_string_equal(id, cases[i].stands_for);
    }
}

/* --- without a report --- */

static int name_report(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    (void)error;
    char *out = payload;
    strcat(strcat(out, stored->report.title), stored->updated[0] == '\0' ? " " : "* ");
    return TVX_OK;
}

static int name_text(void *payload, const char *text, tvx_error *error)
{
    (void)error;
    char *out = payload;
    strcat(strcat(out, text), " ");
    return TVX_OK;
}

/* All that a question sees of the scene below, in one line. */
static const char *seen(fixture *f, const tvx_asked *asked)
{
    char out[512] = "", part[128] = "";
    tvx_stored_draft *drafts;
    tvx_stored_claim *claims;
    const char *spelling;
    size_t n;
    assert_int_equal(tvx_store_reports(f->store, asked, name_report, part, NULL), TVX_OK);
    strcat(strcat(out, part), "| ");
    assert_int_equal(tvx_store_drafts(f->store, asked, &f->arena, &drafts, &n, NULL), TVX_OK);
    for (size_t i = 0; i < n; i++)
        if (drafts[i].known)
            strcat(strcat(out, drafts[i].draft.key), " ");
    part[0] = '\0';
    assert_int_equal(tvx_store_naming(f->store, asked, drafts[1].name, name_report, part, NULL),
                     TVX_OK);
    strcat(strcat(strcat(out, "| "), part), "| ");
    assert_int_equal(
        tvx_store_claims(f->store, asked, drafts[0].name, &f->arena, &claims, &n, NULL), TVX_OK);
    for (size_t i = 0; i < n; i++)
        name_report(out, claims[i].report, NULL);
    part[0] = '\0';
    assert_int_equal(tvx_store_spellings(f->store, asked, name_text, part, NULL), TVX_OK);
    strcat(strcat(out, "| "), part);
    assert_int_equal(tvx_store_spelling(f->store, asked, "bild", &f->arena, &spelling, NULL),
                     TVX_OK);
    strcat(strcat(out, "| "), spelling);
    return tvx_arena_text(&f->arena, out);
}

static void a_report_left_out_is_not_there_at_all(void **state)
{
    fixture *f = *state;
    put(f, "{'record':'draft','negotiation':'n','key':'d'}");
    put(f, "{'record':'draft','negotiation':'n','key':'e'}");
    const char *a = report(f, "a", 24, "");
    const char *b = put(f, "{'record':'report','negotiation':'n','outlet':'BILD','title':'b',"
                           "'published':'2025-02-25','mentions':[{'draft':'e'}]}");
    const char *c =
        put(f, tvx_arena_format(&f->arena,
                                "{'record':'report','negotiation':'n','outlet':'Bild','title':'c',"
                                "'published':'2025-02-26','updates':'%s'}",
                                a));
    const struct {
        const char *without;
        int64_t known_by;
        const char *seen;
    } cases[] = {
        {NULL, TVX_KNOWN_ALL, "a* b c | d e | b | a* | BILD CNN | BILD"},
        {NULL, BY_DAY(2), "a* b c | d e | b | a* | BILD CNN | BILD"},
        {NULL, BY_DAY(1), "a b | d e | b | a | BILD CNN | BILD"},
        {a, BY_DAY(2), "b c | e | b | | BILD | BILD"},
        {b, BY_DAY(2), "a* c | d | | a* | Bild CNN | Bild"},
        {c, BY_DAY(2), "a b | d e | b | a | BILD CNN | BILD"},
        {b, BY_DAY(1), "a | d | | a | CNN | bild"},
        {b, TVX_KNOWN_ALL, "a* c | d e | | a* | Bild CNN | Bild"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        tvx_asked asked = all_of(f);
        asked.known_by = cases[i].known_by;
        if (cases[i].without != NULL)
            asked.without = number_of(f, cases[i].without);
        assert_string_equal(seen(f, &asked), cases[i].seen);
    }
}

static void claims_say_what_they_rest_on(void **state)
{
    fixture *f = *state;
    const tvx_asked all = all_of(f);
    tvx_stored_draft *drafts;
    tvx_stored_claim *claims;
    size_t n;
    put(f, "{'record':'draft','negotiation':'n','key':'d'}");
    const char *a = report(f, "a", 24, ""), *b = report(f, "b", 26, updates(f, a));
    assert_int_equal(tvx_store_drafts(f->store, &all, &f->arena, &drafts, &n, NULL), TVX_OK);
    assert_int_equal(tvx_store_claims(f->store, &all, drafts[0].name, &f->arena, &claims, &n, NULL),
                     TVX_OK);
    assert_int_equal(n, 2);
    size_t old = strcmp(claims[0].report->id, a) == 0 ? 0 : 1;
    assert_string_equal(claims[old].report->updated, b);
    assert_string_equal(claims[old].report->report.title, "a");
    assert_string_equal(claims[old].report->report.url, "https://example.org/a");
    assert_string_equal(claims[1 - old].report->updated, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(of_several_updates_the_last_published_then_the_smallest_id),
        CASE(updates_reach_what_supersedes_their_target),
        CASE(an_update_of_a_head_in_conflict_spares_the_other),
        CASE(an_update_of_what_heads_in_conflict_supersede_reaches_the_one_in_force),
        CASE(a_head_in_conflict_does_not_stand_for_the_other),
        CASE(an_update_may_come_before_its_target),
        CASE(what_supersedes_its_own_target_does_not_update_itself),
        CASE(what_is_superseded_updates_nothing),
        CASE(any_order_gives_the_same_indexes),
        CASE(an_id_stands_for_the_record_in_force),
        CASE(a_report_left_out_is_not_there_at_all),
        CASE(claims_say_what_they_rest_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
