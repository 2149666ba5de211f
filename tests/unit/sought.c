/*
 * What is sought and where a text holds it: words and their folding, beginnings, phrases, signs;
 * what is no query; and which texts of a record are looked at.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "limited.h"
#include "model/record_texts.h"
#include "model/sought.h"

/* --- finding --- */

/* The text with [ ] around what was found; "" where not every term stands in it. */
static const char *marked(tvx_arena *arena, const tvx_texts *words, const char *text)
{
    tvx_sought sought;
    tvx_finds finds;
    tvx_error error = {0};
    if (tvx_sought_make(&sought, arena, words, &error) != TVX_OK)
        fail_msg("%s", error.message);
    assert_int_equal(tvx_sought_find(&finds, arena, &sought, text, NULL), TVX_OK);
    if (finds.terms != tvx_sought_all(&sought))
        return "";
    tvx_buf out = {0};
    size_t at = 0;
    for (size_t i = 0; i < finds.n_marks; i++) {
        tvx_buf_put(&out, text + at, finds.marks[i].from - at);
        tvx_buf_char(&out, '[');
        tvx_buf_put(&out, text + finds.marks[i].from, finds.marks[i].to - finds.marks[i].from);
        tvx_buf_char(&out, ']');
        at = finds.marks[i].to;
    }
    tvx_buf_text(&out, text + at);
    const char *copy = tvx_arena_text(arena, tvx_buf_string(&out));
    tvx_buf_dispose(&out);
    return copy;
}

enum { WORDS = 4 };

static const struct finding {
    const char *name, *words[WORDS], *text, *marked;
} FINDINGS[] = {
    {"a word", {"fund"}, "the fund of funds", "the [fund] of funds"},
    {"a word in any case", {"FUND"}, "Fund, fund", "[Fund], [fund]"},
    {"a word is no part of another", {"fun"}, "the fund", ""},
    {"a beginning", {"guarant*"}, "Guarantees, a guarantor", "[Guarantees], a [guarantor]"},
    {"a beginning is the whole word too", {"fund*"}, "a fund", "a [fund]"},
    {"a star behind a sign is nothing", {"50%*"}, "50% and 500%", "[50%] and 500%"},
    {"all words, in any order", {"oil", "gas"}, "gas and oil", "[gas] and [oil]"},
    {"one word missing", {"oil", "coal"}, "gas and oil", ""},
    {"an argument with blanks is a phrase",
     {"up to 50%"},
     "to 50% up to  50 %",
     "to 50% [up to  50 %]"},
    {"a phrase in quotation marks",
     {"\"oil and gas\" coal"},
     "coal, oil and gas",
     "[coal], [oil and gas]"},
    {"words beside quotation marks are words",
     {"gas \"oil\" coal"},
     "coal oil gas",
     "[coal] [oil] [gas]"},
    {"quotation marks never closed", {"\"oil and"}, "oil and gas", "[oil and] gas"},
    {"a phrase that ends in a beginning",
     {"critical min*"},
     "critical minerals",
     "[critical minerals]"},
    {"a phrase broken off by the end", {"oil and gas"}, "gas, oil and", ""},
    {"marks that overlap are one", {"oil and", "and gas"}, "oil and gas", "[oil and gas]"},
    {"a phrase that overlaps itself", {"a b a"}, "a b a b a", "[a b a b a]"},
    {"percent", {"50%"}, "50 years, 50%, 50 %, 150%", "50 years, [50%], [50 %], 150%"},
    {"a number without its sign", {"50"}, "up to 50%", "up to [50]%"},
    {"a currency", {"$500"}, "USD 500, $500bn, $500", "USD 500, $500bn, [$500]"},
    {"a hyphen stands between words",
     {"us-0221"},
     "US-0221 and us 0221",
     "[US-0221] and [us 0221]"},
    {"an apostrophe stands between words",
     {"ukraine"},
     "Ukraine\xe2\x80\x99s fund",
     "[Ukraine]\xe2\x80\x99s fund"},
    {"any apostrophe in a word", {"об'єкт"}, "обʼєкт, об’єкт", "[обʼєкт], [об’єкт]"},
    {"Cyrillic in any case", {"україна"}, "УКРАЇНА і Україна", "[УКРАЇНА] і [Україна]"},
    {"Cyrillic beginning", {"гарант*"}, "Гарантії безпеки", "[Гарантії] безпеки"},
    {"\xd0\xb9 is no \xd0\xb8", {"мои"}, "мой", ""},
    {"\xd0\xb9 is a letter, however written",
     {"мой"},
     "мо\xd0\xb8\xcc\x86",
     "[мо\xd0\xb8\xcc\x86]"},
    {"no word that begins with \xd0\xb8", {"и*"}, "йод и игла", "йод [и] [игла]"},
    {"\xd1\x97 is no \xd1\x96", {"іжак"}, "їжак", ""},
    {"\xd1\x91 is \xd0\xb5", {"еще"}, "Ещё и еще", "[Ещё] и [еще]"},
    {"\xd0\xb5 is \xd1\x91", {"ещё"}, "еще", "[еще]"},
    {"a stress mark is nothing", {"мука"}, "му\xcc\x81ка", "[му\xcc\x81ка]"},
    {"Latin accents are nothing",
     {"orban"},
     "Orb\xc3\xa1n, Orba\xcc\x81n",
     "[Orb\xc3\xa1n], [Orba\xcc\x81n]"},
    {"an accent in what is sought is nothing", {"S\xc3\xa3o"}, "SAO", "[SAO]"},
    {"full case folding",
     {"STRASSE"},
     "die Stra\xc3\x9f"
     "e",
     "die [Stra\xc3\x9f"
     "e]"},
    {"a soft hyphen is nothing",
     {"guarantee"},
     "guar\xc2\xad"
     "antee",
     "[guar\xc2\xad"
     "antee]"},
    {"each ideograph is a word",
     {"\xe7\x9f\xbf\xe4\xba\xa7"},
     "\xe7\xbe\x8e\xe4\xb9\x8c\xe7\x9f\xbf\xe4\xba\xa7\xe5\x8d\x8f\xe8\xae\xae",
     "\xe7\xbe\x8e\xe4\xb9\x8c[\xe7\x9f\xbf\xe4\xba\xa7]\xe5\x8d\x8f\xe8\xae\xae"},
    {"bytes that are no text",
     {"b"},
     "a\xff"
     "b",
     "a\xff[b]"},
    {"words of FTS5 are words", {"NEAR(oil OR gas)"}, "near oil or gas", "[near oil or gas]"},
    {"a column of FTS5 is words", {"words:oil"}, "oil", ""},
    {"signs of FTS5 are nothing", {"^oil", "-gas", "(coal"}, "oil gas coal", "[oil] [gas] [coal]"},
    {"an empty text", {"oil"}, "", ""},
};

static void finds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof FINDINGS / sizeof *FINDINGS; i++) {
        const struct finding *f = &FINDINGS[i];
        tvx_arena arena = {0};
        tvx_texts words = {.items = f->words};
        while (words.n < WORDS && f->words[words.n] != NULL)
            words.n++;
        const char *got = marked(&arena, &words, f->text);
        if (strcmp(got, f->marked) != 0)
            fail_msg("%s: '%s', not '%s'", f->name, got, f->marked);
        tvx_arena_dispose(&arena);
    }
}

/* --- what is no query --- */

static const struct refusal {
    const char *name, *word, *message;
} REFUSALS[] = {
    {"nothing", "", "there is no word in ''"},
    {"white space", " \t", "there is no word in ' \t'"},
    {"signs alone", "*\"-()", "there is no word in '*\"-()'"},
    {"a percent sign alone", "%", "there is no word in '%'"},
    {"an accent alone", "\xcc\x81", "there is no word in '\xcc\x81'"},
};

static void refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof REFUSALS / sizeof *REFUSALS; i++) {
        tvx_arena arena = {0};
        tvx_sought sought;
        tvx_error error = {0};
        const tvx_texts words = {.items = &REFUSALS[i].word, .n = 1};
        assert_int_equal(tvx_sought_make(&sought, &arena, &words, &error), TVX_EUSAGE);
        assert_string_equal(error.message, REFUSALS[i].message);
        assert_non_null(strstr(error.hint, "guarant*"));
        tvx_arena_dispose(&arena);
    }
}

static void sixty_four_words_and_no_more(void **state)
{
    (void)state;
    const char *items[TVX_SOUGHT_MOST + 1];
    tvx_arena arena = {0};
    tvx_sought sought;
    tvx_texts words = {.items = items, .n = TVX_SOUGHT_MOST};
    for (size_t i = 0; i < TVX_SOUGHT_MOST; i++)
        items[i] = "a";
    assert_int_equal(tvx_sought_make(&sought, &arena, &words, NULL), TVX_OK);
    assert_true(tvx_sought_all(&sought) == UINT64_MAX);
    items[words.n++] = "-";
    assert_int_equal(tvx_sought_make(&sought, &arena, &words, NULL), TVX_OK);
    items[TVX_SOUGHT_MOST] = "b";
    tvx_error error = {0};
    assert_int_equal(tvx_sought_make(&sought, &arena, &words, &error), TVX_EUSAGE);
    assert_string_equal(error.message, "more than 64 words are sought");
    tvx_arena_dispose(&arena);
}

/* --- which texts --- */

static int list_text(void *payload, const tvx_record_text *text, tvx_error *error)
{
    (void)error;
    tvx_buf_format(payload, "%s %s%s%s", text->pointer, text->part == NULL ? "" : text->part,
                   text->part == NULL ? "" : ".", text->member);
    if (text->term != NULL)
        tvx_buf_format(payload, " on %s", text->term);
    for (size_t i = 0; i < text->drafts.n; i++)
        tvx_buf_format(payload, " of %s", text->drafts.items[i]);
    tvx_buf_format(payload, "=%s\n", text->text);
    return TVX_OK;
}

static void assert_texts(const tvx_record *record, const char *expected)
{
    tvx_buf out = {0};
    assert_int_equal(tvx_record_texts(record, list_text, &out, NULL), TVX_OK);
    assert_string_equal(tvx_buf_string(&out), expected);
    tvx_buf_dispose(&out);
}

/* Everything that a report can hold; what refers to something, words of the format, dates and
   addresses are not handed on. */
static void texts_of_a_report(void **state)
{
    (void)state;
    const tvx_cite deeper = {.who = "an aide", .basis = TVX_BASIS_ANONYMOUS};
    const tvx_cite cite = {.outlet = "CNN", .url = "https://x", .cites = &deeper, .n_cites = 1};
    const char *drafts[] = {"d1", "d2"}, *to[] = {"later talks"}, *parties[] = {"US"};
    const tvx_mention mention = {.draft = "d1", .as = "the first text", .by = {parties, 1}};
    const tvx_form form = {.kind = "percentage", .low = "50", .high = "50", .base = "revenue"};
    const tvx_claim claims[] = {
        {.drafts = {drafts, 2},
         .term = "share",
         .value = {.text = "50%"},
         .quote = "half",
         .cites = &cite,
         .n_cites = 1},
        {.term = "law", .stance = TVX_STANCE_DEFERRED, .to = {to, 1}},
        {.term = "share", .value = {.form = &form}},
    };
    const tvx_reported_change change = {
        .draft = "d2", .from = "d1", .term = "share", .change = TVX_CHANGE_LOWERED, .note = "less"};
    const tvx_position position = {.parties = {parties, 1},
                                   .stance = TVX_POSITION_SEEKS,
                                   .term = "share",
                                   .who = "the envoy",
                                   .condition = "peace"};
    const tvx_event event = {.kind = TVX_EVENT_MET, .place = "Kyiv"};
    const tvx_record record = {.kind = TVX_RECORD_REPORT,
                               .as.report = {.negotiation = "n",
                                             .outlet = "Axios",
                                             .title = "Talks",
                                             .url = "https://y",
                                             .language = "en",
                                             .mentions = &mention,
                                             .n_mentions = 1,
                                             .claims = claims,
                                             .n_claims = 3,
                                             .changes = &change,
                                             .n_changes = 1,
                                             .positions = &position,
                                             .n_positions = 1,
                                             .events = &event,
                                             .n_events = 1,
                                             .note = "seen"}};
    assert_texts(&record, "/outlet outlet=Axios\n"
                          "/title title=Talks\n"
                          "/mentions/0/as mention.as of d1=the first text\n"
                          "/claims/0/value claim.value on share of d1 of d2=50%\n"
                          "/claims/0/quote claim.quote on share of d1 of d2=half\n"
                          "/claims/0/cites/0/outlet claim.outlet on share of d1 of d2=CNN\n"
                          "/claims/0/cites/0/cites/0/who claim.who on share of d1 of d2=an aide\n"
                          "/claims/1/to claim.to on law=later talks\n"
                          "/claims/2/value claim.value on share=50% of revenue\n"
                          "/changes/0/note reported change.note on share of d2=less\n"
                          "/positions/0/who position.who on share=the envoy\n"
                          "/positions/0/condition position.condition on share=peace\n"
                          "/events/0/place event.place=Kyiv\n"
                          "/note note=seen\n");
}

static void texts_of_a_term(void **state)
{
    (void)state;
    const char *kinds[] = {"level"}, *levels[] = {"none", "some"}, *aliases[] = {"crude"};
    const char *variants[] = {"new"};
    const tvx_declared tag = {.name = "oil", .aliases = {aliases, 1}};
    const tvx_record record = {.kind = TVX_RECORD_TERM,
                               .as.term = {.negotiation = "n",
                                           .key = "share",
                                           .title = "Share",
                                           .kind_words = {kinds, 1},
                                           .favours = "US",
                                           .unit = "pages",
                                           .levels = {levels, 2},
                                           .variants = {variants, 1},
                                           .tags = &tag,
                                           .n_tags = 1,
                                           .definition = "what is shared"}};
    assert_texts(&record, "/key key=share\n"
                          "/title title=Share\n"
                          "/unit unit=pages\n"
                          "/levels/0 levels=none\n"
                          "/levels/1 levels=some\n"
                          "/variants/0 variants=new\n"
                          "/tags/0/name name=oil\n"
                          "/tags/0/aliases/0 aliases=crude\n"
                          "/definition definition=what is shared\n");
}

static void texts_of_a_judgement(void **state)
{
    (void)state;
    const tvx_record record = {.kind = TVX_RECORD_JUDGEMENT,
                               .as.judgement = {.negotiation = "n",
                                                .act = TVX_ACT_PREFER,
                                                .reason = "seen by all",
                                                .by = "the desk",
                                                .report = "aaaa",
                                                .draft = "d1",
                                                .term = "share"}};
    assert_texts(&record, "/reason reason on share of d1=seen by all\n"
                          "/by by on share of d1=the desk\n");
}

/* A form that its kind would not write is not lost. */
static void a_form_that_cannot_be_written(void **state)
{
    (void)state;
    const tvx_form form = {.kind = "percentage", .text = "half of it", .base = "revenue"};
    const tvx_claim claim = {.term = "share", .value = {.form = &form}};
    const tvx_record record = {
        .kind = TVX_RECORD_REPORT,
        .as.report = {.outlet = "X", .title = "T", .claims = &claim, .n_claims = 1}};
    assert_texts(&record, "/outlet outlet=X\n"
                          "/title title=T\n"
                          "/claims/0/value/base claim.base on share=revenue\n"
                          "/claims/0/value/text claim.text on share=half of it\n");
}

/* --- no memory --- */

static void memory_runs_out(void **state)
{
    (void)state;
    const char *items[] = {"up to 50%", "oil"};
    const tvx_texts words = {.items = items, .n = 2};
    int code = TVX_ENOMEM;
    long k = 0;
    for (; code == TVX_ENOMEM && k < 100; k++) {
        tvx_arena arena = {0};
        tvx_sought sought;
        tvx_finds finds;
        allocations_left = k;
        code = tvx_sought_make(&sought, &arena, &words, NULL);
        if (code == TVX_OK)
            code = tvx_sought_find(&finds, &arena, &sought, "oil up to 50%", NULL);
        allocations_left = -1;
        tvx_arena_dispose(&arena);
    }
    assert_int_equal(code, TVX_OK);
    assert_true(k > 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),
        cmocka_unit_test(refuses),
        cmocka_unit_test(sixty_four_words_and_no_more),
        cmocka_unit_test(texts_of_a_report),
        cmocka_unit_test(texts_of_a_term),
        cmocka_unit_test(texts_of_a_judgement),
        cmocka_unit_test(a_form_that_cannot_be_written),
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
