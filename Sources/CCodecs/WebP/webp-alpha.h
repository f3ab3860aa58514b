/* The alpha of a lossy WebP, which is a chunk of its own. Source: RFC 9649, section 2.7.1.2. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is lent: room for all pixels, at a multiple of 4, and some for tables. */
struct webp_alpha_room {
    uint8_t *pixels, *tables;
    size_t table_bytes;
};

/* Puts a byte a pixel, without padding. False on doubt. */
bool webp_alpha_read(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, struct webp_alpha_room room,
                     uint8_t *alpha, bool plain);
