/* The checksum of a PNG's chunks. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* CRC-32 of these bytes (ISO 3309; W3C, PNG Specification, annex D). */
uint32_t crc_of(const uint8_t *bytes, size_t count);
