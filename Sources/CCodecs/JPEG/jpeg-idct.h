/* Coefficients of blocks to samples, to the bit as libjpeg's "slow integer" transform and its vector code do it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Two blocks side by side: sixteen numbers a row, the first block's eight and then the second's. Behind them stands
 * what nobody looks at. */
enum { jpeg_pair_row = 16, jpeg_pair_numbers = 8 * jpeg_pair_row, jpeg_pair_room = jpeg_pair_numbers + 16 };

struct jpeg_pair {
    _Alignas(32) int16_t numbers[jpeg_pair_room];
};

/* Puts the samples of a pair at `first` and `second`, whose rows are `stride` bytes apart, and clears it. The divisors
 * stand row by row. */
typedef void jpeg_idct(struct jpeg_pair *pair, const int16_t divisors[64], uint8_t *first, uint8_t *second,
                       size_t stride);

jpeg_idct jpeg_idct_plain;
#if defined(__x86_64__)
jpeg_idct jpeg_idct_avx2;
#endif

/* The fastest one that this processor has. */
jpeg_idct *jpeg_idct_best(void);

/* The sample that all of a block's are if it has no coefficient but the first. */
static inline uint8_t jpeg_flat_sample(int16_t first, int16_t divisor) {
    int16_t level = (int16_t)((uint32_t)first * (uint32_t)divisor << 2);
    int sample = ((level + 16) >> 5) + 128;
    return (uint8_t)(sample < 0 ? 0 : sample > 255 ? 255 : sample);
}
