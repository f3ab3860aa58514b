/* Groups of prefix codes: one code for each channel, and one for the distances of copies. A picture has one group, or
 * one for each kind of its tiles. Source: RFC 9649, section 3.7.2.2. */
#pragma once

#include "vp8l-codes.h"

enum {
    /* Bits of one look into the table of red and blue. */
    vp8l_joint_bits = 10,
    /* A table of both is only made for a group that has as many pixels. */
    vp8l_joint_pays = 500,
};

/* An entry for both: in its lowest byte the bits to drop, blue in the next one, red in the highest. Or nothing but
 * this, where both together are too long. */
static const uint32_t vp8l_is_apart = (uint32_t)1 << 16;

struct vp8l_group {
    struct vp8l_code green, joint, red, blue, alpha, distance;
    /* Where alpha is always the same, its place in a pixel; or the whole pixel, if all are. */
    uint32_t fixed;
    bool has_alpha;
    bool is_fixed;
    /* Whether both were to be joined. */
    bool is_joint;
    /* Pixels so far. */
    uint32_t pixels;
};

/* Reads the codes of a group. */
bool vp8l_read_group(struct vp8l_code_reader *reader, unsigned cache_bits, struct vp8l_group *group);

/* Makes the table of red and blue, if there is memory. */
void vp8l_join(struct vp8l_group *group, struct vp8l_memory *memory);
