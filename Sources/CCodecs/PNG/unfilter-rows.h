/* Rows that are unfiltered together, and rows without a wait. */
#pragma once

#include "unfilter.h"

/* Unfilters four rows, `next` bytes apart; `seen` has a bit for each filter that they have. */
void unfilter_four(const struct filtered *shape, const uint8_t *rows, size_t next, unsigned seen, const uint8_t *above,
                   uint8_t *out, size_t stride);

/* Whether this processor has the vectors for what follows. */
bool unfilter_has_eight(void);

/* The same of eight rows, of 16 pixels or more. */
void unfilter_eight(const struct filtered *shape, const uint8_t *rows, size_t next, unsigned seen, const uint8_t *above,
                    uint8_t *out, size_t stride);

/* Pixels of three bytes that have no filter, or the one that looks above: returns how many it did from the left. */
size_t unfilter_colors(unsigned filter, const uint8_t *in, const uint8_t *above, uint8_t *out, size_t width);
