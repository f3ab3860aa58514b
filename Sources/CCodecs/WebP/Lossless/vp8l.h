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

/* Memory that is lent until the picture is closed. */
struct vp8l_room {
    /* Room for all pixels. */
    uint32_t *pixels;
    /* For tables, so that most pictures need no other; may be none. */
    void *tables;
    size_t table_bytes;
};

/* Reads the bytes of a chunk VP8L up to the last pixel. True if libwebp would have nothing against this picture; false
 * on any doubt, and then there is nothing to close. `plain`: no instructions that only some processors have. */
bool vp8l_open(struct vp8l *picture, const uint8_t *bytes, size_t count, uint32_t width, uint32_t height,
               struct vp8l_room room, bool plain);

/* The next rows as RGBA, each alpha together with the bits of `alpha`. They may be put where the room for pixels is,
 * from its start on and without gaps. */
void vp8l_rows(struct vp8l *picture, uint8_t *rgba, size_t stride, uint32_t count, uint8_t alpha);

/* Frees everything. */
void vp8l_close(struct vp8l *picture);

/* Reads an alpha plane, as lossy pictures have them: the same without a header, with alpha in green. */
bool vp8l_decode_alpha(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, struct vp8l_room room,
                       uint8_t *alpha, size_t stride, bool plain);
