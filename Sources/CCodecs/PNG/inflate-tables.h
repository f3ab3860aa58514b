/* Tables by which the codes of a DEFLATE stream are looked up. Source: RFC 1951, section 3.2. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    /* Bits of the first look; longer codes need a second one. */
    literal_bits = 11, distance_bits = 8, length_bits = 7,
    /* Enough for every complete code of at most 15 bits behind such a first table; held to when they are made. */
    literal_room = 2400, distance_room = 700, length_room = 1 << length_bits,
};

/* An entry: in its lowest byte the bits to drop (those of the code and its extra bits together), then
 * - literals: one or two bytes from bit 16 on, and in bit 8 whether there is a second;
 * - a length or a distance: bits 8 to 11 the bits of the code alone, its base from bit 16 on;
 * - a link to a second table: bits 8 to 11 the bits that choose there, its place from bit 16 on. */
enum { is_literal = 1 << 15, is_special = 1 << 14, is_link = 1 << 13, is_end = 1 << 12 };

/* Each fills a table from the lengths of the codes, 0 for symbols that have none; false if these are not a complete
 * code. Of distances there may also be one, or none. */
bool inflate_literal_table(uint32_t *table, const uint8_t *lengths, unsigned count);
bool inflate_distance_table(uint32_t *table, const uint8_t *lengths, unsigned count);
/* Of the 19 lengths of the codes of lengths. */
bool inflate_length_table(uint32_t *table, const uint8_t *lengths);
