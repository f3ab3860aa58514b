/* Sixteen times sixteen pixels on their way: how they are predicted, what is added to it, and where they are put. */
#pragma once

#include "vp8-header.h"

/* Sections 11.2 to 11.4; the first four are those of whole macroblocks and of colors too. */
enum vp8_mode {
    vp8_mode_mean,
    vp8_mode_true_motion,
    vp8_mode_vertical,
    vp8_mode_horizontal,
    vp8_mode_down_right,
    vp8_mode_vertical_right,
    vp8_mode_down_left,
    vp8_mode_vertical_left,
    vp8_mode_horizontal_down,
    vp8_mode_horizontal_up,
};

/* What a group of four blocks has to add at most. */
enum vp8_rest { vp8_rest_none, vp8_rest_first, vp8_rest_more };

enum {
    /* With larger ones, sums do not fit into 16 bits, and what libwebp makes of them depends on how it reckons. */
    vp8_usual_coefficients = 2047,
    /* Sixteen rows of luma, and then eight of Cb and Cr side by side: sixteen bytes each. */
    vp8_tile_row = 16,
    vp8_tile_luma = 16 * vp8_tile_row,
    vp8_tile_bytes = vp8_tile_luma + 8 * vp8_tile_row,
};

struct vp8_macroblock {
    /* Six groups of four blocks side by side: rows of sixteen numbers. The first four groups are luma's from top to
     * bottom, in the others two blocks of Cb stand before two of Cr. Zero until they are read, and again when they were
     * added. */
    _Alignas(32) int16_t coefficients[6][4][4][4];
    /* What the groups have to add, and of each block in two bits what libwebp distinguishes: nothing, the first
     * coefficient, three, or more. */
    uint8_t rests[6];
    uint32_t luma_codes, color_codes;
    /* Some coefficient is larger than `vp8_usual_coefficients`. */
    bool is_large;
    bool is_in_parts, is_skipped;
    uint8_t segment, mode, color_mode;
    uint8_t modes[16];
};

/* Which of the blocks above and on the left had coefficients: four of luma, two of Cb, two of Cr, and luma's firsts. */
struct vp8_context {
    uint8_t luma[4], color[2][2], firsts;
};

/* The pixels that a macroblock is predicted from, none of them filtered yet. */
struct vp8_surroundings {
    /* The row above; the pixel before it is looked at too, and of colors those sixteen before it. */
    const uint8_t *luma, *color;
    /* Four pixels above the macroblock on the right. */
    const uint8_t *luma_right;
    /* The tile on the left. */
    const uint8_t *left;
    bool has_above, has_left;
};

/* Reads how a macroblock is predicted, which depends on the modes above and on the left of it. */
typedef void vp8_modes(struct vp8_header *header, uint8_t above[4], uint8_t left[4],
                       struct vp8_macroblock *macroblock);

/* Reads its coefficients; false if there are none. */
typedef bool vp8_tokens(const struct vp8_header *header, struct vp8_bits *bits, struct vp8_context *above,
                        struct vp8_context *left, struct vp8_macroblock *macroblock);

/* Puts its pixels into a tile. */
typedef void vp8_rebuild(struct vp8_macroblock *macroblock, const struct vp8_surroundings *surroundings, uint8_t *tile);

/* Filters the edges of a macroblock with the one on the left and the one above, where there are these, and those within
 * if `is_inner`. */
typedef void vp8_filter(uint8_t *tile, uint8_t *left, uint8_t *above, struct vp8_strength strength, bool is_inner);

vp8_modes vp8_modes_plain;
vp8_tokens vp8_tokens_plain;
vp8_rebuild vp8_rebuild_plain;
vp8_filter vp8_filter_plain, vp8_filter_simple_plain;
#if defined(__x86_64__)
vp8_modes vp8_modes_bmi;
vp8_tokens vp8_tokens_bmi;
vp8_rebuild vp8_rebuild_avx2;
vp8_filter vp8_filter_avx2, vp8_filter_simple_avx2;
#endif

/* Which pixel of a predicted block is which mean, by rows: of two neighbors if it is 16 or more, and of three if not.
 * The neighbors are numbered from the lowest on the left, which stands there twice, around the corner to the last one
 * above on the right, which stands there twice too. What number 15 stands for is the mean of all. */
extern const uint8_t vp8_predictions[10][16];

/* Of pixels that are predicted by their differences, which the numbers do not mean. */
enum { vp8_no_mean = 32 };
