#include "cli/evidence_text.h"

#include <stdbool.h>
#include <string.h>

#include "cli/text.h"

static bool names(const tvx_texts *texts, const char *name)
{
    size_t low = 0, high = texts->n; /* in byte order */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(texts->items[middle], name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < texts->n && strcmp(texts->items[low], name) == 0;
}

/* True if every origin of the side is known, and is one of the other's. */
static bool within(const tvx_origins *side, const tvx_origins *other)
{
    bool all = side->names.n > 0 && side->names.n == side->max;
    for (size_t i = 0; all && i < side->names.n; i++)
        all = names(&other->names, side->names.items[i]);
    return all;
}

static bool shared(const tvx_reading *reading, const tvx_alternative *side)
{
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        const tvx_alternative *other = &reading->alternatives[i];
        if (other != side && other->side && within(&side->origins, &other->origins))
            return true;
    }
    return false;
}

static size_t count_sides(const tvx_reading *reading)
{
    size_t n = 0;
    for (size_t i = 0; i < reading->n_alternatives; i++)
        n += reading->alternatives[i].side;
    return n;
}

/* More to say of an origin: in the brackets that stand there already, if there are some. */
static void put_aside(tvx_buf *out, const char *evidence, const char *aside)
{
    size_t n = strlen(evidence);
    bool open = n > 0 && evidence[n - 1] == ')';
    tvx_buf_put(out, evidence, open ? n - 1 : n);
    tvx_buf_format(out, "%s%s)", open ? ", " : " (", aside);
}

void tvx_cli_alternative_evidence(tvx_buf *out, const tvx_reading *reading,
                                  const tvx_alternative *alternative)
{
    tvx_buf evidence = {0};
    bool bracketed = reading->status == TVX_STATUS_BRACKETED && alternative->side;
    tvx_cli_evidence(&evidence, alternative->reports.n, &alternative->origins);
    if (bracketed && shared(reading, alternative))
        put_aside(out, tvx_buf_string(&evidence),
                  count_sides(reading) > 2 ? "also of another" : "also of the other");
    else
        tvx_buf_text(out, tvx_buf_string(&evidence));
    out->failed = out->failed || evidence.failed;
    tvx_buf_dispose(&evidence);
}

void tvx_cli_reading_evidence(tvx_buf *out, const tvx_reading *reading)
{
    bool first = true;
    if (reading->status != TVX_STATUS_BRACKETED) {
        tvx_cli_evidence(out, reading->reports, &reading->origins);
        return;
    }
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        if (!reading->alternatives[i].side)
            continue;
        tvx_buf_text(out, first ? "" : " | ");
        tvx_cli_alternative_evidence(out, reading, &reading->alternatives[i]);
        first = false;
    }
}

void tvx_cli_deferred_to(tvx_buf *out, tvx_texts to)
{
    for (size_t i = 0; i < to.n; i++)
        tvx_buf_format(out, "%s%s", i > 0 ? "; " : " (to ", to.items[i]);
    if (to.n > 0)
        tvx_buf_char(out, ')');
}

void tvx_cli_alternative(tvx_buf *out, const tvx_alternative *alternative)
{
    tvx_buf_text(out, alternative->text);
    tvx_cli_deferred_to(out, alternative->to);
}

void tvx_cli_marked_alternative(tvx_buf *out, const tvx_reading *reading,
                                const tvx_alternative *alternative, size_t *shown)
{
    bool open = reading->status == TVX_STATUS_BRACKETED && alternative->side;
    if (open)
        tvx_buf_text(out, (*shown)++ == 0 ? "[" : "| ");
    else if (!alternative->side)
        tvx_buf_text(out, "also: ");
    tvx_cli_alternative(out, alternative);
    if (open && *shown == count_sides(reading))
        tvx_buf_char(out, ']');
}

void tvx_cli_beside(tvx_buf *out, const tvx_reading *reading)
{
    bool first = true;
    for (size_t i = 0; i < reading->n_alternatives; i++) {
        if (reading->alternatives[i].side)
            continue;
        tvx_buf_text(out, first ? "" : "; ");
        tvx_cli_alternative(out, &reading->alternatives[i]);
        first = false;
    }
}
