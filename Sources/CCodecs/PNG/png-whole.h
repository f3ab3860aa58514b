/* The second way through a PNG: all of its compressed bytes at once. */
#pragma once

#include "codec.h"
#include "unfilter.h"

struct png_whole {
    struct filtered shape;
    /* The row that comes next, with its filter before it; and the row above it, unfiltered. */
    uint8_t *row;
    const uint8_t *above;
    /* Where that row is kept if it is not in place. */
    uint8_t *kept;
};

/* Inflates the picture whose first IDAT's content is at `position`. True if the file is sound from there to its end
 * and libpng would say nothing about it: nothing more is to be read. False on any doubt: nothing has happened. */
bool png_whole_open(struct png_whole *whole, const struct codec *codec, size_t position, struct filtered shape);

/* The next rows: in place where the step is 1, else RGBA in `out`. Returns the first one in place, without filter. */
const uint8_t *png_whole_rows(struct png_whole *whole, uint8_t *out, size_t stride, uint32_t count);
