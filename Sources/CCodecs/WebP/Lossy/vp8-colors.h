/* Rows of pixels out of rows of luma and of colors. */
#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
    /* Bytes behind a row of samples that are read and not looked at. */
    vp8_row_slack = 64,
};

/* Rows of samples: of colors, the one that a row of luma lies in, and the one that lies next to it on luma's side.
 * Behind the last color stands the same once more. */
struct vp8_rows {
    const uint8_t *luma, *near_cb, *near_cr, *far_cb, *far_cr;
    /* NULL if all is opaque. */
    const uint8_t *alpha;
};

/* Puts a row of RGBA. */
typedef void vp8_colors(const struct vp8_rows *rows, uint8_t *rgba, uint32_t width);

vp8_colors vp8_colors_plain;
#if defined(__x86_64__)
vp8_colors vp8_colors_avx2;
#endif

/* BT.601 of 16 to 235, with fourteen bits behind the point, of which eight are dropped before sums. */
enum {
    vp8_of_luma = 19077,
    vp8_red_of_cr = 26149,
    vp8_red_below = 14234,
    vp8_green_of_cb = 6419,
    vp8_green_of_cr = 13320,
    vp8_green_above = 8708,
    vp8_blue_of_cb = 33050,
    vp8_blue_below = 17685,
};
