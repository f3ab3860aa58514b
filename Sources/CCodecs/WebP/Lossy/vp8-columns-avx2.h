/* The columns of a tile, in vectors of sixteen pixels of luma and behind them eight of each color. */
#pragma once

#include "vp8-macroblock.h"

#include <immintrin.h>

#define AVX2 static inline __attribute__((always_inline, target("avx2")))

/* Two rows. */
AVX2 __m256i both(const uint8_t *first, const uint8_t *second) {
    return _mm256_inserti128_si256(_mm256_castsi128_si256(_mm_load_si128((const __m128i *)first)),
                                   _mm_load_si128((const __m128i *)second), 1);
}

AVX2 void put_both(uint8_t *first, uint8_t *second, __m256i rows) {
    _mm_store_si128((__m128i *)first, _mm256_castsi256_si128(rows));
    _mm_store_si128((__m128i *)second, _mm256_extracti128_si256(rows, 1));
}

/* Rows i and i + 8 of sixteen pixels to columns 2i and 2i + 1, or the other way round. */
AVX2 void turn_luma(__m256i x[8]) {
    __m256i a[8], b[8];
    for (int i = 0; i < 4; i++) {
        a[i] = _mm256_unpacklo_epi8(x[2 * i], x[2 * i + 1]);
        a[4 + i] = _mm256_unpackhi_epi8(x[2 * i], x[2 * i + 1]);
    }
    for (int i = 0; i < 4; i++) {
        b[2 * i] = _mm256_unpacklo_epi16(a[2 * i], a[2 * i + 1]);
        b[2 * i + 1] = _mm256_unpackhi_epi16(a[2 * i], a[2 * i + 1]);
    }
    for (int i = 0; i < 2; i++) {
        for (int half = 0; half < 2; half++) {
            __m256i upper = b[4 * i + half], lower = b[4 * i + 2 + half];
            __m256i *out = x + 4 * i + 2 * half;
            out[0] = _mm256_permute4x64_epi64(_mm256_unpacklo_epi32(upper, lower), 0xD8);
            out[1] = _mm256_permute4x64_epi64(_mm256_unpackhi_epi32(upper, lower), 0xD8);
        }
    }
}

/* Rows i and i + 4 of eight pixels of both colors to columns 0 and 2, 1 and 3, 4 and 6, 5 and 7, or the other way
 * round. */
AVX2 void turn_color(__m256i x[4]) {
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    __m256i a = _mm256_unpacklo_epi8(x[0], x[1]), b = _mm256_unpacklo_epi8(x[2], x[3]);
    __m256i c = _mm256_unpackhi_epi8(x[0], x[1]), d = _mm256_unpackhi_epi8(x[2], x[3]);
    __m256i cb = _mm256_permutevar8x32_epi32(_mm256_unpacklo_epi16(a, b), order);
    __m256i cr = _mm256_permutevar8x32_epi32(_mm256_unpacklo_epi16(c, d), order);
    x[0] = _mm256_unpacklo_epi64(cb, cr);
    x[1] = _mm256_unpackhi_epi64(cb, cr);
    cb = _mm256_permutevar8x32_epi32(_mm256_unpackhi_epi16(a, b), order);
    cr = _mm256_permutevar8x32_epi32(_mm256_unpackhi_epi16(c, d), order);
    x[2] = _mm256_unpacklo_epi64(cb, cr);
    x[3] = _mm256_unpackhi_epi64(cb, cr);
}

/* All columns of a tile; the colors' eight ones stand behind the first eight. */
AVX2 void load_columns(const uint8_t *tile, __m256i columns[16]) {
    const uint8_t *color = tile + vp8_tile_luma;
    __m256i luma[8], colors[4];
    for (int i = 0; i < 8; i++) luma[i] = both(tile + i * vp8_tile_row, tile + (i + 8) * vp8_tile_row);
    for (int i = 0; i < 4; i++) colors[i] = both(color + i * vp8_tile_row, color + (i + 4) * vp8_tile_row);
    turn_luma(luma);
    turn_color(colors);
    for (int i = 0; i < 2; i++) {
        columns[4 * i] = _mm256_permute2x128_si256(luma[2 * i], colors[2 * i], 0x20);
        columns[4 * i + 1] = _mm256_permute2x128_si256(luma[2 * i], colors[2 * i + 1], 0x21);
        columns[4 * i + 2] = _mm256_permute2x128_si256(luma[2 * i + 1], colors[2 * i], 0x30);
        columns[4 * i + 3] = _mm256_permute2x128_si256(luma[2 * i + 1], colors[2 * i + 1], 0x31);
    }
    for (int i = 4; i < 8; i++) {
        columns[2 * i] = luma[i];
        columns[2 * i + 1] = _mm256_permute4x64_epi64(luma[i], 0x0E);
    }
}

AVX2 void put_columns(uint8_t *tile, const __m256i columns[16]) {
    uint8_t *color = tile + vp8_tile_luma;
    __m256i luma[8], colors[4];
    for (int i = 0; i < 8; i++) luma[i] = _mm256_permute2x128_si256(columns[i], columns[i + 8], 0x20);
    for (int i = 0; i < 4; i++) colors[i] = _mm256_permute2x128_si256(columns[i], columns[i + 4], 0x31);
    turn_luma(luma);
    turn_color(colors);
    for (int i = 0; i < 8; i++) _mm256_store_si256((__m256i *)(tile + 2 * i * vp8_tile_row), luma[i]);
    for (int i = 0; i < 4; i++) {
        uint8_t *row = color + (i / 2 * 4 + i % 2) * vp8_tile_row;
        put_both(row, row + 2 * vp8_tile_row, colors[i]);
    }
}

/* Four columns, the last ones of a tile or the first ones, of luma, with the same of the colors behind them. */
AVX2 void load_four(const uint8_t *tile, bool are_last, __m256i columns[4]) {
    const uint8_t *color = tile + vp8_tile_luma;
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    __m256i a[4], x[4];
    for (int i = 0; i < 4; i++) {
        const uint8_t *row = tile + 2 * i * vp8_tile_row;
        __m256i upper = both(row, row + 8 * vp8_tile_row);
        __m256i lower = both(row + vp8_tile_row, row + 9 * vp8_tile_row);
        a[i] = are_last ? _mm256_unpackhi_epi8(upper, lower) : _mm256_unpacklo_epi8(upper, lower);
    }
    for (int i = 0; i < 2; i++) {
        x[i] = are_last ? _mm256_unpackhi_epi16(a[2 * i], a[2 * i + 1]) : _mm256_unpacklo_epi16(a[2 * i], a[2 * i + 1]);
    }
    __m256i low = _mm256_permute4x64_epi64(_mm256_unpacklo_epi32(x[0], x[1]), 0xD8);
    __m256i high = _mm256_permute4x64_epi64(_mm256_unpackhi_epi32(x[0], x[1]), 0xD8);
    for (int i = 0; i < 4; i++) x[i] = both(color + i * vp8_tile_row, color + (i + 4) * vp8_tile_row);
    __m256i cb01 = _mm256_unpacklo_epi8(x[0], x[1]), cb23 = _mm256_unpacklo_epi8(x[2], x[3]);
    __m256i cr01 = _mm256_unpackhi_epi8(x[0], x[1]), cr23 = _mm256_unpackhi_epi8(x[2], x[3]);
    __m256i cb = are_last ? _mm256_unpackhi_epi16(cb01, cb23) : _mm256_unpacklo_epi16(cb01, cb23);
    __m256i cr = are_last ? _mm256_unpackhi_epi16(cr01, cr23) : _mm256_unpacklo_epi16(cr01, cr23);
    cb = _mm256_permutevar8x32_epi32(cb, order);
    cr = _mm256_permutevar8x32_epi32(cr, order);
    __m256i even = _mm256_unpacklo_epi64(cb, cr), odd = _mm256_unpackhi_epi64(cb, cr);
    columns[0] = _mm256_permute2x128_si256(low, even, 0x20);
    columns[1] = _mm256_permute2x128_si256(low, odd, 0x21);
    columns[2] = _mm256_permute2x128_si256(high, even, 0x30);
    columns[3] = _mm256_permute2x128_si256(high, odd, 0x31);
}

AVX2 void put_dwords(uint8_t *at, __m128i rows) {
    int parts[4] = {_mm_cvtsi128_si32(rows), _mm_extract_epi32(rows, 1), _mm_extract_epi32(rows, 2),
                    _mm_extract_epi32(rows, 3)};
    for (int i = 0; i < 4; i++) memcpy(at + i * vp8_tile_row, &parts[i], 4);
}

AVX2 void put_four(uint8_t *tile, bool are_last, const __m256i columns[4]) {
    __m256i a = _mm256_unpacklo_epi8(columns[0], columns[1]), b = _mm256_unpackhi_epi8(columns[0], columns[1]);
    __m256i c = _mm256_unpacklo_epi8(columns[2], columns[3]), d = _mm256_unpackhi_epi8(columns[2], columns[3]);
    __m256i rows[4] = {_mm256_unpacklo_epi16(a, c), _mm256_unpackhi_epi16(a, c), _mm256_unpacklo_epi16(b, d),
                       _mm256_unpackhi_epi16(b, d)};
    uint8_t *luma = tile + (are_last ? 12 : 0), *color = tile + vp8_tile_luma + (are_last ? 4 : 0);
    for (int i = 0; i < 4; i++) {
        put_dwords(luma + 4 * i * vp8_tile_row, _mm256_castsi256_si128(rows[i]));
        put_dwords(color + (i & 1) * 4 * vp8_tile_row + (i >> 1) * 8, _mm256_extracti128_si256(rows[i], 1));
    }
}
