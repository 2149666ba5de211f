#include <nettle/sha2.h>

#include "codec/record.h"

void tvx_hash(const char *bytes, size_t n, char id[TVX_ID_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx hash;
    uint8_t sum[TVX_ID_BYTES];
    sha256_init(&hash);
    sha256_update(&hash, n, (const uint8_t *)bytes);
    sha256_digest(&hash, sizeof sum, sum);
    for (size_t i = 0; i < TVX_ID_BYTES; i++) {
        id[2 * i] = digits[sum[i] >> 4];
        id[2 * i + 1] = digits[sum[i] & 15];
    }
    id[TVX_ID_HEX] = '\0';
}
