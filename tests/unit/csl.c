/* CSL-JSON as reports: issue 4, point 7; formats, 1 (CSL-JSON -> report record) and 7.2. */
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
#include "read/csl.h"

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
    assert_null(made->known);
    tvx_buf_format(&n->records, "%lu:%s\n", made->line, made->text);
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

static const tvx_import_given none = {.negotiation = "n"};

static int read_text(const char *text, const tvx_import_given *given, notes *out, tvx_error *error)
{
    source s = {.text = text, .left = strlen(text)};
    const tvx_made_sink sink = {.take = take, .warn = warn, .payload = out};
    return tvx_read_csl(give, &s, given, &sink, error);
}

static void dispose(notes *n)
{
    tvx_buf_dispose(&n->records);
    tvx_buf_dispose(&n->warnings);
}

/* --- members --- */

#define REPORT "1:{\"record\":\"report\",\"negotiation\":\"n\","
#define ISSUED "\"issued\":{\"date-parts\":[[2025,2,24]]}"
#define TODAY  "\"published\":\"2025-02-24\""
#define ITEM   "{\"title\":\"T\",\"container-title\":\"CNN\"," ISSUED
#define CNN    REPORT "\"outlet\":\"CNN\",\"title\":\"T\"," TODAY

static const struct {
    const char *rule, *item, *record, *warnings;
} items[] = {
    {"what is needed", ITEM "}", CNN "}\n", ""},
    {"of a list", "[" ITEM "}," ITEM "}]", CNN "}\n" CNN "}\n", ""},
    {"title: markup is taken off, and nothing else",
     "{\"title\":\"<i>A</i> < B <b>c</b><sub>2</sub> <span style=\\\"x\\\">d</span> <q>\","
     "\"container-title\":\"CNN\"," ISSUED "}",
     REPORT "\"outlet\":\"CNN\",\"title\":\"A < B c2 d <q>\"," TODAY "}\n", ""},
    {"outlet: else the publisher", "{\"title\":\"T\",\"publisher\":\"CNN\"," ISSUED "}", CNN "}\n",
     ""},
    {"outlet: else the host",
     "{\"title\":\"T\",\"URL\":\"https://www.cnn.com:443/a?b@c\"," ISSUED "}",
     REPORT "\"outlet\":\"cnn.com\",\"title\":\"T\"," TODAY
            ",\"url\":\"https://www.cnn.com:443/a?b@c\"}\n",
     ""},
    {"byline: people and desks",
     ITEM ",\"author\":[{\"family\":\"Beethoven\",\"given\":\"Ludwig\","
          "\"non-dropping-particle\":\"van\",\"suffix\":\"Jr.\"},"
          "{\"literal\":\"CNN staff\"}]}",
     CNN ",\"byline\":\"Ludwig van Beethoven Jr., CNN staff\"}\n", ""},
    {"URL and language as they stand there",
     ITEM ",\"URL\":\"HTTP://X/%20\",\"language\":\"en-US\"}",
     CNN ",\"url\":\"HTTP://X/%20\",\"language\":\"en-US\"}\n", ""},
    {"a language that is no code is kept, with a warning", ITEM ",\"language\":\"українська\"}",
     CNN ",\"language\":\"українська\"}\n",
     "1:'T': the language is no code such as en or uk: 'українська'\n"},
    {"accessed: a day", ITEM ",\"accessed\":{\"date-parts\":[[\"2025\",3,\"1\"]]}}",
     CNN ",\"accessed\":\"2025-03-01\"}\n", ""},
    {"archive: a URL is where a copy is", ITEM ",\"archive_location\":\"https://a.org/1\"}",
     CNN ",\"archived_url\":\"https://a.org/1\"}\n", ""},
    {"else a note", ITEM ",\"archive\":\"Box\",\"archive_location\":\"12\"}",
     CNN ",\"note\":\"archive_location: 12\\narchive: Box\"}\n", ""},
    {"what has no member is kept in the note",
     ITEM ",\"type\":\"broadcast\",\"abstract\":\"A\",\"keyword\":\"k, l\",\"publisher\":\"P\","
          "\"publisher-place\":\"Kyiv\",\"section\":\"S\",\"page\":\"3\"}",
     CNN ",\"note\":\"type: broadcast\\npublisher: P\\nabstract: A\\nkeyword: k, "
         "l\\npublisher-place: Kyiv\\nsection: S\\npage: 3\"}\n",
     ""},
    {"a newspaper's article is what is expected", ITEM ",\"type\":\"article-newspaper\"}",
     CNN "}\n", ""},
    {"source is the library catalogue, never who said so; id and custom are left out",
     ITEM
     ",\"source\":\"www.reuters.com\",\"id\":12,\"custom\":{\"a\":[1.5e3,null]},\"DOI\":\"d\"}",
     CNN "}\n", ""},
    {"Extra: lines with a meaning, and others",
     ITEM ",\"note\":\"PMID: 1\\nvia: AFP < who: an aide [anonymous]\\n\\nsource-type: On record\\n"
          "source-type: rumour\"}",
     CNN ",\"basis\":\"on_record\",\"cites\":[{\"outlet\":\"AFP\",\"cites\":[{\"who\":\"an aide\","
         "\"basis\":\"anonymous\"}]}],\"note\":\"PMID: 1\\nsource-type: rumour\"}\n",
     ""},
    {"original-publisher is the source that is cited",
     ITEM ",\"original-publisher\":\"AFP\",\"original-author\":[{\"family\":\"B\"}],"
          "\"original-title\":\"O\",\"original-date\":{\"date-parts\":[[2025,2,23]]}}",
     CNN ",\"cites\":[{\"outlet\":\"AFP\"}],\"note\":\"original-title: O\\noriginal-author: "
         "B\\noriginal-date: 2025-02-23\"}\n",
     ""},
    {"else original-author, a person", ITEM ",\"original-author\":[{\"literal\":\"an aide\"}]}",
     CNN ",\"cites\":[{\"who\":\"an aide\"}]}\n", ""},
};

static void makes_reports(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(items); i++) {
        notes n = {0};
        tvx_error error = {0};
        if (read_text(items[i].item, &none, &n, &error) != TVX_OK)
            fail_msg("%s: %s", items[i].rule, error.message);
        if (strcmp(tvx_buf_string(&n.records), items[i].record) != 0)
            fail_msg("%s:\n%s%s", items[i].rule, tvx_buf_string(&n.records), items[i].record);
        if (strcmp(tvx_buf_string(&n.warnings), items[i].warnings) != 0)
            fail_msg("%s: %s", items[i].rule, tvx_buf_string(&n.warnings));
        dispose(&n);
    }
}

/* --- dates --- */

static const struct {
    const char *rule, *issued, *published, *note;
} dates[] = {
    {"a day", "{\"date-parts\":[[2025,2,24]]}", "2025-02-24", NULL},
    {"texts and numbers, as Zotero has mixed them", "{\"date-parts\":[[\"2014\",10,2]]}",
     "2014-10-02", NULL},
    {"zeros in front", "{\"date-parts\":[[\"2025\",\"02\",\"04\"]]}", "2025-02-04", NULL},
    {"a month", "{\"date-parts\":[[2025,2]]}", "2025-02", NULL},
    {"a year", "{\"date-parts\":[[2025]]}", "2025", NULL},
    {"parts that are none", "{\"date-parts\":[[2025,\"\",null]]}", "2025", NULL},
    {"what is no number is not passed over", "{\"date-parts\":[[\"2025\",\"Feb\",24]]}",
     "2025-Feb-24", NULL},
    {"two are an interval", "{\"date-parts\":[[2025,2,24],[2025,2,26]]}", "2025-02-24/2025-02-26",
     NULL},
    {"twice the same is one", "{\"date-parts\":[[2025,2,24],[2025,2,24]]}", "2025-02-24", NULL},
    {"circa", "{\"date-parts\":[[2025,2]],\"circa\":true}", "2025-02~", NULL},
    {"circa as Zotero writes it", "{\"date-parts\":[[2025]],\"circa\":1}", "2025~", NULL},
    {"no circa", "{\"date-parts\":[[2025]],\"circa\":0}", "2025", NULL},
    {"a season is kept in words", "{\"date-parts\":[[2025]],\"season\":\"1\"}", "2025",
     "issued: season 1"},
    {"words that are a date", "{\"raw\":\"2025-02-24T22:12\"}", "2025-02-24T22:12", NULL},
    {"words beside a date say nothing new", "{\"date-parts\":[[2025]],\"literal\":\"in 2025\"}",
     "2025", NULL},
};

static void reads_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(dates); i++) {
        notes n = {0};
        tvx_error error = {0};
        tvx_buf item = {0}, record = {0};
        tvx_buf_format(&item, "{\"title\":\"T\",\"publisher\":\"CNN\",\"issued\":%s}",
                       dates[i].issued);
        tvx_buf_format(&record, REPORT "\"outlet\":\"CNN\",\"title\":\"T\",\"published\":\"%s\"",
                       dates[i].published);
        if (dates[i].note != NULL)
            tvx_buf_format(&record, ",\"note\":\"%s\"", dates[i].note);
        tvx_buf_text(&record, "}\n");
        if (read_text(item.data, &none, &n, &error) != TVX_OK)
            fail_msg("%s: %s", dates[i].rule, error.message);
        if (strcmp(tvx_buf_string(&n.records), record.data) != 0)
            fail_msg("%s: %s", dates[i].rule, tvx_buf_string(&n.records));
        assert_int_equal(n.warnings.size > 0, dates[i].note != NULL);
        tvx_buf_dispose(&item);
        tvx_buf_dispose(&record);
        dispose(&n);
    }
}

/* What is said beside the input fills in what an item lacks, and nothing else. */
static void fills_in_what_is_said_beside(void **state)
{
    (void)state;
    const tvx_import_given given = {
        .negotiation = "n", .outlet = "CNN", .published = "2025-02-24", .title = "T"};
    static const char *const texts[] = {
        "{\"URL\":\"https://e.org/\"}",
        "{\"issued\":{\"literal\":\"Lent\"}}",
    };
    static const char *const records[] = {
        CNN ",\"url\":\"https://e.org/\"}\n",
        CNN ",\"note\":\"issued: Lent\"}\n",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        notes n = {0};
        tvx_error error = {0};
        assert_int_equal(read_text(texts[i], &given, &n, &error), TVX_OK);
        assert_string_equal(tvx_buf_string(&n.records), records[i]);
        dispose(&n);
    }
}

/* --- what is refused --- */

static const struct {
    const char *rule, *text, *message;
    unsigned long line;
    const char *pointer;
} refused[] = {
    {"no date", "[\n{\"title\":\"T\",\n\"publisher\":\"CNN\"}]",
     "'T': the date it was published is missing: every report has one", 2, "/issued"},
    {"a date in words alone, even of years: Summer 2021 is no guess",
     "{\"title\":\"T\",\"publisher\":\"CNN\",\n\"issued\":{\"raw\":\"2021-22\"}}",
     "'T': the date is given in words alone: '2021-22'", 2, "/issued"},
    {"no title", "{\"id\":\"http://z/1\",\"publisher\":\"CNN\"," ISSUED "}",
     "'http://z/1': the title is missing: every report has one", 1, "/title"},
    {"no outlet", "{\"title\":\"T\"," ISSUED "}",
     "'T': the outlet is missing: every report has one", 1, "/container-title"},
    {"sources that cannot be read",
     "{\"title\":\"T\",\"publisher\":\"CNN\",\n" ISSUED ",\n\"note\":\"via: A <\"}",
     "the name of a source is missing", 3, "/note"},
    {"a record of ours", "{\"record\":\"report\"}", "this is a travaux record, not CSL-JSON", 1,
     ""},
    {"Zotero's own JSON", "{\"items\":[]}", "this is Zotero's own JSON, not CSL-JSON", 1, ""},
    {"no JSON", "[{\"title\":\n\"T\",,}]", "the name of a member is missing: ','", 2, ""},
    {"what is no list of items", "[1]", "a record begins with '{', not '1'", 1, ""},
};

static void refuses_what_is_no_article(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        notes n = {0};
        tvx_error error = {0};
        int code = read_text(refused[i].text, &none, &n, &error);
        if (code != TVX_EINPUT || strcmp(error.message, refused[i].message) != 0)
            fail_msg("%s: %d %s", refused[i].rule, code, error.message);
        if (error.line != refused[i].line || strcmp(error.pointer, refused[i].pointer) != 0)
            fail_msg("%s: line %lu, '%s'", refused[i].rule, error.line, error.pointer);
        if (error.hint[0] == '\0')
            fail_msg("%s: no hint", refused[i].rule);
        dispose(&n);
    }
}

/* An error in a record is told as one in the variable that it was made of. */
static void tells_where_it_stood(void **state)
{
    (void)state;
    notes n = {.fail = "/published"};
    tvx_error error = {0};
    assert_int_equal(
        read_text("[\n{\"title\":\"T\",\n\"publisher\":\"CNN\",\n" ISSUED "}]", &none, &n, &error),
        TVX_EINPUT);
    assert_int_equal(error.line, 4);
    assert_string_equal(error.pointer, "/issued");
    dispose(&n);
}

static void tells_of_want_of_memory(void **state)
{
    (void)state;
    long n = 0;
    for (int code = TVX_ENOMEM; code == TVX_ENOMEM; n++) {
        notes found = {0};
        tvx_error error = {0};
        allocations_left = n;
        code = read_text(ITEM ",\"note\":\"via: A\\nb\",\"author\":[{\"family\":\"B\"}],"
                              "\"accessed\":{\"season\":\"1\"}}",
                         &none, &found, &error);
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
        cmocka_unit_test(makes_reports),
        cmocka_unit_test(reads_dates),
        cmocka_unit_test(fills_in_what_is_said_beside),
        cmocka_unit_test(refuses_what_is_no_article),
        cmocka_unit_test(tells_where_it_stood),
        cmocka_unit_test(tells_of_want_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
