/* Where a frame's pixels go, a row of macroblocks at a time. */
#pragma once

#include "vp8-macroblock.h"
#include "vp8.h"

struct vp8_output {
    /* Of the whole frame. */
    uint32_t width, height;
    /* Where the next row of tiles is put, whose height is what of the frame has not been put. */
    struct vp8_planes planes;
    /* Takes a row that has been put, and says where the next one is to be. */
    void (*take)(struct vp8_output *output);
};

/* Puts a tile where it belongs, as far as it lies within the planes. */
void vp8_output_put(const struct vp8_output *output, const uint8_t *tile, uint32_t column);

/* Bytes of the room that a frame of so many columns takes. */
size_t vp8_frame_bytes(uint32_t width);

/* Decodes a frame; false on doubt. */
bool vp8_decode_frame(const uint8_t *bytes, size_t count, struct vp8_output *output, uint8_t *room, bool plain);
