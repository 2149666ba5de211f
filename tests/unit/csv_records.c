/* Rows as reports: issue 4, point 7; formats, 1 (CSV shapes); the forms of travaux/import.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/buf.h"
#include "base/fail.h"
#include "base/mem.h"
#include "limited.h"
#include "read/cites.h"
#include "read/csv_records.h"
#include "read/csv_value.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* --- sources and takers --- */

typedef struct source {
    const char *text;
    size_t left;
} source;

static int give(void *payload, char *buffer, size_t size, size_t *got, tvx_error *error)
{
    source *s = payload;
    (void)error;
    *got = size < s->left ? size : s->left;
    memcpy(buffer, s->text, *got);
    s->text += *got;
    s->left -= *got;
    return TVX_OK;
}

typedef struct notes {
    tvx_buf records, warnings;
    const char *fail; /* a pointer at which every record fails; or NULL */
} notes;

static int take(void *payload, const tvx_made *made, tvx_error *error)
{
    notes *n = payload;
    assert_int_equal(strlen(made->text), made->size);
    tvx_buf_format(&n->records, "%lu%s%s:%s\n", made->line, made->known == NULL ? "" : "=",
                   made->known == NULL ? "" : made->known, made->text);
    if (n->fail == NULL)
        return TVX_OK;
    int code = tvx_fail(error, TVX_EINPUT, "refused");
    tvx_fail_within(error, "%s", n->fail);
    tvx_fail_at(error, NULL, made->line);
    return code;
}

static int warn(void *payload, unsigned long line, const char *text, tvx_error *error)
{
    notes *n = payload;
    (void)error;
    tvx_buf_format(&n->warnings, "%lu:%s\n", line, text);
    return TVX_OK;
}

static const tvx_import_row rows[] = {{"share", "Share of revenues"},
                                      {"share:new", "Share of revenues: new"},
                                      {"guarantees", "Security guarantees"}};
static const tvx_import_given none = {.negotiation = "n", .rows = rows, .n_rows = COUNT(rows)};

static int read_text(const char *text, const tvx_import_given *given, notes *out, tvx_error *error)
{
    source s = {.text = text, .left = strlen(text)};
    const tvx_made_sink sink = {.take = take, .warn = warn, .payload = out};
    tvx_csv_records *records;
    int code = tvx_csv_records_read(&records, give, &s, 0, given, &sink, error);
    tvx_csv_records_free(records);
    return code;
}

static void dispose(notes *n)
{
    tvx_buf_dispose(&n->records);
    tvx_buf_dispose(&n->warnings);
}

/* --- records --- */

#define REPORT  "{\"record\":\"report\",\"negotiation\":\"n\",\"outlet\":\"CNN\",\"title\":\"T\","
#define TODAY   "\"published\":\"2025-02-24\""
#define HEAD    "outlet,title,published"
#define CNN     "CNN,T,2025-02-24"
#define D1      "\"drafts\":[{\"key\":\"d1\"}]}\n"
#define CLAIM   "{\"draft\":\"d1\",\"term\":\"share\",\"value\":\"50%\"}"
#define CLAIMED "\"claims\":[" CLAIM "]," D1

static const struct {
    const char *rule, *text, *records, *warnings;
} made[] = {
    /* --- a claim a row --- */
    {"a claim", HEAD ",draft,term,value\n" CNN ",d1,share,50%\n", "2:" REPORT TODAY "," CLAIMED,
     ""},
    {"names of columns in any case and order",
     "Value,TERM,Draft , report-title,Outlet,Published\n50%,share,d1,T,CNN,2025-02-24\n",
     "2:" REPORT TODAY "," CLAIMED, ""},
    {"a claim that names no draft is background", HEAD ",draft,term,value\n" CNN ",,share,50%\n",
     "2:" REPORT TODAY ",\"claims\":[{\"term\":\"share\",\"value\":\"50%\"}]}\n", ""},
    {"on several drafts", HEAD ",draft,term,value\n" CNN ",d1; d2,share,50%\n",
     "2:" REPORT TODAY ",\"claims\":[{\"draft\":[\"d1\",\"d2\"],\"term\":\"share\",\"value\":\"50%"
     "\"}],\"drafts\":[{\"key\":\"d1\"},{\"key\":\"d2\"}]}\n",
     ""},
    {"rows of one article are one report; claims by draft, then term, in whatever order they stand",
     HEAD ",draft,term,value\n" CNN ",d1,share,50%\nBBC,T,2025-02-24,d1,share,1%\n" CNN
          ",d1,guarantees,yes\n" CNN ",d0,share,40%\n",
     "2:" REPORT TODAY ",\"claims\":[{\"draft\":\"d0\",\"term\":\"share\",\"value\":\"40%\"},"
     "{\"draft\":\"d1\",\"term\":\"guarantees\",\"value\":\"yes\"}," CLAIM
     "],\"drafts\":[{\"key\":\"d0\"},{\"key\":\"d1\"}]}\n"
     "3:{\"record\":\"report\",\"negotiation\":\"n\",\"outlet\":\"BBC\",\"title\":\"T\"," TODAY
     ",\"claims\":[{\"draft\":\"d1\",\"term\":\"share\",\"value\":\"1%\"}]}\n",
     ""},
    {"the same claim twice is one",
     HEAD ",draft,term,value\n" CNN ",d1,share,50%\n" CNN ",d1,share,50%\n",
     "2:" REPORT TODAY "," CLAIMED, ""},
    {"another URL is another article",
     HEAD ",url,draft,term,value\n" CNN ",,d1,share,50%\n" CNN ",u,d1,share,50%\n",
     "2:" REPORT TODAY "," CLAIMED "3:" REPORT TODAY ",\"url\":\"u\",\"claims\":[" CLAIM "]}\n",
     ""},
    {"what a report is else, said in one row or in several",
     HEAD ",draft,term,value,byline,language,archived_url,accessed,report_note\n" CNN
          ",d1,share,50%,A. B.,,,2025-03-01,z\n" CNN ",d1,share,50%,,en,u,2025-03-01,a\n",
     "2:" REPORT TODAY ",\"archived_url\":\"u\",\"accessed\":\"2025-03-01\",\"byline\":\"A. B.\","
     "\"language\":\"en\",\"claims\":[" CLAIM
     "],\"drafts\":[{\"key\":\"d1\"}],\"note\":\"a; z\"}\n",
     ""},
    {"basis and sources that all rows share are the report's",
     HEAD ",draft,term,value,basis,attribution\n" CNN ",d1,share,50%,On record,AFP\n" CNN
          ",d1,guarantees,x,on_record,AFP\n",
     "2:" REPORT TODAY ",\"basis\":\"on_record\",\"cites\":[{\"outlet\":\"AFP\"}],\"claims\":["
     "{\"draft\":\"d1\",\"term\":\"guarantees\",\"value\":\"x\"}," CLAIM "]," D1,
     ""},
    {"else the claims'",
     HEAD ",draft,term,value,basis,cites\n" CNN ",d1,share,50%,secondary,AFP\n" CNN
          ",d1,guarantees,x,,\n",
     "2:" REPORT TODAY ",\"claims\":[{\"draft\":\"d1\",\"term\":\"guarantees\",\"value\":\"x\"},"
     "{\"draft\":\"d1\",\"term\":\"share\",\"value\":\"50%\",\"basis\":\"secondary\",\"cites\":[{"
     "\"outlet\":\"AFP\"}]}]," D1,
     ""},
    {"a draft is declared with what is said of it, once",
     HEAD ",draft,draft_date,presented,party,follows,amends,draft_title,term,value\n" CNN
          ",d1,2025-02-21,2025-02-22,\"US, UA\",d0; d9,d0,Second,share,50%\n" CNN
          ",d1,,,,,,,share,50%\n",
     "2:" REPORT TODAY ",\"claims\":[" CLAIM "],\"drafts\":[{\"key\":\"d1\",\"title\":\"Second\","
     "\"dated\":\"2025-02-21\",\"presented\":\"2025-02-22\",\"amends\":\"d0\",\"by\":[\"US\","
     "\"UA\"],\"follows\":[\"d0\",\"d9\"]}]}\n",
     ""},
    {"a draft that starts a line", HEAD ",draft,follows,term,value\n" CNN ",d1,-,share,50%\n",
     "2:" REPORT TODAY ",\"claims\":[" CLAIM "],\"drafts\":[{\"key\":\"d1\",\"follows\":[]}]}\n",
     ""},
    {"what a claim is else",
     HEAD ",draft,term,status,value,to,condition,was,quote,where,note\n" CNN
          ",d1,share,absent,50%,,if,was,q,w,n\n" CNN ",d1,guarantees,Deferred,,later,,,,,\n",
     "2:" REPORT TODAY ",\"claims\":[{\"draft\":\"d1\",\"term\":\"guarantees\",\"stance\":"
     "\"deferred\",\"to\":\"later\"},{\"draft\":\"d1\",\"term\":\"share\",\"stance\":\"absent\","
     "\"value\":\"50%\",\"condition\":\"if\",\"was\":\"was\",\"quote\":\"q\",\"where\":\"w\","
     "\"note\":\"n\"}]," D1,
     ""},
    {"without a status the words of a stance stand for themselves; with `stated` they are wording",
     HEAD ",draft,term,status,value\n" CNN ",d1,share,,included\n" CNN
          ",d1,guarantees,stated,included\n" CNN ",d2,share,,deferred to a treaty\n",
     "2:" REPORT TODAY ",\"claims\":[{\"draft\":\"d1\",\"term\":\"guarantees\",\"value\":"
     "\"included\"},{\"draft\":\"d1\",\"term\":\"share\",\"stance\":\"included\"},{\"draft\":"
     "\"d2\",\"term\":\"share\",\"stance\":\"deferred\",\"to\":\"a treaty\"}],\"drafts\":[{"
     "\"key\":\"d1\"},{\"key\":\"d2\"}]}\n",
     ""},
    {"the id that an export wrote tells reports apart",
     HEAD ",report,draft,term,value\n" CNN ",abcd,d1,share,50%\n" CNN ",,d1,share,50%\n",
     "2=abcd:" REPORT TODAY "," CLAIMED "3:" REPORT TODAY ",\"claims\":[" CLAIM "]}\n", ""},
    {"unknown columns are notes, with a warning; a near name is suggested",
     HEAD ",draft,term,value,Editor,conditoin,note\n" CNN ",d1,share,50%,Ann,x,n\n",
     "2:" REPORT TODAY ",\"claims\":[{\"draft\":\"d1\",\"term\":\"share\",\"value\":\"50%\","
     "\"note\":\"n; Editor: Ann; conditoin: x\"}]," D1,
     "1:column 7 (Editor) is kept in the notes\n"
     "1:column 8 (conditoin) is kept in the notes: did you mean 'condition'?\n"},
    {"rows and columns in which nothing stands",
     HEAD ",draft,term,value,,\n,,,,,,,\n" CNN ",d1,share,50%,, \n", "3:" REPORT TODAY "," CLAIMED,
     ""},
    {"a row that names a draft and no term speaks of the draft",
     HEAD ",draft,term,value,note\n" CNN ",d1,,,seen\n",
     "2:" REPORT TODAY ",\"mentions\":[{\"draft\":\"d1\",\"note\":\"seen\"}]," D1, ""},
    /* --- a draft a row --- */
    {"a column a term, by key or title; an empty cell is silence",
     "draft,date,source_url," HEAD ",share,Security guarantees,share:new\nd1,2025-02-21,u," CNN
     ",50%,absent,\n",
     "2:" REPORT TODAY ",\"url\":\"u\",\"claims\":[{\"draft\":\"d1\",\"term\":\"guarantees\","
     "\"stance\":\"absent\"}," CLAIM "],\"drafts\":[{\"key\":\"d1\",\"dated\":\"2025-02-21\"}]}\n",
     ""},
    {"other columns and the note are what is said of the draft",
     "draft,pages,note," HEAD ",share\nd1,12,n," CNN ",50%\n",
     "2:" REPORT TODAY ",\"claims\":[" CLAIM "],\"mentions\":[{\"draft\":\"d1\",\"note\":"
     "\"n; pages: 12\"}]," D1,
     "1:column 2 (pages) is kept in the notes: it is no declared term\n"},
    /* --- an article a row --- */
    {"articles", "outlet,title,url,published,notes\nCNN,T,u,2025-02-24,n\n",
     "2:" REPORT TODAY ",\"url\":\"u\",\"note\":\"n\"}\n", ""},
    {"Zotero's CSV: the library catalogue is no source, and no column of its is unknown",
     "\xef\xbb\xbf\"Key\",\"Item Type\",\"Author\",\"Title\",\"Publication Title\",\"Url\","
     "\"Abstract Note\",\"Date\",\"Access Date\",\"Library Catalog\"\n"
     "\"K\",\"newspaperArticle\",\"B., A.\",\"T\",\"CNN\",\"u\",\"Short\",\"2025-02-24\","
     "\"2025-03-01 10:11:12\",\"www.cnn.com\"\n",
     "2:" REPORT TODAY ",\"url\":\"u\",\"accessed\":\"2025-03-01\",\"byline\":\"B., A.\",\"note\":"
     "\"Abstract Note: Short\"}\n",
     ""},
    {"a header alone", HEAD ",draft,term,value\n", "", ""},
};

static void makes_records(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(made); i++) {
        notes n = {0};
        tvx_error error = {0};
        if (read_text(made[i].text, &none, &n, &error) != TVX_OK)
            fail_msg("%s: %s", made[i].rule, error.message);
        if (strcmp(tvx_buf_string(&n.records), made[i].records) != 0)
            fail_msg("%s:\n%s%s", made[i].rule, tvx_buf_string(&n.records), made[i].records);
        if (strcmp(tvx_buf_string(&n.warnings), made[i].warnings) != 0)
            fail_msg("%s: %s", made[i].rule, tvx_buf_string(&n.warnings));
        dispose(&n);
    }
}

/* What is said beside the input fills what rows leave empty, and nothing else. */
static void fills_in_what_is_said_beside(void **state)
{
    (void)state;
    tvx_import_given given = none;
    given.draft = "d1";
    given.outlet = "CNN";
    given.published = "2025-02-24";
    given.title = "T";
    notes n = {0};
    tvx_error error = {0};
    assert_int_equal(read_text("share\n50%\n", &given, &n, &error), TVX_OK);
    assert_string_equal(tvx_buf_string(&n.records), "2:" REPORT TODAY "," CLAIMED);
    dispose(&n);
    n = (notes){.fail = NULL};
    assert_int_equal(read_text("outlet,draft,share\nBBC,d2,50%\n", &given, &n, &error), TVX_OK);
    assert_string_equal(
        tvx_buf_string(&n.records),
        "2:{\"record\":\"report\",\"negotiation\":\"n\",\"outlet\":\"BBC\",\"title\":\"T\"," TODAY
        ",\"claims\":[{\"draft\":\"d2\",\"term\":\"share\",\"value\":\"50%\"}],\"drafts\":[{"
        "\"key\":\"d2\"}]}\n");
    dispose(&n);
}

/* --- what is refused --- */

static const struct {
    const char *rule, *text, *message;
    unsigned long line;
    const char *place;
} refused[] = {
    {"data instead of a header", "us-0221,2025-02-21,share,50%\n",
     "the first row is data, or names no column that is known: 'us-0221', '2025-02-21', 'share', …",
     1, ""},
    {"columns that say of what nobody knows", "value,outlet\n50%,CNN\n",
     "no column says what a row is about", 1, ""},
    {"a column twice", HEAD ",term,url,source_url\n",
     "column 5 (url) says already what this one says", 1, "column 6 (source_url)"},
    {"no outlet anywhere", "title,published,term,value\n",
     "no column 'outlet' is there: every report has one", 1, ""},
    {"no outlet in a row", HEAD ",term,value\n,T,2025-02-24,share,50%\n",
     "'outlet' is missing: every report has one", 2, "column 1 (outlet)"},
    {"a term that is nearly there", HEAD ",draft,shrae\n", "unknown term 'shrae'", 1,
     "column 5 (shrae)"},
    {"text in a column without a name", HEAD ",term,value,\n" CNN ",share,50%,x\n",
     "the column has no name, but a text: 'x'", 2, "column 6"},
    {"a term of which nothing is said", HEAD ",term,value\n" CNN ",share,\n",
     "nothing is said of the term", 2, "column 5 (value)"},
    {"stated without a value", HEAD ",term,value,status\n" CNN ",share,,stated\n",
     "a term that is stated has a value", 2, "column 5 (value)"},
    {"a status that is none", HEAD ",term,value,status\n" CNN ",share,1%,maybe\n",
     "'maybe' is no status", 2, "column 6 (status)"},
    {"a value of no term", HEAD ",term,value\n" CNN ",,50%\n", "the row names no term", 2,
     "column 4 (term)"},
    {"a basis that is none", HEAD ",term,value,basis\n" CNN ",share,1%,rumour\n",
     "'rumour' is no basis", 2, "column 6 (basis)"},
    {"sources that cannot be read", HEAD ",term,value,cites\n" CNN ",share,1%,A <\n",
     "the name of a source is missing", 2, "column 6 (cites)"},
    {"a date of no draft", HEAD ",draft_date,term,value\n" CNN ",2025-02-21,share,1%\n",
     "this is said of one draft, but the row names none", 2, "column 4 (draft_date)"},
    {"a date of two drafts", HEAD ",draft,party,term,value\n" CNN ",d1;d2,US,share,1%\n",
     "this is said of one draft, but the row names several", 2, "column 5 (party)"},
    {"rows of one article that disagree",
     HEAD ",byline,term,value\n" CNN ",A,share,1%\n" CNN ",,share,2%\n" CNN ",B,share,3%\n",
     "'byline' of this article is 'A' in line 2, but 'B' here", 4, "column 4 (byline)"},
    {"the sheet of TimelineJS", "Year,Month,Day,Headline,Text,Media\n2025,2,12,A,B,C\n",
     "this is a TimelineJS sheet: events, without the reports that tell them", 1, ""},
    {"an export of changes", "draft,dated,from_draft,term,title,change\n",
     "this is an export of changes, which are reckoned from claims", 1, ""},
    {"what the reader of rows refuses", HEAD ",term\n" CNN "\n",
     "the row has 3 cells, the header 4", 2, "column 4 (term)"},
};

static void refuses_what_it_cannot_mean(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        notes n = {0};
        tvx_error error = {0};
        int code = read_text(refused[i].text, &none, &n, &error);
        if (code != TVX_EINPUT || strcmp(error.message, refused[i].message) != 0)
            fail_msg("%s: %d %s", refused[i].rule, code, error.message);
        if (error.line != refused[i].line || strcmp(error.pointer, refused[i].place) != 0)
            fail_msg("%s: line %lu, '%s'", refused[i].rule, error.line, error.pointer);
        if (error.hint[0] == '\0')
            fail_msg("%s: no hint", refused[i].rule);
        dispose(&n);
    }
}

/* --- places: an error in a record is told as one in the row that it was made of --- */

#define LONG                                                                                       \
    HEAD ",draft,draft_date,term,value\nBBC,T,2025,d1,2025,share,1%\n" CNN ",d3,,share,3%\n" CNN   \
         ",d2,2026,share,2%\n"
#define WIDE "draft,note," HEAD ",share,guarantees\nd1,n," CNN ",1%,x\n"

static const struct {
    const char *rule, *text, *pointer;
    unsigned long line;
    const char *place;
} places[] = {
    {"the term of the first row", LONG, "/claims/0/term", 2, "column 6 (term)"},
    {"its value, within", LONG, "/claims/0/value/low", 2, "column 7 (value)"},
    {"its draft, one of several", LONG, "/claims/0/draft/1", 2, "column 4 (draft)"},
    {"a stance, of which there is no column", LONG, "/claims/0/stance", 2, ""},
    {"a date of the draft", LONG, "/drafts/0/dated", 2, "column 5 (draft_date)"},
    {"the draft itself", LONG, "/drafts/0", 2, "column 4 (draft)"},
    {"the date of the report", LONG, "/published", 2, "column 3 (published)"},
    {"the id of the report, of which there is no column", LONG, "/report", 2, ""},
    {"what is of no column", LONG, "/negotiation", 2, ""},
    {"the term of a column", WIDE, "/claims/1/value", 2, "column 6 (share)"},
    {"the draft of its row", WIDE, "/claims/0/draft", 2, "column 1 (draft)"},
    {"a note on the draft", WIDE, "/mentions/0/note", 2, "column 2 (note)"},
};

static void tells_where_it_stood(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(places); i++) {
        notes n = {.fail = places[i].pointer};
        tvx_error error = {0};
        assert_int_equal(read_text(places[i].text, &none, &n, &error), TVX_EINPUT);
        if (error.line != places[i].line || strcmp(error.pointer, places[i].place) != 0)
            fail_msg("%s: line %lu, '%s'", places[i].rule, error.line, error.pointer);
        dispose(&n);
    }
}

/* Claims are ordered anew: the second one of the record stood in the first row of its article. */
static void tells_where_it_stood_after_ordering(void **state)
{
    (void)state;
    static const char text[] = HEAD ",draft,term,value\n" CNN ",d3,share,3%\n" CNN ",d2,share,2%\n";
    static const unsigned long lines[] = {3, 2};
    for (size_t i = 0; i < COUNT(lines); i++) {
        notes n = {.fail = i == 0 ? "/claims/0/value" : "/claims/1/value"};
        tvx_error error = {0};
        assert_int_equal(read_text(text, &none, &n, &error), TVX_EINPUT);
        assert_int_equal(error.line, lines[i]);
        assert_string_equal(error.pointer, "column 6 (value)");
        dispose(&n);
    }
}

/* --- cells --- */

static const struct {
    const char *value, *unit, *whole;
} units[] = {
    {"50", "%", "50%"},
    {"up to 50", "%", "up to 50%"},
    {"50%", "%", "50%"},
    {"50 of revenue", "%", "50% of revenue"},
    {"33 to 50 over 4 years", "%", "33 to 50% over 4 years"},
    {"-1.5", "%", "-1.5%"},
    {"500", "USD", "USD 500"},
    {"about 500", "USD billion", "about USD 500 billion"},
    {"300 to 350", "USD million", "USD 300 to 350 million"},
    {"80,000", "EUR", "EUR 80,000"},
    {"500", "$", "$500"},
    {"500", "€bn", "€500bn"},
    {"58", "pages", "58 pages"},
    {"USD 5", "USD", "USD 5"},
    {"yes", "%", "yes"},
    {"10", NULL, "10"},
};

static void puts_units_where_they_belong(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    for (size_t i = 0; i < COUNT(units); i++)
        assert_string_equal(tvx_csv_value(&arena, units[i].value, units[i].unit), units[i].whole);
    assert_null(tvx_csv_value(&arena, NULL, "%"));
    tvx_arena_dispose(&arena);
}

static const struct {
    const char *text, *json;
} chains[] = {
    {"CNN", "[{\"outlet\":\"CNN\"}]"},
    {" CNN ;  Axios ", "[{\"outlet\":\"CNN\"},{\"outlet\":\"Axios\"}]"},
    {"CNN < AFP < Tass",
     "[{\"outlet\":\"CNN\",\"cites\":[{\"outlet\":\"AFP\",\"cites\":[{\"outlet\":\"Tass\"}]}]}]"},
    {"CNN < AFP; Axios",
     "[{\"outlet\":\"CNN\",\"cites\":[{\"outlet\":\"AFP\"}]},{\"outlet\":\"Axios\"}]"},
    {"CNN < (AFP < X; who: an aide [on_record]); Axios",
     "[{\"outlet\":\"CNN\",\"cites\":[{\"outlet\":\"AFP\",\"cites\":[{\"outlet\":\"X\"}]},{\"who\":"
     "\"an aide\",\"basis\":\"on_record\"}]},{\"outlet\":\"Axios\"}]"},
    {"CNN < Ukrainian officials (anonymous)",
     "[{\"outlet\":\"CNN\",\"cites\":[{\"who\":\"Ukrainian "
     "officials\",\"basis\":\"anonymous\"}]}]"},
    {"Mr. X (on record)", "[{\"who\":\"Mr. X\",\"basis\":\"on_record\"}]"},
    {"FT (document)", "[{\"outlet\":\"FT\",\"basis\":\"document\"}]"},
    {"NV (New Voice) [secondary]", "[{\"outlet\":\"NV (New Voice)\",\"basis\":\"secondary\"}]"},
    {"CNN [https://e.org/a?b=1]", "[{\"outlet\":\"CNN\",\"url\":\"https://e.org/a?b=1\"}]"},
    {"CNN [document, \"a,b]\"] < X", "[{\"outlet\":\"CNN\",\"basis\":\"document\",\"url\":\"a,b]\","
                                     "\"cites\":[{\"outlet\":\"X\"}]}]"},
    {"\"A; B < \"\"C\"\"\"; who: \"D (text)\"",
     "[{\"outlet\":\"A; B < \\\"C\\\"\"},{\"who\":\"D (text)\"}]"},
};

static void reads_chains(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(chains); i++) {
        tvx_buf out = {0};
        tvx_error error = {0};
        if (tvx_read_cites(&out, chains[i].text, &error) != TVX_OK)
            fail_msg("%s: %s", chains[i].text, error.message);
        assert_string_equal(tvx_buf_string(&out), chains[i].json);
        tvx_buf_dispose(&out);
    }
}

static const struct {
    const char *text, *message;
} no_chains[] = {
    {"CNN <", "the name of a source is missing"},
    {"CNN; ", "the name of a source is missing"},
    {"< CNN", "the name of a source is missing"},
    {"CNN < (A; B", "a parenthesis in the sources is not closed"},
    {"CNN)", "')' stands where a source should end"},
    {"CNN ]", "']' stands where a source should end"},
    {"CNN > Axios", "'> Axios' stands where a source should end"},
    {"CNN \"x\" y", "'\"x\" y' stands where a source should end"},
    {"CNN (Axios", "a parenthesis in the sources is not closed"},
    {"CNN < (A (B; C)", "a parenthesis in the sources is not closed"},
    {"CNN [anonymous] x", "'x' stands where a source should end"},
    {"CNN [anonymous", "a bracket in the sources is not closed"},
    {"CNN [rumour]", "'rumour' is neither a basis nor a URL"},
    {"\"CNN", "a quote in the sources is not closed"},
};

static void refuses_what_is_no_chain(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(no_chains); i++) {
        tvx_buf out = {0};
        tvx_error error = {0};
        assert_int_equal(tvx_read_cites(&out, no_chains[i].text, &error), TVX_EINPUT);
        assert_string_equal(error.message, no_chains[i].message);
        assert_true(error.hint[0] != '\0');
        tvx_buf_dispose(&out);
    }
}

/* Ten thousand sources behind one another. */
static void refuses_chains_that_have_no_end(void **state)
{
    (void)state;
    tvx_buf text = {0}, out = {0};
    tvx_error error = {0};
    for (size_t i = 0; i < 10000; i++)
        tvx_buf_text(&text, "A < ");
    tvx_buf_text(&text, "A");
    assert_int_equal(tvx_read_cites(&out, text.data, &error), TVX_EINPUT);
    assert_string_equal(error.message, "more than 29 sources stand behind one another");
    tvx_buf_dispose(&text);
    tvx_buf_dispose(&out);
}

/* --- want of memory --- */

static void tells_of_want_of_memory(void **state)
{
    (void)state;
    long n = 0;
    for (int code = TVX_ENOMEM; code == TVX_ENOMEM; n++) {
        notes found = {0};
        tvx_error error = {0};
        allocations_left = n;
        code = read_text(LONG, &none, &found, &error);
        allocations_left = -1;
        if (code != TVX_OK)
            assert_string_equal(error.message, "out of memory");
        dispose(&found);
    }
    assert_true(n > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_records),
        cmocka_unit_test(fills_in_what_is_said_beside),
        cmocka_unit_test(refuses_what_it_cannot_mean),
        cmocka_unit_test(tells_where_it_stood),
        cmocka_unit_test(tells_where_it_stood_after_ordering),
        cmocka_unit_test(puts_units_where_they_belong),
        cmocka_unit_test(reads_chains),
        cmocka_unit_test(refuses_what_is_no_chain),
        cmocka_unit_test(refuses_chains_that_have_no_end),
        cmocka_unit_test(tells_of_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
