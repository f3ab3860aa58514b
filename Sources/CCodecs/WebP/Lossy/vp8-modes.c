/* How macroblocks are predicted. Source: RFC 6386, sections 10 and 11. */
#include "vp8-macroblock.h"

VP8_INLINE enum vp8_mode read_part(struct vp8_window *window, const uint8_t *node) {
    vp8_refill(window);
    if (!vp8_bit(window, node[0])) return vp8_mode_mean;
    if (!vp8_bit(window, node[1])) return vp8_mode_true_motion;
    if (!vp8_bit(window, node[2])) return vp8_mode_vertical;
    bool is_steep = vp8_bit(window, node[3]);
    vp8_refill(window);
    if (!is_steep) {
        if (!vp8_bit(window, node[4])) return vp8_mode_horizontal;
        return vp8_bit(window, node[5]) ? vp8_mode_vertical_right : vp8_mode_down_right;
    }
    if (!vp8_bit(window, node[6])) return vp8_mode_down_left;
    if (!vp8_bit(window, node[7])) return vp8_mode_vertical_left;
    return vp8_bit(window, node[8]) ? vp8_mode_horizontal_up : vp8_mode_horizontal_down;
}

VP8_INLINE enum vp8_mode read_whole(struct vp8_window *window) {
    if (vp8_bit(window, 156)) return vp8_bit(window, 128) ? vp8_mode_true_motion : vp8_mode_horizontal;
    return vp8_bit(window, 163) ? vp8_mode_vertical : vp8_mode_mean;
}

VP8_INLINE enum vp8_mode read_color(struct vp8_window *window) {
    if (!vp8_bit(window, 142)) return vp8_mode_mean;
    if (!vp8_bit(window, 114)) return vp8_mode_vertical;
    return vp8_bit(window, 183) ? vp8_mode_true_motion : vp8_mode_horizontal;
}

VP8_INLINE void read_modes(struct vp8_header *header, uint8_t above[4], uint8_t left[4],
                           struct vp8_macroblock *macroblock) {
    struct vp8_window window = header->modes.window;
    vp8_refill(&window);
    macroblock->segment = 0;
    if (header->has_map) {
        const uint8_t *node = header->map_probabilities;
        bool is_high = vp8_bit(&window, node[0]);
        macroblock->segment = (uint8_t)(is_high * 2 + vp8_bit(&window, node[1 + is_high]));
    }
    macroblock->is_skipped = header->has_skips && vp8_bit(&window, header->skip_probability);
    macroblock->is_in_parts = !vp8_bit(&window, 145);
    if (macroblock->is_in_parts) {
        for (int y = 0; y < 4; y++) {
            uint8_t mode = left[y];
            for (int x = 0; x < 4; x++) {
                mode = read_part(&window, vp8_mode_probabilities[above[x]][mode]);
                above[x] = mode;
                macroblock->modes[4 * y + x] = mode;
            }
            left[y] = mode;
        }
    } else {
        vp8_refill(&window);
        macroblock->mode = read_whole(&window);
        memset(above, macroblock->mode, 4);
        memset(left, macroblock->mode, 4);
    }
    vp8_refill(&window);
    macroblock->color_mode = read_color(&window);
    header->modes.window = window;
}

void vp8_modes_plain(struct vp8_header *header, uint8_t above[4], uint8_t left[4], struct vp8_macroblock *macroblock) {
    read_modes(header, above, left, macroblock);
}

#if defined(__x86_64__)
__attribute__((target("bmi,bmi2,lzcnt"))) void vp8_modes_bmi(struct vp8_header *header, uint8_t above[4],
                                                              uint8_t left[4], struct vp8_macroblock *macroblock) {
    read_modes(header, above, left, macroblock);
}
#endif
