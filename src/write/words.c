#include "write/words.h"

#include <string.h>

#include "travaux/date.h"

void tvx_words_row(tvx_buf *out, const tvx_row *row)
{
    tvx_buf_text(out, row->term->title);
    if (row->variant != NULL) {
        tvx_buf_text(out, ": ");
        tvx_buf_text(out, row->variant);
    }
}

void tvx_words_date(tvx_buf *out, const char *edtf)
{
    char text[TVX_DATE_HUMAN];
    const tvx_date date = {.text = edtf};
    tvx_human_date(&date, true, text);
    tvx_buf_text(out, text);
}

void tvx_words_word(tvx_buf *out, const char *word)
{
    for (; word != NULL && *word != '\0'; word++)
        tvx_buf_char(out, (char)(*word == '_' ? ' ' : *word));
}

void tvx_words_list(tvx_buf *out, tvx_texts texts, const char *between)
{
    for (size_t i = 0; i < texts.n; i++) {
        if (i > 0)
            tvx_buf_text(out, between);
        tvx_buf_text(out, texts.items[i]);
    }
}

void tvx_words_count(tvx_buf *out, size_t n, const char *one, const char *many)
{
    tvx_buf_format(out, "%zu %s", n, n == 1 ? one : many);
}

/* Reports of unknown origin alone have one origin each, that nobody can name. */
static void put_evidence(tvx_buf *out, size_t reports, const tvx_origins *origins)
{
    tvx_words_count(out, reports, "report", "reports");
    tvx_buf_text(out, ", ");
    if (origins->names.n == 0) {
        tvx_buf_text(out, "origin unknown");
        return;
    }
    if (origins->min != origins->max)
        tvx_buf_format(out, "%zu\xe2\x80\x93", origins->min);
    tvx_words_count(out, origins->max, "origin", "origins");
    if (origins->max == 1)
        tvx_buf_format(out, " (%s)", origins->names.items[0]);
}

void tvx_words_evidence(tvx_buf *out, const tvx_reading *reading)
{
    bool first = true;
    if (reading->status != TVX_STATUS_BRACKETED) {
        put_evidence(out, reading->reports, &reading->origins);
        return;
    }
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *a = &reading->alternatives[i];
        if (!a->side)
            continue;
        if (!first)
            tvx_buf_text(out, " | ");
        put_evidence(out, a->reports.n, &a->origins);
        first = false;
    }
}

void tvx_words_beside(tvx_buf *out, const tvx_reading *reading)
{
    bool first = true;
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        if (reading->alternatives[i].side)
            continue;
        if (!first)
            tvx_buf_text(out, "; ");
        tvx_buf_text(out, reading->alternatives[i].text);
        first = false;
    }
}

enum { CITES_DEPTH = 32 }; /* no record is nested as deep */

/* A text as it is, or in quotes where a mark in it would be taken for one of the syntax. */
static void put_quoted(tvx_buf *out, const char *text, const char *marks)
{
    size_t n = strlen(text);
    bool plain = n > 0 && strpbrk(text, marks) == NULL && text[0] != ' ' && text[n - 1] != ' ' &&
                 strncmp(text, "who:", 4) != 0;
    if (plain) {
        tvx_buf_text(out, text);
        return;
    }
    tvx_buf_char(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            tvx_buf_char(out, '"');
        tvx_buf_char(out, *text);
    }
    tvx_buf_char(out, '"');
}

static void put_details(tvx_buf *out, const tvx_cite *cite)
{
    const char *basis = tvx_basis_name(cite->basis);
    if (basis == NULL && cite->url == NULL)
        return;
    tvx_buf_format(out, " [%s%s", basis == NULL ? "" : basis,
                   basis != NULL && cite->url != NULL ? ", " : "");
    if (cite->url != NULL)
        put_quoted(out, cite->url, strstr(cite->url, "://") == NULL ? cite->url : ",]\"\t\r\n");
    tvx_buf_char(out, ']');
}

static void put_cites(tvx_buf *out, const tvx_cite *cites, size_t n, int depth)
{
    for (size_t i = 0; i < n; i++) {
        const tvx_cite *c = &cites[i];
        bool several = c->n_cites > 1;
        if (i > 0)
            tvx_buf_text(out, "; ");
        if (c->outlet == NULL)
            tvx_buf_text(out, "who: ");
        put_quoted(out, c->outlet != NULL ? c->outlet : c->who, ";<>()[]\"\t\r\n");
        put_details(out, c);
        if (c->n_cites > 0 && depth < CITES_DEPTH) {
            tvx_buf_text(out, several ? " < (" : " < ");
            put_cites(out, c->cites, c->n_cites, depth + 1);
            tvx_buf_text(out, several ? ")" : "");
        }
    }
}

void tvx_words_cites(tvx_buf *out, const tvx_cite *cites, size_t n)
{
    put_cites(out, cites, n, 1);
}

void tvx_words_to(tvx_buf *out, tvx_texts to)
{
    if (to.n == 0)
        return;
    tvx_buf_text(out, " (to ");
    tvx_words_list(out, to, "; ");
    tvx_buf_char(out, ')');
}

void tvx_words_reading(tvx_buf *out, const tvx_reading *reading)
{
    const tvx_alternative *lead = &reading->alternatives[0];
    bool settled = reading->status == TVX_STATUS_SETTLED;
    tvx_buf_text(out, reading->text);
    if (settled)
        tvx_words_to(out, lead->to);
    if (settled && reading->n_alternatives > 1) {
        tvx_buf_text(out, " (also: ");
        tvx_words_beside(out, reading);
        tvx_buf_char(out, ')');
    }
    if (reading->inherited)
        tvx_buf_text(out, " (of the draft that it amends)");
}
