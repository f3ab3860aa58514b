#include "webp-alpha.h"

#include "Lossless/vp8l.h"

#include <string.h>

enum { is_plain_bytes, is_lossless };
enum { filter_none, filter_before, filter_above, filter_gradient };

static bool read_lossless(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
                          struct webp_alpha_room room, uint8_t *alpha, bool plain) {
    struct vp8l_room lent = {(uint32_t *)(void *)room.pixels, room.tables, room.table_bytes};
    if ((uintptr_t)room.pixels % _Alignof(uint32_t) != 0) return false;
    return vp8l_decode_alpha(bytes, count, width, height, lent, alpha, width, plain);
}

static void add_before(uint8_t *row, uint32_t width, uint8_t sum) {
    for (uint32_t x = 0; x < width; x++) row[x] = sum = (uint8_t)(sum + row[x]);
}

static void add_above(uint8_t *row, uint32_t width) {
    for (uint32_t x = 0; x < width; x++) row[x] = (uint8_t)(row[x] + row[(ptrdiff_t)x - (ptrdiff_t)width]);
}

static void add_gradient(uint8_t *row, uint32_t width) {
    const uint8_t *above = row - width;
    int left = above[0], corner = above[0];
    for (uint32_t x = 0; x < width; x++) {
        int predicted = left + above[x] - corner;
        predicted = predicted < 0 ? 0 : predicted > 255 ? 255 : predicted;
        corner = above[x];
        row[x] = (uint8_t)(left = (uint8_t)(row[x] + predicted));
    }
}

/* The first row has none above it, and the first pixel of another row only that. */
static void undo_filter(uint8_t *alpha, uint32_t width, uint32_t height, int filter) {
    if (filter == filter_none) return;
    add_before(alpha, width, 0);
    for (uint32_t y = 1; y < height; y++) {
        uint8_t *row = alpha + y * (size_t)width;
        switch (filter) {
        case filter_before: add_before(row, width, row[-(ptrdiff_t)width]); break;
        case filter_above: add_above(row, width); break;
        default: add_gradient(row, width); break;
        }
    }
}

bool webp_alpha_read(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, struct webp_alpha_room room,
                     uint8_t *alpha, bool plain) {
    if (count < 2) return false;
    int method = bytes[0] & 3, filter = bytes[0] >> 2 & 3;
    /* That levels were made fewer is said, and changes nothing. */
    if (bytes[0] >> 4 > 1 || method > is_lossless) return false;
    bytes += 1;
    count -= 1;
    if (method == is_plain_bytes) {
        if (count < (size_t)width * height) return false;
        memcpy(alpha, bytes, (size_t)width * height);
    } else if (!read_lossless(bytes, count, width, height, room, alpha, plain)) {
        return false;
    }
    undo_filter(alpha, width, height, filter);
    return true;
}
