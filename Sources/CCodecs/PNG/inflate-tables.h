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

/* An entry: in its lowest byte the bits to drop (those of codes and extra bits together), in bits 8 to 11 those of them
 * that are codes, and
 * - in the table of literals: in bits 12 and 13 how many literals it stands for, which are the bytes from bit 16 on;
 *   and whether a length follows them, of which the highest byte has the base, less 3;
 * - a distance: its base from bit 16 on;
 * - what is special: a link to a second table (bits 8 to 11 the bits that choose there, its place from bit 16 on), the
 *   end of a block, or no code at all. */
enum { literals_shift = 12, is_length = 1 << 14, is_special = 1 << 15, is_link = 1 << 30, is_end = 1 << 29 };

/* Each fills a table from the lengths of the codes, 0 for symbols that have none; false if these are not a complete
 * code. Of distances there may also be one, or none. */
bool inflate_literal_table(uint32_t *table, const uint8_t *lengths, unsigned count);
bool inflate_distance_table(uint32_t *table, const uint8_t *lengths, unsigned count);
/* Of the 19 lengths of the codes of lengths. */
bool inflate_length_table(uint32_t *table, const uint8_t *lengths);
