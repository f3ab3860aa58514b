#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("popcnt"))) size_t hamming_scan_popcnt(const uint64_t *query, uint32_t a, hamming_columns rows,
                                                            size_t begin, size_t end, uint32_t radius,
                                                            hamming_pair *hits) {
    size_t found = 0;
    for (size_t i = begin; i < end; i++) {
        uint32_t d = (uint32_t)(__builtin_popcountll(rows.first[i] ^ query[0]) +
                                __builtin_popcountll(rows.second[i] ^ query[1]));
        if (d > radius) continue;
        d += (uint32_t)(__builtin_popcountll(rows.third[i] ^ query[2]) +
                        __builtin_popcountll(rows.fourth[i] ^ query[3]));
        if (d <= radius) hits[found++] = (hamming_pair){a, (uint32_t)i, d};
    }
    return found;
}

/// Set bits of each byte: both of its nibbles looked up.
/// Source: Mula, Kurz and Lemire, "Faster Population Counts Using AVX2 Instructions", 2018.
__attribute__((target("avx2"))) static inline __m256i byte_counts(__m256i v) {
    const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2,
                                           2, 3, 2, 3, 3, 4);
    const __m256i nibble = _mm256_set1_epi8(0x0f);
    const __m256i low = _mm256_shuffle_epi8(table, _mm256_and_si256(v, nibble));
    const __m256i high = _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble));
    return _mm256_add_epi8(low, high);
}

/// Set bits of each 64-bit lane.
__attribute__((target("avx2"))) static inline __m256i counts(__m256i v) {
    return _mm256_sad_epu8(byte_counts(v), _mm256_setzero_si256());
}

__attribute__((target("avx2"))) static inline __m256i differences(const uint64_t *column, __m256i word) {
    return counts(_mm256_xor_si256(_mm256_loadu_si256((const __m256i *)column), word));
}

__attribute__((target("avx2,popcnt"))) size_t hamming_scan_avx2(const uint64_t *query, uint32_t a, hamming_columns rows,
                                                               size_t begin, size_t end, uint32_t radius,
                                                               hamming_pair *hits) {
    const __m256i q0 = _mm256_set1_epi64x((long long)query[0]), q1 = _mm256_set1_epi64x((long long)query[1]);
    const __m256i q2 = _mm256_set1_epi64x((long long)query[2]), q3 = _mm256_set1_epi64x((long long)query[3]);
    const __m256i limit = _mm256_set1_epi64x((long long)radius + 1);
    size_t found = 0, i = begin;
    for (; i + 4 <= end; i += 4) {
        __m256i d = _mm256_add_epi64(differences(rows.first + i, q0), differences(rows.second + i, q1));
        if (_mm256_testz_si256(_mm256_cmpgt_epi64(limit, d), _mm256_set1_epi64x(-1))) continue;
        d = _mm256_add_epi64(d, _mm256_add_epi64(differences(rows.third + i, q2), differences(rows.fourth + i, q3)));
        int mask = _mm256_movemask_pd(_mm256_castsi256_pd(_mm256_cmpgt_epi64(limit, d)));
        uint64_t lanes[4];
        _mm256_storeu_si256((__m256i *)lanes, d);
        for (; mask; mask &= mask - 1) {
            const int lane = __builtin_ctz((unsigned)mask);
            hits[found++] = (hamming_pair){a, (uint32_t)(i + (size_t)lane), (uint32_t)lanes[lane]};
        }
    }
    return found + hamming_scan_popcnt(query, a, rows, i, end, radius, hits + found);
}

__attribute__((target("avx512f,avx512vpopcntdq,popcnt"))) size_t
hamming_scan_avx512(const uint64_t *query, uint32_t a, hamming_columns rows, size_t begin, size_t end, uint32_t radius,
                    hamming_pair *hits) {
    const __m512i q0 = _mm512_set1_epi64((long long)query[0]), q1 = _mm512_set1_epi64((long long)query[1]);
    const __m512i limit = _mm512_set1_epi64((long long)radius);
    size_t found = 0;
    for (size_t i = begin; i < end; i += 8) {
        // The last rows are read under a mask, so buckets of a few rows cost one step, not a loop of single ones.
        const __mmask8 live = end - i >= 8 ? 0xff : (__mmask8)((1u << (end - i)) - 1);
        const __m512i x0 = _mm512_xor_si512(_mm512_maskz_loadu_epi64(live, rows.first + i), q0);
        const __m512i x1 = _mm512_xor_si512(_mm512_maskz_loadu_epi64(live, rows.second + i), q1);
        __m512i d = _mm512_add_epi64(_mm512_popcnt_epi64(x0), _mm512_popcnt_epi64(x1));
        __mmask8 mask = _mm512_mask_cmple_epu64_mask(live, d, limit);
        if (!mask) continue;
        const __m512i q2 = _mm512_set1_epi64((long long)query[2]), q3 = _mm512_set1_epi64((long long)query[3]);
        const __m512i x2 = _mm512_xor_si512(_mm512_maskz_loadu_epi64(live, rows.third + i), q2);
        const __m512i x3 = _mm512_xor_si512(_mm512_maskz_loadu_epi64(live, rows.fourth + i), q3);
        d = _mm512_add_epi64(d, _mm512_add_epi64(_mm512_popcnt_epi64(x2), _mm512_popcnt_epi64(x3)));
        mask = _mm512_mask_cmple_epu64_mask(live, d, limit);
        if (!mask) continue;
        uint64_t lanes[8];
        _mm512_storeu_si512(lanes, d);
        for (unsigned rest = mask; rest; rest &= rest - 1) {
            const int lane = __builtin_ctz(rest);
            hits[found++] = (hamming_pair){a, (uint32_t)(i + (size_t)lane), (uint32_t)lanes[lane]};
        }
    }
    return found;
}

__attribute__((target("popcnt"))) static size_t step_popcnt(hamming_block *block, hamming_candidate *hits) {
    const size_t y = block->y++;
    const uint32_t near = block->near[y], far = block->far[y];
    const size_t x_end = block->once && y < block->x_end ? y : block->x_end;
    size_t found = 0;
    for (size_t x = block->x; x < x_end; x++) {
        const uint32_t d = (uint32_t)__builtin_popcount(near ^ block->near[x]);
        if (d > block->near_limit) continue;
        if (d + (uint32_t)__builtin_popcount(far ^ block->far[x]) > block->far_limit) continue;
        hits[found++] = (hamming_candidate){(uint32_t)x, (uint32_t)y};
    }
    return found;
}

__attribute__((target("popcnt"))) size_t
hamming_sift_popcnt(const hamming_buckets *buckets, const hamming_limits *limits, uint16_t value, size_t begin, size_t end,
                    hamming_cursor *cursor, hamming_candidate *hits, size_t capacity) {
    return hamming_walk(buckets, limits, value, begin, end, cursor, hits, capacity, step_popcnt);
}

/// Set bits of each 32-bit lane.
__attribute__((target("avx2"))) static inline __m256i counts32(__m256i v) {
    const __m256i pairs = _mm256_maddubs_epi16(byte_counts(v), _mm256_set1_epi8(1));
    return _mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
}

/// The lanes [0, live), all of them for 8 and more.
__attribute__((target("avx2"))) static inline __m256i lanes_below(size_t live) {
    const __m256i places = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    return _mm256_cmpgt_epi32(_mm256_set1_epi32(live < 8 ? (int)live : 8), places);
}

/// The lanes of eight rows that pass against the row x.
__attribute__((target("avx2"))) static inline unsigned passing_avx2(const hamming_block *block, size_t x, __m256i near,
                                                                   __m256i far, __m256i live) {
    const __m256i d = counts32(_mm256_xor_si256(near, _mm256_set1_epi32((int)block->near[x])));
    const __m256i beyond = _mm256_cmpgt_epi32(d, _mm256_set1_epi32((int)block->near_limit));
    const __m256i good = _mm256_andnot_si256(beyond, live);
    if (_mm256_testz_si256(good, good)) return 0;
    const __m256i both =
        _mm256_add_epi32(d, counts32(_mm256_xor_si256(far, _mm256_set1_epi32((int)block->far[x]))));
    const __m256i past = _mm256_cmpgt_epi32(both, _mm256_set1_epi32((int)block->far_limit));
    return (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_andnot_si256(past, good)));
}

__attribute__((target("avx2"))) static inline size_t step_avx2(hamming_block *block, hamming_candidate *hits) {
    const size_t y = block->y;
    const __m256i live = lanes_below(block->y_end - y);
    const __m256i near = _mm256_maskload_epi32((const int *)(block->near + y), live);
    const __m256i far = _mm256_maskload_epi32((const int *)(block->far + y), live);
    // Of one bucket only rows behind x are wanted: beyond the last of these eight no x has any.
    const size_t x_end = block->once && y + 7 < block->x_end ? y + 7 : block->x_end;
    size_t found = 0;
    for (size_t x = block->x; x < x_end; x++) {
        unsigned rest = passing_avx2(block, x, near, far, live);
        if (block->once && x >= y) rest &= ~0u << (x - y + 1);
        for (; rest; rest &= rest - 1) {
            hits[found++] = (hamming_candidate){(uint32_t)x, (uint32_t)(y + (size_t)__builtin_ctz(rest))};
        }
    }
    block->y += 8;
    return found;
}

__attribute__((target("avx2"))) size_t hamming_sift_avx2(const hamming_buckets *buckets, const hamming_limits *limits,
                                                        uint16_t value, size_t begin, size_t end, hamming_cursor *cursor,
                                                        hamming_candidate *hits, size_t capacity) {
    return hamming_walk(buckets, limits, value, begin, end, cursor, hits, capacity, step_avx2);
}

#define AVX512 __attribute__((target("avx512f,avx512vpopcntdq,popcnt")))

/// Set bits in which sixteen rows differ from the row x.
AVX512 static inline __m512i differing(const uint32_t *column, size_t x, __m512i rows) {
    return _mm512_popcnt_epi32(_mm512_xor_si512(rows, _mm512_set1_epi32((int)column[x])));
}

/// Writes the pairs of the row x with those of sixteen rows behind y that are set in `lanes` and wanted.
AVX512 static inline size_t write_lanes(const hamming_block *block, size_t x, size_t y, unsigned lanes,
                                        hamming_candidate *hits) {
    size_t found = 0;
    if (block->once && x >= y) lanes &= ~0u << (x - y + 1);
    for (; lanes; lanes &= lanes - 1) {
        hits[found++] = (hamming_candidate){(uint32_t)x, (uint32_t)(y + (size_t)__builtin_ctz(lanes))};
    }
    return found;
}

/// Sixteen rows of y against four of x at a time, of which mostly none passes: one comparison finds that out. `wide` says
/// that near bits alone would let too many through, so far ones are counted at once.
AVX512 __attribute__((always_inline)) static inline size_t step_sixteen(hamming_block *block, hamming_candidate *hits,
                                                                        bool wide) {
    const size_t y = block->y, left = block->y_end - y;
    const __mmask16 live = left >= 16 ? 0xffff : (__mmask16)((1u << left) - 1);
    const __m512i near = _mm512_maskz_loadu_epi32(live, block->near + y);
    const __m512i far = _mm512_maskz_loadu_epi32(live, block->far + y);
    const __m512i near_limit = _mm512_set1_epi32((int)block->near_limit);
    const __m512i far_limit = _mm512_set1_epi32((int)block->far_limit);
    // Of one bucket only rows behind x are wanted: beyond the last of these sixteen no x has any.
    const size_t x_end = block->once && y + 15 < block->x_end ? y + 15 : block->x_end;
    size_t found = 0;
    for (size_t x = block->x; x < x_end; x += 4) {
        // Behind the end the last one again, which is then not asked.
        const size_t last = x_end - 1;
        const size_t rows[4] = {x, x + 1 < last ? x + 1 : last, x + 2 < last ? x + 2 : last, x + 3 < last ? x + 3 : last};
        __m512i d[4];
        for (int place = 0; place < 4; place++) {
            d[place] = differing(block->near, rows[place], near);
            if (wide) d[place] = _mm512_add_epi32(d[place], differing(block->far, rows[place], far));
        }
        const __m512i least = _mm512_min_epu32(_mm512_min_epu32(d[0], d[1]), _mm512_min_epu32(d[2], d[3]));
        if (!_mm512_mask_cmple_epu32_mask(live, least, wide ? far_limit : near_limit)) continue;
        for (size_t place = 0; place < 4 && x + place < x_end; place++) {
            if (wide) {
                const unsigned lanes = _mm512_mask_cmple_epu32_mask(live, d[place], far_limit);
                found += write_lanes(block, x + place, y, lanes, hits + found);
                continue;
            }
            const __mmask16 good = _mm512_mask_cmple_epu32_mask(live, d[place], near_limit);
            if (!good) continue;
            const __m512i both = _mm512_add_epi32(d[place], differing(block->far, x + place, far));
            const unsigned lanes = _mm512_mask_cmple_epu32_mask(good, both, far_limit);
            found += write_lanes(block, x + place, y, lanes, hits + found);
        }
    }
    block->y += 16;
    return found;
}

/// Of strangers 1 in 23,000 differs in at most 5 of 32 bits, and 1 in 280 in at most 8.
AVX512 static inline size_t step_avx512(hamming_block *block, hamming_candidate *hits) {
    return block->near_limit > 5 ? step_sixteen(block, hits, true) : step_sixteen(block, hits, false);
}

AVX512 size_t hamming_sift_avx512(const hamming_buckets *buckets, const hamming_limits *limits, uint16_t value, size_t begin,
                                  size_t end, hamming_cursor *cursor, hamming_candidate *hits, size_t capacity) {
    return hamming_walk(buckets, limits, value, begin, end, cursor, hits, capacity, step_avx512);
}
#endif
