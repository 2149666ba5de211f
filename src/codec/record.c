#include "codec/record.h"

#include <string.h>

#include "base/fail.h"
#include "codec/decode.h"
#include "codec/parse.h"

int tvx_record_decode(tvx_record *out, tvx_arena *arena, const char *id, const char *body, size_t n,
                      tvx_error *error)
{
    json_t *root = NULL;
    int code = tvx_parse(&root, body, n, error);
    if (code != TVX_OK)
        return code;
    *out = (tvx_record){0};
    code = tvx_decode(out, arena, root, false, error);
    json_decref(root);
    memcpy(out->id, id, TVX_ID_HEX);
    return code;
}
