/* Pixels as they are coded: one by one, as copies of what was before, or as places in a cache of colors. Source: RFC
 * 9649, sections 3.6 and 3.7.3. */
#include "vp8l-image.h"

/* Where the pixels stand that the lowest distances mean: to the left and above. Section 3.6.2.1 ("LZ77 backward
 * reference"). */
static const int8_t near[120][2] = {
    {0, 1},  {1, 0},  {1, 1},  {-1, 1}, {0, 2},  {2, 0},  {1, 2},  {-1, 2}, {2, 1},  {-2, 1}, {2, 2},  {-2, 2},
    {0, 3},  {3, 0},  {1, 3},  {-1, 3}, {3, 1},  {-3, 1}, {2, 3},  {-2, 3}, {3, 2},  {-3, 2}, {0, 4},  {4, 0},
    {1, 4},  {-1, 4}, {4, 1},  {-4, 1}, {3, 3},  {-3, 3}, {2, 4},  {-2, 4}, {4, 2},  {-4, 2}, {0, 5},  {3, 4},
    {-3, 4}, {4, 3},  {-4, 3}, {5, 0},  {1, 5},  {-1, 5}, {5, 1},  {-5, 1}, {2, 5},  {-2, 5}, {5, 2},  {-5, 2},
    {4, 4},  {-4, 4}, {3, 5},  {-3, 5}, {5, 3},  {-5, 3}, {0, 6},  {6, 0},  {1, 6},  {-1, 6}, {6, 1},  {-6, 1},
    {2, 6},  {-2, 6}, {6, 2},  {-6, 2}, {4, 5},  {-4, 5}, {5, 4},  {-5, 4}, {3, 6},  {-3, 6}, {6, 3},  {-6, 3},
    {0, 7},  {7, 0},  {1, 7},  {-1, 7}, {5, 5},  {-5, 5}, {7, 1},  {-7, 1}, {4, 6},  {-4, 6}, {6, 4},  {-6, 4},
    {2, 7},  {-2, 7}, {7, 2},  {-7, 2}, {3, 7},  {-3, 7}, {7, 3},  {-7, 3}, {5, 6},  {-5, 6}, {6, 5},  {-6, 5},
    {8, 0},  {4, 7},  {-4, 7}, {7, 4},  {-7, 4}, {8, 1},  {8, 2},  {6, 6},  {-6, 6}, {8, 3},  {5, 7},  {-5, 7},
    {7, 5},  {-7, 5}, {8, 4},  {6, 7},  {-6, 7}, {7, 6},  {-7, 6}, {8, 5},  {7, 7},  {-7, 7}, {8, 6},  {8, 7},
};

#define INLINE static inline __attribute__((always_inline))

/* A place among the pixels, and how far the codes of its tile reach. */
struct place {
    const struct vp8l_image *image;
    uint32_t *out;
    uint32_t *begin;
    uint32_t *end;
    uint32_t *row_end;
    uint32_t *span_end;
    uint32_t row;
    struct vp8l_group *group;
};

/* Finds the codes of the next pixel. */
static void enter_span(struct place *place, uint32_t *out, struct vp8l_memory *memory) {
    const struct vp8l_image *image = place->image;
    uint32_t number = 0;
    place->span_end = place->end;
    if (image->tiles != NULL) {
        while (out >= place->row_end) {
            place->row_end += image->width;
            place->row += 1;
        }
        size_t column = (size_t)image->width - (size_t)(place->row_end - out), tile = column >> image->tile_bits;
        size_t rest = ((tile + 1) << image->tile_bits) - column, left = (size_t)(place->row_end - out);
        place->span_end = out + (rest < left ? rest : left);
        number = image->tiles[(size_t)(place->row >> image->tile_bits) * image->tiles_across + tile];
    }
    struct vp8l_group *group = image->groups + number;
    place->group = group;
    group->pixels += (uint32_t)(place->span_end - out);
    if (!group->is_joint && group->pixels >= vp8l_joint_pays) vp8l_join(group, memory);
}

/* What a length's or a distance's symbol means; section 3.6.2.1. */
INLINE uint32_t prefixed(struct vp8l_window *window, uint32_t symbol) {
    if (symbol < 4) return symbol + 1;
    unsigned extra = (symbol - 2) >> 1;
    return ((2 + (symbol & 1)) << extra) + vp8l_take(window, extra) + 1;
}

/* How many pixels before. */
INLINE size_t distance(uint32_t code, uint32_t width) {
    if (code > 120) return code - 120;
    int64_t found = near[code - 1][0] + near[code - 1][1] * (int64_t)width;
    return found < 1 ? 1 : (size_t)found;
}

/* `length` pixels from `distance` before; up to seven pixels more are written where `has_room`. */
INLINE void copy(uint32_t *to, size_t distance, size_t length, bool has_room) {
    const uint32_t *from = to - distance;
    uint32_t *end = to + length;
    if (!has_room || distance == 2 || distance == 3) {
        while (to < end) *to++ = *from++;
    } else if (distance == 1) {
        uint64_t pair = *from * (uint64_t)0x100000001;
        for (; to < end; to += 4) {
            memcpy(to, &pair, 8);
            memcpy(to + 2, &pair, 8);
        }
    } else {
        for (; to < end; to += 4, from += 4) memcpy(to, from, 16);
    }
}

INLINE void keep(const struct vp8l_image *image, uint32_t pixel) {
    image->cache[(uint32_t)(pixel * 0x1E35A7BDu) >> (32 - image->cache_bits)] = pixel;
}

/* Red, blue and alpha, of at most 15 bits each. */
static uint32_t read_apart(struct vp8l_window *window, const struct vp8l_group *group) {
    uint32_t pixel = vp8l_symbol(window, &group->red) << 16;
    pixel |= vp8l_symbol(window, &group->blue);
    return pixel;
}

INLINE bool read_all(const struct vp8l_image *image, struct vp8l_bits *bits, struct vp8l_memory *memory,
                     uint32_t *pixels, bool has_cache) {
    struct place place = {.image = image, .begin = pixels, .row_end = pixels + image->width};
    place.end = pixels + (size_t)image->width * image->height;
    struct vp8l_window window = bits->window;
    uint32_t *out = pixels, *const end = place.end;
    const uint8_t *limit = bits->limit;
    while (out < end) {
        enter_span(&place, out, memory);
        uint32_t *const span_end = place.span_end;
        const struct vp8l_group *const group = place.group;
        const uint32_t *const green = group->green.table, *const joint = group->joint.table;
        const uint64_t green_mask = group->green.mask, joint_mask = group->joint.mask;
        const uint32_t fixed = group->fixed;
        if (group->is_fixed) {
            while (out < span_end) *out++ = fixed;
            if (has_cache) keep(image, fixed);
            continue;
        }
        while (out < span_end) {
            if (window.next > limit) {
                if (!vp8l_bits_turn(bits, &window)) return false;
                limit = bits->limit;
            }
            vp8l_refill(&window);
            uint32_t entry = green[window.value & green_mask];
            if (entry & vp8l_is_link) {
                vp8l_drop(&window, entry);
                entry = green[(entry >> 16 & 0x7FFF) + (window.value & (((uint32_t)1 << (entry >> 8 & 15)) - 1))];
            }
            vp8l_drop(&window, entry);
            if (entry < 256 << 16) {
                uint32_t pixel = fixed | entry >> 8, both = joint[window.value & joint_mask];
                /* The lowest byte of what was read is that of the bits. */
                pixel &= ~(uint32_t)0xFF;
                if (both & vp8l_is_apart) {
                    pixel |= read_apart(&window, group);
                    vp8l_refill(&window);
                } else {
                    vp8l_drop(&window, both);
                    pixel |= both >> 8;
                }
                if (group->has_alpha) pixel |= vp8l_symbol(&window, &group->alpha) << 24;
                *out++ = pixel;
                if (has_cache) keep(image, pixel);
                continue;
            }
            uint32_t symbol = entry >> 16;
            if (has_cache && symbol >= 256 + 24) {
                uint32_t pixel = image->cache[symbol - 256 - 24];
                *out++ = pixel;
                keep(image, pixel);
                continue;
            }
            size_t length = prefixed(&window, symbol - 256);
            /* Up to 15 bits and 10 were taken; a distance has 15 and 18. */
            vp8l_refill(&window);
            uint32_t code = vp8l_symbol(&window, &group->distance);
            size_t back = distance(prefixed(&window, code), image->width);
            if (back > (size_t)(out - pixels) || length > (size_t)(end - out)) return false;
            copy(out, back, length, (size_t)(end - out) - length >= 8);
            out += length;
            if (has_cache) {
                size_t count = length < back ? length : back;
                for (size_t i = count; i > 0; i--) keep(image, out[-(ptrdiff_t)i]);
            }
        }
    }
    bits->window = window;
    return vp8l_bits_sufficed(bits);
}

bool vp8l_read_pixels(const struct vp8l_image *image, struct vp8l_bits *bits, struct vp8l_memory *memory,
                      uint32_t *pixels) {
    if (image->cache_bits > 0) return read_all(image, bits, memory, pixels, true);
    return read_all(image, bits, memory, pixels, false);
}
