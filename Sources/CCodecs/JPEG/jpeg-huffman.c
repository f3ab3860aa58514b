/* A look at ten bits tells most codes together with the number that follows them, and with the end of the block if that
 * is next: a coefficient costs one entry, and so does the last one with its end.
 *
 * Source: ITU-T T.81, annexes C, F.1.2 and F.2.2.
 */
#include "jpeg-huffman.h"

#include <string.h>

/* Puts `entry` wherever the look begins with this code. */
static void fill(struct jpeg_huffman *table, uint32_t code, unsigned length, uint32_t entry) {
    uint32_t *at = table->entries + (code << (jpeg_look - length));
    for (uint32_t i = 0; i < 1u << (jpeg_look - length); i++) at[i] = entry;
}

/* An entry that says where to go on: with the symbol if it fits, by its size. */
static uint32_t long_entry(unsigned length, unsigned symbol) {
    return (symbol & 15) << 16 | (symbol >> 4) << jpeg_entry_run_shift | jpeg_entry_is_long | length;
}

/* All numbers of the symbol's size behind its code. */
static void fill_numbers(struct jpeg_huffman *table, uint32_t code, unsigned length, unsigned symbol) {
    unsigned size = symbol & 15;
    for (uint32_t bits = 0; bits < 1u << size; bits++) {
        uint32_t value = (uint32_t)jpeg_extended(bits, size) << 16;
        uint32_t entry = value | (symbol >> 4) << jpeg_entry_run_shift | (length + size);
        fill(table, code << size | bits, length + size, entry);
    }
}

/* What symbols mean: the sizes of differences; or runs and sizes, or the end of a block, or of many. */
enum meaning { differences, coefficients, bands };

static void fill_code(struct jpeg_huffman *table, uint32_t code, unsigned length, unsigned symbol,
                      enum meaning meaning) {
    unsigned size = symbol & 15, run = symbol >> 4;
    bool is_end = meaning != differences && size == 0 && run != 15;
    if (length + size > jpeg_look || (is_end && meaning == bands && run > 0)) {
        fill(table, code, length, long_entry(length, symbol));
    } else if (size > 0) {
        fill_numbers(table, code, length, symbol);
    } else if (is_end) {
        fill(table, code, length, jpeg_entry_ends << jpeg_entry_run_shift | length);
    } else {
        /* A difference of zero; or sixteen zeros, as a coefficient of zero behind fifteen. */
        fill(table, code, length, run << jpeg_entry_run_shift | length);
    }
}

/* Gives each code in turn its place. */
static bool make(struct jpeg_huffman *table, const uint8_t *counts, const uint8_t *symbols,
                 enum meaning meaning) {
    for (uint32_t i = 0; i < 1u << jpeg_look; i++) table->entries[i] = jpeg_entry_is_long;
    memcpy(table->symbols, symbols, sizeof table->symbols);
    uint32_t code = 0, index = 0;
    for (unsigned length = 1; length <= 16; length++) {
        table->symbol_from[length] = (int32_t)index - (int32_t)code;
        if (index + counts[length - 1] > 256) return false;
        for (unsigned i = 0; i < counts[length - 1]; i++, code++, index++) {
            /* The code of ones alone is for nobody. */
            if (code + 1 >= 1u << length) return false;
            if (meaning == differences && symbols[index] > 15) return false;
            if (length <= jpeg_look) fill_code(table, code, length, symbols[index], meaning);
        }
        table->beyond[length] = code << (16 - length);
        code <<= 1;
    }
    return true;
}

/* Lets a coefficient's entry take the end of its block along. */
static void join_ends(struct jpeg_huffman *table) {
    for (uint32_t look = 0; look < 1u << jpeg_look; look++) {
        uint32_t entry = table->entries[look];
        unsigned bits = entry & jpeg_entry_bits;
        if (entry >> 16 == 0 || entry & jpeg_entry_is_long) continue;
        uint32_t next = table->entries[look << bits & ((1u << jpeg_look) - 1)];
        uint32_t end_bits = next & jpeg_entry_bits;
        bool ends = next == (jpeg_entry_ends << jpeg_entry_run_shift | end_bits);
        if (!ends || end_bits > jpeg_entry_end_bits || bits + end_bits > jpeg_look) continue;
        uint32_t end = jpeg_entry_ends << jpeg_entry_run_shift | end_bits << jpeg_entry_end_shift | end_bits;
        table->entries[look] = entry + end;
    }
}

bool jpeg_huffman_differences(struct jpeg_huffman *table, const uint8_t *counts, const uint8_t *symbols) {
    return make(table, counts, symbols, differences);
}

bool jpeg_huffman_coefficients(struct jpeg_huffman *table, const uint8_t *counts, const uint8_t *symbols) {
    if (!make(table, counts, symbols, coefficients)) return false;
    join_ends(table);
    return true;
}

bool jpeg_huffman_bands(struct jpeg_huffman *table, const uint8_t *counts, const uint8_t *symbols, bool refines) {
    if (!make(table, counts, symbols, bands)) return false;
    if (!refines) join_ends(table);
    return true;
}
