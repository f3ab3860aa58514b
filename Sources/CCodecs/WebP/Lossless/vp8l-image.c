#include "vp8l-image.h"

/* RFC 9649, section 3.7.2.2: an image that numbers the groups; how many there are follows from the highest number. */
static bool read_tiles(struct vp8l_code_reader *reader, struct vp8l_image *image, size_t *groups) {
    image->tile_bits = 2 + vp8l_read(reader->bits, 3);
    image->tiles_across = vp8l_tiles(image->width, image->tile_bits);
    uint32_t tiles_down = vp8l_tiles(image->height, image->tile_bits);
    size_t count = (size_t)image->tiles_across * tiles_down;
    uint32_t *tiles = vp8l_take_memory(reader->memory, count * sizeof *tiles);
    if (tiles == NULL || !vp8l_read_image(reader, image->tiles_across, tiles_down, false, tiles)) return false;
    for (size_t i = 0; i < count; i++) {
        tiles[i] = tiles[i] >> 8 & 0xFFFF;
        if (tiles[i] >= *groups) *groups = tiles[i] + 1;
    }
    image->tiles = tiles;
    return true;
}

bool vp8l_read_image(struct vp8l_code_reader *reader, uint32_t width, uint32_t height, bool is_picture,
                     uint32_t *pixels) {
    struct vp8l_image image = {.width = width, .height = height, .plain = reader->plain};
    if (vp8l_read(reader->bits, 1)) {
        image.cache_bits = vp8l_read(reader->bits, 4);
        if (image.cache_bits < 1 || image.cache_bits > 11) return false;
        size_t bytes = sizeof *image.cache << image.cache_bits;
        image.cache = vp8l_take_memory(reader->memory, bytes);
        if (image.cache == NULL) return false;
        memset(image.cache, 0, bytes);
    }
    size_t groups = 1;
    if (is_picture && vp8l_read(reader->bits, 1) && !read_tiles(reader, &image, &groups)) return false;
    image.groups = vp8l_take_memory(reader->memory, groups * sizeof *image.groups);
    if (image.groups == NULL) return false;
    image.has_many_groups = groups > 16;
    for (size_t i = 0; i < groups; i++) {
        if (!vp8l_read_group(reader, image.cache_bits, image.groups + i)) return false;
    }
    return vp8l_read_pixels(&image, reader->bits, reader->memory, pixels);
}
