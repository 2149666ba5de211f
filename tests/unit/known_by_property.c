/*
 * Who knew what when, as a property: for every date, whatever comes in that was published, or
 * judged, after it leaves every answer of --known-by that date as it was, byte for byte; and for
 * every moment, whatever is recorded after it leaves every answer of --recorded-by that moment as
 * it was. The questions are taken from the table of commands.
 */
#include "cli_run.h"

#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "codec/record.h"
#include "known_by_late.h"
#include "known_by_questions.h"
#include "travaux/file.h"

#define FIXTURE TVX_TESTS "/../fixtures/us-ukraine-minerals.jsonl"

enum { REPORTS = 16, BATCHES = 3, BATCH_REPORTS = 5, BATCH_JUDGEMENTS = 3 };

/* --- running commands --- */

typedef struct answer {
    char *out, *err;
    int status;
} answer;

static answer ask(const char *const *words, size_t n, const char *input)
{
    answer a = {0};
    size_t out_size = 0, err_size = 0;
    char *argv[QUESTION_WORDS + 8];
    argv[0] = (char *)(uintptr_t) "travaux";
    for (size_t i = 0; i < n; i++)
        argv[i + 1] = (char *)(uintptr_t)words[i];
    argv[n + 1] = NULL;
    FILE *in = tmpfile(), *out = open_memstream(&a.out, &out_size),
         *err = open_memstream(&a.err, &err_size);
    assert_true(in != NULL && out != NULL && err != NULL);
    fputs(input, in);
    rewind(in);
    a.status = tvx_cli_run((int)n + 1, argv, in, out, err);
    fclose(in);
    fclose(out);
    fclose(err);
    return a;
}

static void forget(answer *a)
{
    free(a->out);
    free(a->err);
    *a = (answer){0};
}

static void add(const char *db, const char *text)
{
    const char *const words[] = {"add", "--quiet", "--db", db, "-"};
    answer a = ask(words, 5, text);
    if (a.status != 0)
        fail_msg("%s\n%s", a.err, text);
    forget(&a);
}

/* --- the file --- */

typedef struct scene {
    char folder[64], base[96], late[96];
    tvx_arena arena;
    const char *reports[REPORTS + 1]; /* whole ids: of the negotiation's first ones */
    const char *judgement;
    int64_t recorded; /* when the last of it was */
    questions *known_by, *recorded_by;
} scene;

/* Judged early on, so that it can be withdrawn late. */
static const char *const early_judgement =
    "{\"record\":\"judgement\",\"negotiation\":\"us-ukraine-minerals\",\"act\":\"deprecate\","
    "\"report\":\"%s\",\"term\":\"ownership_stake\",\"dated\":\"2025-02-16\","
    "\"reason\":\"a revenue share, garbled\"}\n";

static int note_entry(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    scene *s = payload;
    (void)error;
    s->recorded = entry->recorded;
    if (entry->kind == TVX_RECORD_JUDGEMENT)
        s->judgement = tvx_arena_text(&s->arena, entry->id);
    for (size_t i = 0; entry->kind == TVX_RECORD_REPORT && i < REPORTS; i++) {
        char number[24];
        snprintf(number, sizeof number, "\"note\":\"M%02zu", i + 1);
        if (strstr(entry->body, number) != NULL)
            s->reports[i] = tvx_arena_text(&s->arena, entry->id);
    }
    return TVX_OK;
}

static void note_records(scene *s)
{
    tvx_file *file;
    assert_int_equal(tvx_file_open(&file, s->base, NULL), TVX_OK);
    assert_int_equal(tvx_file_log(file, NULL, note_entry, s, NULL), TVX_OK);
    tvx_file_free(file);
}

static void copy_file(const char *from, const char *to)
{
    char bytes[4096];
    size_t n;
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_true(in != NULL && out != NULL);
    while ((n = fread(bytes, 1, sizeof bytes, in)) > 0)
        assert_int_equal(fwrite(bytes, 1, n, out), n);
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

static int set_up(void **state)
{
    static scene s;
    *state = &s;
    snprintf(s.folder, sizeof s.folder, "/tmp/travaux-known-XXXXXX");
    if (mkdtemp(s.folder) == NULL)
        return 1;
    snprintf(s.base, sizeof s.base, "%s/base.db", s.folder);
    snprintf(s.late, sizeof s.late, "%s/late.db", s.folder);
    const char *const init[] = {"init", "--quiet", "--db", s.base};
    const char *const records[] = {"add", "--quiet", "--db", s.base, FIXTURE};
    answer made = ask(init, 4, ""), filled = ask(records, 5, "");
    bool done = made.status == 0 && filled.status == 0;
    forget(&made);
    forget(&filled);
    note_records(&s);
    add(s.base, tvx_arena_format(&s.arena, early_judgement, s.reports[4]));
    note_records(&s);
    s.known_by = calloc(1, sizeof *s.known_by);
    s.recorded_by = calloc(1, sizeof *s.recorded_by);
    return !done || s.known_by == NULL || s.recorded_by == NULL;
}

static void remove_file(const char *path)
{
    char journal[128];
    snprintf(journal, sizeof journal, "%s-journal", path);
    unlink(journal);
    unlink(path);
}

static int tear_down(void **state)
{
    scene *s = *state;
    remove_file(s->base);
    remove_file(s->late);
    tvx_arena_dispose(&s->known_by->arena);
    tvx_arena_dispose(&s->recorded_by->arena);
    tvx_arena_dispose(&s->arena);
    free(s->known_by);
    free(s->recorded_by);
    return rmdir(s->folder);
}

/* --- asking everything --- */

/* Options that go with a question: `--known-by 2025-02-16`. */
typedef struct moment {
    const char *words[4];
    size_t n;
} moment;

static answer ask_at(const scene *s, const question *q, const moment *at)
{
    const char *words[QUESTION_WORDS + 6];
    size_t n = 0;
    for (size_t i = 0; i < q->n; i++)
        words[n++] = q->words[i];
    for (size_t i = 0; i < at->n; i++)
        words[n++] = at->words[i];
    words[n++] = "--db";
    words[n++] = s->late;
    return ask(words, n, "");
}

static void put_question(const question *q, const moment *at, tvx_buf *out)
{
    tvx_buf_text(out, "travaux");
    for (size_t i = 0; i < q->n; i++)
        tvx_buf_format(out, " %s", q->words[i]);
    for (size_t i = 0; i < at->n; i++)
        tvx_buf_format(out, " %s", at->words[i]);
}

static bool same_answer(const answer *a, const answer *b)
{
    return a->status == b->status && strcmp(a->out, b->out) == 0 && strcmp(a->err, b->err) == 0;
}

/* Fails with the first line in which two answers differ. */
static void fail_different(const question *q, const moment *at, const answer *before,
                           const answer *after)
{
    tvx_buf asked = {0};
    const char *a = strcmp(before->out, after->out) != 0 ? before->out : before->err;
    const char *b = a == before->out ? after->out : after->err;
    size_t same = 0;
    while (a[same] != '\0' && a[same] == b[same])
        same++;
    while (same > 0 && a[same - 1] != '\n')
        same--;
    put_question(q, at, &asked);
    fail_msg("%s (status %d, then %d)\nbefore: %.*s\nafter:  %.*s", tvx_buf_string(&asked),
             before->status, after->status, (int)strcspn(a + same, "\n"), a + same,
             (int)strcspn(b + same, "\n"), b + same);
}

/* Which commands answered, and which of them notice what came when no moment is named. */
typedef struct noticed {
    const tvx_cli_command *command;
    bool answered, changed;
} noticed;

enum { COMMANDS = 64 };

/* What a moment is asked, and what comes then. */
typedef struct trial {
    const scene *scene;
    const questions *questions;
    void (*come)(const scene *s, size_t round);
    noticed seen[COMMANDS];
    size_t n_seen;
} trial;

static noticed *notice(trial *t, const tvx_cli_command *command)
{
    for (size_t i = 0; i < t->n_seen; i++)
        if (t->seen[i].command == command)
            return &t->seen[i];
    assert_true(t->n_seen < COMMANDS);
    t->seen[t->n_seen] = (noticed){.command = command};
    return &t->seen[t->n_seen++];
}

/* Asks everything at a moment and, of commands that noticed nothing yet, at none; lets the rest
 * come; asks again. */
static void check_moment(trial *t, const moment *at, size_t round)
{
    static answer before[QUESTIONS], plain[QUESTIONS];
    static const moment never;
    const questions *q = t->questions;
    copy_file(t->scene->base, t->scene->late);
    for (size_t i = 0; i < q->n; i++) {
        before[i] = ask_at(t->scene, &q->items[i], at);
        if (!notice(t, q->items[i].command)->changed)
            plain[i] = ask_at(t->scene, &q->items[i], &never);
    }
    t->come(t->scene, round);
    for (size_t i = 0; i < q->n; i++) {
        noticed *of = notice(t, q->items[i].command);
        answer after = ask_at(t->scene, &q->items[i], at), now = {0};
        if (!same_answer(&before[i], &after))
            fail_different(&q->items[i], at, &before[i], &after);
        if (!of->changed) {
            now = ask_at(t->scene, &q->items[i], &never);
            of->changed = !same_answer(&plain[i], &now);
        }
        of->answered = of->answered || after.status == 0;
        forget(&now);
        forget(&after);
        forget(&before[i]);
        forget(&plain[i]);
    }
}

/* A property of answers that nobody gets, or that nothing could change, holds of itself. */
static void check_noticed(const trial *t)
{
    assert_true(t->n_seen > 0);
    for (size_t i = 0; i < t->n_seen; i++) {
        const noticed *of = &t->seen[i];
        if (!of->answered)
            fail_msg("'travaux %s' answered no question", of->command->name);
        if (!of->changed)
            fail_msg("'travaux %s' is the same whatever comes: this tests nothing of it",
                     of->command->name);
    }
    print_message("  %zu commands, %zu questions\n", t->n_seen, t->questions->n);
}

/* --- what was known --- */

/* Dates, and days of publication that are not, with certainty, within them. */
static const struct {
    const char *known_by, *late[8];
} dates[] = {
    {"2025-02-16",
     {"2025-02-17", "2025-02-16~", "2025-02-10/2025-02-17", "2025-02", "2025",
      "2025-02-16T23:30-05:00", "2025-03-01"}},
    {"2025-02-21~", {"2025-02-22", "2025-02-21?", "2025-02-21/2025-02-22", "2025-05-09"}},
    {"2025-02",
     {"2025-03-01", "2025", "2025-02-27/2025-03-01", "2025-02~", "2025-02-28T23:59-01:00"}},
    {"2025-03-28T12:00", {"2025-03-28T12:01", "2025-03-28", "2025-03-28/..", "2025-06-01"}},
};
enum { DATES = sizeof dates / sizeof dates[0] };

/* Some batches, each a call of add. */
static void come_late(const scene *s, size_t round)
{
    late_scene late = {.random = 88172645463325252U + round,
                       .published = dates[round].late,
                       .reports = s->reports,
                       .judgement = s->judgement};
    for (unsigned batch = 0; batch < BATCHES; batch++) {
        tvx_buf text = {0};
        for (unsigned i = 0; i < BATCH_REPORTS; i++)
            late_put_report(&late, &text, batch * BATCH_REPORTS + i);
        for (unsigned i = 0; i < BATCH_JUDGEMENTS; i++)
            late_put_judgement(&late, &text);
        add(s->late, tvx_buf_string(&text));
        tvx_buf_dispose(&text);
    }
}

static void what_comes_late_changes_no_earlier_answer(void **state)
{
    scene *s = *state;
    trial t = {.scene = s, .questions = s->known_by, .come = come_late};
    s->known_by->report = s->reports[0];
    questions_make(s->known_by, "known-by");
    for (size_t i = 0; i < DATES; i++) {
        const moment at = {.words = {"--known-by", dates[i].known_by}, .n = 2};
        check_moment(&t, &at, i);
    }
    check_noticed(&t);
}

/* A report of June whose id begins as another one does. */
static const char *make_twin(scene *s, const char *id)
{
    char hash[TVX_ID_HEX + 1];
    for (unsigned i = 0;; i++) {
        const char *canonical = tvx_arena_format(
            &s->arena,
            "{\"negotiation\":\"us-ukraine-minerals\",\"outlet\":\"Late Wire\","
            "\"published\":\"2025-06-01\",\"record\":\"report\",\"title\":\"Late %u\"}\n",
            i);
        tvx_hash(canonical, strlen(canonical) - 1, hash);
        if (strncmp(hash, id, TVX_ID_SHORT) == 0)
            return canonical;
    }
}

static void a_late_report_makes_no_prefix_ambiguous(void **state)
{
    scene *s = *state;
    char prefix[TVX_ID_SHORT + 1];
    const moment at = {.words = {"--known-by", "2025-02-25"}, .n = 2}, never = {0};
    const question asked[] = {{.words = {"show", prefix}, .n = 2},
                              {.words = {"brackets", "--without", prefix}, .n = 3}};
    snprintf(prefix, sizeof prefix, "%s", s->reports[0]);
    copy_file(s->base, s->late);
    answer before[] = {ask_at(s, &asked[0], &at), ask_at(s, &asked[1], &at)};
    add(s->late, make_twin(s, prefix));
    for (size_t i = 0; i < 2; i++) {
        answer after = ask_at(s, &asked[i], &at), now = ask_at(s, &asked[i], &never);
        assert_int_equal(before[i].status, 0);
        if (!same_answer(&before[i], &after))
            fail_different(&asked[i], &at, &before[i], &after);
        assert_int_equal(now.status, 2);
        assert_non_null(strstr(now.err, "several ids begin with"));
        forget(&now);
        forget(&after);
        forget(&before[i]);
    }
}

/* --- what was recorded --- */

/* Whatever it is, and however early it is dated. */
static void come_later(const scene *s, size_t round)
{
    static const char *const published[] = {"2025-02-12", "2025-02-20", "2025-03-01", NULL};
    static const char records[] =
        "{\"record\":\"term\",\"negotiation\":\"us-ukraine-minerals\",\"key\":\"a_term\","
        "\"title\":\"Revenue of a term\",\"kind\":\"text\"}\n"
        "{\"record\":\"party\",\"negotiation\":\"us-ukraine-minerals\",\"key\":\"EU\","
        "\"name\":\"European Union\"}\n"
        "{\"record\":\"outlet\",\"negotiation\":\"us-ukraine-minerals\",\"name\":\"Babel (Kyiv)\","
        "\"aliases\":[\"Babel\"]}\n";
    late_scene late = {.random = 362436069U + round,
                       .published = published,
                       .reports = s->reports,
                       .judgement = s->judgement};
    tvx_buf text = {0};
    tvx_buf_text(&text, records);
    for (unsigned i = 0; i < BATCH_REPORTS; i++)
        late_put_report(&late, &text, i);
    for (unsigned i = 0; i < BATCH_JUDGEMENTS; i++)
        late_put_judgement(&late, &text);
    add(s->late, tvx_buf_string(&text));
    tvx_buf_dispose(&text);
}

/* The clock of the log goes by the second. */
static void wait_for_next_second(const scene *s)
{
    const struct timespec nap = {.tv_nsec = 20 * 1000 * 1000};
    while ((int64_t)time(NULL) <= s->recorded)
        nanosleep(&nap, NULL);
}

static void what_is_recorded_later_changes_no_earlier_answer(void **state)
{
    scene *s = *state;
    trial t = {.scene = s, .questions = s->recorded_by, .come = come_later};
    char recorded[32];
    time_t seconds = (time_t)s->recorded;
    struct tm parts;
    assert_non_null(gmtime_r(&seconds, &parts));
    strftime(recorded, sizeof recorded, "%Y-%m-%dT%H:%M:%SZ", &parts);
    const moment moments[] = {
        {.words = {"--recorded-by", recorded}, .n = 2},
        {.words = {"--recorded-by", recorded, "--known-by", "2025-02-25"}, .n = 4},
    };
    wait_for_next_second(s);
    s->recorded_by->report = s->reports[0];
    questions_make(s->recorded_by, "recorded-by");
    for (size_t i = 0; i < 2; i++)
        check_moment(&t, &moments[i], i);
    check_noticed(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_late_changes_no_earlier_answer),
        cmocka_unit_test(a_late_report_makes_no_prefix_ambiguous),
        cmocka_unit_test(what_is_recorded_later_changes_no_earlier_answer),
    };
    unsetenv("TRAVAUX_DB");
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
