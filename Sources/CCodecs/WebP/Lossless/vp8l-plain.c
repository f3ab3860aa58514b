/* The transforms as RFC 9649 says them, a pixel at a time. */
#include "vp8l-transforms.h"

/* Byte by byte, without carries. */
static uint32_t sum(uint32_t a, uint32_t b) {
    return ((a & 0x7F7F7F7F) + (b & 0x7F7F7F7F)) ^ ((a ^ b) & 0x80808080);
}

static uint32_t average(uint32_t a, uint32_t b) { return (a & b) + ((a ^ b) >> 1 & 0x7F7F7F7F); }

static int byte(uint32_t pixel, unsigned i) { return (int)(pixel >> 8 * i & 0xFF); }

static uint32_t clamp(int value) { return value < 0 ? 0 : value > 255 ? 255 : (uint32_t)value; }

/* Of left and top, which the sum of both without the top left is closer to. */
static uint32_t select(uint32_t left, uint32_t top, uint32_t top_left) {
    int to_left = 0, to_top = 0;
    for (unsigned i = 0; i < 4; i++) {
        int l = byte(left, i), t = byte(top, i), c = byte(top_left, i);
        to_left += t > c ? t - c : c - t;
        to_top += l > c ? l - c : c - l;
    }
    return to_left < to_top ? left : top;
}

static uint32_t clamped_sum(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t pixel = 0;
    for (unsigned i = 0; i < 4; i++) pixel |= clamp(byte(a, i) + byte(b, i) - byte(c, i)) << 8 * i;
    return pixel;
}

static uint32_t clamped_half(uint32_t a, uint32_t b) {
    uint32_t pixel = 0;
    for (unsigned i = 0; i < 4; i++) pixel |= clamp(byte(a, i) + (byte(a, i) - byte(b, i)) / 2) << 8 * i;
    return pixel;
}

/* Section 3.5.1; two modes are free, and guess black. */
static uint32_t guess(unsigned mode, uint32_t left, uint32_t top, uint32_t top_left, uint32_t top_right) {
    switch (mode) {
    case 1: return left;
    case 2: return top;
    case 3: return top_right;
    case 4: return top_left;
    case 5: return average(average(left, top_right), top);
    case 6: return average(left, top_left);
    case 7: return average(left, top);
    case 8: return average(top_left, top);
    case 9: return average(top, top_right);
    case 10: return average(average(left, top_left), average(top, top_right));
    case 11: return select(left, top, top_left);
    case 12: return clamped_sum(left, top, top_left);
    case 13: return clamped_half(average(left, top), top_left);
    default: return 0xFF000000;
    }
}

static void predict(uint32_t *to, const uint32_t *from, const uint32_t *above, size_t count, unsigned mode) {
    for (size_t i = 0; i < count; i++) {
        to[i] = sum(from[i], guess(mode, to[(ptrdiff_t)i - 1], above[i], above[(ptrdiff_t)i - 1], above[i + 1]));
    }
}

static void add_green(uint32_t *to, const uint32_t *from, size_t count) {
    for (size_t i = 0; i < count; i++) to[i] = sum(from[i], (from[i] >> 8 & 0xFF) * 0x10001);
}

/* Section 3.5.2: what is signed is multiplied, and divided by 32. */
static int product(uint32_t factor, uint32_t channel) {
    return (int8_t)(uint8_t)factor * (int8_t)(uint8_t)channel >> 5;
}

static void cross_color(uint32_t *to, const uint32_t *from, size_t count, uint32_t factors) {
    for (size_t i = 0; i < count; i++) {
        uint32_t pixel = from[i], green = pixel >> 8;
        uint32_t red = (uint32_t)((int)(pixel >> 16) + product(factors, green)) & 0xFF;
        int blue = (int)(pixel & 0xFF) + product(factors >> 8, green) + product(factors >> 16, red);
        to[i] = (pixel & 0xFF00FF00) | red << 16 | ((uint32_t)blue & 0xFF);
    }
}

static void put(uint8_t *to, const uint32_t *from, size_t count, bool adds_green, uint8_t alpha) {
    for (size_t i = 0; i < count; i++, to += 4) {
        uint32_t pixel = from[i], green = adds_green ? pixel >> 8 : 0;
        uint8_t rgba[4] = {(uint8_t)((pixel >> 16) + green), (uint8_t)(pixel >> 8), (uint8_t)(pixel + green),
                           (uint8_t)(pixel >> 24 | alpha)};
        __builtin_memcpy(to, rgba, 4);
    }
}

const struct vp8l_kernels vp8l_plain_kernels = {add_green, cross_color, predict, put};

#if !defined(__x86_64__)
const struct vp8l_kernels vp8l_vector_kernels = {add_green, cross_color, predict, put};
#endif
