/*
 * The store: the settings of a file, the log, which record is in force, and that indexes can be
 * made anew.
 */
#include "store/statements.h"
#include "store_file.h"

/* A party, which several records may speak for. */
static const char *party(fixture *f, const char *name, const char *supersedes)
{
    char json[512];
    snprintf(json, sizeof json, "{'record':'party','negotiation':'n','key':'US','name':'%s'%s%s%s}",
             name, supersedes == NULL ? "" : ",'supersedes':'",
             supersedes == NULL ? "" : supersedes, supersedes == NULL ? "" : "'");
    return put(f, json);
}

static const char *report(fixture *f, const char *title, const char *more)
{
    char json[1024];
    snprintf(json, sizeof json,
             "{'record':'report','negotiation':'n','outlet':'CNN','title':'%s',"
             "'published':'2025-02-24','claims':[{'draft':'d','term':'t','stance':'absent'}]%s%s}",
             title, more[0] == '\0' ? "" : ",", more);
    return put(f, json);
}

static void assert_head(fixture *f, const char *id)
{
    char head[TVX_ID_HEX + 1];
    assert_int_equal(tvx_store_head(f->store, f->neg, TVX_RECORD_PARTY, "US", head, NULL), TVX_OK);
    assert_string_equal(head, id);
}

static int count_report(void *payload, const tvx_stored_report *stored, tvx_error *error)
{
    (void)error;
    const char **last = payload;
    static char id[TVX_ID_HEX + 1];
    memcpy(id, stored->id, sizeof id);
    *last = *last == NULL ? id : "several";
    return TVX_OK;
}

/* The one report in force is this one ("" for none). */
static void assert_report(fixture *f, const char *id)
{
    const char *found = NULL;
    const tvx_asked all = all_of(f);
    assert_int_equal(tvx_store_reports(f->store, &all, count_report, &found, NULL), TVX_OK);
    assert_string_equal(found == NULL ? "" : found, id);
}

static const char *smaller(const char *a, const char *b)
{
    return strcmp(a, b) < 0 ? a : b;
}

/* --- the rules of `supersedes` --- */

static void the_one_that_supersedes_is_in_force(void **state)
{
    fixture *f = *state;
    const char *old = party(f, "America", NULL);
    assert_head(f, old);
    const char *new = party(f, "United States", old);
    assert_head(f, new);
    assert_rebuilds(f);
    assert_head(f, new);
}

static void of_heads_in_conflict_the_smaller_id_is_used(void **state)
{
    fixture *f = *state;
    const char *a = party(f, "America", NULL), *b = party(f, "United States", NULL);
    assert_head(f, smaller(a, b));
    const char *c = party(f, "The United States", smaller(a, b));
    assert_head(f, smaller(c, smaller(a, b) == a ? b : a));
    assert_rebuilds(f);
}

static void what_supersedes_may_come_first(void **state)
{
    fixture *f = *state;
    const char *old = report(f, "old", "");
    char more[128];
    snprintf(more, sizeof more, "'supersedes':'%s'", old);
    const char *new = report(f, "new", more);
    assert_report(f, new);
    /* the same two, the other way round */
    fixture *g;
    setup((void **)&g);
    const char *first = report(g, "new", more);
    assert_report(g, first);
    report(g, "old", "");
    assert_report(g, first);
    assert_rebuilds(g);
    teardown((void **)&g);
}

static void of_reports_that_supersede_one_the_smaller_id_is_used(void **state)
{
    fixture *f = *state;
    const char *old = report(f, "old", "");
    char more[128];
    snprintf(more, sizeof more, "'supersedes':'%s'", old);
    const char *a = report(f, "a", more), *b = report(f, "b", more);
    assert_report(f, smaller(a, b));
    assert_rebuilds(f);
    snprintf(more, sizeof more, "'supersedes':'%s'", smaller(a, b));
    const char *c = report(f, "c", more);
    assert_report(f, smaller(c, smaller(a, b) == a ? b : a));
}

static void taking_back_what_supersedes_restores_the_old(void **state)
{
    fixture *f = *state;
    const char *old = report(f, "old", "");
    char more[128], before[TVX_ID_HEX + 1], after[TVX_ID_HEX + 1];
    assert_int_equal(tvx_store_index_digest(f->store, before, NULL), TVX_OK);
    snprintf(more, sizeof more, "'supersedes':'%s'", old);
    const char *new = report(f, "new", more);
    assert_report(f, new);
    assert_int_equal(tvx_store_take_back(f->store, f->neg, record_of(f, new), NULL), TVX_OK);
    assert_report(f, old);
    assert_int_equal(tvx_store_index_digest(f->store, after, NULL), TVX_OK);
    assert_string_equal(before, after);
}

typedef struct conflict_count {
    size_t groups, ids;
} conflict_count;

static int count_conflict(void *payload, tvx_record_kind kind, const tvx_texts *ids,
                          tvx_error *error)
{
    (void)kind;
    (void)error;
    conflict_count *count = payload;
    count->groups++;
    count->ids += ids->n;
    return TVX_OK;
}

static int note_kind_and_id(void *payload, tvx_record_kind kind, const tvx_texts *ids,
                            tvx_error *error)
{
    char *out = payload;
    (void)error;
    snprintf(out + strlen(out), 256 - strlen(out), "%s %.6s;", tvx_record_kind_name(kind),
             ids->items[0]);
    return TVX_OK;
}

/* The order in which a file met its names has no meaning. */
static void conflicts_come_by_kind_then_key(void **state)
{
    static const char *const keys[] = {"late", "early"};
    fixture *f = *state;
    const char *first[2], *second;
    char expected[256] = "", found[256] = "";
    for (size_t i = 0; i < 2; i++) {
        const char *draft =
            tvx_arena_format(&f->arena, "{'record':'draft','negotiation':'n','key':'%s'}", keys[i]);
        const char *titled = tvx_arena_format(
            &f->arena, "{'record':'draft','negotiation':'n','key':'%s','title':'T'}", keys[i]);
        first[i] = put(f, draft);
        second = put(f, titled);
        first[i] = strcmp(first[i], second) < 0 ? first[i] : second;
    }
    snprintf(expected, sizeof expected, "draft %.6s;draft %.6s;", first[1], first[0]);
    assert_int_equal(tvx_store_conflicts(f->store, f->neg, note_kind_and_id, found, NULL), TVX_OK);
    assert_string_equal(found, expected);
}

/* Whichever came first. */
static void of_reports_of_one_url_the_smallest_id_is_named(void **state)
{
    fixture *f = *state;
    const char *smallest = NULL;
    char id[TVX_ID_HEX + 1];
    for (int i = 0; i < 5; i++) {
        const char *one =
            put(f, tvx_arena_format(&f->arena,
                                    "{'record':'report','negotiation':'n','outlet':'CNN',"
                                    "'title':'%d','url':'https://example.org/','published':'2025'}",
                                    i));
        smallest = smallest == NULL || strcmp(one, smallest) < 0 ? one : smallest;
        assert_int_equal(tvx_store_same_url(f->store, f->neg, "https://example.org/",
                                            "00000000000000000000000000000000"
                                            "00000000000000000000000000000000",
                                            id, NULL),
                         TVX_OK);
        assert_string_equal(id, smallest);
    }
}

static void conflicts_are_listed(void **state)
{
    fixture *f = *state;
    conflict_count count = {0};
    char more[128];
    party(f, "America", NULL);
    party(f, "United States", NULL);
    const char *old = report(f, "old", "");
    snprintf(more, sizeof more, "'supersedes':'%s'", old);
    report(f, "a", more);
    report(f, "b", more);
    report(f, "c", more);
    assert_int_equal(tvx_store_conflicts(f->store, f->neg, count_conflict, &count, NULL), TVX_OK);
    assert_int_equal(count.groups, 2);
    assert_int_equal(count.ids, 5);
}

/* --- what is known by a date --- */

static void a_draft_is_known_once_a_report_names_it(void **state)
{
    fixture *f = *state;
    tvx_asked asked = all_of(f);
    tvx_stored_draft *drafts;
    size_t n;
    put(f, "{'record':'draft','negotiation':'n','key':'d'}");
    put(f, "{'record':'draft','negotiation':'n','key':'e','follows':['d']}");
    report(f, "r", "");
    static const struct {
        int64_t by;
        bool d, e;
    } CASES[] = {{1740355200 - 1, false, false}, /* 23 Feb, its last second */
                 {1740441600 - 1, true, false},  /* 24 Feb, its last second */
                 {1740441600 - 2, false, false}, /* the report may be later than that */
                 {TVX_KNOWN_ALL, true, true}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        asked.known_by = CASES[i].by;
        assert_int_equal(tvx_store_drafts(f->store, &asked, &f->arena, &drafts, &n, NULL), TVX_OK);
        assert_int_equal(n, 2);
        assert_int_equal(drafts[0].known, CASES[i].d);
        assert_int_equal(drafts[1].known, CASES[i].e);
    }
    assert_string_equal(drafts[1].draft.follows.items[0], "d");
}

static void claims_come_back_as_they_were(void **state)
{
    fixture *f = *state;
    tvx_asked asked = all_of(f);
    tvx_stored_draft *drafts;
    tvx_stored_claim *claims;
    size_t n;
    put(f, "{'record':'draft','negotiation':'n','key':'d'}");
    put(f, "{'record':'report','negotiation':'n','outlet':'CNN','title':'x',"
           "'published':'2025-02-24T22:12','basis':'secondary',"
           "'cites':[{'outlet':'NYT','cites':[{'who':'an aide','basis':'anonymous'}]}],"
           "'claims':[{'draft':['d','e'],'term':'t:v','value':{'kind':'percentage','low':'50',"
           "'high':'50','tags':['oil']},'condition':'if','quote':'half','basis':'text',"
           "'note':'\xd0\xb3'},{'term':'t','value':'1%'}]}");
    assert_int_equal(tvx_store_drafts(f->store, &asked, &f->arena, &drafts, &n, NULL), TVX_OK);
    assert_int_equal(n, 1);
    assert_int_equal(
        tvx_store_claims(f->store, &asked, drafts[0].name, &f->arena, &claims, &n, NULL), TVX_OK);
    assert_int_equal(n, 1);
    const tvx_claim *c = &claims[0].claim;
    const tvx_report *r = &claims[0].report->report;
    assert_string_equal(claims[0].term, "t:v");
    assert_string_equal(c->value.form->high, "50");
    assert_string_equal(c->value.form->tags.items[0], "oil");
    assert_string_equal(c->condition, "if");
    assert_string_equal(c->note, "\xd0\xb3");
    assert_int_equal(c->basis, TVX_BASIS_TEXT);
    assert_int_equal(c->stance, TVX_STANCE_STATED);
    assert_string_equal(r->outlet, "CNN");
    assert_int_equal(r->basis, TVX_BASIS_SECONDARY);
    assert_string_equal(r->published.text, "2025-02-24T22:12");
    assert_string_equal(r->cites[0].cites[0].who, "an aide");
    assert_int_equal(r->cites[0].basis, TVX_BASIS_NONE);
}

static void an_outlet_is_shown_by_its_smallest_spelling_known(void **state)
{
    fixture *f = *state;
    tvx_asked asked = all_of(f);
    const char *shown;
    put(f, "{'record':'report','negotiation':'n','outlet':'Bild','title':'x',"
           "'published':'2025-02-24'}");
    put(f, "{'record':'report','negotiation':'n','outlet':'BILD','title':'y',"
           "'published':'2025-03-01'}");
    static const struct {
        int64_t by;
        const char *asked, *shown;
    } CASES[] = {{TVX_KNOWN_ALL, "bild", "BILD"},
                 {1740500000, "bILD", "Bild"},
                 {1740000000, "bILD", "bILD"},
                 {TVX_KNOWN_ALL, "Spiegel", "Spiegel"}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        asked.known_by = CASES[i].by;
        assert_int_equal(
            tvx_store_spelling(f->store, &asked, CASES[i].asked, &f->arena, &shown, NULL), TVX_OK);
        assert_string_equal(shown, CASES[i].shown);
    }
}

static void ids_are_found_by_prefix(void **state)
{
    fixture *f = *state;
    const char *id = party(f, "America", NULL);
    char prefix[9];
    tvx_texts ids;
    memcpy(prefix, id, 8);
    prefix[8] = '\0';
    assert_int_equal(
        tvx_store_find(f->store, f->neg, prefix, TVX_RECORD_KINDS, 5, &f->arena, &ids, NULL),
        TVX_OK);
    assert_int_equal(ids.n, 1);
    assert_string_equal(ids.items[0], id);
    assert_int_equal(
        tvx_store_find(f->store, f->neg, prefix, TVX_RECORD_REPORT, 5, &f->arena, &ids, NULL),
        TVX_OK);
    assert_int_equal(ids.n, 0);
}

/* --- the file --- */

static void a_file_has_the_settings_promised(void **state)
{
    static const struct {
        const char *pragma, *value;
    } CASES[] = {{"application_id", "1953658488"}, {"user_version", "2"}};
    fixture *f = *state;
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    sqlite3 *db;
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char sql[64];
        sqlite3_stmt *statement;
        snprintf(sql, sizeof sql, "PRAGMA %s", CASES[i].pragma);
        assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
        assert_string_equal((const char *)sqlite3_column_text(statement, 0), CASES[i].value);
        sqlite3_finalize(statement);
    }
    sqlite3_close(db);
}

/* Every key of the schema begins with the negotiation. */
static void every_key_begins_with_the_negotiation(void **state)
{
    fixture *f = *state;
    sqlite3 *db;
    sqlite3_stmt *statement;
    size_t keys = 0;
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    const char *sql = "SELECT t.name, (SELECT x.name FROM pragma_index_info(i.name) x "
                      "WHERE x.seqno = 0) FROM sqlite_schema t, pragma_index_list(t.name) i "
                      "WHERE t.type = 'table'";
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        keys++;
        if (strcmp((const char *)sqlite3_column_text(statement, 1), "neg") != 0)
            fail_msg("a key of %s", sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    assert_true(keys > 15);
}

/* These look at all of a negotiation, or of a kind of name in it, and are meant to. */
static bool may_walk(tvx_statement which)
{
    static const tvx_statement MAY[] = {
        TVX_SQL_NEGOTIATION, TVX_SQL_NEGOTIATIONS,  TVX_SQL_NEXT_NEGOTIATION, TVX_SQL_NEXT_CALL,
        TVX_SQL_LOG,         TVX_SQL_ALL,           TVX_SQL_NEXT_NAME,        TVX_SQL_HEADS,
        TVX_SQL_DRAFTS,      TVX_SQL_NEXT_REPORT,   TVX_SQL_REPORTS,          TVX_SQL_SPELLINGS,
        TVX_SQL_JUDGEMENTS,  TVX_SQL_KEY_CONFLICTS, TVX_SQL_SUPERSEDERS,      TVX_SQL_LAST_CALL,
        TVX_SQL_ANY_RECORD,  TVX_SQL_SWEEP_NAMES,   TVX_SQL_DELETE_NAMES,
    };
    for (size_t i = 0; i < sizeof MAY / sizeof *MAY; i++)
        if (MAY[i] == which)
            return true;
    return false;
}

/* A step of a query plan: "SEARCH record USING INDEX record_by_call (neg=? AND call=?)". */
static bool walks(const char *step)
{
    static const char *const NARROWED_BY[] = {"(neg=?)", "(neg=? AND kind=?)"};
    const char *by = strchr(step, '(');
    if (strncmp(step, "SCAN", 4) == 0 || strstr(step, "AUTOMATIC") != NULL)
        return true;
    if (strncmp(step, "SEARCH", 6) != 0)
        return false;
    return by == NULL || strcmp(by, NARROWED_BY[0]) == 0 || strcmp(by, NARROWED_BY[1]) == 0;
}

static int count_walks(sqlite3 *db, tvx_statement which)
{
    char sql[2048];
    sqlite3_stmt *statement;
    int n = 0;
    snprintf(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", tvx_statement_texts[which]);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(statement, 3);
        n += walks(step);
        if (walks(step) && !may_walk(which))
            print_error("%s\n  %s\n", tvx_statement_texts[which], step);
    }
    sqlite3_finalize(statement);
    return n;
}

/* One that did, run for each record, would make loading quadratic. */
static void no_statement_of_a_record_walks_a_negotiation(void **state)
{
    fixture *f = *state;
    sqlite3 *db;
    int wrong = 0;
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    for (int i = 0; i < TVX_STATEMENTS; i++)
        wrong += (count_walks(db, (tvx_statement)i) > 0) != may_walk((tvx_statement)i);
    sqlite3_close(db);
    assert_int_equal(wrong, 0);
}

/* What is no travaux file, and the words that tell of it. */
static void other_files_are_refused(void **state)
{
    static const struct {
        const char *sql, *message;
    } CASES[] = {
        {"PRAGMA user_version = 99", "newer travaux"},
        {"PRAGMA application_id = 1", "no travaux file"},
        {"CREATE VIEW v AS SELECT 1", "triggers or views"},
        {"CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM call; END",
         "triggers or views"},
    };
    fixture *f = *state;
    tvx_store_free(f->store);
    f->store = NULL;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        tvx_store *store;
        sqlite3 *db;
        tvx_error error = {0};
        unlink(f->path);
        assert_int_equal(tvx_store_create(&store, f->path, NULL), TVX_OK);
        tvx_store_free(store);
        assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
        assert_int_equal(sqlite3_exec(db, CASES[i].sql, NULL, NULL, NULL), SQLITE_OK);
        sqlite3_close(db);
        assert_int_equal(tvx_store_open(&store, f->path, &error), TVX_EFILE);
        assert_null(store);
        if (strstr(error.message, CASES[i].message) == NULL)
            fail_msg("case %zu: %s", i, error.message);
        assert_true(error.hint[0] != '\0');
    }
}

static void what_is_no_database_is_refused(void **state)
{
    fixture *f = *state;
    tvx_store *store;
    tvx_error error = {0};
    tvx_store_free(f->store);
    f->store = NULL;
    FILE *file = fopen(f->path, "w");
    fputs("this is a text and no database, although it is rather long for a text of its kind",
          file);
    fclose(file);
    assert_int_equal(tvx_store_open(&store, f->path, &error), TVX_EFILE);
    assert_non_null(strstr(error.message, "no travaux file"));
    error = (tvx_error){0};
    assert_int_equal(tvx_store_open(&store, f->folder, &error), TVX_EIO);
    assert_non_null(strstr(error.message, "a folder"));
    error = (tvx_error){0};
    assert_int_equal(tvx_store_open(&store, "/nowhere/x.db", &error), TVX_EIO);
    assert_non_null(strstr(error.message, "No such file"));
    error = (tvx_error){0};
    assert_int_equal(tvx_store_create(&store, f->path, &error), TVX_EIO);
    assert_non_null(strstr(error.message, "File exists"));
}

/* --- faults --- */

static int count_fault(void *payload, const char *text, tvx_error *error)
{
    (void)text;
    (void)error;
    ++*(size_t *)payload;
    return TVX_OK;
}

static void an_altered_body_is_a_fault(void **state)
{
    fixture *f = *state;
    size_t faults = 0;
    party(f, "America", NULL);
    assert_int_equal(tvx_store_commit(f->store, NULL), TVX_OK);
    assert_int_equal(tvx_store_faults(f->store, count_fault, &faults, NULL), TVX_OK);
    assert_int_equal(faults, 0);
    sqlite3 *db;
    assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "UPDATE record SET body = x'7b7d'", NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(db);
    assert_int_equal(tvx_store_faults(f->store, count_fault, &faults, NULL), TVX_OK);
    assert_int_equal(faults, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_one_that_supersedes_is_in_force),
        CASE(of_heads_in_conflict_the_smaller_id_is_used),
        CASE(what_supersedes_may_come_first),
        CASE(of_reports_that_supersede_one_the_smaller_id_is_used),
        CASE(taking_back_what_supersedes_restores_the_old),
        CASE(conflicts_are_listed),
        CASE(conflicts_come_by_kind_then_key),
        CASE(of_reports_of_one_url_the_smallest_id_is_named),
        CASE(a_draft_is_known_once_a_report_names_it),
        CASE(claims_come_back_as_they_were),
        CASE(an_outlet_is_shown_by_its_smallest_spelling_known),
        CASE(ids_are_found_by_prefix),
        CASE(a_file_has_the_settings_promised),
        CASE(every_key_begins_with_the_negotiation),
        CASE(no_statement_of_a_record_walks_a_negotiation),
        CASE(other_files_are_refused),
        CASE(what_is_no_database_is_refused),
        CASE(an_altered_body_is_a_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
