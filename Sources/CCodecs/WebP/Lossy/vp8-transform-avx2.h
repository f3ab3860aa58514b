/* The transform of section 14.4 for four blocks side by side. */
#pragma once

#include "vp8-macroblock.h"

#include <immintrin.h>

#define AVX2 static inline __attribute__((always_inline, target("avx2")))

/* One pass over sixteen rows, or columns, of four numbers. */
AVX2 void pass(__m256i x[4]) {
    __m256i cosine = _mm256_set1_epi16(20091), sine = _mm256_set1_epi16(35468 - 65536);
    __m256i a = _mm256_add_epi16(x[0], x[2]), b = _mm256_sub_epi16(x[0], x[2]);
    __m256i c = _mm256_add_epi16(_mm256_sub_epi16(x[1], x[3]),
                                 _mm256_sub_epi16(_mm256_mulhi_epi16(x[1], sine), _mm256_mulhi_epi16(x[3], cosine)));
    __m256i d = _mm256_add_epi16(_mm256_add_epi16(x[1], x[3]),
                                 _mm256_add_epi16(_mm256_mulhi_epi16(x[1], cosine), _mm256_mulhi_epi16(x[3], sine)));
    x[0] = _mm256_add_epi16(a, d);
    x[1] = _mm256_add_epi16(b, c);
    x[2] = _mm256_sub_epi16(b, c);
    x[3] = _mm256_sub_epi16(a, d);
}

/* Rows to columns, in each of the four blocks. */
AVX2 void turn(__m256i x[4]) {
    __m256i low01 = _mm256_unpacklo_epi16(x[0], x[1]), high01 = _mm256_unpackhi_epi16(x[0], x[1]);
    __m256i low23 = _mm256_unpacklo_epi16(x[2], x[3]), high23 = _mm256_unpackhi_epi16(x[2], x[3]);
    __m256i a = _mm256_unpacklo_epi32(low01, low23), b = _mm256_unpackhi_epi32(low01, low23);
    __m256i c = _mm256_unpacklo_epi32(high01, high23), d = _mm256_unpackhi_epi32(high01, high23);
    x[0] = _mm256_unpacklo_epi64(a, c);
    x[1] = _mm256_unpackhi_epi64(a, c);
    x[2] = _mm256_unpacklo_epi64(b, d);
    x[3] = _mm256_unpackhi_epi64(b, d);
}

/* What a group adds to its four rows. Clears its coefficients. */
AVX2 void transform(int16_t *coefficients, enum vp8_rest rest, __m256i rows[4]) {
    __m256i *at = (__m256i *)coefficients, zero = _mm256_setzero_si256();
    if (rest == vp8_rest_first) {
        /* The first number of each block, four times. */
        const __m256i firsts = _mm256_setr_epi8(0, 1, 0, 1, 0, 1, 0, 1, 8, 9, 8, 9, 8, 9, 8, 9,  //
                                                0, 1, 0, 1, 0, 1, 0, 1, 8, 9, 8, 9, 8, 9, 8, 9);
        __m256i all = _mm256_shuffle_epi8(_mm256_load_si256(at), firsts);
        _mm256_store_si256(at, zero);
        all = _mm256_srai_epi16(_mm256_add_epi16(all, _mm256_set1_epi16(4)), 3);
        for (int i = 0; i < 4; i++) rows[i] = all;
        return;
    }
    for (int i = 0; i < 4; i++) {
        rows[i] = _mm256_load_si256(at + i);
        _mm256_store_si256(at + i, zero);
    }
    pass(rows);
    turn(rows);
    rows[0] = _mm256_add_epi16(rows[0], _mm256_set1_epi16(4));
    pass(rows);
    turn(rows);
    for (int i = 0; i < 4; i++) rows[i] = _mm256_srai_epi16(rows[i], 3);
}
