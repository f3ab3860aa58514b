/* Coefficients. Source: RFC 6386, section 13.
 *
 * All of it is inlined, so that one way is compiled for every processor and another for those that shift and count in
 * one step.
 */
#pragma once

#include "vp8-macroblock.h"

/* The bits behind those of the tree, for numbers from 11, 19, 35 and 67 on. */
static const uint8_t vp8_extra_bits[4][12] = {
    {173, 148, 140, 0},
    {176, 155, 140, 135, 0},
    {180, 157, 141, 134, 130, 0},
    {254, 254, 243, 230, 196, 177, 153, 140, 133, 130, 129, 0},
};

/* A number from 2 on. */
VP8_INLINE uint32_t vp8_large_number(struct vp8_window *window, const uint8_t *node) {
    vp8_refill(window);
    if (!vp8_bit(window, node[3])) {
        if (!vp8_bit(window, node[4])) return 2;
        return 3 + vp8_bit(window, node[5]);
    }
    if (!vp8_bit(window, node[6])) {
        if (!vp8_bit(window, node[7])) return 5 + vp8_bit(window, 159);
        bool is_high = vp8_bit(window, 165);
        vp8_refill(window);
        return 7 + 2 * is_high + vp8_bit(window, 145);
    }
    bool is_high = vp8_bit(window, node[8]);
    uint32_t category = 2 * is_high + vp8_bit(window, node[9 + is_high]), extra = 0;
    for (const uint8_t *probability = vp8_extra_bits[category]; *probability != 0; probability++) {
        vp8_refill(window);
        extra = extra << 1 | vp8_bit(window, *probability);
    }
    return 3 + (8u << category) + extra;
}

/* The coefficients of a block from the one on whose nodes, in three contexts, are `row`; returns where they end. What
 * is too large is remembered. */
VP8_INLINE uint32_t vp8_block(struct vp8_window *window, const uint8_t (*row)[vp8_node_room], uint32_t context,
                              const uint16_t steps[2], int16_t *block, bool *is_large) {
    const uint8_t *node = row[context];
    do {
        vp8_refill(window);
        if (!vp8_bit(window, node[0])) return node[vp8_node_number];
        while (!vp8_bit(window, node[1])) {
            row += 3;
            node = row[0];
            if (node[vp8_node_number] == 16) return 16;
            vp8_refill(window);
        }
        uint32_t magnitude = steps[node[vp8_node_is_other]], place = node[vp8_node_place];
        row += 3;
        if (!vp8_bit(window, node[2])) {
            node = row[1];
        } else {
            magnitude *= vp8_large_number(window, node);
            if (magnitude > vp8_usual_coefficients) *is_large = true;
            vp8_refill(window);
            node = row[2];
        }
        block[place] = (int16_t)vp8_signed(window, (int32_t)magnitude);
    } while (node[vp8_node_number] < 16);
    return 16;
}
