/* Rows of colors, indexes and grays become RGBA. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* `width` pixels of three bytes each, of which a fourth byte may be read behind the last. */
void png_widen_colors(const uint8_t *line, size_t width, uint8_t *out);

/* Grays of 8 bits, all of them opaque. */
void png_widen_grays(const uint8_t *line, size_t width, uint8_t *out);

/* Indexes of a byte each into the pixels of `table`. */
void png_widen_bytes(const uint32_t table[256], const uint8_t *line, size_t width, uint8_t *out);

/* The same of 1, 2 or 4 bits each, the first one in the highest bits of a byte. */
void png_widen_shared(const uint32_t table[256], unsigned depth, const uint8_t *line, size_t width, uint8_t *out);
