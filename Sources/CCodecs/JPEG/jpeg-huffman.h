/* Huffman codes of JPEG as tables that one look answers. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* Bits of the stream that are looked at together. */
enum { jpeg_look = 10 };

/* What stands in an entry besides a value in its upper half. */
enum {
    /* Bits to go on by: those of the code and of the number behind it, and of the end that was taken along. */
    jpeg_entry_bits = 0x0F,
    /* How many of these are the end's. */
    jpeg_entry_end_shift = 4,
    jpeg_entry_end_bits = 0x07,
    /* The code, or the number behind it, is longer than what was looked at. */
    jpeg_entry_is_long = 0x80,
    /* Zeros before the coefficient; with jpeg_entry_ends, nothing follows it. */
    jpeg_entry_run_shift = 8,
    jpeg_entry_ends = 0x80,
};

/* A table for the codes of one kind and place. */
struct jpeg_huffman {
    uint32_t entries[1 << jpeg_look];
    /* By the length of a code: the first 16 bits of the stream that are beyond all codes up to that length, and what
     * leads from a code to its symbol. */
    uint32_t beyond[18];
    int32_t symbol_from[18];
    uint8_t symbols[256];
};

/* These make a table of how many codes of each of 16 lengths there are, and of their symbols, of which there are 256 at
 * least; false where the libraries would not take them. */
bool jpeg_huffman_differences(struct jpeg_huffman *table, const uint8_t *counts, const uint8_t *symbols);
bool jpeg_huffman_coefficients(struct jpeg_huffman *table, const uint8_t *counts, const uint8_t *symbols);

/* The same for coefficients of progressive scans, where an end may stand for many blocks, and is not taken along where
 * coefficients are refined. */
bool jpeg_huffman_bands(struct jpeg_huffman *table, const uint8_t *counts, const uint8_t *symbols, bool refines);

/* The number whose size and bits these are (ITU-T T.81, F.2.2.1); size is 1 to 16. */
static inline int32_t jpeg_extended(uint32_t bits, unsigned size) {
    return bits >> (size - 1) ? (int32_t)bits : (int32_t)bits - (int32_t)((1u << size) - 1);
}
