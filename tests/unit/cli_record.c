/*
 * The commands that record, and those that keep the file: what they answer, what is in the file
 * afterwards, and that a refusal leaves it byte for byte as it was.
 */
#include "cli_run.h"

#include <sys/stat.h>
#include <unistd.h>

#include "travaux/file.h"

static char folder[64];

static const char *path_of(const char *name)
{
    static char paths[4][128];
    static int next;
    next = (next + 1) % 4;
    snprintf(paths[next], sizeof paths[next], "%s/%s", folder, name);
    return paths[next];
}

/* --- a file of its own for every test --- */

static int set_up(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/travaux-cli-XXXXXX");
    return mkdtemp(folder) == NULL || setenv("TRAVAUX_DB", path_of("t.db"), 1) != 0;
}

static int tear_down(void **state)
{
    static const char *const names[] = {"t.db",    "t.db-journal", "in.json", "out.md",
                                        "out.csv", "link.md",      "n.db",    "n.db-journal"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        unlink(path_of(names[i]));
    return rmdir(folder);
}

/* Ids are hashes: six digits behind "report " read as ID. */
static void mask_ids(char *text)
{
    static const char before[] = "report ";
    for (char *at = text; (at = strstr(at, before)) != NULL; at++) {
        char *id = at + sizeof before - 1;
        if (strspn(id, "0123456789abcdef") != 6)
            continue;
        memcpy(id, "ID", 2);
        memmove(id + 2, id + 6, strlen(id + 6) + 1);
    }
}

static void expect(const run_words *words, const char *out)
{
    run_result result = run(words);
    mask_ids(result.out);
    if (result.status != 0)
        fail_msg("%s", result.err);
    assert_string_equal(result.out, out);
}

/* Runs it, whatever it answers. */
#define DO(...)                                                                                    \
    do {                                                                                           \
        const run_words words_ = WORDS(__VA_ARGS__);                                               \
        run_result result_ = run(&words_);                                                         \
        if (result_.status != 0)                                                                   \
            fail_msg("%s", result_.err);                                                           \
    } while (0)
#define EXPECT(out, ...)                                                                           \
    do {                                                                                           \
        const run_words words_ = WORDS(__VA_ARGS__);                                               \
        expect(&words_, out);                                                                      \
    } while (0)

#define REPORT(outlet, day) "add", "--outlet", outlet, "--published", day, "--title", "T", "--quiet"

static void begin(void)
{
    DO("init", "--negotiation", "deal", "--title", "The deal", "--party", "US=United States",
       "--party", "UA=Ukraine", "--term", "share=percentage:Share of revenues", "--term",
       "guarantees=text", "--term", "aid=money,text");
}

static void begin_with_draft(void)
{
    begin();
    DO(REPORT("Babel", "2025-02-12"), "--draft", "us-0212", "--dated", "2025-02-12", "--by", "US",
       "share=50%", "guarantees=absent", "aid=USD 500 billion");
}

/* The canonical JSON of the record in force under a key. */
typedef struct wanted {
    const char *key;
    char body[2048];
    size_t n;
} wanted;

static int keep_body(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    wanted *w = payload;
    (void)error;
    if (!entry->in_force || entry->key == NULL || strcmp(entry->key, w->key) != 0)
        return TVX_OK;
    snprintf(w->body, sizeof w->body, "%s", entry->body);
    w->n++;
    return TVX_OK;
}

static const char *record_of(const char *key)
{
    static wanted w;
    tvx_file *file;
    w = (wanted){.key = key};
    assert_int_equal(tvx_file_open(&file, path_of("t.db"), NULL), TVX_OK);
    assert_int_equal(tvx_file_records(file, NULL, keep_body, &w, NULL), TVX_OK);
    tvx_file_free(file);
    assert_int_equal(w.n, 1);
    return w.body;
}

/* Bytes of a file, to be freed. */
static char *bytes_of(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    enum { MOST = 1 << 22 };
    char *bytes = malloc(MOST);
    assert_true(file != NULL && bytes != NULL);
    *size = fread(bytes, 1, MOST, file);
    fclose(file);
    return bytes;
}

/* --- init --- */

static void init_makes_the_file(void **state)
{
    (void)state;
    char expected[128];
    snprintf(expected, sizeof expected, "made %s\n", path_of("t.db"));
    EXPECT(expected, "init");
    EXPECT("added negotiation deal: The deal\n", "init", "-n", "deal", "--title", "The deal");
    assert_holds(record_of("deal"), "\"title\":\"The deal\"");
}

static void init_declares_parties_and_terms_in_their_order(void **state)
{
    (void)state;
    begin();
    assert_holds(record_of("deal"), "\"order\":[\"share\",\"guarantees\",\"aid\"]");
    assert_holds(record_of("US"), "\"name\":\"United States\"");
    assert_holds(record_of("share"), "\"kind\":[\"percentage\"]");
    assert_holds(record_of("share"), "\"title\":\"Share of revenues\"");
    assert_holds(record_of("guarantees"), "\"title\":\"Guarantees\"");
    assert_holds(record_of("aid"), "\"kind\":[\"money\",\"text\"]");
}

static const struct {
    run_words words;
    const char *err;
} init_refusals[] = {
    {WORDS("--negotiation", "x"), "a negotiation needs a title"},
    {WORDS("--title", "T"), "--title is of a negotiation, and none is named"},
    {WORDS("--negotiation", "x", "--title", "T", "--party", "US"), "--party 'US' has no name"},
    {WORDS("--negotiation", "x", "--title", "T", "--party", "=US"), "--party '=US' has no name"},
    {WORDS("--negotiation", "x", "--title", "T", "--term", "share"), "--term 'share' has no kind"},
    {WORDS("--negotiation", "x", "--title", "T", "--term", "share=percntage"),
     "travaux: --term 'share=percntage': unknown kind 'percntage'\nhint: did you mean "
     "'percentage'?"},
    {WORDS("--negotiation", "x", "--title", "T", "--term", "share=money,level"),
     "travaux term add share --kind level"},
    {WORDS("--negotiation", "x", "--title", "T", "--party", "US=\xff"), "is no UTF-8"},
    {WORDS("--negotiation", "\xff", "--title", "T"), "is no UTF-8"},
};

static void init_that_fails_leaves_no_file(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof init_refusals / sizeof init_refusals[0]; i++) {
        run_words words = WORDS("init", "--db", path_of("n.db"));
        for (size_t j = 0; init_refusals[i].words.at[j] != NULL; j++)
            words.at[j + 3] = init_refusals[i].words.at[j];
        run_result result = run(&words);
        assert_int_equal(result.status, 2);
        assert_holds(result.err, init_refusals[i].err);
        assert_int_equal(access(path_of("n.db"), F_OK), -1);
        assert_int_equal(access(path_of("n.db-journal"), F_OK), -1);
    }
}

/* --- add: what it answers --- */

static void add_tells_what_is_new(void **state)
{
    (void)state;
    begin();
    EXPECT("added report ID Babel, 12 Feb 2025, and draft us-0212\n"
           "  Share of revenues   50%       (first reported)\n"
           "  Guarantees          absent    (first reported)\n"
           "  Aid                 USD 500   (first reported)\n",
           REPORT("Babel", "2025-02-12"), "--draft", "us-0212", "--presented", "2025-02-12",
           "share=50%", "guarantees=absent", "aid=USD 500");
}

static void add_compares_with_the_draft_before(void **state)
{
    (void)state;
    begin_with_draft();
    EXPECT(
        "added report ID CNN, 24 Feb 2025, and draft us-0224\n"
        "  Share of revenues   50% \u2192 100%                               (raised by 50 points "
        "against "
        "us-0212, 12 Feb)\n"
        "  Guarantees          absent \u2192 deferred (to a later meeting)   (against us-0212, 12 "
        "Feb)\n"
        "silent on 1 term that us-0212 stated: aid\n",
        REPORT("CNN", "2025-02-24"), "--draft", "us-0224", "--presented", "24 Feb 2025",
        "--follows", "us-0212", "share=100%", "guarantees=deferred to a later meeting");
    assert_holds(record_of("us-0224"), "\"presented\":\"2025-02-24\"");
}

/* The later report leads; the draft is nobody's successor. */
static void add_to_a_draft_that_is_there(void **state)
{
    (void)state;
    begin_with_draft();
    EXPECT("added report ID CNN, 13 Feb 2025\n"
           "  Share of revenues   [100% | 50%]   (first reported)\n",
           REPORT("CNN", "2025-02-13"), "--draft", "us-0212", "share=100%");
}

static void add_without_a_draft_is_background(void **state)
{
    (void)state;
    begin();
    EXPECT("added report ID CNN, 13 Feb 2025\n"
           "2 claims that name no draft: travaux background\n",
           REPORT("CNN", "2025-02-13"), "share=100%", "guarantees=included");
}

static void add_twice_is_nothing_new(void **state)
{
    (void)state;
    begin_with_draft();
    EXPECT("nothing new: 2 records are there already\n", REPORT("Babel", "2025-02-12"), "--draft",
           "us-0212", "--dated", "2025-02-12", "--by", "US", "share=50%", "guarantees=absent",
           "aid=USD 500 billion");
}

static void add_in_bulk_is_counted(void **state)
{
    (void)state;
    DO("init");
    const run_words words = WORDS("add", "-");
    run_result result = run_with(
        &words, "{\"record\":\"negotiation\",\"key\":\"d\",\"title\":\"D\",\"parties\":[{\"key\":"
                "\"A\",\"name\":\"A\"}]}\n\n"
                "{\"record\":\"outlet\",\"negotiation\":\"d\",\"name\":\"N\",\"aliases\":[]}\n"
                "{\"record\":\"outlet\",\"negotiation\":\"d\",\"name\":\"N\",\"aliases\":[]}\n");
    assert_string_equal(result.out,
                        "added 1 party, 1 outlet, 1 negotiation; 1 was there already\n");
}

static void add_as_json(void **state)
{
    (void)state;
    begin();
    const run_words words = WORDS("party", "add", "EU", "--name", "Europe", "--json");
    run_result result = run(&words);
    assert_holds(result.out, "\"dry_run\": false");
    assert_holds(result.out, "\"added\": {\"negotiation\": 0, \"party\": 1, \"term\": 0");
    assert_holds(result.out, "{\"record\": \"party\", \"negotiation\": \"deal\", \"id\": \"");
    assert_holds(result.out, "\"key\": \"EU\", \"label\": \"Europe\", \"published\": null}");
}

/* Every writer: the same answer, and not a byte in the file. */
static void a_dry_run_records_nothing(void **state)
{
    (void)state;
    static const struct {
        run_words words;
        const char *out;
    } cases[] = {
        {WORDS(REPORT("CNN", "2025-02-13"), "--draft", "new", "--follows", "us-0212", "share=1%",
               "--dry-run"),
         "would add report ID CNN, 13 Feb 2025, and draft new\n"
         "  Share of revenues   50% \u2192 1%   (lowered by 49 points against us-0212, 12 Feb "
         "2025)\n"
         "silent on 1 term that us-0212 stated: aid\n"},
        {WORDS("term", "add", "lien", "--kind", "flag", "--title", "Lien", "--dry-run"),
         "would add term lien: Lien\n"},
        {WORDS("term", "edit", "share", "--unit", "x", "--title", "S", "--dry-run"),
         "would change term share: title, unit\n"},
    };
    size_t before_size, after_size;
    begin_with_draft();
    char *before = bytes_of(path_of("t.db"), &before_size);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect(&cases[i].words, cases[i].out);
    char *after = bytes_of(path_of("t.db"), &after_size);
    assert_int_equal(before_size, after_size);
    assert_memory_equal(before, after, after_size);
    free(before);
    free(after);
}

static void every_option_of_a_report_is_recorded(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "\"basis\":\"secondary\"",
        "\"cites\":[{\"outlet\":\"CNN\"},{\"outlet\":\"NYT\"},{\"who\":\"an aide\"}]",
        "\"url\":\"https://e.org/a\"",
        "\"archived_url\":\"https://e.org/b\"",
        "\"accessed\":\"2025-02-25\"",
        "\"byline\":\"A. B.\"",
        "\"language\":\"uk\"",
        "\"note\":\"n\"",
        "{\"draft\":\"d1\",\"stance\":\"included\",\"term\":\"share\"}",
        "{\"draft\":\"d1\",\"stance\":\"deferred\",\"term\":\"guarantees\",\"to\":\"talks\"}",
        "{\"draft\":\"d1\",\"term\":\"aid\",\"value\":\"a=b\"}",
    };
    begin();
    DO("draft", "add", "d0");
    DO(REPORT("Babel", "2025-02-24"), "--basis", "secondary", "--cites", "CNN", "--cites", "NYT",
       "--who", "an aide", "--url", "https://e.org/a", "--archived-url", "https://e.org/b",
       "--accessed", "2025-02-25", "--byline", "A. B.", "--language", "uk", "--note", "n",
       "--draft", "d1", "--starts-line", "--maybe-same-as", "d0", "share=included",
       "guarantees=deferred to talks", "aid=a=b");
    const run_words words = WORDS("export", "--format", "jsonl");
    run_result result = run(&words);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        assert_holds(result.out, parts[i]);
    assert_holds(record_of("d1"), "\"follows\":[]");
    assert_holds(record_of("d1"), "\"maybe_same_as\":[\"d0\"]");
}

static void several_drafts_are_claimed_together(void **state)
{
    (void)state;
    begin();
    DO(REPORT("Babel", "2025-02-24"), "--draft", "a", "--draft", "b", "share=20%");
    const run_words words = WORDS("export", "--format", "jsonl");
    assert_holds(run(&words).out, "{\"draft\":[\"a\",\"b\"],\"term\":\"share\",\"value\":\"20%\"}");
}

/* --- add: what it refuses, in the words that were typed --- */

static const struct {
    run_words words;
    const char *err;
} refusals[] = {
    {WORDS("add"), "travaux: add needs files, or a report given by options\n"},
    {WORDS("add", "share=50%"), "hint: TERM=VALUE needs --outlet, --published and --title"},
    {WORDS("add", "--outlet", "CNN", "share=50%"), "travaux: add needs --published\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "share"), "travaux: 'share' is no TERM=VALUE\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "=50%"), "travaux: '=50%' is no TERM=VALUE\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "share="), "travaux: 'share=' is no TERM=VALUE\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "share=\xff"), "travaux: 'share=\\xff' is no UTF-8\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "--byline", "\xff"), "--byline is no UTF-8"},
    {WORDS(REPORT("CNN", "2025-02-13"), "share=5O%"), "travaux: share=5O%: "},
    {WORDS(REPORT("CNN", "2025-02-13"), "shra=5%"), "travaux: shra=5%: unknown term 'shra'\n"},
    {WORDS(REPORT("CNN", "2025-02-30"), "share=5%"), "travaux: --published '2025-02-30': "},
    {WORDS(REPORT("CNN", "2025-02-13"), "--draft", "d", "--by", "UK", "share=5%"),
     "travaux: --by 'UK': party 'UK' is declared nowhere\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "--draft", "d", "--follows", "us-0211", "share=5%"),
     "travaux: --follows 'us-0211': draft 'us-0211' is declared nowhere\nhint: did you mean "
     "'us-0212'?"},
    {WORDS(REPORT("CNN", "2025-02-13"), "--draft", "us-0212", "--by", "UA", "share=5%"),
     "hint: travaux draft edit us-0212 changes what is recorded of it\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "--dated", "2025-02-13", "share=5%"),
     "travaux: --dated is said of one draft, but none is named\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "--draft", "a", "--draft", "b", "--by", "US", "share=5%"),
     "travaux: --by is said of one draft, but several are\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "--draft", "a", "--starts-line", "--follows", "us-0212"),
     "travaux: --follows and --starts-line are both given\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "--basis", "anonimous", "share=5%"),
     "travaux: --basis cannot be 'anonimous'\nhint: did you mean anonymous?\n"},
    {WORDS(REPORT("CNN", "2025-02-13"), "--updates", "zz", "share=5%"),
     "travaux: --updates 'zz': 'zz' is no id\n"},
    {WORDS("add", "/nowhere/at/all"),
     "travaux: /nowhere/at/all: the input cannot be opened: No such file or directory\n"},
    {WORDS("add", "/tmp"), "travaux: /tmp: the input cannot be read: Is a directory\n"},
    {WORDS("draft", "add", "us-0212", "--note", "n"),
     "travaux: draft 'us-0212' is recorded already, and not like this\nhint: travaux draft edit"},
    {WORDS("draft", "add", "x", "--follows", "x"), "travaux: drafts in a circle: "},
    {WORDS("draft", "add", "\xff"), "is no UTF-8"},
    {WORDS("draft", "edit", "us-0213", "--note", "n"),
     "travaux: no draft 'us-0213' is recorded\nhint: did you mean 'us-0212'?\n"},
    {WORDS("draft", "edit", "us-0212"), "travaux: draft 'us-0212' says that already\n"},
    {WORDS("draft", "edit", "us-0212", "--by", "US"), "says that already\n"},
    {WORDS("party", "add", "EU"), "travaux: party add needs --name\n"},
    {WORDS("party", "edit", "US", "--name", ""), "travaux: --name cannot be taken away\n"},
    {WORDS("term", "add", "x", "--title", "X"), "travaux: term add needs --kind\n"},
    {WORDS("term", "add", "x", "--title", "X", "--kind", "level"),
     "hint: add them, the lowest first: --level"},
    {WORDS("term", "add", "x", "--title", "X", "--kind", "flag", "--favours", "UK"),
     "travaux: --favours 'UK': party 'UK' is declared nowhere\n"},
    {WORDS("outlet", "add", "N", "-n", "dael"), "dael"},
};

static void refusals_leave_the_file_as_it_was(void **state)
{
    (void)state;
    size_t before_size, after_size;
    begin_with_draft();
    char *before = bytes_of(path_of("t.db"), &before_size);
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        run_result result = run(&refusals[i].words);
        assert_holds(result.err, refusals[i].err);
        assert_string_equal(result.out, "");
        assert_int_equal(result.status, 2);
        char *after = bytes_of(path_of("t.db"), &after_size);
        assert_int_equal(before_size, after_size);
        assert_memory_equal(before, after, after_size);
        free(after);
    }
    free(before);
}

static void an_error_in_a_file_names_it(void **state)
{
    (void)state;
    begin();
    FILE *file = fopen(path_of("in.json"), "w");
    assert_non_null(file);
    fputs("{\"record\":\"party\",\"negotiation\":\"deal\",\"key\":\"A\",\"name\":\"A\"}\n"
          "{\"record\":\"party\",\"negotiation\":\"deal\",\"key\":\"B\",\"nmae\":\"B\"}\n",
          file);
    fclose(file);
    const run_words words = WORDS("add", path_of("in.json"));
    run_result result = run(&words);
    char expected[160];
    snprintf(expected, sizeof expected, "travaux: %s:2: /nmae: unknown member 'nmae'",
             path_of("in.json"));
    assert_holds(result.err, expected);
    assert_holds(result.err, "\nhint: did you mean 'name'?\n");
    assert_int_equal(result.status, 2);
}

/* --- add and edit of single records --- */

static const struct {
    run_words words;
    const char *out, *key, *body; /* what its record holds then; NULL: what it holds no more */
    const char *without;
} edits[] = {
    {WORDS("party", "add", "EU", "--name", "Europe"), "added party EU: Europe\n", "EU",
     "\"name\":\"Europe\"", "supersedes"},
    {WORDS("party", "edit", "EU", "--name", "EU 27"), "changed party EU: name\n", "EU",
     "\"name\":\"EU 27\",\"negotiation\":\"deal\",\"record\":\"party\",\"supersedes\":[\"", NULL},
    {WORDS("outlet", "add", "N"), "added outlet N\n", "N", "\"aliases\":[]", NULL},
    {WORDS("outlet", "edit", "N", "--alias", "NN", "--alias", "NNN"), "changed outlet N: alias\n",
     "N", "\"aliases\":[\"NN\",\"NNN\"]", NULL},
    {WORDS("outlet", "edit", "N", "--alias", ""), "changed outlet N: alias\n", "N",
     "\"aliases\":[]", "NNN"},
    {WORDS("term", "add", "s", "--title", "S", "--kind", "percentage", "--favours", "US", "--base",
           "revenue=revenues, income ,", "--base", "GDP", "--tag", "oil", "--variant", "2016",
           "--definition", "D"),
     "added term s: S\n", "s",
     "\"bases\":[{\"aliases\":[\"revenues\",\"income\"],\"name\":\"revenue\"},{\"name\":\"GDP\"}],"
     "\"definition\":\"D\",\"favours\":\"US\",\"key\":\"s\",\"kind\":\"percentage\"",
     "supersedes"},
    {WORDS("term", "edit", "s", "--kind", "percentage", "--kind", "text", "--favours", ""),
     "changed term s: kind, favours\n", "s",
     "\"definition\":\"D\",\"key\":\"s\",\"kind\":[\"percentage\",\"text\"]", "favours"},
    {WORDS("term", "edit", "s", "--tag", "oil=crude"), "changed term s: tag\n", "s",
     "\"tags\":[{\"aliases\":[\"crude\"],\"name\":\"oil\"}]", NULL},
    {WORDS("term", "add", "g", "--title", "G", "--kind", "level", "--level", "low", "--level",
           "high"),
     "added term g: G\n", "g", "\"levels\":[\"low\",\"high\"]", NULL},
    {WORDS("term", "add", "b", "--title", "B", "--kind", "number", "--unit", "pages"),
     "added term b: B\n", "b", "\"unit\":\"pages\"", NULL},
    {WORDS("draft", "add", "d0"), "added draft d0\n", "d0", "\"key\":\"d0\"", "follows"},
    {WORDS("draft", "add", "d1", "--title", "D", "--dated", "Feb 2025", "--presented", "2025-02-24",
           "--by", "US", "--by", "UA", "--follows", "d0", "--amends", "d0", "--maybe-same-as", "d0",
           "--url", "u", "--note", "n"),
     "added draft d1: D\n", "d1",
     "{\"amends\":\"d0\",\"by\":[\"US\",\"UA\"],\"dated\":\"2025-02\",\"follows\":[\"d0\"],\"key\":"
     "\"d1\",\"maybe_same_as\":[\"d0\"],\"negotiation\":\"deal\",\"note\":\"n\",\"presented\":"
     "\"2025-02-24\",\"record\":\"draft\",\"title\":\"D\",\"url\":\"u\"}",
     NULL},
    {WORDS("draft", "edit", "d1", "--starts-line", "--amends", ""),
     "changed draft d1: follows, amends\n", "d1", "\"follows\":[]", "amends"},
    {WORDS("draft", "edit", "d1", "--note", "m"), "changed draft d1: note\n", "d1",
     "\"follows\":[]", "\"n\""},
    {WORDS("draft", "edit", "d1", "--follows", "", "--by", "US"), "changed draft d1: by, follows\n",
     "d1", "\"by\":\"US\"", "follows"},
};

static void records_are_added_and_edited_from_options(void **state)
{
    (void)state;
    begin();
    for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++) {
        print_message("  %s", edits[i].out);
        run_result result = run(&edits[i].words);
        assert_int_equal(result.status, 0);
        assert_string_equal(result.out, edits[i].out);
        const char *body = record_of(edits[i].key);
        assert_holds(body, edits[i].body);
        if (edits[i].without != NULL && strstr(body, edits[i].without) != NULL)
            fail_msg("'%s' in %s", edits[i].without, body);
    }
    EXPECT("nothing new: 1 record is there already\n", "draft", "add", "d0");
}

static void an_edit_settles_heads_in_conflict(void **state)
{
    (void)state;
    begin();
    const run_words words = WORDS("add", "-", "-q");
    run_with(&words,
             "{\"record\":\"party\",\"negotiation\":\"deal\",\"key\":\"EU\",\"name\":\"a\"}"
             "{\"record\":\"party\",\"negotiation\":\"deal\",\"key\":\"EU\",\"name\":\"b\"}");
    EXPECT("changed party EU: name\n", "party", "edit", "EU", "--name", "c");
    assert_holds(record_of("EU"), "\"name\":\"c\"");
}

static void which_negotiation_must_be_said_of_several(void **state)
{
    (void)state;
    begin();
    DO("init", "-n", "other", "--title", "Other");
    const run_words unsaid = WORDS("party", "add", "EU", "--name", "E");
    assert_string_equal(run(&unsaid).err, "travaux: the file holds several negotiations\n"
                                          "hint: name one with -n: deal, other\n");
    EXPECT("added party EU: E\n", "party", "add", "EU", "--name", "E", "-n", "other");
    assert_holds(record_of("EU"), "\"negotiation\":\"other\"");
}

/* --- log, check, rebuild --- */

static void the_log_tells_what_is_superseded(void **state)
{
    (void)state;
    begin();
    DO("party", "edit", "US", "--name", "USA");
    const run_words text = WORDS("log"), csv = WORDS("log", "--format", "csv");
    run_result result = run(&text);
    assert_holds(result.out, "  US          United States (superseded)\n");
    assert_holds(result.out, "  party edit   party ");
    assert_holds(result.out, "  US          USA\n");
    result = run(&csv);
    assert_int_equal(strncmp(result.out,
                             "call,recorded,command,negotiation,record,id,key,label,in_force\r\n",
                             64),
                     0);
    assert_holds(result.out, ",US,United States,false\r\n");
}

static void check_and_rebuild_say_how_it_is(void **state)
{
    (void)state;
    char expected[128];
    begin_with_draft();
    snprintf(expected, sizeof expected, "%s: sound\n", path_of("t.db"));
    EXPECT(expected, "check");
    snprintf(expected, sizeof expected, "the indexes of %s are made anew\n", path_of("t.db"));
    EXPECT(expected, "rebuild");
    snprintf(expected, sizeof expected, "{\"rebuilt\": \"%s\"}\n", path_of("t.db"));
    EXPECT(expected, "rebuild", "--json");
}

/* --- export -o --- */

static run_result export_to(const char *name, const char *option)
{
    const run_words words = WORDS("export", "-o", path_of(name), option);
    return run(&words);
}

static void an_export_is_put_where_it_belongs(void **state)
{
    (void)state;
    struct stat there;
    char expected[128];
    begin_with_draft();
    run_result result = export_to("out.md", NULL);
    snprintf(expected, sizeof expected, "wrote %s\n", path_of("out.md"));
    assert_string_equal(result.err, expected);
    assert_string_equal(result.out, "");
    assert_int_equal(result.status, 0);
    assert_int_equal(chmod(path_of("out.md"), 0600), 0);
    result = export_to("out.md", "--quiet");
    assert_string_equal(result.err, "");
    assert_int_equal(stat(path_of("out.md"), &there), 0);
    assert_int_equal(there.st_mode & 0777, 0600);
    assert_true(there.st_size > 0);
    assert_int_equal(export_to("out.csv", "--claims").status, 0);
}

static void an_export_replaces_nothing_but_files(void **state)
{
    (void)state;
    begin();
    assert_int_equal(symlink("out.md", path_of("link.md")), 0);
    assert_holds(export_to("link.md", NULL).err, "is no regular file and is not replaced\n");
    assert_holds(export_to("", "--format=md").err, "is no regular file and is not replaced\n");
    assert_holds(export_to("no/out.md", NULL).err, "cannot be written: No such file");
    assert_holds(export_to("out.pdf", NULL).err, "no format is known by the end of '");
    assert_holds(export_to("out.pdf", NULL).err, "\nhint: add --format, one of: json, jsonl, csv");
    assert_holds(export_to("out.md", "--claims").err, "--claims goes with csv, not with md\n");
    assert_holds(export_to("out.md", "--format=markdwn").err, "markdwn");
    assert_int_equal(access(path_of("out.md"), F_OK), -1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(init_makes_the_file),
        TEST(init_declares_parties_and_terms_in_their_order),
        TEST(init_that_fails_leaves_no_file),
        TEST(add_tells_what_is_new),
        TEST(add_compares_with_the_draft_before),
        TEST(add_to_a_draft_that_is_there),
        TEST(add_without_a_draft_is_background),
        TEST(add_twice_is_nothing_new),
        TEST(add_in_bulk_is_counted),
        TEST(add_as_json),
        TEST(a_dry_run_records_nothing),
        TEST(every_option_of_a_report_is_recorded),
        TEST(several_drafts_are_claimed_together),
        TEST(refusals_leave_the_file_as_it_was),
        TEST(an_error_in_a_file_names_it),
        TEST(records_are_added_and_edited_from_options),
        TEST(an_edit_settles_heads_in_conflict),
        TEST(which_negotiation_must_be_said_of_several),
        TEST(the_log_tells_what_is_superseded),
        TEST(check_and_rebuild_say_how_it_is),
        TEST(an_export_is_put_where_it_belongs),
        TEST(an_export_replaces_nothing_but_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
