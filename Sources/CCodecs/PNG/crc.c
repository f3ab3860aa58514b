/* CRC-32 by multiplication without carries, ten times as fast as a table where the processor has that; else zlib's.
 *
 * The remainder of a division by the generator does not change when 64 bits of the message that stand so and so far
 * from its end are replaced by their product with the remainder of that power of x. So 64 bytes are carried forward at
 * once until few are left, whose checksum zlib takes. Source: Gopal et al., "Fast CRC Computation for Generic
 * Polynomials Using PCLMULQDQ Instruction", Intel, 2009.
 */
#include "crc.h"

#include <zlib.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define CARRYLESS __attribute__((target("pclmul,sse4.1")))

/* x to the powers of 4 * 128 + 32, 4 * 128 - 32, 128 + 32 and 128 - 32, bits reversed. */
static const uint64_t over_64_bytes[2] = {0x154442BD4, 0x1C6E41596}, over_16_bytes[2] = {0x1751997D0, 0x0CCAA009E};

/* What stands for `value` so much further on, where `next` stands. */
CARRYLESS static inline __m128i carry(__m128i value, __m128i powers, __m128i next) {
    __m128i low = _mm_clmulepi64_si128(value, powers, 0x00), high = _mm_clmulepi64_si128(value, powers, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

CARRYLESS static uint32_t crc_carryless(const uint8_t *bytes, size_t count) {
    const __m128i *at = (const __m128i *)bytes;
    __m128i far = _mm_loadu_si128((const __m128i *)over_64_bytes), near = _mm_loadu_si128((const __m128i *)over_16_bytes);
    __m128i lanes[4];
    for (int i = 0; i < 4; i++) lanes[i] = _mm_loadu_si128(at++);
    /* A checksum begins with all bits set, which is the same as turning the first ones over. */
    lanes[0] = _mm_xor_si128(lanes[0], _mm_cvtsi32_si128(-1));
    for (count -= 64; count >= 64; count -= 64) {
        for (int i = 0; i < 4; i++) lanes[i] = carry(lanes[i], far, _mm_loadu_si128(at++));
    }
    __m128i rest = lanes[0];
    for (int i = 1; i < 4; i++) rest = carry(rest, near, lanes[i]);
    for (; count >= 16; count -= 16) rest = carry(rest, near, _mm_loadu_si128(at++));
    uint8_t last[16];
    _mm_storeu_si128((__m128i *)last, rest);
    /* zlib turns what it is given over, so that this one begins with no bit set. */
    return (uint32_t)crc32_z(crc32_z(0xFFFFFFFF, last, 16), (const uint8_t *)at, count);
}
#endif

uint32_t crc_of(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (count >= 64 && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("sse4.1")) {
        return crc_carryless(bytes, count);
    }
#endif
    return (uint32_t)crc32_z(0, bytes, count);
}
