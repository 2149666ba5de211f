/* Documents: sections 2 (records) and 8 (codec) of the design; RFC 8785; NIST's SHA-256 vectors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "codec/canonical.h"
#include "codec/document.h"
#include "codec/parse.h"
#include "codec/record.h"
#include "model/words.h"

#include "document_cases.h"
#include "document_records.h"

/* --- memory that runs out: stands in for the library's own tvx_mem_resize --- */

static struct {
    long left; /* allocations that will do; -1: no end of them */
    bool once; /* only one fails then, else all that follow */
    bool failed;
} memory = {.left = -1};

static bool may_allocate(void)
{
    if (memory.left != 0) {
        memory.left -= memory.left > 0;
        return true;
    }
    memory.failed = true;
    memory.left = memory.once ? -1 : 0;
    return false;
}

void *tvx_mem_resize(void *p, size_t size)
{
    if (size > 0)
        return may_allocate() ? realloc(p, size) : NULL;
    free(p);
    return NULL;
}

static void *limited_malloc(size_t size)
{
    return may_allocate() ? malloc(size) : NULL;
}

/* --- helpers --- */

static tvx_document *parse(const char *text)
{
    tvx_document *document = NULL;
    tvx_error error = {0};
    if (tvx_document_parse(&document, text, strlen(text), &error) != TVX_OK)
        fail_msg("refused at '%s': %s: %s", error.pointer, error.message, text);
    return document;
}

static void assert_encodes(const tvx_document *document, const char *expected)
{
    tvx_buf body = {0};
    char id[TVX_ID_HEX + 1], hash[TVX_ID_HEX + 1];
    assert_int_equal(tvx_document_encode(document, &body, id, NULL), TVX_OK);
    assert_string_equal(tvx_buf_string(&body), expected);
    tvx_hash(expected, strlen(expected), hash);
    assert_string_equal(id, hash);
    tvx_buf_dispose(&body);
}

/* --- the cases that the schema and the reader share --- */

/* NULL if the reader does what the case says; else what it did instead. */
static const char *run_case(json_t *test, char *why, size_t size)
{
    char *text = json_dumps(json_object_get(test, "record"), JSON_ENCODE_ANY);
    bool accept = json_is_true(json_object_get(test, "accept"));
    const char *pointer = json_string_value(json_object_get(test, "pointer"));
    tvx_document *document = NULL;
    tvx_error error = {0};
    int code = tvx_document_parse(&document, text, strlen(text), &error);
    tvx_document_free(document);
    free(text);
    if (accept != (code == TVX_OK))
        snprintf(why, size, code == TVX_OK ? "accepted" : "refused: %s", error.message);
    else if (!accept && strcmp(pointer, error.pointer) != 0)
        snprintf(why, size, "refused at '%.200s', not at '%.200s': %.500s", error.pointer, pointer,
                 error.message);
    else
        return NULL;
    return why;
}

static void every_case_of_the_schema_holds_for_the_reader(void **state)
{
    (void)state;
    static char line[1 << 20];
    size_t n = 0, accepted = 0, failed = 0;
    FILE *file = fopen(TVX_TESTS "/records/cases.jsonl", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        char why[1024];
        json_t *test = json_loads(line, 0, NULL);
        assert_non_null(test);
        if (run_case(test, why, sizeof why) != NULL) {
            print_error("%s: %s\n", json_string_value(json_object_get(test, "name")), why);
            failed++;
        }
        n++;
        accepted += json_is_true(json_object_get(test, "accept"));
        json_decref(test);
    }
    fclose(file);
    assert_true(accepted > 100 && n - accepted > 500);
    assert_int_equal(failed, 0);
}

/* --- what is no JSON, or stands in no record (section 2, issue: bad input) --- */

static void assert_within(const char *rule, const char *text, const char *expected)
{
    if (strstr(text, expected) == NULL)
        fail_msg("%s: '%s' is not in '%s'", rule, expected, text);
}

static void what_no_record_holds_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refusals); i++) {
        const char *rule = refusals[i].rule, *text = refusals[i].text;
        size_t n = refusals[i].size > 0 ? refusals[i].size : strlen(text);
        tvx_document *document = NULL;
        tvx_error error = {0};
        if (tvx_document_parse(&document, text, n, &error) != TVX_EINPUT)
            fail_msg("%s: not refused", rule);
        assert_within(rule, error.message, refusals[i].message);
        assert_within(rule, error.hint, refusals[i].hint);
        if (error.line != refusals[i].line || strcmp(error.pointer, refusals[i].pointer) != 0)
            fail_msg("%s: at line %lu, '%s'", rule, error.line, error.pointer);
        assert_null(strchr(error.message, '\n'));
    }
}

/* A report whose cites nest, so that the whole is `depth` objects and lists deep. */
static char *nested_report(size_t depth)
{
    static const char head[] = "{\"record\":\"report\",\"negotiation\":\"deal\",\"outlet\":\"A\","
                               "\"title\":\"T\",\"published\":\"2025\"";
    tvx_buf text = {0};
    tvx_buf_text(&text, head);
    for (size_t i = 1; i < depth; i += 2)
        tvx_buf_text(&text, ",\"cites\":[{\"who\":\"a\"");
    for (size_t i = 1; i < depth; i += 2)
        tvx_buf_text(&text, "}]");
    tvx_buf_char(&text, '}');
    assert_false(text.failed);
    return text.data;
}

static void nesting_ends_at_64(void **state)
{
    (void)state;
    static const struct {
        size_t depth;
        int code;
    } cases[] = {{63, TVX_OK}, {65, TVX_EINPUT}, {100001, TVX_EINPUT}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        char *text = nested_report(cases[i].depth);
        tvx_document *document = NULL;
        tvx_error error = {0};
        assert_int_equal(tvx_document_parse(&document, text, strlen(text), &error), cases[i].code);
        if (cases[i].code != TVX_OK) {
            assert_string_equal(error.message, "the record nests more than 64 deep");
            assert_int_equal(error.line, 1);
            assert_within("nesting", error.pointer, "/cites/0/cites/0/");
        }
        tvx_document_free(document);
        tvx_mem_free(text);
    }
    tvx_document *document = NULL;
    char brackets[100000];
    memset(brackets, '[', sizeof brackets);
    assert_int_equal(tvx_document_parse(&document, brackets, sizeof brackets, NULL), TVX_EINPUT);
    memset(brackets, '[', 64);
    memset(brackets + 64, ']', 64);
    tvx_error error = {0};
    assert_int_equal(tvx_document_parse(&document, brackets, 128, &error), TVX_EINPUT);
    assert_string_equal(error.message, "a list is not accepted here");
    char siblings[300] = "{\"record\": [";
    for (int i = 0; i < 65; i++)
        strcat(siblings, "{},");
    strcat(siblings, "{}]}");
    tvx_error other = {0};
    assert_int_equal(tvx_document_parse(&document, siblings, strlen(siblings), &other), TVX_EINPUT);
    assert_string_equal(other.pointer, "/record");
}

/* --- canonical form and id --- */

static void canonical_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(canonical_cases); i++) {
        json_t *tree = NULL;
        tvx_buf out = {0};
        const char *text = canonical_cases[i].text;
        assert_int_equal(tvx_parse(&tree, text, strlen(text), NULL), TVX_OK);
        tvx_canonical(&out, tree);
        if (strcmp(tvx_buf_string(&out), canonical_cases[i].canonical) != 0)
            fail_msg("%s: %s", canonical_cases[i].rule, tvx_buf_string(&out));
        json_decref(tree);
        tvx_buf_dispose(&out);
    }
}

static void hash_vectors_of_nist(void **state)
{
    (void)state;
    static char million[1000000];
    memset(million, 'a', sizeof million);
    static const char bits448[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    const struct {
        const char *bytes;
        size_t n;
        const char *hash;
    } vectors[] = {
        {"", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {bits448, 56, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {million, sizeof million,
         "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    for (size_t i = 0; i < COUNT(vectors); i++) {
        char id[TVX_ID_HEX + 1];
        tvx_hash(vectors[i].bytes, vectors[i].n, id);
        assert_string_equal(id, vectors[i].hash);
    }
}

static void id_is_the_hash_of_the_canonical_form(void **state)
{
    (void)state;
    /* printf %s '…' | sha256sum */
    static const char expected[] =
        "c52258c31f3330e2fa774621dad7f0074f60ec68bb6f7feeb9254c08805aa527";
    tvx_document *document = parse(" {\"record\": \"party\", \"name\": \"United\\u0020States\",\n"
                                   "\"negotiation\": \"deal\", \"key\": \"US\"}");
    tvx_buf body = {0};
    char id[TVX_ID_HEX + 1];
    tvx_buf_text(&body, "cleared first");
    assert_int_equal(tvx_document_encode(document, &body, id, NULL), TVX_OK);
    assert_string_equal(body.data, "{\"key\":\"US\",\"name\":\"United States\",\"negotiation\":"
                                   "\"deal\",\"record\":\"party\"}");
    assert_string_equal(id, expected);
    tvx_buf_dispose(&body);
    tvx_document_free(document);
}

/* --- inline records (section 2) --- */

#define PARTIES   "\"parties\": [{\"key\": \"US\", \"name\": \"United States\"}]"
#define TERM(key) "{\"key\": \"" key "\", \"title\": \"T\", \"kind\": \"text\"}"

static void assert_inline(tvx_document *document, const char *pointer, const char *body)
{
    char at[64] = "";
    tvx_document *part = NULL;
    assert_int_equal(tvx_document_take_inline(&part, document, at, NULL), TVX_OK);
    if (pointer == NULL) {
        assert_null(part);
        return;
    }
    assert_non_null(part);
    assert_string_equal(at, pointer);
    assert_encodes(part, body);
    assert_string_equal(tvx_document_negotiation(part), "deal");
    tvx_document_free(part);
}

static void inline_records_become_documents(void **state)
{
    (void)state;
    tvx_document *document = parse(
        "{\"record\": \"negotiation\", \"key\": \"deal\", \"title\": \"A deal\", \"outlets\": "
        "[{\"name\": \"NYT\", \"aliases\": []}]," PARTIES
        ", \"terms\": [" TERM("b") "," TERM("a") "]}");
    assert_int_equal(tvx_document_kind(document), TVX_RECORD_NEGOTIATION);
    assert_string_equal(tvx_document_negotiation(document), "deal");
    assert_inline(document, "/parties/0",
                  "{\"key\":\"US\",\"name\":\"United States\",\"negotiation\":\"deal\",\"record\":"
                  "\"party\"}");
    assert_inline(document, "/terms/0",
                  "{\"key\":\"b\",\"kind\":\"text\",\"negotiation\":\"deal\",\"record\":\"term\","
                  "\"title\":\"T\"}");
    assert_inline(document, "/terms/1",
                  "{\"key\":\"a\",\"kind\":\"text\",\"negotiation\":\"deal\",\"record\":\"term\","
                  "\"title\":\"T\"}");
    assert_inline(document, "/outlets/0",
                  "{\"aliases\":[],\"name\":\"NYT\",\"negotiation\":\"deal\",\"record\":"
                  "\"outlet\"}");
    assert_inline(document, NULL, NULL);
    assert_encodes(document, "{\"key\":\"deal\",\"order\":[\"b\",\"a\"],\"record\":\"negotiation\","
                             "\"title\":\"A deal\"}");
    tvx_document_free(document);
}

static void drafts_of_a_report_become_documents(void **state)
{
    (void)state;
    tvx_document *document =
        parse("{\"record\": \"report\", \"negotiation\": \"deal\", \"outlet\": \"A\", \"title\": "
              "\"T\", \"published\": \"2025\", \"drafts\": [{\"key\": \"d\"}]}");
    assert_null(tvx_document_key(document));
    assert_inline(document, "/drafts/0",
                  "{\"key\":\"d\",\"negotiation\":\"deal\",\"record\":\"draft\"}");
    assert_inline(document, NULL, NULL);
    assert_encodes(document, "{\"negotiation\":\"deal\",\"outlet\":\"A\",\"published\":\"2025\","
                             "\"record\":\"report\",\"title\":\"T\"}");
    tvx_document_free(document);
}

static void order_comes_from_inline_terms(void **state)
{
    (void)state;
    static const struct {
        const char *rule, *members, *order;
    } cases[] = {
        {"its own order holds", ", \"order\": [\"a\"], \"terms\": [" TERM("b") "]", "[\"a\"]"},
        {"no terms, no order", "", NULL},
        {"no terms, an empty order (corners, 2)", ", \"terms\": []", "[]"},
        {"other inline records give none", ", " PARTIES, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[512], body[512];
        snprintf(text, sizeof text,
                 "{\"record\": \"negotiation\", \"key\": \"k\", \"title\": \"t\"%s}",
                 cases[i].members);
        snprintf(body, sizeof body,
                 "{\"key\":\"k\",%s%s%s\"record\":\"negotiation\",\"title\":\"t\"}",
                 cases[i].order == NULL ? "" : "\"order\":",
                 cases[i].order == NULL ? "" : cases[i].order, cases[i].order == NULL ? "" : ",");
        tvx_document *document = parse(text);
        assert_encodes(document, body);
        tvx_document_free(document);
    }
}

static void a_document_says_what_it_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(natures); i++) {
        tvx_document *document = parse(natures[i].text);
        const char *key = tvx_document_key(document);
        assert_int_equal(tvx_document_kind(document), natures[i].kind);
        assert_string_equal(tvx_document_negotiation(document), "deal");
        assert_string_equal(key == NULL ? "" : key, natures[i].key == NULL ? "" : natures[i].key);
        assert_int_equal(tvx_document_supersedes(document), natures[i].supersedes);
        assert_int_equal(tvx_document_fullness(document), natures[i].fullness);
        tvx_document_free(document);
    }
}

/* --- ids --- */

/* Writes down what is asked; "aaaa" becomes 64 a, "ffff" is not there, all else stays. */
static int note_id(void *payload, const char *id, const char *pointer, tvx_record_kind wanted,
                   char full[TVX_ID_HEX + 1], tvx_error *error)
{
    char *notes = payload;
    assert_int_equal(pointer[0], '/');
    sprintf(notes + strlen(notes), "%s%s:%d", notes[0] == '\0' ? "" : " ", id, (int)wanted);
    if (strcmp(id, "aaaa") == 0) {
        memset(full, 'a', TVX_ID_HEX);
        full[TVX_ID_HEX] = '\0';
    }
    if (strcmp(id, "ffff") != 0)
        return TVX_OK;
    error->code = TVX_ENOTFOUND;
    return TVX_ENOTFOUND;
}

static void ids_are_mapped(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(mappings); i++) {
        char asked[256] = "";
        tvx_error error = {0};
        tvx_document *document = parse(mappings[i].text);
        int code = tvx_document_map_ids(document, note_id, asked, &error);
        assert_int_equal(code, mappings[i].pointer == NULL ? TVX_OK : TVX_ENOTFOUND);
        assert_string_equal(error.pointer, mappings[i].pointer == NULL ? "" : mappings[i].pointer);
        if (strcmp(asked, mappings[i].asked) != 0)
            fail_msg("%s: asked %s", mappings[i].rule, asked);
        tvx_document_free(document);
    }
}

static void mapped_ids_are_stored(void **state)
{
    (void)state;
    char asked[64] = "", body[256];
    tvx_document *document = parse(HEAD("party") "\"key\": \"US\", \"name\": \"A\", "
                                                 "\"supersedes\": [\"0123\", \"aaaa\"]}");
    assert_int_equal(tvx_document_map_ids(document, note_id, asked, NULL), TVX_OK);
    snprintf(body, sizeof body,
             "{\"key\":\"US\",\"name\":\"A\",\"negotiation\":\"deal\",\"record\":\"party\","
             "\"supersedes\":[\"0123\",\"%s%s\"]}",
             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    assert_encodes(document, body);
    tvx_document_free(document);
}

/* --- what a recorded body covers (section 2; corners, 2) --- */

static void a_fuller_record_covers_a_shorter(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(coverings); i++) {
        bool covered = !coverings[i].covered;
        tvx_document *document = parse(coverings[i].given);
        const char *body = coverings[i].recorded;
        assert_int_equal(tvx_document_covered(&covered, document, body, strlen(body), NULL),
                         TVX_OK);
        if (covered != coverings[i].covered)
            fail_msg("%s", coverings[i].rule);
        tvx_document_free(document);
    }
}

/* --- words --- */

static void words_are_numbered_as_the_enumerations_are(void **state)
{
    (void)state;
    assert_string_equal(tvx_record_kind_name(TVX_RECORD_JUDGEMENT), "judgement");
    assert_null(tvx_record_kind_name((tvx_record_kind)TVX_RECORD_KINDS));
    assert_string_equal(tvx_basis_name(TVX_BASIS_TEXT), "text");
    assert_string_equal(tvx_basis_name(TVX_BASIS_UNATTRIBUTED), "unattributed");
    assert_null(tvx_basis_name(TVX_BASIS_NONE));
    assert_null(tvx_stance_name(TVX_STANCE_NONE));
    assert_string_equal(tvx_stance_name(TVX_STANCE_STATED), "stated");
    assert_string_equal(tvx_stance_name(TVX_STANCE_ABSENT), "absent");
    assert_null(tvx_position_stance_name(TVX_POSITION_NONE));
    assert_string_equal(tvx_position_stance_name(TVX_POSITION_WITHDRAWS), "withdraws");
    assert_null(tvx_event_kind_name(TVX_EVENT_NONE));
    assert_string_equal(tvx_event_kind_name(TVX_EVENT_OTHER), "other");
    assert_null(tvx_act_name(TVX_ACT_NONE));
    assert_string_equal(tvx_act_name(TVX_ACT_FORGET), "forget");
    assert_null(tvx_change_name_text(TVX_CHANGE_NONE));
    assert_string_equal(tvx_change_name_text(TVX_CHANGE_TIGHTENED), "tightened");
    assert_string_equal(tvx_change_name_text(TVX_CHANGE_NOT_REPORTED), "not_reported");
    assert_null(tvx_change_name_text((tvx_change_name)TVX_CHANGE_NAMES));
    for (int i = 0; i < TVX_KINDS; i++)
        assert_string_equal(tvx_kind_words[i], tvx_kind_name((tvx_kind)i));
    assert_null(tvx_kind_words[TVX_KINDS]);
}

/* --- out of memory --- */

/* All that is done with a document on its way in; the first failure is returned. */
static int whole_way(const char *text, tvx_error *error)
{
    tvx_document *document = NULL, *part = NULL;
    tvx_arena arena = {0};
    tvx_buf body = {0};
    tvx_record record;
    char id[TVX_ID_HEX + 1], asked[256] = "";
    bool covered = false;
    int code = tvx_document_parse(&document, text, strlen(text), error);
    if (code == TVX_OK)
        code = tvx_document_take_inline(&part, document, NULL, error);
    if (code == TVX_OK)
        code = tvx_document_map_ids(document, note_id, asked, error);
    if (code == TVX_OK)
        code = tvx_document_encode(document, &body, id, error);
    if (code == TVX_OK)
        code = tvx_document_covered(&covered, document, body.data, body.size, error);
    if (code == TVX_OK)
        code = tvx_record_decode(&record, &arena, id, body.data, body.size, error);
    tvx_document_free(part);
    tvx_document_free(document);
    tvx_buf_dispose(&body);
    tvx_arena_dispose(&arena);
    return code;
}

/* Makes the k-th allocation fail, for every k; the way must fail with it. */
static void assert_every_want_is_told(const char *text, bool once)
{
    memory.failed = true;
    for (long k = 0; memory.failed; k++) {
        tvx_error error = {0};
        memory.left = k;
        memory.once = once;
        memory.failed = false;
        int code = whole_way(text, &error);
        memory.left = -1;
        if (code != (memory.failed ? TVX_ENOMEM : TVX_OK))
            fail_msg("allocation %ld: %d, '%s'", k, code, error.message);
    }
}

static void every_want_of_memory_is_told(void **state)
{
    (void)state;
    static const char *const texts[] = {
        full_report,
        "{\"record\": \"negotiation\", \"key\": \"deal\", \"title\": \"A deal\", \"supersedes\": "
        "[\"aaaa\"], " PARTIES ", \"terms\": [" TERM("b") "]}",
        ACT("same_draft") "\"keys\": [\"a\", \"b\"]}",
        HEAD(
            "draft") "\"key\": \"d\", \"note\": \"a note that is longer than any buffer begins "
                     "with, "
                     "so that it has to grow, and once again\", \"follows\": [\"a\", \"b\", \"c\", "
                     "\"e\", \"f\", \"g\", \"h\", \"i\", \"j\", \"k\"]}",
    };
    json_set_alloc_funcs(limited_malloc, free);
    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_every_want_is_told(texts[i], false);
        assert_every_want_is_told(texts[i], true);
    }
    json_set_alloc_funcs(malloc, free);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_of_the_schema_holds_for_the_reader),
        cmocka_unit_test(what_no_record_holds_is_refused),
        cmocka_unit_test(nesting_ends_at_64),
        cmocka_unit_test(canonical_form),
        cmocka_unit_test(hash_vectors_of_nist),
        cmocka_unit_test(id_is_the_hash_of_the_canonical_form),
        cmocka_unit_test(inline_records_become_documents),
        cmocka_unit_test(drafts_of_a_report_become_documents),
        cmocka_unit_test(order_comes_from_inline_terms),
        cmocka_unit_test(a_document_says_what_it_is),
        cmocka_unit_test(ids_are_mapped),
        cmocka_unit_test(mapped_ids_are_stored),
        cmocka_unit_test(a_fuller_record_covers_a_shorter),
        cmocka_unit_test(a_report_is_decoded),
        cmocka_unit_test(other_records_are_decoded),
        cmocka_unit_test(every_text_lands_in_its_place),
        cmocka_unit_test(a_recorded_body_holds_no_inline_records),
        cmocka_unit_test(packed_parts_unpack_to_the_same),
        cmocka_unit_test(words_are_numbered_as_the_enumerations_are),
        cmocka_unit_test(every_want_of_memory_is_told),
    };
    return cmocka_run_group_tests_name("document", tests, NULL, NULL);
}
