/* The transform of two blocks at once: each row of both is one vector, and no step crosses from one half to the other.
 *
 * Two products and their sum are one instruction, so inputs are paired as the factors are. Between the passes and
 * behind them the blocks are turned, so that both passes do the same to whole vectors.
 */
#include "jpeg-idct.h"

#if defined(__x86_64__)

#include "jpeg-idct-factors.h"

#include <immintrin.h>

#define AVX2 static inline __attribute__((always_inline, target("avx2")))

/* Sixteen numbers of 32 bits: those of the left and of the right half of each block. */
struct wide {
    __m256i left, right;
};

AVX2 __m256i factors(int16_t one, int16_t other) {
    return _mm256_set1_epi32((int32_t)((uint32_t)(uint16_t)other << 16 | (uint16_t)one));
}

/* a times one factor plus b times another. */
AVX2 struct wide products(struct wide pairs, int16_t of_a, int16_t of_b) {
    __m256i both = factors(of_a, of_b);
    return (struct wide){_mm256_madd_epi16(pairs.left, both), _mm256_madd_epi16(pairs.right, both)};
}

AVX2 struct wide paired(__m256i a, __m256i b) {
    return (struct wide){_mm256_unpacklo_epi16(a, b), _mm256_unpackhi_epi16(a, b)};
}

AVX2 struct wide plus(struct wide a, struct wide b) {
    return (struct wide){_mm256_add_epi32(a.left, b.left), _mm256_add_epi32(a.right, b.right)};
}

AVX2 struct wide minus(struct wide a, struct wide b) {
    return (struct wide){_mm256_sub_epi32(a.left, b.left), _mm256_sub_epi32(a.right, b.right)};
}

/* Numbers times 8192, with what rounds them. */
AVX2 struct wide widened(__m256i numbers, int shift) {
    struct wide high = paired(_mm256_setzero_si256(), numbers);
    __m256i round = _mm256_set1_epi32(1 << (shift - 1));
    return (struct wide){_mm256_add_epi32(_mm256_srai_epi32(high.left, 3), round),
                         _mm256_add_epi32(_mm256_srai_epi32(high.right, 3), round)};
}

AVX2 __m256i narrowed(struct wide numbers, int shift) {
    return _mm256_packs_epi32(_mm256_srai_epi32(numbers.left, shift), _mm256_srai_epi32(numbers.right, shift));
}

AVX2 void pass(__m256i x[8], int shift) {
    struct wide sum = widened(_mm256_add_epi16(x[0], x[4]), shift);
    struct wide difference = widened(_mm256_sub_epi16(x[0], x[4]), shift);
    struct wide x26 = paired(x[2], x[6]);
    struct wide low = products(x26, even_low_2, even_low_6), high = products(x26, even_high_2, even_high_6);
    struct wide even[4] = {plus(sum, high), plus(difference, low), minus(difference, low), minus(sum, high)};

    struct wide z34 = paired(_mm256_add_epi16(x[7], x[3]), _mm256_add_epi16(x[5], x[1]));
    struct wide a = products(z34, odd_a_3, odd_a_4), b = products(z34, odd_b_3, odd_b_4);
    struct wide x71 = paired(x[7], x[1]), x53 = paired(x[5], x[3]);
    struct wide odd[4] = {
        plus(products(x71, odd_0_7, odd_0_1), b),
        plus(products(x53, odd_1_5, odd_1_3), a),
        plus(products(x53, odd_2_5, odd_2_3), b),
        plus(products(x71, odd_3_7, odd_3_1), a),
    };
    for (int i = 0; i < 4; i++) {
        x[i] = narrowed(plus(even[i], odd[i]), shift);
        x[7 - i] = narrowed(minus(even[i], odd[i]), shift);
    }
}

/* Rows to columns. */
AVX2 void turn(__m256i x[8]) {
    __m256i a[8], b[8];
    for (int i = 0; i < 4; i++) {
        a[2 * i] = _mm256_unpacklo_epi16(x[2 * i], x[2 * i + 1]);
        a[2 * i + 1] = _mm256_unpackhi_epi16(x[2 * i], x[2 * i + 1]);
    }
    for (int i = 0; i < 2; i++) {
        for (int half = 0; half < 2; half++) {
            b[4 * i + 2 * half] = _mm256_unpacklo_epi32(a[4 * i + half], a[4 * i + half + 2]);
            b[4 * i + 2 * half + 1] = _mm256_unpackhi_epi32(a[4 * i + half], a[4 * i + half + 2]);
        }
    }
    for (int i = 0; i < 4; i++) {
        x[2 * i] = _mm256_unpacklo_epi64(b[i], b[i + 4]);
        x[2 * i + 1] = _mm256_unpackhi_epi64(b[i], b[i + 4]);
    }
}

AVX2 void store_rows(__m256i rows, uint8_t *first, uint8_t *second, size_t stride) {
    __m128i one = _mm256_castsi256_si128(rows), other = _mm256_extracti128_si256(rows, 1);
    _mm_storel_epi64((__m128i *)first, one);
    _mm_storeh_pd((double *)(first + stride), _mm_castsi128_pd(one));
    _mm_storel_epi64((__m128i *)second, other);
    _mm_storeh_pd((double *)(second + stride), _mm_castsi128_pd(other));
}

/* Columns to rows of bytes. */
AVX2 void store(const __m256i x[8], uint8_t *first, uint8_t *second, size_t stride) {
    __m256i middle = _mm256_set1_epi8(-128);
    __m256i p = _mm256_add_epi8(_mm256_packs_epi16(x[0], x[2]), middle);
    __m256i q = _mm256_add_epi8(_mm256_packs_epi16(x[1], x[3]), middle);
    __m256i r = _mm256_add_epi8(_mm256_packs_epi16(x[4], x[6]), middle);
    __m256i s = _mm256_add_epi8(_mm256_packs_epi16(x[5], x[7]), middle);
    __m256i x01 = _mm256_unpacklo_epi8(p, q), x23 = _mm256_unpackhi_epi8(p, q);
    __m256i x45 = _mm256_unpacklo_epi8(r, s), x67 = _mm256_unpackhi_epi8(r, s);
    __m256i top_left = _mm256_unpacklo_epi16(x01, x23), bottom_left = _mm256_unpackhi_epi16(x01, x23);
    __m256i top_right = _mm256_unpacklo_epi16(x45, x67), bottom_right = _mm256_unpackhi_epi16(x45, x67);
    size_t two = 2 * stride;
    store_rows(_mm256_unpacklo_epi32(top_left, top_right), first, second, stride);
    store_rows(_mm256_unpackhi_epi32(top_left, top_right), first + two, second + two, stride);
    store_rows(_mm256_unpacklo_epi32(bottom_left, bottom_right), first + 2 * two, second + 2 * two, stride);
    store_rows(_mm256_unpackhi_epi32(bottom_left, bottom_right), first + 3 * two, second + 3 * two, stride);
}

__attribute__((target("avx2"))) void jpeg_idct_avx2(struct jpeg_pair *pair, const int16_t divisors[64], uint8_t *first,
                                                    uint8_t *second, size_t stride) {
    __m256i *rows = (__m256i *)pair->numbers;
    __m256i x[8], any = _mm256_setzero_si256(), zero = any;
    for (int i = 0; i < 8; i++) {
        x[i] = _mm256_load_si256(rows + i);
        _mm256_store_si256(rows + i, zero);
        if (i > 0) any = _mm256_or_si256(any, x[i]);
        __m128i divisor = _mm_loadu_si128((const __m128i *)(divisors + 8 * i));
        x[i] = _mm256_mullo_epi16(x[i], _mm256_broadcastsi128_si256(divisor));
    }
    /* A block of a first row alone has the same in all rows then, but for what wraps where it should stop. */
    uint32_t is_zero = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi16(any, zero));
    if ((is_zero & 0xFFFF) != 0xFFFF && is_zero >> 16 != 0xFFFF) {
        pass(x, 11);
    } else {
        __m256i low = _mm256_slli_epi16(x[0], 2);
        __m256i is_low = _mm256_setr_m128i(_mm_set1_epi8((is_zero & 0xFFFF) == 0xFFFF ? -1 : 0),
                                           _mm_set1_epi8(is_zero >> 16 == 0xFFFF ? -1 : 0));
        if (is_zero != UINT32_MAX) pass(x, 11);
        for (int i = 0; i < 8; i++) x[i] = _mm256_blendv_epi8(x[i], low, is_low);
    }
    turn(x);
    pass(x, 18);
    store(x, first, second, stride);
}

#endif
