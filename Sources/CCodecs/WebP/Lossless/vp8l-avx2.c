/* The transforms that wait for nothing, eight pixels at a time. */
#include "vp8l-transforms.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX2 static inline __attribute__((always_inline, target("avx2")))

AVX2 __m256i eight(const uint32_t *at) { return _mm256_loadu_si256((const __m256i *)at); }

/* Bytes of each pixel, by their place in it; none where that is -1. */
AVX2 __m256i places(char a, char b, char c, char d) {
    __m256i first = _mm256_setr_epi32(0, 0x04040404, 0x08080808, 0x0C0C0C0C, 0, 0x04040404, 0x08080808, 0x0C0C0C0C);
    uint32_t each = (uint32_t)(uint8_t)a | (uint32_t)(uint8_t)b << 8 | (uint32_t)(uint8_t)c << 16 |
                    (uint32_t)(uint8_t)d << 24;
    return _mm256_add_epi8(first, _mm256_set1_epi32((int)each));
}

AVX2 __m256i factors_of(uint32_t high, uint32_t low) {
    int upper = (int8_t)(uint8_t)high * 8, lower = (int8_t)(uint8_t)low * 8;
    return _mm256_set1_epi32((int)((uint32_t)upper << 16 | ((uint32_t)lower & 0xFFFF)));
}

/* As with SSE2: the upper half of a product is the product divided by 32. */
__attribute__((target("avx2"))) void vp8l_cross_color_avx2(uint32_t *to, const uint32_t *from, size_t count,
                                                           uint32_t factors) {
    __m256i by_green = factors_of(factors, factors >> 8), by_red = factors_of(factors >> 16, 0);
    __m256i is_kept = _mm256_set1_epi32((int)0xFF00FF00), green_twice = places(-128, 1, -128, 1);
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        __m256i pixels = eight(from + i), green = _mm256_shuffle_epi8(pixels, green_twice);
        __m256i sums = _mm256_add_epi8(pixels, _mm256_mulhi_epi16(green, by_green));
        __m256i more = _mm256_srli_epi32(_mm256_mulhi_epi16(_mm256_slli_epi16(sums, 8), by_red), 16);
        __m256i mixed = _mm256_blendv_epi8(_mm256_add_epi8(sums, more), pixels, is_kept);
        _mm256_storeu_si256((__m256i *)(to + i), mixed);
    }
    if (i < count) vp8l_vector_kernels.cross_color(to + i, from + i, count - i, factors);
}

__attribute__((target("avx2"))) void vp8l_put_avx2(uint8_t *to, const uint32_t *from, size_t count, bool adds_green,
                                                   uint8_t alpha) {
    __m256i opaque = _mm256_set1_epi32((int)((uint32_t)alpha << 24)), turned = places(2, 1, 0, 3);
    __m256i green = places(1, -128, 1, -128), used = _mm256_set1_epi8(adds_green ? -1 : 0);
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        __m256i pixels = eight(from + i);
        __m256i added = _mm256_and_si256(_mm256_shuffle_epi8(pixels, green), used);
        pixels = _mm256_shuffle_epi8(_mm256_add_epi8(pixels, added), turned);
        _mm256_storeu_si256((__m256i *)(to + i * 4), _mm256_or_si256(pixels, opaque));
    }
    if (i < count) vp8l_vector_kernels.put(to + i * 4, from + i, count - i, adds_green, alpha);
}

#endif
