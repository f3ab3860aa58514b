#include "vp8-tokens.h"

/* What libwebp keeps of where a block's coefficients end. */
VP8_INLINE uint32_t code_of(uint32_t end, const int16_t *block) { return end > 3 ? 3 : end > 1 ? 2 : block[0] != 0; }

VP8_INLINE uint8_t rest_of(uint32_t codes) {
    return codes == 0 ? vp8_rest_none : (codes & 0xAA) == 0 ? vp8_rest_first : vp8_rest_more;
}

/* The transform of Walsh and Hadamard, whose results are the first coefficients of luma's blocks: section 14.3. */
static void put_firsts(const int16_t in[64], struct vp8_macroblock *macroblock) {
    int sums[4][4];
    for (int x = 0; x < 4; x++) {
        int a = in[x] + in[48 + x], b = in[16 + x] + in[32 + x];
        int c = in[16 + x] - in[32 + x], d = in[x] - in[48 + x];
        sums[0][x] = a + b;
        sums[1][x] = c + d;
        sums[2][x] = a - b;
        sums[3][x] = d - c;
    }
    for (int y = 0; y < 4; y++) {
        int a = sums[y][0] + sums[y][3] + 3, b = sums[y][1] + sums[y][2];
        int c = sums[y][1] - sums[y][2], d = sums[y][0] - sums[y][3] + 3;
        int results[4] = {(a + b) >> 3, (c + d) >> 3, (a - b) >> 3, (d - c) >> 3};
        for (int x = 0; x < 4; x++) {
            macroblock->coefficients[y][0][x][0] = (int16_t)results[x];
            macroblock->is_large |= results[x] < -vp8_usual_coefficients || results[x] > vp8_usual_coefficients;
        }
    }
}

/* Luma's first coefficients, if they stand in a block of their own. */
VP8_INLINE void read_firsts(const struct vp8_header *header, struct vp8_window *window, struct vp8_context *above,
                            struct vp8_context *left, struct vp8_macroblock *macroblock) {
    int16_t firsts[64] = {0};
    /* These may be as large as they like: they are reckoned with in 32 bits. */
    bool is_large = false;
    uint32_t end = vp8_block(window, header->probabilities[vp8_kind_firsts][0], above->firsts + left->firsts,
                             header->steps[macroblock->segment].firsts, firsts, &is_large);
    above->firsts = left->firsts = end > 0;
    if (end > 1) {
        put_firsts(firsts, macroblock);
    } else if (end == 1) {
        int16_t all = (int16_t)((firsts[0] + 3) >> 3);
        macroblock->is_large |= all < -vp8_usual_coefficients || all > vp8_usual_coefficients;
        for (int i = 0; i < 16; i++) macroblock->coefficients[i >> 2][0][i & 3][0] = all;
    }
}

VP8_INLINE bool read_all(const struct vp8_header *header, struct vp8_bits *bits, struct vp8_context *above,
                         struct vp8_context *left, struct vp8_macroblock *macroblock) {
    const struct vp8_steps *steps = &header->steps[macroblock->segment];
    struct vp8_window window = bits->window;
    uint32_t luma_codes = 0, color_codes[2] = {0, 0}, first = !macroblock->is_in_parts;
    macroblock->is_large = false;
    if (first == 1) read_firsts(header, &window, above, left, macroblock);
    const uint8_t(*row)[vp8_node_room] =
        header->probabilities[macroblock->is_in_parts ? vp8_kind_whole : vp8_kind_behind_first][first];
    for (int y = 0; y < 4; y++) {
        uint32_t codes = 0, before = left->luma[y];
        for (int x = 0; x < 4; x++) {
            int16_t *block = macroblock->coefficients[y][0][x];
            uint32_t end =
                vp8_block(&window, row, before + above->luma[x], steps->luma, block, &macroblock->is_large);
            above->luma[x] = (uint8_t)(before = end > first);
            codes = codes << 2 | code_of(end, block);
        }
        left->luma[y] = (uint8_t)before;
        macroblock->rests[y] = rest_of(codes);
        luma_codes = luma_codes << 8 | codes;
    }
    for (int i = 0; i < 8; i++) {
        int plane = i >> 2, y = i >> 1 & 1, x = i & 1;
        int16_t *block = macroblock->coefficients[4 + y][0][2 * plane + x];
        uint8_t *up = &above->color[plane][x], *before = &left->color[plane][y];
        uint32_t end = vp8_block(&window, header->probabilities[vp8_kind_color][0], (uint32_t)(*up + *before),
                                 steps->color, block, &macroblock->is_large);
        *up = *before = end > 0;
        color_codes[y] |= code_of(end, block) << (4 * plane + 2 * x);
    }
    macroblock->rests[4] = rest_of(color_codes[0]);
    macroblock->rests[5] = rest_of(color_codes[1]);
    bits->window = window;
    macroblock->luma_codes = luma_codes;
    macroblock->color_codes = color_codes[0] | color_codes[1] << 8;
    return (luma_codes | macroblock->color_codes) != 0;
}

bool vp8_tokens_plain(const struct vp8_header *header, struct vp8_bits *bits, struct vp8_context *above,
                      struct vp8_context *left, struct vp8_macroblock *macroblock) {
    return read_all(header, bits, above, left, macroblock);
}

#if defined(__x86_64__)
__attribute__((target("bmi,bmi2,lzcnt"))) bool vp8_tokens_bmi(const struct vp8_header *header, struct vp8_bits *bits,
                                                               struct vp8_context *above, struct vp8_context *left,
                                                               struct vp8_macroblock *macroblock) {
    return read_all(header, bits, above, left, macroblock);
}
#endif
