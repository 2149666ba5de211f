#include "cli/listing.h"

static int run(tvx_cli *cli, tvx_error *error);

const tvx_cli_command tvx_cmd_terms = {
    .name = "terms",
    .group = TVX_CLI_ASKING,
    .summary = "list the terms: what the deal regulates",
    .examples = "travaux terms\n"
                "travaux terms --all\n"
                "travaux terms --json\n",
    .details = "A variant is written with its term: term:variant. With --all also what a\n"
               "term means, its levels, and the names that are compared in its values.\n",
    .common = TVX_CLI_DB | TVX_CLI_NEGOTIATION | TVX_CLI_FORMAT | TVX_CLI_ALL | TVX_CLI_RECORDED_BY,
    .run = run,
};

static const tvx_cli_list_column columns[] = {
    {"key", TVX_CLI_FOR_PROGRAMS},      {"term", TVX_CLI_FOR_PEOPLE},
    {"title", TVX_CLI_WRAPS},           {"kinds", TVX_CLI_FOR_PROGRAMS},
    {"kind", TVX_CLI_FOR_PEOPLE},       {"favours", 0},
    {"unit", TVX_CLI_FOR_PROGRAMS},     {"levels", TVX_CLI_FOR_PROGRAMS},
    {"variants", TVX_CLI_FOR_PROGRAMS}, {"bases", TVX_CLI_FOR_PROGRAMS},
    {"tags", TVX_CLI_FOR_PROGRAMS},     {"definition", TVX_CLI_FOR_PROGRAMS},
};

enum { COLUMNS = sizeof columns / sizeof columns[0], TITLE = 2 };

/* A term's rows: itself, and its variants, those no longer in force among them. */
typedef struct term_rows {
    const tvx_row *rows;
    size_t n;
} term_rows;

static tvx_texts variants_of(const term_rows *term, tvx_arena *arena)
{
    const char **names = tvx_arena_new(arena, term->n, sizeof *names);
    for (size_t i = 1; names != NULL && i < term->n; i++)
        names[i - 1] = term->rows[i].variant;
    return (tvx_texts){names, term->n - 1};
}

static tvx_texts names_of(const tvx_declared *declared, size_t n, tvx_arena *arena)
{
    const char **names = tvx_arena_new(arena, n, sizeof *names);
    for (size_t i = 0; names != NULL && i < n; i++)
        names[i] = declared[i].name;
    return (tvx_texts){names, n};
}

static void put_list(tvx_cli_listing *list, const char *name, tvx_texts texts)
{
    tvx_buf line = {0};
    if (texts.n == 0)
        return;
    tvx_buf_format(&line, "%s: ", name);
    tvx_cli_list(&line, texts);
    tvx_cli_listing_under(list, TITLE, &line);
}

/* A base or a tag, and the words that mean the same: "revenues (revenue, income)". */
static void put_declared(tvx_cli_listing *list, const char *name, const tvx_declared *declared,
                         size_t n)
{
    tvx_buf line = {0};
    for (size_t i = 0; i < n; i++) {
        tvx_buf_format(&line, "%s%s", i > 0 ? ", " : "", declared[i].name);
        if (declared[i].aliases.n == 0)
            continue;
        tvx_buf_text(&line, " (");
        tvx_cli_list(&line, declared[i].aliases);
        tvx_buf_char(&line, ')');
    }
    if (n > 0) {
        tvx_buf whole = {0};
        tvx_buf_format(&whole, "%s: %s", name, tvx_buf_string(&line));
        whole.failed = whole.failed || line.failed;
        tvx_cli_listing_under(list, TITLE, &whole);
    }
    tvx_buf_dispose(&line);
}

static void put_details(tvx_cli_listing *list, const tvx_term *term)
{
    tvx_buf definition = {0};
    if (term->definition != NULL)
        tvx_buf_text(&definition, term->definition);
    tvx_cli_listing_under(list, TITLE, &definition);
    put_list(list, "unit", (tvx_texts){&term->unit, term->unit != NULL});
    put_list(list, "levels", term->levels);
    put_declared(list, "bases", term->bases, term->n_bases);
    put_declared(list, "tags", term->tags, term->n_tags);
}

static int list_term(tvx_cli_listing *list, const term_rows *rows, tvx_arena *arena,
                     tvx_error *error)
{
    const tvx_term *term = rows->rows[0].term;
    const tvx_texts variants = variants_of(rows, arena);
    const tvx_texts bases = names_of(term->bases, term->n_bases, arena);
    const tvx_texts tags = names_of(term->tags, term->n_tags, arena);
    if (variants.items == NULL || bases.items == NULL || tags.items == NULL)
        return tvx_fail_memory(error);
    const tvx_cell cells[COLUMNS] = {
        tvx_cli_text_cell(term->key),
        tvx_cli_text_cell(term->key),
        tvx_cli_text_cell(term->title),
        tvx_cli_texts_cell(term->kind_words),
        tvx_cli_texts_cell(term->kind_words),
        tvx_cli_text_cell(term->favours),
        tvx_cli_text_cell(term->unit),
        tvx_cli_texts_cell(term->levels),
        tvx_cli_texts_cell(variants),
        tvx_cli_texts_cell(bases),
        tvx_cli_texts_cell(tags),
        tvx_cli_text_cell(term->definition),
    };
    int rc = tvx_cli_listing_row(list, cells, error);
    put_list(list, "variants", variants);
    if (rc == TVX_OK && tvx_cli_has(list->cli, "all"))
        put_details(list, term);
    return rc;
}

static int run(tvx_cli *cli, tvx_error *error)
{
    tvx_cli_listing list;
    tvx_view *view;
    const tvx_row *rows;
    int rc = tvx_cli_view(cli, &view, error);
    if (rc != TVX_OK)
        return rc;
    size_t n = tvx_view_rows(view, &rows);
    rc = tvx_cli_listing_begin(&list, cli, view, "terms", columns, COLUMNS, error);
    for (size_t i = 0, end; rc == TVX_OK && i < n; i = end) {
        for (end = i + 1; end < n && rows[end].term == rows[i].term; end++)
            ;
        const term_rows term = {rows + i, end - i};
        rc = list_term(&list, &term, &cli->arena, error);
    }
    return tvx_cli_listing_end(
        &list, tvx_cli_has(cli, "all") ? NULL : "what they mean, their levels and bases: --all", rc,
        error);
}
