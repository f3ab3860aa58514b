/* The filters along edges, of luma and of both colors at once.
 *
 * A vector holds sixteen pixels of luma, and behind them eight of each color, which is filtered as luma's first edges
 * are; the edges that only luma has have anything there. Edges that stand are turned to lie.
 */
#include "vp8-macroblock.h"

#if defined(__x86_64__)

#include "vp8-columns-avx2.h"

/* What filters one kind of edges. */
struct limits {
    __m256i near, even, variance;
    bool is_simple;
};

AVX2 __m256i distance(__m256i a, __m256i b) { return _mm256_or_si256(_mm256_subs_epu8(a, b), _mm256_subs_epu8(b, a)); }

AVX2 __m256i at_most(__m256i a, __m256i most) {
    return _mm256_cmpeq_epi8(_mm256_subs_epu8(a, most), _mm256_setzero_si256());
}

/* Counts from the middle, and back. */
AVX2 __m256i centered(__m256i pixels) { return _mm256_xor_si256(pixels, _mm256_set1_epi8(-128)); }

/* Where the pixels p[1], p[0] | q[0], q[1] lie so near to each other that the edge is none of the picture's. */
AVX2 __m256i near_ones(__m256i p1, __m256i p0, __m256i q0, __m256i q1, __m256i limit) {
    __m256i across = distance(p0, q0), around = distance(p1, q1);
    __m256i half = _mm256_srli_epi16(_mm256_and_si256(around, _mm256_set1_epi8(-2)), 1);
    return at_most(_mm256_adds_epu8(_mm256_adds_epu8(across, across), half), limit);
}

/* An eighth of what is added to numbers in bytes, from 0 to 31 where it is meant to be from -16 on. */
AVX2 __m256i eighths(__m256i numbers, char added) {
    __m256i sum = centered(_mm256_adds_epi8(numbers, _mm256_set1_epi8(added)));
    return _mm256_and_si256(_mm256_srli_epi16(sum, 3), _mm256_set1_epi8(31));
}

/* The drift over an edge: the difference of the outer pixels, and three times that of the inner ones. */
AVX2 __m256i drift(__m256i outer, __m256i p0, __m256i q0) {
    __m256i inner = _mm256_subs_epi8(q0, p0);
    return _mm256_adds_epi8(_mm256_adds_epi8(_mm256_adds_epi8(outer, inner), inner), inner);
}

/* Moves the pixels next to the edge, which count from the middle; returns by how much, from 0 on. */
AVX2 __m256i move_two(__m256i *p0, __m256i *q0, __m256i drift) {
    __m256i sixteen = _mm256_set1_epi8(16), down = eighths(drift, 4), up = eighths(drift, 3);
    *p0 = _mm256_adds_epi8(*p0, _mm256_sub_epi8(up, sixteen));
    *q0 = _mm256_subs_epi8(*q0, _mm256_sub_epi8(down, sixteen));
    return down;
}

/* x holds p[3] to p[0], and q[0] to q[3]. */
AVX2 void filter_simple(__m256i x[8], struct limits limits) {
    __m256i mask = near_ones(x[2], x[3], x[4], x[5], limits.near);
    __m256i p0 = centered(x[3]), q0 = centered(x[4]);
    __m256i outer = _mm256_subs_epi8(centered(x[2]), centered(x[5]));
    move_two(&p0, &q0, _mm256_and_si256(drift(outer, p0, q0), mask));
    x[3] = centered(p0);
    x[4] = centered(q0);
}

/* Where an edge is to be filtered, and where it varies too little for more than two pixels to be left alone. */
AVX2 void look(const __m256i x[8], struct limits limits, __m256i *mask, __m256i *is_even) {
    __m256i inner = _mm256_max_epu8(distance(x[2], x[3]), distance(x[5], x[4]));
    __m256i outer = _mm256_max_epu8(_mm256_max_epu8(distance(x[0], x[1]), distance(x[1], x[2])),
                                    _mm256_max_epu8(distance(x[7], x[6]), distance(x[6], x[5])));
    *is_even = at_most(inner, limits.variance);
    *mask = _mm256_and_si256(at_most(_mm256_max_epu8(inner, outer), limits.even),
                             near_ones(x[2], x[3], x[4], x[5], limits.near));
}

AVX2 void filter_inner(__m256i x[8], struct limits limits) {
    __m256i mask, is_even;
    look(x, limits, &mask, &is_even);
    __m256i p1 = centered(x[2]), p0 = centered(x[3]), q0 = centered(x[4]), q1 = centered(x[5]);
    __m256i outer = _mm256_andnot_si256(is_even, _mm256_subs_epi8(p1, q1));
    __m256i down = move_two(&p0, &q0, _mm256_and_si256(drift(outer, p0, q0), mask));
    __m256i half = _mm256_sub_epi8(_mm256_avg_epu8(down, _mm256_setzero_si256()), _mm256_set1_epi8(8));
    half = _mm256_and_si256(half, is_even);
    x[2] = centered(_mm256_adds_epi8(p1, half));
    x[3] = centered(p0);
    x[4] = centered(q0);
    x[5] = centered(_mm256_subs_epi8(q1, half));
}

AVX2 void filter_outer(__m256i x[8], struct limits limits) {
    __m256i mask, is_even, zero = _mm256_setzero_si256();
    look(x, limits, &mask, &is_even);
    __m256i p[3], q[3];
    for (int i = 0; i < 3; i++) {
        p[i] = centered(x[3 - i]);
        q[i] = centered(x[4 + i]);
    }
    __m256i all = _mm256_and_si256(drift(_mm256_subs_epi8(p[1], q[1]), p[0], q[0]), mask);
    move_two(&p[0], &q[0], _mm256_andnot_si256(is_even, all));
    all = _mm256_and_si256(all, is_even);
    /* 9, 18 and 27 of 128 parts, rounded: numbers stand in the upper half of what is multiplied. */
    __m256i nine = _mm256_set1_epi16(9 << 8), round = _mm256_set1_epi16(63);
    __m256i low = _mm256_mulhi_epi16(_mm256_unpacklo_epi8(zero, all), nine);
    __m256i high = _mm256_mulhi_epi16(_mm256_unpackhi_epi8(zero, all), nine);
    __m256i low_sum = round, high_sum = round;
    for (int i = 2; i >= 0; i--) {
        low_sum = _mm256_add_epi16(low_sum, low);
        high_sum = _mm256_add_epi16(high_sum, high);
        __m256i part = _mm256_packs_epi16(_mm256_srai_epi16(low_sum, 7), _mm256_srai_epi16(high_sum, 7));
        x[3 - i] = centered(_mm256_adds_epi8(p[i], part));
        x[4 + i] = centered(_mm256_subs_epi8(q[i], part));
    }
}

AVX2 void filter_edge(__m256i x[8], struct limits limits, bool is_outer) {
    if (limits.is_simple) filter_simple(x, limits);
    else if (is_outer) filter_outer(x, limits);
    else filter_inner(x, limits);
}

/* The edges that stand. */
AVX2 void filter_standing(uint8_t *tile, uint8_t *left, struct limits outer, struct limits inner, bool is_inner) {
    /* Four columns of the tile on the left, and then this one's. */
    __m256i columns[20];
    if (!is_inner) {
        if (left == NULL) return;
        load_four(left, true, columns);
        load_four(tile, false, columns + 4);
        filter_edge(columns, outer, true);
        put_four(left, true, columns);
        put_four(tile, false, columns + 4);
        return;
    }
    load_columns(tile, columns + 4);
    if (left != NULL) {
        load_four(left, true, columns);
        filter_edge(columns, outer, true);
        put_four(left, true, columns);
    }
    filter_edge(columns + 4, inner, false);
    /* Behind the colors' last columns there is no edge. */
    __m256i last[2] = {columns[10], columns[11]};
    filter_edge(columns + 8, inner, false);
    for (int i = 0; i < 2; i++) columns[10 + i] = _mm256_blend_epi32(columns[10 + i], last[i], 0xF0);
    filter_edge(columns + 12, inner, false);
    put_columns(tile, columns + 4);
}

/* Luma's row and the colors' that is as far from the edge. */
AVX2 __m256i load_row(const uint8_t *tile, int luma, int color) {
    return both(tile + luma * vp8_tile_row, tile + vp8_tile_luma + color * vp8_tile_row);
}

AVX2 void put_row(uint8_t *tile, int luma, int color, __m256i row) {
    put_both(tile + luma * vp8_tile_row, tile + vp8_tile_luma + color * vp8_tile_row, row);
}

/* The edges that lie. */
AVX2 void filter_lying(uint8_t *tile, uint8_t *above, struct limits outer, struct limits inner, bool is_inner) {
    __m256i rows[20];
    for (int i = 0; i < (is_inner ? 8 : 4); i++) rows[4 + i] = load_row(tile, i, i);
    if (above != NULL) {
        for (int i = 0; i < 4; i++) rows[i] = load_row(above, 12 + i, 4 + i);
        filter_edge(rows, outer, true);
        for (int i = 1; i < 4; i++) put_row(above, 12 + i, 4 + i, rows[i]);
    }
    if (!is_inner) {
        if (above == NULL) return;
        for (int i = 0; i < 3; i++) put_row(tile, i, i, rows[4 + i]);
        return;
    }
    for (int i = 8; i < 16; i++) {
        rows[4 + i] = _mm256_castsi128_si256(_mm_load_si128((const __m128i *)(tile + i * vp8_tile_row)));
    }
    filter_edge(rows + 4, inner, false);
    for (int i = 0; i < 8; i++) put_row(tile, i, i, rows[4 + i]);
    filter_edge(rows + 8, inner, false);
    filter_edge(rows + 12, inner, false);
    for (int i = 6; i < 15; i++) {
        _mm_store_si128((__m128i *)(tile + i * vp8_tile_row), _mm256_castsi256_si128(rows[4 + i]));
    }
}

/* Of a color, the simple filter changes nothing where its limit is zero. */
AVX2 struct limits limits_of(uint8_t near, struct vp8_strength strength, bool is_simple) {
    __m256i all = _mm256_set1_epi8((char)near);
    if (is_simple) all = _mm256_inserti128_si256(all, _mm_setzero_si128(), 1);
    return (struct limits){all, _mm256_set1_epi8((char)strength.inner_limit),
                           _mm256_set1_epi8((char)strength.variance), is_simple};
}

AVX2 void filter(uint8_t *tile, uint8_t *left, uint8_t *above, struct vp8_strength strength, bool is_inner,
                 bool is_simple) {
    struct limits outer = limits_of((uint8_t)(strength.limit + 4), strength, is_simple);
    struct limits inner = limits_of(strength.limit, strength, is_simple);
    filter_standing(tile, left, outer, inner, is_inner);
    filter_lying(tile, above, outer, inner, is_inner);
}

__attribute__((target("avx2"))) void vp8_filter_avx2(uint8_t *tile, uint8_t *left, uint8_t *above,
                                                     struct vp8_strength strength, bool is_inner) {
    filter(tile, left, above, strength, is_inner, false);
}

__attribute__((target("avx2"))) void vp8_filter_simple_avx2(uint8_t *tile, uint8_t *left, uint8_t *above,
                                                            struct vp8_strength strength, bool is_inner) {
    filter(tile, left, above, strength, is_inner, true);
}

#endif
