/* Pixels of a macroblock, as libwebp makes them to the bit. Source: RFC 6386, sections 12 and 14. */
#include "vp8-macroblock.h"

#define M2(x) (16 + (x))
const uint8_t vp8_predictions[10][16] = {
    [vp8_mode_mean] = {15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15},
    [vp8_mode_true_motion] = {32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32},
    [vp8_mode_vertical] = {5, 6, 7, 8, 5, 6, 7, 8, 5, 6, 7, 8, 5, 6, 7, 8},
    [vp8_mode_horizontal] = {3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0, 0},
    [vp8_mode_down_right] = {4, 5, 6, 7, 3, 4, 5, 6, 2, 3, 4, 5, 1, 2, 3, 4},
    [vp8_mode_vertical_right] = {M2(5), M2(6), M2(7), M2(8), 4, 5, 6, 7, 3, M2(5), M2(6), M2(7), 2, 4, 5, 6},
    [vp8_mode_down_left] = {6, 7, 8, 9, 7, 8, 9, 10, 8, 9, 10, 11, 9, 10, 11, 12},
    [vp8_mode_vertical_left] = {M2(6), M2(7), M2(8), M2(9), 6, 7, 8, 9, M2(7), M2(8), M2(9), 10, 7, 8, 9, 11},
    [vp8_mode_horizontal_down] = {M2(4), 4, 5, 6, M2(3), 3, M2(4), 4, M2(2), 2, M2(3), 3, M2(1), 1, M2(2), 2},
    [vp8_mode_horizontal_up] = {M2(3), 2, M2(2), 1, M2(2), 1, M2(1), 0, M2(1), 0, M2(0), M2(0), M2(0), M2(0), M2(0),
                                M2(0)},
};

static inline uint8_t clipped(int sample) { return (uint8_t)(sample < 0 ? 0 : sample > 255 ? 255 : sample); }

/* A number times the root of 2 times the cosine, or the sine, of an eighth of pi. */
static inline int times_cosine(int number) { return number + ((number * 20091) >> 16); }
static inline int times_sine(int number) { return (number * 35468) >> 16; }

/* One pass of the transform, in which what does not fit into 16 bits wraps around. */
static void pass(const int16_t in[4], int round, int shift, int16_t out[4]) {
    int16_t a = (int16_t)(in[0] + in[2] + round), b = (int16_t)(in[0] - in[2] + round);
    int16_t c = (int16_t)(times_sine(in[1]) - times_cosine(in[3]));
    int16_t d = (int16_t)(times_cosine(in[1]) + times_sine(in[3]));
    out[0] = (int16_t)(a + d) >> shift;
    out[1] = (int16_t)(b + c) >> shift;
    out[2] = (int16_t)(b - c) >> shift;
    out[3] = (int16_t)(a - d) >> shift;
}

static void add_block(const int16_t *block, uint8_t *out) {
    int16_t columns[4][4], rows[4][4];
    for (int x = 0; x < 4; x++) {
        pass((int16_t[4]){block[x], block[16 + x], block[32 + x], block[48 + x]}, 0, 0, columns[x]);
    }
    for (int y = 0; y < 4; y++) {
        pass((int16_t[4]){columns[0][y], columns[1][y], columns[2][y], columns[3][y]}, 4, 3, rows[y]);
    }
    for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 4; x++) {
            uint8_t *pixel = &out[y * vp8_tile_row + x];
            *pixel = clipped((int16_t)(*pixel + rows[y][x]));
        }
    }
}

/* The same of a block that has no coefficients but the three first ones, where nothing wraps around. */
static void add_corner(const int16_t *block, uint8_t *out) {
    int rows[4] = {times_cosine(block[16]), times_sine(block[16]), -times_sine(block[16]), -times_cosine(block[16])};
    int columns[4] = {times_cosine(block[1]), times_sine(block[1]), -times_sine(block[1]), -times_cosine(block[1])};
    for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 4; x++) {
            uint8_t *pixel = &out[y * vp8_tile_row + x];
            *pixel = clipped(*pixel + ((block[0] + 4 + rows[y] + columns[x]) >> 3));
        }
    }
}

/* The same of one that has none but the first. */
static void add_first(int first, uint8_t *out) {
    for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 4; x++) out[y * vp8_tile_row + x] = clipped(out[y * vp8_tile_row + x] + ((first + 4) >> 3));
    }
}

static void add_luma(const struct vp8_macroblock *macroblock, int y, int x, uint8_t *tile) {
    const int16_t *block = macroblock->coefficients[y][0][x];
    uint8_t *out = tile + 4 * y * vp8_tile_row + 4 * x;
    switch (macroblock->luma_codes >> (30 - 2 * (4 * y + x)) & 3) {
    case 3: add_block(block, out); break;
    case 2: add_corner(block, out); break;
    case 1: add_first(block[0], out); break;
    }
}

static void add_color(const struct vp8_macroblock *macroblock, int plane, uint8_t *tile) {
    uint32_t codes = macroblock->color_codes >> (4 * plane) & 0x0F0F;
    if (codes == 0) return;
    for (int i = 0; i < 4; i++) {
        const int16_t *block = macroblock->coefficients[4 + (i >> 1)][0][2 * plane + (i & 1)];
        uint8_t *out = tile + 4 * (i >> 1) * vp8_tile_row + 8 * plane + 4 * (i & 1);
        if ((codes & 0xAAAA) != 0) add_block(block, out);
        else add_first(block[0], out);
    }
}

/* A square of luma or of one color: `left` are the pixels in the tile on the left. */
static void predict(uint8_t *out, int size, enum vp8_mode mode, const uint8_t *above, int corner, const uint8_t *left,
                    const struct vp8_surroundings *surroundings) {
    int sum = 0, count = 0, shift = size == 16 ? 4 : 3;
    for (int i = 0; i < size; i++) {
        sum += (surroundings->has_above ? above[i] : 0) + (surroundings->has_left ? left[i * vp8_tile_row] : 0);
    }
    count = surroundings->has_above + surroundings->has_left;
    int mean = count == 0 ? 128 : (sum + (count * size) / 2) >> (shift + count - 1);
    for (int y = 0; y < size; y++) {
        uint8_t *row = out + y * vp8_tile_row;
        int before = left[y * vp8_tile_row];
        for (int x = 0; x < size; x++) {
            switch (mode) {
            case vp8_mode_vertical: row[x] = above[x]; break;
            case vp8_mode_horizontal: row[x] = (uint8_t)before; break;
            case vp8_mode_true_motion: row[x] = clipped(before + above[x] - corner); break;
            default: row[x] = (uint8_t)mean; break;
            }
        }
    }
}

/* A block of luma, from its neighbors as `vp8_predictions` numbers them. */
static void predict_part(uint8_t *out, enum vp8_mode mode, const uint8_t neighbors[15]) {
    uint8_t means[32];
    int sum = 4;
    for (int i = 0; i < 4; i++) sum += neighbors[1 + i] + neighbors[6 + i];
    for (int i = 0; i < 14; i++) means[16 + i] = (uint8_t)((neighbors[i] + neighbors[i + 1] + 1) >> 1);
    for (int i = 0; i < 13; i++) {
        means[i] = (uint8_t)((neighbors[i] + 2 * neighbors[i + 1] + neighbors[i + 2] + 2) >> 2);
    }
    means[15] = (uint8_t)(sum >> 3);
    for (int i = 0; i < 16; i++) {
        uint8_t *pixel = &out[(i >> 2) * vp8_tile_row + (i & 3)];
        if (mode != vp8_mode_true_motion) *pixel = means[vp8_predictions[mode][i]];
        else *pixel = clipped(neighbors[4 - (i >> 2)] + neighbors[6 + (i & 3)] - neighbors[5]);
    }
}

static void rebuild_parts(const struct vp8_macroblock *macroblock, const struct vp8_surroundings *surroundings,
                          uint8_t *tile) {
    /* The pixels above a row of blocks, from the corner on the left to those above the next macroblock, which are the
     * same for all rows. */
    uint8_t above[21];
    memcpy(above, surroundings->luma - 1, 17);
    memcpy(above + 17, surroundings->luma_right, 4);
    for (int y = 0; y < 4; y++) {
        uint8_t *row = tile + 4 * y * vp8_tile_row;
        const uint8_t *left = surroundings->left + 4 * y * vp8_tile_row + 15;
        if (y > 0) {
            above[0] = left[-vp8_tile_row];
            memcpy(above + 1, row - vp8_tile_row, 16);
        }
        for (int x = 0; x < 4; x++) {
            uint8_t neighbors[15];
            const uint8_t *before = x > 0 ? row + 4 * x - 1 : left;
            for (int i = 0; i < 4; i++) neighbors[4 - i] = before[i * vp8_tile_row];
            neighbors[0] = neighbors[1];
            memcpy(neighbors + 5, above + 4 * x, 9);
            neighbors[14] = neighbors[13];
            predict_part(row + 4 * x, macroblock->modes[4 * y + x], neighbors);
            add_luma(macroblock, y, x, tile);
        }
    }
}

void vp8_rebuild_plain(struct vp8_macroblock *macroblock, const struct vp8_surroundings *surroundings, uint8_t *tile) {
    const uint8_t *left = surroundings->left, *color = surroundings->color;
    if (macroblock->is_in_parts) {
        rebuild_parts(macroblock, surroundings, tile);
    } else {
        predict(tile, 16, macroblock->mode, surroundings->luma, surroundings->luma[-1], left + 15, surroundings);
        for (int i = 0; i < 16; i++) add_luma(macroblock, i >> 2, i & 3, tile);
    }
    for (int plane = 0; plane < 2; plane++) {
        predict(tile + vp8_tile_luma + 8 * plane, 8, macroblock->color_mode, color + 8 * plane, color[8 * plane - 9],
                left + vp8_tile_luma + 8 * plane + 7, surroundings);
        add_color(macroblock, plane, tile + vp8_tile_luma);
    }
    for (int i = 0; i < 6; i++) {
        if (macroblock->rests[i] == vp8_rest_none) continue;
        memset(macroblock->coefficients[i], 0, sizeof macroblock->coefficients[i]);
        macroblock->rests[i] = vp8_rest_none;
    }
    macroblock->luma_codes = macroblock->color_codes = 0;
    macroblock->is_large = false;
}
