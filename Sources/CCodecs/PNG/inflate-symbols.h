/* What goes on between the blocks of a DEFLATE stream, and the symbols of one block. */
#pragma once

#include "inflate-tables.h"

struct inflater {
    const uint8_t *in, *in_end;
    uint8_t *out, *out_begin, *out_end;
    /* The next bits, the first one the lowest, and how many of them count. */
    uint64_t bits;
    unsigned held;
    /* No kernels that only some processors have. */
    bool plain;
    uint8_t lengths[320];
    uint32_t literals[literal_room];
    uint32_t distances[distance_room];
};

/* Reads the symbols of a block up to its end by the two tables; false if they are not sound. */
bool inflate_symbols(struct inflater *s);
