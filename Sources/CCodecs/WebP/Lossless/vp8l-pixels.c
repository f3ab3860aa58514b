/* Pixels as they are coded: one by one, as copies of what was before, or as places in a cache of colors. Source: RFC
 * 9649, sections 3.6.2 and 3.7. */
#include "vp8l-distances.h"
#include "vp8l-image.h"

#define INLINE static inline __attribute__((always_inline))

/* Where a picture is while it is read; small, and never handed out, so that it stays in registers. */
struct reading {
    struct vp8l_window window;
    uint32_t *out;
    /* What is looked up next in the table of green. */
    uint32_t entry;
};

/* A row, and how far the codes of a tile reach in it. */
struct span {
    uint32_t row;
    uint32_t *row_end;
    uint32_t *end;
    struct vp8l_group *group;
};

/* With many groups, their tables do not stay in the first-level cache. */
static void fetch(const struct vp8l_code *code) {
    for (size_t at = 0; at <= code->mask; at += 64 / sizeof *code->table) __builtin_prefetch(code->table + at);
}

/* Finds the codes of the next pixel. */
static void enter_span(struct span *span, const struct vp8l_image *image, uint32_t *out, uint32_t *end,
                       struct vp8l_memory *memory) {
    span->group = image->groups;
    span->end = end;
    if (image->tiles != NULL) {
        for (; out >= span->row_end; span->row_end += image->width) span->row += 1;
        size_t left = (size_t)(span->row_end - out), column = image->width - left, tile = column >> image->tile_bits;
        size_t rest = ((tile + 1) << image->tile_bits) - column;
        const uint32_t *row = image->tiles + (size_t)(span->row >> image->tile_bits) * image->tiles_across;
        span->end = out + (rest < left ? rest : left);
        span->group += row[tile];
        uint32_t next = row[tile + 1 < image->tiles_across ? tile + 1 : 0];
        if (image->has_many_groups && next != row[tile]) {
            fetch(&image->groups[next].green);
            fetch(&image->groups[next].joint);
        }
    }
    span->group->pixels += (uint32_t)(span->end - out);
    if (!span->group->is_joint && span->group->pixels >= vp8l_joint_pays) vp8l_join(span->group, memory);
}

/* At least 56 bits; false beyond the end. */
INLINE bool refill(struct reading *s, struct vp8l_bits *bits) {
    if (s->window.next > bits->limit) {
        bits->window = s->window;
        if (!vp8l_bits_turn(bits)) return false;
        s->window = bits->window;
    }
    vp8l_refill(&s->window);
    return true;
}

INLINE void look(struct reading *s, const struct vp8l_group *group) {
    s->entry = group->green.table[s->window.value & group->green.mask];
}

INLINE void keep(const struct vp8l_image *image, uint32_t pixel) {
    image->cache[(uint32_t)(pixel * 0x1E35A7BDu) >> (32 - image->cache_bits)] = pixel;
}

/* What a length's or a distance's symbol means; section 3.6.2.2. */
INLINE uint32_t prefixed(struct vp8l_window *window, uint32_t symbol) {
    if (symbol < 4) return symbol + 1;
    unsigned extra = (symbol - 2) >> 1;
    return ((2 + (symbol & 1)) << extra) + vp8l_take(window, extra) + 1;
}

/* `length` pixels from `distance` before; up to three pixels more are written where there is room for eight. */
INLINE void copy(uint32_t *to, size_t distance, size_t length, size_t room) {
    const uint32_t *from = to - distance;
    uint32_t *end = to + length;
    if (room - length < 8 || distance == 2 || distance == 3) {
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

/* A pixel whose green was found. */
INLINE void read_literal(struct reading *s, const struct vp8l_group *group) {
    struct vp8l_window *window = &s->window;
    vp8l_drop(window, s->entry);
    uint32_t pixel = group->fixed | s->entry >> 8, both = group->joint.table[window->value & group->joint.mask];
    if (__builtin_expect((both & vp8l_is_apart) == 0, 1)) {
        vp8l_drop(window, both);
        pixel |= both >> 8;
    } else {
        pixel |= vp8l_symbol(window, &group->red) << 16;
        pixel |= vp8l_symbol(window, &group->blue);
        /* Of 56 bits three codes took up to 15 each. */
        vp8l_refill(window);
    }
    if (group->has_alpha) pixel |= vp8l_symbol(window, &group->alpha) << 24;
    *s->out++ = pixel;
}

/* A copy whose length's symbol was found. */
INLINE bool read_copy(struct reading *s, const struct vp8l_image *image, const struct vp8l_group *group,
                      const uint32_t *begin, const uint32_t *end, bool has_cache) {
    size_t length = prefixed(&s->window, (s->entry >> 16) - 256);
    /* Up to 15 bits and 10 were taken; a distance has 15 and 18. */
    vp8l_refill(&s->window);
    uint32_t code = vp8l_symbol(&s->window, &group->distance);
    size_t distance = vp8l_distance(prefixed(&s->window, code), image->width), room = (size_t)(end - s->out);
    if (distance > (size_t)(s->out - begin) || length > room) return false;
    copy(s->out, distance, length, room);
    s->out += length;
    if (!has_cache) return true;
    /* Of what repeats, the last time counts. */
    for (const uint32_t *kept = s->out - (length < distance ? length : distance); kept < s->out; kept++) {
        keep(image, *kept);
    }
    return true;
}

/* The pixels of a tile in one row, or more if a copy leaves it. */
INLINE bool read_span(struct reading *s, const struct vp8l_image *image, const struct span *span,
                      struct vp8l_bits *bits, const uint32_t *begin, const uint32_t *end, bool has_cache) {
    const struct vp8l_group group = *span->group;
    look(s, &group);
    do {
        /* What was looked up before the refill is not changed by it: at least 15 bits were left. */
        if (!refill(s, bits)) return false;
        if (s->entry & vp8l_is_link) {
            vp8l_drop(&s->window, s->entry);
            size_t choice = s->window.value & (((uint32_t)1 << (s->entry >> 8 & 15)) - 1);
            s->entry = group.green.table[(s->entry >> 16 & 0x7FFF) + choice];
        }
        if (s->entry < 256 << 16) {
            read_literal(s, &group);
            if (has_cache) keep(image, s->out[-1]);
        } else {
            vp8l_drop(&s->window, s->entry);
            uint32_t symbol = s->entry >> 16;
            if (has_cache && symbol >= 256 + 24) {
                uint32_t pixel = image->cache[symbol - 256 - 24];
                *s->out++ = pixel;
                keep(image, pixel);
            } else if (!read_copy(s, image, &group, begin, end, has_cache)) {
                return false;
            }
        }
        look(s, &group);
    } while (s->out < span->end);
    return true;
}

INLINE bool read_all(const struct vp8l_image *image, struct vp8l_bits *bits, struct vp8l_memory *memory,
                     uint32_t *pixels, bool has_cache) {
    struct reading s = {.window = bits->window, .out = pixels};
    struct span span = {.row_end = pixels + image->width};
    uint32_t *end = pixels + (size_t)image->width * image->height;
    if (!refill(&s, bits)) return false;
    while (s.out < end) {
        enter_span(&span, image, s.out, end, memory);
        if (!span.group->is_fixed) {
            if (!read_span(&s, image, &span, bits, pixels, end, has_cache)) return false;
            continue;
        }
        while (s.out < span.end) *s.out++ = span.group->fixed;
        if (has_cache) keep(image, span.group->fixed);
    }
    bits->window = s.window;
    return vp8l_bits_sufficed(bits);
}

static bool read_plain(const struct vp8l_image *image, struct vp8l_bits *bits, struct vp8l_memory *memory,
                       uint32_t *pixels) {
    if (image->cache_bits > 0) return read_all(image, bits, memory, pixels, true);
    return read_all(image, bits, memory, pixels, false);
}

#if defined(__x86_64__)
/* The same with shifts whose count is in any register. */
__attribute__((target("bmi2"))) static bool read_bmi2(const struct vp8l_image *image, struct vp8l_bits *bits,
                                                      struct vp8l_memory *memory, uint32_t *pixels) {
    if (image->cache_bits > 0) return read_all(image, bits, memory, pixels, true);
    return read_all(image, bits, memory, pixels, false);
}
#endif

bool vp8l_read_pixels(const struct vp8l_image *image, struct vp8l_bits *bits, struct vp8l_memory *memory,
                      uint32_t *pixels) {
#if defined(__x86_64__)
    if (!image->plain && __builtin_cpu_supports("bmi2")) return read_bmi2(image, bits, memory, pixels);
#endif
    return read_plain(image, bits, memory, pixels);
}
