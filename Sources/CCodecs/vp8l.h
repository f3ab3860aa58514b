/* Our own way through a lossless WebP (VP8L): faster than libwebp's, which takes over at any doubt. */
#pragma once

#include "vp8l-image.h"
#include "vp8l-transforms.h"

struct vp8l {
    struct vp8l_memory memory;
    struct vp8l_transforms transforms;
    uint32_t width;
    uint32_t height;
    /* The coded pixels of the next row, and how many there are in one. */
    uint32_t *coded;
    uint32_t coded_width;
};

/* Reads the bytes of a chunk VP8L up to the last pixel. `pixels` has room for all of them, and is used until the rows were
 * taken. True if libwebp would have nothing against this picture; false on any doubt, and there is nothing to close. */
bool vp8l_open(struct vp8l *picture, const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
               uint32_t *pixels, bool plain);

/* The next rows as RGBA, each alpha together with the bits of `alpha`. They may be put where `pixels` is, from its start on and
 * without gaps. */
void vp8l_rows(struct vp8l *picture, uint8_t *rgba, size_t stride, uint32_t count, uint8_t alpha);

/* Frees everything. */
void vp8l_close(struct vp8l *picture);

/* Reads the pixels of an alpha plane: the same without a header, in green. `pixels` has room for as many. */
bool vp8l_decode_alpha(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t *pixels,
                       uint8_t *alpha, size_t stride, bool plain);
