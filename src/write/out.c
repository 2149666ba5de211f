#include "write/out.h"

#include "base/fail.h"

enum { PIECE = 16 * 1024 };

static int hand_on(tvx_out *out, size_t least, tvx_error *error)
{
    if (out->text.failed)
        return tvx_fail_memory(error);
    if (out->text.size < least)
        return TVX_OK;
    int code = out->sink->write(out->sink->payload, out->text.data, out->text.size, error);
    tvx_buf_clear(&out->text);
    return code;
}

int tvx_out_pass(tvx_out *out, tvx_error *error)
{
    return hand_on(out, PIECE, error);
}

int tvx_out_end(tvx_out *out, int code, tvx_error *error)
{
    if (code == TVX_OK)
        code = hand_on(out, 1, error);
    tvx_buf_dispose(&out->text);
    return code;
}
