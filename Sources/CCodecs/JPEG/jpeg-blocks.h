/* Where blocks are put, two at a time. */
#pragma once

#include "jpeg-scan.h"

/* Where the coefficients of the zigzag sequence stand in a pair (figure A.6), twice, as bit 7 of a place tells that the
 * block has ended; what is beyond the block goes where nobody looks. */
#define ROW(a, b, c, d, e, f, g, h) PLACE(a), PLACE(b), PLACE(c), PLACE(d), PLACE(e), PLACE(f), PLACE(g), PLACE(h)
#define PLACE(natural) (natural) / 8 * jpeg_pair_row + (natural) % 8
#define ZIGZAG                                                                                                       \
    ROW(0, 1, 8, 16, 9, 2, 3, 10), ROW(17, 24, 32, 25, 18, 11, 4, 5), ROW(12, 19, 26, 33, 40, 48, 41, 34),            \
        ROW(27, 20, 13, 6, 7, 14, 21, 28), ROW(35, 42, 49, 56, 57, 50, 43, 36), ROW(29, 22, 15, 23, 30, 37, 44, 51),  \
        ROW(58, 59, 52, 45, 38, 31, 39, 46), ROW(53, 60, 61, 54, 47, 55, 62, 63)
#define BEYOND8 128, 128, 128, 128, 128, 128, 128, 128
#define BEYOND BEYOND8, BEYOND8, BEYOND8, BEYOND8, BEYOND8, BEYOND8, BEYOND8, BEYOND8
static const uint8_t jpeg_places[256] = {ZIGZAG, BEYOND, ZIGZAG, BEYOND};
enum { jpeg_has_ended = 0x80 };

/* The eight numbers a row where the coefficients of the next block belong, all of them zero. */
static inline int16_t *jpeg_next_block(struct jpeg_plane *plane) {
    return plane->pair.numbers + (plane->waiting == NULL ? 0 : 8);
}

/* Puts the block whose coefficients are there at `out`, or lets it wait for another one. */
static inline void jpeg_put_block(struct jpeg_plane *plane, jpeg_idct *idct, uint8_t *out) {
    if (plane->waiting == NULL) {
        plane->waiting = out;
    } else {
        idct(&plane->pair, plane->divisors, plane->waiting, out, plane->stride);
        plane->waiting = NULL;
    }
}

/* A block that waits for another is transformed with itself. */
static inline void jpeg_put_last(struct jpeg_plane *plane, jpeg_idct *idct) {
    if (plane->waiting == NULL) return;
    for (size_t y = 0; y < 8; y++) {
        int16_t *row = plane->pair.numbers + y * jpeg_pair_row;
        memcpy(row + 8, row, 8 * sizeof *row);
    }
    jpeg_put_block(plane, idct, plane->waiting);
}

/* Puts a block of which there is no coefficient but the first. */
static inline void jpeg_put_flat(const struct jpeg_plane *plane, int16_t first, uint8_t *out) {
    uint64_t eight = jpeg_flat_sample(first, plane->divisors[0]) * UINT64_C(0x0101010101010101);
    for (size_t y = 0; y < 8; y++) memcpy(out + y * plane->stride, &eight, 8);
}
