/* Rows of pixels, 32 at a time. */
#include "vp8-colors.h"

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#define AVX2 static inline __attribute__((always_inline, target("avx2")))

AVX2 __m256i widened(const uint8_t *samples) {
    return _mm256_cvtepu8_epi16(_mm_loadu_si128((const __m128i *)samples));
}

/* The colors of 32 pixels, the first of which is the second one in its color. */
AVX2 __m256i mixed(const uint8_t *near, const uint8_t *far) {
    __m256i a = widened(near), b = widened(near + 1), c = widened(far), d = widened(far + 1);
    __m256i ad = _mm256_add_epi16(a, d), bc = _mm256_add_epi16(b, c);
    __m256i all = _mm256_add_epi16(_mm256_add_epi16(ad, bc), _mm256_set1_epi16(8));
    __m256i left = _mm256_srli_epi16(_mm256_add_epi16(all, _mm256_add_epi16(bc, bc)), 3);
    __m256i right = _mm256_srli_epi16(_mm256_add_epi16(all, _mm256_add_epi16(ad, ad)), 3);
    left = _mm256_srli_epi16(_mm256_add_epi16(left, a), 1);
    right = _mm256_srli_epi16(_mm256_add_epi16(right, b), 1);
    return _mm256_or_si256(left, _mm256_slli_epi16(right, 8));
}

AVX2 __m256i all(int number) { return _mm256_set1_epi16((short)number); }

AVX2 __m256i times(__m256i samples, int factor) { return _mm256_mulhi_epu16(samples, all(factor)); }

/* Red, green and blue of sixteen pixels, whose samples stand in the upper halves. */
AVX2 void colors_of(__m256i luma, __m256i cb, __m256i cr, __m256i rgb[3]) {
    __m256i light = times(luma, vp8_of_luma);
    __m256i red = _mm256_add_epi16(_mm256_sub_epi16(light, all(vp8_red_below)), times(cr, vp8_red_of_cr));
    __m256i less = _mm256_add_epi16(times(cb, vp8_green_of_cb), times(cr, vp8_green_of_cr));
    __m256i green = _mm256_sub_epi16(_mm256_add_epi16(light, all(vp8_green_above)), less);
    /* Too large for a sign. */
    __m256i blue = _mm256_subs_epu16(_mm256_adds_epu16(light, times(cb, vp8_blue_of_cb)), all(vp8_blue_below));
    rgb[0] = _mm256_srai_epi16(red, 6);
    rgb[1] = _mm256_srai_epi16(green, 6);
    rgb[2] = _mm256_srli_epi16(blue, 6);
}

/* 32 pixels from the one at `at` on, which is odd; `opacity` are their samples of alpha, or NULL. */
AVX2 void put_pixels(const struct vp8_rows *rows, size_t at, const uint8_t *opacity, uint8_t *rgba) {
    __m256i zero = _mm256_setzero_si256(), low[3], high[3];
    __m256i luma = _mm256_loadu_si256((const __m256i *)(rows->luma + at));
    __m256i cb = mixed(rows->near_cb + at / 2, rows->far_cb + at / 2);
    __m256i cr = mixed(rows->near_cr + at / 2, rows->far_cr + at / 2);
    colors_of(_mm256_unpacklo_epi8(zero, luma), _mm256_unpacklo_epi8(zero, cb), _mm256_unpacklo_epi8(zero, cr), low);
    colors_of(_mm256_unpackhi_epi8(zero, luma), _mm256_unpackhi_epi8(zero, cb), _mm256_unpackhi_epi8(zero, cr), high);
    __m256i red = _mm256_packus_epi16(low[0], high[0]), green = _mm256_packus_epi16(low[1], high[1]);
    __m256i blue = _mm256_packus_epi16(low[2], high[2]), alpha = _mm256_set1_epi8(-1);
    if (opacity != NULL) alpha = _mm256_loadu_si256((const __m256i *)opacity);
    __m256i rg = _mm256_unpacklo_epi8(red, green), ba = _mm256_unpacklo_epi8(blue, alpha);
    __m256i a = _mm256_unpacklo_epi16(rg, ba), b = _mm256_unpackhi_epi16(rg, ba);
    rg = _mm256_unpackhi_epi8(red, green);
    ba = _mm256_unpackhi_epi8(blue, alpha);
    __m256i c = _mm256_unpacklo_epi16(rg, ba), d = _mm256_unpackhi_epi16(rg, ba);
    __m256i *out = (__m256i *)rgba;
    _mm256_storeu_si256(out, _mm256_permute2x128_si256(a, b, 0x20));
    _mm256_storeu_si256(out + 1, _mm256_permute2x128_si256(c, d, 0x20));
    _mm256_storeu_si256(out + 2, _mm256_permute2x128_si256(a, b, 0x31));
    _mm256_storeu_si256(out + 3, _mm256_permute2x128_si256(c, d, 0x31));
}

__attribute__((target("avx2"))) void vp8_colors_avx2(const struct vp8_rows *rows, uint8_t *rgba, uint32_t width) {
    vp8_colors_plain(rows, rgba, 1);
    const uint8_t *alpha = rows->alpha;
    size_t at = 1;
    for (; at + 32 <= width; at += 32) put_pixels(rows, at, alpha == NULL ? NULL : alpha + at, rgba + 4 * at);
    if (at >= width) return;
    uint8_t last[32] = {0}, pixels[4 * 32];
    /* The samples of alpha may end with the picture. */
    if (alpha != NULL) memcpy(last, alpha + at, width - at);
    put_pixels(rows, at, alpha == NULL ? NULL : last, pixels);
    memcpy(rgba + 4 * at, pixels, 4 * (width - at));
}

#endif
