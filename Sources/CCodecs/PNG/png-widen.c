#include "png-widen.h"

#include <string.h>

typedef uint32_t pixels4 __attribute__((vector_size(16)));

void png_widen_colors(const uint8_t *line, size_t width, uint8_t *out) {
    for (size_t x = 0; x < width; x++) {
        uint32_t pixel;
        memcpy(&pixel, line + x * 3, 4);
        pixel |= 0xFF000000;
        memcpy(out + x * 4, &pixel, 4);
    }
}

void png_widen_grays(const uint8_t *line, size_t width, uint8_t *out) {
    typedef uint8_t bytes16 __attribute__((vector_size(16)));
    typedef uint16_t pairs8 __attribute__((vector_size(16)));
    size_t x = 0;
    for (; x + 16 <= width; x += 16) {
        bytes16 grays;
        memcpy(&grays, line + x, 16);
        pairs8 low = (pairs8)__builtin_shufflevector(grays, grays, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
        pairs8 high = (pairs8)__builtin_shufflevector(grays, grays, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14,
                                                      15, 15);
        pixels4 pixels[4] = {
            (pixels4)__builtin_shufflevector(low, low, 0, 0, 1, 1, 2, 2, 3, 3),
            (pixels4)__builtin_shufflevector(low, low, 4, 4, 5, 5, 6, 6, 7, 7),
            (pixels4)__builtin_shufflevector(high, high, 0, 0, 1, 1, 2, 2, 3, 3),
            (pixels4)__builtin_shufflevector(high, high, 4, 4, 5, 5, 6, 6, 7, 7),
        };
        for (int i = 0; i < 4; i++) pixels[i] |= 0xFF000000;
        memcpy(out + x * 4, pixels, sizeof pixels);
    }
    for (; x < width; x++) {
        uint32_t pixel = line[x] * 0x010101u | 0xFF000000;
        memcpy(out + x * 4, &pixel, 4);
    }
}

void png_widen_bytes(const uint32_t table[256], const uint8_t *line, size_t width, uint8_t *out) {
    size_t x = 0;
    /* Eight indexes are read and four pixels written at once. */
    for (; x + 8 <= width; x += 8) {
        uint64_t at;
        memcpy(&at, line + x, 8);
        pixels4 first = {table[at & 255], table[at >> 8 & 255], table[at >> 16 & 255], table[at >> 24 & 255]};
        pixels4 second = {table[at >> 32 & 255], table[at >> 40 & 255], table[at >> 48 & 255], table[at >> 56]};
        memcpy(out + x * 4, &first, 16);
        memcpy(out + x * 4 + 16, &second, 16);
    }
    for (; x < width; x++) memcpy(out + x * 4, &table[line[x]], 4);
}

/* The sample number `i` of a row. */
static inline unsigned sample(const uint8_t *line, unsigned depth, size_t i) {
    return line[i * depth / 8] >> (8 - depth - i * depth % 8) & ((1u << depth) - 1);
}

/* Always inlined, so that no shift depends on the pixel. Eight take as many bytes as each of them takes bits. */
static inline __attribute__((always_inline)) void widen(const uint32_t table[256], unsigned depth, const uint8_t *line,
                                                        size_t width, uint8_t *out) {
    size_t x = 0;
    for (; x + 8 <= width; x += 8, line += depth) {
        for (size_t i = 0; i < 8; i += 4) {
            pixels4 four = {table[sample(line, depth, i)], table[sample(line, depth, i + 1)],
                            table[sample(line, depth, i + 2)], table[sample(line, depth, i + 3)]};
            memcpy(out + (x + i) * 4, &four, sizeof four);
        }
    }
    for (size_t i = 0; x + i < width; i++) memcpy(out + (x + i) * 4, &table[sample(line, depth, i)], 4);
}

void png_widen_shared(const uint32_t table[256], unsigned depth, const uint8_t *line, size_t width, uint8_t *out) {
    if (depth == 1) widen(table, 1, line, width, out);
    else if (depth == 2) widen(table, 2, line, width, out);
    else widen(table, 4, line, width, out);
}
