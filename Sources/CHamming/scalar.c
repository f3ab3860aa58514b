#include "kernels.h"

/// Set bits, by adding neighbors in ever wider fields: no instruction beyond the baseline's.
static uint32_t count(uint64_t v) {
    v -= (v >> 1) & 0x5555555555555555u;
    v = (v & 0x3333333333333333u) + ((v >> 2) & 0x3333333333333333u);
    v = (v + (v >> 4)) & 0x0f0f0f0f0f0f0f0fu;
    return (uint32_t)((v * 0x0101010101010101u) >> 56);
}

size_t hamming_scan_scalar(const uint64_t *query, uint32_t a, hamming_columns rows, size_t begin, size_t end,
                           uint32_t radius, hamming_pair *hits) {
    size_t found = 0;
    for (size_t i = begin; i < end; i++) {
        uint32_t d = count(rows.first[i] ^ query[0]) + count(rows.second[i] ^ query[1]);
        if (d > radius) continue;
        d += count(rows.third[i] ^ query[2]) + count(rows.fourth[i] ^ query[3]);
        if (d <= radius) hits[found++] = (hamming_pair){a, (uint32_t)i, d};
    }
    return found;
}

/// The same for 32 bits.
static uint32_t count32(uint32_t v) {
    v -= (v >> 1) & 0x55555555u;
    v = (v & 0x33333333u) + ((v >> 2) & 0x33333333u);
    v = (v + (v >> 4)) & 0x0f0f0f0fu;
    return (v * 0x01010101u) >> 24;
}

static size_t step(hamming_block *block, hamming_candidate *hits) {
    const size_t y = block->y++;
    const uint32_t near = block->near[y], far = block->far[y];
    const size_t x_end = block->once && y < block->x_end ? y : block->x_end;
    size_t found = 0;
    for (size_t x = block->x; x < x_end; x++) {
        const uint32_t d = count32(near ^ block->near[x]);
        if (d > block->near_limit || d + count32(far ^ block->far[x]) > block->far_limit) continue;
        hits[found++] = (hamming_candidate){(uint32_t)x, (uint32_t)y};
    }
    return found;
}

size_t hamming_sift_scalar(const hamming_buckets *buckets, const hamming_limits *limits, uint16_t value, size_t begin,
                           size_t end, hamming_cursor *cursor, hamming_candidate *hits, size_t capacity) {
    return hamming_walk(buckets, limits, value, begin, end, cursor, hits, capacity, step);
}
