#include "kernels.h"

#if defined(__aarch64__)
#include <arm_neon.h>

/// Set bits where a column differs from a word, for each of two rows.
static inline uint64x2_t differences(const uint64_t *column, uint64x2_t word) {
    const uint8x16_t bytes = vcntq_u8(vreinterpretq_u8_u64(veorq_u64(vld1q_u64(column), word)));
    return vpaddlq_u32(vpaddlq_u16(vpaddlq_u8(bytes)));
}

size_t hamming_scan_neon(const uint64_t *query, uint32_t a, hamming_columns rows, size_t begin, size_t end,
                         uint32_t radius, hamming_pair *hits) {
    const uint64x2_t q0 = vdupq_n_u64(query[0]), q1 = vdupq_n_u64(query[1]);
    const uint64x2_t q2 = vdupq_n_u64(query[2]), q3 = vdupq_n_u64(query[3]);
    size_t found = 0, i = begin;
    for (; i + 2 <= end; i += 2) {
        uint64x2_t d = vaddq_u64(differences(rows.first + i, q0), differences(rows.second + i, q1));
        if (vgetq_lane_u64(d, 0) > radius && vgetq_lane_u64(d, 1) > radius) continue;
        d = vaddq_u64(d, vaddq_u64(differences(rows.third + i, q2), differences(rows.fourth + i, q3)));
        const uint64_t even = vgetq_lane_u64(d, 0), odd = vgetq_lane_u64(d, 1);
        if (even <= radius) hits[found++] = (hamming_pair){a, (uint32_t)i, (uint32_t)even};
        if (odd <= radius) hits[found++] = (hamming_pair){a, (uint32_t)(i + 1), (uint32_t)odd};
    }
    return found + hamming_scan_scalar(query, a, rows, i, end, radius, hits + found);
}
#endif
