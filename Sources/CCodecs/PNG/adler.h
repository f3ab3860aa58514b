/* The checksum of a zlib stream. Source: RFC 1950, section 8.2. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Adler-32 of these bytes. Where it is to be `plain`, no kernels are used that only some processors have. */
uint32_t adler_of(const uint8_t *bytes, size_t count, bool plain);
