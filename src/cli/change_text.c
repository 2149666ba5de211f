#include "cli/change_text.h"

#include <string.h>

#include "travaux/write.h"

const char *tvx_cli_mark(tvx_change_name name)
{
    switch (tvx_change_mark(name)) {
    case '+':
        return "+";
    case '-':
        return "-";
    case '~':
        return "~";
    case '?':
        return "?";
    default:
        return "\xc2\xb7";
    }
}

tvx_cli_style tvx_cli_change_style(tvx_change_name name)
{
    return tvx_cli_mark_style(tvx_change_mark(name));
}

bool tvx_cli_is_change(tvx_change_name name)
{
    return name != TVX_CHANGE_SAME && name != TVX_CHANGE_NOT_REPORTED;
}

/* --- words --- */

static int to_buffer(void *payload, const char *bytes, size_t n, tvx_error *error)
{
    (void)error;
    tvx_buf_put(payload, bytes, n);
    return TVX_OK;
}

enum { RATIO_DECIMALS = 2 }; /* one that needs more says no more than the two values do */

static bool tells_ratio(const tvx_change *change)
{
    bool moved = change->name == TVX_CHANGE_RAISED || change->name == TVX_CHANGE_LOWERED;
    if (!moved || change->ratio == NULL || !change->has_delta)
        return false;
    const char *point = strchr(change->ratio, '.');
    bool points = change->delta.unit != NULL && strcmp(change->delta.unit, "points") == 0;
    return !points && (point == NULL || strlen(point + 1) <= RATIO_DECIMALS);
}

void tvx_cli_change_words(tvx_buf *out, const tvx_change *change)
{
    const tvx_sink sink = {to_buffer, out};
    if (tvx_write_change_words(change, &sink, NULL) != TVX_OK)
        out->failed = true;
    if (tells_ratio(change))
        tvx_buf_format(out, " (ratio %s)", change->ratio);
}

void tvx_cli_told_words(tvx_buf *out, const tvx_reported_change *change, const char *value)
{
    const tvx_sink sink = {to_buffer, out};
    if (tvx_write_told_words(change, value, &sink, NULL) != TVX_OK)
        out->failed = true;
}

/* --- the whole change --- */

void tvx_cli_redline(tvx_buf *out, const tvx_change *change)
{
    static const struct {
        const char *before, *after;
    } signs[] = {
        [TVX_REDLINE_KEEP] = {"", ""},
        [TVX_REDLINE_CUT] = {"[-", "-]"},
        [TVX_REDLINE_NEW] = {"{+", "+}"},
    };
    for (size_t i = 0; i < change->n_redline; i++) {
        const tvx_redline_run *run = &change->redline[i];
        tvx_buf_format(out, "%s%s%s%s", i > 0 ? " " : "", signs[run->op].before, run->text,
                       signs[run->op].after);
    }
}

static void put_reading(tvx_buf *out, const tvx_reading *reading)
{
    tvx_cli_reading(out, reading);
    if (reading->inherited)
        tvx_buf_text(out, " (inherited)");
}

/* What was, and an arrow; once only where both sides read alike. */
static void put_sides(tvx_buf *out, const tvx_change *change)
{
    tvx_buf from = {0}, to = {0};
    put_reading(&from, change->from);
    put_reading(&to, change->to);
    if (strcmp(tvx_buf_string(&from), tvx_buf_string(&to)) != 0)
        tvx_buf_format(out, "%s \xe2\x86\x92 ", tvx_buf_string(&from));
    tvx_buf_text(out, tvx_buf_string(&to));
    out->failed = out->failed || from.failed || to.failed;
    tvx_buf_dispose(&from);
    tvx_buf_dispose(&to);
}

void tvx_cli_change_sentence(tvx_buf *out, const tvx_change *change)
{
    if (change->to == NULL) {
        put_reading(out, change->from);
        tvx_buf_text(out, " \xe2\x86\x92 not reported (no change is known)");
    } else if (change->from == NULL || change->redline != NULL) {
        tvx_cli_change_words(out, change);
        tvx_buf_text(out, ": ");
        if (change->redline != NULL)
            tvx_cli_redline(out, change);
        else
            put_reading(out, change->to);
    } else {
        put_sides(out, change);
        tvx_buf_text(out, ": ");
        tvx_cli_change_words(out, change);
    }
}

tvx_cli_style tvx_cli_sentence_style(tvx_change_name name)
{
    return name == TVX_CHANGE_REWORDED ? TVX_CLI_REDLINE : TVX_CLI_PLAIN;
}

void tvx_cli_toward(tvx_buf *out, const tvx_change *change)
{
    if (change->toward != NULL)
        tvx_buf_format(out, "\xe2\x86\x92 %s", change->toward);
}

tvx_cli_style tvx_cli_toward_style(const tvx_view *view, const char *party)
{
    const tvx_party *parties;
    size_t n = tvx_view_parties(view, &parties);
    for (size_t i = 0; party != NULL && i < n; i++)
        if (strcmp(parties[i].key, party) == 0)
            return tvx_cli_party_style(i);
    return TVX_CLI_PLAIN;
}
