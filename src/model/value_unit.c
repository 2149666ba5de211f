#include "base/fail.h"
#include "model/decimal.h"
#include "model/quantity.h"
#include "model/value.h"
#include "model/value_parse.h"

static int multiply(tvx_end *end, const tvx_decimal *factor, tvx_error *why)
{
    if (!end->bounded)
        return TVX_OK;
    int code = tvx_decimal_multiply(&end->number, &end->number, factor);
    return code == TVX_OK ? tvx_number_settle(&end->number, why) : code;
}

int tvx_value_take_unit(tvx_arena *arena, const tvx_term *term, bool scaled, tvx_value *value,
                        tvx_error *why)
{
    tvx_term plain = tvx_term_of_kind(term, TVX_KIND_NUMBER);
    plain.unit = NULL;
    tvx_value one = {0};
    const char *written = tvx_arena_format(arena, "1 %s", term->unit);
    if (written == NULL)
        return TVX_ENOMEM;
    int code = tvx_value_parse(arena, &plain, written, &one, NULL);
    if (code == TVX_EINPUT || (code == TVX_OK && one.unit == NULL)) {
        tvx_fail(why, TVX_EINPUT, "the term's unit '%s' cannot stand behind a number", term->unit);
        tvx_fail_hint(why, "write the value with its own unit");
        return TVX_EINPUT;
    }
    if (code != TVX_OK)
        return code;
    value->unit = one.unit;
    if (value->per == NULL)
        value->per = one.per;
    if (value->base == NULL)
        value->base = one.base;
    if (value->tags.n == 0)
        value->tags = one.tags;
    if (scaled)
        return TVX_OK;
    code = multiply(&value->low, &one.low.number, why);
    return code == TVX_OK ? multiply(&value->high, &one.low.number, why) : code;
}
