/*
 * The part of tests/unit/document.c that decodes: recorded bodies into structs, and packed parts.
 */
#ifndef TVX_TESTS_DOCUMENT_RECORDS_H
#define TVX_TESTS_DOCUMENT_RECORDS_H

#include <stdlib.h>
#include <string.h>

#include "codec/pack.h"
#include "codec/record.h"
#include "document_cases.h"
#include "model/shape.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void decode(tvx_record *record, tvx_arena *arena, const char *body)
{
    static const char id[] = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    tvx_error error = {0};
    if (tvx_record_decode(record, arena, id, body, strlen(body), &error) != TVX_OK)
        fail_msg("refused at '%s': %s: %s", error.pointer, error.message, body);
    assert_string_equal(record->id, id);
}

static void assert_texts(tvx_texts texts, const char *joined)
{
    char all[256] = "";
    for (size_t i = 0; i < texts.n; i++) {
        if (i > 0)
            strcat(all, "|");
        strcat(all, texts.items[i]);
    }
    assert_string_equal(all, joined);
}

/* Every member that is a text, a name or a date, and says which it is. */
#define SAYS(name) "\"" name "\": \"" name "\""
static const char
    every_text
        [] =
            HEAD("report")
                SAYS("outlet") "," SAYS("title") ", \"published\": \"2001\", \"accessed\": "
                                                 "\"2002\"," SAYS("url") "," SAYS("archived_"
                                                                                  "url") "," SAYS("byline") "," SAYS("language") "," SAYS("note") ", \"cites\": [{" SAYS("outlet") "," SAYS("url") "}, {" SAYS("who") "}], "
                                                                                                                                                                                                                      "\"mentions\": [{" SAYS("draft") "," SAYS("as") "," SAYS("note") ", \"dated\": \"2003\", \"presented\": \"2004\", \"by\": \"by\"}], "
                                                                                                                                                                                                                                                                                       "\"claims\": [{" SAYS("draft") "," SAYS("term") "," SAYS("value") "," SAYS(
                                                                                                                                                                                                                                                                                           "condition") "," SAYS("was") "," SAYS("quote") "," SAYS("where") "," SAYS("note") "}], "
                                                                                                                                                                                                                                                                                                                                                                             "\"changes\": [{" SAYS("draft") "," SAYS("from") "," SAYS("term") ", \"change\": \"same\"," SAYS("value") "," SAYS("note") "}], "
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        "\"positions\": [{" SAYS("party") ", \"stance\": \"seeks\"," SAYS("term") "," SAYS("value") "," SAYS("draft") "," SAYS("who") "," SAYS("condition") "," SAYS("note") ", \"dated\": \"2005\"}], "
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             "\"events\": [{\"dated\": \"2006\", \"kind\": \"met\"," SAYS("what") "," SAYS("draft") "," SAYS("term") "," SAYS("place") "," SAYS(
                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 "note") "}]}";
static const char every_text_of_a_draft[] = HEAD("draft")
    SAYS("key") "," SAYS("title") "," SAYS("by") "," SAYS("amends") "," SAYS("url") "," SAYS(
        "note") ", \"dated\": \"2001\", \"presented\": \"2002\", "
                "\"follows\": [\"follows\"], \"maybe_same_as\": [\"maybe_same_as\"]}";
static const char every_text_of_a_term[] = HEAD("term")
    SAYS("key") "," SAYS("title") ", \"kind\": \"text\"," SAYS("favours") "," SAYS("unit") "," SAYS(
        "definition") ", \"variants\": [\"variants\"], "
                      "\"bases\": [{" SAYS(
                          "name") ", \"aliases\": [\"bases\"]}], \"tags\": [{\"name\": \"tags\"}]}";

static void claims_are_decoded(const tvx_report *report)
{
    assert_int_equal(report->n_claims, 3);
    const tvx_claim *claim = report->claims;
    assert_texts(claim[0].drafts, "d|e");
    assert_string_equal(claim[0].term, "share:a");
    assert_string_equal(claim[0].value.text, "50%");
    assert_null(claim[0].value.form);
    assert_int_equal(claim[0].stance, TVX_STANCE_STATED);
    assert_int_equal(claim[0].basis, TVX_BASIS_NONE);
    assert_null(claim[0].cites);
    assert_int_equal(claim[1].stance, TVX_STANCE_ABSENT);
    assert_string_equal(claim[1].value.form->text, "x");
    assert_int_equal(claim[1].basis, TVX_BASIS_TEXT);
    assert_int_equal(claim[1].n_cites, 0);
    assert_non_null(claim[1].cites); /* an empty list is not a missing one */
    assert_int_equal(claim[2].stance, TVX_STANCE_DEFERRED);
    assert_texts(claim[2].to, "later");
}

static void a_report_is_decoded(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    tvx_record record;
    decode(&record, &arena, full_report);
    const tvx_report *report = &record.as.report;
    assert_int_equal(record.kind, TVX_RECORD_REPORT);
    assert_string_equal(report->outlet, "A");
    assert_string_equal(report->published.text, "2025");
    assert_int_equal(report->basis, TVX_BASIS_SECONDARY);
    assert_texts(report->updates, "0123");
    assert_int_equal(report->n_cites, 1);
    assert_string_equal(report->cites[0].outlet, "CNN");
    assert_int_equal(report->cites[0].basis, TVX_BASIS_NONE);
    assert_string_equal(report->cites[0].cites[0].who, "an official");
    assert_int_equal(report->cites[0].cites[0].basis, TVX_BASIS_ANONYMOUS);
    assert_string_equal(report->mentions[0].as, "the first");
    assert_null(report->mentions[0].dated.text);
    assert_int_equal(report->mentions[0].presented.precision, TVX_PRECISION_MONTH);
    claims_are_decoded(report);
    assert_int_equal(report->changes[0].change, TVX_CHANGE_NOT_REPORTED);
    assert_string_equal(report->changes[0].from, "c");
    assert_texts(report->positions[0].parties, "US");
    assert_int_equal(report->positions[0].stance, TVX_POSITION_WITHDRAWS);
    assert_int_equal(report->events[0].kind, TVX_EVENT_OTHER);
    assert_texts(report->events[0].drafts, "d");
    tvx_arena_dispose(&arena);
}

static void other_records_are_decoded(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    tvx_record record;
    decode(&record, &arena,
           HEAD("term") "\"key\": \"t\", \"title\": \"T\", \"kind\": [\"level\", \"money\"], "
                        "\"levels\": [\"low\", \"high\"], \"tags\": [{\"name\": \"oil\"}]}");
    assert_int_equal(record.as.term.n_kinds, 2);
    assert_int_equal(record.as.term.kinds[0], TVX_KIND_LEVEL);
    assert_int_equal(record.as.term.kinds[1], TVX_KIND_MONEY);
    assert_texts(record.as.term.levels, "low|high");
    assert_int_equal(record.as.term.n_tags, 1);
    assert_string_equal(record.as.term.tags[0].name, "oil");
    decode(&record, &arena, HEAD("draft") "\"key\": \"d\"}");
    assert_false(record.as.draft.starts_line);
    decode(&record, &arena, HEAD("draft") "\"key\": \"d\", \"follows\": []}");
    assert_true(record.as.draft.starts_line);
    assert_int_equal(record.as.draft.follows.n, 0);
    decode(&record, &arena,
           "{\"record\": \"negotiation\", \"key\": \"k\", \"title\": \"t\", \"order\": []}");
    assert_true(record.as.negotiation.ordered);
    decode(&record, &arena, ACT("same_draft") "\"keys\": [\"a\", \"b\"]}");
    assert_int_equal(record.as.judgement.act, TVX_ACT_SAME_DRAFT);
    assert_texts(record.as.judgement.keys, "a|b");
    tvx_arena_dispose(&arena);
}

typedef struct held {
    const char *got, *expected;
} held;

static void assert_held(const held *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        assert_string_equal(texts[i].got, texts[i].expected);
}

static void every_text_lands_in_its_place(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    tvx_record record;
    decode(&record, &arena, every_text);
    const tvx_report *r = &record.as.report;
    const tvx_mention *m = r->mentions;
    const tvx_claim *c = r->claims;
    const tvx_reported_change *h = r->changes;
    const tvx_position *p = r->positions;
    const tvx_event *e = r->events;
    const held texts[] = {
        {r->negotiation, "deal"},
        {r->outlet, "outlet"},
        {r->title, "title"},
        {r->published.text, "2001"},
        {r->accessed.text, "2002"},
        {r->url, "url"},
        {r->archived_url, "archived_url"},
        {r->byline, "byline"},
        {r->language, "language"},
        {r->note, "note"},
        {r->cites[0].outlet, "outlet"},
        {r->cites[0].url, "url"},
        {r->cites[1].who, "who"},
        {m->draft, "draft"},
        {m->as, "as"},
        {m->note, "note"},
        {m->dated.text, "2003"},
        {m->presented.text, "2004"},
        {m->by.items[0], "by"},
        {c->drafts.items[0], "draft"},
        {c->term, "term"},
        {c->value.text, "value"},
        {c->condition, "condition"},
        {c->was, "was"},
        {c->quote, "quote"},
        {c->where, "where"},
        {c->note, "note"},
        {h->draft, "draft"},
        {h->from, "from"},
        {h->term, "term"},
        {h->value.text, "value"},
        {h->note, "note"},
        {p->parties.items[0], "party"},
        {p->term, "term"},
        {p->value.text, "value"},
        {p->draft, "draft"},
        {p->who, "who"},
        {p->condition, "condition"},
        {p->note, "note"},
        {p->dated.text, "2005"},
        {e->dated.text, "2006"},
        {e->what, "what"},
        {e->drafts.items[0], "draft"},
        {e->term, "term"},
        {e->place, "place"},
        {e->note, "note"},
    };
    assert_held(texts, COUNT(texts));
    decode(&record, &arena, every_text_of_a_draft);
    const tvx_draft *d = &record.as.draft;
    const held of_draft[] = {
        {d->negotiation, "deal"},
        {d->key, "key"},
        {d->title, "title"},
        {d->by.items[0], "by"},
        {d->amends, "amends"},
        {d->url, "url"},
        {d->note, "note"},
        {d->dated.text, "2001"},
        {d->presented.text, "2002"},
        {d->follows.items[0], "follows"},
        {d->maybe_same_as.items[0], "maybe_same_as"},
    };
    assert_held(of_draft, COUNT(of_draft));
    decode(&record, &arena, every_text_of_a_term);
    const tvx_term *t = &record.as.term;
    const held of_term[] = {
        {t->key, "key"},
        {t->title, "title"},
        {t->favours, "favours"},
        {t->unit, "unit"},
        {t->definition, "definition"},
        {t->variants.items[0], "variants"},
        {t->bases[0].name, "name"},
        {t->bases[0].aliases.items[0], "bases"},
        {t->tags[0].name, "tags"},
    };
    assert_held(of_term, COUNT(of_term));
    tvx_arena_dispose(&arena);
}

static void a_recorded_body_holds_no_inline_records(void **state)
{
    (void)state;
    static const char body[] = REPORT "\"drafts\": []}";
    tvx_arena arena = {0};
    tvx_record record;
    tvx_error error = {0};
    assert_int_equal(tvx_record_decode(&record, &arena, full_report, body, strlen(body), &error),
                     TVX_EINPUT);
    assert_string_equal(error.pointer, "/drafts");
    tvx_arena_dispose(&arena);
}

static void packed_parts_unpack_to_the_same(void **state)
{
    (void)state;
    tvx_arena arena = {0};
    tvx_record record;
    tvx_report again = {0};
    tvx_buf packed = {0}, repacked = {0};
    const tvx_shape *shape = tvx_shape_of(TVX_RECORD_REPORT);
    decode(&record, &arena, full_report);
    tvx_pack(&packed, shape, &record.as.report);
    assert_int_equal(tvx_unpack(&again, &arena, shape, packed.data, packed.size, NULL), TVX_OK);
    assert_string_equal(again.claims[2].to.items[0], "later");
    tvx_pack(&repacked, shape, &again);
    assert_int_equal(packed.size, repacked.size);
    assert_memory_equal(packed.data, repacked.data, packed.size);
    for (size_t n = 0; n < packed.size; n++)
        assert_int_equal(tvx_unpack(&again, &arena, shape, packed.data, n, NULL), TVX_EFILE);
    tvx_buf_dispose(&packed);
    tvx_buf_dispose(&repacked);
    tvx_arena_dispose(&arena);
}

#endif
