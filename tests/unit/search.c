/*
 * Searching: what is found and in which order, of what is in force and known; the same hits with
 * an index and without.
 */
#include "search_file.h"

#include "codec/record.h"
#include "model/record_texts.h"
#include "model/tokens.h"

/* --- what is found, and in which order --- */

static void by_kind_then_place(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    assert_found(f, "law", NULL,
                 "law /key law 0-3\n"
                 "law /title Governing law 10-13\n"
                 "The Times /claims/0/value law of oil 0-3\n");
    assert_found(f, "oil", NULL,
                 "CNN /claims/0/quote no oil 3-6\n"
                 "CNN /note oil and gas 0-3\n"
                 "The Times /title Oil first 0-3\n"
                 "The Times /claims/0/value law of oil 7-10\n");
    /* drafts in their order; an outlet by its alias; words that stand in one text, else in several
     */
    assert_found(f, "first", NULL, "d1 /title First 0-5\nThe Times /title Oil first 4-9\n");
    assert_found(f, "d*", NULL, "n /title The deal 4-8\nd1 /key d1 0-2\nd2 /key d2 0-2\n");
    assert_found(f, "\"\" times", NULL,
                 "The Times /name The Times 4-9\n"
                 "The Times /aliases/0 Times 0-5\n"
                 "The Times /outlet Times 0-5\n");
    assert_found(f, "\"\" oil gas", NULL, "CNN /note oil and gas 0-3 8-11\n");
    assert_found(f, "\"\" early gas", NULL, "CNN /title Early 0-5\nCNN /note oil and gas 8-11\n");
    assert_found(f, "\"\" early times", NULL, "");
}

static void what_is_known_by_a_day(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    prepare(f);
    assert_found(f, "oil", "2025-01-31",
                 "CNN /claims/0/quote no oil 3-6\n"
                 "CNN /note oil and gas 0-3\n");
    assert_found(f, "second", "2025-01-31", "");
    assert_found(f, "second", "2025-02-03", "d2 /title Second 0-6\n");
}

/* What is superseded is not searched, with an index or without; what supersedes it is. */
static void what_is_in_force(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    prepare(f);
    add_about(f, "Borduria",
              "{'record':'party','negotiation':'n','key':'B','name':'Syldavia','supersedes':'%s'}");
    add_about(f, "CNN",
              "{'record':'report','negotiation':'n','outlet':'CNN','title':'Late',"
              "'published':'2025-01-02','supersedes':'%s'}");
    for (int again = 0; again < 2; again++) {
        assert_found(f, "borduria", NULL, "");
        assert_found(f, "syldavia", NULL, "B /name Syldavia 0-8\n");
        assert_found(f, "early", NULL, "");
        assert_found(f, "late", NULL, "CNN /title Late 0-4\n");
        prepare(f);
    }
}

/* What is set aside or updated is found and says so; a judgement from its date on. */
static void what_is_set_aside(void **state)
{
    fixture *f = *state;
    add(f, DEAL);
    add_about(f, "Times",
              "{'record':'judgement','negotiation':'n','act':'deprecate','report':'%s',"
              "'dated':'2025-03-01','reason':'garbled'}");
    add_about(f, "CNN",
              "{'record':'report','negotiation':'n','outlet':'CNN','title':'Later',"
              "'published':'2025-01-03','updates':'%s'}");
    prepare(f);
    assert_found(f, "\"oil\"", "2025-02-28",
                 "CNN /claims/0/quote updated no oil 3-6\n"
                 "CNN /note updated oil and gas 0-3\n"
                 "The Times /title Oil first 0-3\n"
                 "The Times /claims/0/value law of oil 7-10\n");
    assert_found(f, "\"oil\"", "2025-03-01",
                 "CNN /claims/0/quote updated no oil 3-6\n"
                 "CNN /note updated oil and gas 0-3\n"
                 "The Times /title Oil first 0-3\n"
                 "The Times /claims/0/value aside law of oil 7-10\n");
    assert_found(f, "garbled", "2025-02-28", "");
    assert_found(f, "garbled", "2025-03-01", "judgement /reason garbled 0-7\n");
    assert_found(f, "garbled", NULL, "judgement /reason garbled 0-7\n");
}

/* --- with an index and without --- */

/* Words to search for: every few of those in the records, whole, cut short and in pairs. */
typedef struct queries {
    tvx_arena arena;
    const char **items;
    size_t n, capacity, words;
    const char *last;
} queries;

enum { EVERY = 293 };

static void keep_query(queries *q, const char *query)
{
    assert_non_null(query);
    assert_int_equal(tvx_arena_grow(&q->arena, &q->items, q->n, &q->capacity, sizeof *q->items),
                     TVX_OK);
    q->items[q->n++] = query;
}

static int note_words(void *payload, const tvx_record_text *text, tvx_error *error)
{
    queries *q = payload;
    tvx_tokens tokens;
    assert_int_equal(tvx_tokens_make(&tokens, &q->arena, text->text, error), TVX_OK);
    for (size_t i = 0; i < tokens.n; i++) {
        const tvx_token *token = &tokens.items[i];
        if (q->words++ % EVERY != 0 || token->sign)
            continue;
        const char *word =
            tvx_arena_slice(&q->arena, text->text + token->from, token->to - token->from);
        keep_query(q, word);
        keep_query(q, tvx_arena_format(&q->arena, "%s*", word));
        keep_query(
            q, tvx_arena_format(&q->arena, "\"\" %s %s", word, q->last == NULL ? word : q->last));
        if (i + 1 < tokens.n)
            keep_query(q, tvx_arena_slice(&q->arena, text->text + token->from,
                                          tokens.items[i + 1].to - token->from));
        q->last = word;
    }
    return TVX_OK;
}

static int note_record(void *payload, const tvx_logged *logged, tvx_error *error)
{
    queries *q = payload;
    tvx_record record;
    assert_int_equal(
        tvx_record_decode(&record, &q->arena, logged->id, logged->body, logged->size, error),
        TVX_OK);
    return tvx_record_texts(&record, note_words, q, error);
}

static void ask_all(fixture *f, const queries *q, const char *known_by, tvx_buf *out)
{
    for (size_t i = 0; i < q->n; i++) {
        tvx_buf_format(out, "? %s\n", q->items[i]);
        search_as(f, q->items[i], known_by, out);
    }
    assert_false(out->failed);
}

static void the_same_with_an_index_and_without(void **state)
{
    fixture *f = *state;
    queries q = {0};
    add_minerals(f);
    assert_int_equal(tvx_store_all(f->file->store, 1, note_record, &q, NULL), TVX_OK);
    keep_query(&q, "\"\" mineral* fund % 50");
    keep_query(&q, "up to 50%");
    assert_true(q.n > 50);
    const char *const days[] = {NULL, "2025-02-24"};
    for (size_t i = 0; i < 2; i++) {
        tvx_buf without = {0}, with = {0};
        drop_index(f);
        assert_int_equal(candidates(f, "fund"), -1);
        ask_all(f, &q, days[i], &without);
        prepare(f);
        assert_int_equal(candidates(f, "nosuchword"), 0);
        ask_all(f, &q, days[i], &with);
        assert_true(strcmp(without.data, with.data) == 0);
        assert_true(strstr(with.data, "/claims/") != NULL);
        tvx_buf_dispose(&without);
        tvx_buf_dispose(&with);
    }
    tvx_arena_dispose(&q.arena);
}

/* --- bad queries --- */

static void nothing_to_look_for(void **state)
{
    fixture *f = *state;
    const char *query = "\"*\"";
    const tvx_texts words = {.items = &query, .n = 1};
    const tvx_query asked = {0};
    tvx_error error = {0};
    tvx_view *view;
    add(f, DEAL);
    assert_int_equal(tvx_view_open(&view, f->file, &asked, NULL), TVX_OK);
    assert_int_equal(tvx_view_search(view, &words, list_hit, NULL, &error), TVX_EUSAGE);
    assert_string_equal(error.message, "there is no word in '\"*\"'");
    tvx_view_free(view);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(by_kind_then_place),
        TEST(what_is_known_by_a_day),
        TEST(what_is_in_force),
        TEST(what_is_set_aside),
        TEST(the_same_with_an_index_and_without),
        TEST(nothing_to_look_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
