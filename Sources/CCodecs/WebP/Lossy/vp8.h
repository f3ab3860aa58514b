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

/* A picture as RGBA, its colors between those that are coded made as libwebp makes them; `alpha` has a byte a pixel
 * without padding, or is NULL if the picture is opaque. */
struct vp8_pixels {
    uint8_t *rgba;
    size_t stride;
    const uint8_t *alpha;
    uint32_t width, height;
};

/* Memory that is lent. */
struct vp8_room {
    uint8_t *bytes;
    size_t count;
};

/* Bytes of the room that a picture of so many columns takes. */
size_t vp8_planes_room_bytes(uint32_t width);
size_t vp8_pixels_room_bytes(uint32_t width);

/* Whether there are kernels that are faster than libwebp's; the plain ones are not, so they have to be asked for. */
bool vp8_is_at_hand(bool plain);

/* Decode a frame of just this size. False on doubt, and then anything may have been put out. */
bool vp8_decode_planes(const uint8_t *bytes, size_t count, const struct vp8_planes *planes, struct vp8_room room,
                       bool plain);
bool vp8_decode_pixels(const uint8_t *bytes, size_t count, const struct vp8_pixels *pixels, struct vp8_room room,
                       bool plain);
