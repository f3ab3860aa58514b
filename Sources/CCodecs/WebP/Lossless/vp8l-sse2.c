/* The transforms four pixels at a time, and one at a time where each waits for the one before: then all that does not
 * wait is computed ahead of it. */
#include "vp8l-transforms.h"

#if defined(__x86_64__)

#include <emmintrin.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

INLINE __m128i four(const uint32_t *at) { return _mm_loadu_si128((const __m128i *)at); }

INLINE void put_four(uint32_t *at, __m128i pixels) { _mm_storeu_si128((__m128i *)at, pixels); }

INLINE __m128i one(const uint32_t *at) {
    uint32_t pixel;
    memcpy(&pixel, at, 4);
    return _mm_cvtsi32_si128((int)pixel);
}

INLINE void put_one(uint32_t *at, __m128i pixel) { *at = (uint32_t)_mm_cvtsi128_si32(pixel); }

/* Rounded down: the instruction rounds up. */
INLINE __m128i average(__m128i a, __m128i b) {
    __m128i odd = _mm_and_si128(_mm_xor_si128(a, b), _mm_set1_epi8(1));
    return _mm_sub_epi8(_mm_avg_epu8(a, b), odd);
}

INLINE __m128i choose(__m128i mask, __m128i yes, __m128i no) {
    return _mm_xor_si128(no, _mm_and_si128(mask, _mm_xor_si128(yes, no)));
}

INLINE __m128i wide(__m128i pixel) { return _mm_unpacklo_epi8(pixel, _mm_setzero_si128()); }

/* Guesses from above alone; section 3.5.1 of RFC 9649. */
INLINE __m128i guess_above(unsigned mode, const uint32_t *above) {
    switch (mode) {
    case 2: return four(above);
    case 3: return four(above + 1);
    case 4: return four(above - 1);
    case 8: return average(four(above - 1), four(above));
    case 9: return average(four(above), four(above + 1));
    default: return _mm_set1_epi32((int)0xFF000000);
    }
}

INLINE void predict_above(unsigned mode, uint32_t *to, const uint32_t *from, const uint32_t *above, size_t count) {
    size_t i = 0;
    for (; i + 4 <= count; i += 4) put_four(to + i, _mm_add_epi8(four(from + i), guess_above(mode, above + i)));
    /* Above there is room behind the row; behind what is coded there is not. */
    for (; i < count; i++) put_one(to + i, _mm_add_epi8(one(from + i), guess_above(mode, above + i)));
}

/* Sums of what is to the left. */
static void predict_left(uint32_t *to, const uint32_t *from, size_t count) {
    __m128i left = one(to - 1);
    size_t i = 0;
    left = _mm_shuffle_epi32(left, 0);
    for (; i + 4 <= count; i += 4) {
        __m128i pixels = four(from + i);
        pixels = _mm_add_epi8(pixels, _mm_slli_si128(pixels, 4));
        pixels = _mm_add_epi8(pixels, _mm_slli_si128(pixels, 8));
        pixels = _mm_add_epi8(pixels, left);
        put_four(to + i, pixels);
        left = _mm_shuffle_epi32(pixels, 0xFF);
    }
    for (; i < count; i++) {
        left = _mm_add_epi8(left, one(from + i));
        put_one(to + i, left);
    }
}

INLINE __m128i inverted(__m128i pixels) { return _mm_xor_si128(pixels, _mm_set1_epi8(-1)); }

/* The average and half of what it is more than the top left; of averages, all inverted. One of `more` and `less` is
 * nothing, and both are rounded down: from one less, up. */
INLINE __m128i clamped_half(__m128i left, __m128i top, __m128i top_left) {
    __m128i middle = _mm_avg_epu8(left, top), zero = _mm_setzero_si128(), ones = _mm_set1_epi8(1);
    __m128i more = _mm_avg_epu8(_mm_subs_epu8(_mm_subs_epu8(top_left, ones), middle), zero);
    __m128i less = _mm_avg_epu8(_mm_subs_epu8(middle, _mm_adds_epu8(top_left, ones)), zero);
    return _mm_adds_epu8(_mm_subs_epu8(middle, more), less);
}

/* What is guessed, inverted, from what is inverted: of such, the instruction's average is rounded down. */
INLINE __m128i guess_inverted(unsigned mode, __m128i left, __m128i top, __m128i top_left, __m128i top_right) {
    switch (mode) {
    case 5: return _mm_avg_epu8(_mm_avg_epu8(left, top_right), top);
    case 6: return _mm_avg_epu8(left, top_left);
    case 7: return _mm_avg_epu8(left, top);
    case 10: return _mm_avg_epu8(_mm_avg_epu8(left, top_left), _mm_avg_epu8(top, top_right));
    default: return clamped_half(left, top, top_left);
    }
}

/* Guesses that wait for the pixel to the left. */
INLINE void predict_inverted(unsigned mode, uint32_t *to, const uint32_t *from, const uint32_t *above, size_t count) {
    __m128i left = inverted(one(to - 1)), top_left = inverted(one(above - 1)), top = inverted(one(above));
    for (size_t i = 0; i < count; i++) {
        __m128i top_right = inverted(one(above + i + 1));
        left = _mm_sub_epi8(guess_inverted(mode, left, top, top_left, top_right), one(from + i));
        put_one(to + i, inverted(left));
        top_left = top;
        top = top_right;
    }
}

/* Of left and top, which the sum of both without the top left is closer to. Both are made whole while that is found
 * out; all but the lowest pixel of a vector is nothing. */
static void predict_closer(uint32_t *to, const uint32_t *from, const uint32_t *above, size_t count) {
    __m128i left = one(to - 1), top_left = one(above - 1);
    for (size_t i = 0; i < count; i++) {
        __m128i top = one(above + i), rest = one(from + i);
        __m128i is_left = _mm_cmplt_epi32(_mm_sad_epu8(top, top_left), _mm_sad_epu8(left, top_left));
        left = choose(is_left, _mm_add_epi8(left, rest), _mm_add_epi8(top, rest));
        put_one(to + i, left);
        top_left = top;
    }
}

/* The sum of left and top without the top left. */
static void predict_sum(uint32_t *to, const uint32_t *from, const uint32_t *above, size_t count) {
    __m128i left = one(to - 1), top_left = wide(one(above - 1));
    for (size_t i = 0; i < count; i++) {
        __m128i top = wide(one(above + i)), sum = _mm_add_epi16(wide(left), _mm_sub_epi16(top, top_left));
        left = _mm_add_epi8(_mm_packus_epi16(sum, sum), one(from + i));
        put_one(to + i, left);
        top_left = top;
    }
}

static void predict(uint32_t *to, const uint32_t *from, const uint32_t *above, size_t count, unsigned mode) {
    switch (mode) {
    case 1: predict_left(to, from, count); break;
    case 2: predict_above(2, to, from, above, count); break;
    case 3: predict_above(3, to, from, above, count); break;
    case 4: predict_above(4, to, from, above, count); break;
    case 5: predict_inverted(5, to, from, above, count); break;
    case 6: predict_inverted(6, to, from, above, count); break;
    case 7: predict_inverted(7, to, from, above, count); break;
    case 8: predict_above(8, to, from, above, count); break;
    case 9: predict_above(9, to, from, above, count); break;
    case 10: predict_inverted(10, to, from, above, count); break;
    case 11: predict_closer(to, from, above, count); break;
    case 12: predict_sum(to, from, above, count); break;
    case 13: predict_inverted(13, to, from, above, count); break;
    default: predict_above(0, to, from, above, count); break;
    }
}

/* The lower half of each pixel in both halves. */
INLINE __m128i doubled(__m128i pixels) {
    return _mm_shufflehi_epi16(_mm_shufflelo_epi16(pixels, _MM_SHUFFLE(2, 2, 0, 0)), _MM_SHUFFLE(2, 2, 0, 0));
}

/* Green where red and blue are, nothing elsewhere. */
INLINE __m128i greens(__m128i pixels) { return doubled(_mm_srli_epi16(pixels, 8)); }

static void add_green(uint32_t *to, const uint32_t *from, size_t count) {
    size_t i = 0;
    for (; i + 4 <= count; i += 4) put_four(to + i, _mm_add_epi8(four(from + i), greens(four(from + i))));
    if (i < count) vp8l_plain_kernels.add_green(to + i, from + i, count - i);
}

/* A signed factor for the upper half of a pixel and one for the lower: times what stands in the upper byte of 16 bits,
 * the upper half of the product is the product divided by 32. */
INLINE __m128i factors_of(uint32_t high, uint32_t low) {
    int upper = (int8_t)(uint8_t)high * 8, lower = (int8_t)(uint8_t)low * 8;
    return _mm_set1_epi32((int)((uint32_t)upper << 16 | ((uint32_t)lower & 0xFFFF)));
}

/* Section 3.5.2: red and blue by green, then blue by red. */
static void cross_color(uint32_t *to, const uint32_t *from, size_t count, uint32_t factors) {
    __m128i by_green = factors_of(factors, factors >> 8), by_red = factors_of(factors >> 16, 0);
    __m128i is_kept = _mm_set1_epi32((int)0xFF00FF00);
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        __m128i pixels = four(from + i), kept = _mm_and_si128(pixels, is_kept);
        __m128i sums = _mm_add_epi8(pixels, _mm_mulhi_epi16(doubled(kept), by_green));
        __m128i more = _mm_srli_epi32(_mm_mulhi_epi16(_mm_slli_epi16(sums, 8), by_red), 16);
        put_four(to + i, _mm_or_si128(kept, _mm_andnot_si128(is_kept, _mm_add_epi8(sums, more))));
    }
    if (i < count) vp8l_plain_kernels.cross_color(to + i, from + i, count - i, factors);
}

static void put(uint8_t *to, const uint32_t *from, size_t count, bool adds_green, uint8_t alpha) {
    __m128i is_kept = _mm_set1_epi32((int)0xFF00FF00), opaque = _mm_set1_epi32((int)((uint32_t)alpha << 24));
    size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        __m128i pixels = four(from + i);
        if (adds_green) pixels = _mm_add_epi8(pixels, greens(pixels));
        __m128i colors = _mm_andnot_si128(is_kept, pixels);
        colors = _mm_shufflehi_epi16(_mm_shufflelo_epi16(colors, _MM_SHUFFLE(2, 3, 0, 1)), _MM_SHUFFLE(2, 3, 0, 1));
        pixels = _mm_or_si128(_mm_or_si128(_mm_and_si128(pixels, is_kept), colors), opaque);
        _mm_storeu_si128((__m128i *)(to + i * 4), pixels);
    }
    if (i < count) vp8l_plain_kernels.put(to + i * 4, from + i, count - i, adds_green, alpha);
}

const struct vp8l_kernels vp8l_vector_kernels = {add_green, cross_color, predict, put};

#endif
