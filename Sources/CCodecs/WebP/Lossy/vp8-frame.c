/* A frame, macroblock by macroblock.
 *
 * A macroblock is filtered as soon as the next one is rebuilt, which is predicted from pixels that are not, and then
 * the one above it is final and goes where it belongs. So what is worked on are a few tiles that stay in the nearest
 * cache: of all others, two rows are kept.
 */
#include "vp8-output.h"

struct frame {
    struct vp8_header header;
    struct vp8_macroblock macroblock;
    struct vp8_output *output;
    vp8_modes *read_modes;
    vp8_tokens *read_tokens;
    vp8_rebuild *rebuild;
    vp8_filter *filter;
    uint32_t across;
    /* By column: modes and contexts of the row above, the pixels above that are not filtered, and the tiles of the last
     * two rows. In front of the pixels stand sixteen of the left margin, and behind luma's four of the right one. */
    uint8_t *modes;
    struct vp8_context *contexts;
    uint8_t *luma, *color, *tiles[2];
    /* The tile left of the first column. */
    uint8_t margin[vp8_tile_bytes];
};

/* Where the next part of the room begins. */
static uint8_t *taken(uint8_t **room, size_t bytes) {
    uint8_t *start = *room;
    *room += (bytes + 63) / 64 * 64;
    return start;
}

static size_t across_of(uint32_t width) { return ((size_t)width + 15) / 16; }

static struct frame *layout(uint8_t *room, uint32_t width) {
    size_t across = across_of(width);
    room += (64 - (uintptr_t)room % 64) % 64;
    struct frame *frame = (struct frame *)taken(&room, sizeof(struct frame));
    frame->modes = taken(&room, 4 * across);
    frame->contexts = (struct vp8_context *)taken(&room, across * sizeof(struct vp8_context));
    frame->luma = taken(&room, 16 * across + 32) + 16;
    frame->color = taken(&room, 16 * across + 16) + 16;
    frame->tiles[0] = taken(&room, across * vp8_tile_bytes);
    frame->tiles[1] = taken(&room, across * vp8_tile_bytes);
    frame->across = (uint32_t)across;
    return frame;
}

size_t vp8_frame_bytes(uint32_t width) {
    size_t column = 4 + sizeof(struct vp8_context) + 32 + 2 * vp8_tile_bytes;
    return sizeof(struct frame) + across_of(width) * column + 64 * 8 + 48;
}

/* What is left to do for a macroblock when the next one is rebuilt. */
static void finish(struct frame *frame, uint32_t column, uint32_t row, struct vp8_strength strength, bool is_inner) {
    uint8_t *tile = frame->tiles[row & 1] + column * (size_t)vp8_tile_bytes;
    uint8_t *above = frame->tiles[~row & 1] + column * (size_t)vp8_tile_bytes;
    memcpy(frame->luma + 16 * (size_t)column, tile + vp8_tile_luma - vp8_tile_row, 16);
    memcpy(frame->color + 16 * (size_t)column, tile + vp8_tile_bytes - vp8_tile_row, 16);
    if (frame->header.is_filtered && strength.limit > 0) {
        frame->filter(tile, column > 0 ? tile - vp8_tile_bytes : NULL, row > 0 ? above : NULL, strength, is_inner);
    }
    if (row > 0) vp8_output_put(frame->output, above, column);
}

/* Reads the coefficients of the macroblock whose modes are known; false if it has none. */
static bool has_tokens(struct frame *frame, struct vp8_bits *bits, struct vp8_context *above,
                       struct vp8_context *left) {
    struct vp8_macroblock *macroblock = &frame->macroblock;
    if (!macroblock->is_skipped) return frame->read_tokens(&frame->header, bits, above, left, macroblock);
    uint8_t firsts[2] = {above->firsts, left->firsts};
    memset(above, 0, sizeof *above);
    memset(left, 0, sizeof *left);
    /* Of luma's first coefficients nothing is said then. */
    if (macroblock->is_in_parts) {
        above->firsts = firsts[0];
        left->firsts = firsts[1];
    }
    return false;
}

static bool decode_row(struct frame *frame, uint32_t row) {
    struct vp8_header *header = &frame->header;
    struct vp8_macroblock *macroblock = &frame->macroblock;
    struct vp8_bits *bits = &header->tokens[row & header->token_mask];
    struct vp8_context left = {0};
    uint8_t left_modes[4] = {0};
    struct vp8_strength strength = {0};
    bool is_inner = false;
    uint8_t *tile = frame->tiles[row & 1], *left_tile = frame->margin;
    for (uint32_t column = 0; column < frame->across; column++, left_tile = tile, tile += vp8_tile_bytes) {
        if (!vp8_bits_ready(&header->modes, &header->tail) || !vp8_bits_ready(bits, &header->tail)) return false;
        frame->read_modes(header, frame->modes + 4 * (size_t)column, left_modes, macroblock);
        bool is_rough = has_tokens(frame, bits, &frame->contexts[column], &left);
        const uint8_t *luma = frame->luma + 16 * (size_t)column;
        struct vp8_surroundings surroundings = {
            luma, frame->color + 16 * (size_t)column, luma + 16, left_tile, row > 0, column > 0,
        };
        (macroblock->is_large ? vp8_rebuild_plain : frame->rebuild)(macroblock, &surroundings, tile);
        if (column > 0) finish(frame, column - 1, row, strength, is_inner);
        strength = header->strengths[macroblock->segment][macroblock->is_in_parts];
        is_inner = is_rough || macroblock->is_in_parts;
    }
    finish(frame, frame->across - 1, row, strength, is_inner);
    return vp8_bits_left(&header->modes) >= 8 && vp8_bits_left(bits) >= 8;
}

/* What lies around the picture: 127 above, and 129 on the left. */
static void start(struct frame *frame) {
    memset(frame->modes, 0, 4 * (size_t)frame->across);
    memset(frame->contexts, 0, frame->across * sizeof(struct vp8_context));
    memset(frame->luma - 16, 127, 16 * (size_t)frame->across + 32);
    memset(frame->color - 16, 127, 16 * (size_t)frame->across + 16);
    memset(frame->margin, 129, sizeof frame->margin);
    memset(&frame->macroblock, 0, sizeof frame->macroblock);
}

bool vp8_is_at_hand(bool plain) {
#if defined(__x86_64__)
    return plain || (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                     __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("lzcnt"));
#else
    return plain;
#endif
}

static void choose_kernels(struct frame *frame, bool plain) {
    bool is_simple = frame->header.is_simple;
    frame->read_modes = vp8_modes_plain;
    frame->read_tokens = vp8_tokens_plain;
    frame->rebuild = vp8_rebuild_plain;
    frame->filter = is_simple ? vp8_filter_simple_plain : vp8_filter_plain;
#if defined(__x86_64__)
    if (plain) return;
    frame->read_modes = vp8_modes_bmi;
    frame->read_tokens = vp8_tokens_bmi;
    frame->rebuild = vp8_rebuild_avx2;
    frame->filter = is_simple ? vp8_filter_simple_avx2 : vp8_filter_avx2;
#else
    (void)plain;
#endif
}

bool vp8_decode_frame(const uint8_t *bytes, size_t count, struct vp8_output *output, uint8_t *room, bool plain) {
    if (!vp8_is_at_hand(plain)) return false;
    uint32_t width = output->width, height = output->height;
    struct frame *frame = layout(room, width);
    frame->output = output;
    if (!vp8_header_read(&frame->header, bytes, count, width, height)) return false;
    choose_kernels(frame, plain);
    start(frame);
    uint32_t down = (height + 15) / 16;
    for (uint32_t row = 0; row < down; row++) {
        if (!decode_row(frame, row)) return false;
        if (row > 0) output->take(output);
        /* Behind the last macroblock the last pixel goes on, but above the first row. */
        memset(frame->luma + 16 * (size_t)frame->across, frame->luma[16 * (size_t)frame->across - 1], 4);
        frame->luma[-1] = 129;
        memset(frame->color - 16, 129, 16);
    }
    const uint8_t *last = frame->tiles[(down - 1) & 1];
    for (uint32_t column = 0; column < frame->across; column++) {
        vp8_output_put(output, last + column * (size_t)vp8_tile_bytes, column);
    }
    output->take(output);
    return true;
}
