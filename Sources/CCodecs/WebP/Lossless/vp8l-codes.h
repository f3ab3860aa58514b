/* Prefix codes of lossless WebP, and the tables by which they are looked up. Source: RFC 9649, section 3.7.2.1. */
#pragma once

#include "vp8l-bits.h"
#include "vp8l-memory.h"

enum {
    /* Literals of green, lengths of copies, and places of the largest color cache. */
    vp8l_most_symbols = 256 + 24 + 2048,
    /* Bits of the first look into the table of green, and into the others; longer codes need a second one. */
    vp8l_green_bits = 9, vp8l_other_bits = 8,
    /* Enough for every complete code behind such first tables; held to when they are made. */
    vp8l_table_room = 4096,
};

/* An entry: in its lowest byte the bits to drop, from bit 16 on the symbol; or, where this bit says so, in bits 8 to 11
 * how many bits choose in a second table, and from bit 16 on its place. */
static const uint32_t vp8l_is_link = (uint32_t)1 << 31;

struct vp8l_code {
    const uint32_t *table;
    /* Of the bits that are looked at. */
    uint32_t mask;
};

/* What is needed while codes are read. */
struct vp8l_code_reader {
    struct vp8l_bits *bits;
    struct vp8l_memory *memory;
    /* No instructions that only some processors have. */
    bool plain;
    uint8_t lengths[vp8l_most_symbols];
    uint16_t sorted[vp8l_most_symbols];
    uint32_t table[vp8l_table_room];
};

/* Reads a code of so many symbols; false if there is anything odd about it. */
bool vp8l_read_code(struct vp8l_code_reader *reader, unsigned symbols, unsigned first_bits, struct vp8l_code *code);

/* The next symbol, at most 15 bits. */
static inline __attribute__((always_inline)) uint32_t vp8l_symbol(struct vp8l_window *window,
                                                                  const struct vp8l_code *code) {
    uint32_t entry = code->table[window->value & code->mask];
    if (entry & vp8l_is_link) {
        vp8l_drop(window, entry);
        entry = code->table[(entry >> 16 & 0x7FFF) + (window->value & (((uint32_t)1 << (entry >> 8 & 15)) - 1))];
    }
    vp8l_drop(window, entry);
    return entry >> 16;
}
