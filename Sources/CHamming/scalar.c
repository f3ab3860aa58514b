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
