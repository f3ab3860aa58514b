/* Eight rows at once, each two pixels behind the one above it.
 *
 * As in the waves of four, a vector holds one pixel of each row. More lanes alone take 1.6 times as long: four pixels
 * of a row are loaded and stored together and turned over in registers; the row above is two pixels ahead instead of
 * one, so that moving its pixels down by a lane is done while the pixel between is computed; and of Paeth's filter
 * nearly all is known without the pixel to the left, which is the one that comes last.
 */
#include "unfilter-rows.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#define EIGHT static inline __attribute__((always_inline, target("avx2")))

/* Pixels that a row is behind the one above it, that the last of eight is behind the first, and that go together. */
enum { lag = 2, behind = 7 * lag, block = 4 };

struct eight {
    const uint8_t *in[8];
    uint8_t *out[8];
    const uint8_t *above;
    uint32_t width;
    /* All ones in the rows whose filter looks to the left, above, and above left: with zeros for what a row does not
     * look at, Paeth's choice is what it does look at. And in those that take the mean, which look at nothing here. */
    __m256i uses_left, uses_above, uses_corner, is_average;
    /* The pixels before the next ones: one to the left, two to the left, and those above the former. */
    __m256i left, second, corner;
};

/* Paeth's choice among left (a), above (b) and above left (c).
 *
 * With d = b - c not negative, going through all a from 0 on: the choice is a up to c - 2d, then c, then b from
 * c - d/2 on, and a again from b on. With d negative all of it is the other way round, hence the same with every bit
 * turned over. */
EIGHT __m256i paeth(__m256i a, __m256i b, __m256i c) {
    __m256i turn = _mm256_cmpeq_epi8(_mm256_max_epu8(b, c), c);
    a = _mm256_xor_si256(a, turn);
    b = _mm256_xor_si256(b, turn);
    c = _mm256_xor_si256(c, turn);
    __m256i d = _mm256_sub_epi8(b, c), d_less_1 = _mm256_subs_epu8(d, _mm256_set1_epi8(1));
    /* The mean is rounded up, so this is c less half of d, rounded down. */
    __m256i from_b = _mm256_subs_epu8(_mm256_avg_epu8(b, c), d);
    __m256i from_c = _mm256_subs_epu8(c, _mm256_adds_epu8(d, d_less_1));
    __m256i is_c = _mm256_cmpeq_epi8(_mm256_max_epu8(a, from_c), a);
    __m256i is_b = _mm256_cmpeq_epi8(_mm256_max_epu8(a, from_b), a);
    __m256i found = _mm256_blendv_epi8(_mm256_blendv_epi8(a, c, is_c), _mm256_max_epu8(a, b), is_b);
    return _mm256_xor_si256(found, turn);
}

/* One more pixel of each row. */
EIGHT __m256i next_pixels(struct eight *wave, __m256i given, const uint8_t *top, bool has_paeth, bool has_average) {
    const __m256i down = _mm256_setr_epi32(7, 0, 1, 2, 3, 4, 5, 6);
    int32_t first;
    memcpy(&first, top, 4);
    __m256i above = _mm256_blend_epi32(_mm256_permutevar8x32_epi32(wave->second, down), _mm256_set1_epi32(first), 1);
    __m256i a = _mm256_and_si256(wave->left, wave->uses_left), b = _mm256_and_si256(above, wave->uses_above);
    __m256i found = given;
    if (has_paeth) found = _mm256_add_epi8(found, paeth(a, b, _mm256_and_si256(wave->corner, wave->uses_corner)));
    else found = _mm256_add_epi8(_mm256_add_epi8(found, b), a);
    if (has_average) {
        __m256i odd = _mm256_and_si256(_mm256_xor_si256(wave->left, above), _mm256_set1_epi8(1));
        __m256i mean = _mm256_sub_epi8(_mm256_avg_epu8(wave->left, above), odd);
        found = _mm256_add_epi8(found, _mm256_and_si256(mean, wave->is_average));
    }
    wave->second = wave->left;
    wave->left = found;
    wave->corner = above;
    return found;
}

EIGHT __m256i two_rows(const uint8_t *low, const uint8_t *high) {
    __m256i first = _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)low));
    return _mm256_inserti128_si256(first, _mm_loadu_si128((const __m128i *)high), 1);
}

/* Four pixels of three bytes in either half get a fourth byte, which is 0, and then 255. */
EIGHT __m256i widened(__m256i colors) {
    const __m128i order = _mm_setr_epi8(0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1);
    return _mm256_shuffle_epi8(colors, _mm256_broadcastsi128_si256(order));
}

EIGHT __m256i opaque(__m256i pixels) { return _mm256_or_si256(pixels, _mm256_set1_epi32((int)0xFF000000)); }

/* Rows of four pixels to columns of eight, or back. */
EIGHT void turn(__m256i pixels[block]) {
    __m256i a = _mm256_unpacklo_epi32(pixels[0], pixels[1]), b = _mm256_unpackhi_epi32(pixels[0], pixels[1]);
    __m256i c = _mm256_unpacklo_epi32(pixels[2], pixels[3]), d = _mm256_unpackhi_epi32(pixels[2], pixels[3]);
    pixels[0] = _mm256_unpacklo_epi64(a, c);
    pixels[1] = _mm256_unpackhi_epi64(a, c);
    pixels[2] = _mm256_unpacklo_epi64(b, d);
    pixels[3] = _mm256_unpackhi_epi64(b, d);
}

/* Those of the first row at `at`; those before the beginning of a row are some of the row above it. */
EIGHT void take(const struct eight *wave, size_t at, unsigned step, __m256i pixels[block]) {
    if (step == 1) {
        uint32_t lanes[8];
        for (size_t row = 0; row < 8; row++) memcpy(&lanes[row], wave->in[row] + at - row * lag, 4);
        memcpy(&pixels[0], lanes, sizeof lanes);
        for (int i = 1; i < block; i++) pixels[i] = _mm256_srli_epi32(pixels[0], 8 * i);
        return;
    }
    for (size_t i = 0; i < 4; i++) {
        const uint8_t *low = wave->in[i] + at * step - i * lag * step;
        const uint8_t *high = wave->in[i + 4] + at * step - (i + 4) * lag * step;
        pixels[i] = two_rows(low, high);
        if (step == 3) pixels[i] = widened(pixels[i]);
    }
    turn(pixels);
}

/* Four pixels of a row, of which the first is at `at`: as many of them as the row has. */
EIGHT void put_row(uint8_t *out, __m128i pixels, ptrdiff_t at, uint32_t width, unsigned out_step, bool is_edge) {
    if (!is_edge || (at >= 0 && (size_t)at + block <= width)) {
        if (out_step == 4) _mm_storeu_si128((__m128i *)(out + at * 4), pixels);
        else memcpy(out + at, &pixels, 4);
        return;
    }
    if (at + block <= 0 || at >= (ptrdiff_t)width) return;
    uint8_t bytes[16];
    _mm_storeu_si128((__m128i *)bytes, pixels);
    for (ptrdiff_t i = 0; i < block; i++) {
        if (at + i >= 0 && at + i < (ptrdiff_t)width) memcpy(out + (at + i) * out_step, bytes + i * out_step, out_step);
    }
}

EIGHT void put(const struct eight *wave, size_t at, unsigned step, __m256i pixels[block], bool is_edge) {
    if (step == 1) {
        const __m256i low = _mm256_set1_epi32(255);
        __m256i bytes = _mm256_and_si256(pixels[0], low);
        for (int i = 1; i < block; i++) {
            bytes = _mm256_or_si256(bytes, _mm256_slli_epi32(_mm256_and_si256(pixels[i], low), 8 * i));
        }
        uint32_t lanes[8];
        memcpy(lanes, &bytes, sizeof lanes);
        for (ptrdiff_t row = 0; row < 8; row++) {
            __m128i four = _mm_cvtsi32_si128((int)lanes[row]);
            put_row(wave->out[row], four, (ptrdiff_t)at - row * lag, wave->width, 1, is_edge);
        }
        return;
    }
    turn(pixels);
    for (ptrdiff_t i = 0; i < 4; i++) {
        __m256i both = pixels[i];
        if (step == 3) both = opaque(both);
        ptrdiff_t x = (ptrdiff_t)at - i * lag;
        put_row(wave->out[i], _mm256_castsi256_si128(both), x, wave->width, 4, is_edge);
        put_row(wave->out[i + 4], _mm256_extracti128_si256(both, 1), x - 4 * lag, wave->width, 4, is_edge);
    }
}

EIGHT void advance(struct eight *wave, size_t at, unsigned step, bool has_paeth, bool has_average, bool is_edge) {
    unsigned out_step = step == 1 ? 1 : 4;
    __m256i pixels[block];
    take(wave, at, step, pixels);
    for (int i = 0; i < block; i++) {
        if (is_edge) {
            /* All zeros are left of a row. */
            __m256i x = _mm256_sub_epi32(_mm256_set1_epi32((int)at + i), _mm256_setr_epi32(0, 2, 4, 6, 8, 10, 12, 14));
            pixels[i] = _mm256_andnot_si256(_mm256_srai_epi32(x, 31), pixels[i]);
        }
        pixels[i] = next_pixels(wave, pixels[i], wave->above + (at + (size_t)i) * out_step, has_paeth, has_average);
    }
    put(wave, at, step, pixels, is_edge);
}

EIGHT void run(const struct eight *start, unsigned step, bool has_paeth, bool has_average) {
    struct eight wave = *start;
    size_t at = 0;
    for (; at < behind; at += block) advance(&wave, at, step, has_paeth, has_average, true);
    for (; at + block <= wave.width; at += block) advance(&wave, at, step, has_paeth, has_average, false);
    for (; at < (size_t)wave.width + behind; at += block) advance(&wave, at, step, has_paeth, has_average, true);
}

EIGHT void run_filters(const struct eight *wave, unsigned step, unsigned seen) {
    bool has_paeth = seen >> filter_paeth & 1, has_average = seen >> filter_average & 1;
    if (has_average) run(wave, step, true, true);
    else if (has_paeth) run(wave, step, true, false);
    else run(wave, step, false, false);
}

bool unfilter_has_eight(void) { return __builtin_cpu_supports("avx2"); }

__attribute__((target("avx2"))) void unfilter_eight(const struct filtered *shape, const uint8_t *rows, size_t next,
                                                    unsigned seen, const uint8_t *above, uint8_t *out, size_t stride) {
    struct eight wave = {.above = above, .width = shape->width};
    uint32_t lanes[5][8] = {0};
    for (size_t i = 0; i < 8; i++) {
        wave.in[i] = rows + i * next + 1;
        wave.out[i] = out + i * stride;
        lanes[rows[i * next]][i] = UINT32_MAX;
    }
    __m256i masks[5];
    memcpy(masks, lanes, sizeof masks);
    wave.uses_corner = masks[filter_paeth];
    wave.uses_left = _mm256_or_si256(masks[filter_paeth], masks[filter_sub]);
    wave.uses_above = _mm256_or_si256(masks[filter_paeth], masks[filter_up]);
    wave.is_average = masks[filter_average];
    if (shape->step == 1) run_filters(&wave, 1, seen);
    else if (shape->step == 3) run_filters(&wave, 3, seen);
    else run_filters(&wave, 4, seen);
}

__attribute__((target("avx2"))) size_t unfilter_colors(unsigned filter, const uint8_t *in, const uint8_t *above,
                                                      uint8_t *out, size_t width) {
    size_t x = 0;
    for (; x + 8 <= width; x += 8) {
        __m256i pixels = widened(two_rows(in + x * 3, in + x * 3 + 12));
        if (filter == filter_up) pixels = _mm256_add_epi8(pixels, _mm256_loadu_si256((const __m256i *)(above + x * 4)));
        _mm256_storeu_si256((__m256i *)(out + x * 4), opaque(pixels));
    }
    return x;
}

#else

bool unfilter_has_eight(void) { return false; }

size_t unfilter_colors(unsigned filter, const uint8_t *in, const uint8_t *above, uint8_t *out, size_t width) {
    (void)filter, (void)in, (void)above, (void)out, (void)width;
    return 0;
}

void unfilter_eight(const struct filtered *shape, const uint8_t *rows, size_t next, unsigned seen, const uint8_t *above,
                    uint8_t *out, size_t stride) {
    (void)shape, (void)rows, (void)next, (void)seen, (void)above, (void)out, (void)stride;
}

#endif
