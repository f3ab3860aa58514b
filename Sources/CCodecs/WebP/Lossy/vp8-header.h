/* What stands in front of a key frame's macroblocks. Source: RFC 6386, sections 9 and 19.2. */
#pragma once

#include "vp8-bits.h"

enum {
    /* Probabilities of a coefficient's tree. Behind them stand its place in a block, its number, and whether that is
     * not 0, so that only one thing has to be counted on. */
    vp8_nodes = 11,
    vp8_node_place = vp8_nodes,
    vp8_node_number,
    vp8_node_is_other,
    vp8_node_room = 16,
    vp8_segments = 4,
};

/* How a block of coefficients is coded: section 13.3. */
enum vp8_kind { vp8_kind_behind_first, vp8_kind_firsts, vp8_kind_color, vp8_kind_whole, vp8_kinds };

/* By how much coefficients are multiplied: the first one of a block, and the others. */
struct vp8_steps {
    uint16_t luma[2], firsts[2], color[2];
};

/* How strongly a macroblock's edges are filtered: not at all if the limit is 0. */
struct vp8_strength {
    uint8_t limit, inner_limit, variance;
};

struct vp8_header {
    struct vp8_bits modes;
    struct vp8_bits tokens[8];
    struct vp8_tail tail;
    uint32_t token_mask;
    bool has_map, has_skips, is_filtered, is_simple;
    uint8_t map_probabilities[3], skip_probability;
    struct vp8_steps steps[vp8_segments];
    /* By segment, and whether a macroblock is predicted in parts. */
    struct vp8_strength strengths[vp8_segments][2];
    /* By the coefficient rather than by its band, so that the next ones stand behind; one more is for the end. */
    uint8_t probabilities[vp8_kinds][17][3][vp8_node_room];
};

extern const uint8_t vp8_first_probabilities[vp8_kinds][8][3][vp8_nodes];
extern const uint8_t vp8_update_probabilities[vp8_kinds][8][3][vp8_nodes];
extern const uint8_t vp8_mode_probabilities[10][10][9];
extern const uint8_t vp8_first_steps[128];
extern const uint16_t vp8_other_steps[128];

/* Reads the header of a frame of this size; false on doubt. */
bool vp8_header_read(struct vp8_header *header, const uint8_t *bytes, size_t count, uint32_t width, uint32_t height);
