/* Pixels of a macroblock, sixteen at a time.
 *
 * A group of four blocks is transformed at once, and then a row of it is a row of the macroblock. What has to be added
 * is split in what is added and what is subtracted, both in bytes, so that a block that waits for the one before it
 * waits for no more than it must. How a block is predicted is looked up rather than chosen, as nobody can guess it.
 */
#include "vp8-macroblock.h"

#if defined(__x86_64__)

#include "vp8-transform-avx2.h"

AVX2 __m128i loaded(const uint8_t *bytes) { return _mm_loadu_si128((const __m128i *)bytes); }

AVX2 void store(uint8_t *bytes, __m128i pixels) { _mm_storeu_si128((__m128i *)bytes, pixels); }

AVX2 __m128i sum_of(__m128i pixels, __m256i row) {
    __m256i sum = _mm256_add_epi16(_mm256_cvtepu8_epi16(pixels), row);
    return _mm_packus_epi16(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
}

/* Adds a group to four rows of predicted pixels and puts them. */
AVX2 void put_rows(struct vp8_macroblock *macroblock, int group, const __m128i pixels[4], uint8_t *out) {
    enum vp8_rest rest = macroblock->rests[group];
    if (rest == vp8_rest_none) {
        for (int i = 0; i < 4; i++) store(out + i * vp8_tile_row, pixels[i]);
        return;
    }
    __m256i rows[4];
    transform(macroblock->coefficients[group][0][0], rest, rows);
    macroblock->rests[group] = vp8_rest_none;
    for (int i = 0; i < 4; i++) store(out + i * vp8_tile_row, sum_of(pixels[i], rows[i]));
}

/* What sixteen pixels above, or all of their corner, change, by true motion. */
struct motion {
    __m128i up, down;
};

AVX2 struct motion motion_of(__m128i above, __m128i corner) {
    return (struct motion){_mm_subs_epu8(above, corner), _mm_subs_epu8(corner, above)};
}

AVX2 __m128i moved(__m128i pixels, struct motion motion) {
    return _mm_subs_epu8(_mm_adds_epu8(pixels, motion.up), motion.down);
}

/* Four rows of a predicted macroblock: `before` says which pixel of the tile on the left is before which column. */
AVX2 void predict_rows(enum vp8_mode mode, __m128i above, struct motion motion, __m128i mean, const uint8_t *left,
                       __m128i before, __m128i rows[4]) {
    for (int i = 0; i < 4; i++) {
        __m128i pixels = _mm_shuffle_epi8(loaded(left + i * vp8_tile_row), before);
        rows[i] = mode == vp8_mode_mean         ? mean
                  : mode == vp8_mode_vertical   ? above
                  : mode == vp8_mode_horizontal ? pixels
                                                : moved(pixels, motion);
    }
}

/* The last pixel of each row of `count` rows of eight bytes twice, summed. */
AVX2 __m128i left_sums(const uint8_t *left, int count) {
    __m128i sums = _mm_setzero_si128();
    for (int i = 0; i < count; i++) sums = _mm_add_epi64(sums, _mm_srli_epi64(loaded(left + i * vp8_tile_row), 56));
    return sums;
}

AVX2 __m128i luma_mean(const struct vp8_surroundings *surroundings, __m128i above) {
    __m128i up = _mm_sad_epu8(above, _mm_setzero_si128());
    int sum = 0;
    if (surroundings->has_above) sum += _mm_cvtsi128_si32(up) + _mm_extract_epi16(up, 4);
    if (surroundings->has_left) sum += _mm_extract_epi16(left_sums(surroundings->left, 16), 4);
    if (surroundings->has_above && surroundings->has_left) return _mm_set1_epi8((char)((sum + 16) >> 5));
    if (!surroundings->has_above && !surroundings->has_left) return _mm_set1_epi8(-128);
    return _mm_set1_epi8((char)((sum + 8) >> 4));
}

AVX2 __m128i color_mean(const struct vp8_surroundings *surroundings, __m128i above) {
    if (!surroundings->has_above && !surroundings->has_left) return _mm_set1_epi8(-128);
    __m128i sums = _mm_setzero_si128();
    if (surroundings->has_above) sums = _mm_sad_epu8(above, sums);
    if (surroundings->has_left) sums = _mm_add_epi64(sums, left_sums(surroundings->left + vp8_tile_luma, 8));
    sums = surroundings->has_above && surroundings->has_left
               ? _mm_srli_epi64(_mm_add_epi64(sums, _mm_set1_epi64x(8)), 4)
               : _mm_srli_epi64(_mm_add_epi64(sums, _mm_set1_epi64x(4)), 3);
    return _mm_shuffle_epi8(sums, _mm_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 8, 8, 8, 8, 8, 8, 8, 8));
}

AVX2 void rebuild_whole(struct vp8_macroblock *macroblock, const struct vp8_surroundings *surroundings, uint8_t *tile) {
    enum vp8_mode mode = macroblock->mode;
    __m128i above = loaded(surroundings->luma), rows[4], mean = above;
    struct motion motion = motion_of(above, _mm_set1_epi8((char)surroundings->luma[-1]));
    if (mode == vp8_mode_mean) mean = luma_mean(surroundings, above);
    for (int y = 0; y < 4; y++) {
        predict_rows(mode, above, motion, mean, surroundings->left + 4 * y * vp8_tile_row, _mm_set1_epi8(15), rows);
        put_rows(macroblock, y, rows, tile + 4 * y * vp8_tile_row);
    }
}

AVX2 void rebuild_color(struct vp8_macroblock *macroblock, const struct vp8_surroundings *surroundings, uint8_t *tile) {
    enum vp8_mode mode = macroblock->color_mode;
    __m128i above = loaded(surroundings->color), rows[4], mean = above;
    __m128i before = _mm_setr_epi8(7, 7, 7, 7, 7, 7, 7, 7, 15, 15, 15, 15, 15, 15, 15, 15);
    struct motion motion = motion_of(above, _mm_shuffle_epi8(loaded(surroundings->color - 16), before));
    if (mode == vp8_mode_mean) mean = color_mean(surroundings, above);
    for (int y = 0; y < 2; y++) {
        size_t place = vp8_tile_luma + 4 * (size_t)y * vp8_tile_row;
        predict_rows(mode, above, motion, mean, surroundings->left + place, before, rows);
        put_rows(macroblock, 4 + y, rows, tile + place);
    }
}

/* What the four blocks of a group add to their pixels. */
AVX2 void motions_of(struct vp8_macroblock *macroblock, int group, struct motion motions[4]) {
    enum vp8_rest rest = macroblock->rests[group];
    __m256i rows[4], zero = _mm256_setzero_si256();
    if (rest == vp8_rest_none) {
        for (int i = 0; i < 4; i++) motions[i].up = motions[i].down = _mm256_castsi256_si128(zero);
        return;
    }
    transform(macroblock->coefficients[group][0][0], rest, rows);
    macroblock->rests[group] = vp8_rest_none;
    for (int is_down = 0; is_down < 2; is_down++) {
        __m256 top = _mm256_castsi256_ps(_mm256_packus_epi16(rows[0], rows[1]));
        __m256 bottom = _mm256_castsi256_ps(_mm256_packus_epi16(rows[2], rows[3]));
        __m256i even = _mm256_castps_si256(_mm256_shuffle_ps(top, bottom, 0x88));
        __m256i odd = _mm256_castps_si256(_mm256_shuffle_ps(top, bottom, 0xDD));
        __m128i parts[4] = {_mm256_castsi256_si128(even), _mm256_castsi256_si128(odd),
                            _mm256_extracti128_si256(even, 1), _mm256_extracti128_si256(odd, 1)};
        for (int i = 0; i < 4; i++) *(is_down ? &motions[i].down : &motions[i].up) = parts[i];
        for (int i = 0; i < 4; i++) rows[i] = _mm256_sub_epi16(zero, rows[i]);
    }
}

/* The block behind `before`, both with four pixels a row; above it lie a corner, four pixels, and four on the right. */
AVX2 __m128i predicted(enum vp8_mode mode, __m128i before, __m128i above) {
    const __m128i left_places = _mm_setr_epi8(15, 15, 11, 7, 3, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
    const __m128i above_places = _mm_setr_epi8(-1, -1, -1, -1, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8, -1);
    const __m128i whole = _mm_setr_epi8(0, -1, -1, -1, -1, 0, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0);
    const __m128i repeated = _mm_setr_epi8(1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4);
    const __m128i columns = _mm_setr_epi8(3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
    __m128i zero = _mm_setzero_si128();
    __m128i a = _mm_or_si128(_mm_shuffle_epi8(before, left_places), _mm_shuffle_epi8(above, above_places));
    __m128i b = _mm_srli_si128(a, 1), c = _mm_srli_si128(a, 2);
    __m128i twos = _mm_avg_epu8(a, b);
    __m128i outer = _mm_sub_epi8(_mm_avg_epu8(a, c), _mm_and_si128(_mm_xor_si128(a, c), _mm_set1_epi8(1)));
    __m128i threes = _mm_avg_epu8(b, outer);
    __m128i sums = _mm_sad_epu8(_mm_and_si128(a, whole), zero);
    sums = _mm_add_epi64(_mm_add_epi64(sums, _mm_srli_si128(sums, 8)), _mm_set1_epi64x(4));
    threes = _mm_or_si128(threes, _mm_slli_si128(_mm_srli_epi64(sums, 3), 15));
    struct motion motion = motion_of(_mm_shuffle_epi8(above, repeated), _mm_shuffle_epi8(above, zero));
    __m128i true_motion = moved(_mm_shuffle_epi8(before, columns), motion);
    /* Numbers that mean something else become negative, and their pixels zero. */
    __m128i order = loaded(vp8_predictions[mode]), high = _mm_set1_epi8(0x70);
    __m128i of_threes = _mm_add_epi8(order, high);
    __m128i of_twos = _mm_add_epi8(_mm_xor_si128(order, _mm_set1_epi8(16)), high);
    __m128i means = _mm_or_si128(_mm_shuffle_epi8(threes, of_threes), _mm_shuffle_epi8(twos, of_twos));
    return _mm_or_si128(means, _mm_and_si128(true_motion, _mm_cmpeq_epi8(order, _mm_set1_epi8(vp8_no_mean))));
}

/* Sixteen rows of four pixels to four rows of sixteen. */
AVX2 void put_parts(const __m128i parts[4], uint8_t *out, __m128i *last) {
    __m128i a = _mm_unpacklo_epi32(parts[0], parts[1]), b = _mm_unpacklo_epi32(parts[2], parts[3]);
    __m128i c = _mm_unpackhi_epi32(parts[0], parts[1]), d = _mm_unpackhi_epi32(parts[2], parts[3]);
    store(out, _mm_unpacklo_epi64(a, b));
    store(out + vp8_tile_row, _mm_unpackhi_epi64(a, b));
    store(out + 2 * vp8_tile_row, _mm_unpacklo_epi64(c, d));
    *last = _mm_unpackhi_epi64(c, d);
    store(out + 3 * vp8_tile_row, *last);
}

AVX2 int last_four(const uint8_t *row) {
    int four;
    memcpy(&four, row + 12, 4);
    return four;
}

AVX2 void rebuild_parts(struct vp8_macroblock *macroblock, const struct vp8_surroundings *surroundings, uint8_t *tile) {
    const uint8_t *left = surroundings->left;
    int four;
    memcpy(&four, surroundings->luma_right, 4);
    __m128i above = loaded(surroundings->luma), right = _mm_cvtsi32_si128(four);
    int corner = surroundings->luma[-1];
    for (int y = 0; y < 4; y++, left += 4 * vp8_tile_row) {
        struct motion motions[4];
        __m128i parts[4];
        motions_of(macroblock, y, motions);
        __m128i before = _mm_setr_epi32(last_four(left), last_four(left + vp8_tile_row),
                                        last_four(left + 2 * vp8_tile_row), last_four(left + 3 * vp8_tile_row));
        /* All that lies above, from the corner on, in two vectors. */
        __m128i start = _mm_or_si128(_mm_slli_si128(above, 1), _mm_cvtsi32_si128(corner));
        __m128i end = _mm_alignr_epi8(right, above, 15);
        const uint8_t *modes = macroblock->modes + 4 * y;
        parts[0] = moved(predicted(modes[0], before, start), motions[0]);
        parts[1] = moved(predicted(modes[1], parts[0], _mm_alignr_epi8(end, start, 4)), motions[1]);
        parts[2] = moved(predicted(modes[2], parts[1], _mm_alignr_epi8(end, start, 8)), motions[2]);
        parts[3] = moved(predicted(modes[3], parts[2], _mm_alignr_epi8(end, start, 12)), motions[3]);
        put_parts(parts, tile + 4 * y * vp8_tile_row, &above);
        corner = left[3 * vp8_tile_row + 15];
    }
}

__attribute__((target("avx2"))) void vp8_rebuild_avx2(struct vp8_macroblock *macroblock,
                                                      const struct vp8_surroundings *surroundings, uint8_t *tile) {
    if (macroblock->is_in_parts) rebuild_parts(macroblock, surroundings, tile);
    else rebuild_whole(macroblock, surroundings, tile);
    rebuild_color(macroblock, surroundings, tile);
}

#endif
