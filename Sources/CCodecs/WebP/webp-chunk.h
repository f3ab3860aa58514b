/* The numbers of RIFF, in which WebP's chunks stand. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* How long the chunk is whose header this is: the four bytes behind its name, the lowest first. */
static inline size_t webp_chunk_size(const uint8_t *header) {
    return (size_t)header[4] | (size_t)header[5] << 8 | (size_t)header[6] << 16 | (size_t)header[7] << 24;
}
