/* Coefficients. Source: RFC 6386, section 13.
 *
 * All of it is inlined, so that one way is compiled for every processor and another for those that shift and count in
 * one step.
 */
#pragma once

#include "vp8-macroblock.h"

/* Where a coefficient stands in its block, whose rows lie sixteen numbers apart. */
static const uint8_t vp8_places[16] = {0, 1, 16, 32, 17, 2, 3, 18, 33, 48, 49, 34, 19, 35, 50, 51};

/* The bits behind those of the tree, for numbers from 11, 19, 35 and 67 on. */
static const uint8_t vp8_extra_bits[4][12] = {
    {173, 148, 140, 0},
    {176, 155, 140, 135, 0},
    {180, 157, 141, 134, 130, 0},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129, 0},
};

/* A number from 2 on. */
VP8_INLINE uint32_t vp8_large_number(struct vp8_window *window, struct vp8_limits limits, const uint8_t *node) {
    vp8_refill(window, limits);
    if (!vp8_bit(window, node[3])) {
        if (!vp8_bit(window, node[4])) return 2;
        return 3 + vp8_bit(window, node[5]);
    }
    if (!vp8_bit(window, node[6])) {
        if (!vp8_bit(window, node[7])) return 5 + vp8_bit(window, 159);
        bool is_high = vp8_bit(window, 165);
        return 7 + 2 * is_high + vp8_bit(window, 145);
    }
    bool is_high = vp8_bit(window, node[8]);
    uint32_t category = 2 * is_high + vp8_bit(window, node[9 + is_high]), extra = 0;
    for (const uint8_t *probability = vp8_extra_bits[category]; *probability != 0; probability++) {
        vp8_refill(window, limits);
        extra = extra << 1 | vp8_bit(window, *probability);
    }
    return 3 + (8u << category) + extra;
}

/* The coefficients of a block from `first` on; returns where they end. `sizes` collects the bits of all magnitudes. */
VP8_INLINE uint32_t vp8_block(struct vp8_window *window, struct vp8_limits limits,
                              const uint8_t probabilities[17][3][vp8_node_room], uint32_t context,
                              const uint16_t steps[2], uint32_t first, int16_t *block, uint32_t *sizes) {
    uint32_t at = first;
    const uint8_t *node = probabilities[at][context];
    do {
        vp8_refill(window, limits);
        if (!vp8_bit(window, node[0])) return at;
        while (!vp8_bit(window, node[1])) {
            at += 1;
            if (at == 16) return 16;
            node = probabilities[at][0];
            vp8_refill(window, limits);
        }
        uint32_t step = steps[at > 0], place = vp8_places[at], magnitude;
        at += 1;
        if (!vp8_bit(window, node[2])) {
            magnitude = step;
            node = probabilities[at][1];
        } else {
            magnitude = vp8_large_number(window, limits, node) * step;
            vp8_refill(window, limits);
            node = probabilities[at][2];
        }
        *sizes |= magnitude;
        block[place] = (int16_t)vp8_signed(window, (int32_t)magnitude);
    } while (at < 16);
    return 16;
}
