/* A coded image: the picture, or one of the small ones that say how it is coded. Source: RFC 9649, section 3.7. */
#pragma once

#include "vp8l-groups.h"

/* Pixels are alpha, red, green and blue, alpha highest. */
struct vp8l_image {
    uint32_t width;
    uint32_t height;
    /* Colors that were seen lately, at the place that their hash says; 0 bits: there is no cache. */
    unsigned cache_bits;
    uint32_t *cache;
    /* Which group a tile has, in the middle of its number: a pixel's red and green. NULL: there is one group. */
    const uint32_t *tiles;
    unsigned tile_bits;
    uint32_t tiles_across;
    struct vp8l_group *groups;
    bool has_many_groups;
    bool plain;
};

/* Reads all about an image and its pixels; only the picture has tiles. False on any doubt. */
bool vp8l_read_image(struct vp8l_code_reader *reader, uint32_t width, uint32_t height, bool is_picture,
                     uint32_t *pixels);

/* Reads the pixels. */
bool vp8l_read_pixels(const struct vp8l_image *image, struct vp8l_bits *bits, struct vp8l_memory *memory,
                      uint32_t *pixels);

/* Tiles of so many bits that so many pixels have. */
static inline uint32_t vp8l_tiles(uint32_t pixels, unsigned bits) { return (pixels + (1u << bits) - 1) >> bits; }
