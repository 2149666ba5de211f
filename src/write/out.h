/*
 * What is written, on its way to a sink: gathered in a buffer and handed on a piece at a time, so
 * that no more than a piece and one row is ever held.
 */
#ifndef TVX_WRITE_OUT_H
#define TVX_WRITE_OUT_H

#include "base/buf.h"
#include "travaux/write.h"

/* Set sink; the rest is zero. */
typedef struct tvx_out {
    const tvx_sink *sink;
    tvx_buf text; /* write into it, and call tvx_out_pass after each row */
} tvx_out;

/* Hands on what was gathered once that is a piece; TVX_ENOMEM if the buffer failed. */
int tvx_out_pass(tvx_out *out, tvx_error *error);

/* Unless code says that something failed already, hands on the rest. Frees; returns the code. */
int tvx_out_end(tvx_out *out, int code, tvx_error *error);

#endif
