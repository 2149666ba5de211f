#include "write/export.h"

#include <string.h>

#include "base/fail.h"
#include "base/text.h"

static const tvx_exporter *const exporters[] = {
    &tvx_export_json,
    &tvx_export_jsonl,
    &tvx_export_csv,
    &tvx_export_md,
};
enum { EXPORTERS = sizeof exporters / sizeof exporters[0] };

size_t tvx_exporters(const tvx_exporter *const **out)
{
    *out = exporters;
    return EXPORTERS;
}

static int unknown(const char *name, tvx_error *error)
{
    const char *names[EXPORTERS];
    for (size_t i = 0; i < EXPORTERS; i++)
        names[i] = exporters[i]->name;
    const char *nearest = tvx_text_nearest(name, names, EXPORTERS);
    int code = tvx_fail(error, TVX_ENOTFOUND, "no export format '%s'", name);
    if (nearest != NULL)
        tvx_fail_hint(error, "did you mean '%s'?", nearest);
    else
        tvx_fail_hint(error, "json, jsonl, csv and md are known");
    return code;
}

int tvx_exporter_find(const char *name, const tvx_exporter **out, tvx_error *error)
{
    *out = NULL;
    for (size_t i = 0; i < EXPORTERS && *out == NULL; i++)
        if (strcmp(exporters[i]->name, name) == 0)
            *out = exporters[i];
    return *out != NULL ? TVX_OK : unknown(name, error);
}

int tvx_export_without_claims(const tvx_export_options *options, const char *format,
                              tvx_error *error)
{
    if (!options->claims)
        return TVX_OK;
    int code = tvx_fail(error, TVX_EUSAGE, "%s has no rows of claims", format);
    tvx_fail_hint(error, "claims are exported as csv: --format csv --claims");
    return code;
}
