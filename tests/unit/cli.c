/*
 * The core of the command line: what is parsed, what is refused and how, help, dates, and text
 * laid out for a terminal and for a pipe.
 */
#include "cli_run.h"

#include "base/buf.h"
#include "cli/cli.h"
#include "cli/dates.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/text.h"

/* --- options: DESIGN section 7 --- */

typedef struct parse_case {
    const char *rule;
    run_words words;
    const char *command;
    const char *title, *out; /* values of --title and --output, or NULL */
    size_t kinds;            /* how many of --kind */
    const char *arguments;   /* joined by "|" */
} parse_case;

static const parse_case parse_cases[] = {
    {"a value after a blank", WORDS("term", "add", "k", "--title", "T"), "term add", "T", NULL, 0,
     "k"},
    {"a value after =", WORDS("term", "add", "k", "--title=T=U"), "term add", "T=U", NULL, 0, "k"},
    {"an empty value", WORDS("term", "edit", "k", "--title="), "term edit", "", NULL, 0, "k"},
    {"options before arguments", WORDS("term", "add", "--title", "T", "k"), "term add", "T", NULL,
     0, "k"},
    {"common options before the command", WORDS("--db", "f", "-q", "term", "add", "k"), "term add",
     NULL, NULL, 0, "k"},
    {"repeatable", WORDS("term", "add", "k", "--kind", "money", "--kind=text"), "term add", NULL,
     NULL, 2, "k"},
    {"-- ends options", WORDS("add", "--quiet", "--", "--title", "-"), "add", NULL, NULL, 0,
     "--title|-"},
    {"one dash is an argument", WORDS("add", "-"), "add", NULL, NULL, 0, "-"},
    {"a letter, its value behind it", WORDS("export", "-ofile"), "export", NULL, "file", 0, ""},
    {"a letter, its value next", WORDS("export", "-o", "file"), "export", NULL, "file", 0, ""},
    {"letters of flags together", WORDS("export", "-qofile"), "export", NULL, "file", 0, ""},
    {"a second word of the name", WORDS("help", "term", "add"), "help", NULL, NULL, 0, "term|add"},
};

static void expect_text(const char *given, const char *expected)
{
    if (expected == NULL)
        assert_null(given);
    else
        assert_string_equal(given, expected);
}

static void check_parse(const parse_case *c)
{
    tvx_cli cli = {.err = stderr};
    tvx_error error = {0};
    char *argv[RUN_WORDS + 2];
    tvx_buf arguments = {0};
    int argc = run_argv(&c->words, argv);
    assert_int_equal(tvx_cli_parse(&cli, argc, argv, &error), TVX_OK);
    assert_string_equal(cli.command->name, c->command);
    expect_text(tvx_cli_value(&cli, "title"), c->title);
    expect_text(tvx_cli_value(&cli, "output"), c->out);
    assert_int_equal(tvx_cli_values(&cli, "kind").n, c->kinds);
    for (size_t i = 0; i < cli.arguments.n; i++)
        tvx_buf_format(&arguments, "%s%s", i > 0 ? "|" : "", cli.arguments.items[i]);
    assert_string_equal(tvx_buf_string(&arguments), c->arguments);
    tvx_buf_dispose(&arguments);
    tvx_arena_dispose(&cli.arena);
}

static void options_are_parsed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof parse_cases / sizeof parse_cases[0]; i++) {
        print_message("  %s\n", parse_cases[i].rule);
        check_parse(&parse_cases[i]);
    }
}

/* What is refused: status 2, nothing on standard output, these lines on standard error. */
static const struct {
    run_words words;
    const char *err;
} refusals[] = {
    {WORDS("exprot"), "travaux: unknown command 'exprot'\nhint: did you mean 'travaux export'?\n"},
    {WORDS("xyzzy"), "travaux: unknown command 'xyzzy'\nhint: travaux help lists the commands\n"},
    {WORDS("term"), "travaux: 'term' needs a second word\n"
                    "hint: it is travaux term add|edit\n"},
    {WORDS("term", "ad"), "travaux: unknown command 'term ad'\n"
                          "hint: did you mean 'travaux term add'?\n"},
    {WORDS("export", "--ouptut", "f"),
     "travaux: unknown option '--ouptut'\nhint: did you mean --output?\n"},
    {WORDS("export", "--out", "f"), /* no abbreviation */
     "travaux: unknown option '--out'\nhint: travaux help export lists its options\n"},
    {WORDS("export", "-z"), "travaux: unknown option '-z'\nhint: an option's full name has two "
                            "dashes; an argument that begins with a dash stands after --\n"},
    {WORDS("--all", "export"),
     "travaux: unknown option '--all'\nhint: travaux help export lists its options\n"},
    {WORDS("log", "--format", "jsn"),
     "travaux: --format cannot be 'jsn'\nhint: did you mean json?\n"},
    {WORDS("log", "--format", "pdf"),
     "travaux: --format cannot be 'pdf'\nhint: it is one of: text, json, csv, md\n"},
    {WORDS("log", "--json", "--format=csv"), "travaux: --json and --format csv are both given\n"},
    {WORDS("log", "--json=yes"), "travaux: --json takes no value\n"},
    {WORDS("log", "--db"), "travaux: --db needs a value\nhint: write --db FILE\n"},
    {WORDS("log", "--db", "--json"),
     "travaux: --db needs a value\nhint: write --db=--json if that is meant\n"},
    {WORDS("log", "--db", "a", "--db", "b"), "travaux: --db is given twice\n"},
    {WORDS("log", "x"), "travaux: log takes no arguments, but 'x' is given\n"
                        "hint: travaux help log shows examples\n"},
    {WORDS("term", "add"),
     "travaux: term add needs KEY\nhint: travaux help term add shows examples\n"},
    {WORDS("party", "add", "a", "b"), "travaux: party add takes only KEY, but 'b' is given as "
                                      "well\nhint: travaux help party add shows examples\n"},
    {WORDS("export", "--known-by", "02/03/2025"),
     "travaux: '02/03/2025' does not say which is the day\n"
     "hint: write the year first: 2025-MM-DD, or a month by its name: 3 Feb 2025\n"},
    {WORDS("log", "--db", "/nowhere/at/\033[31mall"),
     "travaux: '/nowhere/at/\\u{1b}[31mall': No such file or directory\n"
     "hint: make the file with travaux init, or name another with --db\n"},
};

static void mistakes_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        run_result result = run(&refusals[i].words);
        assert_string_equal(result.err, refusals[i].err);
        assert_string_equal(result.out, "");
        assert_int_equal(result.status, 2);
    }
}

/* --- help --- */

static void no_arguments_is_short_help_and_2(void **state)
{
    (void)state;
    static const run_words none = WORDS(NULL);
    run_result result = run(&none);
    assert_int_equal(result.status, 2);
    assert_string_equal(result.out, "");
    assert_holds(result.err, "usage: travaux COMMAND");
    assert_holds(result.err, "travaux help lists all commands.");
}

static void assert_narrow(const char *text)
{
    while (*text != '\0') {
        char line[400];
        size_t n = strcspn(text, "\n");
        assert_true(n < sizeof line);
        memcpy(line, text, n);
        line[n] = '\0';
        size_t columns = 0;
        for (const char *c = line; *c != '\0'; c++)
            columns += ((unsigned char)*c & 0xc0) != 0x80;
        if (columns > 80)
            fail_msg("%zu columns: %s", columns, line);
        assert_true(n == 0 || line[n - 1] != ' ');
        text += n + (text[n] != '\0');
    }
}

/* Every example begins a line with the very command (or goes on with one, or pipes into it). */
static void assert_examples(const tvx_cli_command *command)
{
    char line[128];
    snprintf(line, sizeof line, "travaux %s", command->name);
    assert_int_equal(strncmp(command->examples, line, strlen(line)), 0);
    assert_string_equal(command->examples + strlen(command->examples) - 1, "\n");
}

static void check_help(const tvx_cli_command *command)
{
    char words[64];
    snprintf(words, sizeof words, "%s", command->name);
    char *second = strchr(words, ' ');
    if (second != NULL)
        *second++ = '\0';
    const run_words asked = WORDS("help", words, second);
    const run_words dashed = WORDS(words, second != NULL ? second : "-h", "--help");
    run_result result = run(&asked);
    assert_int_equal(result.status, 0);
    assert_string_equal(result.err, "");
    assert_narrow(result.out);
    assert_examples(command);
    assert_true(strlen(command->summary) <= 60);
    const char *examples = strstr(result.out, "\nExamples\n  travaux ");
    assert_non_null(examples);
    assert_true(strstr(result.out, "\nOptions\n") > examples);
    char *first = strdup(result.out);
    assert_string_equal(run(&dashed).out, first);
    free(first);
}

static void every_command_has_help(void **state)
{
    (void)state;
    static const run_words all = WORDS("help");
    const tvx_cli_command *const *commands;
    size_t n = tvx_cli_commands(&commands);
    run_result result = run(&all);
    assert_true(n >= 15);
    assert_narrow(result.out);
    for (size_t i = 0; i < n; i++) {
        char entry[64];
        snprintf(entry, sizeof entry, "\n  %s ", commands[i]->name);
        print_message("  %s\n", commands[i]->name);
        assert_holds(result.out, entry);
        check_help(commands[i]);
    }
}

static void version_is_said(void **state)
{
    (void)state;
    static const run_words words = WORDS("--version");
    assert_int_equal(strncmp(run(&words).out, "travaux 0.", 10), 0);
}

/* --- dates --- */

static const struct {
    const char *typed, *edtf; /* NULL: refused */
} typed_dates[] = {
    {"2025-02-24", "2025-02-24"},
    {"12 Feb 2025", "2025-02-12"},
    {"3 march 2025", "2025-03-03"},
    {"Feb 12, 2025", "2025-02-12"},
    {"February 2025", "2025-02"},
    {"SEP 2025", "2025-09"},
    {"31 Feb 2025", "2025-02-31"}, /* for the library to refuse */
    {"Febr 2025", "Febr 2025"},
    {"12 Feb 25", "12 Feb 25"},
    {"2025-02-12/2025-02-14", "2025-02-12/2025-02-14"},
    {"02/03/2025", NULL},
    {"2.3.2025", NULL},
    {"24-02-2025", NULL},
    {"about 12 Feb 2025", "about 12 Feb 2025"},
    {"", ""},
};

static void dates_are_read_as_typed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof typed_dates / sizeof typed_dates[0]; i++) {
        tvx_arena arena = {0};
        tvx_error error = {0};
        const char *edtf;
        int rc = tvx_cli_typed_date(&arena, typed_dates[i].typed, &edtf, &error);
        assert_int_equal(rc, typed_dates[i].edtf == NULL ? TVX_EUSAGE : TVX_OK);
        if (rc == TVX_OK)
            assert_string_equal(edtf, typed_dates[i].edtf);
        tvx_arena_dispose(&arena);
    }
}

static void today_and_yesterday_are_days(void **state)
{
    (void)state;
    static const char *const words[] = {"today", "Yesterday"};
    tvx_arena arena = {0};
    for (size_t i = 0; i < 2; i++) {
        const char *edtf;
        assert_int_equal(tvx_cli_typed_date(&arena, words[i], &edtf, NULL), TVX_OK);
        assert_int_equal(strlen(edtf), 10);
        assert_int_equal(edtf[4], '-');
    }
    tvx_arena_dispose(&arena);
}

/* --- text laid out --- */

/* A cli that gathers what is said for a screen of this width (0: none). */
static tvx_cli screen_of(size_t width, bool colour)
{
    tvx_cli cli = {.screen = {.terminal = width > 0, .colour = colour, .width = width}};
    if (width == 0)
        cli.screen.width = 80;
    return cli;
}

static void expect_said(tvx_cli *cli, const char *expected)
{
    assert_int_equal(cli->output.failed, TVX_OK);
    assert_string_equal(tvx_buf_string(&cli->output.memory), expected);
    tvx_cli_output_dispose(&cli->output);
}

static const tvx_cli_column grid_columns[] = {
    {.gap = 2}, {.gap = 2, .wraps = true}, {.gap = 3, .wraps = true}};

static void say_grid(tvx_cli *cli)
{
    static const char *const rows[][3] = {
        {"12 Feb", "50% of revenue from many things", "+ first reported"},
        {"", "4 reports, 2\u20133 origins, and a remark that needs no room of its own", ""},
        {"3 Mar", "", "~ raised"},
    };
    tvx_cli_grid grid;
    tvx_cli_grid_begin(&grid, cli, grid_columns, 3);
    tvx_cli_grid_heading(&grid, "Share", "share");
    for (size_t i = 0; i < 3; i++) {
        tvx_cli_grid_row(&grid);
        for (size_t j = 0; j < 3; j++)
            tvx_cli_grid_cell(&grid, TVX_CLI_PLAIN, rows[i][j]);
    }
    tvx_cli_grid_blank(&grid);
    tvx_cli_grid_paragraph(&grid, 0, TVX_CLI_PLAIN, "3 drafts silent on this; --all shows them");
    tvx_cli_grid_end(&grid);
}

static void on_a_pipe_a_row_is_a_line(void **state)
{
    (void)state;
    tvx_cli cli = screen_of(0, false);
    say_grid(&cli);
    expect_said(
        &cli, "Share                                                                      share\n"
              "  12 Feb  50% of revenue from many things   + first reported\n"
              "          4 reports, 2\u20133 origins, and a remark that needs no room of its own\n"
              "  3 Mar                                     ~ raised\n"
              "\n"
              "3 drafts silent on this; --all shows them\n");
}

/* 40 columns less 13 for the first one and the gaps: 27, of which neither cell needs less than
 * half; so 13 and 14. */
static void on_a_terminal_cells_are_broken(void **state)
{
    (void)state;
    tvx_cli cli = screen_of(40, false);
    say_grid(&cli);
    expect_said(&cli, "Share                              share\n"
                      "  12 Feb  50% of          + first\n"
                      "          revenue from    reported\n"
                      "          many things\n"
                      "          4 reports, 2\u20133 origins, and a\n"
                      "          remark that needs no room of\n"
                      "          its own\n"
                      "  3 Mar                   ~ raised\n"
                      "\n"
                      "3 drafts silent on this; --all shows\n"
                      "  them\n");
}

static void long_words_and_wide_characters_are_broken(void **state)
{
    (void)state;
    tvx_cli cli = screen_of(10, false);
    tvx_cli_paragraph(&cli, 0, 2, TVX_CLI_PLAIN, "abcdefghijklm \u6f22\u5b57\u6f22\u5b57\u6f22");
    expect_said(&cli, "abcdefghij\n"
                      "  klm\n"
                      "  \u6f22\u5b57\u6f22\u5b57\n"
                      "  \u6f22\n");
}

static void text_from_outside_is_escaped(void **state)
{
    (void)state;
    tvx_cli cli = screen_of(0, false);
    tvx_cli_put(&cli, TVX_CLI_PLAIN, "a\033[31mb\tc\nd\x9b\u202e");
    tvx_cli_end_line(&cli);
    expect_said(&cli, "a\\u{1b}[31mb c d\\x9b\\u{202e}\n");
}

static void colour_only_where_asked_for(void **state)
{
    (void)state;
    tvx_cli cli = screen_of(0, true);
    tvx_cli_put(&cli, TVX_CLI_PLUS, "+ added");
    tvx_cli_put(&cli, TVX_CLI_PLAIN, " x");
    expect_said(&cli, "\033[32m+ added\033[m x");
    cli = screen_of(0, false);
    tvx_cli_put(&cli, TVX_CLI_PLUS, "+ added");
    expect_said(&cli, "+ added");
}

static void counts_are_right_of_their_column(void **state)
{
    (void)state;
    static const tvx_cli_column columns[] = {{.gap = 0, .right = true}, {.gap = 1}};
    tvx_cli cli = screen_of(0, false);
    tvx_cli_grid grid;
    tvx_cli_grid_begin(&grid, &cli, columns, 2);
    for (int i = 9; i < 11; i++) {
        tvx_cli_grid_row(&grid);
        tvx_cli_grid_cellf(&grid, TVX_CLI_PLAIN, "%d", i);
        tvx_cli_grid_cell(&grid, TVX_CLI_PLAIN, "reports");
    }
    tvx_cli_grid_end(&grid);
    expect_said(&cli, " 9 reports\n10 reports\n");
}

static void many_rows_keep_the_first_widths(void **state)
{
    (void)state;
    static const tvx_cli_column columns[] = {{.gap = 0}, {.gap = 1}};
    tvx_cli cli = screen_of(0, false);
    tvx_cli_grid grid;
    tvx_cli_grid_begin(&grid, &cli, columns, 2);
    for (int i = 0; i < TVX_CLI_GRID_ROWS + 1; i++) {
        tvx_cli_grid_row(&grid);
        tvx_cli_grid_cell(&grid, TVX_CLI_PLAIN, i < TVX_CLI_GRID_ROWS ? "abc" : "abcdef");
        tvx_cli_grid_cell(&grid, TVX_CLI_PLAIN, "x");
    }
    tvx_cli_grid_end(&grid);
    const char *said = tvx_buf_string(&cli.output.memory);
    assert_int_equal(cli.output.memory.size, 6 * TVX_CLI_GRID_ROWS + 9);
    assert_string_equal(said + 6 * TVX_CLI_GRID_ROWS, "abcdef x\n");
    tvx_cli_output_dispose(&cli.output);
}

/* --- words --- */

static const char *const one_name[] = {"CNN"}, *const two_names[] = {"CNN", "NYT"};

static const struct {
    tvx_origins origins;
    const char *words;
} origin_words[] = {
    {{.names = {one_name, 1}, .min = 1, .max = 1}, "2 reports, 1 origin (CNN)"},
    {{.names = {two_names, 2}, .min = 1, .max = 2}, "2 reports, 1\u20132 origins"},
    {{.names = {two_names, 2}, .min = 2, .max = 2}, "2 reports, 2 origins"},
    {{.names = {one_name, 1}, .min = 1, .max = 2}, "2 reports, 1\u20132 origins"},
    {{.min = 1, .max = 1}, "2 reports, origin unknown"},
    {{.min = 1, .max = 2}, "2 reports, origin unknown"},
};

static void evidence_is_counted_in_words(void **state)
{
    (void)state;
    tvx_buf out = {0};
    for (size_t i = 0; i < sizeof origin_words / sizeof origin_words[0]; i++) {
        tvx_buf_clear(&out);
        tvx_cli_evidence(&out, 2, &origin_words[i].origins);
        assert_string_equal(tvx_buf_string(&out), origin_words[i].words);
    }
    tvx_buf_clear(&out);
    tvx_cli_count(&out, 1, "report", "reports");
    assert_string_equal(tvx_buf_string(&out), "1 report");
    tvx_buf_dispose(&out);
}

/* --- the answer on its way out --- */

static void a_long_answer_goes_through_a_file(void **state)
{
    (void)state;
    enum { LINES = 30000, SIZE = 50 };
    char line[SIZE + 1], *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    tvx_cli_output output;
    memset(line, 'x', SIZE);
    tvx_cli_output_begin(&output, out);
    assert_false(output.direct);
    for (int i = 0; i < LINES; i++) {
        line[0] = (char)('a' + i % 26);
        tvx_cli_output_put(&output, line, SIZE);
    }
    fflush(out);
    assert_int_equal(size, 0);
    assert_non_null(output.spill);
    assert_int_equal(tvx_cli_output_finish(&output, NULL), TVX_OK);
    tvx_cli_output_dispose(&output);
    fclose(out);
    assert_int_equal(size, LINES * SIZE);
    for (int i = 0; i < LINES; i++)
        assert_int_equal(text[i * SIZE], 'a' + i % 26);
    free(text);
}

static void a_regular_file_is_written_directly(void **state)
{
    (void)state;
    FILE *file = tmpfile(), *null = fopen("/dev/null", "w");
    tvx_cli_output output;
    assert_true(file != NULL && null != NULL);
    tvx_cli_output_begin(&output, file);
    assert_true(output.direct);
    tvx_cli_output_hold(&output);
    assert_false(output.direct);
    tvx_cli_output_begin(&output, null);
    assert_true(output.direct);
    fclose(file);
    fclose(null);
}

static void a_full_disk_is_told(void **state)
{
    (void)state;
    static const run_words words = WORDS("help");
    char *argv[RUN_WORDS + 2], *text = NULL;
    size_t size = 0;
    FILE *full = fopen("/dev/full", "w"), *err = open_memstream(&text, &size);
    if (full == NULL)
        skip();
    assert_int_equal(tvx_cli_run(run_argv(&words, argv), argv, stdin, full, err), 2);
    fclose(full);
    fclose(err);
    assert_string_equal(text,
                        "travaux: the answer could not be written: No space left on device\n");
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_are_parsed),
        cmocka_unit_test(mistakes_are_refused),
        cmocka_unit_test(no_arguments_is_short_help_and_2),
        cmocka_unit_test(every_command_has_help),
        cmocka_unit_test(version_is_said),
        cmocka_unit_test(dates_are_read_as_typed),
        cmocka_unit_test(today_and_yesterday_are_days),
        cmocka_unit_test(on_a_pipe_a_row_is_a_line),
        cmocka_unit_test(on_a_terminal_cells_are_broken),
        cmocka_unit_test(long_words_and_wide_characters_are_broken),
        cmocka_unit_test(text_from_outside_is_escaped),
        cmocka_unit_test(colour_only_where_asked_for),
        cmocka_unit_test(counts_are_right_of_their_column),
        cmocka_unit_test(many_rows_keep_the_first_widths),
        cmocka_unit_test(evidence_is_counted_in_words),
        cmocka_unit_test(a_long_answer_goes_through_a_file),
        cmocka_unit_test(a_regular_file_is_written_directly),
        cmocka_unit_test(a_full_disk_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
