/* One code after another, out of the bits at hand. */
#pragma once

#include "jpeg-bits.h"
#include "jpeg-huffman.h"

/* The run and size behind a look that was too short; below 0 if there is no such code. */
static inline int jpeg_long_symbol(struct jpeg_window *window, const struct jpeg_huffman *table, uint32_t entry) {
    unsigned length = entry & jpeg_entry_bits;
    if (length > 0) {
        jpeg_skip(window, length);
        return (int)((entry >> jpeg_entry_run_shift & 15) << 4 | (entry >> 16 & 15));
    }
    uint32_t look = jpeg_peek(window, 16);
    for (length = jpeg_look + 1; look >= table->beyond[length]; length++) {
        if (length == 16) return -1;
    }
    jpeg_skip(window, length);
    return table->symbols[((int32_t)(look >> (16 - length)) + table->symbol_from[length]) & 255];
}

static inline int32_t jpeg_number(struct jpeg_window *window, unsigned size) {
    if (size == 0) return 0;
    uint32_t bits = jpeg_peek(window, size);
    jpeg_skip(window, size);
    return jpeg_extended(bits, size);
}

/* Adds the difference of a block's first coefficient to that of the block before; false where it is none, or the sum no
 * coefficient. */
static inline __attribute__((always_inline)) bool jpeg_first_coefficient(struct jpeg_window *window,
                                                                         const struct jpeg_huffman *table,
                                                                         int32_t *prediction) {
    uint32_t entry = table->entries[jpeg_peek(window, jpeg_look)];
    int32_t difference = (int32_t)entry >> 16;
    if (!(entry & jpeg_entry_is_long)) {
        jpeg_skip(window, entry & jpeg_entry_bits);
    } else {
        int symbol = jpeg_long_symbol(window, table, entry);
        if (symbol < 0) return false;
        difference = jpeg_number(window, (unsigned)symbol);
    }
    *prediction += difference;
    return *prediction == (int16_t)*prediction;
}
