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

static inline uint32x4_t differing(uint32x4_t rows, uint32_t word) {
    return vpaddlq_u16(vpaddlq_u8(vcntq_u8(vreinterpretq_u8_u32(veorq_u32(rows, vdupq_n_u32(word))))));
}

/// Four rows of y at a time; the last ones, and those of the same bucket, singly.
static inline size_t step(hamming_block *block, hamming_candidate *hits) {
    const size_t y = block->y;
    const bool single = y + 4 > block->y_end || (block->once && y < block->x_end);
    const size_t count = single ? 1 : 4;
    uint32_t near_rows[4] = {0}, far_rows[4] = {0};
    for (size_t lane = 0; lane < count; lane++) {
        near_rows[lane] = block->near[y + lane];
        far_rows[lane] = block->far[y + lane];
    }
    const uint32x4_t near = vld1q_u32(near_rows), far = vld1q_u32(far_rows);
    const uint32x4_t limit = vdupq_n_u32(block->near_limit);
    const size_t x_end = block->once && y < block->x_end ? y : block->x_end;
    size_t found = 0;
    for (size_t x = block->x; x < x_end; x++) {
        const uint32x4_t d = differing(near, block->near[x]);
        if (!vmaxvq_u32(vcleq_u32(d, limit))) continue;
        uint32_t nears[4], both[4];
        vst1q_u32(nears, d);
        vst1q_u32(both, vaddq_u32(d, differing(far, block->far[x])));
        for (size_t lane = 0; lane < count; lane++) {
            if (nears[lane] > block->near_limit || both[lane] > block->far_limit) continue;
            hits[found++] = (hamming_candidate){(uint32_t)x, (uint32_t)(y + lane)};
        }
    }
    block->y += count;
    return found;
}

size_t hamming_sift_neon(const hamming_buckets *buckets, const hamming_limits *limits, uint16_t value, size_t begin,
                         size_t end, hamming_cursor *cursor, hamming_candidate *hits, size_t capacity) {
    return hamming_walk(buckets, limits, value, begin, end, cursor, hits, capacity, step);
}
#endif
