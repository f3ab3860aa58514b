/* Undoes the filters of PNG rows. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum filter { filter_none, filter_sub, filter_up, filter_average, filter_paeth };

/* Rows of one inflated picture, top-down: before each row stands its filter, 0 to 4. */
struct filtered {
    /* Bytes a pixel: 1, 3 or 4. Grays and indexes of fewer than 8 bits are filtered by whole bytes, so it is 1. */
    unsigned step;
    /* Pixels a row, or whole bytes where the step is 1. */
    uint32_t width;
    /* No kernels that only some processors have. */
    bool plain;
};

/* Unfilters `count` rows that follow each other from `rows` on, and then 16 readable bytes; `above` is followed by 68.
 *
 * With a step of 1 the bytes are put in place; `above` is the row before, without its filter, or zeros. With 3 or 4,
 * RGBA goes to `out`, `stride` bytes a row, opaque where the step is 3; `above` is the row before as RGBA, or zeros. */
void unfilter(const struct filtered *shape, uint8_t *rows, uint32_t count, const uint8_t *above, uint8_t *out,
              size_t stride);
