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

/// Set bits of each 64-bit lane: both nibbles of every byte looked up, the bytes of a lane summed.
/// Source: Mula, Kurz and Lemire, "Faster Population Counts Using AVX2 Instructions", 2018.
__attribute__((target("avx2"))) static inline __m256i counts(__m256i v) {
    const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2,
                                           2, 3, 2, 3, 3, 4);
    const __m256i nibble = _mm256_set1_epi8(0x0f);
    const __m256i low = _mm256_shuffle_epi8(table, _mm256_and_si256(v, nibble));
    const __m256i high = _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi16(v, 4), nibble));
    return _mm256_sad_epu8(_mm256_add_epi8(low, high), _mm256_setzero_si256());
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
#endif
