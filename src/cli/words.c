#include "cli/evidence_text.h"
#include "cli/text.h"

void tvx_cli_count(tvx_buf *out, size_t n, const char *one, const char *many)
{
    tvx_buf_format(out, "%zu %s", n, n == 1 ? one : many);
}

void tvx_cli_origins(tvx_buf *out, const tvx_origins *origins)
{
    if (origins->names.n == 0) {
        tvx_buf_text(out, "origin unknown");
        return;
    }
    if (origins->min != origins->max)
        tvx_buf_format(out, "%zu\xe2\x80\x93", origins->min);
    tvx_cli_count(out, origins->max, "origin", "origins");
    if (origins->max == 1)
        tvx_buf_format(out, " (%s)", origins->names.items[0]);
}

void tvx_cli_evidence(tvx_buf *out, size_t reports, const tvx_origins *origins)
{
    tvx_cli_count(out, reports, "report", "reports");
    tvx_buf_text(out, ", ");
    tvx_cli_origins(out, origins);
}

void tvx_cli_list(tvx_buf *out, tvx_texts texts)
{
    for (size_t i = 0; i < texts.n; i++)
        tvx_buf_format(out, "%s%s", i > 0 ? ", " : "", texts.items[i]);
}

void tvx_cli_row_title(tvx_buf *out, const tvx_row *row)
{
    tvx_buf_text(out, row->term->title);
    if (row->variant != NULL)
        tvx_buf_format(out, ": %s", row->variant);
}

void tvx_cli_reading(tvx_buf *out, const tvx_reading *reading)
{
    const tvx_alternative *lead = reading->n_alternatives > 0 ? &reading->alternatives[0] : NULL;
    tvx_buf_text(out, reading->text);
    if (reading->status == TVX_STATUS_SETTLED && lead != NULL)
        tvx_cli_deferred_to(out, lead->to);
}
