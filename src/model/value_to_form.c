#include "base/fail.h"
#include "model/decimal.h"
#include "model/magnitude.h"
#include "model/value.h"

/* NULL in *out where there is no such end. */
static int put_end(tvx_arena *arena, const tvx_end *end, const char **out, bool *open)
{
    char digits[TVX_DECIMAL_TEXT];
    if (!end->bounded)
        return TVX_OK;
    tvx_decimal_print(&end->number, digits);
    *open = end->open;
    *out = tvx_arena_text(arena, digits);
    return *out == NULL ? TVX_ENOMEM : TVX_OK;
}

static int put_when(tvx_arena *arena, const tvx_value *value, tvx_form *out)
{
    if (value->when == TVX_WHEN_NONE)
        return TVX_OK;
    tvx_form_when *when = tvx_arena_new(arena, 1, sizeof *when);
    if (when == NULL)
        return TVX_ENOMEM;
    const char **const dates[] = {[TVX_WHEN_BY] = &when->by,
                                  [TVX_WHEN_UNTIL] = &when->until,
                                  [TVX_WHEN_STARTING] = &when->starting};
    *dates[value->when] = value->when_date.text;
    out->when = when;
    return TVX_OK;
}

static int put_magnitude(tvx_arena *arena, const tvx_value *value, tvx_form *out)
{
    out->approx = value->approx;
    out->unit = value->unit;
    out->per = value->per;
    out->base = value->base;
    out->tags = value->tags;
    out->over = value->over;
    int code = put_when(arena, value, out);
    if (value->ratio)
        return code;
    if (code == TVX_OK)
        code = put_end(arena, &value->low, &out->low, &out->low_open);
    return code == TVX_OK ? put_end(arena, &value->high, &out->high, &out->high_open) : code;
}

int tvx_value_to_form(tvx_arena *arena, const tvx_value *value, tvx_form *out, tvx_error *error)
{
    *out = (tvx_form){.kind = tvx_kind_name(value->kind), .text = value->text};
    if (!tvx_value_has_magnitude(value) || put_magnitude(arena, value, out) == TVX_OK)
        return TVX_OK;
    return tvx_fail_memory(error);
}
