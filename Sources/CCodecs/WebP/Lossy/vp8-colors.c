/* Colors as libwebp makes them, which are none of RFC 6386's business: of the four around a pixel, 9, 3, 3 and 1
 * sixteenths, in two steps that both round. */
#include "vp8-colors.h"

static inline uint8_t clipped(int level) { return (uint8_t)(level < 0 ? 0 : level > 16383 ? 255 : level >> 6); }

static void put_pixel(int luma, int cb, int cr, uint8_t alpha, uint8_t *rgba) {
    int light = (luma * vp8_of_luma) >> 8;
    rgba[0] = clipped(light + ((cr * vp8_red_of_cr) >> 8) - vp8_red_below);
    rgba[1] = clipped(light - ((cb * vp8_green_of_cb) >> 8) - ((cr * vp8_green_of_cr) >> 8) + vp8_green_above);
    rgba[2] = clipped(light + ((cb * vp8_blue_of_cb) >> 8) - vp8_blue_below);
    rgba[3] = alpha;
}

/* The color of a pixel that lies in `near`, and next to `other` of the same row; `far` is the row on the other side. */
static int mixed(const uint8_t *near, const uint8_t *far, uint32_t own, uint32_t other) {
    int mean = (near[own] + 3 * near[other] + 3 * far[own] + far[other] + 8) >> 3;
    return (mean + near[own]) >> 1;
}

void vp8_colors_plain(const struct vp8_rows *rows, uint8_t *rgba, uint32_t width) {
    for (uint32_t x = 0; x < width; x++) {
        uint32_t own = x / 2, other = x % 2 == 1 ? own + 1 : own == 0 ? 0 : own - 1;
        int cb = mixed(rows->near_cb, rows->far_cb, own, other), cr = mixed(rows->near_cr, rows->far_cr, own, other);
        put_pixel(rows->luma[x], cb, cr, rows->alpha == NULL ? 255 : rows->alpha[x], rgba + 4 * (size_t)x);
    }
}
