/* Waves of eight rows, on processors that have vectors for them. */
#pragma once

#include "unfilter.h"

/* Whether this one has. */
bool unfilter_has_eight(void);

/* Unfilters eight rows, `next` bytes apart; `seen` has a bit for each filter that they have. Only if there are such. */
void unfilter_eight(const struct filtered *shape, const uint8_t *rows, size_t next, unsigned seen, const uint8_t *above,
                    uint8_t *out, size_t stride);
