/* Our own decoder of lossy WebP: a VP8 key frame. What is unusual or damaged is a doubt, and libwebp's to judge. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where a picture's planes are put, without padding; those of colors have half its sides, rounded up. */
struct vp8_planes {
    uint8_t *luma, *cb, *cr;
    size_t luma_stride, color_stride;
    uint32_t width, height;
};

/* Bytes of the room that a picture of so many columns takes. */
size_t vp8_room_bytes(uint32_t width);

/* Decodes a frame of just this size. False on doubt, and then the planes hold anything; and where only plain kernels are
 * at hand, which are slower than libwebp's, unless `plain` asks for these. */
bool vp8_decode(const uint8_t *bytes, size_t count, const struct vp8_planes *planes, uint8_t *room, size_t room_bytes,
                bool plain);
