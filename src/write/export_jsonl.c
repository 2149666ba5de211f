/*
 * JSON Lines: every record of the negotiation in its canonical form, one a line, by kind, then id.
 * It loads again, giving the same ids. No record is left out, so that there is no such export of
 * what was known by a date.
 */
#include <string.h>

#include "base/fail.h"
#include "write/export.h"
#include "write/out.h"

static int put_record(void *payload, const tvx_log_entry *entry, tvx_error *error)
{
    tvx_out *out = payload;
    tvx_buf_text(&out->text, entry->body);
    tvx_buf_char(&out->text, '\n');
    return tvx_out_pass(out, error);
}

static int run(tvx_view *view, const tvx_export_options *options, const tvx_sink *sink,
               tvx_error *error)
{
    const char *known_by = tvx_view_known_by(view);
    tvx_out out = {.sink = sink};
    int code = tvx_export_without_claims(options, "jsonl", error);
    if (code != TVX_OK)
        return code;
    if (known_by != NULL) {
        code = tvx_fail(error, TVX_EUSAGE,
                        "jsonl holds every record: it cannot be limited to what was known by '%s'",
                        known_by);
        tvx_fail_hint(error, "leave --known-by out, or export --format json, csv or md");
        return code;
    }
    return tvx_out_end(&out, tvx_view_records(view, put_record, &out, error), error);
}

const tvx_exporter tvx_export_jsonl = {
    .name = "jsonl",
    .suffix = ".jsonl",
    .says = "every record, one a line; loads again",
    .run = run,
};
