#include "vp8-header.h"

/* A number, its highest bit first, of bits that are as likely 0 as 1. */
static uint32_t number(struct vp8_header *header, int bits) {
    uint32_t number = 0;
    for (int i = 0; i < bits; i++) {
        vp8_refill(&header->modes.window);
        number = number << 1 | vp8_bit(&header->modes.window, 128);
    }
    return number;
}

static bool has(struct vp8_header *header) { return number(header, 1) != 0; }

/* A number with its sign, or 0 if there is none. */
static int optional(struct vp8_header *header, int bits) {
    if (!has(header)) return 0;
    int magnitude = (int)number(header, bits);
    return has(header) ? -magnitude : magnitude;
}

/* What segments change. */
struct segments {
    bool are_used, are_absolute;
    int quantizers[vp8_segments], levels[vp8_segments];
};

/* Section 9.3. */
static void read_segments(struct vp8_header *header, struct segments *segments) {
    *segments = (struct segments){.are_absolute = true};
    memset(header->map_probabilities, 255, sizeof header->map_probabilities);
    segments->are_used = has(header);
    header->has_map = segments->are_used && has(header);
    if (segments->are_used && has(header)) {
        segments->are_absolute = has(header);
        for (int i = 0; i < vp8_segments; i++) segments->quantizers[i] = optional(header, 7);
        for (int i = 0; i < vp8_segments; i++) segments->levels[i] = optional(header, 6);
    }
    for (int i = 0; header->has_map && i < 3; i++) {
        if (has(header)) header->map_probabilities[i] = (uint8_t)number(header, 8);
    }
}

static struct vp8_strength strength_of(int level, int sharpness) {
    level = level < 0 ? 0 : level > 63 ? 63 : level;
    if (level == 0) return (struct vp8_strength){0, 0, 0};
    int inner = level;
    if (sharpness > 0) {
        inner >>= sharpness > 4 ? 2 : 1;
        if (inner > 9 - sharpness) inner = 9 - sharpness;
    }
    if (inner < 1) inner = 1;
    return (struct vp8_strength){(uint8_t)(2 * level + inner), (uint8_t)inner, level >= 40 ? 2 : level >= 15 ? 1 : 0};
}

/* Sections 9.4 and 15.2, and 9.6 of what a macroblock's kind changes. */
static void read_filter(struct vp8_header *header, const struct segments *segments) {
    header->is_simple = has(header);
    int level = (int)number(header, 6), sharpness = (int)number(header, 3);
    header->is_filtered = level > 0;
    int differences[8] = {0};
    bool has_differences = has(header);
    if (has_differences && has(header)) {
        for (int i = 0; i < 8; i++) differences[i] = optional(header, 6);
    }
    for (int i = 0; i < vp8_segments; i++) {
        int base = !segments->are_used ? level : segments->levels[i] + (segments->are_absolute ? 0 : level);
        if (has_differences) base += differences[0];
        header->strengths[i][0] = strength_of(base, sharpness);
        header->strengths[i][1] = strength_of(base + differences[4], sharpness);
    }
}

static int clipped(int index, int most) { return index < 0 ? 0 : index > most ? most : index; }

/* Sections 9.6 and 14.1. */
static void read_steps(struct vp8_header *header, const struct segments *segments) {
    int base = (int)number(header, 7);
    int luma_first = optional(header, 4), first = optional(header, 4), other = optional(header, 4);
    int color_first = optional(header, 4), color_other = optional(header, 4);
    for (int i = 0; i < vp8_segments; i++) {
        int index = !segments->are_used ? base : segments->quantizers[i] + (segments->are_absolute ? 0 : base);
        struct vp8_steps *steps = &header->steps[i];
        steps->luma[0] = vp8_first_steps[clipped(index + luma_first, 127)];
        steps->luma[1] = vp8_other_steps[clipped(index, 127)];
        steps->firsts[0] = vp8_first_steps[clipped(index + first, 127)] * 2;
        uint32_t step = vp8_other_steps[clipped(index + other, 127)] * 155u / 100;
        steps->firsts[1] = (uint16_t)(step < 8 ? 8 : step);
        steps->color[0] = vp8_first_steps[clipped(index + color_first, 117)];
        steps->color[1] = vp8_other_steps[clipped(index + color_other, 127)];
    }
}

/* Sections 13.4 and 13.5. */
static void read_probabilities(struct vp8_header *header) {
    static const uint8_t bands[17] = {0, 1, 2, 3, 6, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 0};
    static const uint8_t zigzag[17] = {0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15, 0};
    uint8_t all[vp8_kinds][8][3][vp8_nodes];
    memcpy(all, vp8_first_probabilities, sizeof all);
    uint8_t *probability = &all[0][0][0][0];
    const uint8_t *update = &vp8_update_probabilities[0][0][0][0];
    for (size_t i = 0; i < sizeof all; i++) {
        vp8_refill(&header->modes.window);
        if (vp8_bit(&header->modes.window, update[i])) probability[i] = (uint8_t)number(header, 8);
    }
    for (int i = 0; i < vp8_kinds * 17 * 3; i++) {
        int kind = i / (17 * 3), at = i / 3 % 17, context = i % 3;
        uint8_t *node = header->probabilities[kind][at][context];
        memcpy(node, all[kind][bands[at]][context], vp8_nodes);
        /* The rows of a block lie sixteen numbers apart. */
        node[vp8_node_place] = (uint8_t)(zigzag[at] / 4 * 16 + zigzag[at] % 4);
        node[vp8_node_number] = (uint8_t)at;
        node[vp8_node_is_other] = at > 0;
    }
    header->has_skips = has(header);
    header->skip_probability = (uint8_t)(header->has_skips ? number(header, 8) : 0);
}

static void keep_tail(struct vp8_tail *tail, const uint8_t *bytes, size_t count) {
    size_t kept = count < vp8_macroblock_bytes ? count : vp8_macroblock_bytes;
    tail->start = bytes + count - kept;
    memcpy(tail->bytes, tail->start, kept);
    memset(tail->bytes + kept, 0, sizeof tail->bytes - kept);
}

/* Where the coefficients' partitions lie: section 9.5. */
static bool find_partitions(struct vp8_header *header, const uint8_t *bytes, size_t count) {
    size_t last = (1u << number(header, 2)) - 1;
    header->token_mask = (uint32_t)last;
    if (count < 3 * last) return false;
    const uint8_t *sizes = bytes;
    bytes += 3 * last;
    count -= 3 * last;
    for (size_t i = 0; i < last; i++, sizes += 3) {
        size_t size = (size_t)sizes[0] | (size_t)sizes[1] << 8 | (size_t)sizes[2] << 16;
        if (size > count || !vp8_bits_start(&header->tokens[i], bytes, size)) return false;
        bytes += size;
        count -= size;
    }
    return vp8_bits_start(&header->tokens[last], bytes, count);
}

bool vp8_header_read(struct vp8_header *header, const uint8_t *bytes, size_t count, uint32_t width, uint32_t height) {
    if (count < 10) return false;
    uint32_t start = (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16;
    bool is_usual = (start & 1) == 0 && (start >> 1 & 7) <= 3 && (start >> 4 & 1) == 1;
    if (!is_usual || bytes[3] != 0x9D || bytes[4] != 0x01 || bytes[5] != 0x2A) return false;
    /* Two bits above each side ask for a larger picture: they are zero. */
    if (((uint32_t)bytes[6] | (uint32_t)bytes[7] << 8) != width) return false;
    if (((uint32_t)bytes[8] | (uint32_t)bytes[9] << 8) != height) return false;
    size_t first = start >> 5;
    if (width == 0 || height == 0 || first > count - 10) return false;
    keep_tail(&header->tail, bytes, count);
    if (!vp8_bits_start(&header->modes, bytes + 10, first)) return false;
    if (!vp8_bits_ready(&header->modes, &header->tail)) return false;
    /* The color space, and whether samples have to be held to their range. */
    if (number(header, 2) != 0) return false;
    struct segments segments;
    read_segments(header, &segments);
    read_filter(header, &segments);
    if (!find_partitions(header, bytes + 10 + first, count - 10 - first)) return false;
    read_steps(header, &segments);
    /* Whether probabilities are kept for the next frame. */
    (void)has(header);
    read_probabilities(header);
    return vp8_bits_left(&header->modes) >= 8;
}
